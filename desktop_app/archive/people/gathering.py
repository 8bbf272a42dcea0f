"""Who is in the archive, kept in memory and in step with what changes."""

import threading
from typing import TYPE_CHECKING

from desktop_app.archive.session import Session
from desktop_app.model.changes import Changes
from desktop_app.store import people
from desktop_app.store.database import at_once

if TYPE_CHECKING:
    from desktop_app.archive.browse import Browse
    from desktop_app.archive.people.appearances import Appearances
    from desktop_app.archive.people.tally import Tally


class Gathering:
    """Gives the present appearances, and counts over them. Safe from any thread."""

    def __init__(self, session: Session, browse: "Browse") -> None:
        self._session = session
        self._browse = browse
        self._lock = threading.Lock()
        self._appearances: Appearances | None = None
        self._tallies: dict[bool, Tally] = {}
        self._pending: Changes | None = None
        self._outside = 0
        session.on_change.append(self._note)

    @property
    def loaded(self) -> bool:
        """Whether the appearances have been read."""
        return self._appearances is not None

    def _note(self, changes: Changes) -> None:
        if not changes.touches(*people.TABLES):
            return
        with self._lock:
            if self._appearances is None:
                return
            self._pending = self._pending or Changes()
            self._pending.articles |= changes.articles
            for table in people.TABLES:
                self._pending.rows.setdefault(table, set()).update(changes.rows.get(table, ()))

    def appearances(self) -> "Appearances":
        """The present state; what changed meanwhile is read first."""
        from desktop_app.archive.people.appearances import Appearances

        connection = self._session.reader()
        outside = self._browse.outside
        with self._lock, at_once(connection):
            if self._appearances is None or outside != self._outside:
                self._appearances = Appearances.load(connection) if people.there(connection) else Appearances.empty()
            elif self._pending is not None:
                self._appearances = self._appearances.changed(connection, self._pending)
            self._pending, self._outside = None, outside
            return self._appearances

    def tally(self, *, checked: bool = False) -> "Tally":
        """The appearances counted over live articles; `checked`: only those a person has checked."""
        from desktop_app.archive.people.tally import Tally

        matcher, appearances = self._browse.matcher(), self.appearances()
        known = self._tallies.get(checked)
        if known is None or known.matcher is not matcher or known.appearances is not appearances:
            known = self._tallies[checked] = Tally(matcher, appearances, checked=checked)
        return known
