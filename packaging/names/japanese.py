"""Trains the Japanese name model: `resources/names/ja.*`.

Usage: python packaging/names/japanese.py TABLES NAMES [--width 96] [--epochs 12] …

As `train.py`, which see, but by characters, and for the lexicon that `japanese_words.py` wrote. NAMES is the `dataset` folder of
japanese-personal-name-dataset (MIT): in training, people get other names out of it, and organisations those of others.
"""

import csv
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpora import Sentence, read_documents, read_table, tagged  # noqa: E402
from export import write_model  # noqa: E402
from measure import spans_of  # noqa: E402
from nets import Words  # noqa: E402
from plans import JAPANESE, PRESS  # noqa: E402
from train import ROOT, Material, Trainer, read_options  # noqa: E402

from desktop_app.entities.tagging.characters import SIZES, CharacterPlaces  # noqa: E402
from desktop_app.entities.tagging.features import FeatureMaker  # noqa: E402
from desktop_app.entities.tagging.hashing import word_keys  # noqa: E402
from desktop_app.entities.tagging.lexicon import Lexicon  # noqa: E402
from desktop_app.entities.tagging.weights import load  # noqa: E402

LONGEST = 400  # characters of a sentence
CHANGED, PEOPLE, ORGANISATIONS = 0.5, 0.7, 0.35  # how often: a sentence, the people and the organisations in it
COMMON = 3


def _all_in(word: str, first: str, last: str) -> bool:
    return all(first <= sign <= last or sign in "々ヶ" for sign in word)


class JapaneseVariants:
    """Gives the people and organisations of a sentence other names of the same make."""

    def __init__(self, names: Path, sentences: Sequence[Sentence]) -> None:
        rows = [row for row in csv.reader((names / "last_name_org.csv").open(encoding="utf-8")) if row[1].isdigit()]
        self._last, self._weights = [row[0] for row in rows], np.cumsum([int(row[1]) ** 0.5 for row in rows]).tolist()
        self._given = [
            name
            for file in ("first_name_man_org.csv", "first_name_woman_org.csv")
            for row in csv.reader((names / file).open(encoding="utf-8"))
            for name in row[2:]
            if 1 < len(name) <= 3
        ]
        self._foreign: list[str] = []
        self._organisations: dict[str, list[str]] = defaultdict(list)
        for sentence in sentences:
            for first, last, kind, _ in spans_of(sentence.tags):
                name = "".join(sentence.words[first:last])
                if kind == "ORG":
                    self._organisations[name[-1]].append(name)
                elif _all_in(name, "\u30a0", "\u30ff"):
                    self._foreign += [part for part in name.split("・") if len(part) > 1]

    def all_words(self) -> list[str]:
        """Every character that a variant may bring in."""
        return list(dict.fromkeys("".join([*self._last, *self._given])))

    def of(self, sentence: Sentence, draw: random.Random) -> Sentence:
        """`sentence` or a variant of it."""
        spans = sorted(spans_of(sentence.tags))
        if not spans or draw.random() > CHANGED:
            return sentence
        words: list[str] = []
        tags: list[str | None] = []
        at = 0
        for first, last, kind, _ in spans:
            words += sentence.words[at:first]
            tags += sentence.tags[at:first]
            name = self._other("".join(sentence.words[first:last]), kind, draw)
            words += name
            tags += [f"S-{kind}"] if len(name) == 1 else [f"B-{kind}", *[f"I-{kind}"] * (len(name) - 2), f"E-{kind}"]
            at = last
        return Sentence(words + sentence.words[at:], tags + sentence.tags[at:], sentence.source)

    def _other(self, name: str, kind: str, draw: random.Random) -> str:
        if kind == "ORG":
            return draw.choice(self._organisations[name[-1]]) if draw.random() < ORGANISATIONS else name
        if draw.random() > PEOPLE:
            return name
        if _all_in(name, "\u4e00", "\u9fff") and len(name) <= 5:
            last = draw.choices(self._last, cum_weights=self._weights)[0]
            return last if len(name) <= 2 else last + draw.choice(self._given)
        if _all_in(name, "\u30a0", "\u30ff"):
            return "・".join(draw.choice(self._foreign) for _ in name.split("・"))
        return name


class JapaneseLexicon(Lexicon):
    """The shipped lexicon; it has no vectors to squeeze."""

    raw = np.zeros((0, 0), np.float16)


class Characters(Material):
    """All sentences, a word a character."""

    places = SIZES

    def __init__(self, tables: Path, names: Path, lexicon: str) -> None:
        self.plan = JAPANESE
        table = list(read_table(tables / f"{JAPANESE.development}.tsv", LONGEST))
        kept, self.development = JAPANESE.divided(JAPANESE.development, table)
        documents = [
            each for path in sorted((ROOT / "data" / "names" / "ja").glob("*.txt")) for each in read_documents(path)
        ]
        self.held_out = [document for document in documents if document.held_out]
        own = [sentence for document in documents if not document.held_out for sentence in tagged(document, "ja")]
        self.held_sentences = [sentence for document in self.held_out for sentence in tagged(document, "ja")]
        self.train = [(kept, PRESS, 1.0), (own, PRESS, JAPANESE.own_times)]
        print("own sentences", len(own), "held out", len(self.held_sentences), flush=True)
        self.lexicon = JapaneseLexicon(load(ROOT / "resources" / "names", lexicon))
        self._finder = CharacterPlaces(self.lexicon)
        self.variants = JapaneseVariants(names, kept + own)
        self._number_characters(kept + own)

    def _number_characters(self, sentences: Sequence[Sentence]) -> None:
        counts = Counter(word for sentence in sentences for word in sentence.words)
        self.common = np.unique(word_keys([word for word, count in counts.items() if count >= COMMON]))
        words = dict.fromkeys([*counts, *self.variants.all_words()])
        words.update(dict.fromkeys(word for each in (*self.development, *self.held_sentences) for word in each.words))
        self.number = {word: row for row, word in enumerate(words)}
        self.slots = [dict(slot) for slot in JAPANESE.slots]
        self.slots[0]["size"] = len(self.common) + 1
        self.words = Words(FeatureMaker(self.slots, self.common, self.lexicon).make(list(words)))

    def numbers_of_places(self, sentences: Sequence[Sentence]) -> torch.Tensor:
        """What depends on a character's place in `sentences`, [characters, tables]."""
        return torch.from_numpy(
            np.concatenate(self._finder.numbers([each.words for each in sentences])).astype(np.int64)
        )


def main() -> None:
    options = read_options()
    options.name, options.vectors = options.name or "ja", 0
    options.lexicon = options.lexicon or "ja-words"
    torch.set_num_threads(options.threads)
    material = Characters(Path(options.tables), Path(options.words), options.lexicon)
    trainer = Trainer(material, options)
    trainer.run()
    write_model(trainer.mean, material, options)


if __name__ == "__main__":
    main()
