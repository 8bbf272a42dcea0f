"""Regular expressions over the words of a vocabulary: RE2, whose time is linear in what it reads."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from desktop_app.index.segments.segment import Field
from desktop_app.index.text.folding import fold, fold_digraphs, fold_word
from desktop_app.model.errors import QueryRefusedError

_MEMORY: Final = 8 << 20  # bytes that one expression may take
_RANGE: Final = 10  # bytes of the first and last word that can fit

# What a pattern consists of: escapes, classes, the heads of groups, runs of letters, and the rest one by one.
_PART: Final = re.compile(
    r"(?P<escape>\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\x..|\\[pP].|\\.)"
    r"|(?P<members>\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\])"
    r"|(?P<group>\(\?P?<\w+>|\(\?[a-zA-Z-]*[:)])"
    r"|(?P<letters>[^\W\d_]+)"
    r"|.",
    re.DOTALL,
)
_REPEATED: Final = re.compile(r"[*+?{]")
_ESCAPED: Final = re.compile(r"\\[pP]\{[^}]*\}|\\.|\[:\^?\w+:\]")


def folded_pattern(pattern: str) -> str:
    """The expression with its letters folded as the words of the index are: `Müll(er)?` becomes `mull(er)?`."""
    out: list[str] = []
    for match in _PART.finditer(pattern):
        text = match[0]
        if match["letters"]:
            text = _folded_letters(text, repeated=bool(_REPEATED.match(pattern, match.end())))
        elif match["members"]:
            text = _folded_members(text)
        elif text == r"\C":
            text = "."  # half a letter is no use
        out.append(text)
    return "".join(out)


def _folded_letters(run: str, *, repeated: bool) -> str:
    """What is repeated is the last letter alone, so it must not become one with the letter before it."""
    if not repeated:
        return fold_digraphs("".join(map(_letter, fold(run))))
    last = _letter(fold(run[-1]))
    return fold_digraphs("".join(map(_letter, fold(run[:-1])))) + (f"(?:{last})" if len(last) > 1 else last)


def _letter(char: str) -> str:
    return "".join(fold_word(each) for each in char)


def _folded_members(members: str) -> str:
    out: list[str] = []
    at = 0
    for match in _ESCAPED.finditer(members):
        out += [_letter(fold(char))[:1] for char in members[at : match.start()]]
        out.append(match[0])
        at = match.end()
    out += [_letter(fold(char))[:1] for char in members[at:]]
    return "".join(out)


def scanned(field: Field, compiled: Any, low: int, high: int, *, line_ends: bool = False) -> Iterator[int]:
    """The numbers of those of the words low … high-1 on whose lines RE2 finds something, ascending, each once.

    Without `line_ends` the last one is left out: behind it an empty word would be seen.
    """
    if low >= high:
        return
    begin = field.blob_start + field.starts[low]
    end = field.blob_start + field.starts[high] - (not line_ends)
    last = -1
    for match in compiled.finditer(memoryview(field.map)[begin:end]):
        number = bisect_right(field.starts, begin + match.start() - field.blob_start) - 1
        if number != last:
            yield number
        last = number


def compiled_lines(expression: str) -> Any:
    """An expression in the letters of the index that a whole word must fit."""
    return _compiled(expression, f"(?m)^(?:{expression})$", lines=True)


def compiled_letters(letters: bytes) -> Any:
    """An expression that finds these letters; a line end at their end is the end of a word."""
    import re2

    return re2.compile(re2.escape(letters))


class Expression:
    """A regular expression that a whole word must fit, in large or small letters, with or without accents.

    Raises QueryRefusedError where it cannot be read.
    """

    def __init__(self, pattern: str) -> None:
        self._folded = folded_pattern(pattern)
        self._lines = _compiled(pattern, f"(?m)^(?:{self._folded})$", lines=True)
        self._word = _compiled(pattern, self._folded)
        self._first, self._last = self._bounds(pattern)

    def _bounds(self, pattern: str) -> tuple[bytes, bytes]:
        """Words that fit are not before the first and not after the second; empty where nothing is known."""
        if "\\" in pattern or "(?" in pattern:
            return b"", b""  # what is asked for may be a class of capitals, which stand elsewhere
        plain = _compiled(pattern, f"^(?:{self._folded})", capitals=True)
        first, last = plain.possiblematchrange(_RANGE)
        return bytes(first), bytes(last)

    def fits(self, word: str) -> bool:
        """Whether a folded word is one of those that are meant."""
        return self._word.fullmatch(word) is not None

    def numbers(self, field: Field) -> Iterator[int]:
        """The numbers of the words that fit, ascending."""
        low = field.at_or_after(self._first) if self._first else 0
        high = field.at_or_after(self._last + b"\xff") if self._last else field.size
        return scanned(field, self._lines, low, high)


@lru_cache(maxsize=32)
def expression(pattern: str) -> Expression:
    """The expression for a pattern; kept, since each segment and each snippet asks for it again."""
    return Expression(pattern)


def _compiled(pattern: str, expression: str, *, lines: bool = False, capitals: bool = False) -> Any:
    import re2  # takes a while to load, and few searches need it

    options = re2.Options()
    options.never_nl = True
    options.case_sensitive = capitals
    options.log_errors = False
    options.max_mem = _MEMORY
    try:
        re2.compile(pattern, options)  # by itself, so that no bracket of ours closes one of the reader's
        return re2.compile(expression.encode() if lines else expression, options)
    except re2.error as error:
        reason = error.args[0] if error.args else ""
        raise QueryRefusedError(
            "/{pattern}/ is no regular expression: {reason}. Please correct it.",
            pattern=pattern,
            reason=reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason),
        ) from error
