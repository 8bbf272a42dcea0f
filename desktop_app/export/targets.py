"""Where exports go: a file or folder appears only once it is complete; what was there before stays until then."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop_app.model.errors import DiskFullError, InputRefusedError, ReadOnlyError

MARK = ".lesesaal-export"  # tells a folder of ours, which may be replaced, from any other


@contextmanager
def _sentences(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFullError("The disk is full; nothing was exported. Free some room and export again.") from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise ReadOnlyError("{path} cannot be written. Choose another place.", path=out) from error
        if error.errno in (errno.EISDIR, errno.ENOTDIR, errno.ENOENT, errno.EEXIST):
            raise InputRefusedError("{path} is not a place to export to. Choose another.", path=out) from error
        raise


@contextmanager
def file_target(out: Path | BinaryIO) -> Iterator[BinaryIO]:
    """A stream to write to; a file takes its name when the block has ended well."""
    if not isinstance(out, Path):
        yield out
        out.flush()
        return
    if out.is_dir():
        raise InputRefusedError("{path} is a folder. Name a file to export to.", path=out)
    partial = out.with_name(out.name + ".part")
    with _sentences(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        try:
            with partial.open("wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            partial.replace(out)
        finally:
            partial.unlink(missing_ok=True)


@contextmanager
def folder_target(out: Path) -> Iterator[Path]:
    """A folder to fill, which takes the place of an earlier export when the block has ended well."""
    if out.is_file():
        raise InputRefusedError("{path} is a file. Name a folder to export to.", path=out)
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).exists():
        raise InputRefusedError(
            "{path} holds other files. Choose a new or empty folder, so that nothing is lost.", path=out
        )
    partial = out.with_name(out.name + ".part")
    with _sentences(out):
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        try:
            yield partial
            (partial / MARK).write_text("1\n", encoding="utf-8")
            if out.exists():
                shutil.rmtree(out)
            partial.replace(out)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
