"""Counts over all live articles, by SQLite alone."""

import sqlite3
from array import array
from collections import Counter

from desktop_app.model.listing import FacetCount, Facets
from desktop_app.store.database import at_once

_COUNT = (
    "select coalesce(source_id, 0), language, date_from / 100, length(date) = 4, count(*)"
    " from articles where state = 0 group by 1, 2, 3, 4"
)


def of_all(connection: sqlite3.Connection) -> Facets:
    """Tags, sources, years, months and languages of the live articles; one pass over the table."""
    with at_once(connection):
        return _of_all(connection)


def _of_all(connection: sqlite3.Connection) -> Facets:
    sources: Counter[int] = Counter()
    languages: Counter[str] = Counter()
    years: Counter[int] = Counter()
    months: Counter[str] = Counter()
    undated = 0
    for source, language, month, year_only, count in connection.execute(_COUNT):
        sources[source] += count
        languages[language] += count
        year, number = divmod(month, 100)
        if month:
            years[year] += count
            months[f"{year:04}" if year_only else f"{year:04}-{number:02}"] += count
        else:
            undated += count
    names = dict(connection.execute("select id, name from sources").fetchall())
    return Facets(
        tags=_ranked(_tags(connection)),
        sources=_ranked([FacetCount(names[s], names[s], n, s) for s, n in sources.items() if s]),
        years=[FacetCount(f"{year:04}", f"{year:04}", count) for year, count in sorted(years.items())],
        languages=_ranked([FacetCount(code, code, count) for code, count in languages.items() if code]),
        months=dict(sorted(months.items())),
        undated=undated,
    )


def by_day(connection: sqlite3.Connection, ids: "array[int]", first: int, last: int) -> dict[str, int]:
    """How many of these articles are dated on each day from `first` to `last` (yyyymmdd); days without any left out."""
    wanted = set(ids)
    days: Counter[str] = Counter()
    dated = "select id, date from articles where state < 2 and date_from between ? and ? and date_from = date_to"
    for number, date in connection.execute(dated, (first, last)):
        if number in wanted:
            days[date] += 1
    return dict(sorted(days.items()))


_COLUMNS = {"author": "byline", "place": "place"}


def values_of(connection: sqlite3.Connection, field: str, wanted: str, limit: int = 50) -> list[FacetCount]:
    """The authors or places of live articles that hold `wanted` (in small letters), most frequent first."""
    column = _COLUMNS[field]
    rows = connection.execute(
        f"select {column}, count(*) n from articles where state = 0 and {column} <> '' and instr(fold({column}), ?) > 0"
        f" group by 1 order by n desc, 1 limit ?",
        (wanted, limit),
    )
    return [FacetCount(value, value, count) for value, count in rows]


def _tags(connection: sqlite3.Connection) -> list[FacetCount]:
    return [
        FacetCount(name, name, count, tag, colour)
        for tag, name, colour, count in connection.execute(
            "select t.id, t.name, t.colour, c.n from tags t join (select g.tag_id, count(*) n from taggings g"
            " join articles a on a.id = g.article_id where a.state = 0 group by g.tag_id) c on c.tag_id = t.id"
        )
    ]


def _ranked(counts: list[FacetCount]) -> list[FacetCount]:
    return sorted(counts, key=lambda facet: (-facet.count, facet.label.casefold()))
