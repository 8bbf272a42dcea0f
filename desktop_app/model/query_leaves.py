"""Makes a leaf of a word or phrase: a term, prefix, wildcard, phrase or filter."""

import datetime as dt
import re
from typing import cast

from desktop_app.model.query_dates import print_range, read_range
from desktop_app.model.query_fields import FILTERS, LANGUAGES, OPERATORS, STATES
from desktop_app.model.query_lexer import Token
from desktop_app.model.query_nodes import (
    Everything,
    Filter,
    Node,
    Phrase,
    Prefix,
    ProseField,
    Term,
    Wildcard,
)
from desktop_app.model.query_notices import Notice

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_WILD_EDGES = re.compile(r"^(?:[^\w*?]|_)+|(?:[^\w*?]|_)+$")
_UNSAFE = re.compile(r"[:：~=*?<>|]")  # inside a word these would be read otherwise the next time
_UNKNOWN_FIELD = re.compile(r"([^\W\d_]+)[:：]")
_SUFFIX = re.compile(r"~[\d.]*$")
_BARE_RANGE = re.compile(r"\d[\d.\-/]*\.\.[\d.\-/]*|\.\.\d[\d.\-/]*|[<>]=?\d[\d.\-/]*")
_WORD_RUNS = re.compile(r"\s+")

Result = tuple[Node | None, list[Notice]]


def read(token: Token, field: str, today: dt.date) -> Result:
    """The leaf that `token` means behind `field:` ("" for none), or None where nothing is left of it."""
    text = token.text
    if token.kind == "phrase":
        text = _clean(text)
        if field not in FILTERS:
            return _phrase(text, field)
    if field in FILTERS:
        return _filter(field, text, today)
    if not field and _BARE_RANGE.fullmatch(text):
        leaf, notices = _filter("date", text, today)
        if isinstance(leaf, Filter):
            return leaf, notices
    return _word(text, cast("ProseField", field))


def _clean(text: str) -> str:
    return _WORD_RUNS.sub(" ", re.sub('["＂“”„]', " ", text)).strip()


def _phrase(text: str, field: str) -> Result:
    text = _clean(text)
    if not any(char.isalnum() for char in text):
        return _nothing(f"„{text}“")
    return Phrase(text, cast("ProseField", field)), []


def _nothing(what: str) -> Result:
    return None, [Notice.made("{what} holds no letter or digit and was left out.", what=what)]


def _word(text: str, field: ProseField) -> Result:
    notices: list[Notice] = []
    if suffix := _SUFFIX.search(text):
        notices.append(Notice.made("“{suffix}” is not supported here and was left out.", suffix=suffix[0]))
        text = text[: suffix.start()]
        if not text:
            return None, notices
    exact = text.startswith("=")
    if "*" in text or "?" in text:
        leaf, more = _wild(text, field)
    else:
        leaf, more = _plain(text, field, exact=exact)
    return leaf, notices + more


def _plain(text: str, field: ProseField, *, exact: bool) -> Result:
    bare = _EDGES.sub("", text)
    if not bare:
        return _nothing(f"“{text}”")
    if _UNSAFE.search(bare):
        notices = []
        if unknown := _UNKNOWN_FIELD.match(bare):
            notices.append(
                Notice.made(
                    "“{name}” is no field that can be searched; “{text}” was taken literally.",
                    name=unknown[1],
                    text=bare,
                )
            )
        return Phrase(bare, field), notices
    # Printed bare, these would be an operator, or a range of dates, the next time.
    if bare in OPERATORS or (not field and not exact and _BARE_RANGE.fullmatch(bare)):
        return Phrase(bare, field), []
    return Term(bare, field, exact), []


def _wild(text: str, field: ProseField) -> Result:
    bare = _WILD_EDGES.sub("", text)
    if not bare.strip("*?"):
        return (Everything(), []) if "*" in bare else _nothing(f"“{text}”")
    if _UNSAFE.search(bare.replace("*", "").replace("?", "")) or not _EDGES.sub("", bare):
        leaf, notices = _phrase(bare, field)
        literally = Notice.made("“{text}” was taken literally, without its wildcards.", text=bare)
        return leaf, [*notices, literally]
    stem = bare.rstrip("*")
    if stem != bare and "*" not in stem and "?" not in stem:
        stem = _EDGES.sub("", stem)
        return Prefix(stem, field), []
    return Wildcard(re.sub(r"\*+", "*", bare), field), []


def _filter(field: str, value: str, today: dt.date) -> Result:
    if not value:
        return None, [Notice.made("“{name}:” had no value and was left out.", name=field)]
    if field == "date":
        return _date(value, today)
    if field == "is":
        state = STATES.get(value.casefold())
        return (Filter("is", state), []) if state else _literal(field, value)
    if field == "lang":
        folded = value.casefold()
        return Filter("lang", LANGUAGES.get(folded, folded)), []
    return Filter(field, value), []


def _date(value: str, today: dt.date) -> Result:
    if value.casefold() in ("undated", "undatiert", "none"):
        return Filter("is", "undated"), []
    try:
        first, last = read_range(value, today)
    except ValueError:
        return _literal("date", value)
    notices = []
    if first > last:
        first, last = _turned(value, today)
        notices.append(Notice.made("The range {value} runs backwards and was turned around.", value=value))
    return Filter("date", print_range(first, last), first, last), notices


def _turned(value: str, today: dt.date) -> tuple[int, int]:
    left, _, right = value.partition("..")
    return read_range(f"{right.removeprefix('.')}..{left}", today)


def _literal(field: str, value: str) -> Result:
    leaf, notices = _phrase(f"{field} {value}", "")
    known = {
        "date": "“{value}” is no date like 2018, 2018-09 or 2018..2020; it was searched as words.",
        "is": "“is:{value}” is not known (try is:unread, is:starred, is:undated); it was searched as words.",
    }
    return leaf, [*notices, Notice.made(known[field], value=value)]
