"""The dossier that the list shows, and the screening that is being read."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.gui.clauses import clause, members, split
from desktop_app.gui.page_text import one_line
from desktop_app.model.article import Article
from desktop_app.model.changes import Changes
from desktop_app.model.dossiers import Decision, DossierPage, Screening, screened
from desktop_app.model.errors import LesesaalError
from desktop_app.model.links import without_links

if TYPE_CHECKING:
    from desktop_app.gui.desk import Desk

Screened = tuple[Screening, dict[int, Decision]]
_MARKS = re.compile(r"\*\*|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|^\s*(?:#{1,6}|>|[-*])\s+", re.MULTILINE)


def without_marks(text: str) -> str:
    """The words of a Markdown text, on one line."""
    return one_line(_MARKS.sub("", without_links(text)))


class Collected(QObject):
    """Follows the filters of the desk. At most one dossier and one screening are asked for by filters of their own."""

    dossier_changed = Signal()
    screening_changed = Signal()  # how far it is, or what was decided about the open article

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._dossier_asked = ""
        self._screening_asked = ""
        self.page: DossierPage | None = None
        self.comments: dict[int, str] = {}  # of the dossier, by article
        self.lines: dict[int, str] = {}  # the same, on one line and without the marks of Markdown
        self.screening: Screening | None = None
        self.decisions: dict[int, Decision] = {}  # of the screening, by article
        self.decision: Decision | None = None  # about the open article; None where it is none of the screening's
        self.news = 0  # hits of the screening's search that are not in it
        self._deciding = False
        self._decided = 0  # the article that was decided about last
        self._awaited = 0  # the article that is opened after a decision; until it is there nothing is decided
        self._wish = 0  # the article that is to be opened once the screening is listed
        # The list takes the listing over first, or it would go to the row of another article.
        desk.listing_changed.connect(self._grant_wish, Qt.ConnectionType.QueuedConnection)
        desk.query_changed.connect(self._follow)
        desk.article_changed.connect(self._on_article)
        desk.hub.changed.connect(self._on_changed)

    # --- following the desk

    def _follow(self) -> None:
        dossier, screening = self._asked("dossier"), self._asked("screening")
        if dossier != self._dossier_asked:
            self._dossier_asked = dossier
            self._load_dossier()
        if screening != self._screening_asked:
            self._screening_asked = screening
            self._load_screening()
            self._load_news()

    def _asked(self, field: str) -> str:
        """The value of the one filter of a field that must be met; "" where there is none, or several."""
        found = []
        for text in self._desk.filters:
            if not text.startswith("-") and len(members(text)) == 1:
                _excluded, its_field, value = split(text)
                found += [value] if its_field == field else []
        return found[0] if len(found) == 1 else ""

    def _load_dossier(self) -> None:
        value, archive = self._dossier_asked, self._desk.archive
        if not value:
            self._show_page(None)
            return
        self._desk.jobs.read(
            self,
            lambda: archive.dossier(archive.dossier_named(value)),
            self._show_page,
            key="dossier",
            failed=lambda error: self._missing(error, self._show_page),
        )

    def _missing(self, error: BaseException, show: Callable[[None], None]) -> None:
        """What a filter asks for may be gone, or never have been there; the list says that it is empty."""
        if isinstance(error, LesesaalError):
            show(None)
        else:
            self._desk.failed(error)

    def _show_page(self, page: DossierPage | None) -> None:
        self.page = page if self._dossier_asked else None
        self.comments = self.page.comments if self.page is not None else {}
        self.lines = {article: without_marks(comment) for article, comment in self.comments.items()}
        self.dossier_changed.emit()

    def _load_screening(self) -> None:
        value, archive = self._screening_asked, self._desk.archive
        if not value:
            self._show_screening(None)
            return

        def read() -> Screened:
            try:
                number = archive.screening_named(value)
            except LesesaalError:
                number = archive.screening_named(screened(value)[0])
            return archive.screening(number), archive.decisions(number)

        self._desk.jobs.read(
            self,
            read,
            self._show_screening,
            key="screening",
            failed=lambda error: self._missing(error, self._show_screening),
        )

    def _show_screening(self, found: Screened | None) -> None:
        self.screening, self.decisions = found if found is not None and self._screening_asked else (None, {})
        if self.screening is None:
            self.news, self._awaited = 0, 0
        self._load_decision()

    def _load_news(self) -> None:
        """Count what its search finds by now; it is searched for that."""
        value, archive = self._screening_asked, self._desk.archive
        if not value:
            return

        def show(news: int) -> None:
            if value == self._screening_asked:
                self.news = news
                self.screening_changed.emit()

        def read() -> int:
            try:
                return archive.new_in_screening(archive.screening_named(value))
            except LesesaalError:
                return 0

        self._desk.jobs.read(self, read, show, key="screening-news")

    def _on_article(self, article: Article | None) -> None:
        if article is None or article.id != self._decided:
            self._awaited = 0
        self._load_decision()

    def _load_decision(self) -> None:
        screening, article, archive = self.screening, self._desk.article, self._desk.archive
        if screening is None or article is None:
            self.decision = None
            self.screening_changed.emit()
            return

        def show(decision: Decision | None) -> None:
            if self.screening is not None and self._desk.article is not None and self._desk.article.id == article.id:
                self.decision = decision
                self.screening_changed.emit()

        self._desk.jobs.read(self, lambda: archive.decision(screening.id, article.id), show, key="decision")

    # --- what was changed

    def _on_changed(self, changes: Changes) -> None:
        asked = self._desk.full_query
        if "dossier:" in asked and changes.touches("dossiers", "dossier_articles"):
            self._desk.search()
        if self._dossier_asked and changes.touches("dossiers", "dossier_articles", "articles"):
            self._reload_dossier()
        if self._screening_asked and changes.touches("screenings", "screening_items", "articles"):
            self._reload_screening(changes)

    def _reload_dossier(self) -> None:
        """Show the dossier anew, under its new name if it has another one now."""
        before, archive = self.page, self._desk.archive
        if before is None:
            self._load_dossier()
            return

        def show(page: DossierPage) -> None:
            old, new = clause("dossier", self._dossier_asked), clause("dossier", page.dossier.path)
            if page.dossier.path != before.dossier.path and old in self._desk.filters:
                self._desk.set_filters([new if text == old else text for text in self._desk.filters])
            self._show_page(page)

        self._desk.jobs.read(
            self, lambda: archive.dossier(before.dossier.id), show, key="dossier", failed=self._dossier_gone
        )

    def _dossier_gone(self, error: BaseException) -> None:
        self._missing(error, self._show_page)
        if self._desk.filters == [clause("dossier", self._dossier_asked)] and not self._desk.text:
            self._desk.open_query("")

    def _reload_screening(self, changes: Changes) -> None:
        before, archive = self.screening, self._desk.archive
        if before is None:
            self._load_screening()
            return

        def show(found: Screened) -> None:
            screening = found[0]
            old, new = clause("screening", before.name), clause("screening", screening.name)
            if screening.name != before.name and old in self._desk.filters:
                self._desk.set_filters([new if text == old else text for text in self._desk.filters])
            self._show_screening(found)
            if screening.total != before.total:
                self._desk.search()

        self._desk.jobs.read(
            self,
            lambda: (archive.screening(before.id), archive.decisions(before.id)),
            show,
            key="screening",
            failed=self._screening_gone,
        )
        items = changes.rows.get("screening_items", set())
        if len(items) > 1 or changes.touches("articles", "imports"):
            self._load_news()
        if items and self._screening_asked != before.name:
            self._desk.search()  # others are in the state that is shown
        if len(items) == 1 and not self._deciding:
            self._show_undone(next(iter(items)))

    def _screening_gone(self, error: BaseException) -> None:
        self._missing(error, self._show_screening)
        if self._desk.filters == [clause("screening", self._screening_asked)] and not self._desk.text:
            self._desk.open_query("")

    def _show_undone(self, item: int) -> None:
        """Open the article about which something was decided elsewhere, or about which a decision was taken back."""
        archive = self._desk.archive

        def show(found: tuple[int, int]) -> None:
            if self.screening is not None and found[0] == self.screening.id:
                self.go_to(found[1])

        self._desk.jobs.read(self, lambda: archive.screened_in(item), show, key="screening-item")

    # --- reading through

    def read_on(self, screening: Screening, article: int) -> None:
        """Show a screening in the list, and an article of it (0: none is left)."""
        self._wish = article
        before = self._desk.full_query
        self._desk.open_query(clause("screening", screening.name))
        if before == self._desk.full_query:
            self._grant_wish()

    def _grant_wish(self) -> None:
        listing = self._desk.listing
        if self._wish and listing is not None and listing.query == self._desk.full_query:
            article, self._wish = self._wish, 0
            self.go_to(article)

    def go_to(self, article: int) -> None:
        """Open an article, in the list if it is there."""
        desk = self._desk
        desk.open_article(article)
        if desk.listing is not None and article in desk.listing.ids:
            desk.goto_row.emit(desk.listing.ids.index(article))

    def decide(self, decision: Decision) -> None:
        """Decide about the open article and go on to the next one that is to be read; "" takes a decision back.

        Nothing is decided while the next article is still on its way: one decides about what one sees.
        """
        screening, article, archive = self.screening, self._desk.article, self._desk.archive
        if screening is None or article is None or self.decision is None or self._deciding or self._awaited:
            return
        self._deciding = True

        def work() -> tuple[Changes, int]:
            changes = archive.decide_screened(screening.id, [article.id], decision)
            return changes, archive.next_in_screening(screening.id, article.id) if decision else 0

        def done(found: tuple[Changes, int]) -> None:
            self._deciding = False
            self._decided = article.id
            changes, following = found
            self._desk.tell_done(changes)
            if following:
                self._awaited = following
                self.go_to(following)
            else:
                self._load_decision()

        self._desk.jobs.write(self, work, done, failed=self._not_decided)

    def _not_decided(self, error: BaseException) -> None:
        self._deciding = False
        self._desk.failed(error)

    def pause(self) -> None:
        """Leave the screening; it is gone on with from the sidebar."""
        self._desk.open_query("")

    # --- the order made by hand

    @property
    def can_order(self) -> bool:
        """Whether the list shows a dossier in its order, which may be changed."""
        listing = self._desk.listing
        shown = self.page is not None and listing is not None and listing.sort == "hand"
        return shown and not self._desk.archive.read_only

    def own(self) -> list[int]:
        """The articles of the list that lie in the dossier itself, as they are listed."""
        if self.page is None or self._desk.listing is None:
            return []
        there = {entry.article for entry in self.page.entries}
        return [article for article in self._desk.listing.ids if article in there]

    def move(self, articles: Sequence[int], before: int) -> None:
        """Put articles of the dossier before another one of it, or (0) behind all others."""
        if self.page is not None and self.can_order:
            self._desk.edit(self._desk.archive.move_in_dossier, self.page.dossier.id, list(articles), before)

    def shift(self, articles: Sequence[int], step: int) -> None:
        """Move articles one place up (-1) or down (1)."""
        own, moved = self.own(), set(articles)
        places = [at for at, article in enumerate(own) if article in moved]
        if not places:
            return
        at = places[0] - 1 if step < 0 else places[-1] + 2
        if at >= 0 and (step < 0 or places[-1] + 1 < len(own)):
            self.move([own[place] for place in places], own[at] if at < len(own) else 0)

    def open(self, number: int) -> None:
        """Show a dossier in the list."""
        archive, desk = self._desk.archive, self._desk
        desk.jobs.read(
            self,
            lambda: archive.dossier(number).dossier.path,
            lambda path: desk.open_query(clause("dossier", path)),
            failed=desk.failed,
        )

    def open_made(self, changes: Changes) -> None:
        """Tell of a dossier that was just made or filled, and show it."""
        self._desk.tell_done(changes)
        self.open(int(changes.result))
