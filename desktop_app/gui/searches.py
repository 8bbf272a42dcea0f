"""What the desk asks of the archive: the listing of its query, then hits and counts."""

import time
from array import array
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.gui.clauses import COUNTED, joined, surroundings
from desktop_app.gui.lines import AT_ONCE, Line, load
from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.listing import Facets, Listing
from desktop_app.model.query_completion import begun
from desktop_app.model.query_notices import Notice

if TYPE_CHECKING:
    from desktop_app.gui.desk import Desk

AFTER_MS = 25  # the list is drawn first; hits and counts come when no further key has been pressed
Found = tuple[Listing, dict[int, Line], str]  # with its first lines, and the words as they were read


class Searches(QObject):
    """Asks for what the desk looks for and lays the answer on it."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._number = 0
        self._warmed = False
        self._after = QTimer(self)
        self._after.setSingleShot(True)
        self._after.setInterval(AFTER_MS)
        self._after.timeout.connect(self._after_listing)

    def ask(self) -> None:
        """Ask for the listing; only the newest search comes home."""
        self._number += 1
        number, desk = self._number, self._desk
        archive, query, view, sort, text = desk.archive, desk.full_query, desk.view, desk.sort, desk.text
        folded = desk.folding.asked()
        self._after.stop()
        desk.searching_changed.emit(True)
        asked = time.perf_counter()

        def outdated() -> bool:
            return number != self._number

        longer = begun(text) if desk.typing else ""
        completed = joined(longer, desk.filters) if longer else ""

        def find() -> Found:
            listing = archive.find(query, view=view, sort=sort, cancelled=outdated, **folded)
            understood = listing.understood if text == query else archive.browse.parse(text).understood
            if completed and not len(listing):
                beginnings = archive.find(completed, view=view, sort=sort, cancelled=outdated, **folded)
                if len(beginnings):
                    beginnings.notices.append(Notice.made("Words that begin so are shown while you type."))
                    listing = beginnings
            return listing, load(archive, listing.ids[:AT_ONCE].tolist(), listing.query, outdated), understood

        def show(found: Found) -> None:
            took = 1000 * (time.perf_counter() - asked)
            if text:  # looking at everything, as at the start, says nothing about words
                desk.pace = min(took, (desk.pace + took) / 2)  # slow once, as the very first, is not slow
            self._show(*found)

        desk.jobs.read(self, find, show, key="search", failed=partial(self._failed, number))

    def _failed(self, number: int, error: BaseException) -> None:
        if number != self._number:
            return
        self._desk.searching_changed.emit(False)
        if isinstance(error, QueryRefusedError):
            # Told beside the words: a dialog would come up again with every further key.
            notice = Notice.made(error.template, **error.fields)
            self._show(Listing(array("q"), query=self._desk.full_query, notices=[notice]), {}, "")
        else:
            self._desk.failed(error)

    def _show(self, listing: Listing, first_lines: dict[int, Line], understood: str) -> None:
        desk = self._desk
        desk.listing, desk.first_lines, desk.understood = listing, first_lines, understood
        desk.searching_changed.emit(False)
        desk.listing_changed.emit(listing)
        self._after.start()

    def _after_listing(self) -> None:
        self._desk.find_hits()
        self.count()

    def count(self) -> None:
        """Count the facets; each as if nothing were filtered by it, so that other values can be seen and chosen."""
        desk = self._desk
        listing = desk.listing
        if listing is None:
            return
        archive, text, filters, view = desk.archive, desk.text, list(desk.filters), desk.view
        by_family = bool(desk.folding.asked())

        def outdated() -> bool:
            return listing is not desk.listing

        def work() -> Facets:
            facets = archive.facets(listing)
            for name, rest in surroundings(filters) if listing.understood else ():  # not of a refused query
                wider = archive.find(
                    joined(text, rest), view=view, sort="-date", cancelled=outdated, by_family=by_family
                )
                around = archive.facets(wider)
                for attribute in COUNTED[name]:
                    setattr(facets, attribute, getattr(around, attribute))
            return facets

        def counted(facets: Facets) -> None:
            if not outdated():
                desk.facets_changed.emit(facets)
            self._warm()

        desk.jobs.read(self, work, counted, key="facets")

    def _warm(self) -> None:
        """Once the window shows something, get ready what the first word would have to wait for."""
        desk = self._desk
        if not self._warmed:
            self._warmed = True
            desk.jobs.read(
                self, desk.archive.warm, lambda named: self.count() if named else None, key="warm", failed=desk.failed
            )
