"""A stretch of time that the page keeps to."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from desktop_app.gui.clauses import date_clause
from desktop_app.gui.i18n import tr
from desktop_app.model.people import Period


@dataclass(frozen=True, slots=True)
class Span:
    """From one day (yyyymmdd) to another, both included; 0 is an open end."""

    first: int = 0
    last: int = 0

    def __bool__(self) -> bool:
        return bool(self.first or self.last)

    @property
    def clause(self) -> str:
        """The filter of the query language that keeps to it; "" for all time."""
        return date_clause(_day(self.first), _day(self.last)) if self else ""

    def within(self, periods: Sequence[Period]) -> range:
        """The periods that it covers, by number."""
        if not self:
            return range(0)
        inside = [
            number
            for number, period in enumerate(periods)
            if (not self.first or period.last >= self.first) and (not self.last or period.first <= self.last)
        ]
        return range(inside[0], inside[-1] + 1) if inside else range(0)


def over(periods: Sequence[Period], chosen: range) -> Span:
    """The span of these periods; all of them are no span."""
    if not chosen or len(chosen) >= len(periods):
        return Span()
    return Span(periods[chosen[0]].first, periods[chosen[-1]].last)


def period_name(name: str) -> str:
    """A period in words: "2018", "3rd quarter of 2018", "September 2018"."""
    year, _, rest = name.partition("-")
    if rest.startswith("Q"):
        return tr("quarter {number} of {year}", number=rest[1:], year=year)
    if rest:
        return f"{QLocale().standaloneMonthName(int(rest))} {year}"
    return year


def span_name(periods: Sequence[Period], chosen: range) -> str:
    """A stretch of periods in words."""
    first, last = periods[chosen[0]], periods[chosen[-1]]
    if first.name == last.name:
        return period_name(first.name)
    if first.first % 10000 == 101 and last.last % 10000 == 1231:
        years = f"{first.first // 10000}", f"{last.last // 10000}"
        return years[0] if years[0] == years[1] else f"{years[0]} – {years[1]}"
    return f"{period_name(first.name)} – {period_name(last.name)}"


def _day(number: int) -> str:
    """A day yyyymmdd as the query language takes it; a day after the month's last is its last."""
    if not number:
        return ""
    year, month = number // 10000, number // 100 % 100
    day = min(number % 100, calendar.monthrange(year, month)[1])
    return f"{year:04}-{month:02}-{day:02}"
