"""Who is one person in an article."""

from dataclasses import replace

import pytest

from desktop_app.entities.document.findings import findings
from tests.unit.entities.document.marked import page_of, read, reasons, spans_of, who


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    found = read("Es sprach [p1:Julia Münch]. Danach dankte Münch den Gästen.")
    assert who(found) == {"Julia Münch": ["Julia Münch", "Münch"]}
    assert reasons(found)["Münch"] == "surname"


def test_a_surname_before_the_full_name_is_the_same_person() -> None:
    assert who(read("[p1:Münch] geht\nNach zehn Jahren nimmt [p2:Julia Münch] Abschied.")) == {
        "Julia Münch": ["Münch", "Julia Münch"]
    }


@pytest.mark.parametrize("written", ["Münchs Rede", "Münch's Rede", "Münch’s Rede"])
def test_the_genitive_is_not_part_of_the_name(written: str) -> None:
    found = read(f"[p1:Julia Münch] sprach. {written} gefiel.")
    assert who(found) == {"Julia Münch": ["Julia Münch", "Münch"]}


def test_the_genitive_is_cut_off_what_was_recognised() -> None:
    text, _ = spans_of("[p1:Julia Münch] sprach. [p1:Münchs] Rede gefiel.")
    mention = read("[p1:Julia Münch] sprach. [p1:Münchs] Rede gefiel.").clusters[0].mentions[1]
    assert (mention.form, text[mention.start : mention.end]) == ("Münch", "Münch")


def test_a_name_that_ends_in_s_keeps_it() -> None:
    assert list(who(read("Am Abend kam [p1:Heinz Peters] dazu. [p1:Peters] lachte."))) == ["Heinz Peters"]
    assert list(who(read("Auch [p1:Uwe Jacobs] sagte zu."))) == ["Uwe Jacobs"]


def test_two_of_one_surname_are_never_guessed() -> None:
    found = read("[p1:Anna Berger] und [p2:Tom Berger] kamen. [p3:Berger] redete lange.")
    assert who(found) == {"Anna Berger": ["Anna Berger"], "Tom Berger": ["Tom Berger"], "Berger": ["Berger"]}
    assert found.clusters[2].key.startswith("?")


def test_frau_and_herr_tell_a_couple_apart() -> None:
    found = read(
        "Geschäftsführerin [p1:Anna Berger] und ihr Mann, Herr [p2:Tom Berger], kamen. "
        "Frau [p3:Berger] redete, Herr [p4:Berger] schwieg."
    )
    assert who(found) == {"Anna Berger": ["Anna Berger", "Berger"], "Tom Berger": ["Tom Berger", "Berger"]}


def test_a_woman_is_not_the_man_of_her_name() -> None:
    found = read("Herr [p1:Tom Berger] kam allein. Frau [p2:Berger] war verreist.")
    assert who(found) == {"Tom Berger": ["Tom Berger"], "Berger": ["Berger"]}


def test_initials_and_missing_middle_names_are_one() -> None:
    found = read("[p1:M. Bayer] kam, [p1:Michael F. Bayer] sprach, [p1:Michael Bayer] ging.")
    assert who(found) == {"Michael F. Bayer": ["M. Bayer", "Michael F. Bayer", "Michael Bayer"]}


def test_an_initial_that_fits_two_is_nobodys() -> None:
    assert len(who(read("[p1:M. Bayer] kam mit [p2:Michael Bayer] und [p3:Monika Bayer]."))) == 3


def test_father_and_son_are_two() -> None:
    assert len(who(read("[p1:Peter Groß] und [p2:Peter Groß sen.] kamen."))) == 2


def test_a_mis_set_initial_belongs_to_the_name() -> None:
    found = read("Es sprach [p1:Michael]. [p2:F. Bayer] von der Kammer.")
    assert who(found) == {"Michael F. Bayer": ["Michael. F. Bayer"]}


def test_titles_and_roles_are_not_part_of_the_name() -> None:
    assert who(read("Es kamen [p1:Dr. Hans Weber] und [p2:Oberbürgermeister Marcel Vogel].")) == {
        "Hans Weber": ["Hans Weber"],
        "Marcel Vogel": ["Marcel Vogel"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "[p1:Inge Sommer] kam. Der Sommer war heiß.",
        "[p1:Konrad Adenauer] lebte hier. Die Adenauer Straße ist gesperrt.",
        "[p1:Konrad Adenauer] lebte hier. In der Adenauer-Allee wird gebaut.",
        "[p1:Paul Aachen] kam. In Aachen regnet es.",
        "[p1:Otto Klein] kam. Sein Hund ist klein. Klein anfangen heißt es.",
    ],
)
def test_a_surname_that_is_also_a_word_is_not_seen_everywhere(text: str) -> None:
    assert [len(forms) for forms in who(read(text)).values()] == [1]


