"""What the tests of highlights and notes share: a reader over two articles, and what a hand does in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.gui.widgets.word_boxes import boxes_of
from desktop_app.model.article import Article, Note
from tests.conftest import article, shelve
from tests.gui.left import desk_over, show

TEXT = (
    "Der Hafen wächst. Am Hafen stehen neue Kräne, und der Hafenmeister 🚢 zählt sie.\n\n"
    "Zwei Kräne kamen aus Osaka. Der Hafen zahlte bar.\n\n"
) + "\n\n".join(f"Absatz {number} erzählt von vielem anderen, damit die Seite lang wird." for number in range(40))


@pytest.fixture
def desk(empty: Archive, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    shelve(empty, article(TEXT, "Kräne", "2019-05-14", "Bote"), article("Eine Brücke.", "Brücke", "2019"))
    empty.catch_up()
    with desk_over(empty, qtbot, str(tmp_path / "settings")) as desk:
        yield desk


@pytest.fixture
def reader(desk: Desk, qtbot: QtBot) -> ReaderPane:
    """A reader that shows the first article and has the keyboard."""
    pane = ReaderPane(desk)
    show(qtbot, pane, 780, 600)
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    open_article(qtbot, desk, 1)
    pane.setFocus()
    return pane


@pytest.fixture
def settled(desk: Desk, qtbot: QtBot) -> Callable[[Callable[[], object]], Article]:
    """Do something and wait until the article came again."""

    def do(what: Callable[[], object]) -> Article:
        with qtbot.waitSignal(desk.article_changed, timeout=10_000):
            what()
        assert desk.article is not None
        return desk.article

    return do


def open_article(qtbot: QtBot, desk: Desk, number: int) -> Article:
    """Open an article and wait for it and its hits."""
    with qtbot.waitSignals([desk.article_changed, desk.hits_changed], timeout=10_000):
        desk.open_article(number)
    assert desk.article is not None
    return desk.article


def place(words: str, nth: int = 0) -> tuple[int, int]:
    """Where words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def middle(reader: ReaderPane, start: int, end: int) -> QPoint:
    """The middle of the first line of a span, in the viewport."""
    return boxes_of(reader.page_view, start, end)[0].center().toPoint()


def drag(reader: ReaderPane, start: int, end: int) -> None:
    """Select a span with the mouse."""
    view, boxes = reader.page_view.viewport(), boxes_of(reader.page_view, start, end)
    first, last = boxes[0], boxes[-1]
    begin = QPoint(round(first.left()) + 1, round(first.center().y()))
    finish = QPoint(round(last.right()), round(last.center().y()))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(view, (begin + finish) / 2)
    QTest.mouseMove(view, finish)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=finish)


def press(reader: ReaderPane, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key on the page."""
    QTest.keyClick(reader.page_view, key, modifiers)


def click(reader: ReaderPane, start: int, end: int) -> None:
    """A click on the words of a span."""
    QTest.mouseClick(reader.page_view.viewport(), Qt.MouseButton.LeftButton, pos=middle(reader, start, end))


def notes(reader: ReaderPane) -> list[Note]:
    """The notes of the open article."""
    shown = reader.page_view.article
    return list(shown.notes) if shown is not None else []
