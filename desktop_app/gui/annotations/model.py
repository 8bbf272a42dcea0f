"""All annotations as rows: every number at once, what is in a row only for the pages that are on the screen."""

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import partial
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.annotating.colours import colour_name
from desktop_app.gui.annotations.words import plain
from desktop_app.gui.dates import format_date
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.models.page_requests import Flight, PageRequests
from desktop_app.gui.page_text import one_line
from desktop_app.model.annotations import AnnotationRow

PAGE = 100
KEPT_ROWS = 40 * PAGE
_TIP = 600  # code points

ANNOTATION_ROLE = Qt.ItemDataRole.UserRole + 1  # an `AnnotationRow`, or None while it is on its way

Index = QModelIndex | QPersistentModelIndex


class AnnotationModel(QAbstractListModel):
    """Rows of `ids`. They are kept by number, so that another order or a filter shows at once what is known."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.ids: Sequence[int] = array("q")
        self._rows: OrderedDict[int, AnnotationRow] = OrderedDict()
        self._stale: set[int] = set()
        self._requests = PageRequests(self)
        self._requests.due.connect(self._fetch)

    def show(self, ids: Sequence[int], rows: Iterable[AnnotationRow] = ()) -> None:
        """Show these, in this order; some of their rows may have come along."""
        self.beginResetModel()
        self._requests.restart()
        self.ids = ids
        self._keep(rows)
        self.endResetModel()

    def doubt(self) -> None:
        """Take every row for outdated; it is shown until the present one has come."""
        self._stale.update(self._rows)

    def row_at(self, number: int) -> AnnotationRow | None:
        """The annotation in a row, if it has come."""
        return self._rows.get(self.ids[number]) if 0 <= number < len(self.ids) else None

    def row_of(self, annotation: int) -> int:
        """The number of the row that shows an annotation, or -1."""
        return next((row for row, number in enumerate(self.ids) if number == annotation), -1) if annotation else -1

    def runs_of(self, annotations: Iterable[int]) -> list[tuple[int, int]]:
        """The rows of these as (first, last) of each unbroken run; those not listed are left out."""
        wanted, runs = set(annotations), list[tuple[int, int]]()
        for row, number in enumerate(self.ids) if wanted else ():
            if number in wanted:
                first = runs.pop()[0] if runs and runs[-1][1] == row - 1 else row
                runs.append((first, row))
        return runs

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.ids) or role not in _ASKED:
            return None
        row = self._row(index.row())
        if role == ANNOTATION_ROLE or row is None:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(plain(row.body) or row.quote)
        return _tip(row) if role == Qt.ItemDataRole.ToolTipRole else spoken(row)

    # --- fetching

    def _row(self, number: int) -> AnnotationRow | None:
        annotation = self.ids[number]
        row = self._rows.get(annotation)
        if row is None or annotation in self._stale:
            self._requests.want(number // PAGE)
        return row

    def _fetch(self) -> None:
        archive = self._desk.archive
        for flight in self._requests.take():
            page = flight[1]
            part = self.ids[page * PAGE : (page + 1) * PAGE]
            ids = [number for number in part if number not in self._rows or number in self._stale]
            if not ids:
                continue
            self._requests.begin(flight)
            self._desk.jobs.read(
                self,
                partial(archive.annotation_rows, ids),
                partial(self._landed, flight, ids),
                failed=partial(self._lost, flight),
            )

    def _landed(self, flight: Flight, asked: list[int], rows: list[AnnotationRow]) -> None:
        present = self._requests.end(flight)
        self._stale.difference_update(asked)
        self._keep(rows)
        page = flight[1]
        if present and self.ids:
            last = min(len(self.ids), (page + 1) * PAGE) - 1
            self.dataChanged.emit(self.index(page * PAGE), self.index(last))
        self._fetch()

    def _keep(self, rows: Iterable[AnnotationRow]) -> None:
        for row in rows:
            self._rows[row.id] = row
            self._rows.move_to_end(row.id)
            self._stale.discard(row.id)
        while len(self._rows) > KEPT_ROWS:
            self._rows.popitem(last=False)

    def _lost(self, flight: Flight, error: BaseException) -> None:
        self._requests.end(flight)
        self._desk.failed(error)


def kind_name(row: AnnotationRow) -> str:
    """What an annotation is, in a word or two."""
    names = {
        "highlight": tr("Highlight"),
        "note": tr("Note on words"),
        "article": tr("Note on an article"),
        "person": tr("Note on a person"),
        "organisation": tr("Note on an organisation"),
    }
    return names[row.kind]


def spoken(row: AnnotationRow) -> str:
    """A row in one sentence, for screen readers."""
    parts = [kind_name(row), tr("orphaned") if row.orphaned else "", one_line(plain(row.body)), one_line(row.quote)]
    parts += [one_line(row.title), row.source, format_date(row.date, row.language)]
    if row.colour >= 0:
        parts.append(colour_name(row.colour))
    if row.tags:
        parts.append(tr("tags: {tags}", tags=", ".join(tag.name for tag in row.tags)))
    return ", ".join(part for part in parts if part)


def _tip(row: AnnotationRow) -> str:
    """What the row has no room for; empty where it shows everything."""
    words = [f"“{one_line(row.quote[:_TIP])}”" if row.quote else "", one_line(plain(row.body)[:_TIP])]
    if row.orphaned:
        words.append(tr("The words of this note are no longer in the article."))
    # As HTML of our own making: what begins with a bracket would be taken for it otherwise, and obeyed.
    return "".join(f"<p>{escape(word)}</p>" for word in words if word)


_ASKED = (
    ANNOTATION_ROLE,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
