"""A second window: its own article and place, the same archive; it goes with the main one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.gui.people.page import EntityPane
from desktop_app.gui.side_window import SideWindow
from desktop_app.gui.widgets.named_line import NamedLine
from tests.gui.scene import Scene
from tests.unit.archive.cast import ListReader


def beside() -> list[SideWindow]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, SideWindow) and each.isVisible()]


@pytest.fixture
def side(scene: Scene, qtbot: QtBot) -> Iterator[SideWindow]:
    """A second reader on the second article of the list."""
    scene.read(1)
    scene.do("second_window")
    (window,) = beside()
    qtbot.waitUntil(lambda: window.desk.article is not None)
    yield window
    if isValid(window) and window.isVisible():
        window.close()


def test_it_reads_on_by_itself(scene: Scene, side: SideWindow) -> None:
    ids = scene.desk.listing.ids
    assert side.desk.article.id == ids[1]
    assert scene.archive.article(ids[1]).title in side.windowTitle()
    side.action("next_article").trigger()
    scene.until(lambda: side.desk.article.id == ids[2])
    assert scene.desk.article.id == ids[1]
    side.action("back").trigger()
    scene.read(4)
    assert side.desk.article.id in (ids[1], ids[2])


def test_what_is_done_in_one_shows_in_the_other(scene: Scene, side: SideWindow) -> None:
    number = side.desk.article.id
    side.action("star").trigger()
    scene.until(lambda: scene.desk.article.starred and side.desk.article.starred)
    scene.archive.note(number, "Nachfragen", 0, 8)
    scene.until(lambda: len(side.desk.article.notes) == 1)
    side.action("undo").trigger()
    scene.until(lambda: not side.desk.article.notes)


def test_hits_of_the_search_are_marked_there_too(scene: Scene, qtbot: QtBot) -> None:
    scene.search("Hafen")
    scene.read(0)
    scene.do("second_window")
    (window,) = beside()
    qtbot.waitUntil(lambda: bool(window.desk.hits))
    window.close()


def test_a_person_s_page_stands_beside_an_article(scene: Scene, qtbot: QtBot) -> None:
    text = scene.archive.article(1).text
    name = next(word for word in text.split() if word.isalpha() and word[0].isupper() and len(word) > 4)
    scene.archive.recognise(reader=ListReader({name: ("person", name.lower())}))
    entity = scene.archive.entity_named(name, "person")[0]
    scene.desk.open_entity(entity)
    scene.until(lambda: scene.window.rooms.targets() == [entity])
    scene.do("second_window")
    (window,) = beside()
    qtbot.waitUntil(lambda: name in window.windowTitle())
    assert isinstance(window.rooms.currentWidget(), EntityPane)
    assert window.action("rename_person").isEnabled()
    assert not window.action("note").isEnabled()
    window.show_article(1)
    qtbot.waitUntil(lambda: window.desk.article is not None and window.rooms.currentWidget() is window.reader)
    window.close()


def test_lists_and_tables_open_in_the_main_window(scene: Scene, side: SideWindow) -> None:
    number = side.desk.article.id
    side.desk.open_people("person")
    scene.until(lambda: scene.desk.room.name == "people")
    scene.until(lambda: side.desk.room.name == "articles" and side.desk.article.id == number)
    side.desk.open_query("Hafen")
    scene.until(lambda: scene.desk.full_query == "Hafen" and scene.desk.room.name == "articles")


def test_it_closes_with_the_main_window(scene: Scene, side: SideWindow) -> None:
    scene.window.close()
    scene.until(lambda: not isValid(side) or not side.isVisible())


def test_ctrl_w_closes_it_alone(scene: Scene, side: SideWindow) -> None:
    side.activateWindow()
    scene.until(side.isActiveWindow)
    QTest.keyClick(side, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    scene.until(lambda: not isValid(side) or not side.isVisible())
    assert scene.window.isVisible()
    assert scene.archive.counts().all > 0


def test_the_mouse_goes_back_and_forward(scene: Scene) -> None:
    scene.search("Hafen")
    scene.desk.toggle_filter("lang:de")
    scene.until(lambda: scene.desk.listing.query == "Hafen lang:de")
    handle, middle = scene.window.windowHandle(), QPoint(400, 300)
    QTest.mousePress(handle, Qt.MouseButton.BackButton, Qt.KeyboardModifier.NoModifier, middle)
    scene.until(lambda: scene.desk.full_query == "Hafen")
    QTest.mousePress(handle, Qt.MouseButton.ForwardButton, Qt.KeyboardModifier.NoModifier, middle)
    scene.until(lambda: scene.desk.full_query == "Hafen lang:de")


def test_a_name_opens_in_a_window_of_its_own(scene: Scene, qtbot: QtBot) -> None:
    text = scene.archive.article(1).text
    name = next(word for word in text.split() if word.isalpha() and word[0].isupper() and len(word) > 4)
    scene.archive.recognise(reader=ListReader({name: ("person", name.lower())}))
    scene.desk.open_article(1)
    scene.until(lambda: bool(scene.window.inspector.findChildren(NamedLine)))
    line = scene.window.inspector.findChildren(NamedLine)[0]
    menu = line.menu_of()
    assert menu.actions()[1].text() == "In a window of its own"
    menu.actions()[1].trigger()
    (window,) = beside()
    qtbot.waitUntil(lambda: window.rooms.targets() == [line.named.first.entity])
    assert scene.desk.room.name == "articles"
    # Its own menu has the entry too; a third window belongs to the main one as well.
    pane = window.rooms.currentWidget()
    assert isinstance(pane, EntityPane)
    pane.menu_wanted.emit(QPoint(10, 10))
    (more,) = window.findChildren(QMenu, "entity_menu")
    assert more.actions()[0] is window.action("second_window")
    more.close()
    window.action("second_window").trigger()
    assert len(beside()) == 2
    scene.window.closing.emit()
    assert not beside()
