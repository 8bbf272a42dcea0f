"""Applies the rules of tags when there is more to be found: the index has caught up, or names were looked for."""

from PySide6.QtCore import QObject

from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import trn
from desktop_app.gui.indexer import Indexer
from desktop_app.gui.name_finder import NameFinder


class RuleFollower(QObject):
    """One run after each time the index caught up, and after a run that read names."""

    def __init__(self, desk: Desk, indexer: Indexer, finder: NameFinder) -> None:
        super().__init__(desk)
        self._desk = desk
        self._finder = finder
        self._state = finder.state
        indexer.caught_up.connect(self.apply)
        finder.changed.connect(self._on_names)

    def _on_names(self) -> None:
        before, self._state = self._state, self._finder.state
        if before in ("reading", "comparing") and self._state == "resting":
            self.apply()

    def apply(self) -> None:
        """Put on what the rules ask for, in the write lane."""
        if not self._desk.archive.read_only:
            self._desk.jobs.write(self, self._desk.archive.apply_tag_rules, self._tell, failed=self._desk.failed)

    def _tell(self, count: int) -> None:
        if count:
            self._desk.message.emit(trn("Rules have put tags on %n article(s).", count))
