"""What every engine must do, on both; and both must find the same."""

import datetime as dt
import random
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from desktop_app.index import engines
from desktop_app.index.engine import Engine, IndexUnreadableError
from desktop_app.model.documents import Document, IndexCursor
from desktop_app.model.errors import InputRefusedError, QueryRefusedError
from desktop_app.model.progress import CancelledError
from desktop_app.model.query import parse
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
    ProseField,
    Regex,
    Term,
    Together,
    Wildcard,
)
from tests.unit.index.conftest import ARTICLES

TODAY = dt.date(2026, 11, 22)
Open = Callable[..., Engine]


@pytest.fixture(params=engines.NAMES)
def name(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    if not engines.is_available(chosen):
        pytest.skip(f"{chosen} is not installed")
    return chosen


@pytest.fixture
def opened(name: str, tmp_path: Path) -> Open:
    return partial(engines.open_engine, name, tmp_path / "index")


@pytest.fixture
def filled(opened: Open) -> Iterator[Engine]:
    engine = opened()
    engine.apply(ARTICLES, [], IndexCursor("life", 5))
    yield engine
    engine.close()


def ids(engine: Engine, query: str) -> list[int]:
    return sorted(engine.match(parse(query, TODAY).root).ids.tolist())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Aachen", [1]),
        ("Muench", [2]),
        ("startup", [1, 2, 3]),
        ("=startup", [2, 3]),
        ('"Start-ups"', [1, 2, 3]),
        ("Haus", [5]),
        ("=Haus", []),
        ("company", [4]),
        ("titel:Startup", [3]),
        ("note:Rückruf", [2]),
        ("lead:Krefeld", [2]),
        ("人工知能", [3]),
        ("2018年9月", [3]),
        ('"gilt die Förderung"', [1]),
        ('"Förderung gilt"~3', [1]),
        ("Delegation NEAR/4 besuchten", [1]),
        ("besuchten W/9 Delegation", []),
        ("Delegation SENT Aachen", [1]),
        ("Delegation SENT gilt", []),
        ("Delegation SAME gilt", [1]),
        ("atleast2:Aachen", []),
        ("atleast2:Start-ups", [1]),
        ("Wirtschaft*", [1]),
        ("*abkommens", [1]),
        ("h?user", [5]),
        ("Aachem~1", [1]),
        ("/a[ah]+chen/", [1]),
        ("Aachen OR Krefeld", [1, 2]),
        ("-Aachen", [2, 3, 4, 5]),
        ("startup -Aachen", [2, 3]),
        ("-(Delegation NEAR/4 besuchten)", [2, 3, 4, 5]),
        ("(Delegation SENT Aachen) OR Krefeld", [1, 2]),
        ("*", [1, 2, 3, 4, 5]),
    ],
)
def test_each_form_of_query(filled: Engine, query: str, expected: list[int]) -> None:
    assert ids(filled, query) == expected


def test_a_new_index_is_empty(opened: Open) -> None:
    engine = opened()
    assert engine.cursor() is None
    assert engine.count() == 0
    assert ids(engine, "Aachen OR x*") == []


def test_numbers_lead_to_ids_and_stay_the_same(filled: Engine) -> None:
    first = filled.match(parse("startup", TODAY).root)
    second = filled.match(parse("-startup", TODAY).root)
    assert first.numbering is second.numbering
    assert (np.diff(first.numbers) > 0).all()
    assert len(first.scores) == len(first.numbers)
    assert sorted([*first.ids.tolist(), *second.ids.tolist()]) == filled.ids().tolist()


def test_documents_are_replaced_and_removed(filled: Engine, opened: Open) -> None:
    filled.apply([Document(2, "Neu", "Etwas anderes", "", "de"), Document(9, "", "Aachen", "", "de")], [1], _at(6))
    for engine in (filled, opened()):
        assert engine.cursor() == _at(6)
        assert engine.ids().tolist() == [2, 3, 4, 5, 9]
        assert ids(engine, "Aachen") == [9]
        assert ids(engine, "Krefeld") == []
        assert ids(engine, "anderes") == [2]
        assert ids(engine, "*") == [2, 3, 4, 5, 9]


