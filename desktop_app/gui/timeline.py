"""Time as the histogram cuts it: decades, years, months or days in a window that is zoomed and moved."""

import calendar
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLocale

from desktop_app.gui.dates import format_date

Scale = Literal["decades", "years", "months", "days"]
SCALES: tuple[Scale, ...] = ("decades", "years", "months", "days")
SHORT = 4  # months that are better shown by days
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)  # between labelled years
_GAP = 12  # pixels between labels


@dataclass(frozen=True, slots=True)
class Bar:
    """One decade ("1870s"), year ("2018"), month ("2018-09") or day ("2018-09-15"), and how many articles have it."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time, both ends included; `first` and `last` count its units since the year 0."""

    scale: Scale
    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 1

    def moved(self, by: int, whole: "Window") -> "Window":
        """The window shifted, but not beyond the unit that the other one begins or ends with."""
        least = number(self.scale, first_day(whole.scale, whole.first)) - self.first
        most = number(self.scale, last_day(whole.scale, whole.last)) - self.last
        by = max(min(least, 0), min(max(most, 0), by))
        return Window(self.scale, self.first + by, self.last + by)


def number(scale: Scale, day: dt.date) -> int:
    """The unit that a day lies in."""
    if scale == "days":
        return day.toordinal()
    if scale == "months":
        return day.year * 12 + day.month - 1
    return day.year if scale == "years" else day.year // 10


