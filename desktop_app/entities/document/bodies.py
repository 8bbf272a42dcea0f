"""Which mentions in an article are one organisation: equal keys, short forms, names shortened later on."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop_app.entities.document.page import Draft, Page
from desktop_app.entities.naming.folding import fold
from desktop_app.entities.naming.organisations import (
    OrganisationName,
    acronym_of,
    contradict,
    organisation_name,
)
from desktop_app.entities.naming.tables import places

_ENDING: Final = re.compile(r"(?:e[rsnm]?|s)\Z")
_MOST_PAIRS: Final = 400  # organisations compared with one another


@dataclass(slots=True, eq=False)
class Body:
    """Mentions of one organisation, and its names."""

    names: list[OrganisationName]
    mentions: list[Draft]


def bodies(page: Page, found: list[Draft], pairs: list[tuple[Draft, Draft]]) -> list[Body]:
    """The organisations among the mentions, in order; `pairs` are a full name and the short form behind it."""
    groups: dict[tuple[str, str], Body] = {}
    by_key: dict[str, set[str]] = {}
    home: dict[int, Body] = {}
    for draft in found:
        if draft.kind != "organisation":
            continue
        name = organisation_name(page.form(draft))
        if not name.key:
            continue
        by_key.setdefault(name.key, set()).add(name.form)
        body = groups.setdefault((name.key, name.form), Body([name], []))
        body.mentions.append(draft)
        home[id(draft)] = body
    _unite_forms(groups, by_key, home)
    for long, short in pairs:
        if id(long) in home and id(short) in home:
            _join(home[id(long)], home[id(short)], home)
    everyone = _distinct(home)
    _unite_shortened(page, everyone, home)
    found_bodies = _distinct(home)
    for body in found_bodies:
        body.mentions.sort(key=lambda draft: draft.start)
    return sorted(found_bodies, key=lambda body: body.mentions[0].start)


def _distinct(home: dict[int, Body]) -> list[Body]:
    return list({id(body): body for body in home.values()}.values())


def _join(into: Body, other: Body, home: dict[int, Body]) -> None:
    if into is other:
        return
    into.names += other.names
    into.mentions += other.mentions
    for draft in other.mentions:
        home[id(draft)] = into


def _unite_forms(groups: dict[tuple[str, str], Body], by_key: dict[str, set[str]], home: dict[int, Body]) -> None:
    """Joins "Müller" and "Müller GmbH", unless there is a Müller AG as well."""
    for key, forms in by_key.items():
        said = sorted(form for form in forms if form)
        if any(contradict(one, other) for one in said for other in said):
            continue
        first, *rest = sorted(forms, key=lambda form: groups[key, form].mentions[0].start)
        for form in rest:
            _join(groups[key, first], groups[key, form], home)


def _unite_shortened(page: Page, everyone: list[Body], home: dict[int, Body]) -> None:
    """Joins a short name to the one longer name that it can stand for."""
    if len(everyone) > _MOST_PAIRS:
        return
    meeting = _by_outer_words(everyone)
    for short in everyone:
        longer = [
            body for body in _met(short, meeting, everyone) if body is not short and _stands_for(page, short, body)
        ]
        own = home[id(short.mentions[0])]
        distinct = _distinct({id(draft): home[id(draft)] for body in longer for draft in body.mentions})
        other = [body for body in distinct if body is not own]
        if len(other) == 1:
            _join(other[0], own, home)


def _by_outer_words(everyone: list[Body]) -> dict[str, list[Body]]:
    """The organisations under the first and the last word of each of their names."""
    found: dict[str, list[Body]] = {}
    for body in everyone:
        for word in {word for name in body.names for word in (_loosely(name)[0], _loosely(name)[-1])}:
            found.setdefault(word, []).append(body)
    return found


def _met(short: Body, meeting: dict[str, list[Body]], everyone: list[Body]) -> list[Body]:
    """Those that a short name may stand for at all: of the same first or last word, for an acronym all."""
    if any(_may_be_acronym(name) or name.script in ("han", "kana") for name in short.names):
        return everyone
    words = {word for name in short.names for word in (_loosely(name)[0], _loosely(name)[-1])}
    return list({id(body): body for word in words for body in meeting.get(word, ())}.values())


def _may_be_acronym(name: OrganisationName) -> bool:
    return len(name.words) == 1 and (bool(name.short) or name.script == "han")


def _stands_for(page: Page, short: Body, long: Body) -> bool:
    if all(_is_only_a_place(page, name) for name in short.names):
        return False
    if not any(_is_short(a, b, behind=True) for a in short.names for b in long.names):
        return False
    first, other = (min(draft.start for draft in body.mentions) for body in (short, long))
    if first > other or ("\n" not in page.text[:first] and 0 <= page.text.find("\n", first) < other):
        return True  # behind it, or in the heading
    return any(_is_short(a, b, behind=False) for a in short.names for b in long.names)


def _is_only_a_place(page: Page, name: OrganisationName) -> bool:
    """Whether a name is one word, and a place: it stands for no organisation there."""
    return len(name.words) == 1 and not name.form and (name.words[0] in page.localities or name.words[0] in places())


def _is_short(short: OrganisationName, long: OrganisationName, *, behind: bool) -> bool:
    if _may_be_acronym(short) and acronym_of(short.raw[0], " ".join(long.raw)):
        return True
    if contradict(short.form, long.form):
        return False
    one, other = _loosely(short), _loosely(long)
    if one == other:
        return True
    if not behind:
        return False
    if short.script in ("han", "kana"):
        return len(short.key) >= 2 and long.key.startswith(short.key) and len(long.key) > len(short.key)
    count = len(one)
    if count >= len(other) or short.words[0] in places() or len(short.key) < 3:
        return False
    return one in (other[:count], other[-count:])


def _loosely(name: OrganisationName) -> tuple[str, ...]:
    """The words without the endings of case: Auswärtiges Amt, des Auswärtigen Amtes."""
    return _without_endings(name.words)


@lru_cache(maxsize=1 << 14)
def _without_endings(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([_ENDING.sub("", word) if len(word) > 4 else word for word in words])


def fullest(page: Page, body: Body) -> str:
    """The name to call an organisation by: with most words, then the most frequent."""
    counts = Counter(page.form(draft) for draft in body.mentions)

    def rank(form: str) -> tuple[int, bool, bool, int, int, str]:
        name = organisation_name(form)
        words = len(name.words) if name.script not in ("han", "kana") else len(name.key)
        return words, not _inflected(page, body, form), bool(name.form), counts[form], len(form), fold(form)

    return max(counts, key=rank)


def _inflected(page: Page, body: Body, form: str) -> bool:
    """Whether a form stands behind "dem", "den" or "des" only: its adjective may have another ending."""
    before = [page.before(draft.start).lower() for draft in body.mentions if page.form(draft) == form]
    return all(word in ("dem", "den", "des", "vom", "beim", "zum", "im", "am") for word in before)
