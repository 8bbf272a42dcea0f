"""The outline of an article, and the original beside it: by mouse and by keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui import settings
from desktop_app.gui.desk import Desk
from desktop_app.gui.outline import at_offset, outline
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.gui.widgets.outline_sheet import OutlineSheet
from desktop_app.model.article import Article
from tests.conftest import article, shelve

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Read = Callable[..., Article]


@pytest.fixture
def sheet(reader: ReaderPane, read: Read) -> OutlineSheet:
    read(1)
    reader.open_outline()
    (found,) = reader.findChildren(OutlineSheet)
    return found


def shown(sheet: OutlineSheet) -> list[str]:
    items = [sheet.list.item(row) for row in range(sheet.list.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_headings_lead_to_their_places(qtbot: QtBot, reader: ReaderPane, sheet: OutlineSheet) -> None:
    assert shown(sheet) == ["Die Kräne", "Die Brücke", "Die Zölle"]
    assert sheet.words.hasFocus()
    QTest.keyClick(sheet.words, Qt.Key.Key_Down)
    assert sheet.list.currentRow() == 1
    QTest.keyClick(sheet.words, Qt.Key.Key_Return)
    article = reader.page_view.article
    assert article is not None
    place = article.text.index("Die Brücke\n")
    qtbot.waitUntil(lambda: reader.page_view.in_view(place))
    assert reader.page_view.first_visible() == place
    reader.open_outline()
    again = next(each for each in reader.findChildren(OutlineSheet) if each.isVisible())
    assert again.list.currentRow() == 1  # where the reader is
    again.close()


def test_what_is_typed_filters(sheet: OutlineSheet, reader: ReaderPane, qtbot: QtBot) -> None:
    QTest.keyClicks(sheet.words, "zo")
    assert shown(sheet) == []
    QTest.keyClick(sheet.words, Qt.Key.Key_Return)  # chooses nothing
    sheet.words.setText("kräne")
    assert shown(sheet) == ["Die Kräne"]
    assert sheet.list.currentItem().text() == "Die Kräne"
    QTest.keyClick(sheet.words, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not reader.findChildren(OutlineSheet))
    assert reader.page_view.first_visible() == 0


def test_a_click_chooses(sheet: OutlineSheet, reader: ReaderPane, qtbot: QtBot) -> None:
    box = sheet.list.visualItemRect(sheet.list.item(2))
    QTest.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    found = reader.page_view.article
    assert found is not None
    qtbot.waitUntil(lambda: reader.page_view.in_view(found.text.index("Die Zölle\n")))


def test_without_headings_paragraphs_stand_for_them(desk: Desk, read: Read) -> None:
    text = "\n\n".join(
        f"Der Absatz {number} hat mehr Wörter, als in einer Zeile des Sheets stehen können." for number in range(900)
    )
    shelve(desk.archive, article(text, "Lang", language="de"), article("", "Leer"))
    entries = outline(desk.archive.article(3))
    assert 200 < len(entries) <= 400
    assert entries[0].words == "Der Absatz 0 hat mehr Wörter, als in einer …"
    assert [at_offset(entries, entry.start) for entry in entries[:3]] == [0, 1, 2]
    assert outline(desk.archive.article(4)) == []
    assert at_offset([], 5) == -1


def test_the_original_stands_beside_the_article(
    qtbot: QtBot, desk: Desk, reader: ReaderPane, read: Read, tmp_path: Path
) -> None:
    page = "<title>Kran</title><h1>Kran am Kai</h1><nav>Start</nav><p>Der <b>Hafen</b> wächst, sagt das Amt.</p>"
    (tmp_path / "kran.html").write_text(page, encoding="utf-8")
    (number,) = desk.archive.importing([tmp_path / "kran.html"]).files[0].ids
    read(number)
    assert not reader.beside.original.isVisible()
    reader.header.original.click()
    original = reader.beside.original
    qtbot.waitUntil(lambda: "Der Hafen wächst" in original.toPlainText())
    assert original.isVisible()
    assert original.toPlainText().split("\n")[1:3] == ["Kran am Kai", "Start"]
    assert settings.value("reading/original", "") == "1"
    read(1)
    qtbot.waitUntil(lambda: "Kran am Kai" not in original.toPlainText())
    assert "original" in original.toPlainText()  # that it is not there
    reader.beside.switch(False)
    assert not original.isVisible()
    assert not reader.header.original.isChecked()
    assert original.toPlainText() == ""
