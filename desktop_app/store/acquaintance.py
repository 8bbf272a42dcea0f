"""What is known of identities, as far as telling whether two are one needs it: forms, company, roles, times, places."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final

from desktop_app.model.people import BARE, Kind
from desktop_app.store.transaction import id_list

_IN: Final = "in (select value from json_each(?))"
_BORNE: Final = "exists (select 1 from mentions m where m.name_id = n.id and m.rejected = 0)"
_TWICE: Final = "(select count(*) from (select 1 from mentions m where m.name_id = n.id limit 2)) = 2"
MOST_ARTICLES: Final = 100  # that are looked at for the company somebody keeps, the latest ones
_MOST_COMPANY: Final = 60  # organisations of one identity


@dataclass(slots=True)
class Company:
    """Where an identity stands: beside whom, as what, in which papers and places, when."""

    organisations: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    dates: list[str] = field(default_factory=list)  # EDTF


def count(connection: sqlite3.Connection, kind: Kind) -> int:
    """How many identities of a kind there are."""
    return int(connection.execute("select count(*) from identities where kind = ?", (kind,)).fetchone()[0])


def forms(connection: sqlite3.Connection, kind: Kind, since: int, *, often: bool) -> Iterator[tuple[int, str]]:
    """(identity, form) of those who are named, by identity; `often`: of those up to `since` only forms used twice."""
    seldom = f"and (i.id > ? or {_TWICE})" if often else "and ?"
    return connection.execute(
        "select i.id, n.form from identities i join entities e on e.id = i.entity_id"
        f" join names n on n.identity_id = i.id where i.kind = ? and e.rejected_at is null and {_BORNE} {seldom}"
        " order by i.id, n.id",
        (kind, since if often else 1),
    )


def company(connection: sqlite3.Connection, identity: int) -> Company:
    """What is known of an identity from its latest articles."""
    found = Company()
    articles = [
        row[0]
        for row in connection.execute(
            "select distinct m.article_id from names n join mentions m on m.name_id = n.id"
            " where n.identity_id = ? and m.rejected = 0 order by m.article_id desc limit ?",
            (identity, MOST_ARTICLES),
        )
    ]
    for source, place, date in connection.execute(
        "select coalesce(s.name, ''), a.place, a.date from articles a left join sources s on s.id = a.source_id"
        f" where a.id {_IN}",
        (id_list(articles),),
    ):
        found.sources |= {source} - {""}
        found.places |= {place} - {""}
        found.dates += [date] if date else []
    found.organisations |= organisations(connection, articles, identity)
    for role, organisation in connection.execute(
        "select distinct r.role, coalesce(o.form, '') from names n join roles r on r.name_id = n.id"
        " left join names o on o.id = r.organisation_name_id where n.identity_id = ? limit ?",
        (identity, _MOST_COMPANY),
    ):
        found.roles.add(role)
        found.organisations |= {organisation} - {""}
    return found


def organisations(connection: sqlite3.Connection, articles: Collection[int], beside: int = 0) -> set[str]:
    """The organisations named in these articles, without those of the identity `beside`."""
    rows = connection.execute(
        "select distinct e.name from mentions m join names n on n.id = m.name_id"
        " join identities i on i.id = n.identity_id join entities e on e.id = i.entity_id"
        f" where m.article_id {_IN} and m.rejected = 0 and e.kind = 'organisation' and i.id <> ? limit ?",
        (id_list(articles), beside, _MOST_COMPANY),
    )
    return {row[0] for row in rows}


@dataclass(frozen=True, slots=True)
class Surname:
    """An article that names somebody by a surname alone."""

    article: int
    identity: int
    form: str
    source: str
    date_from: int  # yyyymmdd, 0 where undated


def surnames(connection: sqlite3.Connection, articles: Collection[int]) -> Iterator[Surname]:
    """Who is named by a surname alone in these articles, and was not told by a person."""
    rows = connection.execute(
        "select m.article_id, i.id, min(n.form), coalesce(s.name, ''), a.date_from from mentions m"
        " join names n on n.id = m.name_id join identities i on i.id = n.identity_id"
        " join articles a on a.id = m.article_id left join sources s on s.id = a.source_id"
        f" where m.article_id {_IN} and m.rejected = 0 and m.found_id = m.name_id and i.kind = 'person'"
        " and substr(i.key, 1, 1) = ? group by m.article_id, i.id",
        (id_list(articles), BARE),
    )
    return (Surname(*row) for row in rows)


def full_keys(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """(identity, key) of all people who are known by more than a surname."""
    return connection.execute(
        "select i.id, i.key from identities i join entities e on e.id = i.entity_id"
        " where i.kind = 'person' and substr(i.key, 1, 1) <> ? and e.rejected_at is null",
        (BARE,),
    )


def bare_keys(connection: sqlite3.Connection) -> list[str]:
    """The keys of people of whom a surname is all that is known."""
    rows = connection.execute(
        "select key from identities where kind = 'person' and key >= ? and key < ?", (BARE, chr(ord(BARE) + 1))
    )
    return [row[0] for row in rows]


def appearances(connection: sqlite3.Connection, identity: int) -> list[tuple[int, str, int]]:
    """(article, source, date as yyyymmdd) of the latest articles that name an identity."""
    return connection.execute(
        "select distinct a.id, coalesce(s.name, ''), a.date_from from names n join mentions m on m.name_id = n.id"
        " join articles a on a.id = m.article_id left join sources s on s.id = a.source_id"
        " where n.identity_id = ? and m.rejected = 0 and a.state = 0 order by a.id desc limit ?",
        (identity, MOST_ARTICLES),
    ).fetchall()


def highest(connection: sqlite3.Connection) -> int:
    """The highest number of an identity."""
    return int(connection.execute("select coalesce(max(id), 0) from identities").fetchone()[0])


def owners(connection: sqlite3.Connection, identities: Collection[int]) -> dict[int, int]:
    """Whose identities these are."""
    rows = connection.execute(f"select id, entity_id from identities where id {_IN}", (id_list(identities),))
    return dict(rows.fetchall())


def by_identity(rows: Iterator[tuple[int, str]]) -> dict[int, list[str]]:
    """The forms of each identity."""
    found: dict[int, list[str]] = defaultdict(list)
    for identity, form in rows:
        found[identity].append(form)
    return found


def identity_keys(connection: sqlite3.Connection, identities: Collection[int]) -> list[tuple[int, str]]:
    """(identity, key) of these."""
    return connection.execute(f"select id, key from identities where id {_IN}", (id_list(identities),)).fetchall()


def best_name(connection: sqlite3.Connection, identity: int) -> str:
    """What whoever has this identity is called."""
    row = connection.execute(
        "select e.name from identities i join entities e on e.id = i.entity_id where i.id = ?", (identity,)
    ).fetchone()
    return str(row[0]) if row else ""