def first_day(scale: Scale, unit: int) -> dt.date:
    """The first day of a unit."""
    if scale == "days":
        return dt.date.fromordinal(unit)
    if scale == "months":
        return dt.date(unit // 12, unit % 12 + 1, 1)
    return dt.date(max(1, unit if scale == "years" else unit * 10), 1, 1)


def last_day(scale: Scale, unit: int) -> dt.date:
    """The last day of a unit."""
    if scale == "days":
        return dt.date.fromordinal(unit)
    if scale == "months":
        year, month = unit // 12, unit % 12 + 1
        return dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date(min(9999, unit if scale == "years" else unit * 10 + 9), 12, 31)


def key(scale: Scale, unit: int) -> str:
    """What a unit is called in the query language; a decade has no word there."""
    if scale == "days":
        return dt.date.fromordinal(unit).isoformat()
    if scale == "months":
        return f"{unit // 12:04}-{unit % 12 + 1:02}"
    return f"{unit:04}" if scale == "years" else f"{unit * 10:04}s"


def ends(bar_key: str) -> tuple[str, str]:
    """First and last date of a bar in the query language."""
    if bar_key.endswith("s"):
        return bar_key[:4], f"{int(bar_key[:4]) + 9:04}"
    return bar_key, bar_key


def inside(bar_key: str, span: tuple[str, str]) -> bool:
    """Whether a bar overlaps a span of days, months or years; an open end reaches on."""
    low, high = ends(bar_key)
    first, last = span
    after = not first or high[: len(first)] >= first[: len(high)]
    before = not last or low[: len(last)] <= last[: len(low)]
    return after and before


def whole_of(months: dict[str, int], room: int) -> Window | None:
    """The window over everything that is dated, in the finest scale that `room` bars can show; None for nothing.

    `months` are counts by month ("2018-09") or by year for dates that name no more ("2018").
    """
    if not months:
        return None
    years = sorted(int(name[:4]) for name in months)
    exact = sorted(int(name[:4]) * 12 + int(name[5:7]) - 1 for name in months if len(name) == 7)
    if exact and exact[0] // 12 <= years[0] and years[-1] <= exact[-1] // 12:
        by_month = Window("months", exact[0], exact[-1])
        if len(by_month) <= SHORT:
            return Window("days", first_day("months", exact[0]).toordinal(), last_day("months", exact[-1]).toordinal())
        if len(by_month) <= room:
            return by_month
    by_year = Window("years", years[0], years[-1])
    return by_year if len(by_year) <= room else Window("decades", years[0] // 10, years[-1] // 10)


def zoomed_in(window: Window, first: int, last: int, room: int) -> Window:
    """The units from `first` to `last` in the next finer scale, as many as can be shown."""
    if window.scale == "days":
        return window
    finer = SCALES[SCALES.index(window.scale) + 1]
    last = min(last, first + SHORT - 1) if finer == "days" else last
    start = number(finer, first_day(window.scale, first))
    end = number(finer, last_day(window.scale, last))
    return Window(finer, start, min(end, start + max(room, 31) - 1) if finer != "days" else end)


def zoomed_out(window: Window, whole: Window) -> Window:
    """The years around days and months, the decades around years; at most everything."""
    at = SCALES.index(window.scale) - 1
    if at <= SCALES.index(whole.scale):
        return whole
    coarser, frame = SCALES[at], SCALES[at - 1]  # whole years of months, whole decades of years
    start = first_day(frame, number(frame, first_day(window.scale, window.first)))
    end = last_day(frame, number(frame, last_day(window.scale, window.last)))
    return Window(coarser, number(coarser, start), number(coarser, end))


def bars_of(window: Window | None, months: dict[str, int], days: dict[str, int]) -> list[Bar]:
    """All units of the window from first to last, empty ones too."""
    if window is None:
        return []
    if window.scale in ("days", "months"):
        counts = days if window.scale == "days" else months
    else:
        counts = {}
        for name, count in months.items():
            unit = key(window.scale, number(window.scale, dt.date(int(name[:4]), 1, 1)))
            counts[unit] = counts.get(unit, 0) + count
    units = (key(window.scale, unit) for unit in range(window.first, window.last + 1))
    return [Bar(unit, counts.get(unit, 0)) for unit in units]


# Labels

Label = tuple[int, str]  # the bar it stands below, and what it says


def labels(window: Window, pitch: float, measure: Callable[[str], int]) -> list[Label]:
    """What stands below the bars, as much as there is room for, in the window's language.

    `pitch` is the width of a bar, `measure` gives the width of a text, both in pixels.
    """
    wishes = _WISHES[window.scale](window, pitch, measure)
    taken: list[tuple[float, float]] = []
    kept: list[Label] = []
    for at, text in wishes:
        left, right = at * pitch, at * pitch + measure(text) + _GAP
        if all(right <= start or left >= end for start, end in taken):
            taken.append((left, right))
            kept.append((at, text))
    return sorted(kept)


def _years(window: Window, pitch: float, measure: Callable[[str], int]) -> Iterator[Label]:
    width = measure("2000") + _GAP
    step = next((step for step in _STEPS if step * pitch >= width), _STEPS[-1])
    for unit in range(window.first, window.last + 1):
        if unit % step == 0:
            yield unit - window.first, key(window.scale, unit)[:4]
    yield 0, key(window.scale, window.first)[:4]


def _months(window: Window, pitch: float, measure: Callable[[str], int]) -> Iterator[Label]:
    """The years where they begin, the first month with its year, then the other months."""
    units = range(window.first, window.last + 1)
    for unit in units:
        if unit % 12 == 0:
            yield unit - window.first, f"{unit // 12}"
    yield 0, format_date(key("months", window.first))
    yield 0, f"{window.first // 12}"
    names = [QLocale().standaloneMonthName(month, QLocale.FormatType.ShortFormat) for month in range(1, 13)]
    widest = max(map(measure, names)) + _GAP
    step = next((step for step in (1, 2, 3) if step * pitch >= widest), 0)
    for unit in units if step else ():
        if unit % step == 0:
            yield unit - window.first, names[unit % 12]


def _days(window: Window, _pitch: float, _measure: Callable[[str], int]) -> Iterator[Label]:
    """The months where they begin, then every week, then every day."""
    mark = {"de": "{}.", "ja": "{}日"}.get(QLocale().name()[:2], "{}")
    days = [dt.date.fromordinal(unit) for unit in range(window.first, window.last + 1)]
    for at, day in enumerate(days):
        if day.day == 1 or at == 0:
            yield at, format_date(day.isoformat()[:7] if day.day == 1 else day.isoformat())
    for at, day in enumerate(days):
        if day.day in (8, 15, 22, 29):
            yield at, mark.format(day.day)


_WISHES = {"decades": _years, "years": _years, "months": _months, "days": _days}
