"""What the tests of the page share: an archive in which people of a small town are known, and a page on its desk."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.people.page import EntityPane
from tests.conftest import article
from tests.gui.left import show
from tests.gui.scene import desk_on
from tests.unit.archive.cast import Cast, ListReader, entity, read

TOWN: Cast = {
    "Marcel Vogel": ("person", "marcel vogel"),
    "M. Vogel": ("person", "m vogel"),
    "Anna Lindner": ("person", "anna lindner"),
    "Ole Brandt": ("person", "ole brandt"),
    "Ida Sander": ("person", "ida sander"),
    "Hafenwerk AG": ("organisation", "hafenwerk"),
    "Kranbund": ("organisation", "kranbund"),
}
BOTE, KURIER = "Rheinhafen-Bote", "Niederrhein Kurier"
PRESS = (
    ("Hafenmeister Marcel Vogel sprach mit Anna Lindner. Die Hafenwerk AG schwieg.", "Am Kai", "2017-03-14", BOTE),
    ("Marcel Vogel und Anna Lindner tauften ein Boot.", "Ein neues Boot", "2017-05-02", BOTE),
    ("Es regnete. Hafenmeister Marcel Vogel vertagte das Fest.", "Regen", "2017-08-20", KURIER),
    ("Der Kranbund tagte. Anna Lindner fehlte, Ole Brandt kam.", "Tagung", "2018-02-11", KURIER),
    ("Ole Brandt und Ida Sander eröffneten die Schleuse.", "Schleuse", "2018-10-30", BOTE),
    ("Niemand kam, und nichts geschah.", "Stille", "2018-11-05", BOTE),
    ("Marcel Vogel lobte die Hafenwerk AG. Der Kranbund widersprach.", "Lob", "2020-01-09", BOTE),
    ("M. Vogel schrieb dem Kranbund.", "Post", "2020-06-18", KURIER),
    ("Marcel Vogel geht. Anna Lindner folgt ihm nach.", "Abschied", "2021-04-01", BOTE),
)


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of nine articles from 2017 to 2021, none of them from 2019; tests work on copies."""
    folder = tmp_path_factory.mktemp("town") / "archive"
    archive = Archive.create(folder)
    more = {"language": "de", "place": "Rheinhafen"}
    texts = [article(text, title, date, source, **more) for text, title, date, source in PRESS]
    read(archive, *texts, reader=ListReader(TOWN))
    archive.catch_up()
    archive.forget_history()
    archive.close()
    return folder


@pytest.fixture
def folder(town: Path, tmp_path: Path) -> Path:
    """A copy of that archive."""
    return Path(shutil.copytree(town, tmp_path / "archive"))


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    opened = Archive.open(folder)
    yield opened
    opened.close()


@pytest.fixture
def desk(archive: Archive, dressed: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A desk on it, in the light theme."""
    theme.apply("light")
    theme.zoom(0)
    with desk_on(archive) as made:
        yield made


@pytest.fixture
def who(archive: Archive) -> Callable[[str], int]:
    """The number of the one of this name."""
    return lambda name: entity(archive, name)


@pytest.fixture
def pane(desk: Desk, qtbot: QtBot) -> EntityPane:
    """The page, as large as in the usual window; it shows nobody yet."""
    made = EntityPane(desk)
    desk.room_changed.connect(lambda room: made.enter(room) if room.name == "entity" else None)
    show(qtbot, made, 1204, 760)
    return made


@pytest.fixture
def opened(desk: Desk, pane: EntityPane, who: Callable[[str], int], qtbot: QtBot) -> Callable[[str], EntityPane]:
    """Open somebody's page and wait until everything is there."""

    def open_it(name: str) -> EntityPane:
        number = who(name)
        desk.open_entity(number)
        qtbot.waitUntil(lambda: pane.loaded is not None and pane.loaded.page.row.id == number)
        return pane

    return open_it
