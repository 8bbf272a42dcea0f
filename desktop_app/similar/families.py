"""Families: articles that share so much of their wording that they are versions of one, such as prints of a wire copy.

Sketches that share hashes are candidates, found in an inverted index that is made by sorting. What many otherwise
different articles share (a paper's imprint, a block of links) is no evidence and is left out. What then looks promising
is settled in the texts, by `verdicts`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.similar.sketches import KEPT

Numbers = NDArray[np.int64]
Table = NDArray[np.uint32]
Mask = NDArray[np.bool_]

NOTHING: Final = np.uint32(0xFFFFFFFF)  # in a table, behind the hashes of a short text, and where one was left out
_AT_ONCE: Final = 8_000_000  # hashes that are sorted together
_FEW: Final = 6  # articles that may share a gram without anybody asking whether it is a set phrase
_SAMPLED: Final = 7  # pairs of articles by which a gram that more share is judged
_ALIKE: Final = 0.3  # containment, set phrases apart, of two articles that are more than neighbours
_EMPTY: Final = 0.15  # what may be left of a sketch whose grams are shared by many
_SAME: Final = 0.5  # containment of two such
_LONG: Final = 32  # articles that share a gram and are all compared with each other
_LINKS: Final = 4  # of a longer list each with so many of its first, and so many of those before it
_SHARED: Final = 2  # hashes that make a candidate
_PROMISING: Final = 0.2  # estimated containment from which on the texts are read
_BLOCK: Final = 4_000  # pairs that are estimated together


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of articles (numbers of rows of the table, first < second) that may be versions, the likeliest first."""

    first: Numbers
    second: Numbers
    estimates: NDArray[np.float64]  # containment of one in the other, 0..1


def candidates(table: Table, fresh: Mask, step: Callable[[], None] = lambda: None) -> Candidates:
    """Which rows of a table of sketches (n × 64, `NOTHING` behind short ones) are worth being compared.

    At least one of a pair is fresh. `step` is called now and then and may raise. Time is about linear in the rows;
    memory is the table's three times, and some hundred megabytes for sorting.
    """
    wanted = None if fresh.all() else np.unique(table[fresh])
    phrases = _set_phrases(table, wanted, step)
    rest = np.where(np.isin(table, phrases), NOTHING, table) if len(phrases) else table
    tops = table[:, -1]
    keys = np.empty(0, np.int64)
    counts = np.empty(0, np.int64)
    for hashes, owners in _sorted(rest, wanted):
        step()
        keys, counts = _added(keys, counts, _pairs(hashes, owners, len(table), fresh))
    keys = keys[counts >= _SHARED]
    first, second = keys // len(table), keys % len(table)
    estimates = np.concatenate([np.empty(0), *(_estimates(rest, tops, *part) for part in _parts(first, second, step))])
    good = np.flatnonzero(estimates >= _PROMISING)
    good = good[np.argsort(-estimates[good], kind="stable")]
    return Candidates(first[good], second[good], estimates[good])


