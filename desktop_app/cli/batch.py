"""`batch`: commands as JSON, a line each; an answer a line, flushed only after its commit is durable."""

import json
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
    folder = folder.absolute()
    archive = Archive.open(folder) if (folder / DATABASE).exists() else None
    worst = 0
    try:
        for number, line in enumerate(sys.stdin.buffer, 1):
            if not line.strip():
                continue
            try:
                archive, result = _answer(archive, folder, line)
            except LesesaalError as error:
                worst = worst or error.exit_code
                write_json({"ack": number, "error": {"code": error.code, "message": str(error)}})
            else:
                write_json({"ack": number, "result": result})
    finally:
        if archive is not None:
            archive.close()
    return worst


def _answer(archive: Archive | None, folder: Path, line: bytes) -> tuple[Archive | None, Any]:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError("This line is not JSON: {reason}", reason=error) from error
    if not isinstance(request, dict) or not isinstance(request.get("args", {}), dict):
        raise UsageError('A line must be like {{"command": "tag list", "args": {{}}}}.')
    name, args = request.get("command"), request.get("args", {})
    if name == "restore":
        if not isinstance(args.get("file"), str):
            raise UsageError("The argument “file” is missing.")
        if archive is not None:
            archive.close()
        aside = restore(folder, Path(args["file"]).absolute())
        return Archive.open(folder), {"aside": str(aside)}
    command = BY_NAME.get(name) if isinstance(name, str) else None
    if command is None:
        raise UsageError("There is no command “{name}”.", name=name)
    checked = command.arguments_from(_other_names(args, command.name))
    if archive is None or command.name == "init":
        archive = main.open_for(command, folder)
    return archive, main.answer(command, archive, checked)


def _other_names(args: dict[str, Any], command: str) -> dict[str, Any]:
    """Let `paths` stand for `path` in an import, where there are many."""
    if command == "import" and "paths" in args and "path" not in args:
        return {"path" if name == "paths" else name: value for name, value in args.items()}
    return args
