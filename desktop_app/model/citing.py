"""A quotation with its source, in the styles that readers are asked for.

The styles follow the published rules for articles in newspapers: APA (7th edition), Chicago (17th, notes), MLA (9th)
and DIN ISO 690:2013-10. The language is that of the article: its quotation marks, months and words for a paragraph.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from desktop_app.model.article import Article
from desktop_app.model.dates import PartialDate

Style = Literal["short", "footnote", "apa", "chicago", "mla", "iso690"]
STYLES: tuple[Style, ...] = get_args(Style)
Run = tuple[str, bool]  # words, and whether they are set in italics

_ENGLISH_MARKS = ("“", "”")
_MARKS = {
    "de": ("„", "“"),
    "ja": ("「", "」"),
    "zh": ("「", "」"),
    "fr": ("« ", " »"),
    "it": ("«", "»"),
    "es": ("«", "»"),
}
# What stands for quotation marks within quoted words: those of the language, and straight ones in pairs.
_INNER = {
    "de": str.maketrans("„“”»«", "‚‘‘›‹"),
    "ja": str.maketrans("「」", "『』"),
    "zh": str.maketrans("「」", "『』"),
    "en": str.maketrans("“”", "‘’"),
}
_STRAIGHT = re.compile(r'"([^"]*)"')
_GAP = re.compile(r"\n[ \t\u3000]*(?:\n[ \t\u3000]*)+")
_AND = re.compile(r"\s*(?:,|;|、|&|\bund\b|\band\b)\s*")
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_MONTHS = {
    "de": (
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
        *("August", "September", "Oktober", "November", "Dezember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
}


_BRIEF_MONTHS = dict(
    zip(
        ("January", "February", "March", "April", "August", "September", "October", "November", "December"),
        ("Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class _Terms:
    """The words that a style needs in one language; `{}` is a number or two."""

    paragraph: str
    paragraphs: str
    undated: str
    within: str
    both: str  # between two names
    last: str  # before the last of several


_TERMS = {
    "de": _Terms("Abs. {}", "Abs. {}", "o. D.", "In: ", " und ", " und "),
    "en": _Terms("para. {}", "paras. {}", "n.d.", "In: ", " and ", ", and "),
    "ja": _Terms("第{}段落", "第{}段落", "日付なし", "", "、", "、"),
}


@dataclass(frozen=True, slots=True)
class Quotation:
    """The same words as plain text and as HTML of our own making."""

    text: str
    html: str


def paragraph_of(text: str, offset: int) -> int:
    """The number, from 1, of the paragraph in which a code point of a text stands."""
    begun = bool(text[: offset + 1].strip())
    return max(1, sum(1 for gap in _GAP.finditer(text, 0, offset + 1) if text[: gap.start()].strip()) + begun)


def quotation(article: Article, span: tuple[int, int] | None, style: Style = "short") -> Quotation:
    """The span's words in quotation marks, and where they stand; without a span the source alone."""
    source = _Source(article, span)
    quote = "" if span is None else _quoted(" ".join(article.text[span[0] : span[1]].split()), article.language)
    known = source.byline or source.title or source.paper
    return _set(_TEMPLATES[style if known else "short"](source, quote))


class _Source:
    """What an article states about itself, in the pieces that the styles put together."""

    def __init__(self, article: Article, span: tuple[int, int] | None) -> None:
        self.language = article.language if article.language in _TERMS else "en"
        self.terms = _TERMS[self.language]
        self.authors = [each for each in _AND.split(_flat(article.byline)) if each]
        self.title = _flat(article.title)
        self.quoted_title = _quoted(self.title, article.language) if self.title else ""
        self.paper = _flat(article.source)
        self.address = article.fields.get("url", "")
        try:
            self.date: PartialDate | None = PartialDate.parse(article.date)
        except ValueError:
            self.date = None
        self.place = "" if span is None else self._paragraphs(article.text, *span)

    def _paragraphs(self, text: str, start: int, end: int) -> str:
        first, last = paragraph_of(text, start), paragraph_of(text, max(start, end - 1))
        return self.terms.paragraph.format(first) if first == last else self.terms.paragraphs.format(f"{first}–{last}")

    @property
    def byline(self) -> str:
        """All who wrote it, as the paper names them."""
        return ", ".join(self.authors)

    @property
    def year(self) -> str:
        """The year, or that there is none."""
        return str(self.date.year) if self.date else self.terms.undated

    def surnames(self, both: str) -> str:
        """Those who wrote it, for a reference in the text; `both` stands between two."""
        names = [_parted(name)[1] for name in self.authors]
        return f"{names[0]} et al." if len(names) > 2 else both.join(names)

    def day(self, *, short: bool = False, month_first: bool = False) -> str:
        """The date, spelt out or in figures, as exact as it is known."""
        return _date(self.date, self.language, short=short, month_first=month_first) if self.date else ""


