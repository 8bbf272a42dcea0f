"""Quotations with their source, in every style and in the language of the article."""

import html
import re
from typing import Any

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.article import Article
from desktop_app.model.citing import STYLES, Style, paragraph_of, quotation
from tests.conftest import article, shelve

GERMAN = "Der Hafen wächst.\n\n\nNeue Kräne\nkommen bald. Sie sind <groß>.\n \nEnde."


@pytest.fixture
def cranes(empty: Archive) -> Article:
    fields: dict[str, Any] = {"language": "de", "byline": "Maike Dorn", "title": "Kran am Kai"}
    shelve(empty, article(GERMAN, date="2019-05-14", source="Rheinhafen-Bote", **fields))
    return empty.article(1)


def _bridge(empty: Archive, **facts: Any) -> Article:
    known = {"language": "en", "byline": "Anna van Bebber and Jean-Paul Roux", "title": "Is it ready?"} | facts
    date, source = known.pop("date", "2019-06"), known.pop("source", "The Harbour Post")
    shelve(empty, article("The bridge.\n\nIt will open.", date=date, source=source, **known))
    return empty.article(1)


def span(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


EXPECTED = {
    "short": "„Neue Kräne kommen“ (Maike Dorn: „Kran am Kai“, Rheinhafen-Bote, 14.05.2019, Abs. 2)",
    "footnote": "„Neue Kräne kommen“\n\nMaike Dorn: „Kran am Kai“. In: Rheinhafen-Bote, 14.05.2019, Abs. 2.",
    "apa": "„Neue Kräne kommen“ (Dorn, 2019, Abs. 2)\n\nDorn, M. (2019, 14. Mai). Kran am Kai. Rheinhafen-Bote.",
    "chicago": "„Neue Kräne kommen“\n\nMaike Dorn, „Kran am Kai“, Rheinhafen-Bote, 14. Mai 2019, Abs. 2.",
    "mla": "„Neue Kräne kommen“ (Dorn, Abs. 2)\n\nDorn, Maike. „Kran am Kai.“ Rheinhafen-Bote, 14. Mai 2019.",
    "iso690": "„Neue Kräne kommen“ (Dorn 2019, Abs. 2)\n\n"
    "DORN, Maike, 2019. Kran am Kai. Rheinhafen-Bote. 14. Mai 2019, Abs. 2.",
}


@pytest.mark.parametrize("style", STYLES)
def test_a_german_article_in_every_style(cranes: Article, style: Style) -> None:
    found = quotation(cranes, span(cranes.text, "Neue Kräne\nkommen"), style)
    assert found.text == EXPECTED[style]
    bare = re.sub(r"</?(?:i|p)>", lambda tag: "\n\n" if tag[0] == "</p>" else "", found.html)
    assert html.unescape(bare).strip() == found.text  # the same words, and no other markup


def test_titles_of_papers_are_set_in_italics(cranes: Article) -> None:
    assert "<i>Rheinhafen-Bote</i>" in quotation(cranes, None, "apa").html
    assert "<groß>" not in quotation(cranes, span(cranes.text, "<groß>"), "short").html


@pytest.mark.parametrize(
    ("style", "reference"),
    [
        ("short", "Anna van Bebber, Jean-Paul Roux: “Is it ready?”, The Harbour Post, June 2019"),
        ("apa", "van Bebber, A., & Roux, J.-P. (2019, June). Is it ready? The Harbour Post."),
        ("chicago", "Anna van Bebber and Jean-Paul Roux, “Is it ready?,” The Harbour Post, June 2019."),
        ("mla", "van Bebber, Anna, and Jean-Paul Roux. “Is it ready?” The Harbour Post, June 2019."),
        ("iso690", "VAN BEBBER, Anna; ROUX, Jean-Paul, 2019. Is it ready? The Harbour Post. June 2019."),
    ],
)
def test_two_authors_a_question_and_a_month(empty: Archive, style: Style, reference: str) -> None:
    assert quotation(_bridge(empty), None, style).text == reference


def test_words_across_paragraphs_name_both(empty: Archive) -> None:
    bridge = _bridge(empty, byline="A One, B Two, C Three")
    assert quotation(bridge, (4, 20), "apa").text.startswith("“bridge. It will” (One et al., 2019, paras. 1–2)")
    assert "(One et al., pars. 1–2)" in quotation(bridge, (4, 20), "mla").text


def test_each_style_names_several_authors_by_its_own_rule(empty: Archive) -> None:
    three = _bridge(empty, byline="A One, B Two and C Three", title="Ready", date="2019-09-05")
    expected = {
        "apa": "One, A., Two, B., & Three, C. (2019, September 5). Ready. The Harbour Post.",
        "chicago": "A One, B Two, and C Three, “Ready,” The Harbour Post, September 5, 2019.",
        "mla": "One, A, et al. “Ready.” The Harbour Post, 5 Sept. 2019.",
        "iso690": "ONE, A; TWO, B; THREE, C, 2019. Ready. The Harbour Post. 5 September 2019.",
    }
    found: dict[Style, str] = {style: quotation(three, None, style).text for style in STYLES}
    assert expected == {style: found[style] for style in STYLES if style in expected}


@pytest.mark.parametrize(
    ("language", "byline", "reference"),
    [
        ("de", "Maike Dorn und Jan Roux", "(Dorn und Roux 2019, Abs. 1)"),
        ("en", "Maike Dorn and Jan Roux", "(Dorn and Roux 2019, para. 1)"),
        ("ja", "森山健二、川田花", "(森山健二、川田花 2019, 第1段落)"),
    ],
)
def test_two_authors_are_joined_in_the_language_of_the_article(
    empty: Archive, language: str, byline: str, reference: str
) -> None:
    bridge = _bridge(empty, byline=byline, language=language)
    assert reference in quotation(bridge, (4, 10), "iso690").text


@pytest.mark.parametrize(
    ("language", "words", "quoted"),
    [
        ("de", 'Er sagte „Nein“ und "Ja".', "„Er sagte ‚Nein‘ und ‚Ja‘.“"),
        ("de", "Er sagte »Nein«.", "„Er sagte ›Nein‹.“"),
        ("en", 'He said “No” and "Yes".', "“He said ‘No’ and ‘Yes’.”"),
        ("ja", "彼は「いいえ」と言った。", "「彼は『いいえ』と言った。」"),
    ],
)
def test_marks_within_quoted_words_are_single_ones(empty: Archive, language: str, words: str, quoted: str) -> None:
    shelve(empty, article(words, language=language))
    assert quotation(empty.article(1), (0, len(words)), "short").text.startswith(quoted)


def test_what_is_not_known_is_not_made_up(empty: Archive) -> None:
    bare = _bridge(empty, byline="", title="", source="", date="")
    assert {quotation(bare, (4, 10), style).text for style in STYLES} == {"“bridge” (para. 1)"}
    assert quotation(bare, None).text == ""


def test_without_an_author_the_title_comes_first(empty: Archive) -> None:
    bridge = _bridge(empty, byline="", date="")
    assert quotation(bridge, (4, 10), "apa").text == (
        "“bridge” (“Is it ready?”, n.d., para. 1)\n\nIs it ready? (n.d.). The Harbour Post."
    )
    assert quotation(bridge, None, "iso690").text == "Is it ready? The Harbour Post. n.d."


def test_a_japanese_article(empty: Archive) -> None:
    shelve(empty, article("港で会議。", "港の新時代", "2019-06-03", "朝海新聞", language="ja", byline="森山健二"))
    found = empty.article(1)
    assert quotation(found, (0, 4), "short").text == (
        "「港で会議」 (森山健二: 「港の新時代」, 朝海新聞, 2019年6月3日, 第1段落)"
    )
    assert quotation(found, None, "mla").text == "森山健二. 「港の新時代。」 朝海新聞, 2019年6月3日."


def test_paragraphs_are_counted_as_a_reader_does() -> None:
    numbers = [paragraph_of(GERMAN, GERMAN.index(words)) for words in ("Der", "wächst", "Neue", "kommen", "Ende")]
    assert numbers == [1, 1, 2, 2, 3]
    assert paragraph_of("\n\n  Erster", 5) == 1
    assert paragraph_of("", 0) == 1
