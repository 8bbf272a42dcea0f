"""The commands about tags: the tree, previews, keys, suggestions and rules, with their answers in JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.cli.main import main
from tests.conftest import article, shelve

Run = Callable[..., Any]


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the shelf's archive and read its answer."""

    def call(*words: str, code: int = 0) -> Any:
        assert main(["--archive", str(folder), "--json", *words]) == code
        return json.loads(capsys.readouterr().out)

    return call


def test_the_tree_is_listed_and_changed_as_a_whole(run: Run) -> None:
    run("tag", "add", "Hafen/Kai", "1", "2")
    run("tag", "add", "Hafen", "3")
    told = run("tag", "preview", "rename", "Hafen", "Häfen")
    assert told["names"] == [{"name": "Hafen", "new": "Häfen"}, {"name": "Hafen/Kai", "new": "Häfen/Kai"}]
    assert told["articles"] == 3
    run("tag", "rename", "Hafen", "Häfen")
    assert [(tag["name"], tag["articles"], tag["key"]) for tag in run("tag", "list")] == [
        ("Häfen", 1, 2),
        ("Häfen/Kai", 2, 1),
    ]
    assert run("tag", "preview", "merge", "Häfen", "Nirgends", code=7)["error"]["code"] == "not-found"
    run("tag", "delete", "Häfen")
    assert run("tag", "list") == []


def test_colours_and_keys(run: Run) -> None:
    run("tag", "add", "Hafen/Kai", "1")
    run("tag", "add", "Hafen", "1")
    assert run("tag", "colour", "Hafen", "5", "--below")["did"] == "Colour of tag “Hafen”"
    assert run("tag", "key", "Hafen", "9")["did"] == "Key 9 for tag “Hafen”"
    assert [(tag["colour"], tag["key"]) for tag in run("tag", "list")] == [(5, 9), (5, 1)]
    assert run("tag", "key", "Hafen", "0")["did"] == "No key for tag “Hafen”"
    run("tag", "key", "Hafen", "12", code=7)


def test_a_rule_from_the_command_line(run: Run) -> None:
    told = run("tag", "rule-add", "Häfen", "Hafen", "--dry-run")
    assert told == {"did": None, "found": 2, "new": 2, "refused": 0}
    made = run("tag", "rule-add", "Häfen", "Hafen")
    assert (made["did"], made["tagged"]) == ("Rule for tag “Häfen”", 2)
    number = str(made["rule"])
    assert [tag["machine"] for tag in run("tag", "list")] == [2]
    run("tag", "remove", "Häfen", "1")
    assert run("tag", "rules-apply")["articles"] == 0
    assert run("tag", "rule-change", number, "Kräne OR Hafen titel:Gründer")["tagged"] == 1
    assert run("tag", "rule-pause", number)["did"] == "Rule for tag “Häfen” paused"
    assert run("tag", "rules")[0]["paused"]
    run("tag", "rule-pause", number, "--off")
    run("tag", "rule-remove", number, "--keep")
    assert run("tag", "rules") == []
    assert [(tag["articles"], tag["machine"]) for tag in run("tag", "list")] == [(1, 0)]
    assert run("tag", "rule-add", "Häfen", "is:read", code=7)["error"]["code"] == "input"


def test_an_import_applies_rules_once_its_words_are_indexed(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("tag", "rule-add", "Häfen", 'Kai source:"Harbour Times"')
    path = tmp_path / "quay.txt"
    path.write_text("Am Kai liegt ein neues Schiff aus Osaka, und viele Leute kamen, um es zu sehen.\n")
    run("import", str(path), "--source", "Harbour Times", "--no-entities")
    assert [(tag["name"], tag["articles"], tag["machine"]) for tag in run("tag", "list")] == [("Häfen", 1, 1)]
    assert run("undo")["did"].startswith("Undone: Import")
    assert [tag["articles"] for tag in run("tag", "list")] == [0]


def test_tags_are_suggested_by_articles_that_are_alike(run: Run, folder: Path) -> None:
    archive = Archive.open(folder)
    ids = shelve(
        archive,
        *(article(f"Am Quai stehen Poller. Ausgabe {n}.", f"Poller {n}", language="de") for n in "abc"),
    )
    archive.tag(ids[:2], "Poller")
    archive.close()
    (found,) = run("tag", "suggest", str(ids[2]))
    assert (found["tag"], set(found["articles"])) == ("Poller", set(ids[:2]))


def test_answers_read_well_at_a_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (
        ("tag", "rule-add", "Häfen", "Hafen"),
        ("tag", "list"),
        ("tag", "preview", "delete", "Häfen"),
        ("tag", "rule-add", "Kai", "Kran", "--dry-run"),
    ):
        assert main(["--archive", str(folder), *words]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Rule for tag “Häfen”, articles that have it from there: 2",
        "1  Häfen  articles 2  machine 2  rules 1",
        "Häfen → deleted",
        "articles 2, rules 1",
        "Articles found: 1, would get the tag: 1",
    ]
