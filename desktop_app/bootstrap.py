"""The only place that wires things together."""

from collections.abc import Sequence
from pathlib import Path


def command_line(arguments: Sequence[str]) -> int:
    """Run one command line; returns the exit code."""
    from desktop_app.cli.main import main

    return main(arguments)


def open_window(archive: Path | None, *, demo: bool) -> int:
    """Open the window on an archive, on the demo archive, or on the first-run page; returns the exit code."""
    from desktop_app.gui.app import run

    return run(archive, demo=demo)
