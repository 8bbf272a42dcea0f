"""Dates as a reader of the article's language writes them; what is not known is not shown."""

import datetime as dt

from PySide6.QtCore import QDate, QLocale

from desktop_app.gui.i18n import tr
from desktop_app.model.dates import PartialDate

# (day, month, year) in QLocale's format letters. The month is spelt wherever there is no day, so that
# "09/2018" is never mistaken for a day.
_FORMATS = {
    "de": ("dd.MM.yyyy", "MMM yyyy", "yyyy"),
    "en": ("d MMMM yyyy", "MMMM yyyy", "yyyy"),
    "ja": ("yyyy年M月d日", "yyyy年M月", "yyyy年"),
    "zh": ("yyyy年M月d日", "yyyy年M月", "yyyy年"),
    "fr": ("d MMM yyyy", "MMM yyyy", "yyyy"),
    "nl": ("d MMM yyyy", "MMM yyyy", "yyyy"),
    "es": ("d MMM yyyy", "MMM yyyy", "yyyy"),
    "it": ("d MMM yyyy", "MMM yyyy", "yyyy"),
}
_TERRITORY = {"en": "en_GB", "zh": "zh_CN"}


def format_date(edtf: str, locale: str = "") -> str:
    """A partial date in words: "14.05.2019", "Sept. 2018", "2019年6月3日"; "" stays "".

    `locale` is an ISO 639-1 code, usually the article's language; without one, the window's. What is not a
    date is shown as it is kept.
    """
    if not edtf:
        return ""
    try:
        date = PartialDate.parse(edtf)
    except ValueError:
        return edtf
    language = locale.partition("_")[0].partition("-")[0].lower() or QLocale().name()[:2]
    day, month, year = _FORMATS.get(language, ("d MMM yyyy", "MMM yyyy", "yyyy"))
    pattern = {"day": day, "month": month, "year": year}[date.precision]
    return QLocale(_TERRITORY.get(language, language)).toString(
        QDate(date.year, date.month or 1, date.day or 1), pattern
    )


def when(stamp: str) -> str:
    """A time in UTC as a reader says it: "today", "yesterday", or the date."""
    try:
        day = dt.datetime.fromisoformat(stamp).astimezone().date()
    except ValueError:
        return ""
    ago = (dt.datetime.now().astimezone().date() - day).days
    if ago == 0:
        return tr("today")
    return tr("yesterday") if ago == 1 else format_date(day.isoformat())
