"""Plain text."""

import re

from desktop_app.ingest import encoding, header, language
from desktop_app.ingest.clean import tidy
from desktop_app.ingest.datelines import ordinary_case
from desktop_app.ingest.naming import apply_name
from desktop_app.ingest.raw import Raw, Reading, RefusedInputError
from desktop_app.model.article import ParsedArticle

_SPACES = re.compile(r"[ \t\n\u00a0]+")
_ODD = re.compile("[\x01-\x06\x0e-\x1a\x1c-\x1f\ufffd]")


class PlainText:
    """One file, one article, its header recognised."""

    name = "plain"
    suffixes = frozenset({".txt", ".text", ".asc", ""})

    def read(self, raw: Raw) -> Reading:
        """See `Importer`."""
        decoded = encoding.decode(raw.data, declared=raw.encoding)
        refuse_binary(decoded.text)
        text = encoding.repair(decoded.text)
        if not text.strip():
            raise RefusedInputError("holds no text", skipped=True)
        article = header.recognise(text)
        finish(article, raw)
        reason = (
            "some characters could not be read; choose another encoding if the text looks wrong"
            if (decoded.damaged and "\ufffd" in text)
            else ""
        )
        return Reading([article], reason, decoded.encoding)


def refuse_binary(text: str) -> None:
    """Raise RefusedInputError for what no encoding makes a text."""
    sample = text[:20_000]
    odd = len(_ODD.findall(sample))
    if odd > max(4, len(sample) * 0.03):
        raise RefusedInputError("is not text: it holds binary data")


def finish(article: ParsedArticle, raw: Raw, *, stated_language: str = "") -> ParsedArticle:
    """Fill in what is known from outside the text: language, name of file and folder."""
    for name in ("title", "kicker", "byline", "place", "credit", "source"):
        value = getattr(article, name)
        if value:
            setattr(article, name, _SPACES.sub(" ", tidy(value)).strip())
    article.source = ordinary_case(article.source)
    apply_name(article, raw.name, raw.source)
    code = stated_language or article.fields.pop("language", "")
    article.language = _language_code(code) or language.detect(f"{article.title}\n{article.text[:1200]}")
    return article


def _language_code(stated: str) -> str:
    stated = stated.strip().casefold()
    named = {
        "deutsch": "de",
        "german": "de",
        "englisch": "en",
        "english": "en",
        "japanisch": "ja",
        "japanese": "ja",
        "日本語": "ja",
        "ドイツ語": "de",
        "英語": "en",
        "français": "fr",
    }
    if stated in named:
        return named[stated]
    match = re.fullmatch(r"([a-z]{2})(?:[-_][a-z0-9]{2,8})*", stated)
    return match[1] if match else ""
