"""Words of organisations' names that mean the same: abbreviations, numbers in words, and the commonest translations.

For comparing only, never for keys: Universität and University in two names make them likely, not the same.
"""

import re
from functools import cache, lru_cache

from desktop_app.entities.naming.folding import letters_of
from desktop_app.entities.naming.tables import concept_rows, countries, listed, places

_NUMBER = re.compile(r"\d[\d\w]*|[ivxl]+")


@cache
def _words() -> dict[str, str]:
    return {word: row[0] for row in concept_rows() for word in row}


@cache
def _japanese() -> re.Pattern[str]:
    known = [word for word in (*_words(), *places()) if not letters_of(word).isascii()]
    return re.compile("|".join(sorted(map(re.escape, known), key=len, reverse=True)) + "|[ァ-ヺー]+|[^ァ-ヺー]")


@lru_cache(maxsize=1 << 16)
def concept(word: str) -> str:
    """The folded word that stands for a folded word and its translations; a place is in its German form."""
    word = places().get(word, word)
    return _words().get(word, word)


@lru_cache(maxsize=1 << 17)
def concepts(said: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that count, each as its concept; united states is one."""
    text = re.sub(r"\b(?:united states|vereinigt staaten)(?: of america| von amerika)?\b", "us", " ".join(said))
    found = []
    for word in text.split(" "):
        if word.isascii():
            found.append(concept(word))
        else:
            found += _parts(word)
    return tuple(word for word in _added_up(found) if word and word not in listed("small"))


def _added_up(words: list[str]) -> list[str]:
    """Forty four as 44."""
    out: list[str] = []
    for word in words:
        if out and word in _ORDINALS and re.fullmatch("[2-9]0", out[-1]):
            out[-1] = f"{out[-1][0]}{_ORDINALS.index(word) + 1}"
        else:
            out.append(word)
    return out


@lru_cache(maxsize=1 << 15)
def _parts(word: str) -> tuple[str, ...]:
    """A word of another script: known parts as concepts, runs of kana in letters, the characters between together."""
    parts: list[str] = []
    between = ""
    for piece in _japanese().findall(word):
        meaning = concept(piece)
        if meaning == piece and len(piece) == 1 and not letters_of(piece).isascii():
            between += piece
            continue
        if between:
            parts.append(between)
            between = ""
        parts.append(meaning if meaning != piece else letters_of(piece))
    return (*parts, between) if between else tuple(parts)


def is_concept(word: str) -> bool:
    """Whether a folded word stands for a meaning that the list knows, so that it is no misspelling of another one."""
    return word in _words()


def is_place(word: str) -> bool:
    """Whether a concept is a country or town that the list knows."""
    return word in _place_concepts()


def is_country(word: str) -> bool:
    """Whether a concept is a country or a part of the world: with it a name says a daughter, with a town a chapter."""
    return word in _country_concepts()


@cache
def _country_concepts() -> frozenset[str]:
    return frozenset(concept(word) for word in countries())


@cache
def _place_concepts() -> frozenset[str]:
    return frozenset(concept(word) for word in places().values())


def is_number(word: str) -> bool:
    """Whether a concept is a number, in digits, Roman or (as the concept of one) an ordinal."""
    return bool(_NUMBER.fullmatch(word)) or word in _ORDINALS


_ORDINALS = ("erst", "zweit", "dritt", "viert", "funft", "sechst", "siebt", "acht", "neunt", "zehnt")
