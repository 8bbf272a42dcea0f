"""The desk: one state for all panes, ways back, and what follows a change."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.main_window import MainWindow
from desktop_app.model.article import Article
from desktop_app.model.changes import Changes
from desktop_app.model.listing import Facets, Listing
from tests.gui.scene import desk_on


@pytest.fixture
def desk(archive: Archive, dressed: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A desk on the four articles of the shelf, which the index knows."""
    archive.catch_up()
    with desk_on(archive) as made:
        yield made


@pytest.fixture
def found(desk: Desk, qtbot: QtBot) -> Callable[[], list[int]]:
    """The articles of the present query, sorted, once they are listed."""

    def wait() -> list[int]:
        qtbot.waitUntil(lambda: desk.listing is not None and desk.listing.query == desk.full_query)
        assert desk.listing is not None
        return sorted(desk.listing.ids)

    return wait


def opened(desk: Desk, qtbot: QtBot, number: int) -> Article:
    desk.open_article(number)
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.id == number)
    assert desk.article is not None
    return desk.article


def test_words_and_filters_are_one_query(desk: Desk, found: Callable[[], list[int]]) -> None:
    desk.set_text("Hafen")
    assert found() == [1, 2]
    desk.toggle_filter("lang:de")
    desk.toggle_filter("date:2019")
    assert desk.full_query == "Hafen lang:de date:2019"
    assert found() == [2]
    desk.toggle_filter("lang:de")
    assert desk.filters == ["date:2019"]
    desk.remove_filter("date:2019")
    desk.set_filters(["lang:en"])
    assert found() == []


def test_alternatives_are_bracketed_before_a_filter(desk: Desk, found: Callable[[], list[int]]) -> None:
    desk.set_text("Kräne OR bridge")
    assert desk.full_query == "Kräne OR bridge"
    assert found() == [1, 3]
    desk.toggle_filter("lang:en")
    assert desk.full_query == "(Kräne OR bridge) lang:en"
    assert found() == [3]
    desk.open_query("(Kräne OR bridge) lang:de")
    assert (desk.text, desk.filters) == ("Kräne OR bridge", ["lang:de"])
    assert found() == [1]


def test_back_and_forward(desk: Desk, found: Callable[[], list[int]], qtbot: QtBot) -> None:
    desk.back()
    desk.set_text("Hafen")
    opened(desk, qtbot, 2)
    desk.toggle_filter("date:2018")
    opened(desk, qtbot, 1)
    desk.set_view("starred")
    qtbot.waitUntil(lambda: desk.listing is not None and len(desk.listing) == 0)
    desk.back()
    assert (desk.view, desk.filters, desk.text) == ("all", ["date:2018"], "Hafen")
    desk.back()
    assert found() == [1, 2]
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.id == 2)
    desk.forward()
    assert desk.filters == ["date:2018"]
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.id == 1)
    desk.set_text("Brücke")
    desk.forward()  # another way was taken
    assert desk.text == "Brücke"
    desk.back()
    assert desk.text == "Hafen"


def test_a_word_that_is_typed_is_one_place(desk: Desk, found: Callable[[], list[int]], qtbot: QtBot) -> None:
    for length in range(1, 6):
        desk.set_text("Hafen"[:length])
    desk.back()
    assert desk.text == ""
    desk.forward()
    assert desk.text == "Hafen"
    # Where something was read there is a place to come back to, although the words go on.
    opened(desk, qtbot, 1)
    desk.set_text("Hafen Kran")
    desk.back()
    assert desk.text == "Hafen"
    assert found() == [1, 2]


def test_the_selection_survives_a_change_and_the_article_comes_anew(desk: Desk, qtbot: QtBot) -> None:
    desk.search()
    desk.select([2, 1], 1)
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.id == 1)
    assert desk.targets() == [2, 1]
    desk.edit(desk.archive.tag, [1, 2], "Hafen")
    qtbot.waitUntil(lambda: desk.article is not None and [tag.name for tag in desk.article.tags] == ["Hafen"])
    assert desk.selected == [2, 1]
    desk.edit(desk.archive.rename_tag, "Hafen", "Häfen")
    qtbot.waitUntil(lambda: desk.article is not None and [tag.name for tag in desk.article.tags] == ["Häfen"])
    desk.select([], None)
    assert desk.targets() == [1]
    desk.close_article()
    assert desk.targets() == []


def test_an_article_that_is_gone_leaves_the_reader_empty(desk: Desk, qtbot: QtBot) -> None:
    opened(desk, qtbot, 3)
    desk.archive.trash([3])
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.trashed)
    desk.archive.empty_trash()
    qtbot.waitUntil(lambda: desk.article is None)


