"""The schema's steps, recorded in the database by sqlite-utils' migrations.

A step once released is never changed: later needs are later steps, and `data/archives/` keeps an archive of
every released schema that must still open.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database, Migrations

SCHEMA_VERSION = 1  # the number of steps; `PRAGMA user_version` holds it so that opening need not ask

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
    script = (Path(__file__).parent / "schema.sql").read_text(encoding="utf-8")
    for statement in _statements(script):
        db.execute(statement)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the database to `SCHEMA_VERSION`; does nothing where it is there already."""
    steps.apply(Database(connection))
    connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
    connection.commit()
