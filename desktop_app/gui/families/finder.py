"""Has the window's archive looked through for versions of one article, beside whatever the reader does."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.gui import settings
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold
from desktop_app.model.changes import Changes
from desktop_app.model.errors import LesesaalError
from desktop_app.model.progress import CancelledError, Control, Progress, Report

Work = Callable[[Report, Control], int]

_SETTLE_MS: Final = 2500  # after the last change; the index goes first, then the names
_OFF: Final = "families/off"


class FamilyFinder(QObject):
    """Starts a run when articles wait; one at a time. Whether it is off is kept across starts."""

    changed = Signal()  # how far it is

    def __init__(self, desk: Desk, work: Work | None = None) -> None:
        super().__init__(desk)
        self._desk = desk
        self._work = work or self._look_through
        self.share = 0.0  # of the run that is under way
        self.waiting = 0  # articles when it began
        self.trouble = ""  # why it stopped
        self._begun = False
        self._again = False
        self._held = False
        self._running: Control | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.catch_up)
        desk.hub.changed.connect(self._on_changed)
        desk.facets_changed.connect(self._begin)  # the list comes first

    @property
    def off(self) -> bool:
        """Whether the reader wants no versions to be looked for."""
        return settings.value(_OFF, "0") == "1"

    @property
    def running(self) -> bool:
        """Whether articles are being compared."""
        return self._running is not None

    def turn(self, on: bool) -> None:
        """Look for versions from now on, or no longer; what was found stays."""
        settings.put(_OFF, int(not on))
        self.trouble = ""
        if on:
            self.catch_up()
        elif self._running is not None:
            self._running.cancel()

    def hold(self, on: bool) -> None:
        """Give way to an import, and go on after it."""
        self._held = on
        if self._running is not None:
            (self._running.pause if on else self._running.resume)()
        elif not on:
            self.catch_up()

    def _begin(self) -> None:
        if not self._begun and not self.off:
            self._begun = True
            self._settle.start()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("articles", "texts") and self._begun and not self.off:
            self._settle.start()

    def catch_up(self) -> None:
        """See whether articles wait, and have them compared."""
        if self.off or self._held or self._desk.archive.read_only:
            return
        if self._running is not None:
            self._again = True
            return
        self._desk.jobs.read(self, self._count, self._run, key="families-waiting", failed=self._failed)

    def _count(self) -> int:
        archive = self._desk.archive
        return archive.families_waiting() + archive.meanings.meanings_waiting()

    def _look_through(self, report: Report, control: Control) -> int:
        """Compare what is new, then read it for what it means, where that is wanted."""
        archive = self._desk.archive
        return archive.find_families(report, control) + archive.meanings.find_meanings(report, control)

    def _run(self, waiting: int) -> None:
        if not waiting or self._running is not None or self.off or self._held:
            return
        self.share, self.waiting, self.trouble = 0.0, waiting, ""
        self._running = self._desk.jobs.long(
            self, self._finish, self._ended, progress=self._progress, failed=self._failed
        )
        self.changed.emit()

    def _finish(self, control: Control, report: Report) -> int:
        try:
            return self._work(report, control)
        except CancelledError:
            return 0

    def _progress(self, state: Progress) -> None:
        if state.total:
            self.share = state.done / state.total
            self.changed.emit()

    def _ended(self, count: int) -> None:
        again, self._running, self._again = self._again, None, False
        self.changed.emit()
        if count or again:
            self.catch_up()  # articles may have come meanwhile

    def _failed(self, error: BaseException) -> None:
        self._running = None
        if isinstance(error, LesesaalError):
            self.trouble = retold(error.template, error.fields)  # told where the search for it is turned on and off
            self._desk.message.emit(self.trouble)
            self.changed.emit()
        else:
            self._desk.failed(error)
