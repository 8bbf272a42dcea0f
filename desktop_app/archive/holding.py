"""Which articles hold certain words: looked for before anything is locked, so that others read and write meanwhile."""

import sqlite3

from desktop_app.archive.session import Session
from desktop_app.store import settling


class Holding:
    """What was found before a step began; the step itself looks only through what was written since."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found: dict[str, tuple[int, set[int]]] = {}

    def look_for(self, words: str) -> None:
        """Look through all texts for these words; no transaction of this thread's may be open."""
        if words:
            connection = self._session.reader()
            newest = settling.newest_text(connection)
            self._found[words] = newest, settling.holding(connection, words)

    def of(self, connection: sqlite3.Connection, words: str) -> set[int]:
        """The articles that hold these words, as the connection sees them; inside the caller's transaction."""
        newest, found = self._found.get(words, (0, set[int]()))
        return found | settling.holding(connection, words, newest)
