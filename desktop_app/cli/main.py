"""From the words on the command line to an answer and an exit code."""

import argparse
import io
import os
import sqlite3
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop_app import __version__
from desktop_app.archive.archive import Archive
from desktop_app.archive.session import DATABASE
from desktop_app.cli.commands import BY_NAME, COMMANDS
from desktop_app.cli.spec import Command
from desktop_app.cli.stream import complain, write_json
from desktop_app.model.errors import ArchiveBusyError, LesesaalError, ReadOnlyError
from desktop_app.store.database import as_sentence

USAGE = 2


def default_archive() -> Path:
    """Where the archive is when none is named: $LESESAAL_ARCHIVE, this folder if it is one, else the reader's own."""
    named = os.environ.get("LESESAAL_ARCHIVE")
    if named:
        return Path(named)
    if (Path.cwd() / DATABASE).is_file():
        return Path.cwd()
    import platformdirs

    return Path(platformdirs.user_data_dir("lesesaal", appauthor=False)) / "archive"


def build_parser() -> argparse.ArgumentParser:
    """The command line's grammar, from the table of commands."""
    parser = argparse.ArgumentParser(
        prog="lesesaal", description="A reading room for press archives. Without a command it opens the window."
    )
    parser.add_argument("--archive", type=Path, metavar="DIR", help="the archive's folder")
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")
    parser.add_argument("--version", action="version", version=f"Lesesaal {__version__}")
    groups = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = groups.add_parser(command.name, help=command.help, description=command.help)
        for argument in command.arguments:
            argument.add_to(sub)
    restore = groups.add_parser("restore", help="put a backup in the place of the store")
    restore.add_argument("file", metavar="FILE", type=Path)
    groups.add_parser("batch", help="commands as JSON, a line each, from standard input")
    indexer = groups.add_parser("indexer")  # for the program itself: the child that fills the index
    indexer.add_argument("folder", type=Path)
    indexer.add_argument("epoch")
    indexer.add_argument("--rebuild", action="store_true")
    indexer.add_argument("--engine", required=True)
    indexer.add_argument("--share", type=int, nargs=2)
    recogniser = groups.add_parser("recogniser")  # likewise: the child that looks for names
    recogniser.add_argument("--mode", choices=("default", "thorough"), default="default")
    recogniser.add_argument("--compare", action="store_true")
    comparer = groups.add_parser("comparer")  # likewise: the child that looks for versions
    comparer.add_argument("--meanings", action="store_true")
    for sub in groups.choices.values():
        sub.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def _joined(arguments: Sequence[str]) -> list[str]:
    """Make one word of commands of two, such as `tag add`, and of `--sort -date`, for argparse."""
    joined = _with_values(arguments)
    for at in range(len(joined) - 1):
        if " ".join(joined[at : at + 2]) in BY_NAME:
            joined[at : at + 2] = [" ".join(joined[at : at + 2])]
            break
        if joined[at] in BY_NAME:
            break
    return joined


def _with_values(arguments: Sequence[str]) -> list[str]:
    """Join options to values that argparse would take for options themselves, such as `-date` or `-tag:x`."""
    options = {f"--{a.name.replace('_', '-')}": a for c in COMMANDS for a in c.arguments if a.option}
    joined: list[str] = []
    for word in arguments:
        before = options.get(joined[-1]) if joined else None
        if before is not None and before.kind is str and word.startswith("-") and word not in options:
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined


def open_for(command: Command, folder: Path, args: Mapping[str, Any]) -> Archive:
    """Open the archive as a command needs it. Reading goes on beside a window that writes."""
    if command.writes_with and args.get(command.writes_with):
        return Archive.open(folder)
    if command.makes_archive and not (folder / DATABASE).exists():
        empty = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
        if command.name == "init" or empty:
            return Archive.create(folder)
    if command.needs == "none":
        return Archive.create(folder)
    if command.needs == "read":
        return Archive.open(folder, read_only=True)
    if command.needs == "look":
        return _open_to_search(folder)
    return Archive.open(folder)


def _open_to_search(folder: Path) -> Archive:
    """Open to read; where the index lags behind and nobody else is at it, bring it up to date first."""
    archive = Archive.open(folder, read_only=True)
    if archive.indexing.ready():
        return archive
    archive.close()
    try:
        archive = Archive.open(folder)
    except (ArchiveBusyError, ReadOnlyError):
        return Archive.open(folder, read_only=True)
    archive.catch_up()
    return archive


def answer(command: Command, archive: Archive, args: dict[str, Any]) -> Any:
    """Run a command on an open archive."""
    if command.needs in ("search", "look") and not archive.read_only and args.get("query", "") is not None:
        archive.catch_up()
    return command.run(archive, args)


def _run(args: argparse.Namespace, folder: Path) -> int:
    if args.command == "indexer":
        from desktop_app.cli import indexer

        return indexer.run(
            folder / DATABASE,
            args.folder,
            args.epoch,
            rebuild=args.rebuild,
            engine=args.engine,
            share=args.share and tuple(args.share),
        )
    if args.command == "recogniser":
        from desktop_app.cli import recogniser

        return (recogniser.compare if args.compare else recogniser.run)(folder / DATABASE, args.mode)
    if args.command == "comparer":
        from desktop_app.cli import comparer

        return (comparer.read_meanings if args.meanings else comparer.run)(folder / DATABASE)
    if args.command == "batch":
        from desktop_app.cli import batch

        return batch.run(folder)
    if args.command == "restore":
        from desktop_app.archive.doctor import restore

        aside = restore(folder.absolute(), args.file.absolute())
        result: Any = {"did": f"Restored. What was there before is in {aside}.", "aside": str(aside)}
        write_json(result, indent=2) if args.json else print(result["did"])
        return 0
    command = BY_NAME[args.command]
    archive = open_for(command, folder.absolute(), vars(args))
    try:
        result = answer(command, archive, vars(args))
    finally:
        archive.close()
    to_stdout = vars(args).get("out") == "-"
    if args.json and not to_stdout:
        write_json(result, indent=2)
    else:
        command.show(result)
    return command.exit_code(result)


def refusal(error: LesesaalError | sqlite3.Error, folder: Path) -> LesesaalError:
    """What the reader is told; raises the error again where it is a bug of ours."""
    told = as_sentence(error, folder / DATABASE)
    if told is None:
        raise error
    return told


def main(arguments: Sequence[str]) -> int:
    """Run one command line; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a character shows a question mark
    try:
        args = build_parser().parse_args(_joined(arguments))
    except SystemExit as stop:
        return USAGE if stop.code else 0
    folder = args.archive or default_archive()
    try:
        return _run(args, folder)
    except (LesesaalError, sqlite3.Error) as error:
        told = refusal(error, folder)
        complain(told)
        if args.json:
            write_json({"error": {"code": told.code, "message": str(told)}})
        return told.exit_code
    except BrokenPipeError:
        # The reader of our output has gone, as in `… | head`.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
        return 0
