"""Which articles `person:`, `org:`, `has:person`, `is:checked` and `person:A SENT person:B` let through."""

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Final

import numpy as np

from desktop_app.archive.matching import Ids, Mask, Matcher
from desktop_app.model.people import Kind
from desktop_app.model.progress import CancelledError
from desktop_app.model.query_nodes import And, Filter, Meeting, Node, Not, Or
from desktop_app.model.query_notices import Notice
from desktop_app.store import articles, people
from desktop_app.store.articles import Text

if TYPE_CHECKING:
    from desktop_app.archive.people.appearances import Appearances

KINDS: Final[dict[str, Kind]] = {"person": "person", "org": "organisation"}
MOST_READ: Final = 20_000  # articles whose sentences are looked at for one query
_AT_ONCE: Final = 200


def asks_for_checked(root: Node) -> bool:
    """Whether a query wants only what a person has checked; one that wants what nobody has checked does not."""
    stack = [(root, True)]
    while stack:
        node, wanted = stack.pop()
        if isinstance(node, (And, Or)):
            stack += [(part, wanted) for part in node.parts]
        elif isinstance(node, Not):
            stack.append((node.part, not wanted))
        elif wanted and isinstance(node, Filter) and (node.field, node.value) == ("is", "checked"):
            return True
    return False


class PeopleFilter:
    """Answers the filters about people and organisations, for one query."""

    def __init__(
        self, matcher: Matcher, connection: sqlite3.Connection, appearances: "Appearances", *, checked: bool
    ) -> None:
        self._matcher = matcher
        self._connection = connection
        self._appearances = appearances
        self._checked = checked

    def mask(self, node: Filter) -> Mask:
        """The articles that a filter of `person`, `org`, `has:person`, `has:org` or `is:checked` lets through."""
        if node.field == "is":
            return self._matcher.mask(np.unique(self._appearances.checked.article))
        if node.field == "has":
            return self._matcher.mask(self._appearances.articles_with(KINDS[node.value], checked=self._checked))
        return self._matcher.mask(self._articles(node))

    def _articles(self, node: Filter) -> Ids:
        meant = people.meant(self._connection, KINDS[node.field], node.value)
        return self._appearances.articles_of(meant, checked=self._checked) if meant else np.empty(0, np.int64)

    def meeting(self, node: Meeting, candidates: Mask, cancelled: Callable[[], bool]) -> tuple[Mask, list[Notice]]:
        """Those of the candidates in which all parts stand in one sentence or paragraph. Raises CancelledError."""
        matcher = self._matcher
        newest = matcher.newest_ids[candidates[matcher.newest]]
        notices = []
        if len(newest) > MOST_READ:
            newest = newest[:MOST_READ]
            notices.append(
                Notice.made("“{part}” was looked for in the newest {limit} articles only.", part=node, limit=MOST_READ)
            )
        met: list[int] = []
        for begin in range(0, len(newest), _AT_ONCE):
            if cancelled():
                raise CancelledError
            met += self._met(node, newest[begin : begin + _AT_ONCE].tolist())
        return matcher.mask(np.array(met, np.int64)), notices

    def _met(self, node: Meeting, ids: list[int]) -> list[int]:
        texts = articles.read(self._connection, ids)
        named = [
            people.places_of(self._connection, self._names(part), ids)
            for part in node.parts
            if isinstance(part, Filter)
        ]
        return [
            number for number, text in texts.items() if _meet(node, text, [places.get(number, []) for places in named])
        ]

    def _names(self, node: Filter) -> Collection[int]:
        return [
            name
            for entity in people.meant(self._connection, KINDS[node.field], node.value)
            for name, _, active, _ in people.names_of(self._connection, entity)
            if active
        ]


def _meet(node: Meeting, text: Text, named: list[list[tuple[int, int]]]) -> bool:
    from desktop_app.index.hits.snippets import hit_spans
    from desktop_app.index.text.sentences import borders

    if not all(named):
        return False
    sentences, paragraphs = borders(text.body)
    breaks = sentences if node.scope == "sentence" else paragraphs
    spans = [*named, *(hit_spans(text.body, part, text.language, lead=text.lead) for part in node.words)]
    return bool(set.intersection(*({bisect_right(breaks, start) for start, _ in places} for places in spans)))
