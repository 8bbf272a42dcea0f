"""Who is said to be what, in every order in which papers say it."""

import pytest

from desktop_app.entities.document import role_words
from tests.unit.entities.document.marked import read, roles, spans_of

JULIA, DJW = "Julia Münch", "DJW"


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("Es sprach Geschäftsführerin [p1:Julia Münch].", "Geschäftsführerin", ""),
        ("Es sprach [o1:DJW]-Geschäftsführerin [p1:Julia Münch].", "Geschäftsführerin", DJW),
        ("Es sprach [o1:DJW] Geschäftsführerin Dr. [p1:Julia Münch].", "Geschäftsführerin", DJW),
        ("Die Geschäftsführerin des [o1:DJW], [p1:Julia Münch], sprach.", "Geschäftsführerin", DJW),
        ("Mit der Vorsitzenden [p1:Julia Münch] sprach er.", "Vorsitzende", ""),
        ("[p1:Julia Münch], Geschäftsführerin beim [o1:DJW], sprach.", "Geschäftsführerin", DJW),
        ("[p1:Julia Münch], seit 2015 Intendantin des [o1:DJW], sprach.", "Intendantin", DJW),
        ("[p1:Julia Münch] (58), neue Leiterin des [o1:DJW], sprach.", "Leiterin", DJW),
        ("[p1:Julia Münch] (Hauptgeschäftsführerin des [o1:DJW]) sprach.", "Hauptgeschäftsführerin", DJW),
        (
            "[p1:Julia Münch] (Bereichsleiterin Asien, Südamerika vom [o1:DJW]) kam.",
            "Bereichsleiterin Asien, Südamerika",
            DJW,
        ),
        ("[p1:Julia Münch] (Director-General, Service Division, [o1:DJW]) kam.", "Director-General", DJW),
        ("[p1:Julia Münch] ist Vorsitzende des [o1:DJW].", "Vorsitzende", DJW),
        ("[p1:Julia Münch] wird zum 1. Oktober neue Leiterin des [o1:DJW].", "Leiterin", DJW),
        ("Neue Präsidentin des [o1:DJW] ist [p1:Julia Münch].", "Präsidentin", DJW),
        ("„Wir kommen“, so die Sprecherin des [o1:DJW], [p1:Julia Münch].", "Sprecherin", DJW),
        ("Der Rat wählte [p1:Julia Münch] zur Vorsitzenden des [o1:DJW].", "Vorsitzende", DJW),
        ("Es sprach die Künstlerische Leiterin [p1:Julia Münch].", "Künstlerische Leiterin", ""),
        ("Es sprach der stellvertretenden Vorsitzenden [p1:Julia Münch] zu.", "stellvertretende Vorsitzende", ""),
        ("[p1:Julia Münch], Vice President des [o1:DJW], kam.", "Vice President", DJW),
        ("Stadtbaurätin a. D. [p1:Julia Münch] kam.", "Stadtbaurätin", ""),
        ("Schiedsrichterin: [p1:Julia Münch] (Moers).", "Schiedsrichterin", ""),
        ("Der Finanzministerin ([p1:Julia Münch], [o1:SPD]) gefiel es.", "Finanzministerin", ""),
    ],
)
def test_german_roles(text: str, role: str, body: str) -> None:
    assert roles(read(text)) == [(JULIA, role, body)]


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("[p1:Julia Münch], chief executive of [o1:DJW], spoke.", "chief executive", DJW),
        ("[p1:Julia Münch], the new finance director at [o1:DJW], spoke.", "finance director", DJW),
        ("[o1:DJW] president [p1:Julia Münch] spoke.", "president", DJW),
        ("[o1:DJW]'s purchasing chief, [p1:Julia Münch], spoke.", "purchasing chief", DJW),
        ("The chairman of [o1:DJW], [p1:Julia Münch], spoke.", "chairman", DJW),
        ("[p1:Julia Münch] was appointed managing director of [o1:DJW].", "managing director", DJW),
        ("[o1:DJW] has hired [p1:Julia Münch] as head of software.", "head of software", DJW),
        ("Prime Minister [p1:Julia Münch] spoke.", "Prime Minister", ""),
    ],
)
def test_english_roles(text: str, role: str, body: str) -> None:
    assert roles(read(text, "en")) == [(JULIA, role, body)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[p1:西野綾子]社長は述べた。", ("西野綾子", "社長", "")),
        ("[o1:野村証券]の[p1:立花美咲]チーフエコノミストはみる。", ("立花美咲", "チーフエコノミスト", "野村証券")),
        ("[o1:三菱重工業]の[p1:安西]副社長は返した。", ("安西", "副社長", "三菱重工業")),
        ("[p1:森田浩二]・[o1:大阪商工会議所]専務理事は語った。", ("森田浩二", "専務理事", "大阪商工会議所")),
        ("創業者の[p1:真鍋一郎]さん（71）は元瓦職人。", ("真鍋一郎", "創業者", "")),
        ("[o1:日銀]総裁の[p1:桑原輝夫]氏は語った。", ("桑原輝夫", "総裁", "日銀")),
        ("[p1:八木沢誠]社長（52）は現れた。", ("八木沢誠", "社長", "")),
    ],
)
def test_japanese_roles(text: str, expected: tuple[str, str, str]) -> None:
    assert roles(read(text, "ja")) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "[p1:Julia Münch] traf den Trainer nicht.",
        "[p1:Julia Münch] sitzt im Aufsichtsrat der [o1:DJW].",
        "[p1:Julia Münch] kam. Ein Sprecher sagte nichts.",
        "[p1:Julia Münch], mit dem Vorsitzenden befreundet, kam.",
    ],
)
def test_a_role_nearby_is_not_everybodys(text: str) -> None:
    assert roles(read(text)) == []


