"""How alike two names of persons are, by their words alone.

Given names that contradict each other end it: two different names that both exist, two different initials, a man's and
a woman's form. What remains multiplies: each way in which the names differ has its weight.
"""

import re
from functools import lru_cache

from desktop_app.entities.naming import japanese
from desktop_app.entities.naming.folding import letters_of, skeleton
from desktop_app.entities.naming.likeness import Reason
from desktop_app.entities.naming.persons import PersonKey
from desktop_app.entities.naming.tables import given_names, japanese_surnames

Found = tuple[float, Reason]
NOTHING: Found = (0.0, "different")
_GENDERED = frozenset(("", "a", "o", "e", "ie", "in", "ina", "ine", "as", "us"))
_MISREAD = str.maketrans("0159", "oisg")
_PARTICLE = re.compile(r"^(?:(?:von|vom|van|de|der|den|dem|di|da|del|la|le|zu|zur|zum|ter|ten|te|al|el) )+")
_SON = re.compile(r"\b(?:ben|ibn)\b")
_OLD_PAIRS = str.maketrans("斉龍嶋沢壱慶凛恵", "斎竜島沢一慶凜恵")


def person_likeness(a: PersonKey, b: PersonKey) -> Found:
    """A weight 0..1 and the reason; 1 only for equal keys, 0 where something contradicts."""
    if not a.key or not b.key:
        return NOTHING
    if a.key == b.key:
        return 1.0, "same name"
    if a.bare or b.bare:
        return max(_bare(a, b), _run_together(a, b))
    if a.generation and b.generation and a.generation != b.generation:
        return NOTHING
    if "han" in (a.script, b.script):
        weight, reason = _with_characters(a, b)
    elif a.script == b.script and a.script in ("hangul", "other"):
        weight, reason = _unknown_script(a, b)
    else:
        weight, reason = _in_letters(a, b)
    if a.generation != b.generation and weight:
        return (0.55 * weight, "generation")
    return weight, reason


def _bare(a: PersonKey, b: PersonKey) -> Found:
    """A surname alone is never enough; the caller raises it where both stand in the same context."""
    one, other = _PARTICLE.sub("", a.surname), _PARTICLE.sub("", b.surname)
    if one == other or surname_weight(a.surname, b.surname) > 0.78:
        return 0.3, "bare surname"
    if a.bare and b.bare and len(one) > 6 and len(other) > 6 and _spelt_alike(one, other):
        return 0.2, "bare surname"
    return NOTHING


def _run_together(a: PersonKey, b: PersonKey) -> Found:
    """SergeiLavrov is no surname alone."""
    if a.bare == b.bare or a.script != b.script or min(len(a.key), len(b.key)) < 8:
        return NOTHING
    return _parted_differently(a, b)


# ---- Chinese characters --------------------------------------------------------------------------------------------


def _with_characters(a: PersonKey, b: PersonKey) -> Found:
    if a.script == b.script:
        one, other = a.key.translate(_OLD_PAIRS), b.key.translate(_OLD_PAIRS)
        return (0.85, "spelling") if one == other else NOTHING
    if b.script == "han":
        a, b = b, a
    readings = japanese.surname_readings(a.surname)
    words = [japanese.short(letters_of(word)) for word in b.words]
    if not readings or len(words) != 2:
        return NOTHING
    for given, surname in (words, words[::-1]):
        if surname in readings and japanese.may_be_read(a.given[0], given):
            return 0.8, "transliteration"
    return NOTHING


def _unknown_script(a: PersonKey, b: PersonKey) -> Found:
    if a.script == "hangul" or len(a.words) != len(b.words):
        return NOTHING
    from rapidfuzz.distance import OSA

    pairs = list(zip(a.words, b.words, strict=True))
    distances = [OSA.distance(one, other) for one, other in pairs]
    longest = max(min(map(len, pair)) for pair, distance in zip(pairs, distances, strict=True) if distance)
    return (0.6, "spelling") if sum(distances) == 1 or (sum(distances) == 2 and longest > 4) else NOTHING


# ---- letters -------------------------------------------------------------------------------------------------------


def _in_letters(a: PersonKey, b: PersonKey) -> Found:
    foreign = a.script != b.script
    if a.script != "latin" or b.script != "latin":
        a, b = _romanised(a), _romanised(b)
    a, b = _one_particle(a), _one_particle(b)
    best = _word_by_word(a, b)
    if best[0] < 0.75:
        best = max(best, _parted_differently(a, b), _reordered(a, b), _some_words(a, b))
    if not foreign:
        return best
    if best[0]:
        return best[0], "transliteration"
    if len(a.words) == len(b.words) and all(map(_sound_alike, a.words, b.words)):
        return 0.65, "transliteration"
    return NOTHING


