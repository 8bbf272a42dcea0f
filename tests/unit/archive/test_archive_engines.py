"""Choosing the engine of an archive's index."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.index import engines
from desktop_app.index.engines import EngineMissingError
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.progress import CancelledError, Control
from tests.conftest import article, shelve

QUERIES = ("Hafen", "Kran*", '"der Hafen"', "Hafen NEAR/5 Kran", "-Hafen", "Neun OR Kran")


@pytest.fixture
def indexed(archive: Archive) -> Archive:
    archive.catch_up()
    return archive


@pytest.fixture
def tantivy() -> None:
    if not engines.is_available(engines.TANTIVY):
        pytest.skip("tantivy is not installed")


@contextmanager
def without_tantivy() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "find_spec", lambda _: None)
        yield


def answers(archive: Archive) -> list[list[int]]:
    return [sorted(archive.find(query).ids) for query in QUERIES]


def test_whoosh_is_the_engine_of_a_new_archive(indexed: Archive) -> None:
    assert indexed.engine_name() == "whoosh"
    assert indexed.info()["engine"] == "whoosh"


@pytest.mark.usefixtures("tantivy")
def test_another_engine_gives_the_same_answers(indexed: Archive, reopen: Callable[[Archive], Archive]) -> None:
    before = answers(indexed)
    assert indexed.use_engine("tantivy") == len(indexed.find(""))
    assert indexed.engine_name() == "tantivy"
    assert answers(indexed) == before
    again = reopen(indexed)
    assert again.engine_name() == "tantivy"
    assert answers(again) == before
    assert again.check(deep=True).problems == []
    again.use_engine("whoosh")
    assert (again.engine_name(), answers(again)) == ("whoosh", before)


@pytest.mark.usefixtures("tantivy")
def test_the_other_engine_is_kept_up_to_date(indexed: Archive) -> None:
    indexed.use_engine("tantivy")
    number = shelve(indexed, article("Ein Leuchtturm am Rhein.", "Neu"))[0]
    indexed.note(number, "Wegweiser")
    indexed.catch_up()
    assert list(indexed.find("Leuchtturm").ids) == [number]
    assert list(indexed.find("note:Wegweiser").ids) == [number]
    indexed.reindex()
    assert indexed.engine_name() == "tantivy"
    assert list(indexed.find("Leuchtturm").ids) == [number]


@pytest.mark.usefixtures("tantivy")
def test_a_change_of_engine_that_is_stopped_leaves_the_old_one(indexed: Archive) -> None:
    before = answers(indexed)
    control = Control()
    control.cancel()
    with pytest.raises(CancelledError):
        indexed.use_engine("tantivy", control=control)
    assert indexed.engine_name() == "whoosh"
    assert answers(indexed) == before


@pytest.mark.usefixtures("tantivy")
def test_a_damaged_index_is_built_again_with_its_engine(indexed: Archive, reopen: Callable[[Archive], Archive]) -> None:
    before = answers(indexed)
    indexed.use_engine("tantivy")
    for path in (indexed.path / "index").rglob("*.term"):
        whole = path.read_bytes()
        path.unlink()
        path.write_bytes(whole[:-2])
    again = reopen(indexed)
    again.catch_up()
    assert again.engine_name() == "tantivy"
    assert answers(again) == before


@pytest.mark.usefixtures("tantivy")
def test_without_its_engine_an_archive_can_still_be_read(
    indexed: Archive, reopen: Callable[[Archive], Archive]
) -> None:
    before = answers(indexed)
    indexed.use_engine("tantivy")
    with without_tantivy():
        again = reopen(indexed)
        number = shelve(again, article("Ein Leuchtturm.", "Neu"))[0]
        assert again.article(number).title == "Neu"
        again.catch_up()  # throws nothing away
        listing = again.find("Hafen")
        assert any("pip install lesesaal[tantivy]" in notice for notice in listing.notices)
        assert any("not installed" in problem for problem in again.check().problems)
        with pytest.raises(EngineMissingError):
            again.reindex()
    again.catch_up()
    assert list(again.find("Leuchtturm").ids) == [number]
    with without_tantivy():
        again.use_engine("whoosh")
        assert again.engine_name() == "whoosh"
        assert answers(again)[:4] == before[:4]


def test_a_name_that_is_no_engine_is_refused(indexed: Archive) -> None:
    with pytest.raises(InputRefusedError, match="whoosh, tantivy"):
        indexed.use_engine("lucene")


def test_an_engine_that_is_not_installed_is_refused(indexed: Archive) -> None:
    before = answers(indexed)
    with without_tantivy(), pytest.raises(EngineMissingError, match="pip install"):
        indexed.use_engine("tantivy")
    assert answers(indexed) == before
