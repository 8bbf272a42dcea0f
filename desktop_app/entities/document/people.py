"""Which mentions in an article are one person: full names that agree, a surname alone where one can be meant."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final, Literal

from desktop_app.entities.document.page import Draft, Page
from desktop_app.entities.document.role_words import german, is_feminine
from desktop_app.entities.naming.folding import fold
from desktop_app.entities.naming.persons import PersonKey, person_key
from desktop_app.entities.tokens import listed

Gender = Literal["f", "m", ""]

_WOMEN: Final = listed("""
Frau Fr. Mrs. Mrs Ms. Ms Miss Dame Madame Mme Schwester Gräfin Königin Lady Tochter Mutter Signora Witwe Enkelin
Gattin
""")
_MEN: Final = listed("""
Herr Herrn Hr. Mr. Mr Sir Pater Bruder Graf König Lord Sohn Vater Signor Don Monsieur Witwer Enkel
""")
_PARTICLES: Final = frozenset(("von", "van", "de", "zu", "di", "da", "del", "la", "le", "dos", "ter", "ten"))
_MOST_NAMESAKES: Final = 40  # full names of one surname that are compared
_SURE: Final = 0.6  # confidence of a full name that makes a surname ambiguous
_STOP_INSIDE: Final = re.compile(r"(?<=[^\W\d_]{5})\.(?= )")


@dataclass(slots=True, eq=False)
class Person:
    """Mentions of one person; the keys of its full names, and whether the article says that it is a woman or a man."""

    keys: list[PersonKey]
    mentions: list[Draft]
    genders: set[Gender] = field(default_factory=set)

    @property
    def confidence(self) -> float:
        """The surest mention's."""
        return max(draft.confidence for draft in self.mentions)

    @property
    def bare(self) -> bool:
        """Whether the article never says a given name."""
        return all(key.bare for key in self.keys)


def people(page: Page, found: list[Draft]) -> list[Person]:
    """The people among the mentions, in the order in which they are named first."""
    full: dict[str, Person] = {}
    bare: list[tuple[Draft, PersonKey]] = []
    for draft in found:
        if draft.kind != "person":
            continue
        key = _key(page, draft)
        if not key.key:
            continue
        if key.bare:
            bare.append((draft, key))
            continue
        person = full.setdefault(key.key, Person([key], []))
        person.mentions.append(draft)
        if gender := _gender(page, draft):
            person.genders.add(gender)
    _put_cut_names(full, bare)
    named = _united(list(full.values()))
    alone = _resolved(page, bare, named)
    everyone = [*named, *alone]
    for person in everyone:
        person.mentions.sort(key=lambda draft: draft.start)
    return sorted(everyone, key=lambda person: person.mentions[0].start)


def _key(page: Page, draft: Draft) -> PersonKey:
    """The key of a mention; "Von Loe" at the head of a sentence begins with a particle."""
    form = page.form(draft)
    first, gap, rest = form.partition(" ")
    return person_key(first.lower() + gap + rest if first.lower() in _PARTICLES and first.istitle() and rest else form)


def _put_cut_names(full: dict[str, Person], bare: list[tuple[Draft, PersonKey]]) -> None:
    """Moves what looks like a short Japanese name in full but is the surname of a longer one: 曲山 of 曲山誠一."""
    eastern = [key for key, person in full.items() if person.keys[0].script == "han"]
    for key in eastern:
        if len(key) <= 3 and any(other != key and other.startswith(key) for other in eastern):
            person = full.pop(key)
            surname = PersonKey("?" + key, key, (), bare=True, script="han")
            bare += [(draft, surname) for draft in person.mentions]


# ---- full names ----------------------------------------------------------------------------------------------------


def _united(persons: list[Person]) -> list[Person]:
    """The people, those with compatible names as one where all of them fit one another."""
    groups: dict[str, list[Person]] = {}
    for person in persons:
        for name in {person.keys[0].surname, " ".join(sorted(person.keys[0].words))}:
            groups.setdefault(name, []).append(person)
    gone: set[int] = set()
    for group in groups.values():
        for person in group[:_MOST_NAMESAKES]:
            fitting = _fitting(person, group, gone)
            if id(person) in gone or not fitting or not _all_fit(fitting):
                continue
            if any(len(_fitting(other, group, gone)) != len(fitting) for other in fitting):
                continue  # "M. Bayer" beside Michael and Monika
            for other in fitting:
                person.keys += other.keys
                person.mentions += other.mentions
                person.genders |= other.genders
                gone.add(id(other))
    return [person for person in persons if id(person) not in gone]


def _fitting(person: Person, group: list[Person], gone: set[int]) -> list[Person]:
    return [
        other
        for other in group[:_MOST_NAMESAKES]
        if other is not person and id(other) not in gone and _compatible(person, other)
    ]


def _all_fit(persons: list[Person]) -> bool:
    return all(_compatible(one, other) for at, one in enumerate(persons) for other in persons[:at])


