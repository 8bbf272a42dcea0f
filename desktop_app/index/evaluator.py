"""Answers a query tree over a snapshot with whole arrays: no Python per posting.

Each part of the tree becomes a mask and a score over all documents. The scores of words are BM25, as Whoosh's BM25F
with one field computes it but for the idf; a phrase counts as one word that is as rare as its words together, a prefix
as one word that is as common as all that begin with it. What is asked twice side by side counts once.
"""

import math
import time
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.index import analysis
from desktop_app.index.engine import Cancelled, Matches
from desktop_app.index.phrases import occurrences
from desktop_app.index.postings import Ints
from desktop_app.index.schema import PROSE
from desktop_app.index.searcher import K1, Snapshot
from desktop_app.index.wildcards import Pattern
from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.progress import CancelledError
from desktop_app.model.query import (
    And,
    Everything,
    Node,
    Not,
    Notice,
    Or,
    Phrase,
    Prefix,
    Prose,
    Term,
    Wildcard,
)

# Tried on seven test collections (Cranfield, CACM, CISI, MED, NPL, XQuAD, JSQuAD): a title worth more than 1.5,
# stems worth less than 0.7 of the words themselves and Whoosh's idf, which never falls below 1, each ranked worse.
BOOSTS: Final = {"title": 1.5, "text": 1.0, "note": 1.0}
STEM_WEIGHT: Final = 0.7
_TIME_LIMIT_S: Final = 2.0  # at least; ordinary queries take milliseconds
_DOCUMENTS_A_SECOND: Final = 100_000  # of which a large index has one second for each


@dataclass(slots=True)
class _Hits:
    mask: npt.NDArray[np.bool_]
    score: npt.NDArray[np.float32]


