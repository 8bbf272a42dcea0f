"""Filters of the query language as SQL conditions on `articles a`."""

import sqlite3
from collections.abc import Callable
from typing import Any

from desktop_app.model.people import Kind
from desktop_app.model.query_nodes import And, Everything, Filter, Node, Not, Or
from desktop_app.store import dossiers, families, people, screenings

Condition = tuple[str, list[Any]]

_MENTIONED = f"select m.article_id from {people.VISIBLE} where {people.SEEN}"
_MENTIONS = f"a.id in ({_MENTIONED} and e.kind = '{{kind}}')"
_STATES = {
    "read": "a.read_at is not null",
    "unread": "a.read_at is null",
    "starred": "a.starred = 1",
    "undated": "a.date_from = 0",
    "dated": "a.date_from > 0",
    "tagged": "exists (select 1 from taggings g where g.article_id = a.id)",
    "untagged": "not exists (select 1 from taggings g where g.article_id = a.id)",
    "noted": "exists (select 1 from annotations n where n.article_id = a.id)",
    "unnoted": "not exists (select 1 from annotations n where n.article_id = a.id)",
    "orphaned": "a.id in (select article_id from annotations where orphaned = 1)",
    "trash": "a.state = 1",
    "checked": f"a.id in ({_MENTIONED} and (e.checked_at is not null or m.found_id is not m.name_id))",
    "duplicate": "a.id in (select article_id from provenances group by article_id having count(*) > 1)",
    "copy": families.IS_COPY,
}
_HAVING = {
    "title": "a.title <> ''",
    "highlight": "a.id in (select article_id from annotations where start is not null)",
    "source": "a.source_id is not null",
    "lang": "a.language <> ''",
    "author": "a.byline <> ''",
    "place": "a.place <> ''",
    "person": _MENTIONS.format(kind="person"),
    "org": _MENTIONS.format(kind="organisation"),
    "dossier": "a.id in (select article_id from dossier_articles)",
    "copies": families.HAS_VERSIONS,
}
_LIKE = {"author": "a.byline", "place": "a.place"}


def condition(connection: sqlite3.Connection, node: Node) -> Condition:
    """The condition for a tree of filters; its leaves must all be `Filter` or `Everything`."""
    if isinstance(node, Filter):
        return _FILTERS[node.field](connection, node)
    if isinstance(node, Everything):
        return "1", []
    if isinstance(node, Not):
        inner, values = condition(connection, node.part)
        return f"not ({inner})", values
    if isinstance(node, And | Or):
        joined = [condition(connection, part) for part in node.parts]
        word = " and " if isinstance(node, And) else " or "
        return "(" + word.join(sql for sql, _ in joined) + ")", [value for _, values in joined for value in values]
    raise TypeError(f"{type(node).__name__} is not a filter")


def named(connection: sqlite3.Connection, table: str, value: str, *, nested: bool) -> list[int]:
    """Ids of the tags or sources that a reader means: the very name, else the names that contain it."""
    wanted = value.casefold().rstrip("*")
    names = [(number, name.casefold()) for number, name in connection.execute(f"select id, name from {table}")]
    if value.endswith("*"):
        return [number for number, name in names if name.startswith(wanted)]
    exact = [number for number, name in names if name == wanted or (nested and name.startswith(wanted + "/"))]
    if exact or nested:
        return exact
    return [number for number, name in names if wanted in name]


def _tag(connection: sqlite3.Connection, node: Filter) -> Condition:
    ids = named(connection, "tags", node.value, nested=True)
    return f"a.id in (select article_id from taggings where tag_id in ({_marks(ids)}))", list(ids)


def _source(connection: sqlite3.Connection, node: Filter) -> Condition:
    if not node.value:
        return "a.source_id is null", []
    ids = named(connection, "sources", node.value, nested=False)
    return f"a.source_id in ({_marks(ids)})", list(ids)


def _marks(ids: list[int]) -> str:
    return ", ".join("?" * len(ids))


def _language(_: sqlite3.Connection, node: Filter) -> Condition:
    return "a.language = ?", [node.value]


def _date(_: sqlite3.Connection, node: Filter) -> Condition:
    return "(a.date_from > 0 and a.date_from <= ? and a.date_to >= ?)", [node.last, node.first]


def _is(_: sqlite3.Connection, node: Filter) -> Condition:
    return _STATES[node.value], []


def _has(_: sqlite3.Connection, node: Filter) -> Condition:
    return _HAVING[node.value], []


def _like(_: sqlite3.Connection, node: Filter) -> Condition:
    return f"instr(fold({_LIKE[node.field]}), ?) > 0", [node.value.casefold().rstrip("*")]


def _path(_: sqlite3.Connection, node: Filter) -> Condition:
    return (
        "a.id in (select article_id from provenances where instr(fold(path), ?) > 0)",
        [node.value.casefold().rstrip("*")],
    )


def _entity(connection: sqlite3.Connection, node: Filter) -> Condition:
    kind: Kind = "person" if node.field == "person" else "organisation"
    ids = people.meant(connection, kind, node.value)
    return f"a.id in ({_MENTIONED} and e.kind = ? and e.id in ({_marks(ids)}))", [kind, *ids]


def _dossier(connection: sqlite3.Connection, node: Filter) -> Condition:
    ids = dossiers.meant(connection, node.value)
    return f"a.id in (select article_id from dossier_articles where dossier_id in ({_marks(ids)}))", list(ids)


def _screening(connection: sqlite3.Connection, node: Filter) -> Condition:
    ids, state = screenings.asked(connection, node.value)
    wanted = screenings.STATES[state]
    return (
        f"a.id in (select i.article_id from screening_items i where i.screening_id in ({_marks(ids)}){wanted})",
        list(ids),
    )


_FILTERS: dict[str, Callable[[sqlite3.Connection, Filter], Condition]] = {
    "tag": _tag,
    "source": _source,
    "lang": _language,
    "date": _date,
    "is": _is,
    "has": _has,
    "author": _like,
    "place": _like,
    "path": _path,
    "dossier": _dossier,
    "screening": _screening,
    "person": _entity,
    "org": _entity,
}
