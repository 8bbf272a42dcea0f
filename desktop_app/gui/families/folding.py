"""Whether the list shows versions of one article as one row, and which of these rows are open."""

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop_app.gui import settings
from desktop_app.model.changes import Changes

if TYPE_CHECKING:
    from desktop_app.gui.desk import Desk

_BY_FAMILY: Final = "families/one_row"
_APART: Final = ("dossier:", "screening:", "is:copy", "has:copies")  # who asks so wants to see each of them


class Fold(NamedTuple):
    """What a row shows of its family: how many versions it stands for and whether they are shown, or that it is one."""

    versions: int
    unfolded: bool
    inside: bool  # it stands below the first of its family


class Folding(QObject):
    """Follows the desk. What was opened is closed again by another question."""

    changed = Signal()  # whether there are families at all, or whether they are shown as one row

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._opened: set[int] = set()
        self.any = False  # the archive holds families
        self._sought = 0  # an article that the list goes to as soon as its family is open
        desk.query_changed.connect(self._forget)
        desk.counts_changed.connect(lambda _counts: self._look())
        desk.hub.changed.connect(self._on_changed)
        self._looked = False

    # --- what the list asks for

    @property
    def by_family(self) -> bool:
        """Whether the reader wants versions of one article as one row; each has its own unless asked for."""
        return settings.value(_BY_FAMILY, "0") == "1"

    def asked(self) -> dict[str, Any]:
        """What a search is asked with: the arguments of `Archive.find` about families."""
        query = self._desk.full_query
        if not self.by_family or any(field in query for field in _APART):
            return {}
        return {"by_family": True, "opened": tuple(self._opened)}

    def show_by_family(self, on: bool) -> None:
        """Show versions as one row, or each in its own."""
        settings.put(_BY_FAMILY, int(on))
        self.changed.emit()
        self._desk.search()

    # --- what is shown

    def of(self, article: int) -> Fold | None:
        """What the row of an article shows of its family; None where it stands for itself alone."""
        listing = self._desk.listing
        if listing is None:
            return None
        if article in listing.inside:
            return Fold(0, False, True)
        versions = listing.versions.get(article, 0)
        return Fold(versions, self._is_open(article), False) if versions else None

    def _is_open(self, article: int) -> bool:
        """Whether the row below is one of its family."""
        listing = self._desk.listing
        if listing is None or not listing.inside:
            return False
        below = listing.ids.index(article) + 1
        return below < len(listing.ids) and listing.ids[below] in listing.inside

    def first_of(self, article: int) -> int:
        """The row that a row inside a family stands below."""
        listing = self._desk.listing
        if listing is None or article not in listing.inside:
            return article
        at = listing.ids.index(article)
        while at and listing.ids[at] in listing.inside:
            at -= 1
        return listing.ids[at]

    def unfold(self, article: int, on: bool) -> bool:
        """Open the row of a family, or close it; returns whether there was something to do."""
        fold = self.of(article)
        if fold is None or fold.inside or fold.unfolded == on:
            return False
        listing = self._desk.listing
        if on:
            self._opened.add(article)
        elif listing is not None:
            at = listing.ids.index(article) + 1
            while at < len(listing.ids) and listing.ids[at] in listing.inside:
                self._opened.discard(listing.ids[at])
                at += 1
            self._opened.discard(article)
        self._desk.search()
        return True

    def go_to(self, article: int) -> None:
        """Show an article of the listing in the list; a closed row that stands for it is opened."""
        listing = self._desk.listing
        if listing is None:
            return
        if article in listing.ids:
            self._desk.goto_row.emit(listing.ids.index(article))
            return
        first = next((first for first, others in listing.hidden.items() if article in others), 0)
        if self.unfold(first, True):
            self._sought = article

    def settle(self) -> None:
        """Go to the article that waits for its family to be open; the list calls it when it shows a listing."""
        if self._sought and self._desk.listing is not None and self._sought in self._desk.listing.ids:
            sought, self._sought = self._sought, 0
            self.go_to(sought)

    def _forget(self) -> None:
        self._opened.clear()
        self._sought = 0

    # --- what there is

    def _look(self) -> None:
        if not self._looked:
            self._looked = True
            self._ask()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("family_members"):
            self._desk.search()
            self._ask()

    def _ask(self) -> None:
        archive = self._desk.archive
        self._desk.jobs.read(self, lambda: archive.families(1), self._show, key="families", failed=self._desk.failed)

    def _show(self, largest: list[list[int]]) -> None:
        if self.any != bool(largest):
            self.any = bool(largest)
            self.changed.emit()
