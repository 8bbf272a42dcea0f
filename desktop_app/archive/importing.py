"""Importing: files in, articles and a report per file out. Parsing runs in worker processes, writing here."""

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from desktop_app.archive import labels
from desktop_app.archive.naming import stated_tags
from desktop_app.archive.renewing import Earlier, earlier, take_over
from desktop_app.archive.session import Session, fsync_folder, now
from desktop_app.model.article import ParsedArticle, ParsedFile
from desktop_app.model.changes import Changes
from desktop_app.model.errors import DiskFullError, InputRefusedError, NotFoundError
from desktop_app.model.progress import CancelledError, Control, Meter, Report, quiet
from desktop_app.model.text import LONGEST, normalise, sameness_hash, storable_path
from desktop_app.store import history, imports
from desktop_app.store.articles import ArticleWriter, same_words
from desktop_app.store.database import sentences
from desktop_app.store.history import WITHDRAWN
from desktop_app.store.imports import ImportedFile, ImportSummary

_FULL = "The disk is full; the articles imported so far are kept. Free some room and import again."
_CHUNK = 200  # files a transaction
_FLUSHED_ALONE = 100  # originals; more are flushed with all that the system holds
_CHUNK_S = 0.5  # or as many as arrive in this time, so that a slow folder shows its articles early

Outcome = Literal["added", "updated", "duplicate"]
_OUTCOMES: tuple[Outcome, ...] = ("added", "updated", "duplicate")  # of a file: the first that any article has


@dataclass(slots=True)
class ImportReport:
    """What an import did. `added`, `updated` and `duplicates` count articles, `skipped` and `failed` files.

    Of an updated one a file brought other words than before; it has a new version of its text now.
    """

    import_id: int = 0
    added: int = 0
    updated: int = 0
    duplicates: int = 0
    skipped: int = 0
    failed: int = 0
    files: list[ImportedFile] = field(default_factory=list)
    cancelled: bool = False
    changes: Changes = field(default_factory=Changes)

    def count(self, file: ImportedFile, outcomes: Sequence[Outcome] = ()) -> None:
        """Add one file's outcome, and those of its articles."""
        self.files.append(file)
        self.added += outcomes.count("added")
        self.updated += outcomes.count("updated")
        self.duplicates += outcomes.count("duplicate")
        self.skipped += file.status == "skipped"
        self.failed += file.status == "failed"


