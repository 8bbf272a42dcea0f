"""The one place where a query's words become a tree: parsed, with the reader's synonyms and the words of `like:`.

Finding, snippets, hits, counts and the query doctor must all read a query alike.
"""

import dataclasses
import datetime as dt
from functools import lru_cache

from desktop_app.archive.indexing import Indexing
from desktop_app.archive.session import Session
from desktop_app.model import synonyms
from desktop_app.model.changes import Changes
from desktop_app.model.query import Everything, Like, Node, Notice, Query, inner_leaves, parse
from desktop_app.model.query_parts import replaced
from desktop_app.store import articles, searches

_folded = lru_cache(20_000)(synonyms.folded)  # all words of all sets are folded for every query

_KEPT = 20  # articles whose words are remembered: one query is read for the list, its snippets and each article


class Understanding:
    """Reads queries as one archive understands them. Safe from any thread."""

    def __init__(self, session: Session, indexing: Indexing) -> None:
        self._session = session
        self._indexing = indexing
        self._liked: dict[tuple[int, int], tuple[str, ...]] = {}  # by article, and how many were indexed
        session.on_change.append(self._forget)

    def _forget(self, changes: Changes) -> None:
        self._liked = {key: words for key, words in self._liked.items() if key[0] not in changes.articles}

    def read(self, text: str) -> Query:
        """The query as it is understood today. Raises QueryRefusedError.

        Synonyms are searched and told by a notice, but they are not in the echo of the query. What `like:` stands for
        is told if there is nothing like it.
        """
        parsed = parse(text, dt.datetime.now().astimezone().date())
        root, notices = self._filled_in(parsed.root)
        return dataclasses.replace(parsed, root=root, notices=[*parsed.notices, *notices], asked=parsed.root)

    def of(self, node: Node) -> Query:
        """A tree that was asked for as a query, as if its text had been read."""
        root, notices = self._filled_in(node)
        return Query("" if isinstance(node, Everything) else str(node), root, notices, asked=node)

    def _filled_in(self, node: Node) -> tuple[Node, list[Notice]]:
        notices: list[Notice] = []
        sets = searches.synonym_sets(self._session.reader())
        if sets:
            node, notices = synonyms.expand(node, [found.words for found in sets], key=_folded)
        for like in {leaf for leaf in inner_leaves(node) if isinstance(leaf, Like) and not leaf.words}:
            words = self._words_of(like.article)
            node = replaced(node, like, Like(like.article, words))
            if not words:
                notices.append(Notice.made("There are no articles like number {number}.", number=like.article))
        return node, notices

    def _words_of(self, article: int) -> tuple[str, ...]:
        """The words by which articles like this one are found; none where it is gone or nothing is indexed."""
        engine = self._indexing.engine()
        if engine is None:
            return ()
        from desktop_app.index.hits.likeness import words_of

        documents = engine.count()
        words = self._liked.get((article, documents))
        if words is None:
            found = articles.read(self._session.reader(), [article]).get(article)
            if found is None:
                return ()
            words = words_of(found.body, found.title, found.language, engine.document_frequencies, documents)
            self._liked = {**dict(list(self._liked.items())[-_KEPT:]), (article, documents): words}
        return words