def test_hits_follow_the_article_and_the_query(desk: Desk, qtbot: QtBot) -> None:
    text = opened(desk, qtbot, 1).text
    assert desk.hits == []
    desk.set_text("Kräne")
    qtbot.waitUntil(lambda: [text[start:end] for start, end in desk.hits] == ["Kräne"])
    desk.set_text("Brücke")
    qtbot.waitUntil(lambda: desk.hits == [])


def test_stepping_stays_within_the_list(desk: Desk, qtbot: QtBot) -> None:
    rows: list[int] = []
    desk.goto_row.connect(rows.append)
    desk.next_article(1)  # nothing is listed yet
    assert rows == []
    with qtbot.waitSignal(desk.listing_changed):
        desk.search()
    desk.next_article(1)
    assert desk.listing is not None
    opened(desk, qtbot, desk.listing.ids[0])
    desk.next_article(1)
    desk.next_article(-1)
    opened(desk, qtbot, desk.listing.ids[-1])
    desk.next_article(1)
    assert rows == [0, 1, 0, 3]


def test_a_refused_query_is_told_beside_the_words(desk: Desk, qtbot: QtBot) -> None:
    refused: list[str] = []
    desk.refused.connect(refused.append)
    with qtbot.waitSignal(desk.listing_changed) as signal:
        desk.set_text("Hafen " * 201)
    listing: Listing = signal.args[0]
    assert len(listing) == 0 or listing.notices
    assert refused == []


def test_a_refused_verb_is_told_and_the_next_one_works(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.refused) as signal:
        desk.edit(desk.archive.delete_tag, "Nirgends")
    assert "Nirgends" in signal.args[0]
    with qtbot.waitSignal(desk.message) as signal:
        desk.edit(desk.archive.star, [1, 2])
    assert signal.args == ["Star on 2 articles"]


@pytest.mark.parametrize("query", ["", "lang:de", "Hafen"])
def test_facets_are_the_same_however_they_are_counted(archive: Archive, query: str) -> None:
    archive.tag([1, 2], "Hafen")
    archive.tag([3], "Brücke")
    archive.tag([4], "Post")
    archive.trash([4])
    archive.catch_up()
    listing = archive.find(query)
    assert listing.whole == (query == "")
    by_store: Facets = archive.facets(listing)
    archive.browse.matcher()
    by_columns = archive.facets(listing)
    assert by_store == by_columns
    assert list(by_store.months.items()) == list(by_columns.months.items())
    if query == "":
        assert {facet.value: facet.count for facet in by_store.tags} == {"Hafen": 2, "Brücke": 1}
        assert by_store.months == {"2018-09": 1, "2019": 1, "2019-05": 1}
    assert not archive.find("", view="trash").whole


def test_an_article_that_stays_open_has_been_read(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    assert window._seen.interval() >= 1000
    window._seen.setInterval(1)
    heard: list[Changes] = []
    window.hub.changed.connect(heard.append)
    desk.goto_row.emit(0)
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.read)
    assert len(heard) == 1
    assert desk.archive.counts().unread == desk.archive.counts().all - 1
    assert desk.archive.next_undo() is None  # it was no step of the reader's
    assert not window.action("undo").isEnabled()


def test_leafing_through_marks_nothing(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    for row in range(3):
        desk.goto_row.emit(row)
        qtbot.waitUntil(lambda row=row: desk.article is not None and desk.article.id == desk.listing.ids[row])
    assert window._seen.isActive()
    desk.close_article()
    assert not window._seen.isActive()
    assert desk.archive.counts().unread == desk.archive.counts().all


def test_a_window_to_read_only_changes_nothing(room: Path, dressed: QApplication, qtbot: QtBot) -> None:
    window = MainWindow(Archive.open(room, read_only=True))
    window.show()
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing) == 12)
    window.desk.goto_row.emit(0)
    qtbot.waitUntil(lambda: window.desk.article is not None)
    assert not window._seen.isActive()
    with qtbot.waitSignal(window.desk.refused):
        window.commands.star()
    window.close()
    window.deleteLater()


def test_a_disk_that_cannot_be_read_is_told_in_a_sentence(desk: Desk, qtbot: QtBot) -> None:
    def broken() -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ  # type: ignore[misc]
        raise error

    with qtbot.waitSignal(desk.refused) as told:
        desk.jobs.read(desk, broken, lambda _nothing: None)
    assert "Check that its disk is connected" in told.args[0]
