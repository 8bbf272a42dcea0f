"""Highlights that overlap: which of them lie where, and how deep each lies below the others."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import accumulate
from typing import NamedTuple

from desktop_app.model.article import Note


class Laid(NamedTuple):
    """A note on a span of the text. Notes that share a letter have different lanes, from 0."""

    note: Note
    start: int
    end: int
    lane: int


class Lanes:
    """The notes of an article that have a place in its text, by that place."""

    def __init__(self, notes: Iterable[Note] = ()) -> None:
        placed = sorted(
            (note.start, -note.end, note.id, note)
            for note in notes
            if note.start is not None and note.end is not None and not note.orphaned
        )
        self.all = _laid(placed)
        self._starts = [laid.start for laid in self.all]
        self._reach = list(accumulate((laid.end for laid in self.all), max))  # how far those up to here go

    def within(self, start: int, end: int) -> list[Laid]:
        """Those that share a letter with [start, end), in the order of the text."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [laid for laid in self.all[first:last] if laid.end > start]

    def at(self, offset: int) -> list[Note]:
        """The notes on a letter, the shortest first: it can be hit nowhere else."""
        found = self.within(offset, offset + 1)
        return [laid.note for laid in sorted(found, key=lambda laid: (laid.end - laid.start, -laid.note.id))]

    def find(self, note: int) -> Laid | None:
        """The place of a note; None where it has none."""
        return next((laid for laid in self.all if laid.note.id == note), None)

    def beside(self, offset: int, step: int) -> Laid | None:
        """The first that begins behind an offset, or with -1 the last that begins before it."""
        at = bisect_right(self._starts, offset) if step > 0 else bisect_left(self._starts, offset) - 1
        return self.all[at] if 0 <= at < len(self.all) else None


def _laid(placed: list[tuple[int, int, int, Note]]) -> list[Laid]:
    busy: list[tuple[int, int]] = []  # (end, lane) of those that go on
    free: list[int] = []
    found, reach = [], 0
    for start, minus_end, _, note in placed:
        end = -minus_end
        if start >= reach:  # most overlap with none
            busy, free = [], []
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        lane = heappop(free) if free else len(busy)
        heappush(busy, (end, lane))
        reach = max(reach, end)
        found.append(Laid(note, start, end, lane))
    return found
