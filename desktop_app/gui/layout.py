"""How the window was left: its place on the screen and the widths of its panes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from desktop_app.gui import settings

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow

SIZE = QSize(1440, 900)
_PANES = (236, 424, 780)  # sidebar, list, reader
_RIGHT = (620, 178)  # reader, inspector


def restore(window: "MainWindow") -> None:
    """Set the window up as it was left, or as it is drawn in the design."""
    window.resize(SIZE)
    window.restoreGeometry(settings.blob("window/geometry"))
    if not window.panes.restoreState(settings.blob("window/panes")):
        window.panes.setSizes(list(_PANES))
    if not window.right.restoreState(settings.blob("window/right")):
        window.right.setSizes(list(_RIGHT))


def remember(window: "MainWindow") -> None:
    """Keep the window's layout for the next start."""
    settings.put_blob("window/geometry", window.saveGeometry())
    settings.put_blob("window/panes", window.panes.saveState())
    settings.put_blob("window/right", window.right.saveState())
