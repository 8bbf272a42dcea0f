"""A list of rows of one height that does not slow down as it grows.

QListView lays out every row, even with uniform sizes: a reset or a change of one row took 1.1 s at
1,000,000 rows (two shared cores). Rows of one height need no layout at all, so everything here is
computed from the scroll bar's value. It stays a QListView for the screen readers' sake.
"""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag
Move = QAbstractItemView.CursorAction


class RowsView(QListView):
    """Draws, scrolls and selects rows of one height (the delegate's size hint) in constant time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_height = 0
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:
        super().setItemDelegate(delegate)
        self.row_height_changed()

    # --- geometry

    def row_height(self) -> int:
        """Pixels from one row to the next."""
        if not self._row_height:
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            self._row_height = max(1, self.itemDelegate().sizeHint(option, QModelIndex()).height())
        return self._row_height

    def row_height_changed(self) -> None:
        """Ask the delegate again, e.g. after a change of fonts."""
        self._row_height = 0
        self.updateGeometries()
        self.viewport().update()

    def row_count(self) -> int:
        """How many rows there are."""
        model = self.model()
        return model.rowCount() if model is not None else 0

    def visible_rows(self) -> range:
        """The rows that are at least partly on the screen."""
        return self._rows_between(0, self.viewport().height() - 1)

    def _rows_between(self, top: int, bottom: int) -> range:
        height, offset = self.row_height(), self.verticalOffset()
        first = max(0, (top + offset) // height)
        return range(first, max(first, min(self.row_count(), (bottom + offset) // height + 1)))

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        height, page = self.row_height(), self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.row_count() * height - page))
        bar.setPageStep(max(height, page // height * height))
        bar.setSingleStep(height // 3)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        height = self.row_height()
        return QRect(0, index.row() * height - self.verticalOffset(), self.viewport().width(), height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = (point.y() + self.verticalOffset()) // self.row_height()
        return self.model().index(row, 0) if 0 <= row < self.row_count() else QModelIndex()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()  # after a reset the scroll bar's range is still the old one
        bar, height, page = self.verticalScrollBar(), self.row_height(), self.viewport().height()
        top = index.row() * height
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(top - (page - height) // 2)
        elif hint == QAbstractItemView.ScrollHint.PositionAtTop or top < bar.value():
            bar.setValue(top)
        elif hint == QAbstractItemView.ScrollHint.PositionAtBottom or top + height > bar.value() + page:
            bar.setValue(top + height - page)

    # --- keyboard and selection

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last = self.row_count() - 1
        if last < 0:
            return QModelIndex()
        current = self.currentIndex()
        if not current.isValid():
            return self.model().index(last if action == Move.MoveEnd else 0, 0)
        page = max(1, self.viewport().height() // self.row_height() - 1)
        step = {
            Move.MoveUp: -1,
            Move.MovePrevious: -1,
            Move.MoveDown: 1,
            Move.MoveNext: 1,
            Move.MovePageUp: -page,
            Move.MovePageDown: page,
            Move.MoveHome: -last,
            Move.MoveEnd: last,
        }.get(action, 0)
        return self.model().index(min(last, max(0, current.row() + step)), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        rect = rect.normalized()
        rows = self._rows_between(rect.top(), rect.bottom())
        selection = QItemSelection()
        if rows:
            selection.select(self.model().index(rows[0], 0), self.model().index(rows[-1], 0))
        self.selectionModel().select(selection, command)

    def select_row(self, row: int) -> None:
        """Select one row alone, make it current and the start of what Shift will stretch."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.selectionModel().select(index, Flag.ClearAndSelect)

    def selectAll(self) -> None:
        """One range, whatever its length; Qt's own walks over every row."""
        if last := self.row_count():
            everything = QItemSelection(self.model().index(0, 0), self.model().index(last - 1, 0))
            self.selectionModel().select(everything, Flag.ClearAndSelect)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def keyboardSearch(self, search: str) -> None:
        """Typing does not jump about: it would ask for every row, and letters are shortcuts here."""

    # --- model and drawing

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: object = ()) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        calm = option.state & ~(QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        hovered = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())) if self.underMouse() else None
        selection, current = self.selectionModel(), self.currentIndex().row()
        for row in self._rows_between(event.rect().top(), event.rect().bottom()):
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            option.state = calm
            if selection.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if row == current and self.hasFocus():
                option.state |= QStyle.StateFlag.State_HasFocus
            if hovered is not None and hovered.row() == row:
                option.state |= QStyle.StateFlag.State_MouseOver
            self.itemDelegate().paint(painter, option, index)
