"""How alike two names of organisations are, by their words alone.

Words are compared as concepts (see `concepts`). What both have falls away; what is left decides: nothing, misspelt
words, a place, a group, a number. A word left on each side that is not a misspelling makes two organisations:
IHK Aachen and IHK Köln, Universität and Universitätsklinikum.
"""

from functools import lru_cache

from desktop_app.entities.naming import concepts as words_of
from desktop_app.entities.naming.folding import letters_of, skeleton
from desktop_app.entities.naming.likeness import Reason
from desktop_app.entities.naming.organisations import OrganisationName, acronym_of, contradict
from desktop_app.entities.naming.tables import listed

Found = tuple[float, Reason]
NOTHING: Found = (0.0, "different")


def organisation_likeness(a: OrganisationName, b: OrganisationName) -> Found:
    """A weight 0..1 and the reason; 1 only for equal keys whose legal forms agree, 0 where something contradicts."""
    if not a.key or not b.key:
        return NOTHING
    against = contradict(a.form, b.form)
    if a.key == b.key:
        return (0.6, "legal form") if against else (1.0, "same name")
    weight, reason = max(_joined(a, b), _by_words(a, b), _by_acronym(a, b), _by_acronym(b, a))
    return (weight * 0.8 if against and reason != "acronym" else weight), reason


def _joined(a: OrganisationName, b: OrganisationName) -> Found:
    one, other = a.key.replace(" ", ""), b.key.replace(" ", "")
    if one == other and len(one) > 2:
        return 0.92, "spacing"
    if a.script != b.script and len(sound := skeleton(one)) > 3 and sound == skeleton(other):
        return 0.65, "transliteration"
    if a.acronym and a.acronym == b.acronym and len(a.acronym) > 2:
        return 0.6, "acronym"
    return NOTHING


def _by_words(a: OrganisationName, b: OrganisationName) -> Found:
    one, other = words_of.concepts(a.words), words_of.concepts(b.words)
    if not one or not other:
        return NOTHING
    left, right, common = _left_over(one, other)
    if not left and not right:
        return _same_words(a, b, one, other)
    if left and right:
        return max(_both_left(left, right, common, a, b), _as_written(a, b))
    return _one_left(left or right, common)


def _as_written(a: OrganisationName, b: OrganisationName) -> Found:
    """The words themselves: General Motors and General Mortars, of which one is a concept."""
    left, right, common = _left_over(a.words, b.words)
    if a.script == b.script and len(left) == 1 == len(right) and common:
        return word_weight(left[0], right[0]), "spelling"
    return NOTHING


