"""Copies of the store: consistent, verified, and put back with the old -wal out of the way."""

import sqlite3
from pathlib import Path

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.archive.doctor import restore
from desktop_app.model.errors import (
    ArchiveBusyError,
    ArchiveDamagedError,
    InputRefusedError,
    LesesaalError,
    ReadOnlyError,
)
from desktop_app.store import backup, database


def test_a_copy_holds_what_was_committed_before_it(archive: Archive, tmp_path: Path) -> None:
    archive.star([1])
    file = archive.backup(tmp_path / "copies" / "mine.db")
    archive.star([2])
    backup.verify(file)
    copy = sqlite3.connect(file)
    assert copy.execute("select id from articles where starred = 1").fetchall() == [(1,)]
    assert copy.execute("select count(*) from texts").fetchone() == (4,)
    copy.close()
    assert [path.name for path in file.parent.iterdir()] == ["mine.db"]


def test_a_folder_as_target_gets_a_dated_file(archive: Archive, tmp_path: Path) -> None:
    assert archive.backup(tmp_path).name.startswith("lesesaal-20")


def test_the_archive_is_not_its_own_backup(archive: Archive) -> None:
    with pytest.raises(InputRefusedError, match="cannot replace the archive itself"):
        archive.backup(archive.path / "archive.db")
    assert archive.counts().all == 4


def _torn(file: Path) -> None:
    content = bytearray(file.read_bytes())
    page = 4096
    for start in range(3 * page, len(content), page):  # leave the schema readable
        content[start : start + 64] = b"\xff" * 64
    file.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (Path.unlink, InputRefusedError),
        (_torn, ArchiveDamagedError),
        (lambda file: file.write_bytes(b"not a database at all" * 500), ArchiveDamagedError),
        (lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]), ArchiveDamagedError),
        (lambda file: _set_version(file, 99), InputRefusedError),
    ],
    ids=["missing", "torn", "no database", "cut off", "newer"],
)
def test_a_bad_copy_is_refused_and_the_store_stays(
    archive: Archive, tmp_path: Path, spoil: object, refusal: type[LesesaalError]
) -> None:
    file = archive.backup(tmp_path / "copy.db")
    archive.star([3])
    archive.close()
    spoil(file)  # type: ignore[operator]
    with pytest.raises(refusal):
        restore(archive.path, file)
    again = Archive.open(archive.path)
    assert again.counts().starred == 1
    again.close()


def _set_version(file: Path, version: int) -> None:
    connection = sqlite3.connect(file)
    connection.execute(f"pragma user_version = {version}")
    connection.close()


def test_restoring_over_a_stale_wal(archive: Archive, tmp_path: Path) -> None:
    file = archive.backup(tmp_path / "copy.db")
    archive.tag([1, 2, 3, 4], "later")
    archive.note(1, "later " * 2000)
    stale = {name: (archive.path / name).read_bytes() for name in ("archive.db", "archive.db-wal", "archive.db-shm")}
    archive.close()
    for name, content in stale.items():  # as a killed program leaves them
        (archive.path / name).write_bytes(content)
    assert len(stale["archive.db-wal"]) > 10_000
    aside = restore(archive.path, file)
    assert {path.name for path in aside.iterdir()} == set(stale)
    again = Archive.open(archive.path)
    assert again.check(deep=True).problems == []
    assert (again.tags(), again.notes(1), again.counts().all) == ([], [], 4)
    again.close()
    old = sqlite3.connect(aside / "archive.db")  # what was there before is whole as well
    assert old.execute("select count(*) from taggings").fetchone() == (4,)
    old.close()


def test_a_restored_archive_does_not_trust_its_index(archive: Archive, tmp_path: Path) -> None:
    file = archive.backup(tmp_path / "copy.db")
    archive.set_fields(1, title="Zeppelin")
    archive.catch_up()
    assert list(archive.find("Zeppelin").ids) == [1]
    archive.close()
    restore(archive.path, file)
    again = Archive.open(archive.path)
    again.catch_up()
    assert list(again.find("Zeppelin").ids) == []
    assert list(again.find("Kran").ids) == [1]
    assert again.check(deep=True).problems == []
    again.close()


def test_an_open_archive_is_not_replaced(archive: Archive, tmp_path: Path) -> None:
    file = archive.backup(tmp_path / "copy.db")
    archive.star([1])
    with pytest.raises(ArchiveBusyError):
        restore(archive.path, file)
    assert archive.counts().starred == 1


def test_a_lost_store_comes_back(archive: Archive, tmp_path: Path) -> None:
    file = archive.backup(tmp_path / "copy.db")
    archive.close()
    (archive.path / "archive.db").unlink()
    restore(archive.path, file)
    again = Archive.open(archive.path)
    assert again.counts().all == 4
    again.close()


def test_restoring_into_nowhere_is_refused(archive: Archive, tmp_path: Path) -> None:
    file = archive.backup(tmp_path / "copy.db")
    with pytest.raises(InputRefusedError):
        restore(tmp_path / "nowhere", file)
    assert not (tmp_path / "nowhere").exists()


def test_rotated_copies_are_kept_for_seven_days(archive: Archive) -> None:
    folder = archive.path / "backups"
    folder.mkdir()
    for day in range(10, 20):
        (folder / f"archive-2025-01-{day}.db").write_bytes(b"")
    (folder / "before-the-move.db").write_bytes(b"the reader's own")
    made = archive.backup_if_due()
    assert made is not None
    backup.verify(made)
    assert archive.backup_if_due() is None
    names = sorted(path.name for path in folder.iterdir())
    assert names == [*(f"archive-2025-01-{day}.db" for day in range(14, 20)), made.name, "before-the-move.db"]


def test_an_empty_archive_is_not_backed_up(empty: Archive) -> None:
    assert empty.backup_if_due() is None


def test_a_target_that_cannot_be_written_is_a_sentence(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises((ReadOnlyError, InputRefusedError)):
        archive.backup(tmp_path / "file" / "copy.db")


def test_a_flipped_byte_in_an_index_of_sqlite_is_found(archive: Archive) -> None:
    connection = sqlite3.connect(archive.path / "archive.db")
    connection.execute("pragma writable_schema = on")
    connection.execute(
        "update sqlite_master set sql = replace(sql, 'starred = 1', 'starred = 0') where name = 'articles_starred'"
    )
    connection.commit()
    connection.close()
    reader = database.open_reader(archive.path / "archive.db")
    assert backup.problems_of(reader, deep=True)
    reader.close()
