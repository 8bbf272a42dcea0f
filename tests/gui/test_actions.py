"""Every action of the table, pressed on the real window, does what it says."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from desktop_app.gui import settings, theme
from desktop_app.gui.actions import actions, menus
from desktop_app.gui.commands import Commands
from desktop_app.gui.dialogs.command_palette import CommandPalette
from desktop_app.gui.dialogs.export_dialog import ExportDialog
from desktop_app.gui.dialogs.import_dialog import ImportDialog
from desktop_app.gui.dialogs.note_editor import NoteEditor
from desktop_app.gui.dialogs.preferences import Preferences
from desktop_app.gui.dialogs.shortcut_sheet import ShortcutSheet
from desktop_app.gui.dialogs.tag_editor import TagEditor
from desktop_app.gui.widgets.save_search import SaveSheet
from tests.gui.scene import Scene


def _new_archive(scene: Scene) -> None:
    scene.answer("getSaveFileName", (str(scene.tmp_path / "new"), ""))
    with scene.qtbot.waitSignal(scene.window.open_wanted) as wanted:
        scene.do("new_archive")
    assert wanted.args == [scene.tmp_path / "new", True]


def _open_archive(scene: Scene) -> None:
    scene.answer("getExistingDirectory", str(scene.tmp_path / "other"))
    with scene.qtbot.waitSignal(scene.window.open_wanted) as wanted:
        scene.do("open_archive")
    assert wanted.args == [scene.tmp_path / "other", False]


def _open_demo(scene: Scene) -> None:
    with scene.qtbot.waitSignal(scene.window.demo_wanted):
        scene.do("open_demo")


def _import_files(scene: Scene) -> None:
    scene.answer("getOpenFileNames", ([str(scene.tmp_path / "a.txt"), str(scene.tmp_path / "b.txt")], ""))
    scene.do("import_files")
    assert "a.txt, b.txt" in scene.dialog(ImportDialog).state.text()
    scene.dismiss(ImportDialog)
    assert settings.value("import/folder", "") == str(scene.tmp_path)


def _import_folder(scene: Scene) -> None:
    scene.answer("getExistingDirectory", "")
    scene.do("import_folder")
    assert scene.window.findChildren(ImportDialog) == []
    scene.answer("getExistingDirectory", str(scene.tmp_path / "press"))
    scene.do("import_folder")
    scene.dismiss(ImportDialog)


def _export(scene: Scene) -> None:
    scene.do("export")
    scene.dismiss(ExportDialog)


def _back_up(scene: Scene) -> None:
    scene.answer("getSaveFileName", (str(scene.tmp_path / "copy.db"), ""))
    scene.do("back_up")
    scene.said("Backed up to")
    assert (scene.tmp_path / "copy.db").stat().st_size > 0


def _check(scene: Scene) -> None:
    scene.do("check")
    scene.said("The archive is well.")


def _reindex(scene: Scene) -> None:
    with scene.qtbot.waitSignal(scene.window.indexer.caught_up, timeout=20_000):
        scene.do("reindex")
    scene.search("Hafen")
    assert scene.desk.listing


def _preferences(scene: Scene) -> None:
    scene.do("preferences")
    scene.dismiss(Preferences)


def _quit(scene: Scene) -> None:
    with scene.qtbot.waitSignal(scene.window.closed):
        scene.do("quit")


def _starred(scene: Scene) -> None:
    scene.read()
    scene.do("star")
    scene.until(scene.archive.next_undo)
    scene.until(scene.window.action("undo").isEnabled)


def _undo(scene: Scene) -> None:
    assert not scene.window.action("undo").isEnabled()
    _starred(scene)
    assert scene.window.action("undo").text() == "Undo: Star on 1 article"
    scene.do("undo")
    scene.until(lambda: not scene.article.starred)
    scene.until(lambda: scene.window.action("undo").text() == "Undo")


def _redo(scene: Scene) -> None:
    _starred(scene)
    for keys in ("Ctrl+Shift+Z", "Ctrl+Y"):
        scene.do("undo")
        scene.until(lambda: scene.window.action("redo").text() == "Redo: Star on 1 article")
        scene.press(keys)
        scene.until(lambda: scene.article.starred)
        scene.until(lambda: not scene.window.action("redo").isEnabled())


def _copy_quote(scene: Scene) -> None:
    article = scene.read()
    scene.select_words(0, 12)
    scene.do("copy_quote")
    assert article.text[:12].strip() in QGuiApplication.clipboard().text()
    assert article.source in QGuiApplication.clipboard().text()
    scene.said("Copied")


def _note(scene: Scene) -> None:
    end = len(scene.read().text.split(maxsplit=1)[0])
    scene.select_words(0, end)
    scene.do("note")
    editor = scene.dialog(NoteEditor)
    assert editor._span == (0, end)
    editor.close()


def _highlight(scene: Scene) -> None:
    article = scene.read()
    scene.do("highlight")
    scene.said("Select some words first.")
    word = article.text.split(maxsplit=1)[0]
    scene.select_words(0, len(word))
    scene.do("highlight")
    scene.until(lambda: [note.quote for note in scene.article.notes] == [word])


def _star(scene: Scene) -> None:
    _starred(scene)
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.starred)
    scene.do("star")
    scene.until(lambda: not scene.article.starred)


def _toggle_read(scene: Scene) -> None:
    scene.read()
    scene.do("toggle_read")
    scene.until(lambda: scene.article.read)
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.read)
    scene.do("toggle_read")
    scene.until(lambda: not scene.article.read)


def _trash(scene: Scene) -> None:
    scene.read()
    count = scene.archive.counts().all
    scene.do("trash")
    scene.until(lambda: scene.archive.counts().trash == 1)
    scene.until(lambda: scene.desk.listing is not None and len(scene.desk.listing) == count - 1)


def _restore(scene: Scene) -> None:
    number = scene.read().id
    assert not scene.window.action("restore").isEnabled()
    scene.archive.trash([number])
    scene.desk.set_view("trash")
    scene.until(lambda: scene.desk.listing is not None and len(scene.desk.listing) == 1)
    scene.read()
    scene.until(scene.window.action("restore").isEnabled)
    scene.do("restore")
    scene.until(lambda: scene.archive.counts().trash == 0)


def _empty_trash(scene: Scene) -> None:
    scene.do("empty_trash")
    scene.said("The trash is empty.")
    scene.archive.trash([scene.read().id])
    asked = scene.answer("question", QMessageBox.StandardButton.No, QMessageBox)
    scene.do("empty_trash")
    assert scene.archive.counts().trash == 1
    assert "1 article " in asked[0][2]
    scene.answer("question", QMessageBox.StandardButton.Yes, QMessageBox)
    scene.do("empty_trash")
    scene.until(lambda: scene.archive.counts().trash == 0)


def _next_article(scene: Scene) -> None:
    assert scene.desk.listing is not None
    scene.window.list_pane.view.setFocus()
    for row in range(3):
        scene.do("next_article")
        scene.until(
            lambda row=row: scene.desk.article is not None and scene.desk.article.id == scene.desk.listing.ids[row]
        )


def _previous_article(scene: Scene) -> None:
    assert scene.desk.listing is not None
    scene.read(2)
    scene.do("previous_article")
    scene.until(lambda: scene.article.id == scene.desk.listing.ids[1])


def _page(scene: Scene) -> None:
    assert scene.desk.listing is not None
    row = max(
        range(len(scene.desk.listing) - 1), key=lambda at: len(scene.archive.article(scene.desk.listing.ids[at]).text)
    )
    article = scene.read(row)
    bar = scene.window.reader.page_view.verticalScrollBar()
    scene.until(lambda: bar.maximum() > 0)
    scene.do("page")
    assert bar.value() > 0
    assert scene.article.id == article.id
    for _ in range(50):
        if bar.value() == bar.maximum():
            break
        scene.do("page")
    scene.do("page")
    scene.until(lambda: scene.article.id == scene.desk.listing.ids[row + 1])


def _back(scene: Scene) -> None:
    scene.search("Hafen")
    scene.desk.toggle_filter("lang:de")
    scene.until(lambda: scene.desk.listing is not None and scene.desk.listing.query == "Hafen lang:de")
    scene.do("back")
    scene.until(lambda: scene.desk.listing is not None and scene.desk.listing.query == "Hafen")
    assert (scene.desk.text, scene.desk.filters) == ("Hafen", [])
    scene.do("back")
    scene.until(lambda: scene.desk.listing is not None and scene.desk.listing.query == "")
    assert scene.window.search_box.words.text() == ""


def _forward(scene: Scene) -> None:
    _back(scene)
    scene.do("forward")
    scene.until(lambda: scene.window.search_box.words.text() == "Hafen")


def _next_pane(scene: Scene) -> None:
    window = scene.window
    scene.read()
    window.search_box.words.setFocus()
    panes = [window.sidebar, window.list_pane, window.reader, window.search_box]
    for pane in [*panes, *panes]:
        scene.do("next_pane")
        focus = QApplication.focusWidget()
        assert focus is not None
        assert pane.isAncestorOf(focus), pane


def _larger(scene: Scene) -> None:
    scene.do("larger")
    scene.press("Ctrl+=")
    assert theme.current_zoom() == 2
    assert settings.number("zoom", 0) == 2
    theme.zoom(0)


def _smaller(scene: Scene) -> None:
    scene.do("smaller")
    assert theme.current_zoom() == -1
    theme.zoom(0)


def _normal_size(scene: Scene) -> None:
    theme.zoom(4)
    scene.do("normal_size")
    assert theme.current_zoom() == 0


def _dress(name: str) -> Callable[[Scene], None]:
    def check(scene: Scene) -> None:
        theme.apply("dark" if name == "light" else "light")
        scene.do(name)
        assert theme.current() is theme.PALETTES[name]
        assert settings.value("theme", "") == name
        assert [each for each in ("light", "dark", "contrast") if scene.window.action(each).isChecked()] == [name]

    return check


def _full_screen(scene: Scene) -> None:
    scene.do("full_screen")
    assert scene.window.isFullScreen()
    scene.do("full_screen")
    assert not scene.window.isFullScreen()


def _search(scene: Scene) -> None:
    words = scene.window.search_box.words
    words.setText("Hafen")
    for keys in ("Ctrl+K", "/"):
        scene.window.list_pane.view.setFocus()
        scene.press(keys)
        assert words.hasFocus()
        assert words.selectedText() == "Hafen"


def _find(scene: Scene) -> None:
    scene.read()
    scene.do("find")
    assert scene.window.reader.find_bar.isVisible()


def _next_hit(scene: Scene) -> None:
    scene.search("Hafen OR harbour")
    assert scene.desk.listing is not None
    many = [len(scene.archive.hits(each, scene.desk.text)) for each in scene.desk.listing.ids]
    scene.read(many.index(max(many)))
    scene.until(lambda: len(scene.desk.hits) == max(many))
    scene.window.reader._visited = True
    scene.do("next_hit")
    assert scene.window.reader._current == 1
    scene.do("previous_hit")
    assert scene.window.reader._current == 0
    scene.do("previous_hit")
    assert scene.window.reader._current == max(many) - 1


def _clear_search(scene: Scene) -> None:
    everything = len(scene.desk.listing or ())
    scene.search("Hafen")
    scene.desk.toggle_filter("lang:de")
    scene.desk.set_view("starred")
    scene.do("clear_search")
    scene.until(lambda: len(scene.desk.listing or ()) == everything)
    assert (scene.desk.full_query, scene.desk.view) == ("", "all")


def _save_search(scene: Scene) -> None:
    scene.do("save_search")
    scene.said("Search for something first")
    scene.search("Hafen")
    scene.do("save_search")
    sheet = scene.dialog(SaveSheet)
    sheet.name.setText("Der Hafen")
    QTest.keyClick(sheet.name, Qt.Key.Key_Return)
    scene.until(
        lambda: [(each.name, each.query) for each in scene.archive.saved_searches()] == [("Der Hafen", "Hafen")]
    )


def _edit_tags(scene: Scene) -> None:
    scene.read()
    scene.do("edit_tags")
    scene.dismiss(TagEditor)


def _shortcuts(scene: Scene) -> None:
    for keys in ("F1", "?"):
        scene.press(keys)
        scene.dialog(ShortcutSheet).close()
        scene.until(lambda: not scene.window.findChildren(ShortcutSheet))
        scene.to_the_front()


def _palette(scene: Scene) -> None:
    scene.do("palette")
    scene.dismiss(CommandPalette)


def _about(scene: Scene) -> None:
    asked = scene.answer("about", None, QMessageBox)
    scene.do("about")
    assert "reading room" in asked[0][2]


# What each action is for, in the order of the table.
EXPECTED: dict[str, Callable[[Scene], None]] = {
    "new_archive": _new_archive,
    "open_archive": _open_archive,
    "open_demo": _open_demo,
    "import_files": _import_files,
    "import_folder": _import_folder,
    "export": _export,
    "back_up": _back_up,
    "check": _check,
    "reindex": _reindex,
    "preferences": _preferences,
    "quit": _quit,
    "undo": _undo,
    "redo": _redo,
    "copy_quote": _copy_quote,
    "note": _note,
    "highlight": _highlight,
    "star": _star,
    "toggle_read": _toggle_read,
    "trash": _trash,
    "restore": _restore,
    "empty_trash": _empty_trash,
    "previous_article": _previous_article,
    "next_article": _next_article,
    "page": _page,
    "back": _back,
    "forward": _forward,
    "next_pane": _next_pane,
    "larger": _larger,
    "smaller": _smaller,
    "normal_size": _normal_size,
    "light": _dress("light"),
    "dark": _dress("dark"),
    "contrast": _dress("contrast"),
    "full_screen": _full_screen,
    "search": _search,
    "find": _find,
    "next_hit": _next_hit,
    "previous_hit": _next_hit,
    "clear_search": _clear_search,
    "save_search": _save_search,
    "edit_tags": _edit_tags,
    "shortcuts": _shortcuts,
    "palette": _palette,
    "about": _about,
}


def test_every_action_is_expected_something_of() -> None:
    assert list(EXPECTED) == [action.name for action in actions()]


@pytest.mark.parametrize("name", EXPECTED)
def test_it_does_what_it_says(scene: Scene, name: str) -> None:
    EXPECTED[name](scene)


def test_the_table_is_whole() -> None:
    table = actions()
    keys = [QKeySequence(key).toString() for action in table for key in action.keys]
    digits = [str(number) for number in range(1, 10)]
    assert len(set(keys + digits)) == len(keys) + 9, "a key stands twice"
    assert all(keys)
    assert [action.name for action in table if not callable(getattr(Commands, action.name, None))] == []
    assert {action.menu for action in table} <= {menu for menu, _ in menus()}
    assert len({action.name for action in table}) == len({action.text for action in table}) == len(table)


def test_no_key_is_ambiguous_on_the_window(scene: Scene) -> None:
    keys = [key.toString() for item in scene.window.findChildren(QAction) for key in item.shortcuts()]
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


@pytest.mark.parametrize("name", ["save_search", "export", "search", "clear_search", "find", "import_files"])
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


def test_number_keys_turn_the_first_tags_on_and_off(scene: Scene) -> None:
    archive = scene.archive
    first = scene.read().id
    assert scene.desk.listing is not None
    archive.tag([scene.desk.listing.ids[1]], "Wirtschaft")
    archive.tag([scene.desk.listing.ids[1]], "Hafen")
    scene.press("2")
    scene.until(lambda: [tag.name for tag in archive.article(first).tags] == ["Wirtschaft"])
    scene.press("2")
    scene.until(lambda: archive.article(first).tags == ())
    undone = archive.next_undo()
    scene.press("9")  # there are no nine tags
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
