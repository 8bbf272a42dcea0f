"""The synonyms in the window: added, changed in place, removed, as text, refused in a sentence, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.dialogs.synonyms import SynonymsDialog
from tests.gui.left import show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def dialog(desk: Desk, archive: Archive, qtbot: QtBot) -> SynonymsDialog:
    archive.add_synonyms(["Auto", "Pkw"])
    archive.add_synonyms(["IHK", "Industrie- und Handelskammer"])
    dialog = SynonymsDialog(desk)
    show(qtbot, dialog, 600, 500)
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    return dialog


def sets(archive: Archive) -> list[tuple[str, ...]]:
    return [each.words for each in archive.synonyms()]


def test_without_sets_it_says_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    dialog = SynonymsDialog(desk)
    show(qtbot, dialog, 600, 500)
    assert dialog.empty.isVisible()
    assert "=Wagen" in dialog.explained.text()
    qtbot.waitUntil(dialog.words.hasFocus)


def test_enter_adds_a_set(dialog: SynonymsDialog, archive: Archive, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.words, "Kran, Hebezeug; Winde")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.list.count() == 3)
    assert sets(archive)[-1] == ("Kran", "Hebezeug", "Winde")
    assert dialog.words.text() == ""
    assert dialog.isVisible()


def test_one_word_is_refused_in_a_sentence(dialog: SynonymsDialog, archive: Archive, qtbot: QtBot) -> None:
    dialog.words.setText("Kran")
    dialog.add.click()
    qtbot.waitUntil(lambda: "2 to 50" in dialog.problem.text())
    assert dialog.problem.isVisible()
    assert dialog.words.text() == "Kran"  # to be mended
    assert len(sets(archive)) == 2


def test_a_set_is_changed_in_place(dialog: SynonymsDialog, archive: Archive, qtbot: QtBot) -> None:
    dialog.list.setFocus()
    dialog.list.setCurrentRow(0)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    editor = dialog.list.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Auto, Pkw, Wagen")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sets(archive)[0] == ("Auto", "Pkw", "Wagen"))
    archive.undo()
    qtbot.waitUntil(lambda: dialog.list.item(0).text() == "Auto, Pkw")


def test_a_change_that_is_refused_is_taken_back(dialog: SynonymsDialog, archive: Archive, qtbot: QtBot) -> None:
    dialog.list.item(0).setText("Auto")
    qtbot.waitUntil(lambda: "2 to 50" in dialog.problem.text())
    qtbot.waitUntil(lambda: dialog.list.item(0).text() == "Auto, Pkw")
    assert sets(archive)[0] == ("Auto", "Pkw")


def test_delete_removes_a_set_and_undo_brings_it_back(dialog: SynonymsDialog, archive: Archive, qtbot: QtBot) -> None:
    dialog.list.setFocus()
    dialog.list.setCurrentRow(1)
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    assert sets(archive) == [("Auto", "Pkw")]
    archive.undo()
    qtbot.waitUntil(lambda: dialog.list.count() == 2)


def test_all_sets_can_be_edited_as_text(dialog: SynonymsDialog, archive: Archive, qtbot: QtBot) -> None:
    dialog.as_text.click()
    qtbot.waitUntil(dialog.text.isVisible)
    assert dialog.text.toPlainText().splitlines() == ["Auto, Pkw", "IHK, Industrie- und Handelskammer"]
    assert not dialog.words.isVisible()
    dialog.text.setPlainText("Auto, Pkw, Wagen\nKran, Winde\nHafen\n")
    dialog.apply.click()
    qtbot.waitUntil(lambda: "Line 3" in dialog.problem.text())
    assert dialog.text.isVisible()
    dialog.text.setPlainText("Auto, Pkw, Wagen\nKran, Winde\n")
    dialog.apply.click()
    qtbot.waitUntil(lambda: sets(archive) == [("Auto", "Pkw", "Wagen"), ("Kran", "Winde")])
    qtbot.waitUntil(dialog.list.isVisible)


def test_esc_leaves_the_text_without_changes(dialog: SynonymsDialog, archive: Archive, qtbot: QtBot) -> None:
    dialog.as_text.click()
    qtbot.waitUntil(dialog.text.isVisible)
    dialog.text.clear()
    QTest.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert dialog.list.isVisible()
    assert dialog.isVisible()
    assert len(sets(archive)) == 2


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_words_stand_on_chips(dialog: SynonymsDialog, look: theme.ThemeName) -> None:
    theme.apply(look)
    dialog.list.clearSelection()
    dialog.list.setCurrentRow(-1)
    picture = dialog.list.viewport().grab().toImage()
    row = dialog.list.visualItemRect(dialog.list.item(0))
    colours = {picture.pixelColor(x, row.center().y() - 8).name() for x in range(row.width() // 2)}
    assert theme.current().chip.name() in colours
    theme.apply("light")


def test_every_part_has_a_name(dialog: SynonymsDialog) -> None:
    for part in (dialog.list, dialog.words, dialog.add, dialog.text):
        assert part.accessibleName(), part
