"""Highlights in texts that have changed: on the right words, or on none."""

import random
import zlib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.anchors import Alignment, anchor_at, place
from tests.property.changed_texts import MORE, NINE, Kind, letters, quotes, verdict, written

_PRESS = Path(__file__).parents[2] / "data" / "demo" / "press"
_COUNT = 300
_LEAST = {
    "decomposed": 0.99,
    "rewrapped": 0.99,
    "header inserted": 0.99,
    "respaced": 0.99,
    "other marks": 0.99,
    "hyphenated": 0.99,
    "soft hyphens": 0.99,
    "header removed": 0.9,
    "5 % reworded": 0.85,
    "edited": 0.85,
    "misread": 0.7,
    "paragraphs reordered": 0.4,
}
_BITS = ["Der Rat ", "der ", "Rat ", "tagte", " lange", ".", "\n", "\n\n", "大阪", "の", "市", " – ", "„", "“", "2018"]


@cache
def _texts() -> list[str]:
    """The longer texts of the demo archive: German, English, Japanese."""
    found = [_read(path) for path in sorted(_PRESS.rglob("*.txt")) if path.stat().st_size > 1_000]
    return [text.replace("\r\n", "\n") for text in found]


def _read(path: Path) -> str:
    content = path.read_bytes()
    encoding = "utf-8" if b"\xe3\x81" in content or "ü".encode() in content or content.isascii() else "cp1252"
    return content.decode(encoding, "replace")


def _told(kind: Kind, count: int, *, with_old: bool) -> Counter[str]:
    pick = random.Random(zlib.crc32(kind.__name__.encode()))  # noqa: S311 - a test
    told: Counter[str] = Counter()
    texts = _texts()
    for number, text in enumerate(texts):
        changed = kind(letters(text), pick)
        new = written(changed)
        alignment = Alignment(text, new)
        for span in quotes(text, pick, count // len(texts) + (number < count % len(texts))):
            found = alignment.place(*span) if with_old else place(anchor_at(text, *span), new)
            told[verdict(text, span, changed, found)] += 1
    return told


def test_there_are_texts_in_three_languages() -> None:
    texts = _texts()
    assert len(texts) > 20
    for word in ("und", "the", "の"):
        assert any(word in text for text in texts)


@pytest.mark.parametrize("name", NINE | MORE)
def test_quotes_are_placed_on_their_words_or_not_at_all(name: str) -> None:
    told = _told((NINE | MORE)[name], _COUNT, with_old=True)
    assert told.total() == _COUNT
    assert told["wrong"] == 0
    assert told["found"] + told["copy"] >= _LEAST[name] * (_COUNT - told["gone"])


@pytest.mark.parametrize("name", NINE | MORE)
def test_without_the_old_text_the_quote_alone_is_never_placed_wrongly_either(name: str) -> None:
    told = _told((NINE | MORE)[name], _COUNT, with_old=False)
    assert told["wrong"] == 0
    if _LEAST[name] >= 0.99:
        assert told["found"] >= 0.99 * _COUNT


@given(st.lists(st.sampled_from(_BITS), min_size=1, max_size=30), st.data())
def test_a_place_lies_within_the_new_text_and_has_most_of_the_quotes_letters(
    bits: list[str], data: st.DataObject
) -> None:
    old = "".join(bits)
    kept = data.draw(st.lists(st.sampled_from([*bits, *_BITS]), max_size=30))
    new = "".join(kept)
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    found = Alignment(old, new).place(start, end)
    if found is not None:
        assert 0 <= found[0] < found[1] <= len(new)
        wanted = [char for char in old[start:end] if char.isalnum()]
        there = [char for char in new[found[0] : found[1]] if char.isalnum()]
        assert sum((Counter(wanted) & Counter(there)).values()) >= 0.75 * len(wanted)


@given(st.text(max_size=60), st.data())
def test_in_the_same_text_every_span_is_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    if text:
        end = data.draw(st.integers(start + 1, len(text)))
        assert Alignment(text, text).place(start, end) == (start, end)
