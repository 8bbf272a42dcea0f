"""What a reader wrote and marked, as one list: highlights, notes on words, on articles, on people and organisations.

An annotation is known by one number: that of a note or highlight on an article, or the negative number of a note on a
person or organisation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from desktop_app.model.article import TagLabel
from desktop_app.model.listing import FacetCount

AnnotationKind = Literal["highlight", "note", "article", "person", "organisation"]
KINDS: Final[tuple[AnnotationKind, ...]] = ("highlight", "note", "article", "person", "organisation")
WantedKind = Literal["", "highlight", "note", "article", "person", "organisation", "orphaned"]
WANTED_KINDS: Final[tuple[WantedKind, ...]] = ("", *KINDS, "orphaned")
AnnotationSort = Literal["changed", "created", "date", "title", "source", "colour"]
SORTS: Final[tuple[AnnotationSort, ...]] = ("changed", "created", "date", "title", "source", "colour")
COLOURS: Final = 5  # the theme has as many for annotations


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """Which annotations are wanted; everything that is stated must fit. Annotations in the trash never do."""

    text: str = ""  # its words stand in the note, the quote, or the title of what it is on
    tag: str = ""  # the annotation carries it, or one below it
    colour: int | None = None  # notes on people have none
    kind: WantedKind = ""
    since: str = ""  # changed on this day or later, ISO 8601, UTC
    until: str = ""  # or before its end
    first: int = 0  # the article's date lies from here, yyyymmdd
    last: int = 0  # to here
    source: str = ""  # the very name of the article's source
    entity: int = 0  # the article names this person or organisation, or the note is on them
    article: int = 0

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == AnnotationFilter()


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """One annotation with what it is on. `title` is the article's, or its first words, or the name of whom it is on."""

    id: int
    kind: AnnotationKind
    body: str
    quote: str
    colour: int
    created: str  # ISO 8601, UTC
    changed: str
    title: str
    article: int = 0
    entity: int = 0
    start: int | None = None  # code points in the article's text; of an orphaned one, in an older version of it
    end: int | None = None
    prefix: str = ""
    suffix: str = ""
    source: str = ""
    date: str = ""  # of the article, EDTF
    language: str = ""
    orphaned: bool = False
    tags: tuple[TagLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotationCounts:
    """How many annotations there are, by what they can be filtered by; tags and sources by name."""

    total: int = 0
    orphaned: int = 0
    kinds: Mapping[AnnotationKind, int] = field(default_factory=dict)
    colours: Mapping[int, int] = field(default_factory=dict)
    tags: tuple[FacetCount, ...] = ()
    sources: tuple[FacetCount, ...] = ()
