"""The tree of tags, its details, changes asked and told beforehand, and rules: every gesture."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.tags.asking import TagChangeDialog
from desktop_app.gui.tags.dialog import TagsDialog
from desktop_app.gui.tags.rule_dialog import RuleDialog
from tests.conftest import article, shelve


@pytest.fixture
def ids(archive: Archive) -> list[int]:
    """Hafen on two articles, Hafen/Kran on one, Orte/Osaka on one; a rule puts Kultur on what is about music."""
    found = list(archive.find("").ids)
    archive.tag(found[:2], "Hafen")
    archive.tag(found[:1], "Hafen/Kran")
    archive.tag(found[2:3], "Orte/Osaka")
    archive.save_search("Kräne", "tag:Hafen/Kran")
    return found


@pytest.fixture
def dialog(desk: Desk, ids: list[int], qtbot: QtBot) -> Iterator[TagsDialog]:
    made = TagsDialog(desk)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: len(names(made)) == 4)
    yield made
    made.close()


def names(dialog: TagsDialog) -> list[str]:
    """The tags from top to bottom."""
    return [str(item.data(0, Qt.ItemDataRole.UserRole)) for item in dialog.tree.items()]


def asked(dialog: TagsDialog, qtbot: QtBot) -> TagChangeDialog:
    """The question that has opened."""
    qtbot.waitUntil(lambda: dialog.findChild(TagChangeDialog) is not None)
    found = dialog.findChild(TagChangeDialog)
    assert found is not None
    return found


def agree(question: TagChangeDialog, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(question.apply.isEnabled)
    with qtbot.waitSignal(desk.hub.changed):
        question.apply.click()


def test_shows_the_tree_with_counts_and_keys(dialog: TagsDialog) -> None:
    assert names(dialog) == ["Hafen", "Hafen/Kran", "Orte", "Orte/Osaka"]
    assert [[item.text(column) for column in range(3)] for item in dialog.tree.items()] == [
        ["Hafen", "1", "2"],
        ["Kran", "2", "1"],
        ["Orte", "", ""],
        ["Osaka", "3", "1"],
    ]


def test_typing_shows_what_holds_the_words_and_the_steps_above(dialog: TagsDialog) -> None:
    dialog.words.setText("kran")
    assert names(dialog) == ["Hafen", "Hafen/Kran"]
    dialog.words.setText("osa")
    assert names(dialog) == ["Orte", "Orte/Osaka"]


def test_a_new_name_is_told_before_it_is_given(dialog: TagsDialog, desk: Desk, qtbot: QtBot) -> None:
    dialog.tree.choose("Hafen")
    QTest.keyClick(dialog.tree, Qt.Key.Key_F2)
    question = asked(dialog, qtbot)
    question.name.setText("Häfen")
    qtbot.waitUntil(question.apply.isEnabled)
    assert question.counts.text() == "Changes: 2 articles"
    assert question.details.text().splitlines() == [
        "Hafen/Kran becomes Häfen/Kran",
        "The saved search “Kräne” becomes: tag:Häfen/Kran",
    ]
    agree(question, desk, qtbot)
    qtbot.waitUntil(lambda: names(dialog) == ["Häfen", "Häfen/Kran", "Orte", "Orte/Osaka"])


def test_a_name_that_is_taken_is_refused_in_place(dialog: TagsDialog, archive: Archive, qtbot: QtBot) -> None:
    dialog.tree.choose("Hafen")
    question = dialog.ask("rename", "Orte/Osaka")
    assert question is not None
    qtbot.waitUntil(lambda: "Merge the two instead" in question.problem.text())
    assert not question.apply.isEnabled()
    question.reject()
    assert [tag.name for tag in archive.all_tags()] == ["Hafen", "Hafen/Kran", "Orte/Osaka"]


def test_enter_waits_for_the_preview(dialog: TagsDialog, desk: Desk, qtbot: QtBot) -> None:
    dialog.tree.choose("Hafen/Kran")
    QTest.keyClick(dialog.tree, Qt.Key.Key_Delete)
    question = asked(dialog, qtbot)
    with qtbot.waitSignal(desk.hub.changed):
        question._accept()
    qtbot.waitUntil(lambda: names(dialog) == ["Hafen", "Orte", "Orte/Osaka"])


def test_a_tag_is_merged_into_another(dialog: TagsDialog, desk: Desk, qtbot: QtBot) -> None:
    dialog.tree.choose("Hafen")
    dialog.merge.click()
    question = asked(dialog, qtbot)
    qtbot.waitUntil(lambda: question.into.count() == 1)  # none below itself
    assert question.into.currentText() == "Orte/Osaka"
    agree(question, desk, qtbot)
    qtbot.waitUntil(lambda: names(dialog) == ["Orte", "Orte/Osaka", "Orte/Osaka/Kran"])


def test_deleting_a_step_takes_all_below_it(dialog: TagsDialog, desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    dialog.tree.choose("Orte")
    dialog.delete.click()
    question = asked(dialog, qtbot)
    qtbot.waitUntil(question.apply.isEnabled)
    with qtbot.waitSignal(desk.hub.changed):
        QTest.keyClick(question.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(dialog) == ["Hafen", "Hafen/Kran"])
    archive.undo()
    qtbot.waitUntil(lambda: "Orte/Osaka" in names(dialog))


def drop(dialog: TagsDialog, onto: str) -> None:
    """Let the chosen tag go over another, or below all of them for ""."""
    item = next((each for each in dialog.tree.items() if each.data(0, Qt.ItemDataRole.UserRole) == onto), None)
    point = dialog.tree.visualItemRect(item).center() if item else dialog.tree.viewport().rect().bottomRight()
    event = QDropEvent(
        QPointF(point), Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.tree.dropEvent(event)


def test_a_tag_that_is_dragged_onto_another_goes_below_it(dialog: TagsDialog, desk: Desk, qtbot: QtBot) -> None:
    dialog.tree.choose("Hafen")
    drop(dialog, "Hafen/Kran")  # not below itself
    drop(dialog, "Hafen")
    assert dialog.findChild(TagChangeDialog) is None
    drop(dialog, "Orte")
    agree(asked(dialog, qtbot), desk, qtbot)
    qtbot.waitUntil(lambda: names(dialog) == ["Orte", "Orte/Hafen", "Orte/Hafen/Kran", "Orte/Osaka"])
    qtbot.waitUntil(lambda: dialog.findChild(TagChangeDialog) is None)
    dialog.tree.choose("Orte/Hafen")
    drop(dialog, "")
    agree(asked(dialog, qtbot), desk, qtbot)
    qtbot.waitUntil(lambda: names(dialog) == ["Hafen", "Hafen/Kran", "Orte", "Orte/Osaka"])


def test_a_new_tag_is_made(dialog: TagsDialog, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[str] = []

    def ask(*_: object, text: str) -> tuple[str, bool]:
        offered.append(text)
        return "Kultur/Musik", True

    monkeypatch.setattr(QInputDialog, "getText", ask)
    dialog.tree.choose("Orte")
    with qtbot.waitSignal(desk.hub.changed):
        dialog.new.click()
    assert offered == ["Orte/"]
    qtbot.waitUntil(lambda: "Kultur/Musik" in names(dialog))


def test_colour_and_key_are_set(dialog: TagsDialog, desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    dialog.tree.choose("Hafen")
    details = dialog.details
    details.below.setChecked(True)
    with qtbot.waitSignal(desk.hub.changed):
        details.swatches.findChild(QWidget, "swatch_9").click()  # type: ignore[attr-defined]
    assert {tag.name: tag.colour for tag in archive.all_tags()} == {"Hafen": 9, "Hafen/Kran": 9, "Orte/Osaka": 2}
    qtbot.waitUntil(lambda: details.swatches.colour() == 9)
    assert details.key.itemText(2) == "2 · Hafen/Kran"
    with qtbot.waitSignal(desk.hub.changed):
        details.key.activated.emit(2)
    assert {tag.name: tag.key for tag in archive.all_tags()} == {"Hafen": 2, "Hafen/Kran": 0, "Orte/Osaka": 3}
    dialog.tree.choose("Orte")
    assert not details.swatches.isEnabled()


def test_a_rule_is_made_paused_changed_and_removed(
    dialog: TagsDialog, desk: Desk, archive: Archive, qtbot: QtBot
) -> None:
    details = dialog.details
    dialog.tree.choose("Hafen")
    details.add.click()
    rule = details.findChild(RuleDialog)
    assert rule is not None
    rule.query.setText("Brücke is:unread")
    qtbot.waitUntil(lambda: "Leave out “is:unread”" in rule.problem.text())
    rule.query.setText("lang:en")
    qtbot.waitUntil(rule.apply.isEnabled)
    english = len(archive.find("lang:en"))
    assert rule.told.text().startswith(f"Finds {english} articles; ")
    rule.apply.click()
    qtbot.waitUntil(lambda: details.list.count() == 1)
    assert {row.origin for number in archive.find("lang:en").ids for row in archive.article(number).tags} >= {"rule"}
    with qtbot.waitSignal(desk.hub.changed):
        details.pause.click()
    qtbot.waitUntil(lambda: details.pause.text() == "Resume")
    qtbot.waitUntil(lambda: details.findChild(RuleDialog) is None)
    details.change.click()
    again = details.findChild(RuleDialog)
    assert again is not None
    assert not again.tag.isEnabled()
    again.query.setText("lang:ja")
    qtbot.waitUntil(again.apply.isEnabled)
    again.apply.click()
    qtbot.waitUntil(lambda: bool(details.list.count()) and details.list.item(0).toolTip() == "lang:ja")
    with qtbot.waitSignal(desk.hub.changed):
        details.remove.click()
    qtbot.waitUntil(lambda: details.list.count() == 0)
    assert archive.tag_rules() == []


def test_enter_lists_the_articles(dialog: TagsDialog, desk: Desk, qtbot: QtBot) -> None:
    dialog.tree.choose("Hafen/Kran")
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert desk.full_query == 'tag:"Hafen/Kran"'
    qtbot.waitUntil(lambda: desk.listing is not None and len(desk.listing) == 1)


def test_everything_has_a_name_for_screen_readers(dialog: TagsDialog) -> None:
    for widget in (dialog.tree, dialog.words, dialog.details.key, dialog.details.list, dialog.details.swatches):
        assert widget.accessibleName()
        assert widget.objectName()


def test_thousands_of_tags_are_shown(desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    shelve(archive, article("Voll", "Voll", tags=[f"Ort {n % 50}/Straße {n}" for n in range(2000)]))
    dialog = TagsDialog(desk)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: len(names(dialog)) == 2050)
