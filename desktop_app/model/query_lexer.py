"""Cuts the text of a query into words, phrases, patterns, operators, brackets and field names, in one pass."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from desktop_app.model.query_fields import AT_LEAST, FILTERS, LIKE, NAMES, OPERATORS, Operator
from desktop_app.model.text import normalise

Kind = Literal["word", "phrase", "regex", "field", "atleast", "open", "close", "stray", "within"] | Operator

NEAR_DISTANCE: Final = 10  # what NEAR means without a number, and ~ behind a phrase

# What may close a phrase, by what opened it. German and French or Swedish usage put the same marks on
# opposite sides, so the earliest of several closes.
_CLOSERS = {
    '"': '"',
    "＂": '＂"',
    "„": '“”"',
    "“": '”“"',
    "”": '”"',
    "‟": '”"',
    "»": "«»",
    "«": "»«",
    "›": "‹›",
    "‹": "›‹",
    "「": "」",
    "『": "』",
    "｢": "｣",
    "〝": "〟〞",
}
_ANY_DOUBLE = '"“”„＂'
_NOT_IN_WORD = r"(?![^\W_])"
_SINGLE_CLOSERS = {
    opener: re.compile(f"[{closers}]{_NOT_IN_WORD}") for opener, closers in (("'", "'’"), ("‚", "‘’'"), ("‘", "’'"))
}
_OPEN, _CLOSE = "(（", ")）"
_MINUS = "-－"
_OPERAND = re.compile(r"[^\s)）]")
_STRAY = "」』｣〟〞"
_BREAKS = re.compile(rf"[\s{re.escape(_OPEN + _CLOSE + _STRAY + ''.join(_CLOSERS))}]")
_FIELD = re.compile(r"([^\W\d_]+)[:：]")
_AT_LEAST = re.compile(rf"({'|'.join(AT_LEAST)})([0-9]+)[:：]", re.IGNORECASE)
_NEAR = re.compile(r"(NEAR|NAHE|near|nahe|W)/([0-9]+)")
_SIGN = re.compile(r"([<>]=?|=)\s+(?=\d)")  # of a date
_SLOP = re.compile(r"~([0-9]*)(?!\w)")
# A slash in front of a path does not make a pattern of it: what closes the pattern ends the word.
_REGEX = re.compile(r"/((?:[^\s/\\]|\\\S)+)/(?=[\s)）]|\Z)")


CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffd]")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # they would turn the echo around
_DEPTHS: Final[dict[Kind, int]] = {"open": 1, "close": -1}
_BINDING: Final = frozenset({"within", *OPERATORS.values()})


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query. `closed` is False for a phrase whose closing mark is missing.

    `number` is the distance of an operator, the slop of a phrase (-1 for none) or the count of `atleast3:`.
    """

    kind: Kind
    text: str
    closed: bool = True
    number: int = -1


def operator(word: str) -> Token | None:
    """The operator that `word` is, if it is one."""
    plain = _narrow(word)
    if kind := OPERATORS.get(plain):
        return Token(kind, word, number=NEAR_DISTANCE)
    if match := _NEAR.fullmatch(plain):
        return Token("within" if match[1] == "W" else "near", word, number=number(match[2]))
    return None


def _narrow(word: str) -> str:
    """The word in letters of half width: Japanese keyboards write ＯＲ."""
    return word if word.isascii() else unicodedata.normalize("NFKC", word)


def number(digits: str) -> int:
    """The number that these ASCII digits write; of more than nine figures only the first nine."""
    return int(digits.lstrip("0")[:9] or "0")


def tokens(text: str) -> list[Token]:
    """All tokens of `text`, in order; every text has some reading."""
    return [token for token, _, _ in spans(text)]


def readable(text: str) -> str:
    """`text` without what nobody can see or type: each control character is a space, marks of direction are gone."""
    return CONTROLS.sub(" ", _DIRECTIONS.sub("", normalise(text)))


def spans(text: str) -> Iterator[tuple[Token, int, int]]:
    """All tokens of `text` with the code points at which they begin and end."""
    return _Lexer(text).run()


def operand(text: str) -> str:
    """`text` so that more can be written beside it and is asked for too, however unfinished it is.

    Quotation marks and brackets are closed; alternatives, and operators that still wait, are put in brackets.
    """
    out: list[str] = []
    text, at, depth, loose, last = readable(text), 0, 0, False, ""
    for token, start, end in spans(text):
        piece = _settled(token, text[start:end])
        if token.kind == "close" and not depth:
            piece = " "  # it has no partner
        out += [text[at:start], piece]
        at, last = end, token.kind
        depth = max(0, depth + _DEPTHS.get(token.kind, 0))
        loose = loose or (token.kind in _BINDING and token.text != "-" and not depth)
    whole = "".join(out) + text[at:] + ")" * depth
    return f"({whole})" if loose or last not in ("", "word", "phrase", "regex", "close") else whole


