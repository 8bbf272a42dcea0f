"""Answering a query that mixes words and filters: masks over the columns of all articles.

Words are answered by the index, most filters by the columns, rare ones by the store.
"""

import sqlite3
from array import array
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.archive.matching import Ids, Mask, Matcher, ids_of
from desktop_app.archive.ordering import Ordering
from desktop_app.model.listing import Listing
from desktop_app.model.progress import CancelledError
from desktop_app.model.query_nodes import (
    PEOPLE,
    And,
    Everything,
    Filter,
    Meeting,
    Node,
    Not,
    Or,
    Prose,
    asks_words,
    conjunction,
    is_prose,
    leaves,
)
from desktop_app.model.query_notices import Notice
from desktop_app.model.sorting import SIMPLE
from desktop_app.store import articles, filters

if TYPE_CHECKING:
    from desktop_app.archive.people.filtering import PeopleFilter
    from desktop_app.index.engine import Engine

Scores = NDArray[np.float32]
_LOW = np.uint64(0xFFFFFFFF)
_FEW: Final = 16  # values that are looked for one after the other


def fill(
    listing: Listing, matcher: Matcher, evaluation: "Evaluation", root: Node, visible: Mask, ordering: Ordering
) -> None:
    """Put the visible articles that match into the listing, in its order. Raises CancelledError, QueryRefusedError."""
    at, scores = matching(evaluation, root, visible)
    listing.notices += [notice for notice in evaluation.notices if notice not in listing.notices]
    if listing.sort == "relevance":
        ids, ordered = _best_first(matcher, at, scores)
        listing.scores = array("f")
        listing.scores.frombytes(ordered.view(np.uint8).data)
    elif listing.sort in SIMPLE:
        ids = _by_date(matcher, at, matcher.oldest if listing.sort == "date" else matcher.newest)
    else:
        ids = ordering.arranged(evaluation.connection, matcher, at, listing.sort)
    listing.ids = array("q")
    listing.ids.frombytes(ids.view(np.uint8).data)


def matching(evaluation: "Evaluation", root: Node, visible: Mask) -> tuple[Ids, Scores]:
    """The positions of the visible articles that match, and their scores. Raises CancelledError, QueryRefusedError."""
    prose, others = parted(root)
    if not prose or any(asks_words(part) for part in others):
        at = np.flatnonzero(evaluation.mask(root) & visible)
        return at, evaluation.scores[at] if evaluation.scores is not None else np.zeros(len(at), np.float32)
    at, scores = evaluation.words(conjunction(prose))
    for part in others:
        visible = visible & evaluation.mask(part)
    if visible.all():
        return at, scores
    seen = np.flatnonzero(visible[at])
    return at[seen], scores[seen]


def parted(node: Node) -> tuple[list[Node], list[Node]]:
    """The parts of a conjunction, or the node itself: those of words that are wanted, and all others.

    The index answers a conjunction of words faster, and scores it better, in one go.
    """
    prose: list[Node] = []
    others: list[Node] = []
    whole = is_prose(node) and not isinstance(node, Not)
    for part in node.parts if isinstance(node, And) and not whole else (node,):
        (prose if is_prose(part) and not isinstance(part, Not) else others).append(part)
    return prose, others


def _best_first(matcher: Matcher, at: Ids, scores: Scores) -> tuple[Ids, Scores]:
    """The ids and scores by descending score, then newest first.

    One sort of numbers that hold both, since scores are never negative.
    """
    keys = (~scores.view(np.uint32)).astype(np.uint64)
    keys <<= np.uint64(32)
    keys |= matcher.rank[at]
    keys.sort()
    found = matcher.newest_ids[(keys & _LOW).astype(np.int64)]
    keys >>= np.uint64(32)
    return found, (~keys.astype(np.uint32)).view(np.float32)


def _by_date(matcher: Matcher, at: Ids, order: NDArray[np.uint32]) -> Ids:
    listed = np.zeros(len(matcher.ids), bool)
    listed[at] = True
    return matcher.ids[order[np.flatnonzero(listed[order])]]


