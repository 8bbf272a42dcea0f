"""What can be said of a Japanese character where it stands: the characters beside it, the dictionary's words over it.

Japanese has no spaces; a character's "word" is the longest entry of the lexicon that covers it. The numbers made here
are rows of the net's extra tables (`Network.scores`), in the order of `SIZES`.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.entities.tagging.hashing import Hashes, Ints, Pieces, keys
from desktop_app.entities.tagging.lexicon import Lexicon

LONGEST: Final = 12  # characters of an entry
SURNAME, OTHER_SURNAME, GIVEN_NAME = 0, 1, 2  # bits of the lexicon's lists
LISTED: Final = 10  # lists in use
_PAIRS: Final = 4096
_TRIPLES: Final = 4096
_CLUSTERS: Final = 256
_RANKS: Final = 16  # of an entry: what it most likely names, and how likely
_LENGTHS: Final = 8  # longer entries count as that long
_PLACES: Final = 4  # in the covering entry: none, first, inside, last
SIZES: Final = (_PAIRS, _TRIPLES, _CLUSTERS * _PLACES, 1 << LISTED, 1 << LISTED, 125, _RANKS * _LENGTHS * _PLACES)


class CharacterPlaces:
    """Makes the extra numbers of characters with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def numbers(self, sentences: Sequence[Sequence[str]]) -> list[npt.NDArray[np.int32]]:
        """For each of `sentences`, a list of characters, the numbers [characters, len(SIZES)]."""
        texts = ["".join(sentence) for sentence in sentences]
        pieces = Pieces(texts)
        columns = np.zeros((len(pieces.codes), len(SIZES)), np.int32)
        if len(columns):
            columns[:, 0] = _neighbours(pieces, 1, 0, _PAIRS)
            columns[:, 1] = _neighbours(pieces, 1, 1, _TRIPLES)
            self._look_up(pieces, columns)
        return [columns[start:end] for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)]

    def _look_up(self, pieces: Pieces, columns: npt.NDArray[np.int32]) -> None:
        total = len(columns)
        place = np.arange(total)
        limit = pieces.ends.repeat(pieces.lengths)
        begins, ends = np.zeros(total, np.int64), np.zeros(total, np.int64)
        surname, given, before = np.zeros(total, np.int64), np.zeros(total, np.int64), np.zeros(total + 1, np.int64)
        covering = _Covering(total)
        for length in range(1, LONGEST + 1):
            first = place[place + length <= limit]
            found = self._lexicon.places(keys(pieces.hashes(first, first + length)))
            first, found = first[found >= 0], found[found >= 0]
            if not len(first):
                continue
            bits = self._lexicon.bits(found) & ((1 << LISTED) - 1)
            last = first + length - 1
            begins[first], ends[last] = bits, bits  # of entries that begin (end) here the longest stays
            if length <= 4:
                family = bits & (1 << SURNAME | 1 << OTHER_SURNAME) > 0
                surname[first[family]] = length
                before[last[family] + 1] = length
                given[first[bits >> GIVEN_NAME & 1 > 0]] = length
            if length > 1:
                covering.add(first, length, self._lexicon.clusters(found), self._lexicon.ranks(found))
        columns[:, 2] = covering.cluster * _PLACES + covering.place
        columns[:, 3], columns[:, 4] = begins, ends
        columns[:, 5] = surname * 25 + given * 5 + before[:-1]
        lengths = np.minimum(covering.length, _LENGTHS - 1)
        columns[:, 6] = (covering.rank * _LENGTHS + lengths) * _PLACES + covering.place


class _Covering:
    """For each character the longest entry over it, added from short to long."""

    def __init__(self, total: int) -> None:
        self.cluster = np.zeros(total, np.int64)
        self.rank = np.zeros(total, np.int64)
        self.length = np.zeros(total, np.int64)
        self.place = np.zeros(total, np.int64)

    def add(self, first: Ints, length: int, clusters: Ints, ranks: Ints) -> None:
        """Entries of one `length`, with their clusters and ranks."""
        for offset in range(length):
            here = first + offset
            self.cluster[here] = clusters % _CLUSTERS
            self.rank[here] = ranks % _RANKS
            self.length[here] = length
            self.place[here] = 1 if offset == 0 else 3 if offset == length - 1 else 2


def _neighbours(pieces: Pieces, left: int, right: int, size: int) -> Ints:
    """A bucket for each character with `left` and `right` characters beside it; fewer at a sentence's ends."""
    place = np.arange(len(pieces.codes))
    first = np.maximum(place - left, pieces.starts.repeat(pieces.lengths))
    last = np.minimum(place + 1 + right, pieces.ends.repeat(pieces.lengths))
    hashes: Hashes = pieces.hashes(first, last)
    if left and right:
        hashes = hashes + (place - first).astype(np.uint64)
    return ((hashes & np.uint64(0xFFFFFFFF)) % np.uint64(size)).astype(np.int64)
