"""The filterable properties of all articles as plain columns, for filtering, ordering and counting in memory."""

import sqlite3
from array import array
from collections.abc import Collection
from dataclasses import dataclass, field

from desktop_app.store.transaction import id_list

_COLUMNS = (
    "select id, state, date_from, date_to, length(date), coalesce(source_id, 0), language, starred, read_at is not null"
    " from articles where state < 2"
)


def _ints() -> "array[int]":
    return array("q")


@dataclass(slots=True)
class ArticleColumns:
    """Aligned columns over live and trashed articles, by ascending id.

    `language` holds positions in `languages`, `source` ids of sources (0 for none), `month` yyyymm (yyyy00 for a
    year-only date, 0 for undated); `starred` and `read` 0 or 1.
    """

    ids: "array[int]" = field(default_factory=_ints)
    state: "array[int]" = field(default_factory=_ints)  # 0 live, 1 in the trash
    date_from: "array[int]" = field(default_factory=_ints)
    date_to: "array[int]" = field(default_factory=_ints)
    month: "array[int]" = field(default_factory=_ints)
    source: "array[int]" = field(default_factory=_ints)
    language: "array[int]" = field(default_factory=_ints)
    starred: "array[int]" = field(default_factory=_ints)
    read: "array[int]" = field(default_factory=_ints)
    languages: list[str] = field(default_factory=list)


def load(connection: sqlite3.Connection, ids: Collection[int] | None = None) -> ArticleColumns:
    """Read the columns of all articles, or of these; about a second for a million."""
    columns = ArticleColumns()
    numbers: dict[str, int] = {}
    if ids is None:
        cursor = connection.execute(f"{_COLUMNS} order by id")
    else:
        wanted = f"{_COLUMNS} and id in (select value from json_each(?)) order by id"
        cursor = connection.execute(wanted, (id_list(ids),))
    while chunk := cursor.fetchmany(20_000):
        found, states, froms, tos, lengths, sources, languages, starred, read = zip(*chunk, strict=True)
        columns.ids.extend(found)
        columns.state.extend(states)
        columns.date_from.extend(froms)
        columns.date_to.extend(tos)
        columns.month.extend(
            date // 10000 * 100 if length == 4 else date // 100  # a year alone has four characters
            for date, length in zip(froms, lengths, strict=True)
        )
        columns.source.extend(sources)
        columns.language.extend(numbers.setdefault(language, len(numbers)) for language in languages)
        columns.starred.extend(starred)
        columns.read.extend(read)
    columns.languages = list(numbers)
    return columns


def source_names(connection: sqlite3.Connection) -> dict[int, str]:
    """The names of all sources, by id."""
    return dict(connection.execute("select id, name from sources").fetchall())


def taggings(connection: sqlite3.Connection, ids: Collection[int] | None = None) -> tuple["array[int]", "array[int]"]:
    """All taggings, or those of these articles, as two aligned columns: tag ids and article ids."""
    tags, articles = _ints(), _ints()
    if ids is None:
        cursor = connection.execute("select tag_id, article_id from taggings")
    else:
        wanted = "select tag_id, article_id from taggings where article_id in (select value from json_each(?))"
        cursor = connection.execute(wanted, (id_list(ids),))
    while chunk := cursor.fetchmany(20_000):
        found, owners = zip(*chunk, strict=True)
        tags.extend(found)
        articles.extend(owners)
    return tags, articles
