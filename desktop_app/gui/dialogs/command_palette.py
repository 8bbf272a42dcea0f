"""All commands, found by typing a part of their name."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow

_SIZE = QSize(560, 396)
_ROW = QSize(0, 28)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class CommandPalette(QDialog):
    """Type, choose with the arrows, Enter runs."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("command_palette")
        self.setAccessibleName(tr("All commands"))
        self.setFixedSize(_SIZE)
        self._actions: list[QAction] = [item for action, item in window.table() if action.name != "palette"]
        self.words = QLineEdit(self)
        self.words.setObjectName("palette_words")
        self.words.setAccessibleName(tr("Command"))
        self.words.setPlaceholderText(tr("What would you like to do?"))
        self.list = QTreeWidget(self)
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName(tr("Commands"))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addWidget(self.list)
        self.words.textChanged.connect(self._fill)
        self.words.returnPressed.connect(self._run)
        self.list.itemActivated.connect(lambda _item, _column: self._run())
        self.list.itemClicked.connect(lambda _item, _column: self._run())
        self.words.installEventFilter(self)
        self._fill("")
        centre = window.geometry().center()
        self.move(centre.x() - _SIZE.width() // 2, window.geometry().top() + 90)
        self.words.setFocus()

    def _fill(self, words: str) -> None:
        self.list.clear()
        wanted = words.casefold().split()
        for action in self._actions:
            text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            if all(word in text.casefold() for word in wanted):
                self.list.addTopLevelItem(_item(action, text))
        first = next((item for item in self._items() if not item.isDisabled()), None)
        if first is not None:
            self.list.setCurrentItem(first)

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _run(self) -> None:
        item = self.list.currentItem()
        if item is None or item.isDisabled():
            return
        action: QAction = item.data(0, Qt.ItemDataRole.UserRole)
        self.close()
        if action.isEnabled():
            action.trigger()

    def _step(self, step: int) -> None:
        items = [item for item in self._items() if not item.isDisabled()]
        if items:
            current = self.list.currentItem()
            at = items.index(current) if current in items else 0
            self.list.setCurrentItem(items[max(0, min(len(items) - 1, at + step))])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.words and isinstance(event, QKeyEvent) and event.key() in _STEPS:
            if event.type() == QEvent.Type.KeyPress:
                self._step(_STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)


def _item(action: QAction, text: str) -> QTreeWidgetItem:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    item = QTreeWidgetItem([text, keys])
    item.setData(0, Qt.ItemDataRole.UserRole, action)
    item.setSizeHint(0, _ROW)
    item.setForeground(1, theme.current().muted)
    item.setDisabled(not action.isEnabled())
    return item
