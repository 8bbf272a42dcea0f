"""The query language: text in, tree out. Faulty input is repaired or taken literally, with a notice.

`parse` never recurses over the input and is bounded, so that no query can hang or break the program.
"""

import dataclasses
import datetime as dt
from dataclasses import dataclass

from desktop_app.model import query_leaves
from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.query_fields import FILTERS
from desktop_app.model.query_lexer import Token, tokens
from desktop_app.model.query_nodes import (
    And,
    Everything,
    Filter,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Prose,
    Term,
    Wildcard,
    conjunction,
    disjunction,
    is_prose,
    leaves,
    negation,
    positive_prose,
)
from desktop_app.model.query_notices import Notice
from desktop_app.model.text import normalise

__all__ = [
    "FILTERS",
    "And",
    "Everything",
    "Filter",
    "Node",
    "Not",
    "Notice",
    "Or",
    "Phrase",
    "Prefix",
    "Prose",
    "Query",
    "Term",
    "Wildcard",
    "is_prose",
    "leaves",
    "parse",
    "positive_prose",
]

MAX_LENGTH = 2000  # code points
MAX_DEPTH = 64  # brackets within brackets
MAX_TERMS = 200  # words, phrases and filters


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was understood. Parsing `understood` again gives an equal `root`."""

    text: str
    root: Node
    notices: list[Notice]

    @property
    def understood(self) -> str:
        """The query printed in its canonical form; "" stands for everything."""
        return "" if isinstance(self.root, Everything) else str(self.root)

    @property
    def has_prose(self) -> bool:
        """Whether hits can be ranked by relevance."""
        return next(iter(positive_prose(self.root)), None) is not None


def parse(text: str, today: dt.date) -> Query:
    """Read a query; `today` is what `date:today` means.

    Raises QueryRefusedError for more than 2,000 characters, 64 nested brackets or 200 terms.
    """
    if len(text) > MAX_LENGTH:
        raise QueryRefusedError(
            "The query has {length} characters; the limit is {limit}. Please shorten it.",
            length=len(text),
            limit=MAX_LENGTH,
        )
    parser = _Parser(today)
    for token in tokens(normalise(text)):
        parser.take(token)
    return Query(text, parser.finish(), parser.notices)


@dataclass(slots=True)
class _Frame:
    """One level of brackets: alternatives of conjunctions, and what waits for its operand."""

    field: str = ""  # stands before the bracket and is meant for every word in it
    negated: bool = False  # the bracket as a whole
    alternatives: list[list[Node]] = dataclasses.field(default_factory=lambda: [[]])
    operator: Token | None = None
    nots: list[Token] = dataclasses.field(default_factory=list)


class _Parser:
    def __init__(self, today: dt.date) -> None:
        self.notices: list[Notice] = []
        self._today = today
        self._frames = [_Frame()]
        self._field: str = ""
        self._terms = 0

    def take(self, token: Token) -> None:
        if token.kind in ("word", "phrase"):
            self._leaf(token)
        elif token.kind == "field":
            self._drop_field()
            self._field = token.text
        elif token.kind == "open":
            self._push()
        elif token.kind == "close":
            self._drop_field()
            self._pop()
        elif token.kind == "stray":
            self._say("“{mark}” had no partner and was left out.", mark=token.text)
        else:
            self._operator(token)

    def finish(self) -> Node:
        self._drop_field()
        missing = len(self._frames) - 1
        if missing:
            self._say("Closing brackets were missing and were added at the end: {count}.", count=missing)
        while len(self._frames) > 1:
            self._pop()
        return self._close(self._frames[0]) or Everything()

    def _say(self, template: str, **fields: object) -> None:
        self.notices.append(Notice.made(template, **fields))

    def _leaf(self, token: Token) -> None:
        self._terms += 1
        if self._terms > MAX_TERMS:
            raise QueryRefusedError(
                "The query has more than {limit} words and conditions. Please use fewer.", limit=MAX_TERMS
            )
        field_name, self._field = self._field or self._frames[-1].field, ""
        if not token.closed:
            self._say("A quotation mark was not closed; everything behind it was read as one phrase.")
        node, notices = query_leaves.read(token, field_name, self._today)
        self.notices += notices
        if node is None:
            self._frames[-1].nots.clear()
        else:
            self._add(node)

    def _add(self, node: Node) -> None:
        frame = self._frames[-1]
        if len(frame.nots) % 2:
            node = negation(node)
        frame.nots.clear()
        if frame.operator is not None and frame.operator.kind == "or":
            frame.alternatives.append([])
        frame.operator = None
        frame.alternatives[-1].append(node)

    def _operator(self, token: Token) -> None:
        self._drop_field()
        frame = self._frames[-1]
        if token.kind == "not":
            frame.nots.append(token)
            return
        self._dangling(frame)
        if not frame.alternatives[-1]:
            self._say("“{word}” had nothing before it and was left out.", word=token.text)
        else:
            frame.operator = token

    def _push(self) -> None:
        if len(self._frames) > MAX_DEPTH:
            raise QueryRefusedError("The query nests more than {limit} brackets. Please simplify it.", limit=MAX_DEPTH)
        frame = self._frames[-1]
        inner = _Frame(self._field or frame.field, negated=bool(len(frame.nots) % 2))
        frame.nots.clear()
        self._field = ""
        self._frames.append(inner)

    def _pop(self) -> None:
        if len(self._frames) == 1:
            self._say("A closing bracket had no partner and was left out.")
            return
        frame = self._frames.pop()
        node = self._close(frame)
        if node is None:
            self._say("A pair of brackets was empty and was left out.")
        else:
            self._add(negation(node) if frame.negated else node)

    def _close(self, frame: _Frame) -> Node | None:
        self._dangling(frame)
        if not frame.alternatives[0]:
            return None
        return disjunction([conjunction(parts) for parts in frame.alternatives])

    def _dangling(self, frame: _Frame) -> None:
        """Tell of operators that found no operand, and forget them."""
        waiting = ([frame.operator] if frame.operator else []) + frame.nots
        for token in waiting:
            self._say("“{word}” had nothing behind it and was left out.", word=token.text)
        frame.operator = None
        frame.nots.clear()

    def _drop_field(self) -> None:
        if self._field:
            self._say("“{name}:” had no value and was left out.", name=self._field)
        self._field = ""
