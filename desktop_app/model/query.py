"""The query language: text in, tree out. Faulty input is repaired or taken literally, with a notice.

    query    = any { ("OR" | "ODER" | "||") any }
    any      = all { ["AND" | "UND" | "&&"] all }
    all      = { "NOT" | "NICHT" } context
    context  = chain { ("SENT" | "SATZ" | "SAME" | "ABSATZ") chain }
    chain    = operand { ("NEAR" | "NAHE" | "NEAR/5" | "NAHE/5" | "W/5") operand }
    operand  = { "-" } [ field ":" ] [ ("atleast" | "mindestens") number ":" ] ( "(" query ")" | leaf )
    leaf     = word | "=" word | word "~" [ "1" | "2" ] | word with * or ? | phrase [ "~" number ] | "/" regex "/"
             | date ".." date | ("<" | ">" | "<=" | ">=") date

`parse` never recurses over the input and is bounded, so that no query can hang or break the program.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.model import query_leaves
from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.query_chains import chain
from desktop_app.model.query_fields import FILTERS
from desktop_app.model.query_lexer import CONTROLS, Token, readable, tokens
from desktop_app.model.query_nodes import (
    PEOPLE,
    And,
    AtLeast,
    Everything,
    Filter,
    Fuzzy,
    Like,
    Meeting,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Placed,
    Prefix,
    Prose,
    Regex,
    Term,
    Together,
    Wildcard,
    conjunction,
    depth,
    disjunction,
    inner_leaves,
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
    "AtLeast",
    "Everything",
    "Filter",
    "Fuzzy",
    "Like",
    "Meeting",
    "Near",
    "Node",
    "Not",
    "Notice",
    "Or",
    "Phrase",
    "Placed",
    "Prefix",
    "Prose",
    "Query",
    "Regex",
    "Term",
    "Together",
    "Wildcard",
    "inner_leaves",
    "is_prose",
    "leaves",
    "parse",
    "positive_prose",
]

MAX_LENGTH = 10_000  # code points
MAX_DEPTH = 64  # of the tree; brackets that change nothing do not count
MAX_TERMS = 200  # words, phrases and filters
MAX_COUNT = 10_000  # of atleast
MAX_NOTICES = 20


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was understood. Parsing `understood` again gives an equal tree: `asked`, or without it `root`.

    Where the archive widens a query, by synonyms for instance, `root` is what is searched and `asked` what was read.
    """

    text: str
    root: Node
    notices: list[Notice]
    asked: Node | None = None

    @property
    def understood(self) -> str:
        """The query printed in its canonical form; "" stands for everything."""
        node = self.root if self.asked is None else self.asked
        return "" if isinstance(node, Everything) else str(node)

    @property
    def has_prose(self) -> bool:
        """Whether hits can be ranked by relevance."""
        return next(iter(positive_prose(self.root)), None) is not None


def parse(text: str, today: dt.date) -> Query:
    """Read a query; `today` is what `date:today` means.

    Raises QueryRefusedError for more than 10,000 characters, 200 terms or a tree of more than 64 levels.
    """
    _check_length(text)
    parser = _Parser(today)
    if CONTROLS.search(normalise(text)):
        parser.notices.append(Notice.made("Characters that cannot be read were left out."))
    for token in tokens(readable(text)):
        parser.take(token)
    query = Query(text, parser.finish(), parser.notices)
    # A field before brackets is printed before each word, a mixed chain word by word: what is shown must be readable.
    _check_length(query.understood)
    if sum(max(1, sum(1 for _ in inner_leaves(leaf))) for leaf in leaves(query.root)) > MAX_TERMS:
        raise _too_many()
    return query


def _check_length(text: str) -> None:
    if len(text) > MAX_LENGTH:
        raise QueryRefusedError(
            "The query has {length} characters; the limit is {limit}. Please shorten it.",
            length=len(text),
            limit=MAX_LENGTH,
        )


