"""What is on the reader's desk: the one state that the panes share."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.archive.archive import Archive
from desktop_app.archive.browse import View
from desktop_app.archive.session import DATABASE
from desktop_app.gui import i18n
from desktop_app.gui.clauses import joined, unfold
from desktop_app.gui.dossiers.collected import Collected
from desktop_app.gui.families.folding import Folding
from desktop_app.gui.hub import Hub
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.lines import Line
from desktop_app.gui.mentions import Mentions
from desktop_app.gui.places import ARTICLES, Place, Room
from desktop_app.gui.searches import Searches
from desktop_app.gui.travels import Travels
from desktop_app.model.article import Article
from desktop_app.model.changes import Changes
from desktop_app.model.errors import NotFoundError
from desktop_app.model.listing import Listing, Sort
from desktop_app.model.people import Kind
from desktop_app.store.database import as_sentence


class Desk(QObject):
    """Query, view, listing, selection and the open article; every pane reads it and asks it to change."""

    listing_changed = Signal(object)  # Listing
    facets_changed = Signal(object)  # Facets of the listing; see `searches.Searches.count`
    counts_changed = Signal(object)  # Counts
    article_changed = Signal(object)  # Article | None
    selection_changed = Signal(object)  # list[int]
    searching_changed = Signal(bool)
    query_changed = Signal()
    hits_changed = Signal()
    goto_row = Signal(int)
    facet_wanted = Signal(str)  # a filter clause that the reader wants to change
    room_changed = Signal(object)  # Room
    message = Signal(str)  # a sentence for the status strip
    refused = Signal(str)  # a sentence that the reader must see

    def __init__(self, archive: Archive, jobs: Jobs, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.archive = archive
        self.jobs = jobs
        self.hub = hub
        self.text = ""
        self.typing = False  # the words are still being written
        self.filters: list[str] = []
        self.view: View = "all"
        self.sort: Sort | None = None
        self.listing: Listing | None = None
        self.understood = ""  # the words alone as they were read, without the filters
        self.first_lines: dict[int, Line] = {}  # those that came with the listing
        self.pace = 0.0  # milliseconds from a question to its listing, of late
        self.room = ARTICLES
        self.article: Article | None = None
        self.selected: list[int] = []
        self.hits: list[tuple[int, int]] = []
        self.gap = 0  # the row at which the open article stood before it left the list
        self._wanted: int | None = None  # the article that is open or being opened
        self._travels = Travels()
        self.folding = Folding(self)
        self._searches = Searches(self)
        hub.changed.connect(self._on_changed)
        jobs.unasked = self.failed
        self.mentions = Mentions(self)
        self.collected = Collected(self)

    # What is looked for

    @property
    def full_query(self) -> str:
        """Text and filters joined, as the archive takes them."""
        return joined(self.text, self.filters)

    @property
    def shown_query(self) -> str:
        """The query whose hits are shown: the full one, but for a last word that is still being written."""
        return self.listing.query if self.typing and self.listing is not None else self.full_query

    @property
    def begins(self) -> bool:
        """Whether the list shows words that only begin like the last one."""
        return self.listing is not None and self.typing and self.shown_query != self.full_query

    def set_text(self, text: str, *, typing: bool = False) -> None:
        """Search for other words; while `typing` the last of them may be but a beginning."""
        went_on = typing != self.typing
        self.typing = typing
        if text != self.text:
            self._look_for(text=text)
        elif went_on:
            self.search()

    def toggle_filter(self, clause: str) -> None:
        """Add a filter clause, or remove it where it is set."""
        left = [each for each in self.filters if each != clause]
        self._look_for(filters=left if clause in self.filters else [*left, clause])

    def remove_filter(self, clause: str) -> None:
        """Drop a filter clause."""
        self._look_for(filters=[each for each in self.filters if each != clause])

    def set_filters(self, clauses: list[str]) -> None:
        """Replace all filter clauses."""
        self._look_for(filters=list(clauses))

    def set_view(self, view: View) -> None:
        """Look at another of the fixed views."""
        self._look_for(view=view)

    def set_sort(self, sort: Sort | None) -> None:
        """Sort the list otherwise; None lets the query decide."""
        self._look_for(sort=sort)

    def open_query(self, query: str, sort: Sort | None = None) -> None:
        """Look at a whole query, such as a saved search, in all articles."""
        text, filters = unfold(query)
        self.typing = False
        self._look_for(text=text, filters=filters, view="all", sort=sort)

    def mend(self, query: str) -> None:
        """Look at a whole query in the same view, as a repaired one of what is searched now."""
        text, filters = unfold(query)
        self.typing = False
        self._look_for(text=text, filters=filters)

    def _look_for(self, **change: Any) -> None:
        before = self._place()
        for name, value in change.items():
            setattr(self, name, value)
        self._go(ARTICLES)  # where the answer is
        if replace(self._place(), room=before.room) != before:
            self._remember(before)
            self.query_changed.emit()
            self.search()
        elif before.room != ARTICLES:
            self._remember(before)

    def search(self) -> None:
        """Ask for the listing of what is looked for; only the newest search comes home."""
        self._searches.ask()

    def recount(self) -> None:
        """Count the facets of the listing anew."""
        self._searches.count()

    def refresh_counts(self) -> None:
        """Ask for the numbers beside the fixed views."""
        self.jobs.read(self, self.archive.counts, self.counts_changed.emit, key="counts")

    # What is open

    def select(self, ids: list[int], current: int | None = None) -> None:
        """Take over the list's selection and open its current article."""
        self.selected = list(ids)
        self.selection_changed.emit(self.selected)
        if current is not None and current != self._wanted:
            self.open_article(current)

    def open_article(self, number: int) -> None:
        """Load an article into the reader."""
        self._wanted = number
        self.jobs.read(
            self, lambda: self.archive.article(number), self._show_article, key="article", failed=self._article_gone
        )

    def close_article(self) -> None:
        """Leave the reader empty."""
        self._wanted = None
        self.article = None
        self.article_changed.emit(None)

    def _show_article(self, article: Article) -> None:
        if article.id != self._wanted:
            return
        self.article = article
        self.hits = []
        self.article_changed.emit(article)
        self.find_hits()

    def _article_gone(self, error: BaseException) -> None:
        if isinstance(error, NotFoundError):
            self.close_article()
        else:
            self.failed(error)

    def find_hits(self) -> None:
        """Ask where the open article answers the query."""
        article, query = self.article, self.shown_query
        if article is None:
            return

        def show(hits: list[tuple[int, int]]) -> None:
            if self.article is not None and self.article.id == article.id:
                self.hits = hits
                self.hits_changed.emit()

        self.jobs.read(self, lambda: self.archive.hits(article.id, query), show, key="hits", failed=lambda _: show([]))

    def next_article(self, step: int) -> None:
        """Go `step` rows down the list (up if negative)."""
        if self.listing is None or not len(self.listing):
            return
        try:
            row = self.listing.ids.index(self._wanted if self._wanted is not None else -1)
        except ValueError:
            row = self.gap - 1 if step > 0 else self.gap
        target = max(0, min(len(self.listing) - 1, row + step))
        self.goto_row.emit(target)

    def targets(self) -> list[int]:
        """The articles that a verb is meant for: the chosen ones, with the versions that closed rows stand for."""
        if self.selected and self.listing is not None:
            return self.listing.with_hidden(self.selected)
        return self.chosen()

    def chosen(self) -> list[int]:
        """The articles of the selected rows themselves, else the open one."""
        if self.selected:
            return list(self.selected)
        return [self.article.id] if self.article is not None else []

    # Rooms

    def open_people(self, kind: Kind) -> None:
        """Show the table of all people, or of all organisations."""
        self.enter(Room("people", kind))

    def open_review(self, entity: int = 0) -> None:
        """Show the suggestions that wait for an answer, of one entity or of all."""
        self.enter(Room("review", entity=entity))

    def open_entity(self, entity: int) -> None:
        """Show the page of a person or organisation."""
        self.enter(Room("entity", entity=entity))

    def read_article(self, number: int) -> None:
        """Open an article where it can be read."""
        self.enter(ARTICLES)
        self.open_article(number)

    def enter(self, room: Room) -> None:
        """Go to another room of the window."""
        before = self._place()
        if room != self.room:
            self._go(room)
            self._remember(before)

    def _go(self, room: Room) -> None:
        if room != self.room:
            self.room = room
            self.room_changed.emit(room)

    # Back and forward

    def back(self) -> None:
        """Return to where the reader was before."""
        self._return_to(self._travels.back(self._place()))

    def forward(self) -> None:
        """Go again where the reader came back from."""
        self._return_to(self._travels.forward(self._place()))

    def _return_to(self, place: Place | None) -> None:
        if place is None:
            return
        self.typing = False
        self._go(place.room)
        self.text, self.filters, self.view, self.sort = place.text, list(place.filters), place.view, place.sort
        self.query_changed.emit()
        self.search()
        if place.article is not None:
            self.open_article(place.article)

    def _place(self) -> Place:
        return Place(self.text, tuple(self.filters), self.view, self.sort, self._wanted, self.room)

    def _remember(self, place: Place) -> None:
        self._travels.remember(place, self.text)

    # Changing things

    def edit(self, work: Callable[..., Changes | None], *args: Any, **named: Any) -> None:
        """Run a verb of the archive in the write lane; a refusal is told to the reader."""
        self.jobs.write(self, lambda: work(*args, **named), self.tell_done, failed=self.failed)

    def tell_done(self, changes: Changes | None) -> None:
        """Say in the status strip what an edit did."""
        if changes is not None and changes.template:
            self.message.emit(i18n.retold(changes.template, changes.fields))

    def failed(self, error: BaseException) -> None:
        """Tell a refusal, and a disk that cannot be read, in a sentence; the rest is a bug of ours."""
        told = as_sentence(error, self.archive.path / DATABASE)
        if told is not None:
            self.refused.emit(i18n.retold(told.template, told.fields))
        else:
            self.jobs.failed.emit(error)

    def _on_changed(self, changes: Changes) -> None:
        self.refresh_counts()
        if changes.touches("articles", "taggings", "tags", "annotations", "imports"):
            self.search()
        if self._wanted is not None and (self._wanted in changes.articles or changes.touches("tags")):
            self.open_article(self._wanted)
