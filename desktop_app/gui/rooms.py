"""What stands beside the sidebar, one at a time: the articles, or a page about people and organisations."""

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.gui.desk import Desk
from desktop_app.gui.places import Room, RoomName


class Enterable(Protocol):
    """A pane that fills a room; it is made when the room is first entered."""

    def enter(self, room: Room) -> None:
        """Show what the room asks for, and take the keyboard."""


class Rooms(QStackedWidget):
    """Follows the desk from room to room."""

    def __init__(self, desk: Desk, articles: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rooms")
        self._desk = desk
        self._makers: dict[RoomName, Callable[[], QWidget]] = {}
        self._made: dict[RoomName, QWidget] = {"articles": articles}
        self.addWidget(articles)

    def offer(self, name: RoomName, make: Callable[[], QWidget]) -> None:
        """Say how the pane of a room is made; it must be `Enterable`."""
        self._makers[name] = make

    def pane(self, name: RoomName) -> QWidget | None:
        """The pane of a room, if it was ever entered."""
        return self._made.get(name)

    def show_room(self, room: Room) -> None:
        """Bring a room to the front."""
        if room.name not in self._made:
            made = self._made[room.name] = self._makers[room.name]()
            self.addWidget(made)
        pane = self._made[room.name]
        self.setCurrentWidget(pane)
        if room.name != "articles":
            cast("Enterable", pane).enter(room)
