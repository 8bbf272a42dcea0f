"""Parses many files in worker processes with limits on time and memory; a file that breaks its worker fails alone."""

import contextlib
import itertools
import multiprocessing
import signal
import sys
import threading
import time
import types
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop_app.ingest.worker import READY, WORN, Batch, Limits, serve, too_large
from desktop_app.model.article import ParsedFile
from desktop_app.model.errors import LesesaalError
from desktop_app.model.progress import Control

_BATCH = 16  # files a round trip
_AHEAD = 2  # batches a worker has in hand, so that it need not wait for us
_POLL = 0.2  # seconds until pause and cancel are looked at again
_FALSE_STARTS = 3


class WorkersMissingError(LesesaalError):
    """The operating system did not let us start worker processes."""

    code = "workers"
    exit_code = 1


class _Worker:
    """One process and the files that are in its hands, oldest first."""

    def __init__(self, limits: Limits) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(
            target=serve, args=(theirs, limits), daemon=True, name="lesesaal-parse"
        )
        _start(self.process)
        theirs.close()
        self.pending: deque[str] = deque()
        self.batches: deque[int] = deque()  # files still to come of each batch
        self.ready = False
        self.worn = False
        self.heard = time.monotonic()

    @property
    def has_room(self) -> bool:
        """Whether it may be given another batch."""
        return len(self.batches) < _AHEAD and not self.worn

    def give(self, batch: Batch) -> bool:
        """Hand over a batch; False if the worker is dead."""
        if not self.pending:
            self.heard = time.monotonic()
        try:
            self.pipe.send(batch)
        except (BrokenPipeError, ConnectionResetError, OSError):
            return False
        self.pending += batch.paths
        self.batches.append(len(batch.paths))
        return True

    def answered(self) -> None:
        """The oldest file has come back."""
        self.heard = time.monotonic()
        self.pending.popleft()
        self.batches[0] -= 1
        if not self.batches[0]:
            self.batches.popleft()

    def end(self, *, at_once: bool) -> int | None:
        """Close the pipe and wait for the process; returns its exit code."""
        self.pipe.close()
        if at_once:
            self.process.kill()
        self.process.join(5)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        code = self.process.exitcode
        self.process.close()
        return code


_starting = threading.Lock()


def _start(process: SpawnProcess) -> None:
    """Start a process that does not import the main module of this one again.

    A spawned process otherwise runs the main module once more to find what was defined there. Ours needs nothing from
    there, and a main module may be costly (a window), unguarded, or no file at all.
    """
    with _starting:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = types.ModuleType("__main__")
        try:
            process.start()
        finally:
            sys.modules["__main__"] = main


