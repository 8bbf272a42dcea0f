"""Hostile texts and pages in the reader: harmless words, set in steps, and nothing opened or fetched for them."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.page_text import harmless
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.model.article import Article
from tests.conftest import article, shelve
from tests.gui.reading.watched import MARK

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PAGES = {
    "tables": "<table><tr><td>" * 60 + "<p>tief unten</p>" + "</td></tr></table>" * 60,
    "deep": "<div>" * 5_000 + "tief unten",
    "word": "<p>" + "Donaudampf" * 20_000 + " tief unten</p>",
    "script": "<p>tief unten</p><script>document.location='http://127.0.0.1:9/'</script><style>@import 'x.css'</style>",
    "local": "<p>tief unten <a href='file:///etc/hostname'>da</a><img src='file:///etc/hostname'></p>",
    "remote": "<p>tief unten <img src='http://127.0.0.1:9/a.png'><link rel=stylesheet href='http://127.0.0.1:9/b.css'></p>",
    "frames": "<p>tief unten</p><iframe src='file:///etc/hostname'></iframe><object data='/etc/hosts'></object>",
    "bidi": "<p>" + "\u202etief unten\u202d \u2066קצר " * 2_000 + "</p>",
    "marks": "<p>tief unten " + ("a" + "\u0301" * 400 + " ") * 200 + "</p>",
}
TEXTS = {
    "markup": '<img src="file:///etc/hostname"> ![x](file:///etc/hosts) [y](http://127.0.0.1:9/) tief unten',
    "word": "Donaudampf" * 20_000 + " tief unten",
    "lines": "tief unten\n\n" + "\n\n".join(f"Zeile {number}" for number in range(20_000)),
    "controls": "tief unten \x07\x1b[31m\x9b\u2028\u2029\ufdd0\ufffc\x00 Ende",
}


def write(folder: Path) -> None:
    folder.mkdir()
    for name, page in PAGES.items():
        (folder / f"{name}.html").write_text(f"<html><body><h1>{name}</h1>{page}</body></html>", encoding="utf-8")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(f"Titel {name}\n\n{text}", encoding="utf-8")


def test_what_is_hostile_is_shown_as_words(
    qtbot: QtBot, desk: Desk, reader: ReaderPane, read: Callable[..., Article], tmp_path: Path
) -> None:
    write(tmp_path / "press")
    report = desk.archive.importing([tmp_path / "press"])
    reader.beside.switch(True)
    for file in report.files:
        assert file.ids, file.path
        found = read(file.ids[0])
        shown = reader.page_view.toPlainText()
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ufdd0]", shown), file.path
        assert not reader.page_view.document().allFormats()[0].isImageFormat()
        original = reader.beside.original
        qtbot.waitUntil(lambda original=original, file=file: Path(file.path).name in original.toPlainText())
        qtbot.waitUntil(lambda original=original: original.set_so_far() is None, timeout=20_000)
        assert "tief" in original.toPlainText(), file.path
        assert "127.0.0.1" not in original.toPlainText() or "markup" in file.path
        assert not any(
            form.isImageFormat() or form.toCharFormat().isAnchor() for form in original.document().allFormats()
        )
        assert found.id == file.ids[0]


def test_every_code_point_that_is_obeyed_is_replaced() -> None:
    for point in (*range(9), 11, *range(13, 32), *range(127, 160), 0x2028, 0x2029, 0x202D, 0x202E, 0xFDD0, 0xFFFC):
        assert chr(point) not in harmless(f"a{chr(point)}b").replace("\u2028", ""), hex(point)


def test_a_long_text_is_set_in_steps(desk: Desk, reader: ReaderPane, read: Callable[..., Article]) -> None:
    shelve(desk.archive, article("Der Hafen wächst. " * 60_000, "Eine Zeile"), article("Wort" * 60_000, "Ein Wort"))
    for number in (3, 4):
        read(number)
        limit = reader.page_view.set_so_far()
        assert limit is not None
        assert limit < 60_000


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.timeout(240)
def test_no_file_is_opened_and_nothing_is_fetched(tmp_path: Path) -> None:
    write(tmp_path / "press")
    archive = Archive.create(tmp_path / "archive")
    archive.importing([tmp_path / "press"])
    archive.catch_up()
    archive.close()
    log = tmp_path / "calls"
    strace = ["strace", "-f", "-qq", "-e", "trace=open,openat,connect,stat,access,newfstatat", "-o", str(log)]
    command = [*strace, sys.executable, "-m", "tests.gui.reading.watched", str(tmp_path / "archive")]
    settings = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    environment = {**settings, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=200, check=False)
    if "ptrace" in run.stderr:
        pytest.skip("strace may not watch a process here")
    assert run.returncode == 0, run.stderr
    calls = log.read_text(encoding="utf-8", errors="replace")
    watched = calls[calls.index(f"{MARK}begin") : calls.index(f"{MARK}end")]
    touched = set(re.findall(r'"(/[^"]*)"', watched)) - {f"{MARK}begin"}
    # Whatever an article or its original named, or a path that they lead to:
    assert not [path for path in touched if path.startswith(("/etc/host", str(tmp_path / "press")))]
    root = Path(__file__).parents[3]
    ours = (tmp_path / "archive", tmp_path / "config", root, sys.prefix, sys.base_prefix)
    harmless_ones = (*map(str, ours), "/usr/", "/proc/", "/dev/", "/lib", "/etc/xdg/lesesaal")
    assert sorted(path for path in touched if not path.startswith(harmless_ones)) == []
    assert "AF_INET" not in watched
