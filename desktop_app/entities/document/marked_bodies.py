"""Organisations that a word marks as one though the recogniser missed them: a legal form, quotes, what they are."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final

from desktop_app.entities.document.page import Draft, Page, with_new
from desktop_app.entities.document.role_words import german
from desktop_app.entities.naming.tables import known_bodies

_CAPITAL: Final = "[A-ZÄÖÜ]"
# Bounded: a megabyte of capitals and hyphens is no name, and must not be read again from each of its letters.
_WORD: Final = rf"{_CAPITAL}[\w\-]{{0,60}}+"
_CLUB: Final = re.compile(
    rf"\b(?:{_WORD} )?{_CAPITAL}[\w\-]{{0,40}}"
    r"(?:[Vv]erein|[Cc]hor|[Oo]rchester|[Kk]reis|[Gg]esellschaft|[Vv]erband|[Ii]nitiative|"
    r"[Gg]ruppe|[Ee]nsemble|[Ss]tiftung) [„“\"»](?P<name>[^„“”\"«»\n]{2,40})[“”\"«]"
)
_REGISTERED: Final = re.compile(
    rf"(?:(?<= )|^){_WORD}(?: (?:{_WORD}|für|der|des|die|und|zur|zum|im|in|von|&|gegen)){{0,8}} e\. ?V\.", re.MULTILINE
)
_CHOIR: Final = re.compile(
    r"\b(?:Frauen|Männer|Kinder|Jugend|Kammer|Gospel|Shanty|Kirchen|Posaunen)chor "
    r"[A-ZÄÖÜ][a-zäöüß]{2,60}(?=[\s,.;])(?! [A-ZÄÖÜ])"
)
_MINISTRY: Final = re.compile(
    r"\b(?:[A-ZÄÖÜ][a-zäöü]{1,40}(?:isch)?e[srnm]? )?(?:Bundes|Landes|Staats|Innen|Justiz)?[Mm]inisterium"
    r" (?:für|der|des) [A-ZÄÖÜ]\w{1,60}(?:(?:, (?:für )?| und | und für )[A-ZÄÖÜ]\w{1,60}){0,5}"
    r"(?: des Landes (?:NRW|[A-ZÄÖÜ][\w\-]{1,60}))?"
)
_ODD: Final = re.compile(
    r"(?:\b(?:[Bb]ei|[Vv]on|vom|für|Firma|Start-up|Startup|Unternehmen|Agentur|Hersteller|at|by|startup|company) "
    r"[„“\"]?|[„“\"])"
    r"(?P<name>[a-z]\.[A-Z][\w]{1,12}|\d{1,3}[A-Z][a-z]{3,40}(?![\w-])|[A-Z][a-z]{1,40}\.[a-z]{2,4}(?= |[“”\"]))"
)
_IN_APPOSITION: Final = re.compile(
    r"[„“\"»](?P<name>[^„“”\"«»\n.!?]{2,30})[“”\"«], (?:eine?[rnm]?|die|der|das) (?:[a-zäöü\-]{1,40} ){0,2}"
    r"(?:[A-ZÄÖÜ][\w\-]{0,40})?(?:[Aa]gentur|[Ff]irma|[Uu]nternehmen|[Ss]tart-up|[Vv]erein|[Kk]onzern|[Hh]ersteller|[Bb]eratung)\b"
)
_CREDITED: Final = re.compile(
    r"\b(?:Foto|Bild|Fotos)s?(?: ©|:| ?/) ?(?P<name>Stadt [A-ZÄÖÜ][\w\-]{1,60})(?= ?[/|\n)]|$)", re.MULTILINE
)
_MOST: Final = 200  # of each kind in a text
_FAIR, _SOME = 0.65, 0.55


def with_marked_bodies(page: Page, found: list[Draft]) -> list[Draft]:
    """The mentions, and the organisations that were missed where a word shows them."""
    for draft in found:
        if draft.kind == "person" and page.form(draft) in known_bodies():
            draft.kind = "organisation"
    found = with_new(found, _by_signs(page))
    return with_new(found, _known(page))


def _by_signs(page: Page) -> Iterator[Draft]:
    text = page.text
    for pattern, confidence, reason in _SIGNS:
        if pattern is _REGISTERED and "V." not in text:
            continue
        for match in islice(pattern.finditer(text), _MOST):
            start, end = match.span("name") if "name" in pattern.groupindex and pattern is not _CLUB else match.span()
            yield Draft(start, end, "organisation", confidence, reason)


_SIGNS: Final = (
    (_REGISTERED, _FAIR, "legal form"),
    (_MINISTRY, _FAIR, "recognised"),
    (_CLUB, _FAIR, "recognised"),
    (_CHOIR, _SOME, "recognised"),
    (_ODD, _SOME, "recognised"),
    (_IN_APPOSITION, _FAIR, "recognised"),
    (_CREDITED, _FAIR, "caption"),
)


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in known_bodies():
        first = name.partition(" ")[0]
        found[first] = tuple(sorted((*found.get(first, ()), name), key=len, reverse=True))
    return found


def _known(page: Page) -> Iterator[Draft]:
    """Well-known bodies by their exact names; an acronym alone only where an article or preposition stands before."""
    names = _by_first_word()
    for at, word in enumerate(page.words):
        for name in names.get(word.text, ()):
            end = word.start + len(name)
            if not page.text.startswith(name, word.start) or page.text[end : end + 1].isalnum():
                continue
            if page.text[end : end + 1] in "-‐&+" and page.text[end : end + 1]:
                break
            before = page.words[at - 1].text if at else ""
            if " " in name or (before.lower() in _BEFORE and not _goes_on(page, end)):
                yield Draft(word.start, end, "organisation", _SOME, "recognised")
            break


def _goes_on(page: Page, end: int) -> bool:
    """Whether a noun follows that is no role: das Google Nexus, nicht Google-Chef."""
    following = page.after(end)
    return page.text[end : end + 1] == " " and following[:1].isupper() and not german(following)


_BEFORE: Final = frozenset(
    ("der", "die", "das", "dem", "den", "des", "beim", "vom", "von", "bei", "zur", "zum", "laut", "und", "für", "mit")
)
