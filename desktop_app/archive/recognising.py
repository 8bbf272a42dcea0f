"""Looking for people and organisations in the articles: newest first, by child processes, while others read and write.

Each batch is a commit of its own, which also notes what was read by which recogniser. So the work goes on where it
stopped, and a newer recogniser reads everything again. It is no step of the reader's: what it wrote follows from the
texts and from the rulings, which it never overrules.
"""

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop_app.archive import best_names, children
from desktop_app.archive.keys import told_apart
from desktop_app.archive.proposing import Proposing
from desktop_app.archive.reading_aloud import Reads, RecognitionError, heard, read_texts
from desktop_app.archive.session import Session, now
from desktop_app.model.errors import InputRefusedError, LesesaalError
from desktop_app.model.people import Findings, Mode
from desktop_app.model.progress import Control, Meter, Report, quiet
from desktop_app.store import marks, mentions, recognitions, settling
from desktop_app.store.identities import Registry
from desktop_app.store.mentions import ReadText
from desktop_app.store.recognitions import FRONT, Place

BATCH: Final = 50  # articles a commit
MOST_PROCESSES: Final = 2
MODES: Final[tuple[Mode, ...]] = ("default", "thorough")
_MODE: Final = "recogniser_mode"  # the setting
_NOTHING: Final = Findings()
_COMPARE_EVERY: Final = 5_000  # articles
_MOST_DEAD: Final = 4  # articles one after another that ended a process: with more it is not the articles


@dataclass(slots=True)
class _Run:
    """One run: how far it is, and who reads what."""

    recogniser: str
    meter: Meter
    left: int  # articles that may still be handed out
    behind: Place = FRONT
    given: dict[int, list[int]] = field(default_factory=dict)  # by child
    fresh: list[int] = field(default_factory=list)  # articles whose names were not compared yet


