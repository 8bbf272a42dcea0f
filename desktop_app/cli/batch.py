"""`batch`: commands as JSON, a line each; an answer a line, flushed only after its commit is durable."""

import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.archive.doctor import restore
from desktop_app.archive.session import DATABASE
from desktop_app.cli import main
from desktop_app.cli.commands import BY_NAME
from desktop_app.cli.stream import write_json
from desktop_app.model.errors import LesesaalError, UsageError


def run(folder: Path) -> int:
    """Answer every line of standard input; returns 0 if all lines could be answered, else the first error's code."""
    batch = _Batch(folder.absolute())
    worst = 0
    try:
        for number, line in enumerate(sys.stdin.buffer, 1):
            if not line.strip():
                continue
            try:
                result = batch.answer(line)
            except (LesesaalError, sqlite3.Error) as error:
                told = main.refusal(error, folder)
                worst = worst or told.exit_code
                write_json({"ack": number, "error": {"code": told.code, "message": str(told)}})
            else:
                write_json({"ack": number, "result": result})
    finally:
        batch.close()
    return worst


class _Batch:
    """The archive that stays open from line to line."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._archive: Archive | None = None
        self._open_if_there()

    def _open_if_there(self) -> None:
        if (self._folder / DATABASE).exists():
            self._archive = Archive.open(self._folder)

    def close(self) -> None:
        if self._archive is not None:
            self._archive.close()
            self._archive = None

    def answer(self, line: bytes) -> Any:
        name, args = _read(line)
        if name == "restore":
            return self._restore(args)
        command = BY_NAME.get(name) if isinstance(name, str) else None
        if command is None:
            raise UsageError("There is no command “{name}”.", name=name)
        checked = command.arguments_from(_other_names(args, command.name))
        if "-" in (checked.get("file"), checked.get("out")):
            raise UsageError("“-” is taken in a batch: its lines come and go there. Give a file.")
        if self._archive is None or command.name == "init":
            self._archive = main.open_for(command, self._folder, checked)
        return main.answer(command, self._archive, checked)

    def _restore(self, args: dict[str, Any]) -> dict[str, str]:
        if not isinstance(args.get("file"), str):
            raise UsageError("The argument “file” is missing.")
        self.close()
        try:
            aside = restore(self._folder, Path(args["file"]).absolute())
        finally:
            self._open_if_there()  # what was there before, where the copy was refused
        return {"aside": str(aside)}


def _read(line: bytes) -> tuple[Any, dict[str, Any]]:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError("This line is not JSON: {reason}", reason=error) from error
    if not isinstance(request, dict) or not isinstance(request.get("args", {}), dict):
        raise UsageError('A line must be like {{"command": "tag list", "args": {{}}}}.')
    return request.get("command"), request.get("args", {})


def _other_names(args: dict[str, Any], command: str) -> dict[str, Any]:
    """Let `paths` stand for `path` in an import, where there are many."""
    if command == "import" and "paths" in args and "path" not in args:
        return {"path" if name == "paths" else name: value for name, value in args.items()}
    return args
