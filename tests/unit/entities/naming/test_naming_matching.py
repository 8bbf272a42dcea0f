"""How likely two that are known are one, and why."""

from itertools import product

import pytest

from desktop_app.entities.naming.blocking import blocks
from desktop_app.entities.naming.likeness import Known, Likeness
from desktop_app.entities.naming.matching import compare
from desktop_app.entities.naming.proposing import MOST_VAGUE, candidates, propose
from desktop_app.model.people import Kind

HERE = frozenset(("Industrie- und Handelskammer Aachen",))


def _likeness(kind: Kind, one: str, other: str) -> Likeness:
    return compare(kind, Known(1, one), Known(2, other))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Michael F. Bayer", "Michael Bayer", "initial"),
        ("M. Bayer", "Michael Bayer", "initial"),
        ("Th. Escher", "Thomas Escher", "initial"),
        ("Fritz Wilmers", "Friedrich Wilmers", "short form"),
        ("Hans Lüttgens", "Hans Peter Lüttgens", "given name left out"),
        ("Hanspeter Lüttgens", "Hans-Peter Lüttgens", "spacing"),
        ("Matthias Kronenberg", "Matthias Kronenburg", "spelling"),
        ("Sabine Overath", "Sabine Overath-Niggemann", "double surname"),
        ("Johannes Terhorst", "Johannes Terhorst jun.", "generation"),
        ("Kim Jong-un", "Jong-un Kim", "word order"),
        ("Taro Ono", "Taro Ohno", "spelling"),
        ("斎藤洋子", "斉藤洋子", "spelling"),
        ("渡辺正佳", "Masayoshi Watanabe", "transliteration"),
        ("マイケル・バイヤー", "Michael Bayer", "transliteration"),
        ("Владимир Путин", "Wladimir Putin", "transliteration"),
    ],
)
def test_persons_worth_asking_about(one: str, other: str, reason: str) -> None:
    found = _likeness("person", one, other)
    assert (found.level, found.reason) == ("likely", reason)
    assert blocks("person", one) & blocks("person", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peter Lüttgens", "Petra Lüttgens"),
        ("Martin Kronenberg", "Martina Kronenberg"),
        ("Christian Oellers", "Christina Oellers"),
        ("Michael F. Bayer", "Michael G. Bayer"),
        ("M. Bayer", "Thomas Bayer"),
        ("Johannes Terhorst sen.", "Johannes Terhorst jun."),
        ("Kenji Sato", "Kenji Saito"),
        ("Yuki Tanaka", "Yuka Tanaka"),
        ("Hans Friedrich", "Friedrich Hans"),
        ("Anna Maria", "Anna Maria Schmidt"),
        ("渡辺健二", "渡辺健太"),
        ("Köttgen", "Marlies Köttgen"),
        ("Anna Köttgen", "Anna Overath"),
    ],
)
def test_namesakes_and_strangers_are_not_asked_about(one: str, other: str) -> None:
    assert _likeness("person", one, other).level == "no"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("DJW", "Deutsch-Japanischer Wirtschaftskreis", "acronym"),
        ("IHK Aachen", "Industrie- und Handelskammer Aachen", "acronym"),
        ("e.GO Mobile", "eGO Mobile AG", "spacing"),
        ("Start-up Verband", "Startup Verband", "spacing"),
        ("Kessler GmbH", "Kessler AG", "legal form"),
        ("Northgate Instruments", "Northgate Intruments", "spelling"),
        ("Uni Köln", "University of Cologne", "translation"),
        ("トヨタ自動車", "Toyota Motor Corporation", "transliteration"),
        ("Germania Wassenberg", "SV Germania Wassenberg", "part of the name"),
        ("Meridian Robotics", "Meridian Robotics Europe", "part of the name"),
    ],
)
def test_organisations_worth_asking_about(one: str, other: str, reason: str) -> None:
    found = _likeness("organisation", one, other)
    assert (found.level, found.reason) == ("likely", reason)
    assert blocks("organisation", one) & blocks("organisation", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IHK Aachen", "IHK Köln"),
        ("IHK Aachen", "Industrie- und Handelskammer Köln"),
        ("Universität Köln", "Universitätsklinikum Köln"),
        ("Stadt Aachen", "Stadt Aalen"),
        ("1. FC Köln", "2. FC Köln"),
        ("Aachener Zeitung", "Aachener Nachrichten"),
        ("北星電機", "北星電子"),
        ("東京大学", "京都大学"),
        ("Siemens", "Siemens Energy"),
    ],
)
def test_other_organisations_are_not_asked_about(one: str, other: str) -> None:
    assert _likeness("organisation", one, other).level == "no"


def test_only_equal_keys_are_the_same() -> None:
    assert _likeness("person", "Dr. Marlies Köttgen", "Koettgen, Marlies").level == "same"
    assert _likeness("organisation", "Brandis GmbH", "Brandis").level == "same"
    raised = compare(
        "person",
        Known(1, "Michael F. Bayer", organisations=HERE, roles=frozenset(("Hauptgeschäftsführer",))),
        Known(2, "Michael Bayer", organisations=HERE, roles=frozenset(("Hauptgeschäftsführer",))),
    )
    assert raised.level == "likely"
    assert raised.shared == (*HERE, "Hauptgeschäftsführer")


