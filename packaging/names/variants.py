"""Sentences changed a little while training: other people's names, other quotation marks, capitals throughout."""

import random
from collections.abc import Container

from corpora import Sentence
from german_words import LISTS
from raw_lexicon import RawLexicon

QUOTES = ("„", "“", "”", "«", "»", "'", "’", "''", "``")
INITIALS = "ABCDEFGHIJKLMNOPRSTUVW"
OTHER_NAMES, OTHER_QUOTES, CAPITALS, JAPANESE = 0.15, 0.6, 0.02, 0.3  # how often


class Variants:
    """Makes variants; every word it may bring in is known beforehand."""

    def __init__(self, lexicon: RawLexicon) -> None:
        self.known: Container[str] = ()  # words with features
        bits = lexicon._lists
        self._lists = {
            name: [
                word
                for word, bit in zip(lexicon.words, bits.tolist(), strict=True)
                if bit >> place & 1 and word[0].isupper()
            ]
            for place, name in enumerate(LISTS)
        }

    def all_words(self) -> list[str]:
        """Every word that a variant may bring in."""
        names = [word for name in ("first", "last", "japanese_first", "japanese_last") for word in self._lists[name]]
        return [*names, *QUOTES, *(f"{letter}." for letter in INITIALS), ".", ",", *"von van de zu zur ten di".split()]

    def of(self, sentence: Sentence, draw: random.Random) -> Sentence:
        """`sentence` or a variant of it."""
        words, tags = sentence.words, sentence.tags
        if '"' in words and draw.random() < OTHER_QUOTES:
            words = [draw.choice(QUOTES) if word == '"' else word for word in words]
        if draw.random() < OTHER_NAMES and any(tag and tag.endswith("PER") for tag in tags):
            words, tags = self._renamed(words, tags, draw)
        elif draw.random() < CAPITALS:
            words = [word.upper() if word.upper() in self.known else word for word in words]
        return Sentence(words, tags, sentence.source)

    def _renamed(
        self, words: list[str], tags: list[str | None], draw: random.Random
    ) -> tuple[list[str], list[str | None]]:
        """Other people's names in place of all that are one or two words long."""
        new: list[tuple[str, str | None]] = []
        for place, (word, tag) in enumerate(zip(words, tags, strict=True)):
            if tag == "S-PER":
                new.append((draw.choice(self._lists["japanese_last" if draw.random() < JAPANESE else "last"]), tag))
            elif tag == "B-PER" and tags[place + 1] == "E-PER":
                name = self._name(draw)
                new += zip(name, ["B-PER", *["I-PER"] * (len(name) - 2), "E-PER"], strict=True)
            elif not (tag == "E-PER" and tags[place - 1] == "B-PER"):
                new.append((word, tag))
        return [word for word, _ in new], [tag for _, tag in new]

    def _name(self, draw: random.Random) -> list[str]:
        """A first and a last name, as they are met: either order in Japanese names, now and then with an initial."""
        if draw.random() < JAPANESE:
            name = [draw.choice(self._lists["japanese_first"]), draw.choice(self._lists["japanese_last"])]
            return name if draw.random() < 0.6 else name[::-1]
        first, last = draw.choice(self._lists["first"]), draw.choice(self._lists["last"])
        form = draw.random()
        initial = draw.choice(INITIALS) + "."
        if form < 0.06:
            return [first, initial, last]
        if form < 0.09:
            return [first, ".", initial, last]  # as mis-set in print: "Walter. F. Brandt"
        if form < 0.12:
            return [initial, last]
        if form < 0.15:
            return [last, ",", first]
        if form < 0.21:
            return [first, draw.choice(self._lists["first"]), last]
        if form < 0.24:
            return [first, draw.choice(("von", "van", "de", "zu", "zur", "ten", "di")), last]
        return [first, last]
