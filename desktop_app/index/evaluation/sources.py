"""What can stand in a field of a document: words, phrases, and what stands near what, as postings and as places.

A source belongs to one field. All work is done a block at a time and in whole arrays. `within`, where it is given,
holds ascending document numbers of the block, and nothing outside of it is of interest; a source may look elsewhere
if that is quicker, but does not answer with it.
"""

import copy
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from desktop_app.index.evaluation.limits import Budget
from desktop_app.index.evaluation.searcher import Block, Floats, Mask, Numbers, Part, Room, Segments
from desktop_app.index.evaluation.spans import SHIFT, Spans, distinct
from desktop_app.index.segments.postings import Ints, ranges
from desktop_app.index.segments.segment import Field

_FEW: Final = 8  # a list so many times as long as what it is held against is searched instead of read
_SPARSE: Final = 6  # lists that together have one in so many documents are merged by sorting
_EVERY: Final = 3  # both language bits


class Search:
    """What one search works with."""

    def __init__(self, snapshot: Segments, budget: Budget, room: Room) -> None:
        self.snapshot = snapshot
        self.budget = budget
        self.marks = room.marks
        self.sums = room.sums
        self.counts = room.counts

    def rarity(self, frequency: int) -> float:
        """Robertson and Spärck Jones's idf, kept above 0 as Lucene does: what stands everywhere weighs little."""
        missing = max(self.snapshot.documents - frequency, 0)
        return math.log(1 + (missing + 0.5) / (frequency + 0.5)) if frequency else 0.0

    def inside(self, docs: Ints, within: Numbers) -> Numbers:
        """Where in `docs` there is something that is also in `within`."""
        self.marks[within] = True
        found = np.flatnonzero(self.marks[docs])
        self.marks[within] = False
        return found

    def summed(self, lists: Sequence[tuple[Numbers, Floats | Ints]]) -> tuple[Numbers, Floats]:
        """The documents of several ascending lists, ascending, each once, with their weights added up."""
        docs = self.merged([own for own, _ in lists])
        return docs, self.sums_of(docs, lists)

    def sums_of(self, docs: Numbers, lists: Sequence[tuple[Numbers, Floats | Ints]]) -> Floats:
        """The weights of these documents added up, of which the lists hold no others."""
        if len(docs) * _SPARSE < len(self.sums):
            self.sums[docs] = 0
        else:
            self.sums.fill(0)
        for own, weights in lists:
            self.sums[own] += weights
        return self.sums[docs]

    def merged(self, lists: Sequence[Numbers]) -> Numbers:
        """The documents of several ascending lists, ascending, each once."""
        if len(lists) == 1:
            return lists[0]
        if sum(map(len, lists)) * _SPARSE < len(self.marks):
            return distinct(np.concatenate(lists))
        for docs in lists:
            self.marks[docs] = True
        found = np.flatnonzero(self.marks)
        self.marks.fill(False)
        return found


class Source(Protocol):
    """Something that stands in a field."""

    rarity: float  # its idf

    def size(self, block: Block) -> int:
        """How many postings have to be read at most; 0 only where there are none."""

    def postings(self, search: Search, block: Block, within: Numbers | None) -> tuple[Numbers, Ints]:
        """The documents that hold it, ascending, and how often."""

    def documents(self, search: Search, block: Block, within: Numbers | None) -> Numbers:
        """The documents that may hold it, ascending; none that does is missing."""

    def spans(self, search: Search, block: Block, docs: Numbers) -> Spans:
        """Its places in these documents, which `documents` named."""


@dataclass(frozen=True, slots=True)
class Picked:
    """Words of a field in one segment.

    `languages` has for each the bits of those whose documents count, `worth` how often each occurrence counts.
    """

    numbers: Numbers
    languages: npt.NDArray[np.uint8] | None = None
    worth: npt.NDArray[np.int32] | None = None


