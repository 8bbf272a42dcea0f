"""Finds in a text what a query matched, with offsets in the text as it is shown."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from desktop_app.index.hits import spellings
from desktop_app.index.hits.hit_places import (
    AnyOf,
    Ask,
    Borders,
    Event,
    Key,
    Leaf,
    Meeting,
    Neighbours,
    Often,
    Places,
    Window,
    With,
)
from desktop_app.index.hits.sought import Run, Sought
from desktop_app.index.text import analysis
from desktop_app.model.query import AtLeast, Near, Node, Or, Phrase, Prefix, Prose, Term, Together, positive_prose

Span = tuple[int, int]
_MEMO_SIZE: Final = 50_000
_MOST_HEADS: Final = 60  # with more of them, looking at every word is quicker than looking for some
_SCRIPT: Final = re.compile(f"[{analysis.CJK}]+")
_PLAIN: Final = 0  # the number of what is marked wherever it stands

# What is known of a piece: whether it is marked wherever it stands, and what of it has to meet with others.
_Look = tuple[bool, tuple[tuple[Key, int], ...]]
_NOTHING: Final[_Look] = (False, ())


@lru_cache(maxsize=16)
def highlighter(node: Node, language: str, field: str) -> "Highlighter":
    """The highlighter for a query; kept, because a page of snippets asks for the same one fifty times."""
    return Highlighter(node, language, field)


class Highlighter:
    """Marks what a query's positive leaves match in one field of an article; the index's rules apply."""

    def __init__(self, node: Node, language: str, field: str) -> None:
        self._language = language
        self._field = field
        self._sought = [Sought(language)]
        self._asks: list[Ask] = []
        for leaf in positive_prose(node):
            if _is_plain(leaf):
                if self._applies(leaf):
                    self._sought[_PLAIN].learn(leaf)
            else:
                self._asks.append(self._ask(leaf))
        self._runs, together = _parted(self._sought[_PLAIN].sequences)
        if together:
            self._asks.append(Leaf(_PLAIN, together, only_lead=False))
        keyed = {word for each in self._sought for run in each.sequences for word, _ in run}
        self._words = {word for word in keyed if not analysis.is_cjk(word)}
        self._keyed_runs = sorted(keyed - self._words) if self._asks else []
        self._needle = self._made_needle()
        self._patterns = any(each.has_patterns for each in self._sought)
        self._memo: dict[str, _Look] = {}

    def _applies(self, leaf: Prose) -> bool:
        field = getattr(leaf, "field", "")
        return field in ("", self._field) or (field == "lead" and self._field == "text")

    def _ask(self, node: Node) -> Ask:
        """What a leaf asks that cannot be told from a single word."""
        if isinstance(node, Near):
            return Neighbours([self._ask(part) for part in node.parts], node.distance, ordered=node.ordered)
        if isinstance(node, Together):
            return Meeting([self._ask(part) for part in node.parts], node.scope)
        if isinstance(node, AtLeast):
            return Often(self._ask(node.part), node.count)
        if isinstance(node, Or):
            return AnyOf([self._ask(part) for part in node.parts])
        if not isinstance(node, Prose) or not self._applies(node):
            return AnyOf([])
        if isinstance(node, Phrase) and _is_loose(node):
            words = Counter(word for word, _ in analysis.phrase_terms(node.text))
            asks = [(self._leaf(Term(word, node.field, exact=True)), count) for word, count in words.items()]
            return Window(asks, words.total() + node.slop)
        if isinstance(node, Prefix) and (before := _before(node)):
            return With(self._leaf(node), self._leaf(before))
        return self._leaf(node)

    def _leaf(self, leaf: Prose) -> Leaf:
        sought = Sought(self._language)
        sought.learn(leaf)
        self._sought.append(sought)
        only_lead = getattr(leaf, "field", "") == "lead"
        return Leaf(len(self._sought) - 1, sought.sequences, only_lead=only_lead)

    def _made_needle(self) -> re.Pattern[str] | None:
        """What finds the few words of a text that can be meant; None where all have to be looked at."""
        heads: set[str] = {*map(spellings.head_of_word, self._words)}
        stems: set[str] = set()
        inner: set[str] = set()
        for each in self._sought:
            if (known := each.heads()) is None:
                return None
            heads |= known
            stems |= each.stem_heads()
            inner |= {*each.letters()}
        if len(heads) + len(stems) + len(inner) > _MOST_HEADS or "" in heads:
            return None
        # A longer beginning is found by a shorter one.
        heads = {head for head in heads if not any(head != each and head.startswith(each) for each in heads)}
        return spellings.needle(heads, stems, inner)

    def spans(self, text: str, lead: int = -1) -> list[Span]:
        """Ascending spans (start, end) in `text`, in code points, that do not overlap.

        `lead` is where the lead ends that the article itself marks, -1 where it marks none.
        """
        folded, narrow, origins = spellings.folded_and_narrow(text)
        found: list[Span] = []
        events: list[Event] = []
        self._scan(folded, narrow, found, events)
        if events:
            places = Places(folded, events, Borders(text, origins, lead, whole=self._field != "text"))
            found += [place[2:] for ask in self._asks for place in ask.places(places, 0, sys.maxsize)]
        merged = _merged(found)
        return merged if origins is None else [analysis.origin(origins, *span) for span in merged]

    def _scan(self, folded: str, narrow: str, found: list[Span], events: list[Event]) -> None:
        """Collect what is marked wherever it stands, and what has to meet with others."""
        memo = self._memo
        for start, piece in self._pieces(folded, narrow):
            look = memo.get(piece) or self._remember(piece)
            if look is _NOTHING:
                continue
            if look[0]:
                found.append((start, start + len(piece)))
            if look[1]:
                events.append(Event(start, start + len(piece), look[1]))
        for run in self._runs:
            found += [(at, at + len(run)) for at in _finds(folded, run)]
        for run in self._keyed_runs:
            events += [Event(at, at + len(run), ((run, 0),)) for at in _finds(folded, run)]
        if self._patterns and self._needle is None:
            self._scan_script(folded, found, events)

    def _pieces(self, folded: str, narrow: str) -> Iterable[tuple[int, str]]:
        """The pieces of a folded text that are worth a look, and where they begin."""
        if self._needle is not None:
            return _found(folded, narrow, self._needle)
        memo = self._memo
        looks = [memo.get(piece) or self._remember(piece) for piece in {*analysis.PIECE.findall(folded)}]
        if all(look is _NOTHING for look in looks):
            return ()
        return ((match.start(), match[0]) for match in analysis.PIECE.finditer(folded))

    def _scan_script(self, folded: str, found: list[Span], events: list[Event]) -> None:
        """Hold the characters of Japanese script, and their pairs, against patterns."""
        for run in _SCRIPT.finditer(folded):
            for term, offset in analysis.expand(run[0])[0]:
                start = run.start() + offset
                hit, keys = self._memo.get(f" {term}") or self._remember_term(term)
                if hit:
                    found.append((start, start + len(term)))
                if keys:
                    events.append(Event(start, start + len(term), keys))

    def _remember(self, piece: str) -> _Look:
        if analysis.is_cjk(piece):
            return _NOTHING
        terms = analysis.expand(piece)[0]
        keys: list[tuple[Key, int]] = [(word, at) for word, at in terms if word in self._words]
        keys += [
            (number, at)
            for number, sought in enumerate(self._sought)
            if number != _PLAIN
            for word, at in terms
            if sought.takes(word)
        ]
        hit = any(self._sought[_PLAIN].takes(word) for word, _ in terms)
        return self._keep(piece, (hit, tuple(keys)))

    def _remember_term(self, term: str) -> _Look:
        keys = tuple((number, 0) for number, sought in enumerate(self._sought) if number and sought.takes(term))
        return self._keep(f" {term}", (self._sought[_PLAIN].takes(term), keys))

    def _keep(self, piece: str, look: _Look) -> _Look:
        if len(self._memo) >= _MEMO_SIZE:
            self._memo.clear()
        self._memo[piece] = look = look if look[0] or look[1] else _NOTHING
        return look


def _is_plain(leaf: Prose) -> bool:
    """Whether each of the leaf's words is marked, wherever it stands."""
    if isinstance(leaf, (Near, Together, AtLeast)) or getattr(leaf, "field", "") == "lead":
        return False
    return not (isinstance(leaf, Phrase) and _is_loose(leaf)) and not (isinstance(leaf, Prefix) and _before(leaf))


