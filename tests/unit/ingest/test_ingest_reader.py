"""Walking folders."""

import os
from pathlib import Path

import pytest

from desktop_app.ingest.reader import walk
from desktop_app.model.article import ParsedFile


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", "utf-8")


def relative(folder: Path, *given: Path) -> list[str]:
    return [str(found.relative_to(folder)) for found in walk(given or [folder]) if isinstance(found, Path)]


def test_order_is_fixed_and_numbers_count(tmp_path: Path) -> None:
    make(tmp_path, "b10.txt", "b9.txt", "A.txt", "c/2.txt", "c/10.txt", "c/d/1.txt")
    assert relative(tmp_path) == ["A.txt", "b9.txt", "b10.txt", "c/2.txt", "c/10.txt", "c/d/1.txt"]


def test_hidden_and_system_files_are_left_out(tmp_path: Path) -> None:
    make(tmp_path, ".DS_Store", "Thumbs.db", "~$brief.docx", ".git/config", "__MACOSX/a.txt", "a.txt")
    assert relative(tmp_path) == ["a.txt"]


def test_what_is_named_itself_is_read(tmp_path: Path) -> None:
    make(tmp_path, ".versteckt.txt")
    assert relative(tmp_path, tmp_path / ".versteckt.txt") == [".versteckt.txt"]


def test_loops_of_links_end(tmp_path: Path) -> None:
    make(tmp_path, "a/b/x.txt")
    try:
        (tmp_path / "a/b/loop").symlink_to(tmp_path / "a", target_is_directory=True)
    except OSError:
        pytest.skip("this system has no symbolic links")
    assert relative(tmp_path) == ["a/b/x.txt"]


def test_missing_path_and_dead_link_fail(tmp_path: Path) -> None:
    found = list(walk([tmp_path / "fort"]))
    assert isinstance(found[0], ParsedFile)
    assert (found[0].status, found[0].reason) == ("failed", "“fort” does not exist.")
    try:
        (tmp_path / "tot").symlink_to(tmp_path / "nirgends")
    except OSError:
        pytest.skip("this system has no symbolic links")
    assert [found.status for found in walk([tmp_path]) if isinstance(found, ParsedFile)] == ["failed"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every folder")
def test_unreadable_folder_fails(tmp_path: Path) -> None:
    make(tmp_path, "zu/a.txt", "auf.txt")
    (tmp_path / "zu").chmod(0)
    try:
        found = list(walk([tmp_path]))
    finally:
        (tmp_path / "zu").chmod(0o700)
    assert found[0] == tmp_path / "auf.txt"
    assert isinstance(found[1], ParsedFile)
