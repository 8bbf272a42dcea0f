"""What the index has still to read, and where it stands."""

import json
import sqlite3
import uuid
from dataclasses import dataclass

from desktop_app.model.documents import Document


@dataclass(frozen=True, slots=True)
class IndexState:
    """Which generation of the index is in use, and the files that it consists of: (name, size, sha256)."""

    epoch: str
    generation: int
    manifest: list[tuple[str, int, str]]


def state(connection: sqlite3.Connection) -> IndexState:
    """Where the index stands."""
    row = connection.execute("select epoch, generation, manifest from index_state").fetchone()
    return IndexState(row[0], row[1], [(name, size, sha) for name, size, sha in json.loads(row[2])])


def set_state(connection: sqlite3.Connection, new: IndexState) -> None:
    """Replace the state, inside the caller's transaction."""
    connection.execute(
        "insert or replace into index_state(id, epoch, generation, manifest) values (1, ?, ?, ?)",
        (new.epoch, new.generation, json.dumps(new.manifest)),
    )


def distrust(connection: sqlite3.Connection) -> None:
    """Make the index unusable, so that it is rebuilt; for a store that was restored from a copy."""
    old = state(connection)
    set_state(connection, IndexState(uuid.uuid4().hex, old.generation + 1, [("rebuild", 0, "")]))


def last(connection: sqlite3.Connection) -> int:
    """The highest queue number ever given out."""
    row = connection.execute("select seq from sqlite_sequence where name = 'index_queue'").fetchone()
    return int(row[0]) if row else 0


def waiting(connection: sqlite3.Connection) -> int:
    """How many articles wait to be indexed."""
    return int(connection.execute("select count(distinct article_id) from index_queue").fetchone()[0])


def batch(connection: sqlite3.Connection, after: int, limit: int) -> tuple[int, list[int]]:
    """The next queue rows after number `after`: the last one's number and the articles they name."""
    rows = connection.execute(
        "select id, article_id from index_queue where id > ? order by id limit ?", (after, limit)
    ).fetchall()
    return (rows[-1][0] if rows else after), list(dict.fromkeys(row[1] for row in rows))


def forget(connection: sqlite3.Connection, up_to: int) -> None:
    """Drop the queue rows that the index holds durably, inside the caller's transaction."""
    connection.execute("delete from index_queue where id <= ?", (up_to,))


def documents(connection: sqlite3.Connection, ids: list[int]) -> list[Document]:
    """The prose of those articles that are to be searchable; trashed ones are, withdrawn ones are not."""
    rows = connection.execute(
        "select a.id, a.kicker, a.title, t.body, a.language,"
        " (select group_concat(body, char(10)) from annotations n where n.article_id = a.id)"
        " from articles a join texts t on t.id = a.text_id"
        " where a.id in (select value from json_each(?)) and a.state < 2",
        (json.dumps(ids),),
    )
    return [Document(row[0], f"{row[1]}\n{row[2]}".strip("\n"), row[3], row[5] or "", row[4]) for row in rows]


def all_ids(connection: sqlite3.Connection, after: int, limit: int) -> list[int]:
    """Articles for a rebuild, by number."""
    rows = connection.execute("select id from articles where id > ? and state < 2 order by id limit ?", (after, limit))
    return [row[0] for row in rows]