def _short(source: _Source, quote: str) -> Iterator[Run]:
    """„…“ (Author: „Title“, Paper, 14.05.2019, Abs. 2)"""
    where = _joined(", ", source.quoted_title, source.paper, source.day(short=True), source.place)
    found = _joined(": ", source.byline, where)
    yield f"{quote} ({found})" if quote and found else quote or found, False


def _footnote(source: _Source, quote: str) -> Iterator[Run]:
    """„…“, and below it: Author: „Title“. In: Paper, 14.05.2019, Abs. 2."""
    yield from _above(quote)
    yield _joined(": ", source.byline, source.quoted_title), False
    if source.paper:
        yield f"{_after(source.byline, source.quoted_title, '. ')}{source.terms.within}", False
        yield source.paper, True
    rest = _joined(", ", source.day(short=True), source.place)
    before = _after(source.byline, source.quoted_title, source.paper, ", ")
    yield f"{before if rest else ''}{rest}.", False


def _apa(source: _Source, quote: str) -> Iterator[Run]:
    """„…“ (Dorn, 2019, Abs. 2), and below it: Dorn, M. (2019, 14. Mai). Title. Paper."""
    who = source.surnames(" & ") or source.quoted_title or source.paper
    yield from _above(f"{quote} ({_joined(', ', who, source.year, source.place)})" if quote else "")
    names = _listed([_initialled(name) for name in source.authors], ", & ")
    date = _year_first(source)
    if names:
        yield f"{_stopped(names)} ({date}). ", False
        yield source.title and _stopped(source.title), False
    else:
        yield f"{_stopped(source.title or source.paper)} ({date}).", False
    if source.paper and (names or source.title):
        yield " ", False
        yield source.paper, True
        yield ".", False
    yield f" {source.address}" if source.address else "", False


def _chicago(source: _Source, quote: str) -> Iterator[Run]:
    """„…“, and below it: Author, „Title“, Paper, May 14, 2019, para. 2."""
    yield from _above(quote)
    month_first = source.language == "en"
    title = source.quoted_title
    if month_first and title and (source.paper or source.place):
        # American usage: the comma stands inside, also behind a question mark.
        title = f"{title[:-1]}{'' if title[-2] in '.,' else ','}{title[-1]}"
    names = source.authors if len(source.authors) < 4 else [f"{source.authors[0]} et al."]
    yield _joined(", ", _listed(names, source.terms.both if len(names) == 2 else source.terms.last), title), False
    if source.paper:
        yield (" " if title and month_first else _after(source.byline, title, ", ")), False
        yield source.paper, True
    rest = _joined(", ", source.day(month_first=month_first) or source.terms.undated, source.place, source.address)
    yield f"{_after(source.byline, source.quoted_title, source.paper, ', ')}{_stopped(rest)}", False


def _mla(source: _Source, quote: str) -> Iterator[Run]:
    """„…“ (Dorn, par. 2), and below it: Dorn, Maike. „Title.“ Paper, 14 Sept. 2019."""
    place = source.place.replace("para", "par")
    who = source.surnames(source.terms.both) or source.quoted_title
    yield from _above(f"{quote} ({_joined(', ', who, place)})" if quote and (who or place) else quote)
    first = [", ".join(part for part in reversed(_parted(name)) if part) for name in source.authors[:1]]
    several = ["et al."] if len(source.authors) > 2 else source.authors[1:]
    both = source.terms.both
    between = ", " if len(source.authors) != 2 else f",{both}" if both.isascii() else both
    yield _stopped(between.join([*first, *several])), False
    yield f"{_after(source.byline, ' ')}{_stopped(source.quoted_title)}", False
    if source.paper:
        yield _after(source.byline, source.title, " "), False
        yield source.paper, True
    day = " ".join(_BRIEF_MONTHS.get(word, word) for word in source.day().split(" "))
    rest = _joined(", ", day, source.address)
    yield f"{_after(source.byline, source.title, source.paper, ', ') if rest else ''}{rest}.", False


