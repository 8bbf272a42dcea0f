"""What became of one article: the steps that touched it, and the log of changes, which no step leaves."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any, Final

from desktop_app.model.changes import Delta
from desktop_app.model.query_notices import Notice
from desktop_app.model.steps import ArticleEvent, FieldChange
from desktop_app.store import history, steps
from desktop_app.store.history import HistoryEntry

_TAKES: Final = 120  # seconds that a step may take between what it logs and its own entry
_STATE: Final = {
    "0 → 1": Notice.made("Moved to the trash"),
    "1 → 0": Notice.made("Restored from the trash"),
    "0 → 2": Notice.made("Taken back with its import"),
    "2 → 0": Notice.made("Came back with its import"),
}

Row = tuple[str, int]
Line = tuple[str, str]  # of the log: what, detail


def steps_of(connection: sqlite3.Connection, article: int, limit: int) -> list[HistoryEntry]:
    """The latest steps that touched an article or what is on it, newest first."""
    return [entry for entry, _ in _steps(connection, article, limit)]


def _steps(connection: sqlite3.Connection, article: int, limit: int) -> Iterator[tuple[HistoryEntry, list[Delta]]]:
    row = connection.execute("select import_id from articles where id = ?", (article,)).fetchone()
    brought = row[0] if row else None
    own: set[Row] = {("articles", article)}
    for table in ("annotations", "taggings", "dossier_articles", "screening_items", "rulings", "tag_refusals"):
        rows = connection.execute(f'select id from "{table}" where article_id = ?', (article,))
        own |= {(table, number) for (number,) in rows}
    for entry in history.entries(connection, history.DEPTH):
        if limit <= 0:
            return
        # From the latest to the first: a row that was deleted is met as a whole before the changes made to it.
        found = [delta for delta in history.noted(connection, entry.id) if _is_about(delta, article, own)]
        if found or (brought is not None and history.import_of(connection, entry.id) == brought):
            limit -= 1
            yield entry, found


def _is_about(delta: Delta, article: int, own: set[Row]) -> bool:
    for side in (delta.before or {}, delta.after or {}):
        if article in (side.get("article_id"), side.get("other_id")):
            own.add((delta.table, delta.id))
        if ("annotations", side.get("annotation_id")) in own:
            own.add((delta.table, delta.id))
    return (delta.table, delta.id) in own


def events(connection: sqlite3.Connection, article: int) -> list[ArticleEvent]:
    """All that is known to have become of an article, newest first."""
    logged = connection.execute(
        "select id, at, what, detail from change_log where article_id = ? order by id desc", (article,)
    ).fetchall()
    found: list[ArticleEvent] = []
    told: set[int] = set()
    for entry, deltas in _steps(connection, article, history.DEPTH):
        fields = tuple(field for thing in steps.told(connection, deltas) for field in thing.fields)
        found.append(ArticleEvent(entry.at, entry.words, entry.id, entry.undone or entry.taken_back, fields))
        for line in _lines(connection, deltas):
            told |= set(_matching(logged, line, entry.at, told))
    newer: dict[str, Any] = _fields_now(connection, article)
    for number, at, what, detail in logged:
        old = json.loads(detail) if what == "fields" else {}
        if number not in told:
            changes = tuple(_compared(connection, old, newer)) if what == "fields" else ()
            found.append(ArticleEvent(at, _words(what, detail), fields=changes))
        newer = old or newer
    return sorted(found, key=lambda event: (event.at, event.step), reverse=True)


def _lines(connection: sqlite3.Connection, deltas: list[Delta]) -> Iterator[Line]:
    """What the triggers wrote down when these differences were made."""
    for delta in deltas:
        before, after = delta.before, delta.after
        if delta.table == "taggings":
            row = connection.execute(
                "select name from tags where id = ?", ((after or before or {})["tag_id"],)
            ).fetchone()
            yield "tagged" if before is None else "untagged", row[0] if row else ""
        elif delta.table == "annotations" and before is None:
            yield "noted", (after or {})["body"]
        elif delta.table == "annotations" and after is None:
            yield "note removed", (before or {})["body"]
        elif delta.table == "annotations" and before and "body" in before:
            yield "note changed", before["body"]
        elif delta.table == "articles" and before and after:
            if "state" in before:
                yield "state", f"{before['state']} → {after['state']}"
            elif before.keys() - {"starred", "read_at", "text_id", "excerpt", "words", "sameness"}:
                yield "fields", ""


def _matching(logged: list[Any], line: Line, at: str, told: set[int]) -> Iterator[int]:
    what, detail = line
    for number, when, kind, said in logged:
        fits = kind == what and (said == detail or not detail) and number not in told
        if fits and when <= at and _seconds(at) - _seconds(when) <= _TAKES:
            yield number
            return


def _seconds(at: str) -> float:
    import datetime as dt

    return dt.datetime.fromisoformat(at).timestamp()


def _words(what: str, detail: str) -> Notice:
    words = " ".join(detail.split())
    match what:
        case "state":
            return _STATE.get(detail, Notice.made("Moved"))
        case "tagged":
            return Notice.made("Tag “{tag}” put on", tag=words)
        case "untagged":
            return Notice.made("Tag “{tag}” taken off", tag=words)
        case "noted":
            return Notice.made("Note written: “{words}”", words=words) if words else Notice.made("Words highlighted")
        case "note changed":
            return Notice.made("Note changed, which was “{words}”", words=words)
        case "note removed":
            return Notice.made("Note removed: “{words}”", words=words) if words else Notice.made("Highlight removed")
        case _:
            return Notice.made("Details changed")


def _fields_now(connection: sqlite3.Connection, article: int) -> dict[str, Any]:
    columns = ("title", "kicker", "byline", "place", "date", "language", "source_id")
    row = connection.execute(f"select {', '.join(columns)} from articles where id = ?", (article,)).fetchone()
    return dict(zip(columns, row, strict=True)) if row else {}


def _compared(connection: sqlite3.Connection, old: dict[str, Any], new: dict[str, Any]) -> Iterator[FieldChange]:
    delta = Delta("articles", 0, {name: old[name] for name in old if old[name] != new.get(name)}, None)
    after = {name: new.get(name) for name in delta.before or {}}
    for thing in steps.told(connection, [Delta("articles", 0, delta.before, after)]):
        yield from thing.fields
