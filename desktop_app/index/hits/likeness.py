"""The words that tell an article from others, by which articles like it are found.

A word counts for more the oftener it stands in the article (a title counts as three times) and the rarer it is in the
archive. Words that hardly any other article has could find nothing, and words that many have tell nothing.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from desktop_app.index.text import analysis

_READ: Final = 50_000  # code points: an article says what it is about early on
_TITLE: Final = 3
_CANDIDATES: Final = 250  # the words whose frequencies are asked for
_SATURATION: Final = 1.2  # as in BM25: the tenth time says less than the second
_SHORTEST: Final = 2  # letters
_FEW: Final = 3  # articles, of a small archive
_COMMON: Final = 10  # a word in more than one article of so many is common
_FEWEST: Final = 6  # words: a small archive has hardly two articles that share nine of twenty-five
_HIRAGANA: Final = re.compile("[\u3040-\u309f]{2}")


def words_of(
    text: str,
    title: str,
    language: str,
    frequencies: Callable[[Sequence[str]], list[int]],
    documents: int,
    limit: int = 25,
) -> tuple[str, ...]:
    """Up to `limit` words in index form that characterise an article, the best first; fewer in small archives.

    `frequencies` tells in how many of the `documents` articles each word stands. Of Japanese script the words are
    pairs of characters. Numbers are left out; `language` is that of the article ("de", "en", "ja", …).
    """
    counts = Counter(_worth(analysis.terms(text[:_READ])))
    for word in _worth(analysis.terms(title)):
        counts[word] += _TITLE
    candidates = [word for word, _ in counts.most_common(_CANDIDATES)]
    found = dict(zip(candidates, frequencies(candidates), strict=True))
    least = 2 if documents < 1_000 else 3
    most = max(_FEW, documents // _COMMON)
    weights = {
        word: counts[word] / (counts[word] + _SATURATION) * math.log(1 + documents / frequency)
        for word, frequency in found.items()
        if least <= frequency <= most
    }
    ranked = sorted(weights, key=lambda word: (-weights[word], word))
    size = min(limit, max(_FEWEST, round(6 * math.log10(max(documents, 1))) - 9))
    return tuple(_apart(ranked, counts, size) if language == "ja" else ranked[:size])


def _worth(terms: Iterable[tuple[str, int]]) -> list[str]:
    """The terms that can characterise a text: no numbers, single characters or Japanese endings."""
    return [
        word
        for word, _ in terms
        if len(word) >= _SHORTEST and any(map(str.isalpha, word)) and not _HIRAGANA.fullmatch(word)
    ]


def _apart(ranked: list[str], counts: Counter[str], limit: int) -> list[str]:
    """The best pairs, without those that are only the middle of a longer word of which another pair is there."""
    kept: list[str] = []
    for word in ranked:
        same = (each for each in kept if counts[each] == counts[word])
        if not any(each[-1] == word[0] or each[0] == word[-1] for each in same):
            kept.append(word)
        if len(kept) == limit:
            break
    return kept
