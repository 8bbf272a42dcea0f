"""Taking back a step that others have followed: what it did goes, or a later step that builds on it is named."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from desktop_app.model.changes import Changes, Delta
from desktop_app.model.errors import ConflictError, NotFoundError
from desktop_app.model.query_notices import Notice
from desktop_app.store import history
from desktop_app.store.history import WITHDRAWN, HistoryEntry

Row = tuple[str, int]  # table and id
Keys = Mapping[str, Any]

# What no index of the schema says by columns: names of dossiers are unique among siblings, number keys but for 0.
_UNIQUE: Final = {"dossiers": (("parent_id", "name"),), "tags": (("key",),)}
# References that the schema leaves open, since what they name may be gone.
_REFERENCES: Final = {
    "annotations": {"text_id": "texts"},
    "articles": {"text_id": "texts"},
    "rulings": {"article_id": "articles"},
    "suggestions": {"article_id": "articles"},
}
_TREES: Final = {"dossiers": "parent_id"}  # tables whose rows stand below one another


@dataclass(slots=True)
class _Effect:
    """What a step did to the archive, row by row, and what its reversal needs."""

    changed: dict[Row, set[str] | None] = field(default_factory=dict)  # columns; None: the row came or went
    made: set[Row] = field(default_factory=set)
    removed: dict[Row, dict[str, Any]] = field(default_factory=dict)  # as they were
    before: dict[Row, dict[str, Any]] = field(default_factory=dict)  # of changed ones the columns that differ

    def add(self, delta: Delta) -> None:
        """Take in one difference; a step may touch a row several times."""
        row = (delta.table, delta.id)
        if _whole(delta):
            self.changed[row] = None
        else:
            known = self.changed.setdefault(row, set())
            if known is not None:
                known |= differing(delta)
        if delta.before is None or _in_sight(delta.after) > _in_sight(delta.before):
            self.made.add(row)
        elif delta.after is None:
            self.removed[row] = {**delta.before, **self.before.pop(row, {})}
        elif row not in self.made:
            self.before[row] = {**delta.before, **self.before.get(row, {})}
        if delta.table == "articles" and delta.after and delta.after.get("text_id"):
            self.made.add(("texts", delta.after["text_id"]))


def _in_sight(row: Keys | None) -> bool:
    """Whether an article is not among those that were taken back with their import; they are as good as gone."""
    return row is not None and row.get("state") != WITHDRAWN


def _whole(delta: Delta) -> bool:
    """Whether a row came or went as a whole."""
    return delta.before is None or delta.after is None or _in_sight(delta.before) != _in_sight(delta.after)


def differing(delta: Delta) -> set[str]:
    """The columns of a changed row in which something differs."""
    before, after = delta.before or {}, delta.after or {}
    return {name for name in before if before[name] != after.get(name)}


class Steps:
    """The steps of the journal for one look at it: which count, what they did, how they build on one another."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._references: dict[str, dict[str, str]] = {}
        self._deltas: dict[int, list[Delta]] = {}
        self._taken_back = history.taken_back(connection)
        rows = connection.execute("select id from journal where undone = 0 order by id desc")
        self._done = [row[0] for row in rows]

    def deltas(self, operation: int) -> list[Delta]:
        """What a step did, an import's articles included."""
        if operation not in self._deltas:
            self._deltas[operation] = history.deltas_of(self._connection, operation)
        return self._deltas[operation]

    def in_the_way(self, operation: int) -> list[int]:
        """The later steps without which this one cannot be taken back, the latest first."""
        effect = _Effect()
        for delta in self.deltas(operation):
            effect.add(delta)
        needed = {parent for (table, _), row in effect.removed.items() for parent in self._parents(table, row)}
        for (table, _), row in effect.before.items():
            needed |= self._parents(table, row)
        taken = self._taken(effect) | self._in_a_circle(effect)
        return [
            later
            for later in self._later(operation)
            if any(self._meets(delta, effect, needed, taken) for delta in self.deltas(later))
        ]

    def _later(self, operation: int) -> list[int]:
        """The steps after one; of them one that was taken back and the one that did so are together nothing."""
        void = {step for pair in self._taken_back.items() if min(pair) > operation for step in pair}
        return [step for step in self._done if step > operation and step not in void]

    def _meets(self, delta: Delta, effect: _Effect, needed: set[Row], taken: set[Row]) -> bool:
        row = (delta.table, delta.id)
        if row in effect.changed:
            columns = effect.changed[row]
            if columns is None or _whole(delta) or columns & differing(delta):
                return True
        if row in taken or (delta.after is None and row in needed):
            return True
        return any(
            parent in effect.made
            for side in (delta.before, delta.after)
            if side
            for parent in self._parents(delta.table, side)
        )

    def _parents(self, table: str, row: Keys) -> set[Row]:
        """The rows that a row refers to."""
        if table not in self._references:
            listed = self._connection.execute(f'pragma foreign_key_list("{table}")')
            found = {each[3]: each[2] for each in listed}
            self._references[table] = found | _REFERENCES.get(table, {})
        references = self._references[table]
        return {(parent, row[column]) for column, parent in references.items() if row.get(column)}

    def _taken(self, effect: _Effect) -> set[Row]:
        """The rows that have by now what must be there once only and what the step's reversal would bring back."""
        taken: set[Row] = set()
        by_table: dict[str, list[tuple[int, Keys]]] = {}
        for (table, number), row in (*effect.removed.items(), *effect.before.items()):
            by_table.setdefault(table, []).append((number, row))
        for table, rows in by_table.items():
            for columns in _unique(self._connection, table):
                taken |= self._holding(table, columns, rows, effect)
        return taken

    def _holding(
        self, table: str, columns: Sequence[str], rows: Iterable[tuple[int, Keys]], effect: _Effect
    ) -> set[Row]:
        found = set()
        names = ", ".join(f'"{column}"' for column in columns)
        where = " and ".join(f'"{column}" is ?' for column in columns)
        for number, row in rows:
            if not any(column in row for column in columns):
                continue
            now = self._connection.execute(f'select {names} from "{table}" where id = ?', (number,)).fetchone()
            wanted = [row.get(column, now[at] if now else None) for at, column in enumerate(columns)]
            if wanted == [0]:  # no number key
                continue
            for (other,) in self._connection.execute(f'select id from "{table}" where {where}', wanted):
                gives_up = (table, other) in effect.made or set(columns) & set(effect.before.get((table, other), ()))
                if other != number and not gives_up:
                    found.add((table, other))
        return found

    def _in_a_circle(self, effect: _Effect) -> set[Row]:
        """The rows above one that the reversal would put below itself."""
        found: set[Row] = set()
        for table, column in _TREES.items():
            back = {
                row[1]: before[column] for row, before in effect.before.items() if row[0] == table and column in before
            }
            for number, parent in back.items():
                above: list[int] = []
                while parent and parent != number and parent not in above:
                    above.append(parent)
                    row = self._connection.execute(
                        f'select "{column}" from "{table}" where id = ?', (parent,)
                    ).fetchone()
                    parent = back.get(parent, row[0] if row else None)
                if parent == number:
                    found |= {(table, each) for each in above if each not in back}
        return found


