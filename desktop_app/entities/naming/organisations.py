"""The key of an organisation's name, its legal form, and whether an acronym stands for it.

The key leaves out the legal form, a leading article, quotes and points, and unites adjective endings; nothing else:
another place, another branch, another number is another organisation. Two names of one key whose legal forms
contradict each other (`apart`) are two organisations all the same: Müller GmbH and Müller AG.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.entities.naming.folding import LONGEST_NAME, fold, letters_of, script_of
from desktop_app.entities.naming.legal_forms import split_legal_form
from desktop_app.entities.naming.tables import listed

_QUOTES = re.compile("[„“”\"«»「」『』‹›]|(?<!\\w)['’‘]|['’‘](?!\\w)")
_POINTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}[^\W\d_](?!\w)|(?<!\w)(?:[^\W\d_]\.[ ]?){2,}(?![^\W_]{2})")
_BRACKETED = re.compile(r"\s*[(（]([^()（）]*)[)）]")
_ARTICLE = re.compile(r"(?:der|die|das|des|dem|den|the|le|la|les|l')\s+(?=\S)", re.IGNORECASE)
_POSSESSIVE = re.compile("(?<=\\w)['’]s(?!\\w)")
_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ][^\W_]+)*|&|\+")
_ADJECTIVE = re.compile(
    r"(?P<stem>(?:\w{3,}(?:isch|lich)|(?:\w*(?<=s))?deutsch|deutsch|evangelisch|katholisch|vereinigt|vereint|national|international|"
    r"sozial|zentral|global|kommunal|regional|liberal|foderal|digital|gemeinnutzig|gross|klein|neu|alt|jung|rot|grun|frei|link|"
    r"weiss|blau|gelb|schwarz|bunt|offen|hoh|ober|unter|erst|zweit|dritt|allgemein|unabhangig|konservativ|alternativ|kreativ|"
    r"christlich|burgerlich|offentlich|angewandt|bildend|darstellend|freiwillig|vereinigt|wissenschaftlich|nordlich|mittler))(?:e|er|en|es|em)"
)
_NOT_ADJECTIVES = frozenset(("fleischer", "hoher"))
_AND = frozenset(("und", "and", "&", "+", "u"))


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """What a name says.

    `words` are folded, adjective endings off, without the legal form; `raw` are the same words as written; `form` is
    the family of its legal form (see `legal_forms`) or empty; `acronym` is an acronym given in brackets, folded;
    `script` is `folding.script_of` the name; `short` are the places of the words that look like acronyms.
    """

    key: str
    words: tuple[str, ...]
    raw: tuple[str, ...]
    form: str
    acronym: str
    script: str
    short: tuple[int, ...] = ()


def organisation_key(name: str, *, genitive: bool = False) -> str:
    """The key under which two names are one organisation's, unless they are `apart`; empty for a name without letters.

    `genitive` says that a last s may be the case's, and takes it off (des Wirtschaftskreises, Siemens' stays).
    """
    return organisation_name(name, genitive=genitive).key


def apart(name: str, other: str) -> bool:
    """Whether two names say legal forms that contradict each other: GmbH and AG, not GmbH and nothing."""
    one, two = organisation_name(name).form, organisation_name(other).form
    return contradict(one, two)


def contradict(form: str, other: str) -> bool:
    """Whether two families of legal forms exclude each other; a Japanese one may be written Ltd, Corp. or Inc."""
    if not form or not other or form == other:
        return False
    return not {form, other} <= {"kk", "ltd", "corp", "inc", "co"} or "kk" not in (form, other)


@lru_cache(maxsize=1 << 17)
def organisation_name(name: str, *, genitive: bool = False) -> OrganisationName:
    """What `name` says (see `OrganisationName`)."""
    text = unicodedata.normalize("NFKC", name[:LONGEST_NAME]).strip()
    script = script_of(text)
    text, form = split_legal_form(_QUOTES.sub(" ", text))
    text, acronym = _without_acronym(text)
    text = _POINTED.sub(lambda match: match[0].replace(".", "").replace(" ", "") + " ", text)
    text = _ARTICLE.sub("", text.strip(" ,;.-–"), count=1) if _ARTICLE.match(text.strip(" ,;.-–")) else text
    text = _POSSESSIVE.sub("s" if not genitive else "", text)
    if script in ("han", "kana"):
        return _japanese(text, form, acronym, script)
    raw = tuple(_WORD.findall(text))
    if genitive and raw:
        raw = (*raw[:-1], re.sub("(?<=[^aeiou])es$|(?<=[^s])s$", "", raw[-1]))
    words = tuple("&" if fold(word) in _AND else without_ending(fold(word)) for word in raw)
    kept = [(word, said) for word, said in zip(words, raw, strict=True) if word]
    while kept and kept[-1][0] == "&":
        kept.pop()
    words, raw = tuple(word for word, _ in kept), tuple(said for _, said in kept)
    key = " ".join(words) if any(any(map(str.isalnum, word)) for word in words) else ""
    short = tuple(place for place, word in enumerate(raw) if looks_like_acronym(word))
    return OrganisationName(key, words, raw, form, acronym, script, short)


def _japanese(text: str, form: str, acronym: str, script: str) -> OrganisationName:
    raw = tuple(part for part in re.split(r"[\s・･]+", text.strip(" 、。,.")) if fold(part))
    words = tuple(fold(part) for part in raw)
    key = "".join(words)
    return OrganisationName(key if any(map(str.isalnum, key)) else "", words, raw, form, acronym, script)


def _without_acronym(text: str) -> tuple[str, str]:
    """The text without the acronym or full name in brackets that says the same twice, and that acronym, folded."""
    match = _BRACKETED.search(text)
    if not match or not (before := text[: match.start()].strip()):
        return text, ""
    inner = match[1].strip()
    rest = f"{before} {text[match.end() :].strip()}".strip()
    if acronym_of(inner, before):
        return rest, fold(inner.replace(".", ""))
    if acronym_of(before, inner):
        return f"{inner} {text[match.end() :].strip()}".strip(), fold(before.replace(".", ""))
    return text, ""


def without_ending(word: str) -> str:
    """A folded word without the ending of an adjective: japanischer, japanischen and japanische are japanisch."""
    if word in _NOT_ADJECTIVES:
        return word
    match = _ADJECTIVE.fullmatch(word)
    return match["stem"] if match else word


# ---- acronyms ------------------------------------------------------------------------------------------------------

_ACRONYM = re.compile(r"[^\W\d_](?:[^\W_]|[&.\-/]){1,11}")


def looks_like_acronym(word: str) -> bool:
    """Whether a word as written may be an acronym: two to eight letters, half of them or more capitals."""
    letters = [char for char in word if char.isalpha()]
    return 2 <= len(letters) <= 8 and word[:1].isupper() and 2 * sum(map(str.isupper, letters)) >= len(letters) + 1


@lru_cache(maxsize=1 << 16)
def acronym_of(acronym: str, name: str) -> bool:
    """Whether `acronym` stands for `name`: DJW for Deutsch-Japanischer Wirtschaftskreis, IHK for Industrie- und
    Handelskammer, 日銀 for 日本銀行.

    Its letters are found in order; the first word gives the first letter, each further word at least one (a small one,
    or one of four and more words, may give none), a long word several: those that begin its parts cannot be known.
    """
    acronym, name = (unicodedata.normalize("NFKC", text[:LONGEST_NAME]).strip() for text in (acronym, name))
    if script_of(acronym) == "han":
        return _short_japanese(acronym, split_legal_form(name)[0].strip())
    if not _ACRONYM.fullmatch(acronym) or not looks_like_acronym(acronym):
        return False
    letters = "".join(char for char in _unmarked(acronym) if char.isalpha())
    if letters in listed("forms"):
        return False
    words = [_unmarked(word) for word in re.findall(r"[^\W_]+", split_legal_form(name)[0])]
    if not letters.isascii():
        letters, words = letters_of(letters), [letters_of(word) for word in words]
    return any(
        _stands(letters, [word for word in words if word and word not in small])
        for small in (listed("small"), frozenset())
    )


def _stands(letters: str, words: list[str]) -> bool:
    while words and words[0] in listed("small"):
        words = words[1:]
    if not words or len("".join(words)) < 2 * len(letters) or (len(words) == 1 and len(words[0]) < 4 * len(letters)):
        return False
    big = [word for word in words if word not in listed("small")]
    return _fits(letters, tuple(words), 1 if len(big) > 3 else 0)


def _unmarked(word: str) -> str:
    text = unicodedata.normalize("NFKD", word.casefold().replace("ß", "ss"))
    return "".join(char for char in text if not unicodedata.combining(char))


def _fits(letters: str, words: tuple[str, ...], skips: int, *, first: bool = True) -> bool:
    """Whether the letters are spent over the words in order."""
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    may_skip = not first and (word in listed("small") or skips > 0)
    if may_skip and _fits(letters, rest, skips - (word not in listed("small")), first=False):
        return True
    if not letters or not word.startswith(letters[0]):
        return False
    most = 1 if word in listed("small") else 2 if len(word) < 8 else min(4, 1 + len(word) // 6)
    return any(
        _given_by(letters[:count], word) and _fits(letters[count:], rest, skips, first=False)
        for count in range(1, min(most, len(letters)) + 1)
    )


def _given_by(letters: str, word: str) -> bool:
    """Whether a word gives these letters: how it begins (trade: tr), or, if long, its first and some of its parts'."""
    return word.startswith(letters) or (len(word) > 7 and _begin_parts(letters[1:], word, 3))


