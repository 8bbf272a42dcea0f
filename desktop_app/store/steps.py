"""Looking at the steps of the journal: what they did to which things, in words."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.model.changes import Delta
from desktop_app.model.steps import FieldChange, ThingChange, Verb
from desktop_app.store import history, taking_back
from desktop_app.store.history import WITHDRAWN, HistoryEntry
from desktop_app.store.transaction import id_list

SHOWN: Final = 500  # things of one step that are told
_SHORT: Final = 300  # characters of a value
_STATES: Final = ("in the archive", "in the trash", "taken back with its import")
_NAMING: Final = ("title", "name", "query", "quote", "body")  # columns that name a row that is gone

Keys = Mapping[str, Any]
Row = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Told:
    """How the rows of a table are told."""

    kind: str
    name: str  # SQL: what a row is called
    of: str = ""  # the column that names what it belongs to
    by: str = ""  # the column that names it, where it has no name of its own
    fields: tuple[str, ...] = ()  # columns worth telling


# Column: the table whose row it names.
_NAMED: Final = {
    "article_id": "articles", "tag_id": "tags", "source_id": "sources", "entity_id": "entities", "rule_id": "tag_rules",
    "annotation_id": "annotations", "dossier_id": "dossiers", "screening_id": "screenings", "identity_id": "identities",
    "target_id": "identities", "a": "identities", "b": "identities", "other_id": "articles", "parent_id": "dossiers",
    "text_id": "texts",
}  # fmt: skip
_TABLES: Final = {
    "articles": _Told(
        "article",
        "coalesce(nullif(title, ''), excerpt)",
        fields=(
            *("title", "kicker", "byline", "place", "date", "language", "source_id"),
            *("starred", "read_at", "state", "text_id"),
        ),
    ),
    "sources": _Told("paper", "name"),
    "texts": _Told("text", "'version ' || version", of="article_id"),
    "provenances": _Told("file", "path", of="article_id"),
    "tags": _Told("tag", "name", fields=("name", "colour", "key")),
    "tag_rules": _Told("rule", "query", of="tag_id", fields=("query", "active", "tag_id")),
    "tag_refusals": _Told("refused tag", "tag_id", of="article_id", by="tag_id"),
    "taggings": _Told("tag on an article", "tag_id", of="article_id", by="tag_id", fields=("tag_id",)),
    "annotations": _Told(
        "note", "coalesce(nullif(quote, ''), body)", of="article_id", fields=("body", "quote", "colour", "orphaned")
    ),
    "annotation_taggings": _Told("tag on a note", "tag_id", of="annotation_id", by="tag_id", fields=("tag_id",)),
    "saved_searches": _Told("saved search", "name", fields=("name", "query", "sort")),
    "synonym_sets": _Told("synonyms", "words", fields=("words",)),
    "dossiers": _Told("dossier", "name", of="parent_id", fields=("name", "introduction", "parent_id", "position")),
    "dossier_articles": _Told(
        "article in a dossier", "article_id", of="dossier_id", by="article_id", fields=("comment", "position")
    ),
    "screenings": _Told("screening", "name", fields=("name", "query")),
    "screening_items": _Told(
        "article in a screening", "article_id", of="screening_id", by="article_id", fields=("decision",)
    ),
    "family_rulings": _Told("ruling on versions", "article_id", of="other_id", by="article_id", fields=("verdict",)),
    "entities": _Told("person or organisation", "name", fields=("name", "kind", "checked_at", "rejected_at")),
    "identities": _Told(
        "identity", "coalesce((select form from names where identity_id = t.id limit 1), key)", fields=("entity_id",)
    ),
    "names": _Told("name", "form", of="identity_id", fields=("active",)),
    "entity_notes": _Told("note on a person", "body", of="entity_id", fields=("body",)),
    "entity_taggings": _Told("tag on a person", "tag_id", of="entity_id", by="tag_id", fields=("tag_id",)),
    "suggestions": _Told("question", "a", of="b", by="a", fields=("decision",)),
    "rulings": _Told("decision", "kind", of="entity_id", fields=()),
}


@dataclass(frozen=True, slots=True)
class StepDetails:
    """One step: what it did, and what would have to go before it could be taken back."""

    entry: HistoryEntry
    things: tuple[ThingChange, ...]  # the first `SHOWN`
    total: int
    in_the_way: tuple[HistoryEntry, ...] = ()  # the latest first


def details(connection: sqlite3.Connection, operation: int) -> StepDetails:
    """What a step did; raises NotFoundError."""
    entry = taking_back.known_step(connection, operation)
    deltas = [delta for delta in history.deltas_of(connection, operation) if delta.table in _TABLES]
    gone = entry.undone or entry.taken_back
    later = () if gone else tuple(taking_back.in_the_way(connection, operation))
    return StepDetails(entry, tuple(told(connection, deltas[:SHOWN])), len(deltas), later)


def told(connection: sqlite3.Connection, deltas: Iterable[Delta]) -> list[ThingChange]:
    """Differences in words."""
    listed = list(deltas)
    names = _Names(connection, listed)
    return [change for delta in listed if (change := _thing(delta, names)) is not None]


class _Names:
    """What rows are called: by the archive as it is now, else as the journal remembers them."""

    def __init__(self, connection: sqlite3.Connection, deltas: list[Delta]) -> None:
        self._connection = connection
        self._rows: dict[Row, Keys] = {}
        for delta in deltas:
            self._rows[delta.table, delta.id] = {**(delta.before or {}), **(delta.after or {})}
        self._names: dict[Row, str] = {}
        self._look_up({row for delta in deltas for row in _mentioned(delta)})

    def _look_up(self, wanted: set[Row]) -> None:
        by_table: dict[str, list[int]] = {}
        for table, number in wanted:
            by_table.setdefault(table, []).append(number)
        for table, numbers in by_table.items():
            owner = _TABLES[table].of
            columns = f'{_TABLES[table].name}, t."{owner}"' if owner else f"{_TABLES[table].name}, null"
            rows = self._connection.execute(
                f'select t.id, {columns} from "{table}" t where t.id in (select value from json_each(?))',
                (id_list(numbers),),
            )
            for number, name, of in rows:
                self._names[table, number] = str(name or "")
                known = self._rows.get((table, number), {})
                self._rows[table, number] = {**({owner: of} if owner else {}), **known}
        self._remember({row for row in wanted if row not in self._names})

    def _remember(self, missing: set[Row]) -> None:
        """Names of what is gone by now, as the steps that made or deleted it tell them."""
        if not missing:
            return
        for (operation,) in self._connection.execute("select id from journal order by id desc").fetchall():
            for delta in history.noted(self._connection, operation):
                row = (delta.table, delta.id)
                values = {**(delta.after or {}), **(delta.before or {})}
                name = next((values[key] for key in _NAMING if values.get(key)), "")
                if row in missing and name:
                    self._names[row] = str(name)
                    missing.discard(row)

    def row(self, delta: Delta) -> Keys:
        """All that is known of a row."""
        return self._rows[delta.table, delta.id]

    def of(self, table: str, number: object) -> str:
        """What a row is called; "" where nobody knows."""
        return _short(self._names.get((table, int(str(number))), "")) if number else ""


def _mentioned(delta: Delta) -> Iterator[Row]:
    yield delta.table, delta.id
    for side in (delta.before or {}, delta.after or {}):
        for column, value in side.items():
            if column in _NAMED and value and _NAMED[column] in _TABLES:
                yield _NAMED[column], int(value)


def _thing(delta: Delta, names: _Names) -> ThingChange | None:
    how, row = _TABLES[delta.table], names.row(delta)
    before, after = delta.before, delta.after
    verb: Verb = "added" if before is None else "removed" if after is None else "changed"
    if delta.table == "articles" and before and after and WITHDRAWN in (before.get("state"), after.get("state")):
        verb, before, after = ("added" if before.get("state") == WITHDRAWN else "removed"), {}, {}
    fields = tuple(_fields(how, before or {}, after or {}, names))
    if verb == "changed" and not fields:
        return None
    own = names.of(_NAMED[how.by], row.get(how.by)) if how.by else names.of(delta.table, delta.id)
    if verb != "changed":  # what names it already, and what says nothing, need not be told of something new
        fields = tuple(each for each in fields if {each.before, each.after} - {"", "0", "no"} - {own})
    owner = names.of(_NAMED[how.of], row.get(how.of)) if how.of else ""
    return ThingChange(how.kind, verb, own, owner, _article(delta, row, names), fields)


def _article(delta: Delta, row: Keys, names: _Names) -> int:
    if delta.table == "articles":
        return delta.id
    return int(row.get("article_id") or 0)


def _fields(how: _Told, before: Keys, after: Keys, names: _Names) -> Iterator[FieldChange]:
    for column in how.fields:
        if column in (how.by, how.of) and not (before and after):
            continue
        old, new = before.get(column), after.get(column)
        if (column in before or column in after) and old != new:
            was, now = _value(column, old, names), _value(column, new, names)
            if was != now:
                yield FieldChange(_CALLED.get(column, column), was, now)


_CALLED: Final = {
    "source_id": "paper", "read_at": "read", "tag_id": "tag", "parent_id": "within", "entity_id": "belongs to",
    "text_id": "text", "state": "place in the archive", "checked_at": "confirmed", "rejected_at": "rejected",
    "starred": "star", "byline": "author", "key": "number key",
}  # fmt: skip
_FLAGS: Final = {"starred", "read_at", "active", "orphaned", "checked_at", "rejected_at"}


def _value(column: str, value: Any, names: _Names) -> str:
    if column in _FLAGS:
        return "yes" if value else "no"
    if value is None:
        return ""
    if column == "state":
        return _STATES[int(value)]
    if column in _NAMED:
        return names.of(_NAMED[column], value)
    if column == "words" and str(value).startswith("["):
        return ", ".join(json.loads(value))
    return _short(str(value))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
