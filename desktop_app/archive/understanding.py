"""The one place where a query's words become a tree: parsed, with the reader's synonyms and the words of `like:`.

Finding, snippets, hits, counts and the query doctor must all read a query alike.
"""

import datetime as dt

from desktop_app.archive.indexing import Indexing
from desktop_app.archive.session import Session
from desktop_app.model.query import Query, parse


class Understanding:
    """Reads queries as one archive understands them. Safe from any thread."""

    def __init__(self, session: Session, indexing: Indexing) -> None:
        self._session = session
        self._indexing = indexing

    def read(self, text: str) -> Query:
        """The query as it is understood today. Raises QueryRefusedError."""
        return parse(text, dt.datetime.now().astimezone().date())
