"""Correcting the words of an article: saved, refused, left; what becomes of the notes; finding."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.dialogs.text_editor import TextEditor
from desktop_app.gui.main_window import MainWindow
from tests.conftest import article, shelve
from tests.gui.scene import Scene, desk_on

TEXT = (
    "Der Kran am Kai steht still.\nSeit gestern liegt das Boot der Lotsen vor dem Tor und wartet auf die Flut.\n"
    "Niemand weiß, warum. Der Hafen\u00a0schweigt.\n静かな港。クレーンは動かない。"
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    opened = Archive.create(tmp_path / "archive")
    shelve(opened, article(TEXT, "Stille am Kai", "2021-04-01"))
    yield opened
    opened.close()


@pytest.fixture
def desk(archive: Archive, dressed: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    theme.apply("light")
    with desk_on(archive) as made:
        yield made


def make(qtbot: QtBot, desk: Desk, parent: QWidget | None = None) -> TextEditor:
    editor = TextEditor(desk, desk.archive.article(1), parent)
    editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    return editor


def put(editor: TextEditor, old: str, new: str) -> None:
    """Select words and type others."""
    start = editor.words.toPlainText().index(old.replace("\u00a0", " "))
    cursor = editor.words.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(old), QTextCursor.MoveMode.KeepAnchor)
    editor.words.setTextCursor(cursor)
    editor.words.insertPlainText(new)


def test_corrected_words_become_a_new_version_in_one_step(archive: Archive, desk: Desk, qtbot: QtBot) -> None:
    editor = make(qtbot, desk)
    assert editor.words.hasFocus()
    assert not editor.save.isEnabled()
    put(editor, "Kran", "Hebekran")
    assert editor.save.isEnabled()
    with qtbot.waitSignal(editor.accepted):
        QTest.keyClick(editor.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert archive.text_of(1) == TEXT.replace("Kran", "Hebekran", 1)  # with its hard space
    assert [version.origin for version in archive.versions(1)] == ["file", "reader"]
    archive.undo()
    assert archive.text_of(1) == TEXT


def test_it_is_told_beforehand_which_notes_lose_their_words(archive: Archive, desk: Desk, qtbot: QtBot) -> None:
    for words in ("Niemand weiß", "liegt das Boot der Lotsen vor dem Tor"):
        archive.note(1, "", TEXT.index(words), TEXT.index(words) + len(words))
    archive.note(1, "Auf dem Ganzen.")
    editor = make(qtbot, desk)
    assert editor.notes.text() == "Highlights and notes on these words: 2. They go along."
    put(editor, "Kai", "Ufer")
    put(editor, "Niemand weiß, warum. ", "")
    qtbot.waitUntil(lambda: "go along: 1. Orphaned, because their words are gone: 1." in editor.notes.text())
    with qtbot.waitSignal(editor.accepted):
        editor.save.click()
    assert sorted(note.orphaned for note in archive.notes(1)) == [False, False, True]


def test_esc_asks_only_if_something_was_changed(archive: Archive, desk: Desk, qtbot: QtBot) -> None:
    editor = make(qtbot, desk)
    QTest.keyClick(editor.words, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    editor = make(qtbot, desk)
    put(editor, "Kran", "Bagger")
    QTest.keyClick(editor.words, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert "not saved yet" in editor.state.text()
    QTest.keyClick(editor.words, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert archive.text_of(1) == TEXT


def test_refused_words_stay(archive: Archive, desk: Desk, qtbot: QtBot) -> None:
    editor = make(qtbot, desk)
    editor.words.selectAll()
    QTest.keyClick(editor.words, Qt.Key.Key_Space)
    editor.save.click()
    qtbot.waitUntil(editor.state.isVisible)
    assert "needs some words" in editor.state.text()
    QTest.keyClicks(editor.words, "Doch noch")
    assert editor.words.toPlainText() == " Doch noch"
    with qtbot.waitSignal(editor.accepted):
        editor.save.click()


def test_a_text_that_was_changed_elsewhere_is_not_replaced_unasked(archive: Archive, desk: Desk, qtbot: QtBot) -> None:
    editor = make(qtbot, desk)
    put(editor, "Kran", "Bagger")
    other = TEXT.replace("still", "ruhig")
    archive.revise(1, other)
    editor.save.click()
    qtbot.waitUntil(editor.state.isVisible)
    assert "changed elsewhere" in editor.state.text()
    assert archive.text_of(1) == other
    with qtbot.waitSignal(editor.accepted):
        editor.save.click()
    assert archive.text_of(1) == TEXT.replace("Kran", "Bagger", 1)


def test_words_are_found_with_the_keyboard_alone(desk: Desk, qtbot: QtBot) -> None:
    editor = make(qtbot, desk)
    QTest.keyClick(editor.words, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert editor.finder.words.hasFocus()
    QTest.keyClicks(editor.finder.words, "der")
    qtbot.waitUntil(lambda: editor.finder._count.text() == "1 of 3")
    assert editor.words.textCursor().selectedText() == "Der"
    QTest.keyClick(editor.finder.words, Qt.Key.Key_Return)
    assert editor.words.textCursor().position() == TEXT.index("der Lotsen") + 3
    QTest.keyClick(editor.finder.words, Qt.Key.Key_Return)
    QTest.keyClick(editor.finder.words, Qt.Key.Key_Return)  # behind the last comes the first
    QTest.keyClick(editor.finder.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert editor.finder._count.text() == "3 of 3"
    editor.finder.words.setText("クレーン")
    qtbot.waitUntil(lambda: editor.words.textCursor().selectedText() == "クレーン")
    QTest.keyClick(editor.finder.words, Qt.Key.Key_Escape)
    assert editor.words.hasFocus()
    assert editor.isVisible()
    put(editor, "クレーン", "🏗")
    QTest.keyClick(editor.words, Qt.Key.Key_F3)  # looks again, as the words are others now
    qtbot.waitUntil(lambda: editor.finder._count.text() == "No match")


def test_every_paragraph_runs_its_own_way(archive: Archive, desk: Desk, qtbot: QtBot) -> None:
    archive.revise(1, "נמל שקט\nDer Hafen")
    editor = make(qtbot, desk)
    first = editor.words.document().firstBlock()
    qtbot.waitUntil(lambda: first.layout().lineCount() > 0)
    assert first.textDirection() == Qt.LayoutDirection.RightToLeft
    assert first.next().textDirection() == Qt.LayoutDirection.LeftToRight


def test_a_million_characters_are_laid_out_only_where_they_are_seen(desk: Desk, qtbot: QtBot) -> None:
    long = "\n".join(f"Absatz {number}: " + "Der Hafen ist am Tag ein Arbeitsplatz. " * 6 for number in range(4_000))
    editor = TextEditor(desk, replace(desk.archive.article(1), text=long))
    qtbot.addWidget(editor)
    editor.show()
    block = editor.words.document().findBlockByNumber(2_000)
    assert block.layout().lineCount() == 0
    assert editor.words.text == long


@pytest.mark.parametrize("name", ["dark", "contrast", "light"])
def test_it_follows_the_theme_and_everything_has_a_name(desk: Desk, qtbot: QtBot, name: theme.ThemeName) -> None:
    editor = make(qtbot, desk)
    theme.apply(name)
    assert theme.current().sheet.name() in editor.words.styleSheet()
    assert editor.words.accessibleName()
    assert editor._find.accessibleName()
    theme.apply("light")


def test_the_window_does_not_close_over_words_that_are_not_saved(scene: Scene) -> None:
    text = scene.read().text
    scene.do("correct_text")
    editor = scene.dialog(TextEditor)
    QTest.keyClicks(editor.words, "Neu: ")
    assert not scene.window.close()
    assert scene.window.isVisible()
    assert "not saved yet" in editor.state.text()
    editor.save.click()
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.text == "Neu: " + text)
    scene.to_the_front()
    scene.do("undo")
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.text == text)


def test_an_archive_that_is_only_read_says_so(room: Path, dressed: QApplication, qtbot: QtBot) -> None:
    window = MainWindow(Archive.open(room, read_only=True))
    qtbot.addWidget(window)
    window.show()
    refused: list[str] = []
    window.desk.refused.connect(refused.append)
    qtbot.waitUntil(lambda: window.desk.listing is not None)
    window.desk.open_article(1)
    qtbot.waitUntil(window.action("correct_text").isEnabled)
    window.action("correct_text").trigger()
    assert refused == ["This archive is open for reading only."]
    assert not window.findChildren(TextEditor)
    window.close()
