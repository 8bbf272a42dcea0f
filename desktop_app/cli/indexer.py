"""The child process that fills the full-text index. It reads the store and writes to `index/` only.

After each commit of the index it prints a line of JSON; its parent, the archive's one writer, then drops the rows
of the queue.
"""

import os
from pathlib import Path

from desktop_app.archive.indexing import drain, fill_anew, open_to_fill
from desktop_app.cli.stream import write_json
from desktop_app.store import index_queue
from desktop_app.store.database import open_reader
from desktop_app.store.index_queue import IndexState


def run(database: Path, folder: Path, epoch: str, *, rebuild: bool, engine: str) -> int:
    """Fill the index in `folder` from the store; returns the exit code."""
    if hasattr(os, "nice"):
        os.nice(5)  # the window goes first
    connection = open_reader(database)
    state = IndexState(epoch, 0, [] if rebuild else index_queue.state(connection).manifest)
    index = open_to_fill(folder, state, engine)
    try:
        for step in (fill_anew if rebuild else drain)(connection, index, state):
            write_json(step)
    except BrokenPipeError:
        return 0  # the parent has gone; what was committed stays
    finally:
        index.close()
        connection.close()
    return 0
