"""Every command through `main`: what it prints, what its JSON looks like, and its exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.cli.commands import COMMANDS
from desktop_app.cli.main import default_archive, main
from tests.conftest import BRIDGE, HARBOUR, SHELF

Run = Callable[..., Any]


@pytest.fixture
def run(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command on the archive with `--json`; returns the document. `code` is the expected exit code."""

    def command(*words: object, code: int = 0) -> Any:
        capfdbinary.readouterr()
        found = main(["--archive", str(folder), "--json", *map(str, words)])
        out, err = capfdbinary.readouterr()
        assert found == code, err.decode()
        return json.loads(out)

    return command


@pytest.fixture
def say(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., str]:
    """Run a command as a person does; returns what it printed."""

    def command(*words: object, code: int = 0) -> str:
        capfdbinary.readouterr()
        assert main(["--archive", str(folder), *map(str, words)]) == code
        return b"".join(capfdbinary.readouterr()).decode()

    return command


def test_init_makes_an_archive_once(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    words = ["--archive", str(tmp_path / "new"), "--json", "init"]
    assert main(words) == 0
    assert json.loads(capfd.readouterr().out)["path"] == str(tmp_path / "new")
    assert main(words) == 7
    assert json.loads(capfd.readouterr().out)["error"]["code"] == "input"
    Archive.open(tmp_path / "new").close()


def test_import_reports_each_file(tmp_path: Path, press: Path, capfd: pytest.CaptureFixture[str]) -> None:
    archive = ["--archive", str(tmp_path / "new")]
    assert main([*archive, "--json", "import", str(press), "--dry-run"]) == 0
    assert json.loads(capfd.readouterr().out)["added"] == 3
    assert main([*archive, "--json", "import", str(press), str(press / "none.txt"), "--source", "Bote"]) == 7
    report = json.loads(capfd.readouterr().out)
    assert {name: report[name] for name in ("added", "duplicates", "skipped", "failed")} == {
        "added": 3,
        "duplicates": 0,
        "skipped": 0,
        "failed": 1,
    }
    assert len(report["files"]) == 4
    assert all(set(file) == {"path", "status", "reason", "ids"} for file in report["files"])
    assert main([*archive, "import", str(press)]) == 0
    assert "0 added, 3 already there, 0 skipped, 0 failed." in capfd.readouterr().out
    assert main([*archive, "--json", "search", "Hafen"]) == 0
    assert json.loads(capfd.readouterr().out)["total"] == 2


def test_an_empty_path_is_not_the_current_folder(tmp_path: Path) -> None:
    assert main(["--archive", str(tmp_path / "new"), "import", ""]) == 7


def test_search_answers_as_documented(run: Run) -> None:
    run("tag", "add", "Kai", 1)
    result = run("search", "Hafen")
    assert set(result) == {"total", "took_ms", "understood", "notices", "hits"}
    assert (result["total"], result["understood"], result["notices"]) == (2, "Hafen", [])
    hit = next(hit for hit in result["hits"] if hit["id"] == 1)
    assert {"id", "score", "title", "date", "source", "language", "snippet", "tags"} <= set(hit)
    assert (hit["title"], hit["date"], hit["source"], hit["language"]) == (
        "Kran am Kai",
        "2018-09",
        "Rheinhafen-Bote",
        "de",
    )
    assert hit["tags"] == ["Kai"]
    assert hit["score"] > 0
    assert [hit["snippet"][start:end] for start, end in hit["spans"]] == ["Hafen"]


def test_search_pages_sorts_and_counts(run: Run) -> None:
    assert [hit["id"] for hit in run("search", "", "--sort", "date")["hits"]] == [1, 3, 2, 4]
    assert [hit["id"] for hit in run("search", "", "--sort", "-date")["hits"]] == [2, 3, 1, 4]
    assert [hit["id"] for hit in run("search", "*", "--limit", 2, "--offset", 1)["hits"]] == [3, 1]
    assert run("search", "*", "--limit", 2)["total"] == 4
    scored = run("search", "Hafen", "--offset", 1)["hits"]
    first = run("search", "Hafen")["hits"]
    assert scored == first[1:]
    assert [hit["id"] for hit in run("search", "--sort", "date", "--", "-Hafen")["hits"]] == [3, 4]
    facets = run("search", "*", "--facets")["facets"]
    assert set(facets) == {"tags", "people", "organisations", "sources", "years", "languages"}
    assert facets["sources"][0] == {"value": "Rheinhafen-Bote", "label": "Rheinhafen-Bote", "count": 2}


def test_show_gives_an_article_whole(run: Run) -> None:
    run("note", 3, "Schiffe", "--start", 0, "--end", 3)
    result = run("show", 3)
    wanted = ("id", "title", "date", "place", "byline", "source", "language", "text")
    wanted += ("mentions", "tags", "notes", "provenance")
    assert set(wanted) <= set(result)
    assert (result["text"], result["date"]) == (BRIDGE.text, "2019")
    (note,) = result["notes"]
    assert (note["start"], note["end"], note["quote"], note["body"]) == (0, 3, "The", "Schiffe")
    assert {"path", "member", "sha256"} <= set(result["provenance"][0])


def test_tags(run: Run) -> None:
    assert run("tag", "add", "Hafen", 1, 2) == {"did": "Tag “Hafen” on 2 articles", "operation": 1, "articles": 2}
    assert run("tag", "add", "Hafen", 1, 2)["did"] is None
    assert run("tag", "add", "Mit Suche", "--query", "Hafen")["articles"] == 2
    assert run("tag", "add", "Nicht", "--query", "-tag:Hafen")["articles"] == 2
    assert run("tag", "remove", "Hafen", 1)["articles"] == 1
    assert run("tag", "rename", "Nicht", "Ohne")["did"] == "Tag “Nicht” renamed “Ohne”"
    assert [(tag["name"], tag["articles"]) for tag in run("tag", "list")] == [
        ("Hafen", 1),
        ("Mit Suche", 2),
        ("Ohne", 2),
    ]
    run("tag", "merge", "Mit Suche", "Hafen")
    run("tag", "delete", "Ohne")
    assert [(tag["name"], tag["articles"]) for tag in run("tag", "list")] == [("Hafen", 2)]


def test_tagging_needs_articles(run: Run) -> None:
    assert run("tag", "add", "Hafen", code=2)["error"]["code"] == "usage"
    assert run("tag", "add", "Hafen", 1, 99, code=7)["error"]["code"] == "not-found"
    assert run("tag", "list") == []


def test_notes(run: Run) -> None:
    made = run("note", 1, "ganz")
    assert (made["note"], made["did"]) == (1, "Note on “Kran am Kai”")
    run("note", 2, "Stelle", "--start", 0, "--end", 4)
    assert [(note["article"], note["body"], note["quote"]) for note in run("note", "list")] == [
        (2, "Stelle", "Neun"),
        (1, "ganz", ""),
    ]
    assert [note["id"] for note in run("note", "list", 1)] == [1]
    run("note", "remove", 1)
    assert run("note", "list", 1) == []
    assert run("note", 1, "zu weit", "--start", 0, "--end", 9999, code=7)["error"]["code"] == "input"


def test_undo_redo_and_history(run: Run) -> None:
    assert run("undo") == {"did": None}
    assert run("redo") == {"did": None}
    run("tag", "add", "Hafen", 1)
    assert run("undo")["did"] == "Undone: Tag “Hafen” on 1 article"
    assert run("tag", "list") == []
    (entry,) = run("history")
    assert (entry["label"], entry["undone"]) == ("Tag “Hafen” on 1 article", True)
    assert run("redo")["did"] == "Done again: Tag “Hafen” on 1 article"
    run("note", 1, "x")
    assert [entry["label"] for entry in run("history", "--limit", 1)] == ["Note on “Kran am Kai”"]


def test_check_reindex_and_info(run: Run, folder: Path) -> None:
    assert run("reindex")["articles"] == 4
    assert run("check") == {"ok": True, "problems": [], "repaired": []}
    assert run("info")["articles"] == 4
    for path in (folder / "index").rglob("*.toc"):
        path.unlink()
    assert run("check", code=4)["problems"]
    assert run("check", "--repair")["repaired"]
    assert run("check", "--deep")["ok"]


def test_backup_and_restore(run: Run, tmp_path: Path) -> None:
    run("backup", tmp_path / "copy.db")
    run("tag", "add", "später", 1)
    aside = Path(run("restore", tmp_path / "copy.db")["aside"])
    assert (aside / "archive.db").is_file()
    assert run("tag", "list") == []
    assert run("search", "Hafen")["total"] == 2
    assert run("restore", tmp_path / "nowhere.db", code=7)["error"]["message"].startswith("There is no file")


def test_entities_are_a_list(run: Run, folder: Path) -> None:
    assert run("entities") == []
    archive = Archive.open(folder)
    with archive._session.writing() as connection:
        connection.execute(
            "insert into entities(id, kind, name, folded, created_at)"
            " values (1, 'person', 'Renate Hollkamp', 'renate hollkamp', '')"
        )
        connection.execute("insert into identities values (1, 'person', 'renate hollkamp', 1)")
        connection.execute(
            "insert into names(identity_id, form, folded)"
            " values (1, 'OB Hollkamp', 'ob hollkamp'), (1, 'Renate Hollkamp', 'renate hollkamp')"
        )
        connection.execute(
            'insert into mentions(article_id, text_id, name_id, found_id, start, "end", confidence, reason)'
            " values (1, 1, 1, 1, 0, 3, 1, 'recognised')"
        )
    archive.close()
    (found,) = run("entities", "ob holl", "--kind", "person")
    assert {"id", "kind", "name", "names", "articles", "mentions", "roles", "tags"} == set(found)
    assert (found["articles"], found["names"]) == (1, ["OB Hollkamp"])
    assert run("entities", "--kind", "organisation") == []
    assert run("search", "person:Hollkamp")["total"] == 1


def test_export_to_a_file_and_to_standard_output(
    run: Run, folder: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    formats = [each["name"] for each in run("export", "--list")]
    assert "csv" in formats
    assert run("export", tmp_path / "all.csv", "--format", "csv")["count"] == 4
    assert "Gründer treffen sich" in (tmp_path / "all.csv").read_text(encoding="utf-8-sig")
    for json_too in ([], ["--json"]):
        assert main(["--archive", str(folder), *json_too, "export", "-", "--format", "jsonl", "--ids", "3", "1"]) == 0
        out = capfdbinary.readouterr().out
        lines = [json.loads(line) for line in out.splitlines()]
        assert [line["title"] for line in lines] == [BRIDGE.title, HARBOUR.title]
    assert run("export", tmp_path / "some.jsonl", "--format", "jsonl", "--query", "Hafen")["count"] == 2
    assert run("export", tmp_path / "x", "--format", "nonsense", code=7)["error"]["message"].count("csv")
    assert run("export", tmp_path / "x", code=2)["error"]["code"] == "usage"
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["frobnicate"], 2),
        ([], 2),
        (["show"], 2),
        (["show", "eins"], 2),
        (["show", "-1"], 2),
        (["show", "9" * 30], 2),
        (["search", "x", "--sort", "backwards"], 2),
        (["search", "x", "--limit", "-1"], 2),
        (["show", "99"], 7),
        (["note", "1", " "], 7),
        (["tag", "rename", "a", "b"], 7),
        (["search", "x " * 1500], 8),
        (["search", "x" * 10_001], 8),
        (["search", "x " * 300], 8),
        (["tag", "add", "t", "--query", "x " * 300], 8),
        (["--help"], 0),
        (["--version"], 0),
        (["tag", "add", "--help"], 0),
    ],
)
def test_exit_codes(folder: Path, words: list[str], code: int, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--archive", str(folder), *words]) == code
    captured = capfd.readouterr()
    if code:
        assert captured.out == ""
        assert captured.err
        assert "Traceback" not in captured.err
    else:
        assert captured.err == ""


def test_a_busy_archive_can_be_read_but_not_changed(archive: Archive, capfd: pytest.CaptureFixture[str]) -> None:
    words = ["--archive", str(archive.path), "--json"]
    assert main([*words, "undo"]) == 3
    assert json.loads(capfd.readouterr().out)["error"]["code"] == "busy"
    assert main([*words, "show", "1"]) == 0
    assert json.loads(capfd.readouterr().out)["title"] == HARBOUR.title
    assert main([*words, "search", "Hafen"]) == 0
    assert json.loads(capfd.readouterr().out)["notices"]
    assert main([*words, "info"]) == 0


def test_a_damaged_archive_is_told_as_such(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = folder / "archive.db"
    content = bytearray(file.read_bytes())
    for start in range(2 * 4096, len(content), 4096):  # the schema stays readable
        content[start : start + 4096] = b"\xa5" * 4096
    file.write_bytes(content)
    for words in (["show", "1"], ["search", ""], ["search", "Hafen"], ["tag", "list"], ["undo"], ["info"], ["check"]):
        assert main(["--archive", str(folder), *words]) == 4, words
        captured = capfd.readouterr()
        assert "damaged" in captured.err + captured.out, words
        assert "Traceback" not in captured.err


def test_no_archive_is_refused(tmp_path: Path) -> None:
    for words in (["info"], ["search", "x"], ["undo"], ["tag", "list"], ["restore", "x.db"]):
        assert main(["--archive", str(tmp_path / "nowhere"), *words]) == 7, words
    assert not (tmp_path / "nowhere").exists()


def test_a_person_reads_sentences(say: Callable[..., str]) -> None:
    assert say("tag", "add", "Hafen", 1) == "Tag “Hafen” on 1 article\n"
    assert say("tag", "add", "Hafen", 1) == "Nothing to do.\n"
    say("note", 1, "nachfragen")
    shown = say("show", 1)
    for part in (
        "Kran am Kai",
        "Rheinhafen-Bote · 2018-09 · Rheinhafen · Maike Dorn · de",
        "Tags: Hafen",
        HARBOUR.text,
    ):
        assert part in shown
    assert "Note 1: nachfragen" in shown
    found = say("search", "Hafen tag:Hafen", "--facets")
    assert "1 articles" in found or "1 article" in found
    assert "tags: Hafen 1" in found
    assert "Hafen" in say("tag", "list")
    assert "nachfragen" in say("note", "list")
    assert "There are none." in say("entities")
    assert "well" in say("check")
    assert "articles" in say("info")
    assert "Note on “Kran am Kai”" in say("history")
    assert "False" not in say("history")
    assert say("show", 99, code=7).endswith("numbers.\n")
    assert say("undo").startswith("Undone: Note on")


def test_where_the_archive_is_when_none_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LESESAAL_ARCHIVE", str(tmp_path / "named"))
    assert default_archive() == tmp_path / "named"
    monkeypatch.delenv("LESESAAL_ARCHIVE")
    monkeypatch.chdir(folder)
    assert default_archive() == folder
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert default_archive().name == "archive"


def _program(*words: object, archive: Path, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "desktop_app", "--archive", str(archive), *map(str, words)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env={**os.environ, **env})


def test_the_program_answers_in_utf8_in_any_terminal(folder: Path) -> None:
    for encoding in ("latin-1", "ascii", "utf-8"):
        done = _program("search", "Gründer 大阪", archive=folder, PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (0, b"")
        done = _program("--json", "show", 3, archive=folder, PYTHONIOENCODING=encoding)
        assert json.loads(done.stdout.decode("utf-8"))["text"] == BRIDGE.text


def test_the_program_survives_a_reader_who_leaves(folder: Path) -> None:
    command = f"{sys.executable} -m desktop_app --archive {folder} search '*' | true"
    done = subprocess.run(command, shell=True, capture_output=True, check=False)  # noqa: S602
    assert b"Traceback" not in done.stderr


def test_file_names_that_are_no_utf8(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"gr\xfc\xdfe.txt")
    odd.write_text("Ein Text über den Hafen und seine Schiffe.\n", encoding="utf-8")
    done = _program("--json", "import", odd, archive=tmp_path / "archive")
    assert done.returncode == 0
    (file,) = json.loads(done.stdout)["files"]
    assert file["path"].endswith("gr\\xfc\\xdfe.txt")
    assert _program("check", "--deep", archive=tmp_path / "archive").returncode == 0


def test_the_table_of_commands_is_the_design_s() -> None:
    names = {command.name for command in COMMANDS} | {"restore", "batch"}
    assert {
        *("init", "import", "search", "show", "tag add", "tag remove", "tag list", "tag rename", "tag merge"),
        *("tag delete", "note", "note list", "note remove", "entities", "export", "undo", "redo", "history"),
        *("check", "reindex", "backup", "restore", "info", "batch"),
    } <= names
    assert len(SHELF) == 4
