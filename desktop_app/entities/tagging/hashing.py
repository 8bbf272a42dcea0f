"""Hashes of many words and of their pieces at once.

The words stand in one array of code points. The hash of a piece is a polynomial of its code points modulo 2^64, so that
sums from the left give the hash of every piece in two look-ups; a last mixing makes the low bits usable.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Ints = npt.NDArray[np.int64]

_BASE: Final = 0x9E3779B97F4A7C15
_INVERSE: Final = pow(_BASE, -1, 1 << 64)
_MIX: Final = np.uint64(0xD6E8FEB86659FD93)
_SHIFT: Final = np.uint64(32)


def mixed(values: Hashes) -> Hashes:
    """`values` with each bit depending on all the others."""
    values = (values ^ (values >> _SHIFT)) * _MIX
    values = (values ^ (values >> _SHIFT)) * _MIX
    return values ^ (values >> _SHIFT)


def _powers(base: int, count: int) -> Hashes:
    column = np.full(count, base, np.uint64)
    if count:
        column[0] = 1
    return np.cumprod(column, dtype=np.uint64)


class Pieces:
    """Words side by side, and the hashes of pieces of them. `starts` and `ends` are places in `codes`."""

    def __init__(self, words: Sequence[str], digits_alike: bool = False) -> None:
        lengths = np.fromiter(map(len, words), np.int64, len(words))
        self.ends: Ints = np.cumsum(lengths)
        self.starts: Ints = self.ends - lengths
        self.lengths: Ints = lengths
        text = "".join(words).encode("utf-32-le", "surrogatepass")
        self.codes: npt.NDArray[np.uint32] = np.frombuffer(text, np.uint32)
        if digits_alike:
            self.codes = np.where((self.codes >= ord("0")) & (self.codes <= ord("9")), np.uint32(ord("0")), self.codes)
        self._sums, self._inverse = _sums(self.codes.astype(np.uint64))

    def hashes(self, first: Ints, last: Ints) -> Hashes:
        """The hash of each piece from `first` to `last` (exclusive); equal pieces have equal ones, wherever."""
        raw = (self._sums[last] - self._sums[first]) * self._inverse[first]
        return mixed(raw + (last - first).astype(np.uint64))


def _sums(codes: Hashes) -> tuple[Hashes, Hashes]:
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum((codes + np.uint64(1)) * _powers(_BASE, len(codes)), out=sums[1:])
    return sums, _powers(_INVERSE, len(codes) + 1)


def word_keys(words: Sequence[str]) -> npt.NDArray[np.uint32]:
    """The 32-bit key under which each of `words` stands in a table."""
    pieces = Pieces(words)
    return keys(pieces.hashes(pieces.starts, pieces.ends))


def keys(hashes: Hashes) -> npt.NDArray[np.uint32]:
    """The upper half of each hash, a word's key in a table; the lower half chooses buckets."""
    return (hashes >> _SHIFT).astype(np.uint32)


def positions(table: npt.NDArray[np.uint32], wanted: npt.NDArray[np.uint32]) -> Ints:
    """Where each of `wanted` stands in the ascending `table`; -1 where it does not."""
    if not len(table):
        return np.full(len(wanted), -1, np.int64)
    places = np.searchsorted(table, wanted)
    places[places == len(table)] = 0
    found: npt.NDArray[Any] = np.where(table[places] == wanted, places, -1)
    return found


def packed(table: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    """The ascending `table` as its gaps, byte by byte [4, rows], which compresses to half."""
    gaps = np.diff(table, prepend=np.uint32(0)).astype("<u4")
    return np.ascontiguousarray(gaps.view(np.uint8).reshape(-1, 4).T)


def unpacked(planes: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint32]:
    """The table that `packed` was given."""
    gaps = np.ascontiguousarray(planes.T).view("<u4").reshape(-1)
    return np.cumsum(gaps, dtype=np.uint32)
