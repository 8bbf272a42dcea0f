"""What the index has still to read, and where it stands."""

import json
import sqlite3
import uuid
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from desktop_app.model.documents import Document
from desktop_app.store.articles import marked_lead

_NO_END: Final = (1 << 63) - 1


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


def total(connection: sqlite3.Connection) -> int:
    """How many articles are to be searchable."""
    return int(connection.execute("select count(*) from articles where state < 2").fetchone()[0])


def present(connection: sqlite3.Connection, ids: list[int]) -> list[int]:
    """Those of the articles that are to be searchable, ascending."""
    rows = connection.execute(
        "select id from articles where id in (select value from json_each(?)) and state < 2 order by id",
        (json.dumps(ids),),
    )
    return [row[0] for row in rows]


def documents(connection: sqlite3.Connection, ids: list[int]) -> list[Document]:
    """The prose of those articles that are to be searchable, ascending; trashed ones are, withdrawn ones are not."""
    rows = connection.execute(
        "select a.id, a.kicker, a.title, t.body, a.language, t.parts,"
        " (select group_concat(body, char(10)) from annotations n where n.article_id = a.id)"
        " from articles a join texts t on t.id = a.text_id"
        " where a.id in (select value from json_each(?)) and a.state < 2 order by a.id",
        (json.dumps(ids),),
    )
    return [
        Document(number, f"{kicker}\n{title}".strip("\n"), body, notes or "", language, marked_lead(parts))
        for number, kicker, title, body, language, parts, notes in rows
    ]


def all_ids(connection: sqlite3.Connection, after: int, limit: int, up_to: int = _NO_END) -> list[int]:
    """Articles for a rebuild, by number, with numbers above `after` and not above `up_to`."""
    rows = connection.execute(
        "select id from articles where id > ? and id <= ? and state < 2 order by id limit ?", (after, up_to, limit)
    ).fetchall()
    return [row[0] for row in rows]


def shares(connection: sqlite3.Connection, count: int) -> list[tuple[int, int]]:
    """All articles, in at most `count` ranges of numbers (above, up to) with about as many articles in each."""
    whole = total(connection)
    borders = [0]
    for part in range(1, count):
        row = connection.execute(
            "select id from articles where state < 2 order by id limit 1 offset ?", (max(whole * part // count - 1, 0),)
        ).fetchone()
        if row is not None and row[0] > borders[-1]:
            borders.append(row[0])
    return list(pairwise([*borders, _NO_END]))
