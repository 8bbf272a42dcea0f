"""From text to terms: one pass, no objects for tokens.

A *piece* is what one regular expression cuts out of the folded text: a word, a chain of words joined by hyphens,
or a run of Japanese script. `expand` turns a piece into terms with positions. A chain gives its parts and their
joined form, so that Start-up, Start-ups and Startup meet; a Japanese run gives the bigrams of its characters.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

import Stemmer

from desktop_app.index.text.folding import fold, fold_digraphs, fold_with_origins, fold_word, fold_words
from desktop_app.index.text.sentences import borders, lead_of

MAX_TERM = 64  # code points; longer words are cut, longer joins are not made
CJK = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HYPHENS = "-\u2010\u2011\u2012"  # not the dash U+2013
_WORD = rf"[^\W_{CJK}]+"
PIECE = re.compile(rf"[{CJK}]+|{_WORD}(?:[{HYPHENS}][ \n]?{_WORD})*")
# The same for texts with nothing but Latin letters that folding makes small and leaves alone otherwise: twice as fast.
LATIN = re.compile(
    "[\x00-\x7f\u00a1-\u00a7\u00a9\u00ab\u00ac\u00ae\u00b0\u00b1\u00b6\u00b7\u00bb\u00bf-\u012f\u0131\u0134-\u013e"
    "\u0141-\u0148\u014a-\u017e\u2010\u2012-\u2015\u2018-\u201f\u2022\u2026\u2030\u2039\u203a\u20ac\u2212]*"
)
_LATIN_WORD = "[0-9a-zß-öø-ž]++"
_LATIN_PIECE = re.compile(f"{_LATIN_WORD}(?:[-\u2010\u2012][ \n]?{_LATIN_WORD})*+")
LEAD_MARK, SENTENCE_MARK, PARAGRAPH_MARK = MARKS = ("\x1d", "\x1e", "\x1f")
_MARK = re.compile("[\x1d-\x1f]")
_MARKED = re.compile(f"{PIECE.pattern}|{_MARK.pattern}")
_MARKED_LATIN = re.compile(f"{_LATIN_PIECE.pattern}|{_MARK.pattern}")
_INSIDE = re.compile(
    rf"(?:(?<=[{HYPHENS}\w])|(?<=\w[{HYPHENS}][ \n]))"
    rf"(?:(?<=\w[{HYPHENS}])[ \n](?=\w))?(?:[{HYPHENS}](?:[ \n](?=\w))?|[\w\u0300-\u036f\u00ad\u200b-\u200d])+"
)
_FIRST_CJK = CJK[0]
_IS_CJK = re.compile(rf"[{CJK}]")
_GAP = re.compile(rf"[{HYPHENS}]([ \n]?)")
# `Vor- und Nachteile` is an ellipsis, no word torn in two.
_CONJUNCTIONS = frozenset("und oder bis als sowie bzw beziehungsweise wie and or to".split())  # noqa: SIM905
_LOAN_PLURAL = re.compile(r"(?<=[aeioupy])s$")  # Startups, Autos, Handys: the German stemmer leaves these

Language = Literal["de", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("de", "en")
Expansion = tuple[tuple[tuple[str, int], ...], int]


def pieces(text: str) -> list[str]:
    """The pieces of `text`, folded but for their letters (see `expand`)."""
    return _LATIN_PIECE.findall(text.lower()) if LATIN.fullmatch(text) else PIECE.findall(fold(text))


def marked_pieces(text: str, lead: int = -1) -> list[str]:
    """The pieces of `text`, and among them a mark where a sentence or paragraph begins, and one where the lead ends.

    `lead` is where the article's own lead ends, in code points, or -1 (see `sentences.lead_of`). Marks take no position
    and, since no piece goes over a border, change no piece.
    """
    whole = _marked(text, lead)
    return _MARKED_LATIN.findall(whole.lower()) if LATIN.fullmatch(whole) else _MARKED.findall(fold(whole))


def _marked(text: str, lead: int) -> str:
    """`text` with marks between spaces; what looks like a mark in it is taken out."""
    if any(map(text.__contains__, MARKS)):
        text = _MARK.sub("\x01", text)  # no space: that could continue a chain
    sentences, paragraphs = borders(text)
    marks = [f" {SENTENCE_MARK} "] * len(sentences)
    for at in paragraphs:
        marks[bisect_left(sentences, at)] = f" {PARAGRAPH_MARK} "
    end = lead_of((sentences, paragraphs), len(text)) if lead < 0 else behind_piece(text, lead)
    at = bisect_left(sentences, end)
    parts: list[str] = []
    begin = 0
    for number, border in enumerate(sentences):
        if number == at:
            parts += (text[begin:end], f" {LEAD_MARK} ")
            begin = end
        parts += (text[begin:border], marks[number])
        begin = border
    if at == len(sentences):
        parts += (text[begin:end], f" {LEAD_MARK} ")
        begin = end
    parts.append(text[begin:])
    return "".join(parts)


def behind_piece(text: str, at: int) -> int:
    """The place `at`, or where the word that it would tear ends."""
    inside = 0 < at < len(text) and _INSIDE.match(text, at)
    return inside.end() if inside else min(max(at, 0), len(text))


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


def forms_of(words: list[str]) -> list[str]:
    """`form_of` each of many words."""
    return [form[:MAX_TERM] if len(form) > MAX_TERM else form for form in fold_words([w[:MAX_TERM] for w in words])]


def is_plain(piece: str) -> bool:
    """Whether a piece is a word by itself: no chain, no Japanese. Quicker than to look for hyphens."""
    return piece.isalnum() and (piece.isascii() or not _IS_CJK.match(piece))


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


def stemmed(words: list[str], language: Language) -> list[str]:
    """The stems of folded words, "" for what has none (digits, Japanese, one or two letters).

    The German stemmer already unites Häuser and Haus; the plural s of loan words is taken off here.
    """
    found: list[str] = (_GERMAN if language == "de" else _ENGLISH).stemWords(words)
    for at, word in enumerate(words):
        if len(word) < 3 or not word.isalpha() or (word >= _FIRST_CJK and is_cjk(word)):
            found[at] = ""
        elif language == "de" and len(stem := found[at]) > 4 and stem[-1] == "s":
            found[at] = _LOAN_PLURAL.sub("", stem)
    return found


@lru_cache(maxsize=1 << 14)
def stems(word: str, language: str = "") -> tuple[str, ...]:
    """The stems under which `word` is looked up: by language, of both where it is neither German nor English."""
    languages: list[Language] = [known for known in LANGUAGES if language == known] or [*LANGUAGES]
    chosen = [stemmed([word], known)[0] for known in languages]
    return tuple(dict.fromkeys(stem for stem in chosen if stem))
