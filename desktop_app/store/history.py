"""Undo and redo: a table of operations, so that both work across restarts and from the command line."""

import json
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from desktop_app.model.changes import Changes, Delta
from desktop_app.model.errors import ConflictError
from desktop_app.model.query_notices import Notice
from desktop_app.store.transaction import id_list, touch, touch_along

DEPTH = 500  # operations kept
# Also set by looking at an article or a saved search, or by a run that finds a better name for somebody; that must not
# stand in the way of undo.
_UNCHECKED = {("articles", "read_at"), ("saved_searches", "seen"), ("entities", "name"), ("entities", "folded")}
LIVE, TRASHED, WITHDRAWN = 0, 1, 2  # articles.state
# What an import brings is not noted row by row: it is looked up when the import is taken back.
_BROUGHT = {
    "taggings": "origin = 'file' and article_id in (select id from articles where import_id = ?1)",
    "provenances": "import_id = ?1 and article_id not in (select id from articles where import_id = ?1)",
}
_COLUMNS = "id, label, fields, at, undone, coalesce(takes_back, 0)"


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One operation; `label` is an English template for `fields`, `at` is ISO 8601 in UTC."""

    id: int
    label: str
    fields: dict[str, Any]
    at: str
    undone: bool
    takes_back: int = 0  # the number of the step that this one took back
    taken_back: bool = False  # by a later step

    @property
    def words(self) -> Notice:
        """The label with its fields filled in, in English, ready to be translated."""
        return Notice.made(self.label, **self.fields)

    @property
    def sentence(self) -> str:
        """The label with its fields filled in, in English."""
        return str(self.words)


def record(
    connection: sqlite3.Connection,
    label: str,
    fields: dict[str, Any],
    deltas: Iterable[Delta],
    *,
    at: str,
    import_id: int | None = None,
    takes_back: int | None = None,
) -> int:
    """Add an operation to the journal and return its number. What had been undone can no longer be redone."""
    connection.execute("delete from journal where undone = 1")
    cursor = connection.execute(
        "insert into journal(label, fields, at, import_id, takes_back, deltas) values (?, ?, ?, ?, ?, ?)",
        (label, _stored(fields), at, import_id, takes_back, _packed(deltas)),
    )
    operation = cursor.lastrowid or 0
    connection.execute("delete from journal where id <= ?", (operation - DEPTH,))
    return operation


def extend(connection: sqlite3.Connection, operation: int, deltas: Sequence[Delta]) -> None:
    """Add differences to an operation that is still going on, inside the caller's transaction."""
    if deltas:
        packed = connection.execute("select deltas from journal where id = ?", (operation,)).fetchone()[0]
        _keep_deltas(connection, operation, [*_unpacked(packed), *deltas])


def forget_articles(
    connection: sqlite3.Connection, articles: Iterable[int], rows: Iterable[tuple[str, int]] = ()
) -> None:
    """Take articles that are gone for good, and rows (table, id), out of all operations, in the caller's transaction.

    An operation that changed nothing else is dropped; otherwise it would stand in the way of all before it.
    """
    stored = [
        (operation, import_id, _unpacked(packed))
        for operation, import_id, packed in connection.execute("select id, import_id, deltas from journal")
    ]
    gone = {("articles", number) for number in articles} | set(rows)
    # Rows of theirs that a step had removed, annotations before what stands on those.
    for columns, owner in ((("article_id", "other_id"), "articles"), (("annotation_id",), "annotations")):
        for _, _, deltas in stored:
            for delta in deltas:
                row = delta.after or delta.before or {}
                if any((owner, row.get(column)) in gone for column in columns):
                    gone.add((delta.table, delta.id))
    for operation, import_id, deltas in stored:
        kept = [delta for delta in deltas if (delta.table, delta.id) not in gone]
        if not kept and deltas and import_id is None:
            connection.execute("delete from journal where id = ?", (operation,))
        elif len(kept) < len(deltas):
            _keep_deltas(connection, operation, kept)


def _packed(deltas: Iterable[Delta]) -> bytes:
    rows = [(delta.table, delta.id, delta.before, delta.after) for delta in deltas]
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode("utf-8"), 1)


def _unpacked(packed: bytes) -> list[Delta]:
    return [Delta(*delta) for delta in json.loads(zlib.decompress(packed))]


def _keep_deltas(connection: sqlite3.Connection, operation: int, deltas: Iterable[Delta]) -> None:
    connection.execute("update journal set deltas = ? where id = ?", (_packed(deltas), operation))


def forget(connection: sqlite3.Connection) -> None:
    """Empty the journal, inside the caller's transaction: what is there counts as the beginning."""
    connection.execute("delete from journal")


def entries(connection: sqlite3.Connection, limit: int) -> list[HistoryEntry]:
    """The latest operations, newest first."""
    rows = connection.execute(f"select {_COLUMNS} from journal order by id desc limit ?", (limit,)).fetchall()
    gone = taken_back(connection)
    return [_entry(row, gone) for row in rows]


