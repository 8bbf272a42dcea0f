"""The commands about reading: quotations in a style, and what was read last."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.cli.main import main

Run = Callable[..., Any]


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the shelf's archive and read its answer."""

    def call(*words: str, code: int = 0) -> Any:
        assert main(["--archive", str(folder), "--json", *words]) == code
        return json.loads(capsys.readouterr().out)

    return call


def test_a_quotation_in_a_style(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = run("show", "1")["text"][:5].strip()
    found = run("quote", "1", "0", "5", "--style", "iso690")
    assert words in found["text"]
    assert found["html"].startswith("<p>")
    assert run("quote", "1")["text"] == run("quote", "1", "--style", "short")["text"]
    assert main(["--archive", str(folder), "quote", "1", "0", "5"]) == 0
    assert words in capsys.readouterr().out


def test_a_quotation_lies_within_the_text(run: Run) -> None:
    assert "lie within the text" in run("quote", "1", "0", "9999999", code=7)["error"]["message"]
    assert "begins and ends" in run("quote", "1", "3", code=2)["error"]["message"]


def test_the_original_of_an_article(empty: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "kai.html"
    page.write_text("<h1>Kran am Kai</h1><p>Der Hafen wächst, und mit ihm die Stadt.</p>", encoding="utf-8")
    (number,) = empty.importing([page]).files[0].ids
    folder = empty.path
    empty.close()
    assert main(["--archive", str(folder), "--json", "original", str(number)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["format"], found["cut"]) == ("html", False)
    assert found["blocks"][0] == {"kind": "heading", "text": "Kran am Kai"}
    assert main(["--archive", str(folder), "original", str(number)]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("Der Hafen")


def test_what_was_read_last(run: Run, folder: Path) -> None:
    archive = Archive.open(folder)
    archive.remember_place(2, 7)
    archive.close()
    (row,) = run("recent")
    assert (row["id"], row["reached"]) == (2, 7)
