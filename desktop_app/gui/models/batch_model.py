"""What a list of names found, as a table and as a file."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QObject, Qt

from desktop_app.export.table import neutral
from desktop_app.gui import theme
from desktop_app.gui.dates import format_date
from desktop_app.gui.finding import fold
from desktop_app.gui.i18n import retold, tr
from desktop_app.gui.models.rows_model import Column, Index, RowsModel
from desktop_app.model.query_notices import Notice
from desktop_app.model.searching import BatchRow

NAME, COUNT, FIRST, LAST, NOTICES = range(5)
_LATE = "\uffff"  # behind every date


def notices_of(row: BatchRow) -> str:
    """What is to be said about a line, in the window's language."""
    told = (retold(each.template, each.fields) if isinstance(each, Notice) else each for each in row.notices)
    return " ".join(told)


class BatchModel(RowsModel):
    """`BatchRow`s."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Column(tr("Name"), lambda row: row.line, lambda row: fold(row.line), tip=lambda row: row.query),
                Column(tr("Articles"), lambda row: QLocale().toString(row.count), lambda row: -row.count, right=True),
                Column(tr("First"), lambda row: format_date(row.first), lambda row: row.first or _LATE),
                Column(tr("Last"), lambda row: format_date(row.last), lambda row: row.last or _LATE),
                Column(tr("Notes on the search"), notices_of, notices_of, tip=notices_of),
            ),
            parent,
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole and index.isValid() and not self.row_at(index.row()).count:
            return theme.current().muted
        return super().data(index, role)


def as_csv(rows: Sequence[BatchRow]) -> bytes:
    """A table that spreadsheets open: UTF-8 with a mark, cells that would run as formulas get an apostrophe."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow([tr("Name"), tr("Articles"), tr("First"), tr("Last"), tr("Query"), tr("Notes on the search")])
    for row in rows:
        cells = (row.line, str(row.count), row.first, row.last, row.query, notices_of(row))
        table.writerow([neutral(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def read_list(path: Path) -> str:
    """The text of a list, whatever its encoding. Raises OSError."""
    from desktop_app.ingest.encoding import decode

    return decode(path.read_bytes()).text
