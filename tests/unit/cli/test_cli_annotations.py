"""The commands about notes and highlights."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.cli.main import main
from tests.conftest import article
from tests.unit.archive.cast import read

Run = Callable[..., Any]


@pytest.fixture
def run(archive: Archive, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command on the archive of the four articles, where 5 names Marcel Vogel; give its JSON answer."""
    read(archive, article("Marcel Vogel kam. Marcel Vogel ging.", "Besuch", "2020-02", "Bote"))
    person = archive.entity_named("Marcel Vogel", "person")[0]
    archive.note_entity(person, "war dabei, siehe [Kran](article:1)")
    archive.close()

    def answer(*words: object, code: int = 0, plain: bool = False) -> Any:
        start = ["--archive", str(archive.path), *([] if plain else ["--json"])]
        assert main([*start, *map(str, words)]) == code
        out = capfdbinary.readouterr().out.decode("utf-8")
        return out if plain else json.loads(out)

    answer("note", 1, "", "--start", 4, "--end", 9, "--colour", 3, "--tags", "Zitat", "wichtig")
    answer("note", 2, "Wer war dabei?", "--start", 0, "--end", 4)
    answer("note", 5, "", "--start", 0, "--end", 12, "--everywhere")
    return answer


def ids(rows: list[dict[str, Any]]) -> list[int]:
    return [row["id"] for row in rows]


def test_notes_are_written_with_colour_and_tags_and_everywhere(run: Run) -> None:
    (first,) = run("note", "list", 1)
    assert (first["colour"], [tag["name"] for tag in first["tags"]]) == (3, ["Zitat", "wichtig"])
    assert [note["start"] for note in run("note", "list", 5)] == [0, 18]


def test_notes_are_listed_by_what_they_are(run: Run) -> None:
    assert ids(run("note", "list")) == [3, 4, 2, 1]
    assert ids(run("note", "list", "--colour", 3)) == ids(run("note", "list", "--tag", "Zitat")) == [1]
    assert ids(run("note", "list", "--kind", "highlight")) == [3, 4, 1]
    assert ids(run("note", "list", "--date", "2019", "--text", "dabei")) == [2]
    assert ids(run("note", "list", 2, "--colour", 3)) == []


def test_annotations_are_listed_and_sorted(run: Run) -> None:
    rows = run("annotations", "list", "--sort", "title", "--ascending")
    assert [row["title"] for row in rows] == ["Besuch", "Besuch", "Gründer treffen sich", "Kran am Kai", "Marcel Vogel"]
    assert ids(run("annotations", "list", "--sort", "title", "--ascending", "--limit", 2, "--offset", 2)) == [2, 1]
    person = rows[-1]["entity"]
    assert set(ids(run("annotations", "list", "--entity", person))) == {-1, 3, 4}
    assert ids(run("annotations", "list", "--kind", "person")) == [-1]
    assert ids(run("annotations", "list", "--date", "..2018")) == [1]
    assert ids(run("annotations", "list", "--until", "2001-01-01")) == []
    assert run("annotations", "list", "--date", "gestrn", code=2)["error"]["message"].startswith("“gestrn”")


def test_notes_are_tagged_recoloured_and_removed(run: Run) -> None:
    assert run("note", "tag", 2, 3, "--add", "neu", "--remove", "Zitat")["did"] == "Tags changed on 2 annotations"
    assert set(ids(run("annotations", "list", "--tag", "neu"))) == {2, 3}
    run("note", "colour", 4, 2, 3)
    assert set(ids(run("annotations", "list", "--colour", 4))) == {2, 3}
    assert run("note", "remove", 2)["did"] == "Note removed from “Gründer treffen sich”"
    assert run("note", "remove", 3, 4)["did"] == "2 annotations removed"
    assert run("undo")["did"] == "Undone: 2 annotations removed"
    assert ids(run("note", "list", 5)) == [3, 4]
    assert run("note", "colour", 9, 3, code=7)["error"]["code"] == "input"


def test_annotations_are_exported(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "all.jsonld"
    assert run("annotations", "export", out, "--format", "w3c")["count"] == 5
    assert len(json.loads(out.read_text(encoding="utf-8"))["first"]["items"]) == 5
    text = run("annotations", "export", "-", "--format", "jsonl", "--ids", 2, 1, plain=True)
    assert [json.loads(line)["id"] for line in text.splitlines()] == [2, 1]
    assert run("annotations", "export", "-", "--tag", "Zitat", plain=True).count("\n") == 2


def test_backlinks_are_listed(run: Run) -> None:
    (link,) = run("backlinks", "article", 1)
    assert (link["written"], link["title"], link["words"]) == ("entity_note", "Marcel Vogel", "war dabei, siehe Kran")
    assert run("backlinks", "dossier", 1) == []


def test_a_person_reads_them(run: Run) -> None:
    text = run("annotations", "list", "--text", "hafen", plain=True)
    assert "highlight on Kran am Kai" in text
    assert "“Hafen”" in text
    assert "Tags: Zitat, wichtig" in text
    assert "There are none." in run("annotations", "list", "--text", "nirgends", plain=True)
    assert "entity note on Marcel Vogel: war dabei, siehe Kran" in run("backlinks", "article", 1, plain=True)
    assert "There are none." in run("backlinks", "note", 1, plain=True)
