"""Which organisations are one, and those that only the whole article shows."""

from dataclasses import replace

import pytest

from desktop_app.entities.document.findings import findings
from tests.unit.entities.document.marked import page_of, read, reasons, spans_of, who


def test_an_introduced_acronym_is_the_organisation() -> None:
    found = read("Der [o1:Deutsch-Japanische Wirtschaftskreis] (DJW) lädt ein. Der DJW wächst.")
    assert who(found) == {"Deutsch-Japanische Wirtschaftskreis": ["Deutsch-Japanische Wirtschaftskreis", "DJW", "DJW"]}
    assert reasons(found)["DJW"] == "acronym"


def test_an_acronym_for_something_else_is_not_joined() -> None:
    found = read("Die [o1:Stadtwerke Moers] (NRW) bauen.")
    assert list(who(found)) == ["Stadtwerke Moers"]


def test_the_head_of_a_compound_is_the_organisation() -> None:
    found = read("Der [o1:Radverein Ossum] (RVO) feiert. RVO-Kassierer Jens kam, die RVO-Jugend auch.")
    assert who(found)["Radverein Ossum"] == ["Radverein Ossum", "RVO", "RVO", "RVO"]
    assert reasons(found)["RVO"] == "compound"


@pytest.mark.parametrize(
    "compound", ["US-Präsident", "TV-Moderatorin", "IT-Chef", "OB-Kandidat", "U21-Trainer", "EM-Sieger"]
)
def test_not_every_compound_begins_with_an_organisation(compound: str) -> None:
    assert who(read(f"Es kam {compound} [p1:Jo Klar].")) == {"Jo Klar": ["Jo Klar"]}


def test_the_head_of_a_compound_that_is_no_organisation_is_thrown_out() -> None:
    assert who(read("Es kam [o1:TV]-Entertainer [p1:Jo Klar].")) == {"Jo Klar": ["Jo Klar"]}


def test_acronyms_before_roles_need_no_support() -> None:
    found = read("Es kam AWO-Geschäftsführerin [p1:Jo Klar].")
    assert who(found) == {"Jo Klar": ["Jo Klar"], "AWO": ["AWO"]}


def test_a_recognised_compound_is_cut_to_the_organisation() -> None:
    assert list(who(read("Die [o1:DJW-Geschäftsführerin] kam."))) == ["DJW"]


def test_coordinated_organisations_are_two() -> None:
    found = read("Die [o1:IHK und Handwerkskammer Aachen] werben gemeinsam.")
    assert who(found) == {"IHK": ["IHK"], "Handwerkskammer Aachen": ["Handwerkskammer Aachen"]}
    assert reasons(found)["IHK"] == "coordinated"


def test_legal_forms_do_not_part_one_firm() -> None:
    assert who(read("Die [o1:AGIT mbH] berät. Die [o1:AGIT] hilft.")) == {"AGIT mbH": ["AGIT mbH", "AGIT"]}


def test_contradicting_legal_forms_are_two_firms() -> None:
    assert len(who(read("Die [o1:Kranz GmbH] verklagt die [o2:Kranz AG]."))) == 2


def test_a_name_may_be_shortened_later_but_not_before() -> None:
    assert who(read("Die [o1:Handwerkskammer Aachen] lädt ein. Die [o1:Handwerkskammer] wirbt.")) == {
        "Handwerkskammer Aachen": ["Handwerkskammer Aachen", "Handwerkskammer"]
    }
    assert len(who(read("Es ist kalt. [o1:Falkon] kauft zu. Die [o2:Falkon Energie] gehört dazu."))) == 2


def test_the_first_word_of_a_firm_stands_for_it() -> None:
    found = read("Die [o1:Limbach Installtec GmbH] ist pleite. Das könne Limbach nicht verkraften.")
    assert who(found) == {"Limbach Installtec GmbH": ["Limbach Installtec GmbH", "Limbach"]}


def test_a_name_is_seen_again_however_it_is_parted() -> None:
    found = read("Die [o1:NRW Invest] half. Auch von NRW.Invest kam Geld.")
    assert [len(forms) for forms in who(found).values()] == [2]
    assert "repeated" in reasons(found).values()


def test_the_genitive_stays_inside_but_not_in_the_form() -> None:
    marked = "Das Dach des [o1:Amtsgerichts] ist neu. Das [o1:Amtsgericht] freut sich."
    text, _ = spans_of(marked)
    found = read(marked)
    first = found.clusters[0].mentions[0]
    assert (text[first.start : first.end], first.form) == ("Amtsgerichts", "Amtsgericht")
    assert len(found.clusters) == 1


def test_a_name_that_ends_in_s_is_not_a_genitive() -> None:
    assert list(who(read("Auch [o1:Kawasaki Heavy Industries] und [o2:Siemens] kamen."))) == [
        "Kawasaki Heavy Industries",
        "Siemens",
    ]


def test_a_firm_of_a_persons_name_stays_a_firm() -> None:
    found = read("Die Bäckerei [o1:Sommer] schließt. [p1:Alfons Sommer] geht.")
    assert [cluster.kind for cluster in found.clusters] == ["person", "organisation"]


def test_a_surname_taken_for_an_organisation_is_a_person() -> None:
    found = read("Es sprach [p1:Julia Münch]. Später lobte [o1:Münch] den Verein.")
    assert who(found) == {"Julia Münch": ["Julia Münch", "Münch"]}


def test_a_weak_person_of_a_known_organisations_name_is_one() -> None:
    text, spans = spans_of("Es kamen [o1:JETRO Tokyo] und [o2:JETRO Osaka]. Geleitet wurde es von [p1:Jetro].")
    weak = [*spans[:2], replace(spans[2], confidence=0.45)]
    assert {cluster.kind for cluster in findings(page_of(text, "de"), weak).clusters} == {"organisation"}


def test_kinds_before_a_name_are_not_part_of_it() -> None:
    assert list(who(read("Das schreibt die [o1:Zeitung Niers Bote] heute."))) == ["Niers Bote"]


def test_japanese_organisations() -> None:
    assert who(read("[o1:世界貿易機関]（[o2:ＷＴＯ]）は発表した。[o1:ＷＴＯ]は続けた。", "ja")) == {
        "世界貿易機関": ["世界貿易機関", "ＷＴＯ", "ＷＴＯ"]
    }
    assert who(read("[o1:トヨタ自動車]は発表した。[o1:トヨタ]は続けた。", "ja")) == {
        "トヨタ自動車": ["トヨタ自動車", "トヨタ"]
    }
