"""When the articles of a listing appeared: bars by decade, year, month or day, and a filter to drag."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.gui import theme, timeline
from desktop_app.gui.clauses import UNDATED, date_clause, date_spans, field_of, joined, without_dates
from desktop_app.gui.dates import format_date
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.timeline import Window
from desktop_app.gui.widgets.bar_chart import SIDE, BarChart
from desktop_app.gui.widgets.histogram_links import HistogramLinks
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.listing import Facets

GRIP = 6  # pixels around a handle
NOTCH = 120  # of a wheel, as Qt counts

_Key = Qt.Key
_CHOOSING = (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space)
_DROPPING = (_Key.Key_Escape, _Key.Key_Delete, _Key.Key_Backspace)


class Histogram(BarChart):
    """Click a bar, drag over several or use the keys: the desk gets a date filter.

    The bars are those of the query without its date filter, so that the span that was chosen can be seen
    in its surroundings. Double-click, the wheel, + and - go from decades to days and back.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("histogram")
        self.setAccessibleName(tr("Articles by date"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._desk = desk
        self._months: dict[str, int] = {}
        self._days: dict[str, int] = {}
        self._whole: Window | None = None  # everything that is dated
        self._anchor = self._end = -1  # the bars of a drag, or of the keyboard's span
        self._dragging = self._pressed_handle = False
        self._turned = 0  # of the wheel, until it makes a notch
        self.links = HistogramLinks(self)
        self.links.undated_wanted.connect(self.toggle_undated)
        self.links.whole_wanted.connect(self.show_all)
        desk.facets_changed.connect(self._on_facets)
        desk.query_changed.connect(self._on_query)
        desk.facet_wanted.connect(self._on_wanted)
        theme.notifier().changed.connect(self._dress)
        self._dress()

    # --- what is shown

    def selected(self) -> range:
        """The bars inside the date filter, or inside the span being dragged or marked with the keys."""
        if self._dragging or self._keying:
            return range(min(self._anchor, self._end), max(self._anchor, self._end) + 1)
        return self._filtered()

    def _filtered(self) -> range:
        spans = date_spans(self._desk.filters)
        within = [n for n, bar in enumerate(self._bars) if any(timeline.inside(bar.key, span) for span in spans)]
        return range(within[0], within[-1] + 1) if within else range(0)

    def _on_wanted(self, clause: str) -> None:
        if field_of(clause) == "date" and self.isVisible():
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_query(self) -> None:
        self._keying = False
        self.update()

    def _on_facets(self, facets: Facets | None) -> None:
        facets = facets or Facets()
        self._months = facets.months
        self.links.show_undated(facets.undated, chosen=UNDATED in self._desk.filters)
        self._fit()

    def _room(self) -> int:
        return max(24, (self.width() - 2 * SIDE) // 4)

    def _fit(self) -> None:
        """Keep the window where it is if there is something in it; otherwise show everything."""
        before, self._whole = self._whole, timeline.whole_of(self._months, self._room())
        if self._whole is None and (self._desk.full_query or self._desk.view != "all"):
            self._whole = before  # nothing that is dated was found: the dates stay, without bars
        window = self._window
        zoomed = window is not None and window != before and self._whole is not None
        if not zoomed or window is None or self._whole is None or window.moved(0, self._whole) != window:
            window = self._whole
        self._show(window)

    def _show(self, window: Window | None) -> None:
        """Draw another window; days are asked for first, and the bars stay as they are until they come."""
        self._window = window
        if window is None or window.scale != "days":
            self._rebuild()
            return
        desk, archive = self._desk, self._desk.archive
        query, view = joined(desk.text, without_dates(desk.filters)), desk.view
        by_family = bool(desk.folding.asked())  # as the months are counted
        first, last = timeline.key("days", window.first), timeline.key("days", window.last)

        def show(days: dict[str, int]) -> None:
            if self._window == window:
                self._days = days
                self._rebuild()

        desk.jobs.read(
            self,
            lambda: archive.days(archive.find(query, view=view, sort="-date", by_family=by_family), first, last),
            show,
            key="histogram",
            failed=lambda _error: show({}),
        )

    def _rebuild(self) -> None:
        before = len(self._bars)
        self._bars = timeline.bars_of(self._window, self._months, self._days)
        if len(self._bars) != before:
            self._keying = False  # other bars than those that were marked
        self.links.show_zoom(self._window != self._whole)
        # An empty space is calmer than a list that jumps up and down while the reader types.
        self.setVisible(bool(self._bars) or self.links.undated > 0 or bool(self._desk.full_query))
        self._tell()
        self.update()

    def resizeEvent(self, event: QEvent) -> None:
        self.links.place()
        if self._months:
            self._fit()

    def _dress(self) -> None:
        self.links.dress()
        self.update()

    def _handle_at(self, x: float) -> int:
        """-1 for the left handle, 1 for the right one, 0 for neither."""
        ends = None if self._dragging else self.handles()
        if ends is None or self._pitch() * len(self.selected()) < 2 * GRIP:
            return 0
        return -1 if abs(x - ends[0]) < GRIP else 1 if abs(x - ends[1]) < GRIP else 0

    # --- choosing

    def choose(self, first: int, last: int) -> None:
        """Filter by the bars from one to another, in either order."""
        first, last = min(first, last), max(first, last)
        start, end = timeline.ends(self._bars[first].key)[0], timeline.ends(self._bars[last].key)[1]
        self._apply(date_clause(start, end))

    def clear(self) -> None:
        """Drop the date filter."""
        self._apply(None)

    def toggle_undated(self) -> None:
        """Show only the articles without a date, or all again."""
        self._apply(None if UNDATED in self._desk.filters else UNDATED)

    def _apply(self, clause: str | None) -> None:
        rest = without_dates(self._desk.filters)
        filters = [*rest, clause] if clause else rest
        self._keying = False
        if filters != self._desk.filters:
            self._desk.set_filters(filters)
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Say for those who do not see it what is chosen or pointed at."""
        chosen = self.selected()
        text = self._spoken(chosen) if chosen else ""
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            if text and self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _spoken(self, chosen: range) -> str:
        count = sum(self._bars[n].count for n in chosen)
        first, last = timeline.ends(self._bars[chosen[0]].key)[0], timeline.ends(self._bars[chosen[-1]].key)[1]
        span = format_date(first) if first == last else f"{format_date(first)} – {format_date(last)}"
        return f"{span}: " + trn("%n article(s)", count)

    # --- zooming

    def zoom(self, step: int, at: int) -> None:
        """Show the bar `at`, or the chosen ones if it is among them, in finer units (1), or what is around (-1)."""
        if self._window is None or self._whole is None or not self._bars:
            return
        chosen = self.selected() if at in self.selected() else range(at, at + 1)
        self._keying = False
        if step < 0:
            self._show(timeline.zoomed_out(self._window, self._whole))
            return
        first, last = self._window.first + chosen[0], self._window.first + chosen[-1]
        self._show(timeline.zoomed_in(self._window, first, last, self._room()))

    def show_all(self) -> None:
        """Show everything that is dated."""
        self._keying = False
        self._show(self._whole)

    def pan(self, by: int) -> None:
        """Move the window by so many bars."""
        self._keying = False
        self._move(by)

    def _move(self, by: int) -> int:
        """Move the window as far as there is something; returns by how many bars."""
        if self._window is None or self._whole is None:
            return 0
        before, moved = self._window, self._window.moved(by, self._whole)
        if moved != before:
            self._show(moved)
        return moved.first - before.first

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down zoom; sideways, or with Shift, time moves by."""
        turn = event.angleDelta()
        sideways = turn.x() or (turn.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        self._turned += sideways or turn.y()
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        if notches and sideways:
            self.pan(-notches * max(1, len(self._bars) // 8))
        elif notches:
            self.zoom(1 if notches > 0 else -1, self.bar_at(event.position().x()))
        event.accept()

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._bars:
            return
        x = event.position().x()
        handle, chosen = self._handle_at(x), self.selected()
        self._end = self.bar_at(x) if not handle else chosen[0] if handle < 0 else chosen[-1]
        self._anchor = self._end if not handle else chosen[-1] if handle < 0 else chosen[0]
        self._dragging = True
        self._pressed_handle = bool(handle)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        number = self.bar_at(x)
        if self._dragging:
            self._end = number
        self._hover = number
        self.setCursor(Qt.CursorShape.SizeHorCursor if self._handle_at(x) else Qt.CursorShape.ArrowCursor)
        self._tip(event.globalPosition().toPoint())
        self.update()

    def _tip(self, where: QPoint) -> None:
        if self._bars:
            chosen = self.selected() if self._dragging else range(self._hover, self._hover + 1)
            QToolTip.showText(where, self._spoken(chosen), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._dragging:
            return
        chosen = self.selected()
        self._dragging = False
        if len(chosen) == 1 and chosen == self._filtered() and not self._pressed_handle:
            self.clear()  # a click on what is chosen already
        else:
            self.choose(self._anchor, self._end)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose the bar and look into it; days, which have nothing in them, lead back to everything."""
        if event.button() != Qt.MouseButton.LeftButton or not self._bars or self._window is None:
            return
        self._dragging = False
        number, days = self.bar_at(event.position().x()), self._window.scale == "days"
        self.choose(number, number)
        if days:
            self.show_all()
        else:
            self.zoom(1, number)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.update()

    # --- keyboard

    def event(self, event: QEvent) -> bool:
        """These keys are shortcuts elsewhere; Delete moves articles to the trash there."""
        if keeps(event, *_CHOOSING, *_DROPPING, _Key.Key_Plus, _Key.Key_Minus):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows mark a bar, with Shift several; Enter filters by them; Esc and Delete drop that; + and - zoom."""
        key, stretch = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {
            _Key.Key_Left: -1,
            _Key.Key_Right: 1,
            _Key.Key_Home: -len(self._bars),
            _Key.Key_End: len(self._bars),
        }
        if key in steps and self._bars:
            self._step(steps[_Key(key)], stretch)
        elif key in (_Key.Key_PageUp, _Key.Key_PageDown):
            self.pan(len(self._bars) if key == _Key.Key_PageDown else -len(self._bars))
        elif key in _CHOOSING and self.selected():
            self.choose(self.selected()[0], self.selected()[-1])
        elif key in _DROPPING:
            self._drop()
        elif key in (_Key.Key_Plus, _Key.Key_Equal, _Key.Key_Minus):
            self.zoom(-1 if key == _Key.Key_Minus else 1, self._marked())
        else:
            super().keyPressEvent(event)

    def _marked(self) -> int:
        """The bar that the keyboard is at: the marked or chosen one, else the tallest."""
        if self._keying:
            return self._end
        chosen = self.selected()
        if chosen:
            return chosen[0]
        return max(range(len(self._bars)), key=lambda at: self._bars[at].count, default=-1)

    def _step(self, step: int, stretch: bool) -> None:
        """Move the marked end by `step` bars; one step beyond the edge takes the window along."""
        last, chosen = len(self._bars) - 1, self.selected()
        if not self._keying:
            self._anchor, self._end = (chosen[0], chosen[-1]) if chosen else (-1, -1)
            if chosen and not stretch and step < 0:
                self._end = chosen[0]
        if abs(step) > 1:
            self._end = 0 if step < 0 else last
        elif self._end < 0:
            self._end = last if step < 0 else 0
        else:
            self._end += step
        if not 0 <= self._end <= last:
            shift = self._move(step)
            self._anchor, self._end = self._anchor - shift, self._end - shift
        self._end = min(last, max(0, self._end))
        self._anchor = self._end if not stretch or self._anchor < 0 else min(last, self._anchor)
        self._keying = True
        self._tell()
        self.update()

    def _drop(self) -> None:
        """What is only marked, then the filter, then the zoom."""
        if self._keying:
            self._keying = False
            self._tell()
            self.update()
        elif date_spans(self._desk.filters) or UNDATED in self._desk.filters:
            self.clear()
        else:
            self.show_all()
