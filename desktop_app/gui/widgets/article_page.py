"""The page: one article set for reading, with what is marked in it."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop_app.gui import theme
from desktop_app.gui.citation import words_data
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.page_text import EARLY, Paragraph, leading_byline, one_line, paragraphs
from desktop_app.gui.widgets.page_setter import Headline
from desktop_app.gui.widgets.text_page import LEFT, TOP, TextPage
from desktop_app.model.article import Article

__all__ = ["LEFT", "TOP", "ArticlePage", "Mark", "reading_minutes"]

Draw = Callable[[QPainter, QTextBlock], None]
_WORDS_A_MINUTE, _CHARACTERS_A_MINUTE = 220, 500


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text with a ground of its own."""

    start: int
    end: int
    ground: QColor


class ArticlePage(TextPage):
    """Shows an article. Spans that go in and out are code points of `article.text`."""

    opened = Signal(int)  # an article's number
    left = Signal(int, int)  # an article's number, and where the reader stopped in it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_page")
        self.setAccessibleName(tr("Article"))
        self.article: Article | None = None
        self._marks: list[Mark] = []
        self._reach: list[int] = []  # how far the marks up to here go
        self._marked = range(0)  # the offsets whose marks are shown: what is seen, and a screen around it
        self.underlay: Draw = lambda painter, block: None  # draws below each block that is seen
        self.overlay: Draw = lambda painter, block: None  # and above it
        self.scrolled.connect(self._show_marks)
        self.laid_out.connect(self._show_marks, Qt.ConnectionType.QueuedConnection)

    # --- the article

    def show_article(self, article: Article | None, *, at: int = 0) -> None:
        """Set an article, from its top or from the offset `at` on; the same words as before stay where they are."""
        same = self.article is not None and article is not None and _shown(article) == _shown(self.article)
        other = (article.id if article else 0) != (self.article.id if self.article else 0)
        if other and self.article is not None:
            self.left.emit(self.article.id, self.place())
        self.article = article
        self.setAccessibleName(one_line(article.title) or tr("Article") if article is not None else tr("Article"))
        if not same:
            self._set(at)
        if other and article is not None:
            self.opened.emit(article.id)

    def reset(self) -> None:
        """Set the text again, after a change of fonts or colours, and stay at the same words."""
        self._set(self.first_visible())

    def _set(self, at: int) -> None:
        self._marks, self._reach = [], []
        article = self.article
        if article is None:
            self.set_text("", ())
            return
        coming = paragraphs(article.text, article.parts)
        first = list(islice(coming, EARLY))
        byline = leading_byline(first)
        rest: Iterable[Paragraph] = chain((each for each in first if each is not byline), coming)
        self.set_text(article.text, rest, list(_head(article, byline)), at=at)

    def place(self) -> int:
        """The offset at which to read on later: that at the top of the page, 0 once the end was seen."""
        bar = self.verticalScrollBar()
        ended = self.set_so_far() is None and bar.value() == bar.maximum()
        return 0 if ended else self.first_visible()

    def selection(self) -> tuple[int, int] | None:
        """The selected span of the text, without white space around it, or None."""
        cursor = self.textCursor()
        if self.article is None or not cursor.hasSelection():
            return None
        start = self.offset_of(cursor.selectionStart())
        end = self.offset_of(cursor.selectionEnd(), end=True)
        text = self.article.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return (start, end) if start < end else None

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged: plain words, and headings and paragraphs for a program that knows them."""
        plain, span = self.textCursor().selection().toPlainText(), self.selection()
        if self.article is None or span is None:
            data = QMimeData()
            data.setText(plain)
            return data
        return words_data(self.article, span, plain)

    # --- marks

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Give spans of the text grounds of their own, later ones over earlier ones."""
        self._marks = sorted(marks, key=lambda mark: mark.start)
        self._reach = list(accumulate((mark.end for mark in self._marks), max))
        self.text_changed()

    def text_changed(self) -> None:
        """Mark what is seen anew."""
        self._marked = range(0)
        self._show_marks()

    def _show_marks(self) -> None:
        """Qt compares each block with each of its selections: it is given only those near what is seen."""
        if not self._marks:
            if self.extraSelections():
                self.setExtraSelections([])
            return
        blocks = list(self.seen_blocks())
        first = self.offset_of(blocks[0].position())
        last = self.offset_of(blocks[-1].position() + blocks[-1].length() - 1, end=True)
        if first >= self._marked.start and last < self._marked.stop:
            return
        around = last - first + 1
        limit = self.set_so_far()
        end = last + around if limit is None else min(last + around, limit - 1)
        self._marked = range(max(0, first - around), max(end, last) + 1)
        near = self._marks[bisect_left(self._reach, self._marked.start) :]
        self.setExtraSelections([self._selection(mark, limit) for mark in near if mark.start < self._marked.stop])

    def _selection(self, mark: Mark, limit: int | None) -> QTextEdit.ExtraSelection:
        form = QTextCharFormat()
        form.setBackground(mark.ground)
        form.setForeground(theme.current().ink)
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.position_of(mark.start))
        end = mark.end if limit is None else min(mark.end, limit - 1)
        cursor.setPosition(self.position_of(end), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        # PySide's stub names neither field.
        selection.cursor = cursor
        selection.format = form
        return selection

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            for block in self.seen_blocks():
                self.underlay(painter, block)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for block in self.seen_blocks():
            self.overlay(painter, block)


def _head(article: Article, byline: Paragraph | None) -> Iterable[Headline]:
    if article.kicker:
        yield Headline("kicker", one_line(article.kicker))
    if article.title:
        yield Headline("title", one_line(article.title))
    parts = []
    if byline is None and article.byline:
        parts.append(tr("By {name}", name=one_line(article.byline)))
    if article.place:
        parts.append(one_line(article.place))
    parts.append(trn("%n min", reading_minutes(article)))
    text = " · ".join(parts)
    if byline is None:
        yield Headline("meta", text)
    else:
        yield Headline("meta", f" · {text}", (byline.start, byline.end))


def reading_minutes(article: Article) -> int:
    """How long a reader takes, in whole minutes."""
    if article.language in ("ja", "zh", "ko"):
        return max(1, round(len(article.text) / _CHARACTERS_A_MINUTE))
    return max(1, round(article.words / _WORDS_A_MINUTE))


def _shown(article: Article) -> tuple[object, ...]:
    """What of an article is on the page."""
    return (article.id, article.title, article.kicker, article.byline, article.place, article.parts, article.text)
