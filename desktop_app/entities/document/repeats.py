"""Names that the recogniser saw in one place of an article and missed in another."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from desktop_app.entities.document.everyday import DETERMINERS, EVERYDAY
from desktop_app.entities.document.page import Draft, Page, with_new
from desktop_app.entities.document.role_words import english_head, german, japanese_addresses, japanese_ends
from desktop_app.entities.document.tidying import PLACE_WORDS, TITLES
from desktop_app.entities.naming.folding import fold, script_of
from desktop_app.entities.naming.legal_forms import split_legal_form
from desktop_app.entities.naming.persons import person_key
from desktop_app.entities.naming.tables import places
from desktop_app.model.people import Kind

_SAYING: Final = re.compile(
    r"(?:sag|erklär|beton|mein|äußer|kündig|bericht|erzähl|forder|warn|kritisier|lob|schreib|schrieb|spiel|schoss|traf|gewann|"
    r"hat|hatte|ist|war|wird|wurde|will|kann|soll|muss|selbst|zufolge|verw|zeig|gab|gibt|nannte|nennt|kam|said|says|told|was|is|has|"
    r"had|added|who|would|did|will)",
)
_KINDS_OF_FIRM: Final = re.compile(
    r"(?:kasse|bank|verein|verband|werk|verlag|haus|bau|gruppe|stiftung|schaft|klinik|kunst|auto|stadt)s?\Z"
)
_WORD: Final = re.compile(r"[^\W\d_][\w'’\-‐]*")
_JAPANESE: Final = re.compile("[\u3400-\u9fff\u30a0-\u30ff]")
_GAP: Final = re.compile(r"\s+|[.\-‐]")
_INSIDE: Final = frozenset("-_@#+&")
_LEAST: Final = 3  # letters of a surname that is looked for
_LEAST_SURE: Final = 0.8  # for a name of one word to be looked for elsewhere


def with_repeats(page: Page, found: list[Draft]) -> list[Draft]:
    """The mentions, and those places where their names stand a second time."""
    _agree(page, found)
    found = with_new(found, _whole_names(page, found))
    found = with_new(found, _surnames(page, found))
    found = with_new(found, _firms(page, found))
    return with_new(found, _japanese_surnames(page, found))


# ---- one kind for one name -----------------------------------------------------------------------------------------


def _agree(page: Page, found: list[Draft]) -> None:
    """Lets a name be of one kind: the surname of somebody named in full is a person's, else the majority counts."""
    votes: dict[str, Counter[str]] = {}
    firms = set()
    for draft in found:
        form = page.form(draft)
        votes.setdefault(form, Counter())[draft.kind] += 1
        if draft.kind == "organisation" and " " in form:
            firms.add(fold(form.partition(" ")[0]))
    for draft in found:
        form = page.form(draft)
        if kind := _outvoted(draft, votes[form], form, firms):
            draft.kind = kind
    surnames = {page.form(draft).rpartition(" ")[2] for draft in found if draft.kind == "person"}
    full = {form for form in map(page.form, found) if " " in form}
    surnames &= {form.rpartition(" ")[2] for form in full}
    for draft in found:
        form = page.form(draft)
        if draft.kind == "organisation" and form in surnames and not form.isupper() and not _is_firm(page, draft):
            draft.kind = "person"


def _outvoted(draft: Draft, vote: Counter[str], form: str, firms: set[str]) -> Kind | None:
    """The kind that the rest of the article gives to a form; `firms` are first words of organisations' names."""
    of_a_firm = fold(form.partition(" ")[0]) in firms
    if (
        draft.kind == "person"
        and of_a_firm
        and (vote["organisation"] or (" " not in form and draft.confidence < _LEAST_SURE))
    ):
        return "organisation"
    if vote["person"] >= 2 * vote["organisation"]:
        return "person"
    return "organisation" if vote["organisation"] >= 2 * vote["person"] else None


