"""What each action about all annotations does."""

from desktop_app.gui.people_commands import PeopleCommands
from desktop_app.gui.places import Room


class AnnotationCommands(PeopleCommands):
    """Each public method is the slot of the action of its name."""

    def annotations(self) -> None:
        self._desk.enter(Room("annotations"))