def entry_of(connection: sqlite3.Connection, operation: int) -> HistoryEntry | None:
    """An operation by its number; None where the journal has none."""
    return _one(connection, "id = ?", operation)


def next_undo(connection: sqlite3.Connection) -> HistoryEntry | None:
    """The operation that undo would take back."""
    return _one(connection, "undone = 0 order by id desc")


def next_redo(connection: sqlite3.Connection) -> HistoryEntry | None:
    """The operation that redo would do again."""
    return _one(connection, "undone = 1 order by id")


def _one(connection: sqlite3.Connection, where: str, *values: int) -> HistoryEntry | None:
    row = connection.execute(f"select {_COLUMNS} from journal where {where} limit 1", values).fetchone()
    return _entry(row, taken_back(connection)) if row else None


def _entry(row: Sequence[Any], gone: Collection[int]) -> HistoryEntry:
    number, label, fields, at, undone, takes_back = row
    told = json.loads(fields, object_hook=_read)
    return HistoryEntry(number, label, told, at, bool(undone), takes_back, number in gone)


def taken_back(connection: sqlite3.Connection) -> dict[int, int]:
    """The operations that a later one has taken back, with that one; one that was taken back itself takes nothing."""
    rows = connection.execute(
        "select id, takes_back from journal where takes_back is not null and undone = 0 order by id desc"
    )
    gone: dict[int, int] = {}
    for operation, taken in rows:
        if operation not in gone:
            gone[taken] = operation
    return gone


def _stored(fields: dict[str, Any]) -> str:
    """Fields of a label as JSON; one that is a sentence of its own keeps its template."""
    plain = {name: _parts(value) if isinstance(value, Notice) else value for name, value in fields.items()}
    return json.dumps(plain, ensure_ascii=False)


def _parts(words: Notice) -> dict[str, Any]:
    fields = {name: _parts(value) if isinstance(value, Notice) else value for name, value in words.fields.items()}
    return {"template": words.template, "fields": fields}


def _read(stored: dict[str, Any]) -> Any:
    return Notice.made(stored["template"], **stored["fields"]) if stored.keys() == {"template", "fields"} else stored


def deltas_of(connection: sqlite3.Connection, operation: int) -> list[Delta]:
    """What an operation did, row by row; an import has put its articles into sight, whatever became of them."""
    noticed = noted(connection, operation)
    import_id = import_of(connection, operation)
    if import_id is None:
        return noticed
    shown = connection.execute("select id from articles where import_id = ? and state <> ?", (import_id, WITHDRAWN))
    articles = [Delta("articles", article, {"state": WITHDRAWN}, {"state": LIVE}) for (article,) in shown]
    return [*articles, *_imported(connection, import_id, noticed)]


def noted(connection: sqlite3.Connection, operation: int) -> list[Delta]:
    """What the journal itself holds of an operation: all, but for an import."""
    row = connection.execute("select deltas from journal where id = ?", (operation,)).fetchone()
    return _unpacked(row[0]) if row else []


def import_of(connection: sqlite3.Connection, operation: int) -> int | None:
    """The import that an operation is; None where it is none."""
    row = connection.execute("select import_id from journal where id = ?", (operation,)).fetchone()
    return row[0] if row else None


def _imported(connection: sqlite3.Connection, import_id: int, stored: list[Delta]) -> list[Delta]:
    """What an import did beside its articles: what was noted while it went on, and what it brought."""
    return [delta for delta in stored if delta.table not in _BROUGHT] + _brought(connection, import_id)


def undo(connection: sqlite3.Connection) -> Changes | None:
    """Take back the latest operation, inside the caller's transaction; None where there is none.

    Raises ConflictError where a row is no longer what the operation left.
    """
    entry = next_undo(connection)
    return _apply(connection, entry, forward=False) if entry else None


def redo(connection: sqlite3.Connection) -> Changes | None:
    """Do the latest undone operation again, inside the caller's transaction; None where there is none."""
    entry = next_redo(connection)
    return _apply(connection, entry, forward=True) if entry else None


def _apply(connection: sqlite3.Connection, entry: HistoryEntry, *, forward: bool) -> Changes:
    packed, import_id = connection.execute("select deltas, import_id from journal where id = ?", (entry.id,)).fetchone()
    stored = _unpacked(packed)
    if import_id is not None and not forward:
        stored = _imported(connection, import_id, stored)
        _keep_deltas(connection, entry.id, stored)
    deltas = stored if forward else [delta.reversed() for delta in reversed(stored)]
    changes = Changes(entry.sentence, entry.id, template=entry.label, fields=entry.fields)
    if import_id is not None and not forward:
        _move_import(connection, import_id, changes, forward=False)
    apply(connection, deltas, entry, changes)
    if import_id is not None and forward:
        _move_import(connection, import_id, changes, forward=True)
    connection.execute("update journal set undone = ? where id = ?", (not forward, entry.id))
    return changes


