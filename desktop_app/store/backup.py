"""Copies of the store: made consistent while it is in use, checked before they count, put back with care."""

import os
import shutil
import sqlite3
from pathlib import Path

from desktop_app.model.errors import ArchiveDamagedError, InputRefusedError
from desktop_app.store import index_queue
from desktop_app.store.database import SCHEMA_VERSION, open_reader, open_writer, sentences


def problems_of(connection: sqlite3.Connection, *, deep: bool) -> list[str]:
    """What SQLite finds wrong with a database; `deep` also compares every index with its table."""
    pragma = "integrity_check" if deep else "quick_check"
    found = [str(row[0]) for row in connection.execute(f"pragma {pragma}") if row[0] != "ok"]
    broken = connection.execute("pragma foreign_key_check").fetchall()
    return found + [f"A row of {row[0]} names one of {row[2]} that does not exist." for row in broken[:20]]


def copy(connection: sqlite3.Connection, target: Path) -> None:
    """Write a verified copy to `target`, which appears only once it is complete and checked."""
    partial = target.with_name(target.name + ".part")
    with sentences(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        try:
            # SQLite counts writing another file as writing; the connection itself stays one that only reads.
            connection.execute("pragma query_only = off")
            connection.execute("vacuum into ?", (str(partial),))
            verify(partial)
            with partial.open("rb") as file:
                os.fsync(file.fileno())
            partial.replace(target)
        finally:
            connection.execute("pragma query_only = on")
            partial.unlink(missing_ok=True)


def verify(file: Path) -> None:
    """Raise ArchiveDamagedError or InputRefusedError unless `file` is a whole store that this program can open."""
    if not file.is_file():
        raise InputRefusedError("There is no file {path}.", path=file)
    connection = open_reader(file)
    try:
        version = connection.execute("pragma user_version").fetchone()[0]
        found = problems_of(connection, deep=True)
    finally:
        connection.close()
    if found:
        raise ArchiveDamagedError("The copy {path} is damaged ({first}). Use another.", path=file, first=found[0])
    if version > SCHEMA_VERSION:
        raise InputRefusedError("{path} was made by a newer Lesesaal. Install the newest version.", path=file)


def restore(database: Path, copy_of: Path, aside: Path) -> None:
    """Put a copy in the place of `database`; the old one moves to the folder `aside` with its -wal and -shm.

    A -wal that stayed would be replayed into the restored file and ruin it. The caller holds the archive's lock.
    """
    verify(copy_of)
    partial = database.with_name("restored.part")
    with sentences(database):
        shutil.copyfile(copy_of, partial)
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        aside.mkdir(parents=True, exist_ok=True)
        for suffix in ("", "-wal", "-shm"):
            old = database.with_name(database.name + suffix)
            if old.exists():
                old.replace(aside / old.name)
        partial.replace(database)
    connection = open_writer(database)
    try:
        index_queue.distrust(connection)
    finally:
        connection.close()
