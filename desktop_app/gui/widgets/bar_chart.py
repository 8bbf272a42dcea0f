"""Bars over a line of dates, with the chosen ones marked: what a histogram is drawn with."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.gui import theme, timeline
from desktop_app.gui.delegates.chips import faded
from desktop_app.gui.timeline import Bar, Window

SIDE, TOP, LABELS = 14, 22, 20  # above the bars there is room for a line of small print
HEIGHT = 88
WIDEST_BAR = 28


class BarChart(QWidget):
    """Draws what it is told to; nothing can be done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window: Window | None = None  # the stretch of time that is shown
        self._bars: list[Bar] = []
        self._hover = -1
        self._keying = False  # the chosen bars are only marked with the keys

    @property
    def bars(self) -> list[Bar]:
        """The bars from left to right."""
        return self._bars

    def selected(self) -> range:
        """The bars that are marked."""
        return range(0)

    # --- geometry

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def _pitch(self) -> float:
        room = self.width() - 2 * SIDE
        return min(WIDEST_BAR, room / max(1, len(self._bars)))

    def bar_rect(self, number: int) -> QRectF:
        """Where a bar stands; one that is empty is a hairline."""
        tallest = max((bar.count for bar in self._bars), default=0) or 1
        room = self.height() - TOP - LABELS
        count = self._bars[number].count
        height = max(3.0, room * count / tallest) if count else 1.0
        pitch = self._pitch()
        gap = 2.0 if pitch > 5 else 1.0 if pitch > 2.5 else 0.4
        left = SIDE + number * pitch
        return QRectF(left, TOP + room - height, max(1.0, pitch - gap), height)

    def bar_at(self, x: float) -> int:
        """The bar under or next to a position; -1 where there are none."""
        if not self._bars:
            return -1
        return min(len(self._bars) - 1, max(0, int((x - SIDE) / self._pitch())))

    def handles(self) -> tuple[float, float] | None:
        """Where the ends of the chosen span are; None where nothing is chosen."""
        chosen = self.selected()
        if not chosen:
            return None
        return self.bar_rect(chosen[0]).left() - 1, self.bar_rect(chosen[-1]).right() + 1

    # --- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        chosen = self.selected()
        strong = palette is theme.PALETTES["contrast"]
        faint, half = faded(palette.accent, 0.6 if strong else 0.28), faded(palette.accent, 0.75 if strong else 0.5)
        for number, bar in enumerate(self._bars):
            colour = palette.accent if number in chosen else half if number == self._hover else faint
            painter.setBrush(colour if bar.count else palette.line)
            painter.drawRoundedRect(self.bar_rect(number), 1.5, 1.5)
        self._draw_span(painter)
        self._draw_labels(painter)
        painter.fillRect(0, self.height() - 1, self.width(), 1, palette.line)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(palette.accent)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 2.5, -4.5, -1.5), 4, 4)

    def _draw_span(self, painter: QPainter) -> None:
        """A line below the chosen bars with a handle at either end; dashed while it is not yet the filter."""
        ends = self.handles()
        if ends is None:
            return
        accent = theme.current().accent
        base = self.height() - LABELS + 1.5
        style = Qt.PenStyle.DotLine if self._keying else Qt.PenStyle.SolidLine
        painter.setPen(QPen(accent, 1.6, style))
        painter.drawLine(QPointF(ends[0], base), QPointF(ends[1], base))
        painter.setPen(QPen(theme.current().pane, 1))
        painter.setBrush(accent)
        for x in ends:
            painter.drawRoundedRect(QRectF(x - 2.5, base - 8, 5, 11), 2, 2)

    def _draw_labels(self, painter: QPainter) -> None:
        if self._window is None or not self._bars:
            return
        font = theme.font("meta")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(theme.current().muted)
        room = self.width() - 4
        top = self.height() - LABELS + 1
        for at, text in timeline.labels(self._window, self._pitch(), metrics.horizontalAdvance):
            left = SIDE + int(at * self._pitch())
            width = metrics.horizontalAdvance(text)
            if left + width <= room:
                painter.drawText(QRect(left, top, width + 2, LABELS - 2), Qt.AlignmentFlag.AlignVCenter, text)
