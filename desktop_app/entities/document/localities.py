"""Names that are places in an article, known or not: they stand in its dateline, or behind "in", "nach", "aus"."""

import re
from collections.abc import Iterable
from typing import Final

from desktop_app.entities.document.page import Draft, Page
from desktop_app.entities.document.tidying import TITLES
from desktop_app.entities.naming.folding import fold, script_of
from desktop_app.entities.naming.tables import given_names, places
from desktop_app.entities.tokens import listed

_DATELINE: Final = re.compile(
    r"^[ \t]*([A-ZÄÖÜ][\w\-]{2,}(?:[ /][A-ZÄÖÜ][\w\-]{2,}){0,2})"
    r"(?:\.(?= [A-ZÄÖÜ„\"])| ?\([a-zA-Z/]{2,8}\)[.:]?| ?[—–](?= )|,(?= (?:den )?\d{1,2}\.? [A-ZÄÖÜ]))",
    re.MULTILINE,
)
_HEAD: Final = 1500  # code points in which a dateline may stand
_IN: Final = {  # what a word before a name says for its being a place
    **dict.fromkeys(("in", "aus", "near", "nahe", "Gemeinde", "Region", "Ortsteil", "Stadtteil", "Raum"), 1.0),
    **dict.fromkeys(("nach", "bis", "Stadt"), 0.5),
    "über": 0.25,
}
_BODIES: Final = listed("die der das dem den des the beim vom zum zur ein eine")
_AGAINST: Final = listed("gegen against vs. vs")
_SAID: Final = listed("sagt sagte erklärt erklärte betont betonte said says told fordert forderte")
_SHARES: Final = listed("stake stakes share shares interest interests holding investor investors investment verliebt")
_IN_A_DATELINE: Final = 3.0
_JAPANESE_TOWN: Final = re.compile("[市県町村駅](?=[のでにはをとへが、。内]|から|まで)")
_SURE, _FAIRLY_SURE = 2.0, 1.0  # how much speaks for a place
_BELIEVED: Final = 0.7  # confidence of an organisation that only a dateline overrules
_BELIEVED_PERSON: Final = 0.9
_CLUB: Final = re.compile(
    r"(?:ligist|ligisten|[Cc]lub|[Kk]lub|[Vv]erein|[Tt]eam|[Ee]lf|[Mm]eister|[Gg]egner|side|rivals)\Z"
)
_SCORE: Final = re.compile(r"\b\d{1,3}:\d{1,3}\b")


def localities(page: Page, datelines: Iterable[str]) -> dict[str, float]:
    """Words of an article, folded, with how much speaks for their being a place; `datelines` are those marked in it."""
    found: dict[str, float] = {}
    for line in (*datelines, *(match[1] for match in _DATELINE.finditer(page.text, 0, _HEAD))):
        for word in re.findall(r"[^\W\d_][\w\-]{2,}", line):
            if word[0].isupper() and fold(word) not in given_names():
                found[fold(word)] = _IN_A_DATELINE
    _count_neighbours(page, found)
    return {word: weight for word, weight in found.items() if weight > 0}


def _count_neighbours(page: Page, found: dict[str, float]) -> None:
    words = page.words
    for at in range(1, len(words)):
        word = words[at].text
        if not word[0].isupper() or len(word) < 3:
            continue
        before = words[at - 1].text
        weight = _IN.get(before, 0.0)
        if before == "In" or (before == "in" and at > 1 and words[at - 2].text.lower() in _SHARES):
            weight = 1.0 if before == "In" else 0.0
        elif before.lower() in _BODIES:
            weight = -1.0
        elif before in TITLES:
            weight = -3.0
        if at + 1 < len(words) and words[at + 1].text in _SAID:
            weight -= 1.0
        if weight:
            folded = fold(word)
            found[folded] = found.get(folded, 0.0) + weight


def without_places(page: Page, found: list[Draft], local: dict[str, float]) -> list[Draft]:
    """The mentions without the single words that are places in this article.

    A town that plays (a score stands in the line) or that has the article of a club stays an organisation.
    """
    surnames = _surnames(page, found)
    return [draft for draft in found if not _is_place(page, draft, local, surnames)]


def certain_places(page: Page, found: list[Draft], local: dict[str, float]) -> frozenset[str]:
    """The words, folded, that are surely places: much speaks for it, and nobody named in full has that surname."""
    return frozenset(word for word, weight in local.items() if weight >= _SURE) - _surnames(page, found)


def _surnames(page: Page, found: list[Draft]) -> set[str]:
    return {fold(page.form(draft).rpartition(" ")[2]) for draft in found if _is_full(page, draft)}


def _is_full(page: Page, draft: Draft) -> bool:
    form = page.form(draft)
    if draft.kind != "person" or " " not in form:
        return False
    return draft.confidence >= _BELIEVED or fold(form.partition(" ")[0]) in given_names()


def _is_place(page: Page, draft: Draft, local: dict[str, float], surnames: set[str]) -> bool:
    form = page.form(draft)
    if " " in form:
        return False
    if script_of(form) in ("han", "kana"):
        return "・" not in form and _JAPANESE_TOWN.match(page.text, draft.end) is not None
    folded = fold(form)
    weight = max(local.get(folded, 0.0), local.get(folded.removesuffix("s"), 0.0))
    known = folded in places() or folded.removesuffix("s") in places()
    if draft.kind == "person":
        return (
            folded not in surnames and (known or _is_no_person(draft, folded, weight)) and not _addressed(page, draft)
        )
    if weight < _FAIRLY_SURE or page.before(draft.start).lower() in _BODIES:
        return False
    if weight < _IN_A_DATELINE and (form.isupper() or draft.confidence >= _BELIEVED):
        return False
    return not _plays(page, draft)


def _is_no_person(draft: Draft, folded: str, weight: float) -> bool:
    if weight >= _IN_A_DATELINE:
        return True
    return weight >= _FAIRLY_SURE and draft.confidence < _BELIEVED_PERSON and folded not in given_names()


def _addressed(page: Page, draft: Draft) -> bool:
    return page.before(draft.start) in TITLES


def _plays(page: Page, draft: Draft) -> bool:
    """Whether a town is a team here: behind "gegen" or "Club", in a compound, in a line with a score."""
    before = page.before(draft.start)
    if before.lower() in _AGAINST or _CLUB.search(before) or page.text[draft.end : draft.end + 1] == "-":
        return True
    start, end = page.line(draft.start)
    return _SCORE.search(page.text, max(start, draft.start - 80), min(end, draft.end + 80)) is not None
