"""What is known of words beforehand: their cluster, how common they are, the lists they stand in, a vector.

A lexicon is one `.npz`: `keys` (hashes of the words, ascending, packed), `cluster` (number of the word's Brown cluster,
0 for none), `rank` (0 unknown, then 1 very common … 15 rare), `lists` (a bit for each list), and for the words whose
highest bit in `lists` is set a row of `vectors` (4 bits a number). Words themselves are not stored.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.entities.tagging.hashing import Ints, positions, unpacked, word_keys
from desktop_app.entities.tagging.weights import Floats, Weights

HAS_VECTOR: Final = 15  # the bit of `lists` that says so
LISTS: Final = 12  # how many lists there can be

# How a word was found, when it was not as it stands: without a genitive -s, with other capitals, by its last part.
AS_IS: Final = 0
MISSING: Final = 5
WAYS: Final = 6


class Lexicon:
    """Looks words up, many at a time."""

    def __init__(self, weights: Weights) -> None:
        self._keys = unpacked(weights.stored("keys"))
        self._cluster = weights.stored("cluster").astype(np.int32)
        self._rank = weights.stored("rank").astype(np.int32)
        self._lists = weights.stored("lists").astype(np.int32)
        self._nibbles: npt.NDArray[np.uint8] = weights.stored("vectors")
        self._scale = weights.floats("vectors.scale")
        self._row = np.cumsum(self._lists >> HAS_VECTOR & 1) - 1
        self.width = len(self._scale)  # numbers in a vector

    def find(self, words: Sequence[str]) -> tuple[Ints, Ints]:
        """For each of `words` its place in the lexicon (-1: none) and the way it was found."""
        places = positions(self._keys, word_keys(words))
        ways = np.where(places < 0, MISSING, AS_IS)
        tries = [
            (number, way, other)
            for number in np.flatnonzero(places < 0).tolist()
            for way, other in _other_forms(words[number])
        ]
        if tries:
            found = positions(self._keys, word_keys([other for _, _, other in tries]))
            for (number, way, _), place in zip(tries, found.tolist(), strict=True):
                if place >= 0 and places[number] < 0:
                    places[number], ways[number] = place, way
        return places, ways

    def places(self, keys: npt.NDArray[np.uint32]) -> Ints:
        """The place in the lexicon of the word behind each key (`hashing.keys`), as it stands; -1: none."""
        return positions(self._keys, keys)

    def bits(self, places: Ints) -> Ints:
        """The lists of the word at each place as one number, none of the places being -1."""
        found: Ints = self._lists[places].astype(np.int64)
        return found

    def clusters(self, places: Ints) -> Ints:
        """The cluster of the word at each place; 0 for no word."""
        return np.where(places < 0, 0, self._cluster[places])

    def ranks(self, places: Ints) -> Ints:
        """How common the word at each place is, 1 to 15; 0 for no word."""
        return np.where(places < 0, 0, self._rank[places])

    def lists(self, places: Ints) -> Floats:
        """Which lists the word at each place stands in, [places, LISTS], 0 or 1."""
        bits = np.where(places < 0, 0, self._lists[places])
        return (bits[:, None] >> np.arange(LISTS) & 1).astype(np.float32)

    def vectors(self, places: Ints) -> Floats:
        """The vector of the word at each place, [places, width]; zeros for a word without one."""
        rows = np.where((places >= 0) & (self._lists[places] >> HAS_VECTOR & 1 > 0), self._row[places], -1)
        vectors = np.zeros((len(places), self.width), np.float32)
        known = rows >= 0
        packed = self._nibbles[rows[known]].astype(np.int16)
        both = np.concatenate([packed & 15, packed >> 4], axis=1)
        vectors[known] = (both - 8).astype(np.float32) * self._scale
        return vectors


def _other_forms(word: str) -> list[tuple[int, str]]:
    forms = []
    if len(word) > 3 and word[-1] == "s":
        forms.append((1, word[:-2] if word[-2] in "'’" else word[:-1]))
    if len(word) > 1 and word.isupper():
        forms.append((2, word.title()))
    lowered = word.lower()
    if lowered != word:
        forms.append((3, lowered))
    tail = word.rpartition("-")[2]
    if 1 < len(tail) < len(word):
        forms.append((4, tail))
    return forms
