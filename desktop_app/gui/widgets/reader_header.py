"""The strip above the page: which article this is, its hits, star, type size and export."""

from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.gui import theme
from desktop_app.gui.clauses import language_name
from desktop_app.gui.dates import format_date
from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import one_line
from desktop_app.gui.widgets.elided_label import ElidedLabel
from desktop_app.gui.widgets.type_sheet import TypeSheet
from desktop_app.model.article import Article

HEIGHT = 40
_ICON = QSize(16, 16)


class ReaderHeader(QWidget):
    """Emits what was asked for; holds no state but what it shows."""

    article_step = Signal(int)
    hit_step = Signal(int)
    star_wanted = Signal(bool)
    export_wanted = Signal()
    outline_wanted = Signal()
    original_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader_header")
        self.setAccessibleName(tr("Article bar"))
        self.setFixedHeight(HEIGHT)
        self._icons: list[tuple[QToolButton, str]] = []
        previous = self._button("previous_article", "article-previous", tr("Previous article in the list"))
        following = self._button("next_article", "article-next", tr("Next article in the list"))
        self._where = ElidedLabel(parent=self)
        self._where.setObjectName("reader_where")
        self._hits = QLabel(self)
        self._hits.setObjectName("hit_count")
        self._previous_hit = self._button("previous_hit", "previous", tr("Previous hit (Shift+F3)"))
        self._next_hit = self._button("next_hit", "next", tr("Next hit (F3)"))
        self.star = self._button("star_button", "star", tr("Star"))
        self.star.setCheckable(True)
        self.outline = self._button("outline_button", "outline", tr("Outline (Ctrl+Shift+L)"))
        self.original = self._button("original_button", "file", tr("The original beside the article (O)"))
        self.original.setCheckable(True)
        self.outline.clicked.connect(self.outline_wanted)
        self.original.clicked.connect(self.original_wanted)
        self._size = QToolButton(self)
        self._size.setText("Aa")
        self._size.setObjectName("type_button")
        self._size.setAccessibleName(tr("How articles are set"))
        self._size.setToolTip(tr("How articles are set"))
        self._size.setAutoRaise(True)
        export = self._button("export_button", "export", tr("Export this article"))
        previous.clicked.connect(lambda: self.article_step.emit(-1))
        following.clicked.connect(lambda: self.article_step.emit(1))
        self._previous_hit.clicked.connect(lambda: self.hit_step.emit(-1))
        self._next_hit.clicked.connect(lambda: self.hit_step.emit(1))
        self.star.clicked.connect(self.star_wanted)
        self._size.clicked.connect(self.open_type_sheet)
        export.clicked.connect(self.export_wanted)
        self._articles = (previous, following)
        self._needing = (self.star, self.outline, self.original, export)
        self._lay_out(previous, following, export)
        self.show_article(None)
        self.show_hits(0, 0)
        self.dress()

    def _lay_out(self, previous: QToolButton, following: QToolButton, export: QToolButton) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 1)
        row.setSpacing(2)
        row.addWidget(previous)
        row.addWidget(following)
        row.addSpacing(6)
        row.addWidget(self._where, 1)
        row.addSpacing(10)
        for widget in (self._hits, self._previous_hit, self._next_hit):
            row.addWidget(widget)
        row.addSpacing(6)
        for widget in (self.star, self.outline, self.original, self._size, export):
            row.addWidget(widget)

    def _button(self, name: str, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setAutoRaise(True)
        button.setIconSize(_ICON)
        self._icons.append((button, icon))
        return button

    def open_type_sheet(self) -> None:
        """Offer how articles are set."""
        TypeSheet(self).open_below(self._size)

    def show_article(self, article: Article | None) -> None:
        """Name the article's source, date and language, as far as they are known."""
        for button in self._needing:
            button.setEnabled(article is not None)
        self.star.setChecked(article is not None and article.starred)
        self._show_star()
        if article is None:
            self._where.setText("")
            return
        date = format_date(article.date, article.language) if article.date else tr("no date")
        language = language_name(article.language) if article.language else ""
        source = one_line(article.source) if article.source else tr("unknown source")
        self._where.setText(" · ".join(part for part in (source, date, language) if part))

    def show_original(self, on: bool) -> None:
        """Say whether the original stands beside the article."""
        self.original.setChecked(on)

    def show_hits(self, current: int, count: int, place: int = 0, listed: int = 0) -> None:
        """Say which hit is marked, from 1, and which article of the list this is; nothing with a count of 0."""
        parts = [tr("Hit {current} of {count}", current=current, count=count)] if count else []
        if count and listed > 1:
            number = QLocale().toString
            parts.append(tr("article {place} of {count}", place=number(place), count=number(listed)))
        self._hits.setText(" · ".join(parts))
        self._hits.setAccessibleName(", ".join(parts))
        for widget in (self._hits, self._previous_hit, self._next_hit):
            widget.setVisible(count > 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme.current().line)

    def dress(self) -> None:
        """Take colours and fonts from the theme."""
        muted, small = theme.current().muted, theme.font("small")
        for label in (self._where, self._hits):
            label.setFont(small)
            label.setStyleSheet(f"color: {muted.name()}")
        self._size.setFont(theme.font("ui"))
        for button, icon in self._icons:
            button.setIcon(theme.icon(icon, muted if button in self._articles else None))
        self._show_star()

    def _show_star(self) -> None:
        on = self.star.isChecked()
        self.star.setIcon(theme.icon("star-filled" if on else "star"))
        text = tr("Remove the star") if on else tr("Star")
        self.star.setToolTip(text)
        self.star.setAccessibleName(text)
