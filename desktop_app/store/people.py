"""People and organisations as they are looked at: columns for counting, rows for tables and pages."""

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from desktop_app.model.article import Article
from desktop_app.model.people import EntityNote, Kind, Mention
from desktop_app.model.text import folded_name
from desktop_app.store.transaction import id_list

TABLES: Final = ("mentions", "names", "identities", "entities")  # what the columns are read from
_IN: Final = "in (select value from json_each(?))"
_ROLES_READ: Final = 500  # of one, to say which is the most frequent
VISIBLE: Final = (  # mentions that count, with whom they name
    "mentions m join names n on n.id = m.name_id join identities i on i.id = n.identity_id"
    " join entities e on e.id = i.entity_id"
)
_BORNE: Final = "exists (select 1 from mentions b where b.name_id = n.id and b.rejected = 0)"  # names still in use
_NAMED: Final = (  # not merged away or parted again: somewhere a text names them
    "exists (select 1 from identities q join names n on n.identity_id = q.id"
    f" where q.entity_id = {{of}}.id and {_BORNE})"
)
_ORGANISATION: Final = (  # of a role, where one is said that counts
    "left join names p on p.id = {of}.organisation_name_id and p.active = 1"
    " left join identities j on j.id = p.identity_id"
    " left join entities o on o.id = j.entity_id and o.rejected_at is null"
)
SEEN: Final = "m.rejected = 0 and n.active = 1 and e.rejected_at is null"


def there(connection: sqlite3.Connection) -> bool:
    """Whether this archive has the tables: one of an earlier schema that is only read has not."""
    return bool(connection.execute("select 1 from sqlite_master where name = 'identities'").fetchone())


# Columns: numbers in packed rows, since fetching rows is what costs.


def pairs(connection: sqlite3.Connection, articles: Collection[int] | None = None) -> "array[int]":
    """Which name stands in which article: article, name, mentions, and those of them a reader placed, four a pair."""
    wanted = "" if articles is None else f"and article_id {_IN}"
    query = (
        "select article_id, name_id, count(*), sum(found_id is not name_id) from mentions"
        f" where rejected = 0 {wanted} group by article_id, name_id"
    )
    return array("q", chain.from_iterable(connection.execute(query, () if articles is None else (id_list(articles),))))


def names(
    connection: sqlite3.Connection, *, above: int = 0, ids: Collection[int] = (), identities: Collection[int] = ()
) -> "array[int]":
    """Whom each name means: name, entity (0 where the name is switched off), two a name.

    Those numbered higher than `above`, these, and those of these identities.
    """
    query = "select n.id, n.active * i.entity_id from names n join identities i on i.id = n.identity_id where "
    rows = chain(
        connection.execute(query + "n.id > ?", (above,)),
        connection.execute(query + f"n.id {_IN}", (id_list(ids),)) if ids else (),
        connection.execute(query + f"n.identity_id {_IN}", (id_list(identities),)) if identities else (),
    )
    return array("q", chain.from_iterable(rows))


def entities(connection: sqlite3.Connection, *, above: int = 0, ids: Collection[int] = ()) -> "array[int]":
    """Who there is: entity, whether a person, whether checked, whether rejected, whether only by surname; five each."""
    query = (
        "select e.id, e.kind = 'person', e.checked_at is not null, e.rejected_at is not null,"
        " not exists (select 1 from identities i where i.entity_id = e.id and substr(i.key, 1, 1) <> '?')"
        " from entities e where "
    )
    rows = chain(
        connection.execute(query + "e.id > ?", (above,)),
        connection.execute(query + f"e.id {_IN}", (id_list(ids),)) if ids else (),
    )
    return array("q", chain.from_iterable(rows))


# Who is meant


def count(connection: sqlite3.Connection) -> int:
    """How many people and organisations texts name."""
    query = f"select count(*) from entities e where rejected_at is null and {_NAMED.format(of='e')}"
    return int(connection.execute(query).fetchone()[0])


