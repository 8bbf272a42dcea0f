"""Partial dates: a month stays a month, and what is not known is not made up (EDTF level 0)."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

Precision = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of it, or a day of that, in the Gregorian calendar."""

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        dt.date(self.year, self.month or 1, self.day or 1)  # raises ValueError where there is no such day
        if self.day and not self.month:
            raise ValueError("a day needs its month")

    @classmethod
    def parse(cls, edtf: str) -> "PartialDate":
        """Read `2018`, `2018-09` or `2018-09-15`; raises ValueError for anything else."""
        match = _EDTF.fullmatch(edtf.strip())
        if not match:
            raise ValueError(f"{edtf!r} is not a date like 2018, 2018-09 or 2018-09-15")
        year, month, day = (int(part) if part else 0 for part in match.groups())
        if (match[2] and not month) or (match[3] and not day):
            raise ValueError(f"{edtf!r} has a month or day of zero")
        return cls(year, month, day)

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part])

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def earliest(self) -> int:
        """The first day it can be, as the integer yyyymmdd."""
        return self.year * 10000 + (self.month or 1) * 100 + (self.day or 1)

    @property
    def latest(self) -> int:
        """The last day it can be, as the integer yyyymmdd."""
        month = self.month or 12
        day = self.day or calendar.monthrange(self.year, month)[1]
        return self.year * 10000 + month * 100 + day
