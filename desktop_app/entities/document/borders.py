"""Where a mention really begins and ends: legal forms, particles, what an organisation's name goes on with."""

import re
from collections.abc import Callable
from typing import Final

from desktop_app.entities.document.page import Draft, Page, Taken
from desktop_app.entities.document.tidying import PARTICLES, TITLES
from desktop_app.entities.naming.folding import fold
from desktop_app.entities.naming.tables import given_names, japanese_given, places
from desktop_app.entities.tokens import listed

_FORM: Final = (
    r"GmbH(?:\s?&\s?Co\.?\s?(?:KGaA|KG|OHG))?|gGmbH|mbH(?:\s?&\s?Co\.?\s?KG)?|AG(?:\s&\sCo\.?\s?(?:KGaA|KG))?|SE(?:\s&\sCo\.?\s?KGaA)?|"
    r"KGaA|KG|OHG|UG(?:\s\(haftungsbeschränkt\))?|eG|AöR|e\.\s?V\.|e\.\s?G\.|&\sCo\.?(?:\s(?:KG|OHG|KGaA))?|"
    r"K\.\s?K\.|Ltd\.?|Inc\.?|LLC|PLC|plc|Corp\.|S\.\s?A\.|N\.\s?V\.|B\.\s?V\.|Pte\.?\sLtd\.?|Pvt\.?\sLtd\.?|Oyj|ASA"
)
_GOES_ON: Final = re.compile(rf"(?:,?\s(?:Co\.,?\sLtd\.?|Ltd\.?|Inc\.?|LLC)|\s(?:{_FORM}))(?![\w&])")
_DOT_TOO_MANY: Final = re.compile(r"(?:\.\.|\b(?:GmbH|mbH|KGaA|KG|OHG|AG|SE|UG|eG|AöR))\.?\Z")
_TO_TOWN: Final = re.compile(r"\s(?:zu|am|an der|in der)\s[A-ZÄÖÜ][a-zäöüß]{2,}\b(?!-)")
_HEADED: Final = re.compile(
    r"(?:IHK|HWK|[Kk]ammer|[Oo]per|[Uu]niversität|[Hh]ochschule|[Tt]heater|[Ss]chauspiel|[Gg]ericht)\Z"
)
_INSTITUTE: Final = re.compile(r"\s[A-Z]{2,5}(?![\w-])")
_INSTITUTES: Final = ("Fraunhofer", "Max-Planck", "Leibniz", "Helmholtz")
_BODY_WORD: Final = re.compile(
    r"[A-ZÄÖÜ][\w\-]*(?:kammer|betriebe|stadtwerke|werke|universität|hochschule|gericht|präsidium|anwaltschaft|regierung|sparkasse|"
    r"feuerwehr|orchester|verein|verband|verlag|institut|gesellschaft|genossenschaft|ministerium|akademie|stiftung)\Z"
    r"|(?:Stadtwerke|Sparkasse|Volksbank|Universität|Hochschule|Staatsanwaltschaft|Feuerwehr|Gebr\.|Gebrüder)\Z"
)
_HONORIFIC: Final = re.compile(r"-(?:san|sama|kun|chan|sensei)\Z")
_PLAIN_LETTERS: Final = re.compile(r"[A-Za-zÄÖÜäöüßéèáàâêôçñøåæ\-'’.]+\Z")
_MOST_MORE: Final = 3  # words by which a name grows
_GENITIVE_OF: Final = re.compile(r"(?<=[^\Wsxzß_])s\Z|(?<=s)s\Z")
_SPEAKING: Final = listed("sagt sagte erklärt erklärte betont betonte meint meinte so Frau Herr Herrn")


def bordered(page: Page, found: list[Draft]) -> list[Draft]:
    """The mentions, each as far as its name goes, those that grew together as one."""
    found = _inverted(page, found)
    full = {page.form(draft) for draft in found if draft.kind == "person" and " " in page.form(draft)}
    taken = Taken(found)
    for draft in found:
        if draft.kind == "organisation" or _GOES_ON.match(page.text, draft.end):
            _bordered_body(page, draft, taken)
        else:
            _bordered_person(page, draft, full, taken)
    return _apart(found)


def _apart(found: list[Draft]) -> list[Draft]:
    """Without those that another one has grown over."""
    kept: list[Draft] = []
    for draft in sorted(found, key=lambda draft: (draft.start, -draft.end)):
        if not kept or kept[-1].end <= draft.start:
            kept.append(draft)
    return kept


# ---- organisations -------------------------------------------------------------------------------------------------


def _bordered_body(page: Page, draft: Draft, taken: Taken) -> None:
    text = page.text
    if (match := _GOES_ON.match(text, draft.end)) and taken.free(draft.end, match.end()):
        draft.end, draft.kind = match.end(), "organisation"
        if draft.confidence < 0.65:
            draft.confidence, draft.reason = 0.65, "legal form"
    form = text[draft.start : draft.end]
    if form.endswith(".") and _DOT_TOO_MANY.search(form):
        draft.end -= 1
    for applies, pattern in _TAILS:
        if applies(text[draft.start : draft.end]) and (match := pattern.match(text, draft.end)):
            if taken.free(draft.end, match.end()):
                draft.end = match.end()
            break
    _take_head(page, draft, taken)


_TAILS: Final[tuple[tuple[Callable[[str], bool], re.Pattern[str]], ...]] = (
    (lambda form: form in _INSTITUTES, _INSTITUTE),
    (lambda form: _HEADED.search(form) is not None, _TO_TOWN),
)


