"""An article as it is parsed from a file, and as the archive shows it."""

from dataclasses import dataclass, field
from typing import Any, Literal

from desktop_app.model.dates import PartialDate

PartRole = Literal["lead", "dateline", "byline", "credit", "caption", "subheading"]


@dataclass(frozen=True, slots=True)
class Part:
    """A span of the text, in code points, that plays a part of its own on the page."""

    start: int
    end: int
    role: PartRole


@dataclass(slots=True)
class ParsedArticle:
    """One article as an importer understood it. Fields that the file does not state stay empty.

    `text` is normalised (see `model.text`) and holds every word of the article but kicker, title, date line
    and source line; lead, dateline, byline, photo credits, captions and subheadings stay in it and are marked
    by `parts`, which are sorted and do not overlap.
    """

    text: str
    title: str = ""
    kicker: str = ""
    byline: str = ""
    place: str = ""
    credit: str = ""
    source: str = ""
    language: str = ""  # ISO 639-1, or "" where it cannot be told
    date: PartialDate | None = None
    parts: list[Part] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)  # stated by the file, e.g. in front matter
    fields: dict[str, str] = field(default_factory=dict)  # whatever else the file states, kept as it is
    member: str = ""  # where in a container: "#3" for a row, "inner/file.txt" for a ZIP member


FileStatus = Literal["parsed", "skipped", "failed"]


@dataclass(slots=True)
class ParsedFile:
    """What became of one file: its articles, or the reason why there are none."""

    path: str
    status: FileStatus
    articles: list[ParsedArticle] = field(default_factory=list)
    reason: str = ""  # a sentence for the reader; may be set beside articles for a partly readable file
    format: str = ""  # name of the importer: "plain", "markdown", "html", "mail", "csv", "json", "zip"
    encoding: str = ""  # as detected or given, a Python codec name
    sha256: str = ""  # of the file's bytes
    size: int = 0  # bytes


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a list shows of an article; holds no body."""

    id: int
    title: str  # may be "": show `excerpt` muted instead
    kicker: str
    date: str  # EDTF or ""
    source: str
    language: str
    excerpt: str
    words: int
    starred: bool
    read: bool
    trashed: bool
    tags: tuple["TagLabel", ...] = ()
    notes: int = 0
    byline: str = ""
    place: str = ""
    added: str = ""  # ISO 8601, UTC

    @property
    def heading(self) -> str:
        """The title, or the first words where the paper printed none."""
        return self.title or self.excerpt


@dataclass(frozen=True, slots=True)
class TagLabel:
    """A tag as a chip shows it: `colour` is 0 to 11, an index into the theme's palette."""

    id: int
    name: str
    colour: int
    origin: str = "reader"  # "file" or "rule" where no reader put it on


@dataclass(frozen=True, slots=True)
class Note:
    """A reader's note: on a span of an article's text, or (start is None) on the article as a whole.

    An orphaned one could not be placed in the present text: `start` and `end` count in an older version of it.
    """

    id: int
    article: int
    body: str
    start: int | None
    end: int | None
    quote: str
    colour: int
    created: str  # ISO 8601, UTC
    changed: str
    orphaned: bool = False
    tags: tuple[TagLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article was found: the path as given, the member in it, the bytes' hash."""

    path: str
    member: str
    sha256: str
    format: str
    encoding: str
    imported: str  # ISO 8601, UTC
    size: int


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One version of an article's text; the last is not always the present one. `origin` is "file" or "reader"."""

    version: int  # from 1
    created: str  # ISO 8601, UTC
    origin: str
    characters: int
    present: bool


@dataclass(frozen=True, slots=True)
class Article:
    """One article whole."""

    id: int
    title: str
    kicker: str
    byline: str
    place: str
    credit: str
    date: str
    source: str
    language: str
    text: str
    parts: tuple[Part, ...]
    version: int
    words: int
    starred: bool
    read: bool
    trashed: bool
    tags: tuple[TagLabel, ...]
    notes: tuple[Note, ...]
    provenance: tuple[Provenance, ...]
    fields: dict[str, str]
    added: str
    reached: int = 0  # the code point at which to read on
    mentions: tuple[dict[str, Any], ...] = ()
