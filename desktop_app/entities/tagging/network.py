"""The net: words to numbers, layers that look at their neighbours, and a score for every tag of every word.

A word's first row depends on the word alone and is kept (`Rows`); a text repeats its words, so that most of the work
per word is done once. The layers are convolutions over three words, each with its own distance, added to its input; in
their midst one may look at the whole sentence.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.entities.tagging.features import DENSE, FeatureMaker, Features
from desktop_app.entities.tagging.hashing import Ints, unpacked
from desktop_app.entities.tagging.lexicon import Lexicon
from desktop_app.entities.tagging.weights import DamagedModelError, Floats, Weights

MOST_ROWS: Final = 40_000  # distinct words kept; at 128 numbers each, 20 MB


class Encoder:
    """Words to their first rows."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        slots: Sequence[Mapping[str, Any]] = weights.settings["slots"]
        self._maker = FeatureMaker(slots, unpacked(weights.stored("words")), lexicon)
        self._tables = [weights.floats(f"slot.{number}") for number in range(len(self._maker.singles))]
        self._grams = weights.floats("grams") if self._maker.grams else np.zeros((1, 0), np.float32)
        self._weight, self._bias = weights.floats("input.weight"), weights.floats("input.bias")
        width = sum(table.shape[1] for table in (*self._tables, self._grams)) + DENSE + lexicon.width
        if self._weight.shape[0] != width:
            raise DamagedModelError(weights.path, "its tables do not fit each other")
        self.width = self._weight.shape[1]

    def rows(self, words: Sequence[str]) -> Floats:
        """The first row of each of `words`, [words, width]."""
        features = self._maker.make(words)
        columns = [table[features.ids[:, number]] for number, table in enumerate(self._tables)]
        columns += [_mean(self._grams, features), features.dense, features.vectors]
        rows: Floats = np.maximum(np.concatenate(columns, axis=1) @ self._weight + self._bias, 0)
        return rows


def _mean(table: Floats, features: Features) -> Floats:
    starts, counts = features.gram_starts[:-1], np.diff(features.gram_starts)
    means = np.zeros((len(starts), table.shape[1]), np.float32)
    some = counts > 0
    if table.shape[1] and some.any():
        means[some] = np.add.reduceat(table[features.grams], starts[some]) / counts[some, None]
    return means


class Rows:
    """The first rows of the words met so far, at most `MOST_ROWS`; then it begins anew."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._numbers: dict[str, int] = {}
        self._table = np.empty((1024, encoder.width), np.float32)

    def of(self, words: Sequence[str]) -> Floats:
        """The row of each of `words`, [words, width]."""
        numbers = list(map(self._numbers.get, words))
        if None in numbers:
            if len(self._numbers) > MOST_ROWS:
                self._numbers.clear()
            self._add([word for word in dict.fromkeys(words) if word not in self._numbers])
            numbers = list(map(self._numbers.get, words))
        return self._table[np.array(numbers, np.int64)]

    def _add(self, words: list[str]) -> None:
        first = len(self._numbers)
        needed = first + len(words)
        if needed > len(self._table):
            table = np.empty((max(needed, 2 * len(self._table)), self._encoder.width), np.float32)
            table[:first] = self._table[:first]
            self._table = table
        self._table[first:needed] = self._encoder.rows(words)
        self._numbers.update(zip(words, range(first, needed), strict=True))


class Network:
    """First rows to the scores of the tags."""

    def __init__(self, weights: Weights) -> None:
        # How far off the neighbours are that a layer looks at; 0: at the sentence's mean and maximum.
        self._reaches: list[int] = list(weights.settings["reaches"])
        self._layers = [
            (weights.floats(f"layer.{number}.weight"), weights.floats(f"layer.{number}.bias"))
            for number in range(len(self._reaches))
        ]
        self._extra = [weights.floats(f"extra.{number}") for number in range(int(weights.settings.get("extra", 0)))]
        self._weight, self._bias = weights.floats("output.weight"), weights.floats("output.bias")

    def scores(self, rows: Floats, lengths: Ints, extra: npt.NDArray[np.int32] | None = None) -> Floats:
        """The scores [words, tags] of sentences side by side, `lengths` words each, none of them empty.

        `extra` [words, extra tables] are numbers that depend on where a word stands, not on the word alone.
        """
        if extra is not None:
            rows = np.maximum(sum((table[extra[:, n]] for n, table in enumerate(self._extra)), start=rows), 0)
        place = np.arange(len(rows)) - (np.cumsum(lengths) - lengths).repeat(lengths)
        behind = lengths.repeat(lengths) - place
        width = rows.shape[1]
        window = np.empty((len(rows), 3 * width), np.float32)
        for reach, (weight, bias) in zip(self._reaches, self._layers, strict=True):
            window[:, width : 2 * width] = rows
            if reach:
                window[reach:, :width] = rows[:-reach]
                window[place < reach, :width] = 0
                window[:-reach, 2 * width :] = rows[reach:]
                window[behind <= reach, 2 * width :] = 0
            else:
                sentences = np.flatnonzero(place == 0)
                mean = np.add.reduceat(rows, sentences) / lengths[:, None].astype(np.float32)
                window[:, :width] = mean.repeat(lengths, axis=0)
                window[:, 2 * width :] = np.maximum.reduceat(rows, sentences).repeat(lengths, axis=0)
            change = window @ weight
            change += bias
            np.maximum(change, 0, out=change)
            rows = rows + change
        scores: Floats = rows @ self._weight + self._bias
        return scores
