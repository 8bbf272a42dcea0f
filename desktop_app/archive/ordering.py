"""Lists in any order: what is sorted by is read once, kept as ranks, and read again only where something changed."""

import sqlite3
import threading
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.model.sorting import TEXTS, SortKey, collated, keys_of
from desktop_app.store import columns

if TYPE_CHECKING:
    from desktop_app.archive.matching import Ids, Matcher

Ranks = NDArray[np.int64]
_WIDTH = 48  # bytes of a text that are kept; those that are alike so far are told apart by their whole text
_LAST = np.iinfo(np.int64).max


@dataclass(slots=True)
class _Column:
    """One thing to sort by, of all articles by ascending id."""

    ids: "Ids"
    values: "NDArray[Any]"  # bytes or numbers
    digests: "NDArray[np.int64]"  # of the whole values: whether one has changed
    ranks: Ranks | None = None  # 0: has none; equal values share a rank
    stale: set[int] = field(default_factory=set)


class Ordering:
    """Safe from any thread."""

    def __init__(self) -> None:
        self._columns: dict[str, _Column] = {}
        self._lock = threading.Lock()

    def forget(self) -> None:
        """Read everything anew when it is next needed."""
        with self._lock:
            self._columns.clear()

    def changed(self, articles: Collection[int]) -> None:
        """Look at these articles again when they are next sorted."""
        with self._lock:
            for column in self._columns.values():
                column.stale.update(articles)

    def arranged(self, connection: sqlite3.Connection, matcher: "Matcher", at: "Ids", sort: str) -> "Ids":
        """The ids of the articles at these positions of the columns, in order; of equal ones the newest comes first."""
        at = at.astype(np.int64, copy=False)
        if not len(at):
            return matcher.ids[at]
        keys = [_directed(self._ranks(connection, matcher, at, key.name), key) for key in keys_of(sort)]
        return matcher.ids[at[_order([*keys, matcher.rank[at].astype(np.int64)])]]

    def _ranks(self, connection: sqlite3.Connection, matcher: "Matcher", at: "Ids", name: str) -> Ranks:
        match name:
            case "date":
                return matcher.date_from[at].astype(np.int64)
            case "starred":
                return 2 - matcher.starred[at].astype(np.int64)  # the starred first
            case "read":
                return 1 + matcher.read[at].astype(np.int64)  # the unread first
            case "source":
                return _named(matcher.source_names, matcher.source[at])
            case "language":
                return _named(dict(enumerate(matcher.languages)), matcher.language[at])
        return self._read(connection, name, matcher.ids[at])

    def _read(self, connection: sqlite3.Connection, name: str, ids: "Ids") -> Ranks:
        with self._lock:
            column = self._columns.get(name)
            if column is None or len(column.stale) > len(column.ids) // 4 + 1000:
                column = self._columns[name] = _load(connection, name)
            elif column.stale:
                column = self._columns[name] = _renewed(connection, name, column)
            if column.ranks is None:
                column.ranks = _ranked(connection, name, column)
        where = np.searchsorted(column.ids, ids)
        where[where == len(column.ids)] = 0
        known = column.ids[where] == ids if len(column.ids) else np.zeros(len(ids), bool)
        return np.where(known, column.ranks[where] if len(column.ids) else 0, 0)


def _directed(ranks: Ranks, key: SortKey) -> Ranks:
    """Places from 0 that stand as the key has it; what has no value comes last."""
    low, high = int(ranks.min()), int(ranks.max())
    places = high - ranks if key.descending else ranks - low
    places[ranks == 0] = high - low + 1
    return places


def _order(keys: list[Ranks]) -> "Ids":
    """In which order the rows stand by keys of whole numbers from 0; the first key counts most.

    One number a row is sorted much faster than several: as many keys go into one as fit.
    """
    words: list[Ranks] = []
    room = 0
    for key in keys:
        size = int(key.max()) + 1
        if words and room * size <= _LAST:
            words[-1] = words[-1] * size + key
            room *= size
        else:
            words.append(key)
            room = size
    return np.argsort(words[0], kind="stable") if len(words) == 1 else np.lexsort(words[::-1])