def _sound_alike(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    sound = skeleton(one)
    return sound == skeleton(other) and (len(sound) > 2 or OSA.normalized_similarity(one, other) >= 0.4)


def _romanised(name: PersonKey) -> PersonKey:
    if name.script == "latin":
        return name
    given = tuple(letters_of(word) for word in name.given)
    surname = letters_of(name.surname)
    return PersonKey(" ".join((*given, surname)), surname, given, name.bare, "latin", name.generation)


def _one_particle(name: PersonKey) -> PersonKey:
    """Ben and ibn written bin."""
    if not _SON.search(name.key):
        return name
    given = (*name.given[:1], *(_SON.sub("bin", word) for word in name.given[1:]))  # Ben Schmidt stays Ben
    surname = _SON.sub("bin", name.surname)
    return PersonKey(" ".join((*given, surname)), surname, given, name.bare, name.script, name.generation)


def _word_by_word(a: PersonKey, b: PersonKey) -> Found:
    by_surname = surname_weight(a.surname, b.surname)
    if not by_surname:
        return NOTHING
    by_given, reason = given_weight(a.given, b.given)
    if not by_given:
        return NOTHING
    if by_surname < 1:
        parts = set(a.surname.split(" ")), set(b.surname.split(" "))
        double = len(parts[0]) != len(parts[1]) and (parts[0] < parts[1] or parts[1] < parts[0])
        return by_surname * by_given, "double surname" if double else "spelling"
    return min(0.97, by_given), reason


def _parted_differently(a: PersonKey, b: PersonKey) -> Found:
    """Ramimakhlouf; Hans Peter Müller and Hanspeter Müller; Igor Sechin misread as I9or Sech1n."""
    one, other = "".join(a.words), "".join(b.words)
    if abs(len(one) - len(other)) > 1:
        return NOTHING
    one, other = one.translate(_MISREAD), other.translate(_MISREAD)
    if one == other:
        return 0.9, "spacing" if len(a.words) != len(b.words) else "spelling"
    if len(a.words) != len(b.words) and min(len(one), len(other)) > 11 and not _initials(a) and not _initials(b):
        from rapidfuzz.distance import OSA

        if OSA.distance(one, other, score_cutoff=1) <= 1:
            return 0.7, "spacing"
    return NOTHING


def _initials(name: PersonKey) -> bool:
    return any(len(word.rstrip(".")) == 1 for word in name.given)


def _reordered(a: PersonKey, b: PersonKey) -> Found:
    if len(a.words) != len(b.words):
        return NOTHING
    one, other = sorted(a.words), sorted(b.words)
    if (one[0][:1], one[-1][:1]) != (other[0][:1], other[-1][:1]):
        return NOTHING
    weight = 0.85
    for word, fellow in zip(one, other, strict=True):
        if word != fellow:
            weight *= _given_word(word, fellow)[0] if len(word) > 3 < len(fellow) else 0
    known = given_names()
    if weight < 0.6 or (len(one) > 2 and weight < 0.85) or all(word in known for word in one):
        return NOTHING  # Hans Friedrich and Friedrich Hans are two
    patronymic = {"bin", "ibn", "ben"} & set(one)
    turned = a.words[0] == b.words[-1] or a.words[-1] == b.words[0] or _turned(a.words, b.words)
    return (weight, "word order") if turned and (not patronymic or _turned(a.words, b.words)) else NOTHING


def _turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one is the other with some of its words moved together from an end to the other end."""
    return any(one[at:] + one[:at] == other for at in range(1, len(one)))


def _some_words(a: PersonKey, b: PersonKey) -> Found:
    """All words of the shorter name stand in the longer one, in order: names of many parts, of which some are said."""
    shorter, longer = sorted((a.words, b.words), key=len)
    if len(shorter) > 1 and longer[:-1] == shorter and len(longer[-1]) < 3:
        return 0.55, "spelling"  # what stood behind the name was taken for a part of it
    if not 2 <= len(shorter) < len(longer) or len(longer) < 4 or any(len(word) < 3 for word in shorter):
        return NOTHING
    known = given_names()
    if all(word in known for word in shorter) or not _given_word(longer[0], shorter[0])[0]:
        return NOTHING
    rest = iter(longer)
    if not all(any(word == said or _near(word, said) for said in rest) for word in shorter):
        return NOTHING
    return 0.6, "given name left out"


def _near(one: str, other: str) -> bool:
    return len(one) > 3 < len(other) and _given_word(one, other)[0] >= 0.75


# ---- surnames ------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 16)
def surname_weight(one: str, other: str) -> float:
    """How well two folded surnames in letters agree, 0..1."""
    if one == other:
        return 1.0
    bare_one, bare_other = _PARTICLE.sub("", one), _PARTICLE.sub("", other)
    if bare_one == bare_other:
        return 0.85
    if japanese.is_surname(one) and japanese.is_surname(other):
        return 0.8 if japanese.short(one) == japanese.short(other) else 0.0
    parts, others = bare_one.split(" "), bare_other.split(" ")
    if len(parts) != len(others) and (set(parts) < set(others) or set(others) < set(parts)):
        return 0.62
    if len(parts) == 1 == len(others) and min(len(bare_one), len(bare_other)) < 3:
        return 0.0
    return _spelt_weight(bare_one, bare_other)


def _spelt_weight(one: str, other: str) -> float:
    from rapidfuzz.distance import OSA

    longest = max(len(one), len(other))
    distance = OSA.distance(one, other, score_cutoff=3)
    if distance == 1 and longest > 3:
        return 0.8 if longest > 4 else 0.72
    sounds = skeleton(one), skeleton(other)
    if distance == 2 and longest > 5 and (one[0] == other[0] or sounds[0] == sounds[1]):
        return 0.75 if sounds[0] == sounds[1] else 0.72 if longest > 8 else 0.66 if one[-1] == other[-1] else 0.0
    if distance == 3 and longest > 8 and sounds[0] == sounds[1]:
        return 0.7
    return 0.0


def _spelt_alike(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    return bool(OSA.distance(one, other, score_cutoff=1) <= 1)


# ---- given names ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 16)
def given_weight(one: tuple[str, ...], other: tuple[str, ...]) -> Found:
    """How well two lists of given names agree, 0 where they contradict each other."""
    if one == other:
        return 1.0, "same name"
    if _plain("".join(one)) == _plain("".join(other)):
        return 0.95, "spacing"
    shorter, longer = sorted((one, other), key=len)
    best = NOTHING
    for start in range(len(longer) - len(shorter) + 1):
        if not start or (_is_name(shorter[0]) and _is_name(longer[start])):
            best = max(best, _aligned(shorter, longer, start))
    return best


def _plain(word: str) -> str:
    return word.replace(".", "")


def _is_name(word: str) -> bool:
    return len(_plain(word)) > 1 and not word.endswith(".")


def _aligned(shorter: tuple[str, ...], longer: tuple[str, ...], start: int) -> Found:
    """The shorter list placed in order into the longer one, its first name at `start`; what is left over weighs."""
    weight, reason, at = 1.0, "same name", start
    for number, word in enumerate(shorter):
        last = len(longer) - (len(shorter) - number - 1)
        choices = [(_given_word(word, longer[place]), place) for place in range(at, last if number else start + 1)]
        (value, why), place = max(choices, key=lambda choice: (choice[0][0], -choice[1]))
        if not value:
            return NOTHING
        if value < 1:
            weight, reason = weight * value, why
        at = place + 1
    left = len(longer) - len(shorter)
    if start:
        return 0.72 * weight, "given name left out"
    if left:
        initials = all(not _is_name(word) for word in longer if word not in shorter)
        if weight == 1:
            reason = "initial" if initials else "given name left out"
        weight *= 0.95 if initials else max(0.52, 0.94 - 0.06 * left)
    return weight, reason  # type: ignore[return-value]


@lru_cache(maxsize=1 << 17)
def _given_word(one: str, other: str) -> Found:
    if one == other:
        return 1.0, "same name"
    first, second = sorted((_plain(one), _plain(other)), key=len)
    if len(first) == 1 or one.endswith(".") or other.endswith("."):
        return (0.72 if len(first) == 1 else 0.8, "initial") if second.startswith(first) else NOTHING
    known = given_names()
    groups, others = known.get(first), known.get(second)
    if groups and others and groups & others:
        return 0.75, "short form"
    if _one_sound(first) == _one_sound(second):
        return 0.88, "spelling"
    if (groups is not None and others is not None) or _gendered(first, second):
        return NOTHING
    if japanese.is_given(first) and japanese.is_given(second):
        return (0.85, "spelling") if japanese.short(first) == japanese.short(second) else NOTHING
    return _given_spelt(first, second)


@lru_cache(maxsize=1 << 16)
def _one_sound(word: str) -> str:
    """A given name without what its spelling may vary in: Emmanuel and Emanuel, Philipp and Filip, Marc and Mark."""
    word = re.sub("th", "t", word.replace("ph", "f").replace("ck", "k").replace("c", "k").replace("y", "i"))
    return re.sub(r"(.)\1", r"\1", word)


def _gendered(first: str, second: str) -> bool:
    """Angelo and Angela, Martin and Martina: alike but for an ending that tells a man from a woman."""
    same = 0
    while same < len(first) and first[same] == second[same]:
        same += 1
    ends = first[same:], second[same:]
    return same > 2 and ends[0] in _GENDERED and ends[1] in _GENDERED and set(ends) != {"a", "e"}


def _given_spelt(first: str, second: str) -> Found:
    from rapidfuzz.distance import OSA

    distance = OSA.distance(first, second, score_cutoff=3)
    sounds = skeleton(first) == skeleton(second)
    if distance == 1 and len(second) > 3 and (first[0] == second[0] or len(second) > 4 or sounds):
        return 0.85, "spelling"
    if distance == 2 and len(first) > 3 and sounds:
        return 0.82, "spelling"
    if distance == 2 and len(second) > 7 and first[0] == second[0]:
        return 0.7, "spelling"
    if len(first) > 2 and second.startswith(first) and len(second) > len(first) + 2 and not _known_alone(first):
        return 0.65, "short form"
    return NOTHING


def _known_alone(word: str) -> bool:
    return word in given_names() or word in japanese_surnames() or japanese.is_given(word)
