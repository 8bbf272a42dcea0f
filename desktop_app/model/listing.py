"""What a search gives: numbers of articles, counts by facet, snippets."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

# "-date" is newest first; undated articles come last either way. "hand" is the order of the dossier or screening that
# the query asks for, "source,-date" sorts by several keys: see `model.sorting`.
Sort = str


@dataclass(slots=True)
class Listing:
    """The ids of all articles that match, in order: no cap, no bodies."""

    ids: "array[int]"  # typecode "q"
    scores: "array[float] | None" = None  # aligned with ids; None where the order is not by relevance
    query: str = ""
    understood: str = ""  # the query echoed as it was read
    notices: list[str] = field(default_factory=list)  # repairs, bounds that were hit, index lag
    sort: Sort = "-date"
    took_ms: float = 0.0
    whole: bool = False  # every live article, unfiltered
    # Where versions of one article are shown as one row:
    matched: int = 0  # how many articles there are with those that are not shown; 0 where all are
    versions: dict[int, int] = field(default_factory=dict)  # first of its family → how many of them match
    inside: frozenset[int] = frozenset()  # shown below the first of their family, which is open
    hidden: dict[int, list[int]] = field(default_factory=dict)  # first of a closed family → the others that match

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def total(self) -> int:
        """How many articles match, those that are not shown too."""
        return self.matched or len(self.ids)

    def with_hidden(self, articles: Iterable[int]) -> list[int]:
        """These articles, each followed by the versions that its closed row stands for."""
        if not self.hidden:
            return list(articles)
        return [each for article in articles for each in (article, *self.hidden.get(article, ()))]


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet: `value` is what the query language takes, `label` what a person reads."""

    value: str
    label: str
    count: int
    id: int = 0
    colour: int = -1


@dataclass(slots=True)
class Facets:
    """Counts over a listing, most frequent first (years ascending)."""

    tags: list[FacetCount] = field(default_factory=list)
    sources: list[FacetCount] = field(default_factory=list)
    years: list[FacetCount] = field(default_factory=list)
    languages: list[FacetCount] = field(default_factory=list)
    people: list[FacetCount] = field(default_factory=list)  # the most frequent, by entity id
    organisations: list[FacetCount] = field(default_factory=list)
    months: dict[str, int] = field(default_factory=dict)  # "2018-09" → count; "2018" for year-only dates
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article around its hits; `spans` are (start, end) in `text`, in code points."""

    text: str
    spans: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers beside the fixed views on the left."""

    all: int
    unread: int
    starred: int
    undated: int
    duplicates: int
    trash: int
    annotations: int = 0  # on articles that are not in the trash, and on people and organisations
