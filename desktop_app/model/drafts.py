"""A note that is being written and not kept yet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in an editor: of a note that is there (`note`), or of a new one on a span, or on the whole."""

    place: str  # where it is written, such as "article:12" or "entity:5"; one draft each
    body: str
    note: int = 0
    start: int | None = None  # code points
    end: int | None = None
    colour: int = 0
