"""The run that looks for names: one at a time, halted and taken up again, told in the status strip."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.archive.proposing import Proposing
from desktop_app.entities.reading import Text
from desktop_app.gui import settings
from desktop_app.gui.desk import Desk
from desktop_app.gui.dialogs.preferences import Preferences
from desktop_app.gui.name_finder import NameFinder
from desktop_app.gui.widgets.names_state import NamesState
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.people import Findings
from desktop_app.model.progress import Control, Report
from desktop_app.store import recognitions
from tests.conftest import article
from tests.gui.left import desk_over, search
from tests.unit.archive.cast import ListReader, read

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

COUNT = 120  # articles: three batches


class SlowReader(ListReader):
    """Reads a batch only when it is let."""

    def __init__(self, version: str = "list 1") -> None:
        super().__init__(version=version)
        self.turns = threading.Semaphore(0)

    def read(self, articles: Sequence[Text], /) -> list[Findings]:
        assert self.turns.acquire(timeout=10)
        return super().read(articles)


@pytest.fixture
def reader() -> SlowReader:
    return SlowReader()


@pytest.fixture
def desk(empty: Archive, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    read(empty, *[article(f"Marcel Vogel kam {n}.", f"Titel {n}", language="de") for n in range(COUNT)], reader=None)
    with desk_over(empty, qtbot, str(tmp_path / "settings")) as desk:
        settings.put("names/off", 0)
        yield desk


def finder_over(desk: Desk, reader: ListReader) -> NameFinder:
    """A finder whose run reads with `reader`, as with a recogniser of another version."""
    archive = desk.archive

    def work(report: Report, control: Control) -> int:
        return archive.recognise(report, control, reader=reader)

    def left() -> int:
        return recognitions.waiting(archive._session.reader(), reader.version)

    finder = NameFinder(desk, work, left)
    finder._settle.setInterval(0)
    return finder


@pytest.fixture
def finder(desk: Desk, reader: SlowReader) -> Iterator[NameFinder]:
    reader.version = "list 2"  # what was read by another is read again
    yield finder_over(desk, reader)
    reader.turns.release(1000)


def test_it_begins_after_the_list_and_reads_all_again(
    qtbot: QtBot, desk: Desk, finder: NameFinder, reader: SlowReader
) -> None:
    strip = NamesState(finder)
    qtbot.addWidget(strip)
    assert finder.state == "resting"
    assert strip.isHidden()
    search(qtbot, desk)
    qtbot.waitUntil(lambda: finder.left == COUNT and finder.state == "reading")
    assert strip.label.text() == "Names: 120 articles to go"
    reader.turns.release(1000)
    qtbot.waitUntil(lambda: finder.state == "resting")
    assert reader.read_texts == COUNT
    assert strip.isHidden()


def test_it_is_halted_and_goes_on(qtbot: QtBot, desk: Desk, finder: NameFinder, reader: SlowReader) -> None:
    strip = NamesState(finder)
    qtbot.addWidget(strip)
    strip.show()
    search(qtbot, desk)
    qtbot.waitUntil(lambda: finder.state == "reading")
    assert strip.button.x() == 0  # or it would move with the number of articles
    QTest.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    assert finder.state == "paused"
    assert strip.label.text() == "Names: paused, 120 articles to go"
    reader.turns.release(1)  # the batch that is being read is finished
    qtbot.waitUntil(lambda: reader.read_texts == 50)
    other = finder_over(desk, reader)  # as after a restart
    assert other.paused
    other.deleteLater()
    QTest.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    reader.turns.release(1000)
    qtbot.waitUntil(lambda: finder.state == "resting")
    assert reader.read_texts == COUNT


def test_a_paused_one_does_not_begin(qtbot: QtBot, desk: Desk, finder: NameFinder, reader: SlowReader) -> None:
    settings.put("names/paused", 1)
    reader.turns.release(1000)
    search(qtbot, desk)
    qtbot.waitUntil(lambda: finder.left == COUNT)
    assert finder.state == "paused"
    assert reader.read_texts == 0
    finder.pause(False)
    qtbot.waitUntil(lambda: finder.state == "resting")


def test_an_import_goes_first(qtbot: QtBot, desk: Desk, finder: NameFinder, reader: SlowReader) -> None:
    strip = NamesState(finder)
    qtbot.addWidget(strip)
    finder.hold(True)
    search(qtbot, desk)
    qtbot.waitUntil(lambda: finder.state == "held")
    assert strip.label.text() == "Names: waiting for the import"
    assert reader.read_texts == 0
    reader.turns.release(1000)
    finder.hold(False)
    qtbot.waitUntil(lambda: finder.state == "resting")
    assert reader.read_texts == COUNT


def test_what_comes_later_is_read_too(qtbot: QtBot, desk: Desk, finder: NameFinder, reader: SlowReader) -> None:
    reader.turns.release(1000)
    search(qtbot, desk)
    qtbot.waitUntil(lambda: reader.read_texts == COUNT and finder.state == "resting")
    desk.edit(desk.archive.set_fields, 1, language="en")
    qtbot.waitUntil(lambda: reader.read_texts == COUNT + 1)
    qtbot.waitUntil(lambda: finder.state == "resting")


def test_names_that_an_ended_run_left_are_compared(qtbot: QtBot, desk: Desk) -> None:
    Proposing(desk.archive._session).remember([1, 2])
    strip: list[str] = []
    finder = finder_over(desk, ListReader())  # nothing is left to be read
    shown = NamesState(finder)
    qtbot.addWidget(shown)
    finder.changed.connect(lambda: strip.append(shown.label.text()))
    search(qtbot, desk)
    qtbot.waitUntil(lambda: desk.archive.uncompared() == 0)
    qtbot.waitUntil(lambda: finder.state == "resting")
    assert "Names: being compared" in strip
    assert shown.isHidden()


def test_off_is_off(qtbot: QtBot, desk: Desk, finder: NameFinder, reader: SlowReader) -> None:
    search(qtbot, desk)
    qtbot.waitUntil(lambda: finder.state == "reading")
    finder.read_in("off")
    assert finder.state == "off"
    reader.turns.release(1000)
    qtbot.waitUntil(lambda: finder._running is None)
    seen = reader.read_texts
    assert seen < COUNT
    finder.read_in("thorough")
    qtbot.waitUntil(lambda: desk.archive.recogniser_mode() == "thorough")
    qtbot.waitUntil(lambda: reader.read_texts == COUNT and finder.state == "resting")


def test_a_failure_is_told_quietly_and_tried_again(qtbot: QtBot, desk: Desk) -> None:
    broken = [True]

    def work(report: Report, control: Control) -> int:
        if broken[0]:
            raise InputRefusedError("The name model is damaged.")
        return desk.archive.recognise(report, control, reader=ListReader(version="list 2"))

    def left() -> int:
        return recognitions.waiting(desk.archive._session.reader(), "list 2")

    finder = NameFinder(desk, work, left)
    finder._settle.setInterval(0)
    strip = NamesState(finder)
    qtbot.addWidget(strip)
    strip.show()
    search(qtbot, desk)
    qtbot.waitUntil(lambda: finder.state == "stopped")
    assert strip.label.text() == "Names: stopped"
    assert strip.label.toolTip() == "The name model is damaged."
    broken[0] = False
    QTest.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: finder.state == "resting")


def test_the_mode_is_chosen_in_the_preferences(qtbot: QtBot) -> None:
    dialog = Preferences(None, "", "off")
    qtbot.addWidget(dialog)
    assert dialog.names.currentData() == "off"
    dialog.names.setCurrentIndex(dialog.names.findData("thorough"))
    with qtbot.waitSignal(dialog.names_wanted, check_params_cb=lambda mode: mode == "thorough"):
        dialog.names.activated.emit(dialog.names.currentIndex())
    without = Preferences()
    qtbot.addWidget(without)
    assert without.names.count() == 0
