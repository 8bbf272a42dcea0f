"""Families: articles that are versions of one. They are looked for beside all other work; the reader has the last word.

What was found follows from the texts and from the rulings, so it is no step of the reader's. Each batch is a commit of
its own: the work goes on where it stopped, and later only what is new is compared with all that is there.
"""

import json
import sqlite3
import threading
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import Final

from desktop_app.archive import children, labels
from desktop_app.archive.comparing import Compared, ComparingError, compared, heard, sketched
from desktop_app.archive.naming import known, short
from desktop_app.archive.session import Session, now
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError, LesesaalError
from desktop_app.model.families import Comparison, FamilyCount, FamilyPage, Version
from desktop_app.model.progress import Control, Meter, Report, quiet
from desktop_app.store import articles, families, people
from desktop_app.store.families import FamilyRuling, StoredLink, StoredSketch

BATCH: Final = 500  # articles a commit
_MOST_APART: Final = 500  # articles that can be parted from each other at once


class Families:
    """The verbs about versions. Those that decide are one undo step each."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._running = threading.Lock()

    # --- looking for them

    def families_waiting(self) -> int:
        """How many articles have not been compared with the others as they are now."""
        return families.waiting(self._session.reader())

    def find_families(self, report: Report = quiet, control: Control | None = None, *, here: bool = False) -> int:
        """Compare the articles that wait with all others, in a child process or `here`; returns how many there were.

        It can be cancelled, and goes on where it stopped. Raises ComparingError, CancelledError.
        """
        with self._running:
            waiting = self.families_waiting()
            if not waiting:
                return 0
            run = _Run(self._session, Meter(report, "Versions", 2 * waiting), waiting)
            if here:
                run.do_here(control)
            else:
                run.do_in_child(control)
            run.finish()
            return waiting

    # --- asking

    def family_counts(self) -> FamilyCount:
        """How many families there are, how many articles are in them, and how many wait."""
        connection = self._session.reader()
        return FamilyCount(*families.count(connection), families.waiting(connection))

    def families(self, limit: int = 100) -> list[list[int]]:
        """The largest families, as the numbers of their articles, oldest first."""
        return families.largest(self._session.reader(), limit)

    def family(self, article: int) -> FamilyPage:
        """The versions of an article. Raises NotFoundError."""
        connection = self._session.reader()
        articles.article(connection, article)  # or there is none
        found = families.members(connection, article)
        links = {frozenset(link[:2]): link.strength for link in families.links_among(connection, found)}
        together = {
            number
            for ruling in families.rulings_among(connection, found)
            if ruling.verdict == "together"
            for number in ruling[:2]
        }
        versions = [
            Version(
                row, links.get(frozenset((found[0], row.id)), 1.0 if row.id == found[0] else 0.0), row.id in together
            )
            for row in articles.rows(connection, found)
        ]
        return FamilyPage(article, tuple(versions))

    def compare_articles(self, one: int, other: int) -> Comparison:
        """What differs between two articles' texts, word by word. Raises NotFoundError."""
        from desktop_app.model.differences import compared as differing
        from desktop_app.model.differences import words

        connection = self._session.reader()
        first, second = (people.named_in(connection, articles.article(connection, each)) for each in (one, other))
        pieces = differing(first.text, second.text)
        alike = sum(len(words(first.text[piece.old_start : piece.old_end])) for piece in pieces if piece.kind == "same")
        shorter = min(len(words(first.text)), len(words(second.text)))
        kin = families.families_of(connection, (one, other))
        return Comparison(
            first,
            second,
            tuple(pieces),
            min(1.0, alike / shorter) if shorter else 0.0,
            one in kin and kin[one] == kin.get(other),
        )

    # --- deciding

    def split_family(self, ids: Iterable[int]) -> Changes:
        """Say that these are no versions of the others in their families, for good.

        They stay versions of each other; where they are a whole family, each of them is parted from all others. Raises
        NotFoundError, InputRefusedError.
        """
        with self._session.operation() as operation:
            connection, at = operation.connection, now()
            chosen = known(operation, ids)
            kin = families.families_of(connection, chosen)
            if not kin:
                raise InputRefusedError(
                    "None of these articles counts as a version of another; there is nothing to part."
                )
            for family in dict.fromkeys(kin.values()):
                mine = [article for article in chosen if kin.get(article) == family]
                everybody = _everybody(connection, mine)
                pairs = _parted(mine, [each for each in everybody if each not in mine])
                for first, second in _held_together(connection, mine, everybody):
                    families.decide(operation, first, second, "together", at)
                for first, second in pairs:
                    families.decide(operation, first, second, "apart", at)
            changed = settle(connection, kin)
            title = short(_heading(connection, next(iter(kin))))
            operation.name(labels.counted(labels.SPLIT_FAMILY, len(kin)), title=title, count=len(kin))
            _tell(operation.changes, changed)
        return operation.changes

    def join_family(self, ids: Iterable[int]) -> Changes:
        """Say that these, with their versions, are versions of one, for good; what parted them before no longer counts.

        Raises NotFoundError, InputRefusedError.
        """
        with self._session.operation() as operation:
            connection, at = operation.connection, now()
            chosen = known(operation, ids)
            if len(chosen) < 2:
                raise InputRefusedError("Versions are two articles or more. Choose another one beside this.")
            kin = families.families_of(connection, chosen).values()
            everybody = {*chosen, *(each for family in set(kin) for each in families.of_family(connection, family))}
            rulings = families.rulings_among(connection, everybody)
            parted = [pair for pair in _pairs(rulings, "apart") if everybody.issuperset(pair)]
            for first, second in {*parted, *((chosen[0], other) for other in chosen[1:])}:
                families.decide(operation, first, second, "together", at)
            changed = settle(connection, chosen)
            title = short(_heading(connection, chosen[0]))
            operation.name(labels.counted(labels.JOIN_FAMILY, len(chosen) - 1), title=title, count=len(chosen))
            _tell(operation.changes, changed)
        return operation.changes


