"""Comparing two persons or two organisations: their names first, then what is known of them."""

from collections.abc import Iterable
from itertools import product

from desktop_app.entities.naming.likeness import LIKELY, SAME, Known, Likeness, Reason, level_of
from desktop_app.entities.naming.organisation_likeness import organisation_likeness
from desktop_app.entities.naming.organisations import organisation_name
from desktop_app.entities.naming.person_likeness import person_likeness
from desktop_app.entities.naming.persons import person_key
from desktop_app.model.people import Kind

MOST_FORMS = 8  # of each side are compared
_LONG_GAP, _LIFETIME = 25, 75  # years without a mention that make it less likely; that make it impossible to know
Found = tuple[float, Reason]


def compare(kind: Kind, a: Known, b: Known) -> Likeness:
    """How likely `a` and `b` are one.

    `same` is said only of equal keys: never of a surname alone, of legal forms that contradict each other, or of one
    name a lifetime apart. Names whose given names contradict each other are `no`, whatever the context.
    """
    weight, reason, forms = _by_names(kind, a, b)
    if not weight:
        return Likeness(0.0, "no", "different", forms)
    shared, lift = _context(a, b)
    gap = _years_between(a, b)
    score = weight + (1 - weight) * lift if weight < 1 else 1.0
    if reason == "bare surname":
        score = _bare_score(a, b, weight, lift)
    if weight < 1:
        score = min(score, SAME - 0.01)
    if gap > _LIFETIME:
        score = min(score, LIKELY if weight == 1 else 0.3)
    elif gap > _LONG_GAP and weight < 1:
        score -= 0.1
    return Likeness(round(score, 3), level_of(score), reason, forms, shared, gap if gap > _LONG_GAP else 0)


def name_likeness(kind: Kind, one: str, other: str) -> Found:
    """How alike two names are by their words: a weight 0..1 and the reason."""
    if kind == "person":
        return person_likeness(person_key(one), person_key(other))
    return organisation_likeness(organisation_name(one), organisation_name(other))


def _by_names(kind: Kind, a: Known, b: Known) -> tuple[float, Reason, tuple[str, str]]:
    """The best pair of forms; nothing if the names themselves contradict each other."""
    main = name_likeness(kind, a.name, b.name)
    if kind == "person" and main[0] == 1 and person_key(a.name).bare:
        main = 0.3, "bare surname"
    best = (*main, (a.name, b.name))
    if not (a.forms or b.forms) or main[0] == 1:
        return best
    if kind == "person" and not main[0] and _both_full(a.name, b.name):
        return best
    for one, other in product((a.name, *a.forms[:MOST_FORMS]), (b.name, *b.forms[:MOST_FORMS])):
        weight, reason = name_likeness(kind, one, other)
        if kind == "person" and reason == "same name" and person_key(one).bare:
            weight, reason = 0.3, "bare surname"
        if weight > best[0]:
            best = (weight if weight < 1 else 0.95, reason, (one, other))
    return best


def _both_full(one: str, other: str) -> bool:
    return not person_key(one).bare and not person_key(other).bare


def _bare_score(a: Known, b: Known, weight: float, lift: float) -> float:
    """A surname alone is likely only together with an organisation or role; of two about which nothing at all is known,
    it is a question."""
    if person_key(a.name).bare and person_key(b.name).bare and not any(map(_told, (a, b))):
        return LIKELY
    return weight + (0.3 if lift >= _ROLE else 0.0) + (0.15 if lift >= _ORGANISATION else 0.0)


def _told(known: Known) -> bool:
    return bool(known.organisations or known.roles or known.sources or known.places or known.first)


# ---- context -------------------------------------------------------------------------------------------------------

_ORGANISATION, _ROLE, _PLACE, _SOURCE = 0.3, 0.15, 0.06, 0.03


def _context(a: Known, b: Known) -> tuple[tuple[str, ...], float]:
    """What both appear with, and how much of the way to certainty that is, 0..1."""
    organisations = _both(a.organisations, b.organisations)
    roles = _both(a.roles, b.roles)
    places = _both(a.places, b.places)
    lift = _ORGANISATION * min(1.5, len(organisations)) if organisations else 0.0
    lift += _ROLE if roles else 0.0
    lift += _PLACE if places else 0.0
    lift += _SOURCE if _both(a.sources, b.sources) else 0.0
    return (*organisations, *roles, *places), lift


def _both(one: Iterable[str], other: Iterable[str]) -> list[str]:
    if not one or not other:
        return []
    folded = {word.casefold() for word in other}
    return sorted(word for word in one if word.casefold() in folded)


def _years_between(a: Known, b: Known) -> int:
    """Whole years between the last mention of one and the first of the other; 0 if they overlap or are not dated."""
    gaps = []
    for early, late in ((a, b), (b, a)):
        end, begin = early.last or early.first, late.first or late.last
        if end[:4].isdigit() and begin[:4].isdigit():
            gaps.append(int(begin[:4]) - int(end[:4]))
    return max(0, *gaps) if gaps else 0
