"""What each action about the names in an article does, and about the work that finds them."""

from typing import TYPE_CHECKING

from desktop_app.gui.desk import Desk

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow


class NameCommands:
    """The verbs of names. Each public method is the slot of the action of its name."""

    def __init__(self, window: "MainWindow", desk: Desk) -> None:
        self._window = window
        self._desk = desk

    def next_name(self) -> None:
        self._window.reader.names.step(1)

    def previous_name(self) -> None:
        self._window.reader.names.step(-1)

    def next_same_name(self) -> None:
        self._window.reader.names.step(1, same=True)

    def underline_names(self) -> None:
        self._window.reader.names.underline(self._window.action("underline_names").isChecked())

    def pause_names(self) -> None:
        self._window.finder.pause(not self._window.finder.paused)
