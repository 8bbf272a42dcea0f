"""From paragraphs to the article's text: torn subheadings joined, roles found, spans counted in code points."""

import re
from dataclasses import dataclass, field

from desktop_app.ingest import phrases
from desktop_app.ingest.clean import join_lines
from desktop_app.ingest.datelines import inline_dateline, read_dateline
from desktop_app.ingest.imprint import is_caption, read_byline, read_credit
from desktop_app.model.article import ParsedArticle, Part, PartRole
from desktop_app.model.text import normalise

_LONG = 100  # code points: a paragraph of prose
_HEADING = 75
_SENTENCE_END = re.compile(r"[.:;,…。、；]$|\.[”“\"»]$")


_SIGNED = re.compile(r"[.!?][“”\"«]? (?:\(([a-zäöü]{2,5})\)|([a-zäöü]{2,3}))$")  # an author's or agency's letters


@dataclass(slots=True)
class Paragraph:
    """A paragraph on its way into the text. `spans` are roles of parts of it, relative to its start."""

    text: str
    role: PartRole | None = None
    spans: list[Part] = field(default_factory=list)
    gap: str = "\n\n"  # what stands between it and the paragraph before


def compose(article: ParsedArticle, paragraphs: list[Paragraph]) -> ParsedArticle:
    """Give the article its text and parts from its paragraphs, and what these state: place, byline, credit."""
    paragraphs = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    paragraphs = _join_torn(paragraphs)
    _find_roles(article, paragraphs)
    if paragraphs and not article.byline and (signed := _SIGNED.search(paragraphs[-1].text)):
        article.byline = signed[1] or signed[2]
    pieces: list[str] = []
    parts: list[Part] = []
    position = 0
    for paragraph in paragraphs:
        text = normalise(paragraph.text)
        if pieces:
            pieces.append(paragraph.gap)
            position += len(paragraph.gap)
        if paragraph.spans and text == paragraph.text:
            parts += [Part(position + span.start, position + span.end, span.role) for span in paragraph.spans]
        elif paragraph.role:
            parts.append(Part(position, position + len(text), paragraph.role))
        pieces.append(text)
        position += len(text)
    article.text = "".join(pieces)
    article.parts = parts
    return article


def _find_roles(article: ParsedArticle, paragraphs: list[Paragraph]) -> None:
    opened = False  # whether the first paragraph of prose has been seen: a dateline can only open that
    for number, paragraph in enumerate(paragraphs):
        if paragraph.role is not None:
            continue
        text = paragraph.text
        if len(text) <= 600 and _small_print(article, paragraph):
            continue
        if not opened and (len(text) >= 40 or number == len(paragraphs) - 1 or read_dateline(text)):
            opened = True
            _opening(article, paragraph)
        elif _is_subheading(paragraphs, number):
            paragraph.role = "subheading"


def _small_print(article: ParsedArticle, paragraph: Paragraph) -> bool:
    text = paragraph.text
    if credit := read_credit(text):
        paragraph.role = "credit"
        article.credit = article.credit or credit
    elif is_caption(text):
        _caption(article, paragraph)
    elif author := read_byline(text):
        paragraph.role = "byline"
        article.byline = article.byline or author
    elif len(text) <= 300 and (inside := phrases.INLINE_CREDIT.search(text)):
        article.credit = article.credit or inside["who"].strip()
        start = inside.start() + (text[inside.start()].isspace())
        if start == 0:
            return False
        paragraph.spans.append(Part(start, len(text), "credit"))
    else:
        return False
    return True


def _caption(article: ParsedArticle, paragraph: Paragraph) -> None:
    text = paragraph.text
    inside = phrases.INLINE_CREDIT.search(text)
    if inside is None or inside.start() == 0:
        paragraph.role = "caption"
        return
    end = len(text[: inside.start()].rstrip())
    start = inside.start() + (text[inside.start()].isspace())
    article.credit = article.credit or inside["who"].strip()
    paragraph.spans += [Part(0, end, "caption"), Part(start, len(text), "credit")]


def _opening(article: ParsedArticle, paragraph: Paragraph) -> None:
    dateline = read_dateline(paragraph.text)
    if dateline is not None:
        end = len(paragraph.text[: dateline.end].rstrip())
        paragraph.spans.append(Part(0, end, "dateline"))
    elif (dateline := inline_dateline(paragraph.text)) is not None:
        end = len(paragraph.text[: dateline.end].rstrip())
        paragraph.spans += [Part(0, dateline.start - 1, "lead"), Part(dateline.start, end, "dateline")]
    else:
        return
    article.place = article.place or dateline.place
    article.date = article.date or dateline.date
    if dateline.byline.casefold() != article.source.casefold():
        article.byline = article.byline or dateline.byline


def _is_subheading(paragraphs: list[Paragraph], number: int) -> bool:
    if number + 1 >= len(paragraphs) or not _heading_like(paragraphs[number].text, _HEADING):
        return False
    after = paragraphs[number + 1]
    before = paragraphs[number - 1] if number else None
    return len(after.text) >= _LONG and (
        before is None or len(before.text) >= _LONG or before.role in {"credit", "caption", "byline"}
    )


def _heading_like(text: str, limit: int) -> bool:
    if len(text) > limit or "\n" in text or _SENTENCE_END.search(text):
        return False
    if any(ord(char) > 0x2E80 for char in text[:8]):
        return len(text) <= 30
    first = text.lstrip("„“\"»›‚'(")[:1]
    return bool(first) and (first.isupper() or first.isdigit()) and len(text.split()) <= 10


def _join_torn(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Join a subheading that was torn over two or three paragraphs between two of prose."""
    joined: list[Paragraph] = []
    number = 0
    while number < len(paragraphs):
        torn = _torn_heading(paragraphs, number)
        if torn:
            text = ""
            for piece in paragraphs[number : number + torn]:
                text = join_lines(text, piece.text.strip())
            joined.append(Paragraph(text, "subheading"))
            number += torn
        else:
            joined.append(paragraphs[number])
            number += 1
    return joined


def _torn_heading(paragraphs: list[Paragraph], number: int) -> int:
    if number == 0 or len(paragraphs[number - 1].text) < _LONG:
        return 0
    count = 0
    while number + count < len(paragraphs) and count < 4 and _fragment(paragraphs[number + count], last=False):
        count += 1
    if number + count < len(paragraphs) and count < 3 and _fragment(paragraphs[number + count], last=True):
        count += 1
    after = number + count
    if not 2 <= count <= 3 or after >= len(paragraphs) or len(paragraphs[after].text) < _LONG:
        return 0
    pieces = [paragraph.text for paragraph in paragraphs[number:after]]
    return count if sum(map(len, pieces)) <= _HEADING and _heading_like(pieces[0], 32) else 0


def _fragment(paragraph: Paragraph, *, last: bool) -> bool:
    text = paragraph.text
    if paragraph.role is not None or "\n" in text or _SENTENCE_END.search(text) or any(ord(c) > 0x2E80 for c in text):
        return False
    if not last:
        return len(text) <= 24 and len(text.split()) <= 2 and not text.endswith(("?", "!"))
    return len(text) <= 50 and len(text.split()) <= 6
