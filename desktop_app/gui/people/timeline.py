"""How often somebody is named over time: bars of articles per 1,000, hatched where the archive has none at all."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLineF, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import faded
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.people.quote_view import ink_of
from desktop_app.gui.people.section import INSET
from desktop_app.gui.people.span import Span, over, span_name
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.people import Kind, Period

HEIGHT, LABELS, TOP = 118, 22, 8
_WIDEST, _TALLEST = 34.0, 0.94
_Key = Qt.Key
_CHOOSING = (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space)
_DROPPING = (_Key.Key_Escape, _Key.Key_Delete, _Key.Key_Backspace)


class Timeline(QWidget):
    """Click a bar, drag over several, or use the keys: the page keeps to that time."""

    span_chosen = Signal(object)  # Span

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._periods: Sequence[Period] = ()
        self._ink = "person"
        self._span = Span()
        self._most = 0.0  # the rate of the highest bar, where another chart sets it
        self._hover = self._anchor = self._end = -1
        self._dragging = self._keying = False
        self.setObjectName("timeline")
        self.setAccessibleName(tr("Mentions per 1,000 articles"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_periods(self, periods: Sequence[Period], kind: Kind, *, most: float = 0.0) -> None:
        """Draw these; `most` is the rate that is as high as the chart, the highest of these by default."""
        if tuple(period.name for period in periods) != tuple(period.name for period in self._periods):
            self._keying = self._dragging = False
        self._periods, self._ink, self._most = periods, ink_of(kind), most
        self._tell()
        self.update()

    def show_span(self, span: Span) -> None:
        """Mark the time that the page keeps to."""
        self._span, self._keying = span, False
        self._tell()
        self.update()

    @property
    def periods(self) -> Sequence[Period]:
        """The bars from left to right."""
        return self._periods

    def selected(self) -> range:
        """The bars that are marked, by number."""
        if self._dragging or self._keying:
            return range(min(self._anchor, self._end), max(self._anchor, self._end) + 1)
        return self._span.within(self._periods)

    # --- geometry

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def _pitch(self) -> float:
        return min(_WIDEST, (self.width() - 2 * INSET) / max(1, len(self._periods)))

    def bar_rect(self, number: int) -> QRectF:
        """Where a bar stands; a gap is as high as the chart, a time without a mention a hairline."""
        period, pitch = self._periods[number], self._pitch()
        room = self.height() - TOP - LABELS
        most = self._most or max((each.rate for each in self._periods), default=0.0) or 1.0
        share = 1.0 if period.gap else min(1.0, period.rate / most) * _TALLEST
        height = max(3.0, room * share) if period.gap or period.naming else 1.0
        gap = 2.0 if pitch > 6 else 1.0 if pitch > 3 else 0.3
        return QRectF(INSET + number * pitch, TOP + room - height, max(1.0, pitch - gap), height)

    def bar_at(self, x: float) -> int:
        """The bar under or next to a position; -1 where there are none."""
        if not self._periods:
            return -1
        return min(len(self._periods) - 1, max(0, int((x - INSET) / self._pitch())))

    # --- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, chosen = theme.current(), self.selected()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour: QColor = getattr(palette, self._ink)
        strong = palette is theme.PALETTES["contrast"]
        usual, rest = (0.7, 0.4) if strong else (0.55, 0.32)
        for number, period in enumerate(self._periods):
            box = self.bar_rect(number)
            if period.gap:
                self._hatch(painter, box)
                continue
            share = 1.0 if number in chosen else rest if chosen else usual
            if number == self._hover and number not in chosen:
                share = min(1.0, share + 0.2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(colour, share) if period.naming else palette.line)
            painter.drawRoundedRect(box, 1.5, 1.5)
        self._draw_span(painter, chosen, colour)
        self._draw_labels(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(palette.accent)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _hatch(self, painter: QPainter, box: QRectF) -> None:
        painter.save()
        painter.setClipRect(box)
        painter.setPen(QPen(theme.current().line, 1.2))
        start = box.left() - box.height()
        offset = box.left() % 7  # the lines go on from one gap to the next
        x = start - offset
        while x < box.right():
            painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
            x += 7
        painter.restore()

    def _draw_span(self, painter: QPainter, chosen: range, colour: QColor) -> None:
        if not chosen:
            return
        base = self.height() - LABELS + 2.5
        style = Qt.PenStyle.DotLine if self._keying else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 2, style))
        painter.drawLine(
            QPointF(self.bar_rect(chosen[0]).left(), base), QPointF(self.bar_rect(chosen[-1]).right(), base)
        )

    def _draw_labels(self, painter: QPainter) -> None:
        """The years where they begin, as many as there is room for."""
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.current().muted)
        metrics, right = QFontMetrics(theme.font("meta")), float(-99)
        baseline = self.height() - 6
        for number, period in enumerate(self._periods):
            year = str(period.first // 10000)
            begins = number == 0 or period.first // 10000 != self._periods[number - 1].first // 10000
            left = self.bar_rect(number).left()
            width = metrics.horizontalAdvance(year)
            if begins and left >= right and left + width <= self.width():
                painter.drawText(QPointF(left + 1, baseline), year)
                right = left + width + 14

    # --- in words

    def spoken(self, chosen: range) -> str:
        """What is known of these periods."""
        periods = self._periods[chosen.start : chosen.stop]
        name = span_name(self._periods, chosen)
        articles, naming = sum(each.articles for each in periods), sum(each.naming for each in periods)
        if not articles:
            return tr("{when}: the archive has no article of this time", when=name)
        rate = QLocale().toString(1000 * naming / articles, "f", 1)
        counts = trn("of %n article(s)", articles)
        return tr("{when}: {naming} {counts}, {rate} per 1,000", when=name, naming=naming, counts=counts, rate=rate)

    def _tell(self) -> None:
        chosen = self.selected()
        text = self.spoken(chosen) if chosen and self._periods else ""
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            if text and self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # --- choosing

    def choose(self, chosen: range) -> None:
        """Keep to these bars; to all time, if they are kept to already."""
        self._keying = self._dragging = False
        span = over(self._periods, chosen)
        self.span_chosen.emit(Span() if span == self._span else span)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._periods:
            self._anchor = self._end = self.bar_at(event.position().x())
            self._dragging, self._keying = True, False
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self.bar_at(event.position().x())
        if self._dragging:
            self._end = self._hover
        if self._hover >= 0:
            chosen = self.selected() if self._dragging else range(self._hover, self._hover + 1)
            QToolTip.showText(event.globalPosition().toPoint(), self.spoken(chosen), self)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._dragging:
            self.choose(self.selected())

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.update()

    def event(self, event: QEvent) -> bool:
        if (self._keying or self._span) and keeps(event, *_DROPPING):
            return True
        return keeps(event, *_CHOOSING) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows mark a bar, with Shift several; Enter keeps to them; Esc goes back to all time."""
        key, stretch = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        last = len(self._periods) - 1
        steps = {_Key.Key_Left: -1, _Key.Key_Right: 1, _Key.Key_Home: -last - 1, _Key.Key_End: last + 1}
        if key in steps and self._periods:
            self._step(steps[_Key(key)], stretch)
        elif key in _CHOOSING and self.selected():
            self.choose(self.selected())
        elif key in _DROPPING and (self._keying or self._span):
            span, self._keying = self._span if self._keying else Span(), False
            self.span_chosen.emit(span)
            self._tell()
            self.update()
        else:
            super().keyPressEvent(event)

    def _step(self, step: int, stretch: bool) -> None:
        last, chosen = len(self._periods) - 1, self.selected()
        if not self._keying:
            self._anchor, self._end = (chosen[0], chosen[-1]) if chosen else (-1, -1 if step > 0 else last + 1)
        self._end = min(last, max(0, self._end + step))
        if not stretch or self._anchor < 0:
            self._anchor = self._end
        self._keying = True
        self._tell()
        self.update()
