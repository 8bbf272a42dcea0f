"""The lock that makes one program the writer of an archive."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from desktop_app.model.errors import ArchiveBusyError
from desktop_app.store.database import sentences

PATIENCE = 0.25  # seconds: a search in another process holds the lock for a moment, to write itself down
_AGAIN = 0.02  # seconds


class ArchiveLock:
    """An exclusive lock on `<archive>/lock`, given up when closed or when the process ends."""

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        """Take the lock; raises ArchiveBusyError where another program holds it for `patience` seconds and longer."""
        path = folder / "lock"
        with sentences(path):
            self._descriptor: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _take(self._descriptor, time.monotonic() + patience)
        except OSError as error:
            holder = os.pread(self._descriptor, 32, 0).decode("ascii", "replace").strip() or "?"
            self.close()
            raise ArchiveBusyError(
                "The archive {path} is open in another Lesesaal (process {holder}). Close it there first.",
                path=folder,
                holder=holder,
            ) from error
        with suppress(OSError):  # on a full disk the lock holds as well without its holder's number
            os.ftruncate(self._descriptor, 0)
            os.pwrite(self._descriptor, str(os.getpid()).encode("ascii"), 0)

    def close(self) -> None:
        """Give the lock up; closing twice is harmless."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _take(descriptor: int, until: float) -> None:
    while True:
        try:
            return _lock(descriptor)
        except OSError:
            if time.monotonic() >= until:
                raise
        time.sleep(_AGAIN)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, 64, os.SEEK_SET)  # behind the holder's number, which others may still read
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
