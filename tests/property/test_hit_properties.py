"""Hits against a slower way of finding them, and against the index: what it matches is marked, and nothing else."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.index.evaluation.wildcards import Pattern
from desktop_app.index.hits.concordance import lines
from desktop_app.index.hits.snippets import hit_spans
from desktop_app.index.text import analysis
from desktop_app.index.whoosh_engine import WhooshEngine
from desktop_app.model.documents import Document, IndexCursor
from desktop_app.model.query import Fuzzy, Or, Phrase, Prefix, Prose, Regex, Term, Wildcard
from desktop_app.model.query_nodes import AtLeast, Near, Together
from desktop_app.model.text import normalise

WORDS = [
    *(
        "Häuser",
        "Haus",
        "haeuser",
        "HAUS",
        "houses",
        "Straße",
        "Strasse",
        "Mu\u0308ller",
        "Müller",
        "Mueller",
        "Muller",
    ),
    *(
        "Start-up",
        "Start- ups",
        "Startup",
        "E-Mail",
        "email",
        "Vor- und Nachteile",
        "Start-\nups",
        "ae",
        "œuvre",
        "æon",
    ),
    *(
        "Ｔｏｋｙｏ",
        "Tokyo",
        "Wirt\u00adschaft",
        "Wirtschaft",
        "東京都",
        "東京",
        "大阪",
        "ｶﾞｲﾄﾞ",
        "ガイド",
        "die",
        "dying",
    ),
    *("2018", "neue", "Quelle", "Bauer", "ﬁnden", "finden", "Ärzte", "x", "a", "und"),
]
GAPS = [" ", " ", " ", ", ", ". ", ".\n", "-", "- ", "。", "", " „", "… "]
words = st.sampled_from(WORDS)
texts = st.lists(st.tuples(words, st.sampled_from(GAPS)), max_size=14).map(
    lambda found: normalise("".join(word + gap for word, gap in found))
)
heads = words.flatmap(lambda word: st.integers(1, len(word)).map(lambda size: word[:size])).filter(analysis.pieces)
plain = (
    st.builds(Term, words, st.just(""), st.booleans())
    | st.builds(Prefix, heads)
    | st.lists(words, min_size=1, max_size=3).map(lambda found: Phrase(" ".join(" ".join(found).split())))
    | heads.map(lambda head: Wildcard(f"*{head}*"))
    | heads.map(lambda head: Wildcard(f"{head}?*"))
)
languages = st.sampled_from(["de", "en", "ja", ""])


def covered(text: str, leaf: Prose, language: str) -> set[int]:
    """The code points that are marked, found by looking at every word."""
    at: dict[int, list[tuple[str, int, int, int]]] = {}
    position = 0
    for piece, start, end in analysis.pieces_with_spans(text):
        terms, width = analysis.expand(piece)
        for term, offset in terms:
            at.setdefault(position + offset, []).append((term, start, end, len(terms)))
        position += width
    found: set[int] = set()
    for place, terms_there in at.items():
        for term, start, end, _ in terms_there:
            if not analysis.is_cjk(term) and _takes(leaf, term, language):
                found.update(range(start, end))
        if isinstance(leaf, (Term, Phrase)) and not any(analysis.is_cjk(term) for term, *_ in terms_there):
            wanted = analysis.phrase_terms(leaf.text)
            sides = [[(s, e) for t, s, e, _ in at.get(place + offset, []) if t == word] for word, offset in wanted]
            if all(sides) and (len(wanted) > 1 or isinstance(leaf, Phrase)):
                found.update(range(sides[0][0][0], sides[-1][0][1]))
    return found


def _takes(leaf: Prose, term: str, language: str) -> bool:
    if isinstance(leaf, Phrase):
        found = analysis.pieces(leaf.text)
        return len(found) == 1 and bool(analysis.joined(found[0])) and _takes(Term(leaf.text), term, language)
    if isinstance(leaf, Term):
        form = analysis.whole_form(analysis.pieces(leaf.text))
        known = [each for each in analysis.LANGUAGES if each == language] or analysis.LANGUAGES
        alike = any(set(analysis.stems(form, each)) & set(analysis.stems(term, each)) for each in known)
        return bool(form) and (term == form or (not leaf.exact and alike))
    if isinstance(leaf, Prefix):
        return not analysis.is_cjk(leaf.text) and term.startswith(analysis.fold_prefix(leaf.text))
    assert isinstance(leaf, Wildcard)
    return Pattern(leaf.pattern).fits(term)


@given(texts, plain, languages)
@settings(deadline=None, max_examples=400)
def test_marks_are_those_of_looking_at_every_word(text: str, leaf: Prose, language: str) -> None:
    if any(analysis.is_cjk(piece) for piece in analysis.pieces(getattr(leaf, "text", "") or leaf.pattern)):  # type: ignore[attr-defined]
        return
    if isinstance(leaf, Prefix) and len(analysis.pieces(leaf.text)) > 1:
        return
    spans = hit_spans(text, leaf, language)
    assert {at for start, end in spans for at in range(start, end)} == covered(text, leaf, language)


placed = (
    plain
    | st.builds(Fuzzy, words.filter(lambda word: len(word) > 3), st.integers(1, 2))
    | heads.filter(str.isalnum).map(lambda head: Regex(f"{head}.*"))
    | st.lists(words, min_size=2, max_size=3).map(lambda found: Phrase(" ".join(" ".join(found).split()), slop=2))
    | st.builds(Term, words, st.just("lead"))
)
parts = st.lists(
    st.builds(Term, words) | placed | st.builds(lambda a, b: Or((a, b)), placed, placed), min_size=2, max_size=3
)
near = st.builds(lambda found, far, ordered: Near(tuple(found), far, ordered), parts, st.integers(1, 5), st.booleans())
leaves = (
    placed
    | near
    | st.builds(lambda found, scope: Together(tuple(found), scope), parts, st.sampled_from(["sentence", "paragraph"]))
    | st.builds(lambda a, b: Together((a, b), "sentence"), near, placed)
    | st.builds(AtLeast, st.builds(Term, words) | plain, st.integers(2, 3))
)
documents = st.lists(st.tuples(texts, languages, st.sampled_from([-1, -1, 0, 5, 20])), min_size=1, max_size=6)


@given(documents, st.lists(leaves, min_size=1, max_size=12))
@settings(deadline=None, max_examples=40)
def test_what_the_index_matches_is_marked_and_nothing_else(
    found: list[tuple[str, str, int]], asked: list[Prose]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = WhooshEngine(Path(folder))
        shelf = [Document(n, "", text, "", language, lead) for n, (text, language, lead) in enumerate(found, 1)]
        engine.apply(shelf, [], IndexCursor("x", 1))
        for leaf in asked:
            marked = [d.id for d in shelf if hit_spans(d.text, leaf, d.language, lead=d.lead)]
            assert sorted(engine.match(leaf).ids.tolist()) == marked, leaf


@given(texts, plain, languages, st.integers(0, 5))
@settings(deadline=None)
def test_lines_are_pieces_of_the_text(text: str, leaf: Prose, language: str, before: int) -> None:
    found = list(lines(text, leaf, language, before=before))
    assert [(line.start, line.end) for line in found] == hit_spans(text, leaf, language)
    flat = " ".join(text.split())
    for line in found:
        assert line.hit == " ".join(text[line.start : line.end].split())
        assert "\n" not in line.left + line.right
        assert f"{line.left}{line.hit}{line.right}".strip() in flat
        assert len(line.left.split()) <= before
        assert len(line.right.split()) <= before
