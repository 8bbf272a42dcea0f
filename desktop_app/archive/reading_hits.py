"""Hits in the articles' own words: snippets, what the reader marks, the concordance, and articles like another."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from desktop_app.archive.browse import Browse, View, never
from desktop_app.archive.exporting import refuse_inside
from desktop_app.archive.session import Session
from desktop_app.model.listing import Snippet, Sort
from desktop_app.model.progress import CancelledError, Meter, Report, quiet
from desktop_app.model.query_nodes import Node, inner_leaves, positive_prose
from desktop_app.model.query_notices import Notice
from desktop_app.model.searching import Concordance, ConcordanceLine
from desktop_app.store import articles, families
from desktop_app.store.articles import Text

_AT_ONCE: Final = 50  # articles read together
_NEXT: Final = 8  # as few, where the first is likely to do


class ReadingHits:
    """The verbs that look into texts for what a query found. Safe from any thread."""

    def __init__(self, session: Session, browse: Browse) -> None:
        self._session = session
        self._browse = browse

    def snippets(self, ids: Sequence[int], query: str) -> dict[int, Snippet]:
        """For each article the piece of it that shows the hits best. Raises QueryRefusedError."""
        from desktop_app.index.hits.snippets import snippet

        root = self._browse.parse(query).root
        found = articles.read(self._session.reader(), ids)
        return {number: snippet(text.body, root, text.language, lead=text.lead) for number, text in found.items()}

    def hits(self, number: int, query: str) -> list[tuple[int, int]]:
        """Where an article's text shows what the query found: (start, end) in code points.

        Raises NotFoundError, QueryRefusedError.
        """
        root = self._browse.parse(query).root
        found = articles.read(self._session.reader(), [number])
        if number not in found:
            self._browse.article(number)  # says that there is none
        return _spans(found[number], root) if _shows_words(root) else []

    def next_hit(
        self,
        ids: Sequence[int],
        article: int,
        step: int,
        query: str,
        *,
        cancelled: Callable[[], bool] = never,
    ) -> tuple[int, int] | None:
        """The first hit of the next article in a list that has one in its text, or the last of the one before.

        `step` is 1 or -1. Returns the article and the number of the hit in it, None where the list ends. Raises
        CancelledError, QueryRefusedError.
        """
        root = self._browse.parse(query).root
        if article not in ids or not _shows_words(root):
            return None
        at = ids.index(article)
        beyond = ids[at + 1 :] if step > 0 else ids[:at][::-1]
        for number, text in self._texts(beyond, _NEXT, cancelled):
            if spans := _spans(text, root):
                return number, 0 if step > 0 else len(spans) - 1
        return None

    def concordance(
        self,
        query: str,
        *,
        view: View = "all",
        sort: Sort | None = None,
        limit: int = 10_000,
        before: int = 8,
        cancelled: Callable[[], bool] = never,
        report: Report = quiet,
    ) -> Concordance:
        """All hits of a query in the texts that match it, each with up to `before` words on either side.

        By rank of the article, or by its date as `sort` has it, and in an article in order. At most `limit` lines,
        with a notice where there are more. Raises QueryRefusedError, CancelledError.
        """
        parsed = self._browse.parse(query)
        listing = self._browse.answer(parsed, sort=sort, view=view, cancelled=cancelled)
        found = Concordance(query, notices=list(listing.notices))
        if not _shows_words(parsed.root):
            found.notices.append(Notice.made("This query asks for no words in texts, so there are no hits to show."))
            return found
        meter = Meter(report, "Read hits", len(listing.ids))
        for number, text in self._texts(listing.ids, _AT_ONCE, cancelled):
            found.articles += 1
            if not _collect(found, number, text, parsed.root, before, limit):
                found.notices.append(Notice.made("Only the first {limit} hits are shown; there are more.", limit=limit))
                break
            meter.advance()
        meter.finish()
        return found

    def export_concordance(self, concordance: Concordance, out: Path | BinaryIO, name: str = "csv") -> int:
        """Write a concordance as "csv" or "txt"; returns the number of lines.

        Raises InputRefusedError, DiskFullError, ReadOnlyError.
        """
        from desktop_app.export.concordance import write

        refuse_inside(self._session.folder, out)
        return write(concordance, out, name)

    def like(self, article: int) -> str:
        """The query for articles like this one."""
        return f"like:{article}"

    def similar(self, article: int, limit: int = 8) -> list[tuple[int, float]]:
        """The articles most like this one, with their scores, the best first.

        Itself is not among them, nor are its versions; of other articles' versions only the best is.
        """
        listing = self._browse.find(self.like(article), sort="relevance", by_family=True)
        own = {article, *families.members(self._session.reader(), article)}
        scored = zip(listing.ids, listing.scores or (), strict=False)
        return [(number, score) for number, score in scored if number not in own][:limit]

    def _texts(self, ids: Sequence[int], some: int, cancelled: Callable[[], bool]) -> Iterator[tuple[int, Text]]:
        """Articles with their texts, in this order, a few at a time. Raises CancelledError."""
        for begin in range(0, len(ids), some):
            if cancelled():
                raise CancelledError
            wanted = ids[begin : begin + some]
            found = articles.read(self._session.reader(), wanted)
            for number in wanted:
                if cancelled():
                    raise CancelledError
                if number in found:
                    yield number, found[number]


def _shows_words(root: Node) -> bool:
    """Whether texts can have hits of a query: whether it asks for words, and not in titles and notes alone."""
    return any(
        getattr(leaf, "field", "") not in ("title", "note")
        for asked in positive_prose(root)
        for leaf in inner_leaves(asked)
    )


def _spans(text: Text, root: Node) -> list[tuple[int, int]]:
    from desktop_app.index.hits.snippets import hit_spans

    return hit_spans(text.body, root, text.language, lead=text.lead)


def _collect(found: Concordance, number: int, text: Text, root: Node, before: int, limit: int) -> bool:
    """Add the lines of one article; False where there are more than the limit allows."""
    from desktop_app.index.hits.concordance import lines

    for line in lines(text.body, root, text.language, before=before, lead=text.lead):
        if len(found.lines) >= limit:
            found.complete = False
            return False
        found.lines.append(
            ConcordanceLine(
                number, line.start, line.end, line.left, line.hit, line.right, text.title, text.date, text.source
            )
        )
    return True
