"""What a web page states about itself in meta elements, JSON-LD, microdata, time elements and its address."""

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desktop_app.ingest.dates import date_at, parse_date
from desktop_app.ingest.imprint import read_byline, read_imprint
from desktop_app.model.dates import PartialDate

_DATE_NAMES = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "publication_date",
    "publicationdate",
    "published",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article_date_original",
    "originalpublicationdate",
    "article.published",
    "bt:pubdate",
    "vr:published_time",
    "rnews:datepublished",
    "displaydate",
    "date_published",
    "creation_date",
]
_TITLE_NAMES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
)
_AUTHOR_NAMES = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "og:article:author",
)
_SITE_NAMES = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title", "copyright-holder")
_ARTICLE_TYPES = re.compile(
    r"Article|Posting|Report|WebPage|Review|Recipe|CreativeWork|NewsItem|Publication", re.IGNORECASE
)
_URL_DATE = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/-]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/._-]|$)"
)
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|datum|published|pubdate|publishdate|publish-date|post-date"
    r"|entry-date|dateline|timestamp|time|datetime|posted|byline|meta|postmeta|info)(?:$"
    r"|[\s_-])|date",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t\r\n\u00a0]+")
_KICKER_CLASS = re.compile(r"(?:^|[\s_-])(?:kicker|dachzeile|overline|spitzmarke|rubrik)(?:$|\s)", re.IGNORECASE)
_AUTHOR_CLASS = re.compile(r"(?:^|[\s_-])(?:author|autor|byline|byl)(?:$|[\s_-])", re.IGNORECASE)
_NOT_NEAR = re.compile(
    r"comment|kommentar|related|sidebar|widget|footer|teaser|recent|archive|calendar"
    r"|kalender|event|termin|latest|popular|update|modified|copyright|relevant|more|list",
    re.IGNORECASE,
)
_DATE_PROPERTY = re.compile(
    r"^(?:schema:|dc:|dcterms:)?(?:datePublished|dateCreated|date|created|issued)$", re.IGNORECASE
)
_DATE_TAGS = frozenset(
    ("span", "div", "p", "abbr", "li", "em", "small", "td", "strong", "b", "i", "a", "dd", "h2", "h3", "h4", "h5", "h6")
)
_NEAR = 40  # elements after the main heading
_ALONE = 3  # rank of an element that holds a date and nothing else
_LONGEST_JSON = 400_000
_EPOCHS = {PartialDate(1970, 1, 1), PartialDate(1900, 1, 1), PartialDate(1969, 12, 31)}


@dataclass(slots=True)
class PageFacts:
    """Facts that the page states; empty where it does not."""

    title: str = ""
    date: PartialDate | None = None
    author: str = ""
    site: str = ""
    url: str = ""
    language: str = ""
    kicker: str = ""


def facts(tree: Any) -> PageFacts:
    """Read the facts of an lxml document."""
    metas = _metas(tree)
    linked = list(_json_ld(tree))
    found = PageFacts()
    found.url = _canonical(tree) or metas.get("og:url", "")
    found.site = _first(metas, _SITE_NAMES) or _ld_name(linked, "publisher")
    found.title = _title(tree, metas, linked, found.site)
    found.date = _date(tree, metas, linked, found.url)
    found.author = _author(tree, metas, linked)
    found.kicker = _kicker(tree)
    found.language = str(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    return found


def _kicker(tree: Any) -> str:
    """The line above the title, where the page marks it as such."""
    for element in tree.iter("p", "span", "div", "h2", "h3", "h4", "strong", "em"):
        if _KICKER_CLASS.search(element.get("class") or "") and not _is_elsewhere(element):
            text = _text(element)
            return text if 2 <= len(text) <= 80 else ""
    return ""


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "").strip()
        if not content:
            continue
        for attribute in ("property", "name", "itemprop"):
            if name := meta.get(attribute):
                found.setdefault(name.strip().casefold(), content[:2000])
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if name in metas), "")


