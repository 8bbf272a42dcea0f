"""The filterable properties of all articles as plain columns, for counting over any selection of them."""

import sqlite3
from array import array
from dataclasses import dataclass, field


def _ints() -> "array[int]":
    return array("q")


@dataclass(slots=True)
class ArticleColumns:
    """Aligned columns over live and trashed articles, by ascending id.

    `language` holds positions in `languages`, `source` ids of sources (0 for none), `month` yyyymm (yyyy00 for a
    year-only date, 0 for undated).
    """

    ids: "array[int]" = field(default_factory=_ints)
    state: "array[int]" = field(default_factory=_ints)  # 0 live, 1 in the trash
    date_from: "array[int]" = field(default_factory=_ints)
    month: "array[int]" = field(default_factory=_ints)
    source: "array[int]" = field(default_factory=_ints)
    language: "array[int]" = field(default_factory=_ints)
    languages: list[str] = field(default_factory=list)
    source_names: dict[int, str] = field(default_factory=dict)


def load(connection: sqlite3.Connection) -> ArticleColumns:
    """Read the columns; about a second for a million articles."""
    columns = ArticleColumns()
    numbers: dict[str, int] = {}
    cursor = connection.execute(
        "select id, state, date_from, length(date), coalesce(source_id, 0), language"
        " from articles where state < 2 order by id"
    )
    while chunk := cursor.fetchmany(20_000):
        ids, states, dates, lengths, sources, languages = zip(*chunk, strict=True)
        columns.ids.extend(ids)
        columns.state.extend(states)
        columns.date_from.extend(dates)
        columns.month.extend(
            date // 10000 * 100 if length == 4 else date // 100  # a year alone has four characters
            for date, length in zip(dates, lengths, strict=True)
        )
        columns.source.extend(sources)
        columns.language.extend(numbers.setdefault(language, len(numbers)) for language in languages)
    columns.languages = list(numbers)
    columns.source_names = dict(connection.execute("select id, name from sources").fetchall())
    return columns


def taggings(connection: sqlite3.Connection) -> tuple["array[int]", "array[int]"]:
    """All taggings as two aligned columns: tag ids and article ids."""
    tags, articles = _ints(), _ints()
    cursor = connection.execute("select tag_id, article_id from taggings")
    while chunk := cursor.fetchmany(20_000):
        tags.extend(row[0] for row in chunk)
        articles.extend(row[1] for row in chunk)
    return tags, articles
