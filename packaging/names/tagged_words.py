"""Which tags a word may have, where tables and documents do not say all."""

from collections.abc import Sequence

import numpy as np
from corpora import TAGS

_NO_NAME = np.array([tag == "O" or tag[2:] in ("LOC", "MISC") for tag in TAGS])


def allowed_tags(tags: Sequence[str | None], words: Sequence[str]) -> np.ndarray:
    """Which tags each word may have, [words, tags]; tables do not say which words are compounds with a name."""
    result = np.zeros((len(tags), len(TAGS)), np.bool_)
    for place, (tag, word) in enumerate(zip(tags, words, strict=True)):
        if tag is None:
            result[place] = _NO_NAME
        elif tag == "?":
            result[place] = True
        else:
            result[place, TAGS.index(tag)] = True
            if tag == "O" and "-" in word[1:-1]:
                result[place, [TAGS.index("T-PER"), TAGS.index("T-ORG")]] = True
    return result
