"""`batch`: an answer a line, only after the commit is durable; bad lines are answered and skipped."""

import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.cli.main import main

Batch = Callable[..., tuple[int, list[dict[str, Any]]]]


class _Input:
    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


@pytest.fixture
def batch(folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Batch:
    """Run lines (values become JSON, bytes stay as they are); returns the exit code and the answers."""

    def lines(*requests: object, archive: Path = folder) -> tuple[int, list[dict[str, Any]]]:
        content = b"\n".join(
            each if isinstance(each, bytes) else json.dumps(each, ensure_ascii=True).encode() for each in requests
        )
        monkeypatch.setattr(sys, "stdin", _Input(content))
        capfdbinary.readouterr()
        code = main(["--archive", str(archive), "batch"])
        return code, [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]

    return lines


def _do(command: str, **args: object) -> dict[str, object]:
    return {"command": command, "args": args}


def test_commands_share_one_archive(batch: Batch, tmp_path: Path) -> None:
    code, answers = batch(
        _do("tag add", tag="Hafen", ids=[1, 2]),
        _do("tag add", tag="Suche", query="Hafen"),
        _do("note", id=3, text="Notiz", start=0, end=3),
        _do("tag rename", a="Suche", b="Fund"),
        _do("search", query="note:Notiz", limit=1, facets=True),
        _do("undo"),
        {"command": "tag list"},
        _do("show", id=3),
        _do("export", out=str(tmp_path / "x.jsonl"), format="jsonl", ids=[1]),
        _do("backup", file=str(tmp_path / "copy.db")),
        _do("check", deep=True),
        _do("info"),
    )
    assert code == 0
    assert [answer["ack"] for answer in answers] == list(range(1, 13))
    results = [answer["result"] for answer in answers]
    assert results[0]["did"] == "Tag “Hafen” on 2 articles"
    assert results[1]["articles"] == 2
    assert results[4]["hits"][0]["id"] == 3
    assert results[5]["did"] == "Undone: Tag “Suche” renamed “Fund”"
    assert [(tag["name"], tag["articles"]) for tag in results[6]] == [("Hafen", 2), ("Suche", 2)]
    assert results[7]["notes"][0]["quote"] == "The"
    assert results[8]["count"] == 1
    assert results[10]["ok"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"nonsense", "usage"),
        (b"\xff\xfe", "usage"),
        (b"[]", "usage"),
        (b'"tag list"', "usage"),
        (b"[" * 100_000, "usage"),
        (b'{"command": "frobnicate"}', "usage"),
        (b'{"command": 7}', "usage"),
        (b'{"command": ["tag list"]}', "usage"),
        (b"{}", "usage"),
        (b'{"command": "batch"}', "usage"),
        (b'{"command": "show", "args": []}', "usage"),
        (b'{"command": "show"}', "usage"),
        (b'{"command": "show", "args": {"id": "1"}}', "usage"),
        (b'{"command": "show", "args": {"id": true}}', "usage"),
        (b'{"command": "show", "args": {"id": 1.5}}', "usage"),
        (b'{"command": "show", "args": {"id": -1}}', "usage"),
        (b'{"command": "show", "args": {"id": 99999999999999999999}}', "usage"),
        (b'{"command": "show", "args": {"id": 1, "more": 2}}', "usage"),
        (b'{"command": "search", "args": {"query": "x", "sort": "up"}}', "usage"),
        (b'{"command": "tag add", "args": {"tag": "x"}}', "usage"),
        (b'{"command": "tag add", "args": {"tag": "x", "ids": [1, "2"]}}', "usage"),
        (b'{"command": "restore", "args": {}}', "usage"),
        (b'{"command": "show", "args": {"id": 99}}', "not-found"),
        (b'{"command": "tag delete", "args": {"a": "\\ud800"}}', "not-found"),
        (b'{"command": "restore", "args": {"file": "/nowhere/x.db"}}', "input"),
        (b'{"command": "init"}', "input"),
        (b'{"command": "search", "args": {"query": "' + b"x " * 1500 + b'"}}', "query"),
    ],
)
def test_a_bad_line_is_answered_and_the_next_one_is_done(batch: Batch, line: bytes, code: str) -> None:
    status, answers = batch(line, b"", _do("tag add", tag="danach", ids=[1]))
    assert status == {"usage": 2, "query": 8}.get(code, 7)
    assert [answer["ack"] for answer in answers] == [1, 3]  # numbers of lines, so that an empty one counts
    assert answers[0]["error"]["code"] == code
    assert answers[0]["error"]["message"]
    assert "result" not in answers[0]
    assert answers[1]["result"]["articles"] == 1


def test_strange_characters_are_mended(batch: Batch) -> None:
    code, answers = batch(
        _do("note", id=1, text="a\x00b\ud800"),
        _do("search", query="\ud800"),
        _do("import", path=["/nowhere/\ud800", "/x\x00y"]),
    )
    assert code == 0
    assert answers[2]["result"]["failed"] == 2
    _, (shown,) = batch(_do("show", id=1))
    assert shown["result"]["notes"][0]["body"] == "a\ufffdb\ufffd"


def test_import_takes_paths(batch: Batch, press: Path, tmp_path: Path) -> None:
    code, answers = batch(
        _do("init"),
        _do("import", paths=[str(press)]),
        _do("import", path=str(press)),
        _do("search", query="Hafen"),
        archive=tmp_path / "new",
    )
    assert code == 0
    assert [answers[1]["result"][name] for name in ("added", "duplicates")] == [3, 0]
    assert answers[2]["result"]["duplicates"] == 3
    assert answers[3]["result"]["total"] == 2


def test_a_restore_in_between(batch: Batch, tmp_path: Path) -> None:
    code, answers = batch(
        _do("backup", file=str(tmp_path / "copy.db")),
        _do("tag add", tag="weg", ids=[1]),
        _do("restore", file=str(tmp_path / "copy.db")),
        _do("tag list"),
        _do("search", query="Hafen"),
        _do("tag add", tag="neu", ids=[1]),
    )
    assert code == 0
    assert answers[3]["result"] == []
    assert answers[4]["result"]["total"] == 2
    assert answers[5]["result"]["articles"] == 1


def test_without_an_archive_each_line_is_refused(batch: Batch, tmp_path: Path) -> None:
    code, answers = batch(_do("tag list"), _do("undo"), archive=tmp_path / "nowhere")
    assert code == 7
    assert [answer["error"]["code"] for answer in answers] == ["input", "input"]


def test_a_busy_archive_refuses_the_whole_batch(archive: Archive, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--archive", str(archive.path), "batch"]) == 3
    assert "Close it there first" in capfd.readouterr().err


def test_an_answer_means_that_it_is_on_the_disk(folder: Path) -> None:
    """The program is killed right after its answer; nothing that it answered is lost."""
    command = [sys.executable, "-m", "desktop_app", "--archive", str(folder), "batch"]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=buffered) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for number in range(5):
            child.stdin.write(json.dumps(_do("tag add", tag=f"t{number}", ids=[1])).encode() + b"\n")
            child.stdin.flush()
            # The answer comes while standard input is still open, so it was flushed.
            assert json.loads(child.stdout.readline())["ack"] == number + 1
            other = sqlite3.connect(f"file:{folder / 'archive.db'}?mode=ro", uri=True)
            assert other.execute("select count(*) from tags").fetchone() == (number + 1,)
            other.close()
        child.kill()
    archive = Archive.open(folder)
    assert [tag.value for tag in archive.tags()] == ["t0", "t1", "t2", "t3", "t4"]
    assert archive.check(deep=True).problems == []
    archive.close()
