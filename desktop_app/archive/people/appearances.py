"""Who appears in which article, as arrays: counting and crossing a million appearances takes milliseconds.

A snapshot is never changed once made; `Appearances.changed` makes the next one from it.
"""

import sqlite3
from array import array
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.archive.matching import Ids, Mask, ids_of
from desktop_app.model.changes import Changes
from desktop_app.model.people import Kind
from desktop_app.store import people

Numbers = NDArray[np.int32]
_LOW: Final = np.int64(0xFFFFFFFF)
_READ_AGAIN: Final = 5_000  # changed articles or rows; if there are more, all are read


@dataclass(frozen=True, slots=True)
class Cast:
    """Who there is, by entity id; index 0 stands for nobody."""

    person: Mask
    organisation: Mask
    checked: Mask  # by a person
    bare: Mask  # only a surname is known

    def of_kind(self, kind: Kind | None) -> Mask:
        """Which entities are of a kind and not rejected; None for either."""
        if kind is None:
            return self.person | self.organisation
        return self.person if kind == "person" else self.organisation


@dataclass(frozen=True, slots=True)
class Appearing:
    """Aligned arrays, one row for each article and entity in it, by article and entity, both ascending."""

    article: Ids
    entity: Numbers
    mentions: Numbers
    placed: Numbers  # mentions that a reader placed


class Appearances:
    """A snapshot of who is named where."""

    def __init__(self, cast: Cast, meaning: Numbers, pairs: NDArray[np.int64]) -> None:
        self.cast = cast
        self._meaning = meaning  # the entity of each name, by name id; 0 where it does not count
        self._pairs = pairs  # (article, name, mentions, placed), a row a pair

    @classmethod
    def load(cls, connection: sqlite3.Connection) -> Self:
        """Read everything; about a second for a hundred thousand articles."""
        return cls(
            _cast(None, people.entities(connection)),
            _spread(np.zeros(1, np.int32), people.names(connection)),
            _rows(people.pairs(connection), 4),
        )

    @classmethod
    def empty(cls) -> Self:
        """Nobody, as in an archive of an earlier schema that is only read."""
        return cls(_cast(None, array("q")), np.zeros(1, np.int32), np.empty((0, 4), np.int64))

    def changed(self, connection: sqlite3.Connection, changes: Changes) -> "Appearances":
        """The next snapshot, with what these changes touched read again."""
        articles = changes.articles if changes.touches("mentions") else set[int]()
        touched = {table: set(changes.rows.get(table, ())) for table in ("names", "identities", "entities")}
        if len(articles) > _READ_AGAIN or any(len(rows) > _READ_AGAIN for rows in touched.values()):
            return Appearances.load(connection)
        cast = _cast(self.cast, people.entities(connection, above=len(self.cast.person) - 1, ids=touched["entities"]))
        meaning = _spread(
            self._meaning,
            people.names(
                connection,
                above=len(self._meaning) - 1,
                ids=touched["names"],
                identities=touched["identities"],
            ),
        )
        return Appearances(cast, meaning, self._pairs_with(connection, articles))

    def _pairs_with(self, connection: sqlite3.Connection, articles: Collection[int]) -> NDArray[np.int64]:
        if not articles:
            return self._pairs
        fresh = _rows(people.pairs(connection, articles), 4)
        kept = self._pairs[~np.isin(self._pairs[:, 0], np.array(sorted(articles), np.int64))]
        return np.concatenate((kept, fresh))

    @cached_property
    def appearing(self) -> Appearing:
        """One row for each article and entity in it."""
        meant = _looked_up(self._meaning, self._pairs[:, 1])
        seen = _looked_up(self.cast.of_kind(None), meant) > 0
        keys = self._pairs[seen, 0] << 32 | meant[seen]
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.empty(0, np.int64)
        counts = self._pairs[seen][order, 2:]
        summed = np.add.reduceat(counts, first, axis=0) if len(first) else np.empty((0, 2), np.int64)
        return Appearing(
            keys[first] >> 32,
            (keys[first] & _LOW).astype(np.int32),
            summed[:, 0].astype(np.int32),
            summed[:, 1].astype(np.int32),
        )

    @cached_property
    def checked(self) -> Appearing:
        """Only what a person has checked: entities that are, and mentions that a reader placed."""
        whole = self.appearing
        sure = self.cast.checked[whole.entity] | (whole.placed > 0)
        return Appearing(whole.article[sure], whole.entity[sure], whole.mentions[sure], whole.placed[sure])

    def rows_of(self, names: Collection[int]) -> NDArray[np.int64]:
        """(article, name, mentions, placed) of these names, switched off or not; rejected mentions do not count."""
        wanted = np.zeros(len(self._meaning), bool)
        wanted[[name for name in names if name < len(wanted)]] = True
        own: NDArray[np.int64] = self._pairs[_looked_up(wanted, self._pairs[:, 1])]
        return own

    def of(self, checked: bool) -> Appearing:
        """All appearances, or those a person has checked."""
        return self.checked if checked else self.appearing

    @property
    def size(self) -> int:
        """One more than the highest entity id."""
        return len(self.cast.person)

    def articles_of(self, entities: Collection[int], *, checked: bool = False) -> Ids:
        """The articles in which any of these entities appears, ascending."""
        found = self.of(checked)
        if len(entities) == 1:
            own: Ids = found.article[found.entity == next(iter(entities))]
            return own
        wanted = np.zeros(self.size, bool)
        known = [entity for entity in entities if 0 < entity < self.size]
        wanted[known] = True
        any_of: Ids = np.unique(found.article[wanted[found.entity]])
        return any_of

    def articles_with(self, kind: Kind, *, checked: bool = False) -> Ids:
        """The articles in which anybody of a kind appears, ascending."""
        found = self.of(checked)
        return np.unique(found.article[self.cast.of_kind(kind)[found.entity]])


def _rows(packed: "array[int]", width: int) -> NDArray[np.int64]:
    rows: NDArray[np.int64] = ids_of(packed).reshape(-1, width)
    return rows


def _looked_up(table: NDArray[Any], at: NDArray[Any]) -> NDArray[Any]:
    """`table[at]`, and what stands at 0 for what is not in the table yet."""
    return table[np.where(at < len(table), at, 0)]


def _spread(old: Numbers, packed: "array[int]") -> Numbers:
    """(name, entity) rows written into an array by name."""
    rows = _rows(packed, 2)
    if not len(rows):
        return old
    made = np.zeros(max(len(old), int(rows[:, 0].max()) + 1), np.int32)
    made[: len(old)] = old
    made[rows[:, 0]] = rows[:, 1]
    return made


def _cast(old: Cast | None, packed: "array[int]") -> Cast:
    rows = _rows(packed, 5)
    before = len(old.person) if old else 1
    size = max(before, int(rows[:, 0].max()) + 1 if len(rows) else 1)
    made = [np.zeros(size, bool) for _ in range(4)]
    if old:
        for array_of, known in zip(made, (old.person, old.organisation, old.checked, old.bare), strict=True):
            array_of[:before] = known
    at, person, checked, rejected, bare = rows.T if len(rows) else np.empty((5, 0), np.int64)
    made[0][at] = (person == 1) & (rejected == 0)
    made[1][at] = (person == 0) & (rejected == 0)
    made[2][at] = checked == 1
    made[3][at] = bare == 1
    return Cast(*made)
