"""Vectors of what articles mean, by the model that made them."""

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop_app.store.transaction import id_list

_WAITING = (
    "from articles a left join meanings m on m.id = a.id and m.text_id = a.text_id and m.model = ?"
    " where a.state = 0 and m.id is null"
)


class Meaning(NamedTuple):
    """The vector of a version of an article's text, as little-endian 16-bit floats."""

    article: int
    text_id: int
    vector: bytes


def waiting(connection: sqlite3.Connection, model: str) -> int:
    """How many articles this model has not read as they are now."""
    return int(connection.execute(f"select count(*) {_WAITING}", (model,)).fetchone()[0])


def unread(connection: sqlite3.Connection, model: str, behind: int, limit: int) -> list[int]:
    """The next articles, by number, that this model has not read."""
    rows = connection.execute(f"select a.id {_WAITING} and a.id > ? order by a.id limit ?", (model, behind, limit))
    return [row[0] for row in rows]


def texts(connection: sqlite3.Connection, ids: Iterable[int]) -> list[tuple[int, int, str, str]]:
    """(article, version of its text, title, text) of these articles."""
    return connection.execute(
        "select a.id, t.id, a.title, t.body from articles a join texts t on t.id = a.text_id"
        " where a.id in (select value from json_each(?))",
        (id_list(ids),),
    ).fetchall()


def keep(connection: sqlite3.Connection, model: str, found: Sequence[Meaning]) -> None:
    """Store vectors of texts that are still the present ones, inside the caller's transaction."""
    connection.executemany(
        "insert into meanings(id, text_id, model, vector) select id, text_id, ?, ? from articles"
        " where id = ? and text_id = ? on conflict(id) do update set text_id = excluded.text_id,"
        " model = excluded.model, vector = excluded.vector",
        [(model, each.vector, each.article, each.text_id) for each in found],
    )


def table(connection: sqlite3.Connection, model: str) -> tuple["array[int]", list[str], bytes]:
    """The vectors of all articles that are not in the trash: numbers, languages, and vectors one behind another."""
    ids, languages, vectors = array("q"), [], bytearray()
    rows = connection.execute(
        "select m.id, a.language, m.vector from meanings m join articles a on a.id = m.id and a.state = 0"
        " where m.model = ? order by m.id",
        (model,),
    )
    for article, language, vector in rows:
        ids.append(article)
        languages.append(language)
        vectors += vector
    return ids, languages, bytes(vectors)
