"""CSV: read back by the csv module, run by no spreadsheet."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.export.table import COLUMNS, FORMULA, Csv, neutral
from desktop_app.model.errors import InputRefusedError
from tests.unit.export.articles import article, strange


def _rows(*articles: object, with_notes: bool = True, **options: object) -> list[dict[str, str]]:
    stream = io.BytesIO()
    Csv().write(iter(articles), stream, with_notes=with_notes, options=options)  # type: ignore[arg-type]
    delimiter = str(options.get("delimiter", ","))
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline=""), delimiter=delimiter))


def _taken_back(cell: str) -> str:
    """The rule as the manual states it."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell[1:]) else cell


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_row_comes_back(delimiter: str) -> None:
    rows = _rows(*strange(), delimiter=delimiter)
    assert [row["id"] for row in rows] == [str(each.id) for each in strange()]
    assert (rows[0]["title"], rows[0]["text"]) == (article().title, article().text)
    assert rows[0]["tags"] == "Start-up; Rhein\\; Ruhr"
    assert rows[0]["notes"].split("\n") == ["Auf das Ganze.", "„neun Start-ups“: Wirklich neun?", "„Start-ups.“: "]
    assert rows[0]["file"] == "bote.txt"
    assert not any(None in row for row in rows)
    assert "\0" not in rows[3]["text"]


def test_notes_stay_at_home_unless_they_are_asked_for() -> None:
    (row,) = _rows(article(), with_notes=False)
    assert tuple(row) == COLUMNS
    assert "Wirklich" not in str(row)


def test_the_head_stands_over_nothing_too() -> None:
    stream = io.BytesIO()
    assert Csv().write([], stream, with_notes=False, options={"bom": True}) == 0
    assert stream.getvalue() == b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", " =", "'=", "\u00a0@", "\n="])
def test_a_formula_is_neutralised(start: str) -> None:
    (row,) = _rows(article(title=f"{start}1+1", text=f'{start}HYPERLINK("x")'))
    assert row["title"] == f"'{start}1+1"
    assert row["text"] == f'\'{start}HYPERLINK("x")'


@pytest.mark.parametrize("cell", ["'s Gravenhage", "a=b", "", "„Ja“", "1-2", "'"])
def test_words_are_left_alone(cell: str) -> None:
    assert neutral(cell) == cell


@given(st.text(alphabet="'=+-@＝ \t\r\nax", max_size=8))
def test_the_rule_can_be_taken_back(cell: str) -> None:
    assert _taken_back(neutral(cell)) == cell


def test_another_delimiter_is_refused() -> None:
    with pytest.raises(InputRefusedError, match="not by “x”"):
        _rows(article(), delimiter="x")
