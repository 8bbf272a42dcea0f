"""The story of a reader, told with the window's gestures: it leaves the same archive as the verbs do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.main_window import MainWindow
from tests.gui.scene import Scene
from tests.story.script import STEPS, Verbs, play, story_of
from tests.story.window_driver import Window


def test_the_window_and_the_verbs_leave_equal_archives(
    open_window: Callable[[Path], MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    play(Verbs(tmp_path / "called"))
    Archive.create(tmp_path / "clicked").close()
    window = open_window(tmp_path / "clicked")
    window._seen.setInterval(10**8)  # the verbs leave no article open so long that it counts as read
    play(Window(Scene(window, qtbot, monkeypatch, tmp_path)))
    window.close()
    called, clicked = story_of(tmp_path / "called"), story_of(tmp_path / "clicked")
    for table, rows in called.items():
        assert clicked[table] == rows, table
    assert called.keys() == clicked.keys()
    assert len(clicked["history"]) >= sum(name not in ("undo", "redo") for name, _ in STEPS) - 1
