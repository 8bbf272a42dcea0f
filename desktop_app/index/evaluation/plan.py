"""From a leaf of the query to what is looked up: its words are found in each segment once, and weighed, up front."""

import contextlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.index.evaluation import proximity
from desktop_app.index.evaluation.fuzzy import similar_in
from desktop_app.index.evaluation.limits import WORDS
from desktop_app.index.evaluation.patterns import expression
from desktop_app.index.evaluation.searcher import BOOSTS
from desktop_app.index.evaluation.sources import Picked, Search, Source, Words
from desktop_app.index.evaluation.wildcards import Pattern
from desktop_app.index.segments.schema import PROSE
from desktop_app.index.segments.segment import Field
from desktop_app.index.text import analysis
from desktop_app.model.query import Node, Or, Phrase, Prefix, Prose, Term, Wildcard
from desktop_app.model.query_nodes import AtLeast, Fuzzy, Like, Near, Regex, Together

# Tried on seven test collections (Cranfield, CACM, CISI, MED, NPL, XQuAD, JSQuAD), see docs/adr/0012.
ALIKE: Final = 0.8  # what a word with the same stem, or nearly the same letters, is worth beside the word itself
_KEPT: Final = 2_000  # words that were looked up lately: a query that is typed asks for its first words again
_SIGNATURES: Final = 16  # so many are looked at as quickly as one posting
_SHARES: Final = 10  # an occurrence is counted as so many, so that `ALIKE` of it is a whole number
_LANGUAGE_BITS: Final = {"de": 1, "en": 2}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A source, and how many times each of its occurrences counts."""

    source: Source
    weight: float


class Planner:
    """Plans the leaves of one query."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._snapshot = search.snapshot
        self._words: dict[tuple[str, str, bool | None], Words | None] = search.snapshot.found

    def leaf(self, node: Prose) -> list[Weighed]:
        """All that a leaf may be found by, in all fields it is meant for."""
        out: list[Weighed] = []
        for name in PROSE:
            if self._snapshot.filled(name):
                self._search.budget.check()
                out += self._in_field(node, name)
        return out

    def like(self, node: Like) -> list[list[Weighed]]:
        """For each word of an article what it may be found by."""
        return [
            [
                Weighed(words, BOOSTS[name])
                for name in PROSE
                if self._snapshot.filled(name) and (words := self._word(name, form))
            ]
            for form in dict.fromkeys(node.words)
        ]

    def _in_field(self, node: Prose, name: str) -> list[Weighed]:
        if not _meant(node, name):
            return []
        lead = getattr(node, "field", "") == "lead"
        if isinstance(node, Fuzzy):
            parts = self._fuzzy(node, name)
        elif isinstance(node, Term):
            parts = self._term(node, name, counted=not lead)
        else:
            source = self._source(node, name)
            parts = [(source, 1.0)] if source is not None else []
        return [
            Weighed(
                proximity.Lead(source) if lead and not isinstance(source, proximity.Lead) else source,
                BOOSTS[name] * worth,
            )
            for source, worth in parts
        ]

    # -- words -------------------------------------------------------------------------------------------------

    def _picked(self, name: str, pick: Callable[[Field], Sequence[int] | range]) -> dict[int, Picked]:
        picked = {}
        for number, field in enumerate(self._snapshot.fields(name)):
            self._search.budget.check()
            found = pick(field) if field.size else ()
            if len(found):
                picked[number] = Picked(np.asarray(found, np.int64))
        return picked

    def _word(self, name: str, form: str, *, alike: bool = False) -> Words | None:
        """A word, or (`alike`) all words with its stem; None where there is none."""
        key = (name, form, alike)
        with contextlib.suppress(KeyError):  # another search may empty it meanwhile
            return self._words[key]
        if alike:
            picked = self._alike(name, form)
        else:
            encoded = form.encode()
            picked = self._picked(name, lambda field: (number,) if (number := field.find(encoded)) >= 0 else ())
        if len(self._words) >= _KEPT:
            self._words.clear()
        self._words[key] = words = Words(name, picked, self._snapshot).weigh(self._search) if picked else None
        return words

    def _alike(self, name: str, form: str) -> dict[int, Picked]:
        """The words with the stem that `form` has in each language; they count in documents of that language."""
        stems = [(language, stem) for language in analysis.LANGUAGES for stem in analysis.stems(form, language)]
        picked = {}
        for number, field in enumerate(self._snapshot.fields(name)):
            spoken = self._snapshot.spoken(number) if field.size else 0
            languages: dict[int, int] = {}
            for language, stem in stems:
                bit = _LANGUAGE_BITS[language]
                if spoken & bit:
                    for word in field.alike(stem, language):
                        languages[word] = languages.get(word, 0) | bit
            if languages:
                numbers = sorted(languages)
                bits = [languages[word] for word in numbers]
                every = all(each & spoken == spoken for each in bits)
                picked[number] = Picked(np.array(numbers, np.int64), None if every else np.array(bits, np.uint8))
        return picked

    def _limited(self, found: Iterable[int], pattern: str) -> list[int]:
        numbers: list[int] = []
        for number in found:
            if len(numbers) == WORDS:
                self._search.budget.cut(pattern)
                break
            if len(numbers) % 1024 == 0:
                self._search.budget.check()
            numbers.append(number)
        return numbers

    def _group(self, name: str, picked: dict[int, Picked]) -> Words | None:
        return Words(name, picked, self._snapshot).read(self._search) if picked else None

    # -- leaves of one field -----------------------------------------------------------------------------------

    def _term(self, node: Term, name: str, *, counted: bool = False) -> list[tuple[Source, float]]:
        """A word itself, the words with its stem, and its parts side by side where it has a hyphen.

        `counted`: what is wanted are frequencies and no places, so that the words can be read in one go.
        """
        found = analysis.pieces(node.text)
        form = analysis.whole_form(found)
        parts: list[tuple[Source | None, float]] = []
        if form:
            alike = None if node.exact else self._word(name, form, alike=True)
            if alike is not None and counted:
                parts.append((self._favouring(name, form, alike), 1.0 / _SHARES))
            else:
                parts += _beside(self._word(name, form), alike)
        terms = analysis.phrase_terms(node.text)
        if not form or len(terms) > 1:
            parts.append((self._in_order(name, terms), 1.0))
        return [(source, worth) for source, worth in parts if source is not None]

    def _favouring(self, name: str, form: str, alike: Words) -> Words:
        """A word and those like it, which it is one of, as one; its own occurrences count as such, the others less."""
        key = (name, form, None)
        with contextlib.suppress(KeyError):
            return self._words[key] or alike
        favoured = self._words[key] = alike.favouring(form.encode(), self._snapshot, _SHARES, round(ALIKE * _SHARES))
        return favoured

    def _in_order(self, name: str, terms: list[tuple[str, int]]) -> Source | None:
        words = self._each(name, terms)
        there = [(word, offset) for word, (_, offset) in zip(words, terms, strict=True) if word is not None]
        if not there or len(there) < len(words):
            return None
        return proximity.Phrase(there) if len(there) > 1 else there[0][0]

    def _each(self, name: str, terms: list[tuple[str, int]]) -> list[Words | None]:
        """The words of a phrase; one that is there twice is the same object, even if the words kept go in between."""
        found = {form: self._word(name, form) for form in dict.fromkeys(form for form, _ in terms)}
        return [found[form] for form, _ in terms]

    def _phrase(self, node: Phrase, name: str) -> Source | None:
        """A hyphenated word is quoted for its hyphen, not for its form: "Start-ups" finds Startup too."""
        found = analysis.pieces(node.text)
        if len(found) == 1 and analysis.joined(found[0]):
            return self._any(self._term(Term(node.text), name))
        terms = analysis.phrase_terms(node.text)
        if not node.slop or len(terms) < 2:
            return self._in_order(name, terms)
        words = self._each(name, terms)
        there = [word for word in words if word is not None]
        return proximity.Window(there, node.slop) if len(there) == len(words) else None

    def _prefix(self, node: Prefix, name: str) -> Source | None:
        found = analysis.pieces(node.text)
        if not found:
            return None
        if analysis.is_cjk(found[-1]):
            return self._any(self._term(Term(node.text, exact=True), name))
        prefix = analysis.fold_prefix(found[-1]).encode()
        words = self._group(name, self._picked(name, lambda field: range(*field.prefix_range(prefix))))
        if len(found) == 1 or words is None:
            return words
        # U.S.-amerik*: what stands before the last word must be there as well
        before = self._any(self._term(Term(" ".join(found[:-1]), exact=True), name))
        return proximity.Both(words, before) if before is not None else None

    def _wildcard(self, node: Wildcard, name: str) -> Source | None:
        return self._fitting(name, Pattern(node.pattern).fitting, str(node))

    def _regex(self, node: Regex, name: str) -> Source | None:
        return self._fitting(name, expression(node.pattern).numbers, str(node))

    def _fitting(self, name: str, fitting: Callable[[Field], Iterable[int]], pattern: str) -> Words | None:
        """The words that fit a pattern, for which all words are looked at."""
        self._search.budget.spend(sum(field.size for field in self._snapshot.fields(name)))
        return self._group(name, self._picked(name, lambda field: self._limited(fitting(field), pattern)))

    def _fuzzy(self, node: Fuzzy, name: str) -> list[tuple[Source, float]]:
        """The word itself before those that are nearly it. Japanese has no letters to spare."""
        form = analysis.whole_form(analysis.pieces(node.text))
        if not form:
            return self._term(Term(node.text, exact=True), name)
        fields = [(number, field) for number, field in enumerate(self._snapshot.fields(name)) if field.size]
        self._search.budget.spend(sum(field.size for _, field in fields) // _SIGNATURES)
        signatures = [(field, self._snapshot.signatures(field)) for _, field in fields]
        found = similar_in(signatures, form, node.distance)
        near = {
            number: Picked(np.asarray(self._limited(numbers.tolist(), str(node)), np.int64))
            for (number, _), (numbers, _) in zip(fields, found, strict=True)
            if len(numbers)
        }
        parts = _beside(self._word(name, form), self._group(name, near))
        return [(source, worth) for source, worth in parts if source is not None]

    def _near(self, node: Near, name: str) -> Source | None:
        parts = self._all(node.parts, name)
        return proximity.Near(parts, node.distance, ordered=node.ordered) if parts else None

    def _together(self, node: Together, name: str) -> Source | None:
        parts = self._all(node.parts, name)
        return proximity.Together(parts, node.scope if name == "text" else None) if parts else None

    def _at_least(self, node: AtLeast, name: str) -> Source | None:
        part = self._source(node.part, name)
        return proximity.AtLeast(part, node.count) if part is not None else None

    # -- sources with places -----------------------------------------------------------------------------------

    def _source(self, node: Node, name: str) -> Source | None:
        """A part as one source, with places, in one field; None where it cannot be there."""
        if isinstance(node, Or):
            return self._either([self._source(part, name) for part in node.parts])
        if not isinstance(node, Prose) or not _meant(node, name):
            return None
        if isinstance(node, Term):
            source = self._any(self._term(node, name))
        elif isinstance(node, Fuzzy):
            source = self._any(self._fuzzy(node, name))
        else:
            source = self._other(node, name)
        lead = getattr(node, "field", "") == "lead"
        return proximity.Lead(source) if lead and source is not None else source

    def _other(self, node: Prose, name: str) -> Source | None:
        for kind, plan in _PLANS:
            if isinstance(node, kind):
                return plan(self, node, name)
        raise NotImplementedError(f"{type(node).__name__} is not answered by the full-text index")

    def _all(self, nodes: Sequence[Node], name: str) -> list[Source]:
        """All parts, or none where one of them cannot be there."""
        sources = [source for node in nodes if (source := self._source(node, name)) is not None]
        return sources if len(sources) == len(nodes) else []

    @staticmethod
    def _any(parts: list[tuple[Source, float]]) -> Source | None:
        """Where any of them stands. Words that are alike have the word itself among them, so it is left out."""
        sources = [source for source, _ in parts]
        return Planner._either(sources[1:] if any(worth == ALIKE for _, worth in parts[1:]) else sources)

    @staticmethod
    def _either(found: Sequence[Source | None]) -> Source | None:
        sources = [source for source in found if source is not None]
        if len(sources) > 1:
            return proximity.AnyOf(sources)
        return sources[0] if sources else None


_PLANS: Final[tuple[tuple[type[Prose], Callable[..., Source | None]], ...]] = (
    (Phrase, Planner._phrase),
    (Prefix, Planner._prefix),
    (Wildcard, Planner._wildcard),
    (Regex, Planner._regex),
    (Near, Planner._near),
    (Together, Planner._together),
    (AtLeast, Planner._at_least),
)


def _beside(word: Source | None, alike: Source | None) -> list[tuple[Source | None, float]]:
    """What a word and those like it, which it is one of, are worth."""
    return [(word, 1.0 - ALIKE), (alike, ALIKE)] if alike is not None else [(word, 1.0)]


def _meant(node: Node, name: str) -> bool:
    """Whether a leaf is to be looked for in a field; the lead is part of the text."""
    wanted = getattr(node, "field", "")
    return wanted in ("", name) or (wanted == "lead" and name == "text")
