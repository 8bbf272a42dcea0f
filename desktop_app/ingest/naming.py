"""What a file's name and folder state: a date, the paper."""

import re
from pathlib import PurePath

from desktop_app.ingest.dates import date_from_name
from desktop_app.ingest.imprint import is_strong_name, looks_like_paper
from desktop_app.ingest.phrases import GENERIC_NAMES
from desktop_app.model.article import ParsedArticle

_SLUG = re.compile(r"[a-z]{3,}(?:[-_][a-z]{2,}){1,3}")
_UMLAUT = re.compile(r"(?<![aeouqAEOUQ])(?:ue(?!ll|l\b)|oe|ae(?!l))", re.IGNORECASE)
_UMLAUTS = {"ue": "ü", "oe": "ö", "ae": "ä", "Ue": "Ü", "Oe": "Ö", "Ae": "Ä"}


def apply_name(article: ParsedArticle, path: str, source: str = "") -> None:
    """Fill in what the article itself did not state. `source` was given by the reader and wins over all."""
    if source:
        article.source = source
    elif not article.source:
        article.source = source_from_path(path)
    if article.date is None:
        article.date = date_from_name(PurePath(path).name)


def source_from_path(path: str) -> str:
    """The paper that a file's name or folder is called after, or "": Rheinhafen-Bote/2019/x.txt."""
    pure = PurePath(path.replace("\\", "/"))
    for piece in re.split(r"_+|\s-\s|--", pure.stem):
        if looks_like_paper(piece) and not any(char.isdigit() for char in piece):
            return piece.strip()
    for folder in list(pure.parts[:-1])[:-4:-1]:
        name = folder.replace("_", " ").strip()
        if any(char.isdigit() for char in name):
            continue
        if looks_like_paper(name):
            return name
        if _SLUG.fullmatch(folder) and (spelt := _from_slug(folder)):
            return spelt
    return ""


def _from_slug(slug: str) -> str:
    """A paper's name from a folder's in the letters of a web address: buederkamper-zeitung → Büderkamper Zeitung."""
    name = " ".join(word.capitalize() for word in re.split(r"[-_]", slug))
    if not is_strong_name(name) or slug.split("-", maxsplit=1)[0] in GENERIC_NAMES:
        return ""
    return _UMLAUT.sub(lambda match: _UMLAUTS[match[0]], name)
