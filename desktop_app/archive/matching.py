"""Answering a query that mixes words and filters, and counting over its hits, with numpy.

Words are answered by the index, filters by the store; both give sorted article ids, which are joined here.
"""

import sqlite3
from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.archive.indexing import Indexing
from desktop_app.model.listing import FacetCount, Facets, Listing
from desktop_app.model.progress import CancelledError
from desktop_app.model.query import Query
from desktop_app.model.query_nodes import And, Node, Not, Or, Prose, is_prose, leaves
from desktop_app.model.query_notices import Notice
from desktop_app.store import articles, filters
from desktop_app.store.columns import ArticleColumns, taggings

if TYPE_CHECKING:
    from desktop_app.index.engine import Engine

Ids = NDArray[np.int64]
_NO_IDS: Ids = np.empty(0, np.int64)


class Matcher:
    """The columns of all articles as arrays, aligned by position; immutable once made."""

    def __init__(self, columns: ArticleColumns) -> None:
        self.ids: Ids = np.frombuffer(columns.ids, np.int64) if columns.ids else _NO_IDS
        self.state = _array(columns.state)
        self.date_from = _array(columns.date_from)
        self.month = _array(columns.month)
        self.source = _array(columns.source)
        self.language = _array(columns.language)
        self.languages = columns.languages
        self.source_names = columns.source_names

    def positions(self, ids: Ids) -> Ids:
        """Where these ids, all of them known, stand in the columns."""
        return np.searchsorted(self.ids, ids).astype(np.int64)

    def known(self, ids: Ids) -> Ids:
        """Those of these sorted ids that the columns hold."""
        return np.intersect1d(ids, self.ids, assume_unique=True)

    def facets(self, connection: sqlite3.Connection, listed: "array[int]") -> Facets:
        """Counts over the listed articles."""
        ids = self.known(np.unique(np.frombuffer(listed, np.int64))) if listed else _NO_IDS
        at = self.positions(ids)
        months = self.month[at]
        facets = Facets(undated=int(np.count_nonzero(months == 0)))
        for month, count in _counted(months[months > 0]):
            year, number = divmod(month, 100)
            facets.months[f"{year:04}-{number:02}" if number else f"{year:04}"] = count
        facets.years = [FacetCount(f"{y:04}", f"{y:04}", n) for y, n in _counted(months[months > 0] // 100)]
        facets.sources = _ranked(
            FacetCount(self.source_names.get(s, ""), self.source_names.get(s, ""), n, s)
            for s, n in _counted(self.source[at])
            if s
        )
        facets.languages = _ranked(
            FacetCount(self.languages[i], self.languages[i], n)
            for i, n in _counted(self.language[at])
            if self.languages[i]
        )
        facets.tags = _ranked(self._tags(connection, ids))
        return facets

    def _tags(self, connection: sqlite3.Connection, ids: Ids) -> list[FacetCount]:
        tags, tagged = taggings(connection)
        if not tags:
            return []
        mine = np.isin(np.frombuffer(tagged, np.int64), ids)
        counts = dict(_counted(np.frombuffer(tags, np.int64)[mine]))
        return [
            FacetCount(name, name, counts[tag], tag, colour)
            for tag, name, colour in connection.execute("select id, name, colour from tags")
            if tag in counts
        ]


def _array(column: "array[int]") -> Ids:
    return np.frombuffer(column, np.int64) if column else _NO_IDS


def _counted(values: Ids) -> list[tuple[int, int]]:
    found, counts = np.unique(values, return_counts=True)
    return list(zip(found.tolist(), counts.tolist(), strict=True))


def _ranked(counts: Any) -> list[FacetCount]:
    return sorted(counts, key=lambda facet: (-facet.count, facet.label.casefold()))


class _Evaluation:
    """One run over a query's tree."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        engine: "Engine",
        universe: Ids,
        cancelled: Callable[[], bool],
    ) -> None:
        self._connection = connection
        self._engine = engine
        self._universe = universe
        self._cancelled = cancelled
        self.scored: list[tuple[Ids, NDArray[np.float32]]] = []
        self.notices: list[str] = []

    def ids(self, node: Node, *, positive: bool = True) -> Ids:
        """Sorted ids of the articles that match `node`, before they are cut to what can be seen."""
        if self._cancelled():
            raise CancelledError
        if is_prose(node) and not isinstance(node, Not):
            matches = self._engine.match(node, cancelled=self._cancelled)
            self.notices += [notice for notice in matches.notices if notice not in self.notices]
            ids = matches.ids
            order = np.argsort(ids, kind="stable")
            if positive:
                self.scored.append((ids[order], matches.scores[order]))
            return ids[order]
        if not any(isinstance(leaf, Prose) for leaf in leaves(node)):
            where, values = filters.condition(self._connection, node)
            return np.sort(np.array(articles.ids_where(self._connection, where, values, "a.id"), np.int64))
        if isinstance(node, Not):
            return np.setdiff1d(self._universe, self.ids(node.part, positive=not positive), assume_unique=True)
        if isinstance(node, Or):
            found = _NO_IDS
            for part in node.parts:
                found = np.union1d(found, self.ids(part, positive=positive))
            return found
        return self._all_of(node, positive=positive)

    def _all_of(self, node: Node, *, positive: bool) -> Ids:
        parts = node.parts if isinstance(node, And) else (node,)
        prose = [part for part in parts if is_prose(part) and not isinstance(part, Not)]
        others = [part for part in parts if part not in prose]
        # The index answers a conjunction of words faster, and scores it better, in one go.
        joined: Sequence[Node] = [And(tuple(prose)) if len(prose) > 1 else prose[0], *others] if prose else others
        found: Ids | None = None
        for part in joined:
            if isinstance(part, Not) and found is not None:
                found = np.setdiff1d(found, self.ids(part.part, positive=not positive), assume_unique=True)
            else:
                ids = self.ids(part, positive=positive)
                found = ids if found is None else np.intersect1d(found, ids, assume_unique=True)
        return found if found is not None else _NO_IDS


def search(
    matcher: Matcher,
    connection: sqlite3.Connection,
    indexing: Indexing,
    listing: Listing,
    parsed: Query,
    view: str,
    *,
    trash: bool,
    cancelled: Callable[[], bool],
) -> None:
    """Fill `listing` with the articles that match a query with words in it.

    `view` is the condition of the view that is looked at. Raises CancelledError, QueryRefusedError.
    """
    engine = indexing.engine()
    waiting = indexing.pending()
    if waiting:
        listing.notices.append(Notice.made("Articles not searchable yet: {count}.", count=waiting))
    if engine is None:
        listing.notices.append(indexing.why_not())
        return
    visible = matcher.ids[matcher.state < 2 if trash else matcher.state == 0]
    evaluation = _Evaluation(connection, engine, visible, cancelled)
    found = np.intersect1d(evaluation.ids(parsed.root), visible, assume_unique=True)
    if view:
        in_view = np.array(articles.ids_where(connection, view, [], "a.id"), np.int64)
        found = np.intersect1d(found, in_view, assume_unique=True)
    listing.notices += evaluation.notices
    dates = matcher.date_from[matcher.positions(found)]
    if listing.sort == "relevance":
        scores = _scores(found, evaluation.scored)
        order = np.lexsort((-found, -dates, -scores))
        listing.scores = array("f", scores[order].tobytes())
    elif listing.sort == "date":
        order = np.lexsort((found, dates, dates == 0))
    else:
        order = np.lexsort((-found, -dates))
    listing.ids = array("q", found[order].astype(np.int64).tobytes())


def _scores(found: Ids, scored: list[tuple[Ids, NDArray[np.float32]]]) -> NDArray[np.float32]:
    scores = np.zeros(len(found), np.float32)
    for ids, values in scored:
        if len(ids):
            at = np.minimum(np.searchsorted(ids, found), len(ids) - 1)
            scores += np.where(ids[at] == found, values[at], np.float32(0))
    return scores
