"""Every kind of query against a slow reference, over random articles in three languages."""

import tempfile
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.index.evaluation.fuzzy import Nearness
from desktop_app.index.whoosh_engine import WhooshEngine
from desktop_app.model.documents import Document, IndexCursor
from desktop_app.model.query_nodes import (
    And,
    AtLeast,
    Everything,
    Fuzzy,
    Like,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Prose,
    Regex,
    Term,
    Together,
    Wildcard,
)
from tests.property import search_reference

WORDS = ("haus", "Häuser", "Start-up", "Startups", "houses", "Rat", "Rates", "stadt", "Haut", "東京都", "京都", "neu")
FORMS = ("haus", "rat", "stadt", "neu", "x")
GAPS = (" ", " ", " ", ". ", "\n\n", ", ")

words = st.sampled_from(WORDS)
fields = st.sampled_from(["", "", "", "title", "lead", "text", "note"])
texts = st.lists(st.tuples(words, st.sampled_from(GAPS)), max_size=14).map(
    lambda parts: "".join(word + gap for word, gap in parts).strip()
)
documents = st.builds(
    Document,
    st.integers(1, 9),
    st.lists(words, max_size=3).map(" ".join),
    texts,
    st.sampled_from(["", "", "Rat haus"]),
    st.sampled_from(["de", "en", "ja", ""]),
)

terms = st.builds(Term, words, fields, st.booleans())
phrases = st.builds(
    Phrase, st.lists(words, min_size=1, max_size=3).map(" ".join), fields, st.sampled_from([0, 0, 1, 3])
)
patterns = (
    st.builds(Prefix, st.sampled_from(["ha", "sta", "r", "東京", "x"]), fields)
    | st.builds(Wildcard, st.sampled_from(["*us", "h?us", "*ta*", "?a?", "r*s", "*ä*"]), fields)
    | st.builds(Fuzzy, st.sampled_from(["haus", "hasu", "rta", "stad", "東京"]), st.sampled_from([1, 2]), fields)
    | st.builds(Regex, st.sampled_from(["ha[ut].*", ".*s", "rat(es)?", "[^h].{3}", "x*"]), fields)
)
placed = terms | phrases | patterns
alternatives = placed | st.lists(placed, min_size=2, max_size=2).map(lambda parts: Or(tuple(parts)))
nears: st.SearchStrategy[Prose] = st.builds(
    Near, st.lists(alternatives, min_size=2, max_size=3).map(tuple), st.integers(1, 4), st.booleans()
)
togethers: st.SearchStrategy[Prose] = st.builds(
    Together,
    st.lists(alternatives | nears, min_size=2, max_size=3).map(tuple),
    st.sampled_from(["sentence", "paragraph"]),
)
leaves: st.SearchStrategy[Node] = (
    placed
    | nears
    | togethers
    | st.builds(AtLeast, placed | nears | togethers, st.integers(1, 3))
    | st.builds(
        Like,
        st.just(1),
        st.lists(st.sampled_from(["haus", "rat", "stadt", "neu", "x"]), min_size=1, max_size=5).map(tuple),
    )
)
nodes = st.recursive(
    leaves | st.just(Everything()),
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts)))
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts)))
        | st.builds(Not, inner)
    ),
    max_leaves=4,
)


def _index(folder: str, first: list[Document], second: list[Document], gone: list[int]) -> dict[int, Document]:
    engine = WhooshEngine(Path(folder))
    engine.apply(first, [], IndexCursor("x", 1))
    engine.apply(second, gone, IndexCursor("x", 2))
    there = {document.id: document for document in first if document.id not in gone}
    return there | {document.id: document for document in second}


@given(
    st.lists(documents, min_size=1, max_size=5),
    st.lists(documents, max_size=4),
    st.lists(st.integers(1, 9), max_size=2),
    st.lists(leaves, min_size=6, max_size=6),
    st.lists(nodes, min_size=4, max_size=4),
)
@settings(deadline=None, max_examples=60)
def test_queries_find_what_they_say(
    first: list[Document], second: list[Document], gone: list[int], single: list[Node], trees: list[Node]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        there = _index(folder, first, second, gone)
        engine = WhooshEngine(Path(folder))
        for node in (*single, *trees):
            found = engine.match(node)
            expected = {number for number, document in there.items() if search_reference.matches(node, document)}
            assert set(found.ids.tolist()) == expected, str(node)
            assert (np.diff(found.numbers) > 0).all()
            assert (found.scores >= 0).all()


@given(st.text("abcä東", max_size=9), st.text("abcä東", max_size=9))
@settings(deadline=None, max_examples=300)
def test_distances_are_those_of_the_table(one: str, other: str) -> None:
    nearness = Nearness(one)
    expected = search_reference.distance(one, other)
    assert nearness.to(other) == expected
    assert nearness.of(f"{other}\n{one}\n".encode()).tolist() == [expected, 0]
