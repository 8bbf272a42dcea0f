"""The layers, against computing them word by word."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from desktop_app.entities.tagging.network import Network
from desktop_app.entities.tagging.weights import Weights, load
from tests.unit.entities.tagging.conftest import REACHES, WIDTH


def _slowly(weights: Weights, rows: np.ndarray) -> np.ndarray:
    """The scores of one sentence."""
    none = np.zeros(WIDTH, np.float32)
    for number, reach in enumerate(REACHES):
        weight, bias = weights.floats(f"layer.{number}.weight"), weights.floats(f"layer.{number}.bias")
        changed = []
        for place, row in enumerate(rows):
            before = rows[place - reach] if place >= reach else none
            after = rows[place + reach] if place + reach < len(rows) else none
            if not reach:
                before, after = rows.mean(axis=0), rows.max(axis=0)
            changed.append(row + np.maximum(np.concatenate([before, row, after]) @ weight + bias, 0))
        rows = np.array(changed)
    return rows @ weights.floats("output.weight") + weights.floats("output.bias")


def test_sentences_side_by_side_are_scored_as_one_by_one(make_model: Callable[..., Path]) -> None:
    weights = load(make_model(), "net")
    lengths = [4, 1, 7, 2, 3]
    rows = np.random.default_rng(8).normal(0, 1, (sum(lengths), WIDTH)).astype(np.float32)
    found = Network(weights).scores(rows, np.array(lengths, np.int64))
    at = 0
    for length in lengths:
        assert np.allclose(found[at : at + length], _slowly(weights, rows[at : at + length]), atol=1e-4)
        at += length


def test_one_short_sentence_is_enough(make_model: Callable[..., Path]) -> None:
    weights = load(make_model(), "net")
    rows = np.ones((1, WIDTH), np.float32)
    assert np.allclose(Network(weights).scores(rows, np.array([1])), _slowly(weights, rows), atol=1e-4)
