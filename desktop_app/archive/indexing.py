"""Keeping the full-text index: caught up with the store, verified before it is opened, rebuilt when in doubt.

The index is a private cache. It commits first, with its cursor in the same commit; only then are the queue rows
dropped here. So each change reaches it at least once, and applying a change twice does no harm.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.archive.session import Session
from desktop_app.model.documents import IndexCursor
from desktop_app.model.errors import LesesaalError
from desktop_app.model.progress import CancelledError, Control, Meter, Report, quiet
from desktop_app.model.query_notices import Notice
from desktop_app.store import index_queue, marks
from desktop_app.store.index_queue import IndexState

if TYPE_CHECKING:
    from desktop_app.index.engine import Engine

BATCH = 2_000  # articles a commit of the index
IN_PROCESS = 40  # a shorter queue is drained here: starting a child costs more than it saves
_FILES = "index"
_ENGINE = "engine"  # the setting


class IndexingError(LesesaalError):
    """The child process that fills the index died."""

    code = "index"
    exit_code = 1


class Indexing:
    """The index of one archive: who fills it, and who may read it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._opening = threading.RLock()
        self._filling = threading.Lock()
        self._engine: Engine | None = None
        self._state: IndexState | None = None  # of the open engine

    def folder(self, generation: int) -> Path:
        """Where a generation of the index lies."""
        return self._session.folder / _FILES / str(generation)

    def pending(self) -> int:
        """How many articles are not yet searchable."""
        return index_queue.waiting(self._session.reader())

    def ready(self) -> bool:
        """Whether every article can be searched."""
        if self.pending():
            return False
        empty = not index_queue.all_ids(self._session.reader(), 0, 1)
        return empty or self.engine() is not None

    def engine(self) -> "Engine | None":
        """The index, open and verified; None where there is none to trust yet.

        The first opening reads every byte against the manifest; later ones, of commits made meanwhile by our own child,
        the table of contents and the sizes.
        """
        from desktop_app.index.engine import IndexUnreadableError
        from desktop_app.index.engines import engine_of, is_available, open_engine, verify

        with self._opening:
            state = index_queue.state(self._session.reader())
            if self._engine is not None and state == self._state:
                return self._engine
            folder = self.folder(state.generation)
            same = self._engine is not None and self._state is not None and self._state.epoch == state.epoch
            self._drop_engine()
            name = engine_of(state.manifest)  # not the setting: that is what the next one is built with
            if name is None or not is_available(name) or not verify(folder, state.manifest, deep=not same):
                return None
            try:
                self._engine = open_engine(name, folder, state.manifest)
            except IndexUnreadableError:
                return None
            self._state = state
            return self._engine

    def engine_name(self) -> str:
        """The engine that the archive's index is built with: "whoosh" or "tantivy"."""
        from desktop_app.index.engines import WHOOSH

        return marks.setting(self._session.reader(), _ENGINE, WHOOSH)

    def missing_engine(self) -> str | None:
        """The archive's engine where it is not installed: then nothing can be found, and nothing is lost."""
        from desktop_app.index.engines import is_available

        name = self._name_of(index_queue.state(self._session.reader()))
        return None if is_available(name) else name

    def why_not(self) -> Notice:
        """Why words cannot be found, where there is no engine."""
        name = self.missing_engine()
        if name is None:
            return Notice.made("The index is being built; words are found once it is ready.")
        return Notice.made(
            "The search engine {name} of this archive is not installed. Please install it with "
            "“pip install lesesaal[{name}]”, or build the index with Whoosh: “lesesaal reindex --engine whoosh”.",
            name=name,
        )

    def _name_of(self, state: IndexState) -> str:
        from desktop_app.index.engines import engine_of

        return engine_of(state.manifest) or self.engine_name()

    def use_engine(self, name: str, report: Report = quiet, control: Control | None = None) -> int:
        """Build the index anew with another engine, which is then the archive's; the old one answers until then.

        Raises InputRefusedError for a name that is none, EngineMissingError for one that is not installed.
        """
        from desktop_app.index.engines import require

        require(name)
        with self._filling:
            return self._rebuild(report, control, name)

    def _drop_engine(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    def catch_up(self, report: Report = quiet, control: Control | None = None) -> int:
        """Bring the index up to date; returns the number of queue rows' articles it read.

        An index that is missing or unreadable is set aside and rebuilt. Many articles are read by a child process,
        because indexing holds the interpreter's lock and would freeze a window.
        """
        with self._filling:
            state = index_queue.state(self._session.reader())
            if self.missing_engine():
                return 0  # the reader may install it, or choose another: nothing is thrown away unasked
            if state.manifest and self.engine() is None:
                return self._rebuild(report, control, self.engine_name())
            waiting = self.pending()
            if waiting == 0:
                return 0
            if waiting <= IN_PROCESS:
                return self._drain_here(state)
            return self._run_child(state, report, control, rebuild=False, engine=self._name_of(state))

    def reindex(self, report: Report = quiet, control: Control | None = None) -> int:
        """Build the index anew from the store; the old one answers until the new one is complete."""
        return self.use_engine(self.engine_name(), report, control)

    def _rebuild(self, report: Report, control: Control | None, engine: str) -> int:
        old = index_queue.state(self._session.reader())
        new = IndexState(uuid.uuid4().hex, old.generation + 1, [])
        count = self._run_child(new, report, control, rebuild=True, engine=engine)
        with self._session.writing() as connection:
            marks.set_setting(connection, _ENGINE, engine)
        with self._opening:
            self._drop_engine()
        shutil.rmtree(self.folder(old.generation), ignore_errors=True)
        return count

    def _drain_here(self, state: IndexState) -> int:
        folder = self.folder(state.generation)
        if not state.manifest:
            shutil.rmtree(folder, ignore_errors=True)  # whatever lies there is not ours to open
        engine = open_to_fill(folder, state, self._name_of(state))
        try:
            done = 0
            for step in drain(self._session.reader(), engine, state):
                self._commit(state, step)
                done += step["articles"]
        finally:
            engine.close()
        return done

    def _run_child(
        self, state: IndexState, report: Report, control: Control | None, *, rebuild: bool, engine: str
    ) -> int:
        meter = Meter(report, "Index", None if rebuild else self.pending())
        folder = self.folder(state.generation)
        # `-m` with this program's own module is what a frozen bundle understands as well.
        command = [sys.executable, "-m", "desktop_app", "--archive", str(self._session.folder)]
        command += ["indexer", str(folder), state.epoch, "--engine", engine]
        if rebuild:
            command.append("--rebuild")
        if not state.manifest:
            shutil.rmtree(folder, ignore_errors=True)  # whatever lies there is not ours to open
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=_environment(),
        )
        done = 0
        last: dict[str, Any] | None = None
        try:
            for line in child.stdout or ():
                last = json.loads(line)
                done += last["articles"]
                meter.total = last["total"] if meter.total is None else max(meter.total, done)
                meter.advance(last["articles"])
                if not rebuild:
                    self._commit(state, last)
                if control is not None:
                    control.checkpoint()
        except CancelledError:
            child.terminate()
            raise
        finally:
            if child.stdout is not None:
                child.stdout.close()
            code = child.wait()
        if code != 0:
            raise IndexingError(
                "The index could not be filled (code {code}). Nothing is lost; “reindex” builds it anew.", code=code
            )
        if rebuild and last is not None:
            self._commit(state, last)
        meter.finish()
        return done

    def _commit(self, state: IndexState, step: dict[str, Any]) -> None:
        """Make what the index has committed the one in use, and drop the queue rows it holds."""
        manifest = [(name, size, sha) for name, size, sha in step["manifest"]]
        with self._session.writing() as connection:
            index_queue.set_state(connection, IndexState(state.epoch, state.generation, manifest))
            index_queue.forget(connection, step["seq"])

    def close(self) -> None:
        """Close the index."""
        with self._opening:
            self._drop_engine()


