"""Articles: written by an import, read by lists, the reader pane and exports."""

import json
import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from desktop_app.model.article import (
    Article,
    ArticleRow,
    Note,
    ParsedArticle,
    ParsedFile,
    Part,
    Provenance,
    TagLabel,
)
from desktop_app.model.changes import Delta
from desktop_app.model.errors import NotFoundError
from desktop_app.model.text import excerpt, sameness_hash
from desktop_app.store import mentions, texts
from desktop_app.store.history import LIVE, TRASHED, WITHDRAWN

_ROW = (
    "select a.id, a.title, a.kicker, a.date, coalesce(s.name, ''), a.language, a.excerpt, a.words, a.starred,"
    " a.read_at is not null, a.state = 1, (select count(*) from annotations n where n.article_id = a.id),"
    " a.byline, a.place, a.added_at"
    " from articles a left join sources s on s.id = a.source_id"
)
_IDS = "select value from json_each(?)"
_OF_ARTICLE = (
    *("taggings", "tag_refusals", "annotations", "provenances", "dossier_articles", "screening_items"),
    *("family_rulings", "family_links", "texts"),
)
_BY_ARTICLE = ("sketches", "family_members", "meanings", "readings")  # their id is the article's


def rows(connection: sqlite3.Connection, ids: Sequence[int]) -> list[ArticleRow]:
    """What a list shows of these articles, in the order asked for; unknown ids are left out."""
    wanted = json.dumps(list(ids))
    labels = tag_labels(connection, ids)
    found = {
        row[0]: ArticleRow(
            id=row[0],
            title=row[1],
            kicker=row[2],
            date=row[3],
            source=row[4],
            language=row[5],
            excerpt=row[6],
            words=row[7],
            starred=bool(row[8]),
            read=bool(row[9]),
            trashed=bool(row[10]),
            tags=labels.get(row[0], ()),
            notes=row[11],
            byline=row[12],
            place=row[13],
            added=row[14],
        )
        for row in connection.execute(f"{_ROW} where a.id in ({_IDS}) and a.state < 2", (wanted,))
    }  # fmt: skip
    return [found[article] for article in ids if article in found]


def tag_labels(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[TagLabel, ...]]:
    """The tags of each of these articles, by name."""
    labels: dict[int, list[TagLabel]] = {}
    for article, *label in connection.execute(
        "select g.article_id, t.id, t.name, t.colour, g.origin from taggings g join tags t on t.id = g.tag_id"
        f" where g.article_id in ({_IDS}) order by t.name",
        (json.dumps(list(ids)),),
    ):
        labels.setdefault(article, []).append(TagLabel(*label))
    return {article: tuple(tags) for article, tags in labels.items()}


def count_where(connection: sqlite3.Connection, where: str, values: Sequence[Any]) -> int:
    """How many articles `a` fit a condition."""
    return int(connection.execute(f"select count(*) from articles a where {where}", values).fetchone()[0])


def date_of(connection: sqlite3.Connection, number: int) -> str:
    """An article's date (EDTF); "" where it is undated or gone."""
    row = connection.execute("select date from articles where id = ?", (number,)).fetchone()
    return str(row[0]) if row else ""


def article(connection: sqlite3.Connection, number: int) -> Article:
    """One article whole; raises NotFoundError."""
    row = connection.execute(
        "select a.title, a.kicker, a.byline, a.place, a.credit, a.date, coalesce(s.name, ''), a.language, t.body,"
        " t.parts, t.version, a.words, a.starred, a.read_at is not null, a.state = 1, a.fields, a.added_at"
        " from articles a left join sources s on s.id = a.source_id join texts t on t.id = a.text_id"
        " where a.id = ? and a.state < 2",
        (number,),
    ).fetchone()
    if row is None:
        raise NotFoundError(
            "There is no article {number}. “search” lists the articles and their numbers.", number=number
        )
    return Article(
        id=number,
        title=row[0],
        kicker=row[1],
        byline=row[2],
        place=row[3],
        credit=row[4],
        date=row[5],
        source=row[6],
        language=row[7],
        text=row[8],
        parts=tuple(Part(*part) for part in json.loads(row[9])),
        version=row[10],
        words=row[11],
        starred=bool(row[12]),
        read=bool(row[13]),
        trashed=bool(row[14]),
        tags=tag_labels(connection, [number]).get(number, ()),
        notes=tuple(notes(connection, number)),
        provenance=tuple(_provenance(connection, number)),
        fields=json.loads(row[15]),
        added=row[16],
    )


