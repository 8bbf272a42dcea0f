"""Reading articles for people and organisations: texts in, findings out."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.model.article import Part
from desktop_app.model.people import Findings, Mode


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it is read: its text, its language (ISO 639-1 or ""), the parts of its text, its title."""

    text: str
    language: str = ""
    parts: tuple[Part, ...] = ()
    title: str = ""


class Reader:
    """Finds people and organisations in articles."""

    def __init__(self, mode: Mode = "default") -> None:
        self.version = f"lesesaal-names 0 {mode}"

    def read(self, articles: Sequence[Text]) -> list[Findings]:
        """Who is in each of these articles."""
        return [Findings() for _ in articles]
