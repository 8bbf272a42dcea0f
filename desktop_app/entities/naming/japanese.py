"""Japanese names: which part is the surname, how characters may be read, what a long vowel looks like in letters."""

import re
from functools import cache, lru_cache

from desktop_app.entities.naming.tables import japanese_characters, japanese_given, japanese_surnames

_LONG = re.compile("o[uo]|oh(?![aeiouy])|uu|aa(?=.)|ii(?=.)|ee(?=.)")
_HONORIFICS = re.compile(
    "(?:さん|氏|様|君|ちゃん|先生|社長|会長|副社長|専務|常務|取締役|部長|課長|首相|元首相|前首相|大統領|大臣|外相|財務相|官房長官|長官|"
    "市長|知事|町長|村長|区長|議員|議長|教授|准教授|名誉教授|博士|選手|監督|投手|捕手|容疑者|被告|記者|大使|総領事|理事長|学長|院長|代表|夫人|"
    "総裁|頭取|弁護士|俳優|女優|画家|作家)$"
)


def short(word: str) -> str:
    """`word`, folded and in letters, with each long vowel as one: Satou, Satoh and Sato are sato."""
    return _LONG.sub(lambda match: match[0][0], word)


@cache
def _surnames_in_letters() -> frozenset[str]:
    return frozenset(short(reading) for readings in japanese_surnames().values() for reading in readings)


def is_surname(word: str) -> bool:
    """Whether a folded word in letters is a common Japanese surname."""
    return short(word) in _surnames_in_letters()


def is_given(word: str) -> bool:
    """Whether a folded word in letters is a Japanese given name."""
    return short(word) in japanese_given()


def surname_first(first: str, second: str) -> bool:
    """Whether two folded words in letters are surely surname and given name, in that order."""
    return is_surname(first) and is_given(second) and not (is_given(first) and is_surname(second))


def surname_last(first: str, second: str) -> bool:
    """Whether two folded words in letters are surely given name and surname, in that order."""
    return surname_first(second, first)


def without_honorifics(name: str) -> str:
    """渡辺正佳さん and 渡辺正佳教授 without さん and 教授; never empty."""
    while (shorter := _HONORIFICS.sub("", name)) and shorter != name:
        name = shorter
    return name


@lru_cache(maxsize=1 << 14)
def parted(name: str) -> tuple[str, str]:
    """Surname and given name of a folded name in Chinese characters without a gap; the given name may be empty.

    The surname is the longest that the list knows; a name of which it knows none is cut behind two characters, as most
    are, unless nothing would be left, when the whole is taken for a surname.
    """
    known = japanese_surnames()
    for length in (3, 2, 1):
        if name[:length] in known and len(name) > length:
            if name in known:
                return name, ""
            return name[:length], name[length:]
    return (name, "") if len(name) <= 2 or name in known else (name[:2], name[2:])


@lru_cache(maxsize=1 << 14)
def surname_readings(surname: str) -> frozenset[str]:
    """The readings of a surname in characters, long vowels as one letter; empty if the list does not know it."""
    return frozenset(short(reading) for reading in japanese_surnames().get(surname, ()))


@lru_cache(maxsize=1 << 14)
def may_be_read(given: str, reading: str) -> bool:
    """Whether a given name in characters can be read as `reading`, folded letters: 正佳 as masayoshi."""
    return bool(reading) and _reads(given, short(reading))


def _reads(given: str, rest: str) -> bool:
    if not given:
        return not rest
    for reading in japanese_characters().get(given[0], ()):
        # Within a name a first k, s, t, h is softened: 田 ta is da.
        softened = _SOFT.get(reading[0], reading[0]) + reading[1:]
        for form in {reading, softened}:
            if rest.startswith(form) and _reads(given[1:], rest[len(form) :]):
                return True
    return False


_SOFT = {"k": "g", "s": "z", "t": "d", "h": "b"}
