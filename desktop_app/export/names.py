"""File names from titles: readable, unique, and allowed on every system."""

import re
import unicodedata
from collections.abc import Callable

from desktop_app.model.article import Article
from desktop_app.model.text import excerpt

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_FOLDERS = re.compile(r".*[/\\](?=.)", re.DOTALL)
_RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in "123456789¹²³")}
_BYTES = 120  # many systems allow 255, but encrypted and synchronised folders half of it


def file_names(suffix: str, *others: str) -> Callable[[Article], str]:
    """A function that names each article `2019-05-14 Title.suffix`: at most 120 bytes, never twice the same.

    Nor does it give a name of the `others` that lie in the folder. Two names that differ only in case or composition
    are the same to some systems, and so to us: the second article of a name gets its number behind it.
    """
    taken = {other.casefold() for other in others}  # what else lies in the folder

    def name(article: Article) -> str:
        title = article.title or excerpt(article.text, 60)
        base = _clean(f"{article.date} {title}") or f"article {article.id}"
        count, tail = 1, ""
        while True:
            chosen = _cut(base, _BYTES - len((tail + suffix).encode())) + tail + suffix
            key = unicodedata.normalize("NFKC", chosen).casefold()
            if key not in taken:
                taken.add(key)
                return chosen
            tail = f" ({article.id})" if count == 1 else f" ({article.id}-{count})"
            count += 1

    return name


def found_in(article: Article) -> list[str]:
    """The names of the files that hold the article, without their folders: those are nobody's business."""
    return list(dict.fromkeys(_FOLDERS.sub("", found.path) for found in article.provenance))


def _clean(text: str) -> str:
    """Words and signs without what a system forbids, hides behind or takes for a device."""
    text = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in text[:400])
    text = " ".join(_FORBIDDEN.sub(" ", text).split()).strip(" .-~")
    return f"_{text}" if text.split(".")[0].strip().casefold() in _RESERVED else text


def _cut(text: str, limit: int) -> str:
    """The first `limit` bytes, never ending amid a character, nor between a letter and its marks."""
    data = text.encode("utf-8")
    if len(data) <= limit:
        return text
    kept = data[:limit].decode("utf-8", "ignore")
    while kept and unicodedata.combining(text[len(kept)]):
        kept = kept[:-1]
    return kept.rstrip(" .")
