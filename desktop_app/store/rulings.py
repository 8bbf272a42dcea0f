"""A person's decisions about who is who: read by those that apply them, and listed for those that look back."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.store.transaction import id_list

# Which mentions they concern is told by the ruling; the others are told by the rows of entities and names themselves.
REJECT, ASSIGN, ADD, SPLIT = "reject", "assign", "add", "split"
SETTLED: Final = (REJECT, ASSIGN, ADD, SPLIT)
MERGE, UNMERGE = "merge", "unmerge"
_COLUMNS = "r.id, r.kind, r.article_id, r.identity_id, r.target_id, r.entity_id, r.subject, r.decided_at"


@dataclass(frozen=True, slots=True)
class Stored:
    """One ruling as it is stored; 0 where it concerns no article, identity or entity."""

    id: int
    kind: str
    article: int
    identity: int
    target: int
    entity: int
    subject: dict[str, Any]
    at: str


def _from_row(row: Iterable[Any]) -> Stored:
    number, kind, article, identity, target, entity, subject, at = row
    return Stored(number, kind, article or 0, identity or 0, target or 0, entity or 0, json.loads(subject), at)


def from_journal(row: dict[str, Any]) -> Stored:
    """A ruling as the journal keeps its row."""
    columns = ("id", "kind", "article_id", "identity_id", "target_id", "entity_id", "subject", "decided_at")
    return _from_row(row[column] for column in columns)


def _read(connection: sqlite3.Connection, where: str, *values: object) -> list[Stored]:
    rows = connection.execute(f"select {_COLUMNS} from rulings r where {where} order by r.id", values)
    return [_from_row(row) for row in rows]


def of_articles(connection: sqlite3.Connection, articles: Collection[int]) -> dict[int, list[Stored]]:
    """The rulings that concern one of these articles alone, by article."""
    found: dict[int, list[Stored]] = {}
    for ruling in _read(connection, "r.article_id in (select value from json_each(?))", id_list(articles)):
        found.setdefault(ruling.article, []).append(ruling)
    return found


def is_everywhere(ruling: Stored) -> bool:
    """Whether it makes words a name wherever they stand."""
    return ruling.kind == ADD and not ruling.article


def present(connection: sqlite3.Connection, decided: Iterable[Stored]) -> set[int]:
    """The numbers of those rulings that hold at present."""
    numbers = id_list(ruling.id for ruling in decided)
    rows = connection.execute("select id from rulings where id in (select value from json_each(?))", (numbers,))
    return {row[0] for row in rows}


def everywhere(connection: sqlite3.Connection) -> list[Stored]:
    """The words that are a name wherever they stand."""
    return _read(connection, "r.article_id is null and r.kind = ?", ADD)


def splits(connection: sqlite3.Connection, identities: Iterable[int]) -> list[Stored]:
    """The splits of these identities, and of those that were split off them."""
    found: dict[int, Stored] = {}
    wanted = set(identities)
    while wanted:
        step = _read(
            connection, "r.kind = ? and r.identity_id in (select value from json_each(?))", SPLIT, id_list(wanted)
        )
        new = [ruling for ruling in step if ruling.id not in found]
        found.update((ruling.id, ruling) for ruling in new)
        wanted = {ruling.target for ruling in new}
    return sorted(found.values(), key=lambda ruling: ruling.id)


def merges_into(connection: sqlite3.Connection, entity: int) -> list[Stored]:
    """What was merged into an entity, the latest first."""
    return _read(connection, "r.entity_id = ? and r.kind = ?", entity, MERGE)[::-1]


def merges_of(connection: sqlite3.Connection, identity: int) -> list[Stored]:
    """The merges that moved an identity, the first one first."""
    where = "r.kind = ? and json_extract(r.subject, '$.identities.\"' || ? || '\"') is not null"
    return _read(connection, where, MERGE, str(identity))


def listed(connection: sqlite3.Connection, entity: int, limit: int) -> list[Stored]:
    """The latest decisions of a person, of all or those that concern one entity, newest first."""
    own = (
        "(?1 = 0 or r.entity_id = ?1 or exists (select 1 from identities i where i.entity_id = ?1"
        " and i.id in (r.identity_id, r.target_id)))"
    )
    rows = connection.execute(
        f"select {_COLUMNS} from rulings r where {own} order by r.id desc limit ?2", (entity, limit)
    )
    return [_from_row(row) for row in rows]
