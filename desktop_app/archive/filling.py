"""Reading the store into an index: what is waiting, everything, or one builder's share of everything.

Each of these yields steps, which the archive's one writer records (see `Indexing`). A step without a manifest only
says how far the work is.
"""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop_app.model.documents import Document, IndexCursor
from desktop_app.store import index_queue
from desktop_app.store.index_queue import IndexState

if TYPE_CHECKING:
    from desktop_app.index.engine import Engine

BATCH: Final = 2_000  # articles a commit of the index
_LARGE_BATCH: Final = 20_000  # the same where many wait: fewer segments have to be joined later
_READ: Final = 500  # articles read at once


def open_to_fill(folder: Path, state: IndexState, name: str) -> "Engine":
    """The index for writing, at the very commit that the store knows; a newer one was never verified."""
    from desktop_app.index.engines import open_engine

    return open_engine(name, folder, state.manifest)


def drain(
    connection: sqlite3.Connection,
    engine: "Engine",
    state: IndexState,
    tick: Callable[[int], None] = lambda _: None,
) -> Iterator[dict[str, Any]]:
    """Read the queue into the index, a commit a batch; yields after each what the archive's writer needs to know.

    `tick` hears how many articles have been read, between the steps.
    """
    cursor = engine.cursor()
    after = cursor.seq if cursor is not None and cursor.epoch == state.epoch else 0
    known = state.manifest
    oldest, waiting = index_queue.batch(connection, 0, 1)
    if waiting and oldest <= after:
        # The index had committed, but the program died before the store heard of it.
        known = engine.manifest(known)
        yield {"seq": after, "articles": 0, "total": None, "manifest": known}
    size = _LARGE_BATCH if index_queue.waiting(connection) >= _LARGE_BATCH else BATCH
    while True:
        seq, ids = index_queue.batch(connection, after, size)
        if not ids:
            return
        present = index_queue.present(connection, ids)
        gone = sorted({*ids} - {*present})
        engine.apply(_documents(connection, present, tick), gone, IndexCursor(state.epoch, seq))
        known = engine.manifest(known)
        after = seq
        yield {"seq": seq, "articles": len(gone), "total": None, "manifest": known}


def _documents(connection: sqlite3.Connection, ids: list[int], tick: Callable[[int], None]) -> Iterator[Document]:
    for first in range(0, len(ids), _READ):
        some = ids[first : first + _READ]
        yield from index_queue.documents(connection, some)
        tick(len(some))


def fill_anew(connection: sqlite3.Connection, engine: "Engine", state: IndexState) -> Iterator[dict[str, Any]]:
    """Read the whole store into an empty index; yields as `drain` does, the manifest with the last step."""
    seq = index_queue.last(connection)  # later changes stay in the queue
    total = index_queue.total(connection)
    after = 0
    while True:
        ids = index_queue.all_ids(connection, after, BATCH)
        engine.apply(index_queue.documents(connection, ids), [], IndexCursor(state.epoch, seq))
        last = len(ids) < BATCH
        yield {"seq": seq, "articles": len(ids), "total": total, "manifest": engine.manifest() if last else []}
        if last:
            return
        after = ids[-1]


def build_share(connection: sqlite3.Connection, folder: Path, after: int, up_to: int) -> Iterator[dict[str, Any]]:
    """Make segments of the articles with numbers above `after`, up to `up_to`; the last step names them."""
    from desktop_app.index.segments.bulk import Builder

    builder = Builder(folder)
    while ids := index_queue.all_ids(connection, after, _READ, up_to):
        for document in index_queue.documents(connection, ids):
            builder.add(document)
        yield {"articles": len(ids)}
        after = ids[-1]
    yield {"articles": 0, "built": [built.as_dict() for built in builder.finish()]}
