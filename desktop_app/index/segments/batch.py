"""Collects documents and inverts them into one segment.

The inner loop is one regular expression and one dictionary look-up a word, both in C. Everything that is needed once
for each distinct word (folding, hyphens) is done once for each distinct word, and the rest in numpy. Every million
words are sorted and packed into a *run*; at the end the runs of a segment are laid one into another, list by list.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, islice
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.index.segments.postings import (
    Breaks,
    Contents,
    FieldPostings,
    Ints,
    Unit,
    kind_for,
    narrow,
    offsets,
    order_of_words,
    ranges,
)
from desktop_app.index.segments.schema import PROSE
from desktop_app.index.text.analysis import (
    LEAD_MARK,
    MARKS,
    PARAGRAPH_MARK,
    SENTENCE_MARK,
    expand,
    forms_of,
    is_plain,
    marked_pieces,
    pieces,
)
from desktop_app.model.documents import Document

_LANGUAGES: Final = {"de": 1, "en": 2}  # bits; whatever else has both
_BOTH: Final = 3
_RUN: Final = 1_000_000  # words that are inverted at once: 100 MB while it lasts
_FULL: Final = 30_000_000  # words of a segment: they and their vocabulary take 300 MB
_LEAD, _SENTENCE, _PARAGRAPH = range(3)  # the codes of the marks


class _Codes(dict[str, int]):
    """Numbers pieces in the order in which they turn up."""

    def __missing__(self, piece: str) -> int:
        code = self[piece] = len(self)
        return code


@dataclass(slots=True)
class _Run:
    """Some documents of a field, inverted: `terms` ascend, the other arrays are as in `FieldPostings`."""

    terms: Ints
    counts: Ints  # postings of each term
    occurrences: Ints  # positions of each term
    docs: Ints
    freqs: Ints
    positions: Ints


class _Column:
    """The pieces of one field that are not yet inverted, and the runs that are."""

    def __init__(self) -> None:
        self.codes = array("I")
        self.counts = array("I")  # pieces of each document
        self.runs: list[_Run] = []
        self.lengths: list[Ints] = []


class Batch:
    """Documents that will make one segment. Of several with the same id all are kept."""

    def __init__(self) -> None:
        self.ids = array("q")
        self._languages = array("B")
        self._codes = _Codes({LEAD_MARK: _LEAD, SENTENCE_MARK: _SENTENCE, PARAGRAPH_MARK: _PARAGRAPH})
        self._lexicon = _Lexicon()
        self._columns = {name: _Column() for name in PROSE}
        self._leads: list[Ints] = []
        self._breaks: dict[Unit, list[Breaks]] = {"sentence": [], "paragraph": []}
        self._inverted = 0  # documents
        self._waiting = 0  # words
        self._words = 0

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def full(self) -> bool:
        """Whether it holds as many words as memory should."""
        return self._words >= _FULL

    def add(self, document: Document) -> None:
        """Analyse a document and keep its words."""
        note = pieces(document.note) if document.note else []
        text = marked_pieces(document.text, document.lead)
        self.add_pieces(document.id, document.language, [pieces(document.title), text, note])

    def add_pieces(self, number: int, language: str, found: Sequence[list[str]]) -> None:
        """Keep the words of a document that is analysed already: the pieces of title, text (with marks) and note."""
        self.ids.append(number)
        self._languages.append(_LANGUAGES.get(language, _BOTH))
        for name, own in zip(PROSE, found, strict=True):
            self._collect(name, own)
        if self._waiting >= _RUN:
            self._invert()

    def _collect(self, name: str, found: list[str]) -> None:
        column = self._columns[name]
        column.codes.extend(map(self._codes.__getitem__, found))
        column.counts.append(len(found))
        self._waiting += len(found)
        self._words += len(found)

    def _invert(self) -> None:
        """Turn the waiting pieces of all fields into runs."""
        self._lexicon.learn(self._codes)
        first, last = self._inverted, len(self.ids)
        for name, column in self._columns.items():
            codes = np.frombuffer(column.codes, np.uint32)
            counts = np.frombuffer(column.counts, np.uint32).astype(np.int64)
            begins = self._lexicon.begins(codes, counts)
            if name == "text":
                self._keep_marks(codes, np.repeat(np.arange(last - first), counts), begins, last - first)
            terms, docs, positions = self._lexicon.tokens(codes, counts, begins)
            column.lengths.append(np.bincount(docs, minlength=last - first))
            column.runs.append(_inverted(terms, docs + np.int32(first), positions))
            column.codes, column.counts = array("I"), array("I")
        self._inverted, self._waiting = last, 0

    def _keep_marks(self, codes: Ints, docs: Ints, begins: Ints, size: int) -> None:
        self._leads.append(begins[codes == _LEAD].astype(np.uint32))
        paragraph = codes == _PARAGRAPH
        units: dict[Unit, npt.NDArray[np.bool_]] = {
            "sentence": paragraph | (codes == _SENTENCE),
            "paragraph": paragraph,
        }
        for unit, mask in units.items():
            at = np.flatnonzero(mask)
            owners, places = docs[at], begins[at]
            # Without words between them two borders are one.
            new = places > 0
            new[1:] &= (places[1:] != places[:-1]) | (owners[1:] != owners[:-1])
            counts = np.bincount(owners[new], minlength=size)
            self._breaks[unit].append(Breaks(counts, narrow(places[new])))

    def contents(self) -> Contents:
        """Everything that was added, inverted. The batch is used up by this."""
        self._invert()
        self._codes.clear()
        ids = np.frombuffer(self.ids, np.int64)
        words, ranks = self._lexicon.sorted_terms()
        joined = {
            unit: Breaks(*(np.concatenate(c) for c in ([b.counts for b in parts], [b.positions for b in parts])))
            for unit, parts in self._breaks.items()
        }
        fields = {}
        for name in PROSE:
            column = self._columns.pop(name)
            fields[name] = _joined(words, ranks, column.runs, np.concatenate(column.lengths))
        languages = np.frombuffer(self._languages, np.uint8)
        return Contents(ids, languages, np.concatenate(self._leads), joined, fields)


class _Lexicon:
    """What each distinct piece expands to; it grows with the batch."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._terms = array("I")  # of all pieces, one after the other
        self._offsets = array("I")
        self._sizes = array("I", [0] * len(MARKS))
        self._widths = array("I", [0] * len(MARKS))

    def learn(self, codes: dict[str, int]) -> None:
        """Expand the pieces that are new since the last time."""
        fresh = list(islice(codes, len(self._sizes), None))
        plain = list(map(is_plain, fresh))
        forms = iter(forms_of(list(compress(fresh, plain))))
        numbers, terms, places, sizes, widths = self._numbers, self._terms, self._offsets, self._sizes, self._widths
        for piece, alone in zip(fresh, plain, strict=True):
            if alone:
                terms.append(numbers.setdefault(next(forms), len(numbers)))
                places.append(0)
                sizes.append(1)
                widths.append(1)
                continue
            expansion, width = expand.__wrapped__(piece)
            for term, offset in expansion:
                terms.append(numbers.setdefault(term, len(numbers)))
                places.append(offset)
            sizes.append(len(expansion))
            widths.append(width)

    def begins(self, codes: Ints, counts: Ints) -> npt.NDArray[np.int32]:
        """The position at which each piece begins; `counts` of them belong to each document."""
        after = offsets(np.frombuffer(self._widths, np.uint32)[codes])
        firsts = after[offsets(counts)[:-1]]
        return (after[:-1] - np.repeat(firsts, counts)).astype(np.int32)

    def tokens(
        self, codes: Ints, counts: Ints, begins: npt.NDArray[np.int32]
    ) -> tuple[Ints, npt.NDArray[np.int32], npt.NDArray[np.int32]]:
        """Terms, documents (from 0) and positions of all tokens, in order of document."""
        all_sizes = np.frombuffer(self._sizes, np.uint32)
        firsts = offsets(all_sizes)[:-1]
        sizes = all_sizes[codes]
        entries = ranges(firsts[codes], sizes)
        docs = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        places = np.frombuffer(self._offsets, np.uint32)[entries].astype(np.int32)
        return (
            np.frombuffer(self._terms, np.uint32)[entries],
            np.repeat(docs, sizes),
            np.repeat(begins, sizes) + places,
        )

    def sorted_terms(self) -> tuple[list[bytes], npt.NDArray[np.int64]]:
        """All terms in byte order, and for each term number its place in that order."""
        words = [text.encode() for text in self._numbers]
        self._numbers = {}
        order = order_of_words(words)
        ranks = np.empty(len(words), np.int64)
        ranks[order] = np.arange(len(words))
        return [words[at] for at in order.tolist()], ranks


