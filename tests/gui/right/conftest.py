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
from desktop_app.gui.hub import Hub
from desktop_app.gui.jobs import Jobs
from desktop_app.model.article import Article
from desktop_app.resources import demo_folder

PRESS = (
    "rheinhafen-bote/0142_bote.txt",
    "rheinhafen-bote/0089_bote_ihk.txt",
    "rheinhafen-bote/0160_reportage.txt",
    "rheinhafen-bote/0240_nachruf.txt",
    "rheinhafen-bote/0252_interview_tanabe.txt",
    "niederrhein-kurier/nk_gruender_kobe.txt",
    "niederrhein-kurier/nk_hochwasser.txt",
    "stadtanzeiger-lank/lank_rundgang.txt",
    "asaumi-shimbun/20190603_kansai.txt",
    "harbour-post/2019-08-15-profile-tanabe.html",
    "harbour-post/0131_bridge.txt",
    "mail/2019-05-09_pm_delegation.eml",
)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive with the articles of `PRESS`, indexed and closed; tests work on copies."""
    folder = tmp_path_factory.mktemp("shelf") / "archive"
    archive = Archive.create(folder)
    archive.importing([demo_folder() / "press" / name for name in PRESS])
    archive.catch_up()
    archive.close()
    return folder


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
    jobs, failures = Jobs(), list[BaseException]()
    jobs.failed.connect(failures.append)
    hub = Hub(archive)
    made = Desk(archive, jobs, hub)
    yield made
    hub.stop()
    jobs.shutdown()
    for part in (made, hub, jobs):
        part.deleteLater()
    assert failures == []


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
