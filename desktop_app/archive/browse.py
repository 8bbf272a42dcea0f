"""Finding and looking: a query becomes a listing, a listing becomes rows, snippets and counts."""

import sqlite3
import threading
import time
from array import array
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from desktop_app.archive.by_hand import ordering, put_in_order
from desktop_app.archive.collapsing import Collapsing
from desktop_app.archive.indexing import Indexing
from desktop_app.archive.people.gathering import Gathering
from desktop_app.archive.session import Session
from desktop_app.archive.understanding import Understanding
from desktop_app.model.article import Article, ArticleRow
from desktop_app.model.changes import Changes
from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.listing import Counts, FacetCount, Facets, Listing, Sort
from desktop_app.model.query import Query
from desktop_app.model.query_nodes import (
    And,
    Everything,
    Filter,
    Meeting,
    Node,
    asks_words,
    conjunction,
    leaves,
    positive_prose,
)
from desktop_app.model.query_notices import Notice
from desktop_app.model.sorting import SIMPLE, keys_of
from desktop_app.store import articles, facets, filters, marks, people, readings, searches
from desktop_app.store.database import at_once

if TYPE_CHECKING:
    from desktop_app.archive.answering import Evaluation
    from desktop_app.archive.matching import Matcher
    from desktop_app.archive.ordering import Ordering
    from desktop_app.index.engine import Engine

View = Literal["all", "unread", "starred", "undated", "duplicates", "trash"]
_VIEWS: dict[View, str] = {
    "all": "a.state = 0",
    "unread": "a.state = 0 and a.read_at is null",
    "starred": "a.state = 0 and a.starred = 1",
    "undated": "a.state = 0 and a.date_from = 0",
    "duplicates": "a.state = 0 and a.id in"
    " (select article_id from provenances group by article_id having count(*) > 1)",
    "trash": "a.state = 1",
}
_READ_AGAIN = 5_000  # changed articles; if there are more, all are read
_ORDERS: dict[str, str] = {
    "-date": "a.date_from desc, a.id desc",
    "date": "a.date_from = 0, a.date_from, a.id",
}


def never() -> bool:
    """A search that is not cancelled."""
    return False