def test_the_last_of_several_versions_counts(opened: Open) -> None:
    engine = opened()
    engine.apply([Document(1, "", "alt", "", "de"), Document(1, "", "neu", "", "de")], [], _at(1))
    assert (ids(engine, "alt"), ids(engine, "neu"), engine.count()) == ([], [1], 1)


def test_a_reader_keeps_its_commit_until_it_reloads(filled: Engine, opened: Open) -> None:
    reader = opened()
    assert reader.reload() is False
    filled.apply([Document(9, "", "Aachen", "", "de")], [], _at(6))
    assert ids(reader, "Aachen") == [1]
    assert reader.reload() is True
    assert ids(reader, "Aachen") == [1, 9]


def test_the_commit_that_a_manifest_names_can_be_opened(filled: Engine, opened: Open, tmp_path: Path) -> None:
    before = filled.manifest()
    filled.apply([Document(9, "", "Aachen", "", "de")], [], _at(6))
    assert engines.verify(tmp_path / "index", before)
    assert ids(opened(before), "Aachen") == [1]
    assert engines.verify(tmp_path / "index", filled.manifest(before))
    assert ids(opened(filled.manifest()), "Aachen") == [1, 9]


def test_a_manifest_tells_its_engine(filled: Engine, name: str) -> None:
    assert engines.engine_of(filled.manifest()) == name
    assert engines.engine_of([]) is None
    assert engines.engine_of([("../x", 1, "")]) is None


def test_old_commits_go(filled: Engine, tmp_path: Path) -> None:
    sizes = []
    for number in range(12):
        filled.apply([Document(100 + number, "", "Aachen", "", "de")], [], _at(10 + number))
        sizes.append(sum(1 for path in (tmp_path / "index").rglob("*") if path.is_file()))
    assert len(ids(filled, "Aachen")) == 13
    assert max(sizes) < 200


def test_damage_is_found_by_the_manifest(filled: Engine, tmp_path: Path) -> None:
    manifest = filled.manifest()
    folder = tmp_path / "index"
    for entry, _, _ in manifest:
        path = folder / entry
        whole = path.read_bytes()
        path.unlink()  # the commit before may share the file
        path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        assert not engines.verify(folder, manifest)
        path.write_bytes(whole[:-1])
        assert not engines.verify(folder, manifest, deep=False)
        path.write_bytes(whole)
    assert engines.verify(folder, manifest)


def test_a_cut_file_is_told(filled: Engine, opened: Open, tmp_path: Path) -> None:
    manifest = filled.manifest()
    filled.close()
    for entry, size, _ in manifest:
        copy = tmp_path / "copy"
        shutil.copytree(tmp_path / "index", copy)
        (copy / entry).write_bytes((copy / entry).read_bytes()[: size // 2])
        try:
            found = ids(engines.open_engine(engines.engine_of(manifest) or "", copy, manifest), "Aachen")
        except IndexUnreadableError:
            found = [1]
        assert found == [1]
        shutil.rmtree(copy)


def test_suggestions_and_spellings(filled: Engine) -> None:
    assert dict(filled.vocabulary_prefix("start"))["startup"] >= 2
    assert filled.vocabulary_prefix("") == []
    assert filled.similar_words("Aachem")[0] == ("aachen", 2)
    assert filled.similar_words("人") == []
    assert filled.document_frequencies(["aachen", "startup", "fehlt"]) == [1, 2, 0]


def test_a_search_can_be_cancelled(filled: Engine) -> None:
    with pytest.raises(CancelledError):
        filled.match(parse("Aachen", TODAY).root, cancelled=lambda: True)


def test_a_pattern_that_is_none_is_refused(filled: Engine) -> None:
    with pytest.raises(QueryRefusedError):
        filled.match(Regex("(a"))


def test_like_asks_for_a_third_of_the_words(filled: Engine) -> None:
    words = ("japanische", "delegation", "besuchten", "fehlt", "und", "krefeld")
    assert filled.match(Like(1, words)).ids.tolist() == [1, 2]
    assert filled.match(Like(1, (*words, "eins"))).ids.tolist() == [1]
    assert filled.match(Like(1, ())).ids.tolist() == []


def test_an_unknown_engine_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError):
        engines.open_engine("lucene", tmp_path)


def test_an_engine_that_is_not_installed_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "find_spec", lambda _: None)
    with pytest.raises(engines.EngineMissingError, match=r"pip install lesesaal\[tantivy\]"):
        engines.require(engines.TANTIVY)
    engines.require(engines.WHOOSH)


