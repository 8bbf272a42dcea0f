"""An open archive: its folder, its connections, and the one write path through which everything changes."""

import datetime as dt
import os
import sqlite3
import threading
import uuid
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop_app.model.changes import Changes
from desktop_app.model.errors import (
    ArchiveDamagedError,
    InputRefusedError,
    ReadOnlyError,
    UsageError,
)
from desktop_app.store import history, index_queue
from desktop_app.store.database import immediate, open_reader, open_writer, refuse_newer, sentences
from desktop_app.store.lock import PATIENCE, ArchiveLock
from desktop_app.store.transaction import Transaction

DATABASE = "archive.db"


def now() -> str:
    """The time as the archive writes it: ISO 8601, UTC, seconds."""
    return time_of(dt.datetime.now(dt.UTC))


def time_of(moment: dt.datetime) -> str:
    """A moment in UTC as the archive writes it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class Operation(Transaction):
    """A transaction that becomes one undo step. The verb sets its label before it ends."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self.label = ""
        self.fields: dict[str, Any] = {}

    def name(self, label: str, **fields: Any) -> None:
        """Set what undo shows: an English template and its fields."""
        self.label = label
        self.fields = fields


class _Held:
    """A thread's hold on its reading connection: it goes with the thread, and the connection with it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection


def _close_reader(connection: sqlite3.Connection, readers: set[sqlite3.Connection]) -> None:
    readers.discard(connection)
    connection.close()


class Session:
    """Reads from any thread, each with a connection of its own; writes one at a time under a lock."""

    def __init__(self, folder: Path, *, read_only: bool, patience: float = PATIENCE) -> None:
        self.folder = folder
        self.read_only = read_only
        self.on_change: list[Callable[[Changes], None]] = []
        self._database = folder / DATABASE
        self._write_lock = threading.RLock()
        self._local = threading.local()
        self._readers: set[sqlite3.Connection] = set()
        self._opening = threading.Lock()
        self._watcher: sqlite3.Connection | None = None
        self._version = 0  # of the database, as the watcher counts
        self._closed = False
        self._lock: ArchiveLock | None = None
        self._writer: sqlite3.Connection | None = None
        if not read_only:
            self._lock = ArchiveLock(folder, patience)
            try:
                self._writer = open_writer(self._database)
                self._inode = self._database.stat().st_ino
                self._make_index_state()
            except BaseException:
                self.close()
                raise
        try:
            refuse_newer(self.reader(), folder)
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(cls, folder: Path) -> "Session":
        """Make an archive in a new or empty folder."""
        with sentences(folder / DATABASE):
            if folder.is_file():
                raise InputRefusedError("{path} is a file. Choose a new or empty folder for the archive.", path=folder)
            folder.mkdir(parents=True, exist_ok=True)
            if any(entry.name != "lock" for entry in folder.iterdir()):
                raise InputRefusedError(
                    "{path} is not empty. Choose a new or empty folder for the archive.", path=folder
                )
            (folder / "originals").mkdir()
        return cls(folder, read_only=False)

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False, patience: float = PATIENCE) -> "Session":
        """Open an archive that is there; to write, wait `patience` seconds for another program that does."""
        if not (folder / DATABASE).is_file():
            if folder.is_dir() and (folder / "originals").is_dir():
                raise ArchiveDamagedError(
                    "{path} has lost its archive.db. Restore a copy from its folder “backups”.", path=folder
                )
            raise InputRefusedError("There is no archive in {path}. “init” makes one.", path=folder)
        return cls(folder, read_only=read_only, patience=patience)

    def _make_index_state(self) -> None:
        connection = self.writer
        if connection.execute("select 1 from index_state").fetchone() is None:
            with immediate(connection):
                index_queue.set_state(connection, index_queue.IndexState(uuid.uuid4().hex, 1, []))

    @property
    def writer(self) -> sqlite3.Connection:
        """The connection that writes; raises ReadOnlyError where the archive was opened to read."""
        if self._writer is None:
            raise ReadOnlyError("The archive {path} is open to read only; nothing was changed.", path=self.folder)
        return self._writer

    def reader(self) -> sqlite3.Connection:
        """This thread's read-only connection; it is closed when the thread ends, or with the archive.

        After that there is none any more: sqlite3.ProgrammingError, as from a connection that was closed.
        """
        held: _Held | None = getattr(self._local, "held", None)
        if held is None:
            with self._opening:
                if self._closed:
                    raise sqlite3.ProgrammingError(f"the archive {self.folder} was closed")
                held = _Held(open_reader(self._database))
                self._readers.add(held.connection)
            weakref.finalize(held, _close_reader, held.connection, self._readers)
            self._local.held = held
        return held.connection

    def changed_elsewhere(self) -> bool:
        """Whether another program has written since this was last asked; one caller at a time may ask.

        Beside an archive that is open for writing there is none.
        """
        if not self.read_only:
            return False
        with self._opening:
            if self._watcher is None:
                if self._closed:
                    raise sqlite3.ProgrammingError(f"the archive {self.folder} was closed")
                self._watcher = open_reader(self._database)
                self._readers.add(self._watcher)
        before, self._version = self._version, self._watcher.execute("pragma data_version").fetchone()[0]
        return before != self._version

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The write lock and a transaction; committed, durable, at the end. Errors come as sentences."""
        with self._write_lock, sentences(self._database):
            connection = self.writer
            with immediate(connection):
                yield connection
                self._check_still_there()

    def _check_still_there(self) -> None:
        # A deleted database still takes commits into a file that no longer has a name.
        try:
            there = self._database.stat().st_ino == self._inode
        except FileNotFoundError:
            there = False
        if not there:
            raise ArchiveDamagedError(
                "The archive {path} was moved or deleted while it was open; nothing was changed. "
                "Put it back and open it again.",
                path=self.folder,
            )

    @contextmanager
    def operation(self) -> Iterator[Operation]:
        """One undo step. After the block, `operation.changes` is complete and the listeners have heard it."""
        with self.writing() as connection:
            operation = Operation(connection)
            yield operation
            changes = operation.changes
            if operation.deltas:
                if not operation.label:
                    raise UsageError("An operation has no label.")
                changes.label = operation.label.format(**operation.fields)
                changes.template, changes.fields = operation.label, operation.fields
                changes.operation = history.record(
                    connection, operation.label, operation.fields, operation.deltas, at=now()
                )
        self.announce(changes)

    def announce(self, changes: Changes) -> None:
        """Tell the listeners what was committed."""
        if changes:
            for listener in list(self.on_change):
                listener(changes)

    def close(self) -> None:
        """Close all connections and give the lock up; closing twice is harmless."""
        with self._write_lock:
            with self._opening:
                self._closed = True
                for connection in list(self._readers):
                    connection.close()
                self._readers.clear()
                self._local = threading.local()
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            if self._lock is not None:
                self._lock.close()
                self._lock = None


def fsync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
