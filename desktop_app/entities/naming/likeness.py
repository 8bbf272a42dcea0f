"""What comparing says: how likely two names are one, why, and what is known of whom a name names."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["person", "organisation"]
Level = Literal["same", "likely", "no"]
Reason = Literal[
    "same name",  # the keys are equal
    "word order",  # the same words in another order
    "initial",  # a given name is an initial in one of them: Michael F. Bayer, Michael Bayer
    "given name left out",  # one says more given names
    "short form",  # Fritz for Friedrich
    "spelling",  # a few letters differ
    "spacing",  # the same letters, parted differently
    "double surname",  # Meier and Meier-Lenz
    "generation",  # only one says junior or senior
    "bare surname",  # one is a surname alone; both appear with the same organisation or in the same role
    "transliteration",  # the same sounds in two scripts
    "legal form",  # the same firm's name with two legal forms
    "acronym",  # one is made of the other's letters
    "part of the name",  # one says more: a place, a group
    "translation",  # the same meaning in two languages, or an abbreviation
    "number",  # only a number differs: another one, or misread
    "different",
]
SAME, LIKELY = 0.99, 0.5  # at least: taken for one without asking; asked in the review queue


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one person or organisation, as far as comparing needs it.

    `number` is whatever tells it apart from the others. `forms` are other names it goes by. Organisations (it appears
    with), roles, sources and places are compared folded for case. `first` and `last` are dates as ISO text, as exact as
    known (`2018-09`), empty if unknown.
    """

    number: int
    name: str
    forms: tuple[str, ...] = ()
    organisations: frozenset[str] = field(default=frozenset())
    roles: frozenset[str] = field(default=frozenset())
    sources: frozenset[str] = field(default=frozenset())
    places: frozenset[str] = field(default=frozenset())
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two names are one: `score` 0..1 and the level it means; why, with the two forms that say so.

    `shared` are the organisations, roles and places both appear with, those that raised the score first; `years` is the
    gap between the two where a long one lowered it, else 0.
    """

    score: float
    level: Level
    reason: Reason
    forms: tuple[str, str]
    shared: tuple[str, ...] = ()
    years: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two that may be one, by their numbers, the smaller one first."""

    one: int
    other: int
    likeness: Likeness


def level_of(score: float) -> Level:
    """What a score means."""
    return "same" if score >= SAME else "likely" if score >= LIKELY else "no"
