"""Fine-tunes multilingual-e5-small to find names: a teacher, too large to ship, for the small nets.

Usage: python packaging/names/teacher.py TABLES E5_MODEL OUTPUT [--layers 8] [--epochs 2] [--texts FOLDER …]

Needs (for training only): torch. It learns from the same tables and documents as `train.py`. Written are `OUTPUT.pt`, and
`OUTPUT.tsv`: sentences of the texts (`*.txt`, free of rights or under CC BY) and of the tables that mark names in another
manner, tagged by the teacher; a word it is unsure of has the tag "?".
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from corpora import TAGS, Sentence, read_documents, read_table, tagged  # noqa: E402
from encoder import Encoder  # noqa: E402
from measure import table_figures  # noqa: E402
from tagged_words import allowed_tags  # noqa: E402

from desktop_app.entities.sentences import sentences  # noqa: E402
from desktop_app.entities.tagging.decoding import allowed, best_tags  # noqa: E402

DOCUMENTS = ROOT / "data" / "names" / "de"
TAUGHT = {"germeval2014_train_rebuilt": 1.0, "smartdata_train": 0.25, "europeana_sbb": 0.3}
RETAGGED = ("smartdata_train", "mobie_train", "biofid_dev", "biofid_test", "ler_dev", "newseye_de_test", "europeana_sbb")
MOST_PIECES = 220  # of a sentence; the rest is not read
SURE = 0.7  # less sure tags are not passed on


class Teacher(nn.Module):
    """The encoder with a layer that gives each word's first piece scores of tags."""

    def __init__(self, encoder: Encoder, sources: int) -> None:
        super().__init__()
        self.encoder = encoder
        for number, layer in enumerate(encoder._layers):
            for name in layer:
                layer[name] = nn.Parameter(layer[name])
                self.register_parameter(f"layer{number}_{name}", layer[name])
        self.source = nn.Embedding(sources, encoder.width)
        nn.init.zeros_(self.source.weight)
        self.output = nn.Linear(2 * encoder.width, len(TAGS))

    def forward(self, numbers: torch.Tensor, inside: torch.Tensor, first: torch.Tensor, last: torch.Tensor, source: torch.Tensor) -> torch.Tensor:
        """The scores [words, tags]; `first` and `last`: the places of words' pieces in the flat batch."""
        states = self.encoder.states(numbers, inside, self.source(source)[:, None, :], 0.1 if self.training else 0.0)
        states = states.reshape(-1, states.shape[-1]).float()
        both = torch.cat([states[first], states[last]], 1)
        return self.output(F.dropout(both, 0.1, self.training))


class Batch:
    """Sentences as numbers of pieces."""

    def __init__(self, encoder: Encoder, chosen: Sequence[tuple[Sentence, int]]) -> None:
        rows, self.words, firsts, lasts = [], [], [], []
        for sentence, _ in chosen:
            row, first, last = [encoder.begin], [], []
            for word in sentence.words:
                pieces = encoder.pieces(word)
                if len(row) + len(pieces) >= MOST_PIECES:
                    break
                first.append(len(row))
                row += pieces
                last.append(len(row) - 1)
            rows.append([*row, encoder.end])
            firsts.append(first)
            lasts.append(last)
            self.words.append(len(first))
        longest = max(map(len, rows))
        self.numbers = torch.tensor([row + [encoder.pad] * (longest - len(row)) for row in rows])
        self.inside = torch.arange(longest) < torch.tensor([len(row) for row in rows])[:, None]
        self.first = torch.tensor([number * longest + place for number, each in enumerate(firsts) for place in each])
        self.last = torch.tensor([number * longest + place for number, each in enumerate(lasts) for place in each])
        self.source = torch.tensor([source for _, source in chosen])


