"""The lines of a concordance as a table, and the orders they can be put into."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Literal

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.dates import format_date
from desktop_app.gui.finding import fold
from desktop_app.gui.i18n import tr
from desktop_app.gui.models.rows_model import Column, RowsModel, arranged
from desktop_app.model.searching import ConcordanceLine

Order = Literal["rank", "left", "hit", "right", "date", "source"]
ORDERS: tuple[Order, ...] = ("left", "hit", "right", "source", "date")  # of the columns
LEFT, HIT, RIGHT, SOURCE, DATE = range(5)

# A Chinese or Japanese character counts as a word; other scripts part theirs with blanks.
_CJK = r"\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")
_LAST = "\uffff"  # behind every date and every source

Index = QModelIndex | QPersistentModelIndex


def words_of(text: str) -> list[str]:
    """The words of a context without case and accents."""
    return _WORD.findall(fold(text))


def _key(words: list[str]) -> str:
    """Sorts as the words do, eight times as fast as a list of them: a short word comes before a longer one."""
    return "\1".join(words)


def _left(line: ConcordanceLine) -> Any:
    return _key(words_of(line.left)[::-1])  # the word beside the hit first, then the next


def _hit(line: ConcordanceLine) -> Any:
    return f"{_key(words_of(line.hit))}\0{_right(line)}"


def _right(line: ConcordanceLine) -> Any:
    return _key(words_of(line.right))


def _date(line: ConcordanceLine) -> Any:
    return line.date or _LAST


def _source(line: ConcordanceLine) -> Any:
    return fold(line.source) or _LAST


KEYS: dict[Order, Callable[[ConcordanceLine], Any]] = {
    "left": _left,
    "hit": _hit,
    "right": _right,
    "date": _date,
    "source": _source,
}


def ordered(lines: Sequence[ConcordanceLine], order: Order, words: str = "", *, descending: bool = False) -> list[int]:
    """The numbers of the lines that hold `words`, in an order; slow for many lines, so to be called in a job."""
    needle = fold(words.strip())

    def keep(line: ConcordanceLine) -> bool:
        return needle in fold(f"{line.left} {line.hit} {line.right} {line.source} {line.title}")

    return arranged(lines, keep if needle else None, KEYS.get(order), descending=descending)


def as_text(lines: Sequence[ConcordanceLine]) -> str:
    """Lines for the clipboard: a line each, parted by tabs, as a spreadsheet takes them."""
    rows = ((each.left, each.hit, each.right, each.title, each.source, each.date) for each in lines)
    return "\n".join("\t".join(part.replace("\t", " ") for part in row) for row in rows)


class ConcordanceModel(RowsModel):
    """`ConcordanceLine`s; what is spoken of a row is the whole line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Column(tr("Before"), lambda line: line.left, _left, right=True),
                Column(tr("Hit"), lambda line: line.hit, _hit),
                Column(tr("After"), lambda line: line.right, _right),
                Column(tr("Source"), lambda line: line.source, _source),
                Column(tr("Date"), lambda line: format_date(line.date), _date),
            ),
            parent,
        )

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """The pane sorts in a job."""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == HIT:
            return Qt.AlignmentFlag.AlignCenter
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            line = self.row_at(index.row())
            where = " · ".join(part for part in (line.title, line.source, format_date(line.date)) if part)
            return f"{line.left} {line.hit} {line.right}\n{where}"
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid() and index.column() == LEFT:
            line = self.row_at(index.row())
            parts = (f"{line.left} {line.hit} {line.right}", line.title, line.source, format_date(line.date))
            return ", ".join(part for part in parts if part)
        return super().data(index, role)
