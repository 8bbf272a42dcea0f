"""Posting lists of one field of one segment as numpy arrays, and how they are made from tokens."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer]


@dataclass(slots=True)
class FieldPostings:
    """An inverted field over documents 0 … n-1.

    `terms` are T distinct UTF-8 words in byte order. The postings of term t are `docs[posts[t]:posts[t+1]]`
    (ascending) with the aligned `freqs`; its positions, `freqs[i]` of them for posting i in ascending order, lie
    one posting after the other and begin at `where[t]`. A field without positions has `positions` None.
    `lengths` holds n token counts.
    """

    terms: list[bytes]
    posts: Ints
    docs: Ints
    freqs: Ints
    lengths: Ints
    where: Ints | None = None
    positions: Ints | None = None


def order_of(keys: Ints) -> npt.NDArray[np.int64]:
    """A stable ordering of `keys` (non-negative, below 2³²): sorting key and index as one number is faster."""
    mixed = (keys.astype(np.uint64) << np.uint64(32)) | np.arange(len(keys), dtype=np.uint64)
    mixed.sort()
    return (mixed & np.uint64(0xFFFFFFFF)).astype(np.int64)


def invert(vocabulary: list[bytes], terms: Ints, docs: Ints, positions: Ints, size: int) -> FieldPostings:
    """Invert tokens given in order of document and position.

    `terms` indexes the sorted `vocabulary`; `docs` are below `size`. Words that do not occur are left out.
    """
    order = order_of(terms)
    terms, docs, positions = terms[order], docs[order], positions[order]
    starts = _changes(terms, docs)
    posting_terms = terms[starts]
    used, posts = _runs(posting_terms)
    freqs = np.diff(np.append(starts, len(terms)))
    return FieldPostings(
        terms=[vocabulary[at] for at in used.tolist()],
        posts=posts,
        docs=docs[starts],
        freqs=freqs,
        lengths=np.bincount(docs, minlength=size),
        where=np.append(starts, len(terms))[posts],
        positions=positions,
    )


def accumulate(vocabulary: list[bytes], terms: Ints, docs: Ints, freqs: Ints, size: int) -> FieldPostings:
    """Invert (term, document, frequency) triples in any order into a field without positions."""
    order = order_of(docs)
    order = order[order_of(terms[order])]
    terms, docs, freqs = terms[order], docs[order], freqs[order]
    starts = _changes(terms, docs)
    summed = np.add.reduceat(freqs, starts) if len(starts) else freqs
    used, posts = _runs(terms[starts])
    return FieldPostings(
        terms=[vocabulary[at] for at in used.tolist()],
        posts=posts,
        docs=docs[starts],
        freqs=summed,
        lengths=np.bincount(docs, weights=freqs, minlength=size).astype(np.int64),
    )


def _changes(terms: Ints, docs: Ints) -> npt.NDArray[np.int64]:
    """Where a new (term, document) pair begins."""
    if not len(terms):
        return np.zeros(0, np.int64)
    new = np.empty(len(terms), bool)
    new[0] = True
    np.logical_or(terms[1:] != terms[:-1], docs[1:] != docs[:-1], out=new[1:])
    return np.flatnonzero(new)


def _runs(values: Ints) -> tuple[Ints, npt.NDArray[np.int64]]:
    """The distinct values of an ascending array, and where each begins, with the end added."""
    used, starts = np.unique(values, return_index=True)
    return used, np.append(starts, len(values)).astype(np.int64)


def ranges(starts: Ints, counts: Ints) -> npt.NDArray[np.int64]:
    """The numbers starts[i] … starts[i]+counts[i]-1 for each i, one after the other."""
    total = int(counts.sum())
    before = np.cumsum(counts) - counts
    return np.repeat(starts.astype(np.int64) - before, counts) + np.arange(total, dtype=np.int64)


def narrow(values: Ints) -> Ints:
    """The same numbers in the smallest of 8, 16, 32 or 64 unsigned bits, little-endian."""
    top = int(values.max()) if len(values) else 0
    kind = "u1" if top < 1 << 8 else "<u2" if top < 1 << 16 else "<u4" if top < 1 << 32 else "<u8"
    return values.astype(kind)
