"""Highlights on the page: grounds below the words, so that each can be seen where several overlap."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QTextBlock

from desktop_app.gui import theme
from desktop_app.gui import type_setting as setting
from desktop_app.gui.annotating.lanes import Laid, Lanes
from desktop_app.gui.widgets.article_page import ArticlePage
from desktop_app.gui.widgets.word_boxes import boxes_of, letter_at, line_boxes
from desktop_app.model.article import Note

NOTHING = 0  # no note has this number
_NARROWER = 0.6  # what the next lane keeps of a line's height
_DEEPEST = 3  # lanes below this share its height


class Highlights(QObject):
    """Draws the spans of a page's notes, knows which is under a point, and which is the current one."""

    current_changed = Signal(int)  # a note's number, or NOTHING

    def __init__(self, page: ArticlePage) -> None:
        super().__init__(page)
        self._page = page
        self._notes: tuple[Note, ...] = ()
        self.lanes = Lanes()
        self._current = NOTHING
        self._begun: tuple[int, int] | None = None  # words on which a note is being written
        page.underlay = self._draw

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Draw these from now on."""
        if tuple(notes) != self._notes:
            self._notes = tuple(notes)
            self.lanes = Lanes(notes)
        if self._current and not any(note.id == self._current for note in notes):
            self.current = NOTHING
        self._page.viewport().update()

    @property
    def current(self) -> int:
        """The note that the keys act on, or NOTHING."""
        return self._current

    @current.setter
    def current(self, note: int) -> None:
        if note != self._current:
            self._current = note
            self._page.viewport().update()
            self.current_changed.emit(note)

    def begin(self, span: tuple[int, int] | None) -> None:
        """Frame words on which a note is being written, or none."""
        self._begun = span
        self._page.viewport().update()

    def at(self, point: QPoint) -> list[Note]:
        """The notes on the letter under a point of the viewport, the shortest first."""
        offset = letter_at(self._page, point) if self.lanes.all else None
        return [] if offset is None else self.lanes.at(offset)

    def boxes(self, note: int) -> list[QRectF]:
        """Where the words of a note stand in the viewport, a box a line."""
        laid = self.lanes.find(note)
        return [] if laid is None else boxes_of(self._page, laid.start, laid.end)

    # --- drawing

    def _draw(self, painter: QPainter, block: QTextBlock) -> None:
        """What lies below one block that is seen."""
        if (not self.lanes.all and self._begun is None) or not block.layout().lineCount():
            return
        page = self._page
        start = page.offset_of(block.position())
        end = page.offset_of(block.position() + block.length() - 1, end=True)
        for laid in self.lanes.within(start, end):
            self._draw_one(painter, block, laid)
        if self._begun is not None and self._begun[0] < end and start < self._begun[1]:
            for _baseline, box in line_boxes(page, block, *self._begun):
                self._frame(painter, box.adjusted(-1, -1, 1, 3))

    def _draw_one(self, painter: QPainter, block: QTextBlock, laid: Laid) -> None:
        ground, bar = setting.note_ground(laid.note.colour), setting.note_bar(laid.note.colour)
        lane, first = min(laid.lane, _DEEPEST), True
        for _baseline, box in line_boxes(self._page, block, laid.start, laid.end):
            whole = box.adjusted(-1, -1, 1, 3)
            lower = whole.adjusted(0, whole.height() * (1 - _NARROWER**lane), 0, 0)
            painter.fillRect(lower, ground)
            if lane:
                # Its own line, below the words and those of the lanes above; and a stroke where it begins.
                painter.fillRect(QRectF(lower.left(), lower.bottom() + 2 * lane - 3, lower.width(), 1.5), bar)
                if first:
                    painter.fillRect(QRectF(lower.left(), lower.top(), 2, lower.height()), bar)
            if laid.note.id == self._current:
                self._frame(painter, whole)
            first = False

    def _frame(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(theme.current().accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