def _left_over(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[list[str], list[str], list[str]]:
    left, right, common = [], list(other), []
    for word in one:
        if word in right:
            right.remove(word)
            common.append(word)
        else:
            left.append(word)
    return left, right, common


def _same_words(a: OrganisationName, b: OrganisationName, one: tuple[str, ...], other: tuple[str, ...]) -> Found:
    if a.script != b.script:
        return 0.75, "transliteration"
    said = [[word for word in name.words if word not in listed("small")] for name in (a, b)]
    if sorted(said[0]) != sorted(said[1]):
        return (0.8 if one == other else 0.7), "translation"
    if one == other:
        return 0.93, "spelling"
    return (0.8 if len(one) < 4 else 0.85), "word order"


def _both_left(left: list[str], right: list[str], common: list[str], a: OrganisationName, b: OrganisationName) -> Found:
    numbers = [[word for word in words if words_of.is_number(word)] for words in (left, right)]
    if numbers[0] and numbers[1] and len(left) == len(right) == len(numbers[0]) == len(numbers[1]):
        named = any(word not in listed("common") and not words_of.is_place(word) for word in common)
        return (0.5, "number") if named and len(common) > 1 else NOTHING
    if numbers[0] or numbers[1] or len(left) != len(right):
        return _grown_together(left, right)
    weight = 1.0
    for word in left:
        value, fellow = max((word_weight(word, other), other) for other in right)
        if not value or _capitals(word, a) or _capitals(fellow, b):
            return NOTHING
        weight *= value
        right.remove(fellow)
    reason: Reason = "spelling" if a.script == b.script else "transliteration"
    return weight * (1.0 if common or len(left) > 1 else 0.92), reason


def _capitals(word: str, name: OrganisationName) -> bool:
    """Whether a short word is an acronym in this name: one letter makes another of it."""
    return (
        len(word) < 5
        and any(raw.isupper() and raw.casefold() == word for raw in name.raw)
        and not all(raw.isupper() for raw in name.raw if len(raw) > 3)
    )


def _grown_together(left: list[str], right: list[str]) -> Found:
    """Wirtschafts Kreis and Wirtschaftskreis among other words."""
    one, other = "".join(left), "".join(right)
    return (0.85, "spacing") if one == other else NOTHING


def _one_left(extra: list[str], common: list[str]) -> Found:
    """One name says more. Alone that is likely for a group or a place, else only in a shared context."""
    telling = [word for word in common if word not in listed("common")]
    if common and all(map(_misspelt_form, extra)):
        return 0.8, "legal form"
    if not common or any(words_of.is_number(word) and word != "erst" for word in extra):
        return NOTHING
    named = any(not words_of.is_place(word) for word in telling)
    if extra == ["erst"] and len(common) > 1:
        return 0.6, "part of the name"
    if named and all(word in listed("clubs") for word in extra):
        return 0.6, "part of the name"
    if not telling and len(common) < 2:
        return (0.35, "part of the name") if all(map(words_of.is_place, extra)) else NOTHING
    if all(word in listed("generic") for word in extra):
        return (0.66 if len(extra) == 1 else 0.55), "part of the name"
    if len(extra) == 1 and words_of.is_country(extra[0]):
        return 0.52, "part of the name"
    if all(map(words_of.is_place, extra)):
        return 0.42, "part of the name"
    return (0.42 if telling and len(extra) < 3 else 0.3), "part of the name"


_LONG_FORMS = (
    "aktiengesellschaft",
    "gesellschaft",
    "company",
    "corporation",
    "incorporated",
    "limited",
    "genossenschaft",
)


def _misspelt_form(word: str) -> bool:
    from rapidfuzz.distance import OSA

    return (len(word) > 5 and any(OSA.distance(word, form, score_cutoff=2) <= 2 for form in _LONG_FORMS)) or word in (
        "joint",
        "stock",
    )


@lru_cache(maxsize=1 << 16)
def word_weight(one: str, other: str) -> float:
    """How likely two different concepts are one word misspelt or in two scripts."""
    if (words_of.is_place(one) or words_of.is_concept(one)) and (
        words_of.is_place(other) or words_of.is_concept(other)
    ):
        return 0.0
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) > 2 and longer in (f"{shorter}s", f"{shorter}es"):
        return 0.85  # des Amtes
    if not one.isascii() and not other.isascii() and one and min(len(one), len(other)) < 4:
        return 0.0
    from rapidfuzz.distance import OSA

    one, other = letters_of(one), letters_of(other)
    longest, shortest = max(len(one), len(other)), min(len(one), len(other))
    distance = OSA.distance(one, other, score_cutoff=3)
    if shortest < 4:
        return 0.0
    sounds = skeleton(one) == skeleton(other)
    if distance == 1:
        return 0.78 if longest > 7 or sounds else 0.66
    if distance == 2 and longest > 5:
        return 0.72 if sounds else 0.66 if longest > 7 else 0.56
    return 0.6 if distance == 3 and longest > 9 and sounds else 0.0


def _by_acronym(short: OrganisationName, long: OrganisationName) -> Found:
    """`short` holds an acronym that stands for some neighbouring words of `long`; the other words agree."""
    if not short.raw or len(short.raw) > 4 or len(long.words) > 12:
        return NOTHING
    if short.script == "han":
        return (0.6, "acronym") if acronym_of(short.key, long.key) else NOTHING
    for place in short.short:
        if _stands_for(short.raw[place], short, long, place, len(short.raw) - place - 1):
            return (0.72 if len(short.raw[place]) > 2 else 0.55), "acronym"
    return (0.6, "acronym") if short.key == long.acronym and len(short.key) > 2 else NOTHING


def _stands_for(raw: str, short: OrganisationName, long: OrganisationName, before: int, after: int) -> bool:
    end = len(long.raw) - after
    if end - before < 1 or (end - before == 1 and len(long.raw[before]) < 8):
        return False
    if words_of.concepts(short.words[:before]) != words_of.concepts(long.words[:before]):
        return False
    return acronym_of(raw, " ".join(long.raw[before:end])) and words_of.concepts(
        short.words[before + 1 :]
    ) == words_of.concepts(long.words[end:])
