"""Which of Qt's platforms can work here. Decided before Qt is imported: a wrong one aborts the process."""

import ctypes
import os
import sys

# Qt's xcb plugin needs these; its own message names another one.
_XCB = {"libxcb-icccm.so.4": "libxcb-icccm4", "libxcb-keysyms.so.1": "libxcb-keysyms1"}


def choose() -> str:
    """Set QT_QPA_PLATFORM unless the reader did; returns a sentence where a screen cannot be used, else ""."""
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform in ("win32", "darwin"):
        return ""
    wayland, x11 = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("DISPLAY")
    missing = [package for library, package in _XCB.items() if x11 and not _loads(library)]
    usable = (["wayland"] if wayland else []) + (["xcb"] if x11 and not missing else [])
    # Qt takes the first that works: a screen that is named but cannot be reached must not abort the process.
    os.environ["QT_QPA_PLATFORM"] = ";".join([*usable, "offscreen"])
    if x11 and missing and not wayland:
        return f"The screen cannot be used because libraries are missing: apt-get install {' '.join(missing)}"
    return ""


def offscreen(chosen: str) -> bool:
    """Whether the platform that Qt took has no screen to show a window on."""
    return chosen in ("offscreen", "minimal")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
