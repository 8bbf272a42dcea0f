"""The session of an open archive: whose connection is whose, and how long it stays."""

import sqlite3
import threading

import pytest

from desktop_app.archive.archive import Archive


def test_a_reading_connection_goes_with_its_thread(archive: Archive) -> None:
    readers = archive._session._readers
    archive.counts()
    before = set(readers)
    seen: list[int] = []

    def read() -> None:
        archive.counts()
        seen.append(len(readers))

    for _ in range(3):
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
    assert seen == [len(before) + 1] * 3
    assert readers == before
    assert archive.counts().all == 4  # this thread's own is untouched


def test_a_closed_archive_opens_no_connection_any_more(archive: Archive) -> None:
    refused: list[Exception] = []

    def read() -> None:
        try:
            archive.counts()
        except sqlite3.ProgrammingError as error:
            refused.append(error)

    archive.close()
    with pytest.raises(sqlite3.ProgrammingError, match="was closed"):
        archive.counts()
    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert len(refused) == 1
    assert not archive._session._readers
    archive.close()
