"""Synonyms: a search for one word finds all of its set."""

import datetime as dt

import pytest

from desktop_app.model.query import parse
from desktop_app.model.query_nodes import Fuzzy, leaves
from desktop_app.model.synonyms import MAX_ADDED, expand, folded

TODAY = dt.date(2026, 11, 22)
SETS = [["KI", "künstliche Intelligenz", "AI"], ["Käse", "fromage"], ["Start-up", "Neugründung"]]


def expanded(text: str, sets: list[list[str]] = SETS) -> tuple[str, list[str]]:
    node, notices = expand(parse(text, TODAY).root, sets)
    return str(node), [str(notice) for notice in notices]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("ki", 'ki OR "künstliche Intelligenz" OR AI'),
        ("„Künstliche  Intelligenz“", '"Künstliche Intelligenz" OR KI OR AI'),
        ("title:fromage", "title:fromage OR title:Käse"),
        ("kaese", "kaese OR fromage"),
        ("KASE x", "(KASE OR fromage) x"),
        ("startup", "startup OR Neugründung"),
        ("x -fromage", "x -(fromage OR Käse)"),
        ("fromage NEAR/3 x", "(fromage OR Käse) NEAR/3 x"),
        ("x SENT y W/2 (fromage OR z)", "x SENT (y W/2 (fromage OR Käse OR z))"),
        ("fromage OR käse OR x", "fromage OR Käse OR x"),
    ],
)
def test_words_and_phrases_of_a_set_become_alternatives(text: str, printed: str) -> None:
    found, notices = expanded(text)
    assert found == printed
    assert notices


@pytest.mark.parametrize("text", ["=ki", '"KI AI"~3', "ki*", "atleast3:ki", "tag:ki", "/ki/", "*", "kis", "like:12"])
def test_what_is_meant_as_it_is_written_stays(text: str) -> None:
    assert expanded(text) == (str(parse(text, TODAY).root), [])


def test_it_is_said_which_words_are_searched_too() -> None:
    assert expanded("AI AI")[1] == ["Synonyms of “AI” are searched too: KI, künstliche Intelligenz."]


def test_a_word_of_two_sets_finds_both() -> None:
    assert expanded("a", [["a", "b"], ["c", "A"], ["c", "d"]])[0] == "a OR b OR c"


def test_how_words_are_the_same_can_be_given() -> None:
    root = parse("haus~2 hunde", TODAY).root
    node, _ = expand(root, [["Hund", "Köter"]], key=lambda word: word.lower()[:4])
    assert str(node) == "haus~2 (hunde OR Köter)"
    assert Fuzzy("haus", 2) in leaves(node)


def test_words_that_would_be_read_otherwise_are_quoted() -> None:
    assert expanded("x", [["x", "NEAR", "a:b", "AT&T", "!", "(y)"]])[0] == 'x OR "NEAR" OR "a:b" OR AT&T OR y'


def test_a_huge_set_is_cut_and_told() -> None:
    node, notices = expand(parse("w0 w1", TODAY).root, [[f"w{n}" for n in range(300)]])
    assert len(list(leaves(node))) == 2 + MAX_ADDED
    assert any("Only the first" in notice for notice in notices)


def test_folding_keeps_what_makes_another_word() -> None:
    assert folded("Straße") == folded("STRASSE")
    assert folded("Café") == folded("ＣＡＦＥ")
    assert folded("が") != folded("か")
    assert folded("a  b") != folded("ab")
