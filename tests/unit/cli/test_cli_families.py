"""The commands about versions, as a script uses them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.main import main
from tests.unit.similar.press import BRIDGE, HARBOUR, VISIT, edited

Cli = Callable[..., Any]


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run a command on one archive and return its JSON answer."""
    press = tmp_path / "press"
    press.mkdir()
    made = {"1-hafen": HARBOUR, "2-hafen": edited(HARBOUR, 0.1), "3-bruecke": BRIDGE, "4-visit": VISIT}
    for name, text in made.items():
        (press / f"{name}.txt").write_text(f"{name}\n\n{text}\n", encoding="utf-8")

    def run(*words: str) -> Any:
        assert main(["--archive", str(tmp_path / "archive"), "--json", *words]) == 0
        return json.loads(capsys.readouterr().out)

    run("import", str(press), "--no-entities")
    return run


def ids(found: list[dict[str, Any]]) -> list[int]:
    return [row["id"] for row in found]


def test_an_import_finds_versions(cli: Cli) -> None:
    (family,) = cli("families", "list")
    assert len(family["versions"]) == 2
    first, second = ids(family["versions"])
    shown = cli("families", "show", str(second))
    assert ids(shown) == [first, second]
    assert shown[1]["shared"] > 0.5
    assert cli("families", "find")["compared"] == 0


def test_a_search_by_family_counts_each_once(cli: Cli) -> None:
    plain = cli("search", "Brenneisen")
    assert plain["total"] == 2
    assert "articles" not in plain
    found = cli("search", "Brenneisen", "--by-family")
    assert (found["total"], found["articles"]) == (1, 2)
    assert found["hits"][0]["versions"] == 2


def test_versions_are_compared_parted_and_put_together(cli: Cli) -> None:
    (family,) = cli("families", "list")
    first, second = map(str, ids(family["versions"]))
    found = cli("families", "compare", first, second)
    assert found["one_family"]
    assert {piece["kind"] for piece in found["pieces"]} >= {"same"}
    assert "anders" in "".join(piece["new"] for piece in found["pieces"] if piece["kind"] != "same")
    assert "parted" in cli("families", "split", second)["did"]
    assert cli("families", "list") == []
    cli("undo")
    assert len(cli("families", "list")) == 1
    cli("families", "split", second)
    cli("families", "join", first, second)
    assert len(cli("families", "list")) == 1


def test_a_comparison_is_printed_with_marks(cli: Cli, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (family,) = cli("families", "list")
    assert (
        main(["--archive", str(tmp_path / "archive"), "families", "compare", *map(str, ids(family["versions"]))]) == 0
    )
    out = capsys.readouterr().out
    assert "[-" in out
    assert "{+anders" in out
    assert main(["--archive", str(tmp_path / "archive"), "families", "list"]) == 0
