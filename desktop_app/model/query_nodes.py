"""The tree that a query is read into, and its printing.

Leaves are prose (answered by the full-text index) or a `Filter` (answered by the store). The set is open: a
later kind of leaf derives from `Prose` and brings its own `__str__`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

ProseField = Literal["", "title", "lead", "text", "note"]  # "" is title, text and note; a lead is part of the text
Scope = Literal["sentence", "paragraph"]


class Node:
    """A part of a query. Nodes compare by value and print in the query language."""

    __slots__ = ()


class Prose(Node):
    """A leaf that the full-text index answers.

    Every kind has a `field` of type `ProseField`, but for those that hold other prose (`Near`, `Together`, `AtLeast`):
    there each part has its own, and the parts must stand in one and the same field of an article.
    """

    __slots__ = ()


def _prefix(field: str) -> str:
    return f"{field}:" if field else ""


@dataclass(frozen=True, slots=True)
class Term(Prose):
    """One word as it was typed; `exact` switches stemming off (`=word`). Starts and ends alphanumeric."""

    text: str
    field: ProseField = ""
    exact: bool = False

    def __str__(self) -> str:
        return f"{_prefix(self.field)}{'=' if self.exact else ''}{self.text}"


@dataclass(frozen=True, slots=True)
class Phrase(Prose):
    """Words in their order, side by side; holds no `"` and no run of white space.

    With a `slop` n (`"a b"~n`) the words may stand in any order, with up to n other words among them.
    """

    text: str
    field: ProseField = ""
    slop: int = 0

    def __str__(self) -> str:
        return f'{_prefix(self.field)}"{self.text}"{f"~{self.slop}" if self.slop else ""}'


@dataclass(frozen=True, slots=True)
class Prefix(Prose):
    """All words that begin with `text` (`Wirtschafts*`)."""

    text: str
    field: ProseField = ""

    def __str__(self) -> str:
        return f"{_prefix(self.field)}{self.text}*"


@dataclass(frozen=True, slots=True)
class Wildcard(Prose):
    """All words that fit `pattern`, where `*` is any run of letters and `?` is one letter."""

    pattern: str
    field: ProseField = ""

    def __str__(self) -> str:
        return f"{_prefix(self.field)}{self.pattern}"


@dataclass(frozen=True, slots=True)
class Fuzzy(Prose):
    """Words that become `text` by at most `distance` (1 or 2) letters changed, added, left out or swapped."""

    text: str
    distance: int
    field: ProseField = ""

    def __str__(self) -> str:
        return f"{_prefix(self.field)}{self.text}~{self.distance}"


@dataclass(frozen=True, slots=True)
class Regex(Prose):
    """Words that fit a regular expression as a whole (`/h[au]fen/`), in RE2's syntax; holds no bare `/`."""

    pattern: str
    field: ProseField = ""

    def __str__(self) -> str:
        return f"{_prefix(self.field)}/{self.pattern}/"


Placed = Term | Phrase | Prefix | Wildcard | Fuzzy | Regex  # leaves whose occurrences have places in a field


