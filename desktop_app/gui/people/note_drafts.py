"""Notes on somebody that are being written: kept while they are typed, and there again after a crash or a refusal."""

from contextlib import suppress

from PySide6.QtCore import QObject

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.people.note_list import NoteList
from desktop_app.model.changes import Changes
from desktop_app.model.drafts import Draft
from desktop_app.model.errors import LesesaalError, NotFoundError


class NoteDrafts(QObject):
    """Keeps what is typed in a list of notes as the draft of whom the page is about, and then as a note."""

    def __init__(self, desk: Desk, notes: NoteList) -> None:
        super().__init__(notes)
        self._desk = desk
        self._notes = notes
        self._entity = 0
        self._kept = False  # whether the archive holds a draft
        self._refused: dict[int, Draft] = {}  # by whom they are about
        notes.written.connect(self._write)
        notes.typed.connect(self._keep)
        notes.settled.connect(self._drop)

    def show_entity(self, entity: int) -> None:
        """The notes are on this one now; what an earlier run left unfinished stands there again."""
        archive, other = self._desk.archive, entity != self._entity
        self._entity = entity
        if not other or archive.read_only:
            return
        self._kept = False
        refused = self._refused.pop(entity, None)
        if refused is not None:
            self._kept = True
            self._notes.go_on(refused.note, refused.body)
            return

        def show(draft: Draft | None) -> None:
            if draft is not None and self._entity == entity and self._notes.editing is None:
                self._kept = True
                self._notes.go_on(draft.note, draft.body)
                self._desk.message.emit(tr("What you were writing when the program ended is here again."))

        self._desk.jobs.read(self, lambda: archive.left_draft(_place(entity)), show, failed=self._desk.failed)

    def _keep(self, note: int, body: str) -> None:
        archive, draft, self._kept = self._desk.archive, Draft(_place(self._entity), body, note), True
        self._desk.jobs.write(self, lambda: archive.keep_draft(draft), failed=lambda _error: None)

    def _write(self, note: int, body: str) -> None:
        """Keep a note, as one step; its draft goes once that is done."""
        archive, entity, drafted = self._desk.archive, self._entity, self._kept
        self._kept = False
        self._desk.jobs.write(
            self,
            lambda: _written(archive, entity, Draft(_place(entity), body, note), drafted=drafted),
            self._desk.tell_done,
            failed=lambda error: self._bring_back(entity, Draft(_place(entity), body, note), error),
        )

    def _bring_back(self, entity: int, draft: Draft, error: BaseException) -> None:
        """The archive refused: no word is lost for that."""
        self._desk.failed(error)
        if entity == self._entity:
            self._kept = True
            self._notes.go_on(draft.note, draft.body)
        else:
            self._refused[entity] = draft

    def _drop(self) -> None:
        archive, place = self._desk.archive, _place(self._entity)
        if self._kept:
            self._kept = False
            self._desk.jobs.write(self, lambda: archive.drop_draft(place), failed=lambda _error: None)


def _place(entity: int) -> str:
    return f"entity:{entity}"


def _written(archive: Archive, entity: int, draft: Draft, *, drafted: bool) -> Changes:
    try:
        changes = archive.change_entity_note(draft.note, draft.body) if draft.note else None
    except NotFoundError:  # it was taken back meanwhile
        changes = None
    if changes is None:
        changes = archive.note_entity(entity, draft.body)
    if drafted:
        with suppress(LesesaalError):  # the note is there; the draft would only be shown once more
            archive.drop_draft(draft.place)
    return changes