class Evaluator:
    """Evaluates one query; not to be used twice."""

    def __init__(self, snapshot: Snapshot, cancelled: Cancelled) -> None:
        self._snapshot = snapshot
        self._cancelled = cancelled
        allowed = max(_TIME_LIMIT_S, snapshot.documents / _DOCUMENTS_A_SECOND)
        self._deadline = time.monotonic() + allowed
        self._notices: list[Notice] = []

    def run(self, node: Node) -> Matches:
        """All matching live documents. Raises CancelledError and QueryRefusedError."""
        hits = self._evaluate(node)
        snapshot = self._snapshot
        mask = hits.mask if snapshot.all_live else hits.mask & snapshot.live
        numbers = np.flatnonzero(mask)
        return Matches(numbers, hits.score[numbers], snapshot.ids, list(dict.fromkeys(self._notices)))

    def _check(self) -> None:
        if self._cancelled():
            raise CancelledError
        if time.monotonic() > self._deadline:
            raise QueryRefusedError("This query takes too long. Please make it more specific.")

    def _evaluate(self, node: Node) -> _Hits:
        self._check()
        if isinstance(node, And):
            return self._and(node)
        if isinstance(node, Or):
            hits = self._none()
            for part in dict.fromkeys(node.parts):
                other = self._evaluate(part)
                hits.mask |= other.mask
                hits.score += other.score
            return hits
        if isinstance(node, Not):
            return _Hits(~self._evaluate(node.part).mask, self._none().score)
        if isinstance(node, Everything):
            hits = self._none()
            hits.mask[:] = True
            return hits
        if isinstance(node, Prose):
            return self._leaf(node)
        raise NotImplementedError(f"{type(node).__name__} is not answered by the full-text index")

    def _and(self, node: And) -> _Hits:
        hits = self._none()
        hits.mask[:] = True
        for part in dict.fromkeys(node.parts):
            other = self._evaluate(part.part if isinstance(part, Not) else part)
            if isinstance(part, Not):
                hits.mask &= ~other.mask
            else:
                hits.mask &= other.mask
                hits.score += other.score
            if not hits.mask.any():
                return self._none()
        hits.score *= hits.mask
        return hits

    def _none(self) -> _Hits:
        size = self._snapshot.documents
        return _Hits(np.zeros(size, bool), np.zeros(size, np.float32))

    def _leaf(self, node: Prose) -> _Hits:
        hits = self._none()
        for name in PROSE:
            if getattr(node, "field", "") not in ("", name):
                continue
            if isinstance(node, Term):
                self._term(hits, name, node)
            elif isinstance(node, Phrase):
                self._phrase_or_word(hits, name, node)
            elif isinstance(node, Prefix):
                self._prefix(hits, name, node.text)
            elif isinstance(node, Wildcard):
                self._wildcard(hits, name, node.pattern)
            self._check()
        return hits

    def _term(self, hits: _Hits, name: str, node: Term) -> None:
        found = analysis.pieces(node.text)
        form = analysis.whole_form(found)
        if form:
            self._word(hits, name, form, BOOSTS[name])
            if not node.exact:
                self._stem(hits, name, form)
        if len(terms := analysis.phrase_terms(node.text)) > 1:
            self._phrase(hits, name, terms)
        elif not form and terms:
            self._word(hits, name, terms[0][0], BOOSTS[name])

    def _stem(self, hits: _Hits, name: str, form: str) -> None:
        """Words with the same German stem in German documents, with the same English stem in English ones."""
        for stem in dict.fromkeys(analysis.stems(form)):
            parts: list[tuple[Ints, Ints]] = []
            for segment, base in zip(self._snapshot.segments, self._snapshot.bases, strict=False):
                field = segment.field(name)
                spoken: dict[int, int] = {}
                for bit, language in enumerate(analysis.LANGUAGES):
                    if stem in analysis.stems(form, language):
                        for number in field.alike(stem, language):
                            spoken[number] = spoken.get(number, 0) | (1 << bit)
                found = []
                for number, bits in spoken.items():
                    docs, freqs = field.postings(number, number + 1)
                    own = (segment.languages[docs] & bits) != 0
                    found.append((docs[own], freqs[own]))
                if found:
                    docs, freqs = (np.concatenate(column) for column in zip(*found, strict=True))
                    parts.append(self._summed(field.documents, docs, freqs, base))
            self._score(hits, name, parts, BOOSTS[name] * STEM_WEIGHT)

    def _phrase_or_word(self, hits: _Hits, name: str, node: Phrase) -> None:
        """A hyphenated word is quoted for its hyphen, not for its form: "Start-ups" finds Startup too."""
        found = analysis.pieces(node.text)
        if len(found) == 1 and analysis.joined(found[0]):
            self._term(hits, name, Term(node.text))
        elif len(terms := analysis.phrase_terms(node.text)) > 1:
            self._phrase(hits, name, terms)
        elif terms:
            self._word(hits, name, terms[0][0], BOOSTS[name])

    def _word(self, hits: _Hits, name: str, word: str, boost: float) -> None:
        encoded = word.encode()
        parts: list[tuple[Ints, Ints]] = []
        for field, base in self._snapshot.fields(name):
            number = field.find(encoded)
            if number >= 0:
                docs, freqs = field.postings(number, number + 1)
                parts.append((docs.astype(np.int64) + base, freqs))
        self._score(hits, name, parts, boost)

    def _score(self, hits: _Hits, name: str, parts: list[tuple[Ints, Ints]], boost: float, idf: float = 0.0) -> None:
        """Add BM25 scores; `parts` are (documents, frequencies), each document once. `idf` 0: by their number."""
        idf = idf or self._idf(sum(len(docs) for docs, _ in parts))
        norm = self._snapshot.norm(name)
        for docs, freqs in parts:
            weights = freqs.astype(np.float32)
            hits.mask[docs] = True
            hits.score[docs] += np.float32(boost * idf * (K1 + 1)) * weights / (weights + norm[docs])

    def _idf(self, frequency: int) -> float:
        """Robertson and Spärck Jones's, kept above 0 as Lucene does: a word that stands everywhere weighs little."""
        missing = self._snapshot.documents - frequency
        return math.log(1 + (missing + 0.5) / (frequency + 0.5)) if frequency else 0.0

    def _phrase(self, hits: _Hits, name: str, terms: list[tuple[str, int]]) -> None:
        words = [(word.encode(), offset) for word, offset in terms]
        frequencies = dict.fromkeys((word for word, _ in words), 0)
        parts: list[tuple[Ints, Ints]] = []
        for field, base in self._snapshot.fields(name):
            for word in frequencies:
                if (number := field.find(word)) >= 0:
                    frequencies[word] += field.posts[number + 1] - field.posts[number]
            docs, freqs = occurrences(field, words, self._check)
            parts.append((docs + base, freqs))
        self._score(hits, name, parts, BOOSTS[name], sum(map(self._idf, frequencies.values())))

    def _prefix(self, hits: _Hits, name: str, text: str) -> None:
        found = analysis.pieces(text)
        if not found:
            return
        if analysis.is_cjk(found[-1]):
            self._term(hits, name, Term(text, exact=True))
            return
        prefix = analysis.fold_prefix(found[-1]).encode()
        parts = [
            self._summed(field.documents, *field.postings(*field.prefix_range(prefix)), base)
            for field, base in self._snapshot.fields(name)
        ]
        self._score(hits, name, parts, BOOSTS[name])
        if len(found) > 1:  # U.S.-amerik*: what stands before the last word must be there as well
            before = self._none()
            self._term(before, name, Term(" ".join(found[:-1]), exact=True))
            hits.mask &= before.mask
            hits.score *= hits.mask

    def _wildcard(self, hits: _Hits, name: str, text: str) -> None:
        pattern = Pattern(text)
        parts = []
        for field, base in self._snapshot.fields(name):
            numbers, cut = pattern.numbers(field, self._check)
            if cut:
                self._notices.append(
                    Notice.made(
                        "“{pattern}” fits more than {limit} words; only the first were searched.",
                        pattern=text,
                        limit=Pattern.LIMIT,
                    )
                )
            postings = [field.postings(number, number + 1) for number in numbers]
            if postings:
                docs, freqs = (np.concatenate(column) for column in zip(*postings, strict=True))
                parts.append(self._summed(field.documents, docs, freqs, base))
        self._score(hits, name, parts, BOOSTS[name])

    @staticmethod
    def _summed(size: int, docs: Ints, freqs: Ints, base: int) -> tuple[Ints, Ints]:
        """Postings of several words as those of one: each document once, frequencies added."""
        sums = np.bincount(docs, weights=freqs, minlength=size)
        numbers = np.flatnonzero(sums)
        return numbers + base, sums[numbers]
