"""Keeps counts and list in step with who is found, merged and rejected, without a search for every batch of a run."""

import re

from PySide6.QtCore import QObject, QTimer

from desktop_app.gui.desk import Desk
from desktop_app.gui.mentions import NAME_TABLES
from desktop_app.model.changes import Changes

_SOON_MS, _LATER_MS = 60, 2000  # after what a reader did; while a run writes several times a second
_ASKS = re.compile(r"\b(?:person|org|organisation|is|ist|has|hat):", re.IGNORECASE)


class NameFollower(QObject):
    """Has the desk count again, and search again where the query asks for people or organisations."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.follow)
        desk.hub.changed.connect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(*NAME_TABLES):
            return
        if changes.operation:
            self._timer.start(_SOON_MS)
        elif not self._timer.isActive():
            self._timer.start(_LATER_MS)

    def follow(self) -> None:
        """Count anew; a new archive has to be read for that first."""
        self._desk.jobs.read(self, self._desk.archive.warm, self._on_warm, key="follow", failed=self._desk.failed)

    def _on_warm(self, _named: bool) -> None:
        if _ASKS.search(self._desk.full_query):
            self._desk.search()
        else:
            self._desk.recount()
