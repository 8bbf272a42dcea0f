"""Dossiers and screenings by command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.cli.main import main

Run = Callable[..., Any]


@pytest.fixture
def run(archive: Archive, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command with `--json` on an archive whose articles can be searched; returns the document."""
    archive.catch_up()
    archive.close()

    def command(*words: object, code: int = 0) -> Any:
        capfdbinary.readouterr()
        found = main(["--archive", str(archive.path), "--json", *map(str, words)])
        out, err = capfdbinary.readouterr()
        assert found == code, err.decode()
        return json.loads(out)

    return command


def test_a_dossier_from_making_to_deleting(run: Run) -> None:
    made = run("dossier", "make", "Hafen/Kräne", 3, "--query", "Hafen", "--introduction", "Alle *Kräne*.")
    assert (made["did"], made["articles"]) == ("Dossier “Kräne” made", 3)
    assert run("dossier", "add", "Kräne", 4, "--before", 3)["articles"] == 1
    assert run("dossier", "add", "Kräne", "--query", "Hafen")["did"] is None
    run("dossier", "order", "Kräne", 2, "--before", 4)
    run("dossier", "comment", "Kräne", 3, "Von außen.")
    shown = run("dossier", "show", "hafen/kräne")
    assert [(entry["id"], entry["comment"]) for entry in shown["entries"]] == [
        (2, ""),
        (4, ""),
        (3, "Von außen."),
        (1, ""),
    ]
    assert (shown["id"], shown["introduction"]) == (made["dossier"], "Alle *Kräne*.")
    assert run("dossier", "remove", "Kräne", 3, 4)["articles"] == 2
    run("dossier", "move", "Kräne")
    run("dossier", "rename", "Kräne", "Krane")
    run("dossier", "introduce", "Krane", "Neu.")
    assert run("dossier", "list") == [
        {"id": 1, "path": "Hafen", "articles": 0, "whole": 0},
        {"id": 2, "path": "Krane", "articles": 2, "whole": 2},
    ]
    run("dossier", "move", "Krane", "--into", "Hafen")
    assert [hit["id"] for hit in run("search", "dossier:Hafen")["hits"]] == [2, 1]
    assert run("dossier", "delete", "Hafen")["did"] == "Dossier “Hafen” deleted"
    assert run("dossier", "list") == []
    run("undo")
    assert [line["path"] for line in run("dossier", "list")] == ["Hafen", "Hafen/Krane"]


def test_what_is_unknown_is_told(run: Run) -> None:
    assert run("dossier", "show", "Lotsen", code=7)["error"]["code"] == "not-found"
    assert run("screening", "show", "Lotsen", code=7)["error"]["code"] == "not-found"
    assert run("dossier", "make", "Lotsen")["articles"] == 0
    assert run("dossier", "add", "Lotsen", code=2)["error"]["code"] == "usage"


def test_a_dossier_is_exported_whole(run: Run, tmp_path: Path) -> None:
    run("dossier", "make", "Hafen", 1, "--introduction", "Zuerst.")
    run("dossier", "make", "Hafen/Brücken", 3, "--introduction", "Danach.")
    run("dossier", "comment", "Brücken", 3, "Von **außen**.")
    out = tmp_path / "hafen.md"
    assert run("dossier", "export", "Hafen", out)["count"] == 2
    text = out.read_text(encoding="utf-8")
    parts = ["# Hafen", "Zuerst.", "# Kran am Kai", "## Brücken", "Danach.", "# Bridge open again", "> Von **außen**."]
    assert [part for part in parts if f"{part}\n" not in text] == []
    assert sorted(parts, key=text.index) == parts


def test_a_screening_from_beginning_to_dossier(run: Run) -> None:
    begun = run("screening", "start", "Alles Datierte", "is:dated", "--sort", "date")
    assert (begun["screening"], begun["articles"]) == (1, 3)
    assert run("screening", "decide", "alles datierte", "kept", 1)["next"] == 3
    assert run("screening", "decide", "Alles Datierte", "dropped", 3, 2) == {
        "did": "2 articles dropped",
        "operation": 3,
        "articles": 2,
        "next": None,
    }
    assert run("screening", "decide", "Alles Datierte", "left", 2)["next"] == 2
    (line,) = run("screening", "list")
    assert {name: line[name] for name in ("total", "seen", "kept", "dropped", "left", "new", "next")} == {
        "total": 3,
        "seen": 0,
        "kept": 1,
        "dropped": 1,
        "left": 1,
        "new": 0,
        "next": 2,
    }
    assert run("screening", "extend", "Alles Datierte")["did"] is None
    run("screening", "rename", "Alles Datierte", "Datiertes")
    assert (
        run("screening", "collect", "Datiertes", "Behalten/2018", "--introduction", "Aus der Durchsicht.")["dossier"]
        == 2
    )
    assert [entry["id"] for entry in run("dossier", "show", "Behalten/2018")["entries"]] == [1]
    run("screening", "delete", "Datiertes")
    assert run("screening", "list") == []
