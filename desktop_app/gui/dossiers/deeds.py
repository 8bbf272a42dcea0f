"""What can be done with a dossier as a whole, asked for in the sidebar, above the list or in a menu."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.model.changes import Changes
from desktop_app.model.dossiers import Dossier


class DossierDeeds(QObject):
    """Asks what has to be asked, then runs the verb."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent

    def make(self, inside: int = 0) -> None:
        """Ask for a name, make the dossier and open it."""
        name, done = QInputDialog.getText(
            self._parent, tr("New dossier"), tr("Name (a slash puts it into another one, as in Harbour/Cranes):")
        )
        if done and name.strip():
            archive = self._desk.archive
            self._desk.jobs.write(
                self,
                lambda: archive.make_dossier(name, inside),
                self._desk.collected.open_made,
                failed=self._desk.failed,
            )

    def export(self, number: int) -> None:
        """Open the dialog that exports a dossier whole."""
        from desktop_app.gui.dialogs.export_dialog import ExportDialog

        archive = self._desk.archive
        self._desk.jobs.read(
            self,
            lambda: archive.dossier(number).dossier,
            lambda line: ExportDialog(self._desk, self._parent.window(), dossier=line).show(),
            failed=self._desk.failed,
        )

    def rename(self, number: int, name: str) -> None:
        """Ask for another name."""
        new, done = QInputDialog.getText(self._parent, tr("Rename dossier"), tr("New name:"), text=name)
        if done and new.strip() and new.strip() != name:
            self._desk.edit(self._desk.archive.rename_dossier, number, new)

    def delete(self, number: int, name: str) -> None:
        """Ask, then delete the dossier with those in it; undo brings it back."""
        question = tr(
            "Delete the dossier “{name}” and those in it? Its articles stay in the archive, and undo brings it back.",
            name=name,
        )
        box = QMessageBox(QMessageBox.Icon.NoIcon, tr("Delete dossier"), question, parent=self._parent)
        button = box.addButton(tr("Delete"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is button:
            self._desk.edit(self._desk.archive.delete_dossier, number)

    def shift(self, number: int, step: int) -> None:
        """Move a dossier one place up (-1) or down (1) among its neighbours."""
        archive = self._desk.archive

        def move() -> Changes | None:
            lines = archive.dossiers()
            parent = next((line.parent for line in lines if line.id == number), 0)
            mates = [line.id for line in lines if line.parent == parent]
            at = mates.index(number) + step
            if not 0 <= at < len(mates):
                return None
            mates.remove(number)
            return archive.move_dossier(number, parent, mates[at] if at < len(mates) else 0)

        self._desk.edit(move)

    def move(self, number: int) -> None:
        """Ask for the dossier that this one is to lie in."""
        archive = self._desk.archive
        self._desk.jobs.read(self, archive.dossiers, lambda lines: self._ask_where(number, lines))

    def _ask_where(self, number: int, lines: list[Dossier]) -> None:
        inside, places = {number}, {tr("At the top"): 0}
        for line in lines:
            if line.parent in inside or line.id in inside:
                inside.add(line.id)
            else:
                places[line.path] = line.id
        here = next((line.parent for line in lines if line.id == number), 0)
        names = list(places)
        current = next((at for at, name in enumerate(names) if places[name] == here), 0)
        name, done = QInputDialog.getItem(
            self._parent, tr("Move dossier"), tr("Put it into:"), names, current, editable=False
        )
        if done and places[name] != here:
            self._desk.edit(self._desk.archive.move_dossier, number, places[name])
