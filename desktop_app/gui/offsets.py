"""Offsets: the archive counts code points, Qt counts UTF-16 units."""

import re
from array import array
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def to_utf16(text: str, offset: int) -> int:
    """The UTF-16 offset of a code-point offset; offsets outside the text are clipped to it."""
    offset = max(0, min(offset, len(text)))
    return offset if text.isascii() else offset + len(_ASTRAL.findall(text, 0, offset))


def from_utf16(text: str, units: int) -> int:
    """The code-point offset of a UTF-16 offset; the middle of a surrogate pair counts as its start."""
    return Offsets(text).from_utf16(units)


class Offsets:
    """Converts many offsets of one text, each in logarithmic time."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        # The code-point offsets of what takes two units, and the unit offsets of their second halves.
        self._points = array("q", (match.start() for match in _ASTRAL.finditer(text)) if not text.isascii() else ())
        self._halves = array("q", (point + number + 1 for number, point in enumerate(self._points)))

    @property
    def units(self) -> int:
        """How many UTF-16 units the text has."""
        return self._length + len(self._points)

    def to_utf16(self, offset: int) -> int:
        """As the function of that name."""
        offset = max(0, min(offset, self._length))
        return offset + bisect_left(self._points, offset)

    def from_utf16(self, units: int) -> int:
        """As the function of that name."""
        units = max(0, min(units, self.units))
        # Each second half at or before `units` adds a unit that is no code point of its own.
        return units - bisect_left(self._halves, units) - (1 if self._is_half(units) else 0)

    def _is_half(self, units: int) -> bool:
        at = bisect_left(self._halves, units)
        return at < len(self._halves) and self._halves[at] == units
