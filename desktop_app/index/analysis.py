"""From text to terms: one pass, no objects for tokens.

A *piece* is what one regular expression cuts out of the folded text: a word, a chain of words joined by hyphens,
or a run of Japanese script. `expand` turns a piece into terms with positions. A chain gives its parts and their
joined form, so that Start-up, Start-ups and Startup meet; a Japanese run gives the bigrams of its characters.
"""

import re
from array import array
from collections.abc import Iterator
from functools import lru_cache

import Stemmer

from desktop_app.index.folding import fold, fold_digraphs, fold_with_origins, fold_word

MAX_TERM = 64  # code points; longer words are cut, longer joins are not made
CJK = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HYPHENS = "-\u2010\u2011\u2012"  # not the dash U+2013
_WORD = rf"[^\W_{CJK}]+"
PIECE = re.compile(rf"[{CJK}]+|{_WORD}(?:[{HYPHENS}][ \n]?{_WORD})*")
_IS_CJK = re.compile(rf"[{CJK}]")
_GAP = re.compile(rf"[{HYPHENS}]([ \n]?)")
# `Vor- und Nachteile` is an ellipsis, no word torn in two.
_CONJUNCTIONS = frozenset("und oder bis als sowie bzw beziehungsweise wie and or to".split())  # noqa: SIM905
_LOAN_PLURAL = re.compile(r"(?<=[aeioupy])s$")  # Startups, Autos, Handys: the German stemmer leaves these
_STEMMABLE = re.compile(r"[^\W\d_]{3,}")

Expansion = tuple[tuple[tuple[str, int], ...], int]


def pieces(text: str) -> list[str]:
    """The pieces of `text`, folded but for their letters (see `expand`)."""
    return PIECE.findall(fold(text))


def pieces_with_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Each piece with its (start, end) in the original text, in code points."""
    folded, origins = fold_with_origins(text)
    for match in PIECE.finditer(folded):
        start, end = match.span()
        yield match[0], *(origin(origins, start, end) if origins is not None else (start, end))


def origin(origins: "array[int]", start: int, end: int) -> tuple[int, int]:
    """The span in the original text, widened to whole code points where one of them became several."""
    last = origins[end - 1]
    while origins[end] == last:
        end += 1
    return origins[start], origins[end]


@lru_cache(maxsize=1 << 16)
def expand(piece: str) -> Expansion:
    """The terms of a piece with their positions from 0, in order of position, and how many positions it takes."""
    if _IS_CJK.match(piece):
        return _bigrams(piece)
    if not _GAP.search(piece):
        return ((form_of(piece), 0),), 1
    return _chain(piece)


def form_of(word: str) -> str:
    """The index form of a word; it is cut before it is folded, since folding a word of megabytes takes for ever."""
    return fold_word(word[:MAX_TERM])[:MAX_TERM]


def _bigrams(run: str) -> Expansion:
    """Each character and each pair: pairs answer phrases, single characters what stands at a run's border."""
    terms: list[tuple[str, int]] = []
    for at, char in enumerate(run):
        terms.append((char, at))
        if at + 1 < len(run):
            terms.append((run[at : at + 2], at))
    return tuple(terms), len(run)


def phrase_terms(text: str) -> list[tuple[str, int]]:
    """What must stand where for `text` to be there as it is: words, the parts of chains, pairs of characters."""
    out: list[tuple[str, int]] = []
    position = 0
    for piece in pieces(text):
        if is_cjk(piece):
            step = 2 if len(piece) > 1 else 1
            out.extend((piece[at : at + step], position + at) for at in range(max(len(piece) - 1, 1)))
            position += len(piece)
            continue
        for word in _GAP.split(piece)[::2]:
            out.append((form_of(word), position))
            position += 1
    return out


def _chain(piece: str) -> Expansion:
    parts = _GAP.split(piece)
    words, gaps = parts[::2], parts[1::2]
    terms: dict[tuple[str, int], None] = {}
    joined, begin = "", 0
    for at, word in enumerate(words):
        folded = form_of(word)
        terms[folded, at] = None
        if at and not (gaps[at - 1] and word in _CONJUNCTIONS):
            joined += word
            if len(joined) <= MAX_TERM:
                terms[form_of(joined), begin] = None
        else:
            joined, begin = word, at
    return tuple(sorted(terms, key=lambda term: term[1])), len(words)


def joined(piece: str) -> str:
    """The joined form of a whole chain, "" where it is none or too long."""
    parts = _GAP.split(piece)
    words, gaps = parts[::2], parts[1::2]
    torn = any(gap and word in _CONJUNCTIONS for gap, word in zip(gaps, words[1:], strict=True))
    form = "".join(words)
    return "" if len(words) == 1 or torn or len(form) > MAX_TERM else form_of(form)


def terms(text: str) -> list[tuple[str, int]]:
    """All terms of `text` with their positions, as the index holds them."""
    out: list[tuple[str, int]] = []
    position = 0
    for piece in pieces(text):
        expansion, width = expand(piece)
        out.extend((term, position + offset) for term, offset in expansion)
        position += width
    return out


def whole_form(found: list[str]) -> str:
    """The one term for a text of one piece: the word, or the joined form of a chain; else ""."""
    if len(found) != 1 or is_cjk(found[0]):
        return ""
    return form_of(found[0]) if not _GAP.search(found[0]) else joined(found[0])


def is_cjk(piece: str) -> bool:
    """Whether a piece is a run of Japanese script."""
    return _IS_CJK.match(piece) is not None


def fold_prefix(text: str) -> str:
    """The index form of a word's beginning: folds digraphs however short it is."""
    found = pieces(text)
    if not found:
        return ""
    form = joined(found[0]) or form_of(found[0])
    return fold_digraphs(form)[:MAX_TERM]


_GERMAN = Stemmer.Stemmer("german", 0)
_ENGLISH = Stemmer.Stemmer("english", 0)


def stem_all(words: list[str]) -> tuple[list[str], list[str]]:
    """German and English stems of folded words, "" for what has none (digits, Japanese, one or two letters).

    The German stemmer already unites Häuser and Haus; the plural s of loan words is taken off here.
    """
    german = _GERMAN.stemWords(words)
    english = _ENGLISH.stemWords(words)
    for at, word in enumerate(words):
        if not _STEMMABLE.fullmatch(word) or is_cjk(word):
            german[at] = english[at] = ""
        elif len(german[at]) > 4:
            german[at] = _LOAN_PLURAL.sub("", german[at])
    return german, english


@lru_cache(maxsize=1 << 14)
def stems(word: str, language: str = "") -> tuple[str, ...]:
    """The stems under which `word` is looked up: by language, of both where it is neither German nor English."""
    german, english = stem_all([word])
    chosen = {"de": german, "en": english}.get(language, german + english)
    return tuple(dict.fromkeys(stem for stem in chosen if stem))
