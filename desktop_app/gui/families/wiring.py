"""The room of versions within the window."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.gui.families.pane import VersionsPane
    from desktop_app.gui.main_window import MainWindow


def versions_pane(window: "MainWindow") -> "VersionsPane":
    """Make the room; it is imported when it is first entered."""
    from desktop_app.gui.families.pane import VersionsPane

    return VersionsPane(window.desk)