def by_name(connection: sqlite3.Connection, kind: Kind | None = None) -> "array[int]":
    """All entities, or those of a kind, in the order of their names."""
    if kind is None:
        rows = connection.execute("select id from entities order by folded, id")
    else:
        rows = connection.execute("select id from entities where kind = ? order by folded, id", (kind,))
    return array("q", chain.from_iterable(rows))


def holding(connection: sqlite3.Connection, text: str) -> "array[int]":
    """The entities a name form or name of which holds `text`, however it is written."""
    wanted = folded_name(text)
    rows = connection.execute(
        "select i.entity_id from names n join identities i on i.id = n.identity_id"
        " where instr(n.folded, ?1) > 0 and n.active = 1"
        " union select id from entities where instr(folded, ?1) > 0",
        (wanted,),
    )
    return array("q", chain.from_iterable(rows))


def meant(connection: sqlite3.Connection, kind: Kind, text: str) -> list[int]:
    """The entities that a reader means by `text`.

    `#12` is the number of one of this kind; else those one of whose forms is just that, else those that hold its words
    as whole words, or (`text*`) as the beginning of one.
    """
    if text.startswith("#") and text[1:].isdecimal():
        number = int(text[1:]) if len(text) < 18 else 0
        rows = connection.execute("select id from entities where id = ? and kind = ?", (number, kind))
        return [row[0] for row in rows]
    wanted = folded_name(text.rstrip("*"))
    if not wanted:
        return []
    seen = "e.kind = ? and n.active = 1 and e.rejected_at is null"
    query = (
        "select distinct e.id from names n join identities i on i.id = n.identity_id"
        f" join entities e on e.id = i.entity_id where {seen} and "
    )
    if not text.endswith("*"):
        exact = connection.execute(query + "n.folded = ?", (kind, wanted)).fetchall()
        exact += connection.execute(
            "select e.id from entities e where e.kind = ? and e.folded = ? and e.rejected_at is null"
            " and exists (select 1 from identities i where i.entity_id = e.id)",
            (kind, wanted),
        ).fetchall()
        if exact:
            return sorted({row[0] for row in exact})
    padded, end = f" {wanted}", "" if text.endswith("*") else " "
    padding = "' ' || replace(n.folded, '-', ' ') || ' '"
    rows = connection.execute(
        query + f"(instr({padding}, ?) > 0 or instr(' ' || n.folded || ' ', ?) > 0)",
        (kind, padded.replace("-", " ") + end, padded + end),
    )
    return sorted(row[0] for row in rows)


def ambiguous(connection: sqlite3.Connection, ids: Sequence[int]) -> set[int]:
    """Those of these entities whose name is a form, or the name, of somebody else of their kind as well."""
    rows = connection.execute(
        "select e.id from entities e where e.id in (select value from json_each(?1)) and (exists"
        " (select 1 from names n join identities i on i.id = n.identity_id join entities o on o.id = i.entity_id"
        "  where n.folded = e.folded and n.active = 1 and o.id <> e.id and o.kind = e.kind and o.rejected_at is null"
        f"  and {_BORNE}) or exists (select 1 from entities o where o.kind = e.kind and o.folded = e.folded"
        f"  and o.id <> e.id and o.rejected_at is null and {_NAMED.format(of='o')}))",
        (id_list(ids),),
    )
    return {row[0] for row in rows}


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """What an entity's own rows tell."""

    id: int
    kind: Kind
    name: str
    checked: bool
    rejected: bool
    forms: int
    bare: bool
    noted: bool
    tags: tuple[tuple[str, int], ...]


