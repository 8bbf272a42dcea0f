"""Notes that are being written: kept beside the settings, under where they are written, until they are notes."""

import json
import sqlite3
from dataclasses import asdict

from desktop_app.model.drafts import Draft

_NAMES = "draft:"


def keep(connection: sqlite3.Connection, draft: Draft) -> None:
    """Keep a draft in place of the one before of its place, inside the caller's transaction."""
    connection.execute(
        "insert into settings(name, value) values (?, ?) on conflict(name) do update set value = excluded.value",
        (_NAMES + draft.place, json.dumps(asdict(draft))),
    )


def drop(connection: sqlite3.Connection, place: str) -> None:
    """Forget the draft of a place, inside the caller's transaction."""
    connection.execute("delete from settings where name = ?", (_NAMES + place,))


def all_drafts(connection: sqlite3.Connection) -> dict[str, Draft]:
    """The drafts by their places; what cannot be read any more is left out."""
    rows = connection.execute("select value from settings where name glob ?", (_NAMES + "*",)).fetchall()
    found = {}
    for (value,) in rows:
        try:
            draft = Draft(**json.loads(value))
        except (ValueError, TypeError):
            continue
        found[draft.place] = draft
    return found
