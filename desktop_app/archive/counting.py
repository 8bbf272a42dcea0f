"""Counts over the articles of a listing, from the columns."""

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.archive.matching import Ids, Matcher
from desktop_app.model.listing import FacetCount, Facets
from desktop_app.model.people import Kind
from desktop_app.store import people

if TYPE_CHECKING:
    from desktop_app.archive.people.tally import Tally


FACETS = 200  # people, and organisations, that are counted beside a listing


def facets(matcher: Matcher, connection: sqlite3.Connection, ids: Ids, tally: "Tally") -> Facets:
    """Counts of tags, sources, years, months and languages, people and organisations over these articles.

    Unknown ones are left out.
    """
    at = matcher.positions(ids).astype(np.int64)
    if len(at) and at.min() < 0:
        at = at[at >= 0]
    found = Facets()
    years: dict[str, int] = {}
    for month, count in _counted(matcher, "month", at):
        if not month:
            found.undated = count
            continue
        year, name = _written(month)
        years[year] = years.get(year, 0) + count
        found.months[name] = count
    found.years = [FacetCount(year, year, count) for year, count in years.items()]
    names = matcher.source_names
    sources = [(names.get(source, ""), source, count) for source, count in _counted(matcher, "source", at) if source]
    found.sources = _ranked(FacetCount(name, name, count, source) for name, source, count in sources)
    languages = [(matcher.languages[code], count) for code, count in _counted(matcher, "language", at)]
    found.languages = _ranked(FacetCount(name, name, count) for name, count in languages if name)
    found.tags = _ranked(_tags(matcher, connection, at))
    counts = tally.counts_in(tally.listed(at))
    found.people = _named(connection, tally, counts, "person")
    found.organisations = _named(connection, tally, counts, "organisation")
    return found


def _named(connection: sqlite3.Connection, tally: "Tally", counts: "NDArray[np.int64]", kind: Kind) -> list[FacetCount]:
    """The most frequent of a kind; who shares a name is asked for by number."""
    top = tally.top(counts, kind, FACETS)
    known = people.facts(connection, top) if top else {}
    ambiguous = people.ambiguous(connection, top) if top else set()
    return [
        FacetCount(f"#{n}" if n in ambiguous else known[n].name, known[n].name, int(counts[n]), n)
        for n in top
        if n in known
    ]


@lru_cache(maxsize=10_000)
def _written(month: int) -> tuple[str, str]:
    """The year of a month, and the month, as they are written; both are the year where no month is known."""
    year, number = divmod(month, 100)
    return f"{year:04}", f"{year:04}-{number:02}" if number else f"{year:04}"


def _counted(matcher: Matcher, name: str, at: Ids) -> list[tuple[int, int]]:
    """The values of a column at these positions, ascending, with how often each is there."""
    values, codes = matcher.coded(name)
    counts = np.bincount(codes[at], minlength=len(values)).tolist()
    return [(value, count) for value, count in zip(values, counts, strict=True) if count]


def _tags(matcher: Matcher, connection: sqlite3.Connection, at: Ids) -> list[FacetCount]:
    if not len(matcher.tagging_tags):
        return []
    listed = np.zeros(len(matcher.ids), bool)
    listed[at] = True
    counts = np.bincount(matcher.tagging_tags[listed[matcher.tagging_positions]]).tolist()
    return [
        FacetCount(name, name, counts[tag], tag, colour)
        for tag, name, colour in connection.execute("select id, name, colour from tags")
        if tag < len(counts) and counts[tag]
    ]


def _ranked(counts: Iterable[FacetCount]) -> list[FacetCount]:
    return sorted(counts, key=lambda facet: (-facet.count, facet.label.casefold()))
