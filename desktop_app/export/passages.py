"""A text as a page sets it: paragraphs with the part they play, and the notes that lie across them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.model.article import Article, Note, Part

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_SET_APART = ("lead", "subheading", "caption", "credit", "byline")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a run of lines that plays a part of its own; offsets are code points."""

    start: int
    end: int
    role: str  # of the part that covers it, or ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A note that lies on a span of the text; `number` is 0 for a highlight without words."""

    start: int
    end: int
    number: int
    note: Note


def passages(article: Article) -> list[Passage]:
    """The text without the white space between its paragraphs.

    A part that fills its lines is a passage of its own, also where no empty line sets it off; one amid a line
    stays where it is.
    """
    text = article.text
    apart = [part for part in article.parts if part.role in _SET_APART and _fills_lines(text, part)]
    cuts = {0, len(text)}
    cuts.update(match.start() for match in _BREAK.finditer(text))
    cuts.update(edge for part in apart for edge in (part.start, part.end))
    ordered = sorted(cuts)
    found, at = [], 0
    for first, last in pairwise(ordered):
        low, high = _stripped(text, first, last)
        if low == high:
            continue
        while at < len(apart) and apart[at].end <= low:
            at += 1
        covered = at < len(apart) and apart[at].start <= low and high <= apart[at].end
        found.append(Passage(low, high, apart[at].role if covered else ""))
    return found


def _fills_lines(text: str, part: Part) -> bool:
    before = text[text.rfind("\n", 0, part.start) + 1 : part.start]
    stop = text.find("\n", part.end)
    return not before.strip() and not text[part.end : None if stop < 0 else stop].strip()


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    low = start + len(piece) - len(piece.lstrip())
    return low, max(low, start + len(piece.rstrip()))


def placed(article: Article, notes: Sequence[Note]) -> tuple[list[Note], list[Marked]]:
    """The notes on the article as a whole, and those on a span in the order of the text, numbered.

    A note whose span holds no text (any more), or whose words are gone, is on the whole: it must not be lost.
    """
    whole, marked = [], []
    for note in notes:
        start, end = _stripped(article.text, max(note.start or 0, 0), max(note.end or 0, 0))
        if note.start is None or note.orphaned or start >= end:
            whole.append(note)
        else:
            marked.append(Marked(start, end, 0, note))
    marked.sort(key=lambda mark: (mark.start, mark.end, mark.note.id))
    numbered, count = [], 0
    for mark in marked:
        count += bool(mark.note.body.strip())
        number = count if mark.note.body.strip() else 0
        numbered.append(Marked(mark.start, mark.end, number, mark.note))
    return whole, numbered


def pieces(start: int, end: int, marks: Sequence[Marked]) -> Iterator[tuple[int, int, list[Marked]]]:
    """Cut a passage wherever a mark begins or ends: spans with the marks that lie on them, oldest first."""
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    edges = sorted({start, end, *(min(max(edge, start), end) for m in inside for edge in (m.start, m.end))})
    for low, high in pairwise(edges):
        yield low, high, [mark for mark in inside if mark.start <= low and high <= mark.end]
