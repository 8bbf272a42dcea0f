"""A window on the stage: what a reader does with keys and dialogs, and waiting for what follows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.hub import Hub
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.main_window import MainWindow
from desktop_app.model.article import Article

W = TypeVar("W", bound=QWidget)


@dataclass
class Scene:
    """A window, and what a test does with it."""

    window: MainWindow
    qtbot: QtBot
    monkeypatch: pytest.MonkeyPatch
    tmp_path: Path

    @property
    def desk(self) -> Desk:
        return self.window.desk

    @property
    def archive(self) -> Archive:
        return self.desk.archive

    @property
    def article(self) -> Article:
        assert self.desk.article is not None
        return self.archive.article(self.desk.article.id)

    def do(self, name: str) -> None:
        """Press the action's key, or choose it from its menu where it has none."""
        item = self.window.action(name)
        if item.shortcuts():
            self.press(item.shortcuts()[0].toString())
        else:
            item.trigger()

    def press(self, keys: str) -> None:
        """Press keys wherever the keyboard is."""
        combination = QKeySequence(keys)[0]
        focus = QApplication.focusWidget() or self.window
        QTest.keyClick(focus, combination.key(), combination.keyboardModifiers())

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=5000)

    def read(self, row: int = 0) -> Article:
        """Open the article of a row with the keyboard in the list."""
        assert self.desk.listing is not None
        self.desk.goto_row.emit(row)
        wanted = self.desk.listing.ids[row]
        self.until(lambda: self.desk.article is not None and self.desk.article.id == wanted)
        self.until(lambda: self.desk.selected == [wanted])
        self.window.list_pane.view.setFocus()
        return self.article

    def search(self, words: str) -> None:
        self.desk.set_text(words)
        self.until(lambda: self.desk.listing is not None and self.desk.listing.query == self.desk.full_query)

    def to_the_front(self) -> None:
        """Give the keyboard back to the window, as a window manager does when a dialog closes."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.window.list_pane.view.setFocus()

    def select_words(self, start: int, end: int) -> None:
        page = self.window.reader.page_view
        cursor = page.textCursor()
        cursor.setPosition(page.position_of(start))
        cursor.setPosition(page.position_of(end), QTextCursor.MoveMode.KeepAnchor)
        page.setTextCursor(cursor)

    def dialog(self, kind: type[W]) -> W:
        """The one dialog of its kind that has opened; it is closed at the end."""
        self.until(lambda: [each for each in self.window.findChildren(kind) if each.isVisible()])
        (found,) = [each for each in self.window.findChildren(kind) if each.isVisible()]
        return found

    def dismiss(self, kind: type[QWidget]) -> None:
        """See that such a dialog has opened, and close it."""
        self.dialog(kind).close()

    def answer(self, method: str, result: object, on: Any = QFileDialog) -> list[tuple[Any, ...]]:
        """Answer a dialog of the system; returns what it was asked."""
        asked: list[tuple[Any, ...]] = []

        def ask(*args: Any, **_: Any) -> object:
            asked.append(args)
            return result

        self.monkeypatch.setattr(on, method, ask)
        return asked

    def said(self, words: str) -> None:
        self.until(lambda: words in self.window.strip._message.text())


@contextmanager
def desk_on(archive: Archive) -> Iterator[Desk]:
    """A desk with its jobs and hub; nothing is left running, and a failure that nobody handled fails the test."""
    jobs, failures = Jobs(), list[BaseException]()
    jobs.failed.connect(failures.append)
    hub = Hub(archive)
    desk = Desk(archive, jobs, hub)
    yield desk
    hub.stop()
    jobs.shutdown()
    for part in (desk, hub, jobs):
        part.deleteLater()
    assert failures == []
