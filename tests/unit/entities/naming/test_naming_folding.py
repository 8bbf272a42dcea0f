"""Folding, sounds, and letters for other scripts."""

import pytest

from desktop_app.entities.naming.folding import fold, letters_of, script_of, skeleton


@pytest.mark.parametrize(
    "forms",
    [
        ("Müller", "Mueller", "Muller", "MÜLLER", "Mu\u0308ller"),
        ("Großkopf", "Grosskopf", "GROSSKOPF"),
        ("Sören", "Soeren", "Søren"),
        ("O'Brien", "O’Brien", "OBrien"),
        ("Bäuerle", "Baeuerle"),
        ("ﾐﾗｲ", "ミライ", "みらい"),
        ("髙橋", "高橋"),
        ("齋藤", "斎藤"),
        ("Ｈｏｎｄａ", "Honda"),
    ],
)
def test_spellings_that_are_one(forms: tuple[str, ...]) -> None:
    assert len({fold(form) for form in forms}) == 1, {form: fold(form) for form in forms}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bauer", "Baur"), ("Ueno", "Uno"), ("Maeda", "Mada"), ("Michael", "Michal"), ("Joel", "Jol"), ("Poe", "Po")],
)
def test_two_vowels_that_are_no_umlaut(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_folding_twice_changes_nothing() -> None:
    for word in ("Müller", "Großkopf", "Aérospatiale", "髙橋", "みらい", "Зеленський", "Ærø"):
        assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Bayer", "latin"),
        ("Ōno", "latin"),
        ("大野", "han"),
        ("大野テクノ", "han"),
        ("オバマ", "kana"),
        ("Путин", "cyrillic"),
        ("김정은", "hangul"),
        ("2018", "latin"),
        ("عمر", "other"),
    ],
)
def test_scripts(text: str, script: str) -> None:
    assert script_of(text) == script


def test_letters_for_other_scripts() -> None:
    assert letters_of(fold("シュミット")) == "shumitto"
    assert letters_of(fold("マッチ")) == "matchi"
    assert letters_of(fold("Путин")) == "putin"
    assert letters_of(fold("ობამა")) == "obama"
    assert letters_of("大野") == "大野"


def test_names_that_sound_alike_share_a_skeleton() -> None:
    for one, other in [("Meier", "Mayer"), ("Schmidt", "シュミット"), ("Zelenskyy", "Selenskyj"), ("Philipp", "Filip")]:
        assert skeleton(fold(one)) == skeleton(fold(other)), (one, other)
    assert skeleton(fold("Meier")) != skeleton(fold("Weber"))