def notes(connection: sqlite3.Connection, number: int) -> list[Note]:
    """The notes on an article: those on the whole of it first, then in the order of their spans."""
    labels: dict[int, list[TagLabel]] = {}
    for note, *tag in connection.execute(
        "select g.annotation_id, t.id, t.name, t.colour from annotation_taggings g join tags t on t.id = g.tag_id"
        " where g.annotation_id in (select id from annotations where article_id = ?) order by t.name",
        (number,),
    ):
        labels.setdefault(note, []).append(TagLabel(*tag))
    return [
        Note(*(*row[:9], bool(row[9]), tuple(labels.get(row[0], ()))))
        for row in connection.execute(
            'select id, article_id, body, start, "end", quote, colour, created_at, changed_at, orphaned'
            " from annotations where article_id = ? order by start is not null, start, id",
            (number,),
        )
    ]


def _provenance(connection: sqlite3.Connection, number: int) -> Iterator[Provenance]:
    for row in connection.execute(
        "select path, member, sha256, format, encoding, imported_at, size from provenances"
        " where article_id = ? order by id",
        (number,),
    ):
        yield Provenance(*row)


class Text(NamedTuple):
    """An article's text with what a line about it tells. `lead` is where the lead that it marks ends, or -1."""

    title: str
    date: str
    source: str
    language: str
    body: str
    lead: int


def read(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Text]:
    """The texts of these articles, by number; those that are gone are left out."""
    return {
        number: Text(title, date, source, language, body, marked_lead(parts))
        for number, title, date, source, language, body, parts in connection.execute(
            "select a.id, a.title, a.date, coalesce(s.name, ''), a.language, t.body, t.parts from articles a"
            " join texts t on t.id = a.text_id left join sources s on s.id = a.source_id"
            f" where a.id in ({_IDS}) and a.state < 2",
            (json.dumps(list(ids)),),
        )
    }


def marked_lead(parts: str) -> int:
    """Where the lead that an article marks ends, in code points of its text; -1 where it marks none."""
    if '"lead"' not in parts:
        return -1
    return max((end for _, end, role in json.loads(parts) if role == "lead"), default=-1)


def ids_where(connection: sqlite3.Connection, where: str, values: Sequence[Any], order: str) -> "array[int]":
    """Ids of articles by a condition of our own making, in an order of our own making."""
    cursor = connection.execute(f"select id from articles a where {where} order by {order}", values)
    return array("q", chain.from_iterable(cursor))


