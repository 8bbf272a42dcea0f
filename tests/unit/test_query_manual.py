"""The manual's tables are true: what they show is read without a repair, and means the same in German."""

import datetime as dt
import re
from pathlib import Path

import pytest

from desktop_app.model.query import parse
from desktop_app.model.query_nodes import leaves

TODAY = dt.date(2026, 11, 22)
MANUAL = Path(__file__).resolve().parents[2] / "docs" / "manual" / "search.md"


def rows() -> list[list[str]]:
    """The rows of the manual's tables, without their heads, cut into cells."""
    lines = [line for line in MANUAL.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    return [[cell.replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def examples(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0].strip())
def test_every_example_is_read_as_it_is(row: list[str]) -> None:
    for cell in row[:-1]:
        for example in examples(cell):
            query = parse(example, TODAY)
            assert query.notices == []
            assert query.understood
            assert query.root != parse(f'"{example}"', TODAY).root or example[0] in "\"„»“'「"


@pytest.mark.parametrize("row", [row for row in rows() if len(row) == 3], ids=lambda row: row[0].strip())
def test_german_names_mean_the_same(row: list[str]) -> None:
    english, german = (
        {type(leaf) for example in examples(cell) for leaf in leaves(parse(example, TODAY).root)} for cell in row[:2]
    )
    assert german <= english


def test_the_table_of_binding_is_true() -> None:
    assert parse("a b OR c NEAR d", TODAY).understood == "(a b) OR (c NEAR/10 d)"
