"""From an article's text to the page: nothing lost, offsets kept, foreign characters harmless; finding in it."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop_app.gui.finding import find_all, fold
from desktop_app.gui.offsets import Offsets
from desktop_app.gui.page_text import LONGEST_PARAGRAPH, harmless, one_line, paragraphs
from desktop_app.gui.widgets.article_page import ArticlePage
from desktop_app.model.article import Article, Part, PartRole
from desktop_app.model.text import normalise

ROLES: tuple[PartRole, ...] = ("lead", "dateline", "byline", "credit", "caption", "subheading")
LETTERS = st.sampled_from("ab ß\n\n\n\t𝒜🚢e\u0301がäא\u202e\u2066\ufdd0\ufffc\u00ad\u200b\x07")
TEXTS = st.text(LETTERS | st.characters(exclude_categories=["Cs"]), max_size=120).map(normalise)


@st.composite
def texts_with_parts(draw: st.DrawFn) -> tuple[str, tuple[Part, ...]]:
    text = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, tuple(Part(start, end, draw(st.sampled_from(ROLES))) for start, end in pairs)


def made(text: str, parts: tuple[Part, ...] = ()) -> Article:
    return Article(
        1, "Titel 🚢", "Dach", "", "Ort", "", "2019", "Bote", "de", text, parts, 1, 10, False, False, False,
        (), (), (), {}, "",
    )  # fmt: skip


@given(texts_with_parts())
def test_paragraphs_hold_every_word_once_and_in_order(given_text: tuple[str, tuple[Part, ...]]) -> None:
    text, parts = given_text
    at = 0
    for paragraph in paragraphs(text, parts):
        assert not text[at : paragraph.start].strip()
        assert paragraph.start < paragraph.end
        for part in paragraph.parts:
            assert part.start < paragraph.end
            assert part.end > paragraph.start
        at = paragraph.end
    assert not text[at:].strip()


@given(TEXTS)
def test_what_is_shown_has_the_length_of_the_text_and_obeys_nothing(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert Offsets(shown).units == Offsets(text).units
    assert not any(char in "\n\u2029\ufdd0\ufdd1\ufffc\u202d\u202e" for char in shown)
    assert all(char == "\t" or unicodedata.category(char) != "Cc" for char in shown)


@given(TEXTS)
def test_a_label_is_one_line(text: str) -> None:
    assert not set("\n\r\u2028\u2029\x07\u202e") & set(one_line(text))


def test_a_long_paragraph_and_an_endless_word_are_cut() -> None:
    text = "Wort " * 4_000 + "\n\n" + "x" * 20_000
    found = list(paragraphs(text, ()))
    assert max(each.end - each.start for each in found) <= LONGEST_PARAGRAPH
    assert "".join(text[each.start : each.end] for each in found) == text.replace(" \n\n", "")
    assert [each.joined for each in found[:2]] == [False, True]


def test_a_caption_with_its_credit_is_a_caption() -> None:
    text = "Am Kai. Foto: Stadt\n\nEr kam. Foto: Stadt"
    second = text.index("Er kam")
    parts = [Part(0, 7, "caption"), Part(8, 19, "credit"), Part(second + 8, len(text), "credit")]
    whole, mixed = paragraphs(text, parts)
    assert (whole.role, whole.parts) == ("caption", ())
    assert (mixed.role, [part.role for part in mixed.parts]) == ("", ["credit"])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_text=texts_with_parts())
def test_every_offset_goes_to_the_page_and_back(qtbot: QtBot, given_text: tuple[str, tuple[Part, ...]]) -> None:
    text, parts = given_text
    page = ArticlePage()
    qtbot.addWidget(page)
    page.show_article(made(text, parts))
    shown = harmless(text)
    for paragraph in paragraphs(text, parts):
        for offset in range(paragraph.start, paragraph.end):
            position = page.position_of(offset)
            assert page.offset_of(position) == offset
            char = page.document().characterAt(position)
            assert char == shown[offset].encode("utf-16-le")[:2].decode("utf-16-le", "surrogatepass")


FOUND = [
    ("Der Hafen, die HÄFEN", "hafen", ["Hafen", "HÄFEN"]),
    ("Große Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
    ("Cafe\u0301 und Café", "CAFÉ", ["Cafe\u0301", "Café"]),
    ("Start\u00adup und Startup", "startup", ["Start\u00adup", "Startup"]),
    ("ガイドとカイト", "ガイ", ["ガイ"]),
    ("ＡＢＣ abc", "abc", ["ＡＢＣ", "abc"]),
    ("🚢 Schiff 🚢🚢", "🚢", ["🚢", "🚢", "🚢"]),
    ("eins\nzwei", "eins zwei", ["eins\nzwei"]),
    ("aaaa", "aa", ["aa", "aa"]),
    ("nichts", "  ", []),
]


@pytest.mark.parametrize(("text", "words", "expected"), FOUND)
def test_finding_folds_case_and_accents(text: str, words: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_all(text, words)] == expected


@given(TEXTS, st.data())
def test_a_piece_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : start + data.draw(st.integers(1, 8))]
    spans = find_all(text, piece)
    assert all(first < last for first, last in spans)
    if fold(piece).strip() and not unicodedata.combining(piece[0]) and unicodedata.is_normalized("NFC", piece):
        assert spans


def test_a_label_keeps_its_direction_to_itself() -> None:
    assert one_line("Größe 大阪") == "Größe 大阪"
    assert one_line("שלום\u2069\u202b 1") == "\u2068שלום 1\u2069"
