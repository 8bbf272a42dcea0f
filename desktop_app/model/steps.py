"""What a step did, in words: names instead of numbers, before and after side by side."""

from dataclasses import dataclass
from typing import Literal

from desktop_app.model.query_notices import Notice

Verb = Literal["added", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One detail of a thing; "" where it had none."""

    name: str  # of the detail, in English: "title", "colour"
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ThingChange:
    """What became of one thing: an article, a tag, a tag on an article, a note."""

    kind: str  # in English: "article", "tag on an article"
    verb: Verb
    name: str  # what it is called, or its first words
    of: str = ""  # what it belongs to: the article of a note
    article: int = 0  # the article that it is or belongs to; 0: none
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleEvent:
    """Something that became of an article: a step of the reader's, or what the log of changes alone remembers."""

    at: str  # ISO 8601, UTC
    words: Notice
    step: int = 0  # its number; 0 where no step is left of it
    undone: bool = False  # or taken back
    fields: tuple[FieldChange, ...] = ()
