"""The filterable properties of all articles as plain columns, for filtering, ordering and counting in memory."""

import sqlite3
from array import array
from collections.abc import Collection
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from desktop_app.store.transaction import id_list

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Three numbers a row instead of nine values: fetching rows is what costs. A day takes 27 bits, yyyymmdd.
_PACKED = (
    "select id, (date_from << 32) | (date_to << 5) | (state << 3) | ((length(date) = 4) << 2) | (starred << 1)"
    " | (read_at is not null), (coalesce(source_id, 0) << 16) | case language {cases} end"
    " from articles where state < 2 {wanted} order by id"
)
_DAY = (1 << 27) - 1


@dataclass(slots=True)
class ArticleColumns:
    """Aligned columns over live and trashed articles, by ascending id.

    `language` holds positions in `languages`, `source` ids of sources (0 for none), `month` yyyymm (yyyy00 for a
    year-only date, 0 for undated).
    """

    ids: "NDArray[np.int64]"
    state: "NDArray[np.uint8]"  # 0 live, 1 in the trash
    date_from: "NDArray[np.int32]"  # yyyymmdd, 0 where undated
    date_to: "NDArray[np.int32]"
    month: "NDArray[np.int32]"
    source: "NDArray[np.int32]"
    language: "NDArray[np.int32]"
    starred: "NDArray[np.bool_]"
    read: "NDArray[np.bool_]"
    languages: list[str]


def load(connection: sqlite3.Connection, ids: Collection[int] | None = None) -> ArticleColumns:
    """Read the columns of all articles, or of these; about a second for a million."""
    import numpy as np

    wanted = "" if ids is None else "and id in (select value from json_each(?))"
    values: list[Any] = [] if ids is None else [id_list(ids)]
    spoken = connection.execute(f"select distinct language from articles where state < 2 {wanted}", values)
    languages = [row[0] for row in spoken] or [""]
    cases = " ".join(f"when ? then {number}" for number in range(len(languages)))
    cursor = connection.execute(_PACKED.format(cases=cases, wanted=wanted), [*languages, *values])
    packed = np.frombuffer(array("q", chain.from_iterable(cursor)) or b"", np.int64).reshape(-1, 3)
    dates, rest = packed[:, 1], packed[:, 2]
    date_from = (dates >> 32).astype(np.int32)
    return ArticleColumns(
        ids=packed[:, 0].copy(),
        state=(dates >> 3 & 3).astype(np.uint8),
        date_from=date_from,
        date_to=(dates >> 5 & _DAY).astype(np.int32),
        month=np.where(dates & 4, date_from // 10000 * 100, date_from // 100).astype(np.int32),
        source=(rest >> 16).astype(np.int32),
        language=(rest & 0xFFFF).astype(np.int32),
        starred=(dates & 2) > 0,
        read=(dates & 1) > 0,
        languages=languages,
    )


def source_names(connection: sqlite3.Connection) -> dict[int, str]:
    """The names of all sources, by id."""
    return dict(connection.execute("select id, name from sources").fetchall())


def taggings(connection: sqlite3.Connection, ids: Collection[int] | None = None) -> tuple["array[int]", "array[int]"]:
    """All taggings, or those of these articles, as two aligned columns: tag ids and article ids."""
    if ids is None:
        cursor = connection.execute("select tag_id, article_id from taggings")
    else:
        wanted = "select tag_id, article_id from taggings where article_id in (select value from json_each(?))"
        cursor = connection.execute(wanted, (id_list(ids),))
    pairs = array("q", chain.from_iterable(cursor))
    return pairs[::2], pairs[1::2]


_SORTED_BY = {
    "title": "coalesce(nullif(title, ''), excerpt)",
    "author": "byline",
    "place": "place",
    "words": "words",
    "added": "cast(strftime('%s', added_at) as integer)",
}


def sorted_by(
    connection: sqlite3.Connection, name: str, ids: Collection[int] | None = None
) -> tuple[list[int], list[Any]]:
    """What articles are sorted by, of all or of these, by ascending id: (ids, texts or numbers)."""
    wanted = "" if ids is None else "and id in (select value from json_each(?))"
    rows = connection.execute(
        f"select id, {_SORTED_BY[name]} from articles where state < 2 {wanted} order by id",
        [] if ids is None else [id_list(ids)],
    ).fetchall()
    return [row[0] for row in rows], [row[1] for row in rows]