def _is_firm(page: Page, draft: Draft) -> bool:
    """Whether a noun stands before a surname: Bäckerei Sommer."""
    before = page.before(draft.start)
    return (
        before[:1].isupper()
        and before[1:].islower()
        and before not in TITLES
        and not german(before)
        and bool(page.before(draft.start, 2) or before.endswith(("ei", "firma", "haus")))
    )


# ---- the same words again ------------------------------------------------------------------------------------------


def _whole_names(page: Page, found: list[Draft]) -> Iterator[Draft]:
    names: dict[str, Draft] = {}
    for draft in found:
        form = page.form(draft)
        if form not in names and _may_repeat(page, form, draft):
            names[form] = draft
    if not names:
        return
    places_of = [(start, -end, form) for form in names for start, end in _written(page.text, form)]
    for start, back, form in sorted(places_of):
        if " " in form or _stands_as_name(page, start, -back):
            source = names[form]
            yield Draft(start, -back, source.kind, min(source.confidence, 0.9) * 0.95, "repeated")


def _written(text: str, form: str) -> Iterator[tuple[int, int]]:
    """Where a name stands as a whole, however its words are parted: NRW Invest, NRW.Invest, NRW-Invest."""
    first, *others = form.split(" ")
    start = text.find(first)
    while start >= 0:
        end = start + len(first)
        for word in others:
            gap = _GAP.match(text, end)
            if not gap or not text.startswith(word, gap.end()):
                break
            end = gap.end() + len(word)
        else:
            if _is_whole(text, start, end):
                yield start, end
        start = text.find(first, end)


def _may_repeat(page: Page, form: str, draft: Draft) -> bool:
    if " " in form or script_of(form) == "han":
        return len(form) > 3
    if draft.kind == "person" or len(form) < 2 or draft.confidence < _LEAST_SURE:
        return False
    folded = fold(form)
    if folded in places() or folded in page.localities or form.lower() in EVERYDAY:
        return False
    return not form[0].islower() and (not form[1:].islower() or draft.confidence > 0.9)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a name does not begin or end inside a longer Latin word; Japanese knows no gaps."""
    if not text[start].isascii() and script_of(text[start:end]) in ("han", "kana"):
        return script_of(text[max(0, start - 1) : start]) != script_of(text[start]) or start == 0
    before, behind = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before in _INSIDE) and not (behind.isalnum() or behind in ("_", "@", "+", "&"))


def _stands_as_name(page: Page, start: int, end: int) -> bool:
    behind = page.text[end : end + 2]
    return not (behind[:1] in "-‐" and behind[1:2].isalpha()) and page.after(end) not in PLACE_WORDS


def _firms(page: Page, found: list[Draft]) -> Iterator[Draft]:
    """The first word of a firm that was named with its legal form: Limbach of "Limbach Installtec GmbH"."""
    surnames = {page.form(draft).rpartition(" ")[2] for draft in found if draft.kind == "person"}
    common = {word.text for word in page.words if word.text.islower()}
    firms = {}
    for draft in found:
        form = page.form(draft)
        first = form.partition(" ")[0]
        if draft.kind == "organisation" and split_legal_form(form)[1] and _is_telling(first, surnames | common):
            firms[first] = draft
    for word in page.words if firms else ():
        firm = firms.get(word.text)
        if firm and word.start > firm.end and _stands_as_name(page, word.start, word.end):
            yield Draft(word.start, word.end, "organisation", min(firm.confidence, 0.9) * 0.75, "repeated")


def _is_telling(first: str, other: set[str]) -> bool:
    """Whether the first word of a firm's name says of itself which firm it is."""
    lower = first.lower()
    if len(first) < 4 or not first[0].isupper() or first in other or lower in other or lower in EVERYDAY:
        return False
    adjective = lower.endswith(("e", "er", "en", "es", "isch")) and first[1:].islower()
    return not adjective and fold(first) not in places() and not _KINDS_OF_FIRM.search(lower)


# ---- surnames alone ------------------------------------------------------------------------------------------------


