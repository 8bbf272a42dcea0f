"""The hits in an article's text, and the piece of it that shows them best."""

import re
from bisect import bisect_left

from desktop_app.index.hits.highlighter import Span, highlighter
from desktop_app.model.listing import Snippet
from desktop_app.model.query import Node
from desktop_app.model.text import excerpt

_SENTENCE = re.compile(r"(?<=[.!?:…“”\"«])\s+|(?<=[。！？」])|\n+")
_SPACES = re.compile(r"\s+")
_SEARCHED = 100_000  # code points of a text that a snippet is taken from, if there are hits in them
_LEAD = 70  # code points at most before the first hit


def hit_spans(text: str, node: Node, language: str, field: str = "text", lead: int = -1) -> list[Span]:
    """Where `text` matches the query's positive leaves: (start, end) in code points, ascending.

    `field` says what the text is (title, text or note), for words that are meant for one of them; `lead` is where the
    lead ends that the article marks, -1 where it marks none. Raises QueryRefusedError for an unreadable expression.
    """
    return highlighter(node, language, field).spans(text, lead)


def snippet(text: str, node: Node, language: str, width: int = 220, lead: int = -1) -> Snippet:
    """About `width` code points of an article's text on one line, where the hits are densest.

    Where there are none it is the beginning. `lead` as for `hit_spans`.
    """
    finder = highlighter(node, language, "text")
    spans = finder.spans(text[:_SEARCHED], lead)
    if not spans and len(text) > _SEARCHED:
        spans = finder.spans(text, lead)
    if not spans:
        return Snippet(excerpt(text, width))
    first, last = _densest(spans, width)
    begin = _begin(text, spans[first][0], spans[last][1], width)
    end = _end(text, max(begin + width, spans[last][1]), spans[last][1])
    shown = [(max(start, begin), min(stop, end)) for start, stop in spans[first:] if start < end]
    return _one_line(text, begin, end, shown)


def _densest(spans: list[Span], width: int) -> tuple[int, int]:
    """Indexes of the first and last span of the window that holds most of them; the earliest of several."""
    starts = [start for start, _ in spans]
    best = (0, 0)
    for first, start in enumerate(starts):
        last = bisect_left(starts, start + width - 20) - 1
        while last > first and spans[last][1] > start + width:
            last -= 1
        if last - first > best[1] - best[0]:
            best = (first, last)
        if last == len(spans) - 1:
            break
    return best


def _begin(text: str, first: int, last: int, width: int) -> int:
    """Where the snippet begins: at a sentence if one begins shortly before the hits, else at a word."""
    room = max(0, min(_LEAD, (width - (last - first)) // 2))
    low = max(0, first - room)
    if low == 0:
        return 0
    borders = [match.end() for match in _SENTENCE.finditer(text, low, first + 1) if match.end() <= first]
    if borders:
        return borders[0]
    space = _SPACES.search(text, low, first)
    return space.end() if space else low


def _end(text: str, end: int, last: int) -> int:
    if end >= len(text):
        return len(text)
    for at in range(end, max(last, end - 40), -1):
        if text[at].isspace():
            return at
    return end


def _one_line(text: str, begin: int, end: int, spans: list[Span]) -> Snippet:
    """The text with runs of white space as one space, and the spans moved accordingly."""
    before = "… " if text[:begin].strip() else ""
    after = " …" if text[end:].strip() else ""
    shown = text[begin:end].rstrip()
    if shown == " ".join(shown.split()):  # nothing moves
        shift = len(before) - begin
        return Snippet(f"{before}{shown}{after}", tuple((start + shift, stop + shift) for start, stop in spans))
    out, length = [before], len(before)
    moved: list[Span] = []
    at = begin
    for start, stop in spans:
        between = _SPACES.sub(" ", text[at:start])
        hit = _SPACES.sub(" ", text[start:stop])
        out += [between, hit]
        length += len(between)
        moved.append((length, length + len(hit)))
        length += len(hit)
        at = stop
    rest = _SPACES.sub(" ", text[at:end]).rstrip()
    return Snippet("".join([*out, rest, after]), tuple(moved))
