"""The archive's time in equal stretches, and how often somebody is named in each."""

from typing import Final

import numpy as np

from desktop_app.archive.matching import Ids
from desktop_app.archive.people.tally import Tally
from desktop_app.model.people import Period

_MONTHS_APART: Final = 36  # up to so many months each has a bar, up to the next number each quarter, else each year
_QUARTERS_APART: Final = 144
_WITHIN_A_YEAR: Final = {1: 100, 3: 300}  # yyyymmdd: how far the ends of a date may be apart to fall into one stretch


def periods(tally: Tally, at: Ids) -> tuple[Period, ...]:
    """The stretches from the first to the last dated live article of the archive; `at`: who is looked at stands there.

    Months, quarters or years, by how long that is. Articles of which only the year is known count in years alone.
    """
    matcher = tally.matcher
    dated = matcher.live & (matcher.date_from > 0)
    if not dated.any():
        return ()
    first, last = int(matcher.date_from[dated].min()), int(matcher.date_from[dated].max())
    months = (last // 10000 - first // 10000) * 12 + last // 100 % 100 - first // 100 % 100 + 1
    size = 1 if months <= _MONTHS_APART else 3 if months <= _QUARTERS_APART else 12
    named = tally.listed(at) & dated
    begin = _bin(np.array([first]), size)[0]
    count = int(_bin(np.array([last]), size)[0] - begin + 1)
    usable = dated if size == 12 else dated & (matcher.date_to - matcher.date_from < _WITHIN_A_YEAR[size])
    all_of = np.bincount(_bin(matcher.date_from[usable], size) - begin, minlength=count)
    naming = np.bincount(_bin(matcher.date_from[named & usable], size) - begin, minlength=count)
    return tuple(_period(int(begin) + i, size, int(all_of[i]), int(naming[i])) for i in range(count))


def _bin(days: "np.ndarray[tuple[int], np.dtype[np.int32]]", size: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    months = days.astype(np.int64) // 10000 * 12 + np.maximum(days // 100 % 100, 1) - 1
    return months // size


def _period(number: int, size: int, articles: int, naming: int) -> Period:
    year, month = divmod(number * size, 12)
    if size == 12:
        return Period(f"{year:04}", year * 10000 + 101, year * 10000 + 1231, articles, naming)
    end = month + size  # the months are from `month` + 1 to `end`
    name = f"{year:04}-{end:02}" if size == 1 else f"{year:04}-Q{end // 3}"
    return Period(name, year * 10000 + (month + 1) * 100 + 1, year * 10000 + end * 100 + 31, articles, naming)
