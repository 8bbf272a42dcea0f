"""Health: checking an archive, backing it up, restoring it, and saying what is in it."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_app import __version__
from desktop_app.archive.indexing import Indexing
from desktop_app.archive.session import DATABASE, Session
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.text import text_hash
from desktop_app.store import backup, index_queue, marks, people, recognitions
from desktop_app.store.lock import ArchiveLock

KEPT = 7  # rotated backups


@dataclass(slots=True)
class CheckReport:
    """What a check found; `repaired` says what was put right."""

    problems: list[str] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong any more."""
        return len(self.problems) == len(self.repaired)


class Doctor:
    """The verbs about the archive as a whole."""

    def __init__(self, session: Session, indexing: Indexing) -> None:
        self._session = session
        self._indexing = indexing

    def check(self, *, deep: bool = False, repair: bool = False) -> CheckReport:
        """Compare store, originals and index. `deep` reads every byte; `repair` rebuilds the index if need be.

        Repair never removes or changes what a reader made or imported.
        """
        connection = self._session.reader()
        report = CheckReport(backup.problems_of(connection, deep=deep))
        lost = self._names(deep=deep)
        report.problems += lost
        report.problems += self._originals(deep=deep)
        if deep:
            report.problems += self._hashes()
        if lost and repair:
            with self._session.writing() as writing:
                recognitions.requeue(writing, recognitions.misread(writing, deep=deep))
            report.repaired += [] if self._names(deep=deep) else lost
        index = self._index()
        report.problems += index
        if index and repair:
            self._indexing.reindex()
            report.repaired += [] if self._index() else index
        return report

    def _names(self, *, deep: bool) -> list[str]:
        """Mentions and roles follow from the texts: where they do not, the articles are to be read again."""
        count = len(recognitions.misread(self._session.reader(), deep=deep))
        return [f"What was found of names in {count} articles is not of their present texts."] if count else []

    def _index(self) -> list[str]:
        connection = self._session.reader()
        articles = connection.execute("select count(*) from articles where state < 2").fetchone()[0]
        waiting = self._indexing.pending()
        engine = self._indexing.engine()
        if engine is None:
            if self._indexing.missing_engine():
                return [str(self._indexing.why_not())]
            return [] if articles == 0 or waiting >= articles else ["The full-text index is missing or unreadable."]
        if waiting == 0 and engine.count() != articles:
            return [f"The index holds {engine.count()} articles, the archive {articles}."]
        return []

    def _originals(self, *, deep: bool) -> list[str]:
        found = []
        rows = self._session.reader().execute("select distinct sha256 from provenances where sha256 <> ''")
        for (sha,) in rows:
            path = self._session.folder / "originals" / sha[:2] / sha
            if not path.is_file():
                found.append(f"The original {sha} is missing from originals/.")
            elif deep and hashlib.sha256(path.read_bytes()).hexdigest() != sha:
                found.append(f"The original {sha} has changed on the disk.")
        return found

    def _hashes(self) -> list[str]:
        connection = self._session.reader()
        bad_texts = [
            f"The text of article {article} (version {version}) has changed on the disk."
            for article, version, body, sha in connection.execute("select article_id, version, body, sha256 from texts")
            if text_hash(body) != sha
        ]
        bad_notes = [
            f"Note {note} has changed on the disk."
            for note, body, sha in connection.execute("select id, body, sha256 from annotations")
            if text_hash(body) != sha
        ]
        bad_notes += [
            f"Note {note} on a person or organisation has changed on the disk."
            for note, body, sha in connection.execute("select id, body, sha256 from entity_notes")
            if text_hash(body) != sha
        ]
        return bad_texts + bad_notes + self._misplaced()

    def _misplaced(self) -> list[str]:
        """Notes on a span have its words there: in the present text or, where orphaned, in the version they were on."""
        rows = self._session.reader().execute(
            "select n.id, n.orphaned or n.text_id is a.text_id,"
            ' substr(t.body, n.start + 1, n."end" - n.start) is n.quote'
            " from annotations n join articles a on a.id = n.article_id"
            " left join texts t on t.id = n.text_id where n.start is not null"
        )
        return [f"Note {note} does not stand on its words." for note, current, same in rows if not (current and same)]

    def backup(self, file: Path) -> Path:
        """Write a verified copy of the store to `file`. The originals are files and need no copy of their kind."""
        if file.is_dir():
            file /= f"lesesaal-{dt.datetime.now().astimezone():%Y-%m-%d-%H%M%S}.db"
        if file.resolve() == (self._session.folder / DATABASE).resolve():
            raise InputRefusedError("A backup cannot replace the archive itself. Choose another file.")
        backup.copy(self._session.reader(), file)
        return file

    def backup_if_due(self) -> Path | None:
        """Make today's rotated backup where there is none yet and something was ever imported; keep seven."""
        folder = self._session.folder / "backups"
        file = folder / f"archive-{dt.datetime.now().astimezone():%Y-%m-%d}.db"
        if file.exists() or marks.counts(self._session.reader()).all == 0:
            return None
        backup.copy(self._session.reader(), file)
        for old in sorted(folder.glob("archive-????-??-??.db"))[:-KEPT]:
            old.unlink()
        return file

    def info(self) -> dict[str, Any]:
        """What the archive holds, as plain values."""
        connection = self._session.reader()
        counts = marks.counts(connection)
        state = index_queue.state(connection)

        def number(table: str) -> int:
            return int(connection.execute(f"select count(*) from {table}").fetchone()[0])  # noqa: S608 - our own names

        return {
            "path": str(self._session.folder),
            "version": __version__,
            "schema": connection.execute("pragma user_version").fetchone()[0],
            "articles": counts.all,
            "unread": counts.unread,
            "undated": counts.undated,
            "trash": counts.trash,
            "sources": len(marks.sources(connection)),
            "tags": number("tags"),
            "notes": number("annotations"),
            "saved_searches": number("saved_searches"),
            "people_and_organisations": people.count(connection),
            "imports": number("imports"),
            "database_bytes": (self._session.folder / DATABASE).stat().st_size,
            "engine": self._indexing.engine_name(),
            "index_generation": state.generation,
            "index_bytes": sum(size for _, size, _ in state.manifest),
            "not_yet_searchable": self._indexing.pending(),
        }


def restore(folder: Path, file: Path) -> Path:
    """Put the backup `file` in the place of the archive's store; returns where the old one was moved."""
    lock = ArchiveLock(folder)
    try:
        aside = folder / "backups" / f"replaced-{dt.datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
        backup.restore(folder / DATABASE, file, aside)
    finally:
        lock.close()
    return aside
