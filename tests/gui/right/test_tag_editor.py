"""The tag editor: three states for many articles, one undo step, the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.dialogs.tag_editor import TagEditor


@pytest.fixture
def ids(archive: Archive) -> list[int]:
    """Three articles: “Hafen” is on all, “Brücke” on the first only, “Später” on none of them."""
    found = list(archive.find("").ids)
    archive.tag(found[:3], "Hafen")
    archive.tag(found[:1], "Brücke")
    archive.tag(found[3:4], "Später")
    return found[:3]


@pytest.fixture
def editor(desk: Desk, ids: list[int], qtbot: QtBot) -> TagEditor:
    made = TagEditor(desk, ids)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.list.count() == 3)
    return made


def states(editor: TagEditor) -> dict[str, Qt.CheckState]:
    items = (editor.list.item(row) for row in range(editor.list.count()))
    return {item.text(): item.checkState() for item in items}


def names(archive: Archive, article: int) -> set[str]:
    return {tag.name for tag in archive.article(article).tags}


def test_shows_what_all_some_and_none_carry(editor: TagEditor) -> None:
    assert states(editor) == {
        "Brücke": Qt.CheckState.PartiallyChecked,
        "Hafen": Qt.CheckState.Checked,
        "Später": Qt.CheckState.Unchecked,
    }


def test_mixed_stays_mixed_unless_touched(
    editor: TagEditor, archive: Archive, ids: list[int], desk: Desk, qtbot: QtBot
) -> None:
    row = next(row for row in range(3) if editor.list.item(row).text() == "Später")
    editor.list.turned.emit(row)
    with qtbot.waitSignal(desk.hub.changed):
        editor.apply.click()
    assert names(archive, ids[0]) == {"Hafen", "Brücke", "Später"}
    assert names(archive, ids[1]) == {"Hafen", "Später"}


def test_a_new_tag_and_a_removed_one_are_one_step(
    editor: TagEditor, archive: Archive, ids: list[int], desk: Desk, qtbot: QtBot
) -> None:
    before = len(archive.history())
    editor.words.setText("Wirtschaft / Start-up")
    QTest.keyClick(editor.words, Qt.Key.Key_Return)
    assert editor.words.text() == ""
    row = next(row for row in range(4) if editor.list.item(row).text() == "Hafen")
    editor.list.turned.emit(row)
    with qtbot.waitSignal(desk.hub.changed):
        QTest.keyClick(editor.words, Qt.Key.Key_Return)
    assert names(archive, ids[1]) == {"Wirtschaft/Start-up"}
    assert len(archive.history()) == before + 1
    archive.undo()
    assert names(archive, ids[1]) == {"Hafen"}


def test_typing_finds_tags_without_accents(editor: TagEditor) -> None:
    editor.words.setText("brucke")
    assert list(states(editor)) == ["Brücke"]


def test_enter_puts_an_existing_tag_on_whatever_its_case(editor: TagEditor) -> None:
    editor.words.setText("später")
    QTest.keyClick(editor.words, Qt.Key.Key_Return)
    assert states(editor)["Später"] == Qt.CheckState.Checked
    assert editor.list.count() == 3


def test_a_mixed_tag_turns_through_three_states(editor: TagEditor) -> None:
    seen = []
    for _ in range(3):
        editor.list.setCurrentRow(0)
        QTest.keyClick(editor.list, Qt.Key.Key_Space)
        seen.append(states(editor)["Brücke"])
    assert seen == [Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked]


def test_digits_turn_the_tags_that_have_these_keys_in_the_list_only(editor: TagEditor) -> None:
    editor.list.setFocus()
    QTest.keyClick(editor.list, Qt.Key.Key_1)  # the first tag that was made
    assert states(editor)["Hafen"] == Qt.CheckState.Unchecked
    QTest.keyClick(editor.list, Qt.Key.Key_9)  # nobody's
    assert states(editor)["Brücke"] == Qt.CheckState.PartiallyChecked
    QTest.keyClick(editor.list, Qt.Key.Key_H)
    assert editor.words.text() == "h"


def test_nothing_changed_is_no_step(editor: TagEditor, archive: Archive) -> None:
    before = len(archive.history())
    editor.apply.click()
    assert len(archive.history()) == before


def test_esc_changes_nothing(editor: TagEditor, archive: Archive, ids: list[int]) -> None:
    editor.list.turned.emit(1)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert "Hafen" in names(archive, ids[0])


def test_tab_completes_what_was_begun(editor: TagEditor) -> None:
    editor.words.setText("spa")
    QTest.keyClick(editor.words, Qt.Key.Key_Tab)
    assert editor.words.text() == "Später"
    assert editor.hint.text() == "Enter puts “Später” on."


def test_a_colour_is_chosen_from_the_menu(editor: TagEditor, archive: Archive, desk: Desk, qtbot: QtBot) -> None:
    menu = editor.colour_menu("Hafen")
    with qtbot.waitSignal(desk.hub.changed):
        menu.actions()[7].trigger()
    assert {tag.value: tag.colour for tag in archive.tags()}["Hafen"] == 7
    assert editor.colour_menu("Hafen").actions()[7].isChecked()


def test_a_tag_that_is_not_kept_yet_has_no_colour_to_choose(editor: TagEditor) -> None:
    editor.words.setText("Neu")
    QTest.keyClick(editor.words, Qt.Key.Key_Return)
    assert not any(action.isEnabled() for action in editor.colour_menu("Neu").actions())
