"""Towns that no list knows: told from people and organisations by what stands before them in the article."""

from desktop_app.entities.document.findings import findings
from tests.unit.entities.document.marked import page_of, read, spans_of, who


def test_town_of_the_dateline_is_nobody() -> None:
    found = read("[o1:Rheinhafen]. Die [o2:Greifwerk GmbH] zieht um.\n[o1:Rheinhafen] zahlt den Umzug.")
    assert who(found) == {"Greifwerk GmbH": ["Greifwerk GmbH"]}


def test_dateline_in_capitals_and_with_an_agency() -> None:
    assert who(read("[o1:RHEINHAFEN] — The quay was sold to [p1:Tom Whitlock].", "en")) == {
        "Tom Whitlock": ["Tom Whitlock"]
    }
    assert who(read("[o1:Lankum] (nwd). Der Rat tagt.")) == {}
    assert who(read("[o1:Lankum], 12. Februar 2020. Der Rat tagt.")) == {}


def test_dateline_that_the_importer_found() -> None:
    text, spans = spans_of("Der Rat von [o1:Oberlank] tagt heute nicht.")
    assert who(findings(page_of(text, "de"), spans)) == {"Oberlank": ["Oberlank"]}
    assert who(findings(page_of(text, "de"), spans, datelines=("Oberlank",))) == {}


def test_people_are_no_towns_that_one_can_be_in() -> None:
    found = read("Ein Hersteller aus [p1:Sakaide] schrieb. Im Werk in [p1:Sakaide] läuft das Band.", confidence=0.8)
    assert who(found) == {}
    assert who(read("Das Werk der Herren [p1:Sakaide]. Herr [p1:Sakaide] lacht in Berlin."))


def test_surname_of_somebody_is_no_town() -> None:
    found = read("[p1:Jonas Steinau] kam an. „Ich bin aus Versehen hier“, sagte [p1:Steinau], in Steinau geboren.")
    assert "Jonas Steinau" in who(found)
    assert "Steinau" in who(found)["Jonas Steinau"]


def test_place_is_no_short_form_of_an_organisation() -> None:
    found = read(
        "Lankum. Das [o1:Digitalwerk Lankum] öffnet. Später gewann [o2:Lankum] 3:1, das [o1:Digitalwerk] schaute zu."
    )
    assert who(found)["Digitalwerk Lankum"] == ["Digitalwerk Lankum", "Digitalwerk"]
    assert who(found).get("Lankum") == ["Lankum"]


def test_club_keeps_its_name_where_it_plays() -> None:
    found = read("Lankum. Im Derby siegte [o1:Lankum] gegen [o2:Borntal] mit 2:1.")
    assert set(who(found)) == {"Lankum", "Borntal"}


def test_shares_in_a_firm_are_in_no_town() -> None:
    assert who(read("Shares in [o1:Brackwater] rose while [o1:Brackwater] waited.", "en", 0.6)) == {
        "Brackwater": ["Brackwater", "Brackwater"]
    }


def test_japanese_towns() -> None:
    assert who(read("[o1:ラインハーフェン]市で会議があった。", "ja")) == {}
    assert who(read("[p1:坂田浩]市長が話した。", "ja"))
