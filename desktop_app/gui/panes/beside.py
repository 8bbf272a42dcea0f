"""The article's page with its original beside it, where the reader wants to see that."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_app.gui import i18n, settings
from desktop_app.gui.desk import Desk
from desktop_app.gui.widgets.article_page import ArticlePage
from desktop_app.gui.widgets.original_page import OriginalPage
from desktop_app.model.article import Article
from desktop_app.model.errors import LesesaalError
from desktop_app.model.original import Original

_SETTING = "reading/original"
_SHARES = (3, 2)  # of the width


class Beside(QSplitter):
    """Reads originals in a thread of their own, and only while they are shown."""

    toggled = Signal(bool)

    def __init__(self, desk: Desk, page: ArticlePage, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("article_and_original")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._desk = desk
        self._shown: int | None = None  # the article whose original is shown, or being read
        self.original = OriginalPage(self)
        self.addWidget(page)
        self.addWidget(self.original)
        for place, share in enumerate(_SHARES):
            self.setStretchFactor(place, share)
        self.original.setVisible(settings.value(_SETTING, "0") == "1")
        self.dress()

    @property
    def on(self) -> bool:
        """Whether originals are shown."""
        return not self.original.isHidden()

    def switch(self, on: bool) -> None:
        """Show the originals from now on, or the article alone."""
        if on == self.on:
            return
        settings.put(_SETTING, int(on))
        self.original.setVisible(on)
        if on:
            whole = self.width()
            self.setSizes([whole * share // sum(_SHARES) for share in _SHARES])
        self._shown = None
        self.show_article(self._desk.article)
        self.toggled.emit(on)

    def show_article(self, article: Article | None) -> None:
        """Read the original of an article, if it is to be seen."""
        number = article.id if article is not None else None
        if not self.on or number is None:
            self._shown = None
            self.original.say("")
            return
        if number == self._shown:
            return
        self._shown = number
        archive = self._desk.archive

        def show(found: Original) -> None:
            if self._shown == number:
                self.original.show_original(found)

        def failed(error: BaseException) -> None:
            if self._shown != number:
                return
            if isinstance(error, LesesaalError):
                self.original.say(i18n.retold(error.template, error.fields))
            else:
                self._desk.failed(error)

        self._desk.jobs.read(self, lambda: archive.original_view(number), show, key="original", failed=failed)

    def dress(self) -> None:
        """Take colours and fonts from the theme."""
        self.original.dress()
