"""Fixtures that all suites share. No Qt here: the suites below the window run without it."""

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from desktop_app.archive.archive import Archive
from desktop_app.model.article import ParsedArticle, ParsedFile
from desktop_app.model.dates import PartialDate
from desktop_app.store.articles import ArticleWriter

# A new counterexample belongs to a developer, not to whoever comes next through continuous integration.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

_numbers = itertools.count(1)


def shelve(archive: Archive, *articles: ParsedArticle, path: str = "") -> list[int]:
    """Write articles as an import would, one file each, without workers; returns their ids."""
    ids = []
    with archive._session.writing() as connection:
        writer = ArticleWriter(connection, None, "2026-01-01T00:00:00Z")  # type: ignore[arg-type]
        for article in articles:
            number = next(_numbers)
            file = ParsedFile(path or f"/press/{number}.txt", "parsed", format="plain", encoding="utf-8")
            ids.append(writer.add(article, file)[0])
    return ids


def article(text: str, title: str = "", date: str = "", source: str = "", **more: object) -> ParsedArticle:
    """A parsed article from plain values; `date` is EDTF."""
    parsed = PartialDate.parse(date) if date else None
    return ParsedArticle(text, title=title, source=source, date=parsed, **more)  # type: ignore[arg-type]


HARBOUR = article(
    "Der Hafen wächst. Die Kräne stehen still, sagt der Hafenmeister.",
    "Kran am Kai",
    "2018-09",
    "Rheinhafen-Bote",
    language="de",
    byline="Maike Dorn",
    place="Rheinhafen",
)
STARTUP = article(
    "Neun Start-ups stellten sich vor. Der Hafen war auch dabei.",
    "Gründer treffen sich",
    "2019-05-14",
    "Niederrhein Kurier",
    language="de",
    byline="Ansgar Pütz",
)
BRIDGE = article(
    "The old bridge reopened on Monday. 𝒜 crowd of 🚢 ships came.",
    "Bridge open again",
    "2019",
    "The Harbour Post",
    language="en",
)
UNDATED = article("Leserbrief ohne Datum über die Brücke.", "Leserbriefe", source="Rheinhafen-Bote", language="de")
SHELF = (HARBOUR, STARTUP, BRIDGE, UNDATED)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Archive]:
    """A new archive."""
    archive = Archive.create(tmp_path / "archive")
    yield archive
    archive.close()


@pytest.fixture
def archive(empty: Archive) -> Archive:
    """An archive with the four articles of `SHELF`, numbered 1 to 4; the index has not read them yet."""
    assert shelve(empty, *SHELF) == [1, 2, 3, 4]
    return empty


@pytest.fixture
def folder(archive: Archive) -> Path:
    """The folder of that archive, closed."""
    archive.close()
    return archive.path


@pytest.fixture
def reopen() -> Iterator[Callable[[Archive], Archive]]:
    """Close an archive and open it again, as after a restart."""
    opened: list[Archive] = []

    def again(archive: Archive) -> Archive:
        archive.close()
        opened.append(Archive.open(archive.path))
        return opened[-1]

    yield again
    for archive in opened:
        archive.close()


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """A folder with three press texts as files."""
    folder = tmp_path / "press"
    folder.mkdir()
    texts = {
        "hafen.txt": "Kran am Kai\nRheinhafen-Bote, 14. September 2018\n\n"
        "Rheinhafen. Der Hafen wächst, sagte der Hafenmeister am Freitag. Zwei neue Kräne stehen bereit.\n",
        "gruender.md": "---\ntitle: Gründer treffen sich\ndate: 2019-05-14\nsource: Niederrhein Kurier\n---\n\n"
        "Neun Start-ups stellten sich am Dienstag vor. Auch der Hafen war dabei.\n",
        "bridge.html": "<html><head><title>Bridge open again</title></head><body><article><h1>Bridge open again</h1>"
        "<p>The old bridge reopened on Monday after two years of work. A crowd of people came.</p>"
        "<p>The mayor cut the ribbon and spoke of a good day for the harbour.</p></article></body></html>",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
