"""A quotation with its source, ready to be pasted."""

from desktop_app.gui.dates import format_date
from desktop_app.model.article import Article

_ENGLISH = ("“", "”")
_QUOTES = {
    "de": ("„", "“"),
    "ja": ("「", "」"),
    "zh": ("「", "」"),
    "fr": ("« ", " »"),
    "it": ("«", "»"),
    "es": ("«", "»"),
}


def cited(article: Article, span: tuple[int, int] | None) -> str:
    """The span's words in the quotation marks of the article's language, and where they stand."""
    title = _quoted(article.title, article.language) if article.title else ""
    date = format_date(article.date, article.language)
    where = ", ".join(part for part in (title, article.source, date) if part)
    source = ": ".join(part for part in (article.byline, where) if part)
    if span is None:
        return source
    words = " ".join(article.text[span[0] : span[1]].split())
    quote = _quoted(words, article.language)
    return f"{quote} ({source})" if source else quote


def _quoted(words: str, language: str) -> str:
    opening, closing = _QUOTES.get(language, _ENGLISH)
    return f"{opening}{words}{closing}"
