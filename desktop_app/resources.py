"""Finds `resources/` and `data/demo/`: beside the package in a checkout, inside it once installed."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUNDLE = getattr(sys, "_MEIPASS", None)  # set by PyInstaller


def _find(relative: str) -> Path:
    roots = [Path(_BUNDLE)] if _BUNDLE else []
    for root in [*roots, _PACKAGE, _PACKAGE.parent]:
        if (root / relative).is_dir():
            return root / relative
    raise FileNotFoundError(f"{relative} is missing from this installation of Lesesaal; install it again.")


def resource(*parts: str) -> Path:
    """The path of a file or folder below `resources/`, such as `resource("icons", "tag.svg")`."""
    return _find("resources").joinpath(*parts)


def demo_folder() -> Path:
    """The folder of the demo archive's press texts, with its `desk.json`."""
    return _find("data/demo")
