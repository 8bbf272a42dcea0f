"""Damage in many guises, told as one error."""

import errno
import pickle
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from whoosh.filedb.filetables import FileFormatError
from whoosh.index import IndexError as WhooshIndexError
from whoosh.reading import ReaderClosed, TermNotFound

from desktop_app.index.engine import IndexUnreadableError
from desktop_app.model.errors import DiskFullError, ReadOnlyError

# What opening and reading a damaged index was seen to raise, or can. UnicodeDecodeError is a ValueError,
# JSON's error too; RecursionError comes from pickles.
DAMAGE: Final = (
    OSError,
    EOFError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    ArithmeticError,
    AssertionError,
    ImportError,
    MemoryError,
    RecursionError,
    struct.error,
    zlib.error,
    pickle.PickleError,
    WhooshIndexError,
    FileFormatError,
    ReaderClosed,
    TermNotFound,
)


@contextmanager
def reading() -> Iterator[None]:
    """Turn whatever a damaged index raises into IndexUnreadableError."""
    try:
        yield
    except DAMAGE as error:
        raise IndexUnreadableError(
            "The search index cannot be read ({reason}); it has to be built again.", reason=repr(error)[:200]
        ) from error


@contextmanager
def writing() -> Iterator[None]:
    """Tell a full or protected disk apart from damage."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFullError(
                "The disk is full, so the search index could not be brought up to date. "
                "Please free some space; nothing is lost."
            ) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise ReadOnlyError(
                "The search index cannot be written. Please check the permissions of the archive's folder."
            ) from error
        raise
