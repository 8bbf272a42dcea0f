"""Answers a query tree with tantivy. What it cannot decide exactly is decided on the candidates that it finds.

Whole subtrees of words go to tantivy as one query. Proximity, sentences, paragraphs and counted words are first asked
for too widely; the pieces of those articles, which the index stores, then make a small segment in our own format, on
which our own evaluator answers. So both engines agree, and only one of them knows what a query means.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from desktop_app.index.engine import Cancelled, Matches
from desktop_app.index.evaluation.evaluator import Evaluator
from desktop_app.index.evaluation.limits import Budget
from desktop_app.index.evaluation.searcher import Segments
from desktop_app.index.segments.batch import Batch
from desktop_app.index.segments.segment import Segment, write_segment
from desktop_app.index.tantivy.queries import Queries, exact
from desktop_app.index.tantivy.snapshot import Snapshot
from desktop_app.index.text.function_words import saying_nothing
from desktop_app.model.query_nodes import And, Everything, Node, Not, Or, Prose, leaves
from desktop_app.model.query_notices import Notice

if TYPE_CHECKING:
    import tantivy

CHECKED: Final = 50_000  # candidates of one leaf that are looked into
_AT_ONCE: Final = 5_000


@dataclass(slots=True)
class _Hits:
    mask: npt.NDArray[np.bool_]
    score: npt.NDArray[np.float32]


class Evaluation:
    """Evaluates one query; not to be used twice."""

    def __init__(self, snapshot: Snapshot, cancelled: Cancelled) -> None:
        self._snapshot = snapshot
        self._cancelled = cancelled
        self._budget = Budget(snapshot.documents, cancelled)
        self._queries = Queries(snapshot, self._budget)

    def run(self, node: Node) -> Matches:
        """All matching documents. Raises CancelledError and QueryRefusedError."""
        hits = self._evaluate(node, None)
        numbers = np.flatnonzero(hits.mask)
        return Matches(numbers, hits.score[numbers], self._snapshot.numbering, self._budget.notices)

    def _evaluate(self, node: Node, within: "tantivy.Query | None") -> _Hits:
        """Hits of `node`; where `within` is given, those outside of it may be missing."""
        self._budget.check()
        if all(exact(leaf) for leaf in leaves(node)):
            return self._searched(self._compiled(node))
        if isinstance(node, And):
            return self._and(node, within)
        if isinstance(node, Or):
            hits = self._none()
            for part in node.parts:
                other = self._evaluate(part, within)
                hits.mask |= other.mask
                hits.score += other.score
            return hits
        if isinstance(node, Not):
            return _Hits(~self._evaluate(node.part, within).mask, self._none().score)
        if isinstance(node, Prose):
            return self._checked(node, within)
        raise NotImplementedError(f"{type(node).__name__} is not answered by the full-text index")

    def _compiled(self, node: Node) -> "tantivy.Query":
        """A tree of exact leaves as one query."""
        queries = self._queries
        if isinstance(node, And):
            wanted = [self._compiled(part) for part in node.parts if not isinstance(part, Not)]
            unwanted = [self._compiled(part.part) for part in node.parts if isinstance(part, Not)]
            return queries.all_of(wanted or [queries.everything()], unwanted)
        if isinstance(node, Or):
            idle = saying_nothing(node.parts)
            parts = [(part, self._compiled(part)) for part in node.parts]
            return queries.any_of([queries.unranked(query) if part in idle else query for part, query in parts])
        if isinstance(node, Not):
            return queries.all_of([queries.everything()], [self._compiled(node.part)])
        if isinstance(node, Everything):
            return queries.everything()
        if isinstance(node, Prose):
            return queries.leaf(node)
        raise NotImplementedError(f"{type(node).__name__} is not answered by the full-text index")

    def _and(self, node: And, within: "tantivy.Query | None") -> _Hits:
        quick = [part for part in node.parts if all(exact(leaf) for leaf in leaves(part))]
        hits = self._none()
        hits.mask[:] = True
        if quick:
            query = self._compiled(And(tuple(quick)))
            hits = self._searched(query)
            within = self._queries.all_of([query, *([within] if within else [])])
        for part in node.parts:
            if part not in quick and hits.mask.any():
                other = self._evaluate(part, within)
                hits.mask &= other.mask
                hits.score += other.score
        hits.score *= hits.mask
        return hits

    def _none(self) -> _Hits:
        size = self._snapshot.documents
        return _Hits(np.zeros(size, bool), np.zeros(size, np.float32))

    def _searched(self, query: "tantivy.Query") -> _Hits:
        return self._placed(*self._snapshot.search(query))

    def _placed(self, ids: npt.NDArray[np.int64], scores: npt.NDArray[np.float32]) -> _Hits:
        hits = self._none()
        numbers = np.searchsorted(self._snapshot.numbering, ids)
        hits.mask[numbers] = True
        hits.score[numbers] = scores
        return hits

    def _checked(self, leaf: Prose, within: "tantivy.Query | None") -> _Hits:
        """A leaf that tantivy cannot answer, on its candidates, the best first."""
        query = self._queries.leaf(leaf)
        if within is not None:
            query = self._queries.all_of([query, within])
        ids, scores, addresses = self._snapshot.found(query, CHECKED + 1)
        if len(ids) > CHECKED:
            self._budget.notices.append(
                Notice.made(
                    "More than {limit} articles have the words of “{query}”; only the best of them were looked into.",
                    limit=CHECKED,
                    query=str(leaf),
                )
            )
        keep = np.zeros(len(ids), bool)
        for begin in range(0, min(len(ids), CHECKED), _AT_ONCE):
            self._budget.check()
            end = min(begin + _AT_ONCE, CHECKED, len(ids))
            keep[begin:end] = self._looked_into(leaf, addresses[begin:end])
        return self._placed(ids[keep], scores[keep])

    def _looked_into(self, leaf: Prose, addresses: "list[tantivy.DocAddress]") -> npt.NDArray[np.bool_]:
        """Which of these articles match, by our own evaluator over a segment of them alone."""
        batch = Batch()
        for number, address in enumerate(addresses):
            batch.add_pieces(number, *self._snapshot.pieces(address))
        with tempfile.TemporaryDirectory(prefix="lesesaal-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "candidates"
            write_segment(path, batch.contents())
            sample = Segments([Segment(path)], [np.ones(len(addresses), bool)])
            matches = Evaluator(sample, self._cancelled).run(leaf)
        mask = np.zeros(len(addresses), bool)
        mask[matches.ids] = True
        return mask
