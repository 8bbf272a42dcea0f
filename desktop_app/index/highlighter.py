"""Finds in a text what a query matched, with offsets in the text as it is shown."""

from bisect import bisect_right
from functools import lru_cache

from desktop_app.index import analysis
from desktop_app.index.folding import fold_with_origins
from desktop_app.index.wildcards import Pattern
from desktop_app.model.query import Node, Phrase, Prefix, Prose, Term, Wildcard, positive_prose

Span = tuple[int, int]
_MEMO_SIZE = 50_000

# What is known of a piece: whether it is a hit, how many positions it takes, which words of phrases it holds.
_Look = tuple[bool, int, tuple[tuple[str, int], ...]]
_NOTHING: _Look = (False, 1, ())


@lru_cache(maxsize=16)
def highlighter(node: Node, language: str, field: str) -> "Highlighter":
    """The highlighter for a query; kept, because a page of snippets asks for the same one fifty times."""
    return Highlighter(node, language, field)


class Highlighter:
    """Marks the words, phrases and prefixes of a query's positive leaves; the index's rules apply."""

    def __init__(self, node: Node, language: str, field: str) -> None:
        self._language = language
        self._words: set[str] = set()
        self._stems: set[str] = set()
        self._prefixes: tuple[str, ...] = ()
        self._patterns: list[Pattern] = []
        self._phrases: list[list[tuple[str, int]]] = []
        for leaf in positive_prose(node):
            if getattr(leaf, "field", "") in ("", field):
                self._learn(leaf)
        self._phrase_words = {word for phrase in self._phrases for word, _ in phrase}
        self._heads = self._first_letters()
        self._memo: dict[str, _Look] = {}

    def _first_letters(self) -> frozenset[str]:
        """The first two letters of all that can match, to pass over most words at once; empty if that fails."""
        if self._patterns or any(len(prefix) < 2 for prefix in self._prefixes):
            return frozenset()
        return frozenset(word[:2] for word in (*self._words, *self._stems, *self._prefixes, *self._phrase_words))

    def _learn(self, leaf: Prose) -> None:
        if isinstance(leaf, Term):
            self._learn_term(leaf.text, exact=leaf.exact)
        elif isinstance(leaf, Phrase):
            found = analysis.pieces(leaf.text)
            if len(found) == 1 and analysis.joined(found[0]):
                self._learn_term(leaf.text, exact=False)
            else:
                self._learn_phrase(leaf.text)
        elif isinstance(leaf, Prefix):
            found = analysis.pieces(leaf.text)
            if found and not analysis.is_cjk(found[-1]):
                self._prefixes += (analysis.fold_prefix(found[-1]),)
            else:
                self._learn_phrase(leaf.text)
        elif isinstance(leaf, Wildcard):
            self._patterns.append(Pattern(leaf.pattern))

    def _learn_term(self, text: str, *, exact: bool) -> None:
        form = analysis.whole_form(analysis.pieces(text))
        if form:
            self._words.add(form)
            if not exact:
                self._stems.update(analysis.stems(form))
        if not form or len(analysis.phrase_terms(text)) > 1:
            self._learn_phrase(text)

    def _learn_phrase(self, text: str) -> None:
        if terms := analysis.phrase_terms(text):
            self._phrases.append(terms)

    def spans(self, text: str) -> list[Span]:
        """Ascending spans (start, end) in `text`, in code points, that do not overlap."""
        folded, origins = fold_with_origins(text)
        memo = self._memo
        found: list[Span] = []
        places = _Places()
        position = 0
        for match in analysis.PIECE.finditer(folded):
            piece = match[0]
            look = memo.get(piece) or self._remember(piece)
            if look[0]:
                found.append(match.span())
            if look[2]:
                places.add(position, match.start(), piece, look[2])
            position += look[1]
        for phrase in self._phrases:
            found.extend(places.occurrences(phrase))
        merged = _merged(found)
        return merged if origins is None else [analysis.origin(origins, *span) for span in merged]

    def _remember(self, piece: str) -> _Look:
        if len(self._memo) >= _MEMO_SIZE:
            self._memo.clear()
        if self._heads and piece.isascii() and piece.isalnum() and self._cannot_match(piece):
            look = self._memo[piece] = _NOTHING
            return look
        terms, width = analysis.expand(piece)
        held = tuple(term for term in terms if term[0] in self._phrase_words)
        hit = not analysis.is_cjk(piece) and any(self._is_hit(term) for term, _ in terms)
        look = self._memo[piece] = (hit, width, held)
        return look

    def _cannot_match(self, piece: str) -> bool:
        """By its first letters. Folding may change them (`ue`), and so may stemming (dying, die)."""
        return piece[:2] not in self._heads and piece[1:2] != "y" and piece[:2] not in ("ae", "oe", "ue")

    def _is_hit(self, term: str) -> bool:
        return (
            term in self._words
            or (bool(self._prefixes) and term.startswith(self._prefixes))
            or (bool(self._stems) and not self._stems.isdisjoint(analysis.stems(term, self._language)))
            or any(pattern.fits(term) for pattern in self._patterns)
        )


class _Places:
    """Where the words of phrases stand: positions, and the pieces that cover them."""

    def __init__(self) -> None:
        self._at: dict[str, list[int]] = {}
        self._positions: list[int] = []
        self._pieces: list[tuple[int, str]] = []

    def add(self, position: int, start: int, piece: str, words: tuple[tuple[str, int], ...]) -> None:
        self._positions.append(position)
        self._pieces.append((start, piece))
        for word, offset in words:
            self._at.setdefault(word, []).append(position + offset)

    def occurrences(self, phrase: list[tuple[str, int]]) -> list[Span]:
        """Spans in the folded text that hold the phrase."""
        columns = [({*self._at.get(word, ())}, offset) for word, offset in phrase]
        rarest, shift = min(columns, key=lambda column: len(column[0]))
        begins = (position - shift for position in rarest)
        last_word, last = phrase[-1]
        return [
            (self._start(begin), self._end(begin + last, last_word))
            for begin in begins
            if all(begin + offset in positions for positions, offset in columns)
        ]

    def _piece(self, position: int) -> tuple[int, str, int]:
        at = bisect_right(self._positions, position) - 1
        start, piece = self._pieces[at]
        return start, piece, position - self._positions[at]

    def _start(self, position: int) -> int:
        start, piece, offset = self._piece(position)
        return start + offset if analysis.is_cjk(piece) else start

    def _end(self, position: int, word: str) -> int:
        start, piece, offset = self._piece(position)
        return start + offset + len(word) if analysis.is_cjk(piece) else start + len(piece)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
