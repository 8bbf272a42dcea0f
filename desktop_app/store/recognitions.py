"""Which articles a recogniser has read, and which wait for it: the newest first."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.model.article import Part
from desktop_app.store.transaction import id_list

Place = tuple[int, int]  # (date as yyyymmdd, article): where in the queue
FRONT: Final[Place] = (100_000_000, 0)
_WAITING = (
    "from articles a left join recognitions r on r.id = a.id"
    " where a.state = 0 and (r.recogniser is null or r.recogniser <> ?)"
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article's text as it is to be read, with the number of that version."""

    article: int
    text_id: int
    text: str
    language: str
    parts: tuple[Part, ...]
    title: str


def waiting(connection: sqlite3.Connection, recogniser: str) -> int:
    """How many live articles this recogniser has not read."""
    live = connection.execute("select count(*) from articles where state = 0").fetchone()[0]
    read = connection.execute("select count(*) from recognitions where recogniser = ?", (recogniser,)).fetchone()[0]
    hidden = connection.execute(
        "select count(*) from articles a join recognitions r on r.id = a.id where a.state > 0 and r.recogniser = ?",
        (recogniser,),
    ).fetchone()[0]
    return int(live - read + hidden)


def next_places(connection: sqlite3.Connection, recogniser: str, behind: Place, limit: int) -> list[Place]:
    """The next articles to read behind a place in the queue: newest first, undated ones last."""
    return connection.execute(
        f"select a.date_from, a.id {_WAITING} and (a.date_from, a.id) < (?, ?)"
        " order by a.date_from desc, a.id desc limit ?",
        (recogniser, *behind, limit),
    ).fetchall()


def texts(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Waiting]:
    """The present texts of these articles, in this order; those that are gone are left out."""
    rows = connection.execute(
        "select a.id, t.id, t.body, a.language, t.parts, a.title from json_each(?) j"
        " cross join articles a on a.id = j.value join texts t on t.id = a.text_id order by j.key",
        (id_list(ids),),
    )
    return [
        Waiting(row[0], row[1], row[2], row[3], tuple(Part(*part) for part in json.loads(row[4])), row[5])
        for row in rows
    ]


def present(connection: sqlite3.Connection, texts_read: Iterable[tuple[int, int]]) -> set[int]:
    """Which of these (article, version of its text) are still what the archive holds."""
    wanted = dict(texts_read)
    rows = connection.execute(
        "select id, text_id from articles where id in (select value from json_each(?))", (id_list(wanted),)
    )
    return {article for article, text_id in rows if wanted[article] == text_id}


def record(connection: sqlite3.Connection, recogniser: str, texts_read: Sequence[tuple[int, int]]) -> None:
    """Note that these (article, version of its text) were read, inside the caller's transaction."""
    connection.executemany(
        "insert into recognitions(id, text_id, recogniser) values (?, ?, ?)"
        " on conflict(id) do update set text_id = excluded.text_id, recogniser = excluded.recogniser",
        [(article, text_id, recogniser) for article, text_id in texts_read],
    )


def requeue(connection: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Have these articles read again, inside the caller's transaction."""
    connection.execute("delete from recognitions where id in (select value from json_each(?))", (id_list(articles),))


def misread(connection: sqlite3.Connection, *, deep: bool) -> set[int]:
    """The articles said to be read that have a mention or role of another text; `deep`: or outside of theirs."""
    of_another = (
        "select o.article_id from {table} o join recognitions r on r.id = o.article_id"
        " join articles a on a.id = o.article_id where o.text_id <> a.text_id"
    )
    rows = connection.execute(f"{of_another.format(table='mentions')} union {of_another.format(table='roles')}")
    found = {row[0] for row in rows}
    if deep:
        outside = connection.execute(
            "select distinct m.article_id from mentions m join texts t on t.id = m.text_id"
            ' where m.start < 0 or m."end" <= m.start or m."end" > length(t.body)'
        )
        found |= {row[0] for row in outside}
    return found
