"""Mentions as they should be: titles and the genitive's s cut off, what is no name thrown out, floods stemmed."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from desktop_app.entities.document.everyday import EVERYDAY, NO_ORGANISATIONS
from desktop_app.entities.document.page import Draft, Page
from desktop_app.entities.document.role_words import english_head, german
from desktop_app.entities.naming.folding import fold
from desktop_app.entities.naming.tables import given_names
from desktop_app.entities.tokens import listed

TITLES: Final = listed("""
Dr. Dr Prof. Prof Professor Herr Herrn Herrn. Frau Fr. Hr. Dipl.-Ing. Dipl.-Kfm. Ing. Mag. PD h.c. h. c. med. jur.
phil. rer. nat. Sir Dame Mr. Mr Mrs. Mrs Ms. Ms Miss Mister Madame Monsieur Signor Don S.E. I.E. Familie Ehepaar
Eheleute RA Pater Schwester Bruder Mme Sœur Dres. habil. mult. Hon. Rev. vet. Lord em. emer. apl. StD StR POK PHK
KHK
""")
PARTICLES: Final = listed("""
von van de zu der den di da del della la le bin al ter vom zum dos das du ten el Graf Gräfin Freiherr af
""")
_MONTHS_AND_DAYS: Final = listed("""
januar februar märz april juni juli september oktober november dezember montag dienstag mittwoch donnerstag freitag
samstag sonnabend sonntag january february march june july october december monday tuesday wednesday thursday friday
saturday sunday ostern pfingsten weihnachten silvester heute gestern morgen
""")
_PLACE_ENDS: Final = re.compile(
    r"(?:straße|strasse|str\.|gasse|allee|(?<=\w{3})platz|(?<=\w{3})preis|pokal|cup|denkmal|stadion|gesetz|-festspiele|turnier|brücke|"
    r"-(?:Straße|Platz|Weg|Ring|Allee|Preis|Haus|Halle|Schule|Gymnasium|Stiftung|Institut|Museum))\Z"
)
PLACE_WORDS: Final = listed("""
Straße Strasse Str. Platz Allee Weg Gasse Ring Ufer Damm Brücke Preis Pokal Cup Denkmal Stadion Street Avenue Road
Square Bridge Prize Award Award. Medaille Gymnasium Gesamtschule Grundschule Realschule Hauptschule Festspiele
""")
_OUTER: Final = " \t\n\u3000\u00a0,;:!?…*•|/–—-\"'’”“«»„‚‘›‹=#"
_MOST_ON_A_LINE: Final = 120  # mentions; more are a table or noise
_PROSE, _NOTHING_ELSE = 0.4, 0.85  # the share of names in a line: more than in prose, hardly anything else
_MOST: Final = 4000  # mentions in a text
_LEAST_IN_CAPITALS: Final = 0.85  # confidence of a name in a line of capitals or in a table
_STRETCH: Final = 150  # code points
_PAIRS: Final = {"(": ")", "[": "]", "（": "）"}
_ENDING_IN_S: Final = listed("""
williams jones davis roberts edwards evans matthews stevens collins rogers phillips andrews simmons perkins hopkins
watkins jenkins hughes james lewis harris peters jacobs hans carstens sievers wolters behrens martens heinrichs
friedrichs willems hendricks brooks fields woods hicks banks owens adams burns parks powers gates jobs simons siemens
ahrens ehlers harms jürgens lammers otters reiners reimers rickers riemers siebers stoffers wilkens wolfers cornelius
johannes mathias matthias thomas niklas lukas jonas andreas tobias markus klaus claus nikolaus julius justus marius
fabius
""")
_GENITIVE: Final = re.compile("(?<=[^\\Wsxzß_])s\\Z|['’]s?\\Z")
_KIND_BEFORE: Final = re.compile(
    r"(?:Zeitung|Tageszeitung|Zeitschrift|Firma|Unternehmen|Konzern|Nachrichtenagentur|Nachrichtenmagazin|Hersteller)s?\s+"
    r"(?=[A-ZÄÖÜ„\"])"
)
_ACRONYM_AND_MORE: Final = re.compile(r"([A-ZÄÖÜ]{2,6})\s(?:für|in|mit|zu|auf|und die|am|im)\s")
_CUT_SHORT: Final = re.compile(r"[-‐] (?:und|oder|bzw\.|sowie|als auch|wie) ")  # Zeit- und Entgelttarife
_PLACE_NOT_BODY: Final = re.compile(
    r"(?:Veranstaltungsorte?|(?:Metropol|Technologie|Wirtschafts)region|Region|Stadtteil|Ortsteil|Standorte?|Raum|Bezirk|Großraum)\s"
)
_SURE: Final = 0.7
_LOWER_INSIDE: Final = re.compile(
    r"\s(?!(?:für|und|der|des|die|das|dem|den|von|vom|zu|zur|zum|im|in|am|an|auf|of|the|and|for|de|la|du|di|del|della|delle|dei|do|da|dos|e|y|et|gegen|bei|mit|"
    r"ohne|aus|über|unter|voor|van|i|og|och|haftungsbeschränkt)\s)[a-zäöü]+\s[A-ZÄÖÜ]"
)
_LONG_GENITIVES: Final = (
    "tages",
    "bandes",
    "bundes",
    "rates",
    "kreises",
    "amtes",
    "hauses",
    "landes",
    "dienstes",
    "werkes",
)
_NOISE: Final = re.compile(r"[^\W\d_][^\W_]*\d[^\W\d_]|[a-zäöüß][A-ZÄÖÜ][a-zäöüß]+[A-ZÄÖÜ]|(.)\1\1|[|~^<>{}\\]")


def tidied(page: Page, found: list[Draft]) -> list[Draft]:
    """The mentions with their right borders, without those that are none."""
    found = [draft for draft in found if _trim(page, draft)]
    found = _initials_joined(page, found)
    found = [draft for draft in found if not _is_rejected(page, draft)]
    return without_floods(page, list(_not_in_tables(page, _without_shouting(page, found))))


# ---- borders -------------------------------------------------------------------------------------------------------


def _trim(page: Page, draft: Draft) -> bool:
    """Moves the borders; false where nothing is left."""
    text = page.text
    while draft.start < draft.end and text[draft.start] in _OUTER:
        draft.start += 1
    named = draft.kind == "organisation" and draft.confidence > _SURE and text[draft.end - 2 : draft.end - 1].isalpha()
    outer = _OUTER.replace("!", "") if named else _OUTER  # Yahoo! keeps its sign
    while draft.start < draft.end and text[draft.end - 1] in outer:
        draft.end -= 1
    _balance(text, draft)
    if draft.kind == "person":
        _cut_titles(text, draft)
    else:
        _cut_compound(text, draft)
        _cut_kind(text, draft)
    return draft.start < draft.end


def _balance(text: str, draft: Draft) -> None:
    """Cuts off a bracket that is opened or closed but not both."""
    for opening, closing in _PAIRS.items():
        if text[draft.end - 1 : draft.end] == closing and opening not in text[draft.start : draft.end]:
            draft.end -= 1
        if text[draft.start : draft.start + 1] == opening and closing not in text[draft.start : draft.end]:
            draft.start += 1
        cut = text.rfind(opening, draft.start, draft.end)
        if cut > draft.start and closing not in text[cut : draft.end]:
            draft.end = cut
            while text[draft.end - 1].isspace():
                draft.end -= 1


def _cut_titles(text: str, draft: Draft) -> None:
    """Moves the start behind titles and roles; a title alone is nobody."""
    words = list(re.finditer(r"\S+", text[draft.start : draft.end]))
    if not words or (not text[draft.start].isascii() and len(words) == 1):
        return
    at = 0
    while at < len(words) and (
        words[at][0] in TITLES
        or _honorary(words, at)
        or (at < len(words) - 1 and _is_role(words[at][0], words[at + 1][0]))
    ):
        at += 1
    draft.start += words[at].start() if at < len(words) else draft.end - draft.start


def _honorary(words: list[re.Match[str]], at: int) -> bool:
    """Whether a word is part of "h. c."."""
    pair = [word[0] for word in words[max(at - 1, 0) : at + 2]]
    return words[at][0] in ("h.", "c.") and ("h." in pair and "c." in pair)


def _is_role(word: str, following: str) -> bool:
    """Whether a word at the head of a name is a role and no given name: "Trainer" of "Trainer Uwe"."""
    if fold(word) in given_names() or not following[:1].isupper():
        return False
    return bool(german(word)) and len(word) > 3


def _cut_compound(text: str, draft: Draft) -> None:
    """Cuts "DJW-Geschäftsführerin" to "DJW"."""
    words = text[draft.start : draft.end].split()
    if not words or "-" not in words[-1]:
        return
    head, _, tail = words[-1].rpartition("-")
    if head and (german(tail) or english_head(tail) or tail in ("Mitglied", "Mitglieder", "Mitgliedern")):
        draft.end -= len(tail) + 1


def _cut_kind(text: str, draft: Draft) -> None:
    """Moves the start behind a noun that says what it is (Zeitung USA Today), the end behind an acronym."""
    form = text[draft.start : draft.end]
    if match := _KIND_BEFORE.match(form):
        draft.start += match.end()
    elif (match := _ACRONYM_AND_MORE.match(form)) and draft.confidence < _SURE:
        draft.end = draft.start + match.end(1)


def _initials_joined(page: Page, found: list[Draft]) -> list[Draft]:
    """Joins "Michael" and "F. Bayer" of the mis-set "Michael. F. Bayer"."""
    joined: list[Draft] = []
    for draft in found:
        if (
            joined
            and draft.kind == joined[-1].kind == "person"
            and page.text[joined[-1].end : draft.start] in (". ", ".", " ")
            and re.match(r"[^\W\d_]\.", page.text[draft.start : draft.end])
        ):
            joined[-1].end = draft.end
            continue
        joined.append(draft)
    return joined


def without_genitive(page: Page, found: list[Draft]) -> None:
    """Leaves the genitive's s out where the article has the name without it, or where a word follows that it governs.

    It stays inside a mention behind "des" (des Amtsgerichts), but not in its form.
    """
    forms = {page.form(draft) for draft in found}
    lasts = {form.rpartition(" ")[2] for form in forms}
    for draft in found:
        form = page.form(draft)
        shorter = _GENITIVE.sub("", form)
        if shorter == form or len(shorter) < 3:
            continue
        sentence = page.sentence(draft.start)
        if sentence and sentence.language == "en" and form[-2] not in "'’":
            continue
        if draft.kind == "organisation":
            _without_its_genitive(page, draft, form, shorter, forms)
        elif form[-1] in "'’" or form[-2] in "'’" or shorter.rpartition(" ")[2] in lasts or _governs(page, draft, form):
            draft.end -= len(form) - len(shorter)


def _without_its_genitive(page: Page, draft: Draft, form: str, shorter: str, forms: set[str]) -> None:
    if shorter in forms and not _behind_des(page, draft):
        draft.end -= len(form) - len(shorter)
    elif form[-2].islower() and _behind_des(page, draft):
        draft.cut = 2 if form.endswith("es") and (form[:-2] in forms or form.endswith(_LONG_GENITIVES)) else 1


def _behind_des(page: Page, draft: Draft) -> bool:
    return page.before(draft.start).lower() in ("des", "eines", "dieses", "seines", "ihres")


def _governs(page: Page, draft: Draft, form: str) -> bool:
    """Whether a noun follows that the name stands for: "Julia Münchs Rede", not "Peter Jacobs sagte"."""
    if " " not in form or page.text[draft.end : draft.end + 1] != " ":
        return False
    if form.rpartition(" ")[2].lower() in _ENDING_IN_S or not form[-2].islower():
        return False
    following = page.after(draft.end)
    return following[:1].isupper() and following[1:2].islower() and not german(following)


# ---- what is no name -----------------------------------------------------------------------------------------------


def _is_rejected(page: Page, draft: Draft) -> bool:
    form = page.form(draft)
    if not any(map(str.isalpha, form)) or len(form) > 160 or form.lower() in _MONTHS_AND_DAYS or "\ufffd" in form:
        return True
    if len(form) == 1 and form.isascii():
        return True
    if "\n\n" in page.text[draft.start : draft.end]:
        return True
    if _CUT_SHORT.match(page.text, draft.end) and not form.isupper() and " " not in form:
        return True
    return (
        _no_person(page, draft, form)
        if draft.kind == "person"
        else _no_organisation(form, draft.confidence, page.text[draft.end : draft.end + 1])
    )


def _no_person(page: Page, draft: Draft, form: str) -> bool:
    words = form.split()
    known = len(words) > 1 and fold(words[0]) in given_names()
    if any(map(str.isdigit, form)) or _NOISE.search(form) or (_PLACE_ENDS.search(form) and not known):
        return True
    if all(len(word.strip(".")) < 2 for word in words) and form.isascii():
        return True
    if form[0].islower() and form.islower() and form.isascii():
        return True
    if (
        len(words) == 1
        and form.lower() in EVERYDAY
        and draft.confidence < _SURE
        and page.before(draft.start) not in TITLES
    ):
        return True
    behind = page.text[draft.end : draft.end + 1]
    return behind in (" ", "-") and page.after(draft.end).lstrip("-") in PLACE_WORDS


def _no_organisation(form: str, confidence: float, behind: str) -> bool:
    letters = sum(map(str.isalpha, form))
    if letters * 2 < len(form.replace(" ", "").replace(".", "")) or form.endswith(("$", "€")):
        return True
    if form in NO_ORGANISATIONS and (behind == "-" or form in ("US", "USA", "NRW")):
        return True
    if _PLACE_NOT_BODY.match(form):
        return True
    odd = _LOWER_INSIDE.search(form) is not None or (form.isascii() and form.isalpha() and form.islower())
    return odd and confidence < _SURE


def _without_shouting(page: Page, found: list[Draft]) -> list[Draft]:
    """In a line of capitals anything looks like a name: there only with a known given name, or named elsewhere."""
    elsewhere = {
        fold(word) for draft in found for word in page.form(draft).split() if not word.isupper() or len(word) < 5
    }
    kept = []
    for draft in found:
        form = page.form(draft)
        if form.isupper() and (len(form) > 5 or draft.kind == "person") and _shouts(page, draft):
            sure = draft.kind == "organisation" and draft.confidence > _LEAST_IN_CAPITALS
            known = sure or any(fold(word) in elsewhere for word in form.split())
            if not known and (" " not in form or fold(form.split()[0]) not in given_names()):
                continue
            draft.confidence *= 0.8
        kept.append(draft)
    return kept


def _shouts(page: Page, draft: Draft) -> bool:
    start, end = page.line(draft.start)
    line = page.text[max(start, draft.start - 200) : min(end, draft.end + 200)]
    letters = [char for char in line if char.isalpha()]
    rest = len(letters) - sum(map(str.isalpha, page.form(draft)))
    return rest > 10 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def without_floods(page: Page, found: list[Draft]) -> list[Draft]:
    """Without lines that are nothing but names and no list of people, and not more than anybody could read."""
    if len(found) <= _MOST_ON_A_LINE:
        return found
    kept: list[Draft] = []
    for (start, end), group in groupby(found, key=lambda draft: page.line(draft.start)):
        crowd = list(group)
        share = sum(draft.end - draft.start for draft in crowd) / (end - start)
        if len(crowd) > _MOST_ON_A_LINE and share > _PROSE:
            crowd = crowd[:_MOST_ON_A_LINE] if share < _NOTHING_ELSE else []
        kept += crowd
    return kept[:_MOST]


def _surroundings(page: Page, draft: Draft) -> tuple[int, int]:
    """The line of a mention; of a long one the stretch around it."""
    start, end = page.line(draft.start)
    at = max(start, (draft.start // _STRETCH - 1) * _STRETCH) if draft.start - start > _STRETCH else start
    return at, min(end, max(draft.end, at + 3 * _STRETCH))


def _not_in_tables(page: Page, found: list[Draft]) -> Iterator[Draft]:
    """Those that do not stand in a line of numbers or columns."""
    for (start, end), group in groupby(found, key=lambda draft: _surroundings(page, draft)):
        line = page.text[start:end]
        digits, letters = sum(map(str.isdigit, line)), sum(map(str.isalpha, line))
        table = digits > letters or line.count("\t") > 3 or line.count("|") > 3 or line.count("....") > 1
        for draft in group:
            if not table or draft.confidence > _LEAST_IN_CAPITALS:
                yield draft
