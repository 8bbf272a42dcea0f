"""The headings above the table: clicked to sort, dragged to move, chosen from a menu."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr
from desktop_app.gui.table.columns import LEAST, Arrangement, Column, columns
from desktop_app.model.sorting import keys_of

Index = QModelIndex | QPersistentModelIndex
TITLE = 1  # the column that takes what the others leave
_TITLE_LEAST, _HEIGHT, _PADDING = 150, 28, 8


class _Titles(QAbstractTableModel):
    """Nothing but titles."""

    def __init__(self, titles: list[Column], parent: QObject) -> None:
        super().__init__(parent)
        self._titles = titles

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return len(self._titles)

    def data(self, _index: Index, _role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section].title
        return None


class Heading(QHeaderView):
    """Columns as the reader has arranged them; those that find no room are left out from the right."""

    clicked = Signal(object, bool)  # Column, whether Shift was held
    arranged = Signal()  # moved, resized, chosen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("table_heading")
        self.setAccessibleName(tr("Columns"))
        self.columns = list(columns())
        self._chosen: set[str] = set()
        self._sort = ""
        self._still = False  # while sections are set by the program
        self.setModel(_Titles(self.columns, self))
        self.setFixedHeight(_HEIGHT)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setMinimumSectionSize(LEAST)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sectionClicked.connect(self._on_clicked)
        self.sectionResized.connect(lambda *_: self._moved())
        self.sectionMoved.connect(lambda *_: self._moved())
        theme.notifier().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(theme.font("small"))
        self.viewport().update()

    # --- what is shown

    def arrange(self, wanted: Arrangement) -> None:
        """Show the columns as an archive's reader left them."""
        self._still = True
        widths = dict(wanted.widths)
        self._chosen = {*wanted.shown, "title"}
        self._sort = wanted.sort
        for at, name in enumerate(wanted.order):
            logical = next(number for number, column in enumerate(self.columns) if column.name == name)
            self.moveSection(self.visualIndex(logical), at)
        for number, column in enumerate(self.columns):
            self.setSectionHidden(number, column.name not in self._chosen)
            self.resizeSection(number, max(LEAST, widths.get(column.name, column.width)))
        self._still = False
        self._fit()

    def arrangement(self, *, table: bool) -> Arrangement:
        """The columns as they are now."""
        order = tuple(self.columns[self.logicalIndex(at)].name for at in range(self.count()))
        shown = tuple(name for name in order if name in self._chosen)
        widths = tuple(
            (column.name, self.sectionSize(number))
            for number, column in enumerate(self.columns)
            if number != TITLE and not self.isSectionHidden(number)
        )
        return Arrangement(order, shown, widths, self._sort, table)

    def show_sort(self, sort: str) -> None:
        """Mark the columns that the list is sorted by."""
        self._sort = sort
        self.viewport().update()

    def choose(self, name: str, on: bool) -> None:
        """Show a column, or hide it."""
        self._chosen = {*self._chosen, name} if on else self._chosen - {name}
        number = next(number for number, column in enumerate(self.columns) if column.name == name)
        self.setSectionHidden(number, not on)
        if on and self.sectionSize(number) < LEAST:
            self.resizeSection(number, self.columns[number].width)
        self._moved()

    def shown(self) -> list[tuple[Column, int, int]]:
        """The visible columns from left to right, each with its left edge and its width."""
        found = []
        for at in range(self.count()):
            number = self.logicalIndex(at)
            if not self.isSectionHidden(number):
                left = self.sectionViewportPosition(number)
                found.append((self.columns[number], left, self.sectionSize(number)))
        return found

    def _moved(self) -> None:
        if not self._still:
            self._fit()
            self.arranged.emit()

    def _fit(self) -> None:
        """Give the title what the others leave; where that is too little, the last columns go until there is room."""
        self._still = True
        room = self.viewport().width()
        order = [self.logicalIndex(at) for at in range(self.count())]
        wanted = [number for number in order if self.columns[number].name in self._chosen]
        kept, taken = {TITLE}, _TITLE_LEAST
        for number in wanted:
            width = self.sectionSize(number) or self.columns[number].width
            if number != TITLE and taken + width <= room:
                kept.add(number)
                taken += width
        for number in wanted:
            self.setSectionHidden(number, number not in kept)
            if number in kept and number != TITLE and not self.sectionSize(number):
                self.resizeSection(number, self.columns[number].width)
        others = sum(self.sectionSize(number) for number in kept if number != TITLE)
        self.resizeSection(TITLE, max(_TITLE_LEAST, room - others))
        self._still = False
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- using

    def _on_clicked(self, number: int) -> None:
        held = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self.columns[number].key:
            self.clicked.emit(self.columns[number], held)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """The columns to choose from; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setObjectName("columns_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in self.columns:
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(column.name in self._chosen)
            action.setEnabled(column.name != "title")
            action.toggled.connect(lambda on, name=column.name: self.choose(name, on))
        menu.addSeparator()
        menu.addAction(tr("As at first"), self.reset).setObjectName("columns_reset")
        return menu

    def reset(self) -> None:
        """Show the columns as they stand at first."""
        first = Arrangement(tuple(column.name for column in self.columns), sort=self._sort)
        self.arrange(first)
        self.arranged.emit()

    # --- drawing

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        palette, column = theme.current(), self.columns[section]
        painter.fillRect(rect, palette.page)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, palette.line)
        room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        mark = self._mark(column)
        painter.setFont(self.font())
        painter.setPen(palette.ink if mark else palette.muted)
        middle = Qt.AlignmentFlag.AlignVCenter
        if mark:
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, mark)
            room.adjust(0, 0, -self.fontMetrics().horizontalAdvance(mark) - 4, 0)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        title = "★" if column.name == "starred" else column.title
        painter.drawText(
            room, side | middle, self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        )

    def _mark(self, column: Column) -> str:
        """The arrow of a column that is sorted by, with its place where there are several."""
        keys = keys_of(self._sort) if self._sort and self._sort not in ("relevance", "hand") else ()
        for place, key in enumerate(keys, 1):
            if key.name == column.key:
                return ("▾" if key.descending else "▴") + (str(place) if len(keys) > 1 else "")
        return ""
