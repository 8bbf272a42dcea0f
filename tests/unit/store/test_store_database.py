"""Connections, pragmas, transactions, the lock and the schema's steps."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from desktop_app.archive.archive import Archive
from desktop_app.model.errors import (
    ArchiveBusyError,
    ArchiveDamagedError,
    DiskFullError,
    InputRefusedError,
    ReadOnlyError,
)
from desktop_app.store import database, migrations
from desktop_app.store.database import immediate, open_reader, open_writer
from desktop_app.store.lock import ArchiveLock
from tests.conftest import article, shelve


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database of the present schema, closed."""
    path = tmp_path / "archive.db"
    open_writer(path).close()
    return path


def _tables(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    try:
        return {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
    finally:
        connection.close()


def test_a_fresh_database_has_the_present_schema(file: Path) -> None:
    connection = open_writer(file)
    assert connection.execute("pragma user_version").fetchone()[0] == database.SCHEMA_VERSION
    assert database.SCHEMA_VERSION == migrations.SCHEMA_VERSION
    connection.close()
    assert {"articles", "texts", "tags", "taggings", "annotations", "journal", "index_queue"} <= _tables(file)


def test_migrating_again_changes_nothing(file: Path) -> None:
    connection = sqlite3.connect(file)
    before = list(connection.iterdump())
    migrations.migrate(connection)
    assert list(connection.iterdump()) == before
    connection.close()


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """An archive as the first schema left it, with an article and a saved search."""
    steps = Migrations("lesesaal")
    steps(name="m001_first_schema")(migrations.m001_first_schema)
    folder = tmp_path / "first"
    (folder / "originals").mkdir(parents=True)
    connection = sqlite3.connect(folder / "archive.db")
    steps.apply(Database(connection))
    connection.execute("insert into articles(id, title, sameness, added_at) values (7, 'Kran', 'x', '')")
    connection.execute("insert into saved_searches(name, query, created_at) values ('Kräne', 'title:Kran', '')")
    connection.execute(
        'insert into annotations(article_id, start, "end", quote, body, created_at, changed_at)'
        " values (7, 0, 4, 'Kran', 'welcher?', '2026', '2026')"
    )
    connection.execute("insert into index_state(id, epoch, generation) values (1, 'x', 1)")
    connection.execute("pragma user_version = 1")
    connection.commit()
    connection.close()
    return folder


@pytest.mark.parametrize("read_only", [True, False])
def test_an_archive_of_the_first_schema_opens(first: Path, read_only: bool) -> None:
    archive = Archive.open(first, read_only=read_only)
    assert archive.info()["schema"] == (1 if read_only else database.SCHEMA_VERSION)
    assert [(saved.name, saved.seen) for saved in archive.saved_searches()] == [("Kräne", 7)]
    assert archive.new_in_searches() == {}
    assert archive.synonyms() == archive.search_log() == archive.recent_queries() == []
    assert archive.suggestions() == archive.rulings() == archive.mentions(7) == []
    assert archive.suggestion_count() == 0
    assert [(row.quote, row.orphaned, row.tags) for row in archive.annotation_rows(archive.annotations())] == [
        ("Kran", False, ()),
    ]  # fmt: skip
    assert archive.annotation_counts().total == archive.counts().annotations == 1
    assert archive.backlinks("article", 7) == archive.link_targets("welcher")[1:] == []
    archive.log_search(archive.find("is:undated"), beside=True)
    archive.close()
    assert (first / f"before-schema-{database.SCHEMA_VERSION}.db").exists() != read_only


def test_every_table_has_an_integer_primary_key_id(file: Path) -> None:
    # The journal describes every row as (table, id).
    connection = sqlite3.connect(file)
    for table in _tables(file) - {"sqlite_sequence", "_sqlite_migrations"}:
        keys = [(row[1], row[2].lower()) for row in connection.execute(f"pragma table_info({table})") if row[5]]
        assert keys == [("id", "integer")], table
    connection.close()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_schema_is_refused_with_a_sentence(folder: Path, read_only: bool) -> None:
    connection = sqlite3.connect(folder / "archive.db")
    connection.execute("pragma user_version = 99")
    connection.close()
    with pytest.raises(ArchiveDamagedError, match=r"newer Lesesaal.*Install") as refused:
        Archive.open(folder, read_only=read_only)
    assert refused.value.exit_code == 4
    connection = sqlite3.connect(folder / "archive.db")
    assert connection.execute("pragma user_version").fetchone()[0] == 99
    connection.close()


def _one_step_more(monkeypatch: pytest.MonkeyPatch, *, broken: bool = False) -> None:
    steps = Migrations("lesesaal")
    steps(name="m001_first_schema")(migrations.m001_first_schema)
    steps(name="m002_searching")(migrations.m002_searching)
    steps(name="m003_people")(migrations.m003_people)
    steps(name="m004_reading_room")(migrations.m004_reading_room)

    @steps()
    def m005_more(db: Database) -> None:
        db.execute("alter table articles add column pages text not null default ''")
        if broken:
            db.execute("insert into nowhere values (1)")

    monkeypatch.setattr(migrations, "steps", steps)
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", 5)
    monkeypatch.setattr(database, "SCHEMA_VERSION", 5)


def test_an_old_archive_is_copied_and_then_migrated(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _one_step_more(monkeypatch)
    archive = Archive.open(folder)
    assert archive.info()["schema"] == 5
    assert archive.counts().all == 4
    archive.close()
    copy = sqlite3.connect(folder / "before-schema-5.db")
    assert copy.execute("pragma user_version").fetchone()[0] == 4
    assert copy.execute("select count(*) from articles").fetchone()[0] == 4
    assert "pages" not in {row[1] for row in copy.execute("pragma table_info(articles)")}
    copy.close()


def test_a_step_that_fails_leaves_the_archive_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as newer:
        _one_step_more(newer, broken=True)
        with pytest.raises(sqlite3.OperationalError):
            open_writer(folder / "archive.db")
    archive = Archive.open(folder)
    assert archive.info()["schema"] == 4
    assert archive.counts().all == 4
    connection = archive._session.reader()
    assert "pages" not in {row[1] for row in connection.execute("pragma table_info(articles)")}
    archive.close()


def test_the_writer_is_durable_and_checks_references(file: Path) -> None:
    connection = open_writer(file)
    assert connection.execute("pragma journal_mode").fetchone()[0] == "wal"
    assert connection.execute("pragma synchronous").fetchone()[0] == 2  # FULL
    assert connection.execute("pragma foreign_keys").fetchone()[0] == 1
    with pytest.raises(sqlite3.IntegrityError), immediate(connection):
        connection.execute("insert into taggings(tag_id, article_id, created_at) values (7, 7, '')")
    connection.close()


def test_immediate_commits_or_rolls_everything_back(file: Path) -> None:
    connection = open_writer(file)
    with immediate(connection):
        connection.execute("insert into sources(name) values ('Bote')")
    with pytest.raises(sqlite3.IntegrityError), immediate(connection):
        connection.executemany("insert into sources(name) values (?)", [("Kurier",), ("Bote",)])
    assert connection.execute("select name from sources").fetchall() == [("Bote",)]
    assert not connection.in_transaction
    connection.close()


def test_immediate_takes_the_write_lock_before_it_reads(file: Path) -> None:
    connection, other = open_writer(file), open_writer(file)
    other.execute("pragma busy_timeout = 0")
    with immediate(connection), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("begin immediate")
    connection.close()
    other.close()


def test_a_reader_cannot_write_and_sees_commits(file: Path) -> None:
    writer, reader = open_writer(file), open_reader(file)
    for statement in ("insert into sources(name) values ('x')", "delete from settings", "create table t(x)"):
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.execute(statement)
    writer.execute("insert into sources(name) values ('Bote')")
    assert reader.execute("select name from sources").fetchall() == [("Bote",)]
    writer.close()
    reader.close()


def test_folding_in_sql_is_python_s(file: Path) -> None:
    reader = open_reader(file)
    assert reader.execute("select fold('STRASSE ÄÖÜ'), fold('Straße')").fetchone() == ("strasse äöü", "strasse")
    reader.close()


def test_a_second_process_is_told_that_the_archive_is_busy(archive: Archive) -> None:
    command = [sys.executable, "-m", "desktop_app", "--archive", str(archive.path), "--json", "undo"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 3
    assert f"process {os.getpid()}" in done.stderr
    assert '"busy"' in done.stdout


def test_the_lock_is_given_up(tmp_path: Path) -> None:
    lock = ArchiveLock(tmp_path)
    with pytest.raises(ArchiveBusyError):
        ArchiveLock(tmp_path)
    lock.close()
    lock.close()
    ArchiveLock(tmp_path).close()


def test_a_lock_that_is_held_for_a_moment_is_waited_for(tmp_path: Path) -> None:
    lock = ArchiveLock(tmp_path)
    timer = threading.Timer(0.05, lock.close)
    timer.start()
    ArchiveLock(tmp_path, patience=30).close()
    timer.join()


def test_reading_goes_on_beside_a_writer(archive: Archive) -> None:
    second = Archive.open(archive.path, read_only=True)
    archive.star([1])
    assert second.counts().starred == 1
    with pytest.raises(ReadOnlyError, match="read only; nothing was changed"):
        second.star([2])
    assert archive.counts().starred == 1
    second.close()


def test_a_folder_that_cannot_be_written_opens_to_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may write anywhere, so the system's answer is replaced; what is tested is that no -wal or -shm is made.
    for suffix in ("-wal", "-shm"):
        (folder / f"archive.db{suffix}").unlink(missing_ok=True)
    monkeypatch.setattr(os, "access", lambda *_: False)
    archive = Archive.open(folder, read_only=True)
    assert archive.counts().all == 4
    assert archive.article(1).title == "Kran am Kai"
    archive.close()
    assert {path.name for path in folder.iterdir()} == {"archive.db", "originals", "lock"}


@pytest.mark.parametrize("content", [b"", b"no database at all" * 1000, b"SQLite format 3\x00" + bytes(4096)])
def test_what_is_no_archive_is_refused_with_a_sentence(folder: Path, content: bytes) -> None:
    for suffix in ("-wal", "-shm"):
        (folder / f"archive.db{suffix}").unlink(missing_ok=True)
    (folder / "archive.db").write_bytes(content)
    with pytest.raises(ArchiveDamagedError) as refused:
        Archive.open(folder, read_only=True)
    assert str(folder) in str(refused.value)


def test_a_damaged_store_says_where_the_copies_are(folder: Path) -> None:
    (folder / "archive.db").write_bytes(b"rust" * 4096)
    with pytest.raises(ArchiveDamagedError, match="Restore a copy from its folder “backups”"):
        Archive.open(folder)


def test_a_lost_store_is_not_taken_for_an_empty_folder(folder: Path) -> None:
    (folder / "archive.db").unlink()
    with pytest.raises(ArchiveDamagedError, match="has lost its"):
        Archive.open(folder)
    with pytest.raises(InputRefusedError, match="not empty"):
        Archive.create(folder)


def test_no_archive_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match="“init” makes one"):
        Archive.open(tmp_path / "nowhere")
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputRefusedError):
        Archive.create(tmp_path / "file")


@pytest.mark.parametrize("vanish", [shutil.rmtree, lambda path: path.rename(path.with_name("moved"))])
def test_nothing_is_acknowledged_in_a_deleted_folder(archive: Archive, vanish: object) -> None:
    heard: list[object] = []
    archive.on_change.append(heard.append)
    vanish(archive.path)  # type: ignore[operator]
    with pytest.raises((ArchiveDamagedError, ReadOnlyError)):
        archive.star([1])
    assert heard == []
    moved = archive.path.with_name("moved")
    if moved.exists():
        archive.close()
        again = Archive.open(moved)
        assert again.counts().starred == 0
        assert again.history() == []
        again.close()


def test_nothing_is_acknowledged_into_a_replaced_file(archive: Archive, tmp_path: Path) -> None:
    shutil.copyfile(archive.path / "archive.db", tmp_path / "copy.db")
    (tmp_path / "copy.db").replace(archive.path / "archive.db")
    with pytest.raises((ArchiveDamagedError, ReadOnlyError)):
        archive.star([1])


@pytest.fixture
def tiny_disk(tmp_path: Path):  # type: ignore[no-untyped-def]
    """A file system of two megabytes; skipped where we may not mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a file system cannot be mounted here; only root may")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_refuses_and_loses_nothing(tiny_disk: Path) -> None:
    archive = Archive.create(tiny_disk / "archive")
    shelve(archive, article("Der Hafen", "Kran"))
    archive.star([1])
    (tiny_disk / "ballast").write_bytes(b"")
    with (tiny_disk / "ballast").open("wb", buffering=0) as ballast, pytest.raises(OSError, match="No space"):
        ballast.writelines(bytes(4096) for _ in range(1000))
    with pytest.raises(DiskFullError, match="Free some room") as refused:
        archive.note(1, "x" * 200_000)
    assert refused.value.exit_code == 5
    assert archive.notes(1) == []
    assert archive.undo_label() == "Star on 1 article"
    (tiny_disk / "ballast").unlink()
    archive.note(1, "there is room again")
    assert archive.check(deep=True).problems == []
    archive.close()
    again = Archive.open(tiny_disk / "archive")
    assert [note.body for note in again.notes(1)] == ["there is room again"]
    assert again.counts().starred == 1
    again.close()


def test_a_disk_that_can_only_be_read_opens_to_read(tiny_disk: Path) -> None:
    archive = Archive.create(tiny_disk / "archive")
    shelve(archive, article("Der Hafen", "Kran"))
    archive.close()
    subprocess.run(["mount", "-o", "remount,ro", str(tiny_disk)], check=True)
    with pytest.raises(ReadOnlyError, match="cannot be written"):
        Archive.open(archive.path)
    reading = Archive.open(archive.path, read_only=True)
    assert [row.title for row in reading.rows(reading.find().ids)] == ["Kran"]
    reading.close()
    command = [sys.executable, "-m", "desktop_app", "--archive", str(archive.path), "search", "Hafen"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "not searchable yet" in done.stdout
    command[-2:] = ["undo"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 6