class ParsePool:
    """Worker processes that parse files. Use it as a context manager, from one thread.

    Memory stays bounded however many paths come: only a few batches a worker are under way, and no more are
    taken from the iterable until the caller has taken the results.
    """

    def __init__(self, workers: int = 1, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._wanted = max(1, workers)
        self._workers: list[_Worker] = []
        self._false_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def processes(self) -> list[int]:
        """The process ids of the workers that run at the moment."""
        return [worker.process.pid for worker in self._workers if worker.process.pid is not None]

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.end(at_once=bool(worker.pending) or not worker.ready)
        self._workers.clear()

    def map(
        self,
        paths: Iterable[Path | ParsedFile],
        *,
        encoding: str = "",
        source: str = "",
        control: Control | None = None,
    ) -> Iterator[ParsedFile]:
        """Parse the files; the order of the results may differ from that of the paths.

        Whatever is a ParsedFile already, as `reader.walk` gives for what it cannot read, passes through. Raises
        `progress.CancelledError` once `control` is cancelled and WorkersMissingError where no process can be
        started.
        """
        run = _Run(iter(paths), encoding, source)
        try:
            while True:
                if control is not None:
                    before = time.monotonic()
                    control.checkpoint()
                    self._forgive(time.monotonic() - before)
                yield from run.take_passed()
                self._feed(run)
                yield from run.take_passed()
                if run.finished and not any(worker.pending for worker in self._workers):
                    return
                for result in self._collect(run):
                    before = time.monotonic()
                    yield result
                    self._forgive(time.monotonic() - before)
        finally:
            for worker in [worker for worker in self._workers if worker.pending]:  # given up half-way
                self._workers.remove(worker)
                worker.end(at_once=True)

    def _forgive(self, seconds: float) -> None:
        """The time that the caller took is not the workers' fault."""
        for worker in self._workers:
            worker.heard += seconds

    def _feed(self, run: "_Run") -> None:
        while batch := run.next_batch() if self._has_room() else None:
            able = [candidate for candidate in self._workers if candidate.has_room]
            worker = min(able, key=lambda candidate: len(candidate.pending), default=None)
            if len(self._workers) < self._wanted and (worker is None or worker.pending):
                worker = _Worker(self._limits)
                self._workers.append(worker)
            if worker is not None and not worker.give(batch):
                run.again.extendleft(reversed(batch.paths))
                answers: list[ParsedFile] = []
                self._receive(worker, answers)  # what it had sent before it ended
                run.hand_on([*answers, *self._bury(worker, run)])

    def _has_room(self) -> bool:
        return len(self._workers) < self._wanted or any(worker.has_room for worker in self._workers)

    def _collect(self, run: "_Run") -> list[ParsedFile]:
        results: list[ParsedFile] = []
        by_pipe: dict[Connection, _Worker] = {worker.pipe: worker for worker in self._workers}
        if not by_pipe:
            return results
        for pipe in wait(list(by_pipe), timeout=_POLL):
            worker = by_pipe[pipe]  # type: ignore[index]  # we asked for these only
            if not self._receive(worker, results):
                results += self._bury(worker, run)
        longest = self._limits.longest + 10
        for worker in [w for w in self._workers if w.pending and time.monotonic() - w.heard > longest]:
            worker.process.kill()
        return results

    def _receive(self, worker: _Worker, results: list[ParsedFile]) -> bool:
        """Take what a worker has sent, up to a bound; False if it has ended."""
        try:
            while len(results) < 4 * _BATCH:
                message = worker.pipe.recv()
                if message == READY:
                    worker.ready = True
                    worker.heard = time.monotonic()
                    self._false_starts = 0
                elif message == WORN:
                    worker.worn = True
                else:
                    worker.answered()
                    results.append(message)
                if not worker.pipe.poll():
                    break
        except (EOFError, ConnectionResetError, OSError):
            return False
        return True

    def _bury(self, worker: _Worker, run: "_Run") -> list[ParsedFile]:
        """A worker has ended: the file it had in hand failed, the others are given to the next one."""
        if worker in self._workers:
            self._workers.remove(worker)
        pending = list(worker.pending)
        worn, ready = worker.worn, worker.ready
        code = worker.end(at_once=False)
        if not ready:
            self._false_starts += 1
            if self._false_starts >= _FALSE_STARTS:
                raise WorkersMissingError(
                    "Lesesaal cannot start the processes that read files; close other programs and try again."
                )
        if not pending:
            return []
        if worn or not ready:
            run.again.extend(pending)
            return []
        run.again.extend(pending[1:])
        return [ParsedFile(pending[0], "failed", [], self._obituary(pending[0], code))]

    def _obituary(self, path: str, code: int | None) -> str:
        name = Path(path).name
        alarm = getattr(signal, "SIGALRM", None)
        if alarm is not None and code == -alarm:
            return f"“{name}” takes longer than {self._limits.seconds:g} seconds to read and was left out."
        if code in {-signal.SIGKILL if hasattr(signal, "SIGKILL") else None, -signal.SIGABRT}:
            return too_large(path, self._limits)
        return f"“{name}” made the program that reads it stop ({_exit_name(code)}) and was left out."


class _Run:
    """One pass over paths: what is still to come, and what was taken back from dead workers."""

    def __init__(self, paths: Iterator[Path | ParsedFile], encoding: str, source: str) -> None:
        self._paths = paths
        self._encoding = encoding
        self._source = source
        self._passed: list[ParsedFile] = []
        self.again: deque[str] = deque()
        self.exhausted = False

    @property
    def finished(self) -> bool:
        """Whether no file waits to be given out."""
        return self.exhausted and not self.again

    def next_batch(self) -> Batch | None:
        """The next files to parse, or None."""
        taken: list[str] = []
        while self.again and len(taken) < _BATCH:
            taken.append(self.again.popleft())
        while not taken and not self.exhausted:
            items = list(itertools.islice(self._paths, _BATCH))
            self.exhausted = len(items) < _BATCH
            for item in items:
                if isinstance(item, ParsedFile):
                    self._passed.append(item)
                else:
                    taken.append(str(item))
            if self._passed:
                break
        return Batch(tuple(taken), self._encoding, self._source) if taken else None

    def hand_on(self, results: list[ParsedFile]) -> None:
        """Keep results that came while files were given out."""
        self._passed += results

    def take_passed(self) -> list[ParsedFile]:
        """What needed no parsing, and what was handed on."""
        passed, self._passed = self._passed, []
        return passed


def _exit_name(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"
