"""Keys of organisations' names, legal forms, acronyms, groups."""

import pytest

from desktop_app.entities.naming.grouping import grouped
from desktop_app.entities.naming.organisations import acronym_of, apart, organisation_key, organisation_name


@pytest.mark.parametrize(
    "forms",
    [
        (
            "Deutsch-Japanischer Wirtschaftskreis e.V.",
            "Deutsch-Japanischen Wirtschaftskreis",
            "die Deutsch-Japanische Wirtschaftskreis",
            "Deutsch-Japanischer Wirtschaftskreis (DJW) e. V.",
        ),
        ("Brandis & Söhne GmbH", "Brandis und Soehne", "Brandis & Söhne G.m.b.H."),
        ("Siemens Aktiengesellschaft", "Siemens AG", "SIEMENS", "SiemensAG"),
        ("A.B.L. Shipping Company", "ABL Shipping Co.", "A. B. L. Shipping"),
        ("The Northgate Trust", "Northgate Trust"),
        ("株式会社北星電機", "北星電機", "（株）北星電機", "㈱北星電機", "北星電機 株式会社"),
        ("Hokusei Denki K.K.", "Hokusei Denki Co., Ltd."),
        ("Die Grünen", "Grüne", "„Die Grünen“"),
        ("H&M Hennes & Mauritz AB", "H and M Hennes and Mauritz"),
        ("Müller GmbH & Co. KG", "Müller"),
    ],
)
def test_forms_of_one_organisation_have_one_key(forms: tuple[str, ...]) -> None:
    assert len({organisation_key(form) for form in forms}) == 1, {form: organisation_key(form) for form in forms}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IHK Aachen", "IHK Köln"),
        ("Universität Köln", "Universitätsklinikum Köln"),
        ("Meridian Robotics", "Meridian Robotics Europe"),
        ("1. FC Wassenberg", "2. FC Wassenberg"),
        ("Bank of China (Hong Kong) Limited", "Bank of China (Singapore) Limited"),
        ("König GmbH", "Königer GmbH"),
        ("Keller AG", "Kell AG"),
        ("BAE Systems", "BA Systems"),
    ],
)
def test_other_organisations_have_other_keys(one: str, other: str) -> None:
    assert organisation_key(one) != organisation_key(other)


def test_a_name_is_never_only_a_legal_form() -> None:
    for name in ("AG", "GmbH", "株式会社", "Limited", "e.V."):
        assert organisation_key(name)


@pytest.mark.parametrize("name", ["", " ", "—", "()", "&", "„“", "(株)", "x" * 5_000, "& Co.", "( DJW )"])
def test_any_text_has_an_answer(name: str) -> None:
    assert isinstance(organisation_key(name), str)


def test_legal_forms_tell_two_firms_apart() -> None:
    assert apart("Kessler GmbH", "Kessler AG")
    assert not apart("Kessler GmbH", "Kessler")
    assert not apart("Kessler GmbH", "Kessler G.m.b.H.")
    assert not apart("北星電機株式会社", "Hokusei Denki Co., Ltd.")
    assert organisation_name("Müller GmbH & Co. KG").form != organisation_name("Müller GmbH").form


def test_a_genitive_is_taken_off_only_when_told() -> None:
    plain = organisation_key("Deutscher Gewerkschaftsbund")
    assert organisation_key("Deutschen Gewerkschaftsbundes", genitive=True) == plain
    assert organisation_key("Deutschen Gewerkschaftsbundes") != plain
    assert organisation_key("Wirtschaftskreises", genitive=True) == organisation_key("Wirtschaftskreis")
    assert organisation_key("Instituts", genitive=True) == organisation_key("Institut")


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("DJW", "Deutsch-Japanischer Wirtschaftskreis"),
        ("IHK", "Industrie- und Handelskammer"),
        ("DIHK", "Deutscher Industrie- und Handelskammertag"),
        ("HWK", "Handwerkskammer"),
        ("VHS", "Volkshochschule"),
        ("AWO", "Arbeiterwohlfahrt"),
        ("KfW", "Kreditanstalt für Wiederaufbau"),
        ("BMBF", "Bundesministerium für Bildung und Forschung"),
        ("JETRO", "Japan External Trade Organization"),
        ("RWTH", "Rheinisch-Westfälische Technische Hochschule Aachen"),
        ("日銀", "日本銀行"),
    ],
)
def test_acronyms(acronym: str, name: str) -> None:
    assert acronym_of(acronym, name)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("DJW", "Deutsche Bank"),
        ("IHK", "Handwerkskammer"),
        ("AG", "Aachener Gesellschaft"),
        ("Die", "Deutsche Industrie Einheit"),
        ("SAP", "Sparkasse Aachen"),
        ("NHC", "Ner & Hambach"),
        ("", "Deutsche Bank"),
        ("DB", ""),
        ("東京大学", "東大"),
    ],
)
def test_what_is_no_acronym_of_it(acronym: str, name: str) -> None:
    assert not acronym_of(acronym, name)


def test_grouping_keeps_contradicting_forms_and_bare_surnames_apart() -> None:
    assert grouped("organisation", ["Kessler", "Kessler GmbH", "Keßler GmbH", "Kessler AG"]) == [[0], [1, 2], [3]]
    assert grouped("organisation", ["Brandis", "Brandis GmbH", "brandis"]) == [[0, 1, 2]]
    assert grouped("person", ["Köttgen", "Anna Köttgen", "Köttgen", "Dr. Anna Koettgen"]) == [[0], [1, 3], [2]]
