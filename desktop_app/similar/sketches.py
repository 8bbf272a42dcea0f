"""A small sketch of each text, from which two texts are seen to share much of their wording without being read again.

A text becomes the set of its *grams*, four words in a row each (of Japanese and Chinese: eight characters in a row),
and its sketch is the 64 smallest hashes of that set: a sample that any two texts draw alike. Broder, “On the
resemblance and containment of documents” (1997); Cohen and Kaplan, “Summarizing data using bottom-k sketches” (2007).
"""

import re
import zlib
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint32]

KEPT: Final = 64  # hashes of a sketch
WORDS, CHARACTERS = 4, 8  # of a gram
_LONGEST: Final = 400_000  # code points that are looked at; a long book has a million
_IDEOGRAPH: Final = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_UNITS: Final = re.compile(rf"[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+")
_CHARACTER: Final = re.compile(rf"[{_IDEOGRAPH}]")
_MOST_WORDS: Final = 400_000  # kept with their hashes
_known: dict[str, int] = {}


@dataclass(frozen=True, slots=True)
class Sketch:
    """How many different grams a text has, and the smallest of their hashes, ascending (at most `KEPT`)."""

    size: int
    hashes: Hashes


def sketch(text: str) -> Sketch:
    """The sketch of a text; the same on every machine and in every process."""
    grams = Reading(text).grams()
    return Sketch(len(grams), grams[:KEPT])


class Reading:
    """A text cut into words, or characters where those are Japanese, as numbers."""

    def __init__(self, text: str) -> None:
        units = _UNITS.findall(text[:_LONGEST].casefold())
        self.ideographic = _is_ideographic(units)
        self.figures = sum(map(str.isdigit, units))  # how many of the units are numbers
        self.units: NDArray[np.uint64] = np.fromiter(map(_number, units), np.uint64, len(units))

    def grams(self, parts: int = 1) -> Hashes:
        """The hashes of its grams, each once and ascending; `parts`: of grams so many times as short."""
        return np.unique(self.sequence(parts))

    def sequence(self, parts: int = 1) -> Hashes:
        """The hashes of its grams in their order."""
        length = max(1, (CHARACTERS if self.ideographic else WORDS) // parts)
        length = min(length, max(1, len(self.units)))
        count = len(self.units) - length + 1
        if count < 1:
            return np.empty(0, np.uint32)
        mixed = np.full(count, length, np.uint64)
        for at in range(length):
            mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + self.units[at : at + count]
            mixed ^= mixed >> np.uint64(29)
        mixed *= np.uint64(0xBF58476D1CE4E5B9)
        return (mixed >> np.uint64(32)).astype(np.uint32)


def _is_ideographic(units: list[str]) -> bool:
    """Whether most of a text is written in characters that stand for themselves."""
    some = units[:2_000]
    return sum(len(unit) == 1 and _CHARACTER.match(unit) is not None for unit in some) * 2 > len(some)


def _number(unit: str) -> int:
    known = _known.get(unit)
    if known is None:
        if len(_known) >= _MOST_WORDS:
            _known.clear()
        known = _known[unit] = zlib.crc32(unit.encode("utf-8", "surrogatepass"))
    return known
