"""Answers a query tree with whole arrays: no Python per posting.

The words of all leaves are looked up and weighed once; then the tree is evaluated a block of documents at a time, so
that what is worked on stays in the processor's cache. Of a conjunction the rarest part is read first, and the others
are held against what it left.

The score is BM25F (Robertson, Zaragoza & Taylor, 2004): the occurrences in all fields are one frequency, to which those
in the title count more, and the fields one length. So are a word and those with its stem, which count less; a phrase is
as rare as its words together, a prefix as common as all that begin with it. A word that is asked for twice among
alternatives counts twice, as in a question; with one field the score is that of Whoosh's BM25F but for the idf.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from desktop_app.index.engine import Cancelled, Matches
from desktop_app.index.evaluation.limits import Budget
from desktop_app.index.evaluation.plan import Planner, Weighed
from desktop_app.index.evaluation.searcher import BOOSTS, K1, Block, Floats, Numbers, Segments
from desktop_app.index.evaluation.sources import Search
from desktop_app.index.text.function_words import saying_nothing
from desktop_app.model.query import And, Everything, Node, Not, Or, Prose
from desktop_app.model.query_nodes import Like

_LIKE_PART = 3  # an article is like another if it has one in three of its words


@dataclass(slots=True)
class Hits:
    """Documents of a block, ascending, with their scores; None where all are 0."""

    docs: Numbers
    scores: Floats | None = None


class Evaluator:
    """Evaluates one query; not to be used twice."""

    def __init__(self, snapshot: Segments, cancelled: Cancelled, above: int = 0) -> None:
        self._snapshot = snapshot
        self._above = above  # the articles that are asked for have a higher number
        self.budget = Budget(snapshot.documents, cancelled)

    def run(self, node: Node) -> Matches:
        """All matching live documents. Raises CancelledError and QueryRefusedError."""
        self.budget.check()
        with self._snapshot.room() as room:
            matches = self._matches(_Plan(Search(self._snapshot, self.budget, room)).step(node))
        self._snapshot.read(self.budget.spent)
        return matches

    def _matches(self, step: "Step") -> Matches:
        numbers: list[Numbers] = []
        scores: list[Floats] = []
        for block in self._snapshot.blocks:
            self.budget.check()
            within = self._within(block)
            if within is not None and not len(within):
                continue
            hits = step.hits(block, within)
            found = np.zeros(len(hits.docs), np.float32) if hits.scores is None else hits.scores
            docs = hits.docs
            if block.live is not None:
                live = np.flatnonzero(block.live[docs])
                docs, found = docs[live], found[live]
            numbers.append(docs + block.base if block.base else docs)
            scores.append(found)
        return Matches(_joined(numbers, np.int64), _joined(scores, np.float32), self._snapshot.ids, self.budget.notices)

    def _within(self, block: Block) -> Numbers | None:
        """The documents of a block that are asked for; None for all."""
        if not self._above:
            return None
        return np.flatnonzero(self._snapshot.ids[block.base : block.base + block.size] > self._above)


class _Plan:
    """Turns the tree into steps."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._planner = Planner(search)

    def step(self, node: Node) -> "Step":
        """A part of the tree, ready to be evaluated."""
        if isinstance(node, And):
            return _All(self._search, [self.step(part) for part in dict.fromkeys(node.parts)])
        if isinstance(node, Or):
            return self._any(node)
        if isinstance(node, Not):
            return _None(self._search, self.step(node.part))
        if isinstance(node, Everything):
            return _Every()
        if isinstance(node, Like):
            return _Share(self._search, self._planner.like(node), len(set(node.words)))
        if isinstance(node, Prose):
            return _Leaf(self._search, self._planner.leaf(node), _norm_of(node))
        raise NotImplementedError(f"{type(node).__name__} is not answered by the full-text index")

    def _any(self, node: Or) -> "Step":
        idle = saying_nothing(node.parts)
        steps = {part: self.step(part) for part in dict.fromkeys(node.parts)}
        return _Any(self._search, [_Idle(steps[part]) if part in idle else steps[part] for part in node.parts])


def _norm_of(node: Prose) -> str:
    """The field whose length a leaf's frequency is set against; "" for all fields."""
    field = getattr(node, "field", "")
    return "text" if field == "lead" else field


class Step(Protocol):
    """A part of the tree, ready to be evaluated."""

    def size(self, block: Block) -> int:
        """About how much there is to read."""

    def hits(self, block: Block, within: Numbers | None) -> Hits:
        """What matches in the block, and in `within` where it is given."""


