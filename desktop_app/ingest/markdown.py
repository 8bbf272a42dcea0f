"""Markdown with or without YAML front matter."""

import re
from typing import Any

from desktop_app.ingest import encoding, header
from desktop_app.ingest.clean import tidy
from desktop_app.ingest.imprint import read_byline
from desktop_app.ingest.mapping import apply_fields
from desktop_app.ingest.paragraphs import Paragraph, compose
from desktop_app.ingest.plain import finish, refuse_binary
from desktop_app.ingest.raw import Raw, Reading, RefusedInputError
from desktop_app.model.article import ParsedArticle

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LARGEST_FRONT = 64 * 1024  # code points
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_SETEXT = re.compile(r"=+\s*|-{3,}\s*")
_SCRIPT = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?(?:[a-z][a-z0-9]{0,11})(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_IMAGE = re.compile(r"!\[([^\]\n]{0,300})\]\([^()\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,500})\]\((?:[^()\n]|\([^()\n]*\)){0,1000}\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,500}?)(?<=\S)\1")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300}?)(?<=\S)\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_\n]{1,300}?)(?<=\S)_(?![\w_])"
)


class Markdown:
    """Front matter is read; the marks are taken out of the prose, headings become title and subheadings."""

    name = "markdown"
    suffixes = frozenset({".md", ".markdown", ".mdown"})

    def read(self, raw: Raw) -> Reading:
        """See `Importer`."""
        decoded = encoding.decode(raw.data, declared=raw.encoding)
        refuse_binary(decoded.text)
        text = tidy(encoding.repair(decoded.text))
        if not text.strip():
            raise RefusedInputError("holds no text", skipped=True)
        article = ParsedArticle("")
        body, reason = _front_matter(article, text)
        _read_body(article, body)
        finish(article, raw)
        return Reading([article], reason, decoded.encoding)


def _front_matter(article: ParsedArticle, text: str) -> tuple[str, str]:
    match = _FRONT.match(text)
    if match is None or len(match[1]) > _LARGEST_FRONT:
        return text, ""
    values = _load(match[1])
    if values is None:
        return text, "its front matter is no valid YAML and was kept as text"
    apply_fields(article, values, day_first=None)
    article.byline = read_byline(article.byline) or article.byline
    return text[match.end() :], ""


def _load(front: str) -> dict[str, Any] | None:
    """The front matter's mapping; None where it is none, or plays with aliases (a “bomb”)."""
    import yaml

    if re.search(r"[\s\[,{]&\w", front) and re.search(r"[\s\[,{]\*\w", front):
        return None  # a few lines of aliases of aliases are gigabytes once they are written out
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        values = yaml.load(front, loader)  # noqa: S506 - one of the two safe loaders
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError):
        return None
    return {str(key): value for key, value in values.items()} if isinstance(values, dict) else None


def _read_body(article: ParsedArticle, body: str) -> None:
    body = _SCRIPT.sub("", body)
    lines = body.strip("\n").split("\n")
    headings = _headings(lines)
    if not any(headings.values()) and not article.title:
        plain = header.recognise(_strip_marks(body))
        _merge(article, plain)
        return
    _take_title(article, lines, headings)
    paragraphs: list[Paragraph] = []
    start = 0
    for number in [*sorted(headings), len(lines)]:
        chunk = "\n".join(lines[start:number])
        paragraphs += header.body_paragraphs(tidy(_strip_marks(chunk)).split("\n"))
        if number < len(lines) and (text := _strip_marks(headings[number]).strip()):
            paragraphs.append(Paragraph(text, "subheading"))
        start = number + 1
    compose(article, paragraphs)


def _headings(lines: list[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for number, line in enumerate(lines):
        if match := _HEADING.fullmatch(line.strip()):
            found[number] = match[2]
        elif (
            number
            and _SETEXT.fullmatch(line)
            and 0 < len(lines[number - 1].strip()) <= 160
            and (number == 1 or not lines[number - 2].strip())
        ):
            found[number - 1] = lines[number - 1].strip()
            found[number] = ""
    return found


def _take_title(article: ParsedArticle, lines: list[str], headings: dict[int, str]) -> None:
    first = min((number for number, text in headings.items() if text), default=None)
    if first is None or any(line.strip() for line in lines[:first]):
        return
    text = _strip_marks(headings[first]).strip()
    if not article.title or header.same_words(text, article.title):
        article.title = article.title or text
        lines[first] = ""
        headings[first] = ""


def _strip_marks(text: str) -> str:
    if not re.search(r"[<*_\[]|^\s*>", text, re.MULTILINE):
        return text
    text = _IMAGE.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(lambda match: match[1] or match[2], text)
    text = re.sub(r"^\s{0,3}>\s?", "", text, flags=re.MULTILINE)
    return _TAG.sub("", text) if re.search(r"</[a-z]+\s*>|<br", text, re.IGNORECASE) else text


def _merge(article: ParsedArticle, other: ParsedArticle) -> None:
    article.text, article.parts = other.text, other.parts
    for name in ("title", "kicker", "byline", "place", "credit", "source", "date"):
        if not getattr(article, name):
            setattr(article, name, getattr(other, name))
    article.tags += other.tags
    article.fields = {**other.fields, **article.fields}
