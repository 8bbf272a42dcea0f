"""The search protocol: what was searched when, in how large an archive, and how much was found.

It is what the methods part of a paper needs, and what says later which articles are new since. It is no step of the
reader's: undo does not touch it, and where it cannot be written, the search goes on without a word.
"""

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from desktop_app import __version__
from desktop_app.archive.browse import Browse, View, never
from desktop_app.archive.exporting import refuse_inside
from desktop_app.archive.session import Session, time_of
from desktop_app.model.changes import Changes
from desktop_app.model.errors import ArchiveBusyError, DiskFullError, InputRefusedError, ReadOnlyError
from desktop_app.model.listing import Listing
from desktop_app.model.searching import LoggedSearch
from desktop_app.model.text import normalise
from desktop_app.store import searches
from desktop_app.store.database import is_present

SAME_SEARCH = dt.timedelta(minutes=10)  # typing a query to its end, or looking again, is one search
KEPT = 100_000  # entries in an export


class Protocol:
    """The verbs about the search protocol."""

    def __init__(self, session: Session, browse: Browse) -> None:
        self._session = session
        self._browse = browse

    def log_search(self, listing: Listing, view: View = "all", *, beside: bool = False) -> None:
        """Write a search down; the same one within ten minutes is one entry. Looking at everything is no search.

        An archive that was opened to read takes no note, or `beside` it only if nobody else is writing just then.
        """
        if not listing.query.strip():
            return
        try:
            if not self._session.read_only:
                _write(self._session, self._browse, listing, view)
            elif beside and is_present(self._session.reader()):
                session = Session.open(self._session.folder, patience=0)
                try:
                    _write(session, self._browse, listing, view)
                finally:
                    session.close()
        except (ArchiveBusyError, DiskFullError, ReadOnlyError):
            return  # what was found matters more than the note of it

    def search_log(self, limit: int = 500) -> list[LoggedSearch]:
        """The latest searches, newest first."""
        return searches.logged(self._session.reader(), limit)

    def recent_queries(self, limit: int = 20) -> list[str]:
        """The queries searched last, each once, newest first."""
        return searches.recent_queries(self._session.reader(), limit)

    def new_since(self, entry: LoggedSearch, *, cancelled: Callable[[], bool] = never) -> int:
        """How many articles that came after this search match it today.

        Raises QueryRefusedError, CancelledError.
        """
        parsed = self._browse.parse(entry.query)
        return self._browse.count_above(parsed, entry.highest, cast("View", entry.view), cancelled)

    def forget_searches(self) -> int:
        """Empty the protocol; returns how many entries it had. Undo does not bring them back."""
        changes = Changes()
        with self._session.writing() as connection:
            for number in searches.forget(connection):
                changes.touch("searches", number)
        self._session.announce(changes)
        return len(changes.rows.get("searches", ()))

    def export_search_log(self, out: Path | BinaryIO, name: str = "csv") -> int:
        """Write the whole protocol, oldest first, as "csv", "md" or "txt"; returns the number of entries.

        Raises InputRefusedError, DiskFullError, ReadOnlyError.
        """
        from desktop_app.export.targets import file_target

        if name not in _WRITERS:
            raise InputRefusedError(
                "There is no format “{name}”. There are: {names}.", name=name, names=", ".join(_WRITERS)
            )
        entries = self.search_log(KEPT)[::-1]
        refuse_inside(self._session.folder, out)
        with file_target(out) as stream:
            stream.write(_WRITERS[name](entries, self._session.folder.name).encode("utf-8", "replace"))
        return len(entries)


def _write(session: Session, browse: Browse, listing: Listing, view: View) -> None:
    at = dt.datetime.now(dt.UTC)
    with session.writing() as connection:
        size, highest = searches.size(connection), browse.highest_answered(connection, listing.query)
        query = " ".join(normalise(listing.query).split())
        count = listing.total
        entry = LoggedSearch(0, time_of(at), query, listing.understood, view, count, size, highest)
        searches.log(connection, entry, time_of(at - SAME_SEARCH))


def _heading(entries: Sequence[LoggedSearch], archive: str) -> list[str]:
    """What a methods appendix must say before the list."""
    size = entries[-1].archive if entries else 0
    days = f"{entries[0].at[:10]} to {entries[-1].at[:10]}" if entries else "none"
    return [
        f"Archive: {archive} ({size} articles at the last search)",
        f"Searched with: Lesesaal {__version__}",
        f"Searches: {len(entries)}, {days} (times in UTC)",
    ]


def _csv(entries: Sequence[LoggedSearch], _: str) -> str:
    from desktop_app.export.table import neutral

    out = io.StringIO("\ufeff")  # or spreadsheets take umlauts for something else
    out.seek(1)
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(["time", "query", "understood", "view", "found", "articles in archive", "program"])
    for entry in entries:
        told = [entry.at, neutral(entry.query), neutral(entry.understood), entry.view, entry.count, entry.archive]
        rows.writerow([*told, f"Lesesaal {__version__}"])
    return out.getvalue()


def _markdown(entries: Sequence[LoggedSearch], archive: str) -> str:
    lines = ["# Search protocol", "", *(f"- {line}" for line in _heading(entries, archive)), ""]
    lines += ["| time | query | read as | view | found | articles |", "|---|---|---|---|--:|--:|"]
    for entry in entries:
        read_as = _code(entry.understood) if entry.understood != entry.query else ""
        told = [_time(entry), _code(entry.query), read_as, entry.view, str(entry.count), str(entry.archive)]
        lines.append(f"| {' | '.join(told)} |")
    return "\n".join(lines) + "\n"


def _code(query: str) -> str:
    """A query as code in a table's cell, where neither its marks nor its bars may count."""
    line = " ".join(query.split()).replace("|", "\\|")
    return f"`` {line} ``" if "`" in line else f"`{line}`"


def _text(entries: Sequence[LoggedSearch], archive: str) -> str:
    lines = ["Search protocol", "", *_heading(entries, archive), ""]
    for entry in entries:
        lines.append(f"{_time(entry)}  {entry.query}")
        if entry.understood != entry.query:
            lines.append(f"    read as: {entry.understood}")
        within = "" if entry.view == "all" else f" in the view “{entry.view}”"
        lines.append(f"    {entry.count} of {entry.archive} articles{within}")
    return "\n".join(lines) + "\n"


def _time(entry: LoggedSearch) -> str:
    return entry.at[:16].replace("T", " ")


_WRITERS: dict[str, Callable[[Sequence[LoggedSearch], str], str]] = {"csv": _csv, "md": _markdown, "txt": _text}
