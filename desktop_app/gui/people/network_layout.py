"""Where the nodes of a small network stand: near whom they appear with, no label upon another, always the same.

The distances wanted between nodes come from how often they appear together; stress majorisation (SMACOF, de Leeuw
1977) finds places for them, then the boxes of nodes with their labels are pushed apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Point = tuple[float, float]

_ROUNDS, _PUSHES = 60, 80
_FAR = 2.1  # between two who never appear together
_WIDEST = 210.0  # pixels for a distance of 1: three people do not need the whole picture
_NEAR, _LOOSE = 0.65, 1.35  # between the two who are closest; between two who hardly appear together


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a node takes with its label: `width`, and what lies above and below the node's centre."""

    width: float
    above: float
    below: float


def lay_out(
    boxes: Sequence[Box],
    edges: Sequence[tuple[int, int, float]],
    size: tuple[float, float],
    start: Sequence[Point | None] = (),
) -> list[Point]:
    """Centres of the nodes, in pixels of a picture of this (width, height).

    `edges` name two nodes by number and how strongly they are joined. `start` gives for each node where it stood
    before, or None; where most are known they stay, so that a picture that changes a little looks much the same.
    """
    import numpy as np

    count = len(boxes)
    if count == 0:
        return []
    width, height = size
    if count == 1:
        return [(width / 2, height / 2)]
    widths = np.array([box.width for box in boxes]) / 2
    aboves, belows = np.array([box.above for box in boxes]), np.array([box.below for box in boxes])
    low = np.stack((widths, aboves), axis=1)
    high = np.maximum(low, np.array(size) - np.stack((widths, belows), axis=1))
    if sum(point is not None for point in start) > count / 2:
        placed = np.clip(_added(start, edges, (width / 2, height / 2)), low, high)
    else:
        placed = _spread(_majorised(np.array(_beginning(count, edges)), _distances(count, edges)), low, high)
    apart = _pushed_apart(placed, widths, aboves, belows, (low, high))
    return [(float(x), float(y)) for x, y in apart]


def _beginning(count: int, edges: Sequence[tuple[int, int, float]]) -> list[Point]:
    """The first node in the middle, the others on a circle around it, each beside one it is joined with."""
    import math

    strengths = {(a, b): weight for a, b, weight in edges} | {(b, a): weight for a, b, weight in edges}
    left = list(range(1, count))
    order: list[int] = []
    while left:
        last = order[-1] if order else 0
        # The order of the nodes settles ties, so that the same network makes the same picture.
        following = max(left, key=lambda number: (strengths.get((last, number), 0), -number))
        left.remove(following)
        order.append(following)
    points = [(0.0, 0.0)] * count
    for place, number in enumerate(order):
        angle = 2 * math.pi * place / max(3, len(order)) - (math.pi / 2 - 0.35 if count > 3 else 0.35 * (count - 2))
        points[number] = (math.cos(angle), math.sin(angle))
    return points


def _distances(count: int, edges: Sequence[tuple[int, int, float]]) -> "Points":
    import numpy as np

    wanted = np.full((count, count), _FAR)
    most = max((weight for _, _, weight in edges), default=1.0)
    for a, b, weight in edges:
        wanted[a, b] = wanted[b, a] = _LOOSE - (_LOOSE - _NEAR) * (weight / most) ** 0.5
    np.fill_diagonal(wanted, 0)
    return wanted


def _added(start: Sequence[Point | None], edges: Sequence[tuple[int, int, float]], middle: Point) -> "Points":
    """Those who are known where they stood, the others further out than those they are joined with."""
    import numpy as np

    places = np.array([point if point is not None else middle for point in start])
    for number, point in enumerate(start):
        if point is None:
            mates = [b if a == number else a for a, b, _ in edges if number in (a, b)]
            there = [place for mate in mates if (place := start[mate]) is not None]
            around = np.mean(there, axis=0) if there else np.array(middle)
            # Several with the same mates would lie on each other: each goes another way.
            turn = np.array((np.cos(2.4 * number), np.sin(2.4 * number)))
            places[number] = around + 70 * turn
    return places


def _majorised(points: "Points", wanted: "Points") -> "Points":
    """The places that come nearest to the wanted distances, from these on; short distances weigh more."""
    import numpy as np

    count = len(points)
    weights = np.zeros_like(wanted)
    np.divide(1, wanted**2, out=weights, where=wanted > 0)
    laplace = np.diag(weights.sum(1)) - weights
    inverse = np.linalg.inv(laplace + 1 / count) - 1 / count
    for _ in range(_ROUNDS):
        gaps = points[:, None] - points[None]
        actual = np.sqrt((gaps**2).sum(2))
        pull = np.zeros_like(wanted)
        np.divide(weights * wanted, actual, out=pull, where=actual > 1e-9)
        points = inverse @ (np.diag(pull.sum(1)) - pull) @ points
    return points


def _spread(points: "Points", low: "Points", high: "Points") -> "Points":
    """The same picture in the middle of the room, as wide and as high as it may become."""
    import numpy as np

    least, most = points.min(0), points.max(0)
    scale = np.minimum((high - low) / np.maximum(most - least, 1e-6), _WIDEST)
    return (low + high) / 2 + (points - (least + most) / 2) * scale


def _pushed_apart(
    points: "Points", widths: "Points", aboves: "Points", belows: "Points", bounds: tuple["Points", "Points"]
) -> "Points":
    """Boxes that overlap moved away from each other, along the shorter way, within the picture."""
    import numpy as np

    room = widths[:, None] + widths[None] + 6
    above = np.triu(np.ones((len(points), len(points)), bool), 1)
    points = points.copy()
    for turn in range(_PUSHES):
        gaps = points[:, None] - points[None]
        down = gaps[..., 1] > 0
        needed = np.where(down, aboves[:, None] + belows[None], belows[:, None] + aboves[None]) + 3
        x, y = room - np.abs(gaps[..., 0]), needed - np.abs(gaps[..., 1])
        clash = (x > 0) & (y > 0)
        np.fill_diagonal(clash, val=False)
        if not clash.any():
            break
        # Late in a crowd only the vertical way is left, where boxes are flat.
        sideways = (x < y) & (turn < _PUSHES // 2)
        sign = np.where(gaps[..., 0] != 0, np.sign(gaps[..., 0]), np.where(above, -1, 1))
        upright = np.where(gaps[..., 1] != 0, np.sign(gaps[..., 1]), np.where(above, -1, 1))
        points[:, 0] += np.where(clash & sideways, sign * x, 0).sum(1) * 0.35
        points[:, 1] += np.where(clash & ~sideways, upright * y, 0).sum(1) * 0.35
        points = np.clip(points, *bounds)
    return points
