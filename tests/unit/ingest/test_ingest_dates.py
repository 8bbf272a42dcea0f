"""Press dates in three languages."""

import pytest

from desktop_app.ingest.dates import date_at, date_from_name, parse_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2018-09", "2018-09"),
        ("2019", "2019"),
        ("14.05.2019", "2019-05-14"),
        ("14. 5. 19", "2019-05-14"),
        ("14.5.87", "1987-05-14"),
        ("Dienstag, 14. Mai 2019", "2019-05-14"),
        ("Sonntag, den 12. Juni 1988", "1988-06-12"),
        ("vom 14. Mai 2019", "2019-05-14"),
        ("Do, 14.01.2021 - 10:11 Uhr", "2021-01-14"),
        ("Di., 14. Mai 2019, 8 Uhr", "2019-05-14"),
        ("Mo, 5 Mär 2018 09:30:00 +0100", "2018-03-05"),
        ("Sept. 2018", "2018-09"),
        ("1. Jänner 2020", "2020-01-01"),
        ("June 4, 2019", "2019-06-04"),
        ("4th June 2019", "2019-06-04"),
        ("June 4 2019, 3:15 p.m. EDT", "2019-06-04"),
        ("Thu, 05 Mar 1987 09:07:54 +0000", "1987-03-05"),
        ("Thu Mar  5 09:07:54 1987", "1987-03-05"),
        ("5 Mar 87 09:30:00 GMT", "1987-03-05"),
        ("2019-05-14T10:00:00.123+02:00", "2019-05-14"),
        ("20210114T101112Z", "2021-01-14"),
        ("2019/6/3", "2019-06-03"),
        ("14/05/2019", "2019-05-14"),
        ("05/14/2019", "2019-05-14"),
        ("2019年6月3日", "2019-06-03"),
        ("２０１９年６月３日（月）", "2019-06-03"),
        ("令和元年6月3日", "2019-06-03"),
        ("平成31年4月30日（火）", "2019-04-30"),
        ("昭和五十年十二月二十一日", "1975-12-21"),
        ("二〇一九年六月", "2019-06"),
        ("2019年（令和元年）6月3日", "2019-06-03"),
    ],
)
def test_reads(text: str, edtf: str) -> None:
    assert str(parse_date(text)) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "",
        "gestern",
        "14. Mai",
        "6月3日",
        "31.02.2020",
        "04/05/2019",
        "2099-01-01",
        "Mon, 32 Feb 2021 25:61:00 +0000",
        "Mon, 01 Jan 0000 00:00:00 +0000",
        "May 2019 was a good month",
        "2018-13",
        "2018-00-00",
        "Herbst 2019",
    ],
)
def test_leaves_unread(text: str) -> None:
    assert parse_date(text) is None


def test_slashes_need_to_know_the_order() -> None:
    assert str(parse_date("04/05/2019", day_first=True)) == "2019-05-04"
    assert str(parse_date("04/05/2019", day_first=False)) == "2019-04-05"


def test_span_covers_weekday_and_time() -> None:
    text = "Am Dienstag, 14. Mai 2019, 10:11 Uhr, tagte der Rat"
    found = date_at(text, 3)
    assert found is not None
    assert text[found.start : found.end] == "Dienstag, 14. Mai 2019, 10:11 Uhr"


@pytest.mark.parametrize(
    ("name", "edtf"),
    [
        ("2019-05-14_x.txt", "2019-05-14"),
        ("20190514.txt", "2019-05-14"),
        ("tagesschau-2013-01-03.txt", "2013-01-03"),
        ("2018-09 Krefeld.txt", "2018-09"),
        ("Bote 14.05.2019.txt", "2019-05-14"),
        ("000_77f788bda14ae58f.txt", "None"),
        ("003_d06710e2a673b3bb.txt", "None"),
        ("abcnews.420122.html", "None"),
        ("2019-05-14 bis 2019-05-16.txt", "None"),
        ("12345678.txt", "None"),
    ],
)
def test_names_of_files(name: str, edtf: str) -> None:
    assert str(date_from_name(name)) == edtf
