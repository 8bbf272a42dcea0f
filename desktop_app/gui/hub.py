"""Where the window hears what was committed, in its own thread, whoever wrote it."""

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from desktop_app.archive.archive import Archive
from desktop_app.model.changes import Changes


class Hub(QObject):
    """Carries the archive's changes into the window's thread."""

    changed = Signal(object)  # Changes
    _heard = Signal(object)

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._heard.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        archive.on_change.append(self._hear)

    def _hear(self, changes: Changes) -> None:
        if isValid(self):
            self._heard.emit(changes)

    def stop(self) -> None:
        """Hear no more."""
        if self._hear in self._archive.on_change:
            self._archive.on_change.remove(self._hear)
