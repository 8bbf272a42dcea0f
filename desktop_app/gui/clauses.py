"""Filters as clauses of the query language: made by a click, read by a person on a chip.

A clause is one value (`source:"Bote"`), alternatives of one field (`(source:"Bote" OR source:nwd)`), or either with a
minus before it, which leaves these articles out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from PySide6.QtCore import QLocale

from desktop_app.gui.dates import format_date
from desktop_app.gui.i18n import tr, trn
from desktop_app.model.dossiers import screened
from desktop_app.model.people import Kind
from desktop_app.model.query_lexer import operand

State = Literal["", "include", "exclude"]

_FIELD = r"(?:tag|source|lang|date|is|like|person|org|dossier|screening)"
_VALUE = r'(?:"[^"]*"|[^\s"()]+)'
_ONE = re.compile(r'(-?)(\w+):(?:"([^"]*)"|(.*))', re.DOTALL)
_MANY = re.compile(rf"(-?)\((\w+):{_VALUE}(?: OR \2:{_VALUE})+\)")
_LAST = re.compile(rf"(?:^|\s)-?(?:{_FIELD}:{_VALUE}|\(({_FIELD}):{_VALUE}(?: OR \1:{_VALUE})+\))$")
_DANGLING = re.compile(r"(?:^|[\s(])(?:AND|UND|OR|ODER|NOT|NICHT|&&|\|\||-|!)$")
_PLAIN = re.compile(r"[\w.]+")
_ALTERNATIVE = ("source", "lang", "date")  # an article has one of these at most
_NAMED_AT_MOST = 3  # values on one chip
_TITLE_AT_MOST = 22  # code points


def clause(field: str, value: str, *, exclude: bool = False) -> str:
    """`tag:"Start-up"`, or `-tag:"Start-up"`; quotes in the value become apostrophes."""
    if field != "date" and not _PLAIN.fullmatch(value):
        value = '"' + value.replace('"', "'") + '"'
    return f"{'-' if exclude else ''}{field}:{value}"


def date_clause(first: str, last: str) -> str:
    """The span from one day, month or year to another, both included."""
    return f"date:{first}" if first == last else f"date:{first}..{last}"


def split(text: str) -> tuple[bool, str, str]:
    """(excluded, field, value) of a clause with one value; field and value are "" and the text for anything else."""
    match = _ONE.fullmatch(text)
    if not match or text.startswith("("):
        return text.startswith("-"), "", text.removeprefix("-")
    return bool(match[1]), match[2].lower(), match[3] if match[3] is not None else match[4]


def members(text: str) -> list[str]:
    """The single values that a clause names, as clauses that include."""
    bare = text.removeprefix("-")
    if not _MANY.fullmatch(bare):
        return [bare]
    return re.findall(rf"\w+:{_VALUE}", bare)


def field_of(text: str) -> str:
    """The field that a clause filters by; "" where it is no filter."""
    return split(members(text)[0])[1]


def either(singles: Sequence[str], *, exclude: bool = False) -> str:
    """One clause for these alternatives."""
    text = singles[0] if len(singles) == 1 else f"({' OR '.join(singles)})"
    return f"-{text}" if exclude else text


def state_of(single: str, filters: Iterable[str]) -> State:
    """Whether the filters ask for a value, by itself or among alternatives, or leave it out."""
    for text in filters:
        if single in members(text):
            return "exclude" if text.startswith("-") else "include"
    return ""


def without(filters: Iterable[str], single: str) -> list[str]:
    """The filters with a value dropped, alone or from among alternatives."""
    left = []
    for text in filters:
        others = [each for each in members(text) if each != single]
        if len(others) == len(members(text)):
            left.append(text)
        elif others:
            left.append(either(others, exclude=text.startswith("-")))
    return left


def chosen(filters: Sequence[str], single: str, *, exclude: bool = False, more: bool = False) -> list[str]:
    """The filters after a click on a value.

    What is set already is dropped. With `more` the value joins the alternatives of its field; otherwise it takes their
    place, but that tags add up: an article can have several.
    """
    wanted: State = "exclude" if exclude else "include"
    mate = next((text for text in filters if _is_mate(text, single, exclude=exclude)), None)
    set_already = state_of(single, filters) == wanted
    if set_already and (more or mate is None or members(mate) == [single]):
        return without(filters, single)
    rest = without(filters, single)
    mate = next((text for text in rest if _is_mate(text, single, exclude=exclude)), None)
    if mate is not None and more:
        return [either([*members(mate), single], exclude=exclude) if text == mate else text for text in rest]
    if mate is not None and not exclude and field_of(single) in _ALTERNATIVE:
        return [single if text == mate else text for text in rest]
    return [*rest, either([single], exclude=exclude)]


def _is_mate(text: str, single: str, *, exclude: bool) -> bool:
    return text.startswith("-") == exclude and field_of(text) == field_of(single)


def joined(text: str, filters: Sequence[str]) -> str:
    """Words and filters as one query; unfinished words and alternatives are settled, so that filters stay filters."""
    text = operand(text.strip()) if filters else text.strip()
    return " ".join(part for part in (text, *filters) if part)


def tidy(text: str) -> str:
    """A clause written as a click writes it, so that the sidebar knows it again."""
    singles = [clause(split(single)[1], split(single)[2]) for single in members(text)]
    return either(singles, exclude=text.startswith("-"))


def unfold(query: str) -> tuple[str, list[str]]:
    """The other way round: the words of a query, and the filters at its end that chips can show."""
    words = query.strip()
    filters: list[str] = []
    while match := _LAST.search(words):
        left = words[: match.start()].rstrip()
        if _DANGLING.search(left):
            break
        filters.insert(0, match[0].strip())
        words = left
    if words.startswith("(") and words.endswith(")") and not re.search(r"[()]", words[1:-1]):
        words = words[1:-1].strip()
    return (words, filters) if joined(words, filters) == query.strip() else (query, [])


def opposite(text: str) -> str:
    """Include what was excluded, and the other way round."""
    return text.removeprefix("-") if text.startswith("-") else f"-{text}"


# Dates


def date_spans(filters: Iterable[str]) -> list[tuple[str, str]]:
    """First and last day, month or year of each date that the filters ask for; "" for an open end."""
    values = [split(single) for text in filters if not text.startswith("-") for single in members(text)]
    spans = []
    for _excluded, field, value in values:
        if field == "date":
            first, dots, last = value.partition("..")
            spans.append((first, last if dots else value))
    return spans


def without_dates(filters: Iterable[str]) -> list[str]:
    """The filters but those that ask for dates, or for articles without one."""
    return [text for text in filters if not (text == UNDATED or date_spans([text]))]


UNDATED = "is:undated"


# In a reader's words


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
    """A clause in a reader's words, e.g. "Source: Rheinhafen-Bote or nwd", "Sept. 2018 – Juni 2019"."""
    field = field_of(text)
    values = [split(single)[2] for single in members(text)]
    if field in _VALUES:
        values = [_VALUES[field](value) for value in values]
    label = _LABELS[field](_listed(values)) if field in _LABELS else _listed(values)
    if field and field not in _LABELS and field not in _VALUES:
        label = f"{field}: {label}"
    return tr("not {filter}", filter=label) if text.startswith("-") else label


