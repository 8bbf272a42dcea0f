"""Trains the German or the English name model: `resources/names/de.*`, `en.*`.

Usage: python packaging/names/train.py TABLES WORDS --language de [--width 128] [--epochs 12] …

Needs (for training only): torch. TABLES is a folder with the tables named in `plans.py` (where they come from and under which
licences is said in `resources/names/MODEL_CARD.md`), WORDS what `german_words.py` or `english_words.py` wrote. The project's own documents are read from
`data/names`; every fifth of each file is held out, never trained on.
"""

import argparse
import copy
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from corpora import TAGS, Document, Sentence, read_documents, read_table, tagged  # noqa: E402
from export import write_model  # noqa: E402
from measure import table_figures  # noqa: E402
from nets import Net, Shape, Words, loss  # noqa: E402
from plans import PLANS, PRESS, Plan  # noqa: E402
from raw_lexicon import RawLexicon  # noqa: E402
from tagged_words import allowed_tags  # noqa: E402
from variants import Variants  # noqa: E402

from desktop_app.entities.tagging.decoding import allowed as whole_names  # noqa: E402
from desktop_app.entities.tagging.decoding import best_tags  # noqa: E402
from desktop_app.entities.tagging.features import FeatureMaker  # noqa: E402
from desktop_app.entities.tagging.hashing import positions, unpacked, word_keys  # noqa: E402
from desktop_app.entities.tagging.lexicon import Lexicon  # noqa: E402
from desktop_app.entities.tagging.weights import load  # noqa: E402


class Material:
    """All sentences, and the features of their words."""

    places: Sequence[int] = ()  # sizes of the tables for what depends on a word's place

    def __init__(self, plan: Plan, options: argparse.Namespace) -> None:
        self.plan = plan
        tables = Path(options.tables)
        self.train: list[tuple[list[Sentence], int, float]] = []
        for name, (manner, times) in plan.sources.items():
            kept, _ = plan.divided(name, list(read_table(tables / f"{name}.tsv")))
            self.train.append((kept, manner, times))
        _, self.development = plan.divided(plan.development, list(read_table(tables / f"{plan.development}.tsv")))
        documents = [
            document
            for path in sorted((ROOT / "data" / "names" / plan.language).glob("*.txt"))
            for document in read_documents(path)
        ]
        self.held_out: list[Document] = [document for document in documents if document.held_out]
        own = [
            sentence for document in documents if not document.held_out for sentence in tagged(document, plan.language)
        ]
        self.train.append((own, PRESS, plan.own_times))
        self.held_sentences = [sentence for document in self.held_out for sentence in tagged(document, plan.language)]
        print("own sentences", len(own), "held out", len(self.held_sentences), flush=True)
        squeezed = Lexicon(load(Path(options.output), options.lexicon)) if options.keep_lexicon else None
        self.lexicon = RawLexicon(Path(options.words), options.most_words, squeezed)
        self.variants = Variants(self.lexicon)
        self._number_words()
        if options.with_development:
            self.train.append((self.development, PRESS, 1.0))

    def _number_words(self) -> None:
        counts = Counter(word for sentences, _, _ in self.train for sentence in sentences for word in sentence.words)
        lowered = Counter()
        for word, count in counts.items():
            lowered[word.lower()] += count
        self.common = np.unique(
            word_keys(_digits_alike(sorted(word for word, count in lowered.items() if count >= self.plan.common)))
        )
        words = dict.fromkeys(counts)
        words.update(dict.fromkeys(self.variants.all_words()))
        words.update(dict.fromkeys(word.upper() for word in list(words) if counts[word] > 1))
        for sentence in (*self.development, *self.held_sentences):
            words.update(dict.fromkeys(sentence.words))
        self.number = {word: row for row, word in enumerate(words)}
        self.variants.known = self.number
        self.slots: list[dict[str, Any]] = [dict(slot) for slot in self.plan.slots]
        self.slots[0]["size"] = len(self.common) + 1
        maker = FeatureMaker(self.slots, self.common, self.lexicon)
        self.words = Words(maker.make(list(words)))
        print("words", len(words), "common", len(self.common), flush=True)

    def numbers_of_places(self, sentences: Sequence[Sentence]) -> torch.Tensor | None:
        """What depends on a word's place in `sentences`, [words, tables]."""
        return None

    def epoch(self, draw: random.Random) -> list[tuple[Sentence, int]]:
        """The sentences of one epoch."""
        chosen = []
        for sentences, manner, times in self.train:
            for sentence in sentences:
                again = int(times) + (draw.random() < times % 1)
                chosen += [(sentence, manner)] * again
        return chosen


