"""Reads one line or paragraph opening of a press header: labels, date and source lines, bylines, datelines, credits."""

import re
from dataclasses import dataclass

from desktop_app.ingest import phrases
from desktop_app.ingest.dates import FoundDate, date_at, parse_date
from desktop_app.ingest.phrases import words
from desktop_app.model.dates import PartialDate

LONGEST_LINE = 160  # code points; what is longer is prose

_GLUED = re.compile(r"\s*(?:(?:date|datum|dated|日付)\s*[:：]?\s+)?", re.IGNORECASE)
_GLUE_LABEL = re.compile(r"\s*(?:date|datum|dated|日付)\s*[:：]?\s+(?=\S)", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*(?:[,;|·•/()\[\]（）［］【】、，]|\s[-–—]\s|\s[-–—]$|^[-–—]\s|:\s|：)\s*")
_FILLER = re.compile(
    r"(?:vom|am|den|of|on|from|um|im|stand|uhr|online|print|gedruckt"
    r"|\d{1,2}[:.]\d\d(?:\s*uhr)?|[ivx]+|s\.\s?\d+\w?|p\.\s?\d+|seite\s\d+\w?|page\s\d+"
    r"|nr\.\s?\d+|no\.\s?\d+|ausgabe\s.{1,20}|jahrgang\s\d+|jg\.\s?\d+|heft\s\d+|vol\.\s?\d+"
    r"|第?\d+面|朝刊|夕刊|付|第[\d,]+号|erschienen(?:\sam)?|veröffentlicht(?:\sam)?"
    r"|published(?:\son)?|aktualisiert|updated)[.:]?",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(
    r"[A-ZÄÖÜÉ0-9][\w.’'&-]*(?:\s(?:[A-ZÄÖÜÉ0-9][\w.’'&-]*|am|an|der|die|das|den|des|im|of|the|for|und|and|für|in|de))*"
)


_NAME_WORD = re.compile(r"[A-ZÄÖÜÉ][\w.’'-]*|[a-z]{2,3}|/|&|[\u3041-\u9fff]{1,12}")
_VERBS = words("ist sind war hat wird kann gibt are was has had can is does")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a line states beside the article: its date, the paper, the place; `rest` is what follows, if glued."""

    date: PartialDate | None = None
    source: str = ""
    place: str = ""
    byline: str = ""
    page: str = ""
    rest: str = ""


def read_label(line: str) -> tuple[str, str] | None:
    """Field and value of a line such as “Quelle: Rheinhafen-Bote”, or None."""
    if len(line) > 300:
        return None
    match = phrases.LABEL.fullmatch(line.strip())
    if not match:
        return None
    field = phrases.LABELS.get(re.sub(r"\s+", " ", match[1]).casefold())
    if field is None or not match[2].strip():
        return None
    if field == "date" and parse_date(match[2], day_first=None) is None:
        return None
    if field == "byline" and not _only_names(match[2]):
        return None  # “Text: Der Hafen wächst weiter” names nobody
    if field in {"byline", "source", "place"} and len(match[2]) > 80:
        return None
    return field, match[2].strip()


def _only_names(text: str) -> bool:
    parts = re.split(r"[\s,;]+", text.strip().rstrip("."))
    return len(parts) <= 12 and all(_NAME_WORD.fullmatch(part) and part not in _VERBS for part in parts)


def read_glued(line: str) -> Imprint | None:
    """A date that opens the text and is followed by it on the same line: “date 2018-09 Für Unternehmer …”."""
    label = _GLUE_LABEL.match(line)
    start = label.end() if label else len(line) - len(line.lstrip())
    found = date_at(line, start)
    if found is None:
        return None
    between = re.compile(r"[\s.,:|–—-]*").match(line, found.end)
    rest = line[between.end() if between else found.end :]
    if not rest:
        return None
    if not label and (rest[0].islower() or line[found.end] not in " \t\u3000.:|–-"):
        return None
    return Imprint(date=found.date, rest=rest)


def read_imprint(line: str, *, day_first: bool | None = None) -> Imprint | None:
    """A line that is only date, paper, place, page: “Rheinhafen-Bote, 14.05.2019”, “Krefeld, 14. Mai 2019”."""
    line = line.strip()
    if not 4 <= len(line) <= 120:
        return None
    if line[0].islower():
        return None
    found = _date_inside(line, day_first) or _year_after_paper(line)
    if found is None:
        return None
    before, after = line[: found.start], line[found.end :]
    words = [word.strip(" .") for side in (before, after) for word in _SEPARATORS.split(side)]
    names = [word for word in words if word and not _FILLER.fullmatch(word)]
    names = [re.sub(r"\s+(?:vom|am|den|dated)$", "", name) for name in names]
    if len(names) > 3:
        return None
    if names and before.strip() and not _separated(before):
        return None
    return _sort_names(names, found, pointed=bool(re.search(r"[·•|]", line)))


def _sort_names(names: list[str], found: FoundDate, *, pointed: bool) -> Imprint | None:
    source = place = byline = ""
    for name in names:
        if looks_like_paper(name) or name.casefold() in phrases.AGENCIES:
            source = source or name
        elif pointed and not source and _CAPITALISED.fullmatch(name) and not phrases.RUBRIC.fullmatch(name):
            source = name  # a dot or bar stands between a paper and its date, not between a place and one
        elif author := read_byline(name):
            byline = author
        elif phrases.RUBRIC.fullmatch(name):
            continue
        elif not place and not source and len(names) == 1 and _CAPITALISED.fullmatch(name) and len(name.split()) <= 3:
            place = name
        else:
            return None
    return Imprint(found.date, source, place, byline)


def _separated(before: str) -> bool:
    stripped = before.rstrip()
    return bool(
        stripped[-1] in ",;|·•/(（[:：–—-、，"
        or re.search(
            r"\b(?:vom|am|den|of|on|dated|stand|erschienen|veröffentlicht|published)\.?:?$", stripped, re.IGNORECASE
        )
        or (len(before) - len(stripped) >= 2)
        or looks_like_paper(stripped)
        or stripped.casefold() in phrases.AGENCIES
    )


def _year_after_paper(line: str) -> FoundDate | None:
    match = re.fullmatch(r"(.{3,48}?)\s*[,·|–-]\s*((?:18|19|20)\d\d)", line)
    date = parse_date(match[2]) if match and looks_like_paper(match[1]) else None
    return FoundDate(match.start(2), match.end(2), date) if match and date else None


def read_masthead(line: str) -> str:
    """The paper's name where it has a line of its own: “Stadtanzeiger Lank – aus den Vereinen”."""
    line = line.strip()
    name, _, rest = line.partition(" – ")
    if len(rest) > 30 or len(name.split()) > 5 or not looks_like_paper(name):
        return ""
    return name


def is_strong_name(name: str) -> bool:
    """Whether a paper's name can hardly be anything else: “… Kurier”, “… 新聞”; “… Review” could be a heading."""
    return bool(phrases.STRONG_PAPER.search(name)) and (name.isascii() is False or len(re.split(r"[\s-]", name)) > 1)


def _date_inside(line: str, day_first: bool | None) -> FoundDate | None:
    for match in re.finditer(r"(?<![\w.])(?=\w)|(?<=[新報聞刊信(（【])(?=\d)", line):
        if found := date_at(line, match.start(), day_first=day_first):
            return found
    return None


def looks_like_paper(name: str) -> bool:
    """Whether a name is that of a newspaper or news service rather than a folder's or a subject's."""
    name = name.strip()
    plain = re.sub(r"^(?:Die|Der|Das|The)\s", "", name)
    if not 3 <= len(plain) <= 48 or plain.casefold() in phrases.GENERIC_NAMES:
        return False
    if not (plain[0].isupper() or plain[0].isdigit() or ord(plain[0]) > 0x2E80):
        return False
    if plain.casefold() in phrases.AGENCIES:
        return True
    if re.search(r"[.!?。]\s", plain) or any(word.islower() and word not in _NAME_PARTS for word in plain.split()):
        return False
    return bool(phrases.PAPER.fullmatch(plain))


_NAME_PARTS = words("am an der die das den im of the for und and für in aus")


def read_byline(line: str) -> str:
    """The author of a byline, “Von Maike Dorn” → “Maike Dorn”, or ""."""
    line = line.strip()
    if len(line) > 120:
        return ""
    if match := phrases.BYLINE.fullmatch(line):
        name = match["name"].rstrip(".") if len(match["name"].split()[-1]) > 2 else match["name"]
        return re.sub(r",?\s+(?:und|and|&)\s+|\s?/\s?", ", ", name)
    if match := phrases.BYLINE_IN_SENTENCE.fullmatch(line):
        return match["name"]
    if match := phrases.BYLINE_JA.fullmatch(line):
        return (match["name"] or match["writer"] or "").strip()
    return ""


def read_credit(paragraph: str) -> str:
    """Who is credited for the picture, “Foto © Stadt Aachen / A. Herrmann.” → “Stadt Aachen / A. Herrmann”."""
    if len(paragraph) > 120 or "\n" in paragraph:
        return ""
    match = phrases.CREDIT.fullmatch(paragraph.strip())
    if not match or re.search(r"(?<!\b[A-Z])[.!?]\s+[A-ZÄÖÜ]\w{3}|。.", match["who"]):
        return ""
    who = match["who"].strip()
    if paragraph.lstrip("(").casefold().startswith(
        ("bild:", "picture:", "写真：", "写真:")
    ) or not paragraph.startswith("("):
        words = who.split()
        if "©" not in paragraph and (
            len(words) > 6 or any(word.islower() and word not in _CREDIT_WORDS for word in words)
        ):
            return ""
    return who


_CREDIT_WORDS = words("von der die des und and of the by courtesy privat private dpa afp epd bei für via van de no pd")


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph explains a picture."""
    if len(paragraph) > 600:
        return False
    return bool(phrases.CAPTION.match(paragraph) or phrases.CAPTION_INSIDE.search(paragraph[:80]))
