"""The best tags and their probabilities, against trying every sequence."""

from itertools import pairwise, product

import numpy as np
import pytest

from desktop_app.entities.tagging.decoding import NEVER, Transitions, allowed, best_tags, certainties, constrained

TAGS = ["O", *(f"{part}-{kind}" for kind in ("PER", "ORG") for part in "BIESFT")][:8]
LENGTHS = np.array([3, 1, 4, 2, 3], np.int64)


def _random(seed: int) -> tuple[np.ndarray, Transitions]:
    draw = np.random.default_rng(seed)
    count = len(TAGS)
    scores = draw.normal(0, 2, (int(LENGTHS.sum()), count)).astype(np.float32)
    follow, first, last = (draw.normal(0, 1, shape).astype(np.float32) for shape in ((count, count), count, count))
    return scores, constrained(Transitions(follow, first, last), TAGS)


def _every_sequence(scores: np.ndarray, moves: Transitions) -> list[tuple[float, tuple[int, ...]]]:
    found = []
    for path in product(range(len(TAGS)), repeat=len(scores)):
        total = float(moves.first[path[0]]) + float(moves.last[path[-1]])
        total += sum(float(row[tag]) for row, tag in zip(scores, path, strict=True))
        total += sum(float(moves.follow[a, b]) for a, b in pairwise(path))
        found.append((total, path))
    return found


@pytest.mark.parametrize("seed", range(6))
def test_the_best_tags_are_those_of_trying_every_sequence(seed: int) -> None:
    scores, moves = _random(seed)
    found = best_tags(scores, LENGTHS, moves)
    at = 0
    for length in LENGTHS.tolist():
        best = max(_every_sequence(scores[at : at + length], moves))[1]
        assert tuple(found[at : at + length].tolist()) == best
        at += length


@pytest.mark.parametrize("seed", range(6))
def test_probabilities_are_those_of_adding_every_sequence(seed: int) -> None:
    scores, moves = _random(seed)
    found = certainties(scores, LENGTHS, moves)
    at = 0
    for length in LENGTHS.tolist():
        expected = np.zeros((length, len(TAGS)))
        for total, path in _every_sequence(scores[at : at + length], moves):
            expected[np.arange(length), path] += np.exp(total)
        expected /= expected.sum(axis=1, keepdims=True)
        assert np.allclose(found[at : at + length], expected, atol=1e-4)
        at += length


def test_only_whole_names_come_out_whatever_the_scores_say() -> None:
    draw = np.random.default_rng(3)
    scores = draw.normal(0, 30, (400, len(TAGS))).astype(np.float32)
    lengths = np.full(40, 10, np.int64)
    moves = constrained(Transitions(*(np.zeros(shape, np.float32) for shape in ((8, 8), 8, 8))), TAGS)
    tags = [TAGS[number] for number in best_tags(scores, lengths, moves).tolist()]
    for start in range(0, 400, 10):
        open_kind = None
        for tag in tags[start : start + 10]:
            if open_kind:
                assert tag[0] in "IEF"
                assert tag[2:] == open_kind
            else:
                assert tag[0] in "OBST"
            open_kind = tag[2:] if tag[0] in "BI" and tag != "O" else None
        assert open_kind is None


def test_a_name_cannot_end_the_sentence_open() -> None:
    moves = allowed(TAGS)
    assert moves.last[TAGS.index("B-PER")] == NEVER
    assert moves.first[TAGS.index("I-PER")] == NEVER
    assert moves.follow[TAGS.index("B-PER"), TAGS.index("E-PER")] == 0
    assert moves.follow[TAGS.index("B-PER"), TAGS.index("O")] == NEVER


def test_no_sentence_gives_nothing() -> None:
    empty = np.zeros((0, len(TAGS)), np.float32)
    none = np.zeros(0, np.int64)
    assert best_tags(empty, none, allowed(TAGS)).shape == (0,)
    assert certainties(empty, none, allowed(TAGS)).shape == (0, len(TAGS))
