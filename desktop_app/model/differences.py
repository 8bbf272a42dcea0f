"""What differs between two texts: words kept, removed, added, changed. Close to linear in their length.

What stands once in both orders the rest (patience diff, Bram Cohen): first runs of words, then words. What is left
between is compared by the shortest edit (Myers, “An O(ND) Difference Algorithm and Its Variations”, 1986) while that
is short; beyond, a stretch counts as changed as a whole, which is what a reader would call it, too.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

_RUNS: Final = (8, 3, 1)  # items of the runs that must stand once in both
_DEEPEST: Final = 12  # searches inside one another
_EDITS: Final = 48  # items removed or added, up to which the shortest edit is looked for
_BY_CHANCE: Final = 8  # twice the words that may have stayed by chance between two changes
_TOKEN: Final = re.compile(
    r"[\u3005-\u3007\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"  # ideographs, hiragana: one by one
    r"|[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f]+"  # katakana: a loan word
    r"|(?:(?![\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f])"
    r"(?:[^\W_][\u0300-\u036f]*))+"
    r"|[^\w\s]|_"
)

PieceKind = Literal["same", "removed", "added", "changed"]


class Change(NamedTuple):
    """Items [old_start, old_end) that became items [new_start, new_end); one of the two may be empty."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


class Piece(NamedTuple):
    """A stretch of two texts, in code points of each. The one of "removed" and "added" that is not there is empty."""

    kind: PieceKind
    old_start: int
    old_end: int
    new_start: int
    new_end: int


class Block(NamedTuple):
    """`length` items from `old` on that are the same as those from `new` on."""

    old: int
    new: int
    length: int


def words(text: str) -> list[tuple[int, int]]:
    """The spans of words and marks of punctuation, in code points.

    Japanese has no spaces: ideographs and hiragana count one by one, a run of katakana as a word.
    """
    return [match.span() for match in _TOKEN.finditer(text)]


