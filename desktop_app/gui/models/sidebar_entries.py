"""What one line of the sidebar says, and everything that the lines are made from."""

from dataclasses import dataclass, field
from typing import Final, Literal

from PySide6.QtCore import Qt

from desktop_app.gui.clauses import State
from desktop_app.gui.places import RoomName
from desktop_app.model.dossiers import Dossier, Screening
from desktop_app.model.listing import Counts, FacetCount, Facets
from desktop_app.model.people import Kind as Whom
from desktop_app.store.marks import SavedSearch

Kind = Literal["view", "header", "search", "dossier", "screening", "facet", "more", "fewer", "link"]
Section = Literal[
    "searches", "dossiers", "screenings", "people", "organisations", "tags", "sources", "years", "languages"
]

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
FACETS: tuple[Section, ...] = ("people", "organisations", "tags", "sources", "years", "languages")
FIELDS = {
    "people": "person",
    "organisations": "org",
    "tags": "tag",
    "sources": "source",
    "years": "date",
    "languages": "lang",
}
NAMED: dict[str, Whom] = {"people": "person", "organisations": "organisation"}
CHECKED = "is:checked"
ANNOTATIONS: Final = "annotations"  # the last of the views; it is a room of its own
REVIEW = "review"
NEW_DOSSIER = "new-dossier"
NAMES_SHOWN = 6  # of people, and of organisations: the table has all
SHOWN = 8  # entries of a facet before "show all"
STEP = 200  # entries that "show all" adds at a time: thousands of tags must not hold up the window
WORTH_FILTERING = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `key` names it across refreshes; `value` is the view, search id, clause, section or room."""

    kind: Kind
    key: str
    label: str
    value: str = ""
    section: str = ""
    count: int | None = None
    depth: int = 0
    colour: int = -1
    state: State = ""
    name: str = ""  # a tag's whole name, a saved search's query
    can_filter: bool = False
    whole: int | None = None  # in the archive as a whole, where that is known
    new: int = 0  # articles that came to a saved search since it was last looked at
    entity: int = 0  # the person or organisation
    number: int = 0  # the dossier or screening
    parent: int = 0  # the dossier that a dossier lies in
    can_add: bool = False
    unfolded: bool | None = None  # of a dossier with others in it


@dataclass(frozen=True, slots=True)
class TagLine:
    """A tag, or a part of tags' names before a slash, in its place."""

    name: str
    depth: int
    count: int  # in the archive
    colour: int  # -1 for what is no tag itself
    folded: str  # to be found by


@dataclass(slots=True)
class Contents:
    """Everything that the sidebar is made from."""

    view: str = "all"
    room: RoomName = "articles"
    filters: list[str] = field(default_factory=list)
    query: str = ""
    counts: Counts | None = None
    searches: list[SavedSearch] = field(default_factory=list)
    search_counts: dict[int, int | None] = field(default_factory=dict)
    news: dict[int, int] = field(default_factory=dict)  # saved search → articles that are new to it
    dossiers: list[Dossier] = field(default_factory=list)
    folded: set[int] = field(default_factory=set)  # dossiers that hide those in them
    screenings: list[Screening] = field(default_factory=list)
    screening_news: dict[int, int] = field(default_factory=dict)  # screening → hits that are not in it
    tags: list[TagLine] = field(default_factory=list)  # of the whole archive
    facets: Facets = field(default_factory=Facets)
    whole: Facets = field(default_factory=Facets)  # of the whole archive
    wanted: dict[str, str] = field(default_factory=dict)  # section → text of its filter box
    expanded: dict[str, int] = field(default_factory=dict)  # section → entries shown beyond the first few
    found: dict[str, list[FacetCount]] = field(default_factory=dict)  # section → what its filter box finds beyond
    suggestions: int = 0  # that wait for an answer
