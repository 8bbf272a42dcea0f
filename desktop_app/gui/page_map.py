"""Which span of an article's text stands where in the page's document."""

from bisect import bisect_right, insort
from dataclasses import dataclass

from desktop_app.gui.offsets import Offsets


@dataclass(frozen=True, slots=True)
class _Piece:
    """A span of the text and the UTF-16 position in the document where it begins."""

    position: int
    start: int
    end: int


class PageMap:
    """Converts between code points of the text and positions of the document, as far as the text is set."""

    def __init__(self, text: str = "") -> None:
        self._offsets = Offsets(text)
        self._by_position: list[_Piece] = []
        self._by_start: list[_Piece] = []

    def add(self, position: int, start: int, end: int) -> None:
        """The span [start, end) was set at `position`, behind all that was set before."""
        piece = _Piece(position, start, end)
        self._by_position.append(piece)
        insort(self._by_start, piece, key=lambda each: each.start)  # only the byline is out of order

    def position_of(self, offset: int) -> int:
        """The position of an offset; white space that is not shown counts as the end of what is before it."""
        at = bisect_right(self._by_start, offset, key=lambda piece: piece.start) - 1
        if at < 0:
            return self._by_start[0].position if self._by_start else 0
        piece = self._by_start[at]
        units = self._offsets.to_utf16(min(offset, piece.end)) - self._offsets.to_utf16(piece.start)
        return piece.position + units

    def offset_of(self, position: int, *, end: bool = False) -> int:
        """The offset of the text at a position; outside the text, the nearest inside.

        With `end` a position between two pieces is the end of the one before, else the start of the next.
        """
        if not self._by_position:
            return 0
        at = bisect_right(self._by_position, position, key=lambda piece: piece.position) - 1
        if at < 0:
            return self._by_position[0].start
        piece = self._by_position[at]
        offset = self._offsets.from_utf16(self._offsets.to_utf16(piece.start) + position - piece.position)
        if offset > piece.end and not end and at + 1 < len(self._by_position):
            return self._by_position[at + 1].start
        return min(offset, piece.end)

    def offset_at(self, position: int) -> int | None:
        """The offset of the letter at a position; None where the document shows something else than the text."""
        at = bisect_right(self._by_position, position, key=lambda piece: piece.position) - 1
        if at < 0:
            return None
        piece = self._by_position[at]
        offset = self._offsets.from_utf16(self._offsets.to_utf16(piece.start) + position - piece.position)
        return offset if offset < piece.end else None