def _compatible(one: Person, other: Person) -> bool:
    if one.genders and other.genders and not one.genders & other.genders:
        return False
    return all(_agree(a, b) for a in one.keys for b in other.keys)


def _agree(a: PersonKey, b: PersonKey) -> bool:
    """Whether two full names may be one: given names equal, shortened, or left out behind the first."""
    if a.generation != b.generation:
        return False
    if a.surname != b.surname:
        return sorted(a.words) == sorted(b.words)
    short, long = sorted((a.given, b.given), key=len)
    if not _same_given(short[0], long[0]) and (len(short) > 1 or short[0] not in long):
        return False
    at = 0
    for given in short:
        while at < len(long) and not _same_given(given, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _same_given(a: str, b: str) -> bool:
    one, other = a.rstrip("."), b.rstrip(".")
    if one == other:
        return True
    shortened = len(one) == 1 or len(other) == 1 or a.endswith(".") or b.endswith(".")
    return shortened and (one.startswith(other) or other.startswith(one))


# ---- one name alone ------------------------------------------------------------------------------------------------


def _resolved(page: Page, bare: list[tuple[Draft, PersonKey]], named: list[Person]) -> list[Person]:
    """Gives each surname alone to the person it can only mean; returns the people made of the rest."""
    surnames, others = _looked_up(named)
    alone: dict[tuple[str, Gender], Person] = {}
    for draft, key in bare:
        gender = _gender(page, draft)
        candidates = (
            surnames.get(key.surname) or _half(key.surname, named) or others.get(key.surname) or _prefixed(key, named)
        )
        if len(candidates) > 1:
            candidates = [person for person in candidates if person.confidence >= _SURE] or candidates
        chosen = _chosen(draft, candidates, gender)
        if chosen is not None:
            chosen.mentions.append(draft)
            if draft.reason in ("recognised", "repeated"):
                draft.reason = "surname"
            continue
        several = len(candidates) > 1
        person = alone.setdefault((key.key, gender if several else ""), Person([key], []))
        person.mentions.append(draft)
        if gender:
            person.genders.add(gender)
    return list(alone.values())


def _looked_up(named: list[Person]) -> tuple[dict[str, list[Person]], dict[str, list[Person]]]:
    surnames: dict[str, list[Person]] = {}
    others: dict[str, list[Person]] = {}
    for person in named:
        for surname in {key.surname for key in person.keys}:
            surnames.setdefault(surname, []).append(person)
        for word in {word for key in person.keys for word in key.words if len(word) > 1}:
            others.setdefault(word, []).append(person)
    return surnames, others


def _half(surname: str, named: list[Person]) -> list[Person]:
    """Those whose double name begins or ends with the surname."""
    return [person for person in named if any(surname in key.surname.split(" ") for key in person.keys)]


def _prefixed(key: PersonKey, named: list[Person]) -> list[Person]:
    """Those whose Japanese name begins with the surname, where it is cut elsewhere; 金正恩 and 金."""
    if key.script not in ("han", "kana"):
        return []
    first = [person for person in named if any(each.key.startswith(key.surname) for each in person.keys)]
    return first or [person for person in named if any(each.key.endswith(key.surname) for each in person.keys)]


def _chosen(draft: Draft, candidates: list[Person], gender: Gender) -> Person | None:
    fitting = [person for person in candidates if not (gender and person.genders and gender not in person.genders)]
    if len(candidates) == 1:
        return fitting[0] if fitting else None
    if gender:
        sure = [person for person in fitting if gender in person.genders]
        if len(sure) == 1 and len(fitting) == 1:
            draft.confidence *= 0.9
            return sure[0]
    return None


# ---- women and men, names ------------------------------------------------------------------------------------------


def _gender(page: Page, draft: Draft) -> Gender:
    """What the words before a mention tell: Herr, Frau, Geschäftsführerin; a man's role may be a woman's in English."""
    for distance in (1, 2, 3):
        word = page.before(draft.start, distance)
        if word in _WOMEN:
            return "f"
        if word in _MEN:
            return "m"
        role = german(word) if word[:1].isupper() else ""
        if role:
            return "f" if is_feminine(role) else "m" if not word.isupper() else ""
        if not word.endswith("."):
            return ""
    return ""


def fullest(page: Page, person: Person) -> str:
    """The name to call a person by: the one with most of the given names spelt out, then the most frequent."""
    counts = Counter(page.form(draft) for draft in person.mentions)

    def rank(form: str) -> tuple[bool, bool, int, int, int, str]:
        key = person_key(form)
        spelt = sum(len(given.rstrip(".")) > 1 for given in key.given)
        return not key.bare, not _shouted(form), spelt, len(key.given), counts[form], fold(form)

    return _STOP_INSIDE.sub("", max(counts, key=rank))


def _shouted(form: str) -> bool:
    return form.isupper() and len(form) > 4
