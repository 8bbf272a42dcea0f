"""Where in a text a word may begin: regular expressions that know how an index form can be spelled.

Most words of a text are none that a query asks for. Instead of folding them all, the few that can be meant are looked
for in the text itself, and only these are cut out and folded. So an expression may match too much, never too little.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from desktop_app.index.analysis import CJK, HYPHENS
from desktop_app.index.folding import fold, fold_word

_LONGEST: Final = 6  # letters that are looked for; more would seldom tell words apart
_LINK: Final = f"(?:[{HYPHENS}][ \\n]?)?"  # the parts of a chain of words are also joined
_INSIDE: Final = f"(?<![^\\W_{CJK}].)"  # what was just read is not inside of a word


@lru_cache(maxsize=1)
def _spelled() -> dict[str, str]:
    """For each plain letter the letters that are folded to it, or to more letters with it among them."""
    table: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        char = chr(code)
        plain = fold_word(char)
        if plain != char == fold(char):
            for letter in plain:
                table[letter] = table.get(letter, "") + char
    return table


def _letter(letter: str) -> str:
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
    """An expression for folded text that matches in every piece with a word that is asked for.

    `heads` are first letters of words, `stems` first letters of stems, `inner` letters that may stand anywhere in a
    word; all in index form, none empty. Of none at all the expression matches nowhere.
    """
    ends: dict[str, dict[str, None]] = {}
    for head in heads:
        ends.setdefault(head[0], {})[_INSIDE + _tail(head)] = None
    for stem in stems:
        tail = _tail(stem)
        if stem[1:2] == "i":  # dying, die
            tail = f"(?:{tail}|{_tail(stem[0] + 'y')})"
        ends.setdefault(stem[0], {})[_INSIDE + tail] = None
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
