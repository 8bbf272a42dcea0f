"""The search protocol: what is written down, what is new since, and how it leaves the archive."""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app import __version__
from desktop_app.archive import protocol
from desktop_app.archive.archive import Archive
from desktop_app.model.errors import InputRefusedError
from tests.conftest import article, shelve


class _Clock(dt.datetime):
    """A clock that a test sets."""

    at = dt.datetime(2026, 3, 1, 12, 0, tzinfo=dt.UTC)

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
        return cls.at.astimezone(tz)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let some minutes pass."""
    monkeypatch.setattr(protocol.dt, "datetime", _Clock)
    monkeypatch.setattr(_Clock, "at", _Clock.at)

    def passing(minutes: int) -> None:
        monkeypatch.setattr(_Clock, "at", _Clock.at + dt.timedelta(minutes=minutes))

    return passing


def _search(archive: Archive, query: str, view: str = "all") -> None:
    archive.log_search(archive.find(query, view=view), view)  # type: ignore[arg-type]


def test_a_search_is_written_down(archive: Archive, later: Callable[[int], None]) -> None:
    archive.catch_up()
    _search(archive, "Hafen  UND datum:2018")
    (entry,) = archive.search_log()
    assert (entry.query, entry.understood) == ("Hafen UND datum:2018", "Hafen date:2018")
    assert (entry.at, entry.view, entry.count, entry.archive, entry.highest) == ("2026-03-01T12:00:00Z", "all", 1, 4, 4)
    assert archive.history() == []  # it is no step


def test_the_same_search_within_ten_minutes_is_one_entry(archive: Archive, later: Callable[[int], None]) -> None:
    _search(archive, "is:unread")
    later(5)
    archive.mark_read([1])
    _search(archive, "is:unread")
    _search(archive, "is:unread", "starred")
    assert [(entry.count, entry.view) for entry in archive.search_log()] == [(0, "starred"), (3, "all")]
    later(9)
    _search(archive, "is:unread")  # ten minutes after the last look, not after the first
    assert len(archive.search_log()) == 2
    later(11)
    _search(archive, "is:unread")
    assert len(archive.search_log()) == 3
    assert archive.search_log(1)[0].at == "2026-03-01T12:25:00Z"


def test_looking_at_everything_is_no_search(archive: Archive) -> None:
    _search(archive, "")
    _search(archive, "  ")
    assert archive.search_log() == []


def test_recent_queries_come_once_and_newest_first(archive: Archive, later: Callable[[int], None]) -> None:
    for query in ("is:read", "is:starred", "is:read", "is:noted"):
        _search(archive, query)
        later(20)
    assert archive.recent_queries() == ["is:noted", "is:read", "is:starred"]
    assert archive.recent_queries(1) == ["is:noted"]


def test_what_came_since_is_counted(archive: Archive, reopen: Callable[[Archive], Archive]) -> None:
    archive.catch_up()
    _search(archive, "Hafen")
    (entry,) = archive.search_log()
    assert archive.new_since(entry) == 0
    shelve(archive, article("Der Hafen ruht."), article("Kein Wort davon."))
    archive = reopen(archive)
    archive.catch_up()
    assert archive.new_since(entry) == 1


def test_the_protocol_can_be_emptied(archive: Archive) -> None:
    heard: list[bool] = []
    archive.on_change.append(lambda changes: heard.append(changes.touches("searches")))
    _search(archive, "is:read")
    assert heard == []  # a view that searches again at every change would never rest
    assert archive.forget_searches() == 1
    assert archive.search_log() == []
    assert heard == [True]


def test_an_archive_that_is_read_only_or_in_use_takes_no_note(archive: Archive) -> None:
    reading = Archive.open(archive.path, read_only=True)
    listing = reading.find("is:unread")
    reading.log_search(listing)
    reading.log_search(listing, beside=True)  # another holds the lock
    assert archive.search_log() == []
    archive.close()
    reading.log_search(listing)
    assert reading.search_log() == []
    reading.log_search(listing, beside=True)
    assert [entry.query for entry in reading.search_log()] == ["is:unread"]
    reading.close()


@pytest.fixture
def logged(archive: Archive, later: Callable[[int], None]) -> Archive:
    """An archive with two searches, of which the first was repaired."""
    _search(archive, 'title:"Kran | Kai')
    later(60 * 24)
    _search(archive, "is:unread", "starred")
    return archive


def test_the_protocol_as_a_table(logged: Archive, tmp_path: Path) -> None:
    assert logged.export_search_log(tmp_path / "log.csv", "csv") == 2
    data = (tmp_path / "log.csv").read_bytes().decode("utf-8-sig")
    first, second = csv.DictReader(io.StringIO(data, newline=""))
    assert first == {
        "time": "2026-03-01T12:00:00Z",
        "query": 'title:"Kran | Kai',
        "understood": 'title:"Kran | Kai"',
        "view": "all",
        "found": "0",
        "articles in archive": "4",
        "program": f"Lesesaal {__version__}",
    }
    assert (second["query"], second["view"]) == ("is:unread", "starred")


@pytest.mark.parametrize("name", ["md", "txt"])
def test_the_protocol_as_an_appendix(logged: Archive, name: str) -> None:
    out = io.BytesIO()
    logged.export_search_log(out, name)
    text = out.getvalue().decode()
    assert f"Lesesaal {__version__}" in text
    assert "4 articles" in text
    assert "2, 2026-03-01 to 2026-03-02" in text
    assert text.index("Kran") < text.index("is:unread")  # oldest first
    if name == "md":
        rows = [line for line in text.splitlines() if line.startswith("|")]
        assert all(len(re.findall(r"(?<!\\)\|", row)) == 7 for row in rows)


@pytest.mark.parametrize("name", ["csv", "md", "txt"])
def test_an_empty_protocol_is_a_document_too(archive: Archive, name: str) -> None:
    out = io.BytesIO()
    assert archive.export_search_log(out, name) == 0
    assert out.getvalue()


def test_what_cannot_be_exported_is_told(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match="csv, md, txt"):
        archive.export_search_log(tmp_path / "x", "docx")
    with pytest.raises(InputRefusedError, match="lies within the archive"):
        archive.export_search_log(archive.path / "archive.db", "csv")


def test_a_query_is_no_formula(archive: Archive) -> None:
    archive.log_search(archive.find("=Hafen"))
    out = io.BytesIO()
    archive.export_search_log(out, "csv")
    assert ",'=Hafen,'=Hafen," in out.getvalue().decode()
