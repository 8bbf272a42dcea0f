"""Walks files and folders in one fixed order."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.model.article import ParsedFile

_SYSTEM = frozenset(
    {"thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx", "$recycle.bin", "system volume information"}
)
_NUMBERS = re.compile(r"(\d+)")


def walk(paths: Iterable[Path | str]) -> Iterator[Path | ParsedFile]:
    """The files below `paths`, folder by folder, sorted by name with numbers in their order.

    Hidden and system files are left out unless they are named themselves. Links are followed, but no folder is
    read twice, so that a loop of links ends. What is missing or unreadable comes as a failed ParsedFile.
    """
    seen: set[tuple[int, int]] = set()
    for given in paths:
        path = Path(given)
        try:
            status = path.stat()
        except OSError as error:
            reason = "does not exist" if isinstance(error, FileNotFoundError) else f"cannot be read: {error.strerror}"
            yield _failed(path, reason)
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _walk_folder(path, seen)
        elif stat.S_ISREG(status.st_mode):
            yield path
        else:
            yield _failed(path, "is no ordinary file")


def _walk_folder(top: Path, seen: set[tuple[int, int]]) -> Iterator[Path | ParsedFile]:
    stack: list[Path] = [top]
    while stack:
        folder = stack.pop()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                found = sorted(
                    (entry for entry in entries if not _is_hidden(entry.name)), key=lambda entry: _order(entry.name)
                )
        except OSError as error:
            yield _failed(folder, f"is a folder that cannot be read: {error.strerror or error}")
            continue
        folders: list[Path] = []
        for entry in found:
            try:
                if entry.is_dir():
                    folders.append(Path(entry.path))
                elif entry.is_file():
                    yield Path(entry.path)
                elif entry.is_symlink():
                    yield _failed(Path(entry.path), "is a link to something that does not exist")
            except OSError as error:
                yield _failed(Path(entry.path), f"cannot be read: {error.strerror or error}")
        stack += reversed(folders)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _SYSTEM


def _order(name: str) -> tuple[list[tuple[bool, int, str]], str]:
    pieces = [piece for piece in _NUMBERS.split(name.casefold()) if piece]
    return [(not piece[0].isdecimal(), int(piece) if piece.isdecimal() else 0, piece) for piece in pieces], name


def _failed(path: Path, reason: str) -> ParsedFile:
    return ParsedFile(str(path), "failed", [], f"“{path.name or path}” {reason}.")