def _at(seq: int) -> IndexCursor:
    return IndexCursor("life", seq)


# -- both find the same ----------------------------------------------------------------------------------------

GERMAN = (
    *("Haus", "Häuser", "Stadt", "Städte", "Start-up", "Start-ups", "Startup", "Förderung", "gefördert", "Brücke"),
    *("Brücken", "Rat", "der", "die", "und", "am", "Vor-", "Nachteile", "Straße", "Münch", "Muench", "München", "2018"),
    *("U.S.-amerikanisch", "e"),
)
ENGLISH = (
    *("house", "houses", "company", "companies", "grow", "grows", "the", "of", "and", "start-up", "startups", "city"),
    *("cities", "O'Neill", "die", "rat"),
)
JAPANESE = ("東京都", "人工知能", "は", "を導入", "2018年", "スタートアップ", "東京", "京都", "企業")


def _documents(draw: random.Random, count: int) -> list[Document]:
    out = []
    for number in range(1, count + 1):
        language, words, glue = draw.choice(
            [("de", GERMAN, " "), ("en", ENGLISH, " "), ("ja", JAPANESE, ""), ("", [*GERMAN, *ENGLISH], " ")]
        )

        def sentence(words: object = words, glue: str = glue) -> str:
            chosen = draw.choices(list(words), k=draw.randint(1, 9))  # type: ignore[call-overload]
            return glue.join(chosen).capitalize() + ("。" if glue == "" else draw.choice([". ", "! ", "? "]))

        paragraphs = ["".join(sentence() for _ in range(draw.randint(1, 5))).strip() for _ in range(draw.randint(1, 3))]
        note = sentence() if draw.random() < 0.2 else ""
        out.append(Document(number, sentence().strip(" .!?。"), "\n".join(paragraphs), note, language))
    return out


def _leaf(draw: random.Random, words: list[str], fields: tuple[ProseField, ...]) -> Prose:
    field = draw.choice(fields)
    word = draw.choice(words)
    make: list[Callable[[], Prose]] = [
        lambda: Term(word, field, draw.random() < 0.3),
        lambda: Phrase(" ".join(draw.choices(words, k=draw.randint(1, 3))), field),
        lambda: Phrase(" ".join(draw.choices(words, k=draw.randint(2, 3))), field, draw.randint(1, 4)),
        lambda: Prefix(word[: draw.randint(1, 4)].strip("-") or "a", field),
        lambda: Wildcard(draw.choice(["*", "?", ""]) + word[1:3].strip("-'.") + draw.choice(["*", "?*", "*s"]), field),
        lambda: Fuzzy(word, draw.randint(1, 2), field),
        lambda: Regex(draw.choice(["h.*", "[a-m]+s?", ".*ta.*", "st(art|adt).*", "東.*", "\\d+"]), field),
    ]
    return draw.choice(make)()