class _Leaf:
    """Something that may be found in several ways, whose frequencies add up."""

    def __init__(self, search: Search, ways: Sequence[Weighed], field: str = "") -> None:
        self._search = search
        self._ways = ways
        self._field = field
        self._boost = BOOSTS[field] if field else 1.0
        rarity = min((way.source.rarity for way in ways), default=0.0)
        self._most = np.float32(self._boost * rarity * (K1 + 1))

    def size(self, block: Block) -> int:
        return sum(way.source.size(block) for way in self._ways)

    def hits(self, block: Block, within: Numbers | None) -> Hits:
        docs, weights = self._frequencies(block, within)
        if not len(docs):
            return Hits(docs)
        norm = self._search.snapshot.norm(block, self._field)[docs]
        norm += weights
        weights /= norm
        weights *= self._most
        return Hits(docs, weights)

    def _frequencies(self, block: Block, within: Numbers | None) -> tuple[Numbers, Floats]:
        found = []
        for way in self._ways:
            docs, freqs = way.source.postings(self._search, block, within)
            if len(docs):
                weight = way.weight / self._boost
                found.append((docs, freqs.astype(np.float32) * np.float32(weight) if weight != 1.0 else freqs))
        if len(found) == 1:
            return found[0][0], found[0][1].astype(np.float32)
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        return self._search.summed(found)


class _Idle:
    """What a part matches, without its scores."""

    def __init__(self, part: Step) -> None:
        self._part = part

    def size(self, block: Block) -> int:
        return self._part.size(block)

    def hits(self, block: Block, within: Numbers | None) -> Hits:
        return Hits(self._part.hits(block, within).docs)


class _Share:
    """Documents that hold a share of several words."""

    def __init__(self, search: Search, words: Sequence[Sequence[Weighed]], count: int) -> None:
        self._search = search
        self._words = [_Leaf(search, ways) for ways in words if ways]
        self._needed = -(-count // _LIKE_PART)

    def size(self, block: Block) -> int:
        return sum(word.size(block) for word in self._words)

    def hits(self, block: Block, within: Numbers | None) -> Hits:
        found = [word.hits(block, within) for word in self._words]
        counts = np.zeros(block.size, np.uint16)
        for hits in found:
            counts[hits.docs] += 1
        hits = _added(self._search, found)
        enough = np.flatnonzero(counts[hits.docs] >= self._needed)
        return Hits(hits.docs[enough], None if hits.scores is None else hits.scores[enough])


class _Any:
    """Any part; scores add up."""

    def __init__(self, search: Search, parts: Sequence[Step]) -> None:
        self._search = search
        self._parts = parts

    def size(self, block: Block) -> int:
        return sum(part.size(block) for part in self._parts)

    def hits(self, block: Block, within: Numbers | None) -> Hits:
        return _added(self._search, [part.hits(block, within) for part in self._parts])


class _All:
    """All parts; scores add up, in the order in which the parts were written."""

    def __init__(self, search: Search, parts: Sequence[Step]) -> None:
        self._search = search
        self._parts = parts

    def size(self, block: Block) -> int:
        return min(part.size(block) for part in self._parts)

    def hits(self, block: Block, within: Numbers | None) -> Hits:
        """The part with the least to read first; the others are held against what it left."""
        order = sorted(self._parts, key=lambda part: part.size(block))
        found: Hits | None = None
        for part in order:
            hits = part.hits(block, within if found is None else found.docs)
            found = hits if found is None else self._narrowed(found, hits)
            if not len(found.docs):
                break
        return found if found is not None else Hits(np.zeros(0, np.int64))

    def _narrowed(self, found: Hits, hits: Hits) -> Hits:
        if found.scores is None or len(hits.docs) == len(found.docs):
            before = found.scores
        else:
            sums = self._search.sums
            sums[found.docs] = found.scores
            before = sums[hits.docs]
        if before is None or hits.scores is None:
            return Hits(hits.docs, hits.scores if before is None else before)
        return Hits(hits.docs, before + hits.scores)


class _None:
    """What a part does not match; it scores nothing."""

    def __init__(self, search: Search, part: Step) -> None:
        self._search = search
        self._part = part

    def size(self, block: Block) -> int:
        return block.size + self._part.size(block)

    def hits(self, block: Block, within: Numbers | None) -> Hits:
        excluded = self._part.hits(block, within).docs
        marks = self._search.marks
        marks[excluded] = True
        docs = np.flatnonzero(~marks[: block.size]) if within is None else within[np.flatnonzero(~marks[within])]
        marks[excluded] = False
        return Hits(docs)


class _Every:
    """All documents."""

    def size(self, block: Block) -> int:
        return block.size

    def hits(self, block: Block, within: Numbers | None) -> Hits:
        return Hits(np.arange(block.size) if within is None else within)


def _added(search: Search, found: Sequence[Hits]) -> Hits:
    """The documents of all, ascending, with their scores added up."""
    if len(found) == 1:
        return found[0]
    if not found:
        return Hits(np.zeros(0, np.int64))
    docs = search.merged([hits.docs for hits in found])
    scored = [(hits.docs, hits.scores) for hits in found if hits.scores is not None]
    return Hits(docs, search.sums_of(docs, scored) if scored else None)


def _joined(parts: list[np.ndarray], kind: type) -> np.ndarray:
    if len(parts) == 1:
        return parts[0]
    return np.concatenate(parts) if parts else np.zeros(0, kind)
