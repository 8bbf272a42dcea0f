"""The child process that looks for versions of articles. It reads the store and writes nothing.

It says that it is ready, is answered with numbers of articles, says their sketches, and so on. Answered with an empty
list it compares what is stored, says the links as it finds them, and ends; see `archive.children`.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from desktop_app.archive.comparing import compared, sketched, spoken
from desktop_app.cli.stream import write_json
from desktop_app.model.errors import LesesaalError
from desktop_app.store.database import open_reader


def read_meanings(database: Path) -> int:
    """Say what the articles mean that the parent names; returns the exit code."""
    _go_last()
    from desktop_app.archive.meanings import encoded
    from desktop_app.similar.meaning import Encoder

    connection = open_reader(database)
    try:
        ids = _ask({"articles": 0})
        encoder = Encoder()
        while ids:
            found = [[each.article, each.text_id, each.vector.hex()] for each in encoded(connection, encoder, ids)]
            ids = _ask({"articles": len(ids), "meanings": found})
    except BrokenPipeError:
        return 0
    finally:
        connection.close()
    return 0


def run(database: Path) -> int:
    """Sketch and compare what the parent names; returns the exit code."""
    _go_last()
    connection = open_reader(database)
    try:
        ids = _ask({"articles": 0})
        while ids:
            ids = _ask({"articles": len(ids), "sketches": spoken(sketched(connection, ids))})
        if ids is not None:
            for found in compared(connection):
                _ask(
                    {"articles": 0, "pairs": found.pairs, "of": found.of, "links": [list(link) for link in found.links]}
                )
    except LesesaalError as error:
        write_json({"articles": 0, "error": str(error)})
        return error.exit_code
    except BrokenPipeError:
        return 0  # the parent is gone; what it heard stays
    finally:
        connection.close()
    return 0


def _go_last() -> None:
    if hasattr(os, "nice"):
        os.nice(10)  # the window goes first
    for library in ("OMP", "OPENBLAS", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")


def _ask(step: dict[str, object]) -> Any:
    """Say something and hear the answer; None where the parent says no more."""
    write_json(step)
    answer = sys.stdin.readline().strip()
    return json.loads(answer) if answer else None
