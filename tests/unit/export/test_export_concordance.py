"""A concordance as a table and as aligned lines."""

import csv
import io
from pathlib import Path

import pytest

from desktop_app.export.concordance import COLUMNS, write
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.searching import Concordance, ConcordanceLine

LINES = [
    ConcordanceLine(3, 10, 15, "Der ", "Hafen", " wächst", "Kran am Kai", "2018-09", "Rheinhafen-Bote"),
    ConcordanceLine(12, 0, 5, "", "Hafen", ", der", '=HYPERLINK("x")', "", ""),
    ConcordanceLine(4, 7, 9, "今日の", "大阪", "の天気", "大阪", "2019", ""),
]
FOUND = Concordance("Hafen OR 大阪", LINES, articles=3)


def test_a_table_is_marked_as_utf8_and_runs_no_formulas(tmp_path: Path) -> None:
    out = tmp_path / "hits.csv"
    assert write(FOUND, out, "csv") == 3
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert rows[1] == ["3", "Kran am Kai", "2018-09", "Rheinhafen-Bote", "Der", "Hafen", "wächst", "10", "15"]
    assert rows[2][1] == '\'=HYPERLINK("x")'


def test_hits_stand_below_one_another() -> None:
    out = io.BytesIO()
    write(FOUND, out, "txt")
    assert out.getvalue().decode().splitlines() == [
        "Hafen OR 大阪",
        "",
        "  Der Hafen wächst  2018-09 · Rheinhafen-Bote · Kran am Kai · #3",
        '      Hafen, der    =HYPERLINK("x") · #12',
        "今日の大阪の天気    2019 · 大阪 · #4",
    ]


@pytest.mark.parametrize("name", ["csv", "txt"])
def test_an_empty_concordance_is_a_file_too(name: str) -> None:
    out = io.BytesIO()
    assert write(Concordance("Hafen"), out, name) == 0
    assert out.getvalue()


def test_other_formats_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match="There are: csv, txt"):
        write(FOUND, tmp_path / "hits.xlsx", "xlsx")
    assert not (tmp_path / "hits.xlsx").exists()
