"""What a long article is made of: its headings, or the beginnings of its paragraphs."""

from dataclasses import dataclass

from desktop_app.gui.page_text import Paragraph, one_line, paragraphs
from desktop_app.model.article import Article

_WORDS = 9  # of a paragraph's beginning
_LETTERS = 28  # where a text has no spaces
_AT_MOST = 400
_FEW = 2  # headings fewer than that say nothing about the rest


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the outline: its words, and where it stands in the text."""

    words: str
    start: int
    level: int  # 0 for a heading, 1 for what stands below one


def outline(article: Article) -> list[Heading]:
    """The entries in the order of the text; where there are hardly any headings, paragraphs stand for them."""
    found = [each for each in paragraphs(article.text, article.parts) if not each.joined]
    headings = [each for each in found if each.role == "subheading"]
    if len(headings) >= _FEW:
        return [Heading(_begin(article.text, each, whole=True), each.start, 0) for each in headings[:_AT_MOST]]
    prose = [each for each in found if each.role not in ("caption", "credit", "byline")]
    step = -(-len(prose) // _AT_MOST) or 1
    return [_entry(article.text, each, below=bool(headings)) for each in prose[::step]]


def _entry(text: str, paragraph: Paragraph, *, below: bool) -> Heading:
    heading = paragraph.role == "subheading"
    return Heading(_begin(text, paragraph, whole=heading), paragraph.start, int(below and not heading))


def at_offset(entries: list[Heading], offset: int) -> int:
    """The number of the entry that an offset of the text belongs to; 0 before the first, -1 where there are none."""
    return max((number for number, entry in enumerate(entries) if entry.start <= offset), default=0 if entries else -1)


def _begin(text: str, paragraph: Paragraph, *, whole: bool) -> str:
    line = one_line(text[paragraph.start : min(paragraph.end, paragraph.start + 200)])
    if whole:
        return line
    words = line.split()
    shown = " ".join(words[:_WORDS])
    if len(shown) > 3 * _LETTERS:
        shown = shown[: 3 * _LETTERS] if len(words) > 3 else shown[:_LETTERS]
    return shown if shown == line else f"{shown} …"
