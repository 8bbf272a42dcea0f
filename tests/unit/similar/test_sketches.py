"""Sketches: the same for the same words, however they are set."""

import subprocess
import sys

import numpy as np

from desktop_app.similar.sketches import KEPT, Reading, sketch
from tests.unit.similar.press import ALL, HARBOUR, VISIT, edited


def test_a_sketch_is_the_smallest_hashes_of_all_grams() -> None:
    for text in ALL:
        grams = Reading(text).grams()
        found = sketch(text)
        assert found.size == len(grams) == len(set(grams.tolist()))
        assert found.hashes.tolist() == sorted(grams.tolist())[:KEPT]


def test_line_ends_case_and_punctuation_do_not_count() -> None:
    told = sketch(HARBOUR)
    other = sketch(HARBOUR.replace("\n", "  ").replace(",", " –").upper().replace("STRASSE", "straße"))
    assert len(set(told.hashes.tolist()) & set(other.hashes.tolist())) > 0.8 * KEPT


def test_two_sketches_share_about_as_much_as_the_texts() -> None:
    for text in (HARBOUR, VISIT):
        whole, changed = Reading(text).grams(), Reading(edited(text, 0.15)).grams()
        shared = len(np.intersect1d(whole, changed)) / len(np.union1d(whole, changed))
        smallest = np.union1d(whole, changed)[:KEPT]
        estimate = np.isin(smallest, whole) & np.isin(smallest, changed)
        assert abs(estimate.mean() - shared) < 0.2


def test_japanese_is_cut_by_characters_and_others_by_words() -> None:
    assert Reading(VISIT).ideographic
    assert not Reading(HARBOUR).ideographic
    assert len(Reading(VISIT).units) > 3 * len(VISIT.split())


def test_short_and_empty_texts_have_sketches() -> None:
    assert sketch("").size == 0
    assert sketch(" … – ").size == 0
    assert sketch("Nur drei Wörter").size == 1
    assert sketch("Hafen").size == 1


def test_the_sketch_is_the_same_in_another_process() -> None:
    code = "from desktop_app.similar.sketches import sketch; print(sketch('Der Zug ab Kai sieben').hashes.tolist())"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert other.stdout.strip() == str(sketch("Der Zug ab Kai sieben").hashes.tolist())
