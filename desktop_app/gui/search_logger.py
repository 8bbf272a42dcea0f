"""Writes down what was searched, for the search protocol: only what the reader has settled on, never each key."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.gui.desk import Desk
from desktop_app.model.article import Article
from desktop_app.model.listing import Listing

SETTLED_MS = 2_000  # a search that stands this long was meant


class SearchLogger(QObject):
    """Logs a search that has stood for a while, that Enter was pressed on, or a hit of which was opened."""

    logged = Signal()  # the protocol has a new entry

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._logged: tuple[str, str] | None = None  # query and view
        self._article: int | None = None
        self._meant = False  # Enter was pressed before the answer came
        self.settling = QTimer(self)
        self.settling.setSingleShot(True)
        self.settling.setInterval(SETTLED_MS)
        self.settling.timeout.connect(self._log)
        desk.query_changed.connect(self.settling.stop)
        desk.listing_changed.connect(self._on_listing)
        desk.article_changed.connect(self._on_article)

    def confirm(self) -> None:
        """Log the search now: the reader has pressed Enter."""
        if self._answered():
            self._log()
        else:
            self._meant = True

    def _on_listing(self, listing: Listing | None) -> None:
        if listing is None or not listing.query.strip() or self._desk.archive.read_only:
            self.settling.stop()
        elif self._meant:
            self._log()
        elif self._place() != self._logged:
            self.settling.start()

    def _on_article(self, article: Article | None) -> None:
        before, self._article = self._article, article.id if article is not None else None
        listing = self._desk.listing
        if article is None or article.id == before or listing is None or not self._answered():
            return
        if article.id in listing.ids:
            self._log()

    def _answered(self) -> bool:
        """Whether the listing on the desk is the answer to what is asked there."""
        return self._desk.listing is not None and self._desk.listing.query == self._desk.full_query

    def _place(self) -> tuple[str, str]:
        return self._desk.full_query, self._desk.view

    def _log(self) -> None:
        self.settling.stop()
        self._meant = False
        listing, view, archive = self._desk.listing, self._desk.view, self._desk.archive
        if listing is None or not listing.query.strip() or archive.read_only or self._place() == self._logged:
            return
        self._logged = self._place()
        self._desk.jobs.write(
            self, lambda: archive.log_search(listing, view), lambda _none: self.logged.emit(), failed=self._desk.failed
        )
