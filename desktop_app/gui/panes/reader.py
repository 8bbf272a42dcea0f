"""The reader: one article, its notes in the margin, its hits, and the bar above it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.annotating.marking import Marking
from desktop_app.gui.citation import cited
from desktop_app.gui.desk import Desk
from desktop_app.gui.finding import find_all
from desktop_app.gui.i18n import tr
from desktop_app.gui.outline import at_offset, outline
from desktop_app.gui.panes.beside import Beside
from desktop_app.gui.panes.reader_names import ReaderNames
from desktop_app.gui.reading_place import ReadingPlace
from desktop_app.gui.widgets.article_page import ArticlePage, Mark
from desktop_app.gui.widgets.empty_state import EmptyState
from desktop_app.gui.widgets.find_bar import FindBar
from desktop_app.gui.widgets.outline_sheet import OutlineSheet
from desktop_app.gui.widgets.reader_header import ReaderHeader
from desktop_app.model.article import Article

MARKS_AT_MOST = 2_000  # more hits than that are stepped through, but not all marked

Span = tuple[int, int]


class ReaderPane(QWidget):
    """Shows the desk's article. Spans are code points of its text."""

    quote_wanted = Signal()
    note_window_wanted = Signal(object)  # Draft
    tag_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader_pane")
        self.setAccessibleName(tr("Reader"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._current = 0  # among the spans that are stepped through
        self._visited = False
        self._found: list[Span] = []  # by the find bar
        self._wish: tuple[int, int] | None = None  # the article, and where in it the hit begins that is to be shown
        self._arrival: tuple[int, int] | None = None  # the article that is gone on to, and the number of the hit in it
        self.header = ReaderHeader(self)
        self.page_view = ArticlePage(self)
        self.names = ReaderNames(desk, self.page_view)
        self.marking = Marking(desk, self.page_view, self.names)
        self.place = ReadingPlace(desk, self.page_view)
        self.find_bar = FindBar(self)
        self.empty = EmptyState(self)
        self._banner = QFrame(self)
        self._build_banner()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self.beside = Beside(desk, self.page_view, self)
        self._stack.addWidget(self.beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.header, self._banner, self.find_bar):
            layout.addWidget(widget)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.page_view)
        self._connect()
        self._dress()
        self._show_article(desk.article)

    def _connect(self) -> None:
        desk, header, page = self._desk, self.header, self.page_view
        desk.article_changed.connect(self._show_article)
        desk.hits_changed.connect(self._show_hits)
        header.article_step.connect(desk.next_article)
        header.hit_step.connect(self.next_hit)
        header.star_wanted.connect(self._star)
        header.export_wanted.connect(self.export_wanted)
        header.outline_wanted.connect(self.open_outline)
        header.original_wanted.connect(self.beside.switch)
        self.beside.toggled.connect(header.show_original)
        header.show_original(self.beside.on)
        page.paged_out.connect(desk.next_article)
        page.customContextMenuRequested.connect(self._open_menu)
        self.marking.quote_wanted.connect(self.quote_wanted)
        self.marking.larger_wanted.connect(self.note_window_wanted)
        self.find_bar.words_changed.connect(lambda _words: self._find(scroll=True))
        self.find_bar.step.connect(self.next_hit)
        self.find_bar.closed.connect(self._leave_find)
        theme.notifier().changed.connect(self._dress)

    def _build_banner(self) -> None:
        self._banner.setObjectName("trash_banner")
        text = QLabel(tr("This article is in the trash."), self._banner)
        restore = QPushButton(tr("Restore"), self._banner)
        restore.setObjectName("restore_button")
        restore.setAccessibleName(tr("Restore this article from the trash"))
        restore.clicked.connect(self._restore)
        row = QHBoxLayout(self._banner)
        row.setContentsMargins(18, 6, 14, 6)
        row.addWidget(text, 1)
        row.addWidget(restore)

    def _dress(self) -> None:
        palette = theme.current()
        self.header.dress()
        self.find_bar.dress()
        self._banner.setStyleSheet(f"QFrame#trash_banner {{ background: {palette.note.name()} }}")
        self.page_view.setStyleSheet(f"QTextBrowser {{ background: {palette.sheet.name()}; border: 0; padding: 0 }}")
        self.page_view.reset()
        self.beside.dress()
        self.marking.show_article(self._desk.article)
        self._mark()

    # --- the desk changes

    def _show_article(self, article: Article | None) -> None:
        before = self.page_view.article
        if self._wish is not None and article is not None and article.id != self._wish[0]:
            self._wish = None  # the reader went elsewhere before it could be granted
        if self._arrival is not None and article is not None and article.id != self._arrival[0]:
            self._arrival = None
        self.header.show_article(article)
        self._banner.setVisible(article is not None and article.trashed)
        self.page_view.show_article(article, at=article.reached if article is not None else 0)
        self.marking.show_article(article)
        if article is None:
            self.empty.tell(
                tr("Nothing is open"), tr("Choose an article in the list, or press J for the first one."), []
            )
        self._stack.setCurrentWidget(self.empty if article is None else self.beside)
        self.beside.show_article(article)
        if article is None or before is None or before.id != article.id:
            self._current, self._visited, self._found = 0, False, []
            if self.find_bar.isVisible():
                self._find(scroll=False)
        self._show_hits()

    def _show_hits(self) -> None:
        self._grant_wish()
        self._current = min(self._current, max(0, len(self._spans()) - 1))
        self._tell_hits()
        self._mark()

    def _spans(self) -> list[Span]:
        """What next and previous step through: the find bar's matches while it is open, else the search's hits."""
        return self._found if self._finding() else self._desk.hits if self._desk.article is not None else []

    def _finding(self) -> bool:
        return not self.find_bar.isHidden()

    def _tell_hits(self) -> None:
        hits = len(self._desk.hits) if self._desk.article is not None else 0
        if self._finding():
            self.find_bar.show_count(self._current + 1, len(self._found))
            self.header.show_hits(0, 0)
        else:
            self.header.show_hits(self._current + 1, hits, *self._place())

    def _place(self) -> tuple[int, int]:
        """Which article of the list this is, from 1, and how many there are; 0 where it is not listed."""
        article, listing = self._desk.article, self._desk.listing
        if article is None or listing is None or article.id not in listing.ids:
            return 0, 0
        return listing.ids.index(article.id) + 1, len(listing)

    def _mark(self) -> None:
        """Give hits and the current hit their grounds; those of highlights lie below them."""
        article = self._desk.article
        if article is None:
            return
        palette = theme.current()
        spans = self._spans()
        first = max(0, self._current - MARKS_AT_MOST // 2)
        marks = [Mark(start, end, palette.hit) for start, end in spans[first : first + MARKS_AT_MOST]]
        if self._current < len(spans):
            marks.append(Mark(*spans[self._current], palette.current_hit))
        self.page_view.set_marks(marks)

    # --- hits and find

    def find(self) -> None:  # type: ignore[override]  # QWidget.find looks up window numbers
        """Open the find bar, with the selected words if they are on one line."""
        if self._desk.article is None:
            return
        words = self.page_view.textCursor().selectedText()
        self.find_bar.open(words if 0 < len(words) <= 200 and words.isprintable() else "")
        self._find(scroll=False)

    def _find(self, *, scroll: bool) -> None:
        article, words = self._desk.article, self.find_bar.words.text()
        if article is None:
            return

        def show(found: list[Span]) -> None:
            if self._finding() and self._desk.article is not None and self._desk.article.id == article.id:
                self._found = found
                self._current = self._nearest(found)
                self._visited = True
                self._tell_hits()
                self._mark()
                if scroll and found:
                    self.page_view.scroll_to(found[self._current][0])

        self._desk.jobs.read(self, lambda: find_all(article.text, words), show, key="find-in-article")

    def _nearest(self, spans: list[Span]) -> int:
        """The first span that is not above what is seen."""
        top = self.page_view.first_visible()
        return next((number for number, span in enumerate(spans) if span[0] >= top), 0)

    def _leave_find(self) -> None:
        self._found = []
        self._current, self._visited = 0, False
        self._show_hits()
        self.page_view.setFocus()

    def next_hit(self, step: int) -> None:
        """Mark the next hit and bring it into view, if need be in the next article of the list that has one.

        While the find bar is open, its next match; there the first comes after the last.
        """
        spans = self._spans()
        # The first hit is marked when an article opens; the first step goes there unless it was in view.
        arrived = self._visited or (bool(spans) and (step < 0 or self.page_view.in_view(spans[self._current][0])))
        following = self._current + step if arrived else self._current
        if 0 <= following < len(spans):
            self._show_hit(following)
        elif self._finding() and spans:
            self._show_hit(following % len(spans))
        elif not self._finding():
            self._go_on(step)

    def _show_hit(self, number: int) -> None:
        spans = self._spans()
        self._current, self._visited = number, True
        self._tell_hits()
        self._mark()
        self.page_view.scroll_to(spans[number][0])

    def _go_on(self, step: int) -> None:
        """Open the next article of the list that has a hit in its text."""
        desk, article, listing = self._desk, self._desk.article, self._desk.listing
        if article is None or listing is None or not desk.text.strip() or self._arrival is not None:
            return
        query = desk.shown_query

        def outdated() -> bool:
            return desk.article is None or desk.article.id != article.id or desk.listing is not listing

        def show(found: tuple[int, int] | None) -> None:
            if outdated():
                return
            if found is None:
                desk.message.emit(tr("This is the last hit.") if step > 0 else tr("This is the first hit."))
            else:
                self._arrival = found
                desk.folding.go_to(found[0])

        desk.jobs.read(
            self,
            lambda: desk.archive.next_hit(
                listing.with_hidden(listing.ids), article.id, step, query, cancelled=outdated
            ),
            show,
            key="next-hit",
            failed=desk.failed,
        )

    def go_to(self, article: int, start: int) -> None:
        """Mark the hit that begins at `start` of an article, as soon as the article and its hits are here."""
        self._wish = (article, start)
        self._show_hits()

    def _grant_wish(self) -> None:
        article, hits = self._desk.article, self._desk.hits
        if self._arrival is not None and article is not None and article.id == self._arrival[0] and hits:
            number, self._arrival = self._arrival[1], None
            if not self._finding():
                self._show_hit(min(number, len(hits) - 1))
        if self._wish is None or article is None or article.id != self._wish[0] or not hits or self._finding():
            return
        start, self._wish = self._wish[1], None
        self._current = max((number for number, hit in enumerate(hits) if hit[0] <= start), default=0)
        self._visited = True
        self.page_view.scroll_to(hits[self._current][0])

    # --- what the window asks

    def page(self, step: int) -> bool:
        """Scroll by a page; False where there is no more."""
        return self._desk.article is not None and self.page_view.page(step)

    def open_outline(self) -> None:
        """Offer the headings of the article, or the beginnings of its paragraphs."""
        article = self._desk.article
        if article is None:
            return
        entries = outline(article)
        if not entries:
            self._desk.message.emit(tr("This article has no text."))
            return
        sheet = OutlineSheet(entries, at_offset(entries, self.page_view.first_visible()), self)
        sheet.chosen.connect(lambda start: self.page_view.scroll_to(start, at_top=True))
        sheet.open_below(self.header.outline)

    def zoom(self, step: int) -> None:
        """Make the type larger (1) or smaller (-1)."""
        theme.zoom(theme.current_zoom() + step)

    def selection_span(self) -> Span | None:
        """The selected span of the article's text, or None."""
        return self.page_view.selection()

    def cited_quote(self) -> str:
        """The selected words as a quotation with its source; without a selection the source alone."""
        article = self._desk.article
        return "" if article is None else cited(article, self.selection_span())

    # --- verbs

    def _star(self, on: bool) -> None:
        if self._desk.article is not None:
            self._desk.edit(self._desk.archive.star, [self._desk.article.id], on)

    def _restore(self) -> None:
        if self._desk.article is not None:
            self._desk.edit(self._desk.archive.restore, [self._desk.article.id])

    def _open_menu(self, point: QPoint) -> None:
        menu = self.menu_at(point)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.page_view.viewport().mapToGlobal(point))

    def menu_at(self, point: QPoint) -> QMenu:
        """What can be done with the selection and with the notes under a point of the page."""
        menu = QMenu(self)
        span = self.selection_span()
        self.names.add_to(menu, point, span)
        copy = menu.addAction(tr("Copy"), self.page_view.copy)
        copy.setEnabled(self.page_view.textCursor().hasSelection())
        menu.addAction(tr("Select all"), self.page_view.selectAll)
        menu.addSeparator()
        menu.addAction(tr("Tags …"), self.tag_wanted.emit)
        self.marking.add_to(menu, point, span)
        return menu
