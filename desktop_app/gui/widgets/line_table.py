"""A table of lines that belongs to the keyboard: rows are chosen whole, Enter opens, Ctrl+C copies."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.gui import theme
from desktop_app.gui.widgets.keys import keeps

_PADDING = 8
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class _Heading(QHeaderView):
    """Titles with the arrow of the sort order.

    Qt's own asks for each title whether its whole column is selected, row by row: with 100,000 rows selected, the
    heading alone took a second to draw.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.edge = _PADDING  # of the first title, to stand above what the first column shows

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        palette = theme.current()
        painter.fillRect(rect, palette.page)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, palette.line)
        model, across = self.model(), Qt.Orientation.Horizontal
        side = model.headerData(section, across, Qt.ItemDataRole.TextAlignmentRole)
        room = rect.adjusted(self.edge if section == 0 else _PADDING, 0, -_PADDING, 0)
        painter.setPen(palette.muted)
        if self.sortIndicatorSection() == section:
            down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "▾" if down else "▴")
            room.adjust(0, 0, -_PADDING - 4, 0)
        text = str(model.headerData(section, across, Qt.ItemDataRole.DisplayRole) or "")
        painter.drawText(room, side, self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width()))


class LineTable(QTableView):
    """Rows of one height without a grid. Sorting is asked for at the heading: a third click takes it back."""

    opened = Signal(int)  # a row, by Enter or a double click
    copied = Signal()
    resized = Signal()

    def __init__(self, name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.heading = _Heading(self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setAccessibleName(accessible_name)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def chosen(self) -> list[int]:
        """The selected rows from top to bottom."""
        ranges = ((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())
        return [row for top, bottom in sorted(ranges) for row in range(top, bottom + 1)]

    def choose(self, row: int) -> None:
        """Select one row and show it."""
        # Not selectRow: it looks at the keyboard, and a Ctrl that is held takes the row out again.
        whole = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, whole)
        self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def event(self, event: QEvent) -> bool:
        """J and K step through the lines here, not through the list that they stand for."""
        if keeps(event, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, last = self.currentIndex().row(), self.model().rowCount() - 1
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(row)
        elif event.key() in _STEPS and not event.modifiers() and last >= 0:
            # With nothing chosen yet, the first step begins where the keyboard is.
            step = _STEPS[Qt.Key(event.key())] if self.selectionModel().hasSelection() else 0
            self.choose(max(0, min(last, row + step)))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0 and not event.modifiers():
            self.choose(0 if event.key() == Qt.Key.Key_Home else last)
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()  # pages the reader
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing does not jump about: letters are shortcuts here."""
