"""A quotation with its source, and selected words as rich text: what other programs are given."""

import html

from PySide6.QtCore import QMimeData

from desktop_app.gui import settings
from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import harmless, paragraphs
from desktop_app.model.article import Article
from desktop_app.model.citing import STYLES, Quotation, Style, quotation

_STYLE = "citation/style"
_TAGS = {"subheading": "h3", "caption": "em", "credit": "em", "lead": "strong"}
_RICH_AT_MOST = 400_000  # code points; more than that is given as plain words only


def styles() -> list[tuple[Style, str]]:
    """The styles with their names."""
    names: dict[Style, str] = {
        "short": tr("Short, in brackets"),
        "footnote": tr("Footnote"),
        "apa": "APA",
        "chicago": "Chicago",
        "mla": "MLA",
        "iso690": "DIN ISO 690",
    }
    return list(names.items())


def style() -> Style:
    """The style in use."""
    chosen = settings.value(_STYLE, STYLES[0])
    return next((each for each in STYLES if each == chosen), STYLES[0])


def set_style(wanted: Style) -> None:
    """Cite in this style from now on."""
    settings.put(_STYLE, wanted)


def cited(article: Article, span: tuple[int, int] | None) -> str:
    """The span's words with their source, in the style in use; without a span the source alone."""
    return quotation(article, span, style()).text


def quote_data(article: Article, span: tuple[int, int] | None) -> QMimeData:
    """The same for the clipboard: as plain and as rich text."""
    return _data(quotation(article, span, style()))


def words_data(article: Article, span: tuple[int, int], plain: str) -> QMimeData:
    """Selected words for another program: `plain`, and as rich text where it is not too much."""
    whole = span[1] - span[0] <= _RICH_AT_MOST
    return _data(Quotation(plain, as_html(article, *span) if whole else ""))


def as_html(article: Article, start: int, end: int) -> str:
    """A span of the text as HTML of our own: paragraphs, headings, captions; nothing of the article's is obeyed."""
    found: list[str] = []
    for paragraph in paragraphs(article.text, article.parts):
        if paragraph.start >= end:
            break
        words = article.text[max(start, paragraph.start) : min(end, paragraph.end)]
        if paragraph.end <= start or not words.strip():
            continue
        markup = html.escape(harmless(words)).replace("\u2028", "<br>")
        tag = _TAGS.get(paragraph.role, "")
        inner = f"<{tag}>{markup}</{tag}>" if tag else markup
        if paragraph.joined and found:
            found[-1] = found[-1].removesuffix("</p>") + f"{inner}</p>"
        else:
            found.append(inner if tag == "h3" else f"<p>{inner}</p>")
    return "".join(found)


def _data(quoted: Quotation) -> QMimeData:
    data = QMimeData()
    data.setText(quoted.text)
    if quoted.html:
        data.setHtml(quoted.html)
    return data
