"""Two identities that may be one: proposed by runs, decided by a person, and remembered."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from desktop_app.model.people import Decision
from desktop_app.store.transaction import Transaction, id_list

SURNAME, NAMES = "surname", "names"  # what is proposed: an article's bare surname, two whole entities


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two identities, where (0: everywhere), how likely, and why: an English template and its fields."""

    kind: str
    a: int
    b: int
    article: int
    score: float
    template: str
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Stored:
    """A proposal as it is stored, with the entities that its identities belong to now."""

    id: int
    a: int
    b: int
    identity_a: int
    identity_b: int
    article: int
    score: float
    template: str
    fields: dict[str, Any]
    decision: str


_STORED = (
    "select s.id, a.entity_id, b.entity_id, s.a, s.b, s.article_id, s.score, s.reason, s.decision from suggestions s"
    " join identities a on a.id = s.a join identities b on b.id = s.b"
)


def _from_row(row: tuple[Any, ...]) -> Stored:
    reason = json.loads(row[7])
    number, a, b, identity_a, identity_b, article, score, _, decision = row
    return Stored(number, a, b, identity_a, identity_b, article, score, reason["template"], reason["fields"], decision)


def propose(connection: sqlite3.Connection, proposals: Iterable[Proposal]) -> set[int]:
    """Keep proposals, inside the caller's transaction; what was decided already stays so. Returns the ids."""
    ids = set()
    for proposal in proposals:
        reason = json.dumps({"template": proposal.template, "fields": proposal.fields}, ensure_ascii=False)
        pair = _ordered(proposal.a, proposal.b, proposal.article)
        (number,) = connection.execute(
            "insert into suggestions(kind, a, b, article_id, score, reason) values (?, ?, ?, ?, ?, ?)"
            " on conflict(a, b, article_id) do update set score = excluded.score, reason = excluded.reason"
            " returning id",
            (proposal.kind, *pair, proposal.article, proposal.score, reason),
        ).fetchone()
        ids.add(number)
    return ids


def _ordered(a: int, b: int, article: int) -> tuple[int, int]:
    """A pair has no order; in one article the first is the one that is named too shortly."""
    return (a, b) if article or a <= b else (b, a)


def forget(connection: sqlite3.Connection, articles: Iterable[int]) -> list[int]:
    """Remove what was proposed for these articles alone, inside the caller's transaction; returns the ids."""
    rows = connection.execute(
        "delete from suggestions where article_id in (select value from json_each(?)) returning id",
        (id_list(articles),),
    )
    return [row[0] for row in rows]


def suggestion(connection: sqlite3.Connection, number: int) -> Stored | None:
    """One proposal."""
    row = connection.execute(f"{_STORED} where s.id = ?", (number,)).fetchone()
    return _from_row(row) if row else None


@dataclass(frozen=True, slots=True)
class Pair:
    """A proposal that waits for a decision: its entities now, where, and whether it was left open before."""

    id: int
    a: int
    b: int
    article: int
    unsure: bool


_NAMED_THERE = (  # the one whom the article names too shortly is still in it
    "exists (select 1 from articles x join mentions m on m.article_id = x.id join names n on n.id = m.name_id"
    " where x.id = s.article_id and x.state = 0 and n.identity_id = s.a and m.rejected = 0)"
)


def waiting(connection: sqlite3.Connection, kind: str = "", entity: int = 0) -> Iterator[Pair]:
    """Proposals that wait for a decision, the likeliest first, those left open before at the end."""
    of_one = (
        " and s.id in (select o.id from identities i join suggestions o on o.a = i.id where i.entity_id = ?2"
        " union select o.id from identities i join suggestions o on o.b = i.id where i.entity_id = ?2)"
    )
    rows = connection.execute(
        "select s.id, a.entity_id, b.entity_id, s.article_id, s.decision <> '' from suggestions s"
        " join identities a on a.id = s.a join identities b on b.id = s.b"
        " join entities e on e.id = a.entity_id join entities f on f.id = b.entity_id"
        " where s.decision in ('', 'unsure') and a.entity_id <> b.entity_id"
        " and e.rejected_at is null and f.rejected_at is null and (?1 = '' or e.kind = ?1)"
        f"{of_one if entity else ' and ?2 = 0'} and (s.article_id = 0 or {_NAMED_THERE})"
        " order by s.decision <> '', s.score desc, s.id",
        (kind, entity),
    )
    return (Pair(number, one, other, article, bool(unsure)) for number, one, other, article, unsure in rows)


def different(connection: sqlite3.Connection) -> set[tuple[int, int]]:
    """The pairs of entities, the lower number first, of which a person said that they are different."""
    rows = connection.execute(
        "select min(a.entity_id, b.entity_id), max(a.entity_id, b.entity_id) from suggestions s"
        " join identities a on a.id = s.a join identities b on b.id = s.b"
        " where s.decision = 'different' and s.article_id = 0"
    )
    return set(rows.fetchall())


def set_decision(transaction: Transaction, one: int, other: int, article: int, decision: Decision) -> None:
    """Remember what a person said of two identities."""
    a, b = _ordered(one, other, article)
    row = transaction.connection.execute(
        "select id from suggestions where a = ? and b = ? and article_id = ?", (a, b, article)
    ).fetchone()
    if row:
        transaction.update("suggestions", [row[0]], {"decision": decision})
    else:
        values = {"kind": NAMES, "a": a, "b": b, "article_id": article, "score": 0.0, "decision": decision}
        transaction.insert("suggestions", {**values, "reason": json.dumps({"template": "", "fields": {}})})
