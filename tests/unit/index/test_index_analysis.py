"""Which spellings are the same word, and where each stood in the text."""

import pytest

from desktop_app.index.text import analysis
from desktop_app.index.text.folding import fold, fold_with_origins


def words(text: str) -> set[str]:
    return {term for term, _ in analysis.terms(text)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Münch", "Muench"),
        ("Münch", "MUNCH"),
        ("Müller", "Mu\u0308ller"),
        ("Straße", "STRASSE"),
        ("Café", "Cafe"),
        ("Łódź", "Lodz"),
        ("Ｔｏｋｙｏ", "tokyo"),
        ("ｶﾞﾊﾞﾅﾝｽ", "ガバナンス"),
        ("Wirt\u00adschaft", "Wirtschaft"),
        ("Goethe", "Göthe"),
    ],
)
def test_spellings_of_one_word(one: str, other: str) -> None:
    assert analysis.terms(one) == analysis.terms(other)


@pytest.mark.parametrize(("one", "other"), [("が", "か"), ("Haus", "Maus"), ("й", "и")])
def test_different_words(one: str, other: str) -> None:
    assert not words(one) & words(other)


@pytest.mark.parametrize("text", ["Start-up", "Start- up", "Start-\nup", "Start‐up", "START-UP"])
def test_hyphenated_words_give_parts_and_their_joined_form(text: str) -> None:
    assert analysis.terms(text) == [("start", 0), ("startup", 0), ("up", 1)]


@pytest.mark.parametrize("word", ["und", "oder", "bis", "als", "sowie"])
def test_an_ellipsis_is_not_joined(word: str) -> None:
    assert words(f"Vor- {word} Nachteile") == {"vor", word, "nachteile"}


def test_longer_chains_give_every_beginning_joined() -> None:
    assert words("Start-up-Szene") == {"start", "up", "szene", "startup", "startupszene"}


def test_a_very_long_chain_stays_small() -> None:
    assert len(analysis.terms("a-" * 5000 + "a")) < 5100


def test_a_very_long_word_is_cut() -> None:
    assert [len(term) for term, _ in analysis.terms("x" * 10_000)] == [analysis.MAX_TERM]


@pytest.mark.parametrize("text", ["ue" * 500_000, "a-" * 200_000, "a" + "\u0308" * 200_000, "a\u00ad" * 200_000])
def test_hostile_words_end(text: str) -> None:
    """Each of these once took minutes or would, if it were folded whole or joined without end."""
    assert analysis.terms(text)


def test_japanese_gives_characters_and_pairs() -> None:
    assert analysis.terms("東京都 2018年") == [
        ("東", 0),
        ("東京", 0),
        ("京", 1),
        ("京都", 1),
        ("都", 2),
        ("2018", 3),
        ("年", 4),
    ]


@pytest.mark.parametrize(
    ("one", "other"), [("startups", "startup"), ("hauser", "haus"), ("autos", "auto"), ("companies", "company")]
)
def test_stems_bring_forms_together(one: str, other: str) -> None:
    assert set(analysis.stems(one)) & set(analysis.stems(other))


def test_stems_follow_the_language() -> None:
    assert analysis.stems("hauser", "de") == ("haus",)
    assert analysis.stems("companies", "en") == ("compani",)
    assert analysis.stems("2018") == ()
    assert analysis.stems("東京") == ()


def test_spans_are_those_of_the_original_text() -> None:
    text = "Ｔｏｋｙｏ ㌔ Wirt\u00adschaft Mu\u0308nch … Start- ups İstanbul ΑΣ"
    found = {text[start:end] for _, start, end in analysis.pieces_with_spans(text)}
    assert {"Ｔｏｋｙｏ", "㌔", "Wirt\u00adschaft", "Mu\u0308nch", "Start- ups", "İstanbul", "ΑΣ"} == found


def test_origins_are_left_out_where_nothing_moves() -> None:
    text = "Größe „und“ 東京、です"
    assert fold_with_origins(text) == (fold(text), None)


def test_a_prefix_folds_however_short() -> None:
    assert analysis.fold_prefix("Mue") == analysis.fold_prefix("Mü") == "mu"
    assert analysis.fold_prefix("Start-u") == "startu"
    assert analysis.fold_prefix("…") == ""


def test_latin_texts_have_the_pieces_of_any_text() -> None:
    latin = [chr(code) for code in range(0x10000) if analysis.LATIN.fullmatch(chr(code))]
    assert len(latin) > 300
    for char in latin:
        text = f"a{char}b {char} a-{char} {char}-\nb {char.upper()}"
        if analysis.LATIN.fullmatch(text):
            assert analysis.pieces(text) == analysis.PIECE.findall(fold(text)), hex(ord(char))
