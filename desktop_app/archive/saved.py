"""Saved searches: kept under a name, and what came to them since they were last looked at."""

from collections.abc import Callable
from typing import Any

from desktop_app.archive import labels
from desktop_app.archive.browse import Browse, never
from desktop_app.archive.naming import clean_name
from desktop_app.archive.session import Operation, Session, now
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError, NotFoundError, QueryRefusedError
from desktop_app.model.listing import Sort
from desktop_app.model.progress import CancelledError
from desktop_app.store import marks, searches
from desktop_app.store.marks import SavedSearch


class Saved:
    """The verbs about saved searches. Those that change one are one undo step each, but for looking at it."""

    def __init__(self, session: Session, browse: Browse) -> None:
        self._session = session
        self._browse = browse

    def saved_searches(self) -> list[SavedSearch]:
        """The saved searches, by name."""
        return marks.saved_searches(self._session.reader())

    def save_search(self, name: str, query: str, sort: Sort | None = None) -> Changes:
        """Keep a query under a name, replacing the query of that name; `changes.result` is its id."""
        name = clean_name(name)
        with self._session.operation() as operation:
            row = operation.connection.execute(
                "select id, query from saved_searches where name = ?", (name,)
            ).fetchone()
            values: dict[str, Any] = {"query": query, "sort": sort or ""}
            if row is None or row[1] != query:
                values["seen"] = self._browse.highest_answered(operation.connection, query)
            if row:
                operation.update("saved_searches", [row[0]], values)
                operation.changes.result = row[0]
            else:
                values |= {"name": name, "created_at": now()}
                operation.changes.result = operation.insert("saved_searches", values)
            operation.name(labels.SAVE_SEARCH, name=name)
        return operation.changes

    def rename_search(self, search: int, new: str) -> Changes:
        """Give a saved search another name."""
        new = clean_name(new)
        with self._session.operation() as operation:
            name = _search_name(operation, search)
            taken = operation.connection.execute(
                "select 1 from saved_searches where name = ? and id <> ?", (new, search)
            ).fetchone()
            if taken:
                raise InputRefusedError("There is a saved search “{name}” already. Choose another name.", name=new)
            operation.update("saved_searches", [search], {"name": new})
            operation.name(labels.RENAME_SEARCH, name=name, new=new)
        return operation.changes

    def delete_search(self, search: int) -> Changes:
        """Remove a saved search."""
        with self._session.operation() as operation:
            name = _search_name(operation, search)
            operation.delete("saved_searches", [search])
            operation.name(labels.DELETE_SEARCH, name=name)
        return operation.changes

    def new_in_searches(self, *, cancelled: Callable[[], bool] = never) -> dict[int, int]:
        """How many articles came to each saved search since it was last looked at: {search: articles}, no zeros.

        Raises CancelledError.
        """
        highest = searches.highest(self._session.reader())
        found = {}
        for search in self.saved_searches():
            if cancelled():
                raise CancelledError
            if search.seen < highest and (count := self._new(search, cancelled)):
                found[search.id] = count
        return found

    def _new(self, search: SavedSearch, cancelled: Callable[[], bool]) -> int:
        try:
            return self._browse.count_above(self._browse.parse(search.query), search.seen, cancelled=cancelled)
        except QueryRefusedError:
            return 0  # the search itself says why, once it is looked at

    def seen_search(self, search: int) -> None:
        """Note that a saved search has been looked at; nothing in it is new then. No step that undo takes back."""
        changes = Changes()
        with self._session.writing() as connection:
            row = connection.execute("select query from saved_searches where id = ?", (search,)).fetchone()
            if row and searches.look_at(connection, search, self._browse.highest_answered(connection, row[0])):
                changes.touch("saved_searches", search)
        self._session.announce(changes)


def _search_name(operation: Operation, search: int) -> str:
    row = operation.connection.execute("select name from saved_searches where id = ?", (search,)).fetchone()
    if row is None:
        raise NotFoundError("There is no saved search {number}.", number=search)
    return str(row[0])
