"""What the sidebar reads beside the window."""

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_app.archive.archive import Archive
from desktop_app.gui.clauses import name_entity
from desktop_app.gui.models.sidebar_entries import Contents, TagLine
from desktop_app.gui.models.sidebar_facets import tag_lines
from desktop_app.model.dossiers import Dossier, Screening
from desktop_app.model.errors import LesesaalError
from desktop_app.model.listing import Facets
from desktop_app.model.people import EntityRow
from desktop_app.store.marks import SavedSearch


@dataclass(slots=True)
class Loaded:
    """What was read. Of the words, which only the index knows, once that is open."""

    tags: list[TagLine]
    searches: list[SavedSearch]
    dossiers: list[Dossier]
    screenings: list[Screening]
    whole: Facets = field(default_factory=Facets)
    counts: dict[int, int | None] = field(default_factory=dict)
    news: dict[int, int] = field(default_factory=dict)
    screening_news: dict[int, int] = field(default_factory=dict)
    suggestions: int = 0

    def put_into(self, contents: Contents) -> None:
        """Let the sidebar be made from this."""
        contents.tags, contents.searches, contents.whole = self.tags, self.searches, self.whole
        contents.search_counts, contents.news = self.counts, self.news
        contents.dossiers, contents.screenings = self.dossiers, self.screenings
        contents.screening_news = self.screening_news
        contents.suggestions = self.suggestions


def load(archive: Archive, *, counted: bool, outdated: Callable[[], bool]) -> Loaded:
    """Read everything; raises CancelledError where it is `outdated`.

    Words are answered by the index, and people `counted`, only after the window's first picture.
    """
    loaded = Loaded(tag_lines(archive.tags()), archive.saved_searches(), archive.dossiers(), archive.screenings())
    if counted:
        loaded.suggestions = archive.suggestion_count()
        loaded.whole = archive.facets(archive.find())
        loaded.counts = {search.id: _hits(archive, search.query, outdated) for search in loaded.searches}
        loaded.news = archive.new_in_searches(cancelled=outdated)
        loaded.screening_news = {
            each.id: archive.new_in_screening(each.id, cancelled=outdated) for each in loaded.screenings
        }
    return loaded


def value_of(archive: Archive, row: EntityRow) -> str:
    """What the query language takes for somebody: the name, or the number where others are called the same."""
    if archive.entity_named(row.name, row.kind) == [row.id]:
        return row.name
    name_entity(row.id, row.name)
    return f"#{row.id}"


def _hits(archive: Archive, query: str, outdated: Callable[[], bool]) -> int | None:
    """How many articles a saved search finds; None where it is refused."""
    try:
        return len(archive.find(query, sort="-date", cancelled=outdated))
    except LesesaalError:
        return None
