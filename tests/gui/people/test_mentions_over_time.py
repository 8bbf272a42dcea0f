"""Mentions over time, and the line of time with two handles: chosen with the mouse and with the keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui import theme
from desktop_app.gui.people.span import Span, over, span_name
from desktop_app.gui.people.span_slider import SpanSlider
from desktop_app.gui.people.timeline import Timeline
from desktop_app.model.people import Period
from tests.gui.left import show


def quarter(number: int, articles: int, naming: int) -> Period:
    """The quarter of that number since the first of 2017; its last month is said to have 31 days."""
    year, third = 2017 + number // 4, number % 4
    first, last = year * 10000 + (3 * third + 1) * 100 + 1, year * 10000 + (3 * third + 3) * 100 + 31
    return Period(f"{year}-Q{third + 1}", first, last, articles, naming)


PERIODS = tuple(quarter(n, 0 if n == 3 else 200, {0: 1, 1: 4, 6: 2}.get(n, 0)) for n in range(8))


@pytest.fixture
def spans() -> list[Span]:
    """What was chosen, in order."""
    return []


@pytest.fixture
def chart(dressed: QApplication, qtbot: QtBot, spans: list[Span]) -> Timeline:
    theme.apply("light")
    made = Timeline()
    show(qtbot, made, 400, 118)
    made.show_periods(PERIODS, "person")
    made.span_chosen.connect(spans.append)
    made.span_chosen.connect(made.show_span)
    return made


@pytest.fixture
def slider(dressed: QApplication, qtbot: QtBot, spans: list[Span]) -> SpanSlider:
    theme.apply("light")
    made = SpanSlider()
    show(qtbot, made, 400, 28)
    made.show_periods(PERIODS, Span())
    made.span_chosen.connect(spans.append)
    return made


def middle(chart: Timeline, number: int) -> QPoint:
    """The middle of a bar, low enough to be in the chart."""
    return QPoint(round(chart.bar_rect(number).center().x()), 60)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(widget, end)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)


# --- spans


def test_a_span_ends_on_a_day_that_there_is() -> None:
    assert over(PERIODS, range(1, 2)).clause == "date:2017-04-01..2017-06-30"
    assert Span(20200201, 20200231).clause == "date:2020-02-01..2020-02-29"
    assert Span().clause == ""


def test_all_of_time_is_no_span() -> None:
    assert not over(PERIODS, range(8))
    assert list(Span().within(PERIODS)) == []
    assert list(Span(20170401, 20171231).within(PERIODS)) == [1, 2, 3]


def test_spans_are_said_in_words() -> None:
    assert span_name(PERIODS, range(1, 2)) == "quarter 2 of 2017"
    assert span_name(PERIODS, range(8)) == "2017 – 2018"
    assert span_name(PERIODS, range(4)) == "2017"
    month = Period("2018-09", 20180901, 20180931, 3, 1)
    assert span_name((month,), range(1)) == "September 2018"


# --- the chart


def test_bars_are_rates_and_gaps_reach_to_the_top(chart: Timeline) -> None:
    heights = [chart.bar_rect(number).height() for number in range(8)]
    assert heights[1] > heights[6] > heights[0] > heights[2] == 1
    assert heights[3] > heights[1]
    assert chart.spoken(range(1, 2)) == "quarter 2 of 2017: 4 of 200 articles, 20.0 per 1,000"
    assert "no article of this time" in chart.spoken(range(3, 4))


def test_a_click_keeps_to_a_bar_and_another_one_gives_it_up(chart: Timeline, spans: list[Span]) -> None:
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle(chart, 1))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle(chart, 1))
    assert spans == [Span(20170401, 20170631), Span()]


def test_a_drag_in_either_direction_keeps_to_several(chart: Timeline, spans: list[Span]) -> None:
    drag(chart, middle(chart, 6), middle(chart, 4))
    assert spans == [Span(20180101, 20180931)]
    assert list(chart.selected()) == [4, 5, 6]


def test_keys_mark_bars_and_enter_keeps_to_them(chart: Timeline, spans: list[Span]) -> None:
    chart.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(chart, key)
    QTest.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert spans == []
    assert "quarter 2 of 2017 – quarter 3 of 2017" in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert spans == [Span(20170401, 20170931)]
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert spans[-1] == Span()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert list(chart.selected()) == [7]


def test_two_charts_can_have_the_same_scale(chart: Timeline) -> None:
    before = chart.bar_rect(1).height()
    chart.show_periods(PERIODS, "organisation", most=80.0)
    assert chart.bar_rect(1).height() < before / 2


# --- the handles


def test_a_handle_is_dragged_to_a_border(slider: SpanSlider, spans: list[Span]) -> None:
    start, end = slider.handle(-1), slider.handle(1)
    third = QPointF(start.x() + (end.x() - start.x()) * 2 / 8, start.y())
    drag(slider, start.toPoint(), third.toPoint())
    assert spans[-1] == Span(20170701, 20181231)
    drag(slider, end.toPoint(), QPoint(0, 14))
    assert list(slider.chosen()) == [2]  # the two do not pass each other


def test_what_is_between_the_handles_is_moved_as_one(slider: SpanSlider, spans: list[Span]) -> None:
    slider.show_periods(PERIODS, over(PERIODS, range(2, 6)))
    middle_of = (slider.handle(-1) + slider.handle(1)) / 2
    step = (slider.handle(1).x() - slider.handle(-1).x()) / 4
    drag(slider, middle_of.toPoint(), QPointF(middle_of.x() + step, 14).toPoint())
    assert list(slider.chosen()) == [3, 4, 5, 6]
    assert spans == [over(PERIODS, range(3, 7))]


def test_keys_move_one_handle_space_takes_the_other(slider: SpanSlider, spans: list[Span]) -> None:
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert list(slider.chosen()) == list(range(7))
    QTest.keyClick(slider, Qt.Key.Key_Space)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert spans[-1] == over(PERIODS, range(1, 7))
    QTest.keyClick(slider, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert spans[-1] == over(PERIODS, range(2, 8))
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert not spans[-1]
    assert "2017 – 2018" in slider.accessibleDescription()
