"""Where nodes stand: within the picture, apart, always the same, and near where they were."""

import itertools
import math

import pytest

from desktop_app.gui.people.network_layout import Box, lay_out

WIDE, NARROW = (540.0, 440.0), (380.0, 440.0)


def star(count: int) -> tuple[list[Box], list[tuple[int, int, float]]]:
    """Everybody around the first, and some of them with each other."""
    boxes = [Box(60 + 13 * (number % 5), 12, 24) for number in range(count)]
    edges = [(0, number, 1 + number % 7 / 2) for number in range(1, count)]
    edges += [(number, number + 2, 3.0) for number in range(1, count - 2, 3)]
    return boxes, edges


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("count", [2, 3, 5, 9, 14])
def test_no_box_lies_on_another_or_leaves_the_picture(count: int, size: tuple[float, float]) -> None:
    boxes, edges = star(count)
    places = lay_out(boxes, edges, size)
    for (box, (x, y)), (other, (u, v)) in itertools.combinations(zip(boxes, places, strict=True), 2):
        aside = abs(x - u) >= (box.width + other.width) / 2
        assert aside or y + box.below <= v - other.above or v + other.below <= y - box.above
    for box, (x, y) in zip(boxes, places, strict=True):
        assert box.width / 2 - 1 <= x <= size[0] - box.width / 2 + 1
        assert box.above - 1 <= y <= size[1] - box.below + 1


def test_the_same_network_makes_the_same_picture() -> None:
    boxes, edges = star(12)
    assert lay_out(boxes, edges, WIDE) == lay_out(boxes, edges, WIDE)


def test_those_who_share_much_stand_nearer_than_those_who_share_nothing() -> None:
    boxes = [Box(20, 8, 8)] * 5
    edges = [(0, number, 1.0) for number in range(1, 5)] + [(1, 2, 9.0), (3, 4, 9.0)]
    places = lay_out(boxes, edges, (600, 600))
    near = math.dist(places[1], places[2]), math.dist(places[3], places[4])
    far = [math.dist(places[a], places[b]) for a in (1, 2) for b in (3, 4)]
    assert max(near) < min(far)


def test_whoever_stays_stands_about_where_they_stood() -> None:
    boxes, edges = star(10)
    before = lay_out(boxes, edges, WIDE)
    fewer = [edge for edge in edges if 9 not in edge[:2]]
    after = lay_out(boxes[:9], fewer, WIDE, before[:9])
    moved = [math.dist(one, other) for one, other in zip(before, after, strict=False)]
    assert sum(moved) / len(moved) < 90
    left_of = [(a, b) for a, b in itertools.permutations(range(9), 2) if before[a][0] + 120 < before[b][0]]
    assert all(after[a][0] < after[b][0] for a, b in left_of)


def test_nobody_and_one_alone() -> None:
    assert lay_out([], [], WIDE) == []
    assert lay_out([Box(80, 10, 20)], [], WIDE) == [(270, 220)]


def test_three_do_not_need_the_whole_picture() -> None:
    places = lay_out([Box(40, 8, 20)] * 3, [(0, 1, 1.0), (0, 2, 1.0)], (1000, 900))
    assert max(math.dist(one, other) for one, other in itertools.combinations(places, 2)) < 500
