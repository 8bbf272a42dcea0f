"""The articles that name somebody, and the places and sources that narrow them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.people.lines import ArticleLine, CountLine
from desktop_app.gui.people.section import Section, link, quiet
from desktop_app.model.article import ArticleRow
from desktop_app.model.listing import FacetCount

STEP = 30  # articles that are shown at once


class CountList(Section):
    """A short counted list; a click keeps to a value, another one gives that up."""

    toggled = Signal(str)  # the value; "" for none

    def __init__(self, name: str, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(name, heading, parent, spacing=0)
        self._facets: Sequence[FacetCount] = ()
        self._value = ""
        self._all = False

    def show_facets(self, facets: Sequence[FacetCount], value: str, *, nothing: str) -> None:
        """Show these, with `value` marked."""
        self._facets, self._value = facets, value
        if facets:
            self._fill()
        else:
            self.say(nothing)

    def _fill(self) -> None:
        self.clear()
        shown = self._facets if self._all or len(self._facets) <= 6 else self._facets[:5]
        for facet in shown:
            line = CountLine(facet, self)
            line.setChecked(facet.value == self._value)
            line.clicked.connect(lambda on, value=facet.value: self.toggled.emit(value if on else ""))
            self.add(line)
        if len(self._facets) > len(shown):
            more = link(trn("%n more", len(self._facets) - len(shown)), "more_counts", self)
            more.clicked.connect(self._show_all)
            self.add(more)

    def _show_all(self) -> None:
        self._all = True
        self._fill()


class CountLists(QWidget):
    """Places and sources side by side."""

    place_chosen = Signal(str)
    source_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = CountList("places", tr("Places"), self)
        self.sources = CountList("sources_of", tr("Sources"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for part in (self.sources, self.places):
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self.places.toggled.connect(self.place_chosen)
        self.sources.toggled.connect(self.source_chosen)


class ArticleList(Section):
    """The newest first, as many as are asked for."""

    opened = Signal(int)
    more_wanted = Signal(int)  # how many are to be shown
    listing_wanted = Signal()  # all of them, in the list of articles
    cleared = Signal()  # everything that narrows them

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("articles_of", tr("Articles"), parent, spacing=0)
        self._clear = link(tr("Show all"), "clear_narrowing", self)
        self._clear.setAccessibleName(tr("Show all articles of all times, places and sources"))
        self._clear.clicked.connect(self.cleared)
        self._list = link(tr("Open as a list"), "open_listing", self)
        self._list.setToolTip(tr("Look at these articles in the list, where they can be searched, tagged and exported"))
        self._list.clicked.connect(self.listing_wanted)
        self.add_tool(self._clear)
        self.add_tool(self._list)

    def show_articles(self, rows: Sequence[ArticleRow], count: int, narrowed: str) -> None:
        """Show these of `count`; `narrowed` says in words to what they are narrowed, "" for not at all."""
        self.retitle(tr("Articles · {filter}", filter=narrowed) if narrowed else tr("Articles"))
        self._clear.setVisible(bool(narrowed))
        self._list.setVisible(count > 0)
        self.clear()
        for row in rows:
            line = ArticleLine(row, self)
            line.opened.connect(self.opened)
            self.add(line)
        if not rows:
            self.add(quiet(tr("There is no such article. “Show all” gives up what narrows them."), self))
        elif count > len(rows):
            more = link(trn("%n more", count - len(rows)), "more_articles", self)
            more.clicked.connect(lambda: self.more_wanted.emit(len(rows) + 3 * STEP))
            self.add(more)
