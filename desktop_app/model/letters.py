"""The letters and digits of a text without all that stands between them, and where in the text each of them is.

White space, punctuation, hyphens at the ends of lines and the way in which an umlaut is written change from print to
print and leave the words what they are: two texts are compared by their letters.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from itertools import chain
from typing import Final

from desktop_app.model.differences import words

_CLUSTER: Final = re.compile("(?s).[\u0300-\u036f\u3099\u309a]*")
_MARKS: Final = dict.fromkeys("„“”\"«»‹›‚‘’'`´「」『』〈〉《》", '"') | dict.fromkeys("-‐‑‒–—―−", "-")
_CJK: Final = re.compile("[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_BORDER: Final = re.compile(r"[\n.!?:。！？]")
_CJK_WEIGHT: Final = 3  # letters of an alphabet that tell as much as one of these


def weight(letters: str) -> int:
    """How much letters tell apart, in letters of an alphabet."""
    return len(letters) + (_CJK_WEIGHT - 1) * len(_CJK.findall(letters))


def composed(text: str) -> tuple[str, "array[int] | None"]:
    """A text in NFC, and where in `text` each code point of it and its end are; None: where it is."""
    if unicodedata.is_normalized("NFC", text):
        return text, None
    pieces: list[str] = []
    places: array[int] = array("i")
    for match in _CLUSTER.finditer(text):
        piece = unicodedata.normalize("NFC", match[0])
        pieces.append(piece)
        places.extend([match.start()] * len(piece))
    places.append(len(text))
    return "".join(pieces), places


class Letters:
    """The letters of a text in NFC, and its words as spans of letters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self._starts: array[int] = array("i")
        self.borders: array[int] = array("i", [0])  # of words, in letters
        for start, end in words(text):
            word = text[start:end]
            if not word[0].isalnum():
                continue
            if not word.isascii():
                word = unicodedata.normalize("NFKC", word)
            self._starts.extend(range(start, end) if len(word) == end - start else _places(text, start, end, len(word)))
            self.words.append(word)
            self.borders.append(self.borders[-1] + len(word))
        self.string = "".join(self.words)

    def __len__(self) -> int:
        return len(self.string)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The letters that lie within a span of the text."""
        first = bisect_left(self._starts, start)
        return first, max(first, bisect_right(self._starts, end - 1))

    def place(self, first: int, behind: int) -> tuple[int, int]:
        """The span of the text from one letter up to before another; they are in order and differ."""
        return self._starts[first], self._starts[behind - 1] + 1

    def gap(self, letter: int) -> tuple[int, int]:
        """The span of the text between a letter and the one before it."""
        start = self._starts[letter - 1] + 1 if letter else 0
        return start, self._starts[letter] if letter < len(self) else len(self.text)

    def has_border(self, letter: int, length: int, side: int) -> bool:
        """Whether a sentence ends (`side` 1) within `length` letters from here, or begins (0) within those before."""
        first, last = (letter, letter + length) if side else (letter - length, letter)
        return bool(_BORDER.search(self.text, self.gap(first)[0], self.gap(last)[1]))

    def word_at(self, letter: int) -> int:
        """The number of the word that a letter belongs to."""
        return bisect_right(self.borders, letter) - 1


def _places(text: str, start: int, end: int, length: int) -> list[int]:
    """Where the letters of a word are that normalising has made longer or shorter."""
    places = [place for place in range(start, end) for _ in unicodedata.normalize("NFKC", text[place])]
    return [*places[:length], *[end - 1] * (length - len(places))]


def marks(text: str) -> list[tuple[int, str]]:
    """The marks of punctuation of a text by place, as far as their shape says anything: „“ like "", … like three dots.

    A mark written as several characters comes as often, each time with its own place.
    """
    return list(
        chain.from_iterable(
            [(place, _MARKS.get(each, each)) for each in unicodedata.normalize("NFKC", char)]
            for place, char in enumerate(text)
            if not char.isspace() and unicodedata.category(char) != "Cf"
        )
    )
