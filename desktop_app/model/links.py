"""Links in the Markdown of notes and introductions: `[words](article:12)`, `(entity:5)`, `(note:7)`, `(dossier:3)`."""

import re
from dataclasses import dataclass
from typing import Final, Literal, cast

from desktop_app.model.people import Kind

LinkKind = Literal["article", "entity", "note", "dossier"]
LINK_KINDS: Final[tuple[LinkKind, ...]] = ("article", "entity", "note", "dossier")
Written = Literal["note", "entity_note", "dossier"]  # where links stand: on articles, on people, in introductions

_LINK = re.compile(rf"(?<!\\)\[((?:[^\[\]\\\n]|\\.)*)\]\(({'|'.join(LINK_KINDS)}):([1-9]\d{{0,17}})\)")
_ESCAPED = re.compile(r"\\([\[\]\\])")
_SPECIAL = re.compile(r"[\[\]\\]")


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a text: [start, end), in code points, is all of it, brackets included.

    `title` is what the target is called now; "" where it is gone, or nobody has looked.
    """

    kind: LinkKind
    id: int
    words: str
    start: int
    end: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Backlink:
    """Where something is linked from: a note on an article or somebody, a dossier's introduction or a comment in it."""

    written: Written
    id: int  # of the note or dossier
    title: str  # of the article that the note is on, of whom it is on, or of the dossier
    words: str  # the line that the link stands in, with links as their words
    changed: str  # ISO 8601, UTC
    article: int = 0  # that the note or the comment is on
    entity: int = 0
    start: int | None = None  # of the note's span in its article


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Something that can be linked to; `detail` tells it from others of that title."""

    kind: LinkKind
    id: int
    title: str
    detail: str = ""
    who: Kind | None = None  # of an entity

    @property
    def link(self) -> str:
        """The link as Markdown."""
        return link_to(self.kind, self.id, self.title)


def links_in(body: str) -> list[Link]:
    """The links in a text, from its beginning on; a backslash before the bracket makes it none."""
    return [
        Link(cast("LinkKind", match[2]), int(match[3]), _ESCAPED.sub(r"\1", match[1]), *match.span())
        for match in _LINK.finditer(body)
    ]


def address(kind: LinkKind, number: int) -> str:
    """What every link to this ends with."""
    return f"]({kind}:{number})"


def link_to(kind: LinkKind, number: int, words: str) -> str:
    """A link as Markdown, on one line."""
    plain = _SPECIAL.sub(r"\\\g<0>", " ".join(words.split()))
    return f"[{plain}{address(kind, number)}"


def without_links(body: str) -> str:
    """A text with the words of its links in their place."""
    return _LINK.sub(lambda match: _ESCAPED.sub(r"\1", match[1]), body)
