"""The reader: an article set for reading, its hits, find in the article, notes, and what the keys do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import theme
from desktop_app.gui.annotating.card import NoteCard
from desktop_app.gui.desk import Desk
from desktop_app.gui.panes.list_pane import ListPane
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.model.article import Article, ParsedArticle, Part
from tests.conftest import article, shelve
from tests.gui.left import desk_over, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CAPTION = "Am Kai: der Hafenmeister. Foto: Stadt Rheinhafen"
FIRST = "Rheinhafen. Der Hafen wächst, sagt die Hafenmeisterin. 🚢 Neue Kräne kommen."
ASTRAL = "𝒜 crowd of 🚢🚢 ships came. Cafe\u0301 owners q\u0307 cheered."


def harbour() -> ParsedArticle:
    text = f"{FIRST}\n\nZahlen und Ziele\n\n{CAPTION}\n\n" + "\n\n".join(
        f"Absatz {number} spricht vom Hafen und von vielem anderen, damit die Seite lang wird." for number in range(60)
    )
    heading, caption = text.index("Zahlen"), text.index(CAPTION)
    parts = [Part(heading, heading + 16, "subheading"), Part(caption, caption + len(CAPTION), "caption")]
    return article(text, "Kran am Kai", "2019-05-14", "Rheinhafen-Bote", language="de", byline="Maike Dorn",
                   place="Rheinhafen", kicker="Wirtschaft am Hafen", parts=parts)  # fmt: skip


@pytest.fixture
def desk(empty: Archive, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    shelve(empty, harbour(), article(ASTRAL, "Bridge", "2019", language="en"))
    with desk_over(empty, qtbot, str(tmp_path / "settings")) as desk:
        yield desk


@pytest.fixture
def reader(desk: Desk, qtbot: QtBot) -> ReaderPane:
    reader = ReaderPane(desk)
    show(qtbot, reader, 780, 600)
    return reader


def read(qtbot: QtBot, desk: Desk, number: int = 1, query: str = "") -> Article:
    """Open an article for a query and wait for its hits."""
    desk.text = query
    with qtbot.waitSignals([desk.article_changed, desk.hits_changed], timeout=10_000):
        desk.open_article(number)
    assert desk.article is not None
    return desk.article


def settled(qtbot: QtBot, desk: Desk) -> None:
    """Wait until the article came again after an edit."""
    with qtbot.waitSignal(desk.article_changed, timeout=10_000):
        pass


def choose(reader: ReaderPane, start: int, end: int) -> None:
    """Select a span of the text, as a reader does with the mouse."""
    page = reader.page_view
    cursor = page.textCursor()
    cursor.setPosition(page.position_of(start))
    cursor.setPosition(page.position_of(end), QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


def cards(reader: ReaderPane) -> list[NoteCard]:
    return reader.marking.margin.cards


def marked(reader: ReaderPane, colour: str) -> list[str]:
    """The words that stand on a ground."""
    # PySide's stub names neither field of a selection.
    found = [
        (s.cursor.selectedText(), s.format.background().color().name()) for s in reader.page_view.extraSelections()
    ]  # type: ignore[attr-defined]
    return [words for words, ground in found if ground == getattr(theme.current(), colour).name()]


def press(reader: ReaderPane, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(reader.page_view, key, modifiers)


def test_nothing_is_open_at_first(reader: ReaderPane) -> None:
    assert reader.empty.isVisible()
    assert not reader.page_view.isVisible()
    assert not reader.header.star.isEnabled()
    assert not reader.page(1)
    assert reader.selection_span() is None
    assert reader.cited_quote() == ""


def test_an_article_is_set_whole_and_in_order(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    read(qtbot, desk)
    lines = reader.page_view.toPlainText().split("\n")
    assert lines[:4] == ["Wirtschaft am Hafen", "Kran am Kai", "By Maike Dorn · Rheinhafen · 4 min", FIRST]
    assert lines[4:6] == ["Zahlen und Ziele", CAPTION]
    assert lines[-1].startswith("Absatz 59")
    assert "Rheinhafen-Bote · 14.05.2019 · German" in reader.header._where.text()


def test_parts_look_as_what_they_are(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    read(qtbot, desk)
    blocks = [reader.page_view.document().findBlockByNumber(number) for number in range(7)]
    kicker, title, _meta, text, heading, caption, after = blocks
    assert kicker.charFormat().font().capitalization() == kicker.charFormat().font().Capitalization.AllUppercase
    assert kicker.charFormat().foreground().color() == theme.current().accent
    assert title.charFormat().font().families()[0] == "Noto Serif"
    assert text.blockFormat().lineHeight() == 26
    assert heading.charFormat().font().families()[0] == "Inter"
    assert caption.blockFormat().leftMargin() > 0 == after.blockFormat().leftMargin()
    assert caption.charFormat().foreground().color() == theme.current().muted


def test_the_column_is_about_seventy_characters_wide(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    read(qtbot, desk)
    reader.resize(1400, 600)
    left, right = reader.page_view.column()
    assert left == 54
    assert right - left == reader.page_view.column_width() < 720


def test_nothing_is_loaded_and_nothing_is_obeyed(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    shelve(desk.archive, article('<img src="file:///etc/passwd"> \u202eabc\u202c \x07 \u2067x\u2069 <b>fett</b>', "T"))
    read(qtbot, desk, 3)
    words = reader.page_view.toPlainText()
    assert '<img src="file:///etc/passwd">' in words
    assert "<b>fett</b>" in words
    assert not {"\u202e", "\x07"} & set(words)
    assert reader.page_view.loadResource(2, "file:///etc/passwd") is None
    assert not reader.page_view.openLinks()


def test_hits_are_marked_and_stepped_through(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    found = read(qtbot, desk, query="hafen")
    assert found.text[slice(*desk.hits[0])] == "Hafen"
    assert marked(reader, "current_hit") == ["Hafen"]
    assert 0 < len(marked(reader, "hit")) < len(desk.hits)  # those that are seen, and some around them
    reader.page_view.scroll_to_end()
    qtbot.waitUntil(lambda: reader.page_view.in_view(desk.hits[-1][0]))
    assert max(each.cursor.selectionStart() for each in reader.page_view.extraSelections()) == (  # type: ignore[attr-defined]
        reader.page_view.position_of(desk.hits[-1][0])
    )
    assert len(marked(reader, "hit")) < len(desk.hits)
    reader.page_view.verticalScrollBar().setValue(0)
    assert reader.header._hits.text() == f"Hit 1 of {len(desk.hits)}"
    for number in range(2, 12):
        reader.next_hit(1)
        assert reader.header._hits.text() == f"Hit {number} of {len(desk.hits)}"
        assert reader.page_view.in_view(desk.hits[number - 1][0])
    reader.next_hit(-1)
    assert reader.header._hits.text().startswith("Hit 10 of")


def test_after_the_last_hit_comes_the_next_article(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    shelve(desk.archive, article("Der Hafen. Und der Hafen.", "Kurz", "2018"), article("Ohne.", "Hafen", "2017"))
    desk.archive.catch_up()
    pane = ListPane(desk)
    show(qtbot, pane)
    desk.set_sort("-date")
    with qtbot.waitSignal(desk.listing_changed, timeout=10_000):
        desk.set_text("hafen")
    assert desk.listing is not None
    assert desk.listing.ids.tolist() == [1, 3, 4]
    read(qtbot, desk, number=3, query="hafen")

    def told(text: str) -> None:
        qtbot.waitUntil(lambda: reader.header._hits.text() == text, timeout=5000)

    told("Hit 1 of 2 · article 2 of 3")
    reader.next_hit(-1)
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.id == 1 and bool(desk.hits), timeout=5000)
    count = len(desk.hits)
    told(f"Hit {count} of {count} · article 1 of 3")
    assert reader.page_view.in_view(desk.hits[-1][0])
    reader.next_hit(1)
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.id == 3, timeout=5000)
    told("Hit 1 of 2 · article 2 of 3")
    reader.next_hit(1)
    told("Hit 2 of 2 · article 2 of 3")
    with qtbot.waitSignal(desk.message) as said:
        reader.next_hit(1)  # the last article has it in the title only
    assert said.args == ["This is the last hit."]
    assert reader.header._hits.text() == "Hit 2 of 2 · article 2 of 3"


def test_an_article_that_is_not_listed_has_no_next_one(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    read(qtbot, desk, query="hafen")
    with qtbot.waitSignal(desk.listing_changed):
        desk.set_filters(["tag:nirgends"])
    reader.next_hit(-1)
    assert reader.header._hits.text() == f"Hit 1 of {len(desk.hits)}"


def test_without_a_query_there_is_no_hit_bar(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    read(qtbot, desk)
    assert not reader.header._hits.isVisible()
    reader.next_hit(1)
    assert marked(reader, "current_hit") == []


def find(qtbot: QtBot, reader: ReaderPane, words: str, count: str) -> None:
    reader.find()
    reader.find_bar.words.setText(words)
    qtbot.waitUntil(lambda: reader.find_bar._count.text() == count, timeout=5000)


def test_find_folds_case_and_accents(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    read(qtbot, desk)
    find(qtbot, reader, "KRANE", "1 of 1")
    assert marked(reader, "current_hit") == ["Kräne"]
    find(qtbot, reader, "absatz", "1 of 60")
    QTest.keyClick(reader.find_bar.words, Qt.Key.Key_Return)
    assert reader.find_bar._count.text() == "2 of 60"
    QTest.keyClick(reader.find_bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(reader.find_bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert reader.find_bar._count.text() == "60 of 60"
    find(qtbot, reader, "nirgends", "No match")
    assert not reader.find_bar._buttons[0].isEnabled()


def test_leaving_find_brings_the_hits_back(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    read(qtbot, desk, query="hafen")
    find(qtbot, reader, "absatz", "1 of 60")
    assert not reader.header._hits.isVisible()
    QTest.keyClick(reader.find_bar.words, Qt.Key.Key_Escape)
    assert not reader.find_bar.isVisible()
    assert 0 < len(marked(reader, "hit")) < len(desk.hits)  # those that are seen, and some around them
    reader.page_view.scroll_to_end()
    qtbot.waitUntil(lambda: reader.page_view.in_view(desk.hits[-1][0]))
    assert max(each.cursor.selectionStart() for each in reader.page_view.extraSelections()) == (  # type: ignore[attr-defined]
        reader.page_view.position_of(desk.hits[-1][0])
    )
    assert len(marked(reader, "hit")) < len(desk.hits)
    reader.page_view.verticalScrollBar().setValue(0)
    assert reader.header._hits.isVisible()


def test_find_begins_with_the_selected_words(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    found = read(qtbot, desk)
    start = found.text.index("Kräne")
    choose(reader, start, start + 5)
    reader.find()
    assert reader.find_bar.words.text() == "Kräne"


def test_a_note_stands_beside_its_words(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    found = read(qtbot, desk)
    start = found.text.index("Kräne")
    desk.edit(desk.archive.note, 1, "Welche?", start, start + 5)
    settled(qtbot, desk)
    qtbot.waitUntil(lambda: len(cards(reader)) == 1)
    (card,) = cards(reader)
    assert card.note.body == "Welche?"
    assert reader.marking.margin.beside
    assert card.x() > reader.page_view.column()[1]
    assert card.y() == pytest.approx(reader.page_view.top_of(start), abs=2)


def test_notes_on_the_same_words_do_not_overlap(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    read(qtbot, desk)
    for body in ("Auf dem Ganzen", "Noch eine auf dem Ganzen"):
        desk.archive.note(1, body)
    for body in ("Eins " * 20, "Zwei " * 20, "Drei"):
        desk.archive.note(1, body, 13, 16)
    qtbot.waitUntil(lambda: len(cards(reader)) == 5, timeout=10_000)
    reader.marking.margin.arrange()
    assert reader.marking.margin.heading == "2 notes on this article"
    for upper, lower in zip(cards(reader), cards(reader)[1:], strict=False):
        assert lower.y() >= upper.geometry().bottom()


def test_in_a_narrow_window_notes_stand_below(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    desk.archive.note(1, "Eine Notiz", 0, 10)
    read(qtbot, desk)
    reader.resize(480, 600)
    qtbot.waitUntil(lambda: not reader.marking.margin.beside)
    reader.marking.margin.arrange()
    qtbot.waitUntil(lambda: len(cards(reader)) == 1)
    (card,) = cards(reader)
    assert card.y() + reader.page_view.verticalScrollBar().value() >= reader.page_view.text_bottom()
    bar = reader.page_view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert card.geometry().bottom() <= reader.page_view.viewport().height()


def test_enter_edits_a_note_and_delete_removes_it(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    desk.archive.note(1, "Weg damit", 0, 10)
    read(qtbot, desk)
    qtbot.waitUntil(lambda: len(cards(reader)) == 1)
    (card,) = cards(reader)
    QTest.keyClick(card, Qt.Key.Key_Return)
    writing = reader.marking.writer.now
    assert writing is not None
    assert (writing.note, writing.editor.body) == (card.note, "Weg damit")
    QTest.keyClick(writing.editor.words, Qt.Key.Key_Escape)
    QTest.keyClick(card, Qt.Key.Key_Delete)
    settled(qtbot, desk)
    assert cards(reader) == []
    assert desk.archive.notes(1) == []
    desk.archive.undo()
    settled(qtbot, desk)
    qtbot.waitUntil(lambda: [card.note.body for card in cards(reader)] == ["Weg damit"])


def test_offsets_are_code_points_beyond_the_bmp(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    found = read(qtbot, desk, 2)
    for words in ("crowd", "🚢 ships", "🚢🚢", "owners", "q\u0307", "Cafe\u0301"):
        start = found.text.index(words)
        choose(reader, start, start + len(words))
        assert reader.page_view.textCursor().selectedText() == words
        assert reader.selection_span() == (start, start + len(words))


def test_a_selection_from_title_to_text_is_of_the_text_only(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    found = read(qtbot, desk)
    reader.page_view.selectAll()
    span = reader.selection_span()
    assert span == (0, len(found.text))


def test_a_quotation_carries_its_source(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    found = read(qtbot, desk)
    start = found.text.index("Neue Kräne")
    choose(reader, start, start + 10)
    assert reader.cited_quote() == "„Neue Kräne“ (Maike Dorn: „Kran am Kai“, Rheinhafen-Bote, 14.05.2019, Abs. 1)"


def test_space_pages_and_then_asks_for_the_next_article(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    read(qtbot, desk)
    bar = reader.page_view.verticalScrollBar()
    press(reader, Qt.Key.Key_Space)
    assert 0 < bar.value() < bar.maximum()
    press(reader, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    with qtbot.waitSignal(reader.page_view.paged_out) as out:
        press(reader, Qt.Key.Key_Space)
    assert out.args == [1]


def test_zoom_keeps_the_place(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    found = read(qtbot, desk)
    place = found.text.index("Absatz 30")
    reader.page_view.scroll_to(place, at_top=True)
    try:
        reader.zoom(1)
        reader.zoom(1)
        assert theme.current_zoom() == 2
        assert reader.page_view.document().findBlockByNumber(3).charFormat().font().pointSizeF() > 14
        assert found.text[reader.page_view.first_visible() :].startswith("Absatz 30")
        theme.zoom(0)
        assert theme.current_zoom() == 0
    finally:
        theme.zoom(0)


def test_changing_tags_keeps_the_place(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    found = read(qtbot, desk)
    reader.page_view.scroll_to(found.text.index("Absatz 30"), at_top=True)
    before = reader.page_view.verticalScrollBar().value()
    desk.edit(desk.archive.tag, [1], "Hafen")
    settled(qtbot, desk)
    assert reader.page_view.verticalScrollBar().value() == before > 0


def test_an_article_in_the_trash_says_so_and_can_be_restored(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    desk.archive.trash([1])
    read(qtbot, desk)
    restore = reader.findChild(QPushButton, "restore_button")
    assert restore is not None
    assert restore.isVisible()
    restore.click()
    settled(qtbot, desk)
    assert not restore.isVisible()
    assert not desk.archive.article(1).trashed


def test_the_star_is_one_click(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    read(qtbot, desk)
    reader.header.star.click()
    settled(qtbot, desk)
    assert desk.archive.article(1).starred
    assert reader.header.star.accessibleName() == "Remove the star"


def test_the_menu_offers_what_can_be_done_with_a_selection(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    found = read(qtbot, desk)
    start = found.text.index("Kräne")
    choose(reader, start, start + 5)
    menu = reader.menu_at(QPoint(60, 60))
    actions = {action.text(): action for action in menu.actions()}
    actions["Note on the selection"].trigger()
    writing = reader.marking.writer.now
    assert writing is not None
    assert writing.span == (start, start + 5)
    reader.marking.writer.finish()  # nothing was written: no note
    choose(reader, start, start + 5)
    actions["Highlight"].trigger()
    settled(qtbot, desk)
    (note,) = desk.archive.notes(1)
    assert (note.quote, note.body) == ("Kräne", "")
    assert cards(reader) == []  # a bare highlight needs no card
    menu.deleteLater()


def test_copied_words_are_plain_and_rich(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    read(qtbot, desk)
    choose(reader, 0, 11)
    data = reader.page_view.createMimeDataFromSelection()
    assert data.text() == "Rheinhafen."
    assert data.html() == "<p>Rheinhafen.</p>"


def test_a_change_of_theme_dresses_the_page_again(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    read(qtbot, desk, query="hafen")
    theme.apply("dark")
    try:
        block = reader.page_view.document().findBlockByNumber(3)
        assert block.charFormat().foreground().color() == theme.current().ink
        assert marked(reader, "current_hit") == ["Hafen"]
    finally:
        theme.apply("light")


def test_every_part_has_a_name_for_screen_readers(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    desk.archive.note(1, "Eine Notiz")
    read(qtbot, desk)
    for kind in (QAbstractButton, QLineEdit):
        assert [each.objectName() for each in reader.findChildren(kind) if not each.accessibleName()] == []
    qtbot.waitUntil(lambda: bool(cards(reader)))
    assert cards(reader)[0].accessibleName() == "Note: Eine Notiz"


def test_keys_typed_on_the_page_are_not_swallowed(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    read(qtbot, desk)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier, "j")
    QApplication.sendEvent(reader.page_view, event)
    assert not event.isAccepted()
