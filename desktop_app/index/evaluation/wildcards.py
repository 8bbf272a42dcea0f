"""Words with gaps: `*abkommen*`, `h?user`. Found in the vocabulary, which is one run of bytes."""

import re
from collections.abc import Callable, Iterator
from typing import ClassVar

from desktop_app.index.evaluation.patterns import compiled_letters, compiled_lines, scanned
from desktop_app.index.segments.segment import Field
from desktop_app.index.text.folding import fold, fold_digraphs, fold_word

_CHARACTER = rb"(?:[^\n\x80-\xff]|[\xc2-\xf4][\x80-\xbf]+)"  # one code point of UTF-8
_BETWEEN_CHECKS = 1024
_WORTH_FINDING = 2  # bytes
_WORTH_CHECKING = 5  # bytes, where each word that has them must be held against the pattern


class Pattern:
    """A pattern where `*` is any run of letters and `?` one letter, folded like the words it is held against."""

    LIMIT: ClassVar[int] = 5_000  # words of one field and segment

    def __init__(self, text: str) -> None:
        parts = [
            part if part in "*?" else fold_digraphs(fold_word("".join(filter(str.isalnum, part))))
            for part in re.split(r"([*?])", fold(text))
        ]
        self._parts = [part.encode() for part in parts if part]
        literals = [part for part in self._parts if part not in (b"*", b"?")]
        self._longest = max(literals, key=len, default=b"")
        begins = bool(self._parts) and self._parts[0] not in (b"*", b"?")
        self._beginning = self._parts[0] if begins else b""
        expression = self._expression()
        self._word = re.compile(expression)
        self._line = re.compile(b"(?<=\n)" + expression + b"(?=\n)")

    def _expression(self) -> bytes:
        """The pattern as a regular expression that never goes back over a gap, so that it stays linear."""
        runs: list[bytes] = [b""]
        for part in self._parts:
            if part == b"*":
                runs.append(b"")
            else:
                runs[-1] += _CHARACTER if part == b"?" else re.escape(part)
        if len(runs) == 1:
            return runs[0]
        middle = b"".join(b"(?>[^\n]*?" + run + b")" for run in runs[1:-1] if run)
        return runs[0] + middle + b"[^\n]*" + runs[-1]

    @property
    def letters(self) -> str:
        """The longest run of letters that is in every word that fits."""
        return self._longest.decode()

    def fits(self, word: str) -> bool:
        """Whether a folded word is one of those that are meant."""
        return self._word.fullmatch(word.encode()) is not None

    def numbers(self, field: Field, check: Callable[[], None]) -> tuple[list[int], bool]:
        """The numbers of the words that fit, ascending, and whether the limit cut them short.

        `check` is called now and then and may raise.
        """
        found: list[int] = []
        for count, number in enumerate(self.fitting(field)):
            if count % _BETWEEN_CHECKS == 0:
                check()
            if len(found) == self.LIMIT:
                return found, True
            found.append(number)
        return found, False

    def fitting(self, field: Field) -> Iterator[int]:
        """The numbers of the words that fit, ascending.

        A rare run of letters is looked for first; else each word of a range is held against the pattern.
        """
        if self._beginning:
            return field.lines(self._line, *field.prefix_range(self._beginning))
        if len(self._longest) < (_WORTH_FINDING if self._loose else _WORTH_CHECKING):
            return scanned(field, compiled_lines(self._everywhere()), 0, field.size)
        at_end = self._parts[-1] == self._longest
        letters = compiled_letters(self._longest + (b"\n" if at_end else b""))
        found = scanned(field, letters, 0, field.size, line_ends=True)
        fits = self._word.fullmatch
        return found if self._loose else (number for number in found if fits(field.term(number)))

    @property
    def _loose(self) -> bool:
        """Whether one run of letters, somewhere or at the end of a word, is all that is asked for."""
        return self._parts[0] == b"*" and [part for part in self._parts if part != b"*"] == [self._longest]

    def _everywhere(self) -> str:
        """The pattern in RE2's syntax."""
        known = {b"*": ".*", b"?": "."}
        return "".join(known.get(part) or re.escape(part.decode()) for part in self._parts)