def facts(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, EntityFacts]:
    """What is known of these entities; those that are gone are left out."""
    wanted = id_list(ids)
    tags = defaultdict(list)
    for entity, name, colour in connection.execute(
        "select g.entity_id, t.name, t.colour from entity_taggings g join tags t on t.id = g.tag_id"
        f" where g.entity_id {_IN} order by t.name",
        (wanted,),
    ):
        tags[entity].append((name, colour))
    rows = connection.execute(
        "select e.id, e.kind, e.name, e.checked_at is not null, e.rejected_at is not null,"
        " (select count(distinct n.form) from identities i join names n on n.identity_id = i.id"
        f"  where i.entity_id = e.id and {_BORNE}),"
        " not exists (select 1 from identities i where i.entity_id = e.id and substr(i.key, 1, 1) <> '?'),"
        " exists (select 1 from entity_notes o where o.entity_id = e.id)"
        f" from entities e where e.id {_IN}",
        (wanted,),
    )
    return {
        row[0]: EntityFacts(
            row[0], row[1], row[2], bool(row[3]), bool(row[4]), row[5], bool(row[6]), bool(row[7]), tuple(tags[row[0]])
        )
        for row in rows
    }


def tagged(connection: sqlite3.Connection, tag: str) -> set[int]:
    """The entities that carry a tag, or one below it."""
    rows = connection.execute(
        "select g.entity_id from entity_taggings g join tags t on t.id = g.tag_id"
        " where fold(t.name) = ?1 or substr(fold(t.name), 1, length(?1) + 1) = ?1 || '/'",
        (tag.casefold(),),
    )
    return {row[0] for row in rows}


def main_roles(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, str]:
    """The role these people are most often given, with its organisation; of those named often by a part of them."""
    query = (
        "select s.role, coalesce(o.name, ''), count(*) n from (select r.role, r.organisation_name_id from identities i"
        "  cross join names n on n.identity_id = i.id and n.active = 1 cross join roles r on r.name_id = n.id"
        "  cross join articles a on a.id = r.article_id and a.text_id = r.text_id"
        "  where i.entity_id = ? and a.state = 0 limit ?) s"
        f" {_ORGANISATION.format(of='s')} group by 1, 2 order by n desc, 1 limit 1"
    )
    found = {}
    for number in ids:
        for role, organisation, _ in connection.execute(query, (number, _ROLES_READ)):
            found[number] = f"{role}, {organisation}" if organisation else role
    return found


def forms(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[str]]:
    """The forms of these entities that are not switched off, in order."""
    found: dict[int, list[str]] = defaultdict(list)
    for entity, form in connection.execute(
        "select distinct i.entity_id, n.form from identities i join names n on n.identity_id = i.id"
        f" where n.active = 1 and {_BORNE} and i.entity_id {_IN} order by 1, 2",
        (id_list(ids),),
    ):
        found[entity].append(form)
    return found


def names_of(connection: sqlite3.Connection, entity: int) -> list[tuple[int, str, bool, int]]:
    """(name, form, whether it counts, its identity) of an entity's names."""
    rows = connection.execute(
        "select n.id, n.form, n.active, i.id from identities i join names n on n.identity_id = i.id"
        " where i.entity_id = ?",
        (entity,),
    )
    return [(number, form, bool(active), identity) for number, form, active, identity in rows]


def notes(connection: sqlite3.Connection, entity: int) -> tuple[EntityNote, ...]:
    """The notes on an entity, newest first."""
    rows = connection.execute(
        "select id, body, created_at, changed_at from entity_notes where entity_id = ? order by id desc", (entity,)
    )
    return tuple(EntityNote(*row) for row in rows)


# What stands in articles


def mentions(connection: sqlite3.Connection, article: int) -> list[Mention]:
    """The mentions in an article's present text that count, from its beginning on."""
    if not there(connection):
        return []
    rows = connection.execute(
        f"select m.start, m.\"end\", e.kind, n.form, e.id, e.name, coalesce(r.recogniser, ''), m.confidence, m.reason,"
        f" m.found_id is not m.name_id, e.checked_at is not null from {VISIBLE}"
        " join articles a on a.id = m.article_id and a.text_id = m.text_id"
        f' left join recognitions r on r.id = a.id where m.article_id = ? and {SEEN} order by m.start, m."end" desc',
        (article,),
    )
    return [
        Mention(start, end, kind, form, entity, name, "reader" if placed else by, sure, why, bool(placed or checked))
        for start, end, kind, form, entity, name, by, sure, why, placed, checked in rows
    ]


