"""What can be said of a word by itself: pieces, shape, cluster, lists, vector. Once for each distinct word.

A model's settings name its `slots`. Most give one number for a word, a row of the slot's table of embeddings:

| kind | number |
|---|---|
| `word` | its place among the words that were common in training, 0 for others |
| `prefix`, `suffix` | bucket of its first or last `length` characters |
| `tail` | bucket of the last 5 characters before a hyphen's end, 0 without a hyphen |
| `shape` | bucket of its kinds of characters, runs drawn together, and its length |
| `cluster`, `head` | its Brown cluster; that of its part before the first hyphen |
| `rank` | how common it is, 0 to 15 |
| `grams` | buckets of all pieces of `shortest` to `longest` characters; their embeddings are averaged |
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.entities.tagging.hashing import Hashes, Ints, Pieces, keys, mixed, positions
from desktop_app.entities.tagging.lexicon import LISTS, WAYS, Lexicon
from desktop_app.entities.tagging.weights import Floats

LONGEST: Final = 40  # characters; of longer words the beginning and the end are looked at
SIGNS: Final = 7  # facts about a word's characters, see `_signs`
DENSE: Final = 2 * LISTS + WAYS + SIGNS  # columns of `Features.dense`

_BMP: Final = 0x10000


@dataclass(frozen=True, slots=True)
class Features:
    """Features of n words. `grams` holds those of word i from `gram_starts[i]` to `gram_starts[i + 1]`."""

    ids: npt.NDArray[np.int32]  # [n, slots of one number]
    grams: npt.NDArray[np.int32]
    gram_starts: Ints  # [n + 1]
    dense: Floats  # [n, DENSE]
    vectors: Floats  # [n, width of the lexicon's vectors]


class FeatureMaker:
    """Makes the features that `slots` ask for. `words` are the keys of the words common in training, ascending."""

    def __init__(self, slots: Sequence[Mapping[str, Any]], words: npt.NDArray[np.uint32], lexicon: Lexicon) -> None:
        self.singles = [slot for slot in slots if slot["kind"] != "grams"]
        self.grams = next((slot for slot in slots if slot["kind"] == "grams"), None)
        self._words = words
        self._lexicon = lexicon

    def make(self, words: Sequence[str]) -> Features:
        """The features of `words`."""
        words = [_bounded(word) for word in words]
        seen = _Seen(words, self._lexicon, self._words)
        ids = np.empty((len(words), len(self.singles)), np.int32)
        for column, slot in enumerate(self.singles):
            ids[:, column] = _SINGLE[slot["kind"]](seen, slot)
        grams, starts = self._grams(seen)
        lists = self._lexicon.lists(seen.places)
        heads = self._lexicon.lists(seen.heads)
        ways = np.eye(WAYS, dtype=np.float32)[seen.ways]
        dense = np.concatenate([lists, heads, ways, _signs(seen)], axis=1)
        return Features(ids, grams, starts, dense, self._lexicon.vectors(seen.places))

    def _grams(self, seen: "_Seen") -> tuple[npt.NDArray[np.int32], Ints]:
        if self.grams is None:
            return np.empty(0, np.int32), np.zeros(len(seen.words) + 1, np.int64)
        return _grams(seen.edged, self.grams["shortest"], self.grams["longest"], self.grams["size"])


def _bounded(word: str) -> str:
    if not word:
        return " "  # sums over the pieces of nothing would be those of the next word
    return word if len(word) <= LONGEST else word[: LONGEST // 2] + word[-(LONGEST // 2) :]


class _Seen:
    """Words with what several slots need of them."""

    def __init__(self, words: list[str], lexicon: Lexicon, common: npt.NDArray[np.uint32]) -> None:
        self.words = words
        lowered = [word.lower() for word in words]
        self.as_is = Pieces(words)
        self.low = Pieces(lowered, digits_alike=True)
        self.edged = Pieces([f"\x02{word}\x03" for word in lowered], digits_alike=True)
        self.lexicon = lexicon
        self.common = common
        self.places, self.ways = lexicon.find(words)
        self.hyphen = np.array(["-" in word[1:-1] for word in words], np.bool_)
        self.heads = np.full(len(words), -1, np.int64)
        parted = np.flatnonzero(self.hyphen)
        if len(parted):
            heads = [words[number].partition("-")[0] or words[number] for number in parted.tolist()]
            self.heads[parted] = lexicon.find(heads)[0]


def _bucket(hashes: Hashes, size: int) -> Ints:
    """Buckets 1 to size - 1; 0 is kept for "none"."""
    return ((hashes & np.uint64(0xFFFFFFFF)) % np.uint64(size - 1)).astype(np.int64) + 1


def _word(seen: _Seen, slot: Mapping[str, Any]) -> Ints:
    return positions(seen.common, keys(seen.low.hashes(seen.low.starts, seen.low.ends))) + 1


def _prefix(seen: _Seen, slot: Mapping[str, Any]) -> Ints:
    pieces = seen.low
    last = np.minimum(pieces.starts + slot["length"], pieces.ends)
    return _bucket(pieces.hashes(pieces.starts, last), slot["size"])


def _suffix(seen: _Seen, slot: Mapping[str, Any]) -> Ints:
    pieces = seen.low
    first = np.maximum(pieces.ends - slot["length"], pieces.starts)
    return _bucket(pieces.hashes(first, pieces.ends), slot["size"])


def _tail(seen: _Seen, slot: Mapping[str, Any]) -> Ints:
    pieces = seen.low
    buckets = _bucket(pieces.hashes(np.maximum(pieces.ends - 5, pieces.starts), pieces.ends), slot["size"])
    return np.where(seen.hyphen, buckets, 0)


def _cluster(seen: _Seen, slot: Mapping[str, Any]) -> Ints:
    return seen.lexicon.clusters(seen.places)


def _head(seen: _Seen, slot: Mapping[str, Any]) -> Ints:
    return seen.lexicon.clusters(seen.heads)


def _rank(seen: _Seen, slot: Mapping[str, Any]) -> Ints:
    return seen.lexicon.ranks(seen.places)


def _shape(seen: _Seen, slot: Mapping[str, Any]) -> Ints:
    """Equal for "Aachen" and "Berlin", not for "GmbH": kinds of characters without repetitions, and length up to 6."""
    pieces = seen.as_is
    if not len(pieces.codes):
        return np.zeros(0, np.int64)
    kinds = _kinds()[np.minimum(pieces.codes, _BMP - 1)].astype(np.uint64)
    changes = np.empty(len(kinds), np.bool_)
    changes[0] = True
    changes[1:] = kinds[1:] != kinds[:-1]
    changes[pieces.starts] = True
    running: Ints = np.cumsum(changes)
    order: Hashes = (running - running[pieces.starts].repeat(pieces.lengths)).astype(np.uint64)
    terms = np.where(changes, mixed(kinds * np.uint64(131) + order), np.uint64(0))
    sums = np.add.reduceat(terms, pieces.starts)
    return _bucket(mixed(sums + np.minimum(pieces.lengths, 6).astype(np.uint64)), slot["size"])


_SINGLE: Final[Mapping[str, Callable[[_Seen, Mapping[str, Any]], Ints]]] = {
    "word": _word,
    "prefix": _prefix,
    "suffix": _suffix,
    "tail": _tail,
    "shape": _shape,
    "cluster": _cluster,
    "head": _head,
    "rank": _rank,
}


def _grams(pieces: Pieces, shortest: int, longest: int, size: int) -> tuple[npt.NDArray[np.int32], Ints]:
    """Buckets of all pieces of each word (which has its edges marked), word by word, and where each word's begin."""
    total = len(pieces.codes)
    owner = np.arange(len(pieces.lengths)).repeat(pieces.lengths)
    place = np.arange(total)
    buckets, owners = [], []
    for length in range(shortest, longest + 1):
        first = place[place + length <= pieces.ends[owner]]
        buckets.append(_bucket(pieces.hashes(first, first + length), size))
        owners.append(owner[first])
    if not buckets:
        return np.empty(0, np.int32), np.zeros(len(pieces.lengths) + 1, np.int64)
    owned = np.concatenate(owners)
    order: Ints = np.argsort(owned, kind="stable")
    starts = np.zeros(len(pieces.lengths) + 1, np.int64)
    np.cumsum(np.bincount(owned, minlength=len(pieces.lengths)), out=starts[1:])
    return np.concatenate(buckets)[order].astype(np.int32), starts


