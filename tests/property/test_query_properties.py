"""Whatever is typed, it is read or refused with a sentence; and what is echoed means the same again."""

import contextlib
import datetime as dt

from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.query import parse

TODAY = dt.date(2026, 11, 22)

PIECES = """
Start-ups „ “ ” » « " ' ’ ‚ ‘ 「 」 ( ) （ ） - -x + = =x * a* ?b *c* ~1 AND UND OR ODER NOT NICHT && ||
tag: titel: title:x date: datum:2018-09 date:2018..2020 2018.. ..2019 >=2018 date:heute is:unread ist:foo
http://x 12:30 tag:-x tag:AND lang:deutsch O'Neill AT&T 東京 が か\u3099 \u00ad _ __ … ! / \\ : ：
"""
pieces = st.sampled_from(PIECES.split())
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
