"""Dates as German, English and Japanese papers print them, read into partial dates.

A date is only what is written: no missing year is filled in, an ambiguous 04/05/2019 stays unread unless the
caller knows which part is the day, and a date in the future is refused.
"""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from desktop_app.model.dates import PartialDate

EARLIEST_YEAR = 1450  # movable type: nothing older was printed

_MONTHS: dict[str, int] = {}
for _index, _names in enumerate(
    (
        "januar january jan jän jänner janner",
        "februar february feb feber febr",
        "märz maerz march mar mär mrz",
        "april apr",
        "mai may",
        "juni june jun",
        "juli july jul",
        "august aug",
        "september sept sep",
        "oktober october okt oct",
        "november nov",
        "dezember december dez dec",
    ),
    start=1,
):
    _MONTHS.update(dict.fromkeys(_names.split(), _index))

_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")

_MONTH = r"(?P<month_name>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = (
    r"(?:(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)\b\.?\s*,?\s*(?:(?:den|the|dem)\s+)?)?"
)
_ZONE = r"(?:\s*(?:Z|UTC|GMT|MEZ|MESZ|CET|CEST|JST|EST|EDT|PST|PDT|BST|[+-]\d\d:?\d\d)\b)?(?:\s*\([A-Za-z ]{1,30}\))?"
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?:\s*(?:uhr|h|a\.?m\.?|p\.?m\.?)(?!\w))?" + _ZONE
_TIME = rf"(?:\s*(?:,|-|–|\||um|at|T)?\s*(?:{_CLOCK}|\d{{1,2}}\s+uhr))?"
_NUM = "[0-9〇零一二三四五六七八九十]"
_YEAR = r"(?P<year>\d{4})(?!\d)"

_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 2019-06-03, 2019/06/03, 2019.06.03, 2018-09, with or without a time
        (
            rf"(?P<year>\d{{4}})(?P<sep>[-/.])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})(?!\d)"
            rf"(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?{_ZONE}(?!\d))?"
        ),
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T\d{4,6}(?:Z|[+-]\d\d:?\d\d)?)?(?!\w)",
        r"(?P<year>\d{4})-(?P<month>\d\d)(?![\d-])",
        # 令和元年6月3日（月）, 2019年6月3日, 二〇一九年六月
        (
            rf"(?P<era>明治|大正|昭和|平成|令和)\s?(?P<era_year>元|{_NUM}{{1,3}})\s?年"
            rf"(?:\s?(?P<month>{_NUM}{{1,3}})\s?月(?:\s?(?P<day>{_NUM}{{1,3}})\s?日)?)?"
        ),
        (
            rf"(?P<year>{_NUM}{{4}})\s?年(?:[(（][^)）]{{2,8}}年[)）])?\s?(?P<month>{_NUM}{{1,3}})\s?月"
            rf"(?:\s?(?P<day>{_NUM}{{1,3}})\s?日)?"
        ),
        # Dienstag, 14. Mai 2019, 10:11 Uhr; 4th June 2019; Thu, 05 Mar 1987 09:07:54 +0000; 5 Mar 87
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?[\s-]*{_MONTH},?[\s-]+(?:{_YEAR}|(?P<short>\d\d)(?!\d)){_TIME}",
        rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}{_TIME}",
        rf"{_MONTH},?\s+{_YEAR}",
        # Fri Mar 2 15:01:01 1987
        rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{{3,4}}\s+)?{_YEAR}",
        # Do, 14.01.2021 - 10:11 Uhr; 14. 5. 19
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?(?:{_YEAR}|(?P<short>\d\d)(?!\d)){_TIME}",
        rf"{_WEEKDAY}(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{_YEAR}{_TIME}",
    )
)
_JAPANESE_TAIL = re.compile(
    r"\s?(?:[(（][月火水木金土日](?:曜日?)?[)）]|[月火水木金土日]曜日?)?(?:\s?(?:午前|午後)?\d{1,2}(?:[:：]\d\d|時(?:\d{1,2}分)?))?"
)
_PREFIX = re.compile(r"(?:vom|am|den|stand|on|dated)\s*:?\s+", re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[（［【](.*)[)\]）］】]")
_STARTS = re.compile(r"[\d〇零一二三四五六七八九明大昭平令]|[A-Za-zÄÖÜäöü]{2}")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and the span [start, end) of the text, in code points, in which it is written."""

    start: int
    end: int
    date: PartialDate


def parse_date(text: str, *, day_first: bool | None = None) -> PartialDate | None:
    """Read a text that is a date and nothing else, or return None.

    `day_first` says how 04/05/2019 is to be read; None leaves it unread unless one number is over 12. A bare
    year counts, as in a field named “date”.
    """
    text = text.strip().rstrip(".")
    if len(text) > 80:
        return None
    if bracketed := _BRACKETED.fullmatch(text):
        text = bracketed[1].strip()
    if re.fullmatch(r"\d{4}", text):
        return _make(int(text), 0, 0)
    prefix = _PREFIX.match(text)
    found = date_at(text, prefix.end() if prefix else 0, day_first=day_first)
    return found.date if found and found.end == len(text) else None


def date_at(text: str, start: int = 0, *, day_first: bool | None = None) -> FoundDate | None:
    """The longest date that begins exactly at `start`, with weekday and time where they belong to it."""
    window = _fold_digits(text[start : start + 90])
    if not _STARTS.match(window):
        return None
    best: FoundDate | None = None
    for form in _FORMS:
        match = form.match(window)
        if match is None or (best and match.end() + start <= best.end):
            continue
        date = _read(match.groupdict(), day_first)
        if date is not None:
            end = match.end()
            tail = _JAPANESE_TAIL.match(window, end) if "年" in match[0] else None
            end = tail.end() if tail else end
            best = FoundDate(start, start + end, date)
    return best


def date_from_name(name: str) -> PartialDate | None:
    """The date that a file's name states, if it states exactly one: 2019-05-14_x.txt, 20190514, 2018-09 y.pdf."""
    full = {
        date
        for match in re.finditer(r"(?<![0-9A-Za-z])(\d{4})([-_.]?)(\d\d)\2(\d\d)(?![0-9A-Za-z])", name)
        if (date := _make(int(match[1]), int(match[3]), int(match[4]))) and date.year >= 1600
    }
    full |= {
        date
        for match in re.finditer(r"(?<![0-9A-Za-z])(\d\d)\.(\d\d)\.(\d{4})(?![0-9A-Za-z])", name)
        if (date := _make(int(match[3]), int(match[2]), int(match[1])))
    }
    if not full:
        full = {
            date
            for match in re.finditer(r"(?<![0-9A-Za-z-])(1[6-9]\d\d|20\d\d)-(\d\d)(?![0-9A-Za-z-])", name)
            if (date := _make(int(match[1]), int(match[2]), 0))
        }
    return full.pop() if len(full) == 1 else None


