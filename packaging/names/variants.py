"""Sentences changed a little while training: other people's names, other quotation marks, capitals throughout."""

import random
from collections.abc import Container

from corpora import Sentence
from german_words import LISTS
from raw_lexicon import RawLexicon

QUOTES = ("„", "“", "”", "«", "»", "'", "’", "''", "``")
OTHER_NAMES, OTHER_QUOTES, CAPITALS, JAPANESE = 0.12, 0.6, 0.02, 0.3  # how often


class Variants:
    """Makes variants; every word it may bring in is known beforehand."""

    def __init__(self, lexicon: RawLexicon) -> None:
        self.known: Container[str] = ()  # words with features
        bits = lexicon._lists
        self._lists = {
            name: [word for word, bit in zip(lexicon.words, bits.tolist(), strict=True) if bit >> place & 1 and word[0].isupper()]
            for place, name in enumerate(LISTS)
        }

    def all_words(self) -> list[str]:
        """Every word that a variant may bring in."""
        names = [word for name in ("first", "last", "japanese_first", "japanese_last") for word in self._lists[name]]
        return [*names, *QUOTES]

    def of(self, sentence: Sentence, draw: random.Random) -> Sentence:
        """`sentence` or a variant of it."""
        words = sentence.words
        if '"' in words and draw.random() < OTHER_QUOTES:
            words = [draw.choice(QUOTES) if word == '"' else word for word in words]
        if draw.random() < OTHER_NAMES and any(tag and tag.endswith("PER") for tag in sentence.tags):
            words = self._renamed(words, sentence.tags, draw)
        elif draw.random() < CAPITALS:
            words = [word.upper() if word.upper() in self.known else word for word in words]
        return Sentence(words, sentence.tags, sentence.source) if words is not sentence.words else sentence

    def _renamed(self, words: list[str], tags: list[str | None], draw: random.Random) -> list[str]:
        words = list(words)
        for place, tag in enumerate(tags):
            if tag == "S-PER":
                words[place] = draw.choice(self._lists["japanese_last" if draw.random() < JAPANESE else "last"])
            elif tag == "B-PER" and place + 1 < len(tags) and tags[place + 1] == "E-PER":
                if draw.random() < JAPANESE:
                    pair = draw.choice(self._lists["japanese_first"]), draw.choice(self._lists["japanese_last"])
                    words[place : place + 2] = pair if draw.random() < 0.6 else pair[::-1]
                else:
                    words[place : place + 2] = draw.choice(self._lists["first"]), draw.choice(self._lists["last"])
        return words
