"""Makes a leaf of a word, phrase or pattern, and mends what makes none."""

import datetime as dt
import re
from typing import Final, cast

from desktop_app.model.query_dates import print_range, read_range
from desktop_app.model.query_fields import FILTERS, HAVING, LANGUAGES, LIKE, STATES
from desktop_app.model.query_lexer import Token, number, operator
from desktop_app.model.query_nodes import (
    Everything,
    Filter,
    Fuzzy,
    Like,
    Node,
    Phrase,
    Prefix,
    ProseField,
    Regex,
    Term,
    Wildcard,
)
from desktop_app.model.query_notices import Notice

MAX_DISTANCE: Final = 1000  # words
MAX_CHANGES: Final = 2  # letters
MIN_FUZZY: Final = 3  # code points: of a shorter word too little would be left

_UNSAFE = re.compile(r"[:：~=*?<>|]")  # inside a word these would be read otherwise the next time
_UNKNOWN_FIELD = re.compile(r"([^\W\d_]+)[:：]")
_SUFFIX = re.compile(r"~([0-9.,]*)$")
_RANGE_SIGNS = re.compile(r"[\d.\-/]+")
_COMPARED = re.compile(r"[<>]=?\d[\d.\-/]*")
_DOUBLE_QUOTES = re.compile('["＂“”„]')
_ARTICLE = re.compile("[0-9]{1,18}")
_WORD_RUNS = re.compile(r"\s+")

Result = tuple[Node | None, list[Notice]]


def literal(text: str, field: ProseField = "") -> Term | Phrase | None:
    """The leaf for words that are meant as they stand, like a name; None where they hold no letter or digit."""
    text = _clean(text)
    leaf = _phrase(text, field)[0] if " " in text else _plain(_trimmed(text), field)[0]
    return leaf if isinstance(leaf, Term | Phrase) else None


def read(token: Token, field: str, today: dt.date) -> Result:
    """The leaf that `token` means behind `field:` ("" for none), or None where nothing is left of it."""
    if field in FILTERS or field == LIKE:
        return _condition(token, field, today)
    prose = cast("ProseField", field)
    if token.kind == "regex":
        return Regex(token.text, prose), []
    if token.kind == "phrase":
        return _phrase(token.text, prose, token.number)
    if not field and _is_range(token.text):
        leaf, notices = _date(token.text, today)
        if isinstance(leaf, Filter):
            return leaf, notices
    return _word(token.text, prose)


def bounded(distance: int, mark: str) -> tuple[int, list[Notice]]:
    """A distance between words, cut to what is allowed; `mark` is how it was written."""
    if distance <= MAX_DISTANCE:
        return distance, []
    return MAX_DISTANCE, [Notice.made("“{mark}” was read as {limit} words, the limit.", mark=mark, limit=MAX_DISTANCE)]


def _is_range(word: str) -> bool:
    """Whether a bare word is a range of dates: `2018..2020`, `2018..`, `..2018`, `>=2018-09`."""
    if ".." not in word:
        return bool(_COMPARED.fullmatch(word))
    begins = word[0].isdecimal() or (word.startswith("..") and word[2:3].isdecimal())
    return begins and bool(_RANGE_SIGNS.fullmatch(word))


def _trimmed(text: str, keep: str = "") -> str:
    """`text` from its first to its last letter, digit or sign of `keep`."""
    places = [at for at, char in enumerate(text) if char.isalnum() or char in keep]
    return text[places[0] : places[-1] + 1] if places else ""


def _clean(text: str) -> str:
    return _WORD_RUNS.sub(" ", _DOUBLE_QUOTES.sub(" ", text)).strip()


def _phrase(text: str, field: ProseField, slop: int = -1) -> Result:
    text = _clean(text)
    if not any(char.isalnum() for char in text):
        return _nothing(text)
    distance, notices = bounded(max(slop, 0), f"~{slop}")
    return Phrase(text, field, distance), notices


def _nothing(what: str) -> Result:
    return None, [Notice.made("“{what}” holds no letter or digit and was left out.", what=what)]


def _word(text: str, field: ProseField) -> Result:
    suffix = _SUFFIX.search(text)
    body = text[: suffix.start()] if suffix else text
    if not body:
        return _nothing(text)
    if "*" in body or "?" in body:
        leaf, notices = _wild(body, field)
    else:
        leaf, notices = _plain(body, field)
        if suffix and isinstance(leaf, Term):
            leaf, notices = _fuzzy(leaf, suffix[1])
            suffix = None
    if suffix and leaf is not None:
        notices.append(Notice.made("“{suffix}” fits single words only and was left out.", suffix=suffix[0]))
    return leaf, notices