def _take_head(page: Page, draft: Draft, taken: Taken) -> None:
    """Moves the start before the noun that says what it is, if the rest is a mere place: Hafenbetriebe [Köln AöR]."""
    at = page.at(draft.start)
    if at < 1 or not page.before(draft.start):
        return
    before = page.words[at - 1]
    if page.text[before.end : draft.start] != " " or not _BODY_WORD.match(before.text):
        return
    first = fold(page.text[draft.start : draft.end].split()[0])
    if (before.text.startswith("Geb") or first in page.localities or first in places()) and taken.free(
        before.start, before.end
    ):
        draft.start = before.start


# ---- people --------------------------------------------------------------------------------------------------------


def _bordered_person(page: Page, draft: Draft, full: set[str], taken: Taken) -> None:
    text = page.text
    if match := _HONORIFIC.search(text, draft.start, draft.end):
        draft.end = match.start()
    elif text.startswith(("-san", "-sama"), draft.end):
        return
    if " " not in page.form(draft):
        _take_particles(page, draft, full)
    _take_foreign(page, draft, taken)


def _take_particles(page: Page, draft: Draft, full: set[str]) -> None:
    """Moves the start of a bare surname before "von der", where the article says that it belongs to the name."""
    at = start = page.at(draft.start)
    while at > 0 and page.words[at - 1].text.lower() in PARTICLES and page.before(page.words[at].start):
        at -= 1
    if at == start or start - at > _MOST_MORE:
        return
    begin = page.words[at].start
    name = " ".join(page.text[begin : draft.end].split())
    lower = name[0].lower() + name[1:]
    said = page.before(begin) in _SPEAKING and not _is_given(page.form(draft))
    if any(form.endswith(" " + lower) for form in full) or (said and page.words[at].text.islower()):
        draft.start = begin


def _take_foreign(page: Page, draft: Draft, taken: Taken) -> None:
    """Takes in neighbours in letters that neither German nor English has: Đỗ [Minh Tuấn]."""
    if page.text[draft.start : draft.end].isascii():
        return
    for _ in range(_MOST_MORE):
        at = page.at(draft.start)
        if at < 1 or not _is_foreign(page, page.words[at - 1].text, page.words[at - 1].end, draft.start, taken):
            break
        draft.start = page.words[at - 1].start
    for _ in range(_MOST_MORE):
        at = page.at(draft.end - 1) + 1
        if at >= len(page.words) or not _is_foreign(
            page, page.words[at].text, draft.end, page.words[at].start, taken, at=at
        ):
            break
        draft.end = page.words[at].end


def _is_foreign(page: Page, word: str, end: int, start: int, taken: Taken, at: int = -1) -> bool:
    """Whether a word beside a name is part of it; `end` and `start` are the borders of the gap between the two."""
    if (
        page.text[end:start] != " "
        or word in TITLES
        or _PLAIN_LETTERS.match(word)
        or not word[0].isupper()
        or not word.isalpha()
    ):
        return False
    place = (page.words[at].start, page.words[at].end) if at >= 0 else (end - len(word), end)
    return word[1:].islower() and taken.free(*place) and word[0] < "\u3000"


def _inverted(page: Page, found: list[Draft]) -> list[Draft]:
    """Joins surname and given name of a list: "Murakami, Masato; Ōta, Yumi"."""
    out: list[Draft] = []
    for draft in found:
        last = out[-1] if out else None
        if (
            last
            and last.kind == draft.kind == "person"
            and page.text[last.end : draft.start] == ", "
            and _is_inverted(page, last, draft)
        ):
            last.end = draft.end
        else:
            out.append(draft)
    return out


def _is_inverted(page: Page, surname: Draft, given: Draft) -> bool:
    first, second = page.form(surname), page.form(given)
    if " " in first or " " in second or not _is_given(second) or _is_given(first):
        return False
    around = page.text[max(0, surname.start - 2) : surname.start], page.text[given.end : given.end + 1]
    return (around[0].strip(" ") in ("", ";", "\n") and around[1] in ("", ";", "\n", "(")) or around[1] == ";"


def _is_given(word: str) -> bool:
    folded = fold(word)
    return folded in given_names() or folded in japanese_given()


# ---- the genitive of a name alone ----------------------------------------------------------------------------------


def without_bare_genitive(page: Page, found: list[Draft]) -> None:
    """Leaves out the s of "Bachs Oratorium" and "Duisburgs Torhüterin", where the name is known without it."""
    words = {word.text for word in page.words}
    lasts = {page.form(draft).rpartition(" ")[2] for draft in found if " " in page.form(draft)}
    for draft in found:
        form = page.form(draft)
        shorter = _GENITIVE_OF.sub("", form)
        if " " in form or draft.cut or shorter == form or len(shorter) < 3 or not form[-2].islower():
            continue
        following = page.after(draft.end)
        if page.text[draft.end : draft.end + 1] != " " or not following[:1].isupper() or following[1:2].isupper():
            continue
        if page.before(draft.start).lower() in ("des", "dem", "den", "der", "die", "das"):
            continue
        if _is_given(form) or form in lasts:
            continue
        if shorter in words or fold(shorter) in places():
            draft.end -= 1
        elif draft.kind == "person" and _is_given(shorter):
            draft.cut = 1  # likely, not sure
