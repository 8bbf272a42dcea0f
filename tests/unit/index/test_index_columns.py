"""Counts beside a result list, and queries that mix words with filters."""

import datetime as dt

import numpy as np
import pytest

from desktop_app.index.columns import Columns
from desktop_app.index.combine import combine
from desktop_app.index.whoosh_engine import WhooshEngine
from desktop_app.model.query import Filter, parse


@pytest.fixture
def columns() -> Columns:
    return Columns(
        ids=[9, 2, 5, 7],
        source=[0, 1, 1, 0],
        language=[0, 0, 1, 2],
        month=[201809, 0, 201800, 201907],
        first=[20180901, 0, 20180101, 20190704],
        last=[20180930, 0, 20181231, 20190704],
    )


def test_positions_follow_the_order_asked_for(columns: Columns) -> None:
    assert columns.ids.tolist() == [2, 5, 7, 9]
    assert columns.positions([9, 4, 2, 100]).tolist() == [3, 0]
    assert len(columns.positions([])) == 0


def test_counts(columns: Columns) -> None:
    counted = columns.count()
    assert counted.total == 4
    assert counted.sources == {0: 2, 1: 2}
    assert counted.languages == {0: 2, 1: 1, 2: 1}
    assert counted.years == {2018: 2, 2019: 1}
    assert counted.months == {201800: 1, 201809: 1, 201907: 1}
    assert counted.undated == 1


def test_counts_over_some(columns: Columns) -> None:
    counted = columns.count([7, 2, 1000])
    assert counted.total == 2
    assert counted.years == {2019: 1}
    assert counted.undated == 1


def test_dates_that_can_lie_in_a_range(columns: Columns) -> None:
    assert columns.dated(20180901, 20180930).tolist() == [5, 9]
    assert columns.dated(0, 99991231).tolist() == [5, 7, 9]


def test_no_articles() -> None:
    empty = Columns([], [], [], [])
    assert empty.count().total == 0
    assert len(empty.positions([1])) == 0
    assert len(empty) == 0


UNIVERSE = np.array([1, 2, 3, 4, 5, 77], np.int64)  # 77 is not in the index yet
TAGGED = {"a": [77, 2, 1], "b": [4]}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("startup tag:a", [1, 2]),
        ("startup OR tag:b", [1, 2, 3, 4]),
        ("startup -tag:a", [3]),
        ("-startup", [4, 5, 77]),
        ("tag:a -startup", [77]),
        ("-tag:a -startup", [4, 5]),
        ("tag:a", [1, 2, 77]),
        ("", [1, 2, 3, 4, 5, 77]),
        ("startup krefeld tag:a", [2]),
        ("-(tag:a OR startup)", [4, 5]),
        ("tag:missing startup", []),
    ],
)
def test_words_and_filters_together(engine: WhooshEngine, query: str, ids: list[int]) -> None:
    def filtered(leaf: Filter) -> np.ndarray:
        return np.array(TAGGED.get(leaf.value, []), np.int64)

    root = parse(query, dt.date(2026, 11, 22)).root
    found = combine(root, engine.match, filtered, UNIVERSE)
    assert found.ids.tolist() == ids
    assert len(found.scores) == len(ids)


def test_scores_come_along(engine: WhooshEngine) -> None:
    root = parse("startup tag:a", dt.date(2026, 11, 22)).root
    alone = engine.match(parse("startup", dt.date(2026, 11, 22)).root)
    both = combine(root, engine.match, lambda _: np.array([2, 1], np.int64), UNIVERSE)
    assert both.scores.tolist() == alone.scores[:2].tolist()
