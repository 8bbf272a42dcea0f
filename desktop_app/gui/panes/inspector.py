"""Below the page: names in the article, articles like it, its tags and where it came from."""

from functools import partial
from pathlib import PurePath

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.archive.archive import Archive
from desktop_app.gui import theme
from desktop_app.gui.annotating.backlinks import Backlinks
from desktop_app.gui.clauses import clause
from desktop_app.gui.dates import when
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.mentions import Named, filter_by
from desktop_app.gui.page_text import one_line
from desktop_app.gui.panes.inspector_column import Column, Neighbour, Rule
from desktop_app.gui.tags.suggested import SuggestedChip
from desktop_app.gui.widgets.elided_label import ElidedLabel
from desktop_app.gui.widgets.flow_layout import FlowLayout
from desktop_app.gui.widgets.named_line import NamedLine
from desktop_app.gui.widgets.tag_chip import TagChip
from desktop_app.gui.widgets.version_link import VersionLink
from desktop_app.model.article import Article, ArticleRow, Provenance
from desktop_app.model.dates import PartialDate
from desktop_app.model.people import Kind
from desktop_app.model.tags import TagSuggestion

NEIGHBOURS = 5
ABROAD = 2  # of them in other languages, where the extra for that is there
SUGGESTIONS = 2
NAMES = 16  # an article may name hundreds; a line for each would hold the window up
_FORMATS = {"plain": "TXT", "markdown": "Markdown", "html": "HTML", "mail": "E-Mail", "csv": "CSV", "json": "JSON"}


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
        self._spare: list[NamedLine] = []  # made for an article that names more
        self._names = Column("names_column", tr("People and organi\u00adsations"), self)
        self._neighbours = Column("neighbours_column", tr("Related articles"), self)
        self._marks = Column("marks_column", tr("Tags and provenance"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 0)
        row.setSpacing(0)
        for number, column in enumerate((self._names, self._neighbours, self._marks)):
            if number:
                row.addWidget(Rule(self))
            row.addWidget(column, 1)
        desk.article_changed.connect(self._show)
        desk.mentions.changed.connect(self._show_names)
        desk.mentions.current_changed.connect(self._mark_named)
        theme.notifier().changed.connect(self._dress)
        self._show(desk.article)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().page)
        painter.fillRect(0, 0, self.width(), 1, theme.current().line)

    def _dress(self) -> None:
        for column in (self._names, self._neighbours, self._marks):
            column.dress()
        self._show(self._article)

    def _show(self, article: Article | None) -> None:
        before, self._article = self._article, article
        if article is None:
            self._names.say("")
            self._neighbours.say("")
            self._marks.say("")
            return
        self._show_names()
        self._show_marks(article)
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
        for line in there[len(shown) :][: NAMES - len(self._spare)]:
            self._names.take(line)
            self._spare.append(line)
        if not cast:
            self._names.say(tr("No people and no organisations have been found in this article."))
            return
        self._names.clear(but=there[: len(shown)])
        for line, named in zip(there, shown, strict=False):
            line.tell(named)
        for named in shown[len(there) :]:
            self._names.add(self._named_line(named))
        if len(cast) > NAMES and not self._every_name:
            more = self._more("all_names", trn("%n more", len(cast) - NAMES), self._names)
            more.clicked.connect(self._show_every_name)
            self._names.add(more)
        self._mark_named(self._desk.mentions.current)

    def _named_line(self, named: Named) -> NamedLine:
        if self._spare:
            spare = self._spare.pop()
            spare.tell(named)
            return spare
        line = NamedLine(named, self._names)
        line.shown.connect(lambda: self._desk.mentions.go_to(line.named.mentions[0]))
        line.opened.connect(lambda: self._desk.open_entity(line.named.first.entity))
        line.filtered.connect(lambda: filter_by(self._desk, *_who(line.named)))
        return line

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

    # --- tags and provenance

    def _show_marks(self, article: Article) -> None:
        self._marks.clear()
        chips = QWidget(self._marks)
        flow = FlowLayout(chips)
        for tag in article.tags:
            chip = TagChip(tag, parent=chips)
            chip.clicked.connect(lambda _checked=False, name=tag.name: self._desk.toggle_filter(clause("tag", name)))
            chip.removed.connect(partial(self._untag, article.id))
            flow.addWidget(chip)
        button = TagChip(None, tr("+ T"), chips)
        button.setObjectName("tag_button")
        button.setAccessibleName(tr("Change tags"))
        button.setToolTip(tr("Change tags (T)"))
        button.clicked.connect(lambda _checked=False: self.tag_wanted.emit())
        flow.addWidget(button)
        self._marks.add(chips)
        self._ask_suggestions(article, chips, flow)
        for text, tip in _facts(article):
            label = ElidedLabel(text, self._marks)
            label.setFont(theme.font("meta"))
            label.setStyleSheet(f"color: {theme.current().muted.name()}")
            self._marks.add(label)
            if tip:
                label.setToolTip(tip)
        versions = VersionLink(self._desk, self._marks)
        versions.clicked.connect(lambda _checked=False: self.versions_wanted.emit())
        self._marks.add(versions)
        versions.ask(article.id)
        links = Backlinks(self._desk, self._marks)
        links.opened.connect(self.link_opened)
        links.ask("article", article.id)
        self._marks.add(links)

    def _untag(self, article: int, name: str) -> None:
        if not self._desk.archive.read_only:
            self._desk.edit(self._desk.archive.untag, [article], name)

    def _ask_suggestions(self, article: Article, chips: QWidget, flow: FlowLayout) -> None:
        """Offer tags that articles like this one carry behind its own."""
        archive = self._desk.archive

        def show(found: list[TagSuggestion]) -> None:
            for number, suggestion in enumerate(found):
                chip = SuggestedChip(suggestion, tr("{key} puts it on", key="Ctrl+T") if not number else "", chips)
                chip.taken.connect(lambda name: self._desk.edit(archive.tag, [article.id], name))
                flow.addWidget(chip)
                chip.show()

        if not archive.read_only:
            suggest = partial(archive.suggest_tags, [article.id], SUGGESTIONS)
            self._desk.jobs.read(chips, suggest, show, key="suggested-tags", failed=lambda _error: None)


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


def _facts(article: Article) -> list[tuple[str, str]]:
    """Lines about where the article came from, and what their tool tips say."""
    lines = []
    if article.provenance:
        first = article.provenance[0]
        name = PurePath(first.path).name + (f" {first.member}" if first.member else "")
        lines.append((tr("File {name}", name=one_line(name)), first.path))
        form = _FORMATS.get(first.format, first.format)
        parts = [form, first.encoding.upper(), tr("imported {when}", when=when(first.imported))]
        lines.append((" · ".join(part for part in parts if part), ""))
    characters = QLocale().toString(len(article.text))
    parts = [tr("{count} characters", count=characters)]
    others: list[Provenance] = list(article.provenance[1:])
    if others:
        parts.append(trn("%n further place(s)", len(others)))
    lines.append((" · ".join(parts), "\n".join(place.path for place in others)))
    return lines
