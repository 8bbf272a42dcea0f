import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.entities.recogniser import LONGEST_NAME, Piece, TrainedRecogniser
from desktop_app.entities.tagging.weights import DamagedModelError
from desktop_app.resources import resource

GERMAN = "DJW-Geschäftsführerin Julia Münch begrüßte am 3. Mai die Gäste der Deutschen Bank in Düsseldorf."
ENGLISH = "The chairman of Siemens, Peter Schmidt, met Angela Whitmore of the Bank of Japan in London on Monday."
JAPANESE = "トヨタ自動車の佐藤花子社長は12日、東京で日本銀行の田中一郎総裁と会談した。"
RECOGNISER = TrainedRecogniser()


def _found(text: str, language: str = "") -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.kind) for span in RECOGNISER.recognise([Piece(text, language)])[0]]


def test_german_names() -> None:
    found = _found(GERMAN, "de")
    assert ("Julia Münch", "person") in found
    assert ("DJW", "organisation") in found
    assert ("Deutschen Bank", "organisation") in found
    assert not [name for name, _ in found if "Düsseldorf" in name or "Mai" in name]


def test_english_names() -> None:
    found = _found(ENGLISH, "en")
    assert {("Peter Schmidt", "person"), ("Angela Whitmore", "person"), ("Siemens", "organisation")} <= set(found)
    assert ("Bank of Japan", "organisation") in found


def test_japanese_names() -> None:
    found = _found(JAPANESE, "ja")
    assert {("佐藤花子", "person"), ("田中一郎", "person"), ("トヨタ自動車", "organisation")} <= set(found)
    assert ("日本銀行", "organisation") in found


def test_an_article_in_three_languages() -> None:
    found = _found("\n\n".join([GERMAN, ENGLISH, JAPANESE]))
    assert {name for name, kind in found if kind == "person"} == {
        "Julia Münch",
        "Peter Schmidt",
        "Angela Whitmore",
        "佐藤花子",
        "田中一郎",
    }


def test_what_stands_beside_a_text_changes_nothing() -> None:
    texts = [GERMAN, "", ENGLISH, JAPANESE, GERMAN + "\n\n" + GERMAN]
    together = RECOGNISER.recognise([Piece(text) for text in texts])
    assert together == [RECOGNISER.recognise([Piece(text)])[0] for text in texts]
    assert together == TrainedRecogniser().recognise([Piece(text) for text in texts])


def test_a_name_may_be_torn_by_a_line_break() -> None:
    assert "Kenji\nTanaka" in [
        name for name, _ in _found("Vordere Reihe (v.l.n.r.): Rita Klemm, Jan Otte, Kenji\nTanaka", "de")
    ]


def test_the_version_changes_with_the_models_alone(tmp_path: Path) -> None:
    for path in resource("names").iterdir():
        shutil.copy(path, tmp_path)
    other = TrainedRecogniser(folder=tmp_path)
    assert other.version == RECOGNISER.version
    about = tmp_path / "de.json"
    about.write_text(about.read_text(encoding="utf-8").replace('"sha256": "', '"sha256": "0'), encoding="utf-8")
    changed = TrainedRecogniser(folder=tmp_path)
    assert changed.version != RECOGNISER.version
    with pytest.raises(DamagedModelError):
        changed.recognise([Piece(GERMAN, "de")])
    assert changed.recognise([Piece("", "de")]) == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "x" * 200_000,
        "\0" * 100_000,
        "12 34,5 77 " * 5_000,
        "D1e ﬁr rn;a l{ü s .c h K. o m p. wa rd ¬ v0n d em Ger1 cht e zu B. e r l i n " * 40,
        "DIE STADT HAT AM FREITAG IHREN NEUEN HAUSHALT BESCHLOSSEN UND DAMIT DEN STREIT BEENDET. " * 20,
        "Pl. Sp. S U N Tore Pkt.\n" + "\n".join(f"{n}. 12 {n} 3 2 24:{n} 2{n}" for n in range(1, 40)),
        "Le club a élu vendredi son nouveau bureau, et le maire Jean Dupont a salué le résultat sans surprise. " * 5,
        "Клуб избрал новое правление, сообщил Иван Петров. " * 5,
        "",
    ],
)
@pytest.mark.parametrize("language", ["de", "en", "ja", ""])
def test_what_is_no_prose_holds_few_names(text: str, language: str) -> None:
    assert len(_found(text, language)) <= len(text.split()) / 50


def test_long_lists_of_nothing_are_no_names() -> None:
    text = "Haus Baum Wald Wiese Auto Straße Fenster " * 500
    for span in RECOGNISER.recognise([Piece(text, "de")])[0]:
        assert span.end - span.start <= LONGEST_NAME


WORDS = st.lists(
    st.sampled_from(["Julia", "Münch", "DJW", "-", "GmbH", "der", "\n\n", "1.", "東京", "氏", "\0", "’s", "A."])
)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200) | WORDS.map(" ".join), st.sampled_from(["de", "en", "ja", "fr", ""]))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str, language: str) -> None:
    at = 0
    for span in RECOGNISER.recognise([Piece(text, language)])[0]:
        assert at <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        assert 0 <= span.confidence <= 1
        at = span.end
