"""Names on the page: lines below the words, painted over the finished text, so that no letter ever moves for them.

What the mouse does on them is told by signals. Mentions are known by their number in `Mentions.all`.
"""

import html

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPen, QTextBlock
from PySide6.QtWidgets import QApplication, QToolTip

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr
from desktop_app.gui.mentions import CERTAIN, NOWHERE, Mentions, kind_name, why
from desktop_app.gui.page_text import one_line
from desktop_app.gui.widgets.article_page import ArticlePage
from desktop_app.gui.widgets.word_boxes import letter_at, line_boxes
from desktop_app.model.people import Mention

_POINTED, _CURRENT = 26, 44  # how much of the colour lies on the words, of 255
_PIXELS = 16.5  # the type size that the widths below are for


class NameLines(QObject):
    """Draws a page's mentions and hears the mouse on them."""

    opened = Signal(int)  # clicked
    filtered = Signal(int)  # clicked with Ctrl held

    def __init__(self, page: ArticlePage, mentions: Mentions) -> None:
        super().__init__(page)
        self._page = page
        self._mentions = mentions
        self._on = True
        self._pointed = NOWHERE
        self._pressed: tuple[int, QPoint] | None = None
        page.overlay = self._draw
        page.viewport().setMouseTracking(True)
        page.viewport().installEventFilter(self)
        mentions.changed.connect(self.refresh)
        mentions.current_changed.connect(lambda _number: page.viewport().update())

    @property
    def underlined(self) -> bool:
        """Whether the names have their lines."""
        return self._on

    def underline(self, on: bool) -> None:
        """Draw the lines, or leave the page alone; what can be done with the names stays."""
        self._on = on
        self._page.viewport().update()

    def refresh(self) -> None:
        """The mentions are other ones now."""
        self._point(NOWHERE)
        self._page.viewport().update()

    # --- where they are

    def at(self, point: QPoint) -> int:
        """The number of the mention under a point of the viewport, or `NOWHERE`."""
        offset = letter_at(self._page, point)
        return NOWHERE if offset is None else self._mentions.at(offset)

    def boxes(self, number: int) -> list[QRectF]:
        """Where the words of a mention stand in the viewport, a box a line."""
        mention = self._mentions.all[number]
        block = self._page.document().findBlock(self._page.position_of(mention.start))
        return [box for _baseline, box in line_boxes(self._page, block, mention.start, mention.end)]

    # --- drawing

    def _draw(self, painter: QPainter, block: QTextBlock) -> None:
        """The lines of one block that is seen."""
        if not self._mentions.all or not block.layout().lineCount():
            return
        page = self._page
        start = page.offset_of(block.position())
        end = page.offset_of(block.position() + block.length() - 1, end=True)
        for number in self._mentions.within(start, end):
            marked = number in (self._pointed, self._mentions.current)
            if self._on or marked:
                self._draw_mention(painter, block, number)

    def _draw_mention(self, painter: QPainter, block: QTextBlock, number: int) -> None:
        mention, palette = self._mentions.all[number], theme.current()
        colour = QColor(palette.person if mention.kind == "person" else palette.organisation)
        scale = max(0.8, theme.font("reading").pointSizeF() * 96 / 72 / _PIXELS)
        tint = QColor(colour)
        tint.setAlpha(_CURRENT if number == self._mentions.current else _POINTED)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for baseline, box in line_boxes(self._page, block, mention.start, mention.end):
            if number in (self._pointed, self._mentions.current):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tint)
                painter.drawRoundedRect(box.adjusted(-2, -1, 2, 3), 3, 3)
            if self._on:
                y = round(baseline + 4 * scale) + 0.5 * (round(2 * scale) % 2)
                painter.setPen(_pen(colour, mention, round(2 * scale)))
                painter.drawLine(QPointF(box.left(), y + 1), QPointF(box.right(), y + 1))

    # --- the mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._tell(event)
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self._point(NOWHERE)
        elif isinstance(event, QMouseEvent):
            act = {
                QEvent.Type.MouseMove: self._move,
                QEvent.Type.MouseButtonPress: self._press,
                QEvent.Type.MouseButtonRelease: self._release,
            }.get(event.type())
            if act is not None:
                act(event)
        return False

    def _move(self, event: QMouseEvent) -> None:
        dragging = event.buttons() != Qt.MouseButton.NoButton
        self._point(NOWHERE if dragging else self.at(event.position().toPoint()))

    def _point(self, number: int) -> None:
        if number == self._pointed:
            return
        self._pointed = number
        shape = Qt.CursorShape.IBeamCursor if number == NOWHERE else Qt.CursorShape.PointingHandCursor
        self._page.viewport().setCursor(shape)
        self._page.viewport().update()

    def _press(self, event: QMouseEvent) -> None:
        # A click that lets go of selected words is not meant for the name below it.
        free = event.button() == Qt.MouseButton.LeftButton and not self._page.textCursor().hasSelection()
        point = event.position().toPoint()
        self._pressed = (self.at(point), point) if free else None

    def _release(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        point = event.position().toPoint()
        if pressed is None or pressed[0] == NOWHERE or event.button() != Qt.MouseButton.LeftButton:
            return
        still = (point - pressed[1]).manhattanLength() < QApplication.startDragDistance()
        plain = event.modifiers() & ~Qt.KeyboardModifier.ControlModifier == Qt.KeyboardModifier.NoModifier
        if still and plain and self.at(point) == pressed[0]:
            wide = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            (self.filtered if wide else self.opened).emit(pressed[0])

    def _tell(self, event: QHelpEvent) -> bool:
        number = self.at(event.pos())
        if number == NOWHERE:
            return False
        box = self.boxes(number)[0].toAlignedRect().adjusted(-2, -2, 2, 6)
        QToolTip.showText(event.globalPos(), self.tip(number), self._page.viewport(), box)
        return True

    def tip(self, number: int) -> str:
        """Who a mention means, and why; as rich text, in which nothing of the article's is obeyed."""
        mention = self._mentions.all[number]
        role = self._mentions.roles.get(mention.entity, "")
        head = f"<b>{html.escape(one_line(mention.name))}</b>"
        lines = [
            " · ".join([kind_name(mention.kind), *([html.escape(one_line(role))] if role else [])]),
            html.escape(why(mention)),
            html.escape(tr("Click opens the page, Ctrl+click filters, right-click corrects")),
        ]
        return f"<p style='white-space: pre'>{head}<br>{'<br>'.join(lines)}</p>"


def _pen(colour: QColor, mention: Mention, width: int) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not mention.checked and mention.confidence < CERTAIN:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])
    return pen
