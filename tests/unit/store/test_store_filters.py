"""Every filter of the query language against a filter in Python over the same articles."""

from collections.abc import Callable

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.article import Article
from tests.conftest import SHELF, article, shelve

MORE = (
    article("Text eins", "Eins", "2018", "Rheinhafen-Bote am Sonntag", language="de", byline="md", place="Lank"),
    article("Text zwei", "Zwei", "2018-12-31", "Bote", language="ja", byline="小林亮"),
    article("Text drei", "Drei", "2020-02-29", "", language=""),
)


@pytest.fixture
def shelf(empty: Archive) -> Archive:
    """Seven articles with all sorts of marks: 1 starred, 2 read, 3 noted, 4 in the trash, 5 twice."""
    shelve(empty, *SHELF, *MORE)
    shelve(empty, MORE[0], path="/second/Pfad.txt")
    empty.tag([1, 2], "Wirtschaft")
    empty.tag([3], "Wirtschaft/Start-up")
    empty.tag([5], "Wirtschaftsteil")
    empty.tag([4], "Straße")
    empty.star([1])
    empty.mark_read([2, 4])
    empty.note(3, "Notiz")
    empty.note(2, "", 0, 4)
    _orphan(empty, empty.note(5, "verloren", 0, 2).result)
    empty.trash([4])
    return empty


def _orphan(archive: Archive, note: int) -> None:
    with archive._session.writing() as connection:
        connection.execute("update annotations set orphaned = 1 where id = ?", (note,))


def _tag(article: Article, name: str) -> bool:
    return any(tag.name == name or tag.name.startswith(name + "/") for tag in article.tags)


CASES: list[tuple[str, Callable[[Article], bool]]] = [
    ("is:read", lambda a: a.read),
    ("is:unread", lambda a: not a.read),
    ("is:starred", lambda a: a.starred),
    ("-is:starred", lambda a: not a.starred),
    ("is:undated", lambda a: not a.date),
    ("is:dated", lambda a: bool(a.date)),
    ("is:tagged", lambda a: bool(a.tags)),
    ("is:untagged", lambda a: not a.tags),
    ("is:noted", lambda a: bool(a.notes)),
    ("is:unnoted", lambda a: not a.notes),
    ("has:highlight", lambda a: any(note.start is not None for note in a.notes)),
    ("hat:markierungen", lambda a: any(note.start is not None for note in a.notes)),
    ("is:orphaned", lambda a: any(note.orphaned for note in a.notes)),
    ("-ist:verwaist", lambda a: not any(note.orphaned for note in a.notes)),
    ("is:duplicate", lambda a: len(a.provenance) > 1),
    ("tag:Wirtschaft", lambda a: _tag(a, "Wirtschaft")),
    ("tag:wirtschaft", lambda a: _tag(a, "Wirtschaft")),
    ("tag:Wirtschaft*", lambda a: any(t.name.startswith("Wirtschaft") for t in a.tags)),
    ("tag:Wirtschaft/Start-up", lambda a: _tag(a, "Wirtschaft/Start-up")),
    ("tag:Wirt", lambda _: False),
    ("tag:nirgends", lambda _: False),
    ("-tag:Wirtschaft", lambda a: not _tag(a, "Wirtschaft")),
    ("source:Bote", lambda a: a.source == "Bote"),  # exact goes before contains
    ("source:Rheinhafen-Bote", lambda a: a.source == "Rheinhafen-Bote"),
    ("source:rheinhafen*", lambda a: a.source.startswith("Rheinhafen")),
    ("source:kurier", lambda a: "Kurier" in a.source),
    ("source:harbour", lambda a: "Harbour" in a.source),
    ("lang:de", lambda a: a.language == "de"),
    ("lang:Japanisch", lambda a: a.language == "ja"),
    ("date:2018", lambda a: a.date.startswith("2018")),
    ("date:2018-09-30", lambda a: a.date in ("2018-09", "2018")),  # a month can be any of its days
    ("date:2019-05", lambda a: a.date in ("2019-05-14", "2019")),
    ("date:2018-10..2018-12", lambda a: a.date in ("2018", "2018-12-31")),
    ("date:..2018-08-31", lambda a: a.date == "2018"),
    ("date:>2019-12-31", lambda a: a.date == "2020-02-29"),
    ("date:2017", lambda _: False),
    ("author:püt", lambda a: "Pütz" in a.byline),
    ("author:小林", lambda a: "小林" in a.byline),
    ("place:RHEIN", lambda a: a.place == "Rheinhafen"),
    ("path:second", lambda a: any("second" in where.path for where in a.provenance)),
    ("is:starred OR is:noted", lambda a: a.starred or bool(a.notes)),
    ("tag:Wirtschaft -is:starred", lambda a: _tag(a, "Wirtschaft") and not a.starred),
    ("-(is:starred OR lang:de)", lambda a: not (a.starred or a.language == "de")),
    ("", lambda _: True),
    ("*", lambda _: True),
]


@pytest.mark.parametrize(("query", "wanted"), CASES, ids=[query or "everything" for query, _ in CASES])
def test_a_filter_finds_what_python_finds(shelf: Archive, query: str, wanted: Callable[[Article], bool]) -> None:
    whole = [shelf.article(number) for number in range(1, 8)]
    expected = {each.id for each in whole if wanted(each) and not each.trashed}
    assert set(shelf.find(query).ids) == expected


def test_each_case_of_the_table_can_fail(shelf: Archive) -> None:
    # A filter that found all or nothing would pass a case that expects all or nothing; those must be few.
    sizes = {query: len(shelf.find(query)) for query, _ in CASES}
    assert {query for query, size in sizes.items() if size in (0, 6)} == {
        *("tag:Wirt", "tag:nirgends", "date:2017", "", "*", "is:dated", "is:undated")
    }


def test_the_trash_is_found_only_where_it_is_asked_for(shelf: Archive) -> None:
    assert list(shelf.find("is:trash").ids) == [4]
    assert list(shelf.find("tag:Straße").ids) == []
    assert list(shelf.find("tag:strasse is:trash").ids) == [4]
    assert set(shelf.find("is:trash OR is:starred").ids) == {1, 4}
    assert set(shelf.find("-is:trash").ids) == {1, 2, 3, 5, 6, 7}
    assert list(shelf.find("is:trash", view="unread").ids) == []
    assert list(shelf.find(view="trash").ids) == [4]


def test_what_was_taken_back_is_found_nowhere(shelf: Archive) -> None:
    with shelf._session.writing() as connection:
        connection.execute("update articles set state = 2 where id in (1, 4)")
    for query in ("", "-is:trash", "is:trash", "is:trash OR is:starred", "tag:Wirtschaft"):
        assert not {1, 4} & set(shelf.find(query).ids), query


def test_a_percent_sign_is_no_wildcard(empty: Archive) -> None:
    shelve(empty, article("a", byline="50% Müller"), article("b", byline="50 Meier"))
    assert list(empty.find("author:50%").ids) == [1]
    assert list(empty.find("author:_").ids) == []
