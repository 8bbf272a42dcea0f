"""What each action of the search menu does."""

from typing import TYPE_CHECKING

from desktop_app.gui.desk import Desk

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow


class SearchCommands:
    """The verbs of searching. Each public method is the slot of the action of its name."""

    def __init__(self, window: "MainWindow", desk: Desk) -> None:
        self._window = window
        self._desk = desk

    def search(self) -> None:
        self._window.search_box.words.setFocus()
        self._window.search_box.words.selectAll()

    def find(self) -> None:
        self._window.reader.find()

    def next_hit(self) -> None:
        self._window.reader.next_hit(1)

    def previous_hit(self) -> None:
        self._window.reader.next_hit(-1)

    def clear_search(self) -> None:
        self._desk.open_query("")

    def save_search(self) -> None:
        self._window.search_box.save.ask()
