"""An article opens where it was left; the keys that turn its pages."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.model.article import Article
from tests.conftest import article, shelve

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Read = Callable[..., Article]


def test_an_article_opens_where_it_was_left(qtbot: QtBot, desk: Desk, reader: ReaderPane, read: Read) -> None:
    found = read(1)
    place = found.text.index("Absatz 9 über Die Brücke")
    reader.page_view.scroll_to(place, at_top=True)
    read(2)
    qtbot.waitUntil(lambda: desk.archive.place_in(1) == place)
    assert reader.page_view.first_visible() == 0
    assert read(1).reached == place
    assert reader.page_view.first_visible() == place
    qtbot.waitUntil(lambda: reader.page_view.in_view(place))


def test_what_was_read_to_its_end_begins_anew(qtbot: QtBot, desk: Desk, reader: ReaderPane, read: Read) -> None:
    read(1)
    reader.page_view.scroll_to(2000, at_top=True)
    reader.place.keep()
    qtbot.waitUntil(lambda: desk.archive.place_in(1) > 0)
    QTest.keyClick(reader.page_view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: reader.page_view.place() == 0)
    read(2)
    qtbot.waitUntil(lambda: desk.archive.place_in(1) == 0)
    read(1)
    assert reader.page_view.first_visible() == 0


def test_an_article_that_is_passed_by_leaves_no_trace(qtbot: QtBot, desk: Desk, reader: ReaderPane, read: Read) -> None:
    reader.place._resting.setInterval(10**7)
    read(1)
    read(2)
    read(1)
    reader.place._resting.stop()
    reader.place._resting.setInterval(0)
    read(2)
    qtbot.waitUntil(lambda: [row.id for row in desk.archive.recent_readings()] == [2])  # it was stayed with


def test_home_end_and_pages(qtbot: QtBot, reader: ReaderPane, read: Read) -> None:
    read(1)
    page, bar = reader.page_view, reader.page_view.verticalScrollBar()
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    first = bar.value()
    assert 0 < first < page.viewport().height()
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    assert bar.value() == first
    QTest.keyClick(page, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: page.set_so_far() is None and 0 < bar.value() == bar.maximum())
    QTest.keyClick(page, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_far_place_is_gone_to_once_its_words_are_set(
    qtbot: QtBot, desk: Desk, reader: ReaderPane, read: Read
) -> None:
    shelve(desk.archive, article("\n\n".join(f"Absatz {number} am Hafen." for number in range(20_000)), "Lang"))
    found = read(3)
    page, place = reader.page_view, found.text.index("Absatz 19000 ")
    page.scroll_to(place, at_top=True)
    assert page.set_so_far() is not None  # the window did not wait for all of it
    assert page.first_visible() == place
    qtbot.waitUntil(lambda: page.set_so_far() is None and page.in_view(place), timeout=30_000)
    page.scroll_to(0)
    page.scroll_to_end()
    assert page.in_view(len(found.text) - 1)


def test_the_reader_who_scrolls_goes_nowhere_else(qtbot: QtBot, desk: Desk, reader: ReaderPane, read: Read) -> None:
    shelve(desk.archive, article("\n\n".join(f"Absatz {number} am Hafen." for number in range(8_000)), "Lang"))
    found = read(3)
    page = reader.page_view
    page.scroll_to(found.text.index("Absatz 7900 "), at_top=True)
    QTest.keyClick(page, Qt.Key.Key_Space)
    here = page.verticalScrollBar().value()
    qtbot.waitUntil(lambda: page.set_so_far() is None, timeout=30_000)
    assert page.verticalScrollBar().value() == here > 0


def test_lines_become_shorter_and_higher(reader: ReaderPane, read: Read) -> None:
    read(1)
    left, right = reader.page_view.column()
    block = reader.page_view.document().findBlockByNumber(4)
    high = block.blockFormat().lineHeight()
    try:
        theme.set_reading(theme.Reading(characters=50, spacing=130))
        narrow, block = reader.page_view.column(), reader.page_view.document().findBlockByNumber(4)
        assert narrow[1] - narrow[0] < (right - left) * 0.8
        assert block.blockFormat().lineHeight() > high * 1.2
        theme.set_reading(theme.Reading(characters=999, spacing=1))
        assert (theme.reading().characters, theme.reading().spacing) == (90, 85)
    finally:
        theme.set_reading(theme.Reading())
