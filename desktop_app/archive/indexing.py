"""Keeping the full-text index: caught up with the store, verified before it is opened, rebuilt when in doubt.

The index is a private cache. It commits first, with its cursor in the same commit; only then are the queue rows
dropped here. So each change reaches it at least once, and applying a change twice does no harm.
"""

import os
import shutil
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.archive import children
from desktop_app.archive.children import IndexingError
from desktop_app.archive.filling import drain, open_to_fill
from desktop_app.archive.session import Session
from desktop_app.model.documents import IndexCursor
from desktop_app.model.progress import Control, Meter, Report, quiet
from desktop_app.model.query_notices import Notice
from desktop_app.store import index_queue, marks
from desktop_app.store.index_queue import IndexState

if TYPE_CHECKING:
    from desktop_app.index.engine import Engine

IN_PROCESS = 40  # a shorter queue is drained here: starting a child costs more than it saves
IN_BULK = 5_000  # from so many articles on an index is built by several processes
_FILES = "index"
_TRIES = 3  # to open an index that another program is changing
_ENGINE = "engine"  # the setting


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
        with self._opening:
            for _ in range(_TRIES):
                state = index_queue.state(self._session.reader())
                if self._engine is None or state != self._state:
                    self._open(state)
                # Where another program keeps the index, its files may go while they are looked at.
                if self._engine is not None or index_queue.state(self._session.reader()) == state:
                    break
            return self._engine

    def _open(self, state: IndexState) -> None:
        """Open or reload the engine for a state; there is none where the files are not those that they must be."""
        from desktop_app.index.engine import IndexUnreadableError
        from desktop_app.index.engines import engine_of, generation_of, is_available, open_engine, verify

        folder = self.folder(state.generation)
        # An epoch is one building of an index: within it the engine stays, and so do most of the files.
        same = self._engine is not None and self._state is not None and self._state.epoch == state.epoch
        before, self._engine = self._engine, None
        if before is not None and not same:
            before.close()
        name = engine_of(state.manifest)  # not the setting: that is what the next one is built with
        if name is None or not is_available(name) or not verify(folder, state.manifest, deep=not same):
            return
        try:
            if before is not None and same:
                before.reload(generation_of(state.manifest))
                self._engine = before
            else:
                self._engine = open_engine(name, folder, state.manifest)
        except IndexUnreadableError:
            return
        self._state = state

    @contextmanager
    def doubting(self) -> Iterator[None]:
        """While searching: where the index turns out to be unreadable, let it go, so that it is verified anew.

        The next `catch_up` then builds it again.
        """
        from desktop_app.index.engine import IndexUnreadableError

        try:
            yield
        except IndexUnreadableError:
            with self._opening:
                self._drop_engine()
            raise

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
            waiting = self.pending()
            if self._is_lost(state, waiting):
                return self._rebuild(report, control, self.engine_name())
            if waiting == 0:
                return 0
            if waiting <= IN_PROCESS:
                return self._drain_here(state)
            if waiting >= IN_BULK and 2 * waiting >= index_queue.total(self._session.reader()):
                return self._rebuild(report, control, self._name_of(state))
            return self._drain_in_child(state, report, control)

    def _is_lost(self, state: IndexState, waiting: int) -> bool:
        """Whether there should be an index and is none to trust."""
        if state.manifest:
            return self.engine() is None
        return waiting == 0 and index_queue.total(self._session.reader()) > 0

    def reindex(self, report: Report = quiet, control: Control | None = None) -> int:
        """Build the index anew from the store; the old one answers until the new one is complete."""
        return self.use_engine(self.engine_name(), report, control)

    def _rebuild(self, report: Report, control: Control | None, engine: str) -> int:
        old = index_queue.state(self._session.reader())
        new = IndexState(uuid.uuid4().hex, old.generation + 1, [])
        self._make_room(self.folder(new.generation))
        count = -1
        try:
            count = self._build(new, engine, report, control)
        finally:
            if count < 0:  # it would lie there until the next time, and the disk may be full
                shutil.rmtree(self.folder(new.generation), ignore_errors=True)
        with self._session.writing() as connection:
            marks.set_setting(connection, _ENGINE, engine)
        with self._opening:
            self._drop_engine()
        kept = self.folder(new.generation)
        for path in kept.parent.iterdir():  # the old one, and those that a crash left
            if path.name.isdecimal() and path != kept:
                shutil.rmtree(path, ignore_errors=True)
        return count

    @staticmethod
    def _make_room(folder: Path) -> None:
        """See to it that nothing lies where an index is begun: whatever does is not ours to open."""
        from desktop_app.index.failures import writing

        files = folder.parent
        with writing():
            if not files.is_dir() and os.path.lexists(files):
                files.replace(files.with_name(f"{_FILES}-set-aside"))
            if folder.is_symlink() or folder.is_file():
                folder.unlink()
        shutil.rmtree(folder, ignore_errors=True)

    def _drain_here(self, state: IndexState) -> int:
        """Read a short queue, with the engine that answers searches: it need not open anew what it wrote itself."""
        folder = self.folder(state.generation)
        shared = self.engine() if state.manifest else None
        if shared is None:
            self._make_room(folder)
        engine = shared or open_to_fill(folder, state, self._name_of(state))
        done: list[int] = []
        try:
            for step in drain(self._session.reader(), engine, state, done.append):
                self._commit(state, step)
                done.append(step["articles"])
        finally:
            if shared is None:
                engine.close()
        return sum(done)

    def _drain_in_child(self, state: IndexState, report: Report, control: Control | None) -> int:
        folder = self.folder(state.generation)
        if not state.manifest:
            self._make_room(folder)
        meter = Meter(report, "Index", self.pending())

        def on_step(_: int, step: children.Step) -> None:
            meter.advance(step["articles"])
            if "manifest" in step:
                self._commit(state, step)

        self._run([self._command(state, self._name_of(state))], on_step, control)
        meter.finish()
        return meter.done

    def _build(self, state: IndexState, engine: str, report: Report, control: Control | None) -> int:
        """Fill the folder of a new generation, which holds nothing yet, from the whole store."""
        from desktop_app.index.engines import WHOOSH

        meter = Meter(report, "Index", index_queue.total(self._session.reader()))
        if engine == WHOOSH:
            step = self._build_in_shares(state, meter, control)
        else:
            step = self._build_in_child(state, engine, meter, control)
        meter.finish()
        self._commit(state, step)  # the last thing: until then the folder may be thrown away
        return meter.done

    def _build_in_child(self, state: IndexState, engine: str, meter: Meter, control: Control | None) -> children.Step:
        steps: list[children.Step] = []

        def on_step(_: int, step: children.Step) -> None:
            steps[:] = [step]
            meter.advance(step["articles"])

        self._run([[*self._command(state, engine), "--rebuild"]], on_step, control)
        return steps[0]

    def _build_in_shares(self, state: IndexState, meter: Meter, control: Control | None) -> children.Step:
        """As many builders as there are processors; the segments they leave are joined in one commit.

        A builder that dies leaves nothing that counts: its share is read once more when the others are done, for it may
        have died of too little memory.
        """
        from desktop_app.index.segments.bulk import Built, entries
        from desktop_app.index.whoosh_engine import WhooshEngine

        connection = self._session.reader()
        seq = index_queue.last(connection)  # later changes stay in the queue
        builders = children.cores() if (meter.total or 0) >= IN_BULK else 1
        shares = index_queue.shares(connection, builders)
        done = [0] * len(shares)
        built: list[list[Built]] = [[] for _ in shares]
        engine = WhooshEngine(self.folder(state.generation))

        def on_step(number: int, step: children.Step) -> None:
            done[number] += step["articles"]
            meter.advance(step["articles"])
            built[number] = [Built(**fields) for fields in step.get("built", ())]

        try:
            commands = [[*self._command(state, "whoosh"), "--share", str(after), str(up_to)] for after, up_to in shares]
            failed = children.run(commands, on_step, control)
            for number in failed:
                meter.advance(-done[number])
            if failed:
                self._run([commands[at] for at in failed], lambda at, step: on_step(failed[at], step), control)
            segments = [segment for own in built for segment in own]
            engine.adopt(segments, IndexCursor(state.epoch, seq))
            return {"seq": seq, "manifest": engine.manifest(entries(segments))}
        finally:
            engine.close()

    def _command(self, state: IndexState, engine: str) -> list[str]:
        return children.command(self._session.folder, self.folder(state.generation), state.epoch, engine)

    @staticmethod
    def _run(commands: list[list[str]], on_step: children.OnStep, control: Control | None) -> None:
        if children.run(commands, on_step, control):
            raise IndexingError(
                "The search index could not be filled: the program that does it ended too early. Nothing is lost; "
                "it is tried again with the next change, and “reindex” builds the index anew."
            )

    def _commit(self, state: IndexState, step: children.Step) -> None:
        """Make what the index has committed the one in use, and drop the queue rows it holds."""
        manifest = [(name, size, sha) for name, size, sha in step["manifest"]]
        with self._session.writing() as connection:
            index_queue.set_state(connection, IndexState(state.epoch, state.generation, manifest))
            index_queue.forget(connection, step["seq"])

    def close(self) -> None:
        """Close the index."""
        with self._opening:
            self._drop_engine()
