"""The histogram: bars from decades to days, and a filter made by click, drag, wheel and keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.widgets.histogram import Histogram
from tests.conftest import article, shelve
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


def double_click(histogram: Histogram, number: int) -> None:
    click(histogram, number)
    QTest.mouseDClick(histogram, LEFT, Qt.KeyboardModifier.NoModifier, middle(histogram, number))


def keys_shown(histogram: Histogram) -> tuple[str, str]:
    return histogram.bars[0].key, histogram.bars[-1].key


def turn(histogram: Histogram, number: int, notches: int, modifiers: Qt.KeyboardModifier) -> None:
    where = QPointF(middle(histogram, number))
    event = QWheelEvent(
        where,
        QPointF(histogram.mapToGlobal(where.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(histogram, event)


def test_a_double_click_looks_into_a_month(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    double_click(histogram, 3)
    qtbot.waitUntil(lambda: keys_shown(histogram) == ("2016-04-01", "2016-04-30"))
    assert desk.filters == ["date:2016-04"]
    assert [bar.key for bar in histogram.bars if bar.count] == ["2016-04-15"]
    assert list(histogram.selected()) == list(range(30))
    click(histogram, 14)
    assert desk.filters == ["date:2016-04-15"]
    double_click(histogram, 14)  # a day has nothing in it: back to everything
    qtbot.waitUntil(lambda: keys_shown(histogram) == ("2016-01", "2017-12"))
    assert desk.filters == ["date:2016-04-15"]
    assert list(histogram.selected()) == [3]


def test_the_wheel_zooms_and_with_shift_it_moves(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    turn(histogram, 0, 1, none)
    qtbot.waitUntil(lambda: keys_shown(histogram) == ("2016-01-01", "2016-01-31"))
    turn(histogram, 0, -1, shift)
    qtbot.waitUntil(lambda: keys_shown(histogram) == ("2016-01-04", "2016-02-03"))
    turn(histogram, 0, -1, none)
    assert keys_shown(histogram) == ("2016-01", "2017-12")
    assert desk.filters == []


def test_what_is_zoomed_into_stays_while_other_filters_change(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    double_click(histogram, 3)
    qtbot.waitUntil(lambda: keys_shown(histogram) == ("2016-04-01", "2016-04-30"))
    back = histogram.findChild(QToolButton, "all_dates_link")
    assert back is not None
    assert back.isVisible()
    with qtbot.waitSignal(desk.facets_changed):
        desk.set_filters(["lang:de", "date:2016-04"])
    assert keys_shown(histogram) == ("2016-04-01", "2016-04-30")
    back.click()
    assert keys_shown(histogram) == ("2016-01", "2017-11")
    assert not back.isVisible()


def test_the_ends_of_the_span_can_be_dragged(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    histogram.choose(4, 8)
    ends = histogram.handles()
    assert ends is not None
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseMove(histogram, QPoint(round(ends[1]), 30))
    assert histogram.cursor().shape() == Qt.CursorShape.SizeHorCursor
    QTest.mousePress(histogram, LEFT, none, QPoint(round(ends[1]), 30))
    QTest.mouseMove(histogram, middle(histogram, 11))
    QTest.mouseRelease(histogram, LEFT, none, middle(histogram, 11))
    assert desk.filters == ["date:2016-05..2016-12"]
    ends = histogram.handles()
    assert ends is not None
    QTest.mousePress(histogram, LEFT, none, QPoint(round(ends[0]), 30))
    QTest.mouseMove(histogram, middle(histogram, 6))
    QTest.mouseRelease(histogram, LEFT, none, middle(histogram, 6))
    assert desk.filters == ["date:2016-07..2016-12"]


def test_articles_without_a_date_are_one_click_away(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    link = histogram.findChild(QToolButton, "undated_link")
    assert link is not None
    assert not link.isVisible()
    shelve(desk.archive, article("Ohne Datum.", "Undatiert"))
    search(qtbot, desk)
    assert link.isVisible()
    assert link.accessibleName() == "1 article without a date"
    histogram.choose(3, 3)
    with qtbot.waitSignal(desk.facets_changed):
        link.click()
    assert desk.filters == ["is:undated"]
    assert desk.listing is not None
    assert len(desk.listing) == 1
    assert len(histogram.bars) == 24  # the surroundings stay
    link.click()
    assert desk.filters == []


def test_a_second_click_clears(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    click(histogram, 3)
    click(histogram, 3)
    assert desk.filters == []


def test_keys_mark_stretch_choose_and_drop(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    histogram.setFocus()
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    assert desk.filters == []
    assert list(histogram.selected()) == [1]
    assert histogram.accessibleDescription() == "February 2016: 1 article"
    QTest.keyClick(histogram, Qt.Key.Key_Right, shift)
    assert histogram.accessibleDescription() == "February 2016 – March 2016: 2 articles"
    QTest.keyClick(histogram, Qt.Key.Key_Return)
    assert desk.filters == ["date:2016-02..2016-03"]
    QTest.keyClick(histogram, Qt.Key.Key_Left)
    assert list(histogram.selected()) == [0]
    QTest.keyClick(histogram, Qt.Key.Key_Escape)  # only what was marked
    assert list(histogram.selected()) == [1, 2]
    QTest.keyClick(histogram, Qt.Key.Key_End, shift)
    QTest.keyClick(histogram, Qt.Key.Key_Enter)
    assert desk.filters == ["date:2016-02..2017-12"]
    QTest.keyClick(histogram, Qt.Key.Key_Home)
    QTest.keyClick(histogram, Qt.Key.Key_Return)
    assert desk.filters == ["date:2016-01"]
    QTest.keyClick(histogram, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: keys_shown(histogram) == ("2016-01-01", "2016-01-31"))
    QTest.keyClick(histogram, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: keys_shown(histogram) == ("2016-02-01", "2016-03-02"))
    QTest.keyClick(histogram, Qt.Key.Key_Delete)
    assert desk.filters == []
    QTest.keyClick(histogram, Qt.Key.Key_Minus)
    assert keys_shown(histogram) == ("2016-01", "2017-12")


def test_the_keys_take_the_window_along(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    histogram.setFocus()
    QTest.keyClick(histogram, Qt.Key.Key_Home)
    assert list(histogram.selected()) == [0]
    histogram.zoom(1, 1)
    qtbot.waitUntil(lambda: keys_shown(histogram) == ("2016-02-01", "2016-02-29"))
    QTest.keyClick(histogram, Qt.Key.Key_End)
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: keys_shown(histogram) == ("2016-02-02", "2016-03-01"))
    assert list(histogram.selected()) == [28]
    QTest.keyClick(histogram, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: keys_shown(histogram) == ("2016-02-03", "2016-03-02"))
    QTest.keyClick(histogram, Qt.Key.Key_Return)
    assert desk.filters == ["date:2016-03-01..2016-03-02"]


def test_a_click_on_the_date_chip_gives_it_the_keyboard(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    histogram.clearFocus()
    desk.facet_wanted.emit("date:2016-02")
    assert histogram.hasFocus()


def test_the_dates_stay_when_nothing_is_found(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    before = [bar.key for bar in histogram.bars]
    with qtbot.waitSignal(desk.facets_changed):
        desk.set_text("tag:nirgends")
    assert histogram.isVisible()
    assert [bar.key for bar in histogram.bars] == before
    assert sum(bar.count for bar in histogram.bars) == 0


def test_the_links_hide_no_date(histogram: Histogram, desk: Desk, qtbot: QtBot) -> None:
    shelve(desk.archive, article("Ohne Datum.", "Undatiert"))
    search(qtbot, desk)
    assert histogram.links.geometry().bottom() <= histogram.bar_rect(0).bottom() - 20
    assert histogram.links.geometry().right() < histogram.width()


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
    histogram.choose(2, 2)
    QTest.keyClick(histogram, Qt.Key.Key_Delete)
    assert desk.filters == []
    assert pressed == []