def roles_in(connection: sqlite3.Connection, article: int) -> dict[int, str]:
    """What an article's present text says that people are, by entity; of several roles the first."""
    rows = connection.execute(
        "select e.id, r.role, coalesce(o.name, '') from roles r join articles a on a.id = r.article_id"
        " and a.text_id = r.text_id join names n on n.id = r.name_id join identities i on i.id = n.identity_id"
        f" join entities e on e.id = i.entity_id {_ORGANISATION.format(of='r')}"
        " where r.article_id = ? and n.active = 1 and e.rejected_at is null order by r.start desc",
        (article,),
    )
    return {entity: f"{role}, {organisation}" if organisation else role for entity, role, organisation in rows}


def named_in(connection: sqlite3.Connection, article: Article, *, checked: bool = False) -> Article:
    """The article with whom it names, as plain values; `checked`: only what a person has looked at."""
    found = tuple(
        {
            "start": mention.start,
            "end": mention.end,
            "kind": mention.kind,
            "name": mention.name,
            "form": mention.form,
            "entity": mention.entity,
            "origin": mention.origin,
            "confidence": round(mention.confidence, 3),
            "reason": mention.reason,
            "checked": mention.checked,
        }
        for mention in mentions(connection, article.id)
        if mention.checked or not checked
    )
    return replace(article, mentions=found)


def places_of(
    connection: sqlite3.Connection, name_ids: Collection[int], articles: Collection[int]
) -> dict[int, list[tuple[int, int]]]:
    """(start, end) of the mentions of these names in each of these articles, in order."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    rows = connection.execute(
        'select m.article_id, m.start, m."end" from mentions m join articles a on a.id = m.article_id'
        f" and a.text_id = m.text_id where m.rejected = 0 and m.article_id {_IN} and m.name_id {_IN} order by 1, 2",
        (id_list(articles), id_list(name_ids)),
    )
    for article, start, end in rows:
        found[article].append((start, end))
    return found


@dataclass(frozen=True, slots=True)
class StatedRole:
    """A role as one article states it."""

    article: int
    role: str
    organisation: str
    organisation_id: int
    start: int
    end: int
    date: str
    date_from: int


def roles_of(connection: sqlite3.Connection, name_ids: Collection[int]) -> list[StatedRole]:
    """The roles stated of these names in live articles, oldest first, undated ones last."""
    rows = connection.execute(
        "select r.article_id, r.role, coalesce(o.name, ''), coalesce(o.id, 0), r.start, r.\"end\", a.date, a.date_from"
        f" from roles r join articles a on a.id = r.article_id and a.text_id = r.text_id {_ORGANISATION.format(of='r')}"
        f" where a.state = 0 and r.name_id {_IN} order by a.date_from = 0, a.date_from, a.id",
        (id_list(name_ids),),
    )
    return [StatedRole(*row) for row in rows]


def place_counts(connection: sqlite3.Connection, articles: Collection[int], limit: int) -> list[tuple[str, int]]:
    """The places these articles are from, most frequent first."""
    rows = connection.execute(
        f"select place, count(*) n from articles where id {_IN} and place <> '' group by place order by n desc, place"
        " limit ?",
        (id_list(articles), limit),
    )
    return rows.fetchall()


def heads(connection: sqlite3.Connection, articles: Collection[int]) -> dict[int, tuple[str, str, str]]:
    """(title, source, date) of these articles."""
    rows = connection.execute(
        "select a.id, a.title, coalesce(s.name, ''), a.date from articles a left join sources s on s.id = a.source_id"
        f" where a.id {_IN}",
        (json.dumps(list(articles)),),
    )
    return {number: (title, source, date) for number, title, source, date in rows}