def together(chosen: list[tuple[Sentence, int]], draw: random.Random | None, words: int) -> Iterator[list[int]]:
    """Numbers of sentences of about the same length, `words` words together."""
    order = list(range(len(chosen)))
    if draw:
        draw.shuffle(order)
    plan = []
    for start in range(0, len(order), 2000):
        part = sorted(order[start : start + 2000], key=lambda number: -len(chosen[number][0].words))
        while part:
            count = max(1, words // len(chosen[part[0]][0].words))
            plan.append(part[:count])
            part = part[count:]
    if draw:
        draw.shuffle(plan)
    yield from plan


def scores_of(teacher: Teacher, chosen: list[tuple[Sentence, int]]) -> Iterator[tuple[int, np.ndarray]]:
    """Number of a sentence and its scores, in any order."""
    teacher.eval()
    for numbers in together(chosen, None, 2500):
        batch = Batch(teacher.encoder, [chosen[number] for number in numbers])
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            scores = teacher(batch.numbers, batch.inside, batch.first, batch.last, batch.source).float().log_softmax(1).numpy()
        at = 0
        for number, words in zip(numbers, batch.words, strict=True):
            yield number, scores[at : at + words]
            at += words


def tags_of(teacher: Teacher, found: list[Sentence], sure: float = 0.0) -> list[list[str]]:
    """The tags of sentences; "?" for names and words less sure than `sure`."""
    result: list[list[str]] = [[] for _ in found]
    rule = allowed(TAGS)
    for number, scores in scores_of(teacher, [(sentence, 0) for sentence in found]):
        best = best_tags(scores, np.array([len(scores)]), rule) if len(scores) else np.zeros(0, np.int64)
        tags = [TAGS[tag] for tag in best.tolist()]
        certain = np.exp(scores[np.arange(len(best)), best])
        result[number] = doubted(tags, certain, sure) + ["O"] * (len(found[number].words) - len(tags))
    return result


def doubted(tags: list[str], certain: np.ndarray, sure: float) -> list[str]:
    """`tags` with "?" for whole names that have an unsure word, and for unsure words outside names."""
    result, first = list(tags), 0
    for place, tag in enumerate(tags):
        if tag == "O":
            if certain[place] < sure:
                result[place] = "?"
            continue
        if tag[0] in "BST":
            first = place
        if tag[0] in "ESFT" and certain[first : place + 1].min() < sure:
            result[first : place + 1] = ["?"] * (place + 1 - first)
    return result


def learn(teacher: Teacher, options: argparse.Namespace, lessons: list[tuple[list[Sentence], int, float]]) -> None:
    draw = random.Random(1)
    development = list(read_table(Path(options.tables) / "germeval2014_dev.tsv"))
    optimizer = torch.optim.AdamW(
        [
            {"params": [each for name, each in teacher.named_parameters() if name.startswith("layer")], "lr": options.rate},
            {"params": [*teacher.source.parameters(), *teacher.output.parameters()], "lr": 1e-3},
        ],
        weight_decay=0.01,
        fused=True,
    )
    began, step, steps = time.time(), 0, 0
    for epoch in range(options.epochs):
        chosen = [(each, source) for found, source, times in lessons for each in found for _ in range(int(times) + (draw.random() < times % 1))]
        plan = list(together(chosen, draw, 700))
        steps = steps or len(plan) * options.epochs
        print("sentences", len(chosen), "steps", steps, flush=True)
        total = 0.0
        for numbers in plan:
            step += 1
            share = min(1.0, step / 200) * max(0.02, 1 - step / steps)
            for group, rate in zip(optimizer.param_groups, (options.rate, 1e-3), strict=True):
                group["lr"] = rate * share
            teacher.train()
            picked = [chosen[number] for number in numbers]
            batch = Batch(teacher.encoder, picked)
            with torch.autocast("cpu", torch.bfloat16):
                scores = teacher(batch.numbers, batch.inside, batch.first, batch.last, batch.source)
            right = np.concatenate(
                [allowed_tags(each.tags[:words], each.words[:words]) for (each, _), words in zip(picked, batch.words, strict=True)]
            )
            logs = scores.float().log_softmax(1)
            loss = -torch.where(torch.from_numpy(right), logs, torch.tensor(-30.0)).logsumexp(1).mean()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            total += loss.item()
            if step % 200 == 0:
                print(step, f"{total / 200:.4f} {time.time() - began:.0f}s", flush=True)
                total = 0.0
        print(f"epoch {epoch} {time.time() - began:.0f}s dev {table_figures(development, tags_of(teacher, development))}", flush=True)
        torch.save(teacher.state_dict(), f"{options.output}.pt")


def material(options: argparse.Namespace) -> list[tuple[list[Sentence], int, float]]:
    tables = Path(options.tables)
    documents = [document for path in sorted(DOCUMENTS.glob("*.txt")) for document in read_documents(path)]
    own = [sentence for document in documents if not document.held_out for sentence in tagged(document)]
    lessons: list[tuple[list[Sentence], int, float]] = [(own, 0, 3.0)]
    for number, (name, times) in enumerate(TAUGHT.items()):
        lessons.append((list(read_table(tables / f"{name}.tsv")), number, times))
    return lessons


def unmarked(options: argparse.Namespace) -> list[Sentence]:
    """Sentences without marks: of tables that mark names in another manner, and of texts."""
    found = []
    for name in RETAGGED:
        found += [Sentence(each.words, ["O"] * len(each.words)) for each in read_table(Path(options.tables) / f"{name}.tsv")]
    for folder in options.texts:
        for path in sorted(Path(folder).rglob("*.txt")):
            for sentence in sentences(path.read_text(encoding="utf-8", errors="replace"), "de"):
                words = [token.text for token in sentence]
                if 4 <= len(words) <= 120:
                    found.append(Sentence(words, ["O"] * len(words)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables")
    parser.add_argument("model")
    parser.add_argument("output")
    parser.add_argument("--layers", type=int, default=8)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--texts", nargs="*", default=[])
    parser.add_argument("--learnt", help="a checkpoint: tag only")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    teacher = Teacher(Encoder(Path(options.model), options.layers), len(TAUGHT))
    if options.learnt:
        teacher.load_state_dict(torch.load(options.learnt))
    else:
        learn(teacher, options, material(options))
    found = unmarked(options)
    print("to tag", len(found), flush=True)
    with Path(f"{options.output}.tsv").open("w", encoding="utf-8") as file:
        for sentence, tags in zip(found, tags_of(teacher, found, SURE), strict=True):
            file.writelines(f"{word}\t{tag}\n" for word, tag in zip(sentence.words, tags, strict=True))
            file.write("\n")


if __name__ == "__main__":
    main()
