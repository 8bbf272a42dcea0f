"""The query language beyond words and filters: proximity, fuzzy words, patterns, counts, what an article has."""

import datetime as dt

import pytest

from desktop_app.model.query import (
    And,
    AtLeast,
    Everything,
    Filter,
    Fuzzy,
    Like,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Regex,
    Term,
    Together,
    Wildcard,
    inner_leaves,
    parse,
    positive_prose,
)
from desktop_app.model.query_german import in_german
from desktop_app.model.query_lexer import operand

A, B, C, D = Term("a"), Term("b"), Term("c"), Term("d")


def read(text: str) -> Query:
    return parse(text, dt.date(2026, 11, 22))


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ('"a b"~3', Phrase("a b", "", 3)),
        ("„a b“~3", Phrase("a b", "", 3)),
        ('"a b"~', Phrase("a b", "", 10)),
        ('title:"a b"~0', Phrase("a b", "title")),
        ('="a b"', Phrase("a b")),
        ("a NEAR/5 b", Near((A, B), 5)),
        ("a NAHE/5 b", Near((A, B), 5)),
        ("a near/5 b", Near((A, B), 5)),
        ("a ＮＥＡＲ／５ b", Near((A, B), 5)),
        ("a NEAR b", Near((A, B), 10)),
        ("a NAHE b", Near((A, B), 10)),
        ("a W/2 b", Near((A, B), 2, ordered=True)),
        ("a NEAR/5 b NEAR/5 c", Near((A, B, C), 5)),
        ("(a NEAR/5 b) NEAR/5 c", Near((A, B, C), 5)),
        ("(a OR b) W/2 c", Near((Or((A, B)), C), 2, ordered=True)),
        ('wirt* NEAR/3 "b c"', Near((Prefix("wirt"), Phrase("b c")), 3)),
        ("/x.y/ NEAR/3 haus~1", Near((Regex("x.y"), Fuzzy("haus", 1)), 3)),
        ("=a NEAR/3 b?c", Near((Term("a", exact=True), Wildcard("b?c")), 3)),
        ("title:(a NEAR/3 b)", Near((Term("a", "title"), Term("b", "title")), 3)),
        ("title:a NEAR/3 b", Near((Term("a", "title"), B), 3)),
        ("lead:a NEAR/3 text:b", Near((Term("a", "lead"), Term("b", "text")), 3)),
        ("a SENT b", Together((A, B), "sentence")),
        ("a SATZ b SATZ c", Together((A, B, C), "sentence")),
        ("a SAME b", Together((A, B), "paragraph")),
        ("a ABSATZ b", Together((A, B), "paragraph")),
        ("a SENT b NEAR/3 c", Together((A, Near((B, C), 3)), "sentence")),
        ("a NEAR/3 b SENT c", Together((Near((A, B), 3), C), "sentence")),
    ],
)
def test_words_that_stand_together(text: str, root: Node) -> None:
    query = read(text)
    assert query.root == root
    assert query.notices == []


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("a b NEAR/5 c", And((A, Near((B, C), 5)))),
        ("a NEAR/5 b c", And((Near((A, B), 5), C))),
        ("a SENT b AND c OR d", Or((And((Together((A, B), "sentence"), C)), D))),
        ("a OR b NEAR/5 c", Or((A, Near((B, C), 5)))),
        ("NOT a NEAR/5 b", Not(Near((A, B), 5))),
        ("c NICHT a SATZ b", And((C, Not(Together((A, B), "sentence"))))),
        ("-(a NEAR/5 b)", Not(Near((A, B), 5))),
        ("NOT (a) b", And((Not(A), B))),
    ],
)
def test_near_binds_before_sentence_before_and_before_or(text: str, root: Node) -> None:
    query = read(text)
    assert query.root == root
    assert query.notices == []


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("haus~", Fuzzy("haus", 1)),
        ("haus~1", Fuzzy("haus", 1)),
        ("haus~2", Fuzzy("haus", 2)),
        ("titel:haus~2", Fuzzy("haus", 2, "title")),
        ("/h[au]s/", Regex("h[au]s")),
        ("(a OR /b(c|d)/)", Or((A, Regex("b(c|d)")))),
        (r"/a\/b/", Regex(r"a\/b")),
        ('/a"b/', Regex('a"b')),
        ("-/ab/", Not(Regex("ab"))),
        ("titel:/ab/", Regex("ab", "title")),
        ("vorspann:(a b*)", And((Term("a", "lead"), Prefix("b", "lead")))),
        ("*abkommen", Wildcard("*abkommen")),
        ("note:h?user", Wildcard("h?user", "note")),
        ("titel:=a", Term("a", "title", exact=True)),
        ("atleast3:a", AtLeast(A, 3)),
        ("Mindestens3:„a b“", AtLeast(Phrase("a b"), 3)),
        ("title:atleast2:a", AtLeast(Term("a", "title"), 2)),
        ("atleast2:title:=a", AtLeast(Term("a", "title", exact=True), 2)),
        ("atleast1:a", A),
        ("-atleast2:wirt*", Not(AtLeast(Prefix("wirt"), 2))),
        ("like:12", Like(12)),
        ("ähnlich:012", Like(12)),
        ("a -like:12", And((A, Not(Like(12))))),
    ],
)
def test_more_kinds_of_words(text: str, root: Node) -> None:
    query = read(text)
    assert query.root == root
    assert query.notices == []


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("has:note", Filter("is", "noted")),
        ("hat:Schlagwort", Filter("is", "tagged")),
        ("has:date", Filter("is", "dated")),
        ("-has:star", Not(Filter("is", "starred"))),
        ("hat:Autor", Filter("has", "author")),
        ("has:place", Filter("has", "place")),
        ("has:source", Filter("has", "source")),
        ("has:person", Filter("has", "person")),
        ("hat:Organisation", Filter("has", "org")),
        ("path:/home/x/", Filter("path", "/home/x/")),
        ("pfad:/x/", Filter("path", "/x/")),
        ("tag:(a OR b)", Or((Filter("tag", "a"), Filter("tag", "b")))),
    ],
)
def test_conditions(text: str, root: Node) -> None:
    query = read(text)
    assert query.root == root
    assert query.notices == []


