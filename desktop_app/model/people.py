"""People and organisations: what is found of them in a text, and how an archive tells of them.

An *entity* is who is meant. An *identity* is a key under which texts mean them ("marcel philipp"); an entity has one,
or several once a reader has merged. A *name* is a form of an identity as it is written ("Philipp"), a *mention* its
place in a text. All offsets are code points.
"""

from dataclasses import dataclass, field
from typing import Final, Literal

from desktop_app.model.listing import FacetCount
from desktop_app.model.query_notices import Notice

Kind = Literal["person", "organisation"]
KINDS: Final[tuple[Kind, Kind]] = ("person", "organisation")

Mode = Literal["default", "thorough"]  # how much time the recogniser takes
BARE: Final = "?"  # the first letter of the key of a surname alone, and of no other key
Decision = Literal["same", "different", "unsure"]


# What is found in one text


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that a recogniser takes for a name; `confidence` from 0 to 1."""

    start: int
    end: int
    kind: Kind
    confidence: float


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A mention of somebody in a text, and why it is taken for one (`Reason`)."""

    start: int
    end: int
    form: str  # as a name form: without a genitive -s, on one line
    confidence: float
    reason: str = "recognised"


# Why a mention is taken for one, or for this one. The words for each are the window's.
REASONS: Final = {
    "recognised": Notice.made("recognised by the name model"),
    "surname": Notice.made("the only person of this surname in the article"),
    "repeated": Notice.made("the same words are a name elsewhere in the article"),
    "caption": Notice.made("named in a list of people under a picture"),
    "role": Notice.made("a title or role stands before it"),
    "acronym": Notice.made("the short form that the article introduces"),
    "compound": Notice.made("part of a compound word"),
    "coordinated": Notice.made("named together with another organisation"),
    "legal form": Notice.made("a legal form marks it as an organisation"),
    "reader": Notice.made("marked by the reader"),
}


@dataclass(frozen=True, slots=True)
class FoundCluster:
    """All mentions of one person or organisation in a text.

    `name` is the fullest form there, `key` the identity's key across documents (a surname alone has a key of its own
    kind, which no full name shares).
    """

    kind: Kind
    name: str
    key: str
    mentions: tuple[FoundMention, ...]


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A role that the text states of a person; `person` and `organisation` are numbers of clusters."""

    person: int
    role: str  # "Hauptgeschäftsführer"
    organisation: int | None
    start: int  # of the statement: from the first to the last of person, role and organisation
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Findings:
    """Who is in a text, and what they are said to be."""

    clusters: tuple[FoundCluster, ...] = ()
    roles: tuple[FoundRole, ...] = ()


# How an archive tells of them


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention in an article, as the reader sees it."""

    start: int
    end: int
    kind: Kind
    form: str
    entity: int
    name: str  # the entity's
    origin: str  # the recogniser and its version, or "reader"
    confidence: float
    reason: str
    checked: bool  # a person has looked at it, or at who it is


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One line of the table of people or of organisations."""

    id: int
    kind: Kind
    name: str
    articles: int
    mentions: int
    forms: int = 1
    first: str = ""  # EDTF date of the first and the last dated article
    last: str = ""
    role: str = ""  # the most frequent one, "Hauptgeschäftsführer, IHK Aachen"
    tags: tuple[tuple[str, int], ...] = ()  # (name, colour)
    bare: bool = False  # only a surname is known
    checked: bool = False
    rejected: bool = False
    noted: bool = False


@dataclass(frozen=True, slots=True)
class NameForm:
    """A form under which somebody is named, all its identities together."""

    form: str
    mentions: int
    articles: int
    active: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an article; `spans` are the mentions in `text`, `start` and `end` its place in the article."""

    article: int
    title: str
    source: str
    date: str
    text: str
    spans: tuple[tuple[int, int], ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RoleStatement:
    """A role with its organisation, over all articles that state it."""

    role: str
    organisation: str
    organisation_id: int  # 0 where none is said or it is not known
    first: str  # EDTF
    last: str
    sentences: int
    quotes: tuple[Quote, ...]  # the oldest few


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the archive's time: its articles, and how many of them name somebody."""

    name: str  # "2018", "2018-Q3" or "2018-09"
    first: int  # yyyymmdd
    last: int
    articles: int
    naming: int

    @property
    def gap(self) -> bool:
        """Whether the archive has no article of that time at all."""
        return self.articles == 0

    @property
    def rate(self) -> float:
        """Articles that name them per 1,000 articles."""
        return 1000 * self.naming / self.articles if self.articles else 0.0


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who appears in the same articles."""

    id: int
    kind: Kind
    name: str
    articles: int  # in common


@dataclass(frozen=True, slots=True)
class EntityNote:
    """A note on a person or organisation."""

    id: int
    body: str
    created_at: str
    changed_at: str


@dataclass(frozen=True, slots=True)
class EntityPage:
    """Everything the page of a person or organisation shows at once."""

    row: EntityRow
    note_list: tuple[EntityNote, ...]
    forms: tuple[NameForm, ...]
    roles: tuple[RoleStatement, ...]
    periods: tuple[Period, ...]
    companions: tuple[Companion, ...]
    places: tuple[FacetCount, ...]
    sources: tuple[FacetCount, ...]
    appears_first: Quote | None
    appears_last: Quote | None
    checked_mentions: int
    suggestions: int
    identities: int  # more than one: it can be unmerged


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in a drawn network."""

    id: int
    kind: Kind
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two who appear together: ids of nodes, and the number of articles in common."""

    a: int
    b: int
    articles: int


@dataclass(frozen=True, slots=True)
class Network:
    """Who appears with whom around somebody."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two who may be one: whole entities, or (with `article`) the one that an article names by a surname."""

    id: int
    a: EntityRow
    b: EntityRow
    article: int  # 0: everywhere
    score: float
    reason: Notice
    quotes_a: tuple[Quote, ...]
    quotes_b: tuple[Quote, ...]
    unsure: bool = False  # it was looked at before


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What merging would make."""

    into: EntityRow
    others: tuple[EntityRow, ...]
    name: str
    forms: tuple[str, ...]
    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two side by side, and what they have in common."""

    a: EntityPage
    b: EntityPage
    articles: int
    companions: tuple[Companion, ...] = ()


@dataclass(frozen=True, slots=True)
class PathStep:
    """One link of a chain: the one reached, and a sentence or article that names both."""

    entity: Node
    articles: int
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision of the reader about people and organisations."""

    id: int
    kind: str
    words: Notice
    decided_at: str
    entities: tuple[int, ...] = field(default=())