class Evaluation:
    """One run over a query's tree; not to be used twice."""

    def __init__(
        self,
        matcher: Matcher,
        connection: sqlite3.Connection,
        engine: "Engine | None",
        cancelled: Callable[[], bool],
        above: int = 0,
        people: "Callable[[], PeopleFilter] | None" = None,
    ) -> None:
        self._matcher = matcher
        self._above = above  # words are looked up in articles with a higher number only
        self.connection = connection
        self._engine = engine
        self._cancelled = cancelled
        self._people = people
        self.scores: Scores | None = None  # of all articles
        self.notices: list[Notice] = []

    def words(self, node: Node) -> tuple[Ids, Scores]:
        """The positions of the articles that match a tree of words, ascending or not, and their scores."""
        if self._engine is None:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        matches = self._engine.match(node, above=self._above, cancelled=self._cancelled)
        self.notices += matches.notices
        table, whole = self._matcher.numbered(matches.numbering)
        at: Ids = table[matches.numbers]
        if not whole:  # articles came or went since the columns were read
            known = np.flatnonzero(at >= 0)
            return at[known], matches.scores[known]
        return at, matches.scores

    def mask(self, node: Node, *, positive: bool = True) -> Mask:
        """Which articles match; the scores of words that are wanted are added up."""
        if self._cancelled():
            raise CancelledError
        if is_prose(node) and not isinstance(node, Not):
            return self._found(node, positive=positive)
        if not any(isinstance(leaf, Prose) for leaf in leaves(node)):
            return self._filtered(node)
        if isinstance(node, Not):
            return ~self.mask(node.part, positive=not positive)
        if isinstance(node, Or):
            any_of = np.zeros(len(self._matcher.ids), bool)
            for part in node.parts:
                any_of |= self.mask(part, positive=positive)
            return any_of
        prose, others = parted(node)
        found = self.mask(conjunction(prose), positive=positive) if prose else None
        for part in others:
            other = self.mask(part, positive=positive)
            found = other if found is None else found & other
        return np.ones(len(self._matcher.ids), bool) if found is None else found

    def _found(self, node: Node, *, positive: bool) -> Mask:
        at, scores = self.words(node)
        found = np.zeros(len(self._matcher.ids), bool)
        found[at] = True
        if positive:
            if self.scores is None:
                self.scores = np.zeros(len(self._matcher.ids), np.float32)
            self.scores[at] += scores
        return found

    def _filtered(self, node: Node) -> Mask:
        if isinstance(node, Everything):
            return np.ones(len(self._matcher.ids), bool)
        if isinstance(node, Meeting):
            return self._meeting(node)
        if isinstance(node, Not):
            return ~self._filtered(node.part)
        if isinstance(node, (And, Or)):
            joined = np.logical_and if isinstance(node, And) else np.logical_or
            found: Mask = joined.reduce([self._filtered(part) for part in node.parts])
            return found
        if not isinstance(node, Filter):
            raise TypeError(f"{type(node).__name__} is not a filter")
        if self._people is not None and _is_about_people(node):
            return self._people().mask(node)
        return filtered(self._matcher, self.connection, node)

    def _meeting(self, node: Meeting) -> Mask:
        """Where people, organisations and words stand together: looked up in the texts of those that hold them all."""
        candidates: Mask = np.logical_and.reduce([self.mask(part, positive=False) for part in node.parts])
        if self._people is None:
            return candidates
        found, notices = self._people().meeting(node, candidates, self._cancelled)
        self.notices += notices
        return found


def _is_about_people(node: Filter) -> bool:
    return (
        node.field in PEOPLE
        or (node.field == "has" and node.value in PEOPLE)
        or (node.field, node.value) == ("is", "checked")
    )


def filtered(matcher: Matcher, connection: sqlite3.Connection, node: Filter) -> Mask:
    """Which articles a filter lets through: by the columns where they know, else by the store."""
    if node.field == "date":
        dated: Mask = (matcher.date_from > 0) & (matcher.date_from <= node.last) & (matcher.date_to >= node.first)
        return dated
    if node.field == "lang":
        return _of_language(matcher, node.value)
    if node.field == "source":
        wanted = filters.named(connection, "sources", node.value, nested=False) if node.value else [0]
        if len(wanted) > _FEW:
            return np.isin(matcher.source, np.array(wanted, np.int32))
        any_of = np.zeros(len(matcher.ids), bool)
        for number in wanted:
            any_of |= matcher.source == number
        return any_of
    if node.field == "tag":
        return matcher.tagged(filters.named(connection, "tags", node.value, nested=True))
    if node.field in ("is", "has") and node.value in _KNOWN:
        return _KNOWN[node.value](matcher)
    return _asked(matcher, connection, *filters.condition(connection, node))


def _of_language(matcher: Matcher, language: str) -> Mask:
    if language not in matcher.languages:
        return np.zeros(len(matcher.ids), bool)
    spoken: Mask = matcher.language == matcher.languages.index(language)
    return spoken


# What the columns tell of `is:` and `has:`.
_KNOWN: Final[dict[str, Callable[[Matcher], Mask]]] = {
    "read": lambda matcher: matcher.read,
    "unread": lambda matcher: ~matcher.read,
    "starred": lambda matcher: matcher.starred,
    "dated": lambda matcher: matcher.date_from > 0,
    "undated": lambda matcher: matcher.date_from == 0,
    "tagged": Matcher.tagged,
    "untagged": lambda matcher: ~matcher.tagged(),
    "trash": lambda matcher: matcher.state == 1,
    "source": lambda matcher: matcher.source > 0,
    "lang": lambda matcher: ~_of_language(matcher, ""),
}


def _asked(matcher: Matcher, connection: sqlite3.Connection, sql: str, values: list[object]) -> Mask:
    """What the store answers, kept until something changes."""
    key = f"{sql} {values}"
    known: Mask | None = matcher.kept.get(key)
    if known is None:
        found = articles.ids_where(connection, f"a.state < 2 and ({sql})", values, "a.id")
        known = matcher.kept[key] = matcher.mask(ids_of(found))
    return known


def visible(matcher: Matcher, connection: sqlite3.Connection, view: str, *, trash: bool) -> Mask:
    """The articles of a view; `trash` if the query asks for what is in the trash."""
    seen = np.ones(len(matcher.ids), bool) if trash else matcher.live
    match view:
        case "unread":
            return seen & ~matcher.read
        case "starred":
            return seen & matcher.starred
        case "undated":
            return seen & _KNOWN["undated"](matcher)
        case "duplicates":
            return seen & filtered(matcher, connection, Filter("is", "duplicate"))
        case "trash":
            return _KNOWN["trash"](matcher)
    return seen
