"""The project's own marked press documents (`data/names`), as texts with mentions, who they are, and roles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.model.people import Kind, Span

FOLDER = Path(__file__).resolve().parents[2] / "data" / "names"
_MARK = re.compile(r"\[([po])(\d+):([^\[\]]*)\]")
_KINDS: dict[str, Kind] = {"p": "person", "o": "organisation"}


@dataclass(frozen=True)
class GoldMention:
    """A marked mention; `who` tells it from others of the document: "p1"."""

    start: int
    end: int
    kind: Kind
    who: str


@dataclass
class GoldDocument:
    """A document; `roles` are person, role, organisation ("p1", "Intendantin", "o2" or "")."""

    name: str
    language: str
    held_out: bool
    text: str = ""
    mentions: list[GoldMention] = field(default_factory=list)
    roles: list[tuple[str, str, str]] = field(default_factory=list)

    def spans(self) -> list[Span]:
        """Its mentions as a perfect recogniser would find them."""
        return [Span(mention.start, mention.end, mention.kind, 0.95) for mention in self.mentions]

    def add_line(self, line: str) -> None:
        """Adds a marked line of text, or a role."""
        if line.startswith("= "):
            person, role, body = (part.strip() for part in line[2:].split("|"))
            self.roles.append((person, role, "" if body == "-" else body))
            return
        self.text += "\n" if self.text else ""
        position = 0
        for mark in _MARK.finditer(line):
            self.text += line[position : mark.start()]
            start = len(self.text)
            self.text += mark[3]
            self.mentions.append(GoldMention(start, len(self.text), _KINDS[mark[1]], mark[1] + mark[2]))
            position = mark.end()
        self.text += line[position:]


def documents(languages: tuple[str, ...] = ("de", "en", "ja"), folder: Path = FOLDER) -> Iterator[GoldDocument]:
    """All documents; every fifth of a file is held out."""
    for language in languages:
        for path in sorted((folder / language).glob("*.txt")):
            number = 0
            document: GoldDocument | None = None
            for line in path.read_text(encoding="utf-8").splitlines():
                if line.startswith("# doc "):
                    if document:
                        yield document
                    number += 1
                    document = GoldDocument(line[6:].strip(), language, number % 5 == 0)
                elif line.strip() and document:
                    document.add_line(line)
            if document:
                yield document
