"""Dossiers, collected and ordered by hand, and screenings, in which hits are read through one by one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Decision = Literal["", "seen", "kept", "dropped"]  # "" is what is still to be read

DECISIONS: Final[tuple[Decision, ...]] = ("seen", "kept", "dropped")
# Behind the name in `screening:"Name/kept"`: what is asked for, and its other names, the German one first.
SCREENED: Final[dict[str, tuple[str, ...]]] = {
    "left": ("offen",),
    "seen": ("gesehen",),
    "kept": ("behalten",),
    "dropped": ("weg",),
}


@dataclass(frozen=True, slots=True)
class Dossier:
    """One line of the tree of dossiers. `path` is its name behind those of the dossiers it lies in, with slashes."""

    id: int
    parent: int  # 0 at the top
    name: str
    path: str
    depth: int
    articles: int  # in itself
    whole: int  # in itself or in those below it, each article once


@dataclass(frozen=True, slots=True)
class DossierEntry:
    """An article in a dossier; the entries stand in the order made by hand."""

    article: int
    comment: str
    added: str  # ISO 8601, UTC


@dataclass(slots=True)
class DossierPage:
    """One dossier whole. `introduction` is Markdown."""

    dossier: Dossier
    introduction: str
    entries: list[DossierEntry] = field(default_factory=list)
    children: list[Dossier] = field(default_factory=list)

    @property
    def comments(self) -> dict[int, str]:
        """What the reader wrote beside articles, by article."""
        return {entry.article: entry.comment for entry in self.entries if entry.comment}


@dataclass(frozen=True, slots=True)
class Section:
    """A dossier in an export: its introduction stands before the articles from the one numbered `first` on."""

    title: str
    introduction: str  # Markdown
    depth: int  # 0 for the dossier that is exported, 1 for those in it
    first: int  # how many articles stand before it


@dataclass(frozen=True, slots=True)
class Collection:
    """What an export tells of a dossier beside its articles: introductions, and comments by article."""

    sections: tuple[Section, ...] = ()
    comments: Mapping[int, str] = field(default_factory=dict)

    def before(self, count: int) -> list[Section]:
        """The sections that begin after so many articles."""
        return [section for section in self.sections if section.first == count]


def as_collection(options: Mapping[str, object]) -> Collection:
    """The option `dossier` of an export, or one without sections."""
    found = options.get("dossier")
    return found if isinstance(found, Collection) else Collection()


@dataclass(frozen=True, slots=True)
class Screening:
    """A screening and how far it has come; articles in the trash are not counted.

    `query`, `view` and `sort` are the search whose hits it began with; `sort` is "" where the query decides.
    """

    id: int
    name: str
    query: str
    view: str
    sort: str
    created: str  # ISO 8601, UTC
    seen: int = 0
    kept: int = 0
    dropped: int = 0
    left: int = 0

    @property
    def done(self) -> int:
        """How many articles have been decided about."""
        return self.seen + self.kept + self.dropped

    @property
    def total(self) -> int:
        """How many articles there are."""
        return self.done + self.left


def screened(value: str) -> tuple[str, str]:
    """(name, "left", "seen", "kept", "dropped" or "") of a value of `screening:`."""
    name, slash, state = value.rpartition("/")
    if slash:
        for known, others in SCREENED.items():
            if state.strip().casefold() in (known, *others):
                return name.strip(), known
    return value, ""
