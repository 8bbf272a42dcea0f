"""Exporting from the window: what, which format, where to, and what is told at the end."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.gui.desk import Desk
from desktop_app.gui.dialogs.export_dialog import ExportDialog
from desktop_app.model.article import Article
from tests.gui.left import show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def dialog(
    desk: Desk, qtbot: QtBot, tmp_path: Path, number: Callable[[str], int], opened: Callable[[int], Article]
) -> ExportDialog:
    """With two of the articles selected, one of them open, and a list of some."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    with qtbot.waitSignal(desk.listing_changed):
        desk.set_text("Hafen")
    opened(number("0142_bote.txt"))
    desk.selected = [number("0142_bote.txt"), number("0131_bridge.txt")]
    dialog = ExportDialog(desk)
    show(qtbot, dialog, 560, 320)
    return dialog


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def export(qtbot: QtBot, dialog: ExportDialog, to: Path) -> None:
    dialog.target.setText(str(to))
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog._control is None, timeout=10_000)


def test_it_offers_selection_list_article_and_everything(desk: Desk, dialog: ExportDialog) -> None:
    assert desk.listing is not None
    assert [dialog.what.itemText(n) for n in range(dialog.what.count())] == [
        "The selection: 2 articles",
        f"This list: {len(desk.listing)} articles",
        "The open article",
        "Everything in the archive",
    ]


@pytest.mark.parametrize(("what", "count"), [("selection", 2), ("article", 1), ("all", 12)])
def test_what_is_chosen_is_written(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, what: str, count: int) -> None:
    choose(dialog.what, what)
    choose(dialog.format, "jsonl")
    export(qtbot, dialog, tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert len([json.loads(line) for line in lines]) == count
    assert str(tmp_path / "out.jsonl") in dialog.state.text()
    assert dialog.show_place.isVisible()
    assert dialog.start.isEnabled()


def test_every_format_is_explained_and_can_be_written(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    for row, form in enumerate(dialog._formats):
        dialog.format.setCurrentIndex(row)
        assert dialog.explained.text()
        assert dialog.target.text().endswith(form.suffix)
        out = tmp_path / f"export_{row}{form.suffix}"
        export(qtbot, dialog, out)
        assert out.exists()


def test_a_table_can_be_marked_for_spreadsheets(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    choose(dialog.format, "csv")
    assert dialog.bom.isVisible()
    dialog.bom.setChecked(True)
    export(qtbot, dialog, tmp_path / "a.csv")
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert len(list(csv.reader(content.decode("utf-8-sig").splitlines()))) >= 3
    choose(dialog.format, "jsonl")
    assert not dialog.bom.isVisible()


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    export(qtbot, dialog, tmp_path / "file" / "out.csv")
    assert dialog.state.text()
    assert not dialog.show_place.isVisible()
    assert dialog.start.isEnabled()


def test_without_a_place_nothing_is_written(dialog: ExportDialog) -> None:
    dialog.target.setText("  ")
    dialog.start.click()
    assert dialog.state.text() == "Say where to export to."
    assert dialog._control is None


def test_everything_has_a_name_and_enter_exports(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    for kind in (QComboBox, QLineEdit):
        assert [each.objectName() for each in dialog.findChildren(kind) if not each.accessibleName()] == []
    assert all(each.text() for each in dialog.findChildren(QAbstractButton))
    dialog.target.setText(str(tmp_path / "enter.csv"))
    dialog.target.setFocus()
    QTest.keyClick(dialog.target, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (tmp_path / "enter.csv").exists() and dialog._control is None, timeout=10_000)
