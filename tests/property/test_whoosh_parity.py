"""Our evaluator against Whoosh's own searcher over the very same index, for what both can answer.

Hits must be the same. Whoosh is given our idf, which is never negative; with that, scores over one field are the same
too, and so is the order. Stems are left out: Whoosh has no such thing over one list of words.
"""

import math
import tempfile
from importlib import metadata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query as wq
from whoosh.index import FileIndex
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from desktop_app.index.segments.storage import DurableStorage
from desktop_app.index.whoosh_engine import WhooshEngine
from desktop_app.model.documents import Document, IndexCursor
from desktop_app.model.query_nodes import And, Everything, Node, Not, Or, Phrase, Prefix, Regex, Term, Wildcard

WORDS = ("alt", "neu", "haus", "stadt", "rat", "land")
bodies = st.lists(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), min_size=1, max_size=9)
terms = st.builds(Term, st.sampled_from([*WORDS, "fehlt"]), st.just("text"), st.just(True))
leaves: st.SearchStrategy[Node] = (
    terms
    | st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(lambda words: Phrase(" ".join(words), "text"))
    | st.builds(Prefix, st.sampled_from(["a", "ra", "st", "x"]), st.just("text"))
    | st.builds(Wildcard, st.sampled_from(["*a*", "?a*", "*t", "h?us"]), st.just("text"))
    | st.builds(Regex, st.sampled_from([".*a.", "[hs].*", "x|rat"]), st.just("text"))
    | st.just(Everything())
)


def _trees(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=2, max_size=3, unique=True)
    return (
        several.map(lambda parts: And(tuple(parts)))
        | several.map(lambda parts: Or(tuple(parts)))
        | st.builds(Not, inner)
    )


nodes = st.recursive(leaves, _trees, max_leaves=5)
ranked: st.SearchStrategy[Node] = terms | st.lists(terms, min_size=2, max_size=3, unique=True).flatmap(
    lambda parts: st.sampled_from([And(tuple(parts)), Or(tuple(parts))])
)


class Weighting(BM25F):
    """Whoosh's BM25F with our idf."""

    def idf(self, searcher: Searcher, fieldname: str, text: bytes) -> float:
        frequency = searcher.doc_frequency(fieldname, text)
        return math.log(1 + (searcher.doc_count_all() - frequency + 0.5) / (frequency + 0.5))


def to_whoosh(node: Node) -> wq.Query:
    """The same question in Whoosh's own terms."""
    match node:
        case Term():
            return wq.Term("text", node.text)
        case Phrase():
            return wq.Phrase("text", node.text.split())
        case Prefix():
            return wq.Prefix("text", node.text)
        case Wildcard():
            return wq.Wildcard("text", node.pattern)
        case Regex():
            return wq.Regex("text", f"(?:{node.pattern})$")
        case Not():
            return wq.And([wq.Every(), wq.Not(to_whoosh(node.part))])
        case And():
            return wq.And([to_whoosh(part) for part in node.parts])
        case Or():
            return wq.Or([to_whoosh(part) for part in node.parts])
    return wq.Every()


def _searched(folder: str, node: Node) -> dict[int, float]:
    with FileIndex(DurableStorage(folder)).searcher(weighting=Weighting()) as searcher:
        column = searcher.reader().column_reader("id")
        return {column[hit.docnum]: hit.score for hit in searcher.search(to_whoosh(node), limit=None)}


@pytest.mark.parametrize("distribution", ["whoosh-reloaded", "whoosh3"])
def test_whoosh_s_own_searcher_finds_the_same(distribution: str) -> None:
    try:
        metadata.version(distribution)
    except metadata.PackageNotFoundError:
        pytest.skip(f"{distribution} is not what this environment has for “whoosh”")
    _both_agree()


@given(bodies, bodies, st.lists(nodes, min_size=4, max_size=4), st.lists(ranked, min_size=2, max_size=2))
@settings(deadline=None, max_examples=60)
def _both_agree(first: list[str], second: list[str], trees: list[Node], ranks: list[Node]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = WhooshEngine(Path(folder))
        engine.apply([Document(n, "", body, "", "de") for n, body in enumerate(first)], [], IndexCursor("x", 1))
        engine.apply([Document(n + 5, "", body, "", "de") for n, body in enumerate(second)], [2], IndexCursor("x", 2))
        for node in trees:
            assert set(engine.match(node).ids.tolist()) == set(_searched(folder, node)), str(node)
        for node in ranks:
            ours, theirs = engine.match(node), _searched(folder, node)
            assert set(ours.ids.tolist()) == set(theirs), str(node)
            np.testing.assert_allclose(ours.scores, [theirs[number] for number in ours.ids.tolist()], rtol=1e-4)
