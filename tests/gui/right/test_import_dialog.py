"""Importing from the window: options, progress, pause, the report, another try, and taking it back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.dialogs.import_dialog import ImportDialog
from tests.gui.left import show

SENTENCE = "Rheinhafen. Der Hafen wächst, sagt die Hafenmeisterin, und er wächst jedes Jahr ein wenig mehr."


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """A folder with three articles, one of them twice, and a file that cannot be read."""
    folder = tmp_path / "post"
    folder.mkdir()
    for name in ("eins", "zwei", "drei"):
        (folder / f"{name}.txt").write_text(f"Titel {name}\n\n{SENTENCE} {name}.\n", encoding="utf-8")
    (folder / "nochmals.txt").write_text(f"Titel eins\n\n{SENTENCE} eins.\n", encoding="utf-8")
    (folder / "kaputt.json").write_text('{"text": ', encoding="utf-8")
    return folder


@pytest.fixture
def dialog(desk: Desk, post: Path, qtbot: QtBot) -> ImportDialog:
    dialog = ImportDialog(desk, [post])
    show(qtbot, dialog, dialog.width(), dialog.height())
    return dialog


def ended(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(lambda: dialog._control is None and dialog._report is not None, timeout=30_000)


def run(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog.start.click()
    ended(qtbot, dialog)


def rows(dialog: ImportDialog) -> list[tuple[str, str]]:
    model: QAbstractItemModel = dialog.table.model()
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]


def test_it_says_what_will_happen_before_it_does(dialog: ImportDialog) -> None:
    assert dialog.state.text().startswith("post will be read and added to the archive.")
    assert dialog.source.isVisible()
    assert dialog.encoding.currentText() == "Detect"
    assert not dialog.isModal()
    assert not dialog.table.isVisible()
    assert [b.text() for b in dialog.findChildren(QPushButton) if b.isVisible()].count("Import") == 1


def test_the_report_tells_of_every_file(qtbot: QtBot, dialog: ImportDialog, archive: Archive) -> None:
    before = archive.counts().all
    dialog.source.setText("Rheinhafen-Bote")
    run(qtbot, dialog)
    assert dialog.state.text() == "3 articles added  ·  1 already there  ·  1 file could not be read"
    assert archive.counts().all == before + 3
    assert rows(dialog) == [("kaputt.json", "could not be read")]  # what went wrong comes first
    dialog.filter.setCurrentIndex(0)
    assert {name for name, _ in rows(dialog)} == {"eins.txt", "zwei.txt", "drei.txt", "nochmals.txt", "kaputt.json"}
    # Either of the two files alike may be read first.
    assert sorted(result for _, result in rows(dialog)) == ["added"] * 3 + ["already there", "could not be read"]
    model = dialog.table.model()
    assert all(model.index(row, 2).data() for row in range(model.rowCount()) if rows(dialog)[row][1] != "added")


def test_the_report_keeps_qts_rules(qtbot: QtBot, dialog: ImportDialog) -> None:
    tester = QAbstractItemModelTester(dialog.table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    run(qtbot, dialog)
    for row in range(dialog.filter.count()):
        dialog.filter.setCurrentIndex(row)
    tester.deleteLater()


def test_the_source_is_given_to_all(qtbot: QtBot, dialog: ImportDialog, archive: Archive) -> None:
    dialog.source.setText("Hafenkurier")
    run(qtbot, dialog)
    archive.catch_up()
    assert len(archive.find('source:"Hafenkurier"')) == 3


def test_a_mended_file_is_read_at_another_try(qtbot: QtBot, dialog: ImportDialog, post: Path) -> None:
    run(qtbot, dialog)
    assert dialog.retry.isVisible()
    assert dialog.encoding.isVisible()
    (post / "kaputt.json").write_text('{"title": "Ganz", "text": "' + SENTENCE + ' vier."}', encoding="utf-8")
    dialog.retry.click()
    qtbot.waitUntil(lambda: dialog._control is None and not dialog.retry.isVisible(), timeout=30_000)
    assert dialog.state.text() == "1 article added"


def test_an_import_can_be_taken_back(qtbot: QtBot, dialog: ImportDialog, archive: Archive) -> None:
    before = archive.counts().all
    run(qtbot, dialog)
    dialog.take_back.click()
    qtbot.waitUntil(lambda: not dialog.take_back.isVisible(), timeout=10_000)
    assert archive.counts().all == before
    assert archive.redo() is not None
    assert archive.counts().all == before + 3


def test_later_work_must_be_undone_first(qtbot: QtBot, dialog: ImportDialog, archive: Archive) -> None:
    run(qtbot, dialog)
    archive.tag([1], "Später")
    count = archive.counts().all
    dialog.take_back.click()
    qtbot.waitUntil(lambda: dialog.state.text().startswith("Something was done since."))
    assert archive.counts().all == count


def test_pause_cancel_and_what_was_read_is_kept(qtbot: QtBot, dialog: ImportDialog, archive: Archive) -> None:
    dialog.start.click()
    assert dialog.cancel.isVisible()
    assert dialog.bar.isVisible()
    dialog.pause.click()
    assert dialog._control is not None
    assert dialog._control.paused
    assert dialog.pause.text() == "Go on"
    assert dialog.state.text() == "Paused. What has been read is kept."
    dialog.pause.click()
    assert not dialog._control.paused
    dialog.cancel.click()
    ended(qtbot, dialog)
    assert dialog._report is not None
    assert dialog._report.cancelled
    assert dialog.state.text().startswith("Cancelled; what was read before is kept.")
    assert archive.check().ok


def test_esc_lets_it_go_on_and_the_report_comes_back(qtbot: QtBot, dialog: ImportDialog, desk: Desk) -> None:
    said: list[str] = []
    desk.message.connect(said.append)
    dialog.start.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert said == ["The import goes on. Its report will come when it has ended."]
    ended(qtbot, dialog)
    assert dialog.isVisible()
    assert dialog.state.text().startswith("3 articles added")


def test_everything_has_a_name(dialog: ImportDialog) -> None:
    for kind in (QComboBox, QLineEdit):
        assert [each.objectName() for each in dialog.findChildren(kind) if not each.accessibleName()] == []
    assert dialog.table.accessibleName() == "What became of each file"
    assert dialog.bar.accessibleName() == "Progress"