def _surnames(page: Page, found: list[Draft]) -> Iterator[Draft]:
    surnames: dict[str, float] = {}
    common = {word.text for word in page.words if word.text.islower()}
    for draft in found:
        form = page.form(draft)
        if draft.kind != "person" or " " not in form or form.isupper():
            continue
        last = form.rpartition(" ")[2]
        if len(last) >= _LEAST and last[0].isupper() and last.replace("-", "").isalpha() and not last.isupper():
            surnames[last] = max(surnames.get(last, 0), draft.confidence)
    if not surnames:
        return
    written = {surname + ending: surname for ending in ("", "s", "’s", "'s", "’", "'") for surname in surnames}
    written |= {surname: surname for surname in surnames}
    for number, word in enumerate(page.words):
        surname = written.get(word.text)
        if surname and _is_meant(page, number, surname, common):
            end = word.start + len(surname)
            yield Draft(word.start, end, "person", min(0.9, surnames[surname]) * 0.95, "surname")


def _is_meant(page: Page, number: int, surname: str, common: set[str]) -> bool:
    """Whether the word is the person and not a street, a place, or the noun that the surname also is."""
    word = page.words[number]
    before = page.before(word.start)
    after = page.after(word.end)
    if page.text[word.end : word.end + 1] in ("+", "&") or page.text[word.start - 1 : word.start] in ("+", "&"):
        return False
    if after in PLACE_WORDS or (after in ("-", "‐") and page.text[word.end : word.end + 1] in ("-", "‐")):
        return False
    if before and (before in TITLES or german(before) or english_head(before)):
        return True
    lower = surname.lower()
    if fold(surname) in places() or fold(surname) in page.localities:
        return False
    if lower in EVERYDAY or lower in common:
        return bool(_SAYING.match(after)) and before.lower() not in DETERMINERS
    if before.lower() in DETERMINERS and before.lower() not in ("der", "die", "den", "dem", "des"):
        return False
    return not (before[:1].isupper() and before[1:].islower() and _is_other_name(page, number, surname))


def _is_other_name(page: Page, number: int, surname: str) -> bool:
    """Whether the word before is a given name that the recogniser did not see: then this is somebody else."""
    from desktop_app.entities.naming.tables import given_names

    before = page.words[number - 1]
    return fold(before.text) in given_names() and page.text[before.end : page.words[number].start] == " "


# ---- Japanese ------------------------------------------------------------------------------------------------------


def _japanese_surnames(page: Page, found: list[Draft]) -> Iterator[Draft]:
    """西野社長 and 西野氏 where 西野綾子 is named."""
    if not page.japanese:
        return
    surnames: dict[str, float] = {}
    for draft in found:
        if draft.kind == "person":
            form = page.form(draft)
            key = person_key(form)
            if key.script in ("han", "kana"):
                surname = _as_written(form, key.surname)
                if surname and (key.script == "han" or len(surname) > 1):
                    surnames[surname] = max(surnames.get(surname, 0), draft.confidence)
    if not surnames:
        return
    for surname in sorted(surnames, key=len, reverse=True):
        at = page.text.find(surname)
        while at >= 0:
            end = at + len(surname)
            if not _JAPANESE.match(page.text[max(at - 1, 0) : at]) and _addressed().match(page.text, end):
                yield Draft(at, end, "person", min(0.9, surnames[surname]) * 0.95, "surname")
            at = page.text.find(surname, end)


@cache
def _addressed() -> re.Pattern[str]:
    """A form of address or a role behind a Japanese surname."""
    ends = "|".join(map(re.escape, (*japanese_addresses(), *japanese_ends())))
    return re.compile(f"[\u3400-\u9fff]{{0,4}}?(?:{ends})")


def _as_written(form: str, surname: str) -> str:
    """The surname as it stands in a name: fold turns 髙橋 to 高橋."""
    parts = re.split(r"[\s・･=＝]+", form)
    if len(parts) > 1:
        return parts[0] if script_of(form) == "han" else parts[-1]
    return form[: len(surname)] if script_of(form) == "han" else form