def _settled(token: Token, piece: str) -> str:
    """A token as it was written, or, where its quotation mark is not closed by its own kind, in plain ones."""
    closers = _CLOSERS.get(piece.lstrip("=")[:1], "") if token.kind == "phrase" else ""
    if not closers or (token.closed and piece.rstrip("~0123456789")[-1] in closers):
        return piece
    slop = f"~{token.number}" if token.number >= 0 else ""
    return '"' + re.sub(f"[{_ANY_DOUBLE}]", " ", token.text) + '"' + slop


def word_end(text: str, at: int) -> int:
    """Where the word that `at` is in, or behind, ends."""
    match = _BREAKS.search(text, at)
    return match.start() if match else len(text)


class _Lexer:
    def __init__(self, text: str) -> None:
        self._text = text
        self._unclosed: dict[str, int] = {}  # single quotes: from where on none closes, so that each is sought once

    def run(self) -> Iterator[tuple[Token, int, int]]:
        at, before = 0, ""
        while at < len(self._text):
            if self._text[at].isspace():
                at, before = at + 1, ""
                continue
            start = at
            token, at = self._next(at, before)
            before = token.text if token.kind == "field" else "atleast" if token.kind == "atleast" else ""
            if token.text:
                yield token, start, at

    def _next(self, at: int, before: str) -> tuple[Token, int]:
        """The token at `at`, behind the field `before` ("" for none)."""
        char = self._text[at]
        if char in _OPEN:
            return Token("open", char), at + 1
        if char in _CLOSE:
            return Token("close", char), at + 1
        if char in _STRAY:
            return Token("stray", char), at + 1
        if found := self._phrase(at + 1 if char == "=" else at):
            return found
        if before == "date" and (sign := _SIGN.match(self._text, at)):
            word, end = self._word(sign.end(), literal=True)
            return Token("word", sign[1] + word.text), end
        if before in FILTERS or before == LIKE:
            return self._word(at, literal=True)
        return self._pattern_or_name(at, before) or self._word(at, literal=bool(before))

    def _pattern_or_name(self, at: int, before: str) -> tuple[Token, int] | None:
        text = self._text
        if match := _REGEX.match(text, at):
            return Token("regex", match[1]), match.end()
        if match := _AT_LEAST.match(text, at):
            return Token("atleast", match[0][:-1], number=number(match[2])), match.end()
        if not before and text[at] in _MINUS and _OPERAND.match(text, at + 1):
            return Token("not", "-"), at + 1
        if before in ("", "atleast") and (match := _FIELD.match(text, at)):
            name = NAMES.get(_narrow(match[1]).casefold())
            return (Token("field", name), match.end()) if name else None
        return None

    def _phrase(self, at: int) -> tuple[Token, int] | None:
        char = self._text[at : at + 1]
        if char in _SINGLE_CLOSERS:
            end = self._single_end(at)
            return self._with_slop(at, end) if end > 0 else None
        if char not in _CLOSERS:
            return None
        for closers in (_CLOSERS[char], _ANY_DOUBLE):
            ends = [end for closer in closers if (end := self._text.find(closer, at + 1)) > 0]
            if ends:
                return self._with_slop(at, min(ends))
        return Token("phrase", self._text[at + 1 :] or " ", closed=False), len(self._text)

    def _with_slop(self, at: int, end: int) -> tuple[Token, int]:
        text = self._text[at + 1 : end] or " "
        if slop := _SLOP.match(self._text, end + 1):
            return Token("phrase", text, number=number(slop[1]) if slop[1] else NEAR_DISTANCE), slop.end()
        return Token("phrase", text), end + 1

    def _single_end(self, at: int) -> int:
        """Where a phrase in single quotes ends, or -1: an apostrophe inside a word does not end it."""
        opener = self._text[at]
        if at >= self._unclosed.get(opener, len(self._text)):
            return -1
        if match := _SINGLE_CLOSERS[opener].search(self._text, at + 1):
            return match.start()
        self._unclosed[opener] = at
        return -1

    def _word(self, at: int, *, literal: bool) -> tuple[Token, int]:
        end = word_end(self._text, at + 1)
        word = self._text[at:end]
        return (not literal and operator(word)) or Token("word", word), end
