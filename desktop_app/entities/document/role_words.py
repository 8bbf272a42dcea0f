"""Which words say what somebody is: Geschäftsführerin, chief executive, 専務理事.

The lists are in `resources/naming/roles_*.txt`.

German words are known by their end (a Chorleiterin is a Leiterin) and given back in the nominative.
"""

from functools import cache, lru_cache

from desktop_app.entities.tokens import listed
from desktop_app.resources import resource

_LONGEST = 40  # letters of a role word
# Their end is a role by chance.
_NO_ROLES = listed("""
halbleiter gegenwart berlin termin dauer rechner gleichstrommeister herbstmeister wintermeister dezember tonleiter
trittleiter feuerleiter sprossenleiter stromleiter
""")
_FEMININE_WITH = (
    ("ärztin", "arzt"),
    ("anwältin", "anwalt"),
    ("rätin", "rat"),
    ("köchin", "koch"),
    ("bäuerin", "bauer"),
)
_DATIVE_FEMININE = listed("der einer zur ihrer seiner unserer dieser deren einstigen")
_LOWER_RANKS = frozenset(
    ("stellvertretend", "stellv", "stv", "geschäftsführend", "vorläufig", "kommissarisch", "amtierend")
)
_ADJECTIVE_ENDS = ("er", "e", "en", "em")


@cache
def _lists(language: str) -> dict[str, frozenset[str]]:
    """The words of a list by the sign at the beginning of their line; those without one under an empty sign."""
    found: dict[str, set[str]] = {"": set(), "=": set(), "+": set(), "*": set()}
    for line in resource("naming", f"roles_{language}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sign = line[0] if line[0] in found else ""
            found[sign].update(line.removeprefix(sign).split())
    return {sign: frozenset(words) for sign, words in found.items()}


def german(word: str, before: str = "") -> str:
    """`word` in the nominative if it is a German role, else empty.

    `before` is the word before it, which tells a woman from a man in "der Vorsitzenden".
    """
    role, ending = _german(word)
    return _nominative(word, ending, before) if ending else role


@lru_cache(maxsize=1 << 16)
def _german(word: str) -> tuple[str, int]:
    """The role, or empty, and the length of its ending if it is an adjective's."""
    if not 2 <= len(word) <= _LONGEST or not word[-1].isalpha() or not (word[0].isupper() or "-" in word):
        return "", 0
    lower = word.rpartition("-")[2].lower()
    if lower in _NO_ROLES or (word.isupper() and len(word) > 4 and not _is_head(lower)):
        return "", 0
    if _is_head(lower):
        return word, 0
    if stem := _adjectival(lower):
        return word, len(lower) - len(stem)
    for ending, instead in (("innen", "in"), ("s", ""), ("en", ""), ("n", ""), ("es", ""), ("en", "e"), ("e", "")):
        if lower.endswith(ending) and _is_head(lower.removesuffix(ending) + instead):
            return word[: len(word) - len(ending)] + instead, 0
    return "", 0


def _nominative(word: str, ending: int, before: str) -> str:
    end, stem = word[len(word) - ending :], word[: len(word) - ending]
    if end in ("en", "em"):
        return stem + ("e" if before.lower() in _DATIVE_FEMININE else "er")
    return word


def _adjectival(lower: str) -> str:
    """The stem of a noun with the endings of an adjective (vorsitzend), or empty."""
    for ending in _ADJECTIVE_ENDS:
        stem = lower.removesuffix(ending)
        if stem != lower and _ends_in(stem, _lists("de")["+"]):
            return stem
    return ""


@lru_cache(maxsize=1 << 15)
def _is_head(lower: str) -> bool:
    lists = _lists("de")
    if lower in lists["="] or _ends_in(lower, lists["*"]) or _ends_in(lower, lists[""]):
        return True
    if not lower.endswith("in") or len(lower) < 5:
        return False
    base = lower[:-2]
    for feminine, masculine in _FEMININE_WITH:
        if lower.endswith(feminine):
            return _is_head(lower.removesuffix(feminine) + masculine)
    return (
        base in lists["="] or base + "e" in lists["="] or _ends_in(base, lists[""]) or _ends_in(base + "e", lists[""])
    )


def _ends_in(word: str, heads: frozenset[str]) -> bool:
    for at in range(len(word) - 1):  # noqa: SIM110 - a generator costs twice the time
        if word[at:] in heads:
            return True
    return False


def adjective(word: str) -> bool:
    """Whether a German adjective belongs to the role behind it: Ärztlicher Direktor, stellvertretender Vorsitzender."""
    lower = word.lower().rstrip(".")
    stem = next((lower.removesuffix(end) for end in _ADJECTIVE_ENDS if lower.endswith(end)), lower)
    if stem in _LOWER_RANKS or lower in _LOWER_RANKS:
        return True
    if not word[:1].isupper() or stem == lower:
        return False
    return stem.endswith(("lich", "isch", "nd")) or stem in ("erst", "zweit", "dritt", "leitend", "staatsrechtlich")


def adjective_in_nominative(word: str, role: str) -> str:
    """An adjective as it goes with `role`: ein stellvertretender Vorsitzender, eine Künstlerische Leiterin."""
    if word.endswith("."):
        return word
    for ending in ("em", "en", "er"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return stem + ("e" if is_feminine(role) else "er")
    return word + "r" if word.endswith("e") and not is_feminine(role) else word


def is_feminine(role: str) -> bool:
    """Whether a German role in the nominative is a woman's."""
    return role.endswith(("in", "frau")) or (role.endswith("e") and bool(_adjectival(role.lower().rpartition("-")[2])))


@lru_cache(maxsize=1 << 13)
def english_head(word: str) -> bool:
    """Whether `word` may end an English role."""
    lower = word.lower()
    words = _lists("en")
    return lower in words[""] or lower in words["="]


@lru_cache(maxsize=1 << 13)
def english_alone(word: str) -> bool:
    """Whether `word` is an English role without another word before it."""
    lower = word.lower()
    words = _lists("en")
    if lower in ("head", "chief", "chair", "executive", "officer", "partner", "judge", "captain", "host"):
        return lower in ("head", "chair", "judge", "captain", "chief")
    return lower in words[""] and lower not in words["="]


@cache
def japanese_ends() -> tuple[str, ...]:
    """The ends of Japanese roles, the longest first."""
    return tuple(sorted(_lists("ja")[""], key=len, reverse=True))


@cache
def japanese_addresses() -> tuple[str, ...]:
    """The forms of address behind a Japanese name, the longest first: さん, 氏."""
    return tuple(sorted(_lists("ja")["+"], key=len, reverse=True))
