"""Searching for a list in the window: pasted or from a file, cancelled, sorted, chosen, opened, exported."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.dialogs.batch_search import BIGGEST, BatchDialog
from desktop_app.gui.models.batch_model import COUNT, FIRST, NAME
from tests.gui.left import show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

NAMES = "Hollkamp\nxyzxyz\n\nKansai Robotics\n(Osaka\n"


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> BatchDialog:
    dialog = BatchDialog(desk)
    show(qtbot, dialog, 760, 560)
    return dialog


@pytest.fixture
def found(dialog: BatchDialog, qtbot: QtBot) -> BatchDialog:
    dialog.names.setPlainText(NAMES)
    dialog.search.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 4, timeout=20_000)
    return dialog


def lines(dialog: BatchDialog) -> list[str]:
    return [row.line for row in dialog.model.shown()]


def test_a_list_waits_for_lines(dialog: BatchDialog) -> None:
    assert not dialog.search.isEnabled()
    assert "Surname, Name" in dialog.explained.text()
    dialog.names.setPlainText("\n  \nHollkamp")
    assert dialog.search.isEnabled()
    assert "1 line." in dialog.explained.text()


def test_each_line_gets_its_number(found: BatchDialog, archive: Archive) -> None:
    QAbstractItemModelTester(found.model)
    assert lines(found) == ["Hollkamp", "xyzxyz", "Kansai Robotics", "(Osaka"]
    row = found.model.row_at(0)
    assert row.count == len(archive.find("Hollkamp"))
    assert row.first <= row.last
    assert found.model.row_at(3).notices  # the bracket was closed for the reader
    assert found.explained.text().startswith("3 of 4 lines have articles.")
    assert found.table.hasFocus()
    assert found.table.chosen() == [0]


def test_a_heading_sorts_and_a_third_click_takes_it_back(found: BatchDialog, qtbot: QtBot) -> None:
    header = found.table.horizontalHeader()

    def press(column: int) -> None:
        at = header.sectionViewportPosition(column) + 5
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 8))

    press(COUNT)
    counts = [row.count for row in found.model.shown()]
    assert counts == sorted(counts, reverse=True)  # the most frequent first
    press(NAME)
    assert lines(found) == ["(Osaka", "Hollkamp", "Kansai Robotics", "xyzxyz"]
    press(NAME)
    assert lines(found) == ["xyzxyz", "Kansai Robotics", "Hollkamp", "(Osaka"]
    press(NAME)
    assert lines(found) == ["Hollkamp", "xyzxyz", "Kansai Robotics", "(Osaka"]
    press(FIRST)
    assert lines(found)[-1] == "xyzxyz"  # what has no date comes last


def test_lines_with_and_without_articles(found: BatchDialog, qtbot: QtBot) -> None:
    assert [found.show_only.itemText(at) for at in range(3)] == [
        "All lines  (4)",
        "With articles  (3)",
        "Without articles  (1)",
    ]
    found.show_only.setCurrentIndex(2)
    assert lines(found) == ["xyzxyz"]
    found.show_only.setCurrentIndex(1)
    found.filter.setText("KANSAI")
    qtbot.waitUntil(lambda: lines(found) == ["Kansai Robotics"])


def test_enter_and_double_click_open_the_search(found: BatchDialog, desk: Desk) -> None:
    found.table.choose(2)
    QTest.keyClick(found.table, Qt.Key.Key_Return)
    assert desk.text == '"Kansai Robotics"'
    at = found.table.visualRect(found.model.index(0, 0)).center()
    QTest.mouseClick(found.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(found.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.text == "Hollkamp"


def test_back_to_the_list_keeps_it(found: BatchDialog) -> None:
    found.back.click()
    assert found.names.isVisible()
    assert found.names.toPlainText() == NAMES
    assert found.search.isVisible()


def test_the_shown_lines_are_exported(
    found: BatchDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "list"), ""))
    found.show_only.setCurrentIndex(1)
    found.export.click()
    qtbot.waitUntil(lambda: "Written to" in found.explained.text())
    rows = list(csv.reader((tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][:2] == ["Name", "Articles"]
    assert [row[0] for row in rows[1:]] == ["Hollkamp", "Kansai Robotics", "(Osaka"]


def test_copied_lines_go_into_a_spreadsheet(found: BatchDialog) -> None:
    found.table.selectAll()
    QTest.keyClick(found.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[1] == "xyzxyz\t0"


def test_cancel_goes_back_to_the_list(dialog: BatchDialog, qtbot: QtBot) -> None:
    dialog.names.setPlainText("\n".join(f"Hafen {number}" for number in range(5000)))
    dialog.search.click()
    assert dialog.cancel.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.cancel.isVisible()
    assert dialog.search.isEnabled()
    assert len(dialog.lines()) == 5000


def test_a_file_is_read_whatever_its_encoding(dialog: BatchDialog, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "namen.txt"
    path.write_bytes("Käthe Müßig\nHollkamp\n".encode("cp1252"))
    dialog.load(path)
    qtbot.waitUntil(lambda: dialog.lines() == ["Käthe Müßig", "Hollkamp"])
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(BIGGEST + 1)
    dialog.load(huge)
    assert "too large" in dialog.explained.text()


def test_too_many_lines_are_refused_in_a_sentence(dialog: BatchDialog, qtbot: QtBot) -> None:
    dialog.names.setPlainText("Hafen\n" * 10_001)
    dialog.start()
    qtbot.waitUntil(lambda: "the limit is" in dialog.explained.text(), timeout=10_000)


def test_every_part_has_a_name(found: BatchDialog) -> None:
    for part in (found.names, found.table, found.show_only, found.filter, found.bar):
        assert isinstance(part, QWidget)
        assert part.accessibleName(), part
