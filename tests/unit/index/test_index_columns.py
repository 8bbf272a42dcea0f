"""Counts beside a result list."""

import pytest

from desktop_app.index.columns import Columns


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
