"""Where things stand in a block's documents, and what stands near what: whole arrays, no Python per place.

A *key* is document·2³² + position, so that keys of one document lie side by side and those of two never come close.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.index.segments.postings import Ints, ranges

SHIFT: Final = 32
AT_ONCE: Final = 1 << 20  # pairs that are looked at in one go

_STEPS_A_PAIR: Final = 4  # pairs are sorted

Keys = npt.NDArray[np.int64]
Spend = Callable[[int], None]  # told how many places are about to be looked at; may raise


@dataclass(slots=True)
class Spans:
    """n places as the keys of their first and last positions, ascending by both; none twice.

    `even`: all are equally long, so that last positions ascend as well.
    """

    starts: Keys
    ends: Keys
    even: bool = True

    def __len__(self) -> int:
        return len(self.starts)

    def kept(self, keep: npt.NDArray[np.bool_]) -> "Spans":
        """Those for which `keep` is True."""
        at = np.flatnonzero(keep)
        return Spans(self.starts[at], self.ends[at], self.even)


def changes(values: Keys) -> npt.NDArray[np.bool_]:
    """Where an array of one number or more has another number than just before; True for the first."""
    new = np.empty(len(values), bool)
    new[0] = True
    np.not_equal(values[1:], values[:-1], out=new[1:])
    return new


def counted(spans: Spans) -> tuple[Keys, Ints]:
    """The documents in which spans begin, ascending, and at how many places."""
    starts = spans.starts
    if not spans.even and len(starts):
        starts = starts[np.flatnonzero(changes(starts))]
    return runs(starts >> SHIFT)


def runs(values: Keys) -> tuple[Keys, Ints]:
    """The distinct values of an ascending array, and how often each is there."""
    if not len(values):
        return values, values
    firsts = np.flatnonzero(changes(values))
    return values[firsts], np.diff(np.append(firsts, len(values)))


def distinct(values: Keys) -> Keys:
    """`values`, ascending and each once; they are sorted in place."""
    values.sort(kind="stable")  # runs that ascend already are merged
    return values[np.flatnonzero(changes(values))] if len(values) else values


def common(first: Keys, second: Keys) -> Keys:
    """What is in both ascending arrays without repetitions."""
    if len(first) > len(second):
        first, second = second, first
    if len(first) * 16 < len(second):
        at = np.minimum(np.searchsorted(second, first), len(second) - 1)
        shared: Keys = first[second[at] == first]
        return shared
    both: Keys = np.concatenate((first, second))
    both.sort(kind="stable")
    twice: Keys = both[:-1][both[1:] == both[:-1]]
    return twice


def spans_of(starts: Keys, ends: Keys) -> Spans:
    """Spans from pairs in any order, perhaps repeated."""
    order = np.lexsort((ends, starts))
    starts, ends = starts[order], ends[order]
    if len(starts):
        new = changes(starts) | changes(ends)
        starts, ends = starts[new], ends[new]
    lengths = ends - starts
    return Spans(starts, ends, bool((lengths == lengths[0]).all()) if len(lengths) else True)


def united(parts: Sequence[Spans]) -> Spans:
    """The spans of several kinds as one."""
    filled = [part for part in parts if len(part)]
    if len(filled) <= 1:
        return filled[0] if filled else parts[0]
    return spans_of(np.concatenate([part.starts for part in filled]), np.concatenate([part.ends for part in filled]))


def window(words: Sequence[tuple[Keys, int]], size: int) -> Spans:
    """The smallest stretches of up to `size` positions that hold all words, in any order.

    `words` are each word's keys, and how many times the word is to be there.
    """
    ends = distinct(np.concatenate([keys for keys, _ in words]))
    starts = ends
    fits = np.ones(len(ends), bool)
    for keys, times in words:
        at = np.searchsorted(keys, ends, "right") - times  # the latest places up to here
        fits &= at >= 0
        starts = np.minimum(starts, keys[np.maximum(at, 0)]) if len(keys) else starts
        fits &= len(keys) > 0
    fits &= ends - starts < size
    starts, ends = starts[fits], ends[fits]
    # Starts never go back; of several stretches with the same start the first is the smallest.
    new = changes(starts) if len(starts) else np.zeros(0, bool)
    return Spans(starts[new], ends[new], even=False)


@dataclass(slots=True)
class _Chains:
    """Chains so far: `links` numbers the spans of the last part, beside it what each chain reaches over."""

    links: Keys
    starts: Keys
    ends: Keys


def near(parts: Sequence[Spans], distance: int, *, ordered: bool, spend: Spend) -> Spans:
    """Chains in which each part is at most `distance` positions from the next: what they reach over.

    From the end of one to the beginning of the other, without touching; `ordered`: each part before the next. Of
    the chains that end in the same place only the smallest are kept: those that hold no other.
    """
    if not all(len(part) for part in parts):
        return Spans(parts[0].starts[:0], parts[0].starts[:0])
    spend(sum(map(len, parts)))
    first, second = parts[0], parts[1]
    if first.even:
        chains = _nearest(first, second, distance, ordered=ordered)
    else:
        every = _Chains(np.arange(len(first)), first.starts, first.ends)
        chains = _pairs(every, first, second, distance, ordered=ordered, spend=spend)
    for before, part in pairwise(parts[1:]):
        chains = _pairs(chains, before, part, distance, ordered=ordered, spend=spend)
    return spans_of(chains.starts, chains.ends)


def _nearest(first: Spans, second: Spans, distance: int, *, ordered: bool) -> _Chains:
    """For each of `second` the closest of `first` on either side; no other can make a smaller pair."""
    at = np.searchsorted(first.ends, second.starts, "left") - 1
    there = np.flatnonzero((at >= 0) & (second.starts - first.ends[np.maximum(at, 0)] <= distance))
    before = _Chains(there, first.starts[at[there]], second.ends[there])
    if ordered:
        return before
    at = np.minimum(np.searchsorted(first.starts, second.ends, "right"), len(first) - 1)
    gap = first.starts[at] - second.ends
    there = np.flatnonzero((gap > 0) & (gap <= distance))
    after = _Chains(there, second.starts[there], first.ends[at[there]])
    return _joined([before, after])


def _joined(chains: Sequence[_Chains]) -> _Chains:
    return _Chains(
        np.concatenate([each.links for each in chains]),
        np.concatenate([each.starts for each in chains]),
        np.concatenate([each.ends for each in chains]),
    )


def _pairs(chains: _Chains, links: Spans, part: Spans, distance: int, *, ordered: bool, spend: Spend) -> _Chains:
    """Every chain with every span of the next part that is near its last link."""
    begins, ends = links.starts[chains.links], links.ends[chains.links]
    low = np.searchsorted(part.starts, ends, "right")
    ways = [(np.arange(len(part)), low, np.searchsorted(part.starts, ends + distance, "right") - low)]
    if not ordered:
        by_end = np.argsort(part.ends, kind="stable")
        sorted_ends = part.ends[by_end]
        low = np.searchsorted(sorted_ends, begins - distance, "left")
        ways.append((by_end, low, np.searchsorted(sorted_ends, begins, "left") - low))
    found = [
        _paired(chains, part, order[ranges(low[some], counts[some])], np.repeat(some, counts[some]))
        for order, low, counts in ways
        for some in _portions(counts, spend)
    ]
    return _smallest(_joined(found)) if found else _Chains(begins[:0], begins[:0], begins[:0])


def _portions(counts: Ints, spend: Spend) -> Iterator[Keys]:
    """The numbers of those that have pairs, in portions of about `AT_ONCE` pairs; each is announced."""
    some = np.flatnonzero(counts)
    pairs = np.cumsum(counts[some])
    total = int(pairs[-1]) if len(pairs) else 0
    for portion in np.split(some, np.searchsorted(pairs, np.arange(AT_ONCE, total, AT_ONCE))):
        if len(portion):
            spend(_STEPS_A_PAIR * int(counts[portion].sum()))
            yield portion


def _paired(chains: _Chains, part: Spans, partners: Keys, owners: Keys) -> _Chains:
    return _smallest(
        _Chains(
            partners,
            np.minimum(chains.starts[owners], part.starts[partners]),
            np.maximum(chains.ends[owners], part.ends[partners]),
        )
    )


def _smallest(chains: _Chains) -> _Chains:
    """Of the chains with the same last link those that hold no other."""
    if not len(chains.links):
        return chains
    order = np.lexsort((chains.ends, -chains.starts, chains.links))
    links, starts, ends = chains.links[order], chains.starts[order], chains.ends[order]
    # From the shortest reach back to the longest, a chain is worth keeping if it reaches less far ahead than all
    # before it. Lifting each link's numbers above the next one's makes one running minimum of many.
    group = np.cumsum(changes(links))
    reach = (ends & ((1 << SHIFT) - 1)) + ((group[-1] - group) << SHIFT)
    keep = np.append(True, reach[1:] < np.minimum.accumulate(reach)[:-1])
    return _Chains(links[keep], starts[keep], ends[keep])


def together(parts: Sequence[Spans], borders: Keys) -> Spans:
    """The units that hold a whole span of each part, as spans from the first to the last of these.

    `borders` are the keys at which a unit begins, without the first of each document.
    """
    found = [_in_units(part, borders) for part in parts]
    shared = found[0][0]
    for units, _ in found[1:]:
        shared = common(distinct(shared.copy()), distinct(units.copy()))
    if not len(shared):
        return Spans(shared, shared)
    units = np.concatenate([units for units, _ in found])
    starts = np.concatenate([spans.starts for _, spans in found])
    ends = np.concatenate([spans.ends for _, spans in found])
    at = np.minimum(np.searchsorted(shared, units), len(shared) - 1)
    inside = np.flatnonzero(shared[at] == units)
    inside = inside[np.argsort(at[inside], kind="stable")]
    firsts = np.flatnonzero(changes(at[inside]))
    return Spans(np.minimum.reduceat(starts[inside], firsts), np.maximum.reduceat(ends[inside], firsts), even=False)


def _in_units(spans: Spans, borders: Keys) -> tuple[Keys, Spans]:
    """The units, ascending, of those spans that do not go over a border, and these spans."""
    # Each document's first unit begins without a border: with the document's number added no two units are the same.
    first = np.searchsorted(borders, spans.starts, "right") + (spans.starts >> SHIFT)
    last = np.searchsorted(borders, spans.ends, "right") + (spans.ends >> SHIFT)
    inside = first == last
    return first[inside], spans.kept(inside)
