"""Below the page: names in the article, articles like it, its tags and where it came from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.archive.archive import Archive
from desktop_app.gui import theme
from desktop_app.gui.clauses import clause
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.mentions import Named, filter_by
from desktop_app.gui.panes.inspector_column import Column, Neighbour, Rule
from desktop_app.gui.panes.inspector_marks import MarksColumn
from desktop_app.gui.widgets.named_line import NamedLine
from desktop_app.model.article import Article, ArticleRow
from desktop_app.model.dates import PartialDate
from desktop_app.model.people import Kind

NEIGHBOURS = 5
_COLUMN = 150  # pixels of the narrowest
ABROAD = 2  # of them in other languages, where the extra for that is there
NAMES = 16  # an article may name hundreds; a line for each would hold the window up


class Inspector(QWidget):
    """Three columns about the desk's article."""

    tag_wanted = Signal()
    related_wanted = Signal()  # all articles like this one
    link_opened = Signal(str)  # what links here, such as "note:7"
    versions_wanted = Signal()  # of the article's text

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(tr("About this article"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(96)
        self._desk = desk
        self._article: Article | None = None
        self._every_name = False  # all are shown, however many
        self._spare: list[NamedLine] = []  # made for an article that names more, in the order of the column
        self._names = Column("names_column", tr("People and organi\u00adsations"), self)
        self._neighbours = Column("neighbours_column", tr("Related articles"), self)
        self._marks = MarksColumn(desk, self)
        self._rules: list[QWidget] = []  # left of the second and the third column
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 0)
        row.setSpacing(0)
        for number, column in enumerate((self._names, self._neighbours, self._marks)):
            if number:
                rule = Rule(self)
                row.addWidget(rule)
                self._rules.append(rule)
            row.addWidget(column, 1)
        self._marks.tag_wanted.connect(self.tag_wanted)
        self._marks.versions_wanted.connect(self.versions_wanted)
        self._marks.link_opened.connect(self.link_opened)
        desk.article_changed.connect(self._show)
        desk.mentions.changed.connect(self._show_names)
        desk.mentions.current_changed.connect(self._mark_named)
        theme.notifier().changed.connect(self._dress)
        self._show(desk.article)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where three columns are too narrow, related articles go (M lists them), then names (the text has them)."""
        super().resizeEvent(event)
        shown = (self.width() >= 2 * _COLUMN, self.width() >= 3 * _COLUMN)
        for column, rule, on in zip((self._names, self._neighbours), reversed(self._rules), shown, strict=True):
            column.setVisible(on)
            rule.setVisible(on)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().page)
        painter.fillRect(0, 0, self.width(), 1, theme.current().line)

    def _dress(self) -> None:
        for column in (self._names, self._neighbours, self._marks):
            column.dress()
        self._marks.rebuild()
        self._show(self._article)

    def _show(self, article: Article | None) -> None:
        before, self._article = self._article, article
        if article is None:
            self._names.say("")
            self._neighbours.say("")
            self._marks.show_article(None)
            return
        self._show_names()
        self._marks.show_article(article)
        if before is None or before.id != article.id:
            self._every_name = False
            self._neighbours.say("")
        self._ask_neighbours(article)

    # --- people and organisations

    def _show_names(self) -> None:
        if self._article is None:
            return
        self._names.setEnabled(self._desk.mentions.read)
        if not self._desk.mentions.read:
            return  # those of the article before stay for a moment: lines that come and go would flicker
        cast = self._desk.mentions.cast()
        shown = cast if self._every_name else cast[:NAMES]
        there = [line for line in self._names.lines() if isinstance(line, NamedLine)]
        rested = there[len(shown) :][: max(0, NAMES - len(shown))]
        for line in rested:
            self._names.rest(line)
        self._spare[:0] = rested
        if not cast:
            self._names.say(tr("No people and no organisations have been found in this article."))
            return
        self._names.clear(but=there[: len(shown)])
        for line, named in zip(there, shown, strict=False):
            line.tell(named)
        for named in shown[len(there) :]:
            self._add_name(named)
        if len(cast) > NAMES and not self._every_name:
            more = self._more("all_names", trn("%n more", len(cast) - NAMES), self._names)
            more.clicked.connect(self._show_every_name)
            self._names.add(more)
        self._mark_named(self._desk.mentions.current)

    def _add_name(self, named: Named) -> None:
        if self._spare:
            spare = self._spare.pop(0)
            spare.tell(named)
            self._names.wake(spare)
            return
        line = NamedLine(named, self._names)
        line.shown.connect(lambda: self._desk.mentions.go_to(line.named.mentions[0]))
        line.opened.connect(lambda: self._desk.open_entity(line.named.first.entity))
        line.filtered.connect(lambda: filter_by(self._desk, *_who(line.named)))
        self._names.add(line)

    def _show_every_name(self) -> None:
        self._every_name = True
        self._show_names()
        self._names.lines()[NAMES].setFocus()

    def _mark_named(self, number: int) -> None:
        """Mark whom the reader is at."""
        for line in self._names.lines():
            if isinstance(line, NamedLine):
                line.mark(number in line.named.mentions)

    # --- related articles

    def _ask_neighbours(self, article: Article) -> None:
        archive = self._desk.archive

        def find() -> tuple[list[ArticleRow], list[ArticleRow]]:
            abroad = [number for number, _likeness in archive.meanings.across_languages(article.id, ABROAD)]
            alike = [number for number, _score in archive.similar(article.id, NEIGHBOURS)]
            like = archive.rows([*alike[: NEIGHBOURS - len(abroad)], *(each for each in abroad if each not in alike)])
            return like, [] if like else _of_the_same_source(archive, article)

        def show(found: tuple[list[ArticleRow], list[ArticleRow]]) -> None:
            if self._article is not None and self._article.id == article.id:
                self._show_neighbours(*found)

        self._desk.jobs.read(self, find, show, key="neighbours", failed=lambda _error: None)

    def _show_neighbours(self, like: list[ArticleRow], source: list[ArticleRow]) -> None:
        """Articles about the same; where there are none, others of the source from that time."""
        column = self._neighbours
        column.retitle(tr("Related articles") if like or not source else tr("More from this source"))
        if not like and not source:
            column.say(tr("The archive holds no article that is much like this one."))
            return
        column.clear()
        for row in like or source:
            line = Neighbour(row, column)
            line.opened.connect(self._desk.open_article)
            column.add(line)
        if like:
            column.add(self._all_of_them())

    def _all_of_them(self) -> QToolButton:
        more = self._more("all_related", tr("All of them (M)"), self._neighbours)
        more.setAccessibleName(tr("List all related articles"))
        more.clicked.connect(self.related_wanted)
        return more

    def _more(self, name: str, text: str, column: QWidget) -> QToolButton:
        more = QToolButton(column)
        more.setObjectName(name)
        more.setText(text)
        more.setAccessibleName(text)
        more.setFont(theme.font("meta"))
        accent = theme.current().accent.name()
        more.setStyleSheet(f"QToolButton {{ color: {accent}; border: 0; padding: 3px 0; margin-left: -4px }}")
        more.setCursor(Qt.CursorShape.PointingHandCursor)
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return more


def _who(named: Named) -> tuple[int, Kind, str]:
    return named.first.entity, named.first.kind, named.first.name


def _of_the_same_source(archive: Archive, article: Article) -> list[ArticleRow]:
    """The articles of the source that stand beside this one in time."""
    if not article.source:
        return []
    found = archive.find(f"{clause('source', article.source)} {_around(article.date)}".strip(), sort="date").ids
    at = found.index(article.id) if article.id in found else 0
    first = max(0, min(at - NEIGHBOURS // 2, len(found) - NEIGHBOURS - 1))
    return archive.rows([number for number in found[first : first + NEIGHBOURS + 1] if number != article.id])


def _around(edtf: str) -> str:
    """A clause for about a year around a date; "" where it is not known."""
    try:
        date = PartialDate.parse(edtf)
    except ValueError:
        return ""
    if not date.month:
        return f"date:{date.year - 1}..{date.year + 1}" if 1 < date.year < 9999 else f"date:{date.year}"
    months = date.year * 12 + date.month - 1
    first, last = max(12, months - 6), min(9999 * 12 + 11, months + 6)
    return f"date:{first // 12:04}-{first % 12 + 1:02}..{last // 12:04}-{last % 12 + 1:02}"
