"""Whatever is typed, it is read or refused with a sentence; and what is echoed means the same again."""

import contextlib
import datetime as dt
import sys
from types import FrameType
from typing import Any

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.query import Everything, Filter, parse
from desktop_app.model.query_german import in_german
from desktop_app.model.query_lexer import operand
from desktop_app.model.query_nodes import conjunction

TODAY = dt.date(2026, 11, 22)

PIECES = r"""
Start-ups „ “ ” » « › ‹ " ' ’ ‚ ‘ 「 」 ｢ 〝 ( ) （ ） ( ) - -x + = =x = * a* ?b *c* ~ ~1 ~2 ~3 haus~ haus~2 ~10 "a
"b c" "d e"~4 ' AND UND OR ODER NOT NICHT && || NEAR NAHE NEAR/3 NEAR/5 NAHE/0 NEAR/99999 W/5 W/ SENT SATZ SAME ABSATZ
NEAR/3 W/5 SENT SAME and/or 24/7 /ha[uo]s/ /a\/b/ /home/x /open // /(a|b)c/ /x"y/ \ / _ __ … ! : ：
atleast3: mindestens2: atleast1: atleast99999: ATLEAST4:x atleast3:"a tag: titel: lead: vorspann:x title:x lang: note:
date: datum:2018-09 date:2018..2020 2018.. ..2019 >=2018 date:heute is:unread ist:foo has: has:author hat:notiz hat:x
like: like:12 ähnlich:7 like:0 like:x 1.000 3,5 12:30 http://x tag:-x tag:AND tag:NEAR/3 title:NEAR/3 path:/a/b/
path:/a/ lang:deutsch person: person:A person:"A B" org:C org:#12 person:#x person:A* person:-x person:AND org:(
has:person has:org hat:person is:checked ist:geprüft O'Neill AT&T 東京 が
"""
INVISIBLE = ["か\u3099", "\u00ad", "\u202e", "\x07", "\u0338", "\u3000", "\ud800", "\x1f"]
pieces = st.sampled_from(PIECES.split() + INVISIBLE)
queries = st.lists(st.tuples(pieces | st.text(max_size=5), st.sampled_from(["", " "])), max_size=25).map(
    lambda parts: "".join(text + gap for text, gap in parts)
)


@settings(deadline=None)
@given(queries | st.text(max_size=60))
def test_every_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(QueryRefusedError):
        assert isinstance(parse(text, TODAY).understood, str)


@settings(deadline=None)
@given(queries | st.text(max_size=60))
@example("2018..2018..")
def test_the_echo_means_the_same_again(text: str) -> None:
    query = parse(text, TODAY)
    again = parse(query.understood, TODAY)
    assert again.root == query.root
    assert again.understood == query.understood
    assert again.notices == [] or not query.understood
    assert parse(in_german(query.understood), TODAY).root == query.root


@settings(deadline=None)
@given(queries | st.text(max_size=60))
def test_a_filter_beside_any_text_is_a_filter(text: str) -> None:
    notices, query = parse(text, TODAY).notices, parse(text, TODAY).root
    assume("A closing bracket had no partner and was left out." not in notices)  # nobody knows where it should open
    both = parse(f"{operand(text)} tag:zz", TODAY).root
    assert both == conjunction([query, Filter("tag", "zz")]) or (query == Everything() and both == Filter("tag", "zz"))


@settings(deadline=None, max_examples=40)
@given(st.lists(pieces, min_size=1, max_size=3), st.integers(1, 1000))
@example(["(a OR b NEAR c SENT d"], 40)
@example(["a NEAR/3 b W/2"], 60)
def test_no_text_takes_more_steps_than_its_length_allows(repeated: list[str], length: int) -> None:
    steps = 0

    def count(_: FrameType, __: str, ___: Any) -> Any:
        nonlocal steps
        steps += 1
        return count

    text = (" ".join(repeated) + " ") * length
    before = sys.gettrace()
    sys.settrace(count)
    with contextlib.suppress(QueryRefusedError):
        parse(text[:length], TODAY)
    sys.settrace(before)
    assert steps < 400 * length + 5000  # lines of Python


@given(st.text(max_size=3).filter(str.strip), st.integers(2_000, 10_001))
def test_a_long_query_gets_an_answer_or_a_sentence(repeated: str, length: int) -> None:
    text = (repeated * length)[:length]
    with contextlib.suppress(QueryRefusedError):
        query = parse(text, TODAY)
        assert parse(query.understood, TODAY).root == query.root
