"""Cuts the text of a query into words, phrases, operators, brackets and field names."""

import re
from dataclasses import dataclass
from typing import Literal

from desktop_app.model.query_fields import NAMES, OPERATORS

Kind = Literal["word", "phrase", "field", "open", "close", "and", "or", "not", "stray"]

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
    "「": "」",
    "『": "』",
}
_ANY_DOUBLE = '"“”„＂'
_SINGLE_CLOSERS = {"'": "'’", "‚": "‘’'", "‘": "’'"}
_OPEN, _CLOSE = "(（", ")）"
_STRAY = "」』"
_BREAKS = re.compile(r"[\s()（）\"„“”‟»«＂「」『』]")
_FIELD = re.compile(r"([^\W\d_]+)[:：]")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query. `closed` is False for a phrase whose closing mark is missing."""

    kind: Kind
    text: str
    closed: bool = True


def tokens(text: str) -> list[Token]:
    """All tokens of `text`, in order; every text has some reading."""
    out: list[Token] = []
    at = 0
    after_field = False
    while at < len(text):
        if text[at].isspace():
            at += 1
            after_field = False
            continue
        token, at = _next(text, at, after_field)
        after_field = token.kind == "field"
        if token.text:
            out.append(token)
    return out


def _next(text: str, at: int, after_field: bool) -> tuple[Token, int]:
    char = text[at]
    if char in _OPEN:
        return Token("open", char), at + 1
    if char in _CLOSE:
        return Token("close", char), at + 1
    if char in _STRAY:
        return Token("stray", char), at + 1
    if char in _CLOSERS:
        return _phrase(text, at)
    if char in _SINGLE_CLOSERS and (end := _single_end(text, at)) > 0:
        return Token("phrase", text[at + 1 : end] or " "), end + 1
    if after_field:
        return _word(text, at, literal=True)
    if char == "-" and at + 1 < len(text) and not text[at + 1].isspace():
        return Token("not", "-"), at + 1
    if match := _FIELD.match(text, at):
        name = NAMES.get(match[1].casefold())
        if name:
            return Token("field", name), match.end()
    return _word(text, at, literal=False)


def _phrase(text: str, at: int) -> tuple[Token, int]:
    for closers in (_CLOSERS[text[at]], _ANY_DOUBLE):
        ends = [end for closer in closers if (end := text.find(closer, at + 1)) > 0]
        if ends:
            return Token("phrase", text[at + 1 : min(ends)] or " "), min(ends) + 1
    return Token("phrase", text[at + 1 :] or " ", closed=False), len(text)


def _single_end(text: str, at: int) -> int:
    """Where a phrase in single quotes ends, or -1: an apostrophe inside a word does not end it."""
    for end in range(at + 1, len(text)):
        after = text[end + 1 : end + 2]
        if text[end] in _SINGLE_CLOSERS[text[at]] and not after.isalnum():
            return end
    return -1


def _word(text: str, at: int, *, literal: bool) -> tuple[Token, int]:
    match = _BREAKS.search(text, at + 1)
    end = match.start() if match else len(text)
    word = text[at:end]
    if not literal and word in OPERATORS:
        kind = OPERATORS[word]
        return Token("and" if kind == "and" else "or" if kind == "or" else "not", word), end
    return Token("word", word), end
