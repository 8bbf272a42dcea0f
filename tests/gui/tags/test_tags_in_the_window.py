"""Suggestions, machine tags and rules where a reader meets them: below the article, in the editor, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.dialogs.tag_editor import EntityTagEditor, TagEditor
from desktop_app.gui.panes.inspector import Inspector
from desktop_app.gui.tags.suggested import SuggestedChip
from desktop_app.gui.widgets.tag_chip import TagChip
from desktop_app.model.article import TagLabel
from desktop_app.model.changes import Changes
from tests.conftest import article, shelve
from tests.gui.scene import Scene


@pytest.fixture
def alike(archive: Archive) -> int:
    """An article without tags; two like it carry “Poller”, one of them “Quai”, too."""
    ids = shelve(archive, *(article(f"Am Quai stehen Poller, Heft {n}.", f"Poller {n}") for n in "abc"))
    archive._session.announce(Changes(rows={"articles": set(ids)}))
    archive.catch_up()
    archive.tag(ids[:2], "Poller")
    archive.tag(ids[:1], "Quai")
    return ids[2]


def tags_of(archive: Archive, number: int) -> list[str]:
    return [tag.name for tag in archive.article(number).tags]


def test_suggestions_stand_behind_the_tags_and_a_click_takes_one(
    desk: Desk, archive: Archive, alike: int, qtbot: QtBot
) -> None:
    inspector = Inspector(desk)
    qtbot.addWidget(inspector)
    inspector.show()
    desk.open_article(alike)
    qtbot.waitUntil(lambda: len(inspector.findChildren(SuggestedChip)) == 2)
    first, second = inspector.findChildren(SuggestedChip)
    assert [first.suggestion.name, second.suggestion.name] == ["Poller", "Quai"]
    assert "Ctrl+T" in first.toolTip()
    assert "2 articles like this carry it" in first.toolTip()
    assert first.accessibleName() == "Put the suggested tag Poller on"
    QTest.keyClick(first, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tags_of(archive, alike) == ["Poller"])
    qtbot.waitUntil(lambda: [chip.text() for chip in inspector.findChildren(SuggestedChip)] == ["+ Quai"])


def test_delete_takes_a_tag_off_its_chip(desk: Desk, archive: Archive, alike: int, qtbot: QtBot) -> None:
    archive.add_tag_rule("Masch", "Poller")
    inspector = Inspector(desk)
    qtbot.addWidget(inspector)
    inspector.show()
    desk.open_article(alike)
    qtbot.waitUntil(lambda: any(chip.tag for chip in inspector.findChildren(TagChip)))
    chip = next(chip for chip in inspector.findChildren(TagChip) if chip.tag)
    assert chip.accessibleDescription() == "put on by a rule"
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: tags_of(archive, alike) == [])
    assert archive.apply_tag_rules() == 0


def test_a_tag_by_a_machine_has_its_colour_around_it_alone(dressed: object, qtbot: QtBot) -> None:
    fills: list[QColor] = []
    for origin in ("reader", "rule", "file"):
        chip = TagChip(TagLabel(1, "Hafen am Rhein", 4, origin))
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
        image = chip.grab().toImage()
        fills.append(image.pixelColor(4, image.height() // 2))
    assert fills[0] == theme.tag_colour(4)
    assert fills[1] == fills[2] != fills[0]


def test_the_editor_offers_tags_and_a_key_takes_the_first(
    desk: Desk, archive: Archive, alike: int, qtbot: QtBot
) -> None:
    editor = TagEditor(desk, [alike])
    editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    qtbot.waitUntil(lambda: len(editor.suggested.findChildren(SuggestedChip)) == 2)
    QTest.keyClick(editor.words, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert [chip.isHidden() for chip in editor.suggested.findChildren(SuggestedChip)] == [True, False]
    with qtbot.waitSignal(desk.hub.changed):
        editor.apply.click()
    assert tags_of(archive, alike) == ["Poller"]


def test_people_are_not_taken_for_articles(desk: Desk, alike: int, qtbot: QtBot) -> None:
    editor = EntityTagEditor(desk, [alike])
    editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(editor)
    editor.show()
    qtbot.waitUntil(lambda: editor.list.count() > 0)
    assert editor.suggested.isHidden()


def test_what_comes_is_tagged_once_its_words_are_indexed(scene: Scene) -> None:
    scene.archive.add_tag_rule("Poller", "Poller")
    (number,) = shelve(scene.archive, article("Am Quai stehen Poller.", "Am Quai"))
    scene.archive._session.announce(Changes(rows={"articles": {number}}))
    scene.until(lambda: tags_of(scene.archive, number) == ["Poller"])
    scene.said("Rules have put tags on 1 article.")
    scene.archive.undo()
    assert tags_of(scene.archive, number) == []


def test_where_nothing_is_suggested_a_sentence_says_so(scene: Scene) -> None:
    scene.read()
    scene.do("take_suggested_tag")
    box = scene.dialog(QMessageBox)
    assert box.text().startswith("No tag is suggested")
    box.close()
    assert scene.archive.next_undo() is None
