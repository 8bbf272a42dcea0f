"""Where names begin and end, and organisations that only a word beside them shows."""

from tests.unit.entities.document.marked import read, who


def test_legal_form_belongs_to_the_name() -> None:
    assert "Kanda Seiki Co., Ltd." in who(read("Die [o1:Kanda Seiki] Co., Ltd. baut Greifer."))
    assert "Windhof GmbH & Co. KG" in who(read("Die [o1:Windhof] GmbH & Co. KG baut Mühlen."))
    assert who(read("Der [p1:Peter Brandt] GmbH geht es gut.")) == {"Peter Brandt GmbH": ["Peter Brandt GmbH"]}


def test_full_stop_of_the_sentence_does_not() -> None:
    assert "Windhof GmbH & Co. KG" in who(read("Betreiber ist die [o1:Windhof GmbH & Co. KG.] Sie wächst."))
    assert "Chorfreunde e. V." in who(read("Eingeladen haben die [o1:Chorfreunde e. V..]"))


def test_town_behind_a_chamber_or_opera() -> None:
    assert "IHK zu Köln" in who(read("Die [o1:IHK] zu Köln warnt."))
    assert "Deutsche Oper am Rhein" in who(read("Die [o1:Deutsche Oper] am Rhein singt."))
    assert "Fraunhofer ILT" in who(read("Am [o1:Fraunhofer] ILT wird gelötet."))


def test_what_it_is_before_a_mere_town() -> None:
    found = read("Lankum. Die Hafenbetriebe [o1:Lankum] AöR baggern.")
    assert who(found) == {"Hafenbetriebe Lankum AöR": ["Hafenbetriebe Lankum AöR"]}


def test_titles_alone_are_nobody() -> None:
    assert who(read("Es sprach [p1:Prof. Dr. Dr. h. c.] und dann keiner.")) == {}


def test_address_behind_a_japanese_name() -> None:
    assert who(read("Herr [p1:Watanabe-san] verbeugt sich.")) == {"Watanabe": ["Watanabe"]}


def test_particles_of_a_name_said_in_full() -> None:
    found = read("[p1:Ina von der Recke] kam. Zu spät, wie von der [p1:Recke] sagte.")
    assert who(found) == {"Ina von der Recke": ["Ina von der Recke", "von der Recke"]}


def test_names_in_foreign_letters_grow() -> None:
    assert "Đỗ Minh Tuấn" in who(read("Gekocht hat Đỗ [p1:Minh Tuấn] aus Wesel."))


def test_inverted_names_of_a_list() -> None:
    assert "Murakami, Masato" in who(read("Gäste: [p1:Murakami], [p2:Masato]; [p3:Jana Pohl]"))


def test_genitive_of_a_name_that_stands_alone() -> None:
    found = read("Gespielt wird [p1:Bachs] Oratorium. [p1:Bach] schrieb es.")
    assert who(found) == {"Bach": ["Bach", "Bach"]}


def test_organisations_that_a_word_shows() -> None:
    text = (
        "Es sangen der Männergesangverein „Eintracht“ und der Frauenchor Hüls. Bei e.GO wurde geprüft. "
        "Sie arbeitet für „01Booster“, eine Beratungsagentur. Das Ministerium für Wirtschaft, Energie und Klima "
        "des Landes NRW zahlt, die Gewerkschaft der Polizei nicht. Zu Gast: Förderkreis Alte Mühle e. V."
    )
    assert set(who(read(text))) == {
        "Männergesangverein „Eintracht“",
        "Frauenchor Hüls",
        "e.GO",
        "01Booster",
        "Ministerium für Wirtschaft, Energie und Klima des Landes NRW",
        "Gewerkschaft der Polizei",
        "Förderkreis Alte Mühle e. V.",
    }


def test_well_known_acronym_behind_an_article() -> None:
    assert who(read("Das meldet die dpa. Im Netz steht dpa nicht.")).keys() == {"dpa"}
    assert who(read("Gewonnen hat das Google Nexus 6P.")) == {}