def _listed(values: list[str]) -> str:
    """ "A", "A or B", "A, B or C", "A, B or 3 others"."""
    if len(values) > _NAMED_AT_MOST:
        return tr("{values} or {others}", values=", ".join(values[:2]), others=trn("%n other(s)", len(values) - 2))
    if len(values) == 1:
        return values[0]
    return tr("{values} or {last}", values=", ".join(values[:-1]), last=values[-1])


_titles: dict[str, str] = {}  # of the open archive's articles that others were found to be like, by number


def like_clause(query: str, title: str) -> str:
    """The clause of a `like:12` query; its chip names the article by its title from now on."""
    _titles[split(query)[2]] = title if len(title) <= _TITLE_AT_MOST else title[: _TITLE_AT_MOST - 1].rstrip() + "…"
    return query


def unnamed(filters: Iterable[str]) -> list[int]:
    """The numbers of the articles that `like:` names and whose titles are not known yet."""
    values = [split(single)[2] for text in filters for single in members(text) if field_of(single) == "like"]
    return [int(value) for value in values if value.isascii() and value.isdigit() and value not in _titles]


_names: dict[str, str] = {}  # of people and organisations of the open archive, by "#" and number

ENTITY_FIELDS: dict[str, Kind] = {"person": "person", "org": "organisation"}


