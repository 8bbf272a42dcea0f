"""Collects every sentence a reader can see, keeps the German catalogue in step, and compiles it.

Usage: python packaging/i18n.py update | compile | missing

`update` adds new sentences to resources/i18n/lesesaal_de.ts (unfinished) and drops those that are gone; `compile` makes
the .qm file that Qt loads; `missing` lists what has no German yet and exits 1 if there is any.
"""

import ast
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "resources" / "i18n" / "lesesaal_de.ts"
CALLS = {"tr", "made", "_say"}  # of the window, of notices, of the query's parser


@cache
def refusals() -> frozenset[str]:
    """Names of the errors that are told to the reader: those of our own."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "desktop_app").rglob("*.py"))
    classes = (node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    return frozenset(name for name in classes if name.endswith("Error"))


def wordings(node: ast.AST, named: dict[str, ast.AST]) -> Iterator[str]:
    """The literals that an argument can be: itself, either branch, or what the module keeps under a name."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and node.value:
            yield node.value
        return
    if isinstance(node, ast.Name):
        rest = {name: value for name, value in named.items() if name != node.id}  # a name may be made of itself
        parts, named = [named[node.id]] if node.id in named else [], rest
    elif isinstance(node, ast.IfExp):
        parts = [node.body, node.orelse]
    elif isinstance(node, ast.Subscript):
        parts = [node.value]
    elif isinstance(node, ast.BoolOp | ast.Dict):
        parts = node.values
    else:
        parts = node.elts if isinstance(node, ast.Tuple) else []
    for part in parts:
        yield from wordings(part, named)


def literals(path: Path) -> Iterator[tuple[str, bool]]:
    """(text, whether it has a plural) of one module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named: dict[str, ast.AST] = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in CALLS or name in refusals() or name == "trn":
            for text in wordings(node.args[0], named):
                yield text, name == "trn"


def tables() -> Iterator[str]:
    """Sentences that stand in tables: what undo calls a step, what SQLite's errors mean, why two may be one."""
    for module in ("archive/labels.py", "archive/proposing.py", "store/database.py"):
        tree = ast.parse((ROOT / "desktop_app" / module).read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                values = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
                for part in (part for value in values for part in ast.walk(value)):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str) and _is_sentence(part.value):
                        yield part.value


def _is_sentence(text: str) -> bool:
    return " " in text and "\n" not in text  # what runs over several lines is SQL


def sentences() -> dict[str, bool]:
    """Every sentence, with whether it has a plural, in a stable order."""
    found = {text: False for text in tables()}
    for path in sorted((ROOT / "desktop_app").rglob("*.py")):
        if "cli" not in path.parts:  # the command line speaks English
            found.update(literals(path))
    return dict(sorted(found.items()))


def catalogue() -> dict[str, list[str]]:
    """The German forms of each sentence: one, or singular and plural."""
    if not CATALOGUE.exists():
        return {}
    forms: dict[str, list[str]] = {}
    for message in ET.parse(CATALOGUE).getroot().iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        if translation is None:
            continue
        plural = [form.text or "" for form in translation.findall("numerusform")]
        forms[message.findtext("source", "")] = plural or [translation.text or ""]
    return forms


def write(german: dict[str, list[str]]) -> None:
    """Write the catalogue for the sentences there are."""
    root = ET.Element("TS", version="2.1", language="de", sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "Lesesaal"
    for text, plural in sentences().items():
        forms = german.get(text, [])
        message = ET.SubElement(context, "message", {"numerus": "yes"} if plural else {})
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if not any(forms):
            translation.set("type", "unfinished")
        if plural:
            for form in (forms + ["", ""])[:2]:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0] if forms else ""
    ET.indent(root)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    CATALOGUE.write_text(head + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def compile_catalogue() -> None:
    """Make the .qm file beside the catalogue."""
    beside = Path(sys.executable).with_name("pyside6-lrelease")
    tool = str(beside) if beside.exists() else shutil.which("pyside6-lrelease")
    if tool is None:
        sys.exit("pyside6-lrelease is missing; run this with the Python of .venv.")
    target = CATALOGUE.with_suffix(".qm")
    subprocess.run([tool, "-silent", str(CATALOGUE), "-qm", str(target)], check=True)


def missing() -> list[str]:
    """Sentences without German."""
    german = catalogue()
    return [text for text in sentences() if not all(german.get(text, [""]))]


def main() -> int:
    """Do what was asked."""
    task = sys.argv[1] if len(sys.argv) == 2 else ""
    if task == "update":
        write(catalogue())
    elif task == "compile":
        compile_catalogue()
    elif task == "missing":
        print("\n".join(missing()))
        return 1 if missing() else 0
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