class ArticleWriter:
    """Adds parsed files to the archive inside the caller's transaction, telling duplicates apart."""

    def __init__(self, connection: sqlite3.Connection, import_id: int, at: str) -> None:
        self.connection = connection
        self.import_id = import_id
        self._at = at
        self._sources: dict[str, int] = {}
        self._tags: dict[str, int] = {}
        self.made: list[Delta] = []  # for the journal: new tags, articles that came back

    def has(self, parsed: ParsedArticle) -> bool:
        """Whether the same words of the same date are there, be it out of sight."""
        return same_words(self.connection, sameness_hash(parsed.title, parsed.text), str(parsed.date or "")) is not None

    def add(self, parsed: ParsedArticle, file: ParsedFile) -> tuple[int, bool]:
        """Store one article and where it was found; returns (id, whether it is new).

        The same words again are the same article, with a second provenance. An article that had been taken back
        with its import comes back; one in the trash stays there.
        """
        sameness = sameness_hash(parsed.title, parsed.text)
        found = same_words(self.connection, sameness, str(parsed.date or ""))
        if found is None:
            number, new = self._insert(parsed, sameness), True
        else:
            number, new = found[0], found[1] == WITHDRAWN
            if new:
                self._bring_back(number)
                self._add_tags(number, parsed)
        self.found(number, parsed, file)
        return number, new

    def _bring_back(self, number: int) -> None:
        """Show an article again that was taken back with its import; it belongs to this one until that is undone."""
        (was,) = self.connection.execute("select import_id from articles where id = ?", (number,)).fetchone()
        self.connection.execute(
            "update articles set state = ?, import_id = ? where id = ?", (LIVE, self.import_id, number)
        )
        self.made.append(Delta("articles", number, {"import_id": was}, {"import_id": self.import_id}))

    def found(self, number: int, parsed: ParsedArticle, file: ParsedFile) -> None:
        """Note where an article was found, unless that is known."""
        values = (number, file.path, parsed.member, file.sha256)
        if not self.connection.execute(
            "select 1 from provenances where article_id = ? and path = ? and member = ? and sha256 = ?",
            values,
        ).fetchone():
            self.connection.execute(
                "insert into provenances(article_id, path, member, sha256, import_id, size, format, encoding,"
                " imported_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*values, self.import_id, file.size, file.format, file.encoding, self._at),
            )

    def _insert(self, parsed: ParsedArticle, sameness: str) -> int:
        date = parsed.date
        cursor = self.connection.execute(
            "insert into articles(title, kicker, byline, place, credit, date, date_from, date_to, language, source_id,"
            " excerpt, words, fields, sameness, import_id, added_at)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                parsed.title, parsed.kicker, parsed.byline, parsed.place, parsed.credit,
                str(date or ""), date.earliest if date else 0, date.latest if date else 0,
                parsed.language, self._source(parsed.source), excerpt(parsed.text),
                count_words(parsed.text, parsed.language),
                json.dumps(parsed.fields, ensure_ascii=False), sameness, self.import_id, self._at,
            ),
        )  # fmt: skip
        number = cursor.lastrowid or 0
        text = texts.add(self.connection, number, parsed.text, parsed.parts, "file", self._at)
        # The insert has queued the article already; setting its text must not queue it twice.
        self.connection.execute("update articles set text_id = ? where id = ?", (text, number))
        self._add_tags(number, parsed)
        return number

    def _add_tags(self, number: int, parsed: ParsedArticle) -> None:
        for name in parsed.tags:
            self.connection.execute(
                "insert or ignore into taggings(tag_id, article_id, origin, created_at) select ?1, ?2, 'file', ?3"
                " where not exists (select 1 from tag_refusals where tag_id = ?1 and article_id = ?2)",
                (self._tag(name), number, self._at),
            )

    def _source(self, name: str) -> int | None:
        if not name:
            return None
        if name not in self._sources:
            self.connection.execute("insert or ignore into sources(name) values (?)", (name,))
            self._sources[name] = self.connection.execute("select id from sources where name = ?", (name,)).fetchone()[
                0
            ]
        return self._sources[name]

    def _tag(self, name: str) -> int:
        if name not in self._tags:
            made = self.connection.execute(
                "insert or ignore into tags(name, colour) values (?, (select count(*) % 12 from tags))", (name,)
            ).rowcount
            row = self.connection.execute("select id, name, colour from tags where name = ?", (name,)).fetchone()
            self._tags[name] = row[0]
            if made:
                values = dict(zip(("id", "name", "colour"), row, strict=True))
                self.made.append(Delta("tags", row[0], None, values))
        return self._tags[name]


def same_words(connection: sqlite3.Connection, sameness: str, date: str) -> tuple[int, int] | None:
    """(id, state) of the article with the same words and date, a visible one first; None where there is none."""
    row = connection.execute(
        "select id, state from articles where sameness = ? and date = ? order by state limit 1", (sameness, date)
    ).fetchone()
    return (row[0], row[1]) if row else None


def count_words(text: str, language: str) -> int:
    """How many words a text has. Japanese has no spaces; two characters count as one, as readers of both report."""
    if language == "ja":
        return len(text) // 2
    return len(text.split())


def trashed(connection: sqlite3.Connection) -> list[int]:
    """What is in the trash."""
    return [row[0] for row in connection.execute("select id from articles where state = ?", (TRASHED,))]


def purge(connection: sqlite3.Connection) -> tuple[list[int], set[tuple[str, int]]]:
    """Remove what is in the trash for good, inside the caller's transaction.

    Returns the ids of the articles, and (table, id) of the rows that a reader had made about them.
    """
    gone = trashed(connection)
    wanted = json.dumps(gone)
    mentions.forget(connection, gone)
    conditions = [
        ("annotation_taggings", f"annotation_id in (select id from annotations where article_id in ({_IDS}))"),
        *((table, f"other_id in ({_IDS})") for table in ("family_rulings", "family_links")),
        *((table, f"article_id in ({_IDS})") for table in _OF_ARTICLE),
    ]
    rows: set[tuple[str, int]] = set()
    for table, where in conditions:
        removed = connection.execute(f"delete from {table} where {where} returning id", (wanted,))
        rows.update((table, row[0]) for row in removed)
    for table in _BY_ARTICLE:
        connection.execute(f"delete from {table} where id in ({_IDS})", (wanted,))
    connection.execute(f"delete from articles where id in ({_IDS})", (wanted,))
    return gone, rows
