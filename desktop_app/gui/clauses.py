"""Filters as clauses of the query language: made by a click, read by a person on a chip."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QLocale

from desktop_app.gui.dates import format_date
from desktop_app.gui.i18n import tr

_CLAUSE = re.compile(r'(-?)(\w+):(?:"([^"]*)"|(.*))', re.DOTALL)
_LAST = re.compile(r'(?:^|\s)-?(?:tag|source|lang|date|is):(?:"[^"]*"|[^\s"()]+)$')
_PLAIN = re.compile(r"[\w.]+")


def clause(field: str, value: str, *, exclude: bool = False) -> str:
    """`tag:"Start-up"`, or `-tag:"Start-up"`; quotes in the value become apostrophes."""
    if field != "date" and not _PLAIN.fullmatch(value):
        value = '"' + value.replace('"', "'") + '"'
    return f"{'-' if exclude else ''}{field}:{value}"


def date_clause(first: str, last: str) -> str:
    """The span from one month or year to another, both included."""
    return f"date:{first}" if first == last else f"date:{first}..{last}"


def split(text: str) -> tuple[bool, str, str]:
    """(excluded, field, value) of a clause; field and value are "" and the text for anything else."""
    match = _CLAUSE.fullmatch(text)
    if not match:
        return text.startswith("-"), "", text.removeprefix("-")
    return bool(match[1]), match[2].lower(), match[3] if match[3] is not None else match[4]


def joined(text: str, filters: Sequence[str]) -> str:
    """Words and filters as one query; alternatives among the words are bracketed, so that filters bind all."""
    text = text.strip()
    if filters and re.search(r"\b(OR|ODER)\b|\|\|", text):
        text = f"({text})"
    return " ".join(part for part in (text, *filters) if part)


def unfold(query: str) -> tuple[str, list[str]]:
    """The other way round: the words of a query, and the filters at its end that chips can show."""
    words = query.strip()
    filters: list[str] = []
    while match := _LAST.search(words):
        filters.insert(0, match[0].strip())
        words = words[: match.start()].rstrip()
    if words.startswith("(") and words.endswith(")") and not re.search(r"[()]", words[1:-1]):
        words = words[1:-1].strip()
    return (words, filters) if joined(words, filters) == query.strip() else (query, [])


def opposite(text: str) -> str:
    """Include what was excluded, and the other way round."""
    return text.removeprefix("-") if text.startswith("-") else f"-{text}"


def date_span(text: str) -> tuple[str, str] | None:
    """First and last month or year of a date clause that includes; None for any other clause."""
    excluded, field, value = split(text)
    if excluded or field not in ("date", "datum"):
        return None
    first, dots, last = value.partition("..")
    return (first, last) if dots else (value, value)


def language_name(code: str) -> str:
    """The language's name in the window's language, or the code where it has none."""
    names = {
        "de": tr("German"),
        "en": tr("English"),
        "ja": tr("Japanese"),
        "fr": tr("French"),
        "nl": tr("Dutch"),
        "es": tr("Spanish"),
        "it": tr("Italian"),
        "zh": tr("Chinese"),
        "pl": tr("Polish"),
        "": tr("unknown"),
    }
    if code in names:
        return names[code]
    language = QLocale(code).language()
    return code if language == QLocale.Language.C else QLocale.languageToString(language)


def describe(text: str) -> str:
    """A clause in a reader's words, e.g. "Source: Rheinhafen-Bote", "Sept. 2018 – Juni 2019"."""
    excluded, field, value = split(text)
    label = _LABELS[field](value) if field in _LABELS else (f"{field}: {value}" if field else value)
    return tr("not {filter}", filter=label) if excluded else label


def _describe_dates(value: str) -> str:
    first, dots, last = value.partition("..")
    if not dots:
        return format_date(first)
    return f"{format_date(first)} – {format_date(last)}".strip()


_LABELS = {
    "tag": lambda value: tr("Tag: {value}", value=value),
    "source": lambda value: tr("Source: {value}", value=value),
    "lang": lambda value: tr("Language: {value}", value=language_name(value)),
    "date": _describe_dates,
}
