"""What is being typed into the search box, and putting in what was chosen."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.query import Filter, parse
from desktop_app.model.query_completion import begun, completion, fixed_values, inserted
from desktop_app.model.query_fields import FILTERS, NAMES, OPERATORS, PROSE
from desktop_app.model.query_help import FIELDS, WORDS
from desktop_app.model.query_help import OPERATORS as OPERATOR_FORMS
from desktop_app.model.text import normalise

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "kind", "prefix"),
    [
        ("Haf|", "word", "Haf"),
        ("hafen Br|", "word", "Br"),
        ("title:Ha|", "word", "Ha"),
        ("=Ti|", "word", "Ti"),
        ("(a OR (Wi|", "word", "Wi"),
        ("atleast3:Wi|", "word", "Wi"),
        ("ti|", "field", "ti"),
        ("Quel|", "field", "Quel"),
        ("-ta|", "field", "ta"),
        ("a NE|", "operator", "NE"),
        ("a UND|", "operator", "UND"),
        ("tag:|", "tag", ""),
        ("Schlagwort:Wi|", "tag", "Wi"),
        ("-tag:(a OR Wi|", "tag", "Wi"),
        ("tag:(|", "tag", ""),
        ('tag:"Wirtschaft un|', "tag", "Wirtschaft un"),
        ("tag: Wi|", "tag", "Wi"),
        ("source:'Rh|", "source", "Rh"),
        ("lang:d|", "lang", "d"),
        ("ist:un|", "is", "un"),
        ("has:|", "has", ""),
        ("author:Web|", "author", "Web"),
        ("date:20|", "date", "20"),
        ("date:2018..20|", "date", "20"),
        ("datum:>=20|", "date", "20"),
        ('"neue Akt|', "word", "Akt"),
        ("|", "", ""),
        ("a |", "", ""),
        ("(|", "", ""),
        ("-|", "", ""),
        ('"neue"|', "", ""),
        ("haus~|", "", ""),
        ("wirt*|", "", ""),
        ("/ab|", "", ""),
        ("like:1|", "", ""),
        ("a)|", "", ""),
    ],
)
def test_what_is_typed(typed: str, kind: str, prefix: str) -> None:
    found = completion(typed.replace("|", ""), typed.index("|"))
    assert (found.kind, found.prefix) == (kind, prefix)


@pytest.mark.parametrize(
    ("typed", "value", "then"),
    [
        ("Haf|", "Hafen", "Hafen |"),
        ("Haf| x", "Hafen", "Hafen |x"),
        ("(Haf|)", "Hafen", "(Hafen|)"),
        ("Ha|f x", "NEAR", '"NEAR" |x'),
        ("a NE|", "NEAR", "a NEAR |"),
        ("ti|", "titel:", "titel:|"),
        ("ti|tle:x", "text:", "text:|x"),
        ("-tag:Wi| x", "Wirtschaft/Start-up", "-tag:Wirtschaft/Start-up |x"),
        ("tag:Wi|", "Wirtschaft und Handel", 'tag:"Wirtschaft und Handel" |'),
        ('tag:"Wi|" x', "Wirtschaft und Handel", 'tag:"Wirtschaft und Handel" |x'),
        ('tag:"Wi|', "Handel", "tag:Handel |"),
        ("source:|", 'Der "Bote"', "source:\"Der 'Bote'\" |"),
        ("date:2018..20|", "2020", "date:2018..2020 |"),
        ("ist:|", "ungelesen", "ist:ungelesen |"),
        ('"neue Akt| x"', "Akteure", '"neue Akteure| x"'),
    ],
)
def test_what_was_chosen_is_put_in(typed: str, value: str, then: str) -> None:
    text = typed.replace("|", "")
    made, cursor = inserted(text, completion(text, typed.index("|")), value)
    assert f"{made[:cursor]}|{made[cursor:]}" == then


@given(st.text(max_size=30), st.integers(0, 30))
def test_every_text_can_be_completed(text: str, cursor: int) -> None:
    found = completion(text, min(cursor, len(text)))
    assert 0 <= found.start <= found.end <= len(text)
    made, then = inserted(text, found, "Hafen")
    assert made[: found.start] == text[: found.start]
    assert "Hafen" in made[:then]


values = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12)


@given(
    values.map(lambda text: " ".join(normalise(text).split())).filter(lambda text: not set(text) & set('"＂“”„\ufffd'))
)
def test_what_was_put_in_is_read_as_it_is(value: str) -> None:
    if value:
        text, _ = inserted("tag:", completion("tag:", 4), value)
        assert parse(text, TODAY).root == Filter("tag", value)


def test_the_language_offers_its_own_names() -> None:
    assert fixed_values("field", "t") == ["title:", "text:", "tag:"]
    assert fixed_values("field", "q") == ["quelle:"]
    assert "schlagwort:" in fixed_values("field", german=True)
    assert fixed_values("is", "un") == ["unread", "undated", "untagged", "unnoted"]
    assert fixed_values("is", "un", german=True)[0] == "ungelesen"
    assert fixed_values("operator", "N", german=True) == ["NICHT", "NAHE"]
    assert fixed_values("date") == ["today", "yesterday"]
    assert fixed_values("lang", "D") == ["de"]
    assert fixed_values("tag", "x") == []


@pytest.mark.parametrize("kind", ["is", "has", "lang", "date"])
def test_what_is_offered_is_understood(kind: str) -> None:
    for german in (False, True):
        for value in fixed_values(kind, german=german):
            query = parse(f"{kind}:{value}", TODAY)
            assert query.notices == []
            assert isinstance(query.root, Filter)


def test_the_table_shows_every_form() -> None:
    forms = [*OPERATOR_FORMS, *WORDS, *FIELDS]
    for form in forms:
        for example, name in ((form.example, form.english), (form.german_example, form.german)):
            assert parse(example, TODAY).notices == []
            assert not name or name in example or name in ("AND", "UND", "NOT", "NICHT")
        assert parse(form.example, TODAY).root.__class__ == parse(form.german_example, TODAY).root.__class__
        assert form.meaning
    assert {NAMES[name] for form in FIELDS for name in (form.english, form.german)} == {*PROSE, *FILTERS, "like"}
    named = {name for form in OPERATOR_FORMS for name in (form.english, form.german) if name}
    assert named - {"W"} == {name for name in OPERATORS if name.isalpha()}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("zollb", "zollb*"),
        ("Kobe zollb", "Kobe zollb*"),
        ("title:zollb", "title:zollb*"),
        ("zo (kobe OR zoll", "zo (kobe OR zoll*"),
        ("zollb ", ""),
        ("z", ""),
        ("=zollb", ""),
        ('"zollb', ""),
        ("zollb*", ""),
        ("zollb~1", ""),
        ("lang:d", ""),
        ("tag:Hafe", ""),
        ("", ""),
    ],
)
def test_a_word_at_the_end_may_be_but_begun(text: str, read: str) -> None:
    assert begun(text) == read
