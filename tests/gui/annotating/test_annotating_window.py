"""Highlights and notes in the whole window: its keys, its closing, its pages of people."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.people.note_list import NoteView
from desktop_app.gui.people.page import EntityPane
from desktop_app.model.drafts import Draft
from tests.gui.scene import Scene

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_a_digit_is_a_colour_with_words_selected_and_a_tag_without(scene: Scene) -> None:
    article = scene.read()
    scene.archive.make_tag("Hafen")
    scene.archive.key_tag("Hafen", 2)
    scene.window.reader.setFocus()
    scene.select_words(0, 6)
    scene.press("2")
    scene.until(lambda: [note.colour for note in scene.article.notes] == [1])
    assert article.tags == scene.article.tags
    scene.window.reader.setFocus()
    scene.press("2")
    scene.until(lambda: [tag.name for tag in scene.article.tags] == [*(tag.name for tag in article.tags), "Hafen"])


def test_a_closing_window_keeps_the_words(scene: Scene, room: Path) -> None:
    number = scene.read().id
    scene.do("note")
    writing = scene.window.reader.marking.writer.now
    assert writing is not None
    QTest.keyClicks(writing.editor.words, "Im letzten Augenblick")
    scene.window.close()
    again = Archive.open(room, read_only=True)
    assert [note.body for note in again.notes(number)] == ["Im letzten Augenblick"]
    assert again.left_draft(f"article:{number}") is None
    again.close()


def test_a_link_in_a_note_on_somebody_opens_the_article(scene: Scene, qtbot: QtBot) -> None:
    article = scene.read()
    somebody = _somebody(scene.archive, article.id)
    scene.archive.note_entity(somebody, f"Vgl. [damals](article:{article.id})")
    scene.desk.close_article()
    scene.desk.open_entity(somebody)
    pane = _page(scene.window)
    scene.until(lambda: pane.findChildren(NoteView))
    (card,) = pane.findChildren(NoteView)
    card.body.setFocus()
    QTest.keyClick(card.body, Qt.Key.Key_Tab)
    QTest.keyClick(card.body, Qt.Key.Key_Return)
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == article.id)
    assert scene.desk.room.name == "articles"


def test_a_page_says_what_links_to_it(scene: Scene) -> None:
    article = scene.read()
    somebody = _somebody(scene.archive, article.id)
    scene.archive.note(article.id, f"Fragt [wen?](entity:{somebody})", 0, 6)
    scene.desk.open_entity(somebody)
    links = _page(scene.window).columns.backlinks
    scene.until(lambda: len(links.lines) == 1)
    links.lines[0].click()
    scene.until(lambda: scene.desk.room.name == "articles")
    note = scene.article.notes[0].id
    scene.until(lambda: scene.window.reader.marking.highlights.current == note)


def test_a_note_on_somebody_outlives_a_crash(
    room: Path, open_window: Callable[[Path], MainWindow], qtbot: QtBot
) -> None:
    archive = Archive.open(room)
    somebody = _somebody(archive, 1)
    archive.keep_draft(Draft(f"entity:{somebody}", "Kennt den Ha"))
    archive.close()
    window = open_window(room)
    window.desk.open_entity(somebody)
    notes = _page(window).columns.notes
    qtbot.waitUntil(lambda: notes.editing is not None, timeout=10_000)
    assert notes.editing is not None
    assert notes.editing.words.toPlainText() == "Kennt den Ha"
    QTest.keyClicks(notes.editing.words, "fen")
    window.close()
    again = Archive.open(room, read_only=True)
    assert [note.body for note in again.entity(somebody).note_list] == ["Kennt den Hafen"]
    assert again.left_draft(f"entity:{somebody}") is None
    again.close()


def _somebody(archive: Archive, article: int) -> int:
    """Make the first word of an article a person."""
    word = archive.article(article).text.split(maxsplit=1)[0]
    archive.add_mention(article, 0, len(word), "person")
    return int(archive.entity_ids("person")[0])


def _page(window: MainWindow) -> EntityPane:
    pane = window.rooms.pane()
    assert isinstance(pane, EntityPane)
    return pane
