"""Rows of one kind as a table: columns are given as functions, order and choice as row numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole + 1  # the row itself


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, what it shows, and what it is sorted by. `tip` is "" where nothing more is known."""

    title: str
    text: Callable[[Any], str]
    key: Callable[[Any], Any]
    right: bool = False  # numbers stand at the right
    tip: Callable[[Any], str] = str


def arranged(
    rows: Sequence[Any],
    keep: Callable[[Any], bool] | None = None,
    key: Callable[[Any], Any] | None = None,
    *,
    descending: bool = False,
) -> list[int]:
    """The numbers of the rows to show, in order; equal ones stay as they came."""
    numbers = [number for number, row in enumerate(rows) if keep is None or keep(row)]
    if key is None:
        return numbers
    return sort_in_runs(numbers, [key(rows[number]) for number in numbers], descending=descending)


RUN = 4_000


def sort_in_runs(numbers: list[int], keys: list[Any], *, descending: bool = False) -> list[int]:
    """`numbers` in the order of their `keys`.

    One sort of 100,000 texts holds the interpreter, and so the window, for a tenth of a second. Sorted runs of them
    are joined by the last sort in 31 ms (CPU): it looks for runs first.
    """
    places = list(range(len(numbers)))
    joined: list[int] = []
    for start in range(0, len(places), RUN):
        joined += sorted(places[start : start + RUN], key=keys.__getitem__, reverse=descending)
    joined.sort(key=keys.__getitem__, reverse=descending)
    return [numbers[place] for place in joined]


class RowsModel(QAbstractTableModel):
    """Shows `rows` in `columns`; which and in what order is decided by `arrange` or by `show_order`."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.rows: Sequence[Any] = []
        self._order: list[int] = []
        self._keep: Callable[[Any], bool] | None = None
        self._sorted_by = -1
        self._descending = False

    # --- what is shown

    def show(self, rows: Sequence[Any]) -> None:
        """Show other rows, as the last ones were sorted and chosen."""
        self.rows = rows
        self.arrange()

    def choose(self, keep: Callable[[Any], bool] | None) -> None:
        """Show only the rows that `keep` accepts."""
        self._keep = keep
        self.arrange()

    def arrange(self) -> None:
        """Sort and choose anew; for thousands of rows. More are arranged in a job."""
        key = self.columns[self._sorted_by].key if self._sorted_by >= 0 else None
        self.show_order(arranged(self.rows, self._keep, key, descending=self._descending))

    def show_order(self, order: list[int], rows: Sequence[Any] | None = None) -> None:
        """Show these rows by number, of `rows` if they are new."""
        self.beginResetModel()
        if rows is not None:
            self.rows = rows
        self._order = order
        self.endResetModel()

    def changed(self, row: Any) -> None:
        """Say that a row's texts are others now."""
        number = next((at for at, each in enumerate(self._order) if self.rows[each] is row), -1)
        if number >= 0:
            self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))

    def row_at(self, number: int) -> Any:
        """The row that is shown as the `number`-th."""
        return self.rows[self._order[number]]

    def shown(self) -> list[Any]:
        """The rows as they are shown."""
        return [self.rows[number] for number in self._order]

    # --- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self.arrange()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._order):
            return None
        row, column = self.row_at(index.row()), self.columns[index.column()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not str:
            return column.tip(row)
        return None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.columns[column].right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
