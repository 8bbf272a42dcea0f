"""Keys of persons' names."""

import pytest

from desktop_app.entities.naming.japanese import may_be_read, parted
from desktop_app.entities.naming.persons import person_key
from desktop_app.model.people import BARE


@pytest.mark.parametrize(
    "forms",
    [
        ("Marlies Köttgen", "Dr. Marlies Köttgen", "Köttgen, Marlies", "Frau Prof. Dr. h.c. Marlies Koettgen"),
        ("Michael F. Bayer", "Michael. F. Bayer", "Bayer, Michael F.", "MICHAEL F. BAYER"),
        ("Marcel Philipp", "Oberbürgermeister Marcel Philipp", "OB Marcel Philipp", "Marcel Philipp (CDU)"),
        ("Konrad von Weyhe", "Konrad Freiherr von Weyhe"),
        ("Jean-Claude Reimers", "Jean Claude Reimers"),
        ("Masayoshi Watanabe", "Watanabe Masayoshi", "WATANABE Masayoshi", "Mr. Masayoshi WATANABE"),
        ("Shinichirō Endō", "Endo Shinichiro", "Shinichirou Endou"),
        ("渡辺正佳", "渡辺 正佳", "渡邉　正佳", "渡邊正佳さん", "渡辺正佳教授"),
        ("マリー・シュナイダー", "マリー シュナイダー", "ﾏﾘｰ･ｼｭﾅｲﾀﾞｰ"),
        ("Johannes Terhorst jun.", "Johannes Terhorst, Jr.", "Johannes Terhorst d. J."),
        ("Ursula Overath", "Ursula Overath, MdB", "Ursula Overath MdB", "„Ursula Overath“"),
    ],
)
def test_forms_of_one_person_have_one_key(forms: tuple[str, ...]) -> None:
    assert len({person_key(form).key for form in forms}) == 1, {form: person_key(form).key for form in forms}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Michael F. Bayer", "Michael Bayer"),
        ("M. A. Bayer", "M. C. Bayer"),
        ("Peter Lüttgens", "Petra Lüttgens"),
        ("Johannes Terhorst sen.", "Johannes Terhorst jun."),
        ("Johannes Terhorst", "Johannes Terhorst jun."),
        ("Hans Friedrich", "Friedrich Hans"),
        ("Takeshi Ueno", "Takeshi Uno"),
        ("Taro Ono", "Taro Oono"),
        ("Yuki Tanaka", "Yuuki Tanaka"),
        ("齋藤洋子", "齊藤洋子"),
    ],
)
def test_names_that_only_may_be_one_have_two_keys(one: str, other: str) -> None:
    assert person_key(one).key != person_key(other).key


@pytest.mark.parametrize(
    "name", ["Köttgen", "Dr. Köttgen", "von der Aue", "渡辺", "髙橋市長", "バイヤー", "Overath-Niggemann"]
)
def test_a_surname_alone_has_a_key_of_its_own_kind(name: str) -> None:
    found = person_key(name)
    assert found.bare
    assert found.key.startswith(BARE)
    assert found.given == ()


def test_no_full_name_has_a_bare_key() -> None:
    for name in ("? Köttgen", "?? Anna Köttgen", "Anna Köttgen?"):
        found = person_key(name)
        assert found.key.startswith(BARE) == found.bare


def test_the_parts_of_a_name() -> None:
    found = person_key("Dr. Karl-Theodor M. von der Aue jun.")
    assert (found.given, found.surname, found.generation) == (("karl", "theodor", "m"), "von der aue", "jun")
    assert person_key("Th. Escher").given == ("th.",)
    assert person_key("Steffi Graf").surname == "graf"
    assert person_key("渡辺正佳").surname == "渡辺"


def test_a_genitive_is_taken_off_only_when_told() -> None:
    assert person_key("Julia Münchs", genitive=True).key == person_key("Julia Münch").key
    assert person_key("Julia Münchs").key != person_key("Julia Münch").key
    assert person_key("Karl Marx’", genitive=True).key == person_key("Karl Marx").key


@pytest.mark.parametrize(
    "name", ["", " ", "—", "12", "...", "()", ",", "Dr.", "\u200b", "・", "さん", "x" * 5_000, "a, b, c, d,"]
)
def test_any_text_has_an_answer(name: str) -> None:
    found = person_key(name)
    assert found.key == "" or any(map(str.isalpha, found.key))


def test_names_in_characters_are_parted_and_read() -> None:
    assert parted("渡辺正佳") == ("渡辺", "正佳")
    assert parted("原敬") == ("原", "敬")
    assert parted("岡田") == ("岡田", "")
    assert may_be_read("正佳", "masayoshi")
    assert may_be_read("真一郎", "shinichiro")
    assert not may_be_read("正佳", "kenji")
