"""Where exports go: a file or folder appears only once it is complete; what was there before stays until then."""

import errno
import os
import secrets
import shutil
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from desktop_app.model.errors import DiskFullError, InputRefusedError, ReadOnlyError

MARK = ".lesesaal-export"  # lists what we wrote into a folder; tells ours, which may be replaced, from any other
_HEADER = "lesesaal export 1"
_CLUTTER = {".DS_Store", "Thumbs.db", "desktop.ini"}  # what file managers leave behind, in other people's folders too
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_WRITING = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_PLACE = {errno.EISDIR, errno.ENOTDIR, errno.ENOENT, errno.EEXIST, errno.ENAMETOOLONG, errno.EINVAL, errno.EBUSY}


@contextmanager
def _sentences(out: object) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError("The disk is full; nothing was exported. Free some room and export again.") from error
        if error.errno in _NO_WRITING:
            raise ReadOnlyError("{path} cannot be written. Choose another place.", path=out) from error
        if error.errno in _NO_PLACE:
            raise InputRefusedError("{path} is not a place to export to. Choose another.", path=out) from error
        raise


@contextmanager
def file_target(out: Path | BinaryIO) -> Iterator[BinaryIO]:
    """A stream to write to; a file takes its name when the block has ended well.

    A link keeps pointing where it points, and a file that is replaced hands on its permissions. Devices and
    pipes are written directly. Raises InputRefusedError, DiskFullError, ReadOnlyError.
    """
    if not isinstance(out, Path):
        with _sentences("-"):
            yield out
            out.flush()
        return
    with _sentences(out):
        if out.is_dir():
            raise InputRefusedError("{path} is a folder. Name a file to export to.", path=out)
        if out.exists() and not out.is_file():
            with out.open("wb") as device:
                yield device
            return
        with _replacing(out.resolve()) as stream:
            yield stream


@contextmanager
def _replacing(place: Path) -> Iterator[BinaryIO]:
    """A stream into a new file beside `place` that takes its name at the end."""
    if place.exists() and not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
    place.parent.mkdir(parents=True, exist_ok=True)
    partial = _beside(place)
    try:
        with partial.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if place.exists():
            shutil.copymode(place, partial)
        partial.replace(place)
        _sync(place.parent)
    finally:
        partial.unlink(missing_ok=True)


class Folder:
    """A folder that is being filled, and the list of what was written into it."""

    def __init__(self, path: Path, listing: BinaryIO) -> None:
        self._path = path
        self._listing = listing

    def write(self, name: str, chunks: Iterable[str]) -> None:
        """Write a file as UTF-8 from pieces of text; `name` may lead through sub-folders, with slashes."""
        place = self._path / name
        place.parent.mkdir(exist_ok=True)
        check = size = 0
        with place.open("xb") as file:
            for chunk in chunks:
                data = chunk.encode("utf-8", "replace")
                file.write(data)
                check, size = zlib.crc32(data, check), size + len(data)
        self._listing.write(f"{check:08x} {size} {name}\n".encode())


@contextmanager
def folder_target(out: Path) -> Iterator[Folder]:
    """A folder to fill, which takes the place of an earlier export when the block has ended well.

    An earlier export is replaced only while it is as it was written: a file that was added or changed since
    is somebody's work. Raises InputRefusedError, DiskFullError, ReadOnlyError.
    """
    with _sentences(out):
        place = out.resolve()
        _refuse_foreign(out, place)
        place.parent.mkdir(parents=True, exist_ok=True)
        partial = _beside(place)
        partial.mkdir()
        try:
            with (partial / MARK).open("xb") as listing:
                listing.write(f"{_HEADER}\n".encode())
                yield Folder(partial, listing)
            _refuse_foreign(out, place)  # again: a long export leaves time for changes
            _swap(partial, place)
            _sync(place.parent)
        finally:
            shutil.rmtree(partial, ignore_errors=True)


def _swap(partial: Path, place: Path) -> None:
    if not place.exists():
        partial.rename(place)
        return
    earlier = _beside(place)
    place.rename(earlier)
    try:
        partial.rename(place)
    except OSError:
        earlier.rename(place)
        raise
    shutil.rmtree(earlier, ignore_errors=True)


def _refuse_foreign(out: Path, place: Path) -> None:
    if not place.exists():
        return
    if not place.is_dir():
        raise InputRefusedError("{path} is a file. Name a folder to export to.", path=out)
    written = _written(place)
    for found in place.rglob("*"):
        name = found.relative_to(place).as_posix()
        folder = found.is_dir() and not found.is_symlink()
        if folder or found.name in _CLUTTER or (name == MARK and written):
            continue
        if name not in written:
            raise InputRefusedError(
                "{path} holds other files. Choose a new or empty folder, so that nothing is lost.", path=out
            )
        if written[name] != _print_of(found):
            raise InputRefusedError(
                "“{name}” in {path} was changed after it was exported. Choose a new or empty folder, so that"
                " nothing is lost.",
                name=name,
                path=out,
            )


def _written(place: Path) -> dict[str, tuple[str, int]]:
    """What the folder's list says was written: names with their check sum and size. Empty if it is not ours."""
    try:
        lines = (place / MARK).read_text(encoding="utf-8").splitlines()
        if lines[:1] != [_HEADER]:
            return {}
        entries = [line.split(" ", 2) for line in lines[1:]]
        return {MARK: ("", 0)} | {name: (check, int(size)) for check, size, name in entries}
    except (OSError, ValueError):
        return {}


def _print_of(file: Path) -> tuple[str, int]:
    check = size = 0
    with file.open("rb") as stream:
        while chunk := stream.read(1 << 18):
            check, size = zlib.crc32(chunk, check), size + len(chunk)
    return f"{check:08x}", size


def _beside(place: Path) -> Path:
    # A name that nobody has: `export.csv.part` could be a reader's own file.
    return place.with_name(f".{place.name[:40]}.{secrets.token_hex(6)}.part")


def _sync(folder: Path) -> None:
    """Make a new name in the folder durable, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
