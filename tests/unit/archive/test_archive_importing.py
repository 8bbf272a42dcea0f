"""Importing real files through the worker processes: reports, duplicates, undo, retry, cancel, originals."""

import hashlib
from pathlib import Path

import pytest

from desktop_app.archive import importing
from desktop_app.archive.archive import Archive
from desktop_app.archive.naming import stated_tags
from desktop_app.model.changes import Changes
from desktop_app.model.errors import ConflictError, InputRefusedError, NotFoundError
from desktop_app.model.progress import Control, Progress
from desktop_app.store import imports


def _titles(archive: Archive) -> set[str]:
    return {row.title for row in archive.rows(archive.find().ids)}


def test_an_import_reports_keeps_originals_and_is_one_step(empty: Archive, press: Path) -> None:
    (press / "binary.bin").write_bytes(bytes(range(256)) * 20)
    heard: list[Changes] = []
    empty.on_change.append(heard.append)
    report = empty.importing([press, press / "missing.txt"])
    status = {Path(file.path).name: file.status for file in report.files}
    assert {name: status[name] for name in ("hafen.txt", "gruender.md", "bridge.html", "missing.txt")} == {
        "hafen.txt": "added",
        "gruender.md": "added",
        "bridge.html": "added",
        "missing.txt": "failed",
    }
    assert status.get("binary.bin", "skipped") in ("skipped", "failed")
    assert (report.added, report.duplicates, report.failed + report.skipped) == (3, 0, len(report.files) - 3)
    assert all(file.reason for file in report.files if file.status != "added")
    assert _titles(empty) == {"Kran am Kai", "Gründer treffen sich", "Bridge open again"}
    assert {number for changes in heard for number in changes.articles} == set(empty.find().ids)
    for name in ("hafen.txt", "gruender.md", "bridge.html"):
        content = (press / name).read_bytes()
        assert empty.original(hashlib.sha256(content).hexdigest()).read_bytes() == content
    assert empty.undo_label() == "Import of 3 articles"
    (summary,) = empty.imports()
    assert (summary.added, summary.failed, summary.request["paths"][0]) == (3, report.failed, str(press))
    assert summary.finished
    assert [file.path for file in empty.import_files(summary.id, "failed")] == [
        file.path for file in report.files if file.status == "failed"
    ]
    assert empty.check(deep=True).problems == []


def test_an_import_is_taken_back_and_done_again(empty: Archive, press: Path) -> None:
    empty.importing([press])
    empty.tag([1], "Hafen")
    empty.catch_up()
    assert len(empty.find("Hafen")) == 2
    empty.undo()
    changes = empty.undo()
    assert changes is not None
    assert changes.articles == {1, 2, 3}
    assert (list(empty.find().ids), empty.counts().all, empty.rows([1, 2, 3])) == ([], 0, [])
    with pytest.raises(NotFoundError):
        empty.article(1)
    empty.catch_up()
    assert list(empty.find("Hafen").ids) == []
    assert empty.check(deep=True).problems == []
    empty.redo()
    empty.redo()
    empty.catch_up()
    assert len(empty.find("Hafen")) == 2
    assert (empty.counts().all, empty.tags()[0].count) == (3, 1)


def test_importing_again_after_undo_revives(empty: Archive, press: Path) -> None:
    empty.importing([press])
    empty.undo()
    again = empty.importing([press])
    assert (again.added, again.duplicates) == (3, 0)
    assert sorted(number for file in again.files for number in file.ids) == [1, 2, 3]
    assert empty.redo() is None
    empty.undo()
    assert empty.counts().all == 0


def test_the_same_folder_twice_is_all_duplicates_and_no_step(empty: Archive, press: Path) -> None:
    empty.importing([press])
    again = empty.importing([press])
    assert (again.added, again.duplicates) == (0, 3)
    assert {file.status for file in again.files} == {"duplicate"}
    assert len(empty.history()) == 1
    assert empty.counts().duplicates == 0  # the very same files are found in one place only


def test_tags_of_files_come_and_go_with_the_import(empty: Archive, tmp_path: Path) -> None:
    def file(name: str, title: str) -> Path:
        path = tmp_path / name
        path.write_text(
            f"---\ntitle: {title}\ntags: [Hafen, Neu]\n---\n\nEin Text über {title} und den Rhein.\n", encoding="utf-8"
        )
        return path

    empty.importing([file("a.md", "Eins")])
    assert [(tag.value, tag.count) for tag in empty.tags()] == [("Hafen", 1), ("Neu", 1)]
    empty.undo()
    assert empty.tags() == []
    empty.redo()
    assert [tag.name for tag in empty.article(1).tags] == ["Hafen", "Neu"]
    empty.delete_tag("Hafen")
    empty.tag([1], "Hafen")  # the reader's own
    empty.importing([file("b.md", "Zwei")])
    assert empty.tags()[0].count == 2
    labels = []
    while step := empty.undo():
        labels.append(step.label)
    assert labels == ["Import of 1 article", "Tag “Hafen” on 1 article", "Tag “Hafen” deleted", "Import of 1 article"]
    assert empty.tags() == []
    while empty.redo():
        pass
    assert [(tag.value, tag.count) for tag in empty.tags()] == [("Hafen", 2), ("Neu", 2)]
    while empty.undo():
        pass
    empty.importing([tmp_path / "b.md"])  # revived with its tags
    assert [(tag.value, tag.count) for tag in empty.tags()] == [("Hafen", 1), ("Neu", 1)]


