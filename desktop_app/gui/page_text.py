"""An article's text cut into what a page shows: paragraphs with their part, each a span of the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from desktop_app.model.article import Part

LONGEST_PARAGRAPH = 4_000  # code points; Qt's line breaking slows down beyond
LONGEST_WORD = 400  # a word that long never ends: it is cut, or breaking it into lines takes seconds
_GAP = re.compile(r"\n[ \t\u3000]*(?:\n[ \t\u3000]*)+")
EARLY = 3  # a byline among the first paragraphs moves into the line below the title
_ENDLESS = re.compile(rf"[^\s\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af-]{{{LONGEST_WORD}}}")
# What Qt or a terminal would obey instead of showing: controls, frame and object marks, bidi overrides. Each is
# replaced by one code point of one UTF-16 unit, so that offsets stay.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffc]")
_OVERRIDES = re.compile("[\u202d\u202e]")
_EMBEDDINGS = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Letters that run from right to left, and marks of direction (Unicode's blocks of bidi classes R and AL).
_DIRECTED = re.compile(
    "[\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A span of the text in code points; `role` is a part's role, or "" for running text."""

    start: int
    end: int
    role: str = ""
    parts: tuple[Part, ...] = ()  # those that cover a piece of it only
    joined: bool = False  # continues the paragraph before, which was too long for one


def harmless(text: str) -> str:
    """The text with everything replaced that would be obeyed rather than shown; offsets stay the same."""
    if text.isascii() and text.isprintable():
        return text
    return _OVERRIDES.sub("\u2060", _OBEYED.sub("\ufffd", text)).replace("\n", "\u2028")


def one_line(text: str) -> str:
    """Foreign text for a label of ours: on one line, harmless, and its direction kept to itself."""
    line = " ".join(_EMBEDDINGS.sub("", _OBEYED.sub(" ", text)).split())
    return f"\u2068{line}\u2069" if _DIRECTED.search(line) else line


def paragraphs(text: str, parts: Sequence[Part]) -> Iterator[Paragraph]:
    """The paragraphs of a text in order; what is between them is white space only."""
    parts = sorted(parts, key=lambda part: part.start)
    number = 0
    for start, end in _chunks(text):
        while number < len(parts) and parts[number].end <= start:
            number += 1
        within = []
        for part in islice(parts, number, None):
            if part.start >= end:
                break
            within.append(Part(max(start, part.start), min(end, part.end), part.role))
        role = _role_of(text, start, end, within)
        joined = False
        for first, last in pieces(text, start, end):
            inner = () if role else tuple(part for part in within if part.start < last and part.end > first)
            yield Paragraph(first, last, role, inner, joined)
            joined = True


def leading_byline(found: Sequence[Paragraph]) -> Paragraph | None:
    """The paragraph that states the author among the first `EARLY` ones, for the line below the title."""
    for paragraph in found:
        if paragraph.role == "byline" and paragraph.end - paragraph.start <= 160:
            return paragraph
    return None


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _GAP.finditer(text):
        yield from _trimmed(text, start, gap.start())
        start = gap.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a span that is too long for one block, at a space where there is one."""
    while start < end:
        last = min(end, start + LONGEST_PARAGRAPH)
        endless = _ENDLESS.search(text, start, last)
        if endless:
            last = endless.end()
        elif last < end:
            space = text.rfind(" ", start + LONGEST_PARAGRAPH // 2, last)
            last = space + 1 if space >= 0 else last
        yield start, last
        start = last


def _role_of(text: str, start: int, end: int, within: list[Part]) -> str:
    """The role of the first part where parts cover the whole span, else ""."""
    at = start
    for part in within:
        if text[at : part.start].strip():
            return ""
        at = part.end
    return within[0].role if within and not text[at:end].strip() else ""
