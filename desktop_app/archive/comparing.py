"""Sketching and comparing articles: the work that a child process does, or in a test this one."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from desktop_app.model.errors import LesesaalError
from desktop_app.store import families
from desktop_app.store.families import StoredLink, StoredSketch

_SAMPLE: Final = 3_000  # texts by which it is told how rare words are


class ComparingError(LesesaalError):
    """The program that looks for versions could not be started, or ended before it had done its work."""

    code = "families"
    exit_code = 1


class Compared(NamedTuple):
    """What came of some of the pairs that were compared."""

    pairs: int
    of: int
    links: list[StoredLink]


def sketched(connection: sqlite3.Connection, ids: Iterable[int]) -> list[StoredSketch]:
    """The sketches of the present texts of these articles."""
    from desktop_app.similar.sketches import sketch

    found = []
    for article, text_id, body in families.texts(connection, ids):
        made = sketch(body)
        found.append(StoredSketch(article, text_id, made.size, made.hashes.astype("<u4").tobytes()))
    return found


def compared(connection: sqlite3.Connection) -> Iterator[Compared]:
    """The links between articles that were not compared yet and all others, as they are found.

    Time is about linear in the number of articles, memory 256 bytes for each and some hundred megabytes.
    """
    import numpy as np

    from desktop_app.similar.comparing import Comparing
    from desktop_app.similar.families import candidates
    from desktop_app.similar.sketches import KEPT
    from desktop_app.similar.verdicts import Rarity

    numbers, hashes, fresh = families.table(connection)
    if not any(fresh):
        return
    table = np.frombuffer(hashes, "<u4").reshape(-1, KEPT).astype(np.uint32)
    ids = np.frombuffer(numbers, np.int64)
    found = candidates(table, np.frombuffer(fresh, bool))
    if not len(found.first):
        return
    del table, hashes

    def read(rows: Iterable[int]) -> dict[int, str]:
        asked = {int(ids[row]): row for row in rows}
        return {asked[article]: body for article, _, body in families.texts(connection, asked)}

    rarity = Rarity(families.sample(connection, _SAMPLE))
    for part in Comparing(found, rarity, read).parts():
        links = [StoredLink(int(ids[link.first]), int(ids[link.second]), link.strength) for link in part.links]
        yield Compared(part.pairs, len(found.first), links)


def spoken(sketches: Iterable[StoredSketch]) -> list[list[Any]]:
    """Sketches as lists of plain values, for a line of JSON."""
    return [[each.article, each.text_id, each.grams, each.hashes.hex()] for each in sketches]


def heard(told: Iterable[list[Any]]) -> list[StoredSketch]:
    """What `spoken` told."""
    return [StoredSketch(article, text, grams, bytes.fromhex(hashes)) for article, text, grams, hashes in told]
