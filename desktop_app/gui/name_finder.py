"""Has the window's archive read for people and organisations, beside whatever the reader does."""

from collections.abc import Callable
from typing import Literal, cast

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.gui import settings
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold
from desktop_app.model.changes import Changes
from desktop_app.model.errors import LesesaalError
from desktop_app.model.people import Mode
from desktop_app.model.progress import CancelledError, Control, Progress, Report

Work = Callable[[Report, Control], int]
# "resting": nothing is left to be done; "comparing": all is read, and names are compared with each other;
# "held": an import goes first; "stopped": something is wrong.
State = Literal["resting", "reading", "comparing", "paused", "held", "stopped", "off"]

_SETTLE_MS = 1200  # after the last change; the index goes first
OFF = "off"  # beside the modes
_OFF, _PAUSED = "names/off", "names/paused"


class NameFinder(QObject):
    """Starts a run when articles wait; one at a time. Whether it is paused or off is kept across starts.

    `work` and `left` stand in for the archive's `recognise` and `unrecognised`.
    """

    changed = Signal()  # of `state`, `left` or `done`

    def __init__(self, desk: Desk, work: Work | None = None, left: Callable[[], int] | None = None) -> None:
        super().__init__(desk)
        self._desk = desk
        self._work = work or desk.archive.recognise
        self._count = left or desk.archive.unrecognised
        self.left = 0
        self.done = 0  # in this run
        self.trouble = ""  # why it stopped
        self._begun = False
        self._held = False
        self._again = False  # something changed while a run was under way
        self._running: Control | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.catch_up)
        desk.hub.changed.connect(self._on_changed)
        desk.facets_changed.connect(self._begin)  # the list comes first

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._settle.start()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("articles") and self._begun:
            self._settle.start()

    # --- what the reader wants

    @property
    def off(self) -> bool:
        """Whether the reader wants no names."""
        return settings.value(_OFF, "0") == "1"

    @property
    def paused(self) -> bool:
        """Whether the reader has halted the work."""
        return settings.value(_PAUSED, "0") == "1"

    @property
    def state(self) -> State:
        """What is going on."""
        if self.off or self._desk.archive.read_only:
            return "off"
        if self.trouble:
            return "stopped"
        if not self.left:
            return "comparing" if self._running is not None else "resting"
        if self.paused:
            return "paused"
        return "held" if self._held else "reading"

    def pause(self, on: bool) -> None:
        """Halt the work, or go on; after a failure, try again."""
        settings.put(_PAUSED, int(on))
        self.trouble = ""
        self._go_on()

    def hold(self, on: bool) -> None:
        """Give way to an import, and go on after it."""
        self._held = on
        self._go_on()

    def turn(self, on: bool) -> None:
        """Look for names from now on, or no longer; what was found stays."""
        settings.put(_OFF, int(not on))
        if not on and self._running is not None:
            self._running.cancel()
        self._go_on()

    def read_in(self, mode: str) -> None:
        """Read in another mode from now on, what was read as well; "off" looks for no names."""
        if mode == OFF:
            self.turn(False)
            return
        archive = self._desk.archive
        if self._running is not None:
            self._running.cancel()  # what it would still read is to be read otherwise
        self._desk.jobs.write(
            self,
            lambda: archive.set_recogniser_mode(cast("Mode", mode)),
            lambda _nothing: self.turn(True),
            failed=self._desk.failed,
        )

    def _go_on(self) -> None:
        if self._running is None or self._running.cancelled:
            self.catch_up()
        elif self.paused or self._held:
            self._running.pause()
        else:
            self._running.resume()
        self.changed.emit()

    # --- the run

    def catch_up(self) -> None:
        """See what waits, and have it read."""
        if self.off or self._desk.archive.read_only:
            return
        if self._running is not None:
            self._again = True
            return
        self._desk.jobs.read(self, self._look, self._run, key="unrecognised", failed=self._failed)

    def _look(self) -> tuple[int, bool]:
        """How many articles wait, and whether a run was ended before it compared the names of what it read."""
        return self._count(), self._desk.archive.uncompared() > 0

    def _run(self, waiting: tuple[int, bool]) -> None:
        self.left, uncompared = waiting
        if (self.left or uncompared) and not (self.paused or self._held or self.off) and self._running is None:
            self.done = 0
            self.trouble = ""
            self._running = self._desk.jobs.long(
                self,
                self._finish,
                self._ended,
                progress=self._progress,
                failed=self._failed,
            )
        self.changed.emit()

    def _finish(self, control: Control, report: Report) -> int:
        """Read until nothing is left; a run that was cancelled ends as one that is through."""
        try:
            return self._work(report, control)
        except CancelledError:
            return 0

    def _progress(self, state: Progress) -> None:
        if state.total is not None:
            self.done, self.left = state.done, state.total - state.done
            self.changed.emit()

    def _ended(self, count: int) -> None:
        again, self._running, self._again = self._again, None, False
        if count or again:
            self.catch_up()  # articles may have come meanwhile
        else:
            self.left = 0
        self.changed.emit()

    def _failed(self, error: BaseException) -> None:
        self._running = None
        if isinstance(error, LesesaalError):
            # Told in the status strip: a dialog would come up again with every start.
            self.trouble = retold(error.template, error.fields)
            self.changed.emit()
        else:
            self._desk.failed(error)
