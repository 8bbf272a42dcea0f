"""What each action about people and organisations does."""

from desktop_app.gui.tag_commands import TagCommands
from desktop_app.model.changes import Changes
from desktop_app.model.people import Decision, EntityRow


class PeopleCommands(TagCommands):
    """The verbs about people. Each public method is the slot of the action of its name.

    They act on the targets of the room that is shown: the selected rows of a table, or the one whose page it is.
    """

    # Rooms

    def people(self) -> None:
        self._desk.open_people("person")

    def organisations(self) -> None:
        self._desk.open_people("organisation")

    def review(self) -> None:
        self._desk.open_review()

    def decisions(self) -> None:
        from desktop_app.gui.dialogs.decisions import DecisionsDialog

        self._show_one(DecisionsDialog)

    # Who is who

    def merge_people(self) -> None:
        from desktop_app.gui.dialogs.merge_dialog import MergeDialog

        MergeDialog(self._desk, self._window.rooms.targets(), self._window).show()

    def split_person(self) -> None:
        from desktop_app.gui.dialogs.split_dialog import SplitDialog

        for entity in self._window.rooms.targets()[:1]:
            SplitDialog(self._desk, entity, self._window).show()

    def rename_person(self) -> None:
        from desktop_app.gui.dialogs.rename_dialog import RenameDialog

        for entity in self._window.rooms.targets()[:1]:
            RenameDialog(self._desk, entity, self._window).show()

    def part_person(self) -> None:
        for entity in self._window.rooms.targets()[:1]:
            self._desk.edit(self._desk.archive.unmerge_entity, entity)

    def tag_people(self) -> None:
        from desktop_app.gui.dialogs.tag_editor import EntityTagEditor

        EntityTagEditor(self._desk, self._window.rooms.targets(), self._window).show()

    def confirm_people(self) -> None:
        """Confirm them, or take that back where all of them are."""
        archive, ids = self._desk.archive, self._window.rooms.targets()

        def confirm() -> Changes:
            return archive.confirm_entities(ids, not all(row.checked for row in archive.entity_rows(ids)))

        self._desk.edit(confirm)

    def reject_people(self) -> None:
        """Say that they are nobody, or take that back where all of them are."""
        archive, ids = self._desk.archive, self._window.rooms.targets()

        def reject() -> Changes:
            back = all(row.rejected for row in archive.entity_rows(ids))
            return archive.restore_entities(ids) if back else archive.reject_entities(ids)

        self._desk.edit(reject)

    def turn_people(self) -> None:
        """Take people for organisations, or the other way round."""
        archive, ids = self._desk.archive, self._window.rooms.targets()

        def turn() -> Changes:
            rows: list[EntityRow] = archive.entity_rows(ids[:1])
            person = bool(rows) and rows[0].kind == "person"
            return archive.change_kind(ids, "organisation" if person else "person")

        self._desk.edit(turn)

    # Suggestions

    def same(self) -> None:
        self._answer("same")

    def different(self) -> None:
        self._answer("different")

    def unsure(self) -> None:
        self._answer("unsure")

    def _answer(self, decision: Decision) -> None:
        pane = self._window.rooms.pane()
        if pane is not None:
            pane.answer(decision)
