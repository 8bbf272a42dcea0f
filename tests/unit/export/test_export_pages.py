"""HTML pages: whole, offline, and deaf to what the articles say."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from desktop_app.export import page_style
from desktop_app.export.pages import Pages
from desktop_app.model.errors import InputRefusedError
from tests.unit.export.articles import NASTY, article, strange

VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """Elements with their attributes and text; fails where one is closed that is not open."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(file.read_text(encoding="utf-8"))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.texts[tag][-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    out = tmp_path / "pages"
    assert Pages().write(iter(strange()), out, with_notes=True, options={}) == len(strange())
    return out


def test_every_page_is_whole_and_every_link_leads_to_one(out: Path) -> None:
    files = sorted(out.rglob("*.html"))
    assert len(files) == len(strange()) + 1
    for file in files:
        page = Page(file)
        ids = {attributes.get("id") for _, attributes in page.elements}
        for link in page.all("a"):
            href = link["href"] or ""
            assert href[1:] in ids if href.startswith("#") else (file.parent / href).is_file(), (file, href)


def test_nothing_is_loaded_and_nothing_of_an_article_runs(out: Path) -> None:
    for file in out.rglob("*.html"):
        page = Page(file)
        names = {name for _, attributes in page.elements for name in attributes}
        assert not names & {"src", "srcset", "style", "background", "action", "data", "poster", "ping"}
        assert not [name for name in names if name.startswith("on")]
        assert not {tag for tag, _ in page.elements} & {"link", "img", "iframe", "object", "embed", "base", "svg"}
        assert all("//" not in (link["href"] or "") and ":" not in (link["href"] or "") for link in page.all("a"))
        assert page.texts.get("script", []) == ([page_style.SCRIPT] if file.name == "index.html" else [])
        assert len(page.all("style")) == 1
        assert not re.search(r"url\(|@import|https?:", page.texts["style"][0])
        assert "default-src 'none'" in str(page.all("meta"))
    assert NASTY in Page(out / "articles" / "5.html").texts["h1"][0]
    assert NASTY in "".join(Page(out / "index.html").texts["a"])


def test_the_index_lists_title_source_date_and_tags(out: Path) -> None:
    page = Page(out / "index.html")
    first = page.texts["li"][0]
    assert all(words in first for words in ("Neun Start-ups", "Rheinhafen-Bote", "14 May 2019", "Rhein; Ruhr"))
    assert len(page.all("li")) == len(strange())
    assert page.all("html")[0]["lang"] == "en"
    assert [link["lang"] for link in page.all("a")][:3] == ["de", "", "ja"]
    assert "7 articles · 2018–2019" in page.texts["p"][0]


def test_a_page_marks_the_notes_and_sets_the_parts(out: Path) -> None:
    text = (out / "articles" / "1.html").read_text(encoding="utf-8")
    assert '<mark class="c0">neun </mark><mark class="c2">Start-ups</mark>' in text
    assert '<a class="ref" id="r1" href="#n1">1</a><mark class="c2">.</mark>' in text
    assert (
        '<aside class="note c0" id="n1" role="note" lang="" dir="auto"><a href="#r1"><b>1</b></a>Wirklich neun?' in text
    )
    assert "Auf das Ganze." in text
    assert '<p class="caption" dir="auto">Vorn: Julia Amsel. Foto: Stadt</p>' in text
    assert '<h2 dir="auto">Ein Rundgang</h2>' in text
    assert '<article class="sheet" lang="de">' in text
    assert "/home/reader" not in text


def test_notes_stay_at_home_unless_they_are_asked_for(tmp_path: Path) -> None:
    Pages().write([article()], tmp_path / "x", with_notes=False, options={"language": "de", "title": "Mein <Dossier>"})
    text = (tmp_path / "x" / "articles" / "1.html").read_text(encoding="utf-8")
    assert "Wirklich" not in text
    assert "<mark" not in text
    assert "14.05.2019" in text
    assert "Mein &lt;Dossier&gt;" in text


def test_an_article_that_comes_twice_has_one_page(tmp_path: Path) -> None:
    assert Pages().write([article(), article(2), article()], tmp_path / "x", with_notes=False, options={}) == 2


def test_a_stream_and_another_language_are_refused(tmp_path: Path) -> None:
    with (tmp_path / "x").open("wb") as stream, pytest.raises(InputRefusedError, match="folder"):
        Pages().write([], stream, with_notes=False, options={})
    with pytest.raises(InputRefusedError, match="“fr”"):
        Pages().write([], tmp_path / "y", with_notes=False, options={"language": "fr"})
    assert not (tmp_path / "y").exists()


def test_white_can_be_read_on_every_tag() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    colours = re.findall(r"\.t\d+\{background:(#\w{6})\}", page_style.STYLE)
    assert len(colours) == page_style.TAG_COLOURS
    assert min(1.05 / (light(colour) + 0.05) for colour in colours) >= 4.5
