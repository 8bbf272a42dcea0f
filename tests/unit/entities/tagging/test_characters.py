from pathlib import Path

import numpy as np

from desktop_app.entities.tagging.characters import SIZES, CharacterPlaces
from desktop_app.entities.tagging.hashing import packed, word_keys
from desktop_app.entities.tagging.lexicon import Lexicon
from desktop_app.entities.tagging.weights import load, save

SURNAME, GIVEN, PROPER = 1, 4, 16


def _places(folder: Path, words: dict[str, tuple[int, int]]) -> CharacterPlaces:
    keys = word_keys(list(words))
    order = np.argsort(keys)
    facts = [list(words.values())[number] for number in order]
    arrays = {
        "keys": packed(keys[order]),
        "cluster": np.array([cluster for cluster, _ in facts], np.uint16),
        "rank": np.zeros(len(facts), np.uint8),
        "lists": np.array([lists for _, lists in facts], np.uint16),
        "vectors": np.zeros((0, 0), np.uint8),
        "vectors.scale": np.zeros(0, np.float16),
    }
    save(folder, "ja-words", arrays, {})
    return CharacterPlaces(Lexicon(load(folder, "ja-words")))


def test_the_longest_entry_covers_a_character(tmp_path: Path) -> None:
    places = _places(tmp_path, {"田中": (3, SURNAME), "一郎": (5, GIVEN), "田中銀行": (9, PROPER)})
    name, bank = places.numbers([list("田中一郎氏"), list("は田中銀行だ")])
    assert (name[:, 2] // 4).tolist() == [3, 3, 5, 5, 0]
    assert (name[:, 2] % 4).tolist() == [1, 3, 1, 3, 0]
    assert (bank[:, 2] // 4).tolist() == [0, 9, 9, 9, 9, 0]
    assert (bank[:, 2] % 4).tolist() == [0, 1, 2, 2, 3, 0]
    assert name[2, 5] == 0 * 25 + 2 * 5 + 2  # a given name of two begins behind a surname of two
    assert bank[1, 3] == PROPER


def test_sentences_do_not_touch_each_other(tmp_path: Path) -> None:
    places = _places(tmp_path, {"田中": (3, SURNAME)})
    alone = places.numbers([list("中田")])
    assert np.array_equal(places.numbers([list("田"), list("中田"), [], list("中")])[1], alone[0])
    assert not alone[0][:, 2].any()


def test_the_numbers_are_rows_of_their_tables(tmp_path: Path) -> None:
    places = _places(tmp_path, {"一": (255, 1023), "一一": (255, 1023), "一一一一一一一一一一": (300, 0xFFFF)})
    for numbers in places.numbers([["一"] * 300, list("a1。\0𠮷"), []]):
        assert numbers.shape[1] == len(SIZES)
        assert (numbers >= 0).all()
        assert (numbers < np.array(SIZES)).all()
    assert places.numbers([]) == []
    assert places.numbers([[]])[0].shape == (0, len(SIZES))