def _is_loose(phrase: Phrase) -> bool:
    return phrase.slop > 0 and len(analysis.phrase_terms(phrase.text)) > 1


def _before(prefix: Prefix) -> Term | None:
    """What must stand in the text before the last word's beginning, as in U.S.-amerik*."""
    found = analysis.pieces(prefix.text)
    if len(found) < 2 or analysis.is_cjk(found[-1]):
        return None
    return Term(" ".join(found[:-1]), prefix.field, exact=True)


def _parted(runs: Iterable[Run]) -> tuple[list[str], list[Run]]:
    """Runs of script that stand for themselves, and words that have to stand side by side."""
    single: list[Run] = []
    several: list[Run] = []
    for run in runs:
        (single if len(run) == 1 else several).append(run)
    return list(dict.fromkeys(run[0][0] for run in single)), several


def _found(folded: str, narrow: str, needle: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The pieces of a folded text that can be meant, and where they begin."""
    search, whole = needle.search, analysis.PIECE.match
    at = 0
    while hit := search(narrow, at):
        start = _begin(folded, hit.start(), at)
        piece = whole(folded, start)
        if piece is None:
            return
        yield start, piece[0]
        at = piece.end()


def _begin(folded: str, at: int, floor: int) -> int:
    """Where the piece begins that has a letter at `at`; it does not reach over `floor`."""
    while True:
        while at > floor and _is_letter(folded[at - 1]):
            at -= 1
        gap = at - 1
        if gap > floor and folded[gap] in " \n":
            gap -= 1
        if gap <= floor or folded[gap] not in analysis.HYPHENS or not _is_letter(folded[gap - 1]):
            return at
        at = gap


def _is_letter(char: str) -> bool:
    return char.isalnum() and not analysis.is_cjk(char)


def _finds(text: str, part: str) -> Iterator[int]:
    """Where `part` stands in `text`, also over itself."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
