"""What lies beside the code: requirements, manual, demo, README."""

import json
import re
from pathlib import Path

import pytest

from desktop_app.cli.commands import COMMANDS
from desktop_app.model import errors
from desktop_app.model.errors import LesesaalError
from desktop_app.resources import demo_folder, resource

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "manual" / "command-line.md").read_text(encoding="utf-8")


def test_every_requirement_has_a_hash_and_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    lines = text.replace("\\\n", " ").splitlines()
    wanted = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    assert len(wanted) > 20
    for line in wanted:
        assert re.match(r"[A-Za-z0-9_.\-\[\]]+==\S+", line), line
        assert "--hash=sha256:" in line, line


def test_every_dependency_is_locked() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[(.*?)^\]", project, re.DOTALL | re.MULTILINE)
    assert block
    names = re.findall(r'"([A-Za-z0-9_.\-]+)', block[1])
    locked = {name.lower() for name in re.findall(r"^([A-Za-z0-9_.\-]+)==", _lock(), re.MULTILINE)}
    assert len(names) > 5
    for name in names:
        assert name.lower().replace("_", "-") in locked, name


def _lock() -> str:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_qt_stays_below_the_version_that_aborts() -> None:
    version = re.search(r"^pyside6-essentials==(\d+)\.(\d+)", _lock(), re.MULTILINE | re.IGNORECASE)
    assert version
    assert (int(version[1]), int(version[2])) < (6, 12)


@pytest.mark.parametrize("name", [command.name for command in COMMANDS] + ["restore", "batch"])
def test_every_command_is_in_the_manual(name: str) -> None:
    assert re.search(rf"`{name}[ `]", MANUAL), f"{name} is missing from docs/manual/command-line.md"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_option_is_in_the_manual(command: object) -> None:
    rows = "\n".join(line for line in MANUAL.splitlines() if f"`{command.name}" in line)  # type: ignore[attr-defined]
    for argument in command.arguments:  # type: ignore[attr-defined]
        if argument.option:
            assert f"--{argument.name.replace('_', '-')}" in rows, argument.name
        for choice in argument.choices:
            assert choice in rows, choice


def test_every_error_is_in_the_manual() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, LesesaalError)]
    assert len(kinds) > 8
    codes = dict(re.findall(r"^\| (\d) \| (.*) \|$", MANUAL, re.MULTILINE))
    for kind in kinds:
        if kind is not LesesaalError:
            assert f"`{kind.code}`" in MANUAL
        assert str(kind.exit_code) in codes


def test_every_argument_has_help() -> None:
    for command in COMMANDS:
        assert command.help


def test_the_demo_is_described_and_whole() -> None:
    readme = (demo_folder() / "README.md").read_text(encoding="utf-8")
    assert "fictional" in readme
    press = demo_folder() / "press"
    desk = json.loads((demo_folder() / "desk.json").read_text(encoding="utf-8"))
    for path in desk["articles"]:
        assert (press / path.split("#")[0]).is_file(), path
    for line in (demo_folder() / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        path = json.loads(line)["path"].split("#")[0]
        assert (press / path).is_file() or (demo_folder() / path).is_file(), path


def test_resources_are_found() -> None:
    assert resource("icons").is_dir()
    assert resource("icons", "tag.svg").is_file()


def test_the_readme_names_what_is_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for path in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / path).exists(), f"README.md points to {path}, which is not there"