def _iso690(source: _Source, quote: str) -> Iterator[Run]:
    """„…“ (Dorn 2019, Abs. 2), and below it: DORN, Maike, 2019. Title. Paper. 14. Mai 2019, Abs. 2."""
    who = source.surnames(source.terms.both) or source.quoted_title or source.paper
    brief = _joined(", ", _joined(" ", who, source.year), source.place)
    yield from _above(f"{quote} ({brief})" if quote else "")
    names = []
    for name in source.authors:
        given, family = _parted(name)
        names.append(_joined(", ", family.upper(), given))
    creators = _joined(", ", "; ".join(names), source.year if names else "")
    yield _joined(" ", *(_stopped(each) for each in (creators, source.title) if each)), False
    if source.paper:
        yield _after(source.byline, source.title, " "), False
        yield source.paper, True
        yield ".", False
    rest = _joined(", ", source.day() or source.terms.undated, source.place)
    yield f"{_after(source.byline, source.title, source.paper, ' ')}{_stopped(rest)}", False
    yield f" {source.address}" if source.address else "", False


_TEMPLATES = {
    "short": _short,
    "footnote": _footnote,
    "apa": _apa,
    "chicago": _chicago,
    "mla": _mla,
    "iso690": _iso690,
}


def _date(date: PartialDate, language: str, *, short: bool, month_first: bool) -> str:
    if language == "ja":
        parts = ((date.year, "年"), (date.month, "月"), (date.day, "日"))
        return "".join(f"{number}{unit}" for number, unit in parts if number)
    if short and date.day and language == "de":
        return f"{date.day:02}.{date.month:02}.{date.year:04}"
    month = _MONTHS[language][date.month - 1] if date.month else ""
    if month_first and date.day:
        return f"{month} {date.day}, {date.year}"
    day = f"{date.day}." if date.day and language == "de" else str(date.day or "")
    return _joined(" ", day, month, str(date.year))


def _year_first(source: _Source) -> str:
    if source.date is None or not source.date.month or source.language == "ja":
        return source.day() or source.terms.undated
    month = _MONTHS[source.language][source.date.month - 1]
    day = source.date.day
    if source.language == "de":
        return f"{source.date.year}, {_joined(' ', f'{day}.' if day else '', month)}"
    return f"{source.date.year}, {_joined(' ', month, str(day or ''))}"


def _parted(name: str) -> tuple[str, str]:
    """(given names, surname); of a name in characters, or of one word, all of it is the surname."""
    if _IDEOGRAPHS.search(name) or " " not in name:
        return "", name
    words = name.split()
    at = next((n for n, word in enumerate(words[1:-1], 1) if word[:1].islower()), len(words) - 1)  # "van Bebber"
    return " ".join(words[:at]), " ".join(words[at:])


def _initialled(name: str) -> str:
    given, family = _parted(name)
    initials = (
        "-".join(f"{piece[0].upper()}." for piece in word.split("-") if piece) for word in given.split() if word
    )
    return _joined(", ", family, " ".join(initials))


def _listed(names: list[str], last: str) -> str:
    return last.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _stopped(words: str) -> str:
    """With a full stop at its end, inside closing marks, unless it has a sign there."""
    if not words:
        return ""
    closing = words[-1] if words[-1] in "“”」»" else ""
    core = words[: len(words) - len(closing)]
    stop = "。" if closing == "」" else "."
    return words if core.endswith((".", "!", "?", "…", "。")) else f"{core}{stop}{closing}"


def _after(*parts: str) -> str:
    """The last of the parts, a sign between, where any part stands before it."""
    return parts[-1] if any(parts[:-1]) else ""


def _above(quote: str) -> Iterator[Run]:
    if quote:
        yield f"{quote}\n\n", False


def _joined(sign: str, *parts: str) -> str:
    return sign.join(part for part in parts if part)


def _flat(words: str) -> str:
    return " ".join(words.split())


def _quoted(words: str, language: str) -> str:
    opening, closing = _MARKS.get(language, _ENGLISH_MARKS)
    inner = _INNER.get(language if language in _MARKS else "en", {})
    if inner:
        words = _STRAIGHT.sub(rf"{opening}\1{closing}", words).translate(inner)
    return f"{opening}{words}{closing}"


def _set(runs: Iterable[Run]) -> Quotation:
    kept = [(words, italic) for words, italic in runs if words]
    text = "".join(words for words, _italic in kept)
    markup = "".join(f"<i>{html.escape(words)}</i>" if italic else html.escape(words) for words, italic in kept)
    return Quotation(text, "".join(f"<p>{piece}</p>" for piece in markup.split("\n\n")))
