"""When the articles of a listing appeared: bars by month or by year, and a filter to drag."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.gui import theme
from desktop_app.gui.clauses import date_clause, date_spans, without_dates
from desktop_app.gui.dates import format_date
from desktop_app.gui.delegates.chips import faded
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.listing import Facets

SIDE, TOP, LABELS = 14, 8, 20
HEIGHT = 76
WIDEST_BAR = 28


@dataclass(frozen=True, slots=True)
class Bar:
    """One month ("2018-09") or year ("2018") and how many articles are dated in it."""

    key: str
    count: int


def bars_of(months: dict[str, int], most: int) -> list[Bar]:
    """All months from the first to the last, empty ones too; years where `most` months would not fit.

    Dates that name a year only are counted in the year; beside months they are left out, since no month
    is known.
    """
    exact = sorted(key for key in months if len(key) == 7)
    years = {key[:4] for key in months}
    if exact:
        first, last = _month_number(exact[0]), _month_number(exact[-1])
        if last - first < most and (len(years) > 1 or last > first):
            return [Bar(_month_key(n), months.get(_month_key(n), 0)) for n in range(first, last + 1)]
    by_year: dict[str, int] = {}
    for key, count in months.items():
        by_year[key[:4]] = by_year.get(key[:4], 0) + count
    if not by_year:
        return []
    return [Bar(f"{y:04}", by_year.get(f"{y:04}", 0)) for y in range(int(min(by_year)), int(max(by_year)) + 1)]


def _month_number(key: str) -> int:
    return int(key[:4]) * 12 + int(key[5:7]) - 1


def _month_key(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


class Histogram(QWidget):
    """Click a bar, drag over several, or use the arrows: the desk gets a date filter.

    The bars are those of the query without its date filter, so that the span that was chosen can be seen
    in its surroundings.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("histogram")
        self.setAccessibleName(tr("Articles by date"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._desk = desk
        self._months: dict[str, int] = {}
        self._bars: list[Bar] = []
        self._anchor = self._end = -1  # the bars of a drag, or of the keyboard's span
        self._dragging = False
        self._hover = -1
        desk.facets_changed.connect(self._on_facets)
        theme.notifier().changed.connect(self.update)

    # --- what is shown

    @property
    def bars(self) -> list[Bar]:
        """The bars from left to right."""
        return self._bars

    def selected(self) -> range:
        """The bars inside the date filter, or inside the span being dragged."""
        if self._dragging:
            return range(min(self._anchor, self._end), max(self._anchor, self._end) + 1)
        span = self._span()
        if span is None:
            return range(0)
        inside = [n for n, bar in enumerate(self._bars) if _inside(bar.key, span)]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def _span(self) -> tuple[str, str] | None:
        return next(iter(date_spans(self._desk.filters)), None)

    def _on_facets(self, facets: Facets | None) -> None:
        if facets is None:
            self._show({})
        else:
            self._show(facets.months)
        self.update()

    def _show(self, months: dict[str, int]) -> None:
        self._months = months
        self._rebuild()

    def _rebuild(self) -> None:
        self._bars = bars_of(self._months, max(24, (self.width() - 2 * SIDE) // 4))
        self.setVisible(len(self._bars) > 1 or (bool(self._bars) and self._span() is not None))
        self.update()

    # --- geometry

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def resizeEvent(self, event: QEvent) -> None:
        if self._months:
            self._rebuild()

    def _pitch(self) -> float:
        room = self.width() - 2 * SIDE
        return min(WIDEST_BAR, room / max(1, len(self._bars)))

    def bar_rect(self, number: int) -> QRectF:
        """Where a bar stands; its full height is a month without articles."""
        tallest = max((bar.count for bar in self._bars), default=0) or 1
        room = self.height() - TOP - LABELS
        count = self._bars[number].count
        height = max(3.0, room * count / tallest) if count else 1.0
        pitch = self._pitch()
        gap = 2.0 if pitch > 5 else 1.0
        left = SIDE + number * pitch
        return QRectF(left, TOP + room - height, max(1.0, pitch - gap), height)

    def bar_at(self, x: float) -> int:
        """The bar under or next to a position; -1 where there are none."""
        if not self._bars:
            return -1
        return min(len(self._bars) - 1, max(0, int((x - SIDE) / self._pitch())))

    # --- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        accent = palette.accent
        faint = faded(palette.accent, 0.28)
        chosen = self.selected()
        for number in range(len(self._bars)):
            colour = accent if number in chosen else faint
            if number == self._hover and number not in chosen:
                colour = faded(palette.accent, 0.5)
            painter.setBrush(colour if self._bars[number].count else palette.line)
            painter.drawRoundedRect(self.bar_rect(number), 1.5, 1.5)
        self._draw_labels(painter)
        painter.fillRect(0, self.height() - 1, self.width(), 1, palette.line)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(accent)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 2.5, -4.5, -2.5), 4, 4)

    def _draw_labels(self, painter: QPainter) -> None:
        """Years below the bars where they begin, as many as there is room for."""
        font = theme.font("meta")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(theme.current().muted)
        free = 0.0
        top = self.height() - LABELS
        for number, bar in enumerate(self._bars):
            if len(bar.key) == 7 and not (bar.key.endswith("-01") or number == 0):
                continue
            left = SIDE + number * self._pitch()
            width = metrics.horizontalAdvance(bar.key[:4])
            if number == 0 and len(bar.key) == 7 and self._year_starts_within(width + 10):
                continue
            if left < free or left + width > self.width() - 4:
                continue
            painter.drawText(QRect(int(left), top, width + 2, LABELS), Qt.AlignmentFlag.AlignVCenter, bar.key[:4])
            free = left + width + 14

    def _year_starts_within(self, pixels: int) -> bool:
        near = self._bars[1 : 1 + int(pixels / self._pitch())]
        return any(bar.key.endswith("-01") for bar in near)

    # --- choosing

    def choose(self, first: int, last: int) -> None:
        """Filter by the bars from one to another, in either order."""
        first, last = min(first, last), max(first, last)
        self._apply(date_clause(self._bars[first].key, self._bars[last].key))

    def clear(self) -> None:
        """Drop the date filter."""
        self._apply(None)

    def _apply(self, clause: str | None) -> None:
        rest = without_dates(self._desk.filters)
        filters = [*rest, clause] if clause else rest
        if filters != self._desk.filters:
            self._desk.set_filters(filters)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._bars:
            self._anchor = self._end = self.bar_at(event.position().x())
            self._dragging = True
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self.bar_at(event.position().x())
        if self._dragging:
            self._end = number
        self._hover = number
        self._tip(event.position(), event.globalPosition().toPoint())
        self.update()

    def _tip(self, position: QPointF, where: QPoint) -> None:
        if not self._bars:
            return
        chosen = self.selected() if self._dragging else range(self._hover, self._hover + 1)
        QToolTip.showText(where, self._spoken(chosen), self)

    def _spoken(self, chosen: range) -> str:
        count = sum(self._bars[n].count for n in chosen)
        first, last = self._bars[chosen[0]].key, self._bars[chosen[-1]].key
        span = format_date(first) if first == last else f"{format_date(first)} – {format_date(last)}"
        return f"{span}: " + trn("%n article(s)", count)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._dragging:
            chosen = self.selected()
            self._dragging = False
            if len(chosen) == 1 and chosen == self.selected():  # a click on what is chosen already
                self.clear()
            else:
                self.choose(self._anchor, self._end)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._dragging = False
        self.clear()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.update()

    def event(self, event: QEvent) -> bool:
        """Delete drops the span here; elsewhere it moves articles to the trash."""
        if keeps(event, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the span, with Shift they stretch it; Esc and Delete drop it."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._bars:
            self._step(-1 if key == Qt.Key.Key_Left else 1, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    def _step(self, step: int, stretch: bool) -> None:
        chosen, last = self.selected(), len(self._bars) - 1
        if not chosen:
            start = end = last if step < 0 else 0
        elif stretch:
            start, end = chosen[0], min(last, max(chosen[0], chosen[-1] + step))
        else:
            start = end = min(last, max(0, (chosen[0] if step < 0 else chosen[-1]) + step))
        self.choose(start, end)
        self.setAccessibleDescription(self._spoken(range(start, end + 1)))


def _inside(key: str, span: tuple[str, str]) -> bool:
    """Whether a month or year overlaps a span of months, years or days; an open end reaches on."""
    first, last = span
    after = not first or key[: len(first)] >= first[: len(key)]
    before = not last or key[: len(last)] <= last[: len(key)]
    return after and before
