"""Work beside the window: plain threads, whose results come home through one queued signal on one object."""

import threading
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from desktop_app.model.progress import CancelledError, Control, Progress, Report

T = TypeVar("T")
Deliver = Callable[[], None]
Failed = Callable[[BaseException], None]

_READERS = 2


class Jobs(QObject):
    """Three kinds of work: reads (the latest of a key wins), writes (one lane, in order), long work (a thread each)."""

    _home = Signal(object)
    failed = Signal(object)  # an exception that nobody asked for

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.unasked: Failed = self.failed.emit  # what becomes of an error for which a job named no `failed`
        self._reads: deque[tuple[str, int, Deliver]] = deque()
        self._newest: dict[str, int] = {}
        self._count = 0
        self._change = threading.Condition()
        self._stopped = False
        self._writes: SimpleQueue[Deliver | None] = SimpleQueue()
        self._controls: set[Control] = set()
        self._threads = [
            threading.Thread(target=self._read_lane, name=f"lesesaal-read-{number}") for number in range(_READERS)
        ]
        self._threads.append(threading.Thread(target=self._write_lane, name="lesesaal-write"))
        self._long: list[threading.Thread] = []
        for thread in self._threads:
            thread.start()

    def read(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        key: str = "",
        failed: Failed | None = None,
    ) -> None:
        """Run `work` in a reading thread, then `done(result)` in the window's.

        A newer read of the same `key` makes older ones fall away. Nothing comes home once `owner` is gone.
        """
        with self._change:
            if self._stopped:
                return
            self._count += 1
            number = self._count
            if key:
                self._newest[key] = number
                self._reads = deque(waiting for waiting in self._reads if waiting[0] != key)
            self._reads.append((key, number, self._task(owner, work, done, failed, key, number)))
            self._change.notify()

    def write(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        *,
        failed: Failed | None = None,
    ) -> None:
        """Run `work` in the write lane, after all writes before it."""
        self._writes.put(self._task(owner, work, done, failed, "", 0))

    def long(
        self,
        owner: QObject,
        work: Callable[[Control, Report], T],
        done: Callable[[T], None] | None,
        *,
        progress: Callable[[Progress], None] | None = None,
        failed: Failed | None = None,
    ) -> Control:
        """Run `work` in a thread of its own; the control pauses, resumes and cancels it."""
        control = Control()
        if self._stopped:  # a timer of a window that has just been closed
            control.cancel()
            return control

        def report(state: Progress) -> None:
            if progress is not None and not self._stopped:
                self._send(owner, lambda: progress(state))

        task = self._task(owner, lambda: work(control, report), done, failed, "", 0)

        def run() -> None:
            try:
                task()
            finally:
                self._controls.discard(control)

        self._controls.add(control)
        thread = threading.Thread(target=run, name="lesesaal-long")
        self._long = [each for each in self._long if each.is_alive()] + [thread]
        thread.start()
        return control

    def shutdown(self) -> None:
        """Finish the writes, cancel the rest, and wait until every thread has ended."""
        with self._change:
            self._stopped = True
            self._reads.clear()
            self._change.notify_all()
        for control in list(self._controls):
            control.cancel()
        self._writes.put(None)
        for thread in [*self._threads, *self._long]:
            thread.join()

    def _task(
        self,
        owner: QObject,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Failed | None,
        key: str,
        number: int,
    ) -> Deliver:
        def task() -> None:
            try:
                result = work()
            except CancelledError:
                return
            # Whatever goes wrong must reach the window, which tells a refusal from a bug.
            except BaseException as error:  # noqa: BLE001
                caught = error
                self._send(owner, lambda: None if self._outdated(key, number) else (failed or self.unasked)(caught))
                return
            if done is not None:
                self._send(owner, lambda: None if self._outdated(key, number) else done(result))

        return task

    def _outdated(self, key: str, number: int) -> bool:
        return bool(key) and self._newest.get(key) != number

    def _send(self, owner: QObject, deliver: Deliver) -> None:
        if isValid(self):
            self._home.emit((owner, deliver))

    def _deliver(self, parcel: tuple[QObject, Deliver]) -> None:
        owner, deliver = parcel
        if isValid(owner):
            deliver()

    def _read_lane(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._stopped or bool(self._reads))
                if self._stopped:
                    return
                _, _, task = self._reads.popleft()
            task()
            del task  # a lane that waits must not keep a closed dialog's objects alive

    def _write_lane(self) -> None:
        while (task := self._writes.get()) is not None:
            task()
            del task
