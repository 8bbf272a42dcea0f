"""What queries find in a real index."""

import contextlib
import datetime as dt
import itertools
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from desktop_app.index.evaluation import plan
from desktop_app.index.whoosh_engine import WhooshEngine
from desktop_app.model.documents import Document, IndexCursor
from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.progress import CancelledError
from desktop_app.model.query import Everything, Filter, Term, Wildcard, parse

TODAY = dt.date(2026, 11, 22)

Found = Callable[[str], list[int]]


@pytest.mark.parametrize("query", ["Start-ups", "start-up", "startup", '"Start-ups"', "Startups", '"START- UP"'])
def test_start_ups_in_every_spelling(found: Found, query: str) -> None:
    assert set(found(query)) == {1, 2, 3}


@pytest.mark.parametrize("query", ["Muench", "Münch", "Munch", "MÜNCH"])
def test_umlauts_in_every_spelling(found: Found, query: str) -> None:
    assert found(query) == [2]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("Krefeld", {2}),
        ("Wirtschaftspartner*", {1}),
        ("*partnerschafts*", {1}),
        ("h?user", {5}),
        ("h?us*", {4, 5}),
        ("krefeld OR tokio", {2, 3}),
        ("start-up -krefeld", {1, 3}),
        ("-start-up", {4, 5}),
        ("start-up krefeld", {2}),
        ("*", {1, 2, 3, 4, 5}),
        ('"neue Akteure"', {2}),
        ('"Akteure neue"', set()),
        ("„alte“ und „neue“", {2}),
        ('"Julia Münch braucht"', {2}),
        ('"die Start- up Szene"', {2}),
        ("東京", {3}),
        ("人工", {3}),
        ("工人", set()),
        ("京", {3}),
        ("9月", {3}),
        ("2018年9月", {3}),
        ("title:Startup", {3}),
        ("text:Rückruf", set()),
        ("note:Rückruf", {2}),
        ("Rückruf", {2}),
        ("Haus", {5}),
        ("=Haus", set()),
        ("company", {4}),
        ("house", {4}),
        ("=house", set()),
        ("AT&T", {4}),
        ("O'Neill", {4}),
        ("strasse", {5}),
        ("nichts", set()),
        ("kref* AND szen*", {2}),
        ("(aachen OR krefeld) -motor", {2}),
        ("🙂", {1, 2, 3, 4, 5}),
    ],
)
def test_queries(found: Found, query: str, ids: set[int]) -> None:
    assert set(found(query)) == ids


def test_exact_words_weigh_more_than_stems(found: Found) -> None:
    assert found("startup")[0] == 3
    assert found("Start-ups")[0] == 1


def test_titles_weigh_more(found: Found) -> None:
    assert found("Häuser OR Krefeld")[0] == 5


def test_words_that_were_meant(engine: WhooshEngine) -> None:
    assert engine.similar_words("Startip") == [("startup", 3), ("start", 2)]
    assert engine.similar_words("Krefled") == [("krefeld", 1)]
    assert engine.similar_words("xyzxyz") == engine.similar_words("") == []


def test_words_are_counted_by_document(engine: WhooshEngine) -> None:
    assert engine.document_frequencies(["startup", "hauser", "nirgends"]) == [2, 1, 0]


def test_scores_are_aligned_with_document_numbers(engine: WhooshEngine) -> None:
    matches = engine.match(parse("startup", TODAY).root)
    assert matches.numbers.dtype == matches.ids.dtype == np.int64
    assert (np.diff(matches.numbers) > 0).all()
    assert matches.numbering is engine.match(parse("krefeld", TODAY).root).numbering
    assert matches.scores.dtype == np.float32
    assert matches.ids.tolist() == [1, 2, 3]
    assert (matches.scores > 0).all()


def test_suggestions_are_frequent_first(engine: WhooshEngine) -> None:
    found = engine.vocabulary_prefix("Start")
    assert found[0] == ("startup", 3)
    assert ("startups", 1) in found
    assert engine.vocabulary_prefix("Start", 1) == found[:1]
    assert engine.vocabulary_prefix("", 5) == []
    assert engine.vocabulary_prefix("zzz", 5) == []