def _environment() -> dict[str, str]:
    """The child must find this very package, wherever the parent was started."""
    root = str(Path(__file__).resolve().parents[2])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def open_to_fill(folder: Path, state: IndexState, name: str) -> "Engine":
    """The index for writing, at the very commit that the store knows; a newer one was never verified."""
    from desktop_app.index.engines import open_engine

    return open_engine(name, folder, state.manifest)


def drain(connection: sqlite3.Connection, engine: "Engine", state: IndexState) -> Iterator[dict[str, Any]]:
    """Read the queue into the index, a commit a batch; yields after each what the archive's writer needs to know."""
    cursor = engine.cursor()
    after = cursor.seq if cursor is not None and cursor.epoch == state.epoch else 0
    known = state.manifest
    oldest, waiting = index_queue.batch(connection, 0, 1)
    if waiting and oldest <= after:
        # The index had committed, but the program died before the store heard of it.
        known = engine.manifest(known)
        yield {"seq": after, "articles": 0, "total": None, "manifest": known}
    while True:
        seq, ids = index_queue.batch(connection, after, BATCH)
        if not ids:
            return
        documents = index_queue.documents(connection, ids)
        present = {document.id for document in documents}
        gone = [number for number in ids if number not in present]
        engine.apply(documents, gone, IndexCursor(state.epoch, seq))
        known = engine.manifest(known)
        after = seq
        yield {"seq": seq, "articles": len(ids), "total": None, "manifest": known}


def fill_anew(connection: sqlite3.Connection, engine: "Engine", state: IndexState) -> Iterator[dict[str, Any]]:
    """Read the whole store into an empty index; yields as `drain` does, the manifest with the last step."""
    seq = index_queue.last(connection)  # later changes stay in the queue
    total = connection.execute("select count(*) from articles where state < 2").fetchone()[0]
    after = 0
    while True:
        ids = index_queue.all_ids(connection, after, BATCH)
        engine.apply(index_queue.documents(connection, ids), [], IndexCursor(state.epoch, seq))
        last = len(ids) < BATCH
        yield {"seq": seq, "articles": len(ids), "total": total, "manifest": engine.manifest() if last else []}
        if last:
            return
        after = ids[-1]