def _digits_alike(words: Iterable[str]) -> list[str]:
    return ["".join("0" if "0" <= sign <= "9" else sign for sign in word) for word in words]


def batches(chosen: list[tuple[Sentence, int]], draw: random.Random, words: int) -> list[list[tuple[Sentence, int]]]:
    """Sentences of about the same length together, `words` words in a batch, in any order."""
    draw.shuffle(chosen)
    result = []
    for start in range(0, len(chosen), 3000):
        part = sorted(chosen[start : start + 3000], key=lambda each: -len(each[0].words))
        batch: list[tuple[Sentence, int]] = []
        size = 0
        for each in part:
            batch.append(each)
            size += len(each[0].words)
            if size >= words:
                result.append(batch)
                batch, size = [], 0
        if batch:
            result.append(batch)
    draw.shuffle(result)
    return result


def resumed(
    state: dict[str, torch.Tensor], before: np.ndarray, common: np.ndarray, keep_lexicon: bool
) -> dict[str, torch.Tensor]:
    """The parameters of a net that had rows for the words `before` as those of one that has them for `common`.

    With `keep_lexicon` its vectors are squeezed already.
    """
    rows = torch.from_numpy(positions(before, common) + 1)  # new words begin with the row of none
    state["tables.0.weight"] = torch.cat([state["tables.0.weight"][:1], state["tables.0.weight"][rows]])
    if keep_lexicon and "squeeze.weight" in state:
        del state["squeeze.weight"]
        state |= {name: torch.zeros(0) for name in ("middle", "spread")}
    return state


