"""What is known of each article as aligned arrays, for filters and for the counts beside a result list."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer]


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts over a set of articles."""

    total: int
    sources: dict[int, int]  # source number → articles
    languages: dict[int, int]  # language number → articles
    years: dict[int, int]  # ascending; without the undated
    months: dict[int, int]  # yyyymm, or yyyy00 where only the year is known; ascending
    undated: int


class Columns:
    """Aligned arrays over articles with ascending ids. The caller numbers sources and languages from 0.

    `month` holds yyyymm, yyyy00 where only the year is known, and 0 where there is no date; `first` and `last`
    (optional) the earliest and latest day yyyymmdd, 0 where there is no date.
    """

    def __init__(
        self,
        ids: npt.ArrayLike,
        source: npt.ArrayLike,
        language: npt.ArrayLike,
        month: npt.ArrayLike,
        first: npt.ArrayLike | None = None,
        last: npt.ArrayLike | None = None,
    ) -> None:
        unsorted = np.asarray(ids, np.int64)
        order = np.argsort(unsorted, kind="stable")
        self.ids: npt.NDArray[np.int64] = unsorted[order]
        self.source: npt.NDArray[np.int32] = np.asarray(source, np.int32)[order]
        self.language: npt.NDArray[np.int16] = np.asarray(language, np.int16)[order]
        self.month: npt.NDArray[np.int32] = np.asarray(month, np.int32)[order]
        none = np.zeros(len(order), np.int32)
        self.first: npt.NDArray[np.int32] = none if first is None else np.asarray(first, np.int32)[order]
        self.last: npt.NDArray[np.int32] = none if last is None else np.asarray(last, np.int32)[order]

    def __len__(self) -> int:
        return len(self.ids)

    def positions(self, ids: npt.ArrayLike) -> npt.NDArray[np.int64]:
        """Where the given ids are in the arrays, in the order given; ids that are not there are dropped."""
        wanted = np.asarray(ids, np.int64)
        if not len(self.ids):
            return np.zeros(0, np.int64)
        at = np.searchsorted(self.ids, wanted)
        at[at == len(self.ids)] = 0
        known: npt.NDArray[np.int64] = at[self.ids[at] == wanted]
        return known

    def dated(self, first: int, last: int) -> npt.NDArray[np.int64]:
        """Ids of the articles whose date can lie between these days yyyymmdd (a `date` filter's bounds)."""
        inside = (self.first > 0) & (self.first <= last) & (self.last >= first)
        return self.ids[inside]

    def count(self, ids: npt.ArrayLike | None = None) -> Counted:
        """Counts over the given ids, or over all articles."""
        at = np.arange(len(self.ids)) if ids is None else self.positions(ids)
        months = _counts(self.month[at])
        undated = months.pop(0, 0)
        years: dict[int, int] = {}
        for month, count in months.items():
            years[month // 100] = years.get(month // 100, 0) + count
        return Counted(
            total=len(at),
            sources=_counts(self.source[at]),
            languages=_counts(self.language[at]),
            years=years,
            months=months,
            undated=undated,
        )


def _counts(values: Ints) -> dict[int, int]:
    """How often each value occurs, ascending by value; the values are 0 or more and not sparse."""
    if not len(values):
        return {}
    sums = np.bincount(values)
    present = np.flatnonzero(sums)
    return dict(zip(present.tolist(), sums[present].tolist(), strict=True))
