"""The index against slower ways of doing the same."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.index.hits.snippets import hit_spans, snippet
from desktop_app.index.text import analysis
from desktop_app.index.text.folding import fold, fold_with_origins
from desktop_app.index.whoosh_engine import WhooshEngine
from desktop_app.model.documents import Document, IndexCursor
from desktop_app.model.query import Not, Phrase, Prefix, Term
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


@given(texts | st.text("aÄß-\n .,\x1c\x1d\x1e1_\u2010“ć", max_size=30), st.booleans())
@settings(deadline=None)
def test_marks_change_no_piece(text: str, is_lead: bool) -> None:
    text = normalise(text)
    found = analysis.marked_pieces(text, len(text) if is_lead else -1)
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
