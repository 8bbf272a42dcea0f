"""What the tests of the reader and the dialogs share: a desk, without a window, on a dozen demo articles."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.model.article import Article
from tests.gui.scene import desk_on


@pytest.fixture
def archive(shelf: Path, tmp_path: Path) -> Iterator[Archive]:
    """A copy of the shelf, open."""
    folder = tmp_path / "archive"
    shutil.copytree(shelf, folder)
    opened = Archive.open(folder)
    yield opened
    opened.close()


@pytest.fixture
def desk(archive: Archive, dressed: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A desk on that archive, in the light theme; a failure that nobody handles fails the test."""
    theme.apply("light")
    theme.zoom(0)
    with desk_on(archive) as made:
        yield made


@pytest.fixture
def number(archive: Archive) -> Callable[[str], int]:
    """The id of the article that was imported from a file whose path ends so."""
    by_path = {path: found for found, path, _ in archive.browse.provenances()}
    return lambda end: next(found for path, found in by_path.items() if path.endswith(end))


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot) -> Callable[[int], Article]:
    """Open an article on the desk and wait for it."""

    def open_it(wanted: int) -> Article:
        with qtbot.waitSignal(desk.hits_changed):
            desk.open_article(wanted)
        assert desk.article is not None
        assert desk.article.id == wanted
        return desk.article

    return open_it
