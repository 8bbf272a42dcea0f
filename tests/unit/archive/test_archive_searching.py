"""Finding, looking, counting; and the index, which is made again whenever it cannot be trusted."""

import os
import pickle
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.archive import demo, indexing
from desktop_app.archive.archive import Archive
from desktop_app.archive.browse import View
from desktop_app.archive.children import IndexingError
from desktop_app.index import engines
from desktop_app.index.engine import IndexUnreadableError
from desktop_app.model.article import Article
from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.progress import CancelledError
from desktop_app.resources import demo_folder
from desktop_app.store import index_queue
from tests.conftest import article, shelve


@pytest.fixture
def indexed(archive: Archive) -> Archive:
    """The four articles, searchable."""
    archive.catch_up()
    return archive


@pytest.fixture(scope="session")
def demo_archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The demo archive, to look at only."""
    folder = demo.prepare(tmp_path_factory.mktemp("demo") / "archive")
    archive = Archive.open(folder, read_only=True)
    yield archive
    archive.close()


def test_words_are_found_once_the_index_has_caught_up(archive: Archive) -> None:
    before = archive.find("Hafen")
    assert list(before.ids) == []
    assert any("not searchable yet" in notice for notice in before.notices)
    assert archive.pending() == 4
    assert archive.catch_up() == 4
    assert archive.pending() == 0
    found = archive.find("Hafen")
    assert set(found.ids) == {1, 2}
    assert found.notices == []
    assert (found.sort, found.understood, found.query) == ("relevance", "Hafen", "Hafen")
    assert found.scores is not None
    assert list(found.scores) == sorted(found.scores, reverse=True)
    assert archive.catch_up() == 0


def test_words_and_filters_join(indexed: Archive) -> None:
    indexed.tag([1], "Kai")
    indexed.star([2])
    assert list(indexed.find("Hafen tag:Kai").ids) == [1]
    assert list(indexed.find("Hafen -tag:Kai").ids) == [2]
    assert list(indexed.find("Hafen source:Kurier").ids) == [2]
    assert set(indexed.find("Bridge OR is:starred").ids) == {2, 3}
    assert set(indexed.find("-Hafen").ids) == {3, 4}
    assert set(indexed.find("-(Hafen OR lang:en)").ids) == {4}
    assert list(indexed.find('"Hafen wächst"').ids) == [1]
    assert list(indexed.find("title:Kran").ids) == [1]
    assert list(indexed.find("Hafen date:2019").ids) == [2]
    assert list(indexed.find("Hafen", view="starred").ids) == [2]
    assert list(indexed.find("gibtsnicht").ids) == []


def test_the_index_follows_every_change_of_prose(indexed: Archive) -> None:
    def finds(query: str) -> list[int]:
        indexed.catch_up()
        return sorted(indexed.find(query).ids)

    indexed.set_fields(3, title="Zeppelin")
    assert (finds("Zeppelin"), finds("title:again")) == ([3], [])
    number = indexed.note(4, "Luftschiff").result
    assert finds("note:Luftschiff") == [4]
    indexed.change_note(number, "Ballon")
    assert (finds("Luftschiff"), finds("Ballon")) == ([], [4])
    indexed.undo()
    assert (finds("Luftschiff"), finds("Ballon")) == ([4], [])
    indexed.undo()
    assert finds("Luftschiff") == []
    indexed.trash([3])
    assert finds("Zeppelin") == []
    assert list(indexed.find("Zeppelin is:trash").ids) == [3]
    assert list(indexed.find("Zeppelin", view="trash").ids) == [3]
    indexed.empty_trash()
    assert finds("Zeppelin is:trash") == []


def test_sorting_puts_the_undated_last_either_way(indexed: Archive) -> None:
    assert list(indexed.find().ids) == [2, 3, 1, 4]
    assert list(indexed.find(sort="date").ids) == [1, 3, 2, 4]
    assert list(indexed.find("Hafen OR Bridge OR Brücke", sort="-date").ids) == [2, 3, 1, 4]
    assert list(indexed.find("Hafen OR Bridge OR Brücke", sort="date").ids) == [1, 3, 2, 4]


@pytest.mark.parametrize(
    ("view", "wanted"),
    [
        ("all", {1, 2, 3}),
        ("unread", {1, 3}),
        ("starred", {1}),
        ("undated", set()),
        ("duplicates", {2}),
        ("trash", {4}),
    ],
)
def test_a_view_and_its_number_agree(indexed: Archive, view: View, wanted: set[int]) -> None:
    indexed.mark_read([2])
    indexed.star([1, 4])
    indexed.trash([4])
    with indexed._session.writing() as connection:
        connection.execute(
            "insert into provenances(article_id, path, sha256, imported_at) values (2, '/second', '', '')"
        )
    assert set(indexed.find(view=view).ids) == wanted
    assert set(indexed.find("*", view=view).ids) == wanted
    assert getattr(indexed.counts(), view) == len(wanted)
    every = "Hafen OR bridge OR Leserbrief"
    assert set(indexed.find(every, view=view).ids) == wanted


def test_refused_and_cancelled_searches(indexed: Archive) -> None:
    with pytest.raises(QueryRefusedError):
        indexed.find("x " * 1500)
    with pytest.raises(CancelledError):
        indexed.find("Hafen", cancelled=lambda: True)


def test_snippets_and_hits_show_the_words(indexed: Archive) -> None:
    text = indexed.article(2).text
    spans = indexed.hits(2, "Hafen gibtsnicht")
    assert [text[start:end] for start, end in spans] == ["Hafen"]
    assert indexed.hits(2, "is:starred") == []
    snippet = indexed.snippets([2, 1], "Hafen")[2]
    assert [snippet.text[start:end] for start, end in snippet.spans] == ["Hafen"]
    ships = indexed.article(3).text
    assert [ships[start:end] for start, end in indexed.hits(3, "ships")] == ["ships"]  # behind astral characters


def _brute_facets(articles: list[Article]) -> dict[str, dict[str, int]]:
    return {
        "tags": dict(Counter(tag.name for each in articles for tag in each.tags)),
        "sources": dict(Counter(each.source for each in articles if each.source)),
        "years": dict(Counter(each.date[:4] for each in articles if each.date)),
        "languages": dict(Counter(each.language for each in articles if each.language)),
    }


@pytest.mark.parametrize("query", ["", "is:tagged", "Hafen", "lang:ja", "source:Bote date:2019", "gibtsnicht"])
def test_facets_equal_counting_by_hand(demo_archive: Archive, query: str) -> None:
    listing = demo_archive.find(query)
    facets = demo_archive.facets(listing)
    articles = [demo_archive.article(number) for number in listing.ids]
    brute = _brute_facets(articles)
    for name, wanted in brute.items():
        found = getattr(facets, name)
        assert {facet.value: facet.count for facet in found} == wanted, name
        if name != "years":
            assert [facet.count for facet in found] == sorted((f.count for f in found), reverse=True)
    assert [facet.value for facet in facets.years] == sorted(brute["years"])
    assert facets.months == dict(Counter(each.date[:7] for each in articles if each.date))
    assert facets.undated == sum(not each.date for each in articles)


@pytest.mark.parametrize("word", ["Kansai", "Wasserstoff", "bridge", "Brücke", "Terhorst", "大阪", "Digitalwerk"])
def test_the_demo_archive_is_searched(demo_archive: Archive, word: str) -> None:
    found = set(demo_archive.find(f"={word}" if word.isascii() else word).ids)
    brute = {
        number
        for number in demo_archive.find().ids
        if word.casefold() in f"{demo_archive.article(number).title} {demo_archive.article(number).text}".casefold()
    }
    # Found as a word it is always in the text; in the text it may be only a part of a longer word.
    assert found
    assert found <= brute or not word.isascii()


def test_the_demo_archive_holds_its_press(demo_archive: Archive) -> None:
    gold = (demo_folder() / "gold.jsonl").read_text(encoding="utf-8").count("\n")
    # The wire service's texts that papers printed word for word are one article, found twice.
    assert len(demo_archive.browse.provenances()) == gold
    assert demo_archive.counts().all == gold - demo_archive.counts().duplicates
    assert demo_archive.pending() == 0
    assert demo_archive.check(deep=True).problems == []
    assert len(demo_archive.saved_searches()) > 0
    assert demo_archive.counts().starred > 0
    for saved in demo_archive.saved_searches():
        assert len(demo_archive.find(saved.query)), saved.query
    for tag in demo_archive.tags():
        assert len(demo_archive.find(f'tag:"{tag.value}"')) >= tag.count


def _index_files(archive: Archive) -> list[Path]:
    generation = index_queue.state(archive._session.reader()).generation
    return sorted(path for path in archive.indexing.folder(generation).rglob("*") if path.stat().st_size)


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _spoil(kind: str, archive: Archive) -> None:
    if kind == "index":
        shutil.rmtree(archive.path / "index")
        return
    files = _index_files(archive)
    wanted = [path for path in files if (path.suffix == ".toc") == (kind.startswith("toc"))]
    wanted = [path for path in wanted if "LOCK" not in path.name]
    assert wanted
    {"deleted": Path.unlink, "truncated": _truncate, "flipped": _flip}[kind.split()[1]](wanted[-1])


@pytest.mark.parametrize(
    "kind",
    ["index", "toc deleted", "toc truncated", "toc flipped", "segment deleted", "segment truncated", "segment flipped"],
)
def test_a_broken_index_is_made_again(indexed: Archive, reopen: Callable[[Archive], Archive], kind: str) -> None:
    indexed.tag([1], "bleibt")
    indexed.indexing.close()
    _spoil(kind, indexed)
    archive = reopen(indexed)
    report = archive.check(deep=True)
    assert any("index" in problem for problem in report.problems)
    repaired = archive.check(deep=True, repair=True)
    assert repaired.ok
    assert repaired.repaired
    assert set(archive.find("Hafen").ids) == {1, 2}
    assert [(tag.value, tag.count) for tag in archive.tags()] == [("bleibt", 1)]
    assert archive.check(deep=True).problems == []


@pytest.mark.parametrize("kind", ["index", "toc deleted", "toc truncated", "toc flipped", "segment deleted"])
def test_a_broken_index_is_made_again_by_itself(
    indexed: Archive, reopen: Callable[[Archive], Archive], kind: str
) -> None:
    indexed.indexing.close()
    _spoil(kind, indexed)
    archive = reopen(indexed)
    broken = archive.find("Hafen")  # no error: what SQL can answer is answered
    assert list(broken.ids) == []
    assert broken.notices
    assert len(archive.find("source:Bote")) == 2
    archive.catch_up()
    assert set(archive.find("Hafen").ids) == {1, 2}


@pytest.mark.parametrize("kind", ["all", "generation", "next", "link"])
def test_what_lies_where_an_index_belongs_is_in_nobody_s_way(
    indexed: Archive, reopen: Callable[[Archive], Archive], tmp_path: Path, kind: str
) -> None:
    files = indexed.path / "index"
    indexed.indexing.close()
    shutil.rmtree(files)
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "letter.txt").write_text("Liebe Leute")
    if kind == "all":
        files.write_text("no folder")
    else:
        files.mkdir()
        (files / "1").write_text("no folder")
        (files / "2").symlink_to(foreign) if kind == "link" else (files / "2").write_text("no folder")
    archive = reopen(indexed)
    assert archive.catch_up() == 4
    assert set(archive.find("Hafen").ids) == {1, 2}
    assert [path.name for path in foreign.iterdir()] == ["letter.txt"]
    if kind == "all":
        assert (indexed.path / "index-set-aside").read_text() == "no folder"


def test_what_a_crash_left_of_older_indexes_is_removed(indexed: Archive) -> None:
    left = indexed.indexing.folder(7)
    left.mkdir()
    (left / "MAIN_abc.lsg").write_bytes(b"old")
    indexed.reindex()
    assert [path.name for path in left.parent.iterdir()] == ["2"]


def test_an_index_that_was_never_made_is_made(indexed: Archive, reopen: Callable[[Archive], Archive]) -> None:
    with indexed._session.writing() as connection:
        index_queue.set_state(connection, index_queue.IndexState("new", 1, []))
    archive = reopen(indexed)
    assert archive.catch_up() == 4
    assert set(archive.find("Hafen").ids) == {1, 2}


def test_damage_to_an_open_index_is_told_and_mended(indexed: Archive) -> None:
    assert set(indexed.find("Hafen").ids) == {1, 2}
    for path in _index_files(indexed):
        if path.suffix == ".lsg":
            with path.open("r+b") as file:
                size = path.stat().st_size
                file.seek(size // 2)
                file.write(b"\xff" * (size - size // 2))
    with pytest.raises(IndexUnreadableError):
        indexed.find('"Hafen wächst" OR Hafen*')
    assert indexed.find("Hafen").notices  # it is not asked again
    assert indexed.catch_up() == 4
    assert set(indexed.find("Hafen").ids) == {1, 2}


def test_an_index_that_changes_while_it_is_opened_is_opened_after_all(
    indexed: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = Archive.open(indexed.path, read_only=True)
    real = engines.verify

    def verify(*args: Any, **options: Any) -> bool:
        monkeypatch.setattr(engines, "verify", real)
        indexed.reindex()
        return real(*args, **options)

    monkeypatch.setattr(engines, "verify", verify)
    assert set(beside.find("Hafen").ids) == {1, 2}
    beside.close()


def test_a_foreign_table_of_contents_is_never_executed(
    indexed: Archive, reopen: Callable[[Archive], Archive], tmp_path: Path
) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "sprung"),)

    indexed.indexing.close()
    for path in _index_files(indexed):
        path.write_bytes(pickle.dumps(Trap()))
    archive = reopen(indexed)
    assert archive.find("Hafen").notices
    archive.catch_up()
    assert set(archive.find("Hafen").ids) == {1, 2}
    assert not (tmp_path / "sprung").exists()


def test_reindexing_gives_the_same_answers(indexed: Archive) -> None:
    before = [(query, list(indexed.find(query).ids)) for query in ("Hafen", "bridge", '"der Hafen"')]
    generation = indexed.info()["index_generation"]
    assert indexed.reindex() == 4
    assert [(query, list(indexed.find(query).ids)) for query in ("Hafen", "bridge", '"der Hafen"')] == before
    assert indexed.info()["index_generation"] == generation + 1
    assert [path.name for path in (indexed.path / "index").iterdir()] == [str(generation + 1)]


def test_many_articles_are_indexed_by_a_child(empty: Archive) -> None:
    shelve(empty, *(article(f"Text nummer{number} vom Hafen", f"Titel {number}") for number in range(60)))
    assert indexing.IN_PROCESS < 60
    assert empty.catch_up() == 60
    assert len(empty.find("Hafen")) == 60
    assert list(empty.find("nummer37").ids) == [38]


def test_a_child_that_dies_is_told_and_nothing_is_lost(empty: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    shelve(empty, *(article(f"Text nummer{number}") for number in range(60)))
    with monkeypatch.context() as broken:
        broken.setattr(sys, "executable", shutil.which("false") or "/bin/false")
        with pytest.raises(IndexingError, match="Nothing is lost"):
            empty.catch_up()
    assert empty.pending() == 60
    assert empty.catch_up() == 60
    assert list(empty.find("nummer5").ids) == [6]


def test_changes_during_a_crash_of_the_indexer_are_not_lost(
    indexed: Archive, reopen: Callable[[Archive], Archive], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The index commits first, then the store drops the queue: between the two the program dies.
    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    indexed.set_fields(1, title="Zeppelin")
    with monkeypatch.context() as crash:
        crash.setattr(indexed.indexing, "_commit", dies)
        with pytest.raises(KeyboardInterrupt):
            indexed.catch_up()
    archive = reopen(indexed)
    archive.catch_up()
    assert archive.pending() == 0
    assert list(archive.find("Zeppelin").ids) == [1]
    assert set(archive.find("Hafen").ids) == {1, 2}
    assert archive.check(deep=True).problems == []
