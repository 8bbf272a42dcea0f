"""Versions of texts by command line: listed, shown, compared, corrected; notes put on other words."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.main import main


@pytest.fixture
def run(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Any:
    """Run a command on the archive with `--json`; returns the document."""

    def command(*words: object, code: int = 0) -> Any:
        capfdbinary.readouterr()
        found = main(["--archive", str(folder), "--json", *map(str, words)])
        out, err = capfdbinary.readouterr()
        assert found == code, err.decode()
        return json.loads(out)

    return command


def test_a_text_is_corrected_listed_shown_and_compared(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "neu.txt"
    file.write_text("Der Hafen wuchs. Die Kräne stehen still, sagt der Kapitän.", "utf-8")
    note = run("note", 1, "Wer?", "--start", 50, "--end", 62)["note"]
    done = run("text", "correct", 1, file)
    assert (done["did"], done["version"], done["orphaned"]) == ("Text of “Kran am Kai” corrected", 2, [note])
    versions = run("text", 1)
    assert [(each["version"], each["origin"], each["present"]) for each in versions] == [
        (1, "file", False),
        (2, "reader", True),
    ]
    assert run("text", "show", 1)["text"] == file.read_text("utf-8")
    assert run("text", "show", 1, 1)["text"].startswith("Der Hafen wächst.")
    compared = run("text", "compare", 1, 1)
    assert compared["versions"] == [1, 2]
    assert [(each["kind"], each["old"], each["new"]) for each in compared["pieces"]] == [
        ("same", "Der Hafen ", "Der Hafen "),
        ("changed", "wächst", "wuchs"),
        ("same", ". Die Kräne stehen still, sagt der ", ". Die Kräne stehen still, sagt der "),
        ("changed", "Hafenmeister", "Kapitän"),
        ("same", ".", "."),
    ]
    run("note", "place", note, 50, 57)
    assert [(each["quote"], each["orphaned"]) for each in run("note", "list", 1)] == [("Kapitän", False)]
    run("text", "show", 1, 9, code=7)
    assert run("undo")["did"] == "Undone: Note put back on “Kran am Kai”"


def test_a_comparison_reads_as_one_text(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "neu.txt"
    file.write_text("Der neue Hafen wächst. Die Kräne stehen, sagt der Hafenmeister.", "utf-8")
    assert main(["--archive", str(folder), "text", "correct", "1", str(file)]) == 0
    capsys.readouterr()
    assert main(["--archive", str(folder), "text", "compare", "1", "1"]) == 0
    shown = "Der {+neue +}Hafen wächst. Die Kräne stehen[-still-], sagt der Hafenmeister.\n"
    assert capsys.readouterr().out == shown


def test_what_is_no_text_file_is_refused(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "alt.txt"
    file.write_bytes(b"K\xf6ln")
    assert "UTF-8" in run("text", "correct", 1, file, code=7)["error"]["message"]
    assert "cannot be read" in run("text", "correct", 1, tmp_path / "fehlt.txt", code=7)["error"]["message"]


def test_a_deep_check_finds_a_note_that_is_not_on_its_words(run: Any, folder: Path) -> None:
    note = run("note", 1, "Wer?", "--start", 50, "--end", 62)["note"]
    assert run("check", "--deep")["ok"]
    with sqlite3.connect(folder / "archive.db") as connection:
        connection.execute("update annotations set start = 3 where id = ?", (note,))
    connection.close()
    assert run("check", "--deep", code=4)["problems"] == [f"Note {note} does not stand on its words."]
    run("note", "place", note, 0, 3)
    assert run("check", "--deep")["ok"]
