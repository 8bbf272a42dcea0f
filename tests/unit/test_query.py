"""Reading queries: operators, quotes, fields and repairs."""

import datetime as dt

import pytest

from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.query import (
    And,
    Everything,
    Filter,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
    Wildcard,
    is_prose,
    parse,
    positive_prose,
)

TODAY = dt.date(2026, 11, 22)


def read(text: str) -> Query:
    return parse(text, TODAY)


def test_space_means_and() -> None:
    assert read("Krefeld Japan").root == And((Term("Krefeld"), Term("Japan")))


@pytest.mark.parametrize("text", ["a b OR c", "a UND b ODER c", "(a b) OR (c)", "a && b || c"])
def test_and_binds_tighter_than_or(text: str) -> None:
    assert read(text).root == Or((And((Term("a"), Term("b"))), Term("c")))


@pytest.mark.parametrize("text", ["a -b", "a NOT b", "a NICHT b", "a AND NOT b", "a NOT NOT NOT b"])
def test_negation(text: str) -> None:
    assert read(text).root == And((Term("a"), Not(Term("b"))))


def test_full_width_operators_are_read() -> None:
    assert read("東京　ＯＲ　大阪　－京都").root == read("東京 OR 大阪 -京都").root
    assert read("ｔａｇ：港 ＮＯＴ x").root == And((Filter("tag", "港"), Not(Term("x"))))


def test_words_in_small_letters_are_words() -> None:
    assert read("und oder not").root == And((Term("und"), Term("oder"), Term("not")))


@pytest.mark.parametrize(
    "text",
    ['"a b"', "„a b“", "„a b”", '„a b"', "“a b”", "»a b«", "«a b»", "「a b」", "'a b'", "‚a b‘", "‘a b’", "＂a b＂"],
)
def test_quotes_of_every_style(text: str) -> None:
    query = read(text)
    assert query.root == Phrase("a b")
    assert query.notices == []


def test_an_apostrophe_is_no_quote() -> None:
    assert read("O'Neill's").root == Term("O'Neill's")


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("wirtschafts*", Prefix("wirtschafts")),
        ("*abkommen*", Wildcard("*abkommen*")),
        ("h?user", Wildcard("h?user")),
        ("*", Everything()),
        ("", Everything()),
        ("=Haus", Term("Haus", exact=True)),
        ("Titel:Krefeld", Term("Krefeld", "title")),
        ("notiz:„zwei Worte“", Phrase("zwei Worte", "note")),
        ("text:(a OR b)", Or((Term("a", "text"), Term("b", "text")))),
        ("tag:Wirtschaft/Start-up", Filter("tag", "Wirtschaft/Start-up")),
        ('Schlagwort:"zwei Worte"', Filter("tag", "zwei Worte")),
        ("tag: x", Filter("tag", "x")),
        ("tag:-x", Filter("tag", "-x")),
        ("tag:(a -b)", And((Filter("tag", "a"), Not(Filter("tag", "b"))))),
        ("ist:ungelesen", Filter("is", "unread")),
        ("Sprache:Deutsch", Filter("lang", "de")),
        ("person:Münch", Filter("person", "Münch")),
    ],
)
def test_leaves(text: str, root: object) -> None:
    query = read(text)
    assert query.root == root
    assert query.notices == []


@pytest.mark.parametrize(
    ("text", "first", "last", "value"),
    [
        ("date:2018", 20180101, 20181231, "2018"),
        ("date:2018-09", 20180901, 20180930, "2018-09"),
        ("datum:15.9.2018", 20180915, 20180915, "2018-09-15"),
        ("date:09/2018", 20180901, 20180930, "2018-09"),
        ("date:2018..2020", 20180101, 20201231, "2018..2020"),
        ("2018..2020", 20180101, 20201231, "2018..2020"),
        ("date:2018-02..2018-04", 20180201, 20180430, "2018-02..2018-04"),
        ("date:>=2018-09", 20180901, 99991231, "2018-09.."),
        ("date:>2018-09", 20181001, 99991231, "2018-10.."),
        ("date:<2018-09", 0, 20180831, "..2018-08"),
        ("date:2018-2020", 20180101, 20201231, "2018..2020"),
        ("datum:„2018 – 2020“", 20180101, 20201231, "2018..2020"),
        ("date:>= 2018-09", 20180901, 99991231, "2018-09.."),
        ("ｄａｔｅ：<2018", 0, 20171231, "..2017"),
        ("date:..2018", 0, 20181231, "..2018"),
        ("date:heute", 20261122, 20261122, "2026-11-22"),
        ("date:yesterday..", 20261121, 99991231, "2026-11-21.."),
    ],
)
def test_dates(text: str, first: int, last: int, value: str) -> None:
    assert read(text).root == Filter("date", value, first, last)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ('"a b', Phrase("a b")),
        ("((a", Term("a")),
        ("a))", Term("a")),
        ("AND a OR", Term("a")),
        ("a OR AND b", And((Term("a"), Term("b")))),
        ("a NOT", Term("a")),
        ("() a", Term("a")),
        ("a - b", And((Term("a"), Term("b")))),
        ("http://x.de", Phrase("http://x.de")),
        ("tag:", Everything()),
        ("date:31.2.2018", Phrase("date 31.2.2018")),
        ("is:foo", Phrase("is foo")),
        ("date:2020..2018", Filter("date", "2018..2020", 20180101, 20201231)),
        ("haus~3", Fuzzy("haus", 2)),
        ('""', Everything()),
        ("a 」", Term("a")),
    ],
)
def test_faulty_input_is_repaired_with_a_notice(text: str, root: object) -> None:
    query = read(text)
    assert query.root == root
    assert query.notices
    assert all(str(notice).endswith(".") and "{" not in notice for notice in query.notices)


@pytest.mark.parametrize(
    "text", ["-(a OR b " * 64, "a " * 201, "x" * 10_001, "lead:(" + f"{'x' * 48} " * 198, "a NEAR/3 b W/2 " * 60]
)
def test_what_is_too_much_is_refused(text: str) -> None:
    with pytest.raises(QueryRefusedError, match="Please"):
        read(text)


def test_brackets_that_change_nothing_are_read_however_many() -> None:
    assert read("(" * 5000 + "a" + ")" * 4999).root == Term("a")


def test_the_echo_of_a_deep_query_is_read_again() -> None:
    query = read("(a OR b c " * 30 + "d NEAR e SENT f")
    assert read(query.understood).root == query.root


def test_understood_is_canonical() -> None:
    query = read("krefeld UND („neue Akteure“ ODER tag:x) NICHT datum:>=2018-09")
    assert query.understood == 'krefeld ("neue Akteure" OR tag:x) -date:2018-09..'


def test_prose_and_filters_are_told_apart() -> None:
    query = read("a -b tag:x")
    assert query.has_prose
    assert not is_prose(query.root)
    assert list(positive_prose(query.root)) == [Term("a")]
    assert not read("tag:x -a").has_prose
    assert is_prose(read("a (b OR -c)").root)


def test_notices_can_be_translated_and_sent_between_processes() -> None:
    import pickle

    notice = pickle.loads(pickle.dumps(read("NOT").notices[0]))  # noqa: S301 - our own bytes
    assert notice.template == "“{word}” had nothing behind it and was left out."
    assert notice.fields == {"word": "NOT"}
