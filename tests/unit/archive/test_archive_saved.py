"""Saved searches and what is new in them."""

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.changes import Changes
from desktop_app.model.progress import CancelledError
from tests.conftest import article, shelve


def _new(archive: Archive) -> dict[str, int]:
    names = {search.id: search.name for search in archive.saved_searches()}
    return {names[number]: count for number, count in archive.new_in_searches().items()}


@pytest.fixture
def saved(archive: Archive) -> Archive:
    """An archive with four saved searches, and after them three more articles."""
    archive.catch_up()
    for name, query in (("Hafen", "Hafen"), ("Bote", "source:Bote"), ("ohne", "-Hafen"), ("nie", "Hafen lang:ja")):
        archive.save_search(name, query)
    assert [search.seen for search in archive.saved_searches()] == [4] * 4
    shelve(archive, article("Der Hafen ruht.", source="Bote"), article("Still.", source="Bote"), article("Hafen"))
    archive.catch_up()
    return archive


def test_what_came_since_a_search_was_saved_is_new_in_it(saved: Archive) -> None:
    assert _new(saved) == {"Hafen": 2, "Bote": 2, "ohne": 1}


def test_what_was_looked_at_is_not_new(saved: Archive) -> None:
    heard: list[Changes] = []
    saved.on_change.append(heard.append)
    steps = saved.history()
    search = next(search for search in saved.saved_searches() if search.name == "Hafen")
    saved.seen_search(search.id)
    saved.seen_search(search.id)
    assert _new(saved) == {"Bote": 2, "ohne": 1}
    assert [changes.rows for changes in heard] == [{"saved_searches": {search.id}}]
    assert saved.history() == steps


def test_what_is_not_searchable_yet_cannot_have_been_seen(saved: Archive) -> None:
    number = next(search.id for search in saved.saved_searches() if search.name == "Hafen")
    shelve(saved, article("Der Hafen wartet."))
    saved.set_fields(1, title="Am Kai")  # an old one that waits as well
    saved.seen_search(number)
    late = saved.save_search("später", "Hafen OR Kai").result
    saved.log_search(saved.find("Hafen"))
    assert "Hafen" not in _new(saved)
    saved.catch_up()
    assert saved.new_in_searches()[number] == 1
    assert saved.new_in_searches()[late] == 1
    assert saved.new_since(saved.search_log()[0]) == 1
    saved.seen_search(number)
    assert "Hafen" not in _new(saved)


def test_what_filters_find_is_seen_before_it_is_indexed(saved: Archive) -> None:
    shelve(saved, article("Ein Brief.", source="Bote"))
    for search in saved.saved_searches():
        saved.seen_search(search.id)
    saved.save_search("Briefe", "source:Bote")
    assert _new(saved) == {"ohne": 1}  # which asks for words
    saved.catch_up()
    assert _new(saved) == {"ohne": 1}


def test_looking_is_in_nobody_s_way(saved: Archive) -> None:
    for search in saved.saved_searches():
        saved.seen_search(search.id)
    for _ in range(4):
        saved.undo()
    assert saved.saved_searches() == []
    for _ in range(4):
        saved.redo()
    assert len(saved.saved_searches()) == 4


def test_only_another_query_counts_anew(saved: Archive) -> None:
    saved.save_search("Hafen", "Hafen", "date")
    assert _new(saved)["Hafen"] == 2
    saved.save_search("Hafen", "Hafen OR Kai")
    assert "Hafen" not in _new(saved)


def test_trash_is_not_new(saved: Archive) -> None:
    saved.trash([5])
    assert _new(saved) == {"Hafen": 1, "Bote": 1, "ohne": 1}


def test_a_search_that_cannot_be_answered_has_nothing_new(saved: Archive) -> None:
    saved.save_search("zu lang", "x " * 6000)
    shelve(saved, article("x"))
    saved.catch_up()
    assert "zu lang" not in _new(saved)


def test_counting_can_be_cancelled(saved: Archive) -> None:
    with pytest.raises(CancelledError):
        saved.new_in_searches(cancelled=lambda: True)
