"""History by command line: looked at, taken back."""

import json
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


def test_a_step_is_shown_and_taken_back(run: Any) -> None:
    run("tag", "add", "Hafen", 1, 2)
    run("tag", "add", "Hafen", 3)
    latest, first = run("history")
    shown = run("history", "show", first["id"])
    assert (shown["label"], shown["total"]) == ("Tag “Hafen” on 2 articles", 3)
    assert shown["things"][1] == {
        "kind": "tag on an article",
        "verb": "added",
        "name": "Hafen",
        "of": "Kran am Kai",
        "article": 1,
        "fields": [],
    }
    assert [entry["id"] for entry in shown["in_the_way"]] == [latest["id"]]
    refusal = run("undo", first["id"], code=7)
    assert "Tag “Hafen” on 1 article" in refusal["error"]["message"]
    assert run("undo", latest["id"])["did"] == "Taken back: Tag “Hafen” on 1 article"
    assert run("undo", first["id"])["did"] == "Taken back: Tag “Hafen” on 2 articles"
    assert run("tag", "list") == []
    assert [entry["taken_back"] for entry in run("history")] == [False, False, True, True]


def test_an_article_has_its_own_list(run: Any) -> None:
    run("tag", "add", "Hafen", 1)
    run("tag", "add", "Kai", 2)
    (event,) = run("history", "--article", 1)
    assert (event["label"], event["undone"], event["changes"]) == ("Tag “Hafen” on 1 article", False, [])
    assert run("history", "--article", 77, code=7)["error"]["code"] == "not-found"


def test_a_step_reads_well(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--archive", str(folder), "tag", "add", "Hafen", "1"])
    main(["--archive", str(folder), "history", "show", "1"])
    told = capsys.readouterr().out
    assert "added: tag on an article “Hafen” – Kran am Kai" in told