class Trainer:
    """Trains one net."""

    def __init__(self, material: Material, options: argparse.Namespace) -> None:
        torch.manual_seed(options.seed)
        self.draw = random.Random(options.seed)
        self.material, self.options = material, options
        shape = Shape(
            options.width,
            [int(reach) for reach in options.reaches.split(",")],
            options.vectors,
            options.dropout,
            options.hide_places,
        )
        raw = 0 if options.keep_lexicon else material.lexicon.width
        self.net = Net(shape, material.slots, raw, 4, len(TAGS), material.places)
        if not options.keep_lexicon:
            known = material.words.vectors[(material.words.vectors != 0).any(1)].float()
            self.net.middle[:], self.net.spread[:] = known.mean(0), known.std(0) + 1e-3
        if options.resume:
            before = unpacked(load(Path(options.output), options.name).stored("words"))
            self.net.load_state_dict(resumed(torch.load(options.resume), before, material.common, options.keep_lexicon))
        self.mean = copy.deepcopy(self.net)
        self.rule = whole_names(TAGS)
        decay, plain = [], []
        for name, value in self.net.named_parameters():
            (plain if value.ndim == 1 else decay).append(value)
        groups = [{"params": decay, "weight_decay": options.decay}, {"params": plain, "weight_decay": 0.0}]
        self.optimizer = torch.optim.AdamW(groups, lr=options.rate, betas=(0.9, 0.98), fused=True)
        self.step = 0

    def run(self) -> None:
        began = time.time()
        for epoch in range(self.options.epochs):
            plan = batches(self.material.epoch(self.draw), self.draw, self.options.batch)
            if not epoch:
                self.steps = len(plan) * self.options.epochs
                print("steps", self.steps, flush=True)
            total = sum(self.learn(batch) for batch in plan)
            print(f"epoch {epoch} loss {total / len(plan):.4f} {time.time() - began:.0f}s {self.figures()}", flush=True)
            if self.options.checkpoint:
                torch.save(self.mean.state_dict(), self.options.checkpoint)

    def learn(self, batch: list[tuple[Sentence, int]]) -> float:
        self.net.train()
        warm = min(1.0, self.step / 300)
        rest = max(0.0, 1 - self.step / self.steps)
        for group in self.optimizer.param_groups:
            group["lr"] = self.options.rate * warm * (0.02 + 0.98 * rest)
        varied = [(self.material.variants.of(sentence, self.draw), manner) for sentence, manner in batch]
        varied.sort(key=lambda each: -len(each[0].words))
        numbers = torch.tensor([self.material.number[word] for sentence, _ in varied for word in sentence.words])
        lengths = torch.tensor([len(sentence.words) for sentence, _ in varied])
        source = torch.tensor([manner for _, manner in varied]).repeat_interleave(lengths)
        right = torch.from_numpy(
            np.concatenate([allowed_tags(sentence.tags, sentence.words) for sentence, _ in varied])
        )
        places = self.material.numbers_of_places([sentence for sentence, _ in varied])
        scores = self.net(self.material.words, numbers, lengths, source, places)
        value = loss(self.net, scores, lengths, right, self.rule)
        self.optimizer.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        keep = min(0.999, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for average, now in zip(self.mean.parameters(), self.net.parameters(), strict=True):
                average.lerp_(now, 1 - keep)
        return value.item()

    def tags(self, sentences: Sequence[Sentence]) -> list[list[str]]:
        """What the averaged net finds."""
        self.mean.eval()
        result: list[list[str]] = []
        for start in range(0, len(sentences), 200):
            part = sentences[start : start + 200]
            lengths = torch.tensor([len(sentence.words) for sentence in part])
            numbers = torch.tensor([self.material.number[word] for sentence in part for word in sentence.words])
            with torch.no_grad():
                source, places = torch.zeros(len(numbers), dtype=torch.long), self.material.numbers_of_places(part)
                scores = self.mean(self.material.words, numbers, lengths, source, places)
            best = best_tags(scores.numpy(), lengths.numpy(), self.mean.moves(TAGS))
            at = 0
            for length in lengths.tolist():
                result.append([TAGS[tag] for tag in best[at : at + length].tolist()])
                at += length
        return result

    def figures(self) -> str:
        dev, own = self.material.development, self.material.held_sentences
        return f"dev {table_figures(dev, self.tags(dev))} | own {table_figures(own, self.tags(own))}"


def read_options() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables")
    parser.add_argument("words")
    parser.add_argument("--language", choices=("de", "de-more", "en"), default="de")
    parser.add_argument("--name", help="of the model; otherwise the language")
    parser.add_argument("--lexicon", help="name of the lexicon; otherwise the language and “-words”")
    parser.add_argument("--output", default=str(ROOT / "resources" / "names"))
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--reaches", default="1,2,0,4,1")
    parser.add_argument("--vectors", type=int, default=32)
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--batch", type=int, default=1500)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--decay", type=float, default=0.02)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--most-words", type=int, help="how many of the commonest words the lexicon keeps")
    parser.add_argument(
        "--keep-lexicon", action="store_true", help="train for the lexicon that another net left in --output"
    )
    parser.add_argument("--resume", help="a checkpoint to go on from")
    parser.add_argument("--with-development", action="store_true")
    parser.add_argument("--checkpoint")
    parser.add_argument("--hide-places", type=float, default=0.2)
    return parser.parse_args()


def main() -> None:
    options = read_options()
    torch.set_num_threads(options.threads)
    options.name = options.name or options.language
    options.lexicon = options.lexicon or f"{PLANS[options.language].language}-words"
    material = Material(PLANS[options.language], options)
    trainer = Trainer(material, options)
    trainer.run()
    write_model(trainer.mean, material, options)


if __name__ == "__main__":
    main()
