"""Notes written in the margin: kept whatever happens, one step each, with links and tags."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.annotating.note_edit import NoteEdit
from desktop_app.gui.desk import Desk
from desktop_app.gui.dialogs.note_editor import NoteEditor
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.model.article import Article
from desktop_app.model.drafts import Draft
from tests.gui.annotating.conftest import TEXT, drag, notes, open_article, place, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Settled = Callable[[Callable[[], object]], Article]
CONTROL = Qt.KeyboardModifier.ControlModifier


def begin(reader: ReaderPane, words: str = "") -> NoteEdit:
    """Begin a note on words of the text, or on the whole."""
    if words:
        drag(reader, *place(words))
    reader.marking.write()
    return writing(reader)


def writing(reader: ReaderPane) -> NoteEdit:
    now = reader.marking.writer.now
    assert now is not None
    return now.editor


def bodies(archive: Archive, article: int = 1) -> list[str]:
    return [note.body for note in archive.notes(article)]


def test_a_note_is_written_beside_its_words(reader: ReaderPane, desk: Desk, settled: Settled) -> None:
    edit = begin(reader, "neue Kräne")
    assert edit.words.hasFocus()
    assert edit.x() > reader.page_view.column()[1]
    QTest.keyClicks(edit.words, "Wie viele?")
    found = settled(lambda: QTest.keyClick(edit.words, Qt.Key.Key_Escape))
    assert [(note.body, note.quote) for note in found.notes] == [("Wie viele?", "neue Kräne")]
    assert reader.page_view.hasFocus()
    (card,) = reader.marking.margin.cards
    assert "Wie viele?" in card.body.text()
    entry = desk.archive.next_undo()
    assert entry is not None
    assert settled(lambda: desk.edit(desk.archive.undo)).notes == ()


def test_a_note_without_words_is_none(reader: ReaderPane, desk: Desk) -> None:
    before = desk.archive.next_undo()
    edit = begin(reader)
    QTest.keyClick(edit.words, Qt.Key.Key_Escape)
    assert reader.marking.writer.now is None
    assert desk.archive.next_undo() == before


def test_a_note_is_changed_where_it_stands(reader: ReaderPane, desk: Desk, settled: Settled) -> None:
    settled(lambda: desk.edit(desk.archive.note, 1, "Erster Stand", *place("Osaka")))
    (card,) = reader.marking.margin.cards
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    edit = writing(reader)
    assert card.isHidden()
    QTest.keyClicks(edit.words, " und zweiter")
    edit.colours.dots[3].click()
    found = settled(lambda: QTest.keyClick(edit.words, Qt.Key.Key_Return, CONTROL))
    assert [(note.body, note.colour) for note in found.notes] == [("Erster Stand und zweiter", 3)]
    settled(lambda: desk.edit(desk.archive.undo))
    assert bodies(desk.archive) == ["Erster Stand"]


def test_words_stay_when_another_article_opens(reader: ReaderPane, desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(begin(reader, "Osaka").words, "Beinahe vergessen")
    open_article(qtbot, desk, 2)
    qtbot.waitUntil(lambda: bodies(desk.archive) == ["Beinahe vergessen"])
    assert reader.marking.writer.now is None


def test_words_stay_when_another_note_is_begun(reader: ReaderPane, desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(begin(reader, "Osaka").words, "Eins")
    QTest.keyClicks(begin(reader).words, "Zwei")
    qtbot.waitUntil(lambda: bodies(desk.archive) == ["Eins"])
    assert writing(reader).body == "Zwei"
    reader.marking.writer.finish()
    qtbot.waitUntil(lambda: sorted(bodies(desk.archive)) == ["Eins", "Zwei"])


def test_words_stay_when_the_window_closes(reader: ReaderPane, desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(begin(reader).words, "Im letzten Augenblick")
    reader.close()
    qtbot.waitUntil(lambda: bodies(desk.archive) == ["Im letzten Augenblick"])


def test_other_changes_leave_the_writer_alone(reader: ReaderPane, desk: Desk, settled: Settled) -> None:
    edit = begin(reader, "Osaka")
    QTest.keyClicks(edit.words, "Noch nicht")
    settled(lambda: desk.edit(desk.archive.tag, [1], "Hafen"))
    settled(lambda: desk.edit(desk.archive.note, 1, "Andere", *place("bar")))
    assert writing(reader) is edit
    assert edit.body == "Noch nicht"
    QTest.keyClicks(edit.words, " fertig")
    settled(lambda: QTest.keyClick(edit.words, Qt.Key.Key_Escape))
    assert sorted(bodies(desk.archive)) == ["Andere", "Noch nicht fertig"]


def test_a_note_that_was_taken_back_meanwhile_is_written_anew(reader: ReaderPane, desk: Desk, settled: Settled) -> None:
    settled(lambda: desk.edit(desk.archive.note, 1, "Alt", *place("Osaka")))
    reader.marking.edit(notes(reader)[0])
    QTest.keyClicks(writing(reader).words, " und neu")
    settled(lambda: desk.edit(desk.archive.undo))
    assert writing(reader).body == "Alt und neu"
    settled(reader.marking.writer.finish)
    assert [(note.body, note.quote) for note in desk.archive.notes(1)] == [("Alt und neu", "Osaka")]


def test_what_was_typed_is_there_again_after_a_crash(
    reader: ReaderPane, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    edit = begin(reader, "Osaka")
    QTest.keyClicks(edit.words, "Mitten im Sa")
    place_of = "article:1"

    def kept() -> Draft | None:
        other = Archive.open(desk.archive.path, read_only=True)
        try:
            return other.left_draft(place_of)
        finally:
            other.close()

    qtbot.waitUntil(lambda: kept() is not None, timeout=5000)
    draft = kept()
    assert draft is not None
    assert (draft.body, draft.start) == ("Mitten im Sa", place("Osaka")[0])
    reader.marking.writer.finish()
    qtbot.waitUntil(lambda: bodies(desk.archive) == ["Mitten im Sa"] and kept() is None)


def test_an_article_opens_with_what_an_earlier_run_left(empty: Archive, desk: Desk, qtbot: QtBot) -> None:
    folder = empty.path
    desk.archive.keep_draft(Draft("article:1", "Mitten im Sa", 0, *place("Osaka"), 2))
    desk.archive.close()
    desk.archive = Archive.open(folder)
    pane = ReaderPane(desk)
    qtbot.addWidget(pane)
    pane.resize(780, 600)
    pane.show()
    open_article(qtbot, desk, 1)
    qtbot.waitUntil(lambda: pane.marking.writer.now is not None)
    edit = writing(pane)
    assert (edit.body, edit.colour) == ("Mitten im Sa", 2)
    pane.marking.writer.finish()
    qtbot.waitUntil(lambda: bodies(desk.archive) == ["Mitten im Sa"])
    assert desk.archive.notes(1)[0].quote == "Osaka"
    desk.archive.close()


def test_a_refusal_loses_no_word(reader: ReaderPane, desk: Desk, qtbot: QtBot, settled: Settled) -> None:
    edit = begin(reader, "Osaka")
    QTest.keyClicks(edit.words, "Unverloren")
    folder, away = desk.archive.path, desk.archive.path.with_name("fort")
    folder.rename(away)
    with qtbot.waitSignal(desk.refused, timeout=10_000):
        QTest.keyClick(edit.words, Qt.Key.Key_Escape)
    assert writing(reader).body == "Unverloren"
    away.rename(folder)
    settled(lambda: QTest.keyClick(writing(reader).words, Qt.Key.Key_Escape))
    assert bodies(desk.archive) == ["Unverloren"]


def test_keys_of_the_window_are_letters_here(reader: ReaderPane) -> None:
    edit = begin(reader)
    for key, text in ((Qt.Key.Key_J, "j"), (Qt.Key.Key_1, "1"), (Qt.Key.Key_Space, " ")):
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, text)
        asked.ignore()
        QApplication.sendEvent(edit.words, asked)
        assert asked.isAccepted(), text
    QTest.keyClicks(edit.words, "wort")
    edit.words.selectAll()
    QTest.keyClick(edit.words, Qt.Key.Key_B, CONTROL)
    assert edit.body == "**wort**"
    edit.words.selectAll()
    QTest.keyClick(edit.words, Qt.Key.Key_B, CONTROL)
    assert edit.body == "wort"


def test_two_brackets_offer_what_can_be_linked_to(
    reader: ReaderPane, desk: Desk, qtbot: QtBot, settled: Settled
) -> None:
    edit = begin(reader, "Osaka")
    QTest.keyClicks(edit.words, "Siehe [[Br")
    links = edit.words.links
    qtbot.waitUntil(lambda: links.popup is not None, timeout=5000)
    assert links.popup is not None
    assert links.popup.item(0).text() == "Eine Brücke." or links.popup.item(0).text() == "Brücke"
    QTest.keyClick(edit.words, Qt.Key.Key_Return)
    assert edit.body == "Siehe [Brücke](article:2)"
    assert links.popup is None
    settled(lambda: QTest.keyClick(edit.words, Qt.Key.Key_Escape))
    (card,) = reader.marking.margin.cards
    card.body.setFocus()
    QTest.keyClick(card.body, Qt.Key.Key_Tab)
    with qtbot.waitSignal(desk.article_changed, timeout=10_000):
        QTest.keyClick(card.body, Qt.Key.Key_Return)
    assert desk.article is not None
    assert desk.article.id == 2


def test_a_link_to_a_note_leads_to_its_words(reader: ReaderPane, desk: Desk, qtbot: QtBot) -> None:
    far = place("Absatz 39")
    note = desk.archive.note(1, "Dort", *far).result
    open_article(qtbot, desk, 2)
    reader.marking.links.open(f"note:{note}")
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.id == 1, timeout=10_000)
    qtbot.waitUntil(lambda: reader.marking.highlights.current == note)
    assert reader.page_view.in_view(far[0])
    with qtbot.waitSignal(desk.message) as said:
        reader.marking.links.open("entity:4711")
    assert said.args == ["What this link leads to is no longer in the archive."]
    reader.marking.links.open("file:1")  # is none of ours: nothing happens


def test_a_new_note_gets_its_tags(reader: ReaderPane, qtbot: QtBot, settled: Settled) -> None:
    edit, field = begin(reader, "Osaka"), reader.marking.tags
    QTest.keyClicks(edit.words, "Wann?")
    settled(edit.tags.click)
    qtbot.waitUntil(field.isVisible)
    QTest.keyClicks(field.words, "Frage")
    found = settled(lambda: QTest.keyClick(field.words, Qt.Key.Key_Return))
    assert [(note.body, [tag.name for tag in note.tags]) for note in found.notes] == [("Wann?", ["Frage"])]
    (card,) = reader.marking.margin.cards
    assert [tag.name for tag in card.foot.tags] == ["Frage"]


def test_a_larger_window_goes_on_with_the_words(reader: ReaderPane, qtbot: QtBot) -> None:
    edit = begin(reader, "Osaka")
    QTest.keyClicks(edit.words, "Das wird lang")
    with qtbot.waitSignal(reader.note_window_wanted) as wanted:
        edit.larger.click()
    (draft,) = wanted.args
    assert (draft.body, draft.start, draft.end) == ("Das wird lang", *place("Osaka"))
    assert reader.marking.writer.now is None


def test_in_a_narrow_window_a_note_is_written_at_its_words(reader: ReaderPane, qtbot: QtBot) -> None:
    reader.resize(480, 600)
    qtbot.waitUntil(lambda: not reader.marking.margin.beside)
    edit = begin(reader, "Osaka")
    qtbot.waitUntil(edit.isVisible)
    line = reader.page_view.top_of(place("Osaka")[0]) - reader.page_view.verticalScrollBar().value()
    assert 0 < edit.y() - line < 60
    press(reader, Qt.Key.Key_PageDown)
    assert edit.y() < line


def test_words_that_moved_while_a_note_was_written_keep_it(reader: ReaderPane, desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(begin(reader, "aus Osaka").words, "Woher?")
    desk.archive.revise(1, f"Eine Zeile davor.\n\n{TEXT}")
    reader.marking.writer.finish()  # before the page shows the new text
    qtbot.waitUntil(lambda: bodies(desk.archive) == ["Woher?"])
    (note,) = desk.archive.notes(1)
    assert (note.quote, note.orphaned) == ("aus Osaka", False)


def test_a_window_of_its_own_finds_the_words_again(reader: ReaderPane, desk: Desk, qtbot: QtBot) -> None:
    shown = reader.page_view.article
    assert shown is not None
    editor = NoteEditor(desk, shown, None, place("aus Osaka"))
    qtbot.addWidget(editor)
    editor.body.setPlainText("Woher?")
    desk.archive.revise(1, f"Eine Zeile davor.\n\n{TEXT}")
    editor.save.click()
    qtbot.waitUntil(lambda: bodies(desk.archive) == ["Woher?"])
    assert desk.archive.notes(1)[0].quote == "aus Osaka"


def test_an_orphan_is_written_on_though_its_place_is_gone(reader: ReaderPane, desk: Desk, settled: Settled) -> None:
    end = len(TEXT) - 1
    settled(lambda: desk.edit(desk.archive.note, 1, "Ganz am Ende", end - 20, end))
    settled(lambda: desk.edit(desk.archive.revise, 1, "Es gibt hier nur noch einen kurzen Text."))
    (note,) = notes(reader)
    assert note.orphaned
    reader.marking.edit(note)
    QTest.keyClicks(writing(reader).words, "!")
    settled(lambda: desk.edit(desk.archive.revise, 1, "Und noch einen anderen."))
    settled(reader.marking.writer.finish)
    (kept,) = desk.archive.notes(1)
    assert (kept.body, kept.orphaned) == ("Ganz am Ende!", True)