def _inverted(terms: Ints, docs: Ints, positions: Ints) -> _Run:
    """Invert tokens given in order of document; within a document positions ascend for each term."""
    mixed = (terms.astype(np.uint64) << np.uint64(32)) | np.arange(len(terms), dtype=np.uint64)
    mixed.sort()
    order = (mixed & np.uint64(0xFFFFFFFF)).astype(np.int64)
    terms = (mixed >> np.uint64(32)).astype(np.uint32)
    docs = docs[order]
    new_term = np.ones(len(terms), bool)
    np.not_equal(terms[1:], terms[:-1], out=new_term[1:])
    new = new_term.copy()
    new[1:] |= docs[1:] != docs[:-1]
    starts = np.flatnonzero(new)
    firsts = np.flatnonzero(new_term)
    return _Run(
        terms=terms[firsts],
        counts=np.diff(np.searchsorted(starts, firsts), append=len(starts)),
        occurrences=np.diff(firsts, append=len(terms)),
        docs=narrow(docs[starts]),
        freqs=narrow(np.diff(starts, append=len(terms))),
        positions=narrow(positions[order]),
    )


def _joined(words: list[bytes], ranks: Ints, runs: list[_Run], lengths: Ints) -> FieldPostings:
    """One field from its runs, which follow each other in order of document; uses up `runs`."""
    owners = [ranks[run.terms] for run in runs]
    size = len(words)
    counts = np.zeros(size, np.int64)
    occurrences = np.zeros(size, np.int64)
    for run, own in zip(runs, owners, strict=True):
        counts[own] += run.counts
        occurrences[own] += run.occurrences
    posts, where = offsets(counts), offsets(occurrences)
    docs = np.empty(int(posts[-1]), kind_for(_top(run.docs for run in runs)))
    freqs = np.empty(len(docs), kind_for(_top(run.freqs for run in runs)))
    positions = np.empty(int(where[-1]), kind_for(_top(run.positions for run in runs)))
    next_post, next_place = posts[:-1].copy(), where[:-1].copy()
    for own in owners:
        run = runs.pop(0)
        at = ranges(next_post[own], run.counts)
        docs[at] = run.docs
        freqs[at] = run.freqs
        positions[ranges(next_place[own], run.occurrences)] = run.positions
        next_post[own] += run.counts
        next_place[own] += run.occurrences
    used = np.flatnonzero(counts)
    terms = words if len(used) == size else [words[at] for at in used.tolist()]
    keep = np.append(used, size)
    return FieldPostings(terms, posts[keep], docs, freqs, where[keep], positions, lengths)


def _top(arrays: Iterable[Ints]) -> int:
    """The largest number in any of the arrays."""
    return max((int(array.max()) for array in arrays if len(array)), default=0)
