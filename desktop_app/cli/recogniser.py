"""The child process that reads articles for people and organisations. It reads the store and writes nothing.

It says that it is ready, is answered with the numbers of articles, says what it found in them, and so on until it is
answered with an empty line; see `archive.children`.
"""

import dataclasses
import json
import os
import sys
from pathlib import Path
from typing import Any

from desktop_app.archive.proposing import proposals
from desktop_app.archive.reading_aloud import read_texts, spoken
from desktop_app.cli.stream import write_json
from desktop_app.model.errors import LesesaalError
from desktop_app.model.people import Mode
from desktop_app.store.database import open_reader
from desktop_app.store.recognitions import texts


def run(database: Path, mode: Mode) -> int:
    """Read the articles that the parent names; returns the exit code."""
    _go_last()
    for library in ("OMP", "OPENBLAS", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")  # there is a process for each processor
    from desktop_app.entities.reading import Reader

    connection = open_reader(database)
    try:
        reader = Reader(mode)
        ids = _ask({"articles": 0})
        while ids:
            read = read_texts(reader, texts(connection, ids))
            ids = _ask({"articles": len(ids), "read": [spoken(text) for text in read]})
    except LesesaalError as error:
        write_json({"articles": 0, "error": str(error)})
        return error.exit_code
    except BrokenPipeError:
        return 0  # the parent is gone; what it heard stays
    finally:
        connection.close()
    return 0


def compare(database: Path, _: Mode) -> int:
    """Say who may be one with whom; returns the exit code."""
    _go_last()
    connection = open_reader(database)
    try:
        asked = _answer({"articles": 0})
        if asked:
            found = proposals(connection, asked["since"], asked["articles"])
            _answer({"articles": 0, "proposals": [list(dataclasses.astuple(each)) for each in found]})
    except BrokenPipeError:
        return 0
    finally:
        connection.close()
    return 0


def _go_last() -> None:
    if hasattr(os, "nice"):
        os.nice(10)  # the window goes first, then the index


def _ask(step: dict[str, object]) -> list[int]:
    return [int(number) for number in _answer(step) or ()]


def _answer(step: dict[str, object]) -> Any:
    write_json(step)
    answer = sys.stdin.readline().strip()
    return json.loads(answer) if answer else None
