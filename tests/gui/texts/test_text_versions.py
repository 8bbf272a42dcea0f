"""The versions of a text in the window: shown where there is more than one, compared, and taken up again."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import i18n
from desktop_app.gui.dialogs.text_versions import TextVersions
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.version_link import VersionLink
from tests.gui.scene import Scene


def link(scene: Scene) -> VersionLink | None:
    found = [each for each in scene.window.inspector.findChildren(VersionLink) if each.isVisible()]
    return found[0] if found else None


def revised(scene: Scene, *changes: tuple[str, str]) -> str:
    """The words as they were; the open article has others now."""
    first = text = scene.read().text
    for old, new in changes:
        text = text.replace(old, new)
        scene.archive.revise(scene.article.id, text)
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.text == text)
    return first


def opened(scene: Scene) -> TextVersions:
    scene.until(lambda: link(scene) is not None)
    shown = link(scene)
    assert shown is not None
    shown.setFocus()
    scene.press("Space")
    dialog = scene.dialog(TextVersions)
    scene.until(dialog.count.text)
    return dialog


def marked(dialog: TextVersions) -> tuple[set[str], set[str]]:
    """What is struck out and what is underlined."""
    removed, added = set[str](), set[str]()
    block = dialog.page.document().begin()
    while block.isValid():
        for piece in block:
            fragment = piece.fragment()
            if fragment.charFormat().fontStrikeOut():
                removed.add(fragment.text().strip())
            if fragment.charFormat().underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline:
                added.add(fragment.text().strip())
        block = block.next()
    return removed, added


def test_one_version_is_not_worth_a_line(scene: Scene) -> None:
    scene.read()
    scene.until(lambda: scene.window.inspector.findChildren(VersionLink))
    assert link(scene) is None
    scene.do("text_versions")
    dialog = scene.dialog(TextVersions)
    scene.until(lambda: dialog.count.text() == "no difference")
    assert not dialog.restore.isEnabled()
    dialog.close()


def test_the_line_opens_the_versions_and_what_differs(scene: Scene) -> None:
    word = scene.read().text.split()[2]
    revised(scene, (word, "Wetterhahn"), ("Wetterhahn", "Turmhahn"))
    dialog = opened(scene)
    assert link(scene) is not None
    assert link(scene).text() == "Version 3 of 3"  # type: ignore[union-attr]
    lines = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert [line.split("\n")[0] for line in lines] == ["Version 3 · present", "Version 2", "Version 1"]
    assert "corrected here" in lines[0]
    assert "from the file" in lines[2]
    assert dialog.list.currentRow() == 1
    scene.until(lambda: marked(dialog) == ({"Wetterhahn"}, {"Turmhahn"}))
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    scene.until(lambda: marked(dialog)[0] == {word})
    assert "only in version 1" in dialog.told.text()
    QTest.keyClick(dialog.list, Qt.Key.Key_Home)  # of the present one, what it changed
    scene.until(lambda: marked(dialog)[0] == {"Wetterhahn"})
    assert not dialog.restore.isEnabled()
    dialog.close()


def test_an_old_version_becomes_the_present_one_again_and_undo_takes_that_back(scene: Scene) -> None:
    first = revised(scene, (scene.read().text.split()[2], "Wetterhahn"))
    dialog = opened(scene)
    assert dialog.restore.isEnabled()
    dialog.restore.click()
    scene.until(lambda: scene.article.text == first)
    scene.until(lambda: dialog.chosen is not None and dialog.chosen.present)
    assert dialog.chosen is not None
    assert dialog.chosen.version == 1
    assert not dialog.restore.isEnabled()
    dialog.close()
    scene.to_the_front()
    scene.do("undo")
    scene.until(lambda: "Wetterhahn" in scene.article.text)


def test_the_keys_go_through_the_differences_and_the_rest_can_be_left_out(scene: Scene) -> None:
    words = scene.read().text.split()
    revised(scene, (words[2], "Wetterhahn"), (words[-3], "Turmuhr"))
    dialog = opened(scene)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    scene.until(lambda: len(dialog.page._spans) > 1)
    count = len(dialog.page._spans)
    QTest.keyClick(dialog.page, Qt.Key.Key_F3)
    assert dialog.count.text() == f"2 of {count}"
    dialog.before.click()
    assert dialog.count.text() == f"1 of {count}"
    whole = len(dialog.page.toPlainText())
    dialog.only.click()
    assert len(dialog.page.toPlainText()) < whole
    dialog.close()


def test_a_long_text_shows_its_differences_alone(scene: Scene) -> None:
    number, long = scene.read().id, "Der Kran steht still. " * 3_000
    scene.archive.revise(number, long + "Ende.")
    scene.archive.revise(number, long + "Schluss.")
    dialog = opened(scene)
    scene.until(lambda: "Ende" in "".join(marked(dialog)[0]))
    assert dialog.only.isChecked()
    assert len(dialog.page.toPlainText()) < 2_000
    dialog.close()


def test_an_archive_that_is_only_read_shows_them_and_changes_nothing(
    room: Path, dressed: QApplication, qtbot: QtBot
) -> None:
    writing = Archive.open(room)
    writing.revise(1, "Andere Worte.")
    writing.close()
    window = MainWindow(Archive.open(room, read_only=True))
    qtbot.addWidget(window)
    window.show()
    window.desk.open_article(1)
    qtbot.waitUntil(lambda: window.desk.article is not None)
    window.commands.text_versions()
    (dialog,) = window.findChildren(TextVersions)
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    assert not dialog.restore.isVisible()
    dialog.close()
    window.close()


def test_no_german_label_is_cut(scene: Scene) -> None:
    revised(scene, (scene.read().text.split()[2], "Wetterhahn"))
    i18n.install("de")
    scene.do("text_versions")
    i18n.install("en")
    dialog = scene.dialog(TextVersions)
    for button in (*dialog.buttons.buttons(), dialog.only):
        scene.until(lambda button=button: button.width() >= button.sizeHint().width())
    dialog.close()
