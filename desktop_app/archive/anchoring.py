"""Marks on words, carried over to another version of their text: to the same words, or visibly orphaned."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from desktop_app.model.anchors import Alignment, Anchor, anchor_at, place
from desktop_app.model.changes import Changes
from desktop_app.store import history, texts
from desktop_app.store.transaction import Transaction, id_list

_MARKS = 'select id, text_id, start, "end", quote, prefix, suffix, orphaned from annotations where article_id = ?'


def anchored(text_id: int, text: str, start: int, end: int) -> dict[str, Any]:
    """The columns of an annotation on a span of a version of a text."""
    anchor = anchor_at(text, start, end)
    return {
        "text_id": text_id,
        "start": start,
        "end": end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "orphaned": 0,
    }


def carry(transaction: Transaction, article: int) -> None:
    """Put the marks of an article that are not on its present text there; orphans are tried again."""
    text_id, text = texts.present(transaction.connection, article)
    alignments: dict[int, Alignment | None] = {}
    marks = transaction.connection.execute(
        f"{_MARKS} and start is not null and (text_id is not ? or orphaned = 1)", (article, text_id)
    ).fetchall()
    for number, of, *anchor, _ in marks:
        if of not in alignments:
            alignments[of] = _alignment(transaction.connection, of, text)
        alignment = alignments[of]
        start, end = anchor[:2]
        found = alignment.place(start, end) if alignment else place(Anchor(*anchor), text)
        values = anchored(text_id, text, *found) if found else {"orphaned": 1}
        transaction.update("annotations", [number], values)


def _alignment(connection: sqlite3.Connection, text_id: int | None, text: str) -> Alignment | None:
    row = connection.execute("select body from texts where id = ?", (text_id,)).fetchone()
    return Alignment(row[0], text) if row else None


def carry_after(connection: sqlite3.Connection, changes: Changes) -> None:
    """Carry over the marks that a step amid others brought back onto a text that is no longer the present one."""
    transaction = Transaction(connection)
    for article in _left_behind(connection, changes.rows.get("annotations", ())):
        carry(transaction, article)
    history.extend(connection, changes.operation, transaction.deltas)
    changes.articles |= transaction.changes.articles
    for table, rows in transaction.changes:
        changes.rows.setdefault(table, set()).update(rows)


def _left_behind(connection: sqlite3.Connection, annotations: Iterable[int]) -> list[int]:
    rows = connection.execute(
        "select distinct a.id from annotations n join articles a on a.id = n.article_id"
        " where n.id in (select value from json_each(?)) and n.start is not null and n.orphaned = 0"
        " and n.text_id is not a.text_id",
        (id_list(annotations),),
    )
    return [row[0] for row in rows]
