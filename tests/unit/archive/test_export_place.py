"""An export never touches the archive it comes from."""

from pathlib import Path

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.errors import InputRefusedError


@pytest.mark.parametrize("name", ["archive.db", "backups/selection.csv", "originals"])
def test_the_archive_itself_is_no_place_to_export_to(tmp_path: Path, name: str) -> None:
    archive = Archive.create(tmp_path / "archive")
    try:
        before = (archive.path / "archive.db").read_bytes()[:16]
        with pytest.raises(InputRefusedError, match="within the archive"):
            archive.export(archive.path / name, "csv", [])
        assert (archive.path / "archive.db").read_bytes()[:16] == before
        assert archive.export(tmp_path / "outside.csv", "csv", []).count == 0
    finally:
        archive.close()


def test_a_dry_run_foretells_what_an_import_does(tmp_path: Path) -> None:
    press = tmp_path / "press"
    press.mkdir()
    (press / "a.txt").write_text("Hafen öffnet\n\nDer Hafen öffnet am Montag.", encoding="utf-8")
    (press / "b.txt").write_text("Hafen öffnet\n\nDer Hafen öffnet am Montag.", encoding="utf-8")
    archive = Archive.create(tmp_path / "archive")
    try:
        foretold = archive.importing([press], dry_run=True)
        assert archive.counts().all == 0
        done = archive.importing([press])
        assert (foretold.added, foretold.duplicates) == (done.added, done.duplicates) == (1, 1)
        again = archive.importing([press], dry_run=True)
        assert (again.added, again.duplicates) == (0, 2)
    finally:
        archive.close()
