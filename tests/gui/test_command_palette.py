"""All commands and all keys: both come from the one table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_app.gui.actions import actions, menus
from desktop_app.gui.dialogs.command_palette import CommandPalette
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
    QTest.keyClicks(palette.words, "text")
    assert [name for name in lines(palette) if "text" in name][:2] == ["Larger text", "Smaller text"]
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