class Words:
    """Several words of a field as if they were one. `picked` is by number of the segment, without empty ones."""

    def __init__(self, name: str, picked: dict[int, Picked], snapshot: Segments) -> None:
        self.name = name
        self.rarity = 0.0
        self._picked = picked
        self._kept: dict[int, tuple[Numbers, Ints]] = {}
        self._sizes: dict[int, int] = {}
        self._simple = all(len(words.numbers) <= _FEW and words.languages is None for words in picked.values())
        for number, words in picked.items():
            posts = snapshot.segments[number].field(name).posts
            if len(words.numbers) <= _FEW:
                self._sizes[number] = sum(posts[at + 1] - posts[at] for at in words.numbers.tolist())
            else:
                limits = np.asarray(posts)
                self._sizes[number] = int((limits[words.numbers + 1].astype(np.int64) - limits[words.numbers]).sum())
        self.frequency = sum(self._sizes.values())  # of documents; too high where a document holds several words

    def favouring(self, word: bytes, snapshot: Segments, own: int, other: int) -> "Words":
        """The same words; occurrences of `word` among them count `own` times, and those of the others `other` times."""
        favoured = copy.copy(self)
        favoured._picked = {}
        for number, words in self._picked.items():
            term = snapshot.segments[number].field(self.name).term
            worth = [own if term(at) == word else other for at in words.numbers.tolist()]
            favoured._picked[number] = Picked(words.numbers, words.languages, np.array(worth, np.int32))
        return favoured

    def weigh(self, search: Search) -> "Words":
        """Take the rarity of one word in as many documents."""
        self.rarity = search.rarity(min(self.frequency, search.snapshot.documents))
        return self

    def read(self, search: Search) -> "Words":
        """Read all postings now, so that the rarity is that of the documents which hold any of the words."""
        for block in search.snapshot.blocks:
            self._kept[block.base] = self.postings(search, block, None)
        self.frequency = sum(len(docs) for docs, _ in self._kept.values())
        return self.weigh(search)

    def size(self, block: Block) -> int:
        return sum(self._sizes.get(part.number, 0) for part in block.parts)

    def postings(self, search: Search, block: Block, within: Numbers | None) -> tuple[Numbers, Ints]:
        kept = self._kept.get(block.base)
        if kept is None and within is not None and len(within) * _FEW < self.size(block) and self._few(block):
            return self._searched(search, block, within)
        docs, freqs = kept if kept is not None else self._read(search, block)
        if within is None:
            return docs, freqs
        at = search.inside(docs, within)
        return docs[at], freqs[at]

    def documents(self, search: Search, block: Block, within: Numbers | None) -> Numbers:
        return self.postings(search, block, within)[0]

    def _few(self, block: Block) -> bool:
        return all(len(self._picked[p.number].numbers) <= _FEW for p in block.parts if p.number in self._picked)

    def _read(self, search: Search, block: Block) -> tuple[Numbers, Ints]:
        size = self.size(block)
        search.budget.spend(size)
        if self._simple and size * _SPARSE < block.size:
            return self._read_at_once(search, block)
        lists = []
        for part in block.parts:
            words = self._picked.get(part.number)
            if words is not None:
                docs, freqs = _in_segment(search, part, part.segment.field(self.name), words)
                docs += part.base
                lists.append((docs, freqs))
        if not lists:
            nothing = np.zeros(0, np.int64)
            return nothing, nothing
        if len(lists) == 1:
            return lists[0]
        return np.concatenate([docs for docs, _ in lists]), np.concatenate([freqs for _, freqs in lists])

    def _read_at_once(self, search: Search, block: Block) -> tuple[Numbers, Ints]:
        """The same for a few short lists, where it is the number of steps that counts."""
        lists = []
        for part in block.parts:
            words = self._picked.get(part.number)
            if words is not None:
                owner = part.segment.field(self.name)
                worth = words.worth.tolist() if words.worth is not None else [1] * len(words.numbers)
                for number, own in zip(words.numbers.tolist(), worth, strict=True):
                    lists.append((*owner.postings(number, number + 1), part.base, own))
        if not lists:
            nothing = np.zeros(0, np.int64)
            return nothing, nothing
        columns = list(zip(*lists, strict=True))
        lengths = [len(docs) for docs in columns[0]]
        docs = np.concatenate(columns[0], dtype=np.int64)
        freqs = np.concatenate(columns[1], dtype=np.int32, casting="same_kind")
        docs += np.repeat(columns[2], lengths)
        freqs *= np.repeat(np.array(columns[3], np.int32), lengths)
        if len(set(columns[2])) == len(lists):  # one in each part: they ascend
            return docs, freqs
        found = distinct(docs.copy())
        search.counts[found] = 0
        np.add.at(search.counts, docs, freqs)
        return found, search.counts[found]

    def _searched(self, search: Search, block: Block, within: Numbers) -> tuple[Numbers, Ints]:
        """The same, with each document looked up in the lists."""
        search.budget.spend(len(within) * _FEW)
        freqs = np.zeros(len(within), np.int64)
        for part in block.parts:
            words = self._picked.get(part.number)
            low, high = np.searchsorted(within, (part.base, part.end)) if words is not None else (0, 0)
            if words is None or low == high:
                continue
            owner = part.segment.field(self.name)
            local = within[low:high] - part.base
            for at, number in enumerate(words.numbers.tolist()):
                docs, counts = owner.postings(number, number + 1)
                found, places = _found(docs, local)
                if words.languages is not None and words.languages[at] != _EVERY:
                    speaks = part.segment.languages[local[found]] & words.languages[at] != 0
                    found, places = found[speaks], places[speaks]
                freqs[found + low] += counts[places] if words.worth is None else counts[places] * words.worth[at]
        some = np.flatnonzero(freqs != 0)
        return within[some], freqs[some]

    def spans(self, search: Search, block: Block, docs: Numbers) -> Spans:
        keys: list[Numbers] = []
        single = True
        for part in block.parts:
            words = self._picked.get(part.number)
            low, high = np.searchsorted(docs, (part.base, part.end)) if words is not None else (0, 0)
            if words is not None and low < high:
                single &= len(words.numbers) == 1
                keys.append(_keys(search, part, part.segment.field(self.name), words, docs[low:high] - part.base))
        if not keys:
            nothing = np.zeros(0, np.int64)
            return Spans(nothing, nothing)
        found = keys[0] if len(keys) == 1 else np.concatenate(keys)
        if not single:
            found = distinct(found)
        return Spans(found, found)


