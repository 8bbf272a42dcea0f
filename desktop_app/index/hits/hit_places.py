"""Where in one text the words of a query stand, and which of these places fulfil what the query asks of them.

The index answers the same with whole arrays over all documents, and says only whether a document fits (`spans`). Here
it is one text, and what is wanted is every place that takes part.
"""

import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from desktop_app.index.hits.sought import Run
from desktop_app.index.text import analysis, sentences

Key = int | str  # the number of a leaf, or a word or run of script of a sequence

# One position each: a part of a chain, or a character of Japanese script.
_POSITION: Final = re.compile(rf"[{analysis.CJK}]|[^\W_{analysis.CJK}]+")


class Place(NamedTuple):
    """The first and last position of an occurrence, and its span in the folded text."""

    first: int
    last: int
    start: int
    end: int


class Event(NamedTuple):
    """A piece of the folded text with what was looked for in it: keys with their offsets in positions."""

    start: int
    end: int
    keys: tuple[tuple[Key, int], ...]


class Borders:
    """Where sentences, paragraphs and the lead of a text are in the folded text; read only where it is asked for."""

    def __init__(self, text: str, origins: "array[int] | None", lead: int, *, whole: bool) -> None:
        self._text = text
        self._origins = origins
        self._marked = lead
        self._whole = whole  # titles and notes are one sentence and one paragraph each

    def breaks(self, scope: str) -> list[int]:
        """Where sentences or paragraphs begin, without the first."""
        if self._whole:
            return []
        return [self._folded(at) for at in sentences.borders(self._text)[scope == "paragraph"]]

    def lead(self) -> int:
        """Where the lead ends."""
        marked = self._marked
        end = sentences.lead_end(self._text) if marked < 0 else analysis.behind_piece(self._text, marked)
        return self._folded(end)

    def _folded(self, at: int) -> int:
        return at if self._origins is None else bisect_left(self._origins, at)


class Places:
    """The places of what was found in one folded text; positions are counted only once they are asked for."""

    def __init__(self, folded: str, events: list[Event], borders: Borders) -> None:
        self._folded = folded
        self._events = events
        self._borders = borders
        self._found = {key for event in events for key, _ in event.keys}
        self._at: dict[Key, dict[int, Place]] = {}
        self.known: dict[Key, list[Place]] = {}  # of leaves
        self._breaks: dict[str, list[int]] = {}
        self._counted = (0, 0)

    def of(self, key: Key) -> Iterable[Place]:
        """All places of a key, by position."""
        return self._places(key).values()

    def sequence(self, words: Run) -> list[Place]:
        """Where these words stand side by side, by position."""
        if any(word not in self._found for word, _ in words):
            return []
        columns = [(self._places(word), offset) for word, offset in words]
        rarest, shift = min(columns, key=lambda column: len(column[0]))
        first, (last, reach) = columns[0][0], columns[-1]
        found = []
        for position in rarest:
            begin = position - shift
            if all(begin + offset in places for places, offset in columns):
                end = last[begin + reach]
                found.append(Place(begin, end.last, first[begin].start, end.end))
        return found

    def breaks(self, scope: str) -> list[int]:
        """The positions at which a sentence or paragraph begins, ascending."""
        if scope not in self._breaks:
            positions = self._breaks[scope] = []
            begin = count = 0
            for border in self._borders.breaks(scope):
                count += len(_POSITION.findall(self._folded, begin, border))
                begin = border
                positions.append(count)
        return self._breaks[scope]

    def lead(self) -> int:
        """How many positions the lead has."""
        return len(_POSITION.findall(self._folded, 0, self._borders.lead()))

    def _places(self, key: Key) -> dict[int, Place]:
        if key in self._found and not self._at:
            self._place_all()
        return self._at.get(key, {})

    def _place_all(self) -> None:
        for event in sorted(self._events, key=lambda event: event.start):
            position = self._position(event.start)
            for key, offset in event.keys:
                at = position + offset
                # Of a run of script the last position is that of its last pair, as the index has it.
                last = at + max(len(key) - 2, 0) if isinstance(key, str) and analysis.is_cjk(key) else at
                self._at.setdefault(key, {})[at] = Place(at, last, event.start, event.end)

    def _position(self, start: int) -> int:
        """The position of the piece at `start`; calls must ascend."""
        begin, count = self._counted
        self._counted = (start, count + len(_POSITION.findall(self._folded, begin, start)))
        return self._counted[1]


class Ask:
    """What finds places in a text: a leaf, or leaves that have to meet."""

    def places(self, text: Places, low: int, high: int) -> list[Place]:
        """The places between the positions `low` and `high` that fulfil it, by position, none twice."""
        raise NotImplementedError


