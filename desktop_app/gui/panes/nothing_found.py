"""What is said where the list is empty: why, and the ways out with the number of articles that each leads to."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.archive.browse import View
from desktop_app.gui.clauses import describe, joined
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.panes.doctor_panel import finding, mend, repair_text
from desktop_app.gui.widgets.empty_state import EmptyState, Offer
from desktop_app.model.searching import Diagnosis

OFFERS_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of an empty list: its button, the search it leads to, and what the button does."""

    label: str
    query: str
    view: View
    act: Callable[[], None]


class NothingFound(QObject):
    """Fills an empty state for the desk's search."""

    import_wanted = Signal()
    doctor_wanted = Signal()

    def __init__(self, desk: Desk, empty: EmptyState, doctor: QWidget) -> None:
        super().__init__(empty)
        self._doctor = doctor
        self._desk = desk
        self._empty = empty
        self._telling: tuple[str, View] | None = None  # the search that is told about

    def leave(self) -> None:
        """There is something to list."""
        self._telling = None

    def tell(self, everything: int) -> None:
        """Say why nothing is listed; `everything` is the size of the archive, -1 while it is unknown."""
        self._telling = (self._desk.full_query, self._desk.view)
        if everything == 0 and self._desk.view == "all":
            self._tell_empty_archive()
        elif self._desk.text.strip() or self._desk.filters:
            self._tell_no_hits()
        else:
            self._tell_empty_view()

    def _tell_empty_archive(self) -> None:
        self._empty.tell(
            tr("No articles yet"),
            tr("Import files or a whole folder of press texts, or drop them here. The originals stay as they are."),
            [Offer(tr("Import …"), self.import_wanted.emit, primary=True)],
        )

    def _tell_empty_view(self) -> None:
        heading, text = {
            "unread": (tr("Everything is read"), tr("New articles appear here after an import.")),
            "starred": (tr("Nothing starred"), tr("Press S on an article to find it here again.")),
            "undated": (tr("Every article has a date"), ""),
            "duplicates": (tr("No duplicates"), tr("Articles that were found in several files would be here.")),
            "trash": (tr("The trash is empty"), ""),
        }.get(self._desk.view, (tr("No articles"), ""))
        self._empty.tell(heading, text, [Offer(tr("Show all articles"), partial(self._desk.set_view, "all"))])

    # --- a search without hits

    def _tell_no_hits(self) -> None:
        ways = self._ways_out()
        text = tr("No article fits all of this at once.")
        if not self._desk.filters and self._desk.view == "all":
            text = tr("No article contains all of this. Try fewer words, another spelling, or an ending such as word*.")
        self._empty.tell(tr("Nothing found"), text, [Offer(way.label, way.act) for way in ways])
        self._examine(ways)

    def _ways_out(self) -> list[Way]:
        """Without each filter, without the words, everywhere."""
        desk = self._desk
        text, filters, view = desk.text.strip(), list(desk.filters), desk.view
        ways = []
        several = len(filters) + bool(text) + (view != "all") > 1
        for clause in filters[:OFFERS_AT_MOST] if several else []:
            rest = [other for other in filters if other != clause]
            label = tr("Without “{filter}”", filter=describe(clause))
            ways.append(Way(label, joined(text, rest), view, partial(desk.remove_filter, clause)))
        if text and filters:
            label = tr("Without the words “{words}”", words=text)
            ways.append(Way(label, joined("", filters), view, partial(desk.set_text, "")))
        if text and (filters or view != "all"):
            ways.append(Way(tr("Search everywhere"), text, "all", self._search_everywhere))
        elif not text:
            ways.append(Way(tr("Show all articles"), "", "all", self._search_everywhere))
        else:
            ways.append(Way(tr("Clear the search"), "", "all", partial(desk.set_text, "")))
        return ways

    def _search_everywhere(self) -> None:
        self._desk.set_filters([])
        self._desk.set_view("all")

    def _examine(self, ways: list[Way]) -> None:
        """Name the part that leaves nothing over and offer repairs, with how many articles each leads to."""
        archive, asked = self._desk.archive, self._telling
        query, view = self._desk.full_query, self._desk.view

        def examine() -> tuple[Diagnosis, list[int]]:
            counts = [archive.count(way.query, way.view) for way in ways]
            return archive.examine(query, view=view, cancelled=lambda: asked != self._telling), counts

        def show(found: tuple[Diagnosis, list[int]]) -> None:
            if asked == self._telling:
                self._show_offers(ways, *found)

        # Where a count is refused or fails, the buttons stay as they are, without it.
        self._desk.jobs.read(self, examine, show, key="ways-out", failed=lambda _error: None)

    def _show_offers(self, ways: list[Way], diagnosis: Diagnosis, counts: list[int]) -> None:
        repairs = diagnosis.repairs if self._doctor.isHidden() else ()  # the doctor has them
        offers = [Offer(repair_text(repair), partial(mend, self._desk, repair)) for repair in repairs]
        found = [
            Offer(f"{way.label}  ·  {QLocale().toString(count)}", way.act)
            for way, count in zip(ways, counts, strict=True)
            if count
        ]
        offers = [*offers[: OFFERS_AT_MOST - 1], *(found[-1:] if offers else found)]
        offers = offers[:OFFERS_AT_MOST] or [Offer(ways[-1].label, ways[-1].act)]
        if len(diagnosis.parts) > 1 and self._doctor.isHidden():
            self._empty.tell(tr("Nothing found"), finding(diagnosis), [])
            offers.append(Offer(tr("What each word finds …"), self.doctor_wanted.emit))
        first = self._doctor.isHidden()  # else the best way out is there
        offers = [Offer(each.text, each.act, primary=first and not number) for number, each in enumerate(offers)]
        self._empty.offer(offers)
