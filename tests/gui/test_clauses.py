"""Clauses: filters in the query language, alternatives among them, and how a reader is told of them."""

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.gui.clauses import (
    chosen,
    clause,
    date_spans,
    describe,
    either,
    field_of,
    joined,
    like_clause,
    members,
    opposite,
    split,
    state_of,
    tidy,
    unfold,
    without,
    without_dates,
)
from desktop_app.model.query import Filter, parse
from desktop_app.model.query_parts import parts

BOTE, NWD, POST = 'source:"Rheinhafen-Bote"', "source:nwd", 'source:"The Harbour Post"'


@pytest.fixture(autouse=True)
def words(qtbot: QtBot) -> None:
    """The words of the window need its application."""


def test_clauses_are_made_and_described() -> None:
    assert clause("tag", "Start-up") == 'tag:"Start-up"'
    assert clause("lang", "de") == "lang:de"
    assert clause("source", 'Der "Bote"', exclude=True) == "-source:\"Der 'Bote'\""
    assert opposite(opposite("lang:de")) == "lang:de"
    assert split('-tag:"A B"') == (True, "tag", "A B")
    assert split("words") == (False, "", "words")
    assert split(f"({BOTE} OR {NWD})") == (False, "", f"({BOTE} OR {NWD})")
    assert describe("is:unread") == "unread"
    assert describe("date:2018..") == "2018 –"
    assert describe("place:Lank") == "place: Lank"


def test_alternatives_are_one_clause() -> None:
    both = either([BOTE, NWD])
    assert both == f"({BOTE} OR {NWD})"
    assert members(both) == [BOTE, NWD]
    assert members(f"-{both}") == [BOTE, NWD]
    assert field_of(both) == "source"
    assert describe(both) == "Source: Rheinhafen-Bote or nwd"
    assert describe(f"-{either([BOTE, NWD, POST])}") == "not Source: Rheinhafen-Bote, nwd or The Harbour Post"
    assert describe(either([f"lang:{code}" for code in ("de", "en", "ja", "fr")])) == (
        "Language: German, English or 2 others"
    )


@pytest.mark.parametrize("text", [either([BOTE, NWD]), f"-{either([BOTE, POST])}", "(date:2018 OR date:2019-03)"])
def test_the_language_reads_alternatives_as_they_are_meant(text: str) -> None:
    query = parse(f"hafen {text}", dt.date(2019, 5, 14))
    assert query.notices == []
    assert unfold(f"hafen {text}") == ("hafen", [text])


def test_a_click_sets_replaces_and_drops() -> None:
    assert chosen([], BOTE) == [BOTE]
    assert chosen([BOTE], BOTE) == []
    assert chosen([BOTE, "lang:de"], NWD) == [NWD, "lang:de"]
    assert chosen([f"-{BOTE}"], BOTE) == [BOTE]
    assert chosen(["tag:a"], "tag:b") == ["tag:a", "tag:b"]


def test_a_click_with_control_adds_an_alternative_and_takes_it_away() -> None:
    both = chosen([BOTE, "lang:de"], NWD, more=True)
    assert both == [either([BOTE, NWD]), "lang:de"]
    assert state_of(NWD, both) == "include"
    assert chosen(both, NWD, more=True) == [BOTE, "lang:de"]
    assert chosen(both, NWD) == [NWD, "lang:de"]
    assert chosen([], BOTE, more=True) == [BOTE]
    assert chosen(["tag:a"], "tag:b", more=True) == ["(tag:a OR tag:b)"]


def test_a_click_with_alt_leaves_out() -> None:
    assert chosen([], BOTE, exclude=True) == [f"-{BOTE}"]
    assert chosen([f"-{BOTE}"], BOTE, exclude=True) == []
    assert chosen([f"-{BOTE}"], NWD, exclude=True) == [f"-{BOTE}", f"-{NWD}"]
    assert chosen([f"-{BOTE}"], NWD, exclude=True, more=True) == [f"-{either([BOTE, NWD])}"]
    assert chosen([either([BOTE, NWD])], NWD, exclude=True) == [BOTE, f"-{NWD}"]
    assert state_of(NWD, [f"-{NWD}"]) == "exclude"


def test_one_of_several_is_taken_out() -> None:
    assert without([either([BOTE, NWD, POST]), "lang:de"], NWD) == [either([BOTE, POST]), "lang:de"]
    assert without([BOTE], NWD) == [BOTE]


def test_dates_are_found_among_filters() -> None:
    filters = ["date:2018-09..2019-06", "lang:de", "-date:2017", "(date:2015 OR date:2016..)", "is:undated"]
    assert date_spans(filters) == [("2018-09", "2019-06"), ("2015", "2015"), ("2016", "")]
    assert without_dates(filters) == ["lang:de", "-date:2017"]


@pytest.mark.parametrize(
    ("query", "words", "filters"),
    [
        ('start-up tag:"A B" -date:2018..2019', "start-up", ['tag:"A B"', "-date:2018..2019"]),
        ("(a OR b) lang:de", "a OR b", ["lang:de"]),
        ("(a OR b) (lang:de OR lang:en)", "a OR b", ["(lang:de OR lang:en)"]),
        ("(lang:de OR lang:en)", "", ["(lang:de OR lang:en)"]),
        ("a OR b lang:de", "a OR b lang:de", []),
        ("hafen OR (lang:de OR lang:en)", "hafen OR (lang:de OR lang:en)", []),
        ("hafen NOT lang:de", "hafen NOT lang:de", []),
        ("hafen (lang:de OR tag:en)", "hafen (lang:de OR tag:en)", []),
        ("tag:a b", "tag:a b", []),
        ("", "", []),
    ],
)
def test_a_query_unfolds_into_words_and_chips(query: str, words: str, filters: list[str]) -> None:
    assert unfold(query) == (words, filters)
    assert joined(words, filters) == query


def test_articles_like_another_are_named_by_its_title() -> None:
    assert unfold("like:12 lang:de") == ("", ["like:12", "lang:de"])
    assert describe("like:7") == "Like article 7"
    assert like_clause("like:12", "Siebzig Gäste aus Osaka suchen Partner im Rheinhafen") == "like:12"
    assert describe("like:12") == "Like “Siebzig Gäste aus Osa…”"
    assert describe("-like:12").startswith("not Like")


@pytest.mark.parametrize(
    ("printed", "clicked"),
    [
        ("source:Rheinhafen-Bote", 'source:"Rheinhafen-Bote"'),
        ("-(source:nwd OR source:Rheinhafen-Bote)", '-(source:nwd OR source:"Rheinhafen-Bote")'),
        ("date:2018-09..2019-06", "date:2018-09..2019-06"),
    ],
)
def test_a_printed_clause_is_written_as_a_click_writes_it(printed: str, clicked: str) -> None:
    assert tidy(printed) == clicked


@pytest.mark.parametrize("words", ["„neue Akt", "hafen NOT", "(hafen", "hafen OR kai", "hafen NEAR/5", "title:"])
def test_filters_stay_filters_while_words_are_typed(words: str) -> None:
    root = parse(joined(words, ["tag:x"]), dt.date(2026, 11, 22)).root
    assert parts(root)[-1] == Filter("tag", "x")
