"""Where the sentences of an article begin and end, for a recogniser that reads sentence by sentence.

Lines that were wrapped are read on, headings and the lines of a list end where they end. A line counts as wrapped when
the first word of the next one would not have fitted on it, or when it stands in ragged prose and is not short.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from desktop_app.entities.tokens import Token, listed, tokens

MOST_TOKENS: Final = 160  # of one sentence: more is cut, so that a list of 10,000 names is read in bounded memory
MOST_CHARACTERS: Final = 250  # likewise for Japanese, where a token is a character

_BLOCK_END: Final = re.compile(r"\n[ \t\u3000]*\n\s*|[\f\v]\s*")
_WIDEST_WRAP: Final = 120  # code points: longer lines were not wrapped, each is a paragraph
_NARROWEST_WRAP: Final = 40  # shorter lines are a list unless one of them goes on in lower case

_STOPS: Final = frozenset(".!?…。！？") | {"...", "..", "!!", "??", "…."}
_CLOSING: Final = frozenset("\"'”“»«’‘)]›‹」』）") | {"''"}
_OPENING: Final = frozenset("\"'„“”»«›‹‚‘’([–—-•*`「『（") | {"''", "``", ",,"}
_GOES_ON: Final = re.compile(
    r"(?:[,;–—&/(\-]|\b(?:und|oder|sowie|der|die|das|des|dem|den|and|or|of|the|von|for|für))\Z"
)

# Behind these a sentence may end. Behind other abbreviations, initials and ordinals it ends never.
_MAY_END: Final = listed("""
usw. etc. co. inc. corp. ltd. bros. jr. sr. e.v. a.m. p.m. u.s. u.k. d.c. n.v. s.a. k.k. uvm. ph.d.
""")
_STARTERS: Final = listed("""
Der Die Das Dem Den Ein Eine Im In Am An Auf Aus Bei Beim Mit Nach Vom Von Vor Zu Zum Zur Für Er Sie Es Wir Ich Und
Aber Doch Als Auch Da Dabei Damit Dann Dort Hier So Wenn Wie Noch Nun Seit Diese Dieser Dieses Alle Nicht Bis Um The A
An He She It They We I This That These Those But And At On For From By With Its His Her Their There When While If As
To Of
""")

_LINE_END: Final = re.compile("\n")
_JAPANESE_END: Final = re.compile('[。！？!?．]+[」』）)”"]*')


def sentences(text: str, language: str = "de", start: int = 0, end: int | None = None) -> Iterator[list[Token]]:
    """The sentences of German or English `text` between `start` and `end`, each as its tokens.

    Together they are all tokens there, in order.
    """
    for first, last in _paragraphs(text, start, len(text) if end is None else end):
        sentence: list[Token] = []
        for token in tokens(text, first, last, language):
            if sentence and (len(sentence) >= MOST_TOKENS or _ends(sentence, token)):
                yield sentence
                sentence = []
            sentence.append(token)
        if sentence:
            yield sentence


def _ends(sentence: list[Token], following: Token) -> bool:
    """Whether the sentence ends before `following`."""
    last = sentence[-1].text
    if last.isalpha() or not _begins(following.text):  # the common case first
        return False
    if following.text in _CLOSING and following.start == sentence[-1].end:
        return False
    at = len(sentence) - 1
    while at > 0 and last in _CLOSING and sentence[at].start == sentence[at - 1].end:
        at -= 1
        last = sentence[at].text
    if last in _STOPS or (last[0] in "!?" and len(last) > 1):
        return not (last == "." and at and _is_initial(following.text) and sentence[at - 1].text[:1].isupper())
    if last[-1] != "." or len(last) < 2 or at != len(sentence) - 1:
        return False
    return last.lower() in _MAY_END and following.text in _STARTERS


def _begins(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word in _OPENING


def _is_initial(word: str) -> bool:
    """ "F." in the mis-set "Michael. F. Bayer"."""
    return len(word) == 2 and word[1] == "." and word[0].isupper()


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of `text` that hold whole sentences: paragraphs, headings, lines of a list."""
    for gap in _BLOCK_END.finditer(text, start, end):
        yield from _lines_joined(text, start, gap.start())
        start = gap.end()
    yield from _lines_joined(text, start, end)


def _lines_joined(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if text.find("\n", start, end) < 0:
        if start < end:
            yield start, end
        return
    lines = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        lines.append((start, stop))
        start = stop + 1
    width = max(stop - start for start, stop in lines)
    prose = any(text[begin : begin + 1].islower() for begin, _ in lines[1:])
    first = lines[0][0]
    for (begin, stop), (following, its_end) in zip(lines, [*lines[1:], (end, end)], strict=True):
        if following >= end or not _is_wrapped(text, (begin, stop), (following, its_end), width, prose):
            if first < stop:
                yield first, stop
            first = following


def _is_wrapped(text: str, line: tuple[int, int], following: tuple[int, int], width: int, prose: bool) -> bool:
    """Whether a sentence that has not ended in `line` goes on in the line `following` it."""
    if text[following[0] : following[0] + 1].islower():
        return True
    if _GOES_ON.search(text[max(line[0], line[1] - 12) : line[1]].rstrip()):
        return True
    if width > _WIDEST_WRAP or (width < _NARROWEST_WRAP and not prose):
        return False
    if prose and line[1] - line[0] > width / 2:  # ragged: a wrapped line may be shorter than the rule below allows
        return True
    space = text.find(" ", following[0], min(following[1], following[0] + width))
    word = (space if space >= 0 else following[1]) - following[0]
    return line[1] - line[0] + 1 + word > width


def japanese_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[list[Token]]:
    """The sentences of Japanese `text` between `start` and `end`, a token a character.

    White space is left out, as in the training tables.
    """
    for first, last in _japanese_lines(text, start, len(text) if end is None else end):
        position = first
        for stop in _JAPANESE_END.finditer(text, first, last):
            yield from _characters(text, position, stop.end())
            position = stop.end()
        yield from _characters(text, position, last)


def _characters(text: str, start: int, end: int) -> Iterator[list[Token]]:
    for first in range(start, end, MOST_CHARACTERS):
        last = min(first + MOST_CHARACTERS, end)
        sentence = [Token(text[at], at, at + 1) for at in range(first, last) if not text[at].isspace()]
        if sentence:
            yield sentence


def _japanese_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines, those of a wrapped paragraph joined: as wide as the widest, and without a full stop at the end."""
    for block in _split(text, _BLOCK_END, start, end):
        lines = list(_split(text, _LINE_END, *block))
        width = max((_columns(text[begin:stop]) for begin, stop in lines), default=0)
        first = block[0]
        for number, (begin, stop) in enumerate(lines):
            full = len(lines) > 2 and 40 <= width <= _WIDEST_WRAP and _columns(text[begin:stop]) >= width - 3
            if number + 1 < len(lines) and full and text[stop - 1] not in "。！？」":
                continue
            yield first, stop
            first = stop + 1


def _columns(line: str) -> int:
    """The width of `line` in Latin letters; beyond 200 characters nobody needs it."""
    line = line[:200]
    return len(line) + sum(unicodedata.east_asian_width(char) in "WF" for char in line)


def _split(text: str, gap: re.Pattern[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in gap.finditer(text, start, end):
        if start < found.start():
            yield start, found.start()
        start = found.end()
    if start < end:
        yield start, end
