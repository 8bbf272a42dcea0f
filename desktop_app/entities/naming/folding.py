"""Spellings that are one: width, case, accents, ä/ae/a, ß/ss, kana, old characters; and letters for other scripts.

`fold` gives the form in which the words of a name are compared; `skeleton` the coarse sound under which names of
different spellings or scripts meet.
"""

import re
import unicodedata
from functools import cache, lru_cache

from desktop_app.entities.naming.tables import japanese_with_digraph, letters, old_kanji

LONGEST_NAME = 300  # code points of a name that are looked at; what is longer is no name
_MARK = re.compile(r"[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")
_SPECIAL = {ord(a): b for a, b in zip("ßæœøłđıðþ", ("ss", "ae", "oe", "o", "l", "d", "i", "d", "th"), strict=True)}
_APOSTROPHE = re.compile("['’‘ʼ`´ʿʾ]")
# ä is written ae, ö oe, ü ue. Not at the end (Poe, Mae), not in Michael, Joel, neue, Bauer; nor in Maeda, see `fold`.
_DIGRAPH = re.compile(
    r"(?<=\w)(?<![aeqiou])(?:ae(?!l\b|lle?\b)|oe(?!l\b|lle?\b)|ue(?!l\b|lle?\b))(?=\w)|^[aou]e(?=[^\W_aeiou]{2})"
)
_HAN = re.compile(r"[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile(r"[\u3041-\u30ff\u31f0-\u31ff]")
_SCRIPTS = {"CYRILLIC": "cyrillic", "GREEK": "greek", "HANGUL": "hangul", "GEORGIAN": "georgian"}
_JAPANESE_GAP = re.compile(r"[\s・･=＝‐-]+")


@lru_cache(maxsize=1 << 16)
def script_of(text: str) -> str:
    """`latin`, `han` (Chinese characters, kana among them or not), `kana`, `cyrillic`, `greek`, `hangul`, `georgian`
    or `other`: by the first letter, but Chinese characters anywhere make it `han`."""
    if text.isascii():
        return "latin"
    if _HAN.search(text):
        return "han"
    if _KANA.search(text):
        return "kana"
    for char in text:
        if char.isalpha():
            kind = unicodedata.name(char, "").split(" ")[0]
            return "latin" if kind in ("LATIN", "FULLWIDTH") else _SCRIPTS.get(kind, "other")
    return "latin"


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """One word without what may differ: width, case, accents, ß, apostrophes, the e of ae, oe, ue; old characters."""
    text = unicodedata.normalize("NFKC", word).casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
        text = unicodedata.normalize("NFC", _MARK.sub("", text)).translate(old_kanji())
        text = text.translate(_HIRAGANA) if _KANA.search(text) and not _HAN.search(text) else text
    text = _APOSTROPHE.sub("", text)
    if len(text) < 4 or not _DIGRAPH.search(text) or text in japanese_with_digraph():
        return text
    return _DIGRAPH.sub(lambda match: match[0][0], text)


_HIRAGANA = {code: chr(code + 0x60) for code in range(0x3041, 0x3097)}  # kana are compared as katakana


def without_gaps(text: str) -> str:
    """A name in Japanese script without the spaces and points that may part it."""
    return _JAPANESE_GAP.sub("", text)


_HANGUL_FIRST = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_HANGUL_VOWELS: list[str] = re.findall(r"\w+", "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
_HANGUL_LAST: list[str] = re.split(",", ",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,h")


@cache
def _letters(script: str) -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = letters()[script]
    return re.compile("|".join(sorted(map(re.escape, pairs), key=len, reverse=True))), pairs


def letters_of(text: str) -> str:
    """`text`, which is folded, in Latin letters; what has none there (Chinese characters, Arabic …) stays as it is."""
    script = script_of(text)
    if script in ("latin", "han", "other"):
        return text
    if script == "hangul":
        return "".join(map(_hangul, text))
    pattern, pairs = _letters(script)
    out = pattern.sub(lambda match: pairs[match[0]], text)
    if script == "kana":
        out = re.sub("ッ(ch|.)", lambda match: ("t" if match[1] == "ch" else match[1]) + match[1], out)
        out = re.sub("[ッー]", "", out)
    return out


def _hangul(char: str) -> str:
    code = ord(char) - 0xAC00
    if not 0 <= code < 11172:
        return char
    return _HANGUL_FIRST[code // 588] + _HANGUL_VOWELS[code % 588 // 28] + _HANGUL_LAST[code % 28]


_SOUNDS = [
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"(?<=..)[aeo]r$", ""),
        (r"sch|sh|zh|tsch|cz|ch(?=[iye])|tch", "s"),
        (r"ph|pf|v|w", "f"),
        (r"th|dt|d", "t"),
        (r"ck|ch|kh|gh|g|c|q|x", "k"),
        (r"tz|ts|z|ß", "s"),
        (r"b", "p"),
        (r"l", "r"),
        (r"j(?=[aeiou])", "s"),
        (r"m(?=p)", "n"),
        (r"(?<=.)[aeiouyhj]+", ""),
        (r"(.)\1+", r"\1"),
    )
]


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of a folded word by their rough sound, its first letter kept: meier and mayer are `mr`."""
    text = letters_of(word)
    if not text.isascii():
        return text
    text = re.sub(r"^(?:[wv])(?=[aeiouy])", "f", re.sub(r"^[ijy](?=[aeou])", "s", text))
    for pattern, letter in _SOUNDS:
        text = pattern.sub(letter, text)
    return re.sub("^[aeiouy]", "a", text)


def initials_of(word: str) -> str:
    """The first letter in Latin letters where the script has them, of a folded word; empty for none."""
    return letters_of(word)[:1]