def _unique(connection: sqlite3.Connection, table: str) -> list[tuple[str, ...]]:
    """The columns of a table that must differ together from row to row."""
    found = list(_UNIQUE.get(table, ()))
    for _, index, unique, *_ in connection.execute(f'pragma index_list("{table}")').fetchall():
        columns = tuple(row[2] for row in connection.execute(f'pragma index_info("{index}")'))
        if unique and None not in columns:
            found.append(columns)
    return found


def in_the_way(connection: sqlite3.Connection, operation: int) -> list[HistoryEntry]:
    """The later steps without which a step cannot be taken back, the latest first."""
    return [known_step(connection, later) for later in Steps(connection).in_the_way(operation)]


def known_step(connection: sqlite3.Connection, operation: int) -> HistoryEntry:
    """A step of the journal; raises NotFoundError."""
    entry = history.entry_of(connection, operation)
    if entry is None:
        raise NotFoundError("There is no step {number}. “history” lists the steps.", number=operation)
    return entry


def take_back(connection: sqlite3.Connection, operation: int, words: Notice, *, at: str) -> Changes:
    """Take back one step as a step of its own called `words`, inside the caller's transaction.

    Raises NotFoundError; ConflictError where it is not there to be taken back or a later step builds on it.
    """
    entry = known_step(connection, operation)
    if entry.undone or entry.taken_back:
        raise ConflictError("“{label}” has been taken back already.", label=entry.words)
    brought = history.import_of(connection, operation)
    if brought is not None:
        history.refuse_running(connection, brought)
    deltas = [delta.reversed() for delta in reversed(history.deltas_of(connection, operation))]
    if not deltas:
        raise ConflictError("Nothing is left of “{label}”: what it was about has been deleted.", label=entry.words)
    later = in_the_way(connection, operation)
    if later:
        raise ConflictError(
            "“{label}” cannot be taken back, because “{later}” came after it and builds on it. Take that back first.",
            label=entry.words,
            later=later[0].words,
        )
    changes = Changes(str(words), template=words.template, fields=words.fields)
    history.apply(connection, deltas, entry, changes)
    changes.operation = history.record(connection, words.template, words.fields, deltas, at=at, takes_back=operation)
    return changes
