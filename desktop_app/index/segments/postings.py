"""What a segment holds, as numpy arrays, and the array craft behind it."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer]

Unit = Literal["sentence", "paragraph"]
UNITS: Final[tuple[Unit, ...]] = ("sentence", "paragraph")


@dataclass(slots=True)
class FieldPostings:
    """An inverted field over documents 0 … n-1.

    `terms` are T distinct UTF-8 words in byte order. The postings of term t are `docs[posts[t]:posts[t+1]]`
    (ascending) with the aligned `freqs`; its positions, `freqs[i]` of them for posting i in ascending order, lie
    one posting after the other: `positions[where[t]:where[t+1]]`. `lengths` holds n token counts.
    """

    terms: list[bytes]
    posts: Ints
    docs: Ints
    freqs: Ints
    where: Ints
    positions: Ints
    lengths: Ints


@dataclass(slots=True)
class Breaks:
    """Where sentences or paragraphs of the text begin: `counts[d]` positions above 0 of document d, ascending."""

    counts: Ints
    positions: Ints


@dataclass(slots=True)
class Contents:
    """All that one segment holds of n documents; `ids`, `languages` (bit 1 German, bit 2 English) and `lead` (how
    many positions of the text are its lead) are aligned with the document numbers."""

    ids: npt.NDArray[np.int64]
    languages: npt.NDArray[np.uint8]
    lead: Ints
    breaks: dict[Unit, Breaks]
    fields: dict[str, FieldPostings]


def order_of(keys: Ints) -> npt.NDArray[np.int64]:
    """A stable ordering of `keys` (non-negative, below 2³²): sorting key and index as one number is faster."""
    mixed = (keys.astype(np.uint64) << np.uint64(32)) | np.arange(len(keys), dtype=np.uint64)
    mixed.sort()
    return (mixed & np.uint64(0xFFFFFFFF)).astype(np.int64)


def order_of_words(words: list[bytes]) -> npt.NDArray[np.int64]:
    """The order of distinct words without NUL by their bytes: by the first sixteen as two numbers, then by the rest."""
    halves = np.array(words, "S16").view(">u8").reshape(-1, 2).astype(np.uint64)
    order = np.lexsort((halves[:, 1], halves[:, 0]))
    halves = halves[order]
    same = np.flatnonzero((halves[1:] == halves[:-1]).all(axis=1))
    if len(same):
        firsts = same[np.diff(same, prepend=-2) != 1]
        lasts = same[np.diff(same, append=same[-1] + 2) != 1] + 2
        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
            order[first:last] = sorted(order[first:last].tolist(), key=words.__getitem__)
    return order


def ranges(starts: Ints, counts: Ints) -> npt.NDArray[np.int64]:
    """The numbers starts[i] … starts[i]+counts[i]-1 for each i, one after the other."""
    before = np.cumsum(counts, dtype=np.int64) - counts
    return np.repeat(starts.astype(np.int64) - before, counts) + np.arange(int(counts.sum()), dtype=np.int64)


def offsets(counts: Ints) -> npt.NDArray[np.int64]:
    """Where each of several runs of `counts` items begins, with the end of the last one added."""
    out = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=out[1:])
    return out


def narrow(values: Ints) -> Ints:
    """The same numbers in the smallest of 8, 16, 32 or 64 unsigned bits, little-endian."""
    top = int(values.max()) if len(values) else 0
    return values.astype(kind_for(top), copy=False)


def kind_for(top: int) -> str:
    """The narrowest little-endian type for numbers from 0 to `top`."""
    return "u1" if top < 1 << 8 else "<u2" if top < 1 << 16 else "<u4" if top < 1 << 32 else "<u8"
