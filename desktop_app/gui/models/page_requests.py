"""Which pages of a long list are fetched next: the one asked for last is on the screen now."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

FLIGHTS: Final = 2  # pages fetched at once: what scrolled past meanwhile is not fetched at all
WAITING_PAGES: Final = 6

Flight = tuple[int, int]  # the generation of the list, and a page of it


class PageRequests(QObject):
    """Pages that wait or are under way. A new list is a new generation: what was asked of the old one is called off."""

    due = Signal()  # a page waits; `take` gives it

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: OrderedDict[int, None] = OrderedDict()
        self._flying: set[Flight] = set()
        self.generation = 0
        self._pump = QTimer(self)
        self._pump.setSingleShot(True)
        self._pump.setInterval(0)
        self._pump.timeout.connect(self.due)

    def restart(self) -> None:
        """Begin a new list."""
        self.generation += 1
        self._waiting.clear()
        self._flying.clear()

    def want(self, page: int) -> None:
        """Ask for a page, unless it is under way; of many that wait the oldest are forgotten."""
        if (self.generation, page) in self._flying:
            return
        self._waiting[page] = None
        self._waiting.move_to_end(page)
        while len(self._waiting) > WAITING_PAGES:
            self._waiting.popitem(last=False)
        if not self._pump.isActive():
            self._pump.start()

    def take(self) -> Iterator[Flight]:
        """The pages that may be fetched now, the latest first; each that is really fetched must `begin` and `end`."""
        while self._waiting and len(self._flying) < FLIGHTS:
            page, _ = self._waiting.popitem(last=True)
            if (self.generation, page) not in self._flying:
                yield self.generation, page

    def begin(self, flight: Flight) -> None:
        """A page is under way."""
        self._flying.add(flight)

    def end(self, flight: Flight) -> bool:
        """A page has come, or will not; whether it is of the present list."""
        self._flying.discard(flight)
        return flight[0] == self.generation

    @property
    def idle(self) -> bool:
        """Whether nothing waits or is under way."""
        return not self._waiting and not self._flying
