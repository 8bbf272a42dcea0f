"""Long work: how far it is, and the switch that pauses or cancels it."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass


class CancelledError(Exception):
    """The work was cancelled; what was committed before stays."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A report of long work. `total` is None while it is still being counted."""

    done: int
    total: int | None
    rate: float  # items a second, over the last few seconds
    remaining_s: float | None
    label: str = ""


Report = Callable[[Progress], None]


def quiet(_: Progress) -> None:
    """A report that nobody reads."""


class Control:
    """Shared between the one who works and the one who may pause or cancel; safe across threads."""

    def __init__(self) -> None:
        self._go = threading.Event()
        self._go.set()
        self._cancelled = threading.Event()

    def pause(self) -> None:
        """Ask the work to wait at its next checkpoint."""
        self._go.clear()

    def resume(self) -> None:
        """Let paused work go on."""
        self._go.set()

    def cancel(self) -> None:
        """Ask the work to stop at its next checkpoint; it raises `CancelledError` there."""
        self._cancelled.set()
        self._go.set()

    @property
    def paused(self) -> bool:
        """Whether the work has been asked to wait."""
        return not self._go.is_set()

    @property
    def cancelled(self) -> bool:
        """Whether the work has been asked to stop."""
        return self._cancelled.is_set()

    def checkpoint(self) -> None:
        """Wait while paused; raise `CancelledError` once cancelled."""
        self._go.wait()
        if self._cancelled.is_set():
            raise CancelledError


class Meter:
    """Counts items and reports at most ten times a second, with the rate of the last few seconds."""

    def __init__(self, report: Report, label: str, total: int | None = None) -> None:
        self._report = report
        self._label = label
        self.total = total
        self.done = 0
        self._marks: deque[tuple[float, int]] = deque([(time.monotonic(), 0)])

    def advance(self, items: int = 1) -> None:
        """Count `items` more as done."""
        self.done += items
        now = time.monotonic()
        if now - self._marks[-1][0] >= 0.1:
            self._marks.append((now, self.done))
            while len(self._marks) > 2 and now - self._marks[0][0] > 5:
                self._marks.popleft()
            self.finish()

    def finish(self) -> None:
        """Report the state as it is now."""
        since, before = self._marks[0]
        elapsed = time.monotonic() - since
        rate = (self.done - before) / elapsed if elapsed > 0 else 0.0
        remaining = (self.total - self.done) / rate if self.total is not None and rate > 0 else None
        self._report(Progress(self.done, self.total, rate, remaining, self._label))
