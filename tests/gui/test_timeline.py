"""Time cut into decades, years, months and days: what is shown, zoomed, moved and labelled."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop_app.gui import i18n
from desktop_app.gui.timeline import (
    Bar,
    Window,
    bars_of,
    ends,
    first_day,
    inside,
    key,
    labels,
    last_day,
    number,
    whole_of,
    zoomed_in,
    zoomed_out,
)


@pytest.fixture(autouse=True)
def locale(qapp: QApplication) -> Iterator[None]:
    """The window's language after each test is English again."""
    i18n.install("en")
    yield
    i18n.install("en")


def months(first: int, last: int) -> Window:
    return Window("months", first, last)


def test_units_without_articles_have_bars_too() -> None:
    counts = {"2018-08": 2, "2019-02": 1}
    bars = bars_of(whole_of(counts, 50), counts, {})
    assert [bar.key for bar in bars][:3] == ["2018-08", "2018-09", "2018-10"]
    assert len(bars) == 7
    assert bars[-1] == Bar("2019-02", 1)


def test_a_long_span_is_shown_by_years_and_a_longer_one_by_decades() -> None:
    counts = {"1950-03": 1, "1950-04": 1, "1952": 4, "2020-01": 1}
    bars = bars_of(whole_of(counts, 80), counts, {})
    assert (bars[0], bars[2], len(bars)) == (Bar("1950", 2), Bar("1952", 4), 71)
    bars = bars_of(whole_of(counts, 40), counts, {})
    assert (bars[0], bars[-1], len(bars)) == (Bar("1950s", 6), Bar("2020s", 1), 8)


def test_a_short_span_is_shown_by_days() -> None:
    window = whole_of({"2019-05": 3, "2019-06": 1}, 90)
    assert window is not None
    bars = bars_of(window, {}, {"2019-05-14": 3})
    assert (bars[0].key, bars[13], len(bars)) == ("2019-05-01", Bar("2019-05-14", 3), 61)


def test_years_alone_are_not_lost_beside_months() -> None:
    window = whole_of({"2019-05": 3, "1998": 1}, 90)
    assert window == Window("years", 1998, 2019)
    assert whole_of({}, 90) is None
    assert bars_of(None, {}, {}) == []


def test_zooming_goes_through_all_scales_and_back() -> None:
    whole = Window("decades", 187, 202)
    years = zoomed_in(whole, 195, 195, 90)
    assert years == Window("years", 1950, 1959)
    of_1952 = zoomed_in(years, 1952, 1952, 90)
    assert of_1952 == months(1952 * 12, 1952 * 12 + 11)
    march = zoomed_in(of_1952, 1952 * 12 + 2, 1952 * 12 + 2, 90)
    assert (key("days", march.first), key("days", march.last)) == ("1952-03-01", "1952-03-31")
    assert zoomed_in(march, march.first, march.first, 90) == march
    assert zoomed_out(march, whole) == of_1952
    assert zoomed_out(of_1952, whole) == years
    assert zoomed_out(years, whole) == whole
    assert zoomed_out(whole, whole) == whole


def test_days_are_shown_for_four_months_at_most() -> None:
    window = zoomed_in(months(24000, 24023), 24000, 24023, 90)
    assert (key("days", window.first), key("days", window.last)) == ("2000-01-01", "2000-04-30")


def test_a_window_moves_within_what_there_is() -> None:
    whole = Window("years", 2016, 2018)
    window = months(2016 * 12, 2016 * 12 + 11)
    assert window.moved(-1, whole) == window
    assert window.moved(5, whole) == months(2016 * 12 + 5, 2016 * 12 + 16)
    assert window.moved(500, whole) == months(2018 * 12, 2018 * 12 + 11)


@pytest.mark.parametrize("scale", ["decades", "years", "months", "days"])
def test_units_know_their_days(scale: str) -> None:
    for day in (dt.date(1, 1, 1), dt.date(1999, 12, 31), dt.date(2020, 2, 29), dt.date(9999, 12, 31)):
        unit = number(scale, day)  # type: ignore[arg-type]
        assert first_day(scale, unit) <= day <= last_day(scale, unit)  # type: ignore[arg-type]


def test_bars_are_inside_spans() -> None:
    assert ends("1870s") == ("1870", "1879")
    assert inside("2018-09", ("2018", "2018"))
    assert inside("2018", ("2018-09", "2019-06"))
    assert inside("2018-09-30", ("2018-09", ""))
    assert inside("1870s", ("1879-05", "1880"))
    assert not inside("1870s", ("1880", ""))
    assert not inside("2018-09-30", ("2018-10-01", "2018-10-02"))


def measure(text: str) -> int:
    return 7 * len(text)


def texts(window: Window, pitch: float) -> list[str]:
    return [text for _at, text in labels(window, pitch, measure)]


def test_labels_have_room_and_speak_the_windows_language(qapp: QApplication) -> None:
    assert texts(Window("years", 1998, 2021), 8.0) == ["2000", "2005", "2010", "2015", "2020"]
    assert texts(months(2018 * 12 + 8, 2020 * 12), 8.0) == ["2019", "2020"]
    assert texts(months(2018 * 12 + 1, 2020 * 12), 16.0) == [
        "February 2018",
        "Oct",
        "2019",
        "Apr",
        "Jul",
        "Oct",
        "2020",
    ]
    i18n.install("de")
    assert texts(months(2018 * 12, 2018 * 12 + 5), 40.0) == ["2018", "Feb", "Mär", "Apr", "Mai", "Jun"]
    may = Window("days", dt.date(2019, 5, 1).toordinal(), dt.date(2019, 5, 31).toordinal())
    assert texts(may, 12.0) == ["Mai 2019", "8.", "15.", "22.", "29."]
    QLocale.setDefault(QLocale("ja"))
    assert texts(may, 12.0) == ["2019年5月", "8日", "15日", "22日", "29日"]
