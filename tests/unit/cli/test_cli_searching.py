"""The commands about searching."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.cli.main import main
from tests.conftest import article, shelve

Run = Callable[..., Any]


@pytest.fixture
def said(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., str]:
    """Run a command on the archive; returns what it printed. `code` is the expected exit code."""

    def command(*words: object, code: int = 0) -> str:
        capfdbinary.readouterr()
        found = main(["--archive", str(folder), *map(str, words)])
        out, err = capfdbinary.readouterr()
        assert found == code, err.decode()
        return out.decode()

    return command


@pytest.fixture
def run(said: Callable[..., str]) -> Run:
    """Run a command with `--json`; returns the document."""
    return lambda *words, code=0: json.loads(said("--json", *words, code=code))


def test_examine_tells_the_parts(run: Run, said: Callable[..., str]) -> None:
    told = run("examine", "Hafen Luftschiff")
    assert told["total"] == 0
    assert [(part["text"], part["count"], part["without"]) for part in told["parts"]] == [
        ("Hafen", 2, 0),
        ("Luftschiff", 0, 2),
    ]
    assert {"sentence", "query", "count"} == set(told["repairs"][0])
    assert "Search without “Luftschiff”." in said("examine", "Hafen Luftschiff")
    assert run("examine", "x " * 6000, code=8)["error"]["code"] == "query"


def test_synonyms_are_listed_added_changed_and_removed(run: Run, said: Callable[..., str]) -> None:
    assert said("synonyms", "list") == "There are none.\n"
    added = run("synonyms", "add", "Kutter", "Kräne", "old bridge")
    assert added["set"] == 1
    assert run("synonyms", "list") == [{"id": 1, "words": ["Kutter", "Kräne", "old bridge"]}]
    assert run("search", "Kutter")["total"] == 2
    assert run("search", "Kutter")["understood"] == "Kutter"
    run("synonyms", "change", 1, "Kutter", "Kräne")
    assert said("synonyms", "list") == "    1  Kutter, Kräne\n"
    assert run("synonyms", "remove", 1)["did"] == "Synonyms “Kutter, Kräne” removed"
    assert run("undo")["did"] == "Undone: Synonyms “Kutter, Kräne” removed"
    assert run("synonyms", "add", "alone", code=7)["error"]["code"] == "input"
    assert run("synonyms", "remove", 7, code=7)["error"]["code"] == "not-found"


def test_a_list_is_searched(run: Run, said: Callable[..., str], tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("\ufeffHafen;1\r\nLuftschiff;2\r\n", encoding="utf-8")
    hafen, airship = run("batch-search", names)
    assert hafen == {
        "line": "Hafen",
        "query": "Hafen",
        "count": 2,
        "first": "2018-09",
        "last": "2019-05-14",
        "notices": [],
    }
    assert airship["count"] == 0
    assert "      2  Hafen  2018-09 to 2019-05-14\n" in said("batch-search", names)
    assert run("batch-search", tmp_path / "none.txt", code=7)["error"]["code"] == "input"


def test_the_protocol_is_kept_exported_and_forgotten(run: Run, said: Callable[..., str], tmp_path: Path) -> None:
    assert said("protocol") == "There are none.\n"
    run("search", "Hafen")
    run("search", "Hafen", "--limit", 0)
    run("search", "")
    run("search", "Kran UND Kai")
    entries = run("protocol")
    assert [(entry["query"], entry["understood"], entry["count"]) for entry in entries] == [
        ("Kran UND Kai", "Kran Kai", 1),
        ("Hafen", "Hafen", 2),
    ]
    assert len(run("protocol", "--limit", 1)) == 1
    assert "2 of 4  Hafen" in said("protocol")
    assert run("protocol", "--out", tmp_path / "log.csv")["count"] == 2
    with (tmp_path / "log.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["query"] for row in csv.DictReader(file)] == ["Hafen", "Kran UND Kai"]
    assert said("protocol", "--out", "-", "--format", "md").startswith("# Search protocol\n")
    assert said("--json", "protocol", "--out", "-", "--format", "txt").startswith("Search protocol\n")
    assert run("protocol", "--forget")["count"] == 2
    assert run("protocol") == []


def test_a_search_beside_a_writer_is_answered_and_leaves_no_trace(
    archive: Archive, capfd: pytest.CaptureFixture[str]
) -> None:
    archive.catch_up()
    assert main(["--archive", str(archive.path), "search", "Hafen"]) == 0
    assert capfd.readouterr().err == ""
    assert archive.search_log() == []
    archive.log_search(archive.find("Kran"))
    assert main(["--archive", str(archive.path), "protocol"]) == 0
    assert "Kran" in capfd.readouterr().out
    assert main(["--archive", str(archive.path), "protocol", "--forget"]) == 3


def test_saved_searches_tell_what_is_new(run: Run, folder: Path) -> None:
    assert run("searches") == []
    archive = Archive.open(folder)
    archive.save_search("Am Hafen", "Hafen")
    shelve(archive, article("Der Hafen ruht."))
    archive.close()
    assert run("searches") == [{"id": 1, "name": "Am Hafen", "query": "Hafen", "new": 1}]
    assert run("searches", "--seen")[0]["new"] == 1
    assert run("searches")[0]["new"] == 0


def test_a_batch_takes_no_dash(folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: Any) -> None:
    lines = [
        {"command": "batch-search", "args": {"file": "-"}},
        {"command": "protocol", "args": {"out": "-"}},
        {"command": "synonyms add", "args": {"words": ["Kutter", "Kräne"]}},
        {"command": "search", "args": {"query": "Kutter"}},
        {"command": "protocol", "args": {}},
        {"command": "searches", "args": {"seen": True}},
        {"command": "protocol", "args": {"forget": True}},
        {"command": "examine", "args": {"query": "Kutter"}},
    ]

    buffer = [json.dumps(line).encode() + b"\n" for line in lines]
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=buffer))
    assert main(["--archive", str(folder), "batch"]) == 2
    answers = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [answer.get("error", {}).get("code") for answer in answers] == ["usage"] * 2 + [None] * 6
    assert answers[3]["result"]["total"] == 1
    assert [entry["query"] for entry in answers[4]["result"]] == ["Kutter"]
    assert answers[7]["result"]["total"] == 1


def test_hits_are_shown_in_their_context(run: Run, said: Callable[..., str], tmp_path: Path) -> None:
    found = run("concordance", "Hafen", "--sort", "date", "--words", 2)
    assert (found["articles"], found["complete"]) == (2, True)
    assert [(line["article"], line["left"], line["hit"]) for line in found["lines"]][:2] == [
        (1, "Der ", "Hafen"),
        (2, "vor. Der ", "Hafen"),
    ]
    assert len(run("concordance", "Hafen", "--limit", 1)["lines"]) == 1
    assert "Der [Hafen] wächst." in said("concordance", "Hafen")
    assert said("concordance", "Luftschiff") == "There are none.\n"
    assert run("concordance", "Hafen", "--out", tmp_path / "hits.csv")["count"] == 2
    assert "wächst" in (tmp_path / "hits.csv").read_text(encoding="utf-8-sig")
    assert "Hafen" in said("concordance", "Hafen", "--out", "-", "--format", "txt")


def test_articles_like_one(run: Run, folder: Path) -> None:
    archive = Archive.open(folder)
    shelve(archive, article("Die Kräne im Hafen stehen still.", "Kräne am Kai"))
    archive.close()
    found = run("similar", 1)
    assert 1 not in [hit["id"] for hit in found["hits"]]
    assert found["total"] == len(found["hits"]) > 0
    assert found["hits"][0]["id"] == 5
    assert found["understood"] == "like:1"
    assert run("similar", 99, code=7)["error"]["code"] == "not-found"


@pytest.mark.parametrize("number", ["x", "-1", "1.5", "9" * 30])
def test_what_is_no_number_is_told_in_words(capfd: pytest.CaptureFixture[str], number: str) -> None:
    assert main(["search", "Hafen", f"--limit={number}"]) == 2
    assert "is no whole number" in capfd.readouterr().err
