"""What a query finds, worked out article by article from the words and their places: slow, and plain to read."""

import re
from itertools import pairwise, product

from desktop_app.index.evaluation.wildcards import Pattern
from desktop_app.index.text import analysis
from desktop_app.model.documents import Document
from desktop_app.model.query_nodes import (
    And,
    AtLeast,
    Everything,
    Fuzzy,
    Like,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Regex,
    Term,
    Together,
    Wildcard,
)

Span = tuple[int, int]  # first and last position
FIELDS = ("title", "text", "note")


class Field:
    """The words of one field of one article by position."""

    def __init__(self, name: str, text: str, language: str, lead: int) -> None:
        self.name = name
        self.languages = [language] if language in analysis.LANGUAGES else [*analysis.LANGUAGES]
        self.words: list[tuple[str, int]] = []
        self.borders: dict[str, list[int]] = {"sentence": [], "paragraph": []}
        self.lead = 0
        at = 0
        for piece in analysis.marked_pieces(text, lead) if name == "text" else analysis.pieces(text):
            if piece in analysis.MARKS:
                self._mark(piece, at)
                continue
            terms, width = analysis.expand(piece)
            self.words += [(term, at + offset) for term, offset in terms]
            at += width

    def _mark(self, mark: str, at: int) -> None:
        if mark == analysis.LEAD_MARK:
            self.lead = at
        elif at:
            self.borders["sentence"].append(at)
            if mark == analysis.PARAGRAPH_MARK:
                self.borders["paragraph"].append(at)

    def places(self, fits: "set[str]") -> set[Span]:
        """Where one of these words stands."""
        return {(at, at) for word, at in self.words if word in fits}

    def unit(self, scope: str, at: int) -> int:
        """The number of the sentence or paragraph that a position is in."""
        return sum(border <= at for border in self.borders[scope])


def matches(node: Node, document: Document) -> bool:
    """Whether an article matches."""
    if isinstance(node, And):
        return all(matches(part, document) for part in node.parts)
    if isinstance(node, Or):
        return any(matches(part, document) for part in node.parts)
    if isinstance(node, Not):
        return not matches(node.part, document)
    if isinstance(node, Everything):
        return True
    fields = [
        Field(name, getattr(document, name), document.language, document.lead if name == "text" else -1)
        for name in FIELDS
    ]
    if isinstance(node, Like):
        there = {word for field in fields for word, _ in field.words}
        return len(there & set(node.words)) * 3 >= len(set(node.words))
    return any(spans(node, field) for field in fields)


def spans(node: Node, field: Field) -> set[Span]:
    """Where a leaf, or something in one, stands in a field."""
    if isinstance(node, Or):
        return set().union(*(spans(part, field) for part in node.parts))
    if isinstance(node, Near):
        return _near(node, field)
    if isinstance(node, Together):
        return _together(node, field)
    if isinstance(node, AtLeast):
        found = spans(node.part, field)
        return found if len({start for start, _ in found}) >= node.count else set()
    wanted = getattr(node, "field", "")
    if wanted not in ("", field.name) and not (wanted == "lead" and field.name == "text"):
        return set()
    found = _leaf(node, field)
    return {(start, end) for start, end in found if end < field.lead} if wanted == "lead" else found


def _leaf(node: Node, field: Field) -> set[Span]:
    there = {word for word, _ in field.words}
    if isinstance(node, Term):
        return _term(node, field)
    if isinstance(node, Phrase):
        pieces = analysis.pieces(node.text)
        if len(pieces) == 1 and analysis.joined(pieces[0]):
            return _term(Term(node.text), field)
        terms = analysis.phrase_terms(node.text)
        return _window(terms, node.slop, field) if node.slop and len(terms) > 1 else _in_order(terms, field)
    if isinstance(node, Prefix):
        pieces = analysis.pieces(node.text)
        if analysis.is_cjk(pieces[-1]):
            return _term(Term(node.text, exact=True), field)
        beginning = analysis.fold_prefix(pieces[-1])
        return field.places({word for word in there if word.startswith(beginning)})
    if isinstance(node, Wildcard):
        return field.places(set(filter(Pattern(node.pattern).fits, there)))
    if isinstance(node, Regex):
        return field.places({word for word in there if re.fullmatch(node.pattern, word)})
    assert isinstance(node, Fuzzy)
    form = analysis.whole_form(analysis.pieces(node.text))
    if not form:
        return _term(Term(node.text, exact=True), field)
    return field.places({word for word in there if distance(word, form) <= node.distance})


def _term(node: Term, field: Field) -> set[Span]:
    form = analysis.whole_form(analysis.pieces(node.text))
    found: set[Span] = set()
    if form:
        alike = {form}
        for language in () if node.exact else field.languages:
            stem = set(analysis.stems(form, language))
            alike |= {word for word, _ in field.words if stem & set(analysis.stems(word, language))}
        found |= field.places(alike)
    terms = analysis.phrase_terms(node.text)
    if not form or len(terms) > 1:
        found |= _in_order(terms, field)
    return found


def _in_order(terms: list[tuple[str, int]], field: Field) -> set[Span]:
    there = set(field.words)
    last = max((offset for _, offset in terms), default=0)
    begins = {at - offset for word, offset in terms for other, at in field.words if other == word}
    return {(begin, begin + last) for begin in begins if all((word, begin + offset) in there for word, offset in terms)}


def _window(terms: list[tuple[str, int]], slop: int, field: Field) -> set[Span]:
    words = [word for word, _ in terms]
    places = [[at for word, at in field.words if word == wanted] for wanted in words]
    found = set()
    for chosen in product(*places):
        taken = {(word, at) for word, at in zip(words, chosen, strict=True)}
        if len(taken) == len(words) and max(chosen) - min(chosen) < len(words) + slop:
            found.add((min(chosen), max(chosen)))
    return _smallest(found)


def _smallest(found: set[Span]) -> set[Span]:
    """Those that hold no other."""
    return {a for a in found if not any(b != a and a[0] <= b[0] and b[1] <= a[1] for b in found)}


def _near(node: Near, field: Field) -> set[Span]:
    parts = [spans(part, field) for part in node.parts]
    by_last: dict[Span, set[Span]] = {}
    for chain in product(*parts):
        if all(_is_near(a, b, node) for a, b in pairwise(chain)):
            reach = (min(start for start, _ in chain), max(end for _, end in chain))
            by_last.setdefault(chain[-1], set()).add(reach)
    return set().union(*(_smallest(found) for found in by_last.values())) if by_last else set()


def _is_near(a: Span, b: Span, node: Near) -> bool:
    after = 1 <= b[0] - a[1] <= node.distance
    return after or (not node.ordered and 1 <= a[0] - b[1] <= node.distance)


def _together(node: Together, field: Field) -> set[Span]:
    units: dict[int, list[set[Span]]] = {}
    for part in node.parts:
        by_unit: dict[int, set[Span]] = {}
        for start, end in spans(part, field):
            if field.unit(node.scope, start) == field.unit(node.scope, end):
                by_unit.setdefault(field.unit(node.scope, start), set()).add((start, end))
        for unit, found in by_unit.items():
            units.setdefault(unit, []).append(found)
    full = [set().union(*found) for found in units.values() if len(found) == len(node.parts)]
    return {(min(start for start, _ in found), max(end for _, end in found)) for found in full}


def distance(one: str, other: str) -> int:
    """Letters changed, added, left out or swapped with their neighbour; what was swapped is not edited again."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
