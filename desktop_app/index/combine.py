"""Queries that mix prose with filters: the engine answers the one, the store the other, sets join them."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from desktop_app.index.engine import Matches
from desktop_app.model.query import And, Everything, Filter, Node, Not, Notice, Or, is_prose

Ids = npt.NDArray[np.int64]


def combine(
    root: Node,
    prose: Callable[[Node], Matches],
    filtered: Callable[[Filter], Ids],
    universe: Ids,
) -> Matches:
    """Answer any query over the articles `universe` (ascending ids).

    `prose` is asked for parts without filters (an engine's `match`), `filtered` for the ids that fit a filter, in
    any order. Scores add up; filters score 0. A negation is taken within `universe`, so that articles which the
    index does not know yet are not lost from it.
    """
    return _Combiner(prose, filtered, universe).run(root)


class _Combiner:
    def __init__(self, prose: Callable[[Node], Matches], filtered: Callable[[Filter], Ids], universe: Ids) -> None:
        self._prose = prose
        self._filtered = filtered
        self._universe = universe
        self._notices: list[Notice] = []

    def run(self, root: Node) -> Matches:
        mask, scores = self._evaluate(root)
        return Matches(self._universe[mask], scores[mask], list(dict.fromkeys(self._notices)))

    def _evaluate(self, node: Node) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.float32]]:
        size = len(self._universe)
        scores = np.zeros(size, np.float32)
        if isinstance(node, Everything):
            return np.ones(size, bool), scores
        if isinstance(node, Not):
            return ~self._evaluate(node.part)[0], scores
        if isinstance(node, Filter):
            return self._placed(self._filtered(node))[0], scores
        if isinstance(node, And):
            return self._and(node)
        if isinstance(node, Or) and not is_prose(node):
            mask = np.zeros(size, bool)
            for part in node.parts:
                other, more = self._evaluate(part)
                mask |= other
                scores += more
            return mask, scores
        return self._ask(node)

    def _ask(self, node: Node) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.float32]]:
        matches = self._prose(node)
        self._notices += matches.notices
        mask, found = self._placed(matches.ids)
        scores = np.zeros(len(self._universe), np.float32)
        scores[mask] = matches.scores[found]
        return mask, scores

    def _and(self, node: And) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.float32]]:
        """The words go to the engine in one piece; filters and negations are taken within the universe."""
        words = [part for part in node.parts if not isinstance(part, (Not, Everything)) and is_prose(part)]
        mask = np.ones(len(self._universe), bool)
        scores = np.zeros(len(self._universe), np.float32)
        if words:
            mask, scores = self._ask(And(tuple(words)) if len(words) > 1 else words[0])
        for part in node.parts:
            if part not in words and mask.any():
                other, more = self._evaluate(part)
                mask &= other
                scores += more
        return mask, scores * mask

    def _placed(self, ids: Ids) -> tuple[npt.NDArray[np.bool_], Ids]:
        """Which of the universe are among `ids`, and where in `ids` they are, in the universe's order."""
        mask = np.zeros(len(self._universe), bool)
        if not len(self._universe) or not len(ids):
            return mask, np.zeros(0, np.int64)
        at = np.searchsorted(self._universe, ids)
        at[at == len(self._universe)] = 0
        known = self._universe[at] == ids
        mask[at[known]] = True
        return mask, np.flatnonzero(known)[np.argsort(at[known], kind="stable")]
