"""Taking a query apart, and mending it: what the query doctor tries."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.query import parse
from desktop_app.model.query_chains import can_stand_in
from desktop_app.model.query_dates import OPEN_FIRST, OPEN_LAST, print_range
from desktop_app.model.query_leaves import MAX_DISTANCE, literal
from desktop_app.model.query_lexer import NEAR_DISTANCE
from desktop_app.model.query_nodes import (
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
    Term,
    Together,
    Wildcard,
    conjunction,
    disjunction,
    negation,
)
from desktop_app.model.query_notices import Notice

MAX_REPAIRS: Final = 60
MAX_WORDS: Final = 20  # of a phrase that is taken apart
MIN_BEGINNING, MIN_PART, MIN_FUZZY = 3, 4, 4  # code points of a word that may begin others, stand in or be like them

Repaired = tuple[Notice, Node]


def parts(node: Node) -> list[Node]:
    """What a query asks for all at once, from left to right; nothing for the empty query."""
    if isinstance(node, Everything):
        return []
    return list(node.parts) if isinstance(node, And) else [node]


def without(node: Node, part: Node) -> Node:
    """The query without one of its `parts`; the first, if it is there twice."""
    kept = parts(node)
    if part in kept:
        kept.remove(part)
    return conjunction(kept)


def replaced(node: Node, old: Node, new: Node) -> Node:
    """The query with `new` wherever `old` stands; what fits no NEAR or SENT is joined to the rest by AND."""
    return _mapped(node, lambda part: new if part == old else None)


def _mapped(node: Node, change: Callable[[Node], Node | None]) -> Node:
    """The tree again, with what `change` makes of its nodes; it is at most `query.MAX_DEPTH` deep."""
    made = change(node)
    if made is not None:
        return made
    if isinstance(node, And | Or | Near | Together | Meeting):
        inner = [_mapped(part, change) for part in node.parts]
        if isinstance(node, And):
            return conjunction(inner)
        if isinstance(node, Or):
            return disjunction(inner)
        within = Together if isinstance(node, Meeting) else type(node)
        fitting = all(can_stand_in(within, part) or part in node.parts for part in inner)
        return replace(node, parts=tuple(inner)) if fitting else conjunction(inner)
    if isinstance(node, Not):
        return negation(_mapped(node.part, change))
    if isinstance(node, AtLeast):
        part = _mapped(node.part, change)
        return AtLeast(part, node.count) if isinstance(part, Placed) else part
    return node


def repairs(node: Node) -> list[Repaired]:
    """Queries that may find more than `node`, each with a sentence that says what is done; none twice, at most 60."""
    found: dict[Node, Notice] = {}
    for notice, repaired in _candidates(node):
        if repaired != node and repaired not in found and _readable(repaired):
            found[repaired] = notice
        if len(found) == MAX_REPAIRS:
            break
    return [(notice, repaired) for repaired, notice in found.items()]


def repairs_of(node: Node, part: Node) -> list[Repaired]:
    """The repairs that change one of the `parts` of a query and nothing else."""
    others = set(parts(without(node, part)))
    return [
        (notice, repaired)
        for notice, repaired in repairs(node)
        if part not in parts(repaired) and others <= set(parts(repaired))
    ]


def _readable(node: Node) -> bool:
    """Whether the query stays within the bounds of the language."""
    try:
        parse(str(node), dt.date.min)
    except QueryRefusedError:
        return False
    return True


def _candidates(node: Node) -> Iterator[Repaired]:
    yield from _fewer(node)
    yield from _any_of(node)
    yield from _everywhere(node)
    for leaf, inside in _positive(node):
        for notice, made in _changes(leaf, inside=inside):
            yield notice, replaced(node, leaf, made)


def _fewer(node: Node) -> Iterator[Repaired]:
    wanted = parts(node)
    if len(wanted) < 2:
        return
    for part in wanted:
        if isinstance(part, Not):
            yield Notice.made("Do not leave out “{part}”.", part=str(part.part)), without(node, part)
        else:
            yield Notice.made("Search without “{part}”.", part=str(part)), without(node, part)


def _any_of(node: Node) -> Iterator[Repaired]:
    words = [part for part in parts(node) if _has_words(part)]
    if len(words) > 1:
        others = [part for part in parts(node) if part not in words]
        yield (
            Notice.made("Search for any of the words instead of all of them."),
            conjunction([disjunction(words), *others]),
        )


def _has_words(part: Node) -> bool:
    """Alternatives of filters, and articles like another, are no words."""
    if isinstance(part, Or):
        return any(map(_has_words, part.parts))
    return isinstance(part, Prose) and not isinstance(part, Like)


def _everywhere(node: Node) -> Iterator[Repaired]:
    names = dict.fromkeys(leaf.field for leaf, _ in _positive(node) if isinstance(leaf, Placed) and leaf.field)
    for name in names:
        yield (
            Notice.made("Search everywhere, not in “{field}:” alone.", field=name),
            _mapped(node, partial(_anywhere, field=name)),
        )


def _anywhere(node: Node, field: str) -> Node | None:
    return replace(node, field="") if isinstance(node, Placed) and node.field == field else None


def _positive(node: Node, *, inside: bool = False) -> Iterator[tuple[Node, bool]]:
    """Leaves and composites that are wanted, not excluded; and whether they are parts of a composite."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from _positive(part, inside=inside)
    elif isinstance(node, Near | Together):
        yield node, inside
        for part in node.parts:
            yield from _positive(part, inside=True)
    elif isinstance(node, AtLeast):
        yield node, inside
        yield node.part, True
    elif not isinstance(node, Not | Everything):
        yield node, inside


