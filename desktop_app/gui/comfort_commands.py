"""Commands about how the list and the window look."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from desktop_app.gui import layout
from desktop_app.gui.places import ARTICLES

if TYPE_CHECKING:
    from desktop_app.gui.desk import Desk
    from desktop_app.gui.main_window import MainWindow


class ComfortCommands:
    """The verbs of comfort. Each public method is the slot of the action of its name."""

    _window: "MainWindow"
    _desk: "Desk"

    def table(self) -> None:
        """Show the list as a table, or as rows of text again."""
        pane = self._window.list_pane
        on = not pane.table.on
        self._desk.enter(ARTICLES)
        pane.table.switch(on)
        if not pane.in_concordance:
            layout.make_room(self._window, wide=on)
        self._window.action("table").setChecked(on)

    def columns(self) -> None:
        """Choose the columns of the table."""
        pane = self._window.list_pane
        if not pane.table.on:
            self.table()
        heading = pane.table.heading
        heading.menu().popup(heading.mapToGlobal(QPoint(0, heading.height())))
