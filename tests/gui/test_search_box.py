"""The search box: results while typing, chips, echo, history, and a search kept under a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.panes.list_pane import ListPane
from desktop_app.gui.widgets.filter_chips import FilterChip
from desktop_app.gui.widgets.search_box import SearchBox, understood
from tests.gui.left import desk_over, fill, search, show

# What the platform without a screen says of windows is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(empty: Archive, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with desk_over(empty, qtbot, str(tmp_path / "settings")) as desk:
        yield desk


@pytest.fixture
def box(desk: Desk, qtbot: QtBot) -> SearchBox:
    fill(desk.archive, 12)
    box = SearchBox(desk)
    show(qtbot, box, 1100, 34)
    search(qtbot, desk)
    box.words.setFocus()
    return box


def type_in(widget: QWidget, text: str) -> None:
    """Type letters that QTest does not know."""
    for letter in text:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def test_it_searches_while_the_reader_types(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.listing_changed, timeout=5000):
        type_in(box.words, "source:Bote")
    assert desk.text == "source:Bote"
    assert desk.listing is not None
    assert len(desk.listing) == 4
    assert "read as: source:Bote" in box._echo.toolTip()


def test_japanese_is_searched_once_it_is_committed(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    composing = QInputMethodEvent("ろ", [])
    QApplication.sendEvent(box.words, composing)
    assert not box._typing.isActive()
    done = QInputMethodEvent("", [])
    done.setCommitString("ロボット")
    with qtbot.waitSignal(desk.listing_changed, timeout=5000):
        QApplication.sendEvent(box.words, done)
    assert desk.text == "ロボット"


def test_enter_searches_at_once_and_goes_to_the_list(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    pane = ListPane(desk)
    show(qtbot, pane)
    search(qtbot, desk)
    box.to_list.connect(pane.view.enter)
    type_in(box.words, "lang:en")
    QTest.keyClick(box.words, Qt.Key.Key_Return)
    assert desk.text == "lang:en"
    assert not box._typing.isActive()
    qtbot.waitUntil(lambda: desk.listing is not None and len(desk.listing) == 4)
    qtbot.waitUntil(lambda: desk.listing is not None and desk.selected == [desk.listing.ids[0]])


def test_down_goes_to_the_list(box: SearchBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.to_list):
        QTest.keyClick(box.words, Qt.Key.Key_Down)


def test_esc_clears_and_then_returns_to_the_list(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    type_in(box.words, "lang:en")
    box.search_now()
    QTest.keyClick(box.words, Qt.Key.Key_Escape)
    assert desk.text == ""
    assert box.words.text() == ""
    with qtbot.waitSignal(box.to_list):
        QTest.keyClick(box.words, Qt.Key.Key_Escape)


def cross(chip: FilterChip) -> None:
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.cross().center().toPoint())


def test_chips_go_by_mouse_backspace_and_delete(box: SearchBox, desk: Desk) -> None:
    desk.set_filters(["lang:de", "date:2016", '-source:"The Harbour Post"'])
    assert [chip.text() for chip in box.chips.chips()] == [
        "Language: German",
        "2016",
        "not Source: The Harbour Post",
    ]
    cross(box.chips.chips()[0])
    assert desk.filters == ["date:2016", '-source:"The Harbour Post"']
    QTest.keyClick(box.words, Qt.Key.Key_Backspace)
    assert desk.filters == ["date:2016"]
    chip = box.chips.chips()[0]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert desk.filters == []
    assert not box.chips.isVisible()
    assert box.words.hasFocus()


def test_the_keyboard_stays_among_the_chips(box: SearchBox, desk: Desk) -> None:
    desk.set_filters(["lang:de", "date:2016"])
    box.chips.chips()[0].setFocus()
    QTest.keyClick(box.chips.chips()[0], Qt.Key.Key_Backspace)
    assert desk.filters == ["date:2016"]
    assert box.chips.chips()[0].hasFocus()


def test_a_click_on_a_chip_asks_for_its_facet(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    both = "(lang:de OR lang:en)"
    desk.set_filters([both])
    (chip,) = box.chips.chips()
    assert chip.text() == "Language: German or English"
    assert chip.accessibleName() == "Filter Language: German or English"
    with qtbot.waitSignal(desk.facet_wanted) as wanted:
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert wanted.args == [both]
    with qtbot.waitSignal(desk.facet_wanted):
        QTest.keyClick(chip, Qt.Key.Key_Return)
    assert desk.filters == [both]


def test_backspace_first_takes_letters(box: SearchBox, desk: Desk) -> None:
    desk.set_filters(["lang:de"])
    type_in(box.words, "ab")
    QTest.keyClick(box.words, Qt.Key.Key_Backspace)
    assert box.words.text() == "a"
    box.words.selectAll()
    QTest.keyClick(box.words, Qt.Key.Key_Backspace)
    assert desk.filters == ["lang:de"]
    QTest.keyClick(box.words, Qt.Key.Key_Backspace)
    assert desk.filters == []


def test_a_repair_is_told_quietly(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.listing_changed, timeout=5000):
        desk.set_text("date:yesterdayish")
    assert box.words.text() == "date:yesterdayish"
    assert box._echo.property("notice") is True
    assert "is no date" in box._echo.toolTip()
    with qtbot.waitSignal(desk.listing_changed, timeout=5000):
        desk.set_text("")
    assert box._echo.property("notice") is False


def test_a_refused_query_is_told_beside_the_words(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.listing_changed, timeout=5000):
        desk.set_text("hafen " * 201)
    assert "more than 200 words" in box._echo.toolTip()
    assert desk.listing is not None
    assert len(desk.listing) == 0


def test_the_words_are_not_overwritten_while_typing(box: SearchBox, desk: Desk) -> None:
    type_in(box.words, "lang:")
    desk.set_filters(["date:2016"])
    assert box.words.text() == "lang:"


def test_the_history_offers_earlier_searches(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    for query in ("lang:en", "lang:de", "lang:en"):
        box.words.setText(query)
        QTest.keyClick(box.words, Qt.Key.Key_Return)
    assert box.recent() == ["lang:en", "lang:de"]
    QTest.keyClick(box.words, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    menu = box.history_menu()
    menu.actions()[1].trigger()
    assert desk.full_query == "lang:de"
    menu.actions()[-1].trigger()
    assert box.recent() == []


def test_a_search_is_saved_under_a_name(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    assert not box.save.isVisible()
    desk.set_text("lang:en")
    desk.set_filters(["date:2016"])
    assert box.save.isVisible()
    box.save.click()
    sheet = box.save.sheet
    assert sheet is not None
    assert sheet.name.text() == "lang:en · 2016"
    sheet.name.setText("Englisch")
    with qtbot.waitSignal(desk.hub.changed, timeout=5000):
        QTest.keyClick(sheet.name, Qt.Key.Key_Return)
    (saved,) = desk.archive.saved_searches()
    assert (saved.name, saved.query) == ("Englisch", "lang:en date:2016")


def test_nothing_is_not_saved(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.message):
        box.save.ask()
    assert box.save.sheet is None


def test_a_long_text_leaves_room_for_the_chips(box: SearchBox, desk: Desk) -> None:
    desk.set_filters(["lang:de", "date:2016"])
    box.words.setText("sehr lange Worte " * 40)
    box.layout().activate()
    last = box.chips.chips()[-1]
    assert last.mapTo(box, last.rect().topRight()).x() < box.width()


def test_operators_are_echoed_outside_of_phrases() -> None:
    assert understood('a ODER "b OR c"') == 'a OR "b OR c"'
