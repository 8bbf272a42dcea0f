"""The table of actions as keys: none stands twice, none is taken from a field, and each waits for what it needs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox

from desktop_app.gui.actions import actions, menus
from desktop_app.gui.commands import Commands
from desktop_app.gui.dialogs.export_dialog import ExportDialog
from desktop_app.gui.dialogs.preferences import Preferences
from desktop_app.gui.dialogs.tag_editor import TagEditor
from tests.gui.deeds_people import table_of
from tests.gui.scene import Scene

# What the actions need that work in one kind of room alone; a letter may mean something else in the other.
ARTICLES_ONLY = ("reading", "articles", "article", "trashed", "dossier", "in_dossier", "screening")
PEOPLE_ONLY = ("entities", "entity", "suggestion")


def test_the_table_is_whole() -> None:
    table = actions()
    digits = [str(number) for number in range(1, 10)]
    for elsewhere in (ARTICLES_ONLY, PEOPLE_ONLY):
        here = [action for action in table if action.needs not in elsewhere]
        keys = [QKeySequence(key).toString() for action in here for key in action.keys]
        assert len(set(keys + digits)) == len(keys) + 9, "a key stands twice"
        assert all(keys)
    assert [action.name for action in table if not callable(getattr(Commands, action.name, None))] == []
    assert {action.menu for action in table} <= {menu for menu, _ in menus()}
    assert len({action.name for action in table}) == len({action.text for action in table}) == len(table)


def test_no_key_is_ambiguous_on_the_window(scene: Scene) -> None:
    for enter in (scene.read, lambda: table_of(scene, "Uwe Terhorst")):
        enter()
        working = [item for item in scene.window.findChildren(QAction) if item.isEnabled()]
        keys = [key.toString() for item in working for key in item.shortcuts()]
        keys += [
            shortcut.key().toString()
            for shortcut in scene.window.findChildren(QShortcut)
            if shortcut.parent() is scene.window
        ]
        assert sorted(keys) == sorted(set(keys))


def test_letters_typed_into_the_search_box_are_letters(scene: Scene) -> None:
    scene.read()
    fired: list[str] = []
    for action, item in scene.window.table():
        item.triggered.connect(lambda _checked=False, name=action.name: fired.append(name))
    words = scene.window.search_box.words
    words.setFocus()
    typed = "njkshrt?/ 129"
    QTest.keyClicks(words, typed)
    assert words.text() == typed
    assert fired == []
    assert scene.archive.next_undo() is None


@pytest.mark.parametrize(
    "name",
    [
        *("save_search", "export", "search", "clear_search", "find", "import_files"),
        *("concordance", "examine", "batch_search", "synonyms", "search_protocol", "search_language"),
    ],
)
def test_control_keys_work_while_the_search_box_has_the_keyboard(scene: Scene, name: str) -> None:
    # Qt's line edits take Ctrl+D, Ctrl+E and Ctrl+K for themselves on X11, as Emacs does.
    scene.read()
    fired: list[bool] = []
    item = scene.window.action(name)
    item.triggered.disconnect()
    item.triggered.connect(lambda: fired.append(True))
    words = scene.window.search_box.words
    words.setFocus()
    words.setText("Hafen")
    words.setCursorPosition(2)
    scene.do(name)
    assert fired == [True]
    assert words.text() == "Hafen"


def test_number_keys_turn_their_tags_on_and_off(scene: Scene) -> None:
    archive = scene.archive
    first = scene.read().id
    assert scene.desk.listing is not None
    archive.tag([scene.desk.listing.ids[1]], "Hafen")
    archive.tag([scene.desk.listing.ids[1]], "Wirtschaft")
    scene.press("2")
    scene.until(lambda: [tag.name for tag in archive.article(first).tags] == ["Wirtschaft"])
    scene.press("2")
    scene.until(lambda: archive.article(first).tags == ())
    undone = archive.next_undo()
    scene.press("9")  # no tag has it
    scene.said("No tag has the key 9")
    scene.window.list_pane.view.selectAll()
    scene.until(lambda: len(scene.desk.selected) == len(scene.desk.listing or ()))
    scene.press("1")
    scene.until(lambda: archive.tags()[0].count == len(scene.desk.listing or ()))
    last = archive.next_undo()
    assert undone is not None
    assert last is not None
    assert last.id == undone.id + 1  # 9 did nothing


def test_an_ampersand_in_a_label_is_no_mnemonic(scene: Scene) -> None:
    scene.archive.tag([scene.read().id], "Kunst & Kultur")
    scene.until(lambda: "Kunst && Kultur" in scene.window.action("undo").text())


def test_what_needs_an_article_waits_for_one(scene: Scene) -> None:
    for name in ("note", "star", "edit_tags", "find", "copy_quote", "trash"):
        assert not scene.window.action(name).isEnabled(), name
    scene.read()
    for name in ("note", "star", "edit_tags", "find", "copy_quote", "trash"):
        assert scene.window.action(name).isEnabled(), name
    scene.search("xyzxyz")
    assert not scene.window.action("export").isEnabled()


def test_the_space_bar_belongs_to_a_button_that_has_the_keyboard(scene: Scene) -> None:
    scene.read()
    star = scene.window.reader.header.star
    star.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    star.setFocus()
    scene.press("Space")
    scene.until(lambda: scene.article.starred)


def test_a_refusal_is_told_in_a_sentence(scene: Scene) -> None:
    scene.desk.edit(scene.archive.rename_tag, "Nirgends", "Neu")
    box = scene.dialog(QMessageBox)
    assert "Nirgends" in box.text()
    box.close()


def test_dialogs_are_closed_with_esc(scene: Scene) -> None:
    scene.read()
    for name, kind in (("export", ExportDialog), ("edit_tags", TagEditor), ("preferences", Preferences)):
        scene.do(name)
        dialog: QDialog = scene.dialog(kind)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        scene.until(lambda kind=kind: not scene.window.findChildren(kind))
        scene.to_the_front()
