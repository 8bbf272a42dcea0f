"""The search box: results while typing, chips, echo, history, and a search kept under a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import i18n
from desktop_app.gui.clauses import describe, like_clause
from desktop_app.gui.desk import Desk
from desktop_app.gui.panes.list_pane import ListPane
from desktop_app.gui.widgets.filter_chips import FilterChip
from desktop_app.gui.widgets.language_help import LanguageHelp
from desktop_app.gui.widgets.search_box import SearchBox
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
    assert box.echo.toolTip() == "read as: source:Bote"
    assert box.echo.text() == ""  # just as it is written


def test_a_word_that_is_begun_shows_those_that_begin_so(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    desk.archive.catch_up()
    with qtbot.waitSignal(desk.listing_changed, timeout=5000):
        type_in(box.words, "num")
    assert desk.listing is not None
    assert (len(desk.listing), desk.shown_query, desk.full_query) == (12, "num*", "num")
    assert desk.listing.notices == ["Words that begin so are shown while you type."]
    assert desk.first_lines[desk.listing.ids[0]].snippet.spans
    QTest.keyClick(box.words, Qt.Key.Key_Return)
    assert (box.words.text(), desk.text) == ("num*", "num*")
    qtbot.waitUntil(lambda: desk.listing is not None and desk.listing.query == "num*" and not desk.listing.notices)


def test_what_is_not_typed_is_taken_as_it_stands(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    desk.archive.catch_up()
    with qtbot.waitSignal(desk.listing_changed, timeout=5000):
        type_in(box.words, "num")
    with qtbot.waitSignal(desk.listing_changed, timeout=5000):
        desk.open_query("hafen num")
    assert desk.listing is not None
    assert len(desk.listing) == 0


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


def test_a_notice_is_told_quietly(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.listing_changed, timeout=5000):
        desk.set_text("date:yesterdayish")
    assert box.words.text() == "date:yesterdayish"
    assert "is no date" in box.echo.text()
    assert box.echo.focusPolicy() == Qt.FocusPolicy.TabFocus
    box.echo.setFocus()
    QTest.keyClick(box.echo, Qt.Key.Key_Return)
    sheet = box.echo.sheet
    assert sheet is not None
    assert sheet.isVisible()
    assert any("is no date" in label.text() for label in sheet.findChildren(QLabel))
    sheet.close()
    with qtbot.waitSignal(desk.listing_changed, timeout=5000):
        desk.set_text("")
    assert box.echo.text() == "Ctrl+K"
    assert box.echo.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_what_was_meant_is_one_click_away(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    desk.archive.catch_up()
    desk.set_filters(["lang:de"])
    with qtbot.waitSignal(desk.listing_changed, timeout=5000):
        desk.set_text("Kräme")
    qtbot.waitUntil(lambda: "Did you mean" in box.echo.text(), timeout=5000)
    assert box.echo.text() == "Did you mean “Kräne”?"
    box.echo.click()
    assert desk.text == "Kräne"
    assert desk.filters == ["lang:de"]
    qtbot.waitUntil(lambda: desk.listing is not None and len(desk.listing) == 8)


def test_the_echo_tells_operators_in_the_readers_language(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    desk.archive.catch_up()
    i18n.install("de")
    with qtbot.waitSignal(desk.listing_changed, timeout=5000):
        desk.set_text("hafen OR kai")
    told = box.echo.text()
    i18n.install("en")
    assert told.endswith("hafen ODER kai")
    desk.set_filters(["lang:de"])
    with qtbot.waitSignal(desk.listing_changed, timeout=5000):
        desk.set_text("hafen ODER kai")
    assert box.echo.text() == "read as: hafen OR kai"  # without the chips


def test_a_refused_query_is_told_beside_the_words(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.listing_changed, timeout=5000):
        desk.set_text("hafen " * 201)
    assert "more than 200 words" in box.echo.toolTip()
    assert desk.listing is not None
    assert len(desk.listing) == 0


def test_the_words_are_not_overwritten_while_typing(box: SearchBox, desk: Desk) -> None:
    type_in(box.words, "lang:")
    desk.set_filters(["date:2016"])
    assert box.words.text() == "lang:"


def test_recent_searches_come_from_the_archive(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    for query in ("lang:en", "lang:de", "lang:en"):
        desk.archive.log_search(desk.archive.find(query))
    QTest.keyClick(box.words, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert {action.text() for action in menu.actions()} == {"lang:en", "lang:de"}
    menu.close()
    menu = box.history_menu(["lang:de", "a & b"])
    assert menu.actions()[1].text() == "a && b"
    menu.actions()[0].trigger()
    assert desk.full_query == "lang:de"
    assert not box.history_menu([]).actions()[0].isEnabled()


def test_lines_that_are_pasted_become_one(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("Renate Hollkamp\n  Uwe Terhorst\r\n")
    with qtbot.waitSignal(desk.message) as said:
        QTest.keyClick(box.words, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert box.words.text() == "Renate Hollkamp Uwe Terhorst"
    assert box.words.cursorPosition() == len(box.words.text())
    assert "Search for a list" in said.args[0]


def test_the_help_shows_the_language_and_takes_examples(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    box.words.setText("Kai")
    box.help.click()
    sheet = QApplication.activePopupWidget()
    assert isinstance(sheet, LanguageHelp)
    examples = [label.property("example") for label in sheet.examples()]
    assert "harbour NEAR/5 bridge" in examples
    assert "is:unread" in examples
    sheet.examples()[examples.index("is:unread")].linkActivated.emit("")
    assert desk.text == "Kai is:unread"
    assert not sheet.isVisible()


def test_the_help_speaks_german(box: SearchBox) -> None:
    i18n.install("de")
    sheet = LanguageHelp(box)
    i18n.install("en")
    assert "hafen NAHE/5 brücke" in [label.property("example") for label in sheet.examples()]
    sheet.close()


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


def test_the_chip_of_a_search_that_was_kept_names_its_article(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    number = int(desk.archive.find("").ids[0])
    desk.set_filters([f"like:{number}", "lang:de"])
    heading = desk.archive.rows([number])[0].heading
    qtbot.waitUntil(lambda: box.chips.chips()[0].text() == f"Like “{heading}”", timeout=5000)
    assert box.chips.chips()[0].accessibleName() == f"Filter Like “{heading}”"
    desk.set_filters(["like:999"])  # there is none
    assert box.chips.chips()[0].text() == "Like article 999"


def test_another_archive_has_other_articles_under_its_numbers(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    like_clause("like:7", "Aus einem anderen Archiv")
    other = SearchBox(desk)
    qtbot.addWidget(other)
    assert describe("like:7") == "Like article 7"


def test_the_language_sheet_of_a_narrow_window_stays_on_the_screen(box: SearchBox) -> None:
    box.resize(300, 34)
    sheet = LanguageHelp(box)
    sheet.open_below(box)
    assert sheet.width() > box.width()
    assert sheet.x() >= box.screen().availableGeometry().x()
    sheet.close()
