"""A small model made of fixed random numbers: it finds nonsense, always the same."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.entities.tagging.features import DENSE
from desktop_app.entities.tagging.hashing import packed, word_keys
from desktop_app.entities.tagging.lexicon import HAS_VECTOR
from desktop_app.entities.tagging.tagger import Tagger
from desktop_app.entities.tagging.weights import as_float16, as_int8, save

TAGS = ["O", *(f"{part}-{kind}" for kind in ("PER", "ORG") for part in "BIESFT")]
SLOTS: list[dict[str, Any]] = [
    {"kind": "word"},
    {"kind": "prefix", "length": 3, "size": 50},
    {"kind": "suffix", "length": 3, "size": 50},
    {"kind": "tail", "size": 20},
    {"kind": "shape", "size": 40},
    {"kind": "cluster"},
    {"kind": "head"},
    {"kind": "rank"},
    {"kind": "grams", "shortest": 2, "longest": 4, "size": 100},
]
ROWS = [4, 50, 50, 20, 40, 8, 8, 16]
COMMON = ["und", "die", "stadt"]
KNOWN = ["Aachen", "Philipp", "Wirtschaftskreis", "und", "geht", "Geschäftsführerin"]
WIDTH = 16
REACHES = [1, 0, 2]


def write_lexicon(folder: Path, words: list[str] = KNOWN) -> str:
    """Writes a lexicon of `words` and gives its SHA-256."""
    keys = word_keys(words)
    order = np.argsort(keys)
    numbers = np.arange(len(words))[order]
    vectors = np.random.default_rng(5).integers(0, 256, (len(words), 2)).astype(np.uint8)
    arrays = {
        "keys": packed(keys[order]),
        "cluster": (numbers % 7 + 1).astype(np.uint16),
        "rank": (numbers % 15 + 1).astype(np.uint8),
        "lists": ((1 << numbers % 5) | (1 << HAS_VECTOR)).astype(np.uint16),
        "vectors": vectors[order],
        "vectors.scale": np.full(4, 0.25, np.float32),
    }
    save(folder, "words", arrays, {})
    return str(json.loads((folder / "words.json").read_text(encoding="utf-8"))["sha256"])


def write_model(folder: Path, name: str = "net", seed: int = 1, **changed: Any) -> None:
    """Writes a lexicon and a net of random numbers; `changed` replaces keys of its JSON."""
    sha256 = write_lexicon(folder)
    draw = np.random.default_rng(seed)

    def numbers(*shape: int) -> Any:
        return draw.normal(0, 0.5, shape).astype(np.float32)

    arrays: dict[str, Any] = {"words": packed(np.sort(word_keys(COMMON)))}
    for number, rows in enumerate(ROWS):
        arrays |= as_int8(f"slot.{number}", numbers(rows, 6))
    arrays |= as_int8("grams", numbers(100, 6))
    arrays |= as_float16("input.weight", numbers(len(ROWS) * 6 + 6 + DENSE + 4, WIDTH))
    arrays |= {"input.bias": numbers(WIDTH)}
    for number in range(len(REACHES)):
        arrays |= as_float16(f"layer.{number}.weight", numbers(3 * WIDTH, WIDTH) / 4)
        arrays |= {f"layer.{number}.bias": numbers(WIDTH)}
    arrays |= as_float16("output.weight", numbers(WIDTH, len(TAGS))) | {"output.bias": numbers(len(TAGS))}
    arrays |= {"transitions.follow": numbers(len(TAGS), len(TAGS))}
    arrays |= {"transitions.first": numbers(len(TAGS)), "transitions.last": numbers(len(TAGS))}
    settings = {
        "lexicon": "words",
        "lexicon_sha256": sha256,
        "tags": TAGS,
        "slots": SLOTS,
        "reaches": REACHES,
        "known": [],
    }
    save(folder, name, arrays, settings | changed)


@pytest.fixture
def tagger(tmp_path: Path) -> Tagger:
    write_model(tmp_path)
    return Tagger.load(tmp_path, ["net"])


@pytest.fixture
def make_model(tmp_path: Path) -> Callable[..., Path]:
    """Writes a model with the given changes and gives its folder."""

    def make(**changed: Any) -> Path:
        write_model(tmp_path, **changed)
        return tmp_path

    return make
