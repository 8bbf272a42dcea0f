"""Writes a trained net and its lexicon as the program reads them, small, and looks whether they do what they did."""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from corpora import TAGS
from nets import VECTOR_STEP, Net
from plans import PRESS, Plan

from desktop_app.entities.tagging.hashing import packed
from desktop_app.entities.tagging.lexicon import HAS_VECTOR
from desktop_app.entities.tagging.tagger import Tagger
from desktop_app.entities.tagging.weights import as_float16, as_int8, save

SURE = 0.9


def write_lexicon(net: Net, lexicon: Any, folder: Path, name: str) -> None:
    """Writes the lexicon with the vectors as `net` has squeezed them."""
    rows = []
    with torch.no_grad():
        for start in range(0, len(lexicon.raw), 20_000):
            rows.append(net.whole_vectors(torch.from_numpy(lexicon.raw[start : start + 20_000])).numpy())
    whole = (np.concatenate(rows) + 8).astype(np.uint8)
    half = whole.shape[1] // 2
    arrays = {
        "keys": packed(lexicon._keys),
        "cluster": lexicon._cluster.astype(np.uint16),
        "rank": lexicon._rank.astype(np.uint8),
        "lists": (lexicon._lists | 1 << HAS_VECTOR).astype(np.uint16),
        "vectors": whole[:, :half] | whole[:, half:] << 4,
        "vectors.scale": np.full(whole.shape[1], VECTOR_STEP, np.float32),
    }
    save(folder, name, arrays, {})


def write_net(net: Net, material: Any, folder: Path, name: str, lexicon: str) -> None:
    """Writes the net for the manner of the press, and what it finds in the known sentences."""
    about = json.loads((folder / f"{lexicon}.json").read_text(encoding="utf-8"))
    weights = {key: value.detach().numpy() for key, value in net.state_dict().items()}
    arrays: dict[str, Any] = {"words": packed(material.common)}
    for number in range(len(net.tables)):
        arrays |= as_int8(f"slot.{number}", weights[f"tables.{number}.weight"])
    if net.gram_hide is not None:
        arrays |= as_int8("grams", weights["grams.weight"])
    arrays |= as_float16("input.weight", weights["input.weight"].T)
    arrays["input.bias"] = weights["input.bias"] + weights["source.weight"][PRESS]
    for number in range(len(net.extra)):
        arrays |= as_int8(f"extra.{number}", weights[f"extra.{number}.weight"])
    for number in range(len(net.layers)):
        arrays |= as_int8(f"layer.{number}.weight", weights[f"layers.{number}.weight"].T)
        arrays[f"layer.{number}.bias"] = weights[f"layers.{number}.bias"]
    arrays |= as_float16("output.weight", weights["output.weight"].T)
    arrays["output.bias"] = weights["output.bias"]
    for part in ("follow", "first", "last"):
        arrays[f"transitions.{part}"] = weights[part]
    settings = {
        "lexicon": lexicon,
        "lexicon_sha256": about["sha256"],
        "tags": list(TAGS),
        "slots": [
            {key: value for key, value in slot.items() if key not in ("columns", "hide")} for slot in material.slots
        ],
        "reaches": net.shape.reaches,
        "extra": len(net.extra),
        "known": [],
    }
    save(folder, name, arrays, settings)
    write_known(material.plan, folder, name)


def write_known(plan: Plan, folder: Path, name: str) -> None:
    """Writes into the net's JSON what it finds in the sentences that are checked at every start, where it is sure."""
    about = folder / f"{name}.json"
    settings = json.loads(about.read_text(encoding="utf-8")) | {"known": []}
    about.write_text(json.dumps(settings, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sentences = [plan.words(sentence) for sentence in plan.known]
    found = Tagger.load(folder, [name]).tag(sentences)
    settings["known"] = [
        {"words": words, "names": [[span.first, span.last, span.kind] for span in spans]}
        for words, spans in zip(sentences, found, strict=True)
        if all(span.confidence > SURE for span in spans)  # another processor rounds otherwise
    ]
    about.write_text(json.dumps(settings, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_model(net: Net, material: Any, options: argparse.Namespace) -> None:
    """Writes lexicon and net into the folder of the options."""
    folder = Path(options.output)
    folder.mkdir(parents=True, exist_ok=True)
    if not options.keep_lexicon and len(material.lexicon.raw):
        write_lexicon(net, material.lexicon, folder, options.lexicon)
    write_net(net, material, folder, options.name, options.lexicon)
