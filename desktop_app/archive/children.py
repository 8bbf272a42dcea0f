"""Child processes that fill the index or look for names: started, listened to, stopped, told apart when they fail.

A child prints a line of JSON for each step and waits for a line in return. So it stands still while its parent is
paused, has heard that a commit was recorded before it makes the next one, and ends when its parent is gone.
"""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from desktop_app.model.errors import LesesaalError
from desktop_app.model.progress import Control

Step = dict[str, Any]
OnStep = Callable[[int, Step], str | None]  # which of the children, what it said, and the line it is answered with

_LOOK_S: Final = 0.2  # between looks at the switch while the children say nothing


class IndexingError(LesesaalError):
    """A child process that fills the index could not be started, died or said what nobody understands."""

    code = "index"
    exit_code = 1


def command(archive: Path, folder: Path, epoch: str, engine: str) -> list[str]:
    """How an indexing child is started; `indexer` in cli says what else it takes."""
    return [*program(archive), "indexer", str(folder), epoch, "--engine", engine]


def program(archive: Path) -> list[str]:
    """How this program is started on an archive."""
    # `-m` with this program's own module is what a frozen bundle understands as well.
    return [sys.executable, "-m", "desktop_app", "--archive", str(archive)]


def _not_started(reason: str) -> LesesaalError:
    return IndexingError(
        "The program that fills the search index could not be started ({reason}). "
        "Nothing is lost; it is tried again with the next change.",
        reason=reason,
    )


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    commands: Sequence[list[str]],
    on_step: OnStep,
    control: Control | None,
    not_started: Callable[[str], LesesaalError] = _not_started,
) -> list[int]:
    """Run children side by side until all have ended; returns the numbers of those that failed.

    What `on_step` raises, and CancelledError, ends all of them. Raises IndexingError, or what `not_started` makes of
    the reason, where one cannot be started.
    """
    children: list[_Child] = []
    heard: queue.SimpleQueue[tuple[int, Step | None]] = queue.SimpleQueue()
    try:
        for number, line in enumerate(commands):
            try:
                children.append(_Child(number, line, heard))
            except OSError as error:
                raise not_started(error.strerror or str(error)) from error
        running = len(children)
        while running:
            if control is not None:
                control.checkpoint()
            try:
                number, step = heard.get(timeout=_LOOK_S)
            except queue.Empty:
                continue
            if step is None:
                running -= 1
                continue
            children[number].go_on(on_step(number, step) or "")
    finally:
        codes = [child.end() for child in children]
    return [number for number, code in enumerate(codes) if code != 0]


class _Child:
    def __init__(self, number: int, line: list[str], heard: "queue.SimpleQueue[tuple[int, Step | None]]") -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            line, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", errors="replace", env=_environment()
        )
        self._number = number
        self._heard = heard
        self._finished = False
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        """Hand on each line; something that is no step ends the child, as a failure."""
        for line in self._process.stdout or ():
            try:
                step = json.loads(line)
            except ValueError:
                step = None
            if not isinstance(step, dict) or "articles" not in step:
                self._process.kill()
                break
            self._heard.put((self._number, step))
        else:
            self._finished = True
        self._heard.put((self._number, None))

    def go_on(self, answer: str) -> None:
        """Answer a step with a line."""
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):  # it has died; its end says so
                self._process.stdin.write(answer + "\n")
                self._process.stdin.flush()

    def end(self) -> int:
        """Stop it if it still runs; its exit code, 0 only for a child that said all it had to say."""
        if not self._finished:
            self._process.terminate()
        self._listener.join()
        code = self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        return code if self._finished else code or 1


def _environment() -> dict[str, str]:
    """The child must find this very package, wherever the parent was started."""
    root = str(Path(__file__).resolve().parents[2])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
