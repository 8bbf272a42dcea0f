"""Collects documents and inverts them into the fields of one segment.

The inner loop is one regular expression and one dictionary look-up a word, both in C. Everything that is needed
once for each distinct word (folding, hyphens, stems) is done once for each distinct word, and the rest in numpy.
"""

from array import array
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.index.analysis import expand, pieces, stem_all
from desktop_app.index.postings import FieldPostings, Ints, accumulate, invert, ranges
from desktop_app.index.schema import PROSE, STEMS
from desktop_app.model.documents import Document

_LANGUAGES: Final = {"de": 1, "en": 2}  # bits; whatever else has both


class _Codes(dict[str, int]):
    """Numbers pieces in the order in which they turn up."""

    def __missing__(self, piece: str) -> int:
        code = self[piece] = len(self)
        return code


class _Column:
    """The pieces of one field: their codes, and how many of them each document has."""

    def __init__(self) -> None:
        self.codes = array("I")
        self.counts = array("I")


class Batch:
    """Documents that will make one segment. Later ones with the same id replace earlier ones when inverted."""

    def __init__(self) -> None:
        self.ids = array("q")
        self._languages = array("B")
        self._codes = _Codes()
        self._columns = {name: _Column() for name in PROSE}
        self.tokens = 0

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, document: Document) -> None:
        """Analyse a document and keep its words."""
        self.ids.append(document.id)
        self._languages.append(_LANGUAGES.get(document.language, 3))
        number = self._codes.__getitem__
        for name, text in zip(PROSE, (document.title, document.text, document.note), strict=True):
            found = pieces(text)
            column = self._columns[name]
            column.codes.extend(map(number, found))
            column.counts.append(len(found))
            self.tokens += len(found)

    def invert(self) -> tuple[npt.NDArray[np.int64], dict[str, FieldPostings]]:
        """The ids by document number, and the inverted fields."""
        lexicon = _Lexicon(list(self._codes))
        languages = np.frombuffer(self._languages, np.uint8)
        fields: dict[str, FieldPostings] = {}
        for name in PROSE:
            column = self._columns[name]
            tokens = lexicon.tokens(np.frombuffer(column.codes, np.uint32), np.frombuffer(column.counts, np.uint32))
            words = fields[name] = invert(lexicon.terms, *tokens, len(self.ids))
            fields[STEMS[name]] = stemmed(words, languages, len(self.ids))
        return np.frombuffer(self.ids, np.int64).copy(), fields


class _Lexicon:
    """What each distinct piece expands to."""

    def __init__(self, found: list[str]) -> None:
        expansions = [expand(piece) for piece in found]
        numbers: dict[str, int] = {}
        codes = array("I")
        offsets = array("I")
        for terms, _ in expansions:
            for term, offset in terms:
                codes.append(numbers.setdefault(term, len(numbers)))
                offsets.append(offset)
        encoded = [term.encode() for term in numbers]
        order = sorted(range(len(encoded)), key=encoded.__getitem__)
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order))
        self.terms = [encoded[at] for at in order]
        self._ranks: Ints = rank[np.frombuffer(codes, np.uint32)] if codes else np.zeros(0, np.int64)
        self._offsets = np.frombuffer(offsets, np.uint32).astype(np.int64)
        self._sizes = np.array([len(terms) for terms, _ in expansions], np.int64)
        self._firsts = np.cumsum(self._sizes) - self._sizes
        self._widths = np.array([width for _, width in expansions], np.int64)

    def tokens(self, codes: Ints, counts: Ints) -> tuple[Ints, Ints, Ints]:
        """Terms (as ranks), documents and positions of all tokens of a field, in order."""
        docs = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
        widths = self._widths[codes]
        after = np.concatenate(([0], np.cumsum(widths)))
        first_piece = np.concatenate(([0], np.cumsum(counts)))[:-1].astype(np.int64)
        begins = after[:-1] - np.repeat(after[first_piece], counts)
        sizes = self._sizes[codes]
        entries = ranges(self._firsts[codes], sizes)
        return (
            self._ranks[entries],
            np.repeat(docs, sizes),
            np.repeat(begins, sizes) + self._offsets[entries],
        )


def stemmed(words: FieldPostings, languages: npt.NDArray[np.uint8], size: int) -> FieldPostings:
    """The stems of an inverted field, each document's in its own language, or in both if that is not known."""
    texts = [term.decode() for term in words.terms]
    german, english = stem_all(texts)
    vocabulary = sorted({stem for stem in german + english if stem})
    numbers = {stem: number for number, stem in enumerate(vocabulary)} | {"": -1}
    term_of = np.repeat(np.arange(len(texts), dtype=np.int64), np.diff(words.posts))
    german_of = np.array([numbers[stem] for stem in german], np.int64)[term_of]
    english_of = np.array([numbers[stem] for stem in english], np.int64)[term_of]
    spoken = languages[words.docs]
    use_german = (german_of >= 0) & ((spoken & 1) != 0)
    # Where both languages give the same stem it counts once.
    use_english = (english_of >= 0) & ((spoken & 2) != 0) & ~(use_german & (german_of == english_of))
    return accumulate(
        [stem.encode() for stem in vocabulary],
        np.concatenate((german_of[use_german], english_of[use_english])),
        np.concatenate((words.docs[use_german], words.docs[use_english])),
        np.concatenate((words.freqs[use_german], words.freqs[use_english])),
        size,
    )
