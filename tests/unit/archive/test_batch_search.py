"""Searching for a list of names."""

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.archive.batch_search import as_query, first_column
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.progress import CancelledError, Progress


@pytest.fixture
def indexed(archive: Archive) -> Archive:
    """The four articles, searchable."""
    archive.catch_up()
    return archive


def test_each_line_is_searched(indexed: Archive) -> None:
    lines = ["Hafen", "", "  Hafen wächst ", "Start-ups", "title:Kran OR Bridge", "Brücke", "gibt es nicht"]
    rows = indexed.batch_search(lines)
    assert [(row.line, row.query, row.count, row.first, row.last) for row in rows] == [
        ("Hafen", "Hafen", 2, "2018-09", "2019-05-14"),
        ("Hafen wächst", '"Hafen wächst"', 1, "2018-09", "2018-09"),
        ("Start-ups", "Start-ups", 1, "2019-05-14", "2019-05-14"),
        ("title:Kran OR Bridge", "title:Kran OR Bridge", 2, "2018-09", "2019"),
        ("Brücke", "Brücke", 1, "", ""),
        ("gibt es nicht", '"gibt es nicht"', 0, "", ""),
    ]


def test_the_last_date_is_found_before_the_undated(indexed: Archive) -> None:
    (row,) = indexed.batch_search(["-gibtsnicht"])
    assert (row.count, row.first, row.last) == (4, "2018-09", "2019-05-14")


def test_a_line_that_is_refused_is_a_row_and_the_others_go_on(indexed: Archive) -> None:
    refused, found = indexed.batch_search(["x " * 6000, "Hafen"])
    assert refused.count == 0
    assert "Please" in refused.notices[0]
    assert found.count == 2


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("Dorn", "Dorn"),
        ("Maike Dorn", '"Maike Dorn"'),
        ("Dorn, Maike", '"Maike Dorn" OR "Dorn Maike"'),
        ("Dorn, Maike, geb. Pütz", '"Dorn, Maike, geb. Pütz"'),
        ('"Maike Dorn"', '"Maike Dorn"'),
        ("Maike OR Dorn", "Maike OR Dorn"),
        ("Maike -Dorn", "Maike -Dorn"),
        ("=Dorn Maike", "=Dorn Maike"),
        ("title:Dorn", "title:Dorn"),
        ("Dorn*", "Dorn*"),
        ("港湾", "港湾"),
    ],
)
def test_a_name_is_a_phrase_and_a_query_a_query(archive: Archive, line: str, query: str) -> None:
    assert as_query(line, archive.browse.parse) == query


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["Maike Dorn", "Ansgar Pütz"], ["Maike Dorn", "Ansgar Pütz"]),
        (["Maike Dorn;1950", " ", '"Pütz; Ansgar";1960'], ["Maike Dorn", "Pütz; Ansgar"]),
        (["Maike Dorn,1950", '"Pütz,Ansgar",1960'], ["Maike Dorn", "Pütz,Ansgar"]),
        (["Maike\tDorn", "Ansgar\tPütz"], ["Maike", "Ansgar"]),
        (["Dorn, Maike", "Pütz, Ansgar"], ["Dorn, Maike", "Pütz, Ansgar"]),
        (["Dorn,Maike", "Ansgar Pütz"], ["Dorn,Maike", "Ansgar Pütz"]),
        ([";", "a;b"], ["a"]),
        (['"Neue Zeitung;Berlin', '"Dorn ""md""";1950', "c;d"], ["Neue Zeitung", 'Dorn "md"', "c"]),
        ([f'"{"a" * 200_000};b', "c;d"], ["a" * 200_000, "c"]),
        ([], []),
    ],
)
def test_of_a_table_the_first_column_counts(lines: list[str], names: list[str]) -> None:
    assert list(first_column(lines)) == names


def test_too_long_a_list_is_refused(archive: Archive) -> None:
    with pytest.raises(InputRefusedError, match="10001 lines"):
        archive.batch_search(["Hafen"] * 10_001)


def test_progress_is_told_and_the_search_can_be_cancelled(indexed: Archive) -> None:
    told: list[Progress] = []
    indexed.batch_search(["Hafen"] * 3, report=told.append)
    assert (told[-1].done, told[-1].total) == (3, 3)
    with pytest.raises(CancelledError):
        indexed.batch_search(["Hafen"], cancelled=lambda: True)
