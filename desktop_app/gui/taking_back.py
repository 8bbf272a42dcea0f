"""Undo, told as what it is: the label of the step alone would read as if it had just been done."""

from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr
from desktop_app.model.changes import Changes


def take_back(desk: Desk) -> None:
    """Undo the last step of the archive and say so in the status strip."""

    def tell(changes: Changes | None) -> None:
        if changes is not None and changes.template:
            desk.message.emit(tr("Taken back: {step}", step=retold(changes.template, changes.fields)))

    desk.jobs.write(desk, desk.archive.undo, tell, failed=desk.failed)
