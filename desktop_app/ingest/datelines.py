"""The opening of an article that says where it was written: “Krefeld. …”, “LONDON, June 4 (Reuters) - …”, 【東京】."""

import re
from dataclasses import dataclass

from desktop_app.ingest import phrases
from desktop_app.ingest.dates import date_at, parse_date
from desktop_app.ingest.imprint import looks_like_paper
from desktop_app.ingest.phrases import words
from desktop_app.model.dates import PartialDate

_PLACE = r"[A-ZÄÖÜÉŌ][\w.’'-]*(?:[ /-](?:[A-ZÄÖÜÉ][\w.’'-]*|am|an|der|im|ob|bei|in|de|del|es|la|of|the|york)){0,4}"
_REGION = r"(?:\s?, ?[A-Z][\w.]*(?: [A-Z][\w.]*)?){0,2}?"
_AGENCY = r"[A-Za-zÄÖÜäöü]{2,12}(?:[/,-] ?[A-Za-z]{2,8}){0,3}"
_MONTH = r"(?i:jan|feb|mar|mär|mrz|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)[A-Za-zäö]{0,6}"
_DAY_MONTH = rf"(?:\d{{1,2}}\.? ?{_MONTH}\.?|{_MONTH}\.? \d{{1,2}}|\d{{1,2}}\.\d{{1,2}}\.)(?:,? ?\d{{4}})?"
_NEXT = r"(?=[A-ZÄÖÜ0-9„»\"“‚'<(])"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        # BERLIN (dpa) – ; LONDON, June 4 (Reuters) - ; Rheinhafen (nwd).
        (
            rf"(?P<place>{_PLACE}{_REGION})(?:, (?P<date>{_DAY_MONTH}))? ?[(/](?P<agency>{_AGENCY})[)/]"
            rf"\s*(?:[-–—:.]+|{_NEXT})\s*"
        ),
        # SALVADOR, Feb 26 - ; Rheinhafen, 12. Februar 2020.
        rf"(?P<place>{_PLACE}{_REGION})\s?,? ?(?P<date>{_DAY_MONTH})\s*(?:[-–—]{{1,2}}|:|\.)\s+",
        # Wien – ; DÜSSELDORF —
        rf"(?P<place>{_PLACE}(?:[,/] ?[A-Z][\w.]*){{0,2}})\s(?:[–—]|--?)\s{_NEXT}",
        # Krefeld.
        r"(?P<place>[A-ZÄÖÜ][\w-]{2,}(?:[ /-](?:[A-ZÄÖÜ][\w-]+|am|an der|im|ob der|in|bei))*)\. (?=[A-ZÄÖÜ„»\"“‚])",
    )
)
_DATELINE_JA = re.compile(r"[【［\[](?P<inside>[^】］\]\n]{1,40})[】］\]]\s*(?:[-–—―ー]+\s*)?")
_NOT_PLACES_JA = re.compile(
    r"速報|号外|独自|解説|写真|社説|訂正|特集|連載|動画|詳報|更新|お知らせ|注|参考|関連|出典|引用|問|答|質問|主な|記者"
    r"|訃報|.*(?:ニュース|新聞|通信|地震|事件|事故|問題|選|災害|豪雨|台風)|PR|AD|第?\d+回|.*[はをにがで]$"
)
_INLINE_DATELINE = re.compile(
    r"(?<!\bSt)(?<!\d)[.!?“\"”»’] (?P<place>(?:St\. )?[A-ZÄÖÜ][\w-]+(?:[ /](?:St\. )?[A-ZÄÖÜ][\w-]+){0,2}"
    r"(?: \([\w/ -]{2,20}\))?)"
    r" – (?=[A-ZÄÖÜ„\"»0-9])"
)
_ACRONYMS = words("USA US UK UAE UNO DDR BRD EU NRW")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of an article, [0, end) of its first paragraph: place, and the date if it names the year."""

    end: int
    place: str
    date: PartialDate | None = None
    byline: str = ""
    start: int = 0


def read_dateline(paragraph: str, *, certain: bool = False) -> Dateline | None:
    """The place (and date) that opens an article's first paragraph: `Krefeld. …`, `LONDON, June 4 (Reuters) - `.

    `certain` accepts only the forms with a day or an agency, which no heading has.
    """
    if certain and paragraph[:1] in "【［[":
        return None
    head = paragraph[:100]
    if head[:1] in "【［[":
        return _read_dateline_ja(paragraph)
    for number, form in enumerate(_DATELINES[:2] if certain else _DATELINES):
        match = form.match(head)
        if match is None or match.end() >= len(paragraph):
            continue
        place = match["place"].strip(" ,")
        if not _is_place(place, strict=number >= 2):
            continue
        stated = match.groupdict().get("date")
        agency = match.groupdict().get("agency") or ""
        return Dateline(match.end(), ordinary_case(place), parse_date(stated) if stated else None, agency)
    return None


def inline_dateline(paragraph: str) -> Dateline | None:
    """A dateline behind a lead on the same line, as in “… nicht vom Tisch. Wien – Obwohl die Abgeordneten …”."""
    match = _INLINE_DATELINE.search(paragraph[:400])
    if match is None:
        return None
    place = re.sub(r" \(.*", "", match["place"])
    if not _is_place(place, strict=True) or len(place) < 4:
        return None
    return Dateline(match.end(), place, start=match.start() + 2)


def _is_place(place: str, *, strict: bool) -> bool:
    words = re.split(r"[ /,-]+", place)
    if len(place) > 40 or any(word.casefold().rstrip(".") in phrases.FUNCTION_WORDS - _PLACE_WORDS for word in words):
        return False
    if strict and (len(words) > 4 or any(char.isdigit() for char in place) or words[0].casefold() in _PLACE_WORDS):
        return False
    return not place.endswith("-")


_PLACE_WORDS = words("am an der im ob bei in de del la of the st bad")


def dateline_alone(line: str) -> Dateline | None:
    """A Japanese dateline that has a line of its own: 【ラインハーフェン＝小林亮】."""
    return _read_dateline_ja(line, alone=True) if line[:1] in "【［" else None


def ordinary_case(name: str) -> str:
    """A name that is printed in capitals as it is written elsewhere: NEW YORK → New York, HIGHTSTOWN, N.J."""
    if not name.isupper() or not any(len(word) > 3 for word in re.split(r"\W+", name)):
        return name
    return re.sub(r"[^\W\d_]+", lambda match: _capitalised(match[0]), name)


def _capitalised(word: str) -> str:
    return word if len(word) == 1 or word in _ACRONYMS else word.capitalize()


def _read_dateline_ja(paragraph: str, *, alone: bool = False) -> Dateline | None:
    match = _DATELINE_JA.match(paragraph)
    if match is None or (match.end() >= len(paragraph)) != alone:
        return None
    parts = [part for part in re.split(r"[\s　=＝/／・、,]+", match["inside"]) if part]
    place = parts[0] if parts else ""
    if not place or _NOT_PLACES_JA.match(place) or looks_like_paper(place) or place[0].isdigit() or len(place) > 10:
        return None
    people = [
        part.removesuffix("記者")
        for part in parts[1:]
        if part.casefold() not in phrases.AGENCIES and not re.match(r"[\d０-９]", part) and not looks_like_paper(part)
    ]
    found = date_at(match["inside"], match["inside"].find(parts[-1])) if len(parts) > 1 else None
    return Dateline(match.end(), place, found.date if found else None, "".join(people[:1]))
