"""The index against slower ways of doing the same."""

import math
import tempfile
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query as wq
from whoosh.index import FileIndex
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from desktop_app.index import analysis
from desktop_app.index.folding import fold, fold_with_origins
from desktop_app.index.snippets import hit_spans, snippet
from desktop_app.index.storage import DurableStorage
from desktop_app.index.whoosh_engine import WhooshEngine
from desktop_app.model.documents import Document, IndexCursor
from desktop_app.model.query import And, Not, Or, Phrase, Prefix, Term
from desktop_app.model.text import normalise

texts = st.text(max_size=40) | st.lists(
    st.sampled_from(
        ["Mü", "u\u0308", "ﬁ", "ｶﾞ", "\u00ad", "Σ", "-", " ", "ß", "㌔", "각", "ㄱㅏ", "İ", "…", "東京", "a"]
    )
).map("".join)


@given(texts)
@settings(deadline=None)
def test_folding_with_origins_is_folding(text: str) -> None:
    text = normalise(text)
    folded, origins = fold_with_origins(text)
    assert folded == fold(text)
    if origins is not None:
        assert len(origins) == len(folded) + 1
        assert list(origins) == sorted(origins)


@given(texts)
@settings(deadline=None)
def test_pieces_with_spans_are_the_pieces(text: str) -> None:
    text = normalise(text)
    found = list(analysis.pieces_with_spans(text))
    assert [piece for piece, _, _ in found] == analysis.pieces(text)
    assert all(0 <= start < end <= len(text) for _, start, end in found)


@given(texts | st.text("aÄß-\n .,\x1c\x1d\x1e1_\u2010“ć", max_size=30), st.integers(-1, 40))
@settings(deadline=None)
def test_marks_change_no_piece(text: str, lead: int) -> None:
    text = normalise(text)
    found = analysis.marked_pieces(text, lead)
    assert [piece for piece in found if piece not in analysis.MARKS] == analysis.pieces(text)
    assert found.count(analysis.LEAD_MARK) == 1


@given(texts, st.sampled_from(["mü", "a", "Σ", "東京"]))
@settings(deadline=None)
def test_snippets_are_pieces_of_the_text(text: str, word: str) -> None:
    text = normalise(text + " x " + word)
    node = Term(word)
    assert hit_spans(text, node, "")
    shown = snippet(text, node, "")
    assert "\n" not in shown.text
    for start, end in shown.spans:
        assert 0 <= start < end <= len(shown.text)


WORDS = ["alt", "neu", "haus", "stadt", "rat"]
bodies = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), min_size=1, max_size=8)
leaves = (
    st.builds(Term, st.sampled_from([*WORDS, "fehlt"]), st.just("text"), st.just(True))
    | st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(lambda w: Phrase(" ".join(w), "text"))
    | st.builds(Prefix, st.sampled_from(["a", "ra", "st", "x"]), st.just("text"))
)
nodes = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts)))
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts)))
        | st.builds(Not, inner)
    ),
    max_leaves=5,
)


class Weighting(BM25F):
    """Whoosh's BM25F with our idf."""

    def idf(self, searcher: Searcher, fieldname: str, text: bytes) -> float:
        frequency = searcher.doc_frequency(fieldname, text)
        return math.log(1 + (searcher.doc_count_all() - frequency + 0.5) / (frequency + 0.5))


def to_whoosh(node: object) -> wq.Query:
    """The same question in Whoosh's own terms."""
    if isinstance(node, Term):
        return wq.Term("text", node.text)
    if isinstance(node, Phrase):
        return wq.Phrase("text", node.text.split())
    if isinstance(node, Prefix):
        return wq.Prefix("text", node.text)
    if isinstance(node, Not):
        return wq.And([wq.Every(), wq.Not(to_whoosh(node.part))])
    assert isinstance(node, (And, Or))
    return (wq.And if isinstance(node, And) else wq.Or)([to_whoosh(part) for part in node.parts])


@given(bodies, bodies, nodes)
@settings(deadline=None, max_examples=60)
def test_whoosh_s_own_searcher_finds_the_same(first: list[str], second: list[str], node: object) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        engine = WhooshEngine(folder)
        engine.apply([Document(n, "", body, "", "de") for n, body in enumerate(first)], [], IndexCursor("x", 1))
        engine.apply([Document(n + 4, "", body, "", "de") for n, body in enumerate(second)], [2], IndexCursor("x", 2))
        ours = engine.match(node)
        reader = FileIndex(DurableStorage(name)).searcher(weighting=Weighting())
        with reader as searcher:
            hits = searcher.search(to_whoosh(node), limit=None)
            column = searcher.reader().column_reader("id")
            theirs = {column[hit.docnum]: hit.score for hit in hits}
    assert set(ours.ids.tolist()) == set(theirs)
    if isinstance(node, Term):
        np.testing.assert_allclose(ours.scores, [theirs[number] for number in ours.ids.tolist()], rtol=1e-4)


documents = st.builds(
    Document,
    st.integers(1, 6),
    st.sampled_from(["", "haus", "alt neu"]),
    st.lists(st.sampled_from([*WORDS, "Start-up", "Häuser", "houses"]), max_size=6).map(" ".join),
    st.just(""),
    st.sampled_from(["de", "en", "", "ja"]),
)
commits = st.lists(st.tuples(st.lists(documents, max_size=5), st.lists(st.integers(1, 6), max_size=2)), max_size=12)


@given(commits)
@settings(deadline=None, max_examples=30)
def test_many_commits_are_as_good_as_one(history: list[tuple[list[Document], list[int]]]) -> None:
    with tempfile.TemporaryDirectory() as many, tempfile.TemporaryDirectory() as one:
        state: dict[int, Document] = {}
        engine = WhooshEngine(Path(many))
        for number, (upserts, removals) in enumerate(history):
            for gone in removals:
                state.pop(gone, None)
            state |= {document.id: document for document in upserts}
            engine.apply(upserts, removals, IndexCursor("x", number))
        fresh = WhooshEngine(Path(one))
        fresh.apply(state.values(), [], IndexCursor("x", 0))
        assert engine.ids().tolist() == sorted(state)
        assert engine.count() == fresh.count() == len(state)
        for node in (Term("haus"), Term("startup"), Term("house"), Phrase("alt neu"), Prefix("st"), Not(Term("rat"))):
            assert sorted(engine.match(node).ids.tolist()) == sorted(fresh.match(node).ids.tolist())
