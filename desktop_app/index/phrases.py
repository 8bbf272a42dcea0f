"""Words side by side: where in a segment a phrase occurs."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.index.postings import Ints
from desktop_app.index.segment import Field

_SHIFT: Final = np.int64(32)  # document in the upper half, position in the lower
_NOTHING: Final = np.zeros(0, np.int64)


def occurrences(
    field: Field, words: Sequence[tuple[bytes, int]], check: Callable[[], None]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The segment's documents that hold all `words` at their offsets from one place, and how often.

    `check` is called between words and may raise.
    """
    numbers = [(field.find(word), offset) for word, offset in words]
    if any(number < 0 for number, _ in numbers):
        return _NOTHING, _NOTHING
    numbers.sort(key=lambda item: field.posts[item[0] + 1] - field.posts[item[0]])
    candidates = _in_all(field, [number for number, _ in numbers])
    places: npt.NDArray[np.int64] | None = None
    last = max(offset for _, offset in words)
    for number, offset in numbers:
        check()
        found = _places(field, number, candidates) + (last - offset)
        places = found if places is None else np.intersect1d(places, found, assume_unique=True)
        if not len(places):
            return _NOTHING, _NOTHING
    if places is None:
        return _NOTHING, _NOTHING
    return np.unique(places >> _SHIFT, return_counts=True)


def _in_all(field: Field, numbers: list[int]) -> npt.NDArray[np.bool_]:
    """Which documents hold all these words somewhere."""
    inside = np.ones(field.documents, bool)
    for number in dict.fromkeys(numbers):
        holds = np.zeros(field.documents, bool)
        holds[field.postings(number, number + 1)[0]] = True
        inside &= holds
    return inside


def _places(field: Field, number: int, candidates: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """document·2³² + position of each occurrence of a word in the candidates, ascending."""
    docs, freqs = field.postings(number, number + 1)
    keep = candidates[docs]
    positions: Ints = field.positions_of(number)[np.repeat(keep, freqs)]
    owners = np.repeat(docs[keep].astype(np.int64), freqs[keep])
    return (owners << _SHIFT) + positions.astype(np.int64)
