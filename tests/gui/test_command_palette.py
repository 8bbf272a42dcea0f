"""All commands and all keys: both come from the one table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_app.gui.actions import actions, menus
from desktop_app.gui.dialogs.command_palette import CommandPalette
from desktop_app.gui.dialogs.palette_entries import scattered
from desktop_app.gui.dialogs.shortcut_sheet import ShortcutSheet
from tests.gui.scene import Scene


def opened(scene: Scene) -> CommandPalette:
    scene.do("palette")
    return scene.dialog(CommandPalette)


def lines(palette: CommandPalette) -> list[str]:
    return [item.text(0) for item in palette._items()]


def test_it_shows_every_command_with_its_key(scene: Scene) -> None:
    palette = opened(scene)
    keys = {item.text(0): item.text(1) for item in palette._items()}
    assert set(keys) == {action.text for action in actions() if action.name != "palette"}
    assert keys["Edit tags …"] == "T"
    assert keys["Redo"] == "Ctrl+Shift+Z"
    palette.close()


def test_words_in_any_order_find_a_command(scene: Scene) -> None:
    palette = opened(scene)
    QTest.keyClicks(palette.words, "TEXT larg")
    assert lines(palette) == ["Larger text"]
    palette.words.setText("xyzxyz")
    assert lines(palette) == []
    QTest.keyClick(palette.words, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.close()


def test_enter_runs_what_is_chosen_with_the_arrows(scene: Scene) -> None:
    palette = opened(scene)
    QTest.keyClicks(palette.words, "r text")
    first, second = (lines(palette).index(name) for name in ("Larger text", "Smaller text"))
    assert second == first + 1
    for _ in range(first):
        QTest.keyClick(palette.words, Qt.Key.Key_Down)
    QTest.keyClick(palette.words, Qt.Key.Key_Down)
    QTest.keyClick(palette.words, Qt.Key.Key_PageDown)
    QTest.keyClick(palette.words, Qt.Key.Key_PageUp)
    fired: list[str] = []
    for name in ("larger", "smaller"):
        item = scene.window.action(name)
        item.triggered.disconnect()
        item.triggered.connect(lambda _checked=False, name=name: fired.append(name))
    QTest.keyClick(palette.words, Qt.Key.Key_Down)
    QTest.keyClick(palette.words, Qt.Key.Key_Return)
    assert fired == ["smaller"]
    scene.until(lambda: not scene.window.findChildren(CommandPalette))


def test_what_cannot_be_done_now_is_passed_over(scene: Scene) -> None:
    palette = opened(scene)
    palette.words.setText("star")
    (item,) = [each for each in palette._items() if each.text(0) == "Star"]
    assert item.isDisabled()
    palette.close()
    scene.to_the_front()
    scene.read()
    palette = opened(scene)
    palette.words.setText("star")
    QTest.keyClick(palette.words, Qt.Key.Key_Return)
    scene.until(lambda: scene.article.starred)


def test_an_undo_label_keeps_its_ampersand(scene: Scene) -> None:
    scene.archive.tag([scene.read().id], "Kunst & Kultur")
    scene.until(lambda: "Kunst" in scene.window.action("undo").text())
    palette = opened(scene)
    palette.words.setText("undo")
    assert any("Kunst & Kultur" in line for line in lines(palette))
    palette.close()


def test_the_sheet_names_every_key_and_any_key_closes_it(scene: Scene) -> None:
    scene.do("shortcuts")
    sheet = scene.dialog(ShortcutSheet)
    words = [label.text() for label in sheet.findChildren(QLabel)]
    for action in actions():
        if action.keys:
            assert action.text in words, action.name
    titles = {title.replace("&", "") for menu, title in menus()}
    assert titles <= set(words)
    assert "1 – 9" in words
    QTest.keyClick(sheet, Qt.Key.Key_Shift)
    assert sheet.isVisible()
    QTest.keyClick(sheet, Qt.Key.Key_X)
    scene.until(lambda: not scene.window.findChildren(ShortcutSheet))


def test_letters_in_their_order_find_a_command_where_no_word_does(scene: Scene) -> None:
    palette = opened(scene)
    palette.words.setText("sptc")
    assert "Search protocol …" in lines(palette)
    palette.words.setText("lrgr")
    assert lines(palette) == ["Larger text"]
    palette.close()
    assert scattered("st", "search tags") == 0
    assert scattered("xy", "search tags") is None
    assert scattered("sz", "s" + "a" * 9 + "z") is None


def test_what_was_used_last_stands_first(scene: Scene) -> None:
    palette = opened(scene)
    palette.words.setText("smaller")
    QTest.keyClick(palette.words, Qt.Key.Key_Return)
    scene.until(lambda: not scene.window.findChildren(CommandPalette))
    scene.to_the_front()
    palette = opened(scene)
    assert lines(palette)[0] == "Smaller text"
    palette.close()
    scene.window.action("normal_size").trigger()


def test_articles_people_and_tags_are_found_by_name(scene: Scene) -> None:
    scene.archive.tag([1], "Gästebuch")
    title = scene.archive.article(1).title
    palette = opened(scene)
    palette.words.setText("gäste")
    scene.until(lambda: {title, "Gästebuch"} <= set(lines(palette)))
    assert "In the archive" in [
        palette.list.topLevelItem(row).text(0) for row in range(palette.list.topLevelItemCount())
    ]
    palette.list.setCurrentItem(next(item for item in palette._items() if item.text(0) == "Gästebuch"))
    QTest.keyClick(palette.words, Qt.Key.Key_Return)
    scene.until(lambda: scene.desk.full_query == "tag:Gästebuch")
    scene.to_the_front()
    palette = opened(scene)
    palette.words.setText(title[:20])
    scene.until(lambda: title in lines(palette))
    palette.list.setCurrentItem(next(item for item in palette._items() if item.text(0) == title))
    QTest.keyClick(palette.words, Qt.Key.Key_Return)
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == 1)


def test_articles_read_last_stand_below_the_first_commands(scene: Scene) -> None:
    scene.archive.remember_place(2, 0)
    title = scene.archive.article(2).title
    palette = opened(scene)
    scene.until(lambda: title in lines(palette))
    assert lines(palette).index(title) == 5
    QTest.keyClick(palette.words, Qt.Key.Key_Down)
    assert palette.list.currentItem() in palette._items()
    palette.close()
