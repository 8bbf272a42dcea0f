"""The two columns of the page below its head."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.annotating.backlinks import Backlinks
from desktop_app.gui.dates import format_date
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import one_line
from desktop_app.gui.people.article_list import ArticleList, CountLists
from desktop_app.gui.people.loading import Loaded
from desktop_app.gui.people.name_button import NameButton
from desktop_app.gui.people.note_drafts import NoteDrafts
from desktop_app.gui.people.note_list import NoteList
from desktop_app.gui.people.page_head import EDGE
from desktop_app.gui.people.quote_list import QuoteList
from desktop_app.gui.people.quote_view import where
from desktop_app.gui.people.role_list import RoleList
from desktop_app.gui.people.section import BETWEEN, INSET, Section, quiet
from desktop_app.gui.people.span import span_name
from desktop_app.gui.people.suggestion_card import SuggestionList
from desktop_app.gui.people.timeline import Timeline
from desktop_app.gui.people.together import Together
from desktop_app.gui.widgets.flow_layout import FlowLayout
from desktop_app.model.people import EntityPage, Quote


class Column(QScrollArea):
    """Parts one below the other; scrolls by itself."""

    def __init__(self, name: str, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(heading)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inner = QWidget(self)
        self.inner.setObjectName(f"{name}_inner")
        self._layout = QVBoxLayout(self.inner)
        self._layout.setContentsMargins(EDGE - INSET, 20, EDGE - INSET - 4, 8)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)
        self.setWidget(self.inner)

    def add(self, part: QWidget) -> None:
        """Put a part below the others."""
        self._layout.insertWidget(self._layout.count() - 1, part)


class Times(Section):
    """How often over time, and the first and the last article."""

    opened = Signal(object)  # Quote

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("times", tr("Mentions per 1,000 articles"), parent)
        self.chart = Timeline(self)
        self._key = quiet(tr("hatched: the archive has no articles of this time"), self)
        self._key.setFont(theme.font("meta"))
        self._undated = quiet(tr("None of the articles has a date."), self)
        self._ends = QWidget(self)
        flow = FlowLayout(self._ends, spacing=14)
        self._ends.setContentsMargins(INSET, 0, INSET, 0)
        small = theme.font("small")
        self._first = NameButton("appears_first", "", small, self._ends)
        self._last = NameButton("appears_last", "", small, self._ends)
        self._quotes: list[Quote | None] = [None, None]
        for number, button in enumerate((self._first, self._last)):
            button.clicked.connect(lambda _=False, number=number: self._open(number))
            flow.addWidget(button)
        for widget in (self.chart, self._key, self._undated, self._ends):
            self.add(widget)

    def _open(self, number: int) -> None:
        quote = self._quotes[number]
        if quote is not None:
            self.opened.emit(quote)

    def show_page(self, loaded: Loaded) -> None:
        """Show the times of somebody."""
        page, span = loaded.page, loaded.wish.span
        dated = any(period.naming for period in page.periods)
        self.chart.show_periods(page.periods, page.row.kind)
        self.chart.show_span(span)
        self.chart.setVisible(dated)
        self._undated.setVisible(not dated)
        self._key.setVisible(dated and any(period.gap for period in page.periods))
        self._quotes = [page.appears_first, page.appears_last]
        told = (tr("first {date}"), tr("last {date}"))
        for button, text, quote in zip((self._first, self._last), told, self._quotes, strict=True):
            button.setVisible(dated and quote is not None)
            if quote is not None:
                shown = text.format(date=", ".join(filter(None, (format_date(quote.date), one_line(quote.source)))))
                button.say(shown, f"{one_line(quote.text)}\n{where(quote)}")
        same = page.appears_first is not None and page.appears_last is not None
        if same and page.appears_first.article == page.appears_last.article:  # type: ignore[union-attr]
            self._last.hide()


class Columns(QWidget):
    """What articles say at the left, what the reader keeps and can do at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entity_columns")
        self.left = Column("entity_said", tr("What the articles say"), self)
        self.right = Column("entity_kept", tr("Notes, suggestions and articles"), self)
        self.roles, self.times, self.together = RoleList(self), Times(self), Together(self)
        for part in (self.roles, self.times, self.together):
            self.left.add(part)
        self.quotes, self.notes, self.suggestions = QuoteList(self), NoteList(desk, self), SuggestionList(self)
        self.counts, self.articles = CountLists(self), ArticleList(self)
        self.drafts, self.backlinks = NoteDrafts(desk, self.notes), Backlinks(desk, self, inset=INSET, below=BETWEEN)
        for each in (self.quotes, self.notes, self.backlinks, self.suggestions, self.counts, self.articles):
            self.right.add(each)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.left, 1)
        row.addWidget(self.right, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.left.geometry().right() + 1, 0, 1, self.height(), theme.current().line)

    def show_loaded(self, loaded: Loaded, *, writable: bool) -> None:
        """Show everything that was read."""
        page, wish = loaded.page, loaded.wish
        self.roles.show_page(page)
        self.times.show_page(loaded)
        self.together.show_page(page, loaded.network, wish.span)
        self.notes.show_notes(page.note_list, writable=writable)
        self.drafts.show_entity(page.row.id)
        self.backlinks.ask("entity", page.row.id)
        self.suggestions.show_suggestions(loaded.suggestions, wish.entity, page.suggestions, writable=writable)
        self.counts.places.show_facets(page.places, wish.place, nothing=tr("No article names its place."))
        self.counts.sources.show_facets(page.sources, wish.source, nothing=tr("No article names its source."))
        self.articles.show_articles(loaded.rows, len(loaded.articles), narrowed(page, loaded))

    def to_the_top(self) -> None:
        """Scroll both columns up, for somebody else."""
        for column in (self.left, self.right):
            column.verticalScrollBar().setValue(0)


def narrowed(page: EntityPage, loaded: Loaded) -> str:
    """To what the articles are narrowed, in words; "" for not at all."""
    wish = loaded.wish
    chosen = wish.span.within(page.periods)
    span = span_name(page.periods, chosen) if chosen else ""
    return " · ".join(part for part in (one_line(wish.source), one_line(wish.place), span) if part)
