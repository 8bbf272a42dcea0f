"""Articles about the same in other languages, by what they mean; with an optional extra, and only if switched on."""

import json
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop_app.archive import children
from desktop_app.archive.comparing import ComparingError
from desktop_app.archive.session import Session
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError, LesesaalError
from desktop_app.model.progress import Control, Meter, Report, quiet
from desktop_app.store import marks, meanings
from desktop_app.store.meanings import Meaning

if TYPE_CHECKING:
    from array import array

    from desktop_app.similar.meaning import Encoder, Space

BATCH: Final = 10  # articles a commit: a second or two of work
_ON: Final = "meanings"  # the setting


class Meanings:
    """The verbs about what articles mean."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._running = threading.Lock()
        self._asking = threading.Lock()
        self._known: _Known | None = None
        self._news = 0  # articles and vectors that have come or changed since
        session.on_change.append(self._count_news)

    def meaning_model(self) -> str:
        """The name and version of the encoder that is installed; "" where the extra is missing."""
        from desktop_app.similar.meaning import model

        return model()

    def relates_by_meaning(self) -> bool:
        """Whether the reader wants articles to be related across languages."""
        return marks.setting(self._session.reader(), _ON, "0") == "1"

    def relate_by_meaning(self, on: bool) -> None:
        """Relate articles across languages from now on, or no longer. Raises InputRefusedError."""
        if on and not self.meaning_model():
            raise InputRefusedError(
                "Articles are related across languages by an extra that is not installed: lesesaal[meaning]."
            )
        with self._session.writing() as connection:
            marks.set_setting(connection, _ON, str(int(on)))

    def meanings_waiting(self) -> int:
        """How many articles have not been read for that; 0 where it is off or the extra is missing."""
        if not self.relates_by_meaning() or not (model := self.meaning_model()):
            return 0
        return meanings.waiting(self._session.reader(), model)

    def find_meanings(self, report: Report = quiet, control: Control | None = None, *, here: bool = False) -> int:
        """Read the articles that wait, in a child process or `here`; returns how many there were.

        It can be cancelled, and goes on where it stopped. Raises ComparingError, CancelledError.
        """
        with self._running:
            waiting = self.meanings_waiting()
            if not waiting:
                return 0
            run = _Run(self._session, self.meaning_model(), Meter(report, "Meanings", waiting))
            if here:
                run.do_here(control)
            else:
                run.do_in_child(control)
            return waiting

    def across_languages(self, article: int, limit: int = 3) -> list[tuple[int, float]]:
        """The articles of other languages that mean most like this one, with their likeness, the best first."""
        model = self.meaning_model() if self.relates_by_meaning() else ""
        known = self._space(model, article) if model else None
        if known is None or article not in known.ids:
            return []
        found = known.space.nearest(known.ids.index(article), limit)
        return [(known.ids[row], likeness) for row, likeness in found]

    def _space(self, model: str, article: int) -> "_Known | None":
        """All vectors, read once; again where many have come since, or this article has."""
        with self._asking:
            known = self._known
            if known is None or self._news > len(known.ids) // 50 or (self._news and article not in known.ids):
                self._news = 0
                ids, spoken, packed = meanings.table(self._session.reader(), model)
                self._known = known = _Known.of(ids, spoken, packed) if ids else None
            return known

    def _count_news(self, changes: Changes) -> None:
        self._news += len(changes.rows.get("meanings", ())) + len(changes.rows.get("articles", ()))


class _Known(NamedTuple):
    """The vectors as they were when they were read."""

    ids: "array[int]"
    space: "Space"

    @classmethod
    def of(cls, ids: "array[int]", spoken: Sequence[str], packed: bytes) -> "_Known":
        import numpy as np

        from desktop_app.similar.meaning import LENGTH, Space

        languages = np.unique(np.array(spoken), return_inverse=True)[1].reshape(-1).astype(np.int64)
        return cls(ids, Space(np.frombuffer(packed, "<f2").reshape(-1, LENGTH), languages))


def encoded(connection: sqlite3.Connection, encoder: "Encoder", ids: Iterable[int]) -> list[Meaning]:
    """What these articles mean."""
    found = meanings.texts(connection, ids)
    vectors = encoder.encode([(title, text) for _, _, title, text in found])
    return [
        Meaning(article, text_id, vector.astype("<f2").tobytes())
        for (article, text_id, _, _), vector in zip(found, vectors, strict=True)
    ]


class _Run:
    """One run over the articles that wait."""

    def __init__(self, session: Session, model: str, meter: Meter) -> None:
        self._session = session
        self._model = model
        self._meter = meter
        self._behind = 0

    def _next(self) -> list[int]:
        ids = meanings.unread(self._session.reader(), self._model, self._behind, BATCH)
        self._behind = ids[-1] if ids else self._behind
        return ids

    def do_here(self, control: Control | None) -> None:
        """Do all of it in this thread."""
        from desktop_app.similar.meaning import Encoder

        encoder = Encoder()
        while ids := self._next():
            if control is not None:
                control.checkpoint()
            self._keep(encoded(self._session.reader(), encoder, ids))

    def do_in_child(self, control: Control | None) -> None:
        """Have it done by a child process."""
        command = [*children.program(self._session.folder), "comparer", "--meanings"]
        if children.run([command], self._answer, control, _not_started):
            raise ComparingError(
                "The program that relates articles across languages ended too early. Nothing is lost; it is tried "
                "again later."
            )

    def _answer(self, _child: int, step: children.Step) -> str:
        if "meanings" in step:
            self._keep([Meaning(article, text, bytes.fromhex(told)) for article, text, told in step["meanings"]])
        return json.dumps(self._next())

    def _keep(self, found: Sequence[Meaning]) -> None:
        changes = Changes()
        with self._session.writing() as connection:
            meanings.keep(connection, self._model, found)
        for meaning in found:
            changes.touch("meanings", meaning.article)
        self._meter.advance(len(found))
        self._session.announce(changes)


def _not_started(reason: str) -> LesesaalError:
    return ComparingError(
        "The program that relates articles across languages could not be started ({reason}). Nothing is lost; it is "
        "tried again later.",
        reason=reason,
    )
