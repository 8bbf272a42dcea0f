"""Undo and redo, across restarts."""

import sqlite3
from collections.abc import Callable, Iterable

from desktop_app.archive import labels
from desktop_app.archive.anchoring import carry_after
from desktop_app.archive.families import settle_step
from desktop_app.archive.holding import Holding
from desktop_app.archive.session import Session, now
from desktop_app.model.changes import Changes
from desktop_app.model.query_notices import Notice
from desktop_app.store import history, rulings, settling, taking_back
from desktop_app.store.history import HistoryEntry
from desktop_app.store.identities import Registry


class Undoing:
    """The verbs about the steps that were done."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def undo(self) -> Changes | None:
        """Take the latest step back; None where there is none. Raises ConflictError."""
        entry = self.next_undo()
        return self._step(history.undo, self._holding(entry.id if entry else 0))

    def redo(self) -> Changes | None:
        """Do the latest undone step again; None where there is none. Raises ConflictError."""
        entry = self.next_redo()
        return self._step(history.redo, self._holding(entry.id if entry else 0))

    def take_back(self, operation: int) -> Changes:
        """Take back one step, whatever has come since, as a step of its own; a taking back is done again.

        Raises NotFoundError; ConflictError where it was taken back already, or where a later step builds on it, which
        the sentence names.
        """
        words = taking_back.known_step(self._session.reader(), operation).words
        again = words.template == labels.TAKE_BACK
        step = words.fields["step"] if words.template in (labels.TAKE_BACK, labels.DO_AGAIN) else words
        name = Notice.made(labels.DO_AGAIN if again else labels.TAKE_BACK, step=step)
        holding = self._holding(operation)
        with self._session.writing() as connection:
            changes = taking_back.take_back(connection, operation, name, at=now())
            carry_after(connection, changes)
            self._settle(connection, changes, holding)
        self._session.announce(changes)
        return changes

    def _holding(self, operation: int) -> Holding:
        """Which articles hold the words that a step makes a name wherever they stand, once its rulings are there."""
        holding, connection = Holding(self._session), self._session.reader()
        decided = _rulings(connection, operation)
        there = rulings.present(connection, decided)
        for words in _everywhere(ruling for ruling in decided if ruling.id not in there):
            holding.look_for(words)
        return holding

    def _step(self, apply: Callable[[sqlite3.Connection], Changes | None], holding: Holding) -> Changes | None:
        with self._session.writing() as connection:
            changes = apply(connection)
            if changes is not None:
                self._settle(connection, changes, holding)
        if changes is not None:
            self._session.announce(changes)
        return changes

    @staticmethod
    def _settle(connection: sqlite3.Connection, changes: Changes, holding: Holding) -> None:
        """Work out anew who is in the articles that a ruling of the step is about, or that tell namesakes apart."""
        decided = _rulings(connection, changes.operation)
        articles = settling.concerned(connection, decided)
        there = rulings.present(connection, decided)
        for words in _everywhere(ruling for ruling in decided if ruling.id in there):
            articles |= holding.of(connection, words)
        details = history.rows_of(connection, changes.operation, "articles")
        if any("place" in row or "source_id" in row for row in details) and settling.needed(connection):
            articles |= changes.rows.get("articles", set())
        settling.settle(Registry(connection, now(), changes), articles)
        settle_step(connection, changes, history.rows_of(connection, changes.operation, "family_rulings"))

    def undo_label(self) -> str:
        """What undo would take back, in English; "" where there is nothing."""
        entry = self.next_undo()
        return entry.sentence if entry else ""

    def redo_label(self) -> str:
        """What redo would do again, in English; "" where there is nothing."""
        entry = self.next_redo()
        return entry.sentence if entry else ""

    def next_undo(self) -> HistoryEntry | None:
        """The step that undo would take back."""
        return history.next_undo(self._session.reader())

    def next_redo(self) -> HistoryEntry | None:
        """The step that redo would do again."""
        return history.next_redo(self._session.reader())

    def forget_history(self) -> None:
        """Make the present state the beginning: nothing before it can be undone. For an archive that was prepared."""
        with self._session.writing() as connection:
            history.forget(connection)


def _rulings(connection: sqlite3.Connection, operation: int) -> list[rulings.Stored]:
    """The rulings that a step of the reader's wrote down."""
    return [rulings.from_journal(row) for row in history.rows_of(connection, operation, "rulings")]


def _everywhere(decided: Iterable[rulings.Stored]) -> list[str]:
    """The words that these rulings make a name wherever they stand."""
    return [ruling.subject["form"] for ruling in decided if rulings.is_everywhere(ruling)]
