"""What is marked in a text, for every kind of leaf."""

import pytest

from desktop_app.index.hits.highlighter import highlighter
from desktop_app.index.hits.snippets import hit_spans
from desktop_app.model.query import Fuzzy, Node, Or, Phrase, Prefix, Regex, Term, Wildcard
from desktop_app.model.query_nodes import And, AtLeast, Like, Near, Not, Together

TEXT = (
    "Der Hafen wächst, sagt Dr. Müller am 3. Mai. Die Kräne am Hafen stehen still.\n"
    "Im Hafenbecken liegt ein U-Boot. Der Kran und die Kräne: alles steht, auch die Start- ups."
)


def marked(node: Node, text: str = TEXT, language: str = "de", field: str = "text", lead: int = -1) -> list[str]:
    return [text[start:end] for start, end in hit_spans(text, node, language, field, lead)]


@pytest.mark.parametrize(
    ("node", "hits"),
    [
        (Term("Häfen"), ["Hafen", "Hafen"]),
        (Term("hafen", exact=True), ["Hafen", "Hafen"]),
        (Term("uboot"), ["U-Boot"]),
        (Term("boot"), ["U-Boot"]),
        (Prefix("haf"), ["Hafen", "Hafen", "Hafenbecken"]),
        (Wildcard("*becken"), ["Hafenbecken"]),
        (Wildcard("*af?nb*"), ["Hafenbecken"]),
        (Wildcard("?r*n"), ["Kran"]),
        (Fuzzy("Krane", 1), ["Kräne", "Kran", "Kräne"]),
        (Fuzzy("Mueler", 1), ["Müller"]),
        (Regex("kran|m[uü]ll.*"), ["Müller", "Kran"]),
        (Regex("[0-9]"), ["3"]),
        (Phrase("die Kräne"), ["Die Kräne", "die Kräne"]),
        (Phrase("Hafen Kräne", slop=1), ["Kräne", "Hafen"]),
        (Phrase("Hafen Kräne"), []),
        (Near((Term("Kräne"), Term("Hafen")), 2), ["Kräne", "Hafen"]),
        (Near((Term("Hafen"), Term("Kräne")), 2, ordered=True), []),
        (Near((Term("kran", exact=True), Or((Term("Hafen"), Term("alles")))), 5), ["Kran", "alles"]),
        (Near((Term("Kran"), Term("Kräne"), Term("steht")), 3), ["Kran", "Kräne", "steht"]),
        (Near((Term("Die"), Term("die")), 3), []),
        (Together((Term("Müller"), Term("Mai")), "sentence"), ["Müller", "Mai"]),
        (Together((Term("Müller"), Term("Kräne")), "sentence"), []),
        (Together((Term("Müller"), Term("Kräne")), "paragraph"), ["Müller", "Kräne"]),
        (Together((Near((Term("die"), Term("Kräne")), 1), Term("still")), "sentence"), ["Die", "Kräne", "still"]),
        (AtLeast(Term("Hafen"), 2), ["Hafen", "Hafen"]),
        (AtLeast(Term("Hafen"), 3), []),
        (Like(7, ("kran", "hafenbecken", "gibtsnicht")), ["Hafenbecken", "Kran"]),
        (Not(Term("Hafen")), []),
        (And((Term("Kran"), Not(Term("Hafen")))), ["Kräne", "Kran", "Kräne"]),
    ],
)
def test_each_kind_of_leaf_marks_what_it_finds(node: Node, hits: list[str]) -> None:
    assert marked(node) == hits


def test_what_must_meet_is_not_marked_elsewhere() -> None:
    text = "Rat und Tat. Nun steht der Rat allein. Die Tat allein, weit weg von allem. Tat ohne Rat."
    assert [start for start, _ in hit_spans(text, Near((Term("Rat"), Term("Tat")), 2), "de")] == [0, 8, 75, 84]
    assert hit_spans(text, Together((Term("Rat"), Term("allein")), "sentence"), "de") == [(27, 30), (31, 37)]


@pytest.mark.parametrize(
    ("node", "hits"),
    [
        (Term("東京都"), ["東京都"]),
        (Wildcard("*大*"), ["大阪"]),
        (Phrase("東京 Toyota"), []),
        (Phrase("の Toyota"), ["のToyota"]),
        (Near((Term("東京"), Term("大阪")), 10), ["東京", "大阪"]),
        (Together((Term("東京"), Term("大阪")), "sentence"), []),
        (Regex("東."), ["東京"]),
        (Like(1, ("大阪", "toyota")), ["Toyota", "大阪"]),
    ],
)
def test_japanese(node: Node, hits: list[str]) -> None:
    assert marked(node, "東京都のToyota。大阪は晴れ。", "ja") == hits


def test_the_lead_is_what_is_marked_or_the_first_paragraph() -> None:
    assert marked(Term("Kräne", "lead")) == ["Kräne"]
    assert marked(Phrase("Der Hafen", "lead")) == ["Der Hafen"]
    assert marked(Term("Kräne", "lead"), lead=40) == []
    assert marked(Term("Hafen", "lead"), lead=6) == ["Hafen"]  # torn by the mark, it belongs to the lead
    assert marked(Term("Hafen", "lead"), field="title") == []


def test_titles_are_one_sentence() -> None:
    node = Together((Term("Erster"), Term("Zweiter")), "sentence")
    assert marked(node, "Erster Teil. Zweiter Teil.") == []
    assert marked(node, "Erster Teil. Zweiter Teil.", field="title") == ["Erster", "Zweiter"]


def test_stems_are_those_of_the_article_s_language() -> None:
    assert marked(Term("running"), "He runs. Er rennt.", "en") == ["runs"]
    assert marked(Term("running"), "He runs. Er rennt.", "de") == []
    assert marked(Term("running"), "He runs. Er rennt.", "fr") == ["runs"]


def test_a_prefix_of_several_words_asks_for_all_of_them() -> None:
    assert marked(Prefix("U.S.-amerik"), "Der amerikanische Export in die U.S.A.") == ["amerikanische"]
    assert marked(Prefix("U.S.-amerik"), "Der amerikanische Export") == []


@pytest.mark.parametrize(
    "spelling", ["Müller", "Mu\u0308ller", "Mueller", "MÜLLER", "Ｍｕｌｌｅｒ", "Mül\u00adler", "Mùller"]
)
def test_spellings_of_a_name(spelling: str) -> None:
    text = f"Das sagte {spelling}-Straß gestern, ja."
    assert marked(Term("Mueller"), text) == [f"{spelling}-Straß"]
    assert marked(Term("strass"), text) == [f"{spelling}-Straß"]


@pytest.mark.parametrize("text", ["a-" * 50_000, "haus" * 50_000, "haus-" * 50_000, "あ" * 100_000, "haus " * 50_000])
def test_long_texts_are_read_in_one_pass(text: str) -> None:
    for node in (Term("haus"), Term("ああ"), Wildcard("*aus*"), Near((Term("haus"), Term("a")), 3)):
        spans = highlighter(node, "de", "text").spans(text)
        assert spans == sorted(spans)
