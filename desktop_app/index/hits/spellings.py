"""Where in a text a word may begin: regular expressions that know how an index form can be spelled.

Most words of a text are none that a query asks for. Instead of folding them all, the few that can be meant are looked
for in the text itself, and only these are cut out and folded. So an expression may match too much, never too little.
"""

import re
from array import array
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from desktop_app.index.text.analysis import CJK, HYPHENS, LATIN
from desktop_app.index.text.folding import fold, fold_with_origins, fold_word

_LONGEST: Final = 5  # letters that are looked for; more would seldom tell words apart
_LINK: Final = r"(?:-[ \n]?)?"  # the parts of a chain of words are also joined
_BEGINS: Final = r"(?<![^\W_].)"  # what was just read is not inside of a word
_OE: Final = "\x80"  # stands for œ, which is two letters and beyond Latin-1
# Texts of nothing but these are searched as they are, but for capitals. In other texts letters beyond Latin-1 give way
# to plain ones first, since sets of letters within Latin-1 are built ten times as quickly.
_NARROW: Final = re.compile(
    "[\x00-\x7f\u00a1-\u00a7\u00a9\u00ab\u00ac\u00ae\u00b0\u00b1\u00b6\u00b7\u00bb\u00bf-\u00ff"
    "\u2013-\u2015\u2018-\u201f\u2022\u2026\u2030\u2039\u203a\u20ac\u2212]*"
)
_BEYOND: Final = re.compile(f"[\u0100-\u024f\u1e00-\u1eff{HYPHENS[1:]}]|[{CJK}]+")


@lru_cache(maxsize=1)
def _spelled() -> dict[str, str]:
    """For each plain letter the letters of Latin-1 that are folded to it, or to more letters with it among them."""
    table = {"o": _OE, "e": _OE}
    for code in range(0xC0, 0x100):
        char = chr(code)
        plain = fold_word(char)
        if plain != char == fold(char):
            for letter in plain:
                table[letter] = table.get(letter, "") + char
    return table


def folded_and_narrow(text: str) -> tuple[str, str, "array[int] | None"]:
    """`text` folded, the same for `needle` to search, and the origins of both (see `fold_with_origins`).

    The second is as long, but has plain letters for those beyond Latin-1 and blanks for Japanese script.
    """
    if _NARROW.fullmatch(text):
        folded = text.lower()
        return folded, folded, None
    folded, origins = (text.lower(), None) if LATIN.fullmatch(text) else fold_with_origins(text)
    return folded, _BEYOND.sub(_narrow, folded), origins


def _narrow(match: re.Match[str]) -> str:
    found = match[0]
    if len(found) > 1 or found >= CJK[0]:
        return " " * len(found)
    return "-" if found in HYPHENS else _OE if found == "œ" else fold_word(found)[0]


def _letter(letter: str) -> str:
    """The members of a set for one letter."""
    return re.escape(letter) + _spelled().get(letter, "")


def _tail(letters: str) -> str:
    """What follows the first of `letters`."""
    out: list[str] = []
    for at, letter in enumerate(letters):
        before = letters[at - 1] if at else ""
        if letter == "e" and before in ("a", "o", "u") and at:
            continue  # read with the vowel
        if at and letter == before == "s":
            out.append(f"(?:{_LINK}[{_letter('s')}])?")  # ß is one letter
        elif at:
            out.append(f"{_LINK}[{_letter(letter)}]")
        if letter in "aou":
            out.append(f"(?:{_LINK}[{_letter('e')}])*")
    return "".join(out)


def head_of_word(form: str) -> str:
    """The first letters of an index form."""
    return form[:_LONGEST]


def head_of_stem(stem: str, language: str) -> str:
    """The letters with which all words with this stem begin.

    The German stemmer only takes letters off; the English one may change the last two of what it leaves.
    """
    return stem[: min(len(stem) if language == "de" else max(2, len(stem) - 2), _LONGEST)]


def needle(heads: Iterable[str], stems: Iterable[str], inner: Iterable[str]) -> re.Pattern[str]:
    """An expression for narrowed text that matches in every piece with a word that is asked for.

    `heads` are first letters of words, `stems` first letters of stems, `inner` letters that may stand anywhere in a
    word; all in index form, none empty. Of none at all the expression matches nowhere.
    """
    ends: dict[str, dict[str, None]] = {}
    for head in heads:
        ends.setdefault(head[0], {})[_BEGINS + _tail(head)] = None
    for stem in stems:
        tail = _tail(stem)
        if stem[1:2] == "i":  # dying, die
            tail = f"(?:{tail}|{_tail(stem[0] + 'y')})"
        ends.setdefault(stem[0], {})[_BEGINS + tail] = None
    for part in inner:
        ends.setdefault(part[0], {})[_tail(part)] = None
    if not ends:
        return re.compile(r"(?!)")
    firsts = {first: _letter(first) for first in ends}
    ways = "|".join(
        f"(?<=[{firsts[first]}])" * (len(ends) > 1) + f"(?:{'|'.join(tails)})" for first, tails in ends.items()
    )
    # A set of letters up front lets the engine skip quickly to the places where something may begin.
    return re.compile(f"[{''.join(firsts.values())}](?:{ways})")