def test_a_second_place_is_forgotten_with_its_import(empty: Archive, press: Path, tmp_path: Path) -> None:
    empty.importing([press / "hafen.txt"])
    other = tmp_path / "other"
    other.mkdir()
    (other / "copy.txt").write_bytes((press / "hafen.txt").read_bytes())
    (other / "new.txt").write_text("Ein ganz anderer Text über Schleusen und Schiffe.\n")
    report = empty.importing([other])
    assert (report.added, report.duplicates, empty.counts().duplicates) == (1, 1, 1)
    empty.undo()
    assert (empty.counts().all, empty.counts().duplicates) == (1, 0)
    empty.redo()
    assert (empty.counts().all, empty.counts().duplicates) == (2, 1)


def test_a_dry_run_writes_nothing(empty: Archive, press: Path) -> None:
    report = empty.importing([press], dry_run=True)
    assert report.added == 3
    assert (empty.counts().all, empty.imports(), empty.history()) == (0, [], [])
    assert list((empty.path / "originals").iterdir()) == []


def test_a_source_and_an_encoding_can_be_given(empty: Archive, tmp_path: Path) -> None:
    path = tmp_path / "alt.txt"
    path.write_bytes("Überschrift\n\nDie Brücke über den Fluß wurde geöffnet.\n".encode("cp1252"))
    empty.importing([path], encoding="cp1252", source="Altes Blatt")
    found = empty.article(1)
    assert "Brücke über den Fluß" in found.text
    assert found.source == "Altes Blatt"
    assert found.provenance[0].encoding == "cp1252"


def test_failed_files_are_tried_again(empty: Archive, tmp_path: Path) -> None:
    path = tmp_path / "later.txt"
    first = empty.importing([path])
    assert first.failed == 1
    assert empty.history() == []
    path.write_text("Jetzt ist der Text da, mit einigen Wörtern.\n", encoding="utf-8")
    second = empty.retry(first.import_id)
    assert (second.added, second.failed) == (1, 0)
    with pytest.raises(InputRefusedError, match="nothing to try again"):
        empty.retry(second.import_id)
    with pytest.raises(NotFoundError):
        empty.retry(99)


def test_a_cancelled_import_is_closed_and_can_be_taken_back(empty: Archive, press: Path) -> None:
    control = Control()
    control.cancel()
    report = empty.importing([press], control=control)
    assert report.cancelled
    assert report.added == empty.counts().all == 0
    assert empty.imports()[0].finished
    assert empty.importing([press]).added == 3


def test_progress_is_told(empty: Archive, press: Path) -> None:
    told: list[Progress] = []
    empty.importing([press], report=told.append)
    assert (told[-1].done, told[-1].total) == (3, 3)


def test_nothing_to_import_is_refused(empty: Archive) -> None:
    with pytest.raises(InputRefusedError, match="Give files or folders"):
        empty.importing([])


def test_an_import_that_a_crash_ended_is_closed(empty: Archive) -> None:
    with empty._session.writing() as connection:
        imports.begin(connection, {"paths": ["/x"]}, "2026-01-01T00:00:00Z")
    assert empty.imports()[0].finished is None
    importing.close_interrupted(empty._session)
    assert empty.imports()[0].finished
    assert empty.history() == []


def test_a_running_import_is_not_taken_back(empty: Archive, press: Path) -> None:
    refusals = []

    def undo(_: Changes) -> None:
        if not refusals:
            try:
                empty.undo()
            except ConflictError as error:
                refusals.append(str(error))

    empty.on_change.append(undo)
    assert empty.importing([press]).added == 3
    assert refusals == ["The import is still running. Cancel it first, then take it back."]
    assert empty.counts().all == 3


def test_tags_of_files_are_written_as_a_reader_s_are(empty: Archive, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    tags = ["  Hafen   am Rhein ", "Hafen am Rhein", "Ort / / Lank", "/"]
    path.write_text("---\ntags:\n" + "".join(f'  - "{tag}"\n' for tag in tags) + "---\n\nEin Text.\n", encoding="utf-8")
    report = empty.importing([path])
    assert report.failed == 0
    assert [tag.name for tag in empty.article(1).tags] == ["Hafen am Rhein", "Ort/Lank"]


def test_a_name_that_is_no_tag_fails_no_import() -> None:
    assert stated_tags(["Kai", "", "/", "x" * 201, " Kai"]) == ["Kai"]


def test_an_original_that_a_power_cut_emptied_is_kept_again(empty: Archive, press: Path) -> None:
    empty.importing([press])
    sha256 = empty.article(1).provenance[0].sha256
    whole = empty.original(sha256).read_bytes()
    empty.original(sha256).write_bytes(b"")
    empty.importing([press])
    assert empty.original(sha256).read_bytes() == whole


def test_originals_that_cannot_be_written_are_told_in_a_sentence(empty: Archive, press: Path) -> None:
    (empty.path / "originals").rmdir()
    (empty.path / "originals").write_text("in the way")
    with pytest.raises(InputRefusedError, match="originals cannot be reached"):
        empty.importing([press])
