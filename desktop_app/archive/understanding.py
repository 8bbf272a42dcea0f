"""The one place where a query's words become a tree: parsed, with the reader's synonyms and the words of `like:`.

Finding, snippets, hits, counts and the query doctor must all read a query alike.
"""

import dataclasses
import datetime as dt
from functools import lru_cache

from desktop_app.archive.indexing import Indexing
from desktop_app.archive.session import Session
from desktop_app.model import synonyms
from desktop_app.model.query import Everything, Node, Notice, Query, parse
from desktop_app.store import searches

_folded = lru_cache(20_000)(synonyms.folded)  # all words of all sets are folded for every query


class Understanding:
    """Reads queries as one archive understands them. Safe from any thread."""

    def __init__(self, session: Session, indexing: Indexing) -> None:
        self._session = session
        self._indexing = indexing

    def read(self, text: str) -> Query:
        """The query as it is understood today. Raises QueryRefusedError.

        Synonyms are searched and told by a notice, but they are not in the echo of the query.
        """
        parsed = parse(text, dt.datetime.now().astimezone().date())
        root, notices = self._widened(parsed.root)
        return dataclasses.replace(parsed, root=root, notices=[*parsed.notices, *notices], asked=parsed.root)

    def of(self, node: Node) -> Query:
        """A tree that was asked for as a query, as if its text had been read."""
        root, notices = self._widened(node)
        return Query("" if isinstance(node, Everything) else str(node), root, notices, asked=node)

    def _widened(self, node: Node) -> tuple[Node, list[Notice]]:
        sets = searches.synonym_sets(self._session.reader())
        return synonyms.expand(node, [found.words for found in sets], key=_folded) if sets else (node, [])