def _signs(seen: _Seen) -> Floats:
    """All capitals, first a capital, a capital inside, a digit, a hyphen inside, one character, no letter."""
    pieces = seen.as_is
    if not len(pieces.codes):
        return np.zeros((0, SIGNS), np.float32)
    kinds = _kinds()[np.minimum(pieces.codes, _BMP - 1)]
    capital, small, digit = kinds == 1, kinds == 2, kinds == 3

    def counts(marks: npt.NDArray[np.bool_]) -> Ints:
        return np.add.reduceat(marks.astype(np.int64), pieces.starts)

    capitals, letters = counts(capital), counts((kinds > 3) | small | capital)
    begins = capital[pieces.starts]
    columns = [
        (capitals > 1) & (counts(small) == 0),
        begins,
        capitals > begins,
        counts(digit) > 0,
        seen.hyphen,
        pieces.lengths == 1,
        letters == 0,
    ]
    return np.stack(columns, axis=1).astype(np.float32)


@cache
def _kinds() -> npt.NDArray[np.uint8]:
    """The kind of a character: 0 sign, 1 capital, 2 small, 3 digit, 4 hiragana, 5 katakana, 6 kanji, 7 other letter."""
    kinds = np.zeros(_BMP, np.uint8)
    for code in range(0x3000):
        category = unicodedata.category(chr(code))
        kinds[code] = {"Lu": 1, "Lt": 1, "Ll": 2, "Nd": 3, "Lo": 7, "Lm": 7}.get(category, 0)
    kinds[0x3041:0x30A0], kinds[0x30A1:0x30FB], kinds[0x30FC:0x3100] = 4, 5, 5
    kinds[0x3005:0x3008], kinds[0x3400:0xA000], kinds[0xF900:0xFB00] = 6, 6, 6
    kinds[0xAC00:0xD7A4] = 7
    kinds[0xFF10:0xFF1A], kinds[0xFF21:0xFF3B], kinds[0xFF41:0xFF5B], kinds[0xFF66:0xFFA0] = 3, 1, 2, 5
    kinds[_BMP - 1] = 6  # stands for all that lie above
    return kinds
