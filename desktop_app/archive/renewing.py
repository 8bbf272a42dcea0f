"""Files that bring other words of an article that is there: the same bytes read otherwise, or a file that changed."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.archive.revising import renew
from desktop_app.model.article import Article, ParsedArticle, ParsedFile
from desktop_app.model.differences import words
from desktop_app.model.text import text_hash
from desktop_app.store import articles
from desktop_app.store.history import WITHDRAWN
from desktop_app.store.transaction import Transaction

_RUN: Final = 3  # words
_SHORT: Final = 12  # words of a text that is compared word by word
_ALIKE: Final = 0.4  # of the shorter text's runs of words that both must have
_SAME_DAY: Final = 0.8  # and where the two state different dates
_CANDIDATES: Final = 8  # articles found in one file that are looked at
_STATED: Final = ("title", "kicker", "byline", "place", "credit", "language")


@dataclass(frozen=True, slots=True)
class Earlier:
    """An article that a file has other words of; `known`: but they are there as an older version."""

    article: Article
    known: bool


def earlier(connection: sqlite3.Connection, parsed: ParsedArticle, file: ParsedFile, import_id: int) -> Earlier | None:
    """The article that a file was imported as before, with other words; None where it is new.

    That is what the same bytes gave, or what was at the same place and has much the same words.
    """
    best: tuple[float, Article] | None = None
    for number, same_bytes in _candidates(connection, parsed, file, import_id):
        whole = articles.article(connection, number)
        score = 1.0 if same_bytes else alike(whole.text, parsed.text)
        dates = {whole.date, str(parsed.date or "")} - {""}
        least = _SAME_DAY if len(dates) > 1 else _ALIKE
        if score >= least and (best is None or score > best[0]):
            best = score, whole
    return Earlier(best[1], _is_known(connection, best[1], parsed)) if best else None


def _candidates(
    connection: sqlite3.Connection, parsed: ParsedArticle, file: ParsedFile, import_id: int
) -> Iterable[tuple[int, bool]]:
    """The articles that were at the same place in the same file, with whether its bytes were the same."""
    # What a container holds at a place may change with how it is taken apart.
    trusted = not parsed.member
    return [
        (number, bool(same_bytes and (trusted or encoding != file.encoding)))
        for number, same_bytes, encoding in connection.execute(
            "select p.article_id, max(p.sha256 = ?1), p.encoding from ("
            "  select * from provenances where sha256 = ?1 and ?1 <> '' and member = ?3"
            "  union select * from provenances where path = ?2 and member = ?3"
            " ) p join articles a on a.id = p.article_id where p.import_id is not ?4 and a.state <> ?5"
            " group by 1 order by 2 desc, 1 desc limit ?6",
            (file.sha256, file.path, parsed.member, import_id, WITHDRAWN, _CANDIDATES),
        )
    ]


def _is_known(connection: sqlite3.Connection, whole: Article, parsed: ParsedArticle) -> bool:
    """Whether the file's words are an older version, and the present one is a reader's: that one stays."""
    row = connection.execute(
        "select 1 from texts t join texts p on p.article_id = t.article_id and p.version = ?2"
        " where t.article_id = ?1 and t.version < ?2 and t.sha256 = ?3 and p.origin = 'reader'",
        (whole.id, whole.version, text_hash(parsed.text)),
    ).fetchone()
    return row is not None


def take_over(connection: sqlite3.Connection, whole: Article, parsed: ParsedArticle) -> Transaction:
    """Make a file's words a new version of an article; what its header states, too, unless that was changed here.

    The transaction has no differences where there is nothing new.
    """
    transaction = Transaction(connection)
    edited = connection.execute("select 1 from change_log where article_id = ? and what = 'fields'", (whole.id,))
    fields: dict[str, Any] = {}
    if edited.fetchone() is None:
        fields = {name: getattr(parsed, name) for name in _STATED}
        if parsed.date is not None:
            date = parsed.date
            fields |= {"date": str(date), "date_from": date.earliest, "date_to": date.latest}
    renew(transaction, whole, parsed.text, parsed.parts, "file", fields)
    return transaction


def alike(one: str, other: str) -> float:
    """How many of the shorter text's runs of three words the longer has, from 0 to 1."""
    listed = [[text[start:end] for start, end in words(text)] for text in (one, other)]
    run = _RUN if min(map(len, listed)) >= _SHORT else 1
    runs = [{tuple(each[place : place + run]) for place in range(len(each) - run + 1)} for each in listed]
    fewest = min(map(len, runs))
    return len(runs[0] & runs[1]) / fewest if fewest else 0.0