_NOT_FUZZY = "“{word}” was searched as it is: “~” needs a word of {least} letters and a number from 1 to {most}."
_FUZZY_READ = "“~{changes}” was read as “~{read}”: one or two letters may differ."


def _fuzzy(word: Term, changes: str) -> Result:
    """`word~` and `word~1` allow one letter to differ, `word~2` two; `~0.8`, a likeness, is read as `~1`."""
    wanted = number(changes) if changes.isdecimal() else 1
    if len(word.text) < MIN_FUZZY or not wanted:
        return word, [Notice.made(_NOT_FUZZY, word=word.text, least=MIN_FUZZY, most=MAX_CHANGES)]
    if wanted > MAX_CHANGES or (changes and not changes.isdecimal()):
        wanted = min(wanted, MAX_CHANGES)
        return Fuzzy(word.text, wanted, word.field), [Notice.made(_FUZZY_READ, changes=changes, read=wanted)]
    return Fuzzy(word.text, wanted, word.field), []


def _plain(text: str, field: ProseField) -> Result:
    exact = text.startswith("=")
    bare = _trimmed(text)
    if not bare:
        return _nothing(text)
    if _UNSAFE.search(bare):
        return Phrase(bare, field), _unknown_field(bare)
    # Printed bare, these would be an operator, or a range of dates, the next time.
    if operator(bare) or (not field and not exact and _is_range(bare)):
        return Phrase(bare, field), []
    notices = []
    if text.startswith("/") and "/" not in text[1:]:
        notices.append(Notice.made("“{text}” has no closing “/” and was taken literally.", text=text))
    return Term(bare, field, exact), notices


_UNKNOWN = "“{name}” is no field that can be searched; “{text}” was taken literally."


def _unknown_field(text: str) -> list[Notice]:
    unknown = _UNKNOWN_FIELD.match(text)
    return [Notice.made(_UNKNOWN, name=unknown[1], text=text)] if unknown else []


def _wild(text: str, field: ProseField) -> Result:
    bare = _trimmed(text, keep="*?")
    if not bare.strip("*?"):
        return (Everything(), []) if "*" in bare else _nothing(text)
    if _UNSAFE.search(bare.replace("*", "").replace("?", "")) or not _trimmed(bare):
        leaf, notices = _phrase(bare, field)
        return leaf, [*notices, Notice.made("“{text}” was taken literally, without its wildcards.", text=bare)]
    stem = bare.rstrip("*")
    if stem != bare and "*" not in stem and "?" not in stem:
        return Prefix(_trimmed(stem), field), []
    return Wildcard(re.sub(r"\*+", "*", bare), field), []


def _condition(token: Token, field: str, today: dt.date) -> Result:
    """What stands behind the name of a filter, or behind `like:`."""
    text = f"/{token.text}/" if token.kind == "regex" else token.text
    value = text if token.kind == "word" else _clean(text)
    if not value:
        return None, [Notice.made("“{name}:” had no value and was left out.", name=field)]
    if field in _READERS:
        return _READERS[field](value)
    return _date(value, today) if field == "date" else (Filter(field, value), [])


def _state(value: str) -> Result:
    state = STATES.get(value.casefold())
    return (Filter("is", state), []) if state else _literal("is", value)


def _having(value: str) -> Result:
    having = HAVING.get(value.casefold())
    return (Filter(*having), []) if having else _literal("has", value)


def _language(value: str) -> Result:
    folded = value.casefold()
    return Filter("lang", LANGUAGES.get(folded, folded)), []


def _like(value: str) -> Result:
    article = int(value) if _ARTICLE.fullmatch(value) else 0
    return (Like(article), []) if article else _literal(LIKE, value)


_READERS = {"is": _state, "has": _having, "lang": _language, LIKE: _like}


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


_UNREADABLE = {
    "date": "“{value}” is no date like 2018, 2018-09 or 2018..2020; it was searched as words.",
    "is": "“is:{value}” is not known (try is:unread, is:starred, is:undated); it was searched as words.",
    "has": "“has:{value}” is not known (try has:note, has:tag, has:author); it was searched as words.",
    LIKE: "“like:{value}” needs the number of an article, as in like:12; it was searched as words.",
}


def _literal(field: str, value: str) -> Result:
    leaf, notices = _phrase(f"{field} {value}", "")
    return leaf, [*notices, Notice.made(_UNREADABLE[field], value=value)]