def _too_many() -> QueryRefusedError:
    return QueryRefusedError("The query has more than {limit} words and conditions. Please use fewer.", limit=MAX_TERMS)


@dataclass(slots=True)
class _Frame:
    """One level of brackets: operands with the operators between them, and what waits for its operand."""

    field: str = ""  # stands before the bracket and is meant for every word in it
    count: int = 0  # of atleast, likewise
    nots: Sequence[Token] = ()  # of the bracket as a whole
    operands: list[Node] = dataclasses.field(default_factory=list)
    negated: list[bool] = dataclasses.field(default_factory=list)  # by NOT, which binds less than NEAR
    joins: list[Token] = dataclasses.field(default_factory=list)
    operator: Token | None = None
    waiting: list[Token] = dataclasses.field(default_factory=list)  # NOT and -


_AND = Token("and", "")


def _is_named(node: Node) -> bool:
    return isinstance(node, Filter) and node.field in PEOPLE


def _joins(frame: _Frame, at: int) -> bool:
    """Whether the operand at `at` is joined to the one before it by AND."""
    return frame.joins[at - 1].kind == "and"


class _Parser:
    def __init__(self, today: dt.date) -> None:
        self.notices: list[Notice] = []
        self._today = today
        self._frames = [_Frame()]
        self._field = ""
        self._count: Token | None = None
        self._terms = 0

    def take(self, token: Token) -> None:
        if token.kind in ("word", "phrase", "regex"):
            self._leaf(token)
        elif token.kind == "field":
            self._drop_field()
            self._field = token.text
        elif token.kind == "atleast":
            self._drop_count()
            self._count = token
        elif token.kind == "open":
            self._push()
        elif token.kind == "close":
            self._drop_names()
            self._pop()
        elif token.kind == "stray":
            self._say("“{mark}” had no partner and was left out.", mark=token.text)
        else:
            self._operator(token)

    def finish(self) -> Node:
        self._drop_names()
        missing = len(self._frames) - 1
        if missing:
            self._say("Closing brackets were missing and were added at the end: {count}.", count=missing)
        while len(self._frames) > 1:
            self._pop()
        return self._close(self._frames[0]) or Everything()

    def _say(self, template: str, **fields: object) -> None:
        self._tell([Notice.made(template, **fields)])

    def _tell(self, notices: Sequence[Notice]) -> None:
        for notice in notices:
            if notice not in self.notices and len(self.notices) < MAX_NOTICES:
                self.notices.append(notice)

    def _leaf(self, token: Token) -> None:
        self._terms += 1
        if self._terms > MAX_TERMS:
            raise _too_many()
        frame = self._frames[-1]
        name, self._field = self._field or frame.field, ""
        if not token.closed:
            self._say("A quotation mark was not closed; everything behind it was read as one phrase.")
        node, notices = query_leaves.read(token, name, self._today)
        self._tell(notices)
        count = self._taken_count()
        if node is None:
            frame.waiting.clear()
        else:
            self._add(self._counted(node, count), frame.waiting)

    def _taken_count(self) -> int:
        """How often the next leaf must stand; 0 where nothing is said."""
        token, self._count = self._count, None
        if token is None:
            return self._frames[-1].count
        if token.number > MAX_COUNT:
            self._say("“{word}:” was read as {limit}, the limit.", word=token.text, limit=MAX_COUNT)
        return min(token.number, MAX_COUNT)

    def _counted(self, node: Node, count: int) -> Node:
        if count < 2:
            return node
        if isinstance(node, Placed):
            return AtLeast(node, count)
        self._say("“{part}” cannot be counted in a text; “atleast{count}:” was left out.", part=str(node), count=count)
        return node

    def _add(self, node: Node, nots: Sequence[Token]) -> None:
        frame = self._frames[-1]
        negated = bool(len(nots) % 2)
        loosely = negated and any(token.text != "-" for token in nots)
        if negated and not loosely:
            node = negation(node)
        frame.waiting.clear()
        if frame.operands:
            frame.joins.append(frame.operator or _AND)
        frame.operator = None
        frame.operands.append(node)
        frame.negated.append(loosely)

    def _operator(self, token: Token) -> None:
        self._drop_names()
        frame = self._frames[-1]
        if token.kind == "not":
            frame.waiting.append(token)
            return
        self._dangling(frame)
        if not frame.operands:
            self._say("“{word}” had nothing before it and was left out.", word=token.text)
        else:
            frame.operator = token

    def _push(self) -> None:
        frame = self._frames[-1]
        if self._count is not None:
            self._say(
                "“{word}:” counts words and phrases, so it was read for each in the brackets.", word=self._count.text
            )
        inner = _Frame(self._field or frame.field, self._taken_count(), nots=tuple(frame.waiting))
        frame.waiting.clear()
        self._field = ""
        self._frames.append(inner)

    def _pop(self) -> None:
        if len(self._frames) == 1:
            self._say("A closing bracket had no partner and was left out.")
            return
        frame = self._frames.pop()
        node = self._close(frame)
        # One operand is no deeper than it was; so this is looked up for as many brackets as there are words at most.
        if node and len(frame.operands) > 1 and depth(node) > MAX_DEPTH:
            raise QueryRefusedError("The query nests more than {limit} brackets. Please simplify it.", limit=MAX_DEPTH)
        if node is None:
            self._say("A pair of brackets was empty and was left out.")
        else:
            self._add(node, frame.nots)

    def _close(self, frame: _Frame) -> Node | None:
        """The alternatives of a frame, each a conjunction of chains."""
        self._join_behind(frame)
        self._dangling(frame)
        if not frame.operands:
            return None
        alternatives: list[list[Node]] = [[]]
        begin = 0
        for end, join in enumerate([*frame.joins, _AND], start=1):
            if join.kind not in ("and", "or"):
                continue
            alternatives[-1].append(self._chain(frame, begin, end))
            begin = end
            if join.kind == "or":
                alternatives.append([])
        return disjunction([conjunction(parts) for parts in alternatives])

    def _join_behind(self, frame: _Frame) -> None:
        """`person:A person:B SENT`: an operator behind the people it joins stands between them."""
        token = frame.operator
        if token is None or token.kind not in ("sentence", "paragraph"):
            return
        begin = len(frame.operands)
        while begin and _is_named(frame.operands[begin - 1]) and (begin == len(frame.operands) or _joins(frame, begin)):
            begin -= 1
        if len(frame.operands) - begin > 1:
            frame.joins[begin:] = [token] * (len(frame.operands) - begin - 1)
            frame.operator = None

    def _chain(self, frame: _Frame, begin: int, end: int) -> Node:
        """One node of the operands `begin` to `end` and what joins them; a NOT at its head is meant for all of it."""
        first, *others = frame.operands[begin:end]
        negated = frame.negated[begin + 1 : end]
        others = [negation(node) if no else node for node, no in zip(others, negated, strict=True)]
        node, notices = chain([first, *others], frame.joins[begin : end - 1])
        self._tell(notices)
        return negation(node) if frame.negated[begin] else node

    def _dangling(self, frame: _Frame) -> None:
        """Tell of operators that found no operand, and forget them."""
        for token in ([frame.operator] if frame.operator else []) + frame.waiting:
            self._say("“{word}” had nothing behind it and was left out.", word=token.text)
        frame.operator = None
        frame.waiting.clear()

    def _drop_names(self) -> None:
        self._drop_field()
        self._drop_count()

    def _drop_field(self) -> None:
        if self._field:
            self._say("“{name}:” had no value and was left out.", name=self._field)
        self._field = ""

    def _drop_count(self) -> None:
        if self._count is not None:
            self._say("“{name}:” had no value and was left out.", name=self._count.text)
        self._count = None