def _named(names: dict[int, str], numbers: "NDArray[np.int32]") -> Ranks:
    """The ranks of the names of these numbers; 0 for none."""
    keys = {number: collated(name) for number, name in names.items()}
    places = {key: place for place, key in enumerate(sorted(set(keys.values()) - {b""}), 1)}
    distinct, codes = np.unique(numbers, return_inverse=True)
    ranks = np.array([places.get(keys.get(number, b""), 0) for number in distinct.tolist()], np.int64)
    return ranks[codes]


def _load(connection: sqlite3.Connection, name: str, wanted: Collection[int] | None = None) -> _Column:
    ids, values = columns.sorted_by(connection, name, wanted)
    digests = np.array([hash(value) for value in values], np.int64)
    if name in TEXTS:
        keys: NDArray[Any] = np.array([_beginning(value) for value in values], f"S{_WIDTH}")
        return _Column(np.array(ids, np.int64), keys, digests)
    return _Column(np.array(ids, np.int64), np.array(values, np.int64), digests)


def _beginning(text: str) -> bytes:
    """As much of a text's key as is kept; most need not be folded whole for that."""
    key = collated(text[: 2 * _WIDTH])[:_WIDTH]
    return key if len(key) == _WIDTH or len(text) <= 2 * _WIDTH else collated(text)[:_WIDTH]


def _renewed(connection: sqlite3.Connection, name: str, column: _Column) -> _Column:
    """The column with what changed read again; the ranks stay where nothing did that is sorted by."""
    fresh = _load(connection, name, column.stale)
    stale = np.array(sorted(column.stale), np.int64)
    before = np.isin(column.ids, stale)
    if np.array_equal(column.ids[before], fresh.ids) and np.array_equal(column.digests[before], fresh.digests):
        column.stale = set()
        return column
    ids = np.concatenate([column.ids[~before], fresh.ids])
    order = np.argsort(ids, kind="stable")
    values = np.concatenate([column.values[~before], fresh.values])
    digests = np.concatenate([column.digests[~before], fresh.digests])
    return _Column(ids[order], values[order], digests[order])


def _filled(column: _Column) -> NDArray[np.bool_]:
    """Which texts fill their room, so that more may follow."""
    filled: NDArray[np.bool_] = np.char.str_len(column.values) == _WIDTH
    return filled


def _ranked(connection: sqlite3.Connection, name: str, column: _Column) -> Ranks:
    if not len(column.ids):
        return np.zeros(0, np.int64)
    distinct, ranks, counts = np.unique(column.values, return_inverse=True, return_counts=True)
    places = np.concatenate([[0], np.cumsum(counts)[:-1]]) + 1
    found = places[ranks].astype(np.int64)
    if name in TEXTS:
        _part(connection, name, column, found, np.flatnonzero(_filled(column) & (counts[ranks] > 1)))
    empty = distinct[ranks] == (b"" if name in TEXTS else 0)
    found[empty] = 0
    return found


def _part(connection: sqlite3.Connection, name: str, column: _Column, ranks: Ranks, alike: "Ids") -> None:
    """Tell texts apart that begin alike, by the whole of them."""
    if not len(alike):
        return
    ids, values = columns.sorted_by(connection, name, column.ids[alike].tolist())
    whole = {number: collated(value) for number, value in zip(ids, values, strict=True)}
    groups: dict[int, list[int]] = {}
    for place in alike.tolist():
        groups.setdefault(int(ranks[place]), []).append(place)
    for first, members in groups.items():
        texts = sorted({whole.get(int(column.ids[place]), b"") for place in members})
        offset = {text: number for number, text in enumerate(texts)}
        for place in members:
            ranks[place] = first + offset[whole.get(int(column.ids[place]), b"")]
