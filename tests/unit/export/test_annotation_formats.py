"""Annotations as files: nothing is lost, nothing runs as a formula, and other tools can read them."""

import csv
import io
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.export.annotations import COLUMNS, FORMATS, write
from desktop_app.export.markdown import Markdown
from desktop_app.export.pages import Pages
from desktop_app.export.passages import placed
from desktop_app.model.annotations import AnnotationRow
from desktop_app.model.article import Note, TagLabel
from desktop_app.model.errors import InputRefusedError
from tests.unit.export.articles import article as sample

AT = "2026-03-01T10:00:00Z"
HIGHLIGHT = AnnotationRow(
    1, "highlight", "", "Der *Hafen*\nwächst", 2, AT, AT, "Kran am Kai", 4, 0, 3, 20, "vor", "nach",
    "Rheinhafen-Bote", "2018-09", "de", tags=(TagLabel(1, "Zitat", 3), TagLabel(2, "a;b", 0)),
)  # fmt: skip
NOTE = AnnotationRow(2, "note", "=HYPERLINK() **wichtig**", "Kai", 0, AT, AT, "Kran am Kai", 4, 0, 30, 33)
LOST = AnnotationRow(3, "note", "verwaist", "weg", 0, AT, AT, "港のニュース", 5, 0, 1, 4, orphaned=True)
WHOLE = AnnotationRow(4, "article", "zum Ganzen", "", 0, AT, AT, "港のニュース", 5)
PERSON = AnnotationRow(-1, "person", "wer?", "", -1, AT, AT, "Marcel Vogel", 0, 7)
ROWS = (HIGHLIGHT, NOTE, LOST, WHOLE, PERSON)


def written(name: str, *rows: AnnotationRow, bom: bool = False) -> str:
    stream = io.BytesIO()
    assert write(rows, stream, name, bom=bom) == len(rows)
    return stream.getvalue().decode("utf-8")


def web(*rows: AnnotationRow) -> list[dict[str, Any]]:
    collection = json.loads(written("w3c", *rows))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", len(rows))
    items: list[dict[str, Any]] = collection["first"]["items"]
    return items


def test_a_table_has_a_line_an_annotation() -> None:
    lines = list(csv.DictReader(io.StringIO(written("csv", *ROWS), newline="")))
    assert list(lines[0]) == list(COLUMNS)
    assert (lines[0]["quote"], lines[0]["tags"], lines[0]["start"]) == ("Der *Hafen*\nwächst", "Zitat; a\\;b", "3")
    assert lines[1]["note"] == "'=HYPERLINK() **wichtig**"
    assert [line["orphaned"] for line in lines] == ["0", "0", "1", "0", "0"]
    assert (lines[4]["colour"], lines[4]["entity"], lines[4]["article"]) == ("", "7", "")
    assert written("csv", bom=True).startswith("\ufeffid,kind,")


def test_lines_lose_nothing() -> None:
    records = [json.loads(line) for line in written("jsonl", *ROWS).splitlines()]
    assert [record.pop("lesesaal_annotation") for record in records] == [1] * 5
    assert records == json.loads(json.dumps([asdict(row) for row in ROWS]))


def test_markdown_stands_under_its_articles() -> None:
    text = written("markdown", *ROWS)
    assert [line for line in text.splitlines() if line.startswith("# ")] == [
        "# Kran am Kai", "# 港のニュース", "# Marcel Vogel",
    ]  # fmt: skip
    assert "\nRheinhafen-Bote · 2018-09\n\n> Der \\*Hafen\\*\n> wächst\n\n*Zitat* *a;b*\n\n> Kai\n" in text
    assert "\n=HYPERLINK() **wichtig**\n" in text, "a note is Markdown already"


def test_web_annotations_select_words_by_quote_and_position() -> None:
    highlight, note, lost, whole, person = web(*ROWS)
    quote, position = highlight["target"]["selector"]
    assert quote == {
        "type": "TextQuoteSelector", "exact": "Der *Hafen*\nwächst", "prefix": "vor", "suffix": "nach",
    }  # fmt: skip
    assert position == {"type": "TextPositionSelector", "start": 3, "end": 20}
    assert highlight["target"]["source"]["id"] == "urn:x-lesesaal:article:4"
    assert (highlight["motivation"], highlight["target"]["styleClass"]) == ("highlighting", "colour-3")
    assert [body["value"] for body in highlight["body"] if body["purpose"] == "tagging"] == ["Zitat", "a;b"]
    assert (note["motivation"], note["body"][0]["format"]) == ("commenting", "text/markdown")
    assert lost["target"]["selector"]["type"] == "TextQuoteSelector", "its offsets count in a text that is gone"
    assert whole["target"] == {
        "id": "urn:x-lesesaal:article:5", "type": "Text", "format": "text/plain", "dc:title": "港のニュース",
    }  # fmt: skip
    assert (person["id"], person["target"]["type"]) == ("urn:x-lesesaal:entity-note:1", "foaf:Person")
    assert len({each["id"] for each in web(*ROWS)}) == 5


@pytest.mark.parametrize("name", list(FORMATS))
def test_nothing_at_all_can_be_written(name: str) -> None:
    assert isinstance(written(name), str)


def test_an_archive_writes_whole_notes_in_the_order_asked_for(archive: Archive, tmp_path: Path) -> None:
    first = archive.note(1, "x" * 5_000, 0, 3, tags=["Zitat"]).result
    second = archive.note(2, "zwei").result
    out = tmp_path / "notes.jsonl"
    report = archive.export_annotations(out, "jsonl", [second, 99, first])
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert (report.count, [record["id"] for record in records]) == (2, [second, first])
    assert len(records[1]["body"]) == 5_000
    assert {each.name for each in archive.annotation_formats()} == {"csv", "jsonl", "markdown", "w3c"}
    with pytest.raises(InputRefusedError, match="no format"):
        archive.export_annotations(out, "docx", [first])
    with pytest.raises(InputRefusedError, match="within the archive"):
        archive.export_annotations(archive.path / "notes.csv", "csv", [first])


def test_an_orphaned_note_stands_on_no_words_of_the_article() -> None:
    note = Note(1, 1, "verwaist", 0, 3, "weg", 0, AT, AT, orphaned=True)
    whole, marked = placed(sample(), [note])
    assert (whole, marked) == ([note], [])


def test_links_of_notes_lead_nowhere_outside_the_archive(tmp_path: Path) -> None:
    note = Note(1, 1, "siehe [Kran](article:3)", None, None, "", 0, AT, AT)
    stream = io.BytesIO()
    Markdown().write([replace(sample(), notes=(note,))], stream, with_notes=True, options={})
    assert "siehe Kran\n" in stream.getvalue().decode("utf-8")
    Pages().write([replace(sample(), notes=(note,))], tmp_path / "pages", with_notes=True, options={})
    assert "siehe Kran<" in (tmp_path / "pages" / "articles" / "1.html").read_text(encoding="utf-8")
