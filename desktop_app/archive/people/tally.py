"""Appearances counted over the articles that can be seen: how often, since when, until when."""

from collections.abc import Collection
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from desktop_app.archive.matching import Ids, Mask, Matcher
from desktop_app.archive.people.appearances import Appearances, Numbers
from desktop_app.model.people import Kind

_NEVER = 99_999_999  # after all days yyyymmdd


class Tally:
    """Appearances in live articles, at one moment. `at` and `entity` are aligned; counts are by entity id."""

    at: Ids  # positions in the matcher's columns
    entity: Numbers
    mentions: Numbers

    def __init__(self, matcher: Matcher, appearances: Appearances, *, checked: bool) -> None:
        self.matcher = matcher
        self.appearances = appearances
        found = appearances.of(checked)
        at, live = self._live(found.article)
        self.at = at[live]
        self.entity = found.entity[live]
        self.mentions = found.mentions[live]

    def _live(self, articles: Ids) -> tuple[Ids, Mask]:
        """Where these articles stand, and which of them can be seen."""
        at = self.matcher.positions(articles).astype(np.int64)
        live = at >= 0
        live[live] = self.matcher.live[at[live]]
        return at, live

    def counted(self, names: Collection[int]) -> dict[int, tuple[int, int]]:
        """(mentions, live articles) of each of these names, switched off or not; rejected mentions do not count."""
        own = self.appearances.rows_of(names)
        own = own[self._live(own[:, 0])[1]]
        which, counts = np.unique(own[:, 1], return_counts=True)
        mentions = np.bincount(np.searchsorted(which, own[:, 1]), own[:, 2], minlength=len(which)).astype(int)
        return dict(zip(which.tolist(), zip(mentions.tolist(), counts.tolist(), strict=True), strict=True))

    def placed(self, entity: int) -> int:
        """How many mentions of an entity in live articles a reader placed."""
        found = self.appearances.appearing
        own = found.entity == entity
        return int(found.placed[own][self._live(found.article[own])[1]].sum())

    @property
    def size(self) -> int:
        """One more than the highest entity id."""
        return self.appearances.size

    @cached_property
    def articles(self) -> NDArray[np.int64]:
        """The number of live articles of each entity."""
        return np.bincount(self.entity, minlength=self.size)

    @cached_property
    def all_mentions(self) -> NDArray[np.int64]:
        """The number of mentions of each entity in live articles."""
        return np.bincount(self.entity, self.mentions, minlength=self.size).astype(np.int64)

    @cached_property
    def first(self) -> NDArray[np.int32]:
        """The day (yyyymmdd) of each entity's earliest dated article; 0 where there is none."""
        days = self.matcher.date_from[self.at]
        found = np.full(self.size, _NEVER, np.int32)
        np.minimum.at(found, self.entity, np.where(days > 0, days, _NEVER))
        return np.where(found == _NEVER, 0, found).astype(np.int32)

    @cached_property
    def last(self) -> NDArray[np.int32]:
        """The day (yyyymmdd) of each entity's latest dated article; 0 where there is none."""
        found = np.zeros(self.size, np.int32)
        np.maximum.at(found, self.entity, self.matcher.date_from[self.at])
        return found

    def counts_in(self, listed: Mask) -> NDArray[np.int64]:
        """The number of articles of each entity among those listed (by position)."""
        counts: NDArray[np.int64] = np.bincount(self.entity[listed[self.at]], minlength=self.size)
        return counts

    def positions_of(self, entity: int) -> Ids:
        """Where the live articles of an entity stand, ascending."""
        at: Ids = self.at[self.entity == entity]
        return at

    def listed(self, at: Ids) -> Mask:
        """A mask over positions."""
        mask = np.zeros(len(self.matcher.ids), bool)
        mask[at] = True
        return mask

    def within(self, at: Ids, first: int, last: int) -> Ids:
        """Those of these positions whose articles are dated from `first` to `last` (yyyymmdd; 0 is open)."""
        if not first and not last:
            return at
        days_from, days_to = self.matcher.date_from[at], self.matcher.date_to[at]
        return at[(days_from > 0) & (days_from <= (last or _NEVER)) & (days_to >= first)]

    def top(self, counts: NDArray[np.int64], kind: Kind | None, limit: int, *, besides: int = 0) -> list[int]:
        """The entities of a kind with the highest counts, highest first; those with none are left out."""
        wanted = np.flatnonzero((counts > 0) & self.appearances.cast.of_kind(kind))
        wanted = wanted[wanted != besides]
        if len(wanted) > limit:
            wanted = wanted[np.argpartition(counts[wanted], -limit)[-limit:]]
        order = np.lexsort((wanted, -counts[wanted]))
        found: list[int] = wanted[order].tolist()
        return found
