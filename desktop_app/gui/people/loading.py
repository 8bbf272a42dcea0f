"""What the page shows, read beside the window in one go, so that it changes at once and not piece by piece."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop_app.archive.archive import Archive
from desktop_app.gui.clauses import clause
from desktop_app.gui.people.span import Span
from desktop_app.model.article import ArticleRow
from desktop_app.model.people import Comparison, EntityPage, Network, PathStep, Quote, Suggestion

SUGGESTIONS = 6


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom the page is about, and to what it is narrowed."""

    entity: int = 0
    span: Span = field(default_factory=Span)
    place: str = ""
    source: str = ""
    rows: int = 30  # articles that are listed
    nodes: int = 16  # of the network, besides the one in the middle

    def query(self, kind: str) -> str:
        """The query that finds the articles that are listed."""
        parts = [clause("person" if kind == "person" else "org", f"#{self.entity}")]
        if self.source:
            parts.append(clause("source", self.source))
        if self.place:
            parts.append(clause("place", self.place))
        if self.span:
            parts.append(self.span.clause)
        return " ".join(parts)

    def widened(self) -> "Wish":
        """The same without anything that narrows it."""
        return replace(self, span=Span(), place="", source="")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything about somebody that the page shows."""

    wish: Wish
    page: EntityPage
    network: Network
    articles: Sequence[int]
    rows: list[ArticleRow]
    suggestions: list[Suggestion]


def load(archive: Archive, wish: Wish) -> Loaded:
    """Read it all. Raises NotFoundError where there is nobody of that number."""
    first, last = wish.span.first, wish.span.last
    page = archive.entity(wish.entity, first=first, last=last)
    articles = archive.find(wish.query(page.row.kind), sort="-date").ids
    return Loaded(
        wish,
        page,
        archive.network(wish.entity, first=first, last=last, limit=wish.nodes),
        articles,
        archive.rows(articles[: wish.rows]),
        archive.suggestions(entity=wish.entity, limit=SUGGESTIONS) if page.suggestions else [],
    )


def compared(archive: Archive, a: int, b: int) -> tuple[Comparison, list[Quote]]:
    """Two side by side, and sentences that name both."""
    return archive.compare_entities(a, b), archive.entity_quotes(a, beside=b, limit=8)


def connected(archive: Archive, a: int, b: int, longest: int) -> tuple[list[PathStep], tuple[str, str]]:
    """The chain between two, and what they are called."""
    names = {row.id: row.name for row in archive.entity_rows([a, b])}
    return archive.path_between(a, b, longest=longest), (names.get(a, ""), names.get(b, ""))
