"""Candidates are compared in their texts, the likely versions of one article together, so that few texts are held."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from desktop_app.similar.families import Candidates
from desktop_app.similar.joining import Link
from desktop_app.similar.verdicts import Evidence, Rarity, strength

Read = Callable[[Sequence[int]], dict[int, str]]  # the texts of these rows; those that are gone are missing

_ENOUGH: Final = 6  # links that an article has when more would tell nothing new
_HELD: Final = 600  # texts
_PART: Final = 200  # pairs


@dataclass(slots=True)
class Part:
    """What came of some candidates."""

    pairs: int = 0
    links: list[Link] = field(default_factory=list)


class Comparing:
    """One comparison of all candidates. `read` gives texts by the numbers of rows that the candidates use."""

    def __init__(self, candidates: Candidates, rarity: Rarity, read: Read) -> None:
        self._candidates = candidates
        self._rarity = rarity
        self._read = read
        self._held: dict[int, Evidence | None] = {}
        self._links: dict[int, int] = {}

    def parts(self) -> Iterator[Part]:
        """Links as they are found, some pairs at a time."""
        found = self._candidates
        order = _by_neighbourhood(found)
        for begin in range(0, len(order), _PART):
            some = order[begin : begin + _PART]
            pairs = list(zip(found.first[some].tolist(), found.second[some].tolist(), strict=True))
            part = Part(len(some))
            self._hold([row for pair in pairs if self._wants(*pair) for row in pair])
            for first, second in pairs:
                if self._wants(first, second):
                    self._compare(first, second, part)
            yield part

    def _wants(self, first: int, second: int) -> bool:
        return min(self._links.get(first, 0), self._links.get(second, 0)) < _ENOUGH

    def _hold(self, rows: list[int]) -> None:
        """Have the texts of these rows at hand, and let go of others."""
        wanted = dict.fromkeys(rows)
        missing = [row for row in wanted if row not in self._held]
        if len(self._held) + len(missing) > _HELD:
            self._held = {row: evidence for row, evidence in self._held.items() if row in wanted}
        texts = self._read(missing) if missing else {}
        for row in missing:
            self._held[row] = Evidence(texts[row], self._rarity) if row in texts else None

    def _compare(self, first: int, second: int, part: Part) -> None:
        one, other = self._held[first], self._held[second]
        shared = strength(one, other) if one is not None and other is not None else 0.0
        if shared:
            part.links.append(Link(first, second, round(shared, 3)))
            for row in (first, second):
                self._links[row] = self._links.get(row, 0) + 1


def _by_neighbourhood(found: Candidates) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """The pairs in an order in which those that hang together follow each other, the likeliest of them first."""
    if not len(found.first):
        return np.empty(0, np.int64)
    rows, at = np.unique(np.concatenate((found.first, found.second)), return_inverse=True)
    first, second = np.split(at.reshape(-1), 2)
    label = np.arange(len(rows))
    while True:  # each takes the lowest label of its neighbours, until nothing changes
        lowest = np.minimum(label[first], label[second])
        after = label.copy()
        np.minimum.at(after, first, lowest)
        np.minimum.at(after, second, lowest)
        after = after[after]
        if np.array_equal(after, label):
            break
        label = after
    return np.lexsort((-found.estimates, label[first]))