class Recognising:
    """The verbs about reading articles for names."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._proposing = Proposing(session)
        self._running = threading.Lock()

    def recogniser_mode(self) -> Mode:
        """How much time the recogniser takes for this archive."""
        kept = marks.setting(self._session.reader(), _MODE, MODES[0])
        return next((mode for mode in MODES if mode == kept), MODES[0])

    def set_recogniser_mode(self, mode: Mode) -> None:
        """Take more time or less from now on; articles that were read in the other mode are read again."""
        if mode not in MODES:
            raise InputRefusedError("“{mode}” is no way of looking for names. Choose default or thorough.", mode=mode)
        with self._session.writing() as connection:
            marks.set_setting(connection, _MODE, mode)

    def recogniser_version(self) -> str:
        """The name and version of the recogniser that this archive is read with."""
        return _version(self.recogniser_mode())

    def unrecognised(self) -> int:
        """How many articles have not been read by the present recogniser."""
        return recognitions.waiting(self._session.reader(), self.recogniser_version())

    def uncompared(self) -> int:
        """How many articles were read by a run that was ended before it compared their names."""
        return self._proposing.pending()

    def recognise(
        self, report: Report = quiet, control: Control | None = None, limit: int = 0, *, reader: Reads | None = None
    ) -> int:
        """Read the articles that wait, the newest first, `limit` at most unless it is 0; returns how many.

        Child processes read, unless a `reader` is given, which then does it here. Raises CancelledError; what was
        read until then stays. Names that an ended run left uncompared are compared even where no article waits.
        """
        with self._running:
            mode = self.recogniser_mode()  # once: it may be changed meanwhile
            version = reader.version if reader is not None else _version(mode)
            waiting = recognitions.waiting(self._session.reader(), version)
            wanted = min(waiting, limit or waiting)
            if not wanted:
                if self._proposing.pending():
                    self._proposing.propose((), control, here=reader is not None)
                return 0
            run = _Run(version, Meter(report, "Names", wanted), wanted)
            try:
                if reader is not None:
                    self._read_here(run, reader, control)
                else:
                    self._read_in_children(run, mode, control)
                self._compare(run, control, here=reader is not None)
            finally:
                if run.fresh:
                    self._proposing.remember(run.fresh)
            run.meter.finish()
            return run.meter.done

    def _next(self, run: _Run) -> list[int]:
        """The next batch of the queue; [] where it is done."""
        places = recognitions.next_places(
            self._session.reader(), run.recogniser, run.behind, min(BATCH, max(run.left, 0))
        )
        if places:
            run.behind = places[-1]
        run.left -= len(places)
        return [article for _, article in places]

    def _read_here(self, run: _Run, reader: Reads, control: Control | None) -> None:
        while ids := self._next(run):
            if control is not None:
                control.checkpoint()
            self._keep(run, read_texts(reader, recognitions.texts(self._session.reader(), ids)), len(ids))
            if self._has_enough(run):
                self._compare(run, control, here=True)

    def _read_in_children(self, run: _Run, mode: Mode, control: Control | None) -> None:
        command = [*children.program(self._session.folder), "recogniser", "--mode", mode]
        count = min(MOST_PROCESSES, children.cores(), -(-run.left // BATCH))
        failed = children.run([command] * count, self._on_step(run, control), control, _not_started)
        while failed and (run.given or run.left > 0):
            alone = [article for child in failed for article in run.given.pop(child, ())]
            if not alone:
                raise _ended()  # not even one article was too much for it
            run.given.clear()
            self._read_alone(run, alone, command, control)
            failed = children.run([command], self._on_step(run, control), control, _not_started) if run.left > 0 else []

    def _on_step(self, run: _Run, control: Control | None) -> children.OnStep:
        def on_step(child: int, step: children.Step) -> str:
            self._hear(run, child, step)
            if self._has_enough(run):
                self._compare(run, control, here=False)
            run.given[child] = self._next(run)
            return json.dumps(run.given[child]) if run.given[child] else ""

        return on_step

    def _hear(self, run: _Run, child: int, step: children.Step) -> None:
        if "error" in step:
            raise RecognitionError("{reason}", reason=step["error"])
        read = [heard(told) for told in step.get("read", ())]
        self._keep(run, read, len(run.given.pop(child, ())))

    def _read_alone(self, run: _Run, articles: list[int], command: list[str], control: Control | None) -> None:
        """Read one by one what ended a child; what ends another one all by itself holds nobody, as far as we know."""
        dead = 0
        for article in articles:

            def on_step(child: int, step: children.Step, one: int = article) -> str:
                self._hear(run, child, step)
                if "read" in step:
                    return ""
                run.given[child] = [one]
                return json.dumps([one])

            if not children.run([command], on_step, control, _not_started):
                dead = 0
                continue
            dead += 1
            if not run.given.pop(0, None) or dead > _MOST_DEAD:
                raise _ended()
            waiting = recognitions.texts(self._session.reader(), [article])
            self._keep(run, [ReadText(text.article, text.text_id, _NOTHING) for text in waiting], 1)

    def _keep(self, run: _Run, read: Sequence[ReadText], given: int) -> None:
        """Write what was found in a batch, unless the articles have changed or gone meanwhile."""
        with self._session.writing() as connection:
            registry = Registry(connection, now())
            present = recognitions.present(connection, [(text.article, text.text_id) for text in read])
            kept = [text for text in read if text.article in present]
            mentions.write(registry, told_apart(connection, kept))
            recognitions.record(connection, run.recogniser, [(text.article, text.text_id) for text in kept])
            if settling.needed(connection):
                settling.settle(registry, present)
            changes = registry.changes
            changes.articles |= present
            changes.rows.setdefault("mentions", set()).update(present)
        run.meter.advance(given)
        run.fresh += present
        self._session.announce(changes)

    def _has_enough(self, run: _Run) -> bool:
        return len(run.fresh) >= _COMPARE_EVERY and self._proposing.due()

    def _compare(self, run: _Run, control: Control | None, *, here: bool) -> None:
        """See who of the fresh articles may be one with whom, and what they are called."""
        best_names.improve(self._session, mentions.entities_in(self._session.reader(), run.fresh))
        self._proposing.propose(run.fresh, control, here=here)
        run.fresh.clear()


def _version(mode: Mode) -> str:
    from desktop_app.entities.reading import Reader

    return Reader(mode).version


def _not_started(reason: str) -> LesesaalError:
    return RecognitionError(
        "The program that looks for people and organisations could not be started ({reason}). Nothing is lost; "
        "“recognise” tries again.",
        reason=reason,
    )


def _ended() -> RecognitionError:
    return RecognitionError(
        "The program that looks for people and organisations ended too early. Nothing is lost; “recognise” tries again."
    )
