"""The tree of dossiers, and the articles in them in the order made by hand."""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from desktop_app.model.dossiers import Dossier, DossierEntry, DossierPage
from desktop_app.model.errors import NotFoundError
from desktop_app.store.transaction import id_list

GAP = 1 << 20  # between the positions of neighbours: an article that is moved leaves the others alone

_UNKNOWN = "There is no dossier {number}. “dossier list” shows all dossiers."


class _Line(NamedTuple):
    id: int
    parent: int
    name: str
    path: str
    depth: int


def _lines(connection: sqlite3.Connection) -> list[_Line]:
    """All dossiers, each followed by those in it, in the order made by hand."""
    inside: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for number, parent, name in connection.execute(
        "select id, coalesce(parent_id, 0), name from dossiers order by position, id"
    ):
        inside[parent].append((number, name))
    return list(_walk(inside, 0, "", 0))


def _walk(inside: dict[int, list[tuple[int, str]]], parent: int, above: str, depth: int) -> Iterator[_Line]:
    for number, name in inside.get(parent, ()):
        path = f"{above}/{name}" if above else name
        yield _Line(number, parent, name, path, depth)
        yield from _walk(inside, number, path, depth + 1)


def tree(connection: sqlite3.Connection) -> list[Dossier]:
    """All dossiers with the numbers of their live articles, each followed by those in it, in the order made by hand."""
    lines = _lines(connection)
    held: dict[int, set[int]] = defaultdict(set)
    for number, article in connection.execute(
        "select d.dossier_id, d.article_id from dossier_articles d join articles a on a.id = d.article_id"
        " where a.state = 0"
    ):
        held[number].add(article)
    whole = {line.id: set(held[line.id]) for line in lines}
    for line in reversed(lines):  # those below come before what they lie in
        if line.parent:
            whole[line.parent] |= whole[line.id]
    return [Dossier(*line, len(held[line.id]), len(whole[line.id])) for line in lines]


def paths(connection: sqlite3.Connection) -> dict[int, str]:
    """The paths of all dossiers."""
    return {line.id: line.path for line in _lines(connection)}


def dossier(connection: sqlite3.Connection, number: int) -> Dossier:
    """The line of one dossier; raises NotFoundError."""
    found = next((each for each in tree(connection) if each.id == number), None)
    if found is None:
        raise NotFoundError(_UNKNOWN, number=number)
    return found


def page(connection: sqlite3.Connection, number: int) -> DossierPage:
    """One dossier whole, with its live articles; raises NotFoundError."""
    lines = tree(connection)
    line = next((each for each in lines if each.id == number), None)
    if line is None:
        raise NotFoundError(_UNKNOWN, number=number)
    introduction = connection.execute("select introduction from dossiers where id = ?", (number,)).fetchone()[0]
    entries = [
        DossierEntry(*row)
        for row in connection.execute(
            "select d.article_id, d.comment, d.added_at from dossier_articles d join articles a on a.id = d.article_id"
            " where d.dossier_id = ? and a.state = 0 order by d.position, d.id",
            (number,),
        )
    ]
    return DossierPage(line, introduction, entries, [each for each in lines if each.parent == number])


def meant(connection: sqlite3.Connection, value: str) -> list[int]:
    """The dossiers that `dossier:value` asks for, with all below them, in the order of the tree.

    The value is a path, or else the name of a dossier wherever it lies; with an asterisk at its end, how either begins.
    """
    wanted, lines = value.casefold(), _lines(connection)
    if wanted.endswith("*"):
        found = {line.id for line in lines if any(_begins(name, wanted[:-1]) for name in (line.path, line.name))}
    else:
        found = {line.id for line in lines if line.path.casefold() == wanted}
        found = found or {line.id for line in lines if line.name.casefold() == wanted}
    below: dict[int, None] = {}
    for line in lines:
        if line.id in found or line.parent in below:
            below[line.id] = None
    return list(below)


def _begins(name: str, beginning: str) -> bool:
    return name.casefold().startswith(beginning)


def in_order(connection: sqlite3.Connection, dossiers: Collection[int]) -> "array[int]":
    """The articles of these dossiers in the order made by hand, dossier after dossier, each article once."""
    found: dict[int, None] = {}
    for number in dossiers:
        cursor = connection.execute(
            "select article_id from dossier_articles where dossier_id = ? order by position, id", (number,)
        )
        found.update(dict.fromkeys(chain.from_iterable(cursor)))
    return array("q", found)


def below(connection: sqlite3.Connection, number: int) -> list[int]:
    """A dossier and all below it, those furthest down last."""
    found, layer = [number], [number]
    while layer:
        layer = [
            row[0]
            for row in connection.execute(
                "select id from dossiers where parent_id in (select value from json_each(?)) order by position, id",
                (id_list(layer),),
            )
        ]
        found += layer
    return found


def children(connection: sqlite3.Connection, parent: int) -> list[tuple[int, str, int]]:
    """(id, name, position) of the dossiers directly in one (0: at the top), in their order."""
    return connection.execute(
        "select id, name, position from dossiers where coalesce(parent_id, 0) = ? order by position, id", (parent,)
    ).fetchall()


def places(connection: sqlite3.Connection, number: int) -> dict[int, tuple[int, int]]:
    """{article: (row, position)} of a dossier, in its order, those in the trash among them."""
    return {
        article: (row, position)
        for row, article, position in connection.execute(
            "select id, article_id, position from dossier_articles where dossier_id = ? order by position, id",
            (number,),
        )
    }


def holding(connection: sqlite3.Connection, articles: Iterable[int]) -> dict[int, int]:
    """How many of these articles lie directly in each dossier: {dossier: articles}."""
    return dict(
        connection.execute(
            "select dossier_id, count(*) from dossier_articles where article_id in (select value from json_each(?))"
            " group by dossier_id",
            (id_list(articles),),
        ).fetchall()
    )
