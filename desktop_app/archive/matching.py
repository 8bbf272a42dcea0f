"""The columns of all articles as arrays: filters become masks over them, orders are known beforehand.

A *position* is an article's place in the columns, which stand by ascending id.
"""

import sqlite3
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.store import columns
from desktop_app.store.columns import ArticleColumns

if TYPE_CHECKING:
    from array import array

Ids = NDArray[np.int64]
Mask = NDArray[np.bool_]
Codes = NDArray[np.unsignedinteger[Any]]

_COLUMNS = ("ids", "state", "date_from", "date_to", "month", "source", "language", "starred", "read")
_SPARSE_IDS = 8  # a table of all ids is kept unless they are so many times as many as the articles


def ids_of(column: "array[int]") -> Ids:
    """A column of 64-bit numbers as an array, without copying."""
    return np.frombuffer(column, np.int64) if column else np.empty(0, np.int64)


class Matcher:
    """The columns at one moment; never changed once made, but for what it remembers. Safe from any thread."""

    ids: Ids
    state: NDArray[np.uint8]  # 0 live, 1 in the trash
    date_from: NDArray[np.int32]  # yyyymmdd, 0 where undated
    date_to: NDArray[np.int32]
    month: NDArray[np.int32]
    source: NDArray[np.int32]
    language: NDArray[np.int32]
    starred: Mask
    read: Mask

    def __init__(self, connection: sqlite3.Connection, found: ArticleColumns) -> None:
        for name in _COLUMNS:
            setattr(self, name, getattr(found, name))
        self.languages = found.languages
        self.source_names = columns.source_names(connection)
        tags, owners = columns.taggings(connection)
        self._arrange()
        self._tag(ids_of(tags), ids_of(owners))
        self.kept: dict[str, Mask] = {}  # what the store answered, until something changes
        self._codes: dict[str, tuple[Any, list[int], Codes]] = {}

    @classmethod
    def load(cls, connection: sqlite3.Connection) -> Self:
        """Read everything."""
        return cls(connection, columns.load(connection))

    def _arrange(self) -> None:
        self.live: Mask = self.state == 0
        self._table: NDArray[np.int32] | None = None
        last = int(self.ids[-1]) if len(self.ids) else 0
        if last < _SPARSE_IDS * (len(self.ids) + 1024):
            self._table = np.full(last + 1, -1, np.int32)
            self._table[self.ids] = np.arange(len(self.ids), dtype=np.int32)
        # Newest first; of one day the later number first. Oldest first puts what is undated last.
        newest: Ids = np.argsort(self.date_from, kind="stable")[::-1]
        self.newest = newest.astype(np.uint32)
        self.newest_ids: Ids = self.ids[newest]
        dated = np.where(self.date_from == 0, 99_999_999, self.date_from)
        self.oldest = np.argsort(dated, kind="stable").astype(np.uint32)
        self.rank = np.empty(len(self.ids), np.uint32)  # place in `newest`
        self.rank[self.newest] = np.arange(len(self.ids), dtype=np.uint32)
        self._numbered: tuple[Ids, Ids, bool] | None = None

    def _tag(self, tags: Ids, owners: Ids) -> None:
        at = self.positions(owners)
        self.tagging_tags = tags[at >= 0]
        self.tagging_positions = at[at >= 0]

    def positions(self, ids: Ids) -> NDArray[np.int32]:
        """Where these ids stand in the columns; -1 for those that do not."""
        if not len(self.ids):
            return np.full(len(ids), -1, np.int32)
        if self._table is not None:
            if not len(ids) or ids.max() < len(self._table):
                return self._table[ids]
            inside = ids < len(self._table)
            return np.where(inside, self._table[np.where(inside, ids, 0)], np.int32(-1))
        at = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return np.where(self.ids[at] == ids, at, -1).astype(np.int32)

    def numbered(self, numbering: Ids) -> tuple[Ids, bool]:
        """For each number of an engine's document where its article stands, and whether none of them is missing (-1).

        This is kept while the engine's commit is open.
        """
        known = self._numbered
        if known is None or known[0] is not numbering:
            at = self.positions(numbering).astype(np.int64)
            known = self._numbered = (numbering, at, bool((at >= 0).all()))
        return known[1:]

    def coded(self, name: str) -> tuple[list[int], Codes]:
        """The distinct values of a column, ascending, and for each article which of them it has."""
        column = getattr(self, name)
        known = self._codes.get(name)
        if known is None or known[0] is not column:
            values, codes = np.unique(column, return_inverse=True)
            known = self._codes[name] = (column, values.tolist(), codes.astype(np.min_scalar_type(len(values))))
        return known[1:]

    def mask(self, ids: Ids) -> Mask:
        """Which articles are among these."""
        found = np.zeros(len(self.ids), bool)
        at = self.positions(ids)
        found[at[at >= 0]] = True
        return found

    def tagged(self, tags: Collection[int] | None = None) -> Mask:
        """Which articles carry any of these tags, or any at all."""
        found = np.zeros(len(self.ids), bool)
        if tags is None:
            found[self.tagging_positions] = True
        elif len(tags) == 1:
            found[self.tagging_positions[self.tagging_tags == next(iter(tags))]] = True
        elif tags:
            found[self.tagging_positions[np.isin(self.tagging_tags, list(tags))]] = True
        return found

    def changed(self, connection: sqlite3.Connection, ids: Collection[int]) -> "Matcher":
        """The columns with these articles read again, and new ones added behind; all others are taken over."""
        fresh = columns.load(connection, ids)
        wanted = np.array(sorted(ids), np.int64)
        there = fresh.ids
        at = self.positions(wanted)
        gone = (at >= 0) & ~np.isin(wanted, there)
        new = there[self.positions(there) < 0]
        if gone.any() or (len(new) and len(self.ids) and new[0] < self.ids[-1]):
            return Matcher.load(connection)
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.kept = {}
        if len(new):
            made.source_names = columns.source_names(connection)  # an import may bring a source along
        made._take(fresh, len(new))
        tags, owners = columns.taggings(connection, ids)
        others = ~np.isin(self.tagging_positions, at)
        own = made.positions(ids_of(owners))
        made.tagging_tags = np.concatenate((self.tagging_tags[others], ids_of(tags)[own >= 0]))
        made.tagging_positions = np.concatenate((self.tagging_positions[others], own[own >= 0]))
        return made

    def _take(self, fresh: ArticleColumns, new: int) -> None:
        """Write fresh rows over the old ones, the last `new` of them behind."""
        self.languages = list(dict.fromkeys([*self.languages, *fresh.languages]))
        codes = np.array([self.languages.index(language) for language in fresh.languages], np.int32)
        at = self.positions(fresh.ids)
        old = at >= 0
        arranged = True
        for name in _COLUMNS:
            values = codes[fresh.language] if name == "language" else getattr(fresh, name)
            before: NDArray[Any] = getattr(self, name)
            if np.array_equal(before[at[old]], values[old]) and not new:
                continue
            after = np.concatenate((before, values[~old]))
            after[at[old]] = values[old]
            setattr(self, name, after)
            arranged &= name not in ("ids", "date_from")
        if arranged:
            self.live = self.state == 0
        else:
            self._arrange()