def differences(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """What became of which items (words, lines), in order; [] where the two are the same."""
    changes = []
    at_old = at_new = 0
    for block in [*same(old, new), Block(len(old), len(new), 0)]:
        if block.old > at_old or block.new > at_new:
            changes.append(Change(at_old, block.old, at_new, block.new))
        at_old, at_new = block.old + block.length, block.new + block.length
    return changes


def compared(old: str, new: str) -> list[Piece]:
    """Both texts cut into pieces, in order and without gaps, by their words; white space makes no difference.

    A "same" piece has the same words, but its white space may differ. White space goes to the piece before it, and
    where that is a "changed" one, to the next "same" one.
    """
    old_spans, new_spans = words(old), words(new)
    old_words, new_words = [old[a:b] for a, b in old_spans], [new[a:b] for a, b in new_spans]
    changes = _joined(differences(old_words, new_words), old_words)
    old_edges, new_edges = _Edges(old, old_spans), _Edges(new, new_spans)
    pieces: list[Piece] = []
    at_old = at_new = 0
    for change in changes:
        kind: PieceKind = "changed"
        if change.old_start == change.old_end:
            kind = "added"
        elif change.new_start == change.new_end:
            kind = "removed"
        old_start, new_start = old_edges.start(change.old_start), new_edges.start(change.new_start)
        pieces += _same(at_old, old_start, at_new, new_start)
        tight = kind == "changed"
        at_old = old_edges.end(change.old_start, change.old_end, tight=tight)
        at_new = new_edges.end(change.new_start, change.new_end, tight=tight)
        pieces.append(Piece(kind, old_start, at_old, new_start, at_new))
    return [*pieces, *_same(at_old, len(old), at_new, len(new))]


def _same(old_start: int, old_end: int, new_start: int, new_end: int) -> Iterator[Piece]:
    if old_end > old_start or new_end > new_start:
        yield Piece("same", old_start, old_end, new_start, new_end)


class _Edges:
    """Where in a text stretches of its words begin and end."""

    def __init__(self, text: str, spans: list[tuple[int, int]]) -> None:
        self._starts = [*(start for start, _ in spans), len(text)]
        self._ends = [end for _, end in spans]

    def start(self, word: int) -> int:
        return self._starts[word]

    def end(self, first: int, behind: int, *, tight: bool) -> int:
        """Behind the last of the words [first, behind), or, unless that is to be `tight`, where the next begins."""
        return self._ends[behind - 1] if tight and behind > first else self._starts[behind]


def _joined(changes: list[Change], old: Sequence[str]) -> list[Change]:
    """Changes as they are read: as one where next to nothing between them has stayed."""
    joined: list[Change] = []
    for change in changes:
        last = joined[-1] if joined else None
        if last and _is_noise(old[last.old_end : change.old_start], min(_size(last), _size(change))):
            joined[-1] = Change(last.old_start, change.old_end, last.new_start, change.new_end)
        else:
            joined.append(change)
    return joined


def _is_noise(kept: Sequence[str], around: int) -> bool:
    """Whether words that stayed between two changes, of `around` words or more, are there by chance."""
    return len(kept) * 2 <= min(around, _BY_CHANCE) or (len(kept) == 1 and not kept[0].isalnum())


def _size(change: Change) -> int:
    return max(change.old_end - change.old_start, change.new_end - change.new_start)


def same(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """The runs of items that both have, in the order that both have; runs that touch in both are one."""
    numbers: dict[str, int] = {}
    one = [numbers.setdefault(item, len(numbers)) for item in old]
    other = [numbers.setdefault(item, len(numbers)) for item in new]
    joined: list[Block] = []
    for block in sorted(_Comparison(one, other).blocks()):
        last = joined[-1] if joined else None
        if last and last.old + last.length == block.old and last.new + last.length == block.new:
            joined[-1] = Block(last.old, last.new, last.length + block.length)
        else:
            joined.append(block)
    return joined


class _Region(NamedTuple):
    old_start: int
    old_end: int
    new_start: int
    new_end: int
    run: int  # which of _RUNS to look for
    depth: int


class _Comparison:
    """Two sequences of numbered items, compared region by region."""

    def __init__(self, old: list[int], new: list[int]) -> None:
        self._old = old
        self._new = new

    def blocks(self) -> Iterator[Block]:
        waiting = [_Region(0, len(self._old), 0, len(self._new), 0, 0)]
        while waiting:
            trimmed, around = self._trimmed(waiting.pop())
            yield from around
            if trimmed.old_start == trimmed.old_end or trimmed.new_start == trimmed.new_end:
                continue
            found = self._anchored(trimmed)
            if not found and trimmed.run + 1 < len(_RUNS):
                waiting.append(trimmed._replace(run=trimmed.run + 1))
            elif not found or trimmed.depth >= _DEEPEST:
                yield from self._shortest(trimmed)
            else:
                yield from found
                waiting += _between(trimmed, found)

    def _trimmed(self, region: _Region) -> tuple[_Region, list[Block]]:
        """A region without what is the same at its beginning and its end, and these."""
        old, new = self._old, self._new
        start, end, other, other_end, *_ = region
        while start < end and other < other_end and old[start] == new[other]:
            start, other = start + 1, other + 1
        while start < end and other < other_end and old[end - 1] == new[other_end - 1]:
            end, other_end = end - 1, other_end - 1
        found = [
            Block(region.old_start, region.new_start, start - region.old_start),
            Block(end, other_end, region.old_end - end),
        ]
        return region._replace(old_start=start, old_end=end, new_start=other, new_end=other_end), [
            block for block in found if block.length
        ]

    def _anchored(self, region: _Region) -> list[Block]:
        """Runs that stand once in both parts of a region, as many as have the same order, with what is same around."""
        length = _RUNS[region.run]
        here = _once(self._old, region.old_start, region.old_end, length)
        there = _once(self._new, region.new_start, region.new_end, length)
        pairs = [(place, there[run]) for run, place in here.items() if place >= 0 and there.get(run, -1) >= 0]
        found: list[Block] = []
        edge, other_edge = region.old_start, region.new_start
        for pair in _rising(pairs):
            start, other = pair
            if start < edge or other < other_edge:
                continue
            while start > edge and other > other_edge and self._old[start - 1] == self._new[other - 1]:
                start, other = start - 1, other - 1
            edge, other_edge = pair
            while edge < region.old_end and other_edge < region.new_end and self._old[edge] == self._new[other_edge]:
                edge, other_edge = edge + 1, other_edge + 1
            found.append(Block(start, other, edge - start))
        return found

    def _shortest(self, region: _Region) -> Iterator[Block]:
        """What is the same by the shortest edit; nothing where that is too long."""
        old = self._old[region.old_start : region.old_end]
        new = self._new[region.new_start : region.new_end]
        if abs(len(old) - len(new)) > _EDITS:
            return
        for at_old, at_new, length in _snakes(old, new):
            yield Block(region.old_start + at_old, region.new_start + at_new, length)


def _between(region: _Region, found: list[Block]) -> Iterator[_Region]:
    """The regions before, between and behind what was found."""
    at_old, at_new = region.old_start, region.new_start
    for block in [*found, Block(region.old_end, region.new_end, 0)]:
        if at_old < block.old and at_new < block.new:
            yield _Region(at_old, block.old, at_new, block.new, region.run, region.depth + 1)
        at_old, at_new = block.old + block.length, block.new + block.length


def _once(items: list[int], start: int, end: int, length: int) -> dict[object, int]:
    """Where each run of `length` items begins, in order; -1 where it stands more than once."""
    found: dict[object, int] = {}
    for place in range(start, end - length + 1):
        run = items[place] if length == 1 else tuple(items[place : place + length])
        found[run] = -1 if run in found else place
    return found


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest series of pairs whose second numbers rise; their first numbers do, and no second comes twice."""
    lowest: list[int] = []  # last second number of the best series of each length
    ends: list[int] = []  # and the pair that it belongs to
    before: list[int] = []
    for number, (_, second) in enumerate(pairs):
        place = bisect_left(lowest, second)
        before.append(ends[place - 1] if place else -1)
        lowest[place : place + 1] = [second]
        ends[place : place + 1] = [number]
    series = []
    number = ends[-1] if ends else -1
    while number >= 0:
        series.append(pairs[number])
        number = before[number]
    return series[::-1]


def _snakes(old: list[int], new: list[int]) -> list[Block]:
    """Myers' greedy algorithm: the runs on the shortest way from one list to the other; [] where it is too long."""
    reached = {1: 0}  # by diagonal (old - new): how far in `old`
    history: list[dict[int, int]] = []
    for edits in range(min(_EDITS, len(old) + len(new)) + 1):
        history.append(dict(reached))
        for diagonal in range(-edits, edits + 1, 2):
            at, _ = _step(reached, diagonal, edits)
            while at < len(old) and at - diagonal < len(new) and old[at] == new[at - diagonal]:
                at += 1
            reached[diagonal] = at
            if at >= len(old) and at - diagonal >= len(new):
                return _traced(history, len(old), len(new))
    return []


def _step(reached: dict[int, int], diagonal: int, edits: int) -> tuple[int, bool]:
    """How far in the old list the better of the two ways onto a diagonal leads, and whether it adds an item."""
    adds = diagonal == -edits or (diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1])
    return (reached[diagonal + 1] if adds else reached[diagonal - 1] + 1), adds


def _traced(history: list[dict[int, int]], old: int, new: int) -> list[Block]:
    """The runs on the way that ends at (old, new), from the last to the first."""
    found = []
    for edits in range(len(history) - 1, -1, -1):
        begin, adds = _step(history[edits], old - new, edits)
        if old > begin:
            found.append(Block(begin, begin - old + new, old - begin))
        old, new = (begin, begin - old + new - 1) if adds else (begin - 1, begin - old + new)
    return found
