"""The program: the command line, or without a command the window."""

import argparse
import sys
from pathlib import Path

from desktop_app import bootstrap


def main() -> int:
    """Start Lesesaal with this process's arguments; returns the exit code."""
    window = argparse.ArgumentParser(prog="lesesaal", add_help=False, exit_on_error=False)
    window.add_argument("--archive", type=Path)
    window.add_argument("--demo", action="store_true")
    try:
        args, rest = window.parse_known_args()
    except argparse.ArgumentError:
        rest = sys.argv[1:]
    if rest:
        return bootstrap.command_line(sys.argv[1:])
    return bootstrap.open_window(args.archive, demo=args.demo)


if __name__ == "__main__":
    sys.exit(main())
