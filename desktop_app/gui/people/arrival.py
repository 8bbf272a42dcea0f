"""Opening an article at a sentence: the reader shows it as soon as the article is there."""

from PySide6.QtCore import QObject

from desktop_app.gui.desk import Desk
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.model.article import Article
from desktop_app.model.people import Quote


class Arrival(QObject):
    """Waits for an article and its mentions, then brings the sentence into view."""

    def __init__(self, desk: Desk, reader: ReaderPane) -> None:
        super().__init__(reader)
        self._desk = desk
        self._reader = reader
        self._wish: Quote | None = None
        desk.article_changed.connect(self._on_article)
        desk.mentions.changed.connect(self._on_mentions)

    def go_to(self, quote: Quote) -> None:
        """Open the quote's article where it stands."""
        self._wish = quote
        self._desk.read_article(quote.article)
        self._reader.setFocus()

    def _on_article(self, article: Article | None) -> None:
        quote = self._wish
        if quote is None or article is None:
            return
        if article.id != quote.article:
            self._wish = None  # the reader went elsewhere
        else:
            self._reader.page_view.scroll_to(quote.start)
            self._on_mentions()

    def _on_mentions(self) -> None:
        """The first name of the sentence becomes the current one, so that the keys go on from there."""
        quote, article = self._wish, self._desk.article
        if quote is None or article is None or article.id != quote.article or not self._desk.mentions.all:
            return
        self._wish = None
        there = self._desk.mentions.within(quote.start, quote.end)
        if there:
            self._desk.mentions.go_to(there[0])
