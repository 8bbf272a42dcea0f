"""The columns in memory: they follow every change, and answer as the store does."""

from itertools import pairwise

import numpy as np
import pytest

from desktop_app.archive.archive import Archive
from desktop_app.archive.matching import Matcher
from desktop_app.model.article import ParsedArticle
from desktop_app.model.changes import Changes
from tests.conftest import SHELF, article, shelve

QUERIES = (
    "is:starred",
    "-is:starred",
    "is:unread",
    "is:dated",
    "is:undated",
    "is:tagged",
    "is:untagged",
    "is:noted",
    "is:duplicate",
    "is:trash",
    "tag:Hafen",
    "tag:hafen OR is:read",
    "tag:nirgends",
    "source:Bote",
    "source:nirgends",
    'source:""',
    "lang:de",
    "lang:ja",
    "has:source",
    "has:place",
    "author:md",
    "date:2018",
    "date:..2019 -is:starred",
    "date:2019.. tag:Hafen",
)
FACTS = (
    ("2018-12", "Bote", "de", "md"),
    ("", "", "ja", ""),
    ("2019", "Kurier", "", "md"),
    ("2019-02-01", "", "de", ""),
)
MIXED = (
    "Hafen",
    "Hafen -is:starred",
    "Hafen OR tag:Rhein",
    "-Hafen",
    "Hafen date:2019",
    "(Hafen OR is:read) lang:de",
)
NAMES = ("ids", "state", "date_from", "date_to", "month", "source", "starred", "read", "rank", "newest", "oldest")
MORE: tuple[ParsedArticle, ...] = tuple(
    article(f"Text {number} am Hafen", f"Titel {number}", date, source, language=language, byline=byline)
    for number, (date, source, language, byline) in enumerate(FACTS)
)


@pytest.fixture
def shelf(empty: Archive) -> Archive:
    shelve(empty, *SHELF, *MORE)
    empty.catch_up()
    return empty


def _agrees(archive: Archive) -> None:
    """Whether the columns, kept up to date, are those that would be read now, and answer as the store does."""
    kept = archive.browse.matcher()
    fresh = Matcher.load(archive._session.reader())
    for name in NAMES:
        np.testing.assert_array_equal(getattr(kept, name), getattr(fresh, name), name)
    assert [kept.languages[code] for code in kept.language] == [fresh.languages[code] for code in fresh.language]
    pairs = [sorted(zip(m.tagging_tags.tolist(), m.tagging_positions.tolist(), strict=True)) for m in (kept, fresh)]
    assert pairs[0] == pairs[1]
    for query in QUERIES:
        for sort in ("date", "-date"):
            by_columns = archive.find(query, sort=sort)
            archive.browse._matcher = None
            by_store = archive.find(query, sort=sort)
            archive.browse._matcher = kept
            assert list(by_columns.ids) == list(by_store.ids), query


def test_columns_follow_every_change(shelf: Archive) -> None:
    _agrees(shelf)
    shelf.star([1, 6])
    _agrees(shelf)
    shelf.mark_read([2, 5])
    shelf.tag([1, 3, 7], "Hafen")
    _agrees(shelf)
    shelf.undo()
    shelf.tag([2], "Hafen/Rhein")
    shelf.note(3, "Notiz")
    _agrees(shelf)
    shelf.trash([4])
    _agrees(shelf)
    shelf.undo()
    added = shelve(shelf, article("Ein neuer Text", "Neu", "2017-05", "Bote", language="en"))
    shelf._session.announce(Changes(rows={"articles": {*added}}))
    _agrees(shelf)
    shelf.rename_tag("Hafen/Rhein", "Rhein")
    _agrees(shelf)


def test_a_star_does_not_read_all_columns_again(shelf: Archive) -> None:
    before = shelf.browse.matcher()
    shelf.star([2])
    after = shelf.browse.matcher()
    assert after is not before
    assert after.ids is before.ids
    assert after.newest is before.newest
    assert not before.starred[1]
    assert after.starred[1]


def test_words_and_filters_answer_alike_before_and_after(shelf: Archive) -> None:
    for query in MIXED:
        first = shelf.find(query)
        shelf.star([1])
        shelf.undo()
        again = shelf.find(query)
        assert list(first.ids) == list(again.ids)
        assert first.scores == again.scores
        assert len(set(first.ids)) == len(first.ids)


def test_the_best_come_first_and_of_equals_the_newest(shelf: Archive) -> None:
    listing = shelf.find("Hafen")
    assert listing.scores is not None
    assert list(listing.scores) == sorted(listing.scores, reverse=True)
    days = {row.id: row.date for row in shelf.rows(listing.ids)}
    for (a, one), (b, other) in pairwise(zip(listing.ids, listing.scores, strict=True)):
        assert one > other or days[a] >= days[b] or not days[b]


def test_ids_far_apart_are_found_as_well(shelf: Archive) -> None:
    matcher = shelf.browse.matcher()
    table = matcher._table
    wanted = np.array([1, 5, 7, 99, 10**12], np.int64)
    expected = matcher.positions(wanted).tolist()
    assert expected == [0, 4, 6, -1, -1]
    matcher._table = None
    assert matcher.positions(wanted).tolist() == expected
    matcher._table = table


def test_columns_follow_what_another_program_writes(shelf: Archive) -> None:
    beside = Archive.open(shelf.path, read_only=True)
    assert set(beside.find("Hafen").ids) == {1, 2, 5, 6, 7, 8}
    shelf.star([1])
    shelf.tag([2], "Neu")
    shelf.trash([5])
    _, late = [shelf.catch_up(), shelve(shelf, article("Noch ein Hafen", language="fr"))[0]]
    shelf.catch_up()
    assert set(beside.find("Hafen").ids) == {1, 2, 6, 7, 8, late}
    assert list(beside.find("is:starred").ids) == [1]
    assert list(beside.find("Hafen tag:Neu").ids) == [2]
    assert list(beside.find("Hafen lang:fr").ids) == [late]
    matcher = beside.browse.matcher()
    assert beside.browse.matcher() is matcher
    beside.close()


def test_what_is_written_while_columns_are_read_does_not_tear_them(shelf: Archive) -> None:
    reader = shelf._session.reader()

    def write(statement: str) -> None:
        if statement.startswith("select id, (date_from"):
            reader.set_trace_callback(None)
            shelve(shelf, article("Texte du port", source="Journal", language="fr"))

    reader.set_trace_callback(write)
    assert len(shelf.browse.matcher().ids) == len(SHELF) + len(MORE)


def test_counting_the_whole_archive_sees_one_moment(empty: Archive) -> None:
    shelve(empty, *SHELF)
    reader = empty._session.reader()

    def write(statement: str) -> None:
        if statement.startswith("select id, name from sources"):
            reader.set_trace_callback(None)
            with empty._session.writing() as connection:
                connection.execute("update articles set source_id = null")
                connection.execute("delete from sources")

    reader.set_trace_callback(write)
    assert len(empty.facets(empty.find()).sources) == 3


def test_an_empty_archive_has_nothing_to_wait_for(empty: Archive) -> None:
    for query in ("Hafen", "-Hafen", "Hafen OR is:starred", "like:999999", "Haf*"):
        listing = empty.find(query)
        assert list(listing.ids) == []
        assert not any("index" in notice for notice in listing.notices)
        assert empty.count(query) == 0
        assert empty.examine(query).repairs == ()
    assert empty.catch_up() == 0