class Importer:
    """One import: from paths to a report."""

    def __init__(
        self, session: Session, *, encoding: str, source: str, control: Control | None, report: Report
    ) -> None:
        self._session = session
        self._encoding = encoding
        self._source = normalise(source)
        self._control = control or Control()
        self._meter = Meter(report, "Import")
        self._result = ImportReport()
        self._foretold: set[tuple[str, str]] = set()
        self._written: list[Path] = []  # originals that are not flushed to the disk yet

    def run(self, paths: Iterable[str | Path], *, dry_run: bool = False) -> ImportReport:
        """Import files and folders. What was written before a cancel stays and is in the report."""
        named = list(paths)
        wanted = [Path(path).absolute() for path in named]
        if not wanted or "" in named:  # an empty path would be the current folder
            raise InputRefusedError("Nothing was named to import. Give files or folders.")
        if not dry_run:
            self._begin(wanted)
        try:
            for chunk in self._chunks(wanted):
                self._keep(chunk, dry_run=dry_run)
        except CancelledError:
            self._result.cancelled = True
        except DiskFullError as error:
            raise DiskFullError(_FULL) from error
        finally:
            if not dry_run:
                self._finish()
        self._meter.finish()
        return self._result

    def _begin(self, wanted: list[Path]) -> None:
        request = {
            "paths": [storable_path(str(path)) for path in wanted],
            "encoding": self._encoding,
            "source": self._source,
        }
        with self._session.writing() as connection:
            self._result.import_id = imports.begin(connection, request, now())
            self._operation = history.record(
                connection, labels.IMPORT[1], {"count": 0}, [], at=now(), import_id=self._result.import_id
            )

    def _chunks(self, wanted: list[Path]) -> Iterator[list[ParsedFile]]:
        from desktop_app.ingest.pool import ParsePool
        from desktop_app.ingest.reader import walk

        files: list[Path] = []
        chunk: list[ParsedFile] = []
        for found in walk(wanted):
            self._control.checkpoint()
            if isinstance(found, ParsedFile):
                chunk.append(found)
            else:
                files.append(found)
        self._meter.total = len(files) + len(chunk)
        since = time.monotonic()
        with ParsePool() as pool:
            for parsed in pool.map(files, encoding=self._encoding, source=self._source, control=self._control):
                chunk.append(parsed)
                if len(chunk) >= _CHUNK or time.monotonic() - since > _CHUNK_S:
                    yield chunk
                    chunk = []
                    since = time.monotonic()
        if chunk:
            yield chunk

    def _keep(self, chunk: list[ParsedFile], *, dry_run: bool) -> None:
        if dry_run:
            for parsed in chunk:
                self._foretell(parsed)
        else:
            changes = Changes()
            for parsed in chunk:
                self._keep_original(parsed)
                parsed.path = storable_path(parsed.path)  # only now: the file is found by its own name
            with self._session.writing() as connection:
                writer = ArticleWriter(connection, self._result.import_id, now())
                files = [self._add(writer, parsed, changes) for parsed in chunk]
                imports.add_files(connection, self._result.import_id, files)
                history.extend(connection, self._operation, writer.made)
            self._session.announce(changes)
        self._meter.advance(len(chunk))

    def _foretell(self, parsed: ParsedFile) -> None:
        """Count a file as an import would, without keeping anything."""
        connection = self._session.reader()
        outcomes: list[Outcome] = []
        for article in parsed.articles:
            words = sameness_hash(article.title, article.text), str(article.date or "")
            found = same_words(connection, *words)
            if words in self._foretold or (found is not None and found[1] != WITHDRAWN):
                outcomes.append("duplicate")
            elif found is None and (there := earlier(connection, article, parsed, 0)):
                outcomes.append("duplicate" if there.known else "updated")
            else:
                outcomes.append("added")
            self._foretold.add(words)
        status = _status(outcomes) if parsed.status == "parsed" else parsed.status
        self._result.count(ImportedFile(parsed.path, status, parsed.reason), outcomes)

    def _add(self, writer: ArticleWriter, parsed: ParsedFile, changes: Changes) -> ImportedFile:
        if parsed.status != "parsed" or not parsed.articles:
            status = "skipped" if parsed.status == "skipped" else "failed"
            file = ImportedFile(parsed.path, status, parsed.reason or "No article was found in it.")
            self._result.count(file)
            return file
        longest = max(len(article.text) for article in parsed.articles)
        if longest > LONGEST:
            reason = f"An article of {longest:,} characters is more than can be read; divide the file."
            file = ImportedFile(parsed.path, "failed", reason)
            self._result.count(file)
            return file
        ids: dict[int, None] = {}
        outcomes: list[Outcome] = []
        for article in parsed.articles:
            article.tags = stated_tags(article.tags)
            there = None if writer.has(article) else earlier(writer.connection, article, parsed, writer.import_id)
            if there:
                number, outcome = there.article.id, self._renew(writer, there, article, parsed, changes)
            else:
                number, new = writer.add(article, parsed)
                outcome = "added" if new else "duplicate"
            ids[number] = None
            outcomes.append(outcome)
            if outcome == "added":
                changes.touch("articles", number)
                changes.articles.add(number)
        file = ImportedFile(parsed.path, _status(outcomes), parsed.reason, tuple(ids))
        self._result.count(file, outcomes)
        return file

    def _renew(
        self, writer: ArticleWriter, there: Earlier, article: ParsedArticle, parsed: ParsedFile, changes: Changes
    ) -> Outcome:
        """Make an article's words those of a file that it was imported from before."""
        writer.found(there.article.id, article, parsed)
        if there.known:
            return "duplicate"
        done = take_over(writer.connection, there.article, article)
        writer.made += done.deltas
        changes.articles |= done.changes.articles
        for table, rows in done.changes:
            changes.rows.setdefault(table, set()).update(rows)
        return "updated" if done.deltas else "duplicate"

    def _keep_original(self, parsed: ParsedFile) -> None:
        """Copy the imported bytes to `originals/`, under their hash; refuse a file that changed meanwhile."""
        if parsed.status != "parsed":
            return
        target = self._session.folder / "originals" / parsed.sha256[:2] / parsed.sha256
        if target.exists() and target.stat().st_size == parsed.size:
            return  # a power cut may have left a name without its bytes
        try:
            content = Path(parsed.path).read_bytes()
        except OSError as error:
            parsed.status, parsed.reason = "failed", f"It can no longer be read: {error.strerror}."
            return
        if hashlib.sha256(content).hexdigest() != parsed.sha256:
            parsed.status, parsed.reason = "failed", "It changed while it was being read. Import it again."
            return
        partial = target.with_suffix(".part")
        with sentences(self._session.folder / "originals"):
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                partial.write_bytes(content)
                partial.replace(target)
            except OSError:
                with suppress(OSError):
                    partial.unlink(missing_ok=True)
                raise
        self._written.append(target)

    def _finish(self) -> None:
        with sentences(self._session.folder / "originals"):
            self._flush_originals()
        result = self._result
        totals = {name: getattr(result, name) for name in ("added", "updated", "duplicates", "skipped", "failed")}
        count = result.added or result.updated
        label = labels.counted(labels.IMPORT if result.added else labels.UPDATE, count)
        with self._session.writing() as connection:
            imports.finish(connection, result.import_id, totals, now())
            if count:
                connection.execute(
                    "update journal set label = ?, fields = ? where id = ?",
                    (label, json.dumps({"count": count}), self._operation),
                )
            else:
                connection.execute("delete from journal where id = ?", (self._operation,))
        result.changes = Changes(label.format(count=count), self._operation, {"imports": {result.import_id}})
        self._session.announce(result.changes)

    def _flush_originals(self) -> None:
        # An fsync for each of 15,000 small files would dominate an import; one for the whole system, a small one.
        if len(self._written) > _FLUSHED_ALONE and hasattr(os, "sync"):
            os.sync()
        else:
            for path in self._written:
                with path.open("rb+") as file:
                    os.fsync(file.fileno())
            for folder in {path.parent for path in self._written}:
                fsync_folder(folder)
        fsync_folder(self._session.folder / "originals")


