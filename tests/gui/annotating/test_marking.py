"""Highlights by mouse and by keys: made at the selection, changed where they are."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.gui import theme
from desktop_app.gui import type_setting as setting
from desktop_app.gui.annotating.colours import last_colour
from desktop_app.gui.desk import Desk
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.gui.widgets.article_page import ArticlePage
from desktop_app.gui.widgets.word_boxes import boxes_of
from desktop_app.model.article import Article
from tests.gui.annotating.conftest import click, drag, middle, notes, place, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Settled = Callable[[Callable[[], object]], Article]
SHIFT = Qt.KeyboardModifier.ShiftModifier


def spans(article: Article) -> list[tuple[str, int]]:
    return [(note.quote, note.colour) for note in article.notes]


def test_a_bar_opens_at_words_that_the_mouse_selected(reader: ReaderPane, qtbot: QtBot) -> None:
    bar, span = reader.marking.bar, place("neue Kräne")
    drag(reader, *span)
    qtbot.waitUntil(bar.isVisible)
    assert reader.selection_span() == span
    box = boxes_of(reader.page_view, *span)[0]
    assert not bar.geometry().intersects(box.toAlignedRect())
    assert abs(bar.geometry().center().y() - box.center().y()) < 60
    reader.page_view.moveCursor(reader.page_view.textCursor().MoveOperation.Start)
    qtbot.waitUntil(bar.isHidden)


def test_a_colour_of_the_bar_is_the_next_one_of_the_key(reader: ReaderPane, qtbot: QtBot, settled: Settled) -> None:
    drag(reader, *place("neue Kräne"))
    qtbot.waitUntil(reader.marking.bar.isVisible)
    assert spans(settled(reader.marking.bar.colours.dots[2].click)) == [("neue Kräne", 2)]
    assert last_colour() == 2
    qtbot.waitUntil(reader.marking.bar.isHidden)
    drag(reader, *place("Osaka"))
    found = settled(reader.marking.highlight)
    assert spans(found) == [("neue Kräne", 2), ("Osaka", 2)]


def test_digits_are_colours_only_while_words_are_selected(reader: ReaderPane, settled: Settled) -> None:
    def taken() -> bool:
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier, "4")
        asked.ignore()
        QApplication.sendEvent(reader.page_view, asked)
        return asked.isAccepted()

    assert not taken()  # it is the key of a tag
    drag(reader, *place("Osaka"))
    assert taken()
    assert spans(settled(lambda: press(reader, Qt.Key.Key_4))) == [("Osaka", 3)]
    assert not taken()


def test_the_same_words_again_take_another_colour(
    reader: ReaderPane, desk: Desk, qtbot: QtBot, settled: Settled
) -> None:
    drag(reader, *place("Osaka"))
    settled(lambda: press(reader, Qt.Key.Key_1))
    drag(reader, *place("Osaka"))
    assert spans(settled(lambda: press(reader, Qt.Key.Key_5))) == [("Osaka", 4)]
    drag(reader, *place("Osaka"))
    with qtbot.waitSignal(desk.message) as said:
        press(reader, Qt.Key.Key_5)
    assert said.args == ["These words are highlighted already."]


def test_everywhere_is_one_step(reader: ReaderPane, desk: Desk, qtbot: QtBot, settled: Settled) -> None:
    drag(reader, *place("Hafen"))
    qtbot.waitUntil(reader.marking.bar.isVisible)
    found = settled(reader.marking.bar.everywhere.click)
    assert [note.quote for note in found.notes] == ["Hafen"] * 3  # the harbour master is another word
    assert settled(lambda: desk.edit(desk.archive.undo)).notes == ()


def test_a_click_on_a_highlight_opens_what_can_be_done(reader: ReaderPane, qtbot: QtBot, settled: Settled) -> None:
    span, popup = place("neue Kräne"), reader.marking.popup
    drag(reader, *span)
    settled(lambda: press(reader, Qt.Key.Key_1))
    click(reader, *span)
    qtbot.waitUntil(popup.isVisible)
    assert popup.hasFocus()
    assert popup.accessibleName() == "Highlight: neue Kräne"
    assert all(each.width() >= each.sizeHint().width() for each in (popup.note, popup.tags, popup.colours))
    assert spans(settled(lambda: QTest.keyClick(popup, Qt.Key.Key_3))) == [("neue Kräne", 2)]
    assert popup.colours.colour == 2
    assert spans(settled(popup.colours.dots[3].click)) == [("neue Kräne", 3)]
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert popup.isHidden()
    assert reader.page_view.hasFocus()


def test_a_highlight_is_removed_and_comes_back(reader: ReaderPane, desk: Desk, qtbot: QtBot, settled: Settled) -> None:
    span, popup = place("Osaka"), reader.marking.popup
    drag(reader, *span)
    settled(lambda: press(reader, Qt.Key.Key_1))
    click(reader, *span)
    qtbot.waitUntil(popup.isVisible)
    assert settled(lambda: QTest.keyClick(popup, Qt.Key.Key_Delete)).notes == ()
    assert popup.isHidden()
    assert spans(settled(lambda: desk.edit(desk.archive.undo))) == [("Osaka", 0)]


def test_a_highlight_spreads_to_the_same_words(reader: ReaderPane, qtbot: QtBot, settled: Settled, desk: Desk) -> None:
    span, popup = place("Hafen"), reader.marking.popup
    drag(reader, *span)
    found = settled(lambda: press(reader, Qt.Key.Key_2))
    settled(lambda: desk.edit(desk.archive.tag_annotations, [found.notes[0].id], ["Wasser"]))
    click(reader, *span)
    qtbot.waitUntil(popup.isVisible)
    found = settled(lambda: QTest.keyClick(popup, Qt.Key.Key_E))
    assert spans(found) == [("Hafen", 1)] * 3
    assert [[tag.name for tag in note.tags] for note in found.notes] == [["Wasser"]] * 3
    with qtbot.waitSignal(desk.message):
        reader.marking.spread(found.notes[0])  # there is nothing left
    assert len(notes(reader)) == 3


def test_the_keyboard_alone_goes_from_highlight_to_highlight(
    reader: ReaderPane, desk: Desk, qtbot: QtBot, settled: Settled
) -> None:
    outer, inner = place("Hafen stehen neue Kräne"), place("neue")
    for colour, span in enumerate((outer, inner)):
        settled(lambda colour=colour, span=span: desk.edit(desk.archive.note, 1, "", *span, colour))
    popup, first = reader.marking.popup, notes(reader)[0]
    reader.marking.step(1)
    assert reader.marking.highlights.current == first.id
    reader.marking.step(1)
    press(reader, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert popup.shown_note is not None
    assert popup.shown_note.quote == "neue"
    assert popup.which.text().startswith("1 of 2")
    QTest.keyClick(popup, Qt.Key.Key_Down)
    assert popup.shown_note == first
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    with qtbot.waitSignal(desk.message) as said:
        reader.marking.step(-1)
    assert said.args == ["This is the first note."]
    press(reader, Qt.Key.Key_Escape)
    assert reader.marking.highlights.current == 0


def test_a_drag_or_a_click_that_lets_go_opens_nothing(reader: ReaderPane, qtbot: QtBot, settled: Settled) -> None:
    span = place("neue Kräne")
    drag(reader, *span)
    settled(lambda: press(reader, Qt.Key.Key_1))
    drag(reader, *place("Kräne"))
    qtbot.waitUntil(reader.marking.bar.isVisible)
    click(reader, *span)  # the selection goes, nothing else
    qtbot.waitUntil(reader.marking.bar.isHidden)
    assert reader.marking.popup.isHidden()


def test_overlapping_highlights_can_all_be_seen(reader: ReaderPane, desk: Desk, settled: Settled) -> None:
    outer, inner = place("Hafen stehen neue Kräne"), place("neue")
    settled(lambda: desk.edit(desk.archive.note, 1, "", *outer, 2))
    settled(lambda: desk.edit(desk.archive.note, 1, "", *inner, 3))
    box = boxes_of(reader.page_view, *inner)[0]
    seen = reader.page_view.viewport().grab().toImage()
    edge = round(box.left()) + 8
    column = {
        seen.pixelColor(edge + x, y).name() for y in range(round(box.top()), round(box.bottom()) + 3) for x in (0, 9)
    }
    assert {setting.note_ground(2).name(), setting.note_ground(3).name(), setting.note_bar(3).name()} <= column


def test_the_bar_copies_a_quotation_and_writes_a_note(reader: ReaderPane, qtbot: QtBot) -> None:
    drag(reader, *place("Osaka"))
    qtbot.waitUntil(reader.marking.bar.isVisible)
    with qtbot.waitSignal(reader.quote_wanted):
        reader.marking.bar.quote.click()
    reader.marking.bar.note.click()
    writing = reader.marking.writer.now
    assert writing is not None
    assert writing.span == place("Osaka")


def test_tags_are_put_on_a_highlight_and_taken_off(
    reader: ReaderPane, desk: Desk, qtbot: QtBot, settled: Settled
) -> None:
    settled(lambda: desk.edit(desk.archive.tag, [2], "Wirtschaft"))
    span, field = place("Osaka"), reader.marking.tags
    drag(reader, *span)
    settled(lambda: press(reader, Qt.Key.Key_1))
    click(reader, *span)
    qtbot.waitUntil(reader.marking.popup.isVisible)
    QTest.keyClicks(reader.marking.popup, "#")
    qtbot.waitUntil(lambda: field.list.count() == 1)
    assert field.words.hasFocus()
    QTest.keyClicks(field.words, "wirt")
    found = settled(lambda: QTest.keyClick(field.words, Qt.Key.Key_Return))
    assert [tag.name for tag in found.notes[0].tags] == ["Wirtschaft"]
    QTest.keyClicks(field.words, "Beleg")
    found = settled(lambda: QTest.keyClick(field.words, Qt.Key.Key_Return))
    assert [tag.name for tag in found.notes[0].tags] == ["Beleg", "Wirtschaft"]
    QTest.keyClicks(field.words, "beleg")
    found = settled(lambda: QTest.keyClick(field.words, Qt.Key.Key_Return))
    assert [tag.name for tag in found.notes[0].tags] == ["Wirtschaft"]
    QTest.keyClick(field.words, Qt.Key.Key_Escape)
    assert field.isHidden()


def test_an_archive_open_for_reading_only_is_left_alone(
    reader: ReaderPane, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.archive, "read_only", True)
    pane = ReaderPane(desk)
    try:
        assert pane.marking.bar.colours.isHidden()
        assert not pane.marking.bar.quote.isHidden()
        texts = [action.text() for action in pane.menu_at(QPoint(60, 60)).actions()]
        assert "Note on the article" not in texts
    finally:
        pane.deleteLater()


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_everything_has_a_name_in_every_theme(
    reader: ReaderPane, settled: Settled, desk: Desk, look: theme.ThemeName
) -> None:
    theme.apply(look)
    try:
        settled(lambda: desk.edit(desk.archive.note, 1, "Siehe [Brücke](article:2)", *place("Osaka")))
        reader.marking.edit(notes(reader)[0])
        reader.marking.open_popup(notes(reader))
        reader.grab()
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit):
            unnamed = [each.objectName() for each in reader.findChildren(kind) if not each.accessibleName()]
            assert unnamed == []
        marking = reader.marking
        for sheet in (marking.bar, marking.popup, marking.tags, marking.margin.cards[:1] or [marking.bar]):
            each = sheet[0] if isinstance(sheet, list) else sheet
            assert each.accessibleName()
    finally:
        theme.apply("light")


def test_selected_words_are_dragged_out_and_stay_selected(reader: ReaderPane, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    whole = ArticlePage.createMimeDataFromSelection

    def note_down(page: ArticlePage) -> QMimeData:
        data = whole(page)
        taken.append(data.text())
        return data

    monkeypatch.setattr(ArticlePage, "createMimeDataFromSelection", note_down)
    drag(reader, *place("neue Kräne"))
    within = middle(reader, *place("neue Kräne"))
    view = reader.page_view.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=within)
    QTest.mouseMove(view, within + QPoint(0, 3 * QApplication.startDragDistance()))
    assert taken[:1] == ["neue Kräne"]
    assert reader.selection_span() == place("neue Kräne")
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=within + QPoint(0, 60))
