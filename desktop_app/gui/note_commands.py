"""What each action about highlights and notes does."""

from desktop_app.gui.people_commands import PeopleCommands
from desktop_app.model.drafts import Draft


class NoteCommands(PeopleCommands):
    """The verbs at the selection of the reader. Each public method is the slot of the action of its name."""

    def note(self) -> None:
        self._window.reader.marking.write()

    def highlight(self) -> None:
        self._window.reader.marking.highlight()

    def highlight_everywhere(self) -> None:
        self._window.reader.marking.highlight_everywhere()

    def note_window(self) -> None:
        """Go on with what is being written in a window of its own, or begin there."""
        marking, article = self._window.reader.marking, self._desk.article
        if marking.writer.now is not None:
            marking.writer.enlarge()
        elif article is not None:
            start, end = self._window.reader.selection_span() or (None, None)
            self.write_draft(Draft(f"article:{article.id}", "", 0, start, end))

    def write_draft(self, draft: Draft) -> None:
        """Open the editor with words that are not kept yet."""
        from desktop_app.gui.dialogs.note_editor import NoteEditor

        article = self._desk.article
        if article is None:
            return
        note = next((note for note in article.notes if note.id == draft.note), None)
        NoteEditor(self._desk, article, note, draft.span_in(article.text), self._window, draft=draft).show()

    def next_note(self) -> None:
        self._window.reader.marking.step(1)

    def previous_note(self) -> None:
        self._window.reader.marking.step(-1)
