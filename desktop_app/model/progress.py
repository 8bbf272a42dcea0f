"""Long work: how far it is, and the switch that pauses or cancels it."""

import threading
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
