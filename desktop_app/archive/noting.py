"""Notes on articles and on spans of their text. Each verb is one undo step."""

from typing import Any

from desktop_app.archive import labels
from desktop_app.archive.naming import short
from desktop_app.archive.session import Operation, Session, now
from desktop_app.model.article import Note
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.model.text import normalise, text_hash
from desktop_app.store import articles

NOTE_LIMIT = 1_000_000  # code points in a note
_CONTEXT = 32  # code points kept before and after a quote (W3C TextQuoteSelector)


class Noting:
    """The verbs about notes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def notes(self, article: int) -> list[Note]:
        """The notes on an article."""
        return articles.notes(self._session.reader(), article)

    def note(
        self, article: int, body: str, start: int | None = None, end: int | None = None, colour: int = 0
    ) -> Changes:
        """Add a note to an article, or to the span [start, end) of its text in code points.

        `changes.result` is the note's id. A span with an empty body is a plain highlight.
        """
        body = clean_note(body, allow_empty=start is not None)
        with self._session.operation() as operation:
            whole = articles.article(operation.connection, article)
            quote = prefix = suffix = ""
            if start is not None or end is not None:
                if start is None or end is None or not 0 <= start < end <= len(whole.text):
                    raise InputRefusedError(
                        "The note's span must lie within the text, which has {length} characters.",
                        length=len(whole.text),
                    )
                quote = whole.text[start:end]
                prefix = whole.text[max(0, start - _CONTEXT) : start]
                suffix = whole.text[end : end + _CONTEXT]
            text_id = operation.connection.execute("select text_id from articles where id = ?", (article,)).fetchone()
            at = now()
            operation.changes.result = operation.insert(
                "annotations",
                {
                    "article_id": article,
                    "text_id": text_id[0],
                    "start": start,
                    "end": end,
                    "quote": quote,
                    "prefix": prefix,
                    "suffix": suffix,
                    "body": body,
                    "colour": colour,
                    "sha256": text_hash(body),
                    "created_at": at,
                    "changed_at": at,
                },
            )
            operation.name(labels.NOTE, title=short(whole.title or whole.text))
        return operation.changes

    def change_note(self, note: int, body: str, colour: int | None = None) -> Changes:
        """Replace a note's words, and its colour unless that is None."""
        with self._session.operation() as operation:
            article, title, start = _noted(operation, note)
            body = clean_note(body, allow_empty=start is not None)
            values: dict[str, Any] = {"body": body, "sha256": text_hash(body)}
            if colour is not None:
                values["colour"] = colour
            if operation.update("annotations", [note], values):
                operation.update("annotations", [note], {"changed_at": now()})
                operation.changes.articles.add(article)
            operation.name(labels.CHANGE_NOTE, title=title)
        return operation.changes

    def remove_note(self, note: int) -> Changes:
        """Remove a note."""
        with self._session.operation() as operation:
            _, title, _ = _noted(operation, note)
            operation.delete("annotations", [note])
            operation.name(labels.REMOVE_NOTE, title=title)
        return operation.changes


def clean_note(body: str, *, allow_empty: bool) -> str:
    """A note's words, normalised; raises InputRefusedError where they are missing or too many."""
    body = normalise(body).strip()
    if not body and not allow_empty:
        raise InputRefusedError("A note needs some words.")
    if len(body) > NOTE_LIMIT:
        raise InputRefusedError("A note can have {limit} characters at most; divide it.", limit=NOTE_LIMIT)
    return body


def _noted(operation: Operation, note: int) -> tuple[int, str, int | None]:
    row = operation.connection.execute(
        "select a.id, a.title, a.excerpt, n.start from annotations n join articles a on a.id = n.article_id"
        " where n.id = ?",
        (note,),
    ).fetchone()
    if row is None:
        raise NotFoundError("There is no note {number}. “note list” shows all notes.", number=note)
    return row[0], short(row[1] or row[2]), row[3]
