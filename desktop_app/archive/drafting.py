"""Words of notes before they are kept: no step that undo takes back, but there again after a crash."""

import threading

from desktop_app.archive.session import Session
from desktop_app.model.drafts import Draft
from desktop_app.store import drafts


class Drafting:
    """The verbs about drafts."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._lock = threading.Lock()
        self._left: dict[str, Draft] | None = None  # by runs before this one

    def keep_draft(self, draft: Draft) -> None:
        """Keep the words that stand in an editor."""
        self._load()
        with self._session.writing() as connection:
            drafts.keep(connection, draft)

    def drop_draft(self, place: str) -> None:
        """The words are a note now, or were given up."""
        self._load()
        with self._session.writing() as connection:
            drafts.drop(connection, place)

    def left_draft(self, place: str) -> Draft | None:
        """What an earlier run left unfinished at a place; it is handed out once, and stays kept until it is dropped."""
        return self._load().pop(place, None)

    def _load(self) -> dict[str, Draft]:
        with self._lock:
            if self._left is None:
                self._left = drafts.all_drafts(self._session.reader())
            return self._left