@pytest.mark.parametrize(
    "word", ["1.000", "3,5", "24/7", "and/or", "home/x", "w/5", "near", "W", "C++", "AT&T", "O'Neill", "Start-up", "§5"]
)
def test_what_stays_a_word(word: str) -> None:
    query = read(word)
    assert query.root == Term(word.strip("+§"))
    assert query.notices == []


def test_a_path_is_no_pattern() -> None:
    query = read("/home/x /24/7")
    assert query.root == And((Term("home/x"), Term("24/7")))
    assert query.notices == []


@pytest.mark.parametrize("text", ["‹a b›", "›a b‹", "｢a b｣", "『a b』", "〝a b〟", "‟a b”", "»a b»", "”a b”"])
def test_rarer_quotes(text: str) -> None:
    assert read(text).root == Phrase("a b")


@pytest.mark.parametrize(
    ("text", "root", "said"),
    [
        ("haus~7", Fuzzy("haus", 2), "“~7” was read as “~2”: one or two letters may differ."),
        ("haus~0.8", Fuzzy("haus", 1), "“~0.8” was read as “~1”: one or two letters may differ."),
        (
            "haus~0",
            Term("haus"),
            "“haus” was searched as it is: “~” needs a word of 3 letters and a number from 1 to 2.",
        ),
        ("ab~1", Term("ab"), "“ab” was searched as it is: “~” needs a word of 3 letters and a number from 1 to 2."),
        ("haus*~1", Prefix("haus"), "“~1” fits single words only and was left out."),
        ("/haus", Term("haus"), "“/haus” has no closing “/” and was taken literally."),
        ("a NEAR/9999 b", Near((A, B), 1000), "“NEAR/9999” was read as 1000 words, the limit."),
        (
            "a NEAR/3 tag:x",
            And((A, Filter("tag", "x"))),
            "“tag:x” has no place in the text, so “NEAR/3” was read as AND.",
        ),
        ("a SATZ -b", And((A, Not(B))), "“-b” has no place in the text, so “SATZ” was read as AND."),
        ("a W/3 (b c)", And((A, B, C)), "“b c” has no place in the text, so “W/3” was read as AND."),
        (
            "a NEAR/3 b NEAR/3 *",
            And((Near((A, B), 3), Everything())),
            "“*” has no place in the text, so “NEAR/3” was read as AND.",
        ),
        (
            "title:a NEAR/3 note:b",
            And((Term("a", "title"), Term("b", "note"))),
            "“NEAR/3” joins words of different fields, which never stand together; it was read as AND.",
        ),
        (
            "a NEAR/3 b W/5 c",
            And((Near((A, B), 3), Near((B, C), 5, ordered=True))),
            "A chain of several distances was read as (a NEAR/3 b) (b W/5 c).",
        ),
        (
            "(a SENT b) SAME c",
            And((Together((A, B), "sentence"), Together((B, C), "paragraph"))),
            "A chain of several distances was read as (a SENT b) (b SAME c).",
        ),
        ("NEAR/3 a", A, "“NEAR/3” had nothing before it and was left out."),
        ("a SENT", A, "“SENT” had nothing behind it and was left out."),
        ("atleast3:", Everything(), "“atleast3:” had no value and was left out."),
        ("atleast3:tag:x", Filter("tag", "x"), "“tag:x” cannot be counted in a text; “atleast3:” was left out."),
        ("atleast99999:a", AtLeast(A, 10_000), "“atleast99999:” was read as 10000, the limit."),
        (
            "atleast2:(a OR b)",
            Or((AtLeast(A, 2), AtLeast(B, 2))),
            "“atleast2:” counts words and phrases, so it was read for each in the brackets.",
        ),
        (
            "like:x",
            Phrase("like x"),
            "“like:x” needs the number of an article, as in like:12; it was searched as words.",
        ),
        (
            "has:x",
            Phrase("has x"),
            "“has:x” is not known (try has:note, has:tag, has:author); it was searched as words.",
        ),
        ("a\x07b", And((A, B)), "Characters that cannot be read were left out."),
        ("a\ud800 b", And((A, B)), "Characters that cannot be read were left out."),
    ],
)
def test_repairs(text: str, root: Node, said: str) -> None:
    query = read(text)
    assert query.root == root
    assert query.notices == [said]


