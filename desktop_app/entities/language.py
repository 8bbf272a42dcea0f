"""Which language each paragraph of an article is in, as far as a recogniser must know.

Cheap on purpose: the scripts of the letters, then a vote of the commonest function words. What the import found out
about the whole article decides where a paragraph is too short to tell.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final, Literal

from desktop_app.entities.tokens import listed

Read = Literal["de", "en", "ja", ""]  # "" : a language that no model reads

_SAMPLE: Final = 2000  # code points of a paragraph: more does not change the answer
_PARAGRAPH: Final = re.compile(r"\n[ \t\u3000]*\n\s*")
_KANA: Final = re.compile("[\u3041-\u309f\u30a0-\u30ff\uff66-\uff9f]")
_HAN: Final = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN_WORD: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_LETTER: Final = re.compile(r"[^\W\d_]")
_CLEAR: Final = 3  # function words that one language must have more than the other, in a longer text an eighth

# Words that the other language hardly has ("war", "die", "was", "also", "man", "in" and "so" are in both).
_GERMAN: Final = listed("""
der das und den dem des ein eine einen einem einer eines nicht mit auf für ist sind im zu zum zur sich auch es er sie
wir von vom bei beim nach aus wird wurde werden wurden haben hatte dass wie als über unter vor durch oder aber noch
nur um bis am ich seine seiner ihre ihrer diese dieser dieses kann sei wenn mehr gegen zwischen seit sagte uhr
""")
_ENGLISH: Final = listed("""
the and of to is are were been be by with for on at that this which it its from has have had not as would will his her
he she they their we our you your who said but an or after about into more than can could when there out up
""")


def paragraphs(text: str, language: str = "") -> Iterator[tuple[int, int, Read]]:
    """Stretches of `text` (start, end in code points) with the language each is to be read in; neighbours differ.

    `language` is the article's, ISO 639-1 or "" where it is not known.
    """
    japanese = language == "ja" or (language == "" and _KANA.search(text) is not None)
    prior = _prior(text, language)
    found = (
        (start, end, _read(text[start : min(end, start + _SAMPLE)], prior, japanese)) for start, end in _split(text)
    )
    for read, run in groupby(found, key=lambda paragraph: paragraph[2]):
        members = list(run)
        yield members[0][0], members[-1][1], read


def _prior(text: str, language: str) -> Read:
    match language:
        case "de" | "en" | "ja":
            return language
        case "":
            return _vote(text[: 5 * _SAMPLE]) or "de"
        case _:
            return ""


def _split(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        if start < gap.start():
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def _read(sample: str, prior: Read, japanese: bool) -> Read:
    letters = len(_LETTER.findall(sample))
    if not letters:
        return prior
    latin = sum(map(len, _LATIN_WORD.findall(sample)))
    if latin < letters / 2:
        kana = len(_KANA.findall(sample))
        eastern = kana + len(_HAN.findall(sample))
        return "ja" if (kana or japanese) and eastern > letters / 2 else ""
    if prior == "ja" and _KANA.search(sample):
        return "ja"
    return _vote(sample) or _without_vote(sample, prior)


def _vote(sample: str) -> Read:
    """German or English where one clearly has more function words, else ""."""
    words = [word.lower() for word in _LATIN_WORD.findall(sample)]
    german = sum(word in _GERMAN for word in words)
    english = sum(word in _ENGLISH for word in words)
    if abs(german - english) < max(_CLEAR, len(words) // 8):
        return ""
    return "de" if german > english else "en"


def _without_vote(sample: str, prior: Read) -> Read:
    """What to do with a paragraph without function words: headings are read as the article, foreign prose is not."""
    words = _LATIN_WORD.findall(sample)
    lower = sum(word.islower() for word in words)
    if lower >= 20 and lower > len(words) / 2:
        return ""
    return "en" if prior == "ja" else prior
