"""Blocking keys: names worth comparing share at least one, and few names share any.

A person's name stands under its surname as written and as it sounds, under its first given name with the ends of the
surname, under all its words in order of the alphabet, and under its letters run together. An organisation's stands
under the words that tell it from others, under its letters run together, and under what acronyms of it begin with.
"""

import re

from desktop_app.entities.naming import japanese
from desktop_app.entities.naming.concepts import concepts, is_number, is_place
from desktop_app.entities.naming.folding import letters_of, skeleton
from desktop_app.entities.naming.organisations import OrganisationName, looks_like_acronym, organisation_name
from desktop_app.entities.naming.persons import PersonKey, person_key
from desktop_app.entities.naming.tables import given_names, listed
from desktop_app.model.people import Kind

ACRONYM = "a:"  # keys under which acronyms meet the names they may stand for, and nothing else is compared
_MOST_WORDS = 6


def blocks(kind: Kind, name: str) -> frozenset[str]:
    """The blocking keys of a name; empty for one without letters."""
    if kind == "person":
        return frozenset(_of_person(person_key(name)))
    return frozenset(_of_organisation(organisation_name(name)))


# ---- persons -------------------------------------------------------------------------------------------------------


def _of_person(name: PersonKey) -> set[str]:
    if not name.key:
        return set()
    if name.script == "han":
        return _of_characters(name)
    surname = letters_of(name.surname)
    given = [letters_of(word) for word in name.given]
    last = surname.rsplit(" ", 1)[-1]
    if name.bare:
        return {f"s:{last}", f"j:{skeleton(''.join(surname.split(' ')))}"}
    found = {f"s:{part}" for part in surname.split(" ") if len(part) > 3} or {f"s:{last}"}
    found |= {f"s:{japanese.short(last)}"}
    words = [*given, *surname.split(" ")]
    for initial in _initials(given[0]):
        found.add(f"k:{skeleton(last)} {initial}")
    if len(given[0]) > 2:
        sound = skeleton(given[0])
        found |= {f"g:{sound} {last[:1]} {len(sound)}", f"g:{sound} {last[-2:]}"}
    found.add("o:" + " ".join(sorted(japanese.short(word) for word in words)))
    found.add("j:" + skeleton("".join(words)))
    if len(words) > 3:
        found.add(f"f:{skeleton(words[0])} {skeleton(words[-1])}")
        found.add(f"f:{skeleton(words[0])} {skeleton(words[1])}")
    return found


def _initials(given: str) -> set[str]:
    """First letters that stand for a given name: its own, and those of the names it is used for."""
    groups = given_names().get(given.rstrip("."), frozenset())
    return {given[:1]} | ({str(number) for number in groups} if groups else set())


def _of_characters(name: PersonKey) -> set[str]:
    found = {f"s:{name.surname}"}
    for reading in japanese.surname_readings(name.surname):
        found |= {f"s:{reading}"}
    return found


# ---- organisations -------------------------------------------------------------------------------------------------


def _of_organisation(name: OrganisationName) -> set[str]:
    if not name.key:
        return set()
    words = concepts(name.words) or name.words
    telling = [word for word in words if word not in listed("common") and not is_number(word)]
    named = [word for word in telling if not is_place(word)]
    found = set()
    for word in (named or telling)[:_MOST_WORDS]:
        found |= {f"w:{word}", f"k:{skeleton(word)}"} | ({f"e:{word[:3]} {word[-2:]}"} if len(word) > 5 else set())
    if not named:  # Universität Köln: two words that many have, together
        ordered = sorted(set(words))
        found |= {f"p:{one} {other}" for at, one in enumerate(ordered) for other in ordered[at + 1 : at + 4]}
        found |= {f"p:{' '.join(ordered)}"} | {f"k:{skeleton(word)} {len(words)}" for word in ordered if len(word) > 5}
    if len(words) > 2:
        found.add("o:" + " ".join(sorted(skeleton(word) for word in words)))
    found.add("j:" + skeleton(re.sub("[^\\w]", "", name.key)))
    if len(name.key) > 3 and name.script == "latin":
        # The first letter misread (Beta, Meta): the rest as written.
        found.add(f"t:{name.key[1:9]}")
    return found | _acronym_keys(name)


def _acronym_keys(name: OrganisationName) -> set[str]:
    if name.script == "han":
        return {f"{ACRONYM}{name.key[0]}{len(name.key) > 5}", f"{ACRONYM}{name.key[0]}"}
    found = {f"{ACRONYM}{_pair(raw)}" for raw in name.raw if looks_like_acronym(raw) and len(raw) < 9}
    if name.acronym:
        found.add(f"{ACRONYM}{name.acronym[:2]}")
    big = [word for word in name.words if word not in listed("small") and word[0].isalpha()]
    if len(big) > 1:
        found.add(f"{ACRONYM}{big[0][0]}{big[1][0]}")
    if big and len(big[0]) > 7:
        found |= {f"{ACRONYM}{big[0][0]}{letter}" for letter in set(re.sub("[aeiouy]", "", big[0][3:]))}
    if big and len(big[0]) > 3:
        found.add(f"{ACRONYM}{big[0][:2]}")
    return found


def _pair(acronym: str) -> str:
    return "".join(char for char in acronym.casefold() if char.isalpha())[:2]


def is_acronym(name: str) -> bool:
    """Whether a name holds an acronym, so that it is the short side of a pair under an `ACRONYM` key."""
    parsed = organisation_name(name)
    if parsed.script == "han":
        return len(parsed.key) < 6
    return bool(parsed.short)
