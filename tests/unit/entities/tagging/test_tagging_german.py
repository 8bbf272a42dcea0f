"""The German model as it is shipped: that it is whole, small enough, and finds what anyone would find."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from desktop_app.entities.recogniser import MODELS
from desktop_app.entities.tagging.tagger import Tagger
from desktop_app.entities.tagging.weights import DamagedModelError, load, save
from desktop_app.resources import resource

NAMES = resource("names")


@pytest.fixture(scope="module")
def german() -> Tagger:
    return Tagger.load(NAMES, MODELS["default"]["de"])


def _names(tagger: Tagger, sentence: str) -> list[tuple[str, str]]:
    words = sentence.split()
    spans = tagger.tag([words])[0]
    return [(" ".join(words[span.first : span.last]), span.kind) for span in spans if span.kind in ("PER", "ORG")]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Oberbürgermeisterin Hannelore Brüx kam nach Aachen .", [("Hannelore Brüx", "PER")]),
        ("Die Deutsche Bank und die SPD schweigen .", [("Deutsche Bank", "ORG"), ("SPD", "ORG")]),
        ("Yuki Tanaka leitet seit Mai die Lufthansa .", [("Yuki Tanaka", "PER"), ("Lufthansa", "ORG")]),
        ("Im Wald war es still und kalt .", []),
    ],
)
def test_plain_names_are_found(german: Tagger, sentence: str, names: list[tuple[str, str]]) -> None:
    assert _names(german, sentence) == names


def test_of_a_compound_only_the_name_belongs(german: Tagger) -> None:
    spans = german.tag([["SPD-Chefin", "Julia", "Kamp", "sprach", "in", "Bonn", "."]])[0]
    assert [(span.first, span.last, span.kind, span.partly) for span in spans if span.kind in ("PER", "ORG")] == [
        (0, 1, "ORG", True),
        (1, 3, "PER", False),
    ]


def test_both_modes_can_be_loaded() -> None:
    for models in MODELS.values():
        assert Tagger.load(NAMES, models["de"]).tag([["Aachen"]])


def test_the_german_files_stay_small() -> None:
    assert sum(path.stat().st_size for path in NAMES.glob("de*")) <= 8_000_000


def test_a_lexicon_that_lost_a_row_is_noticed(tmp_path: Path) -> None:
    """Even one whose hash was put right: the known sentences tell."""
    for name in MODELS["default"]["de"]:
        for suffix in ("json", "npz"):
            shutil.copy(NAMES / f"{name}.{suffix}", tmp_path)
    lexicon = load(NAMES, "de-words")
    arrays = dict(lexicon.arrays)
    arrays["cluster"] = np.roll(arrays["cluster"], 1)
    arrays["vectors"] = np.roll(arrays["vectors"], 1, axis=0)
    arrays["lists"] = np.roll(arrays["lists"], 1)
    save(tmp_path, "de-words", arrays, {})
    sha256 = load(tmp_path, "de-words").settings["sha256"]
    about = (tmp_path / "de.json").read_text(encoding="utf-8")
    (tmp_path / "de.json").write_text(about.replace(lexicon.settings["sha256"], sha256), encoding="utf-8")
    with pytest.raises(DamagedModelError, match="a sentence it knows"):
        Tagger.load(tmp_path, ["de"])