def test_each_in_a_list_has_a_role_of_their_own() -> None:
    found = read("Es kamen [p1:Julia Münch], Bürgermeister [p2:Tom Dorn] und Pfarrer [p3:Uwe Rabe].")
    assert roles(found) == [("Tom Dorn", "Bürgermeister", ""), ("Uwe Rabe", "Pfarrer", "")]


def test_several_of_one_role() -> None:
    found = read("Die Geschäftsführer [p1:Tom Dorn] und [p2:Uwe Rabe] kamen.")
    assert roles(found) == [("Tom Dorn", "Geschäftsführer", ""), ("Uwe Rabe", "Geschäftsführer", "")]


def test_the_sprecher_of_somebody() -> None:
    found = read("Das sagte der Sprecher von Präsident [p1:Jan Kral], [p2:Ivo Novak], am Freitag.")
    assert ("Ivo Novak", "Sprecher", "") in roles(found)
    assert ("Jan Kral", "Präsident", "") in roles(found)


def test_the_statement_spans_person_role_and_organisation() -> None:
    text, _ = spans_of("Gestern sprach [p1:Julia Münch], Geschäftsführerin beim [o1:DJW], lange.")
    role = read("Gestern sprach [p1:Julia Münch], Geschäftsführerin beim [o1:DJW], lange.").roles[0]
    assert text[role.start : role.end] == "Julia Münch, Geschäftsführerin beim DJW"
    assert 0.5 < role.confidence < 1


def test_an_unsaid_organisation_is_the_one_named_before_with_less_confidence() -> None:
    found = read("Die [o1:Radwerk GmbH] baut an. „Wir brauchen Platz“, sagt Geschäftsführerin [p1:Julia Münch].")
    assert roles(found) == [(JULIA, "Geschäftsführerin", "Radwerk GmbH")]
    assert found.roles[0].confidence < 0.7


def test_a_mayor_or_president_of_a_state_belongs_to_no_firm() -> None:
    found = read("Die [o1:Radwerk GmbH] baut an. Bürgermeister [p1:Tom Dorn] und Präsident [p2:Jan Kral] kamen.")
    assert [body for _, _, body in roles(found)] == ["", ""]


@pytest.mark.parametrize(
    ("word", "before", "expected"),
    [
        ("Vizepräsidenten", "", "Vizepräsident"),
        ("Vorsitzenden", "der", "Vorsitzende"),
        ("Vorsitzenden", "dem", "Vorsitzender"),
        ("Gründers", "", "Gründer"),
        ("Leiterinnen", "", "Leiterin"),
        ("Oberstaatsanwältin", "", "Oberstaatsanwältin"),
        ("Kita-Leiterin", "", "Kita-Leiterin"),
        ("OB", "", "OB"),
        ("Sekunde", "", ""),
        ("Urkunde", "", ""),
        ("Halbleiter", "", ""),
        ("Berlin", "", ""),
        ("Fahrzeuge", "", ""),
    ],
)
def test_german_role_words(word: str, before: str, expected: str) -> None:
    assert role_words.german(word, before) == expected
