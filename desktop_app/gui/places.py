"""Where the reader is: which room of the window, what is looked for there, what is open."""

from dataclasses import dataclass
from typing import Final, Literal

from desktop_app.archive.browse import View
from desktop_app.model.listing import Sort
from desktop_app.model.people import Kind

RoomName = Literal["articles", "people", "review", "entity", "annotations", "versions"]


@dataclass(frozen=True, slots=True)
class Room:
    """What stands beside the sidebar: the articles, a table of a kind, the review, an entity's page, or annotations."""

    name: RoomName = "articles"
    kind: Kind = "person"  # of the table
    entity: int = 0  # whose page it is, or whose suggestions alone are reviewed; 0: all
    articles: tuple[int, ...] = ()  # whose versions are compared, or which two


ARTICLES: Final = Room()


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is, for back and forward."""

    text: str
    filters: tuple[str, ...]
    view: View
    sort: Sort | None
    article: int | None
    room: Room = ARTICLES
