"""What a reader changes beside tags and notes: stars, read state, trash and details."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from desktop_app.archive import labels
from desktop_app.archive.deciding import settle
from desktop_app.archive.families import settle as settle_families
from desktop_app.archive.naming import known, short
from desktop_app.archive.session import Operation, Session, now
from desktop_app.model.changes import Changes
from desktop_app.model.dates import PartialDate
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.text import normalise
from desktop_app.store import articles, families, history, settling, suggestions
from desktop_app.store.history import LIVE, TRASHED
from desktop_app.store.transaction import id_list

_TEXT_FIELDS = ("title", "kicker", "byline", "place", "language")


class Edits:
    """The verbs about articles as wholes. Each but emptying the trash is one undo step."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def star(self, ids: Iterable[int], on: bool = True) -> Changes:
        """Put a star on articles, or take it off."""
        return self._set(ids, {"starred": int(on)}, labels.STAR if on else labels.UNSTAR)

    def mark_read(self, ids: Iterable[int], on: bool = True) -> Changes:
        """Mark articles read or unread; what is read already keeps its time."""
        with self._session.operation() as operation:
            wanted = known(operation, ids)
            open_ids = [
                row[0]
                for row in operation.connection.execute(
                    "select id from articles where (read_at is null) = ? and id in (select value from json_each(?))",
                    (on, id_list(wanted)),
                )
            ]
            operation.update("articles", open_ids, {"read_at": now() if on else None})
            label = labels.READ if on else labels.UNREAD
            operation.name(labels.counted(label, len(open_ids)), count=len(open_ids))
        return operation.changes

    def seen(self, article: int) -> Changes:
        """Mark an article read because it was open for a while. Not a step of the reader's, so not in the journal."""
        changes = Changes()
        with self._session.writing() as connection:
            query = "update articles set read_at = ? where id = ? and read_at is null returning id"
            for (number,) in connection.execute(query, (now(), article)).fetchall():
                changes.touch("articles", number)
                changes.articles.add(number)
        self._session.announce(changes)
        return changes

    def trash(self, ids: Iterable[int]) -> Changes:
        """Move articles to the trash; they stay there until it is emptied."""
        return self._set(ids, {"state": TRASHED, "trashed_at": now()}, labels.TRASH, only_state=LIVE)

    def restore(self, ids: Iterable[int]) -> Changes:
        """Bring articles back from the trash."""
        return self._set(ids, {"state": LIVE, "trashed_at": None}, labels.RESTORE, only_state=TRASHED)

    def empty_trash(self) -> Changes:
        """Delete what is in the trash, with its notes, for good. The one verb that cannot be undone."""
        changes = Changes()
        with self._session.writing() as connection:
            kin = families.related(connection, articles.trashed(connection))
            gone, rows = articles.purge(connection)
            settle_families(connection, kin - set(gone))
            rows |= {("suggestions", number) for number in suggestions.forget(connection, gone)}
            history.forget_articles(connection, gone, rows)
            for number in gone:
                changes.touch("articles", number)
                changes.articles.add(number)
        changes.result = len(changes.articles)
        self._session.announce(changes)
        return changes

    def _set(
        self, ids: Iterable[int], values: dict[str, Any], label: tuple[str, str], only_state: int | None = None
    ) -> Changes:
        with self._session.operation() as operation:
            wanted = known(operation, ids, only_state)
            count = len(operation.update("articles", wanted, values))
            operation.name(labels.counted(label, count), count=count)
            operation.changes.result = count
        return operation.changes

    def set_fields(self, article: int, **values: str) -> Changes:
        """Correct what the header recogniser read: title, kicker, byline, place, language, source, date (EDTF)."""
        with self._session.operation() as operation:
            whole = articles.article(operation.connection, article)
            row: dict[str, Any] = {}
            for name, value in values.items():
                row |= _field(operation, name, " ".join(normalise(value).split()))
            operation.update("articles", [article], row)
            if row.keys() & {"place", "source_id"} and settling.needed(operation.connection):
                settle(operation, [article])  # namesakes may be told apart by these
            operation.name(labels.SET_FIELDS, title=short(whole.title or whole.text))
        return operation.changes


def _field(operation: Operation, name: str, value: str) -> dict[str, Any]:
    if name in _TEXT_FIELDS:
        return {name: value}
    if name == "source":
        row = operation.connection.execute("select id from sources where name = ?", (value,)).fetchone()
        if not value:
            return {"source_id": None}
        return {"source_id": row[0] if row else operation.insert("sources", {"name": value})}
    if name == "date":
        return _date_fields(value)
    raise InputRefusedError("“{name}” is not a detail that can be changed.", name=name)


def _date_fields(value: str) -> dict[str, Any]:
    if not value:
        return {"date": "", "date_from": 0, "date_to": 0}
    try:
        date = PartialDate.parse(value)
    except ValueError as error:
        raise InputRefusedError(
            "“{value}” is not a date. Write {year}, {year}-09 or {year}-09-15.",
            value=value,
            year=dt.datetime.now(dt.UTC).year,
        ) from error
    return {"date": str(date), "date_from": date.earliest, "date_to": date.latest}
