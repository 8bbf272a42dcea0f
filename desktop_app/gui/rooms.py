"""What stands beside the sidebar, one at a time: the articles, or a page about people and organisations."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.gui.desk import Desk
from desktop_app.gui.places import Room, RoomName
from desktop_app.model.people import Decision


class RoomPane(QWidget):
    """A pane that fills a room; it is made when the room is first entered.

    The window's actions about people act on its `targets` and on the suggestion that it shows.
    """

    targets_changed = Signal()  # or the suggestion did

    def enter(self, room: Room) -> None:
        """Show what the room asks for, and take the keyboard."""
        raise NotImplementedError

    def targets(self) -> list[int]:
        """The people or organisations that a verb is meant for."""
        return []

    def export(self) -> bool:
        """Ask where to export to what is listed here; False where the articles are meant."""
        return False

    def asks(self) -> bool:
        """Whether a suggestion stands there to be answered."""
        return False

    def answer(self, decision: Decision) -> None:
        """Answer that suggestion."""


class Rooms(QStackedWidget):
    """Follows the desk from room to room."""

    targets_changed = Signal()

    def __init__(self, desk: Desk, articles: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rooms")
        self._desk = desk
        self._makers: dict[RoomName, Callable[[], RoomPane]] = {}
        self._made: dict[RoomName, RoomPane] = {}
        self._articles = articles
        self.addWidget(articles)

    def offer(self, name: RoomName, make: Callable[[], RoomPane]) -> None:
        """Say how the pane of a room is made."""
        self._makers[name] = make

    def pane(self) -> RoomPane | None:
        """The pane on the screen; None among the articles."""
        return self._made.get(self._desk.room.name)

    def targets(self) -> list[int]:
        """The people or organisations that a verb is meant for."""
        pane = self.pane()
        return pane.targets() if pane is not None else []

    def asks(self) -> bool:
        """Whether a suggestion stands there to be answered."""
        pane = self.pane()
        return pane is not None and pane.asks()

    def show_room(self, room: Room) -> None:
        """Bring a room to the front."""
        if room.name == "articles":
            self.setCurrentWidget(self._articles)
            return
        pane = self._made.get(room.name)
        if pane is None:
            pane = self._made[room.name] = self._makers[room.name]()
            pane.targets_changed.connect(self.targets_changed)
            self.addWidget(pane)
        self.setCurrentWidget(pane)
        pane.enter(room)
