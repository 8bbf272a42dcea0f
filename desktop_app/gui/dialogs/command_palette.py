"""All commands, found by typing a part of their name."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from desktop_app.gui.i18n import tr

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow


class CommandPalette(QDialog):
    """Type, choose with the arrows, Enter runs."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("command_palette")
        self.setAccessibleName(tr("All commands"))
        self.setFixedSize(520, 380)
        self._actions: list[QAction] = [item for action, item in window.table() if action.name != "palette"]
        self.words = QLineEdit(self)
        self.words.setObjectName("palette_words")
        self.words.setAccessibleName(tr("Command"))
        self.words.setPlaceholderText(tr("What would you like to do?"))
        self.list = QListWidget(self)
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName(tr("Commands"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self.list)
        self.words.textChanged.connect(self._fill)
        self.words.returnPressed.connect(self._run)
        self.list.itemActivated.connect(lambda _item: self._run())
        self.words.installEventFilter(self)
        self._fill("")
        centre = window.geometry().center()
        self.move(centre.x() - 260, window.geometry().top() + 90)
        self.words.setFocus()

    def _fill(self, words: str) -> None:
        self.list.clear()
        wanted = words.casefold().split()
        for action in self._actions:
            text = action.text().replace("&", "")
            if all(word in text.casefold() for word in wanted):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QListWidgetItem(f"{text}\t{keys}" if keys else text)
                item.setData(Qt.ItemDataRole.UserRole, action)
                if not action.isEnabled():
                    item.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _run(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        action: QAction = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        if action.isEnabled():
            action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if watched is self.words and isinstance(event, QKeyEvent) and event.key() in keys:
            if event.type() == QEvent.Type.KeyPress:
                step = {keys[0]: -1, keys[1]: 1, keys[2]: -8, keys[3]: 8}[Qt.Key(event.key())]
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
            return True
        return super().eventFilter(watched, event)
