"""Searching for a word searches for its synonyms too, where the reader has said what they are."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from desktop_app.model.query_leaves import literal
from desktop_app.model.query_nodes import (
    And,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Term,
    Together,
    conjunction,
    disjunction,
    negation,
)
from desktop_app.model.query_notices import Notice

MAX_ADDED: Final = 200  # words that are added to one query
SHOWN: Final = 8  # in a notice

_DROPPED = re.compile("[\u0300-\u036f\u00ad\\-\u2010\u2011'’]")
_DIGRAPH = re.compile("([aou])e")


def folded(text: str) -> str:
    """What spellings of a word or phrase have in common: capitals, umlauts, accents and hyphens do not count."""
    letters = unicodedata.normalize("NFKC", text).casefold()
    bare = "".join(_base(char) for char in letters)
    return " ".join(_DIGRAPH.sub(r"\1", _DROPPED.sub("", bare)).split())


def _base(char: str) -> str:
    """A Latin letter without its accent; kana keep their sound marks."""
    return unicodedata.normalize("NFD", char) if char < "\u0370" or "\u1e00" <= char < "\u1f00" else char


def expand(
    node: Node, sets: Sequence[Sequence[str]], *, key: Callable[[str], str] = folded
) -> tuple[Node, list[Notice]]:
    """`node` with each word or phrase that stands in one of `sets` replaced by all words of those sets.

    Words are the same if `key` makes the same of them. Words with `=` in front, phrases with a distance, words that
    are counted (`atleast3:`) and patterns are meant as they are written and stay so. At most 200 words are added.
    """
    expansion = _Expansion(sets, key)
    return (expansion.of(node), expansion.notices) if expansion.known else (node, [])


@dataclass(slots=True)
class _Expansion:
    sets: Sequence[Sequence[str]]
    key: Callable[[str], str]
    known: dict[str, list[int]] = field(default_factory=dict)  # key of a word: the sets that hold it
    notices: list[Notice] = field(default_factory=list)
    left: int = MAX_ADDED

    def __post_init__(self) -> None:
        for number, words in enumerate(self.sets):
            for word in words:
                if (name := self.key(word)) and number not in self.known.setdefault(name, []):
                    self.known[name].append(number)

    def of(self, node: Node) -> Node:
        """The tree again; it is at most `query.MAX_DEPTH` deep, so this may recurse."""
        if isinstance(node, And):
            return conjunction([self.of(part) for part in node.parts])
        if isinstance(node, Or):
            return disjunction(self._unique([self.of(part) for part in node.parts]))
        if isinstance(node, Not):
            return negation(self.of(node.part))
        if isinstance(node, Near):
            return Near(tuple(self.of(part) for part in node.parts), node.distance, node.ordered)
        if isinstance(node, Together):
            return Together(tuple(self.of(part) for part in node.parts), node.scope)
        if (isinstance(node, Term) and not node.exact) or (isinstance(node, Phrase) and not node.slop):
            return self._leaf(node)
        return node

    def _leaf(self, leaf: Term | Phrase) -> Node:
        own = self.key(leaf.text)
        words = {own: leaf.text}
        for number in self.known.get(own, []):
            for word in self.sets[number]:
                words.setdefault(self.key(word), word)
        others = [made for word in list(words.values())[1:] if (made := literal(word, leaf.field)) and made != leaf]
        taken = others[: self.left]
        self.left -= len(taken)
        if len(taken) < len(others):
            self._tell(Notice.made("Only the first {limit} synonyms are searched.", limit=MAX_ADDED))
        if not taken:
            return leaf
        shown = ", ".join(made.text for made in taken[:SHOWN]) + (" …" if len(taken) > SHOWN else "")
        self._tell(Notice.made("Synonyms of “{word}” are searched too: {others}.", word=leaf.text, others=shown))
        alternatives: list[Node] = [leaf, *taken]
        return disjunction(alternatives)

    def _tell(self, notice: Notice) -> None:
        if notice not in self.notices:
            self.notices.append(notice)

    def _unique(self, parts: Sequence[Node]) -> list[Node]:
        """Alternatives without those that are there already: `cat OR feline` asks for neither twice."""
        found: dict[Node, Node] = {}
        for part in parts:
            for leaf in part.parts if isinstance(part, Or) else (part,):
                found.setdefault(self._same(leaf), leaf)
        return list(found.values())

    def _same(self, leaf: Node) -> Node:
        if isinstance(leaf, Term | Phrase):
            return replace(leaf, text=self.key(leaf.text))
        return leaf
