"""Long work from the window: importing, exporting, indexing; it can be stopped, and says how it ended."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import app, settings, theme
from desktop_app.gui.dialogs.export_dialog import ExportDialog
from desktop_app.gui.dialogs.import_dialog import ImportDialog
from desktop_app.gui.main_window import MainWindow
from desktop_app.model.changes import Changes
from desktop_app.model.errors import DiskFullError
from desktop_app.model.progress import Progress
from tests.gui.scene import Scene


def importing(scene: Scene, *paths: Path) -> ImportDialog:
    scene.window.commands.import_paths(list(paths))
    return scene.dialog(ImportDialog)


def report(scene: Scene, dialog: ImportDialog) -> dict[str, str]:
    """The report as it is shown: what became of each file."""
    scene.until(lambda: dialog._control is None and dialog._report is not None)
    model = dialog.shown
    return {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}


def test_the_report_of_good_empty_and_binary_files_can_be_filtered(scene: Scene, press: Path) -> None:
    (press / "leer.txt").touch()
    (press / "bild.txt").write_bytes(bytes(range(256)) * 40)
    (press / "bild.xyz").write_bytes(bytes(range(256)) * 40)
    dialog = importing(scene, press)
    assert not dialog.table.isVisible()
    dialog.start.click()
    shown = report(scene, dialog)
    assert dialog._report is not None
    assert set(shown.values()) == {"could not be read"}  # they come first
    dialog.filter.setCurrentIndex(0)
    everything = report(scene, dialog)
    assert {name for name, result in everything.items() if result == "added"} == {
        "hafen.txt",
        "gruender.md",
        "bridge.html",
    }
    assert everything["leer.txt"] != "added"
    assert everything["bild.txt"] != "added"
    dialog.filter.setCurrentIndex(dialog.filter.findData("added"))
    assert len(report(scene, dialog)) == 3
    assert all(file.reason for file in dialog._report.files if file.status in ("failed", "skipped"))
    assert scene.archive.counts().all == 15
    scene.until(lambda: scene.desk.listing is not None and len(scene.desk.listing) == 15)
    dialog.close()


def test_a_file_is_tried_again_in_the_encoding_that_is_chosen(scene: Scene, tmp_path: Path) -> None:
    file = tmp_path / "alt.txt"
    file.write_bytes(bytes(range(256)) * 40)
    dialog = importing(scene, file)
    dialog.start.click()
    assert report(scene, dialog) == {"alt.txt": "could not be read"}
    assert dialog.retry.isVisible()
    assert dialog.encoding.isVisible()
    assert not dialog.source.isVisible()
    file.write_bytes("Kran am Kai\n\nDer Hafen wächst, sagte der Hafenmeister über die Größe.\n".encode("cp850"))
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("cp850"))
    dialog.retry.click()
    scene.until(lambda: dialog._report is not None and dialog._report.added == 1)
    assert not dialog.retry.isVisible()
    (found,) = scene.archive.find('path:"alt.txt"').ids
    assert "wächst, sagte der Hafenmeister über die Größe" in scene.archive.article(found).text
    dialog.close()


def test_an_import_that_fails_says_so_in_its_dialog(scene: Scene, press: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = importing(scene, press)

    def full(*_: object, **__: object) -> None:
        raise DiskFullError("The disk is full.")

    monkeypatch.setattr(scene.archive, "importing", full)
    dialog.start.click()
    scene.until(lambda: dialog._control is None)
    assert dialog.state.text() == "The disk is full."
    assert dialog.start.isVisible()
    dialog.close()


def test_an_import_is_paused_cancelled_and_taken_back(scene: Scene, tmp_path: Path) -> None:
    folder = tmp_path / "viel"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.txt").write_text(
            f"Artikel {number}\n\nText Nummer {number} vom Hafen.\n", encoding="utf-8"
        )
    dialog = importing(scene, folder)
    dialog.start.click()
    dialog.pause.click()
    assert dialog.pause.text() == "Go on"
    assert dialog.state.text().startswith("Paused.")
    dialog.pause.click()
    assert dialog.pause.text() == "Pause"
    dialog.cancel.click()
    report(scene, dialog)
    assert dialog._report is not None
    assert scene.archive.counts().all == 12 + dialog._report.added
    if dialog._report.cancelled:
        assert dialog.state.text().startswith("Cancelled;")
    if dialog._report.added:
        dialog.take_back.click()
        scene.until(lambda: scene.archive.counts().all == 12)
        assert "taken back" in dialog.state.text()
    dialog.close()


def exporting(scene: Scene, what: str, name: str, target: Path, *, notes: bool = True) -> ExportDialog:
    scene.do("export")
    dialog = scene.dialog(ExportDialog)
    dialog.what.setCurrentIndex(dialog.what.findData(what))
    dialog.format.setCurrentIndex(dialog.format.findData(name))
    dialog.notes.setChecked(notes)
    dialog.target.setText(str(target))
    dialog.start.click()
    scene.until(lambda: dialog._control is None)
    return dialog


@pytest.mark.parametrize("notes", [True, False])
@pytest.mark.parametrize("name", ["csv", "jsonl", "markdown", "html"])
def test_each_format_leaves_with_or_without_notes(scene: Scene, tmp_path: Path, name: str, notes: bool) -> None:
    article = scene.read()
    scene.archive.note(article.id, "Welche Werft wohl?")
    out = tmp_path / ("out" + next(each.suffix for each in scene.archive.formats() if each.name == name))
    dialog = exporting(scene, "article", name, out, notes=notes)
    assert dialog.state.text().startswith("1 article exported")
    files = [out] if out.is_file() else [path for path in out.rglob("*") if path.is_file()]
    text = "".join(path.read_text(encoding="utf-8-sig") for path in files)
    assert ("Welche Werft wohl?" in text) == notes
    assert settings.value("export/format", "") == name
    dialog.close()


def test_another_format_keeps_the_place_and_the_name(scene: Scene, tmp_path: Path) -> None:
    scene.do("export")
    dialog = scene.dialog(ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findData("csv"))
    dialog.target.setText(str(tmp_path / "Mein Hafen.csv"))
    dialog.format.setCurrentIndex(dialog.format.findData("jsonl"))
    assert dialog.target.text() == str(tmp_path / "Mein Hafen.jsonl")
    dialog.format.setCurrentIndex(dialog.format.findData("html"))
    assert dialog.target.text() == str(tmp_path / "Mein Hafen")
    dialog.close()


def test_everything_is_exported_whatever_is_listed(scene: Scene, tmp_path: Path) -> None:
    scene.search("Hafen")
    dialog = exporting(scene, "all", "jsonl", tmp_path / "all.jsonl")
    lines = (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()
    assert len({json.loads(line)["title"] for line in lines}) == 12
    dialog.close()


def test_a_refused_export_is_told_in_the_dialog(scene: Scene, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    dialog = exporting(scene, "list", "html", tmp_path / "taken")
    assert dialog.state.text()
    assert not dialog.show_place.isVisible()
    assert dialog.start.isEnabled()
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "a file"
    dialog.close()


def test_many_changes_are_indexed_in_one_run_and_seen_in_the_list(scene: Scene, qtbot: QtBot) -> None:
    indexer = scene.window.indexer
    runs: list[None] = []
    indexer.caught_up.connect(lambda: runs.append(None))
    scene.search("Wiedervorlage")
    ids = sorted(scene.archive.find("").ids)[:3]
    for number in ids:
        scene.archive.note(number, "Wiedervorlage")
    scene.until(lambda: scene.desk.listing is not None and sorted(scene.desk.listing.ids) == ids)
    assert len(runs) == 1
    # The strip asks for itself what is left, a moment after the list did.
    scene.until(lambda: scene.window.strip._index.text() == "Index up to date")


def test_the_strip_shows_how_far_work_is(scene: Scene) -> None:
    strip = scene.window.strip
    strip.show_progress("Indexing …", Progress(3, 10, 1.0, 7.0))
    assert (strip._bar.value(), strip._bar.maximum()) == (3, 10)
    assert strip._bar.isVisible()
    strip.show_progress("Indexing …", Progress(3, None, 1.0, None))
    assert strip._bar.maximum() == 0
    strip.show_progress("", None)
    assert not strip._bar.isVisible()
    assert strip._work.text() == ""
    assert strip._articles.text() == "12 articles"
    scene.search("Hafen")
    scene.until(lambda: strip._articles.text() == f"{len(scene.desk.listing or ())} of 12 articles")
    scene.archive.star([scene.read().id])
    scene.until(lambda: strip._undo.text() == "Undo: Star on 1 article")
    assert strip._saved.text().startswith("Saved ")


def test_a_failed_index_run_is_told_and_can_be_begun_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(*_: object) -> int:
        raise DiskFullError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(scene.archive, "reindex", full)
        with qtbot.waitSignal(scene.desk.refused):
            scene.do("reindex")
    assert not scene.window.indexer.busy
    scene.dismiss(QMessageBox)
    with qtbot.waitSignal(scene.window.indexer.caught_up, timeout=20_000):
        scene.do("reindex")


def test_what_another_thread_commits_is_heard_once(window: MainWindow, qtbot: QtBot) -> None:
    heard: list[Changes] = []
    window.hub.changed.connect(heard.append)
    archive: Archive = window.desk.archive
    ids = list(archive.find("").ids)[:1]
    window.jobs.write(window, lambda: archive.star(ids))
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard[0].articles == set(ids)
    window.hub.stop()
    window.hub.stop()  # twice is harmless
    archive.star(ids, False)
    qtbot.wait(20)
    assert len(heard) == 1


def test_the_system_s_theme_is_followed_unless_one_was_chosen(dressed: object) -> None:
    theme.apply("dark")
    settings.put("theme", "dark")
    app.follow_system()
    assert theme.current() is theme.PALETTES["dark"]
    theme.apply("contrast")
    settings.put("theme", "system")
    app.follow_system()
    assert theme.current() is not theme.PALETTES["contrast"]
    theme.apply("light")
