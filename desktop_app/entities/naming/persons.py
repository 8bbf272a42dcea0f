"""The key of a person's name: two names of one key in different articles are one person's, without asking.

Titles, roles and ranks before a name, accents, width and gaps do not count; the order of surname and given name does
not where it is sure: a comma, a surname in capitals, a Japanese name whose parts the lists know. A surname alone has
a key of its own kind. Given names are never shortened or guessed: that is for `matching`.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from desktop_app.entities.naming import japanese
from desktop_app.entities.naming.folding import LONGEST_NAME, fold, script_of, without_gaps
from desktop_app.entities.naming.tables import listed
from desktop_app.model.people import BARE


@dataclass(frozen=True, slots=True)
class PersonKey:
    """What a name says. `given` are folded words, an initial is one letter, a shortened word ends in a point (`th.`).

    `surname` is folded, with its particles (`von der leyen`), and empty only if the name has no letters. `generation`
    is `jun`, `sen`, `2`, `3`, `4` or empty. `bare`: nothing but a surname (or a name that has but one word). `script`
    is `folding.script_of` the name.
    """

    key: str
    surname: str
    given: tuple[str, ...]
    bare: bool
    script: str
    generation: str = ""
    words: tuple[str, ...] = field(init=False, compare=False, repr=False)  # all, given names first, points off

    def __post_init__(self) -> None:
        given = (word.rstrip(".") for word in self.given)
        object.__setattr__(self, "words", (*given, *self.surname.split(" ")))


_GENERATIONS = {
    "jr": "jun", "jun": "jun", "junior": "jun", "jnr": "jun", "sr": "sen", "sen": "sen", "senior": "sen", "snr": "sen",
    "ii": "2", "iii": "3", "iv": "4", "dj": "jun", "da": "sen",
}  # fmt: skip
_OLD_AND_YOUNG = re.compile(
    r",?\s+(?:der\s+|the\s+|d\.\s*)(?:(Ä|Ältere|Elder)|(J|Jüngere|Younger))\b\.?", re.IGNORECASE
)
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[„“”\"«»「」『』]")
_POINTED_TITLE = re.compile(
    r"(?<!\w)(?:h\.\s?c\.(?:\s?mult\.)?|[SI]\.\s?E\.|rer\.\s?(?:nat|pol|oec)\.|dipl\.[\s-]?(?:ing|kfm|volksw)\."
    r"|ph\.\s?d\.|(?<=[\w,] )m\.\s?[abd]\.(?=\s*$))",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"^[\W_]+|[^\w.]+$")
_SEPARATE_INITIALS = re.compile(r"(?<=\w)\.(?=\w)")
_HYPHEN = re.compile("[-‐‑‒–]")


@lru_cache(maxsize=1 << 17)
def person_key(name: str, *, genitive: bool = False) -> PersonKey:
    """What `name` says and the key it stands under; `genitive` says that a last s may be the case's, and takes it off.

    A name without a letter has the empty key, which nothing should be stored under.
    """
    text = unicodedata.normalize("NFKC", name[:LONGEST_NAME]).strip()
    script = script_of(text)
    if script in ("han", "kana", "hangul"):
        return _eastern(text, script)
    return _western(text, script, genitive=genitive)


def _key(surname: str, given: tuple[str, ...], generation: str, script: str) -> PersonKey:
    whole = " ".join(word.rstrip(".") for word in (*given, surname) if word)
    if not any(map(str.isalpha, whole)):
        return PersonKey("", "", (), bare=True, script=script)
    bare = not given
    key = (BARE if bare else "") + whole + (f" {generation}" if generation else "")
    return PersonKey(key, surname, given, bare, script, generation)


# ---- Japanese, Chinese, Korean -------------------------------------------------------------------------------------


def _eastern(text: str, script: str) -> PersonKey:
    text = _BRACKETED.sub("", text).strip(" 　,.、。・")
    text = japanese.without_honorifics(text)
    parts = [part for part in re.split(r"[\s・･=＝]+", text) if part]
    folded = [fold(without_gaps(part)) for part in parts]
    if script == "kana":  # names from elsewhere stand in katakana, given name first
        return _key(folded[-1], tuple(folded[:-1]), "", script) if folded else _key("", (), "", script)
    if len(folded) > 1:
        surname, given = folded[0], "".join(folded[1:])
    elif script == "hangul":
        whole = folded[0] if folded else ""
        surname, given = (whole[:1], whole[1:]) if len(whole) == 3 else (whole, "")
    else:
        surname, given = japanese.parted(folded[0]) if folded else ("", "")
    # Without a gap 渡辺正佳 and 渡辺 正佳 have one key, so the surname goes first here.
    key = _key(surname, (given,) if given else (), "", script)
    whole = surname + given
    return PersonKey((BARE if key.bare and whole else "") + whole, surname, key.given, key.bare, script)


# ---- everything with spaces ----------------------------------------------------------------------------------------


def _western(text: str, script: str, *, genitive: bool) -> PersonKey:
    text = _BRACKETED.sub(" ", text)
    generation = ""
    if match := _OLD_AND_YOUNG.search(text):
        generation = "sen" if match[1] else "jun"
        text = text[: match.start()] + text[match.end() :]
    surname_given, text = _comma(_POINTED_TITLE.sub(" ", text))
    raw = _words(_SEPARATE_INITIALS.sub(". ", text))
    raw = _without_titles(raw)
    while len(raw) > 1 and (found := _GENERATIONS.get(_bare_word(raw[-1]))) and not raw[-1].islower():
        generation, raw = found, raw[:-1]
    if len(raw) > 1 and raw[-1].islower() and _bare_word(raw[-1]) in ("jun", "sen", "jr", "sr", "junior", "senior"):
        generation, raw = _GENERATIONS[_bare_word(raw[-1])], raw[:-1]
    if genitive and raw and len(raw[-1]) > 3:
        raw[-1] = re.sub("(?<=[^sS])s$|['’]$", "", raw[-1])
    if not raw:
        return _key("", (), generation, script)
    given, surname = _cut(raw, sure=surname_given)
    if len(given) == 1 and japanese.is_surname(surname) and japanese.is_given(given[0]):
        given, surname = (given[0].replace("ou", "o"),), surname.replace("ou", "o")
    return _key(surname, given, generation, script)


def _bare_word(word: str) -> str:
    return fold(word.replace(".", "").strip("-,"))


def _comma(text: str) -> tuple[bool, str]:
    """Whether the text is sure to be in the order given name, surname, and the text without its comma."""
    head, comma, tail = text.partition(",")
    if not comma or not tail.strip():
        return False, head
    words = [_bare_word(word) for word in tail.replace(",", " ").split()]
    if all(word in listed("behind") or word in _GENERATIONS or word in listed("titles") for word in words):
        kept = [word for word, known in zip(tail.split(), words, strict=False) if known in _GENERATIONS]
        return False, " ".join((head, *kept))
    first, _, rest = tail.partition(",")
    return True, f"{first.strip()} {rest.strip()} \x00 {head.strip()}" if rest.strip() else f"{first} \x00 {head}"


def _words(text: str) -> list[str]:
    found = []
    for word in text.split():
        if word == "\x00":
            found.append(word)
        elif kept := _NO_NAME.sub("", word):
            found.append(kept)
    return found


def _without_titles(words: list[str]) -> list[str]:
    """The words of the name itself; what would leave nothing is kept."""
    before = listed("titles") | listed("ranks")
    at = 0
    while at < len(words) - 1 and _bare_word(words[at]) in before:
        at += 1
    kept = words[at:]
    while len(kept) > 1 and _bare_word(kept[-1]) in listed("behind") and not kept[-1][1:].islower():
        kept = kept[:-1]
    inner = [
        word
        for place, word in enumerate(kept)
        if place in (0, len(kept) - 1)
        or (_bare_word(word) not in listed("ranks") and _bare_word(word) not in ("dr", "prof", "hc"))
    ]
    return inner if any(word != "\x00" for word in inner) else kept


def _cut(raw: list[str], *, sure: bool) -> tuple[tuple[str, ...], str]:
    """Given names and surname of the words of a name."""
    if "\x00" in raw:
        at = raw.index("\x00")
        return _given(raw[:at]), " ".join(filter(None, (_surname_word(word) for word in raw[at + 1 :])))
    raw = raw if sure else _in_order(raw)
    begin = len(raw) - 1
    while begin > 0 and fold(raw[begin - 1]) in listed("particles") and (raw[begin - 1].islower() or begin > 1):
        begin -= 1
    surname = " ".join(filter(None, (_surname_word(word) for word in raw[begin:])))
    return _given(raw[:begin]), surname


def _surname_word(word: str) -> str:
    return _HYPHEN.sub(" ", fold(word.replace(".", ""))).strip()


def _given(raw: list[str]) -> tuple[str, ...]:
    parts = ((part, fold(part.replace(".", ""))) for word in raw for part in _HYPHEN.split(word))
    return tuple(
        folded + "." if part.endswith(".") and 1 < len(folded) <= 4 else folded for part, folded in parts if folded
    )


def _in_order(raw: list[str]) -> list[str]:
    """The words with the given name first, where it is sure that the surname stands there."""
    capitals = [word.isupper() and len(word) > 2 and "." not in word for word in raw]
    if capitals[0] and not any(word.isupper() and len(word) > 1 for word in raw[1:]) and len(raw) > 1:
        return [*raw[1:], raw[0]]
    if len(raw) == 2 and all(map(str.isalpha, map(fold, raw))):
        first, second = fold(raw[0]), fold(raw[1])
        if japanese.surname_first(first, second):
            return [raw[1], raw[0]]
    return raw
