"""Taking queries apart and mending them."""

import datetime as dt

import pytest

from desktop_app.model.query import parse
from desktop_app.model.query_nodes import Everything, Node, Or, Term
from desktop_app.model.query_parts import MAX_REPAIRS, parts, repairs, repairs_of, replaced, without

TODAY = dt.date(2026, 11, 22)


def root(text: str) -> Node:
    return parse(text, TODAY).root


def mended(text: str) -> dict[str, str]:
    return {str(repaired): str(notice) for notice, repaired in repairs(root(text))}


def test_the_parts_are_what_is_asked_for_at_once() -> None:
    assert [str(part) for part in parts(root("a (b OR c) -d tag:x"))] == ["a", "b OR c", "-d", "tag:x"]
    assert parts(root("a OR b")) == [root("a OR b")]
    assert parts(root("")) == []


def test_a_part_is_taken_out() -> None:
    query = root("a b a")
    assert without(query, Term("a")) == root("b a")
    assert without(query, Term("z")) == query
    assert without(Term("a"), Term("a")) == Everything()


@pytest.mark.parametrize(
    ("text", "old", "new", "result"),
    [
        ("a b", "b", "c", "a c"),
        ("a (b OR c)", "b", "c OR d", "a (c OR d OR c)"),
        ("a -b", "b", "c d", "a -(c d)"),
        ("a NEAR/3 b", "b", "c OR d", "a NEAR/3 (c OR d)"),
        ("a NEAR/3 b", "b", "c d", "a c d"),
        ("x NEAR/2 y SENT b", "b", "c NEAR/4 d", "(x NEAR/2 y) SENT (c NEAR/4 d)"),
        ("x NEAR/2 y SENT b", "x NEAR/2 y", "-z", "-z b"),
        ("atleast3:a b", "a", "c*", "atleast3:c* b"),
        ("atleast3:a", "a", "c OR d", "c OR d"),
        ("a -a", "a", "-c", "-c c"),
    ],
)
def test_a_part_is_replaced_wherever_it_stands(text: str, old: str, new: str, result: str) -> None:
    assert str(replaced(root(text), root(old), root(new))) == result


@pytest.mark.parametrize(
    ("text", "repaired", "sentence"),
    [
        ("a tag:x", "a", "Search without “tag:x”."),
        ("a -b", "a", "Do not leave out “b”."),
        ("a b -c tag:x", "(a OR b) -c tag:x", "Search for any of the words instead of all of them."),
        (
            "a b like:7 (source:x OR source:y)",
            "(a OR b) like:7 (source:x OR source:y)",
            "Search for any of the words instead of all of them.",
        ),
        ("=Haus x", "Haus x", "Search for other forms of “Haus” too."),
        ("Haus", "Haus*", "Search for words that begin with “Haus”."),
        ("Haus", "*Haus*", "Search for words that hold “Haus”."),
        ("lead:Haus", "lead:Haus~1", "Search for words that are spelt like “Haus”."),
        ("Haus~", "Haus~2", "Search for words that are spelt like “Haus”."),
        ("Abkommen*", "*Abkommen*", "Search for words that hold “Abkommen”."),
        ('"a b c"', '"a b c"~10', "Search for the words of “a b c” near each other, in any order."),
        ('title:"a b"', "title:a title:b", "Search for all words of “a b”, wherever they stand."),
        ("title:a title:b", "a b", "Search everywhere, not in “title:” alone."),
        ("a W/3 b", "a NEAR/3 b", "Search for “a W/3 b” in any order."),
        ("a NEAR/8 b", "a NEAR/16 b", "Let the words of “a NEAR/8 b” be 16 words apart."),
        ("a SENT b", "a SAME b", "Search for “a SENT b” in one paragraph."),
        ("a SENT b NEAR/2 c", "a b c", "Search for all words of “a SENT (b NEAR/2 c)”, wherever they stand."),
        ("atleast3:a", "a", "Search for “a” however seldom it stands."),
        ("date:2018-09-15", "date:2018", "Widen the dates to “2018”."),
        ("date:2018-09..2019-02", "date:2018..2019", "Widen the dates to “2018..2019”."),
        ("date:2018", "date:2017..2019", "Widen the dates to “2017..2019”."),
        (">=2018-09", "date:2018..", "Widen the dates to “2018..”."),
    ],
)
def test_repairs(text: str, repaired: str, sentence: str) -> None:
    assert mended(text)[repaired] == sentence


def test_what_is_excluded_is_not_widened() -> None:
    assert set(mended("aaaa -bbbb")) == {"aaaa", "-bbbb", "aaaa* -bbbb", "*aaaa* -bbbb", "aaaa~1 -bbbb"}


def test_japanese_words_are_left_as_they_are() -> None:
    assert mended("東京大学 x") == {
        "x": "Search without “東京大学”.",
        "東京大学": "Search without “x”.",
        "東京大学 OR x": "Search for any of the words instead of all of them.",
    }


def test_repairs_can_be_read_again_and_are_few() -> None:
    for text in ("a " * 200, '"' + "a " * 300 + '"', "-(a OR b " * 20 + "c d", "title:Haus NEAR/2 x*  SENT /a/ like:3"):
        query = root(text)
        found = repairs(query)
        assert len(found) <= MAX_REPAIRS
        assert query not in [repaired for _, repaired in found]
        assert all(parse(str(repaired), TODAY).root == repaired for _, repaired in found)


def test_repairs_of_one_part_leave_the_others_alone() -> None:
    query = root("Haus =Hof -x")
    assert [str(repaired) for _, repaired in repairs_of(query, Term("Hof", exact=True))] == [
        *("Haus -x", "Haus Hof -x", "Haus Hof* -x"),
    ]
    assert repairs_of(query, Term("y")) == []


def test_alternatives_are_mended_too() -> None:
    assert "Haus* OR Hof" in mended("Haus OR Hof")
    assert isinstance(repairs(root("Haus OR Hof"))[0][1], Or)
