"""Which articles make a family, from the links between them and from what the reader has decided."""

from collections.abc import Iterable
from typing import NamedTuple


class Link(NamedTuple):
    """Two articles that are versions of one, and how much they share (0..1)."""

    first: int
    second: int
    strength: float


def families(
    links: Iterable[Link], apart: Iterable[tuple[int, int]], together: Iterable[tuple[int, int]]
) -> dict[int, int]:
    """The family of each article that is in one: the lowest number of an article in it.

    What the reader put together comes first; then the strongest links. No link brings two articles into one family
    that the reader has parted.
    """
    groups = _Groups(apart)
    for first, second in together:
        groups.join(first, second)
    for link in sorted(links, key=lambda link: (-link.strength, link.first, link.second)):
        groups.join(link.first, link.second)
    return {
        article: min(members)
        for members in groups.all()
        if len(members) > 1
        for article in members
    }  # fmt: skip


class _Groups:
    """Disjoint sets that remember who may not be in one with whom."""

    def __init__(self, apart: Iterable[tuple[int, int]]) -> None:
        self._of: dict[int, set[int]] = {}
        self._foes: dict[int, set[int]] = {}
        for first, second in apart:
            self._foes.setdefault(first, set()).add(second)
            self._foes.setdefault(second, set()).add(first)

    def join(self, first: int, second: int) -> None:
        """Make the groups of two articles one, unless two of their articles are parted."""
        one, other = self._group(first), self._group(second)
        if one is other:
            return
        smaller, larger = sorted((one, other), key=len)
        if any(not larger.isdisjoint(self._foes.get(article, ())) for article in smaller):
            return
        larger |= smaller
        for article in smaller:
            self._of[article] = larger

    def _group(self, article: int) -> set[int]:
        return self._of.setdefault(article, {article})

    def all(self) -> Iterable[set[int]]:
        """Each group once."""
        return {id(group): group for group in self._of.values()}.values()
