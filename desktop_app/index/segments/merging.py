"""Which segments are joined into one, and the joining: word by word in ranges, so that memory stays bounded."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from desktop_app.index.segments.postings import (
    UNITS,
    Breaks,
    Contents,
    FieldPostings,
    Ints,
    Unit,
    narrow,
    offsets,
    order_of,
    ranges,
)
from desktop_app.index.segments.segment import Field, Segment

MAX_DOCUMENTS: Final = 1 << 16  # of a segment; document numbers then fit in 16 bits
FAN_IN: Final = 8  # so many segments of a size class become one
_SLICE = 500_000  # postings handled at once


class Sized(Protocol):
    """A segment as the policy sees it."""

    def doc_count_all(self) -> int: ...

    def doc_count(self) -> int: ...


def choose(segments: Sequence[Sized]) -> list[list[int]]:
    """Groups of indexes into `segments` that should each become one.

    Tiered: segments of about the same size are joined eight at a time, so that each document is rewritten about
    log₈(n) times; a segment of which a third is deleted is written anew. So an index never has more than 7 segments of
    each of the 5 sizes beside its full ones, nor more than a third of deletions: it needs no rebuilding for either.
    """
    groups: list[list[int]] = []
    classes: dict[int, list[int]] = {}
    for at, segment in enumerate(segments):
        live, total = segment.doc_count(), segment.doc_count_all()
        if total and live * 3 < total * 2:
            groups.append([at])
        elif live <= MAX_DOCUMENTS // 2:
            classes.setdefault(_size_class(live), []).append(at)
    for members in classes.values():
        if len(members) >= FAN_IN:
            groups.extend(_fill(members, [segment.doc_count() for segment in segments]))
    return groups


def _size_class(documents: int) -> int:
    return (max(documents, 1).bit_length() - 1) // 3  # 1–7, 8–63, 64–511 …


def _fill(members: list[int], sizes: list[int]) -> list[list[int]]:
    groups: list[list[int]] = [[]]
    room = MAX_DOCUMENTS
    for at in members:
        if sizes[at] > room:
            groups.append([])
            room = MAX_DOCUMENTS
        groups[-1].append(at)
        room -= sizes[at]
    return [group for group in groups if len(group) > 1]


def merge(segments: list[Segment], keeps: list[npt.NDArray[np.bool_]]) -> Contents:
    """Join segments in order, without the documents where `keeps` is False."""
    pairs = list(zip(segments, keeps, strict=True))
    maps = []
    base = 0
    for keep in keeps:
        maps.append(np.where(keep, np.cumsum(keep) - 1 + base, -1))
        base += int(keep.sum())
    return Contents(
        ids=np.concatenate([segment.ids[keep] for segment, keep in pairs]),
        languages=np.concatenate([segment.languages[keep] for segment, keep in pairs]),
        lead=np.concatenate([segment.lead[keep] for segment, keep in pairs]),
        breaks={unit: _merge_breaks(pairs, unit) for unit in UNITS},
        fields={
            name: _merge_field([segment.field(name) for segment in segments], keeps, maps)
            for name in segments[0].field_names()
        },
    )


def _merge_breaks(pairs: list[tuple[Segment, npt.NDArray[np.bool_]]], unit: Unit) -> Breaks:
    counts, positions = [], []
    for segment, keep in pairs:
        starts, places = segment.breaks(unit)
        own = np.diff(starts)
        counts.append(own[keep])
        positions.append(places[np.repeat(keep, own)])
    return Breaks(np.concatenate(counts), np.concatenate(positions))


def _merge_field(fields: list[Field], keeps: list[npt.NDArray[np.bool_]], maps: Sequence[Ints]) -> FieldPostings:
    words = [field.terms() for field in fields]
    vocabulary = sorted(set().union(*words))
    numbers = {word: number for number, word in enumerate(vocabulary)}
    ranks = [np.fromiter(map(numbers.__getitem__, own), np.int64, len(own)) for own in words]
    slices = [_merge_slice(fields, ranks, maps, *border) for border in _slices(fields, ranks, len(vocabulary))]
    used, counts, docs, freqs, positions = (np.concatenate(parts) for parts in zip(*slices, strict=True))
    posts = offsets(counts)
    return FieldPostings(
        terms=[vocabulary[at] for at in used.tolist()],
        posts=posts,
        docs=docs,
        freqs=freqs,
        where=offsets(freqs)[posts],
        positions=positions,
        lengths=_lengths(docs, freqs, sum(int(keep.sum()) for keep in keeps)),
    )


def _lengths(docs: Ints, freqs: Ints, size: int) -> Ints:
    """How many words each document has; counted anew, because a segment keeps its lengths rounded."""
    lengths = np.zeros(size, np.int64)
    for first in range(0, len(docs), _SLICE):
        some = slice(first, first + _SLICE)
        lengths += np.bincount(docs[some], weights=freqs[some], minlength=size).astype(np.int64)
    return lengths


def _slices(fields: list[Field], ranks: Sequence[Ints], size: int) -> list[tuple[int, int]]:
    """Ranges of the joined vocabulary with about `_SLICE` postings each; at least one, if an empty one."""
    counts = np.zeros(size + 1, np.int64)
    for field, own in zip(fields, ranks, strict=True):
        counts[own] += np.diff(np.asarray(field.posts))
    done = np.cumsum(counts)
    steps = range(1, int(done[-1]) // _SLICE + 1)
    borders = sorted({0, size, *(int(np.searchsorted(done, step * _SLICE)) for step in steps)})
    return list(pairwise(borders)) or [(0, 0)]


def _merge_slice(
    fields: list[Field], ranks: Sequence[Ints], maps: Sequence[Ints], low: int, high: int
) -> tuple[Ints, ...]:
    """For the words low … high-1: those that are left, how many postings each has, then, word by word, documents,
    frequencies and positions, in the smallest types that hold them."""
    parts: list[list[Ints]] = [[], [], [], []]
    for field, own, mapped in zip(fields, ranks, maps, strict=True):
        first, last = (int(at) for at in np.searchsorted(own, (low, high)))
        docs, freqs = field.postings(first, last)
        new = mapped[docs]
        keep = new >= 0
        counts = np.diff(np.asarray(field.posts)[first : last + 1])
        parts[0].append(np.repeat(own[first:last], counts)[keep])
        parts[1].append(new[keep])
        parts[2].append(freqs[keep].astype(np.int64))
        found = field.positions[field.where[first] : field.where[last]]
        parts[3].append(found[np.repeat(keep, freqs)])
    terms, docs, freqs, positions = (np.concatenate(part) for part in parts)
    order = order_of(terms)  # stable: within a word the segments stay in order, and so the documents ascend
    used, counts = np.unique(terms, return_counts=True)
    starts = np.cumsum(freqs) - freqs
    return used, counts, narrow(docs[order]), narrow(freqs[order]), positions[ranges(starts[order], freqs[order])]
