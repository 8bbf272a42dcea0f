"""The outline of an article as a sheet: choose a heading and read on there."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr
from desktop_app.gui.outline import Heading

_WIDTH, _ROW, _ROWS = 340, 26, 14
_START = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class OutlineSheet(QFrame):
    """What is typed filters; arrows and Enter, or a click, choose; Esc closes."""

    chosen = Signal(int)  # an offset of the text

    def __init__(self, entries: Sequence[Heading], here: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("outline_sheet")
        self.setAccessibleName(tr("Outline"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = QLineEdit(self)
        self.words.setObjectName("outline_filter")
        self.words.setAccessibleName(tr("Filter the outline"))
        self.words.setPlaceholderText(tr("Filter the outline"))
        self.list = QListWidget(self)
        self.list.setObjectName("outline_list")
        self.list.setAccessibleName(tr("Outline"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        flat = len({entry.level for entry in entries}) < 2
        for entry in entries:
            item = QListWidgetItem("    " * entry.level + entry.words, self.list)
            item.setData(_START, entry.start)
            item.setToolTip(entry.words)
            item.setSizeHint(QSize(0, _ROW))
            item.setFont(theme.font("ui" if entry.level or flat else "list-title"))
        self.list.setCurrentRow(here)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addWidget(self.list)
        self.resize(_WIDTH, 74 + _ROW * min(_ROWS, max(1, len(entries))))
        self.words.textChanged.connect(self._filter)
        self.words.returnPressed.connect(self._choose)
        self.list.itemClicked.connect(lambda _item: self._choose())

    def open_below(self, button: QWidget) -> None:
        """Show the sheet with its right edge below a button's."""
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
        self.move(corner - QPoint(self.width(), 0))
        self.show()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)
        self.list.scrollToItem(self.list.currentItem(), QListWidget.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self._move(event.key())
        else:
            super().keyPressEvent(event)

    def _move(self, key: int) -> None:
        rows = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
        if not rows:
            return
        at = rows.index(self.list.currentRow()) if self.list.currentRow() in rows else 0
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_ROWS}.get(Qt.Key(key), _ROWS)
        self.list.setCurrentRow(rows[max(0, min(len(rows) - 1, at + step))])

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        for row in range(self.list.count()):
            text = self.list.item(row).text().casefold()
            self.list.item(row).setHidden(not all(word in text for word in wanted))
        current = self.list.currentItem()
        if current is None or current.isHidden():
            rows = (row for row in range(self.list.count()) if not self.list.item(row).isHidden())
            self.list.setCurrentRow(next(rows, -1))

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isHidden():
            start = int(item.data(_START))
            self.close()
            self.chosen.emit(start)
