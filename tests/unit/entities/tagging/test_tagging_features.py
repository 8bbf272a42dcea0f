"""Features of words by themselves."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.entities.tagging.features import FeatureMaker, Features
from desktop_app.entities.tagging.hashing import Pieces, packed, positions, unpacked, word_keys
from desktop_app.entities.tagging.lexicon import Lexicon
from desktop_app.entities.tagging.weights import as_float16, as_int8, load, save
from tests.unit.entities.tagging.conftest import COMMON, SLOTS, write_lexicon

KINDS = [slot["kind"] for slot in SLOTS if slot["kind"] != "grams"]


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    write_lexicon(tmp_path)
    return Lexicon(load(tmp_path, "words"))


@pytest.fixture
def maker(lexicon: Lexicon) -> FeatureMaker:
    return FeatureMaker(SLOTS, np.sort(word_keys(COMMON)), lexicon)


def _number(features: Features, word: int, kind: str) -> int:
    return int(features.ids[word, KINDS.index(kind)])


def test_a_word_has_the_same_features_wherever_it_stands(maker: FeatureMaker) -> None:
    words = ["Aachen", "GmbH", "x", "", "東京都", "DJW-Geschäftsführerin", "2019"]
    together = maker.make(words)
    for number, word in enumerate(words):
        alone = maker.make([word])
        assert np.array_equal(alone.ids[0], together.ids[number])
        assert np.array_equal(alone.dense[0], together.dense[number])
        grams = together.grams[together.gram_starts[number] : together.gram_starts[number + 1]]
        assert np.array_equal(np.sort(alone.grams), np.sort(grams))


def test_shape_tells_how_a_word_is_written(maker: FeatureMaker) -> None:
    features = maker.make(["Aachen", "Berlin", "AACHEN", "GmbH", "aachen", "A1chen", "東京東京東京"])
    shapes = [_number(features, number, "shape") for number in range(7)]
    assert shapes[0] == shapes[1]
    assert len(set(shapes)) == 6


def test_digits_and_capitals_do_not_part_words(maker: FeatureMaker) -> None:
    features = maker.make(["Stadt", "STADT", "stadt", "Am1", "Am7"])
    assert _number(features, 0, "word") == _number(features, 1, "word") == _number(features, 2, "word") > 0
    assert _number(features, 3, "suffix") == _number(features, 4, "suffix")
    assert _number(features, 3, "word") == 0


def test_words_are_found_in_other_forms(lexicon: Lexicon) -> None:
    words = ["Aachen", "Aachens", "AACHEN", "Und", "DJW-Geschäftsführerin", "Aachen's", "Köln"]
    places, ways = lexicon.find(words)
    assert ways.tolist() == [0, 1, 2, 3, 4, 1, 5]
    assert places[0] == places[1] == places[2] == places[5] >= 0
    assert places[6] == -1
    assert lexicon.clusters(places)[6] == 0
    assert not lexicon.vectors(places)[6].any()
    assert np.array_equal(lexicon.vectors(places)[0], lexicon.vectors(places)[1])


def test_vectors_are_whole_steps(lexicon: Lexicon) -> None:
    places, _ = lexicon.find(["Aachen", "Philipp"])
    vectors = lexicon.vectors(places)
    assert vectors.any()
    assert np.array_equal(vectors * 4, np.rint(vectors * 4))
    assert np.abs(vectors).max() <= 2


def test_a_gram_stands_for_each_piece(maker: FeatureMaker) -> None:
    features = maker.make(["ab", "a"])
    # With the edges marked, "ab" has four characters: three pieces of 2, two of 3, one of 4; "a" has two and one.
    assert np.diff(features.gram_starts).tolist() == [6, 3]
    assert features.grams.min() > 0


def test_equal_pieces_have_equal_hashes() -> None:
    pieces = Pieces(["Wirtschaft", "Landwirtschaft"])
    tail = pieces.hashes(pieces.ends - 8, pieces.ends)
    assert tail[0] == tail[1]
    assert pieces.hashes(pieces.starts, pieces.ends)[0] != tail[0]


def test_a_table_of_keys_survives_packing() -> None:
    table = np.unique(word_keys([f"Wort{number}" for number in range(500)]))
    assert np.array_equal(unpacked(packed(table)), table)
    assert positions(table, table).tolist() == list(range(len(table)))
    assert positions(table[:0], table[:2]).tolist() == [-1, -1]


def test_small_ways_to_store_come_back_near(tmp_path: Path) -> None:
    array = np.random.default_rng(2).normal(0, 1, (6, 5)).astype(np.float32)
    array[3] = 0
    save(tmp_path, "model", as_int8("a", array) | as_float16("b", array) | {"c": array}, {})
    weights = load(tmp_path, "model")
    assert np.allclose(weights.floats("a"), array, atol=0.03)
    assert np.allclose(weights.floats("b"), array, atol=0.003)
    assert np.array_equal(weights.floats("c"), array)
    assert not weights.floats("a")[3].any()


def test_saving_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    array = np.arange(12, dtype=np.float32).reshape(3, 4)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        save(tmp_path / name, "model", {"a": array}, {"x": 1})
    assert (tmp_path / "one" / "model.npz").read_bytes() == (tmp_path / "two" / "model.npz").read_bytes()
