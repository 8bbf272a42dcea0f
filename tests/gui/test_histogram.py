"""The histogram: bars by month or year, and a filter made by click, drag and keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.widgets.histogram import Bar, Histogram, bars_of
from tests.gui.left import desk_over, fill, search, show

LEFT = Qt.MouseButton.LeftButton


# What the platform without a screen says of windows is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(empty: Archive, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with desk_over(empty, qtbot, str(tmp_path / "settings")) as desk:
        yield desk


@pytest.fixture
def histogram(desk: Desk, qtbot: QtBot) -> Histogram:
    """24 bars, from January 2016 to December 2017, one article each."""
    fill(desk.archive, 24)
    histogram = Histogram(desk)
    show(qtbot, histogram, 424, 76)
    search(qtbot, desk)
    return histogram


def middle(histogram: Histogram, number: int) -> QPoint:
    return QPoint(round(histogram.bar_rect(number).center().x()), 30)


def click(histogram: Histogram, number: int) -> None:
    QTest.mouseClick(histogram, LEFT, Qt.KeyboardModifier.NoModifier, middle(histogram, number))


def test_months_without_articles_have_bars_too() -> None:
    assert bars_of({"2018-11": 2, "2019-02": 1}, 50) == [
        Bar("2018-11", 2),
        Bar("2018-12", 0),
        Bar("2019-01", 0),
        Bar("2019-02", 1),
    ]


def test_a_long_span_is_shown_by_years() -> None:
    bars = bars_of({"1950-03": 1, "1950-04": 1, "1952": 4, "2020-01": 1}, 60)
    assert bars[0] == Bar("1950", 2)
    assert bars[2] == Bar("1952", 4)
    assert len(bars) == 71


def test_nothing_dated_has_no_bars() -> None:
    assert bars_of({}, 60) == []


def test_a_click_chooses_a_month(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    assert [bar.key for bar in histogram.bars][::23] == ["2016-01", "2017-12"]
    with qtbot.waitSignal(desk.listing_changed):
        click(histogram, 4)
    assert desk.filters == ["date:2016-05"]
    assert list(histogram.selected()) == [4]
    assert desk.listing is not None
    assert len(desk.listing) == 1


def test_the_surroundings_stay_visible(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    desk.set_filters(["lang:de"])
    qtbot.waitUntil(lambda: sum(bar.count for bar in histogram.bars) == 16)
    with qtbot.waitSignal(desk.facets_changed):
        click(histogram, 1)
    qtbot.waitUntil(lambda: not desk.jobs._reads)
    assert sum(bar.count for bar in histogram.bars) == 16
    assert desk.filters[0] == "lang:de"


def test_a_drag_chooses_a_span(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(histogram, LEFT, none, middle(histogram, 8))
    QTest.mouseMove(histogram, middle(histogram, 5))
    QTest.mouseMove(histogram, middle(histogram, 2))
    assert list(histogram.selected()) == list(range(2, 9))
    with qtbot.waitSignal(desk.listing_changed):
        QTest.mouseRelease(histogram, LEFT, none, middle(histogram, 2))
    assert desk.filters == ["date:2016-03..2016-09"]


def test_a_double_click_clears(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.listing_changed):
        click(histogram, 3)
    with qtbot.waitSignal(desk.listing_changed):
        QTest.mouseDClick(histogram, LEFT, Qt.KeyboardModifier.NoModifier, middle(histogram, 3))
    assert desk.filters == []
    assert not histogram.selected()


def test_a_second_click_clears(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    click(histogram, 3)
    click(histogram, 3)
    assert desk.filters == []


def test_keys_move_stretch_and_drop_the_span(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    histogram.setFocus()
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    assert desk.filters == ["date:2016-02"]
    QTest.keyClick(histogram, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert desk.filters == ["date:2016-02..2016-03"]
    assert "2016" in histogram.accessibleDescription()
    QTest.keyClick(histogram, Qt.Key.Key_Left)
    assert desk.filters == ["date:2016-01"]
    QTest.keyClick(histogram, Qt.Key.Key_Delete)
    assert desk.filters == []


def test_a_span_of_years_marks_its_months(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.listing_changed):
        desk.set_filters(["date:2017.."])
    qtbot.waitUntil(lambda: list(histogram.selected()) == list(range(12, 24)))


def test_delete_drops_the_span_and_trashes_nothing(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    trash = QAction("Trash", histogram)
    trash.setShortcut(QKeySequence("Del"))
    histogram.addAction(trash)
    pressed: list[bool] = []
    trash.triggered.connect(pressed.append)
    histogram.activateWindow()
    histogram.setFocus()
    qtbot.waitUntil(histogram.hasFocus)
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    QTest.keyClick(histogram, Qt.Key.Key_Delete)
    assert desk.filters == []
    assert pressed == []
