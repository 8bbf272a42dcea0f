"""Hits in their context, a line each (keyword in context)."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from desktop_app.index.hits.highlighter import highlighter
from desktop_app.model.query import Node

_LETTERS: Final = 8  # code points a word has at most, on average: the context ends there where nothing parts words


class Keyword(NamedTuple):
    """A hit and what stands beside it, on one line; `start` and `end` are code points in the text."""

    start: int
    end: int
    left: str
    hit: str
    right: str


def lines(text: str, node: Node, language: str, *, before: int = 8, lead: int = -1) -> Iterator[Keyword]:
    """The hits of a query in an article's text, in order, with up to `before` words on either side.

    Contexts are cut at white space, and at 8 code points for each word where there is none, as in Japanese. White
    space between context and hit is kept as one blank. `lead` is where the lead ends that the article marks, or -1.
    """
    room = before * _LETTERS
    for start, end in highlighter(node, language, "text").spans(text, lead):
        yield Keyword(
            start,
            end,
            _left(text, start, room, before),
            " ".join(text[start:end].split()),
            _right(text, end, room, before),
        )


def _left(text: str, end: int, room: int, most: int) -> str:
    begin = max(0, end - room)
    words = text[begin:end].split()
    if begin and len(words) > 1 and not text[begin - 1].isspace() and not text[begin].isspace():
        del words[0]  # only its end is there
    line = " ".join(words[-most:])
    return f"{line} " if line and text[end - 1].isspace() else line


def _right(text: str, begin: int, room: int, most: int) -> str:
    end = begin + room
    words = text[begin:end].split()
    if end < len(text) and len(words) > 1 and not text[end].isspace() and not text[end - 1].isspace():
        del words[-1]
    line = " ".join(words[:most])
    return f" {line}" if line and text[begin].isspace() else line