def test_marks_of_direction_do_not_turn_the_echo_around() -> None:
    assert read("a\u202e b\u200f").understood == "a b"


def test_notices_are_told_once_and_are_few() -> None:
    assert len(read(")" * 50 + " ( )" * 50).notices) == 2
    assert len(read(" ".join(f"is:x{n}" for n in range(100))).notices) == 20


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("a NAHE (b ODER c)", "a NEAR/10 (b OR c)"),
        ("x a W/2 b SATZ c", "x ((a W/2 b) SENT c)"),
        ("NICHT a ABSATZ b", "-(a SAME b)"),
        ("mindestens3:titel:„a b“~2", 'atleast3:title:"a b"~2'),
        ("ähnlich:3 hat:ort", "like:3 has:place"),
        ("lead:(haus~ /x/)", "lead:haus~1 lead:/x/"),
        ('"NEAR/5" „SATZ“', '"NEAR/5" "SATZ"'),
    ],
)
def test_the_echo_is_canonical(text: str, understood: str) -> None:
    query = read(text)
    assert query.understood == understood
    assert read(understood).root == query.root


def test_the_echo_can_be_german() -> None:
    echo = 'a AND -b title:(c OR "OR x") NEAR/5 -d W/3 e SENT is:unread has:author tag:read atleast3:date:2018 like:4'
    assert in_german(echo) == (
        'a UND -b titel:(c ODER "OR x") NAHE/5 -d W/3 e SATZ ist:ungelesen hat:autor schlagwort:read '
        "mindestens3:datum:2018 ähnlich:4"
    )


@pytest.mark.parametrize(
    ("typed", "beside"),
    [
        ("a b", "a b"),
        ("title:a -b", "title:a -b"),
        ("a OR b", "(a OR b)"),
        ("(a OR b) c", "(a OR b) c"),
        ("„neue Akt", '"neue Akt"'),
        ("„a“ „b", '„a“ "b"'),
        ("(a (b", "(a (b))"),
        ("a NOT", "(a NOT)"),
        ("a NEAR/3", "(a NEAR/3)"),
        ("tag:", "(tag:)"),
    ],
)
def test_unfinished_text_is_settled_before_more_is_written_beside_it(typed: str, beside: str) -> None:
    assert operand(typed) == beside


def test_composites_are_opened_for_their_words() -> None:
    query = read('x NEAR/3 (y OR "z z") SENT atleast2:w -(v NEAR u) tag:t like:3')
    assert [str(leaf) for leaf in positive_prose(query.root)] == ['x NEAR/3 (y OR "z z")', "atleast2:w", "like:3"]
    assert [str(leaf) for leaf in inner_leaves(query.root)] == ["x", "y", '"z z"', "w", "v", "u", "like:3"]
