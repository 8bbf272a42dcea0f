"""Highlights in real press texts that have changed, where the measuring corpora are at hand."""

import os
import random
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from desktop_app.model.anchors import Alignment
from tests.property.changed_texts import NINE, letters, quotes, verdict, written

_TEXTS, _PER = 20, 15
_CERTAIN = {"decomposed", "rewrapped", "header inserted"}

pytestmark = pytest.mark.corpora


def _texts(name: str) -> list[str]:
    folder = os.environ.get("LESESAAL_CORPORA", "")
    paths = sorted(Path(folder).glob(f"{name}*/**/*.txt")) if folder else []
    texts = (path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n") for path in paths)
    found = list(islice((text for text in texts if len(text) > 300), _TEXTS))
    if not found:
        pytest.skip(f"{name} is not at hand; set LESESAAL_CORPORA to the folder that holds it unpacked")
    return found


@pytest.mark.parametrize("name", ["news-de-wikinews", "news-de-10kgnad", "news-en-bbc", "news-ja-wikinews"])
@pytest.mark.parametrize("change", NINE)
def test_quotes_keep_to_their_words_in_real_texts(name: str, change: str) -> None:
    pick = random.Random(9)  # noqa: S311 - a test
    told: Counter[str] = Counter()
    for text in _texts(name):
        changed = NINE[change](letters(text), pick)
        alignment = Alignment(text, written(changed))
        told.update(verdict(text, span, changed, alignment.place(*span)) for span in quotes(text, pick, _PER))
    placed = (told["found"] + told["copy"]) / (told.total() - told["gone"])
    assert told["wrong"] == 0
    assert placed >= (0.99 if change in _CERTAIN else 0.85 if "reworded" in change else 0)
