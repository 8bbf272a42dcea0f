"""What each action of the edit menu is for: pressed on the real window, it does what it says."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from desktop_app.gui.annotations.pane import AnnotationsPane
from desktop_app.gui.dialogs.note_editor import NoteEditor
from tests.gui.deeds_history import HISTORY
from tests.gui.deeds_texts import TEXTS
from tests.gui.scene import Scene


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
    scene.said("Taken back: Star on 1 article")


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
    writing = scene.window.reader.marking.writer.now
    assert writing is not None
    assert writing.span == (0, end)
    QTest.keyClicks(writing.editor.words, "Wer?")
    QTest.keyClick(writing.editor.words, Qt.Key.Key_Escape)
    scene.until(lambda: [note.body for note in scene.article.notes] == ["Wer?"])


def _note_window(scene: Scene) -> None:
    end = len(scene.read().text.split(maxsplit=1)[0])
    scene.select_words(0, end)
    scene.do("note")
    writing = scene.window.reader.marking.writer.now
    assert writing is not None
    QTest.keyClicks(writing.editor.words, "Wer ist")
    scene.do("note_window")
    editor = scene.dialog(NoteEditor)
    assert editor.body.toPlainText() == "Wer ist"
    assert editor._span == (0, end)
    editor.save.click()
    scene.until(lambda: [note.body for note in scene.article.notes] == ["Wer ist"])


def _highlight_everywhere(scene: Scene) -> None:
    article = scene.read()
    words = next(word for word in article.text.split() if word.isalpha() and article.text.split().count(word) > 1)
    place = article.text.index(words)
    scene.select_words(place, place + len(words))
    scene.do("highlight_everywhere")
    scene.until(lambda: len(scene.article.notes) > 1)
    assert {note.quote for note in scene.article.notes} == {words}


def _next_note(scene: Scene) -> None:
    number = scene.read().id
    for start in (0, 30):
        scene.archive.note(number, "", start, start + 5)
    current = scene.window.reader.marking.highlights
    scene.until(lambda: len(current.lanes.all) == 2)
    first, second = (laid.note.id for laid in current.lanes.all)
    for name, wanted in (("next_note", first), ("next_note", second), ("previous_note", first)):
        scene.do(name)
        assert current.current == wanted


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


def _annotations(scene: Scene) -> None:
    scene.do("annotations")
    assert isinstance(scene.window.rooms.pane(), AnnotationsPane)


def _empty_trash(scene: Scene) -> None:
    scene.do("empty_trash")
    scene.said("The trash is empty.")
    scene.archive.trash([scene.read().id])
    asked = scene.answer("question", QMessageBox.StandardButton.No, QMessageBox)
    scene.do("empty_trash")
    scene.until(lambda: asked)
    assert scene.archive.counts().trash == 1
    assert "1 article " in asked[0][2]
    scene.answer("question", QMessageBox.StandardButton.Yes, QMessageBox)
    scene.do("empty_trash")
    scene.until(lambda: scene.archive.counts().trash == 0)


EDIT: dict[str, Callable[[Scene], None]] = {
    "undo": _undo,
    "redo": _redo,
    **HISTORY,
    "copy_quote": _copy_quote,
    "note": _note,
    "note_window": _note_window,
    "highlight": _highlight,
    "highlight_everywhere": _highlight_everywhere,
    "next_note": _next_note,
    "previous_note": _next_note,
    "annotations": _annotations,
    **TEXTS,
    "star": _star,
    "toggle_read": _toggle_read,
    "trash": _trash,
    "restore": _restore,
    "empty_trash": _empty_trash,
}
