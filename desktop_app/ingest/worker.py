"""The process in which files are parsed: it may run out of time or memory, or crash, without harm to the rest."""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from desktop_app.model.article import ParsedFile

RECYCLE_ABOVE = 700  # MB resident at the peak: give them back


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file, or one member of a container, may use."""

    seconds: float = 20.0
    memory_mb: int = 1536  # address space of the worker
    files: int = 20_000  # after so many a worker is replaced: libraries in C leak a little
    longest: float = 600.0  # seconds for a container as a whole


@dataclass(frozen=True, slots=True)
class Batch:
    """Files to parse, and what the reader chose for them."""

    paths: tuple[str, ...]
    encoding: str
    source: str


READY = "ready"
WORN = "worn"  # the worker ends of its own accord; a fresh one takes over


_NICE = 5  # the window, and whatever else the reader does, goes first


def serve(pipe: Connection, limits: Limits) -> None:
    """Parse batches until the pipe closes. Sends READY, then one ParsedFile for each path, in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's business
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"  # each thread of theirs reserves address space
    if hasattr(os, "nice"):
        os.nice(_NICE)
    _limit_memory(limits.memory_mb)
    watch = _Watch(limits)
    done = 0
    try:
        _warm_up()
        pipe.send(READY)
        while True:
            batch: Batch = pipe.recv()
            for path in batch.paths:
                pipe.send(_parse(path, batch, watch, limits))
            done += len(batch.paths)
            if done >= limits.files or _peak_mb() > RECYCLE_ABOVE:
                pipe.send(WORN)
                return
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the parent is gone or needs us no more
    finally:
        pipe.close()


def _warm_up() -> None:
    """Load what every file needs, so that no file's time is spent on it."""
    from desktop_app.ingest import language
    from desktop_app.ingest.formats import parse_raw
    from desktop_app.ingest.raw import Raw

    parse_raw(Raw(b"Hafen\n\nDer Hafen hat so viele Container umgeschlagen wie nie zuvor.", "warm.txt"))
    language.detect("The quick brown fox jumps over the lazy dog and runs away from it.")


def _parse(path: str, batch: Batch, watch: "_Watch", limits: Limits) -> ParsedFile:
    from desktop_app.ingest.formats import parse

    watch.start()
    try:
        return parse(Path(path), encoding=batch.encoding, source=batch.source, beat=watch.beat)
    except MemoryError:
        return ParsedFile(path, "failed", [], too_large(path, limits))
    except RecursionError:
        return ParsedFile(path, "failed", [], f"“{Path(path).name}” is nested too deeply to be read.")
    finally:
        watch.stop()


def too_large(path: str, limits: Limits) -> str:
    """The sentence for a file that needs too much memory."""
    name = Path(path).name
    return f"“{name}” needs more than {limits.memory_mb} MB of memory to be read; split it and import the parts."


class _Watch:
    """Ends the process when a file takes too long: the alarm's default action also ends C code that never returns."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._left = 0.0
        self._timer: Callable[[float], object] | None = None
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            self._timer = lambda seconds: signal.setitimer(signal.ITIMER_REAL, seconds)

    def start(self) -> None:
        self._left = self._limits.longest
        self._arm()

    def beat(self) -> None:
        """A member of a container is done: the next one has its own time, within that of the whole."""
        if self._timer is None:
            return
        remaining, _ = signal.getitimer(signal.ITIMER_REAL)
        self._left -= max(0.0, self._limits.seconds - remaining)
        self._arm()

    def stop(self) -> None:
        if self._timer is not None:
            self._timer(0)

    def _arm(self) -> None:
        if self._timer is not None:
            self._timer(max(0.01, min(self._limits.seconds, self._left)))


def _limit_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the parent watches the time
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * 1024 * 1024
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _peak_mb() -> float:
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
