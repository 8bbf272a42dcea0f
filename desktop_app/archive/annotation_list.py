"""All annotations as one list, filtered and sorted in memory, in step with what changes."""

import threading
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from desktop_app.archive.session import Session
from desktop_app.model.annotations import (
    AnnotationCounts,
    AnnotationFilter,
    AnnotationKind,
    AnnotationRow,
    AnnotationSort,
)
from desktop_app.model.changes import Changes
from desktop_app.model.listing import FacetCount
from desktop_app.model.text import folded_name
from desktop_app.store import annotations, filters, marks
from desktop_app.store.annotations import Entry
from desktop_app.store.columns import source_names
from desktop_app.store.database import at_once

_TABLES = ("annotations", "annotation_taggings", "entity_notes", "entities", "articles", "sources")
_READ_AGAIN = 5_000  # changed rows; if there are more, all are read
ALL = AnnotationFilter()

Fits = Callable[[Entry], bool]
Orders = dict[tuple[AnnotationSort, bool], list[Entry]]


class AnnotationList:
    """The verbs that list annotations. Safe from any thread."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._lock = threading.Lock()
        self._entries: dict[int, Entry] | None = None
        self._orders: Orders = {}
        self._pending: dict[str, set[int]] = {}
        self._doubtful = False
        session.on_change.append(self._note)

    def annotations(
        self, wanted: AnnotationFilter = ALL, *, sort: AnnotationSort = "changed", descending: bool = True
    ) -> "array[int]":
        """The numbers of the annotations that fit, in order; those of one article stay in the order of its text."""
        found = self._in_order(sort, descending=descending)
        for fits in self._conditions(wanted):
            found = [entry for entry in found if fits(entry)]
        return array("q", (entry.id for entry in found))

    def annotation_rows(self, ids: Sequence[int]) -> list[AnnotationRow]:
        """What a list shows of these, in this order; those that are gone are left out, long notes are cut."""
        return annotations.rows(self._session.reader(), ids)

    def annotation_counts(self) -> AnnotationCounts:
        """How many there are, by kind, colour, tag and source."""
        entries = self._known()[0].values()
        kinds: Counter[AnnotationKind] = Counter(entry.kind for entry in entries)
        tags = Counter(tag for entry in entries for tag in entry.tags)
        sources = Counter(entry.source for entry in entries if entry.source)
        connection = self._session.reader()
        names = source_names(connection)
        named = sorted((names[number], count) for number, count in sources.items() if number in names)
        return AnnotationCounts(
            total=len(entries),
            orphaned=sum(entry.orphaned for entry in entries),
            kinds=dict(kinds),
            colours=dict(Counter(entry.colour for entry in entries if entry.colour >= 0)),
            tags=tuple(
                FacetCount(tag.value, tag.label, tags[tag.id], tag.id, tag.colour)
                for tag in marks.tags(connection)
                if tag.id in tags
            ),
            sources=tuple(FacetCount(name, name, count) for name, count in named),
        )

    # --- kept in step

    def _note(self, changes: Changes) -> None:
        touched = {table: set(changes.rows.get(table, ())) for table in _TABLES if changes.rows.get(table)}
        with self._lock:
            if self._entries is None:
                return
            for table, rows in touched.items():
                self._pending.setdefault(table, set()).update(rows)
            if sum(map(len, self._pending.values())) > _READ_AGAIN:
                self._doubtful, self._pending = True, {}

    def _in_order(self, sort: AnnotationSort, *, descending: bool) -> list[Entry]:
        """All of them in an order, which is kept: a filter leaves it as it is."""
        entries, orders = self._known()
        found = orders.get((sort, descending))
        if found is None:
            found = sorted(entries.values(), key=lambda entry: (entry.article or entry.entity, entry.start, entry.id))
            if sort == "source":
                names = {number: folded_name(name) for number, name in source_names(self._session.reader()).items()}
                found.sort(key=lambda entry: names.get(entry.source, ""), reverse=descending)
            else:
                found.sort(key=_KEYS[sort], reverse=descending)
            if sort == "date":
                found.sort(key=lambda entry: entry.first == 0)  # undated ones come last either way
            orders[sort, descending] = found
        return found

    def _known(self) -> tuple[dict[int, Entry], Orders]:
        """The present annotations, and the orders in which they were asked for so far."""
        connection = self._session.reader()
        with self._lock, at_once(connection):
            if self._entries is None or self._session.read_only or self._doubtful:
                # Too much has changed, or another program may have written.
                self._entries = annotations.load(connection, known=self._entries or {})
                self._orders, self._doubtful = {}, False
            elif self._pending:
                articles, entities = self._pending.get("articles", set()), self._pending.get("entities", set())
                numbers = {-note for note in self._pending.get("entity_notes", ())}
                numbers |= self._pending.get("annotations", set())
                numbers |= annotations.tagged_by(connection, self._pending.get("annotation_taggings", ()))
                numbers |= annotations.on(connection, articles=articles, entities=entities)
                self._entries = {
                    number: entry
                    for number, entry in self._entries.items()
                    if number not in numbers and entry.article not in articles
                } | annotations.load(connection, numbers, self._entries)
                self._orders = {}
            self._pending = {}
            return self._entries, self._orders

    # --- what fits

    def _conditions(self, wanted: AnnotationFilter) -> list[Fits]:
        """The conditions that are stated, the cheap ones first."""
        connection = self._session.reader()
        plain = _plain(wanted)
        if wanted.source:
            ids = filters.named(connection, "sources", wanted.source, nested=False)
            plain.append(lambda entry: entry.source in ids)
        if wanted.tag:
            tags = set(filters.named(connection, "tags", wanted.tag, nested=True))
            plain.append(lambda entry: not tags.isdisjoint(entry.tags))
        if wanted.entity:
            articles = annotations.naming(connection, wanted.entity)
            plain.append(lambda entry: entry.entity == wanted.entity or entry.article in articles)
        return plain + [_holding(word) for word in wanted.text.split()]


def _plain(wanted: AnnotationFilter) -> list[Fits]:
    """The conditions that an entry answers by itself."""
    stated: Iterable[tuple[object, Fits]] = (
        (wanted.article, lambda entry: entry.article == wanted.article),
        (wanted.kind == "orphaned", lambda entry: entry.orphaned),
        (wanted.kind not in ("", "orphaned"), lambda entry: entry.kind == wanted.kind),
        (wanted.colour is not None, lambda entry: entry.colour == wanted.colour),
        (wanted.since, lambda entry: entry.changed >= wanted.since),
        (wanted.until, lambda entry: entry.changed[: len(wanted.until)] <= wanted.until),
        (wanted.first, lambda entry: entry.last >= wanted.first),
        (wanted.last, lambda entry: 0 < entry.first <= wanted.last),
    )
    return [fits for asked, fits in stated if asked]


def _holding(word: str) -> Fits:
    """Whether a word stands in the note, the quote or the title, however it is written."""
    small, folded = word.casefold(), folded_name(word)
    if not folded:
        return lambda entry: small in entry.words
    return lambda entry: folded in entry.folded or small in entry.words


_KEYS: dict[AnnotationSort, Callable[[Entry], Any]] = {
    "changed": lambda entry: (entry.changed, abs(entry.id)),
    "created": lambda entry: (entry.created, abs(entry.id)),
    "date": lambda entry: entry.first,
    "title": lambda entry: entry.title,
    "colour": lambda entry: entry.colour,
}
