"""The order of a list: keys after one another, each turned round by a "-" before it."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from desktop_app.model.errors import InputRefusedError

# What a list can be sorted by; of what is equal the newest comes first. "relevance" and "hand" (the order of a dossier
# or screening) stand alone.
ALONE: Final = ("relevance", "hand")
TEXTS: Final = ("title", "author", "place")
NUMBERS: Final = ("words", "added")
KEYS: Final = ("date", "title", "source", "author", "place", "language", "words", "added", "starred", "read")
SIMPLE: Final = ("relevance", "hand", "date", "-date")


@dataclass(frozen=True, slots=True)
class SortKey:
    """One key: "-date" is newest first. What has no value comes last either way."""

    name: str
    descending: bool = False

    def __str__(self) -> str:
        return f"-{self.name}" if self.descending else self.name


def keys_of(sort: str) -> tuple[SortKey, ...]:
    """The keys of an order such as "source,-date". Raises InputRefusedError."""
    if sort in ALONE:
        return (SortKey(sort),)
    found = tuple(SortKey(part.strip().removeprefix("-"), part.strip().startswith("-")) for part in sort.split(","))
    names = [key.name for key in found]
    if set(names) - set(KEYS) or len(set(names)) < len(names):
        raise InputRefusedError(
            "“{sort}” is no order. Name one or several of these, parted by commas: {names}. A “-” turns one round.",
            sort=sort,
            names=", ".join(KEYS),
        )
    return found


def joined(keys: tuple[SortKey, ...]) -> str:
    """Keys as an order."""
    return ",".join(map(str, keys))


def collated(text: str) -> bytes:
    """By what a text is sorted: without case, accents, and quotation marks before it. "Äpfel" stands with "Apfel"."""
    folded = text.casefold()
    if not folded.isascii():
        folded = _MARKS.sub("", unicodedata.normalize("NFKD", folded))
    return folded.lstrip(_BEFORE).encode("utf-8", "replace")


_MARKS: Final = re.compile("[\u0300-\u036f\u3099\u309a]+")  # accents, and the voicing marks of kana
_BEFORE: Final = " \t\n\u00a0\"'“”„‚‘’«»‹›「」『』【】()[]–—-…•*#"
