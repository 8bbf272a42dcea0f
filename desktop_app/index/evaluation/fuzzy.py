"""Words that are nearly another: found in a vocabulary by their letters, then measured a letter at a time.

Each word has a *signature*, a bit for each letter that is in it. One edit changes few bits, so most words are passed
over without being read. The rest are measured side by side with the bit-parallel algorithm of Hyyrö, "A bit-vector
algorithm for computing Levenshtein and Damerau edit distances" (2003): a letter changed, added, left out or swapped
with its neighbour costs 1; what was swapped is not edited again.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.index.segments.postings import ranges
from desktop_app.index.segments.segment import Field

LONGEST: Final = 64  # code points; no word of the index is longer
_LETTERS: Final = 1 << 16  # code points that are told apart; those above count as one
_AT_ONCE: Final = 1 << 16  # words whose signatures are made at once
_LINE_END: Final = 10

Numbers = npt.NDArray[np.int64]


def _signature_bits() -> npt.NDArray[np.uint32]:
    """A bit for each byte that begins a letter: 26 letters, 5 for the digits, one for all that is not ASCII."""
    bits = np.zeros(256, np.uint32)
    bits[ord("a") : ord("z") + 1] = 1 << np.arange(26, dtype=np.uint32)
    for digit in range(10):
        bits[ord("0") + digit] = 1 << (26 + digit % 5)
    bits[0xC0:] = 1 << 31
    return bits


_BITS: Final = _signature_bits()
_BEGINS: Final = ((np.arange(256) < 0x80) | (np.arange(256) >= 0xC0)).astype(np.uint8)


class Signatures:
    """The signatures of a field's words, with those of words equally long side by side: eight bytes a word."""

    def __init__(self, field: Field) -> None:
        bits = np.zeros(field.size, np.uint32)
        lengths = np.zeros(field.size, np.uint8)  # in code points
        starts = np.asarray(field.starts).astype(np.int64)
        for low in range(0, field.size, _AT_ONCE):
            high = min(low + _AT_ONCE, field.size)
            begin = int(starts[low])
            blob = np.frombuffer(field.map, np.uint8, int(starts[high]) - begin, field.blob_start + begin)
            at = starts[low:high] - begin
            bits[low:high] = np.bitwise_or.reduceat(_BITS[blob], at)
            # The line end behind each word counts as well.
            lengths[low:high] = np.add.reduceat(_BEGINS[blob], at, dtype=np.int64) - 1
        self._numbers = np.argsort(lengths, kind="stable").astype(np.uint32)
        self._bits = bits[self._numbers]
        self._begins = np.concatenate(([0], np.cumsum(np.bincount(lengths, minlength=256)))).tolist()

    def near(self, word: str, distance: int) -> Numbers:
        """The numbers of the words that may be within `distance` of `word`, ascending; none is missing."""
        bits = np.bitwise_or.reduce(_BITS[np.frombuffer(word.encode(), np.uint8)])
        low = self._begins[min(max(len(word) - distance, 0), 256)]
        high = self._begins[min(len(word) + distance + 1, 256)]
        fits = np.bitwise_count(self._bits[low:high] ^ bits) <= 2 * distance
        found: Numbers = self._numbers[low:high][fits].astype(np.int64)
        found.sort()
        return found


class Nearness:
    """How far words are from one word of at most `LONGEST` code points."""

    def __init__(self, word: str) -> None:
        self.word = word[:LONGEST]
        self._masks: dict[str, int] = {}
        for at, letter in enumerate(self.word):
            self._masks[letter] = self._masks.get(letter, 0) | (1 << at)

    def to(self, word: str) -> int:
        """The distance of one word."""
        size = len(self.word)
        if not size:
            return len(word)
        full = (1 << size) - 1
        positive, negative, diagonal, before, score = full, 0, 0, 0, size
        for letter in word:
            here = self._masks.get(letter, 0)
            swapped = ((~diagonal & here) << 1) & before
            diagonal = (((here & positive) + positive) ^ positive) | here | negative | swapped
            plus = (negative | ~(diagonal | positive)) & full
            minus = diagonal & positive
            score += (plus >> (size - 1) & 1) - (minus >> (size - 1) & 1)
            plus = plus << 1 | 1
            positive = (minus << 1 | ~(diagonal | plus)) & full
            negative = plus & diagonal & full
            before = here
        return score

    def of(self, words: bytes) -> Numbers:
        """The distance of each of these words, in UTF-8 with a line end behind each; n words give n numbers."""
        codes = np.frombuffer(words.decode().encode("utf-32-le"), "<u4")
        ends = np.flatnonzero(codes == _LINE_END)
        begins = np.concatenate(([0], ends[:-1] + 1)) if len(ends) else ends
        table = np.zeros(_LETTERS, np.uint64)
        for letter, mask in self._masks.items():
            table[min(ord(letter), _LETTERS - 1)] |= np.uint64(mask)
        return self._measure(table[np.minimum(codes, _LETTERS - 1)], begins, ends - begins)

    def _measure(self, masks: npt.NDArray[np.uint64], begins: Numbers, lengths: Numbers) -> Numbers:
        """Hyyrö's recurrence, a column of all words at a time. `masks` holds each letter's places in the word."""
        size = len(self.word)
        if not size:
            return lengths
        result = np.full(len(begins), size, np.int64)  # of words without letters
        score = result.copy()
        last, one = np.uint64(size - 1), np.uint64(1)
        positive = np.full(len(begins), np.uint64(0xFFFFFFFFFFFFFFFF))
        negative = np.zeros(len(begins), np.uint64)
        diagonal = np.zeros(len(begins), np.uint64)
        before = np.zeros(len(begins), np.uint64)
        for column in range(int(lengths.max(initial=0))):
            here = masks[np.minimum(begins + column, len(masks) - 1)]
            swapped = ((~diagonal & here) << one) & before
            diagonal = (((here & positive) + positive) ^ positive) | here | negative | swapped
            plus = negative | ~(diagonal | positive)
            minus = diagonal & positive
            score += ((plus >> last) & one).astype(np.int64) - ((minus >> last) & one).astype(np.int64)
            plus = (plus << one) | one
            positive = (minus << one) | ~(diagonal | plus)
            negative = plus & diagonal
            before = here
            np.copyto(result, score, where=lengths == column + 1)
        return result


def similar(field: Field, signatures: Signatures, word: str, distance: int) -> tuple[Numbers, Numbers]:
    """The numbers of a field's words within `distance` of `word`, ascending, and how far each is."""
    return similar_in([(field, signatures)], word, distance)[0]


def similar_in(
    vocabularies: Sequence[tuple[Field, Signatures]], word: str, distance: int
) -> list[tuple[Numbers, Numbers]]:
    """`similar` for several fields; words are measured in one go."""
    candidates = [signatures.near(word, distance) for _, signatures in vocabularies]
    blobs = [_words(field, numbers) for (field, _), numbers in zip(vocabularies, candidates, strict=True)]
    measured = Nearness(word).of(b"".join(blobs))
    out = []
    for found, numbers in zip(np.split(measured, np.cumsum([*map(len, candidates)])), candidates, strict=False):
        keep = found <= distance
        out.append((numbers[keep], found[keep]))
    return out


def _words(field: Field, numbers: Numbers) -> bytes:
    """These words of a field, with a line end behind each."""
    if not len(numbers):
        return b""
    starts = np.asarray(field.starts)
    begins = starts[numbers].astype(np.int64)
    blob = np.frombuffer(field.map, np.uint8, field.blob_end - field.blob_start, field.blob_start)
    return blob[ranges(begins, starts[numbers + 1] - begins)].tobytes()
