"""The search protocol in the window: read, filtered, searched again, exported, forgotten; and who writes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.dialogs.search_protocol import ProtocolDialog
from desktop_app.gui.models.protocol_model import COUNT, NEW, QUERY
from desktop_app.gui.search_logger import SearchLogger
from tests.gui.left import show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def queries(archive: Archive) -> list[str]:
    return [entry.query for entry in archive.search_log()]


def column(dialog: ProtocolDialog, number: int) -> list[str]:
    return [dialog.model.index(row, number).data() for row in range(dialog.model.rowCount())]


@pytest.fixture
def dialog(desk: Desk, archive: Archive, qtbot: QtBot) -> ProtocolDialog:
    for query in ("Hafen", "Osaka lang:de"):
        archive.log_search(archive.find(query), "all")
    archive.log_search(archive.find("Kansai", view="unread"), "unread")
    dialog = ProtocolDialog(desk)
    show(qtbot, dialog, 820, 560)
    qtbot.waitUntil(lambda: "…" not in column(dialog, NEW) and dialog.model.rowCount() == 3, timeout=10_000)
    return dialog


def test_the_latest_search_comes_first(dialog: ProtocolDialog, archive: Archive) -> None:
    QAbstractItemModelTester(dialog.model)
    assert column(dialog, QUERY) == ["Kansai", "Osaka lang:de", "Hafen"]
    assert column(dialog, COUNT)[2] == str(len(archive.find("Hafen")))
    assert column(dialog, NEW) == ["–", "–", "–"]
    assert dialog.table.hasFocus()


def test_what_has_come_since_is_counted(dialog: ProtocolDialog, archive: Archive, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "neu.txt"
    file.write_text("Neues vom Kai\n\nEin neuer Hafen wird gebaut, sagte der Hafenmeister.\n", encoding="utf-8")
    archive.importing([file])
    archive.catch_up()
    archive.star([1])  # a change that the hub hears of, after the index has caught up
    qtbot.waitUntil(lambda: column(dialog, NEW) == ["–", "–", "+1 new"], timeout=10_000)


def test_enter_searches_again_in_the_same_view(dialog: ProtocolDialog, desk: Desk) -> None:
    dialog.table.choose(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert (desk.text, desk.filters, desk.view) == ("Kansai", [], "unread")
    at = dialog.table.visualRect(dialog.model.index(1, QUERY)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (desk.text, desk.filters, desk.view) == ("Osaka", ["lang:de"], "all")
    dialog.table.choose(2)
    dialog.again.click()
    assert desk.text == "Hafen"


def test_searches_are_filtered(dialog: ProtocolDialog) -> None:
    dialog.filter.setText("HAF")
    assert column(dialog, QUERY) == ["Hafen"]
    dialog.filter.setText("nirgends")
    assert dialog.empty.isVisible()
    dialog.empty.buttons()[0].click()
    assert dialog.model.rowCount() == 3


@pytest.mark.parametrize(
    ("name", "kind", "wanted"),
    [
        ("protocol", "Markdown (*.md)", "protocol.md"),
        ("protocol", "Text (*.txt)", "protocol.txt"),
        ("protocol.csv", "Text (*.txt)", "protocol.csv"),
    ],
)
def test_the_protocol_is_exported(
    dialog: ProtocolDialog,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    kind: str,
    wanted: str,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / name), kind))
    dialog.export.click()
    qtbot.waitUntil(lambda: "3 lines written" in dialog.explained.text())
    assert "Osaka lang:de" in (tmp_path / wanted).read_text(encoding="utf-8")


def test_forgetting_asks_first(
    dialog: ProtocolDialog, archive: Archive, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_args: answers.pop(0))
    dialog.forget.click()
    assert len(queries(archive)) == 3
    dialog.forget.click()
    qtbot.waitUntil(dialog.empty.isVisible)
    assert queries(archive) == []
    assert not dialog.forget.isEnabled()


# --- who writes it


@pytest.fixture
def logger(desk: Desk) -> Iterator[SearchLogger]:
    logger = SearchLogger(desk)
    logger.settling.setInterval(10**8)
    yield logger
    logger.settling.stop()


def search(desk: Desk, qtbot: QtBot, words: str) -> None:
    with qtbot.waitSignal(desk.listing_changed):
        desk.set_text(words)


def test_typing_is_not_written_down(logger: SearchLogger, desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    for words in ("H", "Ha", "Hafen"):
        search(desk, qtbot, words)
        assert logger.settling.isActive()
    assert queries(archive) == []
    desk.set_text("Hafen O")
    assert not logger.settling.isActive()  # until the answer is here


def test_a_search_that_stands_is_written_down_once(
    logger: SearchLogger, desk: Desk, archive: Archive, qtbot: QtBot
) -> None:
    logger.settling.setInterval(0)
    search(desk, qtbot, "Hafen")
    qtbot.waitUntil(lambda: queries(archive) == ["Hafen"])
    with qtbot.waitSignal(desk.listing_changed):
        desk.search()  # an edit elsewhere
    assert not logger.settling.isActive()


def test_enter_and_an_opened_hit_write_it_down(
    logger: SearchLogger, desk: Desk, archive: Archive, qtbot: QtBot
) -> None:
    desk.set_text("Osaka")
    logger.confirm()  # before the answer is here
    qtbot.waitUntil(lambda: queries(archive) == ["Osaka"])
    search(desk, qtbot, "Hafen")
    assert desk.listing is not None
    desk.open_article(desk.listing.ids[0])
    qtbot.waitUntil(lambda: queries(archive) == ["Hafen", "Osaka"])
    assert archive.next_undo() is None


def test_looking_at_everything_is_no_search(logger: SearchLogger, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.listing_changed):
        desk.search()
    assert not logger.settling.isActive()