_NO_BORDER = re.compile("c[hk]|(?<=[cpt])h|(?<=s)ch")


def _begin_parts(letters: str, word: str, at: int) -> bool:
    """Whether the letters may begin parts of a compound from `at` on; a part may give its second letter too (AWO).

    A part begins behind a consonant, a vowel only behind s, and leaves three letters.
    """
    if not letters:
        return True
    for place in range(at, len(word) - 2):
        before = word[place - 1]
        if word[place] != letters[0] or before in "aeiouy" or _NO_BORDER.match(word, place):
            continue
        if word[place] in "aeiouy" and before != "s":
            continue
        rest = letters[1:]
        if _begin_parts(rest, word, place + 2) or (
            rest[:1] == word[place + 1] and _begin_parts(rest[1:], word, place + 3)
        ):
            return True
    return False


def _inside(letters: str, word: str) -> bool:
    """Whether the letters stand in the word in this order."""
    at = 0
    for letter in letters:
        at = word.find(letter, at) + 1
        if not at:
            return False
    return True


def _short_japanese(acronym: str, name: str) -> bool:
    if not 2 <= len(acronym) <= 5 or len(name) < 2 * len(acronym) or acronym in name:
        return False
    return acronym[0] == name[0] and _inside(acronym[1:], name[1:])
