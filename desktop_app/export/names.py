"""File names from titles: readable, unique, and allowed on every system."""

import re
from collections.abc import Callable

from desktop_app.model.article import Article
from desktop_app.model.text import excerpt

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))}
_BYTES = 110  # many systems allow 255 bytes; long paths and suffixes need the rest


def file_names(suffix: str) -> Callable[[Article], str]:
    """A function that names each article `2019-05-14 Title.suffix`, never twice the same, whatever the case."""
    taken: set[str] = set()

    def name(article: Article) -> str:
        base = _clean(" ".join(filter(None, (article.date, article.title or excerpt(article.text, 60)))))
        if not base or base.split(".")[0].lower() in _RESERVED:
            base = f"article {article.id}"
        chosen = base
        if chosen.casefold() in taken:
            chosen = f"{base} ({article.id})"
        taken.add(chosen.casefold())
        return chosen + suffix

    return name


def _clean(text: str) -> str:
    text = " ".join(_FORBIDDEN.sub(" ", text).split())
    text = text.encode("utf-8")[:_BYTES].decode("utf-8", "ignore")
    return text.strip(" .")
