"""Whether two articles are versions of one, from their texts.

Versions share much of the shorter one, all over it, down to the rare words and the figures. What only looks alike does
not: a report that is written every day in the same phrases has other names and figures in it; a quotation, a digest or
an imprint is one block in something else.
"""

import re
from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.similar.sketches import Hashes, Reading

_CONTAINED: Final = 0.3  # of the shorter in the longer
_COVERED: Final = 0.25  # of the longer: a digest of many articles is a version of none of them
_CLEAR: Final = 0.5  # containment that needs no further evidence but the figures
_TABLE: Final = 0.3  # share of figures among the words, from which on a text is a table
_SAME_TABLE: Final = 0.85
_FIGURES: Final = 4  # so many tell one report from the next
_SAME_FIGURES, _HALF_OF_THEM = 0.7, 0.5
_RARE: Final = 0.6  # of the weight of its words
_BLOCKS: Final = 2.2  # stretches that are shared, counted by their weight
_ALONE: Final = 0.4  # share of the shorter's words that may stand beside a single block
_SLOTS: Final = 1 << 22
_FIGURE: Final = re.compile(r"\d+")


class Rarity:
    """How rare words are in an archive, told by a sample of its texts."""

    def __init__(self, sample: Iterable[str]) -> None:
        self._articles = 0
        self._counts: NDArray[np.uint16] = np.zeros(_SLOTS, np.uint16)
        for text in sample:
            self._counts[Reading(text).grams(4) % np.uint32(_SLOTS)] += 1
            self._articles += 1

    def weights(self, words: Hashes) -> NDArray[np.float64]:
        """What each word counts for: the cube of its inverse frequency, so that rare ones outweigh all others."""
        found = self._counts[words % np.uint32(_SLOTS)]
        weights: NDArray[np.float64] = np.log((self._articles + 2) / (found + 1.0)) ** 3
        return weights


class Evidence:
    """What is compared of a text."""

    def __init__(self, text: str, rarity: Rarity) -> None:
        read = Reading(text)
        self.length = len(read.units)
        self.sequence = read.sequence()
        self.grams = np.unique(self.sequence)
        self.words = read.grams(4)  # of Japanese: pairs of characters
        self.weights = rarity.weights(self.words)
        self.figures = frozenset(_FIGURE.findall(text))
        self.table = read.figures > _TABLE * max(1, len(read.units))


def strength(one: Evidence, other: Evidence) -> float:
    """How much of the shorter of two versions the longer has, up to 1; 0 if they are no versions of one."""
    shorter, longer = sorted((one, other), key=lambda each: len(each.grams))
    shared = len(np.intersect1d(shorter.grams, longer.grams, assume_unique=True))
    contained = shared / max(1, len(shorter.grams))
    if contained < _CONTAINED or shared < _COVERED * len(longer.grams) or _is_block(shorter, longer):
        return 0.0
    figures = _same_figures(one, other)
    table = one.table or other.table
    if contained >= _CLEAR and figures >= _HALF_OF_THEM and (not table or contained > _SAME_TABLE):
        return contained
    alike = not table and figures >= _SAME_FIGURES and _same_words(one, other) >= _RARE
    return contained if alike else 0.0


def _is_block(shorter: Evidence, longer: Evidence) -> bool:
    """Whether what is shared stands in one piece in something else."""
    shared = np.isin(shorter.sequence, longer.grams)
    length = shorter.length - len(shared) + 1  # of a gram
    covered = np.convolve(shared, np.ones(length)) > 0.5
    if covered.mean() >= 1 - _ALONE:
        return False
    edges = np.flatnonzero(np.diff(np.concatenate(([False], shared, [False])).astype(np.int8)))
    lengths = (edges[1::2] - edges[::2]).astype(np.float64)
    return bool(lengths.sum() ** 2 < _BLOCKS * (lengths**2).sum())


def _same_figures(one: Evidence, other: Evidence) -> float:
    """What share of the figures of one the other has; 1 where there are too few to tell."""
    fewest = min(len(one.figures), len(other.figures))
    return len(one.figures & other.figures) / fewest if fewest >= _FIGURES else 1.0


def _same_words(one: Evidence, other: Evidence) -> float:
    """What share of the weight of one's words the other has."""
    shared = one.weights[np.isin(one.words, other.words, assume_unique=True)].sum()
    return float(shared / max(1e-9, min(one.weights.sum(), other.weights.sum())))
