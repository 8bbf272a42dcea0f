"""Versions of the texts of articles. They are never changed and only go with their article; one of them is present.

No step takes them back: undo leaves a version that nobody sees, and the next one with the same words is that again.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import astuple

from desktop_app.model.article import Part, TextVersion
from desktop_app.model.text import text_hash


def add(connection: sqlite3.Connection, article: int, body: str, parts: Sequence[Part], origin: str, at: str) -> int:
    """Store a version of an article's text, unless it is there, inside the caller's transaction; returns its id."""
    stored = json.dumps([list(astuple(part)) for part in parts])
    there = connection.execute(
        "select id from texts where article_id = ? and sha256 = ? and parts = ?", (article, text_hash(body), stored)
    ).fetchone()
    if there:
        return int(there[0])
    cursor = connection.execute(
        "insert into texts(article_id, version, body, parts, sha256, origin, created_at)"
        " values (?1, (select coalesce(max(version), 0) + 1 from texts where article_id = ?1), ?2, ?3, ?4, ?5, ?6)",
        (article, body, stored, text_hash(body), origin, at),
    )
    return cursor.lastrowid or 0


def versions(connection: sqlite3.Connection, article: int) -> list[TextVersion]:
    """The versions of an article's text, the first one first."""
    rows = connection.execute(
        "select t.version, t.created_at, t.origin, length(t.body), t.id = a.text_id from texts t"
        " join articles a on a.id = t.article_id where a.id = ? order by t.version",
        (article,),
    )
    return [
        TextVersion(version, created, origin, characters, bool(is_present))
        for version, created, origin, characters, is_present in rows
    ]


def body(connection: sqlite3.Connection, article: int, version: int) -> str | None:
    """The words of one version; None where there is none."""
    row = connection.execute(
        "select body from texts where article_id = ? and version = ?", (article, version)
    ).fetchone()
    return str(row[0]) if row else None


def present(connection: sqlite3.Connection, article: int) -> tuple[int, str]:
    """The id and the words of the version that an article shows."""
    row = connection.execute(
        "select t.id, t.body from texts t join articles a on a.text_id = t.id where a.id = ?", (article,)
    ).fetchone()
    return int(row[0]), str(row[1])