def apply(connection: sqlite3.Connection, deltas: Sequence[Delta], entry: HistoryEntry, changes: Changes) -> None:
    """Apply differences of an operation, inside the caller's transaction, and note in `changes` what they touch.

    Raises ConflictError where a row is no longer what it was before them.
    """
    try:
        for (table, kind, _), each in groupby(deltas, key=_shape):
            group = list(each)
            if kind == "delete":
                touch_along(connection, changes, table, [delta.id for delta in group])
            _apply_group(connection, group, entry)
    except sqlite3.IntegrityError as error:
        raise _conflict(entry) from error
    for delta in deltas:
        touch(changes, delta)
    changes.articles |= _annotated(connection, changes.rows.get("annotations", ()))


def _annotated(connection: sqlite3.Connection, annotations: Iterable[int]) -> set[int]:
    """The articles that these annotations are on: a changed row tells only what differs in it."""
    rows = connection.execute(
        "select article_id from annotations where id in (select value from json_each(?))", (id_list(annotations),)
    )
    return {row[0] for row in rows}


def rows_of(connection: sqlite3.Connection, operation: int, table: str) -> list[dict[str, Any]]:
    """The rows of one table that an operation made, changed or removed; of changed ones the columns that differ."""
    return [delta.after or delta.before or {} for delta in noted(connection, operation) if delta.table == table]


def _move_import(connection: sqlite3.Connection, import_id: int, changes: Changes, *, forward: bool) -> None:
    """Take the articles of one import out of sight, or bring them back."""
    refuse_running(connection, import_id)
    old, new = (WITHDRAWN, LIVE) if forward else (LIVE, WITHDRAWN)
    rows = connection.execute(
        "update articles set state = ? where import_id = ? and state = ? returning id", (new, import_id, old)
    ).fetchall()
    for (article,) in rows:
        changes.touch("articles", article)
        changes.articles.add(article)
    changes.touch("imports", import_id)


def refuse_running(connection: sqlite3.Connection, import_id: int) -> None:
    """Raise ConflictError while an import is going on."""
    running = connection.execute("select 1 from imports where id = ? and finished_at is null", (import_id,))
    if running.fetchone():
        raise ConflictError("The import is still running. Cancel it first, then take it back.")


def _brought(connection: sqlite3.Connection, import_id: int) -> list[Delta]:
    """What an import brought beside its articles: the tags that files stated, and where else articles were found."""
    found = []
    for table, where in _BROUGHT.items():
        cursor = connection.execute(f'select * from "{table}" where {where}', (import_id,))
        columns = [column[0] for column in cursor.description]
        rows = [dict(zip(columns, row, strict=True)) for row in cursor]
        found += [Delta(table, row["id"], None, row) for row in rows]
    return found


def _shape(delta: Delta) -> tuple[str, str, tuple[str, ...]]:
    if delta.before is None:
        return delta.table, "insert", tuple(delta.after or ())
    if delta.after is None:
        return delta.table, "delete", tuple(delta.before)
    return delta.table, "update", tuple(delta.after)


def _apply_group(connection: sqlite3.Connection, deltas: list[Delta], entry: HistoryEntry) -> None:
    """Apply differences of one table and kind; names come from our own journal."""
    table, kind, columns = _shape(deltas[0])
    names = ", ".join(f'"{column}"' for column in columns)
    if kind == "insert":
        marks = ", ".join("?" * len(columns))
        connection.executemany(
            f'insert into "{table}" ({names}) values ({marks})',
            [list((delta.after or {}).values()) for delta in deltas],
        )
        return
    _check(connection, table, columns, deltas, entry)
    if kind == "delete":
        connection.execute(
            f'delete from "{table}" where id in (select value from json_each(?))',
            (id_list(delta.id for delta in deltas),),
        )
        return
    assignments = ", ".join(f'"{column}" = ?' for column in columns)
    connection.executemany(
        f'update "{table}" set {assignments} where id = ?',
        [[*(delta.after or {}).values(), delta.id] for delta in deltas],
    )


def _check(
    connection: sqlite3.Connection,
    table: str,
    columns: tuple[str, ...],
    deltas: list[Delta],
    entry: HistoryEntry,
) -> None:
    columns = tuple(column for column in columns if (table, column) not in _UNCHECKED)
    names = ", ".join(["id", *(f'"{column}"' for column in columns)])
    rows = connection.execute(
        f'select {names} from "{table}" where id in (select value from json_each(?))',
        (id_list(delta.id for delta in deltas),),
    )
    current = {row[0]: row[1:] for row in rows}
    for delta in deltas:
        before = delta.before or {}
        if current.get(delta.id) != tuple(before[column] for column in columns):
            raise _conflict(entry)


def _conflict(entry: HistoryEntry) -> ConflictError:
    return ConflictError(
        "“{label}” cannot be taken back or done again, because what it changed has been changed since.",
        label=entry.words,
    )
