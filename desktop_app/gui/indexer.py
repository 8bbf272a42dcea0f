"""Keeps the index of the window's archive up to date, beside whatever the reader does."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.model.changes import Changes
from desktop_app.model.progress import Control, Progress, Report

Work = Callable[[Report, Control], int]

_SETTLE_MS = 400  # several changes in a row make one run


class Indexer(QObject):
    """Starts a run when articles or notes have changed; one at a time."""

    progressed = Signal(str, object)  # text, Progress | None
    caught_up = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._running: Control | None = None
        self._next: list[Work] = []  # asked for while a run was under way
        self._begun = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.catch_up)
        desk.hub.changed.connect(self._on_changed)
        # The list comes first: opening the index loads more than the window itself.
        desk.facets_changed.connect(self._begin)

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._settle.start()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("articles", "annotations"):
            self._settle.start()

    def catch_up(self) -> None:
        """Bring the index up to date."""
        self._run(self._desk.archive.catch_up)

    def rebuild(self) -> None:
        """Build the index anew."""
        self._run(self._desk.archive.reindex)

    def use_engine(self, name: str) -> None:
        """Build the index anew with another engine."""
        archive = self._desk.archive
        self._run(lambda report, control: archive.use_engine(name, report, control))

    @property
    def busy(self) -> bool:
        """Whether a run is under way or about to start."""
        return not self._begun or self._running is not None or self._settle.isActive()

    def _run(self, work: Work) -> None:
        if self._running is not None:
            self._next.append(work)
            return
        if self._desk.archive.read_only:
            return
        self._running = self._desk.jobs.long(
            self,
            lambda control, report: work(report, control),
            self._done,
            progress=self._progress,
            failed=self._failed,
        )

    def _progress(self, state: Progress) -> None:
        self.progressed.emit(tr("Indexing …"), state)

    def _failed(self, error: BaseException) -> None:
        self._ended()
        self._desk.failed(error)

    def _done(self, count: int) -> None:
        self._ended()
        if count:
            self.caught_up.emit()

    def _ended(self) -> None:
        self._running = None
        self.progressed.emit("", None)
        if self._next:
            # Of several that waited, the last one that builds anew does what all of them would.
            work = next((each for each in reversed(self._next) if each != self._desk.archive.catch_up), self._next[-1])
            self._next.clear()
            self._run(work)
