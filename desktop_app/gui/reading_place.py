"""Remembers how far each article was read, so that it opens there again."""

from PySide6.QtCore import QObject, QTimer

from desktop_app.gui.desk import Desk
from desktop_app.gui.widgets.article_page import ArticlePage

_RESTS_MS = 1500  # a page that is neither turned nor left this long is being read


class ReadingPlace(QObject):
    """Follows one page; an article that is only passed by leaves no trace."""

    def __init__(self, desk: Desk, page: ArticlePage) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._kept: tuple[int, int] | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_RESTS_MS)
        self._resting.timeout.connect(self.keep)
        page.left.connect(self._on_left)
        page.scrolled.connect(self._on_scrolled)
        page.opened.connect(lambda _article: self._resting.start())

    def keep(self) -> None:
        """Write down where the reader is."""
        self._resting.stop()
        article = self._page.article
        if article is not None:
            self._write(article.id, self._page.place())

    def _on_scrolled(self) -> None:
        if self._page.article is not None:
            self._resting.start()

    def _on_left(self, article: int, place: int) -> None:
        moved = self._kept is not None and self._kept[0] == article
        self._resting.stop()
        if moved or place:
            self._write(article, place)

    def _write(self, article: int, place: int) -> None:
        if self._desk.archive.read_only or self._kept == (article, place):
            return
        self._kept = (article, place)
        self._desk.jobs.write(self._desk, lambda: self._desk.archive.remember_place(article, place))