class Leaf(Ask):
    """The words and sequences of one `Sought`; `only_lead`: those in the text's lead."""

    def __init__(self, key: Key, sequences: Sequence[Run], *, only_lead: bool) -> None:
        self._key = key
        self._sequences = sequences
        self._only_lead = only_lead

    def places(self, text: Places, low: int, high: int) -> list[Place]:
        found = text.known.get(self._key)
        if found is None:
            found = text.known[self._key] = self._all(text)
        begin = bisect_left(found, (low,))
        return [place for place in found[begin : bisect_left(found, (high,))] if place.last < high]

    def _all(self, text: Places) -> list[Place]:
        found = {*text.of(self._key)}
        for words in self._sequences:
            found.update(text.sequence(words))
        lead = text.lead() if self._only_lead and found else 0
        return sorted(place for place in found if not self._only_lead or place.last < lead)


class AnyOf(Ask):
    """The places of each of its parts."""

    def __init__(self, parts: Sequence[Ask]) -> None:
        self._parts = parts

    def places(self, text: Places, low: int, high: int) -> list[Place]:
        return _united(part.places(text, low, high) for part in self._parts)


class With(Ask):
    """The places of its first part, if the text has a place of the second."""

    def __init__(self, first: Ask, second: Ask) -> None:
        self._first = first
        self._second = second

    def places(self, text: Places, low: int, high: int) -> list[Place]:
        return self._first.places(text, low, high) if self._second.places(text, 0, sys.maxsize) else []


class Often(Ask):
    """The places of its part, if there are enough."""

    def __init__(self, part: Ask, count: int) -> None:
        self._part = part
        self._count = count

    def places(self, text: Places, low: int, high: int) -> list[Place]:
        found = self._part.places(text, low, high)
        return found if len({place.first for place in found}) >= self._count else []


class Window(Ask):
    """The places of words, each as often as it is asked for, in stretches of `size` positions that hold all of them."""

    def __init__(self, words: Sequence[tuple[Ask, int]], size: int) -> None:
        self._words = words
        self._size = size

    def places(self, text: Places, low: int, high: int) -> list[Place]:
        found = sorted(
            (place, number) for number, (word, _) in enumerate(self._words) for place in word.places(text, low, high)
        )
        held: Counter[int] = Counter()
        missing = sum(count for _, count in self._words)
        kept: dict[Place, None] = {}
        begin = done = 0
        for at, (place, number) in enumerate(found):
            held[number] += 1
            missing -= held[number] <= self._words[number][1]
            while place.first - found[begin][0].first >= self._size:
                gone = found[begin][1]
                missing += held[gone] <= self._words[gone][1]
                held[gone] -= 1
                begin += 1
            if not missing:
                kept.update(dict.fromkeys(each for each, _ in found[max(begin, done) : at + 1]))
                done = at + 1
        return list(kept)


class Neighbours(Ask):
    """Those places of its parts that make chains in which each is at most `distance` positions from the next."""

    def __init__(self, parts: Sequence[Ask], distance: int, *, ordered: bool) -> None:
        self._parts = parts
        self._distance = distance
        self._ordered = ordered

    def places(self, text: Places, low: int, high: int) -> list[Place]:
        found = _all_found(self._parts, text, low, high)
        # What a chain from the first part reaches; of this, what a chain from the last part comes back to.
        for at in range(1, len(found)):
            found[at] = self._beside(found[at], found[at - 1], after=True, before=not self._ordered)
        for at in range(len(found) - 2, -1, -1):
            found[at] = self._beside(found[at], found[at + 1], after=not self._ordered, before=True)
        return _united(found)

    def _beside(self, places: list[Place], others: list[Place], *, after: bool, before: bool) -> list[Place]:
        """Those of `places` that begin shortly after one of the others has ended, or end shortly before it begins."""
        ends = sorted(other.last for other in others)
        firsts = [other.first for other in others]
        return [
            place
            for place in places
            if (after and bisect_left(ends, place.first - self._distance) < bisect_left(ends, place.first))
            or (before and bisect_right(firsts, place.last) < bisect_right(firsts, place.last + self._distance))
        ]


class Meeting(Ask):
    """The places of its parts in those sentences, or paragraphs, that hold a place of each."""

    def __init__(self, parts: Sequence[Ask], scope: str) -> None:
        self._parts = parts
        self._scope = scope

    def places(self, text: Places, low: int, high: int) -> list[Place]:
        found = _all_found(self._parts, text, low, high)
        if not found:
            return []
        rarest = [place.first for place in min(found, key=len)]
        kept: list[list[Place]] = []
        for begin, end in pairwise((low, *text.breaks(self._scope), high)):
            if bisect_left(rarest, begin) < bisect_left(rarest, end):
                kept += _all_found(self._parts, text, begin, end)
        return _united(kept)


def _all_found(parts: Sequence[Ask], text: Places, low: int, high: int) -> list[list[Place]]:
    """The places of each part; nothing at all where one part has none."""
    found: list[list[Place]] = []
    for part in parts:
        found.append(part.places(text, low, high))
        if not found[-1]:
            return []
    return found


def _united(found: Iterable[list[Place]]) -> list[Place]:
    return sorted({place for places in found for place in places})