def test_a_surname_alone_is_never_the_same_and_likely_only_in_one_context() -> None:
    bare, full = Known(1, "Bayer", organisations=HERE), Known(2, "Michael Bayer", organisations=HERE)
    assert compare("person", bare, full).reason == "bare surname"
    assert compare("person", bare, full).level == "likely"
    assert compare("person", bare, Known(3, "Bayer", organisations=HERE)).level == "likely"
    assert compare("person", bare, Known(4, "Bayer", places=frozenset(("Köln",)))).level == "no"
    assert compare("person", bare, Known(5, "Michael Bayer")).level == "no"


def test_context_lifts_and_a_long_gap_lowers() -> None:
    alone = _likeness("person", "M. Bayer", "Michael Bayer").score
    together = compare(
        "person", Known(1, "M. Bayer", organisations=HERE), Known(2, "Michael Bayer", organisations=HERE)
    )
    assert together.score > alone
    old, new = Known(1, "M. Bayer", last="1961-04"), Known(2, "Michael Bayer", first="2018-09-01")
    assert compare("person", old, new).score < alone
    assert compare("person", old, new).years == 57
    same = compare("person", Known(1, "Anna Köttgen", last="1890"), Known(2, "Anna Köttgen", first="2019"))
    assert same.level == "likely"


def test_forms_count_but_a_contradiction_between_the_names_ends_it() -> None:
    one = Known(1, "Michael F. Bayer", forms=("M. Bayer", "Mike Bayer"))
    assert compare("person", one, Known(2, "Markus Bayer")).level == "no"
    assert compare("person", one, Known(3, "Mike Bayer")).score > _likeness("person", one.name, "Mike Bayer").score


def test_comparing_does_not_depend_on_the_order() -> None:
    names = [
        "Michael F. Bayer",
        "M. Bayer",
        "Bayer",
        "渡辺正佳",
        "Masayoshi Watanabe",
        "Hans-Peter Bayer",
        "x",
        "",
        "?",
    ]
    for kind, one, other in product(("person", "organisation"), names, names):
        there, back = _likeness(kind, one, other), _likeness(kind, other, one)
        assert (there.score, there.level) == (back.score, back.level), (one, other)
        assert 0 <= there.score <= 1


@pytest.mark.parametrize(
    "noise", ["1" * 100_000, "A. " * 30_000, "AG " * 30_000, "(" * 50_000, "ab(c) " * 9_999, "・" * 9_999]
)
@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_noise_is_a_stranger_to_everyone(kind: Kind, noise: str) -> None:
    assert _likeness(kind, noise, "Michael Bayer").level == "no"
    blocks(kind, noise)


# ---- proposing -----------------------------------------------------------------------------------------------------


def _known(*names: str) -> list[Known]:
    return [Known(100 + place, name) for place, name in enumerate(names)]


def test_all_likely_pairs_are_proposed_once() -> None:
    names = ["Michael Bayer", "Dr. Anna Köttgen", "Bayer, Michael F.", "Anna Köttgn", "Petra Bayer", "Anna Köttgen"]
    known = _known(*names)
    found = list(propose("person", known))
    assert {(p.one, p.other) for p in found} == {(100, 102), (101, 103), (103, 105)}
    assert len(found) == 3
    for proposal in found:
        assert proposal.likeness.forms == (names[proposal.one - 100], names[proposal.other - 100])


def test_only_what_is_new_is_compared() -> None:
    known = _known("Michael Bayer", "Michael F. Bayer", "Anna Köttgen", "Anna Köttgn")
    assert [(p.one, p.other) for p in propose("person", known, since=3)] == [(102, 103)]
    assert list(propose("person", known, since=4)) == []
    assert len(list(propose("person", known, limit=1))) == 1


def test_what_fits_too_many_is_not_asked() -> None:
    many = _known("Michael Bayer", *(f"M. {letter}. Bayer" for letter in "ABCDEFGH"), "Anna Bayer")
    assert len(many) - 2 > MOST_VAGUE
    assert not [p for p in propose("person", many) if p.one == 100]
    few = _known("Michael Bayer", "M. Bayer", "Anna Bayer")
    assert [(p.one, p.other) for p in propose("person", few)] == [(100, 101)]


def test_a_crowd_of_one_surname_does_not_grow_with_its_square() -> None:
    consonants = "bdfgklmnprst"
    given = [f"{a}o{b}u{c}" for a, b, c in product(consonants, consonants, consonants)]
    known = _known(*(f"{name.title()} Müller" for name in given))
    pairs = list(candidates("person", known))
    assert len(pairs) == len(set(pairs))
    assert len(pairs) < 40 * len(known)


def test_acronyms_meet_their_names_in_a_crowd() -> None:
    crowd = [f"Deutscher J{letter}{other}nderverband Neustadt" for letter in "aeiou" for other in "bcdfgklmnprstvwz"]
    known = _known("DJW", *crowd, "Deutsch-Japanischer Wirtschaftskreis e.V.")
    found = [p for p in propose("organisation", known) if p.one == 100]
    assert [(p.other, p.likeness.reason) for p in found] == [(100 + len(crowd) + 1, "acronym")]