@dataclass(frozen=True, slots=True)
class Near(Prose):
    """Each part is at most `distance` words from the next (neighbours are 1 apart); `ordered`: and before it.

    The two or more parts are leaves, or alternatives (`Or`) of leaves, that have places in the text.
    """

    parts: tuple[Node, ...]
    distance: int
    ordered: bool = False

    def __str__(self) -> str:
        word = f" {'W' if self.ordered else 'NEAR'}/{self.distance} "
        return word.join(_bracketed(part, (Or, Near, Together)) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Together(Prose):
    """All parts within one sentence (`a SENT b`) or one paragraph (`a SAME b`); parts as in `Near`, or a `Near`."""

    parts: tuple[Node, ...]
    scope: Scope

    def __str__(self) -> str:
        word = " SENT " if self.scope == "sentence" else " SAME "
        return word.join(_bracketed(part, (Or, Near, Together)) for part in self.parts)


@dataclass(frozen=True, slots=True)
class AtLeast(Prose):
    """`part` stands at least `count` times in one field of an article (`atleast3:word`)."""

    part: "Placed"
    count: int  # 2 or more

    def __str__(self) -> str:
        return f"atleast{self.count}:{self.part}"


@dataclass(frozen=True, slots=True)
class Like(Prose):
    """Articles like the one with number `article`: they hold at least a third of its `words`.

    `words`, in index form, are filled in by the archive, which knows the article.
    """

    article: int  # above 0
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"like:{self.article}"


@dataclass(frozen=True, slots=True)
class Filter(Node):
    """A condition on what is known about an article.

    `field` is one of `query_fields.FILTERS`. For `date`, `first` and `last` are the days yyyymmdd at which the
    range begins and ends (0 and 99991231 where it is open); an article is in it if its own date can be.
    For the other fields `value` is what the reader typed, for `is` and `lang` in its canonical spelling.
    """

    field: str
    value: str
    first: int = 0
    last: int = 0

    def __str__(self) -> str:
        return f"{self.field}:{quoted(self.value)}"


PEOPLE = ("person", "org")  # filters for what is named in a text, and so has places there


@dataclass(frozen=True, slots=True)
class Meeting(Node):
    """People and organisations named together, with one another or with words: `person:A SENT person:B`.

    At least one of the two or more parts is a `Filter` of `PEOPLE`; the others are as in `Together`.
    """

    parts: tuple[Node, ...]
    scope: Scope

    def __str__(self) -> str:
        word = " SENT " if self.scope == "sentence" else " SAME "
        return word.join(_bracketed(part, (Or, Near, Together)) for part in self.parts)

    @property
    def words(self) -> tuple[Node, ...]:
        """The parts that the full-text index answers."""
        return tuple(part for part in self.parts if not isinstance(part, Filter))


@dataclass(frozen=True, slots=True)
class And(Node):
    """All of two or more parts."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " ".join(_bracketed(part, _CHAINS) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or(Node):
    """Any of two or more parts."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " OR ".join(_bracketed(part, (And, Near, Together, Meeting)) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Not(Node):
    """Everything that is not in `part`."""

    part: Node

    def __str__(self) -> str:
        return "-" + _bracketed(self.part, (And, *_CHAINS))


@dataclass(frozen=True, slots=True)
class Everything(Node):
    """All articles: the empty query, or `*`."""

    def __str__(self) -> str:
        return "*"


QUOTES_AND_BRACKETS = "\"„“”‟»«›‹＂「」『』｢｣〝〟〞'‚‘’()（）"


def quoted(value: str) -> str:
    """`value` as it must stand behind `field:`, in quotes where it would fall apart without them."""
    bare = not any(char.isspace() or char in QUOTES_AND_BRACKETS for char in value)
    return value if bare else f'"{value}"'


def _bracketed(node: Node, kinds: type[Node] | tuple[type[Node], ...]) -> str:
    return f"({node})" if isinstance(node, kinds) else str(node)


_CHAINS = (Or, Near, Together, Meeting)


def conjunction(parts: list[Node]) -> Node:
    """And over `parts`, flat; one part stands for itself, none is everything."""
    flat = [leaf for part in parts for leaf in (part.parts if isinstance(part, And) else (part,))]
    if not flat:
        return Everything()
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def disjunction(parts: list[Node]) -> Node:
    """Or over one or more `parts`, flat."""
    flat = [leaf for part in parts for leaf in (part.parts if isinstance(part, Or) else (part,))]
    return flat[0] if len(flat) == 1 else Or(tuple(flat))


def negation(part: Node) -> Node:
    """Not of `part`; a double negation falls away."""
    return part.part if isinstance(part, Not) else Not(part)


def leaves(node: Node) -> Iterator[Node]:
    """All leaves below `node`, from left to right, negated ones too."""
    stack = [node]
    while stack:
        top = stack.pop()
        if isinstance(top, (And, Or)):
            stack.extend(reversed(top.parts))
        elif isinstance(top, Not):
            stack.append(top.part)
        else:
            yield top


def positive_prose(node: Node) -> Iterator[Prose]:
    """The prose leaves that a hit may show: those under an even number of negations.

    `Near`, `Together` and `AtLeast` are yielded as they are, for their words are hits only where they meet;
    `inner_leaves` opens them.
    """
    stack = [(node, True)]
    while stack:
        top, positive = stack.pop()
        if isinstance(top, (And, Or)):
            stack.extend((part, positive) for part in reversed(top.parts))
        elif isinstance(top, Not):
            stack.append((top.part, not positive))
        elif positive and isinstance(top, Prose):
            yield top


def depth(node: Node) -> int:
    """How many operators lie above the deepest leaf."""
    deepest = 0
    stack = [(node, 0)]
    while stack:
        top, level = stack.pop()
        deepest = max(deepest, level)
        if isinstance(top, (And, Or, Near, Together, Meeting)):
            stack.extend((part, level + 1) for part in top.parts)
        elif isinstance(top, Not):
            stack.append((top.part, level + 1))
    return deepest


def inner_leaves(node: Node) -> Iterator[Prose]:
    """The words, phrases and patterns of `node` from left to right, negated ones too, with `Near` and the like opened.

    Yields `Placed` leaves, and `Like`, whose words are its own.
    """
    stack: list[Node] = [node]
    while stack:
        top = stack.pop()
        if isinstance(top, (And, Or, Near, Together, Meeting)):
            stack.extend(reversed(top.parts))
        elif isinstance(top, (Not, AtLeast)):
            stack.append(top.part)
        elif isinstance(top, Prose):
            yield top


def asks_words(node: Node) -> bool:
    """Whether the full-text index is needed for any part of `node`."""
    return any(isinstance(leaf, Prose) or (isinstance(leaf, Meeting) and leaf.words) for leaf in leaves(node))


def is_prose(node: Node) -> bool:
    """Whether the full-text index alone can answer `node`."""
    return all(isinstance(leaf, Prose) for leaf in leaves(node))