def _sorted(table: Table, wanted: Table | None) -> Iterator[tuple[Table, Numbers]]:
    """All hashes that are wanted, ascending, with the rows that have them; in parts, each hash whole in one of them."""
    parts = -(-table.size // _AT_ONCE)
    for part in range(parts):
        mine = table != NOTHING
        if parts > 1:
            mine &= table % np.uint32(parts) == part
        if wanted is not None:
            mine &= np.isin(table, wanted)
        hashes = table[mine]
        owners = np.nonzero(mine)[0]
        order = np.argsort(hashes, kind="stable")  # the rows of a hash stay in their order
        yield hashes[order], owners[order]


def _lists(hashes: Table) -> tuple[Numbers, Numbers]:
    """Where each run of one hash begins, and how long it is."""
    if not len(hashes):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    return starts, np.diff(np.append(starts, len(hashes)))


def _set_phrases(table: Table, wanted: Table | None, step: Callable[[], None]) -> Table:
    """The hashes of grams that more than a few articles share which otherwise have little in common."""
    shared: list[tuple[int, list[tuple[int, int]]]] = []
    for hashes, owners in _sorted(table, wanted):
        step()
        starts, lengths = _lists(hashes)
        for start, length in zip(starts[lengths > _FEW].tolist(), lengths[lengths > _FEW].tolist(), strict=True):
            at = np.linspace(start, start + length - 2, _SAMPLED).astype(np.int64)
            shared.append((int(hashes[start]), list(zip(owners[at].tolist(), owners[at + 1].tolist(), strict=True))))
    if not shared:
        return np.empty(0, np.uint32)
    judged = sorted({pair for _, pairs in shared for pair in pairs})
    alike = _alike(table, np.array([each for each, _ in shared], np.uint32), np.array(judged, np.int64), step)
    known = dict(zip(judged, alike.tolist(), strict=True))
    phrases = [each for each, pairs in shared if 2 * sum(known[pair] for pair in pairs) <= len(pairs)]
    return np.array(sorted(phrases), np.uint32)


def _alike(table: Table, shared: Table, pairs: Numbers, step: Callable[[], None]) -> Mask:
    """Which pairs have much in common beside what many share, or hardly anything else."""
    found = []
    for first, second in _parts(pairs[:, 0], pairs[:, 1], step):
        rows = [table[first], table[second]]
        rests = [np.where(np.isin(row, shared), NOTHING, row) for row in rows]
        tops = (rows[0][:, -1], rows[1][:, -1])
        few = [
            (rest != NOTHING).sum(1) < _EMPTY * (row != NOTHING).sum(1) for rest, row in zip(rests, rows, strict=True)
        ]
        whole, apart = _containment(rows[0], rows[1], *tops), _containment(rests[0], rests[1], *tops)
        found.append(np.where(few[0] | few[1], whole > _SAME, apart >= _ALIKE))
    return np.concatenate(found).astype(bool)


def _pairs(hashes: Table, owners: Numbers, rows: int, fresh: Mask) -> Numbers:
    """The pairs that share a hash, as `first * rows + second`, once for each that they share."""
    starts, lengths = _lists(hashes)
    place = np.arange(len(hashes)) - np.repeat(starts, lengths)
    long = np.repeat(lengths > _LONG, lengths)
    begin = np.repeat(starts, lengths)
    found = []
    for distance in range(1, _LONG):
        at = np.flatnonzero((place >= distance) & (~long | (distance <= _LINKS)))
        if not len(at):
            break
        found.append((owners[at - distance], owners[at]))
    for number in range(_LINKS):
        at = np.flatnonzero(long & (place > number + _LINKS))
        found.append((owners[begin[at] + number], owners[at]))
    first = np.concatenate([pair[0] for pair in found]) if found else np.empty(0, np.int64)
    second = np.concatenate([pair[1] for pair in found]) if found else np.empty(0, np.int64)
    asked = fresh[first] | fresh[second]
    keys: Numbers = first[asked] * rows + second[asked]
    return keys


def _added(keys: Numbers, counts: Numbers, more: Numbers) -> tuple[Numbers, Numbers]:
    """Pairs with how often each was found, after more have been found."""
    new, often = np.unique(more, return_counts=True)
    if not len(keys):
        return new, often
    both, at = np.unique(np.concatenate((keys, new)), return_inverse=True)
    return both, np.bincount(at, np.concatenate((counts, often)), len(both)).astype(np.int64)


def _parts(first: Numbers, second: Numbers, step: Callable[[], None]) -> Iterator[tuple[Numbers, Numbers]]:
    for begin in range(0, len(first), _BLOCK):
        step()
        yield first[begin : begin + _BLOCK], second[begin : begin + _BLOCK]


def _estimates(rest: Table, tops: Table, first: Numbers, second: Numbers) -> NDArray[np.float64]:
    return _containment(rest[first], rest[second], tops[first], tops[second])


def _containment(one: Table, other: Table, top: Table, other_top: Table) -> NDArray[np.float64]:
    """What share of one text's grams the other has too, whichever is more; estimated from as much as both tell.

    A sketch tells of hashes up to its last; one of fewer than 64 grams tells of all.
    """
    limit = np.minimum(top, other_top)[:, None]
    told, told_of_other = (one <= limit) & (one != NOTHING), (other <= limit) & (other != NOTHING)
    one_sorted = np.where(told, one, NOTHING)
    both = np.zeros(len(one), np.int64)
    for column in range(KEPT):  # 64 × 64 comparisons a pair, without a table of all of them
        mine = one_sorted[:, column, None]
        both += ((other == mine) & told_of_other).any(1)
    smaller = np.minimum(told.sum(1), told_of_other.sum(1))
    shares: NDArray[np.float64] = both / np.maximum(smaller, 1)
    return shares
