"""A page of harmless text: set block by block, never as HTML, and only as fast as it is read."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop_app.gui import theme
from desktop_app.gui import type_setting as setting
from desktop_app.gui.page_map import PageMap
from desktop_app.gui.page_text import Paragraph
from desktop_app.gui.widgets.page_setter import Headline, PageSetter

FIRST = 6_000  # characters set before the page is shown: more than a large screen holds
CHUNK = 12_000  # set at once after that, while the reader reads
_NEAR = 60_000  # characters that are set at once because somebody asks for what is behind them
LEFT, TOP, BOTTOM = 54, 28, 40
_PROSE = "Der Hafen ist tagsüber ein Arbeitsplatz und nachts ein Ort für wenige."  # to measure the letters by
_CARET_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_OVERLAP = 2  # lines that a page keeps of the one before
_END = -1  # a wish to go to the end


class TextPage(QTextBrowser):
    """Shows a text. Offsets that go in and out are code points of it."""

    paged_out = Signal(int)  # Space at the end (1) or Shift+Space at the beginning (-1)
    scrolled = Signal()
    laid_out = Signal()  # lines may be elsewhere now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One that comes and goes would have every line broken twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.document().setDocumentMargin(0)
        self._setter: PageSetter | None = None
        self._map = PageMap()
        self._right = 0  # pixels kept free at the right for the margin
        self.below = 0  # pixels kept free below the text
        self.edge = LEFT  # pixels left of the text
        self._awaited: int | None = None  # an offset that is scrolled to once it is set
        self._filling = QTimer(self)
        self._filling.setInterval(0)
        self._filling.timeout.connect(self._fill)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self.scrolled.emit())
        bar.rangeChanged.connect(lambda _low, _high: self._grant())
        bar.actionTriggered.connect(lambda _action: self._stay())
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.laid_out.emit())

    def loadResource(self, _type: int, _name: QUrl | str) -> object:
        """Nothing is ever loaded: the page shows the archive's words only."""
        return None

    # --- setting the text

    def set_text(
        self, text: str, paragraphs: Iterable[Paragraph], head: Sequence[Headline] = (), *, at: int = 0
    ) -> None:
        """Show a text from its top, or from the offset `at` on."""
        self._filling.stop()
        self._setter, self._map, self._awaited = None, PageMap(), None
        self.document().clear()
        self.text_changed()
        if not text and not head:
            return
        self._fit_column()
        self._setter = PageSetter(self.document(), text, paragraphs, head)
        self._map = self._setter.map
        self._setter.begin(FIRST)
        if self._setter.limit is not None:
            self._filling.start()
        if self.cursorWidth():
            self.setCursorWidth(0)
        # The widget's own cursor went along with the words set before it.
        self.setTextCursor(QTextCursor(self.document()))
        self.verticalScrollBar().setValue(0)
        self.laid_out.emit()
        self.text_changed()
        if at:
            self.scroll_to(at, at_top=True)

    def text_changed(self) -> None:
        """Called whenever there is more text, or another one."""

    def _fill(self) -> None:
        """Set the next paragraphs; the timer calls again until none is left."""
        if self._setter is None or self._setter.limit is None:
            self._filling.stop()
            return
        self._setter.go_on(CHUNK)
        self._grant()
        self.text_changed()

    def _grant(self) -> None:
        """Go where somebody wanted to go, as far as there are words and lines by now."""
        wish, limit = self._awaited, self.set_so_far()
        if wish == _END:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            self._awaited = _END if limit is not None or not self._is_laid_out() else None
        elif wish is not None and (limit is None or wish < limit):
            self.scroll_to(wish, at_top=True)

    def _stay(self) -> None:
        """The reader has scrolled: nothing else is wanted any more."""
        self._awaited = None

    def _is_laid_out(self) -> bool:
        """Whether the scroll bar knows how long the text is; Qt tells it later."""
        height = self.document().documentLayout().documentSize().height()
        return self.verticalScrollBar().maximum() + self.viewport().height() >= int(height)

    def set_so_far(self) -> int | None:
        """The offset up to which the text is set; None where all of it is."""
        return self._setter.limit if self._setter is not None else None

    # --- the column

    def set_margin(self, right: int, below: int) -> None:
        """Keep pixels free at the right of the text and below it, for notes."""
        if (right, below) != (self._right, self.below):
            self._right, self.below = right, below
            self.fit()

    def column_width(self) -> int:
        """How wide a line may be, in pixels."""
        letters = QFontMetricsF(theme.font("reading")).horizontalAdvance(_PROSE) / len(_PROSE)
        return round(letters * theme.reading().characters)

    def fit(self) -> None:
        """Lay the column out for the width there is."""
        self._fit_column()
        self.laid_out.emit()

    def _fit_column(self) -> None:
        frame = self.document().rootFrame()
        room = self.viewport().width()
        column = min(self.column_width(), room - self.edge - max(self._right, 24))
        wanted = (self.edge, TOP, max(0, room - self.edge - column), BOTTOM + self.below)
        form = frame.frameFormat()
        margins = (form.leftMargin(), form.topMargin(), form.rightMargin(), form.bottomMargin())
        if margins != wanted:
            form.setLeftMargin(wanted[0])
            form.setTopMargin(wanted[1])
            form.setRightMargin(wanted[2])
            form.setBottomMargin(wanted[3])
            frame.setFrameFormat(form)

    def column(self) -> tuple[int, int]:
        """Left and right edge of the text in the viewport."""
        form = self.document().rootFrame().frameFormat()
        return round(form.leftMargin()), round(self.viewport().width() - form.rightMargin())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    # --- offsets

    def position_of(self, offset: int) -> int:
        """The document's position of a code-point offset of the text; sets the text so far if need be."""
        if self._setter is not None:
            while self._setter.limit is not None and offset >= self._setter.limit:
                self._setter.go_on(CHUNK)
        return self._map.position_of(offset)

    def offset_of(self, position: int, *, end: bool = False) -> int:
        """The offset of the text at a document's position; outside the text, the nearest inside.

        With `end` a position between two pieces is the end of the one before, else the start of the next.
        """
        return self._map.offset_of(position, end=end)

    def span_at(self, point: QPoint) -> int:
        """The offset of the text under a point of the viewport."""
        return self.offset_of(self.cursorForPosition(point).position())

    def letter_at(self, position: int) -> int | None:
        """The offset of the letter at a document's position; None where it is not one of the text."""
        return self._map.offset_at(position)

    def first_visible(self) -> int:
        """The offset of the text at the top of the viewport; 0 at the very top."""
        if self._awaited is not None and self._awaited != _END:
            return self._awaited
        if self.verticalScrollBar().value() == 0:
            return 0
        return self.span_at(QPoint(self.edge, 4))

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
        """Bring the line of an offset into view, a third down unless it is seen already.

        What is far behind the words that are set already is scrolled to once they are: the window does not wait.
        """
        limit = self.set_so_far()
        if limit is not None and offset >= limit + _NEAR:
            self._awaited = offset
            return
        self._awaited = None
        rect = self._line_rect(self.position_of(offset))
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if at_top:
            bar.setValue(int(rect.top()))
            if bar.value() < int(rect.top()) and (self.set_so_far() is not None or not self._is_laid_out()):
                self._awaited = offset
        elif rect.top() < bar.value() + 8 or rect.bottom() > bar.value() + height - 8:
            bar.setValue(round(rect.top() - height / 3))

    def scroll_to_end(self) -> None:
        """Go to the end of the text, as soon as it is set."""
        self._awaited = _END
        self._grant()

    def in_view(self, offset: int) -> bool:
        """Whether the line of an offset is seen whole."""
        limit = self.set_so_far()
        if limit is not None and offset >= limit:
            return False
        rect, top = self._line_rect(self.position_of(offset)), self.verticalScrollBar().value()
        return rect.top() >= top and rect.bottom() <= top + self.viewport().height()

    # --- keys and drawing

    def page(self, step: int) -> bool:
        """Scroll by a page but two lines; False where there is no more."""
        self._stay()
        bar = self.verticalScrollBar()
        before = bar.value()
        line = setting.line_height("")
        bar.setValue(before + step * max(line, bar.pageStep() - round(_OVERLAP * line)))
        return bar.value() != before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier and self._moves(event, shifted=shifted):
            return
        if shifted or event.key() in _CARET_KEYS:
            self.setCursorWidth(2)  # shown once the keyboard selects; a reader of prose needs none
        super().keyPressEvent(event)

    def _moves(self, event: QKeyEvent, *, shifted: bool) -> bool:
        """Whether a key was one that turns the page."""
        key = event.key()
        if key == Qt.Key.Key_Space:
            step = -1 if shifted else 1
            if not self.page(step):
                self.paged_out.emit(step)
        elif shifted:
            return False
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.page(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Home:
            self._stay()
            self.verticalScrollBar().setValue(0)
        elif key == Qt.Key.Key_End:
            self.scroll_to_end()
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for block in self.seen_blocks():
            self._draw_rule(painter, block)

    def seen_blocks(self) -> Iterator[QTextBlock]:
        """The blocks in the viewport, from its top."""
        scrolled = self.verticalScrollBar().value()
        block = self.cursorForPosition(QPoint(self.edge, 0)).block()
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
            painter.fillRect(QRectF(self.edge, top + 1, 3, height - 2), theme.current().line)