def _fold_digits(text: str) -> str:
    """Full-width digits and signs as ASCII, code point for code point."""
    if text.isascii():
        return text
    return (
        "".join(
            unicodedata.normalize("NFKC", char) if "\uff01" <= char <= "\uff5e" and char not in "（）" else char
            for char in text
        )
        .replace("\u00a0", " ")
        .replace("\u3000", " ")
    )


def _read(groups: dict[str, str | None], day_first: bool | None) -> PartialDate | None:
    year = _year(groups)
    if first := groups.get("first"):
        return _slashes(year, int(first), int(groups["second"] or 0), day_first)
    name = groups.get("month_name")
    month = _MONTHS[name.casefold()] if name else _number(groups.get("month"))
    return _make(year, month, _number(groups.get("day")), stated=groups)


def _slashes(year: int, first: int, second: int, day_first: bool | None) -> PartialDate | None:
    if first > 12 or first == second:
        day_first = True
    elif second > 12:
        day_first = False
    if day_first is None:
        return None
    return _make(year, second, first) if day_first else _make(year, first, second)


def _year(groups: dict[str, str | None]) -> int:
    if era := groups.get("era"):
        return _ERAS[era] + (1 if groups["era_year"] == "元" else _number(groups["era_year"]))
    if short := groups.get("short"):  # the most recent year that ends so
        this_year = _today().year
        century = this_year // 100 * 100
        return century + int(short) if century + int(short) <= this_year else century - 100 + int(short)
    return _number(groups.get("year"))


def _number(digits: str | None) -> int:
    """Arabic or kanji digits: 12, 一二, 十二, 二十一; 0 for nothing."""
    if not digits:
        return 0
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        digits = f"{tens or '一'}{ones or '〇'}" if len(ones) < 2 else ones
    folded = digits.translate(_KANJI_DIGITS)
    return int(folded) if folded.isdecimal() else 0


def _make(year: int, month: int, day: int, *, stated: dict[str, str | None] | None = None) -> PartialDate | None:
    if stated is not None and ((stated.get("month") and not month) or (stated.get("day") and not day)):
        return None
    today = _today()
    if not EARLIEST_YEAR <= year <= today.year + 1:
        return None
    try:
        date = PartialDate(year, month, day)
    except ValueError:
        return None
    tomorrow = today + dt.timedelta(days=1)  # it may be tomorrow already where the paper appears
    return date if date.earliest <= int(f"{tomorrow:%Y%m%d}") else None


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()
