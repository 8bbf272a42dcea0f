"""Connections: one writer, any number of read-only readers, and SQLite's errors as sentences."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.model.errors import (
    ArchiveBusyError,
    ArchiveDamagedError,
    DiskFullError,
    InputRefusedError,
    LesesaalError,
    ReadOnlyError,
)
from desktop_app.store.stand_ins import STAND_INS

SCHEMA_VERSION = 4
_BUSY_MS = 10_000
_CODES = {
    sqlite3.SQLITE_FULL: (
        DiskFullError,
        "The disk is full; nothing was changed. Free some room and do it again.",
    ),
    sqlite3.SQLITE_READONLY: (
        ReadOnlyError,
        "The archive {path} cannot be written. Check the rights of its folder, or open it read-only.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        ArchiveDamagedError,
        "The archive {path} is damaged. Restore a copy from its folder “backups”.",
    ),
    sqlite3.SQLITE_NOTADB: (
        ArchiveDamagedError,
        "{path} is not an archive, or is damaged. Restore a copy from its folder “backups”.",
    ),
    sqlite3.SQLITE_BUSY: (
        ArchiveBusyError,
        "The archive {path} is in use by another program. Close that first.",
    ),
    sqlite3.SQLITE_IOERR: (
        ArchiveDamagedError,
        "The archive {path} could not be read or written. Check that its disk is connected and has room.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        ArchiveDamagedError,
        "The archive {path} could not be opened. Check that its folder exists and that its disk has room.",
    ),
}


def as_sentence(error: BaseException, path: Path) -> LesesaalError | None:
    """The refusal that an error is, or that an SQLite error stands for; None where it is a bug of ours."""
    if isinstance(error, LesesaalError):
        return error
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    kind, template = _CODES.get(code & 0xFF, (None, ""))
    return kind(template, path=path.parent) if kind else None


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors about `path` into sentences for the reader."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = as_sentence(error, path)
        if sentence is None:
            raise
        raise sentence from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFullError(_CODES[sqlite3.SQLITE_FULL][1]) from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise ReadOnlyError(_CODES[sqlite3.SQLITE_READONLY][1], path=path.parent) from error
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EEXIST):
            raise InputRefusedError(
                "{path} cannot be reached ({reason}). Check the path.", path=path, reason=error.strerror
            ) from error
        raise


def open_writer(path: Path) -> sqlite3.Connection:
    """Open the one connection that writes, making or migrating the database first.

    WAL with `synchronous=FULL`: of the settings measured it alone lost no acknowledged commit in simulated power
    cuts. Statements run in autocommit until `immediate` begins a transaction.
    """
    with sentences(path):
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            connection.execute(f"pragma busy_timeout = {_BUSY_MS}")
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = full")
            version = connection.execute("pragma user_version").fetchone()[0]
            refuse_newer(connection, path.parent)
            if version < SCHEMA_VERSION:
                _migrate(path, backup=version > 0)
            connection.execute("pragma foreign_keys = on")
            connection.execute("pragma temp_store = memory")
        except BaseException:
            connection.close()
            raise
    return connection


def refuse_newer(connection: sqlite3.Connection, folder: Path) -> None:
    """Raise ArchiveDamagedError where the archive has a schema that this program does not know yet."""
    if connection.execute("pragma user_version").fetchone()[0] > SCHEMA_VERSION:
        raise ArchiveDamagedError(
            "The archive {path} was made by a newer Lesesaal. Install the newest version to open it.", path=folder
        )


def is_present(connection: sqlite3.Connection) -> bool:
    """Whether the archive has the present schema, so that opening it for writing changes nothing."""
    return bool(connection.execute("pragma user_version").fetchone()[0] == SCHEMA_VERSION)


def _migrate(path: Path, *, backup: bool) -> None:
    # sqlite_utils costs 0.4 s of CPU to import, so only an archive that needs its migrations pays for it.
    from desktop_app.store.migrations import migrate

    connection = sqlite3.connect(path)
    try:
        if backup:
            target = path.with_name(f"before-schema-{SCHEMA_VERSION}.db")
            target.unlink(missing_ok=True)
            connection.execute("vacuum into ?", (str(target),))
        connection.execute("pragma foreign_keys = off")
        migrate(connection)
    finally:
        connection.close()


def open_reader(path: Path) -> sqlite3.Connection:
    """Open a read-only connection; it sees each commit as soon as it is made."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    if not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists():
        address += "&immutable=1"  # a folder that cannot be written has no room for WAL's shared memory
    with sentences(path):
        connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        try:
            connection.execute(f"pragma busy_timeout = {_BUSY_MS}")
            connection.create_function("fold", 1, str.casefold, deterministic=True)
            connection.execute("pragma temp_store = memory")
            connection.execute("select 1 from settings limit 1")
            _stand_in(connection)
            connection.execute("pragma query_only = on")
        except sqlite3.OperationalError as error:
            connection.close()
            if "no such table" in str(error):
                raise ArchiveDamagedError("{path} is not an archive of Lesesaal.", path=path.parent) from error
            raise
        except BaseException:
            connection.close()
            raise
    return connection


def _stand_in(connection: sqlite3.Connection) -> None:
    """Let an archive that was never opened for writing since an older schema be read as it is."""
    version = connection.execute("pragma user_version").fetchone()[0]
    for step in range(version + 1, SCHEMA_VERSION + 1):
        connection.executescript(STAND_INS.get(step, ""))


@contextmanager
def at_once(connection: sqlite3.Connection) -> Iterator[None]:
    """Several reads that see the same commit, whatever is written meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("begin")
    try:
        yield
    finally:
        connection.execute("rollback")  # nothing was changed


@contextmanager
def immediate(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A transaction that takes the write lock at its start.

    A deferred one that reads before it writes fails with BUSY_SNAPSHOT beside another writer, whatever the
    timeout.
    """
    connection.execute("begin immediate")
    try:
        yield connection
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
    connection.execute("commit")