def test_an_everyday_surname_is_seen_behind_a_title_or_before_a_verb() -> None:
    assert who(read("[p1:Inge Sommer] kam. Frau Sommer lachte. Sommer sagte nichts.")) == {
        "Inge Sommer": ["Inge Sommer", "Sommer", "Sommer"]
    }


def test_people_in_a_caption_are_found() -> None:
    found = read(
        "Hintere Reihe (v.l.n.r.): Michael Dorn (Geschäftsführer der [o1:IHK Moers]), Shinya Fujita und Dr. Eva Klug.\n"
        "Foto: Andreas Herrmann"
    )
    people = [cluster.name for cluster in found.clusters if cluster.kind == "person"]
    assert people == ["Michael Dorn", "Shinya Fujita", "Eva Klug", "Andreas Herrmann"]
    assert set(reasons(found).values()) == {"caption", "recognised"}


def test_a_role_shows_a_name_that_was_missed() -> None:
    found = read("Es sprach Sprecherin Julia Kranz, dann Herr Wessel.")
    assert reasons(found) == {"Julia Kranz": "role", "Wessel": "role"}


@pytest.mark.parametrize(
    "no_name",
    [
        "[p1:Oktober]",
        "[p1:Hauptstraße]",
        "[p1:A. B.]",
        "[p1:R2D2]",
        "[p1:Herr]",
        "[p1:a1b2c3]",
        "[o1:1234]",
        "[p1:von]",
    ],
)
def test_what_is_no_name_is_thrown_out(no_name: str) -> None:
    assert who(read(f"Hier steht {no_name} im Satz.")) == {}


def test_capitals_are_names_only_with_support() -> None:
    assert who(read("GROSSE FREUDE BEI [p1:ALLEN] IN DER STADT\nMehr dazu innen.")) == {}
    found = read("[p1:JULIA MÜNCH] EHRT DIE BESTEN DER STADT\n[p1:Julia Münch] gratulierte.")
    assert who(found) == {"Julia Münch": ["JULIA MÜNCH", "Julia Münch"]}


def test_a_weak_hit_without_support_is_left_out() -> None:
    assert who(read("Dann kam [p1:Zufall] dazu.", confidence=0.31)) == {}
    assert who(read("Dann kam [o1:Radwerk GmbH] dazu.", confidence=0.31)) == {"Radwerk GmbH": ["Radwerk GmbH"]}


def test_a_weak_longer_name_does_not_make_a_surname_ambiguous() -> None:
    text, spans = spans_of("[p1:Jan Kral] kam. Laut [p2:Bote Kral] war [p3:Kral] müde.")
    found = findings(page_of(text, "de"), [spans[0], replace(spans[1], confidence=0.41), spans[2]])
    assert who(found)["Jan Kral"] == ["Jan Kral", "Kral"]


def test_the_season_is_nobody() -> None:
    assert who(read("Seit [p1:Winter] läuft es besser.", confidence=0.5)) == {}


def test_english_possessives_and_titles() -> None:
    found = read("[p1:Imogen Thackray] left. Thackray's car stayed. Mrs Thackray walked.", "en")
    assert who(found) == {"Imogen Thackray": ["Imogen Thackray", "Thackray", "Thackray"]}


def test_japanese_surnames() -> None:
    found = read("[p1:西野綾子]社長は会見で述べた。西野氏は続けた。西野社長によると、春に始める。", "ja")
    assert who(found) == {"西野綾子": ["西野綾子", "西野", "西野"]}
    assert who(read("[p1:トーマス・ケスラー]社長は語った。[p2:ケスラー]氏は笑った。", "ja")) == {
        "トーマス・ケスラー": ["トーマス・ケスラー", "ケスラー"]
    }


def test_a_japanese_name_in_letters_may_begin_with_the_surname() -> None:
    found = read("Der Gast hieß [p1:Noda Eriko]. [p1:Eriko Noda] sprach, [p1:Noda] lachte.")
    assert [len(forms) for forms in who(found).values()] == [3]
