"""Markdown: front matter that YAML reads, names that every system takes, text that stays text."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from desktop_app.export.markdown import Markdown, page
from desktop_app.export.names import file_names
from tests.unit.export.articles import NASTY, article, strange


def _front(text: str) -> dict[str, Any]:
    return yaml.safe_load(text.split("---\n")[1])  # type: ignore[no-any-return]


def test_a_folder_holds_a_file_an_article(tmp_path: Path) -> None:
    out = tmp_path / "dossier"
    assert Markdown().write(iter(strange()), out, with_notes=True, options={}) == len(strange())
    files = sorted(out.glob("*.md"))
    fronts = {front["id"]: front for front in (_front(file.read_text(encoding="utf-8")) for file in files)}
    assert sorted(fronts) == [each.id for each in strange()]
    for each in strange():
        front = fronts[each.id]
        assert front.get("title", "") == re.sub("[\ud800-\udfff]", "\ufffd", each.title)
        assert front.get("tags", []) == [tag.name for tag in each.tags]
        assert front.get("date", "") == each.date


def test_front_matter_keeps_strings_strings() -> None:
    front = _front(page(article(language="no", date="2018", title="yes"), with_notes=False))
    assert (front["language"], front["date"], front["title"]) == ("no", "2018", "yes")
    assert front["file"] == "bote.txt"


def test_the_page_reads_well() -> None:
    text = page(article(), with_notes=True).split("---\n", 2)[2]
    assert text == (
        "\n# Neun Start-ups\n\nKrefeld. Die Gäste sahen neun Start-ups[^1].\n\n> Vorn: Julia Amsel. Foto: Stadt\n\n"
        "## Ein Rundgang\n\nAm Abend reisten sie ab.\n\n## Notes\n\nAuf das Ganze.\n\n> Start-ups.\n\n\n"
        "[^1]: “neun Start-ups” – Wirklich neun?\n"
    )
    assert "Wirklich" not in page(article(), with_notes=False)


def test_one_file_or_stream_holds_all(tmp_path: Path) -> None:
    stream = io.BytesIO()
    both = [article(), article(2)]
    assert Markdown().write(both, stream, with_notes=True, options={}) == 2
    Markdown().write(both, tmp_path / "all.MD", with_notes=True, options={})
    text = stream.getvalue().decode()
    assert (tmp_path / "all.MD").read_text(encoding="utf-8") == text
    assert re.findall(r"\[\^(\d-\d)\]:", text) == ["1-1", "2-1"]


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("# x", "\\# x"),
        ("a\n---\nb", "a\n\\---\nb"),
        ("a\n===", "a\n\\==="),
        ("- x", "\\- x"),
        ("15. September", "15\\. September"),
        ("    code", "code"),
        ("> x", "\\> x"),
        ("*a* _b_ a_b 2 * 3", "\\*a\\* \\_b\\_ a_b 2 * 3"),
        ("<script> 1 < 2", "\\<script> 1 < 2"),
        ("![x](//e) [Anm. d. Red.] [[y]]", "!\\[x](//e) [Anm. d. Red.] \\[[y]]"),
        ("&copy; A & B `x`", "\\&copy; A & B \\`x\\`"),
        ("a | b\n:--|--:", "a | b\n\\:--|--:"),
        ("C:\\*", "C:\\\\\\*"),
    ],
)
def test_text_stays_text(words: str, escaped: str) -> None:
    text = page(article(title="", text=words, parts=(), notes=()), with_notes=False)
    assert text.split("---\n", 2)[2] == f"\n{escaped}\n"


def test_names_fit_every_system() -> None:
    name = file_names(".md")
    titles = [
        "Titel",
        "titel",
        "Titel",
        NASTY,
        "a" * 300,
        "語" * 99,
        "e\u0301" * 99,
        "..",
        "~/x",
        "con",
        "LPT1.x",
        "\u202egpj.exe",
    ]
    names = [
        name(article(at, title=title, date=date)) for at, title in enumerate(titles) for date in ("", "2019-05-14")
    ]
    assert names[1] == "2019-05-14 Titel.md"
    assert len({each.casefold() for each in names}) == len(names)
    for each in names:
        assert len(each.encode()) <= 120
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f\u202e]|^[ .]|[ .]\.md$', each), each
        assert not re.match(r"(con|lpt1)\.", each, re.IGNORECASE), each
    assert name(article(77, title="", text="", date="")) == "article 77.md"
    same = [name(article(8, title="語" * 99)) for _ in range(3)]
    assert len(set(same)) == 3


def test_the_same_selection_gets_the_same_names() -> None:
    first, second = file_names(".md"), file_names(".md")
    assert [first(each) for each in strange()] == [second(each) for each in strange()]
