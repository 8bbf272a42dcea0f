"""Notes on somebody that are being written: kept while they are typed, and there again after a crash."""

from PySide6.QtCore import QObject

from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.people.note_list import NoteList
from desktop_app.model.drafts import Draft


class NoteDrafts(QObject):
    """Keeps what is typed in a list of notes as the draft of whom the page is about."""

    def __init__(self, desk: Desk, notes: NoteList) -> None:
        super().__init__(notes)
        self._desk = desk
        self._notes = notes
        self._entity = 0
        self._kept = False  # whether the archive holds a draft
        notes.typed.connect(self._keep)
        notes.settled.connect(self._drop)

    def show_entity(self, entity: int) -> None:
        """The notes are on this one now; what an earlier run left unfinished stands there again."""
        archive, other = self._desk.archive, entity != self._entity
        self._entity = entity
        if not other or archive.read_only:
            return
        self._kept = False

        def show(draft: Draft | None) -> None:
            if draft is not None and self._entity == entity and self._notes.editing is None:
                self._kept = True
                self._notes.go_on(draft.note, draft.body)
                self._desk.message.emit(tr("What you were writing when the program ended is here again."))

        self._desk.jobs.read(self, lambda: archive.left_draft(_place(entity)), show, failed=self._desk.failed)

    def _keep(self, note: int, body: str) -> None:
        archive, draft, self._kept = self._desk.archive, Draft(_place(self._entity), body, note), True
        self._desk.jobs.write(self, lambda: archive.keep_draft(draft), failed=lambda _error: None)

    def _drop(self) -> None:
        archive, place = self._desk.archive, _place(self._entity)
        if self._kept:
            self._kept = False
            self._desk.jobs.write(self, lambda: archive.drop_draft(place), failed=lambda _error: None)


def _place(entity: int) -> str:
    return f"entity:{entity}"
