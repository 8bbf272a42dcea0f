"""Organisations that were missed or run together: short forms in brackets, heads of compounds, "A und B Ort"."""

import re
from collections.abc import Iterator
from typing import Final

from desktop_app.entities.document.everyday import NO_ORGANISATIONS
from desktop_app.entities.document.page import Draft, Page, with_new
from desktop_app.entities.document.role_words import english_head, german
from desktop_app.entities.naming.folding import script_of
from desktop_app.entities.naming.organisations import acronym_of, looks_like_acronym
from desktop_app.entities.tokens import Token, listed

_SHORT_BEHIND: Final = re.compile(
    r'\s?[(（]\s?(?:kurz|abgekürzt|im Folgenden|genannt|now|short|以下)?:?\s?[„“"「]?'
    r'([^\W\d_][\w&.\-/]{1,11})[“”"」]?\s?[)）]'
)
_SHORT_AFTER_COMMA: Final = re.compile(r',? kurz:? [„“"]?([A-ZÄÖÜ][\w&\-]{1,9})\b')
_WELL_KNOWN: Final = listed("""
CDU SPD FDP CSU AfD NPD ÖVP FPÖ SPÖ SVP DFB DFL IHK HWK DGB UN UNO EU EZB BND BKA LKA NATO FIFA UEFA IOC DOSB ADAC
ADFC VW BMW RWE EON SAP ZDF ARD WDR NDR SWR RTL BASF DIHK BDI DRK AWO THW DLRG DLR TÜV IWF WHO OECD WTO KfW FBI CIA
NSA BBC CNN DJW JETRO AOK TU RWTH VDI VDA VDMA BUND NABU KPD SED PDS BSW
""")
_HYPHENS: Final = "-‐‑"
_HYPHEN: Final = re.compile(f"[{_HYPHENS}]")
_TWO: Final = re.compile(
    r"(?P<first>[A-ZÄÖÜ]{2,6}|[A-ZÄÖÜ][a-zäöüß]+(?:kammer|verband|bank|kasse|werke|verein|amt|agentur|schule|universität))"
    r"\s(?:und|sowie|and|&)\s(?:(?:die|der|das|dem|den|the)\s)?(?P<second>[A-ZÄÖÜ].{3,80})",
    re.DOTALL,
)
_HEADED: Final = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]*(?:kammer|verband|bank|kasse|verein|amt|agentur|universität|hochschule|ministerium|gericht)\b",
    re.IGNORECASE,
)


def introduced(page: Page, found: list[Draft]) -> tuple[list[Draft], list[tuple[Draft, Draft]]]:
    """The mentions with the short forms that stand in brackets behind an organisation, and which belong together."""
    pairs: list[tuple[Draft, Draft]] = []
    starts = {draft.start: draft for draft in found}
    new = []
    for draft in found:
        if draft.kind != "organisation":
            continue
        match = _SHORT_BEHIND.match(page.text, draft.end) or _SHORT_AFTER_COMMA.match(page.text, draft.end)
        short = starts.get(match.start(1)) if match else None
        if not match or not (_is_short_for(match[1], page.form(draft)) or _is_eastern_pair(page, draft, short)):
            continue
        if short is None:
            short = Draft(match.start(1), match.end(1), "organisation", min(0.95, draft.confidence), "acronym")
            new.append(short)
        elif short.kind != "organisation":
            short.kind, short.reason = "organisation", "acronym"
        for each in (draft, short):
            each.confidence = max(each.confidence, 0.85)
        pairs.append((draft, short))
    known = with_new(found, new)
    return known, [(one, two) for one, two in pairs if one in known and two in known]


def _is_eastern_pair(page: Page, long: Draft, short: Draft | None) -> bool:
    """Whether the second is all that stands in brackets behind the first: 世界貿易機関（ＷＴＯ）."""
    return (
        short is not None
        and script_of(page.form(long)) in ("han", "kana")
        and page.text[short.end : short.end + 1] in ("）", ")")
    )


def _is_short_for(short: str, name: str) -> bool:
    if acronym_of(short, name):
        return True
    letters = [char for char in short if char.isalpha()]
    fits = looks_like_acronym(short) and len(letters) >= 2 and " " in name
    return (
        fits
        and letters[0].lower() == name[0].lower()
        and sum(char.lower() in name.lower() for char in letters) == len(letters)
    )


def short_forms(page: Page, shorts: set[str]) -> Iterator[Draft]:
    """Further places of the short forms that the article introduces."""
    for word in page.words:
        if word.text in shorts:
            yield Draft(word.start, word.end, "organisation", 0.9, "acronym")


def with_compounds(page: Page, found: list[Draft]) -> list[Draft]:
    """The mentions, and the organisations at the head of compounds: DJW-Geschäftsführerin."""
    forms = {page.form(draft): draft for draft in found if draft.kind == "organisation"}
    return with_new(found, _compounds(page, forms))


def _compounds(page: Page, forms: dict[str, Draft]) -> Iterator[Draft]:
    for word in page.words:
        if not _HYPHEN.search(word.text) or len(word.text) > 80:
            continue
        head, tail = _parts(word)
        if len(head) < 2 or not tail:
            continue
        start = word.start
        if head in forms and tail[:1].isupper():
            yield Draft(start, start + len(head), "organisation", min(0.9, forms[head].confidence), "compound")
        elif _is_acronym_before_role(head, tail):
            known = head in _WELL_KNOWN
            yield Draft(start, start + len(head), "organisation", 0.85 if known else 0.65, "compound")


def _parts(word: Token) -> tuple[str, str]:
    at = max(word.text.rfind(hyphen) for hyphen in _HYPHENS)
    return word.text[:at].removeprefix("Ex-").removeprefix("Vize-"), word.text[at + 1 :]


def _is_acronym_before_role(head: str, tail: str) -> bool:
    if head in NO_ORGANISATIONS or not 2 <= len(head) <= 6 or not head.isalpha():
        return False
    role = german(tail) or (tail[:1].isupper() and english_head(tail)) or tail in ("Politiker", "Fraktion", "Mitglied")
    return bool(role) and (head.isupper() or head in _WELL_KNOWN)


def parted(page: Page, found: list[Draft]) -> list[Draft]:
    """The mentions, "IHK und Handwerkskammer Aachen" as two."""
    out: list[Draft] = []
    for draft in found:
        match = _TWO.fullmatch(page.text, draft.start, draft.end) if draft.kind == "organisation" else None
        if match and _HEADED.match(match["second"]):
            out.append(Draft(draft.start, match.end("first"), draft.kind, draft.confidence, "coordinated"))
            draft.start = match.start("second")
        out.append(draft)
    return out
