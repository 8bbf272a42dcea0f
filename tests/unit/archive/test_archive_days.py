"""Counting articles by day."""

from desktop_app.archive.archive import Archive
from tests.conftest import article, shelve


def test_days_are_counted_where_the_day_is_known(empty: Archive) -> None:
    dates = ("2019-05-14", "2019-05-14", "2019-05-31", "2019-05", "2019", "2019-06-01", "")
    ids = shelve(empty, *(article(f"Text {n}", f"Titel {n}", date) for n, date in enumerate(dates)))
    listing = empty.find()
    assert empty.days(listing, "2019-05-01", "2019-05-31") == {"2019-05-14": 2, "2019-05-31": 1}
    assert empty.days(listing, "2019-06-01", "2019-06-30") == {"2019-06-01": 1}
    empty.trash(ids[:1])
    assert empty.days(empty.find(), "2019-05-01", "2019-05-31") == {"2019-05-14": 1, "2019-05-31": 1}
    assert empty.days(empty.find(view="trash"), "2019-05-01", "2019-05-31") == {"2019-05-14": 1}
