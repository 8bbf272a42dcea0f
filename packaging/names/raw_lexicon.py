"""The lexicon as training sees it: all words that were collected, with the encoder's own vectors."""

from pathlib import Path

import numpy as np

from desktop_app.entities.tagging.hashing import Ints, word_keys
from desktop_app.entities.tagging.lexicon import HAS_VECTOR, Lexicon


class RawLexicon(Lexicon):
    """Reads what `german_words.py` wrote. `vectors` gives the encoder's, in float16, or those of `squeezed`."""

    def __init__(self, path: Path, most: int | None = None, squeezed: Lexicon | None = None) -> None:
        with np.load(path) as file:
            parts = {name: file[name] for name in ("words", "cluster", "rank", "lists", "vectors")}
        if most is not None:  # the words stand from the commonest on; those of the lists stay
            kept = (np.arange(len(parts["words"])) < most) | (parts["lists"] > 0)
            parts = {name: part[kept] for name, part in parts.items()}
        keys, first = np.unique(word_keys(parts["words"].tolist()), return_index=True)
        self._keys = keys
        self.words: list[str] = parts["words"][first].tolist()
        self._cluster = parts["cluster"][first].astype(np.int32)
        self._rank = parts["rank"][first].astype(np.int32)
        self._lists = parts["lists"][first].astype(np.int32) | 1 << HAS_VECTOR
        self.raw = parts["vectors"][first]
        self.width = self.raw.shape[1]
        if squeezed is not None:
            if not np.array_equal(keys, squeezed._keys):
                raise ValueError("the lexicon was made of other words")
            self.raw = squeezed.vectors(np.arange(len(keys))).astype(np.float16)
            self.width = squeezed.width

    def vectors(self, places: Ints) -> np.ndarray:
        return np.where((places >= 0)[:, None], self.raw[places], np.float16(0))
