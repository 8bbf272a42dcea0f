"""The page: one article set for reading, block by block, never as HTML."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from desktop_app.gui import theme
from desktop_app.gui import type_setting as setting
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.page_map import PageMap
from desktop_app.gui.page_text import EARLY, Paragraph, harmless, leading_byline, one_line, paragraphs
from desktop_app.model.article import Article

CHUNK = 40_000  # code points set at once; a longer text is set while the reader reads
PARAGRAPH_COST = 80  # what a block costs beyond its characters, in characters
LEFT, TOP, BOTTOM = 54, 28, 40
_CHARACTERS = 70  # a line
_PROSE = "Der Hafen ist tagsüber ein Arbeitsplatz und nachts ein Ort für wenige."  # to measure the letters by
_CARET_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
Draw = Callable[[QPainter, QTextBlock], None]
_WORDS_A_MINUTE, _CHARACTERS_A_MINUTE = 220, 500


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text with a ground of its own."""

    start: int
    end: int
    ground: QColor


class ArticlePage(QTextBrowser):
    """Shows an article. Spans that go in and out are code points of `article.text`."""

    paged_out = Signal(int)  # Space at the end (1) or Shift+Space at the beginning (-1)
    scrolled = Signal()
    laid_out = Signal()  # lines may be elsewhere now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_page")
        self.setAccessibleName(tr("Article"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.article: Article | None = None
        self._map = PageMap()
        self._coming: Iterator[Paragraph] = iter(())  # paragraphs not yet set, in order, but for the first
        self._next: Paragraph | None = None  # the first of them
        self._right = 0  # pixels kept free at the right for the margin
        self.below = 0  # pixels kept free below the text
        self._marks: list[Mark] = []
        self.underlay: Draw = lambda painter, block: None  # draws below each block that is seen
        self.overlay: Draw = lambda painter, block: None  # and above it
        self._filling = QTimer(self)
        self._filling.setInterval(0)
        self._filling.timeout.connect(self._fill)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.scrolled.emit())
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.laid_out.emit())

    def loadResource(self, _type: int, _name: QUrl | str) -> object:
        """Nothing is ever loaded: the page shows the archive's words only."""
        return None

    # --- setting the text

    def show_article(self, article: Article | None) -> None:
        """Set an article, from its top; the same words as before stay where they are."""
        same = self.article is not None and article is not None and _shown(article) == _shown(self.article)
        self.article = article
        self.setAccessibleName(one_line(article.title) or tr("Article") if article is not None else tr("Article"))
        if not same:
            self._set(0)

    def reset(self) -> None:
        """Set the text again, after a change of fonts or colours, and stay at the same words."""
        self._set(self.first_visible())

    def _set(self, keep: int) -> None:
        self._filling.stop()
        self._map, self._marks = PageMap(), []
        self._coming, self._next = iter(()), None
        article = self.article
        self.document().clear()
        self._show_marks()
        if article is None:
            return
        self._map = PageMap(article.text)
        coming = paragraphs(article.text, article.parts)
        first = list(islice(coming, EARLY))
        byline = leading_byline(first)
        self._coming = chain((paragraph for paragraph in first if paragraph is not byline), coming)
        self._next = next(self._coming, None)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        self._set_head(cursor, article, byline)
        cursor.endEditBlock()
        self._fill()
        self.setCursorWidth(0)
        # The widget's own cursor went along with the words set before it.
        self.setTextCursor(QTextCursor(self.document()))
        self.fit()
        self.verticalScrollBar().setValue(0)
        if keep:
            self.scroll_to(keep, at_top=True)

    def _set_head(self, cursor: QTextCursor, article: Article, byline: Paragraph | None) -> None:
        if article.kicker:
            self._block(cursor, "kicker")
            cursor.insertText(one_line(article.kicker))
        if article.title:
            self._block(cursor, "title")
            cursor.insertText(one_line(article.title))
        self._block(cursor, "meta")
        parts = []
        if byline is not None:
            self._piece(cursor, byline.start, byline.end)
        elif article.byline:
            parts.append(tr("By {name}", name=one_line(article.byline)))
        if article.place:
            parts.append(one_line(article.place))
        parts.append(trn("%n min", reading_minutes(article)))
        text = " · ".join(parts)
        cursor.insertText(f" · {text}" if byline is not None else text)

    def _fill(self) -> None:
        """Set the next paragraphs; the timer calls again until none is left."""
        self._set_until(CHUNK)
        if self._next is not None and not self._filling.isActive():
            self._filling.start()
        elif self._next is None:
            self._filling.stop()

    def _set_until(self, budget: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        while self._next is not None and budget > 0:
            self._paragraph(cursor, self._next)
            budget -= self._next.end - self._next.start + PARAGRAPH_COST
            self._next = next(self._coming, None)
        cursor.endEditBlock()
        self._show_marks()

    def _paragraph(self, cursor: QTextCursor, paragraph: Paragraph) -> None:
        self._block(cursor, paragraph.role, joined=paragraph.joined)
        plain = cursor.charFormat()
        at = paragraph.start
        for part in paragraph.parts:
            self._piece(cursor, at, part.start)
            cursor.setCharFormat(setting.inline_format(part.role))
            self._piece(cursor, max(at, part.start), part.end)
            cursor.setCharFormat(plain)
            at = part.end
        self._piece(cursor, at, paragraph.end)

    def _block(self, cursor: QTextCursor, role: str, *, joined: bool = False) -> None:
        style = setting.STYLES.get(role, setting.STYLES[""])
        block, chars = setting.block_format(style, joined=joined), setting.char_format(style)
        if self.document().isEmpty() and cursor.atStart():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.setBlockCharFormat(chars)
        cursor.setCharFormat(chars)

    def _piece(self, cursor: QTextCursor, start: int, end: int) -> None:
        if self.article is not None and start < end:
            self._map.add(cursor.position(), start, end)
            cursor.insertText(harmless(self.article.text[start:end]))

    # --- the column

    def set_margin(self, right: int, below: int) -> None:
        """Keep pixels free at the right of the text and below it, for notes."""
        if (right, below) != (self._right, self.below):
            self._right, self.below = right, below
            self.fit()

    def column_width(self) -> int:
        """How wide 70 characters are, in pixels."""
        return round(QFontMetricsF(theme.font("reading")).horizontalAdvance(_PROSE) / len(_PROSE) * _CHARACTERS)

    def fit(self) -> None:
        """Lay the column out for the width there is."""
        frame = self.document().rootFrame()
        room = self.viewport().width()
        column = min(self.column_width(), room - LEFT - max(self._right, 24))
        wanted = (LEFT, TOP, max(0, room - LEFT - column), BOTTOM + self.below)
        form = frame.frameFormat()
        margins = (form.leftMargin(), form.topMargin(), form.rightMargin(), form.bottomMargin())
        if margins != wanted:
            form.setLeftMargin(wanted[0])
            form.setTopMargin(wanted[1])
            form.setRightMargin(wanted[2])
            form.setBottomMargin(wanted[3])
            frame.setFrameFormat(form)
        self.document().setDocumentMargin(0)
        self.laid_out.emit()

    def column(self) -> tuple[int, int]:
        """Left and right edge of the text in the viewport."""
        form = self.document().rootFrame().frameFormat()
        return round(form.leftMargin()), round(self.viewport().width() - form.rightMargin())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    # --- offsets

    def set_so_far(self) -> int | None:
        """The offset up to which the text is set; None where all of it is."""
        return self._next.start if self._next is not None else None

    def position_of(self, offset: int) -> int:
        """The document's position of a code-point offset of the text; sets the text so far if need be."""
        while self._next is not None and offset >= self._next.start:
            self._set_until(CHUNK)
        return self._map.position_of(offset)

    def offset_of(self, position: int, *, end: bool = False) -> int:
        """The offset of the text at a document's position; outside the text, the nearest inside.

        With `end` a position between two pieces is the end of the one before, else the start of the next.
        """
        return self._map.offset_of(position, end=end)

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
        """Plain words only: what is pasted elsewhere looks as it does there."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def span_at(self, point: QPoint) -> int:
        """The offset of the text under a point of the viewport."""
        return self.offset_of(self.cursorForPosition(point).position())

    def letter_at(self, position: int) -> int | None:
        """The offset of the letter at a document's position; None where it is not one of the text."""
        return self._map.offset_at(position)

    def first_visible(self) -> int:
        """The offset of the text at the top of the viewport; 0 at the very top."""
        if self.verticalScrollBar().value() == 0:
            return 0
        return self.span_at(QPoint(LEFT, 4))

    # --- where things are

    def top_of(self, offset: int) -> int:
        """The y of the line that holds an offset, in the document."""
        rect = self._line_rect(self.position_of(offset))
        return round(rect.top())

    def _line_rect(self, position: int) -> QRectF:
        block = self.document().findBlock(position)
        box = self.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        return line.rect().translated(box.topLeft()) if line.isValid() else box

    def text_bottom(self) -> int:
        """The y below the last line that is laid out, in the document."""
        box = self.document().documentLayout().blockBoundingRect(self.document().lastBlock())
        return round(box.bottom())

    def scroll_to(self, offset: int, *, at_top: bool = False) -> None:
        """Bring the line of an offset into view, a third down unless it is seen already."""
        rect = self._line_rect(self.position_of(offset))
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if at_top:
            bar.setValue(round(rect.top()))
        elif rect.top() < bar.value() + 8 or rect.bottom() > bar.value() + height - 8:
            bar.setValue(round(rect.top() - height / 3))

    def in_view(self, offset: int) -> bool:
        """Whether the line of an offset is seen whole."""
        rect, top = self._line_rect(self.position_of(offset)), self.verticalScrollBar().value()
        return rect.top() >= top and rect.bottom() <= top + self.viewport().height()

    # --- marks

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Give spans of the text grounds of their own, later ones over earlier ones."""
        self._marks = list(marks)
        self._show_marks()

    def _show_marks(self) -> None:
        limit = self.set_so_far()
        selections = []
        for mark in self._marks:
            if limit is not None and mark.start >= limit:
                continue  # its paragraph is not set yet
            selection = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            form.setBackground(mark.ground)
            form.setForeground(theme.current().ink)
            cursor = QTextCursor(self.document())
            cursor.setPosition(self.position_of(mark.start))
            end = self.position_of(mark.end if limit is None else min(mark.end, limit - 1))
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            # PySide's stub names neither field.
            selection.cursor = cursor
            selection.format = form
            selections.append(selection)
        self.setExtraSelections(selections)

    # --- keys and drawing

    def page(self, step: int) -> bool:
        """Scroll by a page but two lines; False where there is no more."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + step * (bar.pageStep() - 2 * 26))
        return bar.value() != before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            step = -1 if event.modifiers() else 1
            if not self.page(step):
                self.paged_out.emit(step)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or event.key() in _CARET_KEYS:
            self.setCursorWidth(2)  # shown once the keyboard selects; a reader of prose needs none
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            for block in self._seen_blocks():
                self.underlay(painter, block)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for block in self._seen_blocks():
            self._draw_rule(painter, block)
            self.overlay(painter, block)

    def _seen_blocks(self) -> Iterator[QTextBlock]:
        scrolled = self.verticalScrollBar().value()
        block = self.cursorForPosition(QPoint(LEFT, 0)).block()
        while block.isValid():
            box = self.document().documentLayout().blockBoundingRect(block).translated(0, -scrolled)
            if box.top() > self.viewport().height():
                return
            yield block
            block = block.next()

    def _draw_rule(self, painter: QPainter, block: QTextBlock) -> None:
        layout, form = block.layout(), block.blockFormat()
        if form.hasProperty(setting.RULE) and layout.lineCount():
            # From the lines themselves: whether a block's rectangle holds its margins depends on its neighbours.
            top = layout.position().y() + layout.lineAt(0).y() - self.verticalScrollBar().value()
            height = layout.lineAt(layout.lineCount() - 1).y() - layout.lineAt(0).y() + form.lineHeight()
            painter.fillRect(QRectF(LEFT, top + 1, 3, height - 2), theme.current().line)


def reading_minutes(article: Article) -> int:
    """How long a reader takes, in whole minutes."""
    if article.language in ("ja", "zh", "ko"):
        return max(1, round(len(article.text) / _CHARACTERS_A_MINUTE))
    return max(1, round(article.words / _WORDS_A_MINUTE))


def _shown(article: Article) -> tuple[object, ...]:
    """What of an article is on the page."""
    return (article.id, article.title, article.kicker, article.byline, article.place, article.parts, article.text)
