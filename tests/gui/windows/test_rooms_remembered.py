"""The next window on an archive begins where the last one was left."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.gui import settings
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.places import ARTICLES, Room
from tests.gui.scene import Scene


def reopened(scene: Scene, open_window: Callable[[Path], MainWindow]) -> MainWindow:
    path = scene.archive.path
    scene.window.close()
    return open_window(path)


def test_a_table_is_found_again(scene: Scene, open_window: Callable[[Path], MainWindow]) -> None:
    scene.desk.open_people("organisation")
    window = reopened(scene, open_window)
    assert window.desk.room == Room("people", "organisation")
    window.desk.back()
    assert window.desk.room == ARTICLES


def test_a_queue_begins_anew(scene: Scene, open_window: Callable[[Path], MainWindow]) -> None:
    scene.desk.open_review()
    assert reopened(scene, open_window).desk.room == ARTICLES


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"name": "people", "kind": "person", "entity": "x"}'])
def test_what_cannot_be_read_is_the_list(scene: Scene, open_window: Callable[[Path], MainWindow], broken: str) -> None:
    scene.desk.open_people("person")
    path = scene.archive.path
    scene.window.close()
    (name,) = [key for key in settings.store().allKeys() if key.startswith("room/")]
    settings.put(name, broken)
    assert open_window(path).desk.room == ARTICLES