class Browse:
    """The verbs that read. Safe from any thread."""

    def __init__(self, session: Session, indexing: Indexing) -> None:
        self._session = session
        self._indexing = indexing
        self.understanding = Understanding(session, indexing)
        self._matching = threading.Lock()
        self._matcher: Matcher | None = None
        self._changed: set[int] | None = None  # articles that the columns do not know as they are now
        self.outside = 0  # how often another program was seen to have changed the archive
        self.gathering = Gathering(session, self)
        self._collapsing = Collapsing(session)
        self._orders: Ordering | None = None
        session.on_change.append(self._forget)

    def _ordering(self) -> "Ordering":
        from desktop_app.archive.ordering import Ordering

        with self._matching:
            if self._orders is None:
                self._orders = Ordering()
            return self._orders

    def _forget(self, changes: Changes) -> None:
        if self._orders is not None:
            self._orders.changed(changes.articles | changes.rows.get("articles", set()))
        with self._matching:
            if self._matcher is None:
                return
            self._changed = (self._changed or set()) | changes.articles | changes.rows.get("articles", set())
            if changes.touches("sources") or len(self._changed) > _READ_AGAIN:
                self._matcher = self._changed = None

    def matcher(self) -> "Matcher":
        """The columns of all articles, read once; later only what has changed meanwhile."""
        from desktop_app.archive.matching import Matcher

        connection = self._session.reader()
        with self._matching, at_once(connection):
            elsewhere = self._session.changed_elsewhere()
            self.outside += elsewhere
            if elsewhere or self._matcher is None:
                self._matcher = Matcher.load(connection)
                if elsewhere and self._orders is not None:
                    self._orders.forget()
            elif self._changed is not None:
                self._matcher = self._matcher.changed(connection, self._changed)
            self._changed = None
            return self._matcher

    def warm(self) -> bool:
        """Open and read what a first search would otherwise wait for: the index, the columns of articles and people.

        Returns whether anybody is named, who is counted beside every listing from now on.
        """
        engine = self._indexing.engine()
        if engine is None:
            return False
        engine.warm()
        return bool(self.gathering.tally().articles.any())

    def parse(self, query: str) -> Query:
        """The query as it is understood today. Raises QueryRefusedError."""
        return self.understanding.read(query)

    def find(
        self,
        query: str = "",
        *,
        sort: Sort | None = None,
        view: View = "all",
        cancelled: Callable[[], bool] = never,
        by_family: bool = False,
        opened: Collection[int] = (),
    ) -> Listing:
        """All articles that match, in order. Raises QueryRefusedError, CancelledError.

        `by_family`: of versions of one article only the first, but all of the families that `opened` articles are in.
        """
        started = time.perf_counter()
        listing = self.answer(self.parse(query), sort=sort, view=view, cancelled=cancelled)
        if by_family:
            self._collapsing.collapse(listing, opened)
        listing.query = query
        listing.took_ms = (time.perf_counter() - started) * 1000
        return listing

    def answer(
        self,
        parsed: Query,
        *,
        sort: Sort | None = None,
        view: View = "all",
        cancelled: Callable[[], bool] = never,
    ) -> Listing:
        """As `find`, for a query that has been read. Raises QueryRefusedError, CancelledError."""
        listing = Listing(array("q"), query=parsed.text, understood=parsed.understood, notices=list(parsed.notices))
        prose = any(True for _ in positive_prose(parsed.root))
        by_hand = ordering(parsed.root)
        if sort:
            keys_of(sort)
        listing.sort = sort or ("relevance" if prose else "hand" if by_hand else "-date")
        if listing.sort == "hand" and by_hand is None:
            listing.sort = "-date"
        words = asks_words(parsed.root)
        if words or self._matcher is not None or listing.sort not in SIMPLE or _asks_beyond_store(parsed.root):
            self._find_by_columns(listing, parsed, view, cancelled, words=words)
        else:
            self._find_by_store(listing, parsed, view)
        if listing.sort == "hand" and by_hand is not None:
            listing.ids = put_in_order(self._session.reader(), by_hand, listing.ids)
        return listing

    def _find_by_columns(
        self, listing: Listing, parsed: Query, view: View, cancelled: Callable[[], bool], *, words: bool
    ) -> None:
        from desktop_app.archive.answering import fill, visible

        engine = self._indexing.engine() if words else None
        if words and (waiting := self._indexing.pending()):
            listing.notices.append(Notice.made("Articles not searchable yet: {count}.", count=waiting))
        if words and engine is None:
            if not self._indexing.ready():
                listing.notices.append(self._indexing.why_not())
            return
        matcher, connection = self.matcher(), self._session.reader()
        listing.whole = view == "all" and isinstance(parsed.root, Everything)
        seen = visible(matcher, connection, view, trash=_asks_for_trash(parsed) or view == "trash")
        with self._indexing.doubting():
            fill(listing, matcher, self._evaluation(parsed, engine, cancelled), parsed.root, seen, self._ordering())

    def count_of(self, parsed: Query, view: View = "all", cancelled: Callable[[], bool] = never) -> int:
        """How many articles match. Raises QueryRefusedError, CancelledError."""
        if asks_words(parsed.root) or _asks_beyond_store(parsed.root):
            return self._count_by_columns(parsed, view, cancelled)
        connection = self._session.reader()
        return articles.count_where(
            connection, *_condition(connection, parsed.root, view, trash=_asks_for_trash(parsed))
        )

    def count_above(self, parsed: Query, number: int, view: View = "all", cancelled: Callable[[], bool] = never) -> int:
        """How many of the articles numbered higher than `number` match. Raises QueryRefusedError, CancelledError.

        Words are only searched for if there are such articles, and the filters beside the words leave any of them.
        """
        connection = self._session.reader()
        wanted = parsed.root.parts if isinstance(parsed.root, And) else (parsed.root,)
        filtered = [part for part in wanted if not asks_words(part) and not _asks_beyond_store(part)]
        where, values = _condition(connection, conjunction(filtered), view, trash=_asks_for_trash(parsed))
        count = articles.count_where(connection, f"{where} and a.id > ?", [*values, number])
        if count == 0 or len(filtered) == len(wanted):
            return count
        return self._count_by_columns(parsed, view, cancelled, above=number)

    def highest_answered(self, connection: sqlite3.Connection, query: str) -> int:
        """The highest number of an article that a query can have found: words are found once they are indexed."""
        try:
            root = self.parse(query).root
        except QueryRefusedError:
            return searches.highest(connection)
        words = asks_words(root)
        return searches.highest_searchable(connection) if words else searches.highest(connection)

    def _count_by_columns(self, parsed: Query, view: View, cancelled: Callable[[], bool], *, above: int = 0) -> int:
        """How many articles numbered higher than `above` match; they are not put in order for that."""
        from desktop_app.archive.answering import matching, visible

        words = asks_words(parsed.root)
        engine = self._indexing.engine() if words else None
        if words and engine is None:
            return 0
        matcher, connection = self.matcher(), self._session.reader()
        seen = visible(matcher, connection, view, trash=_asks_for_trash(parsed) or view == "trash")
        if above:
            seen = seen & (matcher.ids > above)
        evaluation = self._evaluation(parsed, engine, cancelled, above)
        with self._indexing.doubting():
            return len(matching(evaluation, parsed.root, seen)[0])

    def _evaluation(
        self, parsed: Query, engine: "Engine | None", cancelled: Callable[[], bool], above: int = 0
    ) -> "Evaluation":
        from desktop_app.archive.answering import Evaluation
        from desktop_app.archive.people.filtering import PeopleFilter, asks_for_checked

        matcher, connection = self.matcher(), self._session.reader()

        def naming() -> PeopleFilter:
            found = self.gathering.appearances()
            return PeopleFilter(matcher, connection, found, checked=asks_for_checked(parsed.root))

        return Evaluation(matcher, connection, engine, cancelled, above, naming)

    def _find_by_store(self, listing: Listing, parsed: Query, view: View) -> None:
        """A query without words is answered by SQLite alone, before numpy or Whoosh are even loaded."""
        connection = self._session.reader()
        where, values = _condition(connection, parsed.root, view, trash=_asks_for_trash(parsed))
        listing.whole = view == "all" and isinstance(parsed.root, Everything)
        order = _ORDERS["date" if listing.sort == "date" else "-date"]
        listing.ids = articles.ids_where(connection, where, values, order)

    def rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """What a list shows of these articles, in this order; those that are gone are left out."""
        return articles.rows(self._session.reader(), ids)

    def article(self, number: int) -> Article:
        """One article whole. Raises NotFoundError."""
        connection = self._session.reader()
        found = replace(articles.article(connection, number), reached=readings.reached(connection, number))
        return people.named_in(connection, found)

    def facets(self, listing: Listing) -> Facets:
        """Counts of tags, sources, years, months, languages, people and organisations over a listing.

        The whole archive, which every window begins with, is counted by SQLite, so that numpy is not loaded for it;
        people and organisations are not counted then.
        """
        if listing.whole and self._matcher is None:
            return facets.of_all(self._session.reader())
        from desktop_app.archive import counting, matching

        tally = self.gathering.tally(checked=self._asks_for_checked(listing.query))
        ids = listing.ids
        if listing.inside:
            ids = array("q", (article for article in ids if article not in listing.inside))
        return counting.facets(tally.matcher, self._session.reader(), matching.ids_of(ids), tally)

    def _asks_for_checked(self, query: str) -> bool:
        from desktop_app.archive.people.filtering import asks_for_checked

        return asks_for_checked(self.parse(query).root)

    def provenances(self) -> list[tuple[int, str, str]]:
        """(article, path, member) of everything that was imported."""
        return self._session.reader().execute("select article_id, path, member from provenances order by id").fetchall()

    def counts(self) -> Counts:
        """The numbers beside the fixed views."""
        return marks.counts(self._session.reader())

    def tags(self) -> list[FacetCount]:
        """All tags with the number of their articles."""
        return marks.tags(self._session.reader())

    def sources(self) -> list[FacetCount]:
        """All sources with the number of their articles."""
        return marks.sources(self._session.reader())


def _condition(connection: sqlite3.Connection, root: Node, view: View, *, trash: bool) -> tuple[str, list[Any]]:
    """The condition on `articles a` of a query without words; `trash`: what lies there may be found as well."""
    where = _with_trash(_VIEWS[view]) if trash else _VIEWS[view]
    if isinstance(root, Everything):
        return where, []
    sql, values = filters.condition(connection, root)
    return f"{where} and ({sql})", values


def _with_trash(view: str) -> str:
    """A view's condition, widened to the trash."""
    return view.replace("a.state = 0", "a.state < 2")


def _asks_beyond_store(root: Node) -> bool:
    """Whether a query needs the columns though it asks for no words."""
    return any(
        isinstance(leaf, Meeting) or (isinstance(leaf, Filter) and leaf.value == "checked") for leaf in leaves(root)
    )


def _asks_for_trash(parsed: Query) -> bool:
    return any(
        isinstance(leaf, Filter) and leaf.field == "is" and leaf.value == "trash" for leaf in leaves(parsed.root)
    )
