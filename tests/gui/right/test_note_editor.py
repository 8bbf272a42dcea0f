"""The note editor: on a span and on the whole, saved, refused, discarded."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.dialogs.note_editor import NoteEditor
from desktop_app.model.article import Article, Note

Opened = Callable[[int], Article]
Number = Callable[[str], int]


def make(
    qtbot: QtBot, desk: Desk, article: Article, note: Note | None = None, span: tuple[int, int] | None = None
) -> NoteEditor:
    editor = NoteEditor(desk, article, note, span)
    editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    return editor


def test_a_note_on_a_span(desk: Desk, archive: Archive, opened: Opened, number: Number, qtbot: QtBot) -> None:
    article = opened(number("0142_bote.txt"))
    start = article.text.index("neun Start-ups")
    editor = make(qtbot, desk, article, span=(start, start + 14))
    assert "neun Start-ups" in editor.quote.text()
    editor.body.setPlainText("Neun von wie vielen?")
    editor.colours[2].click()
    with qtbot.waitSignal(editor.accepted):
        QTest.keyClick(editor.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (note,) = archive.notes(article.id)
    assert (note.body, note.quote, note.colour) == ("Neun von wie vielen?", "neun Start-ups", 2)


def test_a_note_on_the_whole(desk: Desk, archive: Archive, opened: Opened, number: Number, qtbot: QtBot) -> None:
    article = opened(number("0142_bote.txt"))
    editor = make(qtbot, desk, article)
    editor.body.setPlainText("Für das Kapitel über 2019.")
    with qtbot.waitSignal(editor.accepted):
        editor.save.click()
    (note,) = archive.notes(article.id)
    assert note.start is None


def test_an_empty_note_on_the_whole_is_refused_in_the_dialog(
    desk: Desk, opened: Opened, number: Number, qtbot: QtBot
) -> None:
    editor = make(qtbot, desk, opened(number("0142_bote.txt")))
    editor.save.click()
    qtbot.waitUntil(editor.state.isVisible)
    assert editor.state.text() == "A note needs some words."
    assert editor.isVisible()


def test_changing_and_removing(desk: Desk, archive: Archive, opened: Opened, number: Number, qtbot: QtBot) -> None:
    wanted = number("0142_bote.txt")
    archive.note(wanted, "Erster Stand")
    article = opened(wanted)
    editor = make(qtbot, desk, article, article.notes[0])
    editor.body.setPlainText("Zweiter Stand")
    with qtbot.waitSignal(editor.accepted):
        editor.save.click()
    assert [note.body for note in archive.notes(wanted)] == ["Zweiter Stand"]
    editor = make(qtbot, desk, article, article.notes[0])
    with qtbot.waitSignal(editor.accepted):
        editor.remove.click()
    assert archive.notes(wanted) == []


def test_esc_asks_once_before_words_are_lost(desk: Desk, opened: Opened, number: Number, qtbot: QtBot) -> None:
    editor = make(qtbot, desk, opened(number("0142_bote.txt")))
    editor.body.setPlainText("Ein Gedanke")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert editor.state.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_a_note_takes_another_colour(
    desk: Desk, archive: Archive, opened: Opened, number: Number, qtbot: QtBot
) -> None:
    wanted = number("0142_bote.txt")
    archive.note(wanted, "Bleibt", 0, 5, 1)
    article = opened(wanted)
    editor = make(qtbot, desk, article, article.notes[0])
    assert editor.colours[1].isChecked()
    editor.colours[3].click()
    with qtbot.waitSignal(editor.accepted):
        editor.save.click()
    assert [(note.body, note.colour) for note in archive.notes(wanted)] == [("Bleibt", 3)]