def _found(docs: Ints, local: Numbers) -> tuple[Numbers, Numbers]:
    """Which of `local` are in `docs`, and where there; both ascend."""
    if not len(docs):
        return local[:0], local[:0]
    at = docs.searchsorted(local.astype(docs.dtype))
    at[at == len(docs)] = 0
    found = np.flatnonzero(docs[at] == local)
    return found, at[found]


def _slices(owner: Field, numbers: Numbers) -> tuple[Numbers, Numbers]:
    """Where the postings of these words begin, and how many each has."""
    posts = np.asarray(owner.posts)
    begins = posts[numbers].astype(np.int64)
    return begins, posts[numbers + 1].astype(np.int64) - begins


def _gathered(owner: Field, numbers: Numbers) -> tuple[Ints, Ints]:
    """The postings of these words, one after the other."""
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return owner.postings(int(numbers[0]), int(numbers[-1]) + 1)
    if len(numbers) <= _FEW:
        lists = [owner.postings(number, number + 1) for number in numbers.tolist()]
        return np.concatenate([docs for docs, _ in lists]), np.concatenate([freqs for _, freqs in lists])
    at = ranges(*_slices(owner, numbers))
    return owner.docs[at], owner.freqs[at]


def _speaking(part: Part, words: Picked, docs: Ints, counts: Ints) -> Mask | None:
    """Which postings are of documents in a language for which the word counts; None for all of them."""
    if words.languages is None or (words.languages == _EVERY).all():
        return None
    speaks: Mask = (part.segment.languages[docs] & np.repeat(words.languages, counts)) != 0
    return speaks


def _in_segment(search: Search, part: Part, owner: Field, words: Picked) -> tuple[Numbers, Ints]:
    """The documents that hold any of the words, in the segment's own numbers and each once; frequencies added.

    Both arrays are the caller's own, but for the frequencies of one word.
    """
    if len(words.numbers) <= _FEW:
        lists = [_spoken(part, owner, words, at) for at in range(len(words.numbers))]
        return lists[0] if len(lists) == 1 else _added_up(search, part.segment.documents, lists)
    docs, freqs = _gathered(owner, words.numbers)
    counts = _slices(owner, words.numbers)[1]
    if words.worth is not None:
        freqs = freqs * np.repeat(words.worth, counts)
    speaks = _speaking(part, words, docs, counts)
    if speaks is not None:
        kept = np.flatnonzero(speaks)
        docs, freqs = docs[kept], freqs[kept]
    sums = np.bincount(docs, freqs, part.segment.documents)
    found = np.flatnonzero(sums > 0)
    return found, sums[found].astype(np.int64)