def _json_ld(tree: Any) -> Iterator[dict[str, Any]]:
    """All objects in the page's JSON-LD that describe an article."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _LONGEST_JSON:
            continue
        text = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>)\s*$", "", script.text.strip())
        try:
            stack: list[Any] = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while stack:
            value = stack.pop()
            if isinstance(value, list):
                stack += reversed(value)
            elif isinstance(value, dict):
                kinds = value.get("@type")
                names = kinds if isinstance(kinds, list) else [kinds]
                if any(_ARTICLE_TYPES.search(str(name)) for name in names):
                    yield value
                stack += [
                    value[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage")
                    if isinstance(value.get(key), dict | list)
                ]


def _ld_name(linked: list[dict[str, Any]], key: str) -> str:
    for value in linked:
        named = value.get(key)
        people = named if isinstance(named, list) else [named]
        names = [person.get("name") if isinstance(person, dict) else person for person in people]
        plain = [
            name.strip() for name in names if isinstance(name, str) and name.strip() and not name.startswith("http")
        ]
        if plain:
            return ", ".join(plain[:6])[:300]
    return ""


def _title(tree: Any, metas: dict[str, str], linked: list[dict[str, Any]], site: str) -> str:
    headings = [text for heading in tree.iter("h1") if (text := _text(heading)) and len(text) < 300]
    whole = _text(next(tree.iter("title"), None))
    stated = _first(metas, _TITLE_NAMES)
    headline = next((str(value["headline"]) for value in linked if isinstance(value.get("headline"), str)), "")
    agreed = [
        heading
        for heading in headings
        if len(heading) > 8
        and _fold(heading) != _fold(site)
        and any(_fold(heading) in _fold(other) for other in (stated, headline) if other)
    ]
    if agreed:
        return agreed[0]
    candidate = " ".join((headline or stated).split())
    if candidate:
        return _without_site(candidate, site)
    return _title_from_page(tree, headings, whole, site)


def _title_from_page(tree: Any, headings: list[str], whole: str, site: str) -> str:
    """Where nothing states the title: the heading that is the article's part of the window's title."""
    pieces = [piece for piece in re.split(r"\s+[|–—«»·•:-]\s+|\s*[|｜»«]\s*", whole) if piece.strip()]
    smaller = [text for heading in tree.iter("h2", "h3") if 8 < len(text := _text(heading)) < 200][:30]
    for heading in (*headings, *smaller):
        is_piece = any(_fold(heading) == _fold(piece) for piece in pieces)
        if is_piece and len(pieces) > 1 and _fold(heading) != _fold(site) and not _names_site(heading, pieces):
            return heading
    if _fold(whole) in {_fold(heading) for heading in headings} and not smaller:
        return whole
    for heading in headings:
        if len(heading) > 8 and _fold(heading) in _fold(whole) and _fold(heading) != _fold(site) and len(pieces) == 1:
            return heading
    if len(headings) == 1 and _fold(headings[0]) != _fold(site) and len(headings[0]) > 8 and len(pieces) < 2:
        return headings[0]
    return _without_site(whole, site)


def _names_site(heading: str, pieces: list[str]) -> bool:
    """Whether a heading that is a piece of the window's title is the site's name: the shorter one at an end."""
    others = [piece for piece in pieces if _fold(piece) != _fold(heading)]
    return bool(others) and len(heading) < max(map(len, others)) and _fold(pieces[0]) != _fold(heading)


def _without_site(title: str, site: str) -> str:
    pieces = re.split(r"\s+[|–—«»·:-]\s+|\s*[|｜]\s*", title)
    if len(pieces) > 1 and (site and _fold(pieces[-1]) == _fold(site)):
        return title[: title.rindex(pieces[-1])].rstrip(" |–—«»·:-｜\t")
    if (
        len(pieces) == 2
        and re.search(r"\s*[|｜]\s*", title)
        and len(pieces[0]) > len(pieces[1])
        and len(pieces[0]) > 15
    ):
        return pieces[0]
    return title


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _text(element: Any) -> str:
    return _SPACES.sub(" ", "".join(element.itertext())).strip() if element is not None else ""


def _date(tree: Any, metas: dict[str, str], linked: list[dict[str, Any]], url: str) -> PartialDate | None:
    for value in linked:
        for key in ("datePublished", "dateCreated"):
            if isinstance(value.get(key), str) and (date := _plausible(value[key])):
                return date
    for name in _DATE_NAMES:
        if date := _plausible(metas.get(name, "")):
            return date
    return _date_in_body(tree) or _date_in_url(url)


def _plausible(stated: str) -> PartialDate | None:
    stated = " ".join(stated.split())
    date = parse_date(stated)
    if date is None and (match := re.match(r"\d{4}-\d\d-\d\d", stated)):  # with a time that is spelt oddly
        date = parse_date(match[0])
    return None if date in _EPOCHS or (date and date.precision == "year") else date


def _date_in_body(tree: Any) -> PartialDate | None:
    """From elements that say that they hold the date of publication, or that hold nothing else near the heading."""
    marked: list[tuple[int, PartialDate]] = []
    since_heading = -1  # elements since the last main heading
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        since_heading = 0 if element.tag == "h1" else since_heading + (since_heading >= 0)
        rank = _date_rank(element, near=0 <= since_heading <= _NEAR)
        if rank is None or _is_elsewhere(element):
            continue
        if date := _date_alone(element) if rank == _ALONE else _date_of(element):
            marked.append((rank if since_heading >= 0 else rank + _ALONE, date))
            if rank == 0:
                break
    return min(marked, key=lambda pair: pair[0])[1] if marked else None


def _date_rank(element: Any, *, near: bool) -> int | None:
    """0 for what says it is the date of publication, 1 for time elements, 2 for classes, or _ALONE."""
    stated = element.get("itemprop") or element.get("property") or ""
    if _DATE_PROPERTY.search(stated) or "pubdate" in element.attrib:
        return 0
    if element.tag in {"time", "relative-time"}:
        return 1
    if element.tag in _DATE_TAGS:
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if len(names) > 1 and _DATE_CLASS.search(names):
            return 2
        return _ALONE if near else None
    return None


def _date_alone(element: Any) -> PartialDate | None:
    text = _text(element)
    if not 6 <= len(text) <= 60 or not any(char.isdigit() for char in text):
        return None
    imprint = read_imprint(text)
    date = imprint.date if imprint else None
    return date if date and date.precision == "day" and date not in _EPOCHS else None


def _is_elsewhere(element: Any) -> bool:
    for ancestor in itertools.islice((element, *element.iterancestors()), 4):
        if ancestor.tag in {"footer", "aside", "nav"}:
            return True
        if ancestor.tag in {"article", "main", "body"}:
            return False
        if _NOT_NEAR.search(f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}"):
            return True
    return False


def _date_of(element: Any) -> PartialDate | None:
    for attribute in ("datetime", "content", "title"):
        if (stated := element.get(attribute)) and (date := _plausible(stated)):
            return date
    text = _text(element)
    if not 6 <= len(text) <= 120:
        return None
    for match in re.finditer(r"(?<![\w.])\w", text):
        found = date_at(text, match.start())
        if found and found.date.precision == "day" and found.date not in _EPOCHS:
            return found.date
    return None


def _date_in_url(url: str) -> PartialDate | None:
    match = _URL_DATE.search(url)
    if not match:
        return None
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
    return parse_date(f"{year}-{int(month):02}-{int(day):02}" if day else f"{year}-{int(month):02}")


def _canonical(tree: Any) -> str:
    for link in tree.iter("link"):
        if (link.get("rel") or "").casefold() == "canonical" and link.get("href"):
            return str(link.get("href"))[:2000]
    return ""


def _author(tree: Any, metas: dict[str, str], linked: list[dict[str, Any]]) -> str:
    if name := _ld_name(linked, "author"):
        return name
    for key in _AUTHOR_NAMES:
        name = " ".join(metas.get(key, "").split())
        if name and len(name) <= 120 and not name.startswith(("http", "@", "/")):
            return read_byline(name) or name
    for element in tree.iter("a", "span", "div", "p"):
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if (element.get("rel") == "author" or _AUTHOR_CLASS.search(names)) and not _is_elsewhere(element):
            text = _text(element)
            name = read_byline(text)
            if not name and 4 <= len(text) <= 100:  # the class says that it is a byline: the name may stand alone
                first = re.split(r"\s*[·•|,–]\s*|\s{2,}", text)[0]
                name = read_byline(f"Von {first}") if not date_at(first) else ""
            if name:
                return name
    return ""
