"""The query doctor: what each part of a query finds, which of them leaves nothing over, and what would mend it."""

from collections.abc import Callable

from desktop_app.archive.browse import Browse, View, never
from desktop_app.archive.indexing import Indexing
from desktop_app.model.query import Query
from desktop_app.model.query_nodes import And, conjunction
from desktop_app.model.searching import Diagnosis, QueryPart, Repair


class Examining:
    """The verbs that look at a query instead of at articles."""

    def __init__(self, browse: Browse, indexing: Indexing) -> None:
        self._browse = browse
        self._indexing = indexing

    def count(self, query: str, view: View = "all", *, cancelled: Callable[[], bool] = never) -> int:
        """How many articles a query finds. Raises QueryRefusedError, CancelledError."""
        return self._browse.count_of(self._browse.parse(query), view, cancelled)

    def examine(self, query: str, *, view: View = "all", cancelled: Callable[[], bool] = never) -> Diagnosis:
        """Why a query finds what it finds. Raises QueryRefusedError, CancelledError."""
        parsed = self._browse.parse(query)
        total = self._browse.count_of(parsed, view, cancelled)
        parts = list(parsed.root.parts) if isinstance(parsed.root, And) else [parsed.root]
        told = []
        for at, part in enumerate(parts):
            rest = Query("", conjunction(parts[:at] + parts[at + 1 :]), [])
            alone = self._browse.count_of(Query("", part, []), view, cancelled)
            told.append(QueryPart(str(part), alone, self._browse.count_of(rest, view, cancelled)))
        return Diagnosis(query, total, tuple(told))

    def correct(self, query: str, *, cancelled: Callable[[], bool] = never) -> list[Repair]:
        """What a reader may have meant to write, by the words that the archive knows, the best first."""
        return []
