"""The commands about people and organisations."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.archive.reading_aloud import RecognitionError
from desktop_app.cli import commands
from desktop_app.cli.main import main
from tests.conftest import article
from tests.unit.archive.cast import read

Run = Callable[..., Any]


@pytest.fixture
def run(empty: Archive, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command with `--json` on an archive of two articles that were read; `code` is the expected exit code."""
    read(
        empty,
        article("Marcel Vogel kam. Vogel sprach.", "Eins", "2018-01", "Bote", place="Aachen"),
        article("Hafenmeister Marcel Vogel und Anna Vogel, Rheinhafen AG.", "Zwei", "2019", "Kurier"),
    )
    empty.close()

    def command(*words: object, code: int = 0) -> Any:
        capfdbinary.readouterr()
        found = main(["--archive", str(empty.path), "--json", *map(str, words)])
        out, err = capfdbinary.readouterr()
        assert found == code, err.decode()
        return json.loads(out)

    return command


def _ids(run: Run) -> dict[str, int]:
    return {one["name"]: one["id"] for one in run("entities")}


def _named(run: Run, number: int) -> list[str]:
    return [mention["name"] for mention in run("show", number)["mentions"]]


def test_entities_are_listed_and_shown(run: Run) -> None:
    ids = _ids(run)
    assert set(ids) == {"Marcel Vogel", "Anna Vogel", "Vogel", "Rheinhafen AG"}
    assert [one["name"] for one in run("entities", "anna")] == ["Anna Vogel"]
    assert [one["name"] for one in run("entities", "--kind", "organisation")] == ["Rheinhafen AG"]
    shown = run("entity", "show", ids["Marcel Vogel"])
    assert (shown["name"], shown["articles"], shown["mentions"]) == ("Marcel Vogel", 2, 2)
    assert shown["names"] == [{"form": "Marcel Vogel", "mentions": 2, "articles": 2, "active": True}]
    assert [role["role"] for role in shown["roles"]] == ["Hafenmeister"]
    assert run("entity", "show", 99, code=7)["error"]["code"] == "not-found"


def test_show_tells_who_is_named(run: Run) -> None:
    mention = run("show", 2)["mentions"][0]
    assert mention["start"], mention["end"] == (13, 25)
    assert (mention["kind"], mention["name"], mention["origin"]) == ("person", "Marcel Vogel", "list 1")
    assert mention["confidence"] == 0.9
    assert mention["entity"] == _ids(run)["Marcel Vogel"]


def test_merging_and_parting(run: Run) -> None:
    ids = _ids(run)
    assert run("entity", "merge", ids["Anna Vogel"], ids["Marcel Vogel"])["did"]
    assert _named(run, 2) == ["Marcel Vogel", "Marcel Vogel", "Rheinhafen AG"]
    assert run("entity", "unmerge", ids["Marcel Vogel"])["entities"] == [ids["Anna Vogel"]]
    made = run("entity", "split", ids["Marcel Vogel"], "--source", "Kurier", "--name", "Marcel V.")["entity"]
    assert run("entity", "show", made)["articles"] == 1
    run("entity", "split", ids["Marcel Vogel"], code=7)
    run("undo")
    assert _named(run, 2)[0] == "Marcel Vogel"


def test_names_kinds_and_standing(run: Run) -> None:
    ids = _ids(run)
    anna = ids["Anna Vogel"]
    run("entity", "rename", anna, "A. Vogel")
    run("entity", "kind", "organisation", anna)
    run("entity", "confirm", anna)
    shown = run("entity", "show", anna)
    assert (shown["name"], shown["kind"], shown["checked"]) == ("A. Vogel", "organisation", True)
    run("entity", "confirm", anna, "--off")
    run("entity", "reject", anna, ids["Vogel"])
    assert _named(run, 1) == ["Marcel Vogel"]
    run("entity", "restore", anna)
    run("entity", "switch", ids["Marcel Vogel"], "Marcel Vogel", "off")
    assert _named(run, 2) == ["A. Vogel", "Rheinhafen AG"]
    assert [one["kind"] for one in run("rulings", "--limit", 2)] == ["switch off", "restore entity"]
    assert run("rulings", "--entity", anna)[-1]["words"] == "“Anna Vogel” renamed “A. Vogel”"


