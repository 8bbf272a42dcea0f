"""What the tests of the left and middle panes share: a desk over a real archive, without a whole window."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.model.article import ParsedArticle
from tests.conftest import article, shelve
from tests.gui.scene import desk_on

SOURCES = ("Rheinhafen-Bote", "Niederrhein Kurier", "The Harbour Post")
LANGUAGES = ("de", "de", "en")


@cache
def load_fonts() -> None:
    """The bundled fonts, once for all tests."""
    theme.load_fonts()


def press(count: int) -> list[ParsedArticle]:
    """Articles 1 to `count`, a month apart from January 2016; every third is English."""
    return [
        article(
            f"Artikel Nummer {number} über den Hafen. Die Kräne stehen still.",
            f"Titel {number}",
            f"{2016 + number // 12}-{number % 12 + 1:02}-15",
            SOURCES[number % 3],
            language=LANGUAGES[number % 3],
        )
        for number in range(count)
    ]


def fill(archive: Archive, count: int) -> list[int]:
    """Put that many articles into the archive; returns their ids."""
    return shelve(archive, *press(count))


@contextmanager
def desk_over(archive: Archive, qtbot: QtBot, settings: str) -> Iterator[Desk]:
    """A desk with its jobs and hub; ends with nothing left running."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
    load_fonts()
    theme.apply("light")
    with desk_on(archive) as desk:
        yield desk


def show(qtbot: QtBot, widget: QWidget, width: int = 424, height: int = 700) -> None:
    """Show a pane in its usual size; the test bot closes it."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)


def search(qtbot: QtBot, desk: Desk) -> None:
    """Search and wait for listing and facets; those of the listing before may still come until then."""
    with qtbot.waitSignal(desk.listing_changed, timeout=10_000):
        desk.search()
    with qtbot.waitSignal(desk.facets_changed, timeout=10_000):
        pass
    with qtbot.waitSignal(desk.counts_changed, timeout=10_000):
        desk.refresh_counts()
