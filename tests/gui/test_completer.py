"""Completions in the search box: offered beside the search, taken only when asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.widgets.search_box import SearchBox
from tests.gui.left import desk_over, fill, search, show
from tests.gui.test_search_box import type_in

# What the platform without a screen says of windows is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(empty: Archive, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with desk_over(empty, qtbot, str(tmp_path / "settings")) as desk:
        yield desk


@pytest.fixture
def box(desk: Desk, qtbot: QtBot) -> SearchBox:
    fill(desk.archive, 12)
    desk.archive.catch_up()
    box = SearchBox(desk)
    show(qtbot, box, 1100, 340)
    box.activateWindow()
    search(qtbot, desk)
    box.words.setFocus()
    qtbot.waitUntil(box.words.hasFocus)
    return box


def offered(box: SearchBox, qtbot: QtBot, text: str, *values: str) -> None:
    """Type, and wait until these are offered."""
    type_in(box.words, text)
    qtbot.waitUntil(lambda: box.completer.values() == list(values), timeout=5000)


def press(box: SearchBox, key: Qt.Key) -> None:
    QTest.keyClick(box.words, key)


def test_enter_searches_for_what_is_written(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    offered(box, qtbot, "haf", "Hafen")
    with qtbot.waitSignal(box.to_list):
        press(box, Qt.Key.Key_Return)
    assert desk.text == "haf"
    assert box.completer.popup is None


def test_the_arrows_choose_and_enter_takes(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    offered(box, qtbot, "source:b", "Rheinhafen-Bote", "The Harbour Post")
    popup = box.completer.popup
    assert popup is not None
    assert popup.currentRow() == -1
    assert popup.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Rheinhafen-Bote, 4 articles"
    for expected in (0, 1, -1, 0):
        press(box, Qt.Key.Key_Down)
        assert popup.currentRow() == expected
    press(box, Qt.Key.Key_Up)
    press(box, Qt.Key.Key_Up)
    press(box, Qt.Key.Key_Enter)
    assert box.words.text() == 'source:"The Harbour Post" '
    assert box.completer.popup is None
    qtbot.waitUntil(lambda: desk.text == 'source:"The Harbour Post" ')
    box.words.undo()
    assert box.words.text() == "source:b"


def test_tab_takes_the_first(box: SearchBox, qtbot: QtBot) -> None:
    offered(box, qtbot, "krä", "Kräne")
    press(box, Qt.Key.Key_Tab)
    assert box.words.text() == "Kräne "
    assert box.words.hasFocus()


def test_a_field_is_followed_by_its_values(box: SearchBox, qtbot: QtBot) -> None:
    offered(box, qtbot, "lan", "lang:")
    press(box, Qt.Key.Key_Tab)
    assert box.words.text() == "lang:"
    qtbot.waitUntil(lambda: box.completer.values() == ["de", "en", "ja"])


def test_the_mouse_takes_one(box: SearchBox, qtbot: QtBot) -> None:
    offered(box, qtbot, "titel sti", "still")
    popup = box.completer.popup
    assert popup is not None
    rect = popup.visualItemRect(popup.item(0))
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert box.words.text() == "titel still "
    assert box.words.hasFocus()


def test_esc_closes_the_list_and_then_clears(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    offered(box, qtbot, "haf", "Hafen")
    press(box, Qt.Key.Key_Escape)
    assert box.completer.popup is None
    assert box.words.text() == "haf"
    press(box, Qt.Key.Key_Escape)
    assert box.words.text() == ""


def test_it_goes_when_the_keyboard_goes(box: SearchBox, qtbot: QtBot) -> None:
    offered(box, qtbot, "haf", "Hafen")
    box.help.setFocus()
    assert box.completer.popup is None
    box.words.setFocus()
    offered(box, qtbot, "e", "Hafen")
    with qtbot.waitSignal(box.to_list):
        press(box, Qt.Key.Key_Escape)
        press(box, Qt.Key.Key_Down)
    assert box.completer.values() == []
