"""JSON Lines: everything comes back, and nothing else is taken."""

import io
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.export.lines import JsonLines, read_jsonl
from desktop_app.model.article import TagLabel
from desktop_app.model.errors import InputRefusedError
from tests.unit.export.articles import article, strange


def test_every_article_comes_back_equal(tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    assert JsonLines().write(iter(strange()), out, with_notes=True, options={}) == len(strange())
    assert list(read_jsonl(out)) == strange()
    # Each is one line to every reader, also to those that know Unicode's line ends.
    assert len(out.read_text(encoding="utf-8").splitlines()) == len(strange())
    assert all(json.loads(line)["lesesaal"] == 1 for line in out.read_bytes().splitlines())


def test_notes_stay_at_home_unless_they_are_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    JsonLines().write([article()], out, with_notes=False, options={})
    assert list(read_jsonl(out)) == [replace(article(), notes=())]


def test_nothing_is_a_valid_export(tmp_path: Path) -> None:
    stream = io.BytesIO()
    assert JsonLines().write([], stream, with_notes=True, options={}) == 0
    (tmp_path / "none.jsonl").write_bytes(stream.getvalue())
    assert list(read_jsonl(tmp_path / "none.jsonl")) == []


def _record(**changes: Any) -> bytes:
    return json.dumps({"lesesaal": 1, **asdict(article()), **changes}).encode()


def test_notes_without_tags_come_from_an_earlier_version(tmp_path: Path) -> None:
    notes = [
        {name: value for name, value in asdict(note).items() if name not in ("tags", "orphaned")}
        for note in article().notes
    ]
    file = tmp_path / "earlier.jsonl"
    file.write_bytes(_record(notes=notes) + b"\n")
    assert [note.body for note in next(read_jsonl(file)).notes] == [note.body for note in article().notes]


def test_tags_of_notes_come_back(tmp_path: Path) -> None:
    note = replace(article().notes[1], orphaned=True, tags=(TagLabel(3, "Zitat", 5),))
    out = tmp_path / "tagged.jsonl"
    JsonLines().write([replace(article(), notes=(note,))], out, with_notes=True, options={})
    assert next(read_jsonl(out)).notes == (note,)


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe",
        b"{",
        b"[]",
        b"7",
        b"[" * 100_000,
        json.dumps(asdict(article())).encode(),
        _record(lesesaal=2),
        _record(lesesaal=True),
        _record(more=1),
        _record(id="1"),
        _record(starred=1),
        _record(text=None),
        _record(parts={}),
        _record(parts=[{"start": 0, "end": 9_999, "role": "lead"}]),
        _record(parts=[{"start": 0, "end": 1, "role": "villain"}]),
        _record(notes=[{"id": 1}]),
        _record(notes=[{**asdict(article().notes[1]), "end": None}]),
        _record(tags=["Start-up"]),
        _record(fields={"a": 1}),
        _record(mentions=[1]),
    ],
)
def test_what_we_did_not_write_is_refused_with_its_line(tmp_path: Path, line: bytes) -> None:
    file = tmp_path / "other.jsonl"
    file.write_bytes(_record() + b"\n" + line + b"\n")
    articles = read_jsonl(file)
    assert next(articles) == article()
    with pytest.raises(InputRefusedError, match=r"^Line 2 of .*other\.jsonl is not"):
        next(articles)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match="cannot be read"):
        list(read_jsonl(tmp_path / "none.jsonl"))
