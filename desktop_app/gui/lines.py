"""What the list shows of an article, and fetching it: rows and snippets, a few articles at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.archive.archive import Archive
from desktop_app.archive.browse import never
from desktop_app.model.article import ArticleRow
from desktop_app.model.listing import Snippet
from desktop_app.model.progress import CancelledError

AT_ONCE = 8  # articles between two looks at whether anybody still waits


@dataclass(slots=True)
class Line:
    """What the delegate draws. `row` is None for an article that is no longer there."""

    row: ArticleRow | None
    snippet: Snippet
    query: str  # the query that the snippet belongs to
    stale: bool = False  # the article has changed since; shown until the new row is here


def load(archive: Archive, ids: Sequence[int], query: str, cancelled: Callable[[], bool] = never) -> dict[int, Line]:
    """The lines of these articles. Raises CancelledError."""
    lines: dict[int, Line] = {}
    for start in range(0, len(ids), AT_ONCE):
        if cancelled():
            raise CancelledError
        some = ids[start : start + AT_ONCE]
        rows = {row.id: row for row in archive.rows(some)}
        snippets = archive.snippets(some, query) if query else {}
        for article in some:
            row = rows.get(article)
            excerpt = Snippet(row.excerpt if row else "")
            lines[article] = Line(row, snippets.get(article) or excerpt, query)
    return lines
