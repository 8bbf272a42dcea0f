"""The listing as Qt sees it: all ids at once, rows only for the pages that are on the screen."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from desktop_app.gui.dates import format_date
from desktop_app.gui.desk import Desk
from desktop_app.gui.families.folding import Fold
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.lines import Line, load
from desktop_app.gui.models.page_requests import Flight, PageRequests
from desktop_app.model.article import ArticleRow
from desktop_app.model.changes import Changes
from desktop_app.model.listing import Listing

PAGE = 64
KEPT_LINES = 40 * PAGE  # some hundred screens; a line is about 2 kB
CALM_MS = 150
FEW = 8  # articles that are looked for one by one

LINE_ROLE = Qt.ItemDataRole.UserRole + 1  # a `Line`, or None while it is on its way
ID_ROLE = Qt.ItemDataRole.UserRole + 2
FOLD_ROLE = Qt.ItemDataRole.UserRole + 4  # a `Fold`, or None where the row stands for one article alone
DECISION_ROLE = Qt.ItemDataRole.UserRole + 5  # what the screening that is shown has decided about the article
COMMENT_ROLE = Qt.ItemDataRole.UserRole + 3  # what is written beside the article in the dossier that is shown

Index = QModelIndex | QPersistentModelIndex


class ArticleListModel(QAbstractListModel):
    """Rows of the desk's listing.

    Lines are kept by article, not by row, so that a listing that changes while the reader types goes on
    showing what it knows, and nothing flickers.
    """

    page_loaded = Signal(int)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ids: Sequence[int] = array("q")
        self._query = ""
        self._lines: OrderedDict[int, Line] = OrderedDict()
        self._requests = PageRequests(self)
        self._requests.due.connect(self._fetch)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._want_rest)
        desk.hub.changed.connect(self._on_changed)

    # --- the listing

    @property
    def ids(self) -> Sequence[int]:
        """The ids of all rows, in order."""
        return self._ids

    def set_listing(self, listing: Listing | None) -> None:
        """Show another listing; lines that are known stay known, and its first ones have come with it."""
        self.beginResetModel()
        self._requests.restart()
        self._ids = listing.ids if listing is not None else array("q")
        self._query = listing.query if listing is not None else ""
        self._keep(self._desk.first_lines)
        self.endResetModel()
        self._calm.start()

    def row_of(self, article: int | None) -> int:
        """The row of an article, or -1."""
        if article is None:
            return -1
        try:
            return self._ids.index(article)
        except ValueError:
            return -1

    def runs_of(self, articles: Sequence[int]) -> list[tuple[int, int]]:
        """The rows of these articles as (first, last) of each unbroken run; those not listed are left out."""
        if len(articles) <= FEW:
            return _runs(sorted(row for row in map(self.row_of, articles) if row >= 0))
        import numpy as np

        mine = np.isin(np.asarray(self._ids, np.int64), np.asarray(articles, np.int64))
        edges = np.flatnonzero(np.diff(np.concatenate(([0], mine.view(np.int8), [0]))))
        return list(zip(edges[::2].tolist(), (edges[1::2] - 1).tolist(), strict=True))

    def line(self, row: int) -> Line | None:
        """What is known of a row now; asks for it where nothing is."""
        article = self._ids[row]
        line = self._lines.get(article)
        if line is None or line.stale or line.query != self._query:
            self._requests.want(row // PAGE)
        elif row % PAGE >= PAGE - 8:  # about to scroll off the page: have the next one ready
            self._want_missing(row // PAGE + 1)
        return line

    def any_trashed(self, articles: Sequence[int]) -> bool:
        """Whether one of these articles lies in the trash, as far as their rows are known."""
        trashed = {number for number, line in self._lines.items() if line.row is not None and line.row.trashed}
        return bool(trashed) and any(number in trashed for number in articles)

    # --- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._ids)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        if role == FOLD_ROLE:
            return self._desk.folding.of(self._ids[index.row()])
        if role == DECISION_ROLE:
            return self._desk.collected.decisions.get(self._ids[index.row()], "")
        if role == COMMENT_ROLE:
            return self._desk.collected.lines.get(self._ids[index.row()], "")
        if role not in _TEXTS and role != LINE_ROLE:
            return None
        line = self.line(index.row())
        if role == LINE_ROLE:
            return line
        if line is None or line.row is None:
            return ""
        fold = self._desk.folding.of(line.row.id) if role == Qt.ItemDataRole.AccessibleTextRole else None
        return _TEXTS[role](line.row) + (f", {spoken_fold(fold)}" if fold is not None else "")

    # --- fetching

    def _want_rest(self) -> None:
        """Once the reader has stopped typing, the first page is made ready to be scrolled through."""
        if any(self._missing(article) for article in self._ids[:PAGE]):
            self._requests.want(0)

    def _want_missing(self, page: int) -> None:
        first = page * PAGE
        if first < len(self._ids) and self._ids[first] not in self._lines:
            self._requests.want(page)

    def _fetch(self) -> None:
        archive = self._desk.archive
        for flight in self._requests.take():
            generation, page = flight
            ids = [article for article in self._ids[page * PAGE : (page + 1) * PAGE] if self._missing(article)]
            if not ids:
                continue
            self._requests.begin(flight)
            query = self._query
            self._desk.jobs.read(
                self,
                partial(load, archive, ids, query, partial(self._is_past, generation)),
                partial(self._landed, flight),
                failed=partial(self._lost, flight),
            )

    def _is_past(self, generation: int) -> bool:
        return generation != self._requests.generation

    def _missing(self, article: int) -> bool:
        line = self._lines.get(article)
        return line is None or line.stale or line.query != self._query

    def _landed(self, flight: Flight, lines: dict[int, Line]) -> None:
        present = self._requests.end(flight)
        self._keep(lines)
        page = flight[1]
        if present and self._ids:
            last = min(len(self._ids), (page + 1) * PAGE) - 1
            self.dataChanged.emit(self.index(page * PAGE), self.index(last))
            self.page_loaded.emit(page)
        self._fetch()

    def _keep(self, lines: dict[int, Line]) -> None:
        for article, line in lines.items():
            self._lines[article] = line
            self._lines.move_to_end(article)
        while len(self._lines) > KEPT_LINES:
            self._lines.popitem(last=False)

    def _lost(self, flight: Flight, error: BaseException) -> None:
        self._requests.end(flight)
        self._desk.message.emit(str(error))

    def _on_changed(self, changes: Changes) -> None:
        touched = [article for article in changes.articles if article in self._lines]
        for article in touched:
            self._lines[article].stale = True
        if touched and self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def spoken(row: ArticleRow) -> str:
    """A row in one sentence, for screen readers."""
    parts = [row.heading, row.source, format_date(row.date, row.language) or tr("undated")]
    if not row.read:
        parts.append(tr("unread"))
    if row.starred:
        parts.append(tr("starred"))
    if row.tags:
        parts.append(tr("tags: {tags}", tags=", ".join(tag.name for tag in row.tags)))
    return ", ".join(part for part in parts if part)


def as_line(row: ArticleRow) -> str:
    """A row as one line of text, for the clipboard."""
    return " · ".join(part for part in (row.heading, row.source, format_date(row.date, row.language)) if part)


def spoken_fold(fold: Fold) -> str:
    """What a row shows of its family, for screen readers."""
    if fold.inside:
        return tr("another version")
    versions = trn("%n version(s)", fold.versions)
    return tr("{versions}, open", versions=versions) if fold.unfolded else versions


def _tip(row: ArticleRow) -> str:
    """Everything that the row may have had to cut."""
    meta = " · ".join(part for part in (row.source, format_date(row.date, row.language) or tr("undated")) if part)
    tags = ", ".join(tag.name for tag in row.tags)
    return "\n".join(part for part in (row.kicker, row.title, meta, tags) if part)


def _heading(row: ArticleRow) -> str:
    return row.heading


_TEXTS: dict[int, Callable[[ArticleRow], str]] = {
    Qt.ItemDataRole.DisplayRole: _heading,
    Qt.ItemDataRole.AccessibleTextRole: spoken,
    Qt.ItemDataRole.ToolTipRole: _tip,
}