def test_notes_and_tags(run: Run) -> None:
    anna = _ids(run)["Anna Vogel"]
    note = run("entity", "note", anna, "Ruft zurück")["note"]
    run("entity", "note-change", note, "Rief zurück")
    run("entity", "tag", anna, "--add", "Hafen", "Kai")
    run("entity", "tag", anna, "--remove", "Kai")
    shown = run("entity", "show", anna)
    assert (shown["tags"], [each["body"] for each in shown["notes"]]) == (["Hafen"], ["Rief zurück"])
    run("entity", "note-remove", note)
    assert run("entity", "show", anna)["notes"] == []
    run("entity", "tag", anna, code=2)


def test_single_mentions(run: Run) -> None:
    ids = _ids(run)
    run("mention", "reject", 1, 18, 23)
    run("mention", "assign", 1, 0, ids["Anna Vogel"])
    assert _named(run, 1) == ["Anna Vogel"]
    made = run("mention", "add", 2, 0, 12, "organisation", "--everywhere")["entity"]
    assert run("show", 2)["mentions"][0]["entity"] == made
    assert run("show", 2)["mentions"][0]["origin"] == "reader"


def test_the_review_queue_is_listed_and_decided(run: Run) -> None:
    (found,) = [one for one in run("review", "list", "--kind", "person") if one["article"] == 1]
    assert (found["a"]["name"], found["b"]["name"]) == ("Vogel", "Marcel Vogel")
    assert found["a"]["quotes"] == ["Vogel sprach."]
    run("review", "decide", found["id"], "same")
    assert _named(run, 1) == ["Marcel Vogel", "Marcel Vogel"]
    assert found["id"] not in [one["id"] for one in run("review", "list")]
    run("review", "decide", 999, "same", code=7)


def test_the_same_commands_in_a_batch(run: Run, empty: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    lines = [
        {"command": "entity rename", "args": {"id": 2, "name": "M. V."}},
        {"command": "entity tag", "args": {"ids": [2], "add": ["Hafen"]}},
        {"command": "review decide", "args": {"suggestion": 1, "decision": "perhaps"}},
    ]
    stream = io.TextIOWrapper(io.BytesIO("\n".join(map(json.dumps, lines)).encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["--archive", str(empty.path), "batch"]) == 2
    assert run("entity", "show", 2)["tags"] == ["Hafen"]


def test_import_looks_for_names_unless_told_not_to(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Oberbürgermeisterin Petra Lindner besuchte am Montag die Firma Kranbau Müller GmbH.\n", "utf-8")
    for folder, words, found in (("a", ["--no-entities"], False), ("b", [], True)):
        archive = ["--archive", str(tmp_path / folder)]
        assert main([*archive, "import", str(text), *words]) == 0
        capfd.readouterr()
        assert main([*archive, "--json", "entities"]) == 0
        assert ("Petra Lindner" in {one["name"] for one in json.loads(capfd.readouterr().out)}) == found
    assert main(["--archive", str(tmp_path / "a"), "--json", "recognise", "--mode", "thorough"]) == 0
    answer = json.loads(capfd.readouterr().out)
    assert (answer["articles"], answer["left"]) == (1, 0)
    assert "thorough" in answer["recogniser"]


def test_people_read_well_at_a_terminal(run: Run, empty: Archive, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for words, told in (
        (["entity", "show", "2"], "mentions in"),
        (["review", "list"], "= Marcel Vogel"),
        (["entities"], "Anna Vogel"),
    ):
        assert main(["--archive", str(empty.path), *words]) == 0
        assert told in capfdbinary.readouterr().out.decode()


def test_an_import_is_done_also_where_nobody_can_be_looked_for(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Ein kurzer Text über den Hafen und die Kräne.\n", "utf-8")

    def broken(*_: object) -> None:
        raise RecognitionError("Nobody can look.")

    monkeypatch.setattr(commands, "read_waiting", broken)
    assert main(["--archive", str(tmp_path / "a"), "--json", "import", str(text)]) == 0
    out, err = capfd.readouterr()
    assert json.loads(out)["added"] == 1
    assert "Nobody can look." in err
