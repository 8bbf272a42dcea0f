"""Notes on articles and on spans of their text. Each verb is one undo step."""

import re
from collections.abc import Sequence
from typing import Any

from desktop_app.archive import annotation_tags, labels
from desktop_app.archive.naming import short
from desktop_app.archive.session import Operation, Session, now
from desktop_app.model.article import Article, Note
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.model.text import normalise, text_hash
from desktop_app.store import articles

NOTE_LIMIT = 1_000_000  # code points in a note
EVERYWHERE = 5_000  # places that one step may mark
_CONTEXT = 32  # code points kept before and after a quote (W3C TextQuoteSelector)
_CJK = "\u2e80"  # from here on words are not parted by spaces
_COLUMNS = (
    *("article_id", "text_id", "start", "end", "quote", "prefix", "suffix"),
    *("body", "colour", "sha256", "created_at", "changed_at"),
)

Span = tuple[int, int]


class Noting:
    """The verbs about notes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def notes(self, article: int) -> list[Note]:
        """The notes on an article."""
        return articles.notes(self._session.reader(), article)

    def note(
        self,
        article: int,
        body: str,
        start: int | None = None,
        end: int | None = None,
        colour: int = 0,
        tags: Sequence[str] = (),
        everywhere: bool = False,
    ) -> Changes:
        """Add a note to an article, or to the span [start, end) of its text in code points.

        `changes.result` is the note's id. A span with an empty body is a plain highlight. `everywhere`: wherever the
        same words stand in the article they are highlighted likewise, with the same tags; the note's own words stay
        at the span. Raises InputRefusedError.
        """
        body = clean_note(body, allow_empty=start is not None)
        with self._session.operation() as operation:
            whole = articles.article(operation.connection, article)
            spans = [_checked(whole.text, start, end)]
            if everywhere:
                spans += _elsewhere(operation, whole, spans[0])
            text_id = operation.connection.execute("select text_id from articles where id = ?", (article,)).fetchone()
            at = now()
            made = operation.insert_many(
                "annotations",
                _COLUMNS,
                [
                    (article, text_id[0], *_anchor(whole.text, span), words, colour, text_hash(words), at, at)
                    for span, words in zip(spans, [body] + [""] * (len(spans) - 1), strict=True)
                ],
            )
            operation.changes.result = made[0]
            for name in dict.fromkeys(tags):
                annotation_tags.put(operation, name, made)
            title = short(whole.title or whole.text)
            if len(made) > 1 and spans[0] is not None:
                words = short(whole.text[slice(*spans[0])])
                operation.name(labels.NOTE_EVERYWHERE, words=words, count=len(made), title=title)
            else:
                operation.name(labels.NOTE, title=title)
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
            annotation_tags.remove(operation, [note])
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


def _checked(text: str, start: int | None, end: int | None) -> Span | None:
    """The span, or None for the whole article; raises InputRefusedError where it does not lie in the text."""
    if start is None and end is None:
        return None
    if start is None or end is None or not 0 <= start < end <= len(text):
        raise InputRefusedError(
            "The note's span must lie within the text, which has {length} characters.", length=len(text)
        )
    return start, end


def _anchor(text: str, span: Span | None) -> tuple[int | None, int | None, str, str, str]:
    """Start, end, quote and what stands before and behind it."""
    if span is None:
        return None, None, "", "", ""
    start, end = span
    return start, end, text[start:end], text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]


def _elsewhere(operation: Operation, whole: Article, span: Span | None) -> list[Span]:
    """Where else the words of the span stand, however the lines break; places marked already are left out."""
    if span is None:
        raise InputRefusedError("Everywhere needs words: select some in the text first.")
    taken = set(
        operation.connection.execute(
            'select start, "end" from annotations where article_id = ? and orphaned = 0 and start is not null',
            (whole.id,),
        ).fetchall()
    )
    found = [place for place in same_words(whole.text, span) if place not in taken]
    if len(found) > EVERYWHERE:
        raise InputRefusedError(
            "These words stand at {count} places. At most {limit} can be marked at once; select longer words.",
            count=len(found),
            limit=EVERYWHERE,
        )
    return found


def same_words(text: str, span: Span) -> list[Span]:
    """Where else the words of a span stand. Whole words only where the span ends at whole words."""
    start, end = span
    words = text[start:end].split()
    if not words:
        return []
    first, last = text[start : start + 1], text[end - 1 : end]
    before = r"(?<!\w)" if _borders(text[:start][-1:], first) else ""
    behind = r"(?!\w)" if _borders(text[end : end + 1], last) else ""
    pattern = before + r"\s+".join(map(re.escape, words)) + behind
    places = (match.span() for match in re.finditer(pattern, text))
    return [(low, high) for low, high in places if high <= start or low >= end]


def _borders(outside: str, inside: str) -> bool:
    """Whether a word of a script with spaces begins or ends here."""
    return inside.isalnum() and inside < _CJK and not outside.isalnum()


def _noted(operation: Operation, note: int) -> tuple[int, str, int | None]:
    row = operation.connection.execute(
        "select a.id, a.title, a.excerpt, n.start from annotations n join articles a on a.id = n.article_id"
        " where n.id = ?",
        (note,),
    ).fetchone()
    if row is None:
        raise NotFoundError("There is no note {number}. “note list” shows all notes.", number=note)
    return row[0], short(row[1] or row[2]), row[3]
