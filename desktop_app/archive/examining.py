"""The query doctor: what each part of a query finds, which of them leaves nothing over, and what would mend it."""

from collections.abc import Callable, Iterable

from desktop_app.archive.browse import Browse, View, never
from desktop_app.archive.indexing import Indexing
from desktop_app.archive.spelling import Spelling
from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.query import Filter, Node, Not, Query
from desktop_app.model.query_lexer import tokens
from desktop_app.model.query_nodes import conjunction
from desktop_app.model.query_notices import Notice
from desktop_app.model.query_parts import Repaired, parts, repairs, repairs_of, without
from desktop_app.model.searching import Diagnosis, QueryPart, Repair

MOST_PARTS = 24  # of a query that are examined; with the bounds below a query is counted 200 times at most
MOST_TRIED = 40  # repairs that change a part
MOST_TOLD = 4  # repairs of a kind
MOST_BESIDE = 8  # repairs that are tried beside other words


class Examining:
    """The verbs that look at a query instead of at articles."""

    def __init__(self, browse: Browse, indexing: Indexing) -> None:
        self._browse = browse
        self._spelling = Spelling(browse, indexing)

    def count(self, query: str, view: View = "all", *, cancelled: Callable[[], bool] = never) -> int:
        """How many articles a query finds. Raises QueryRefusedError, CancelledError."""
        return self._browse.count_of(self._browse.parse(query), view, cancelled)

    def examine(self, query: str, *, view: View = "all", cancelled: Callable[[], bool] = never) -> Diagnosis:
        """Why a query finds what it finds; 24 parts of it at most. Raises QueryRefusedError, CancelledError."""
        parsed = self._browse.parse(query)
        node = asked(parsed)
        counts = _Counts(self._browse, view, cancelled)
        total = counts.of(node)
        spelt = self._spelling.repairs(node, counts.of)
        mild, broad = _sorted(node)
        gentle = [*spelt, *self._unquoted(parsed), *mild[:MOST_TRIED]]
        further = _further(node, spelt, counts, total)
        told = []
        for part in parts(node)[:MOST_PARTS]:
            respelt = [each for each in spelt if _changes_only(node, part, each[1])]
            mine = [*respelt, *(each for each in repairs_of(node, part) if each in gentle or each in broad)]
            mine += [each for each in further if _holds_any(each[1], respelt, node)]
            mended = tuple(counts.better(mine, total)[:MOST_TOLD])
            told.append(QueryPart(str(part), counts.of(part), counts.of(without(node, part)), mended))
        best = [
            *counts.better(further, total)[:MOST_TOLD],
            *counts.better(gentle, total)[:MOST_TOLD],
            *counts.better(broad, total)[:MOST_TOLD],
            *self._elsewhere(parsed, view, total, cancelled),
        ]
        if not best and total == 0:
            best = counts.better(_most_of(node, counts), total)
        return Diagnosis(query, total, tuple(told), tuple(best))

    def correct(self, query: str, *, view: View = "all", cancelled: Callable[[], bool] = never) -> list[Repair]:
        """What a reader may have meant to write, by the words that the archive knows; the best first.

        Raises QueryRefusedError, CancelledError.
        """
        node = asked(self._browse.parse(query))
        counts = _Counts(self._browse, view, cancelled)
        spelt, total = self._spelling.repairs(node, counts.of), counts.of(node)
        return counts.better([*spelt, *_further(node, spelt, counts, total)[:1]], total)

    def _unquoted(self, parsed: Query) -> list[Repaired]:
        """The query without a quotation mark that was never closed."""
        text = parsed.text
        last = tokens(text)[-1:]
        if not last or last[0].closed:
            return []
        at = max(0, len(text) - len(last[0].text) - 1)
        node = asked(self._browse.parse(text[:at] + " " + text[at + 1 :]))
        return [(Notice.made("Leave out the quotation mark that was not closed."), node)]

    def _elsewhere(self, parsed: Query, view: View, total: int, cancelled: Callable[[], bool]) -> list[Repair]:
        """What the query finds outside of what is looked at."""
        counts = _Counts(self._browse, "all", cancelled)
        node = asked(parsed)
        found = []
        if view != "all" and (count := counts.of(node)) > total:
            found.append(Repair(Notice.made("Search in all articles, not in this view alone."), parsed.text, count))
        trashed = conjunction([node, Filter("is", "trash")])
        if view != "trash" and total == 0 and (count := counts.of(trashed)):
            found.append(Repair(Notice.made("Search in the trash."), str(trashed), count))
        return found


class _Counts:
    """How many articles trees find in a view, each counted once."""

    def __init__(self, browse: Browse, view: View, cancelled: Callable[[], bool]) -> None:
        self._browse = browse
        self._view = view
        self._cancelled = cancelled
        self._known: dict[Node, int] = {}

    def of(self, node: Node) -> int:
        """Raises QueryRefusedError, CancelledError."""
        found = self._known.get(node)
        if found is None:
            query = self._browse.understanding.of(node)
            found = self._known[node] = self._browse.count_of(query, self._view, self._cancelled)
        return found

    def better(self, tried: Iterable[Repaired], total: int) -> list[Repair]:
        """Those that find more than `total`."""
        found = []
        for sentence, node in tried:
            try:
                count = self.of(node)
            except QueryRefusedError:
                continue  # it would take too long, and so it mends nothing
            if count > total:
                found.append(Repair(sentence, str(node), count))
        return found


def _further(node: Node, spelt: list[Repaired], counts: _Counts, total: int) -> list[Repaired]:
    """Other words and one more repair, where other words alone do not help because another part finds nothing either.

    Where one more is not enough, it is as much of the query with other words as finds anything.
    """
    if not spelt or counts.better(spelt, total):
        return []
    mended = spelt[0][1]
    mild, broad = _sorted(mended)
    tried = [_instead(each) for _, each in [*broad, *mild[:MOST_BESIDE]] if not set(parts(each)) <= set(parts(node))]
    found = [each for each in tried if counts.better([each], total)][:MOST_TOLD]
    return found or [each for each in _most_of(mended, counts) if counts.better([each], total)]


def _most_of(node: Node, counts: _Counts) -> list[Repaired]:
    """As many parts of a query, from left to right, as find anything together."""
    kept: list[Node] = []
    for part in parts(node)[:MOST_PARTS]:
        if not isinstance(part, Not) and counts.of(conjunction([*kept, part])):
            kept.append(part)
    return [_instead(conjunction(kept))] if kept else []


def _instead(node: Node) -> Repaired:
    return Notice.made("Search for “{query}” instead.", query=str(node)), node


def _holds_any(repaired: Node, respelt: list[Repaired], node: Node) -> bool:
    """Whether a repair has a part in it that is spelt as one of these, and is not the query's own."""
    new = {part for _, each in respelt for part in parts(each)} - set(parts(node))
    return not new.isdisjoint(parts(repaired))


def _sorted(node: Node) -> tuple[list[Repaired], list[Repaired]]:
    """Repairs that change one part of a query, and those that do without one."""
    mild: list[Repaired] = []
    broad: list[Repaired] = []
    for each in repairs(node):
        (broad if len(parts(each[1])) < len(parts(node)) else mild).append(each)
    return mild, broad[:MOST_PARTS]


def _changes_only(node: Node, part: Node, repaired: Node) -> bool:
    kept = set(parts(repaired))
    return part not in kept and set(parts(without(node, part))) <= kept


def asked(parsed: Query) -> Node:
    """The tree that a reader asked for, without what the archive added."""
    return parsed.root if parsed.asked is None else parsed.asked
