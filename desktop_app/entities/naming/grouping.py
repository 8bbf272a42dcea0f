"""Many names at once: which are one without asking."""

from collections.abc import Sequence
from itertools import combinations

from desktop_app.entities.naming.organisations import contradict, organisation_name
from desktop_app.entities.naming.persons import person_key
from desktop_app.model.people import Kind


def grouped(kind: Kind, names: Sequence[str]) -> list[list[int]]:
    """Groups of places in `names`, each group one key; in the order of their first names.

    Where an organisation's names of one key say legal forms that contradict each other, each form is a group of its
    own, and so are the names that say none: nobody knows whose they are. A surname alone groups with nothing, nor does
    what has no letters.
    """
    groups: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        groups.setdefault(_key(kind, name) or f"\x00{place}", []).append(place)
    if kind == "person":
        return list(groups.values())
    return sorted((part for members in groups.values() for part in _by_form(names, members)), key=lambda part: part[0])


def _key(kind: Kind, name: str) -> str:
    if kind == "organisation":
        return organisation_name(name).key
    found = person_key(name)
    return "" if found.bare else found.key


def _by_form(names: Sequence[str], members: list[int]) -> list[list[int]]:
    forms = {organisation_name(names[place]).form for place in members}
    if not any(contradict(one, other) for one, other in combinations(sorted(forms), 2)):
        return [members]
    parts: dict[str, list[int]] = {}
    for place in members:
        parts.setdefault(organisation_name(names[place]).form, []).append(place)
    return list(parts.values())
