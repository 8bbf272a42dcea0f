"""The shape of the code: sizes, names, calls that are banned, and which layer may import what."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "desktop_app"
SOURCES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 400, 60
BANNED_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def _nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))))


def _used(path: Path) -> Iterator[tuple[str, str]]:
    """Where (file:line) which name or attribute is used, as dotted as it is written."""
    for node in _nodes(path):
        if isinstance(node, ast.Attribute | ast.Name):
            yield f"{_name(path)}:{node.lineno}", ast.unparse(node)


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def _layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_files_are_short() -> None:
    long = {_name(path): lines for path in SOURCES if (lines := len(path.read_text().splitlines())) > MOST_LINES}
    assert long == {}


def test_functions_are_short() -> None:
    long = [
        f"{_name(path)}:{node.lineno} {node.name}"
        for path in SOURCES + TESTS
        for node in _nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= MOST_LINES_OF_A_FUNCTION
    ]
    assert long == []


def test_modules_are_named_after_what_they_do() -> None:
    assert [_name(path) for path in SOURCES if BANNED_NAMES & set(re.split(r"[_/]", _name(path.with_suffix(""))))] == []


def test_modules_and_what_is_public_in_them_are_documented() -> None:
    missing = []
    for path in SOURCES:
        module = _nodes(path)[0]
        assert isinstance(module, ast.Module)
        public = [
            node
            for node in module.body
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_")
        ]
        missing += [f"{_name(path)} {node.name}" for node in public if not ast.get_docstring(node)]
        missing += [] if ast.get_docstring(module) else [_name(path)]
    assert missing == []


def test_banned_calls() -> None:
    last = {"processEvents", "QThread", "QRunnable", "QThreadPool"}
    whole = {"pickle.load", "pickle.loads", "eval", "exec", "os.system", "sys.setrecursionlimit"}
    found = [
        f"{where} {used}"
        for path in SOURCES
        for where, used in _used(path)
        if used.rsplit(".", 1)[-1] in last or used in whole
    ]
    assert found == []


def test_tests_wait_for_what_they_wait_for() -> None:
    assert [where for path in TESTS for where, used in _used(path) if used in ("time.sleep", "QTest.qWait")] == []


def test_no_handler_swallows_everything() -> None:
    # A job's exception is carried to the window, whatever it is; that is the one place that must catch all.
    known = {"desktop_app/gui/jobs.py"}
    found = set()
    for path in SOURCES + TESTS:
        for node in _nodes(path):
            if isinstance(node, ast.ExceptHandler):
                caught = set(re.findall(r"\w+", ast.unparse(node.type))) if node.type else {"Exception"}
                raises_again = any(isinstance(inner, ast.Raise) and not inner.exc for inner in ast.walk(node))
                if caught & {"Exception", "BaseException"} and not raises_again:
                    found.add(_name(path))
    assert found <= known


@pytest.mark.parametrize(
    ("library", "layers"),
    [
        ("sqlite_utils", {"store"}),
        ("whoosh", {"index"}),
        ("PySide6", {"gui"}),
        ("sqlite3", {"store", "archive", "cli"}),  # above the store only the connection's type and its errors
    ],
)
def test_a_library_is_used_in_its_layers(library: str, layers: set[str]) -> None:
    assert {_layer(path) for path in SOURCES if library in _imported(path)} == layers


def test_sql_that_writes_is_in_the_store() -> None:
    writing = re.compile(r"\b(insert (or \w+ )?into|update \w+ set|delete from)\b", re.IGNORECASE)
    known = {
        "desktop_app/archive/importing.py",  # names the import's own step in the journal
        "desktop_app/archive/edits.py",  # what has been looked at is no step
    }
    found = {
        _name(path)
        for path in SOURCES
        if _layer(path) != "store"
        for node in _nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and writing.search(node.value)
    }
    assert found <= known


def test_imports_go_down_only() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "5 kept, 0 broken" in done.stdout


_WITHOUT_QT = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name + " is not installed here")
sys.meta_path.insert(0, NoQt())
import importlib, pkgutil
import desktop_app
for part in pkgutil.iter_modules(desktop_app.__path__, "desktop_app."):
    if part.name not in ("desktop_app.gui", "desktop_app.__main__"):
        module = importlib.import_module(part.name)
        for inner in pkgutil.walk_packages(getattr(module, "__path__", []), part.name + "."):
            importlib.import_module(inner.name)
from desktop_app.cli.main import main
sys.exit(main(["--archive", sys.argv[1], "info"]))
"""


def test_everything_below_the_window_works_without_qt(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_QT, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "articles" in done.stdout


_LIGHT = """
import sys
from desktop_app.archive.archive import Archive
archive = Archive.open(sys.argv[1])
archive.rows(archive.find().ids); archive.counts(); archive.tags(); archive.star([1]); archive.article(1)
archive.close()
heavy = {"numpy", "whoosh", "sqlite_utils", "trafilatura", "chardet", "ftfy", "py3langid", "PySide6", "lxml"}
print(sorted(heavy & set(sys.modules)))
"""


def test_the_first_picture_needs_no_heavy_library(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LIGHT, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
