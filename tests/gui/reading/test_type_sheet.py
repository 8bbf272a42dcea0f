"""How articles are set: the sheet below “Aa”, what is remembered of it, and the styles of quotations."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop_app.gui import citation, reading_style, settings, theme
from desktop_app.gui.dialogs.preferences import Preferences
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.gui.widgets.type_sheet import TypeSheet
from desktop_app.model.article import Article

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def as_delivered() -> Iterator[None]:
    yield
    theme.set_reading(theme.Reading())
    theme.zoom(0)
    theme.apply("light")


@pytest.fixture
def sheet(reader: ReaderPane, read: Callable[..., Article], qtbot: QtBot) -> TypeSheet:
    read(1)
    reader.header.open_type_sheet()
    (found,) = reader.header.findChildren(TypeSheet)
    qtbot.waitUntil(found.isVisible)
    return found


def test_every_value_changes_the_page_at_once(reader: ReaderPane, sheet: TypeSheet) -> None:
    page = reader.page_view
    left, right = page.column()
    sheet.line_width.less.click()
    assert page.column()[1] - page.column()[0] < right - left
    block = page.document().findBlockByNumber(4)
    high = block.blockFormat().lineHeight()
    sheet.line_height.more.click()
    assert page.document().findBlockByNumber(4).blockFormat().lineHeight() > high
    sheet.face.group.button(1).click()
    assert page.document().findBlockByNumber(4).charFormat().font().families()[0] == "Inter"
    sheet.type_size.more.click()
    assert sheet.type_size.value.text() == "110 %"
    sheet.colours.group.button(theme.THEMES.index("paper")).click()
    assert theme.current() is theme.PALETTES["paper"]
    assert settings.value("theme", "") == "paper"
    sheet.usual.click()
    assert (theme.reading(), theme.current_zoom()) == (theme.Reading(), 0)
    sheet.close()


def test_what_was_chosen_is_there_after_a_restart(sheet: TypeSheet) -> None:
    for _ in range(9):
        sheet.line_width.less.click()
    assert not sheet.line_width.less.isEnabled()
    sheet.line_height.more.click()
    sheet.face.group.button(1).click()
    chosen = theme.reading()
    assert chosen == theme.Reading(50, 115, serif=False)
    sheet.close()
    theme.set_reading(theme.Reading())
    reading_style.restore()
    assert theme.reading() == chosen
    settings.put("reading/characters", "viele")
    reading_style.restore()
    assert theme.reading().characters == 70


def test_the_sheet_is_used_with_keys_alone(reader: ReaderPane, sheet: TypeSheet, qtbot: QtBot) -> None:
    assert sheet.type_size.more.hasFocus()
    QTest.keyClick(sheet.type_size.more, Qt.Key.Key_Space)
    assert theme.current_zoom() == 1
    QTest.keyClick(sheet.type_size.more, Qt.Key.Key_Tab)
    assert sheet.line_width.less.hasFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not reader.header.findChildren(TypeSheet))


def test_preferences_hold_the_same(reader: ReaderPane, qtbot: QtBot) -> None:
    dialog = Preferences()
    qtbot.addWidget(dialog)
    dialog.show()
    for box, value in ((dialog.line_width, 90), (dialog.line_height, 130), (dialog.citation, "mla")):
        choose(box, value)
    assert theme.reading() == theme.Reading(90, 130)
    assert citation.style() == "mla"
    again = Preferences()
    qtbot.addWidget(again)
    chosen = (again.line_width.currentData(), again.line_height.currentData(), again.citation.currentData())
    assert chosen == (90, 130, "mla")


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_words_leave_as_plain_and_as_rich_text(reader: ReaderPane, read: Callable[..., Article]) -> None:
    found = read(1)
    page = reader.page_view
    cursor = page.textCursor()
    cursor.setPosition(page.position_of(0))
    cursor.setPosition(page.position_of(found.text.index(" spricht")), cursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    page.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Die Kräne\nAbsatz 0 über Die Kräne"
    assert data.html() == "<h3>Die Kräne</h3><p>Absatz 0 über Die Kräne</p>"


def test_a_quotation_leaves_in_the_chosen_style(read: Callable[..., Article]) -> None:
    found = read(1)
    start = found.text.index("Absatz 3")
    assert citation.cited(found, (start, start + 8)).startswith("„Absatz 3“ (Maike Dorn: „Kran am Kai“")
    citation.set_style("apa")
    data = citation.quote_data(found, (start, start + 8))
    assert data.text().startswith("„Absatz 3“ (Dorn, 2019, Abs. 5)")
    assert "<i>Rheinhafen-Bote</i>" in data.html()


def test_nothing_of_an_article_is_obeyed_in_what_is_copied(read: Callable[..., Article]) -> None:
    found = read(2)
    hostile = Article(
        **{name: getattr(found, name) for name in found.__slots__} | {"text": "<script>x</script> \u202e&"}
    )
    assert citation.as_html(hostile, 0, 99) == "<p>&lt;script&gt;x&lt;/script&gt; \u2060&amp;</p>"
