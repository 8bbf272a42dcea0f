"""Loading a model, and what the tagger promises whatever the model."""

import hashlib
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from desktop_app.entities.tagging import network
from desktop_app.entities.tagging.tagger import LONGEST_SENTENCE, Span, Tagger
from desktop_app.entities.tagging.weights import DamagedModelError
from tests.unit.entities.tagging.conftest import write_lexicon

SENTENCES = [
    ["Die", "Stadt", "Aachen", "und", "Konrad", "Philipp", "luden", "ein", "."],
    [],
    ["Philipp"],
    ["DJW-Geschäftsführerin", "Julia", "Kamp", "sprach", "am", "3.", "Mai", "in", "Köln", "."],
    ["REDE", "VON", "MARCEL", "PHILIPP"],
]


def _rounded(spans: list[Span]) -> list[tuple[int, int, str, float, bool]]:
    return [(span.first, span.last, span.kind, round(span.confidence, 3), span.partly) for span in spans]


def test_the_same_sentences_give_the_same_names(tagger: Tagger, tmp_path: Path) -> None:
    first = tagger.tag(SENTENCES)
    assert any(first)
    assert tagger.tag(SENTENCES) == first
    assert Tagger.load(tmp_path, ["net"]).tag(SENTENCES) == first


def test_a_sentence_is_tagged_alone_as_among_others(tagger: Tagger) -> None:
    together = tagger.tag(SENTENCES * 300)
    for number, sentence in enumerate(SENTENCES):
        alone = tagger.tag([sentence])[0]
        for copy in (number, number + 5 * 299):
            assert _rounded(together[copy]) == _rounded(alone)


def test_words_forgotten_and_met_again_change_nothing(tagger: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tagger.tag(SENTENCES)
    monkeypatch.setattr(network, "MOST_ROWS", 3)
    for _ in range(3):
        for number, sentence in enumerate(SENTENCES):
            assert _rounded(tagger.tag([sentence])[0]) == _rounded(before[number])


def test_nothing_gives_nothing(tagger: Tagger) -> None:
    assert tagger.tag([]) == []
    assert tagger.tag([[], []]) == [[], []]


def test_odd_words_are_borne(tagger: Tagger) -> None:
    odd = ["", "\ud800", "\U0001f600", "x" * 100_000, "İstanbul", "-", "--", "'s", "\x00", "東京", "ⅷ", "12" * 50]
    spans = tagger.tag([odd, odd[:1], odd[1:2]])
    assert len(spans) == 3
    assert all(0 <= span.first < span.last <= len(odd) for span in spans[0])


def test_an_endless_sentence_is_cut(tagger: Tagger) -> None:
    words = ("Die Stadt Aachen und Konrad Philipp luden ein " * 1250).split()
    assert len(words) == 10_000
    spans = tagger.tag([words])[0]
    assert all(span.last - span.first <= LONGEST_SENTENCE for span in spans)
    assert all(before.last <= after.first for before, after in pairwise(spans))
    assert spans[-1].last > 9_000


def test_confidences_are_probabilities(tagger: Tagger) -> None:
    spans = [span for sentence in tagger.tag(SENTENCES) for span in sentence]
    assert all(0 <= span.confidence <= 1 for span in spans)
    assert len({span.confidence for span in spans}) > 1


def test_several_nets_decide_together(make_model: Callable[..., Path]) -> None:
    make_model(name="net")
    folder = make_model(name="other", seed=2)
    one, other, both = (Tagger.load(folder, names) for names in (["net"], ["other"], ["net", "other"]))
    assert one.tag(SENTENCES) != other.tag(SENTENCES)
    twice = Tagger.load(folder, ["net", "net"])
    assert [_rounded(spans) for spans in twice.tag(SENTENCES)] == [_rounded(spans) for spans in one.tag(SENTENCES)]
    assert both.tag(SENTENCES) not in (one.tag(SENTENCES), other.tag(SENTENCES))


def test_a_flipped_byte_is_noticed(make_model: Callable[..., Path]) -> None:
    folder = make_model()
    for name in ("net.npz", "words.npz"):
        content = bytearray((folder / name).read_bytes())
        content[len(content) // 2] ^= 1
        (folder / name).write_bytes(content)
        with pytest.raises(DamagedModelError, match="Install Lesesaal again") as error:
            Tagger.load(folder, ["net"])
        assert name in str(error.value)
        content[len(content) // 2] ^= 1
        (folder / name).write_bytes(content)
    assert Tagger.load(folder, ["net"])


def test_a_missing_file_is_said(make_model: Callable[..., Path]) -> None:
    folder = make_model()
    with pytest.raises(DamagedModelError, match=r"de\.json"):
        Tagger.load(folder, ["de"])
    (folder / "net.json").write_text("[]", encoding="utf-8")
    with pytest.raises(DamagedModelError, match=r"net\.json"):
        Tagger.load(folder, ["net"])


def test_another_lexicon_is_refused(make_model: Callable[..., Path]) -> None:
    folder = make_model()
    write_lexicon(folder, ["Aachen", "Philipp"])  # smaller: every row behind a missing word would shift
    with pytest.raises(DamagedModelError, match="another lexicon"):
        Tagger.load(folder, ["net"])


def test_known_sentences_are_checked(make_model: Callable[..., Path]) -> None:
    words = ["Konrad", "Philipp", "sprach", "."]
    found = [[span.first, span.last, span.kind] for span in Tagger.load(make_model(), ["net"]).tag([words])[0]]
    folder = make_model(known=[{"words": words, "names": found}])
    assert Tagger.load(folder, ["net"])
    folder = make_model(known=[{"words": words, "names": [*found, [9, 10, "PER"]]}])
    with pytest.raises(DamagedModelError, match="a sentence it knows"):
        Tagger.load(folder, ["net"])


def test_a_model_with_python_objects_in_it_is_refused(make_model: Callable[..., Path]) -> None:
    folder = make_model()
    with (folder / "net.npz").open("wb") as file:
        np.savez(file, words=np.array([{"a": 1}], dtype=object))
    about = json.loads((folder / "net.json").read_text(encoding="utf-8"))
    about["sha256"] = hashlib.sha256((folder / "net.npz").read_bytes()).hexdigest()
    (folder / "net.json").write_text(json.dumps(about), encoding="utf-8")
    with pytest.raises(DamagedModelError, match="not a file of arrays"):
        Tagger.load(folder, ["net"])