def _spoken(part: Part, owner: Field, words: Picked, at: int) -> tuple[Numbers, Ints]:
    """The postings of one of the words, in documents of its languages."""
    number = int(words.numbers[at])
    docs, freqs = owner.postings(number, number + 1)
    local = docs.astype(np.int64)
    if words.worth is not None:
        freqs = freqs * words.worth[at]
    if words.languages is None or words.languages[at] == _EVERY:
        return local, freqs
    speaks = np.flatnonzero((part.segment.languages[local] & words.languages[at]) != 0)
    return local[speaks], freqs[speaks]


def _added_up(search: Search, documents: int, lists: list[tuple[Numbers, Ints]]) -> tuple[Numbers, Ints]:
    sums = search.counts[:documents]
    sparse = sum(len(docs) for docs, _ in lists) * _SPARSE < documents
    if sparse:
        found = distinct(np.concatenate([docs for docs, _ in lists]))
        sums[found] = 0
    else:
        sums.fill(0)
    for docs, freqs in lists:
        sums[docs] += freqs
    if not sparse:
        found = np.flatnonzero(sums != 0)
    return found, sums[found]


def _keys(search: Search, part: Part, owner: Field, words: Picked, local: Numbers) -> Numbers:
    """The keys of these words' places in a segment's documents `local`; one word's ascend."""
    if len(words.numbers) == 1:
        docs, firsts, lengths = _placed(search, part, owner, words, local)
    else:
        docs, firsts, lengths = _all_placed(search, part, owner, words, local)
    total = int(lengths.sum())
    search.budget.spend(total)
    owners = np.repeat((docs.astype(np.int64) + part.base) << SHIFT, lengths)
    if total and firsts[0] + total == firsts[-1] + lengths[-1] and len(words.numbers) == 1:
        owners |= owner.positions[int(firsts[0]) : int(firsts[0]) + total]  # nothing is left out
    else:
        owners |= owner.positions[ranges(firsts, lengths)]
    return owners


def _placed(search: Search, part: Part, owner: Field, words: Picked, local: Numbers) -> tuple[Ints, Numbers, Numbers]:
    """The documents of `local` that hold a word, where in the field its places in each begin, and how many they are."""
    number = int(words.numbers[0])
    docs, freqs = owner.postings(number, number + 1)
    ends = np.minimum(local[[0, -1]], np.iinfo(docs.dtype).max).astype(docs.dtype)  # or all of `docs` is widened
    low, high = docs.searchsorted(ends).tolist()
    begin = owner.where[number] + int(freqs[:low].sum(dtype=np.int64))
    docs, freqs = docs[low : high + 1], freqs[low : high + 1]
    keep = _found(docs, local)[1] if len(local) * _FEW < len(docs) else search.inside(docs, local)
    speaks = _speaking(part, words, docs, np.array([len(docs)]))
    if speaks is not None:
        keep = keep[speaks[keep]]
    search.budget.spend(len(docs))
    lengths = freqs[keep].astype(np.int64)
    after = np.cumsum(freqs, dtype=np.uint32)[keep].astype(np.int64)
    return docs[keep], begin + after - lengths, lengths


def _all_placed(
    search: Search, part: Part, owner: Field, words: Picked, local: Numbers
) -> tuple[Ints, Numbers, Numbers]:
    """The same for several words, one after the other."""
    counts = _slices(owner, words.numbers)[1]
    search.budget.spend(int(counts.sum()))
    docs, freqs = _gathered(owner, words.numbers)
    keep = search.inside(docs, local)
    speaks = _speaking(part, words, docs, counts)
    if speaks is not None:
        keep = keep[speaks[keep]]
    lengths = freqs[keep].astype(np.int64)
    after = np.cumsum(freqs, dtype=np.uint32)[keep].astype(np.int64)
    return docs[keep], after - lengths + _displaced(owner, words.numbers, counts)[keep], lengths


def _displaced(owner: Field, numbers: Numbers, counts: Numbers) -> Numbers:
    """For each posting of these words, how far its positions lie behind where they would if these were all words."""
    where = np.asarray(owner.where)
    begins = where[numbers].astype(np.int64)
    sizes = where[numbers + 1].astype(np.int64) - begins
    return np.repeat(begins - (np.cumsum(sizes) - sizes), counts)
