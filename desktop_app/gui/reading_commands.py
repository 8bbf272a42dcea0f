"""What each action about reading an article does."""

from desktop_app.gui.people_commands import PeopleCommands


class ReadingCommands(PeopleCommands):
    """The verbs of the reader's page. Each public method is the slot of the action of its name."""

    def outline(self) -> None:
        self._window.reader.open_outline()

    def original(self) -> None:
        beside = self._window.reader.beside
        beside.switch(not beside.on)

    def type_sheet(self) -> None:
        self._window.reader.header.open_type_sheet()
