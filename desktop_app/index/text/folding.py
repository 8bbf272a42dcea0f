"""Folding: which spellings of a word count as the same.

Two steps. `fold` works on a whole text and may change its length (NFKC, soft hyphens, small letters), so it can
also say where each code point came from. `fold_word` works on one word that was cut out of the folded text.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterator

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # soft hyphen, zero-width marks
_MARKS = re.compile("[\u0300-\u036f]")  # accents for which there is no letter that bears them
# Code points that NFKC neither changes nor joins with one another, and whose small letters are one code point.
_SIMPLE_SET = "\x00-\x7f\u00c0-\u00ff„“”»«–—’‘‚€°§\u3001\u3002\u300c-\u300f\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff"
_SIMPLE = re.compile(f"[{_SIMPLE_SET}]*")
# A run that needs no care, or one code point and the careful run behind it, which may combine with it.
_RUNS = re.compile(f"[{_SIMPLE_SET}]+(?=[{_SIMPLE_SET}]|$)|.[^{_SIMPLE_SET}]*", re.DOTALL)
# Marks, and letters that compose with what stands before them: Hangul parts, half-width sound marks.
_JOINING = re.compile("[\u1160-\u11ff\u3131-\u318e\uffa0-\uffdc\uff9e\uff9f]")


def _accents() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letters = unicodedata.normalize("NFKD", chr(code))
        base = "".join(c for c in letters if not unicodedata.combining(c)).lower()
        if base and base != chr(code):
            table[code] = base
    table |= {ord("ß"): "ss", ord("æ"): "ae", ord("œ"): "oe", ord("ø"): "o", ord("ł"): "l", ord("đ"): "d"}
    table[ord("ı")] = "i"
    return table


_ACCENTS = _accents()
# `ue` is ü but for Quelle, neue, Frauen; `oe` is ö but for Soziologie's `ioe`; `ae` is ä.
_DIGRAPH = re.compile(r"(?<![aeqio])ue|(?<!i)oe|ae")


def fold(text: str) -> str:
    """NFKC, small letters, no invisible marks. Kana keep their sound marks: が is not か."""
    if _SIMPLE.fullmatch(text):
        return text.lower()
    text = unicodedata.normalize("NFKC", text)
    if _INVISIBLE.search(text):
        text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return _MARKS.sub("", text.lower().replace("ς", "σ"))


def fold_with_origins(text: str) -> tuple[str, "array[int] | None"]:
    """`fold(text)`, and for each of its code points and its end the offset in `text` (None: the same offsets)."""
    if _SIMPLE.fullmatch(text):
        return text.lower(), None
    pieces: list[str] = []
    origins = array("q")
    for run in _RUNS.finditer(text):
        start, end = run.span()
        if _SIMPLE.fullmatch(run[0]):
            pieces.append(run[0].lower())
            origins.extend(range(start, end))
            continue
        for first, last in _clusters(text, start, end):
            piece = fold(text[first:last])
            pieces.append(piece)
            origins.extend([first] * len(piece))
    origins.append(len(text))
    return "".join(pieces), origins


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans within text[start:end] that normalisation cannot join with their neighbours."""
    first = start
    for at in range(start + 1, end):
        if not _continues(text[at]):
            yield first, at
            first = at
    yield first, end


def _continues(char: str) -> bool:
    return bool(
        unicodedata.combining(char)
        or unicodedata.category(char) == "Mc"
        or _JOINING.match(char)
        or _INVISIBLE.match(char)
    )


def fold_word(word: str) -> str:
    """The index form of one folded word: ä = ae = a, ß = ss, no accents on Latin letters."""
    if not word.isascii():
        word = word.translate(_ACCENTS)
    return fold_digraphs(word) if len(word) > 3 else word


def fold_words(words: list[str]) -> list[str]:
    """`fold_word` of each of many words, none of which holds a line end; the same object where nothing changes."""
    foreign = [at for at, word in enumerate(words) if not word.isascii()]
    folded = words.copy()
    plain = "\n".join([words[at] for at in foreign]).translate(_ACCENTS).split("\n") if foreign else []
    for at, word in zip(foreign, plain, strict=True):
        folded[at] = word
    for at, word in enumerate(folded):
        if ("ue" in word or "ae" in word or "oe" in word) and len(word) > 3:
            folded[at] = fold_digraphs(word)
    return folded


def fold_digraphs(word: str) -> str:
    """Write `ae oe ue` as `a o u` where they may stand for an umlaut."""
    while "e" in word:
        shorter = _DIGRAPH.sub(lambda match: match[0][0], word)
        if shorter == word:
            break
        word = shorter
    return word
