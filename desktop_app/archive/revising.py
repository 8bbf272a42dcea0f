"""Versions of a text: the reader corrects its words, compares them, and puts orphaned notes back."""

from collections.abc import Sequence
from typing import Any

from desktop_app.archive import labels
from desktop_app.archive.anchoring import anchored, carry
from desktop_app.archive.naming import short
from desktop_app.archive.session import Session, now
from desktop_app.model.anchors import Alignment
from desktop_app.model.article import Article, Part, TextVersion
from desktop_app.model.changes import Changes
from desktop_app.model.differences import Piece, compared
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.model.text import LONGEST, excerpt, normalise, sameness_hash
from desktop_app.store import articles, texts
from desktop_app.store.transaction import Transaction


class Revising:
    """The verbs about versions of texts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def versions(self, article: int) -> list[TextVersion]:
        """The versions of an article's text, the first one first. Raises NotFoundError."""
        articles.article(self._session.reader(), article)
        return texts.versions(self._session.reader(), article)

    def text_of(self, article: int, version: int = 0) -> str:
        """The words of one version, 0 being the present one. Raises NotFoundError."""
        connection = self._session.reader()
        whole = articles.article(connection, article)
        found = whole.text if version in (0, whole.version) else texts.body(connection, article, version)
        if found is None:
            raise NotFoundError(
                "The text of article {article} has no version {number}. “text {article}” lists those that it has.",
                article=article,
                number=version,
            )
        return found

    def compare_versions(self, article: int, old: int, new: int = 0) -> list[Piece]:
        """What differs between two versions, word by word; 0 is the present one. Raises NotFoundError."""
        return compared(self.text_of(article, old), self.text_of(article, new))

    def revise(self, article: int, text: str, parts: Sequence[Part] = ()) -> Changes:
        """Correct the words of an article: a new version of its text, with the notes on their words or orphaned.

        Where no `parts` are given, those of the old text are carried over. Raises InputRefusedError, NotFoundError.
        """
        text = normalise(text)
        with self._session.operation() as operation:
            whole = articles.article(operation.connection, article)
            if not text.strip():
                raise InputRefusedError("A text needs some words. To remove an article, move it to the trash.")
            if len(text) > LONGEST:
                raise InputRefusedError("A text can have {limit} characters at most.", limit=LONGEST)
            wanted = _checked(parts, text) if parts else _carried(whole, text)
            if (text, wanted) != (whole.text, whole.parts):
                renew(operation, whole, text, wanted, "reader", {})
                operation.name(labels.REVISE, title=short(whole.title or whole.text))
                operation.changes.result = articles.article(operation.connection, article).version
        return operation.changes

    def reanchor(self, annotation: int, start: int, end: int) -> Changes:
        """Put a note, orphaned or not, on the span [start, end) of the present text, in code points.

        Raises InputRefusedError, NotFoundError.
        """
        with self._session.operation() as operation:
            row = operation.connection.execute(
                "select article_id, start from annotations where id = ?", (annotation,)
            ).fetchone()
            if row is None:
                raise NotFoundError("There is no note {number}. “note list” shows all notes.", number=annotation)
            if row[1] is None:
                raise InputRefusedError("This note is on the whole article and stands on no words of it.")
            whole = articles.article(operation.connection, row[0])
            if not 0 <= start < end <= len(whole.text):
                raise InputRefusedError(
                    "The note's span must lie within the text, which has {length} characters.", length=len(whole.text)
                )
            text_id, text = texts.present(operation.connection, whole.id)
            if operation.update("annotations", [annotation], anchored(text_id, text, start, end)):
                operation.update("annotations", [annotation], {"changed_at": now()})
                operation.changes.articles.add(whole.id)
            operation.name(labels.REANCHOR, title=short(whole.title or whole.text))
        return operation.changes


def renew(
    transaction: Transaction, whole: Article, text: str, parts: Sequence[Part], origin: str, fields: dict[str, Any]
) -> None:
    """Give an article another text, and what follows from it; `fields` are further columns that change with it."""
    text_id = texts.add(transaction.connection, whole.id, text, parts, origin, now())
    language = fields.get("language", whole.language)
    values = {
        "text_id": text_id,
        "excerpt": excerpt(text),
        "words": articles.count_words(text, language),
        "sameness": sameness_hash(fields.get("title", whole.title), text),
    }
    transaction.update("articles", [whole.id], {**fields, **values})
    carry(transaction, whole.id)
    transaction.changes.articles.add(whole.id)


def _carried(whole: Article, text: str) -> tuple[Part, ...]:
    """The parts of an article's text in another one, where they stand there, too."""
    alignment = Alignment(whole.text, text)
    kept: list[Part] = []
    for part in whole.parts:
        found = alignment.place(part.start, part.end)
        if found and (not kept or found[0] >= kept[-1].end):
            kept.append(Part(*found, part.role))
    return tuple(kept)


def _checked(parts: Sequence[Part], text: str) -> tuple[Part, ...]:
    """The parts in order; raises InputRefusedError where they overlap or lie outside of the text."""
    ordered = sorted(parts, key=lambda part: part.start)
    ends = [0, *(part.end for part in ordered)]
    if any(part.start < before or part.end <= part.start for before, part in zip(ends, ordered, strict=False)) or (
        ends[-1] > len(text)
    ):
        raise InputRefusedError("The parts of a text must lie within it and not overlap.")
    return tuple(ordered)