def entity_clause(kind: Kind, name: str, number: int, *, shared: bool) -> str:
    """The clause for somebody: by name, or by number where the name is shared; the chip says the name either way."""
    field = "person" if kind == "person" else "org"
    if not shared and name.replace('"', "'") == name:
        return clause(field, name)
    name_entity(number, name)
    return clause(field, f"#{number}")


def name_entity(number: int, name: str) -> None:
    """What a person or organisation is called on chips from now on."""
    _names[f"#{number}"] = name


def entity_name(value: str) -> str:
    """Who is meant by the value of `person:` or `org:`: a name, or that of "#12" as far as it is known."""
    return _names.get(value, value)


def nameless(filters: Iterable[str]) -> list[int]:
    """The numbers of the people and organisations in filters whose names are not known yet."""
    singles = [single for text in filters for single in members(text) if field_of(single) in ENTITY_FIELDS]
    values = {split(single)[2] for single in singles} - set(_names)
    return [int(value[1:]) for value in sorted(values) if value.startswith("#") and value[1:].isdecimal()]


def kind_of(text: str) -> Kind | None:
    """The kind of what a clause filters by, if it is people or organisations."""
    return ENTITY_FIELDS.get(field_of(text))


def forget_titles() -> None:
    """Another archive has other articles, people and organisations under the same numbers."""
    _titles.clear()
    _names.clear()


def _like(value: str) -> str:
    title = _titles.get(value)
    return tr("Like “{title}”", title=title) if title else tr("Like article {number}", number=value)


def _screening(value: str) -> str:
    name, state = screened(value)
    if not state:
        return tr("Screening: {value}", value=value)
    states = {"left": tr("left"), "seen": tr("seen"), "kept": tr("kept"), "dropped": tr("dropped")}
    return tr("Screening: {value} ({state})", value=name, state=states[state])


def _dates(value: str) -> str:
    first, dots, last = value.partition("..")
    if not dots:
        return format_date(first)
    return f"{format_date(first)} – {format_date(last)}".strip()


def _condition(value: str) -> str:
    names = {
        "read": tr("read"),
        "unread": tr("unread"),
        "starred": tr("starred"),
        "undated": tr("without a date"),
        "dated": tr("with a date"),
        "tagged": tr("with tags"),
        "untagged": tr("without tags"),
        "noted": tr("with notes"),
        "unnoted": tr("without notes"),
        "orphaned": tr("with orphaned notes"),
        "trash": tr("in the trash"),
        "duplicate": tr("found several times"),
        "copy": tr("a later version"),
        "checked": tr("names I have checked"),
    }
    return names.get(value, value)


_VALUES = {"lang": language_name, "date": _dates, "is": _condition, "person": entity_name, "org": entity_name}
_LABELS: dict[str, Callable[[str], str]] = {
    "tag": lambda value: tr("Tag: {value}", value=value),
    "source": lambda value: tr("Source: {value}", value=value),
    "lang": lambda value: tr("Language: {value}", value=value),
    "like": _like,
    "dossier": lambda value: tr("Dossier: {value}", value=value),
    "screening": _screening,
    "person": lambda value: value,  # the colour of its dot says what it is
    "org": lambda value: value,
}

COUNTED = {"source": ("sources",), "lang": ("languages",), "date": ("years", "months", "undated")}


def surroundings(filters: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each field that is filtered by and the filters without those, as far as an article has one value of it."""
    for name in COUNTED:
        kept = [text for text in filters if text.startswith("-") or field_of(text) != name]
        rest = without_dates(filters) if name == "date" else kept
        if rest != filters:
            yield name, rest
