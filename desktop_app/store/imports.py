"""The record of each import: what was asked for, and what became of every file."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of one file; `status` is "added", "updated", "duplicate", "skipped" or "failed"."""

    path: str
    status: str
    reason: str = ""
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """One import in a list of them; times are ISO 8601 in UTC."""

    id: int
    started: str
    finished: str | None
    request: dict[str, Any] = field(default_factory=dict)
    added: int = 0
    duplicates: int = 0
    skipped: int = 0
    failed: int = 0
    updated: int = 0  # articles of which a file brought a new version


def begin(connection: sqlite3.Connection, request: dict[str, Any], at: str) -> int:
    """Open the record of an import and return its number."""
    cursor = connection.execute(
        "insert into imports(started_at, request) values (?, ?)",
        (at, json.dumps(request, ensure_ascii=False)),
    )
    return cursor.lastrowid or 0


def add_files(connection: sqlite3.Connection, import_id: int, files: Iterable[ImportedFile]) -> None:
    """Record what became of some files."""
    connection.executemany(
        "insert into import_files(import_id, path, status, reason, article_ids) values (?, ?, ?, ?, ?)",
        [(import_id, f.path, f.status, f.reason, json.dumps(f.ids)) for f in files],
    )


def finish(connection: sqlite3.Connection, import_id: int, totals: dict[str, int], at: str) -> None:
    """Close the record with the number of articles added, updated and duplicate, and of files skipped and failed."""
    names = ("added", "updated", "duplicates", "skipped", "failed")
    columns = ", ".join(f"{name} = ?" for name in names)
    connection.execute(
        f"update imports set finished_at = ?, {columns} where id = ?",
        (at, *(totals[name] for name in names), import_id),
    )


def summaries(connection: sqlite3.Connection) -> list[ImportSummary]:
    """All imports, newest first."""
    return [
        ImportSummary(row[0], row[1], row[2], json.loads(row[3]), *row[4:])
        for row in connection.execute(
            "select id, started_at, finished_at, request, added, duplicates, skipped, failed, updated from imports"
            " order by id desc"
        )
    ]


def files(connection: sqlite3.Connection, import_id: int, status: str = "") -> list[ImportedFile]:
    """What became of the files of an import, optionally of one status only."""
    return [
        ImportedFile(row[0], row[1], row[2], tuple(json.loads(row[3])))
        for row in connection.execute(
            "select path, status, reason, article_ids from import_files where import_id = ?1"
            " and (?2 = '' or status = ?2) order by id",
            (import_id, status),
        )
    ]
