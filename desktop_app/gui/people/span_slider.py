"""A line of time with a handle at either end: what lies between them is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr
from desktop_app.gui.people.span import Span, over, period_name, span_name
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.people import Period

HEIGHT, _RADIUS, _SIDE = 28, 6.0, 14


class SpanSlider(QWidget):
    """Drag a handle, or what is between them; the arrow keys move one handle, Space chooses which."""

    span_chosen = Signal(object)  # Span, also while a handle is dragged

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._periods: Sequence[Period] = ()
        self._first, self._last = 0, 0  # the periods at the handles
        self._held = 0  # the handle that is moved: -1 the left one, 1 the right one, 2 both
        self._active = 1  # the one that the keyboard moves
        self._from = 0
        self.setObjectName("span_slider")
        self.setAccessibleName(tr("Time that is shown"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_periods(self, periods: Sequence[Period], span: Span) -> None:
        """Run over these periods, with the handles around `span`."""
        self._periods = periods
        chosen = span.within(periods) if span else range(len(periods))
        if not self._held:
            self._first, self._last = (chosen[0], chosen[-1]) if chosen else (0, len(periods) - 1)
        self.setEnabled(len(periods) > 1)
        self._tell()
        self.update()

    def chosen(self) -> range:
        """The periods between the handles, by number."""
        return range(self._first, self._last + 1)

    # --- geometry

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def _ends(self) -> tuple[str, str]:
        if not self._periods:
            return "", ""
        return self._periods[0].name[:4], self._periods[-1].name[:4]

    def _track(self) -> tuple[float, float]:
        metrics = QFontMetrics(theme.font("meta"))
        first, last = self._ends()
        left = _SIDE + metrics.horizontalAdvance(first) + _RADIUS + 6
        return left, max(left + 20, self.width() - _SIDE - metrics.horizontalAdvance(last) - _RADIUS - 6)

    def handle(self, side: int) -> QPointF:
        """Where the left (-1) or the right (1) handle is."""
        left, right = self._track()
        step = (right - left) / max(1, len(self._periods))
        at = self._first if side < 0 else self._last + 1
        return QPointF(left + at * step, self.height() / 2)

    def _border_at(self, x: float) -> int:
        """The border between periods next to a position."""
        left, right = self._track()
        step = (right - left) / max(1, len(self._periods))
        return min(len(self._periods), max(0, round((x - left) / step)))

    # --- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("meta"))
        painter.setPen(palette.muted)
        first, last = self._ends()
        box = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | middle, first)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, last)
        left, right = self._track()
        y, low, high = self.height() / 2, self.handle(-1), self.handle(1)
        painter.setPen(QPen(palette.line, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        whole = self._first == 0 and self._last == len(self._periods) - 1
        painter.setPen(QPen(palette.muted if whole else palette.accent, 3))
        painter.drawLine(low, high)
        for side, point in ((-1, low), (1, high)):
            lit = self.hasFocus() and self._active == side
            painter.setPen(QPen(palette.accent if lit or not whole else palette.muted, 2 if lit else 1.4))
            painter.setBrush(palette.selection if lit else palette.sheet)
            painter.drawEllipse(point, _RADIUS, _RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(palette.accent)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 1.5, -4.5, -1.5), 4, 4)

    # --- moving

    def _move(self, side: int, border: int) -> None:
        """Bring a handle to the border before period `border`; the two do not pass each other."""
        before = (self._first, self._last)
        if side < 0:
            self._first = min(max(0, border), self._last)
        else:
            self._last = max(min(len(self._periods), border) - 1, self._first)
        self._moved(before)

    def _shift(self, by: int) -> None:
        """Move both handles, as far as there is time."""
        before = (self._first, self._last)
        by = max(-self._first, min(len(self._periods) - 1 - self._last, by))
        self._first, self._last = self._first + by, self._last + by
        self._moved(before)

    def _moved(self, before: tuple[int, int]) -> None:
        if (self._first, self._last) != before:
            self._tell()
            self.update()
            self.span_chosen.emit(over(self._periods, self.chosen()))

    def _tell(self) -> None:
        if self._periods:
            name = span_name(self._periods, self.chosen())
            self.setToolTip(name)
            which = self._periods[self._first if self._active < 0 else self._last].name
            told = tr("{span}. The arrow keys move the handle at {place}, Space takes the other.",
                      span=name, place=period_name(which))  # fmt: skip
            self.setAccessibleDescription(told)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or len(self._periods) < 2:
            return
        x = event.position().x()
        low, high = self.handle(-1).x(), self.handle(1).x()
        between = low + 2 * _RADIUS < x < high - 2 * _RADIUS
        if between and self._last - self._first < len(self._periods) - 1:
            self._held, self._from = 2, self._border_at(x)
        else:
            self._held = self._active = -1 if abs(x - low) < abs(x - high) else 1
            self._move(self._held, self._border_at(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held == 2:
            border = self._border_at(event.position().x())
            self._shift(border - self._from)
            self._from = border
        elif self._held:
            self._move(self._held, self._border_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = 0

    def event(self, event: QEvent) -> bool:
        if len(self._periods) > 1 and keeps(event, Qt.Key.Key_Space):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._shift(step)
        elif step:
            border = self._first if self._active < 0 else self._last + 1
            self._move(self._active, border + step)
        elif key == Qt.Key.Key_Space:
            self._active = -self._active
            self._tell()
            self.update()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move(self._active, 0 if key == Qt.Key.Key_Home else len(self._periods))
        else:
            super().keyPressEvent(event)