def test_a_search_can_be_cancelled(engine: WhooshEngine) -> None:
    with pytest.raises(CancelledError):
        engine.match(Term("krefeld"), cancelled=lambda: True)


def test_filters_are_not_the_index_s_business(engine: WhooshEngine) -> None:
    with pytest.raises(NotImplementedError):
        engine.match(Filter("tag", "x"))


def test_a_wildcard_that_fits_too_much_is_cut_with_a_notice(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "index")
    text = " ".join(f"wort{number}" for number in range(6000))
    engine.apply([Document(1, "", text, "", "de")], [], IndexCursor("life", 1))
    matches = engine.match(Wildcard("w?rt*"))
    assert matches.ids.tolist() == [1]
    assert "5000" in matches.notices[0]


def test_a_search_without_end_is_refused(engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.index.evaluation.limits._TIME_S", -1.0)
    monkeypatch.setattr("desktop_app.index.evaluation.limits._DOCUMENTS_A_SECOND", -1)
    with pytest.raises(QueryRefusedError, match="specific"):
        engine.match(Everything())


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "index")
    for query in ("a", "a*", "*a*", '"a b"', "-a", "*"):
        assert len(engine.match(parse(query, TODAY).root)) == 0
    assert engine.cursor() is None
    assert engine.count() == 0


def test_very_long_documents_keep_their_positions(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "index")
    text = "wort " * 70_000 + "zwei Worte"
    engine.apply([Document(7, "", text, "", "de")], [], IndexCursor("life", 1))
    assert engine.match(parse('"wort zwei worte"', TODAY).root).ids.tolist() == [7]


@pytest.fixture
def many(tmp_path: Path) -> Iterator[WhooshEngine]:
    """An index of many small commits, which have been merged."""
    engine = WhooshEngine(tmp_path / "index")
    for number in range(1, 41):
        words = f"alle {'gerade' if number % 2 == 0 else 'krumm'} zahl{number} ende"
        engine.apply([Document(number, "", words, "", "de")], [], IndexCursor("life", number))
    yield engine
    engine.close()


def test_merged_segments_answer_the_same(many: WhooshEngine) -> None:
    assert len(many._snapshot.segments) < 16
    assert sorted(many.match(Term("gerade")).ids.tolist()) == list(range(2, 41, 2))
    assert many.match(parse('"krumm zahl7 ende"', TODAY).root).ids.tolist() == [7]
    assert sorted(many.match(parse("zahl1*", TODAY).root).ids.tolist()) == [1, *range(10, 20)]
    assert many.ids().tolist() == list(range(1, 41))


def test_searches_side_by_side_answer_alike(many: WhooshEngine) -> None:
    """Searches share what was looked up and the arrays they work in; one that is cut off leaves nothing behind."""
    nodes = [
        parse(text, TODAY).root for text in ("gerade", "zahl1*", '"krumm zahl7"', "alle -krumm", "zahl1 OR zahl22")
    ]
    alone = [many.match(node) for node in nodes]

    asked = itertools.count()

    def search(turn: int) -> bool:
        node, expected = nodes[turn % 5], alone[turn % 5]
        if turn % 7 == 0:
            with contextlib.suppress(CancelledError):
                many.match(node, cancelled=lambda: next(asked) % 3 == 0)
        found = many.match(node)
        return found.numbers.tolist() == expected.numbers.tolist() and np.allclose(found.scores, expected.scores)

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(search, range(120)))


@pytest.mark.parametrize("kept", range(1, 8))
def test_a_word_that_is_wanted_twice_is_so_when_the_words_kept_go(
    engine: WhooshEngine, found: Found, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    monkeypatch.setattr(plan, "_KEPT", kept)
    engine.apply(
        [Document(6, "", "eins zwei eins", "", ""), Document(7, "", "eins zwei", "", "")], [], IndexCursor("life", 7)
    )
    assert set(found("zwei eins =zwei")) == {6, 7}
    assert found('"eins zwei eins"~1') == [6]
