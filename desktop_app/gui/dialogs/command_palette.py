"""All commands, found by typing a part of their name."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from desktop_app.gui.i18n import tr

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow

_SIZE = (520, 400)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class CommandPalette(QDialog):
    """Type, choose with the arrows, Enter runs."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("command_palette")
        self.setAccessibleName(tr("All commands"))
        self.setFixedSize(*_SIZE)
        self._actions: list[QAction] = [item for action, item in window.table() if action.name != "palette"]
        self.words = QLineEdit(self)
        self.words.setObjectName("palette_words")
        self.words.setAccessibleName(tr("Command"))
        self.words.setPlaceholderText(tr("What would you like to do?"))
        self.list = QTreeWidget(self)
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName(tr("Commands"))
        self._build_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.words)
        layout.addWidget(self.list)
        self.words.textChanged.connect(self._fill)
        self.words.returnPressed.connect(self._run)
        self.list.itemActivated.connect(lambda _item, _column: self._run())
        self.words.installEventFilter(self)
        self._fill("")
        self.move(window.geometry().center().x() - _SIZE[0] // 2, window.geometry().top() + 90)
        self.words.setFocus()

    def _build_list(self) -> None:
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _fill(self, words: str) -> None:
        self.list.clear()
        wanted = words.casefold().split()
        for action in self._actions:
            text = action.text().replace("&", "")
            if all(word in text.casefold() for word in wanted):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QTreeWidgetItem([text, keys])
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
                item.setData(0, Qt.ItemDataRole.UserRole, action)
                item.setDisabled(not action.isEnabled())
                self.list.addTopLevelItem(item)
        self._go(0)

    def _go(self, row: int) -> None:
        count = self.list.topLevelItemCount()
        item = self.list.topLevelItem(max(0, min(count - 1, row))) if count else None
        if item is not None:
            self.list.setCurrentItem(item)

    def _run(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        action: QAction = item.data(0, Qt.ItemDataRole.UserRole)
        self.close()
        if action.isEnabled():
            action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.words and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _STEPS:
            if event.type() == QEvent.Type.KeyPress:
                item = self.list.currentItem()
                row = self.list.indexOfTopLevelItem(item) if item is not None else 0
                self._go(row + _STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)
