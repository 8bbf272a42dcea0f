"""The child process that fills the full-text index. It reads the store and writes to `index/` only.

For each step it prints a line of JSON and waits for a line in return; see `archive.children`.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop_app.archive.filling import build_share, drain, fill_anew, open_to_fill
from desktop_app.cli.stream import write_json
from desktop_app.store import index_queue
from desktop_app.store.database import open_reader
from desktop_app.store.index_queue import IndexState


class _ParentGoneError(Exception):
    """Nobody listens any more."""


def run(
    database: Path, folder: Path, epoch: str, *, rebuild: bool, engine: str, share: tuple[int, int] | None = None
) -> int:
    """Fill the index in `folder` from the store; returns the exit code.

    With `share` only make segments of the articles with these numbers (above, up to), for the parent to join.
    """
    if hasattr(os, "nice"):
        os.nice(5)  # the window goes first
    connection = open_reader(database)
    try:
        if share is not None:
            _say_all(build_share(connection, folder, *share))
            return 0
        state = IndexState(epoch, 0, [] if rebuild else index_queue.state(connection).manifest)
        index = open_to_fill(folder, state, engine)
        try:
            _say_all(fill_anew(connection, index, state) if rebuild else drain(connection, index, state, _tick))
        finally:
            index.close()
    except (_ParentGoneError, BrokenPipeError):
        return 0  # what was committed stays
    finally:
        connection.close()
    return 0


def _say_all(steps: Iterator[dict[str, Any]]) -> None:
    for step in steps:
        _say(step)


def _tick(articles: int) -> None:
    _say({"articles": articles})


def _say(step: dict[str, Any]) -> None:
    write_json(step)
    if not sys.stdin.readline():
        raise _ParentGoneError
