"""Dates and ranges of dates in a query: `2018-09`, `2018..2020`, `>=2018-09`, `15.9.2018`, `today`."""

import datetime as dt
import re
from typing import Final

from desktop_app.model.dates import PartialDate

OPEN_FIRST: Final = 0
OPEN_LAST: Final = 99991231

_COMPARED = re.compile(r"([<>]=?|=)\s*(.+)")
_GERMAN = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{4})")
_LOOSE = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_YEARS = re.compile(r"(\d{4})\s*[-–—]\s*(\d{4})")
_DAYS = {"today": 0, "heute": 0, "yesterday": 1, "gestern": 1}


def read_range(text: str, today: dt.date) -> tuple[int, int]:
    """The first and last day (yyyymmdd) that `text` means; raises ValueError where it is no date."""
    text = _YEARS.sub(r"\1..\2", text.strip())
    if ".." in text:
        left, _, right = text.partition("..")
        right = right.removeprefix(".").strip()
        first = _read(left, today).earliest if left.strip() else OPEN_FIRST
        last = _read(right, today).latest if right else OPEN_LAST
        if not left.strip() and not right:
            raise ValueError("a range needs a beginning or an end")
        return first, last
    if compared := _COMPARED.fullmatch(text):
        return _compare(compared[1], _read(compared[2], today))
    date = _read(text, today)
    return date.earliest, date.latest


def print_range(first: int, last: int) -> str:
    """The shortest form that `read_range` reads as these days again."""
    if first == OPEN_FIRST:
        return f"..{_partial(last, _precision_last(last))}"
    if last == OPEN_LAST:
        return f"{_partial(first, _precision_first(first))}.."
    precision = max(_precision_first(first), _precision_last(last))
    left, right = _partial(first, precision), _partial(last, precision)
    return left if left == right else f"{left}..{right}"


def _read(text: str, today: dt.date) -> PartialDate:
    text = text.strip().casefold()
    if text in _DAYS:
        day = today - dt.timedelta(days=_DAYS[text])
        return PartialDate(day.year, day.month, day.day)
    if match := _GERMAN.fullmatch(text):
        return _made(match[3], match[2], match[1])
    if match := _SLASHED.fullmatch(text):
        return _made(match[2], match[1], None)
    if match := _LOOSE.fullmatch(text):
        return _made(*match.groups())
    return PartialDate.parse(text)


def _made(year: str, month: str, day: str | None) -> PartialDate:
    if not int(month) or (day is not None and not int(day)):
        raise ValueError("a month or day of zero")
    return PartialDate(int(year), int(month), int(day or 0))


def _compare(sign: str, date: PartialDate) -> tuple[int, int]:
    if sign == ">=":
        return date.earliest, OPEN_LAST
    if sign == "<=":
        return OPEN_FIRST, date.latest
    if sign == ">":
        return _shift(date.latest, 1), OPEN_LAST
    if sign == "<":
        return OPEN_FIRST, _shift(date.earliest, -1)
    return date.earliest, date.latest


def _shift(day: int, by: int) -> int:
    try:
        moved = dt.date(day // 10000, day // 100 % 100, day % 100) + dt.timedelta(days=by)
    except OverflowError as error:
        raise ValueError("beyond the calendar") from error
    return moved.year * 10000 + moved.month * 100 + moved.day


def _precision_first(day: int) -> int:
    return 1 if day % 10000 == 101 else 2 if day % 100 == 1 else 3


def _precision_last(day: int) -> int:
    if day % 10000 == 1231:
        return 1
    return 2 if PartialDate(day // 10000, day // 100 % 100).latest == day else 3


def _partial(day: int, precision: int) -> str:
    return "-".join([f"{day // 10000:04}", f"{day // 100 % 100:02}", f"{day % 100:02}"][:precision])
