"""What a query's leaves ask of a text: words by form, stem, beginning or pattern, and words side by side."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Final

from desktop_app.index.evaluation.fuzzy import Nearness
from desktop_app.index.evaluation.patterns import expression, folded_pattern
from desktop_app.index.evaluation.wildcards import Pattern
from desktop_app.index.hits import spellings
from desktop_app.index.text import analysis
from desktop_app.model.query import Fuzzy, Like, Phrase, Prefix, Prose, Regex, Term, Wildcard

Run = tuple[tuple[str, int], ...]  # words or runs of Japanese script, each with its place from the first one
_SHORTEST: Final = 2  # letters of a pattern that are worth looking for
_PLAIN: Final = re.compile(r"(?:\[[^\[\]\\]+\]|[a-z0-9.*+])*")  # nothing in it is optional but what is before a star
_CLASSES: Final = re.compile(r"\[[^\]]+\]")
_LETTERS: Final = re.compile(r"[a-z0-9]+(?![a-z0-9*])|[a-z0-9]+(?=[a-z0-9]\*)")


class Sought:
    """The words that some leaves take for theirs; a word of a text is held against them in index form."""

    def __init__(self, language: str) -> None:
        known = [each for each in analysis.LANGUAGES if each == language]
        self._languages = known or list(analysis.LANGUAGES)
        self._stems: dict[str, set[str]] = {}
        self._prefixes: tuple[str, ...] = ()
        self._fits: list[Callable[[str], bool]] = []
        self._letters: list[str] | None = []  # of patterns; None where one has no letters to look for
        self.words: set[str] = set()
        self.sequences: list[Run] = []

    def learn(self, leaf: Prose) -> None:
        """Take a leaf in: a word, phrase without slop, beginning, pattern or `like:`."""
        if isinstance(leaf, Term):
            self._learn_term(leaf.text, exact=leaf.exact)
        elif isinstance(leaf, Phrase):
            found = analysis.pieces(leaf.text)
            if len(found) == 1 and analysis.joined(found[0]):
                self._learn_term(leaf.text, exact=False)
            else:
                self._learn_sequence(leaf.text)
        elif isinstance(leaf, Prefix):
            self._learn_prefix(leaf.text)
        elif isinstance(leaf, Like):
            self.words.update(word for word in leaf.words if not analysis.is_cjk(word))
            self.sequences += [((word, 0),) for word in leaf.words if analysis.is_cjk(word)]
        elif isinstance(leaf, Fuzzy):
            self._learn_fuzzy(leaf)
        elif isinstance(leaf, Wildcard):
            pattern = Pattern(leaf.pattern)
            self._learn_pattern(pattern.fits, pattern.letters)
        elif isinstance(leaf, Regex):
            self._learn_pattern(expression(leaf.pattern).fits, _required(folded_pattern(leaf.pattern)))

    def _learn_term(self, text: str, *, exact: bool) -> None:
        form = analysis.whole_form(analysis.pieces(text))
        if form:
            self.words.add(form)
            for language in () if exact else self._languages:
                for stem in analysis.stems(form, language):
                    self._stems.setdefault(language, set()).add(stem)
        if not form or len(analysis.phrase_terms(text)) > 1:
            self._learn_sequence(text)

    def _learn_prefix(self, text: str) -> None:
        found = analysis.pieces(text)
        if found and not analysis.is_cjk(found[-1]):
            self._prefixes += (analysis.fold_prefix(found[-1]),)
        else:
            self._learn_sequence(text)

    def _learn_sequence(self, text: str) -> None:
        words = sequence(text)
        if len(words) == 1 and not analysis.is_cjk(words[0][0]):
            self.words.add(words[0][0])
        elif words:
            self.sequences.append(words)

    def _learn_fuzzy(self, leaf: Fuzzy) -> None:
        form = analysis.whole_form(analysis.pieces(leaf.text))
        if not form:  # Japanese has no letters to spare
            self._learn_term(leaf.text, exact=True)
            return
        nearness, length, distance = Nearness(form), len(form), leaf.distance
        # Two letters that are swapped can spoil two parts of the word; of one part more than that, one is left whole.
        count = 2 * distance + 1
        borders = [length * at // count for at in range(count + 1)]
        self._learn_pattern(
            lambda word: abs(len(word) - length) <= distance and nearness.to(word) <= distance,
            *(form[begin:end] for begin, end in pairwise(borders)),
        )

    def _learn_pattern(self, fits: Callable[[str], bool], *letters: str) -> None:
        """One of the runs of `letters` is in every word that fits."""
        self._fits.append(fits)
        if not all(len(run) >= _SHORTEST and run.isascii() for run in letters):
            self._letters = None
        elif self._letters is not None:
            self._letters += letters

    @property
    def has_patterns(self) -> bool:
        """Whether terms of Japanese script are asked for by more than the script itself."""
        return bool(self._fits)

    def takes(self, term: str) -> bool:
        """Whether a word in index form is one that is asked for."""
        return (
            term in self.words
            or (bool(self._prefixes) and term.startswith(self._prefixes))
            or any(not stems.isdisjoint(analysis.stems(term, known)) for known, stems in self._stems.items())
            or any(fits(term) for fits in self._fits)
        )

    def heads(self) -> set[str] | None:
        """The first letters of all that can be taken, `needle` makes them one expression; None where that fails."""
        if self._letters is None:
            return None
        return {*map(spellings.head_of_word, (*self.words, *self._prefixes))}

    def stem_heads(self) -> set[str]:
        """The first letters of the stems."""
        return {spellings.head_of_stem(stem, known) for known, stems in self._stems.items() for stem in stems}

    def letters(self) -> Iterable[str]:
        """The letters within a word that patterns ask for."""
        return self._letters or ()


def sequence(text: str) -> Run:
    """The words of `text`, or parts of chains, with their places; a run of Japanese script stays whole."""
    out: list[tuple[str, int]] = []
    position = 0
    for piece in analysis.pieces(text):
        if analysis.is_cjk(piece):
            out.append((piece, position))
            position += len(piece)
        else:
            words = analysis.phrase_terms(piece)
            out.extend((word, position + offset) for word, offset in words)
            position += len(words)
    return tuple(out)


def _required(pattern: str) -> str:
    """The longest run of letters that is in every word that fits a plain regular expression; "" of any other."""
    if not _PLAIN.fullmatch(pattern):
        return ""
    return max(_LETTERS.findall(_CLASSES.sub(" ", pattern)), key=len, default="")