def _near(draw: random.Random, words: list[str]) -> Prose:
    anywhere: tuple[ProseField, ...] = ("", "", "text", "lead")
    parts: list[Node] = [_leaf(draw, words, anywhere) for _ in range(2)]
    if draw.random() < 0.3:
        parts[0] = Or((parts[0], _leaf(draw, words, anywhere)))
    kind = draw.random()
    if kind < 0.4:
        return Near(tuple(parts), draw.randint(1, 6), draw.random() < 0.5)
    if kind < 0.8:
        return Together(tuple(parts), draw.choice(["sentence", "paragraph"]))
    return AtLeast(_leaf(draw, words, anywhere), draw.randint(2, 3))


def _node(draw: random.Random, words: list[str], depth: int = 2) -> Node:
    kind = draw.random()
    if depth and kind < 0.35:
        parts = tuple(_node(draw, words, depth - 1) for _ in range(draw.randint(2, 3)))
        return draw.choice([And, Or])(parts)
    if depth and kind < 0.42:
        return Not(_node(draw, words, depth - 1))
    if kind < 0.45:
        return Everything()
    if kind < 0.5:
        return Like(1, tuple(draw.choices(["haus", "stadt", "company", "東京", "fehlt"], k=4)))
    if kind < 0.7:
        return _near(draw, words)
    return _leaf(draw, words, ("", "", "title", "text", "note", "lead"))


@pytest.mark.parametrize("seed", range(8))
def test_both_engines_find_the_same(tmp_path: Path, seed: int) -> None:
    if not engines.is_available(engines.TANTIVY):
        pytest.skip("tantivy is not installed")
    draw = random.Random(seed)  # noqa: S311 - nothing here is secret
    documents = _documents(draw, 240)
    both = [engines.open_engine(name, tmp_path / name) for name in engines.NAMES]
    for engine in both:
        engine.apply(documents[:120], [], _at(1))
        engine.apply(documents[100:], [3, 7], _at(2))
    words = [*GERMAN, *ENGLISH, *JAPANESE]
    for _ in range(60):
        node = _node(draw, words)
        first, second = (sorted(engine.match(node).ids.tolist()) for engine in both)
        assert first == second, node
    for engine in both:
        engine.close()


def test_articles_above_a_number_alone_can_be_searched(tmp_path: Path, name: str) -> None:
    draw = random.Random(name)  # noqa: S311 - nothing here is secret
    documents = _documents(draw, 240)
    engine = engines.open_engine(name, tmp_path / name)
    engine.apply(documents[120:], [], _at(1))
    engine.apply(documents[:140], [3, 7], _at(2))
    words = [*GERMAN, *ENGLISH, *JAPANESE]
    for _ in range(60):
        node, above = _node(draw, words), draw.choice([1, 100, 139, 230, 240, 999])
        everywhere, found = engine.match(node), engine.match(node, above=above)
        assert found.ids.tolist() == [number for number in everywhere.ids.tolist() if number > above], node
        assert found.numbering is everywhere.numbering
    engine.close()


@pytest.mark.parametrize(("word", "language"), [*product(["hafen", "brucke", "rat"], ["de", "en"])])
def test_both_engines_rank_a_word_alike(tmp_path: Path, word: str, language: str) -> None:
    if not engines.is_available(engines.TANTIVY):
        pytest.skip("tantivy is not installed")
    draw = random.Random(word + language)  # noqa: S311 - nothing here is secret
    filler = ["wort", "und", "noch", "eins"]
    documents = [
        Document(
            n, "", " ".join([word] * draw.randint(1, 6) + draw.choices(filler, k=draw.randint(5, 60))), "", language
        )
        for n in range(1, 60)
    ]
    orders = []
    for name in engines.NAMES:
        engine = engines.open_engine(name, tmp_path / name)
        engine.apply(documents, [], _at(1))
        matches = engine.match(Term(word, "text", exact=True))
        orders.append(matches.ids[np.argsort(-matches.scores, kind="stable")].tolist())
        engine.close()
    places = [{number: place for place, number in enumerate(order)} for order in orders]
    assert set(places[0]) == set(places[1])
    assert max(abs(places[0][number] - places[1][number]) for number in places[0]) <= 6
