"""Screenings: the hits of a search as they were then, and what was decided about each."""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Mapping
from itertools import chain
from typing import Final

from desktop_app.model.dossiers import Decision, Screening, screened

_LINE = "select id, name, query, view, sort, created_at from screenings"
# By state, the condition on the rows `i`.
STATES: Final = {"": "", "left": " and i.decision = ''"} | {
    name: f" and i.decision = '{name}'" for name in ("seen", "kept", "dropped")
}


def all_of(connection: sqlite3.Connection) -> list[Screening]:
    """All screenings, those begun last first."""
    rows = connection.execute(f"{_LINE} order by id desc").fetchall()
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    for number, decision, count in connection.execute(
        "select i.screening_id, i.decision, count(*) from screening_items i join articles a on a.id = i.article_id"
        " where a.state = 0 group by i.screening_id, i.decision"
    ):
        counts[number][decision or "left"] = count
    return [_screening(row, counts[row[0]]) for row in rows]


def one(connection: sqlite3.Connection, number: int) -> Screening | None:
    """A screening and how far it has come; None where there is none of this number."""
    row = connection.execute(f"{_LINE} where id = ?", (number,)).fetchone()
    if row is None:
        return None
    counts = connection.execute(
        "select coalesce(nullif(i.decision, ''), 'left'), count(*) from screening_items i"
        " join articles a on a.id = i.article_id where i.screening_id = ? and a.state = 0 group by i.decision",
        (number,),
    )
    return _screening(row, dict(counts.fetchall()))


def _screening(row: tuple[int, str, str, str, str, str], counts: Mapping[str, int]) -> Screening:
    return Screening(*row, *(counts.get(state, 0) for state in ("seen", "kept", "dropped", "left")))


def meant(connection: sqlite3.Connection, value: str) -> list[int]:
    """The screenings of this name, or (with an asterisk at its end) those whose names begin so."""
    wanted = value.casefold()
    names = [(number, name.casefold()) for number, name in connection.execute("select id, name from screenings")]
    if wanted.endswith("*"):
        return [number for number, name in names if name.startswith(wanted[:-1])]
    return [number for number, name in names if name == wanted]


def asked(connection: sqlite3.Connection, value: str) -> tuple[list[int], str]:
    """The screenings that `screening:value` asks for, and the state ("" for any) in which their articles are to be.

    The value is a name, with or without `left`, `seen`, `kept` or `dropped` behind a slash.
    """
    found = meant(connection, value)
    if found:
        return found, ""
    name, state = screened(value)
    return meant(connection, name), state


def articles_of(connection: sqlite3.Connection, screenings: list[int], state: str = "") -> "array[int]":
    """The articles of these screenings in their order, each once; of one state, or ("") of any."""
    found: dict[int, None] = {}
    for number in screenings:
        cursor = connection.execute(
            f"select i.article_id from screening_items i where i.screening_id = ?{STATES[state]} order by i.position",
            (number,),
        )
        found.update(dict.fromkeys(chain.from_iterable(cursor)))
    return array("q", found)


def kept(connection: sqlite3.Connection, number: int) -> list[int]:
    """The live articles that were kept, in the screening's order."""
    rows = connection.execute(
        "select i.article_id from screening_items i join articles a on a.id = i.article_id"
        " where i.screening_id = ? and i.decision = 'kept' and a.state = 0 order by i.position",
        (number,),
    )
    return [row[0] for row in rows]


def following(connection: sqlite3.Connection, number: int, article: int) -> int:
    """The next article that is still to be read, behind this one or else from the beginning; 0 where none is left."""
    place = connection.execute(
        "select position from screening_items where screening_id = ? and article_id = ?", (number, article)
    ).fetchone()
    here = place[0] if place else -1
    for behind in ("> ?2", "<= ?2"):
        row = connection.execute(
            "select i.article_id from screening_items i join articles a on a.id = i.article_id"
            f" where i.screening_id = ?1 and i.position {behind} and i.decision = '' and a.state = 0"
            " order by i.position limit 1",
            (number, here),
        ).fetchone()
        if row:
            return int(row[0])
    return 0


def decision_of(connection: sqlite3.Connection, number: int, article: int) -> Decision | None:
    """What was decided about an article; None where it is none of the screening's."""
    row = connection.execute(
        "select decision from screening_items where screening_id = ? and article_id = ?", (number, article)
    ).fetchone()
    return row[0] if row else None


def decisions(connection: sqlite3.Connection, number: int) -> dict[int, Decision]:
    """What was decided about the articles of a screening, by article; those still to be read are left out."""
    rows = connection.execute(
        "select article_id, decision from screening_items where screening_id = ? and decision <> ''", (number,)
    )
    return dict(rows.fetchall())


def article_of(connection: sqlite3.Connection, item: int) -> tuple[int, int]:
    """(screening, article) of one of its rows; (0, 0) where that is gone."""
    row = connection.execute("select screening_id, article_id from screening_items where id = ?", (item,)).fetchone()
    return (row[0], row[1]) if row else (0, 0)