def _status(outcomes: Sequence[Outcome]) -> str:
    return next((outcome for outcome in _OUTCOMES if outcome in outcomes), "duplicate")


def close_interrupted(session: Session) -> None:
    """Close the records of imports that a crash or a power cut ended; what they had committed stays."""
    with session.writing() as connection:
        open_ids = connection.execute("select id from imports where finished_at is null").fetchall()
        for (number,) in open_ids:
            added = connection.execute("select count(*) from articles where import_id = ?", (number,)).fetchone()[0]
            (operation,) = connection.execute("select id from journal where import_id = ?", (number,)).fetchone() or (
                0,
            )
            rows = history.noted(connection, operation)
            updated = len(
                {delta.id for delta in rows if delta.table == "articles" and "text_id" in (delta.after or {})}
            )
            totals = {"added": added, "updated": updated, "duplicates": 0, "skipped": 0, "failed": 0}
            imports.finish(connection, number, totals, now())
            label = labels.counted(labels.IMPORT if added else labels.UPDATE, added or updated)
            connection.execute(
                "update journal set label = ?, fields = ? where id = ?",
                (label, json.dumps({"count": added or updated}), operation),
            )
            if not added and not updated:
                connection.execute("delete from journal where id = ?", (operation,))


class Importing:
    """The verbs about imports."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def importing(
        self,
        paths: Iterable[str | Path],
        *,
        encoding: str = "",
        source: str = "",
        control: Control | None = None,
        report: Report = quiet,
        dry_run: bool = False,
    ) -> ImportReport:
        """Import files and folders; blocks until done or cancelled.

        A file that was imported before and has other words now, or is read otherwise, is no second article but a new
        version of the text.
        """
        importer = Importer(self._session, encoding=encoding, source=source, control=control, report=report)
        return importer.run(paths, dry_run=dry_run)

    def retry(
        self, import_id: int, *, encoding: str = "", control: Control | None = None, report: Report = quiet
    ) -> ImportReport:
        """Import the failed files of an import again, optionally in a given encoding."""
        connection = self._session.reader()
        failed = [file.path for file in imports.files(connection, import_id, "failed")]
        requests: dict[int, dict[str, Any]] = {summary.id: summary.request for summary in imports.summaries(connection)}
        if import_id not in requests:
            raise NotFoundError("There is no import {number}.", number=import_id)
        if not failed:
            raise InputRefusedError(
                "No file of import {number} failed; there is nothing to try again.", number=import_id
            )
        source = str(requests[import_id].get("source", ""))
        return self.importing(failed, encoding=encoding, source=source, control=control, report=report)

    def imports(self) -> list[ImportSummary]:
        """All imports, newest first."""
        return imports.summaries(self._session.reader())

    def import_files(self, import_id: int, status: str = "") -> list[ImportedFile]:
        """What became of the files of an import."""
        return imports.files(self._session.reader(), import_id, status)
