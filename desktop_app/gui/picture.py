"""Without a screen: the same window, drawn offscreen into a PNG."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from desktop_app.gui.layout import SIZE

if TYPE_CHECKING:
    from desktop_app.gui.app import Shell
    from desktop_app.gui.main_window import MainWindow

_WAIT_MS = 60_000
_LOOK_MS = 50
_CALM_LOOKS = 6  # times in a row that nothing was left to do


def draw(shell: "Shell", archive: Path | None, *, demo: bool) -> int:
    """Open the window, wait until it is filled, save a picture and say where; returns the exit code."""
    qInstallMessageHandler(_without_excuses)
    shell.begin(archive, demo=demo)
    wait_for(lambda: not shell.preparing)
    window = shell.window or shell.welcome
    if window is None:
        return 1
    try:
        if shell.window is not None:
            shell.window.resize(SIZE)
            settle(shell.window)
        path = save(window, _folder() / "lesesaal.png")
    finally:
        shell.stop_preparing()
        window.close()  # or its threads would keep the process
    print(f"There is no screen, so the window was drawn into {path}")
    return 0


def _without_excuses(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Print what Qt says, but for what the offscreen platform excuses itself for."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


def settle(window: "MainWindow") -> None:
    """Wait until the list is filled, an article is open and the index is up to date."""
    desk = window.desk

    def filled() -> bool:
        if desk.listing is None:
            return False
        if len(desk.listing) and desk.article is None:
            desk.goto_row.emit(_showpiece(window))
            return False
        return not window.indexer.busy

    wait_for(filled)


def _showpiece(window: "MainWindow") -> int:
    """The row of the longest of the latest articles: a full page looks better than a short one."""
    listing = window.desk.listing
    rows = window.desk.archive.rows(listing.ids[:40]) if listing is not None else []
    return max(range(len(rows)), key=lambda at: rows[at].words, default=0)


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the event loop run until `condition` has held for a while, at most a minute."""
    loop = QEventLoop()
    look = QTimer()
    calm = 0

    def check() -> None:
        nonlocal calm
        calm = calm + 1 if condition() else 0
        if calm >= _CALM_LOOKS:
            loop.quit()

    look.timeout.connect(check)
    look.start(_LOOK_MS)
    QTimer.singleShot(_WAIT_MS, loop.quit)
    loop.exec()
    look.stop()


def save(widget: QWidget, path: Path) -> Path:
    """Draw a widget into a PNG file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    widget.grab().save(str(path))
    return path


def _folder() -> Path:
    here = Path.cwd() / ".shots"
    try:
        here.mkdir(exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir())
    return here
