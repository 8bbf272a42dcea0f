"""What importers are given and what they give back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from desktop_app.model.article import ParsedArticle

LARGEST_FILE = 200 * 1024 * 1024  # bytes


class RefusedInputError(ValueError):
    """A file that yields no article; the message ends the sentence “<name> …”. `skipped` if that is as it should be."""

    def __init__(self, reason: str, *, skipped: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.skipped = skipped


def no_beat() -> None:
    """Nobody watches the time."""


@dataclass(slots=True)
class Raw:
    """A file's bytes and what is known about it beside them."""

    data: bytes
    name: str  # path, or path of the member inside a container
    encoding: str = ""  # chosen by the reader
    source: str = ""  # chosen by the reader
    depth: int = 0  # containers around it
    beat: Callable[[], None] = no_beat  # a container calls it after each member: the time limit is per member


@dataclass(slots=True)
class Reading:
    """What an importer made of the bytes. `reason` names what could not be read beside the articles."""

    articles: list[ParsedArticle] = field(default_factory=list)
    reason: str = ""
    encoding: str = ""


class Importer(Protocol):
    """Reads one family of formats."""

    name: str
    suffixes: frozenset[str]

    def read(self, raw: Raw) -> Reading:
        """The articles in `raw`; raises RefusedInputError where there are none."""