def _changes(leaf: Node, *, inside: bool) -> Iterator[Repaired]:
    if isinstance(leaf, Term):
        yield from _of_word(leaf)
    elif isinstance(leaf, Phrase):
        yield from _of_phrase(leaf, inside=inside)
    elif isinstance(leaf, Fuzzy) and leaf.distance == 1:
        yield Notice.made(_SPELT, word=leaf.text), replace(leaf, distance=2)
    elif isinstance(leaf, Prefix) and len(leaf.text) >= MIN_PART and leaf.text.isalnum():
        yield Notice.made(_HOLDING, word=leaf.text), Wildcard(f"*{leaf.text}*", leaf.field)
    elif isinstance(leaf, Near | Together):
        yield from _of_chain(leaf, inside=inside)
    elif isinstance(leaf, AtLeast):
        yield Notice.made("Search for “{part}” however seldom it stands.", part=str(leaf.part)), leaf.part
    elif isinstance(leaf, Filter) and leaf.field == "date":
        yield from _of_date(leaf)


_SPELT = "Search for words that are spelt like “{word}”."
_HOLDING = "Search for words that hold “{word}”."
_ANY_PLACE = "Search for all words of “{part}”, wherever they stand."


def _of_word(word: Term) -> Iterator[Repaired]:
    if word.exact:
        yield Notice.made("Search for other forms of “{word}” too.", word=word.text), replace(word, exact=False)
    if any(char >= "\u2e80" for char in word.text):  # Japanese is found by any part of it already
        return
    if len(word.text) >= MIN_BEGINNING:
        yield Notice.made("Search for words that begin with “{word}”.", word=word.text), Prefix(word.text, word.field)
    if len(word.text) >= MIN_PART and word.text.isalnum():
        yield Notice.made(_HOLDING, word=word.text), Wildcard(f"*{word.text}*", word.field)
    if len(word.text) >= MIN_FUZZY:
        yield Notice.made(_SPELT, word=word.text), Fuzzy(word.text, 1, word.field)


def _of_phrase(phrase: Phrase, *, inside: bool) -> Iterator[Repaired]:
    words = [word for text in phrase.text.split(" ") if (word := literal(text, phrase.field))]
    if not 1 < len(words) <= MAX_WORDS:
        return
    if phrase.slop < NEAR_DISTANCE:
        yield (
            Notice.made("Search for the words of “{part}” near each other, in any order.", part=phrase.text),
            replace(phrase, slop=NEAR_DISTANCE),
        )
    if not inside:
        yield Notice.made(_ANY_PLACE, part=phrase.text), conjunction(list(words))


def _of_chain(chain: Near | Together, *, inside: bool) -> Iterator[Repaired]:
    if isinstance(chain, Near):
        if chain.ordered:
            yield Notice.made("Search for “{part}” in any order.", part=str(chain)), replace(chain, ordered=False)
        wider = min(max(2 * chain.distance, NEAR_DISTANCE), MAX_DISTANCE)
        if wider > chain.distance:
            said = Notice.made("Let the words of “{part}” be {distance} words apart.", part=str(chain), distance=wider)
            yield said, replace(chain, distance=wider)
    elif chain.scope == "sentence":
        yield Notice.made("Search for “{part}” in one paragraph.", part=str(chain)), replace(chain, scope="paragraph")
    if not inside:
        yield Notice.made(_ANY_PLACE, part=str(chain)), conjunction(_opened(chain.parts))


def _opened(wanted: Sequence[Node]) -> list[Node]:
    return [inner for part in wanted for inner in (part.parts if isinstance(part, Near) else (part,))]


def _of_date(date: Filter) -> Iterator[Repaired]:
    """The whole of its years, or, where it is whole years, a year more on each side."""
    for years in (0, 1):
        first = date.first if date.first == OPEN_FIRST else (max(date.first // 10000 - years, 1)) * 10000 + 101
        last = date.last if date.last == OPEN_LAST else (min(date.last // 10000 + years, 9999)) * 10000 + 1231
        if (first, last) != (date.first, date.last):
            value = print_range(first, last)
            yield Notice.made("Widen the dates to “{value}”.", value=value), Filter("date", value, first, last)
            return
