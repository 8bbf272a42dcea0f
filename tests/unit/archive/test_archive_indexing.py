"""Filling the index: in this process, by a child, by several builders; and children that fail."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.archive import children, indexing
from desktop_app.archive.archive import Archive
from desktop_app.archive.children import IndexingError
from desktop_app.model.progress import CancelledError, Control, Progress
from desktop_app.store import index_queue
from tests.conftest import article, shelve

COUNT = 1300  # several steps for each builder

Starter = Callable[[str], None]


@pytest.fixture
def many(empty: Archive, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """Articles that two builders share."""
    monkeypatch.setattr(indexing, "IN_BULK", 100)
    monkeypatch.setattr(children, "cores", lambda: 2)
    shelve(empty, *(article(f"Text nummer{number} vom Hafen", f"Titel {number}") for number in range(COUNT)))
    return empty


@pytest.fixture
def starter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Starter:
    """Puts shell commands in front of the interpreter that children are started with."""
    if sys.platform == "win32":
        pytest.skip("needs a shell")

    def put(commands: str) -> None:
        script = tmp_path / "python"
        script.write_text(f'#!/bin/sh\n{commands}\nexec "{sys.executable}" "$@"\n')
        script.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(script))

    return put


def segments(archive: Archive) -> list[Path]:
    return list((archive.path / "index").rglob("*.lsg"))


def test_two_builders_make_one_index(many: Archive) -> None:
    told: list[Progress] = []
    assert many.catch_up(told.append) == COUNT
    assert len(segments(many)) == 2
    assert many.pending() == 0
    assert len(many.find("Hafen")) == COUNT
    assert list(many.find("nummer37").ids) == [38]
    assert list(many.find(f"nummer{COUNT - 1}").ids) == [COUNT]
    assert many.check(deep=True).problems == []
    assert (told[-1].done, told[-1].total) == (COUNT, COUNT)


def test_one_processor_makes_one_builder(many: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "cores", lambda: 1)
    assert many.reindex() == COUNT
    assert len(segments(many)) == 1
    assert len(many.find("Hafen")) == COUNT


def test_a_builder_that_dies_is_started_again(many: Archive, starter: Starter, tmp_path: Path) -> None:
    starter(f'case "$*" in *--share*) if mkdir "{tmp_path}/once" 2>/dev/null; then exit 9; fi;; esac')
    told: list[Progress] = []
    assert many.reindex(told.append) == COUNT
    assert told[-1].done == COUNT
    assert len(segments(many)) == 2
    assert len(many.find("Hafen")) == COUNT
    assert many.check(deep=True).problems == []


def test_a_builder_that_keeps_dying_is_told(many: Archive, starter: Starter) -> None:
    starter('case "$*" in *--share*) exit 9;; esac')
    with pytest.raises(IndexingError, match="Nothing is lost"):
        many.catch_up()
    assert many.pending() == COUNT
    assert not many.indexing.folder(2).exists()  # what was built so far is not left to fill the disk


def test_a_child_that_talks_nonsense_is_told(many: Archive, starter: Starter) -> None:
    starter("echo '{\"articles\": '; echo '[]'; sleep 60")
    with pytest.raises(IndexingError, match="Nothing is lost"):
        many.reindex()


def test_a_child_that_cannot_be_started_is_told(many: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(many.path / "missing"))
    with pytest.raises(IndexingError, match="could not be started"):
        many.reindex()
    assert many.pending() == COUNT


def test_the_old_index_answers_until_the_new_one_is_whole(many: Archive) -> None:
    many.catch_up()
    control = Control()

    def cancel(_: Progress) -> None:
        assert len(many.find("Hafen")) == COUNT
        control.cancel()

    with pytest.raises(CancelledError):
        many.reindex(cancel, control)
    assert len(many.find("Hafen")) == COUNT
    assert many.reindex() == COUNT


def test_what_changes_during_a_build_waits_for_its_turn(many: Archive) -> None:
    changed: list[int] = []

    def change(_: Progress) -> None:
        if not changed:
            changed.append(1)
            many.set_fields(1, title="Zeppelin")
            many.note(2, "Luftschiff")

    many.catch_up(change)
    assert many.pending() == 2
    many.catch_up()
    assert list(many.find("Zeppelin").ids) == [1]
    assert list(many.find("Luftschiff").ids) == [2]


def test_shares_hold_each_article_once(many: Archive) -> None:
    connection = many._session.reader()
    for count in (1, 2, 3, 7):
        shares = index_queue.shares(connection, count)
        assert len(shares) == count
        numbers = [index_queue.all_ids(connection, after, COUNT, up_to) for after, up_to in shares]
        assert [number for share in numbers for number in share] == list(range(1, COUNT + 1))
        assert max(map(len, numbers)) - min(map(len, numbers)) <= 1


def test_a_few_articles_are_shared_by_few(archive: Archive) -> None:
    shares = index_queue.shares(archive._session.reader(), 9)
    numbers = [index_queue.all_ids(archive._session.reader(), after, 9, up_to) for after, up_to in shares]
    assert [number for share in numbers for number in share] == [1, 2, 3, 4]
