"""People or organisations as a table: all ids at once, rows only for the pages that are on the screen."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.dates import format_date
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.models.page_requests import Flight, PageRequests
from desktop_app.model.people import EntityRow

PAGE = 100
KEPT_ROWS = 40 * PAGE
FEW = 8  # that are looked for one by one

NAME, ROLE, ARTICLES, MENTIONS, FORMS, FIRST, LAST, TAGS, CHECKED = range(9)
NUMBERS = (ARTICLES, MENTIONS, FORMS)

ENTITY_ROLE = Qt.ItemDataRole.UserRole + 1  # an `EntityRow`, or None while it is on its way

Index = QModelIndex | QPersistentModelIndex


class EntityModel(QAbstractTableModel):
    """Rows of `ids`. They are kept by id, so that another order or a filter shows at once what is known."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.ids: Sequence[int] = array("q")
        self.titles = (
            tr("Name"),
            tr("Role"),
            tr("Articles"),
            tr("Mentions"),
            tr("Forms"),
            tr("First seen"),
            tr("Last seen"),
            tr("Tags"),
            tr("Checked"),
        )
        self._rows: OrderedDict[int, EntityRow] = OrderedDict()
        self._stale: set[int] = set()
        self._requests = PageRequests(self)
        self._requests.due.connect(self._fetch)

    # --- what is shown

    def show(self, ids: Sequence[int], rows: Iterable[EntityRow] = ()) -> None:
        """Show these, in this order; some of their rows may have come along."""
        self.beginResetModel()
        self._requests.restart()
        self.ids = ids
        self._keep(rows)
        self.endResetModel()

    def doubt(self) -> None:
        """Take every row for outdated; it is shown until the present one has come."""
        self._stale.update(self._rows)

    def row_of(self, entity: int) -> int:
        """The number of the row that shows an entity, or -1."""
        try:
            return self.ids.index(entity)
        except ValueError:
            return -1

    def runs_of(self, entities: Sequence[int]) -> list[tuple[int, int]]:
        """The rows of these as (first, last) of each unbroken run; those not listed are left out."""
        if len(entities) <= FEW:
            return [(row, row) for row in sorted(map(self.row_of, entities)) if row >= 0]
        import numpy as np

        mine = np.isin(np.asarray(self.ids, np.int64), np.asarray(entities, np.int64))
        edges = np.flatnonzero(np.diff(np.concatenate(([0], mine.view(np.int8), [0]))))
        return list(zip(edges[::2].tolist(), (edges[1::2] - 1).tolist(), strict=True))

    # --- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.titles):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.ids):
            return None
        if role not in _ASKED:
            return None
        row = self._row(index.row())
        if role == ENTITY_ROLE or row is None:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return TEXTS[index.column()](row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row, index.column())
        return spoken(row) if index.column() == NAME else TEXTS[index.column()](row)

    # --- fetching

    def _row(self, number: int) -> EntityRow | None:
        entity = self.ids[number]
        row = self._rows.get(entity)
        if row is None or entity in self._stale:
            self._requests.want(number // PAGE)
        return row

    def _fetch(self) -> None:
        archive = self._desk.archive
        for flight in self._requests.take():
            page = flight[1]
            part = self.ids[page * PAGE : (page + 1) * PAGE]
            ids = [entity for entity in part if entity not in self._rows or entity in self._stale]
            if not ids:
                continue
            self._requests.begin(flight)
            self._desk.jobs.read(
                self,
                partial(archive.entity_rows, ids),
                partial(self._landed, flight, ids),
                failed=partial(self._lost, flight),
            )

    def _landed(self, flight: Flight, asked: list[int], rows: list[EntityRow]) -> None:
        present = self._requests.end(flight)
        self._stale.difference_update(asked)
        self._keep(rows)
        page = flight[1]
        if present and self.ids:
            last = min(len(self.ids), (page + 1) * PAGE) - 1
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(self.titles) - 1))
        self._fetch()

    def _keep(self, rows: Iterable[EntityRow]) -> None:
        for row in rows:
            self._rows[row.id] = row
            self._rows.move_to_end(row.id)
            self._stale.discard(row.id)
        while len(self._rows) > KEPT_ROWS:
            self._rows.popitem(last=False)

    def _lost(self, flight: Flight, error: BaseException) -> None:
        self._requests.end(flight)
        self._desk.failed(error)


def spoken(row: EntityRow) -> str:
    """A row in one sentence, for screen readers."""
    parts = [row.name, tr("only a surname") if row.bare else "", row.role, trn("%n article(s)", row.articles)]
    parts.append(trn("%n mention(s)", row.mentions))
    if row.tags:
        parts.append(tr("tags: {tags}", tags=", ".join(name for name, _ in row.tags)))
    if row.checked:
        parts.append(tr("checked"))
    if row.noted:
        parts.append(tr("with a note"))
    return ", ".join(part for part in parts if part)


def _number(count: int) -> str:
    return QLocale().toString(count)


def _tip(row: EntityRow, column: int) -> str:
    if column == NAME and row.bare:
        return tr("{name}: only a surname is known", name=row.name)
    if column == CHECKED:
        return tr("Checked by a person") if row.checked else ""
    return TEXTS[column](row)


TEXTS: tuple[Callable[[EntityRow], str], ...] = (
    lambda row: row.name,
    lambda row: row.role,
    lambda row: _number(row.articles),
    lambda row: _number(row.mentions),
    lambda row: _number(row.forms),
    lambda row: format_date(row.first),
    lambda row: format_date(row.last),
    lambda row: ", ".join(name for name, _ in row.tags),
    lambda row: tr("yes") if row.checked else "",
)
_ASKED = (
    ENTITY_ROLE,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
