"""What a file's name and folder state: a date, the paper."""

import re
from pathlib import PurePath

from desktop_app.ingest.dates import date_from_name
from desktop_app.ingest.imprint import looks_like_paper
from desktop_app.model.article import ParsedArticle


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
        if looks_like_paper(name) and not any(char.isdigit() for char in name):
            return name
    return ""
