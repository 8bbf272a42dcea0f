"""Finding words in one text, whatever their case and accents."""

import re
import unicodedata
from array import array

FOUND_AT_MOST = 10_000
# Sound marks make another letter of a kana; they are not accents.
_SOUND_MARKS = "\u3099\u309a"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


class _Folds(dict[int, str]):
    """Each code point's folded form, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        letters = unicodedata.normalize("NFKD", char)
        bare = "".join(c for c in letters if c in _SOUND_MARKS or not unicodedata.combining(c))
        folded = "" if char in _INVISIBLE else unicodedata.normalize("NFC", bare).casefold()
        self[code] = " " if folded.isspace() else folded
        return self[code]


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text without case, accents and invisible marks; its length may change."""
    return text.translate(_FOLDS)


def find_all(text: str, words: str) -> list[tuple[int, int]]:
    """Where `words` stand in `text`: spans in code points, in order, at most `FOUND_AT_MOST`."""
    needle = fold(unicodedata.normalize("NFC", words))
    if not needle.strip():
        return []
    folded, origins = _folded(text)
    spans: list[tuple[int, int]] = []
    at = folded.find(needle)
    while at >= 0 and len(spans) < FOUND_AT_MOST:
        end = at + len(needle)
        if origins is None:
            spans.append((at, end))
        else:
            # The end is where the last code point's successor begins, so that ß is whole when "ss" is found.
            first, last = origins[at], origins[end - 1] + 1
            spans.append((first, _with_marks(text, last)))
        at = folded.find(needle, end)
    return spans


def _with_marks(text: str, end: int) -> int:
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _folded(text: str) -> tuple[str, "array[int] | None"]:
    """The folded text and, where lengths differ, the offset in `text` of each of its code points."""
    odd = [re.escape(char) for char in set(text) if len(_FOLDS[ord(char)]) != 1]
    if not odd:
        return fold(text), None
    pieces: list[str] = []
    origins = array("q")
    at = 0
    for match in re.finditer(f"[{''.join(odd)}]", text):
        where = match.start()
        pieces.append(text[at:where])
        origins.extend(range(at, where))
        piece = _FOLDS[ord(match[0])]
        pieces.append(piece)
        origins.extend([where] * len(piece))
        at = where + 1
    pieces.append(text[at:])
    origins.extend(range(at, len(text)))
    return fold("".join(pieces)), origins