class _Run:
    """One run: sketches are made and stored, then compared, then families are settled."""

    def __init__(self, session: Session, meter: Meter, waiting: int) -> None:
        self._session = session
        self._meter = meter
        self._waiting = waiting
        self._behind = 0
        self._fresh: list[int] = []

    def _next(self) -> list[int]:
        ids = families.unsketched(self._session.reader(), self._behind, BATCH)
        self._behind = ids[-1] if ids else self._behind
        return ids

    def do_here(self, control: Control | None) -> None:
        """Do all of it in this thread."""
        connection = self._session.reader()
        while ids := self._next():
            if control is not None:
                control.checkpoint()
            self._keep(sketched(connection, ids))
        self._begin_comparing()
        for found in compared(connection):
            if control is not None:
                control.checkpoint()
            self._link(found)

    def do_in_child(self, control: Control | None) -> None:
        """Have it done by a child process."""
        command = [*children.program(self._session.folder), "comparer"]
        if children.run([command], self._answer, control, _not_started):
            raise ComparingError(
                "The program that looks for versions ended too early. Nothing is lost; it is tried again later."
            )

    def _answer(self, _child: int, step: children.Step) -> str:
        if "error" in step:
            raise ComparingError("{reason}", reason=step["error"])
        if "pairs" in step:
            self._link(Compared(step["pairs"], step["of"], [StoredLink(*link) for link in step["links"]]))
            return "{}"
        if "sketches" in step:
            self._keep(heard(step["sketches"]))
        if ids := self._next():
            return json.dumps(ids)
        self._begin_comparing()
        return "[]"

    def _keep(self, found: Sequence[StoredSketch]) -> None:
        with self._session.writing() as connection:
            families.keep_sketches(connection, found)
        self._meter.advance(len(found))

    def _begin_comparing(self) -> None:
        self._fresh = families.uncompared(self._session.reader())
        self._meter.advance(max(0, self._waiting - self._meter.done))

    def _link(self, found: Compared) -> None:
        if found.links:
            with self._session.writing() as connection:
                families.keep_links(connection, found.links)
        self._meter.advance(round(self._waiting * found.pairs / found.of))

    def finish(self) -> None:
        """Settle the families of all that was compared."""
        changes = Changes()
        with self._session.writing() as connection:
            changed = settle(connection, self._fresh)
            families.mark_compared(connection, self._fresh)
        _tell(changes, changed)
        self._meter.done = 2 * self._waiting
        self._meter.finish()
        self._session.announce(changes)


def settle(connection: sqlite3.Connection, concerned: Collection[int]) -> set[int]:
    """Work out anew who is in which family among these articles and all that hang together with them.

    Inside the caller's transaction; returns the articles whose family has changed.
    """
    from desktop_app.similar.joining import Link
    from desktop_app.similar.joining import families as joined

    everybody = families.related(connection, concerned)
    rulings = families.rulings_among(connection, everybody)
    links = [Link(*link) for link in families.links_among(connection, everybody)]
    found = joined(links, _pairs(rulings, "apart"), _pairs(rulings, "together"))
    return families.keep_families(connection, everybody, found)


def settle_step(connection: sqlite3.Connection, changes: Changes, rows: Iterable[dict[str, object]]) -> None:
    """Settle the families that the rulings of a step are about, after it was taken back or done again."""
    concerned = families.ruled_on(connection, changes.rows.get("family_rulings", ()))
    concerned |= {int(str(row[name])) for row in rows for name in ("article_id", "other_id") if name in row}
    if concerned:
        _tell(changes, settle(connection, concerned))


def _pairs(rulings: Iterable[FamilyRuling], verdict: str) -> list[tuple[int, int]]:
    return [(ruling.first, ruling.second) for ruling in rulings if ruling.verdict == verdict]


def _tell(changes: Changes, articles_changed: Iterable[int]) -> None:
    for article in articles_changed:
        changes.touch("family_members", article)
        changes.articles.add(article)


def _everybody(connection: sqlite3.Connection, mine: Sequence[int]) -> list[int]:
    """The members of the family of these, in the trash as well."""
    family = families.families_of(connection, mine[:1])[mine[0]]
    return families.of_family(connection, family)


def _held_together(
    connection: sqlite3.Connection, mine: Sequence[int], everybody: Sequence[int]
) -> list[tuple[int, int]]:
    """Pairs of the others that the reader has put together by way of one that leaves them: they stay together."""
    leaving, staying = set(mine), set(everybody) - set(mine)
    held = sorted(
        {
            other
            for pair in _pairs(families.rulings_among(connection, mine), "together")
            for one, other in (pair, pair[::-1])
            if one in leaving and other in staying
        }
    )
    return list(pairwise(held))


def _parted(mine: Sequence[int], others: Sequence[int]) -> list[tuple[int, int]]:
    if others:
        return [(one, other) for one in mine for other in others]
    if len(mine) > _MOST_APART:
        raise InputRefusedError("{count} articles are too many to be parted from each other at once.", count=len(mine))
    return [(one, other) for at, one in enumerate(mine) for other in mine[at + 1 :]]


def _heading(connection: sqlite3.Connection, article: int) -> str:
    rows = articles.rows(connection, [article])
    return rows[0].heading if rows else ""


def _not_started(reason: str) -> LesesaalError:
    return ComparingError(
        "The program that looks for versions could not be started ({reason}). Nothing is lost; it is tried again "
        "later.",
        reason=reason,
    )
