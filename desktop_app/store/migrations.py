"""The schema's steps, recorded in the database by sqlite-utils' migrations.

A step once released is never changed: later needs are later steps, and `data/archives/` keeps an archive of
every released schema that must still open.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database, Migrations

SCHEMA_VERSION = 4  # the number of steps; `PRAGMA user_version` holds it so that opening need not ask

steps = Migrations("lesesaal")


def _statements(script: str) -> Iterator[str]:
    """Split a script into statements, so that each runs inside the migration's transaction.

    `executescript` would commit that transaction first.
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@steps()
def m001_first_schema(db: Database) -> None:
    """The tables of the first release."""
    _run(db, "schema.sql")


@steps()
def m002_searching(db: Database) -> None:
    """The search protocol, synonyms, and how far each saved search was looked at."""
    _run(db, "schema_2.sql")


@steps()
def m003_people(db: Database) -> None:
    """People and organisations: identities, names, mentions, roles, rulings, suggestions."""
    _run(db, "schema_3.sql")


@steps()
def m004_reading_room(db: Database) -> None:
    """Tags with keys and rules, dossiers, screenings, families of near-duplicates, where the reader stopped."""
    _run(db, "schema_4.sql")


def _run(db: Database, script: str) -> None:
    for statement in _statements((Path(__file__).parent / script).read_text(encoding="utf-8")):
        db.execute(statement)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the database to `SCHEMA_VERSION`; does nothing where it is there already."""
    steps.apply(Database(connection))
    connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
    connection.commit()
