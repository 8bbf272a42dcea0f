"""Dossiers in files: introductions and comments in their places, harmless whatever stands in them."""

from pathlib import Path

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.export.pages import _text
from desktop_app.export.prose import as_html


@pytest.fixture
def harbour(archive: Archive) -> int:
    """A dossier with an introduction, comments, and two dossiers in it, the last of them empty."""
    number = int(
        archive.make_dossier("Hafen & <Kai>", introduction="Alles **dazu**:\n\n- Kräne\n- Lotsen", ids=[2, 1]).result
    )
    inside = archive.make_dossier("Brücken", number, introduction="Siehe [dort](article:1).", ids=[1, 3]).result
    archive.make_dossier("Später", number, introduction="Noch leer.")
    archive.comment_in_dossier(number, 1, "Der <b>Anfang</b>.")
    archive.comment_in_dossier(inside, 1, "Auch hier.")
    return number


def test_markdown_in_one_file(archive: Archive, harbour: int, tmp_path: Path) -> None:
    out = tmp_path / "hafen.md"
    assert archive.export_dossier(out, "markdown", harbour).count == 3
    text = out.read_text(encoding="utf-8")
    parts = [
        "# Hafen & \\<Kai>\n\nAlles **dazu**:\n\n- Kräne\n- Lotsen\n",
        "# Gründer treffen sich\n",
        "# Kran am Kai\n\n> Der <b>Anfang</b>.\n>\n> Auch hier.\n",
        "## Brücken\n\nSiehe dort.\n",
        "# Bridge open again\n",
        "## Später\n\nNoch leer.\n",
    ]
    assert [part for part in parts if part not in text] == []
    assert sorted(parts, key=text.index) == parts


def test_markdown_in_a_folder_has_a_table_of_contents(archive: Archive, harbour: int, tmp_path: Path) -> None:
    archive.export_dossier(tmp_path / "hafen", "markdown", harbour)
    contents = (tmp_path / "hafen" / "index.md").read_text(encoding="utf-8")
    assert "2. [Kran am Kai](<2018-09 Kran am Kai.md>)\n\n> Der <b>Anfang</b>.\n" in contents
    assert (tmp_path / "hafen" / "2018-09 Kran am Kai.md").is_file()
    assert contents.index("## Brücken") < contents.index("3. [Bridge open again]") < contents.index("## Später")


def test_pages_with_introductions_and_comments(archive: Archive, harbour: int, tmp_path: Path) -> None:
    archive.export_dossier(tmp_path / "hafen", "html", harbour, options={"language": "de"})
    index = (tmp_path / "hafen" / "index.html").read_text(encoding="utf-8")
    assert '<h1 dir="auto">Hafen &amp; &lt;Kai&gt;</h1>' in index
    assert "Alles <strong>dazu</strong>:" in index
    assert '<li dir="auto">Kräne</li>' in index
    assert "Der &lt;b&gt;Anfang&lt;/b&gt;." in index
    assert index.index('<li class="part"><h2 dir="auto">Brücken</h2>') < index.index("articles/3.html")
    assert index.index("articles/3.html") < index.index("Später")
    page = (tmp_path / "hafen" / "articles" / "1.html").read_text(encoding="utf-8")
    assert '<div class="comment"><p dir="auto">Der &lt;b&gt;Anfang&lt;/b&gt;.</p>' in page
    assert "Auch hier." in page


def test_tables_hold_the_articles_alone(archive: Archive, harbour: int, tmp_path: Path) -> None:
    assert archive.export_dossier(tmp_path / "hafen.csv", "csv", harbour).count == 3


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Ein *Wort*, **zwei Wörter**", '<p dir="auto">Ein <em>Wort</em>, <strong>zwei Wörter</strong></p>\n'),
        ("a\nb\n\nc", '<p dir="auto">a<br>b</p>\n<p dir="auto">c</p>\n'),
        ("### Titel", '<h3 dir="auto">Titel</h3>\n'),
        ("> Zitat", '<blockquote dir="auto">Zitat</blockquote>\n'),
        ("1. eins\n2. zwei", '<ol><li dir="auto">eins</li><li dir="auto">zwei</li></ol>\n'),
        ("<script>x</script>", '<p dir="auto">&lt;script&gt;x&lt;/script&gt;</p>\n'),
        (
            "[hier](article:3) und [dort](https://example.org)",
            '<p dir="auto">hier und [dort](https://example.org)</p>\n',
        ),
        ("2 * 3 * 4 = 24, snake_case_name", '<p dir="auto">2 * 3 * 4 = 24, snake_case_name</p>\n'),
        ("", ""),
    ],
)
def test_prose_is_a_small_part_of_markdown(text: str, html: str) -> None:
    assert as_html(text, _text) == html
