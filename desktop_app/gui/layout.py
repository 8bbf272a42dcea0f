"""How the window was left: its place on the screen and the widths of its panes."""

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from desktop_app.gui import history_commands, settings
from desktop_app.gui.places import Room

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow

SIZE = QSize(1440, 900)
_SIDES = (236, 1204)  # sidebar, the rest
_PANES = (424, 780)  # list, reader
_RIGHT = (620, 178)  # reader, inspector
_CONCORDANCE, _READER_LEAST = 760, 440
_LASTING = ("people", "entity", "annotations")  # rooms that the next window finds again
_NARROW = "list_width"  # of the middle, before it was widened


def restore(window: "MainWindow") -> None:
    """Set the window up as it was left, or as it is drawn in the design."""
    window.resize(SIZE)
    window.restoreGeometry(settings.blob("window/geometry"))
    history_commands.restore(window)
    if not window.sides.restoreState(settings.blob("window/sides")):
        window.sides.setSizes(list(_SIDES))
    if not window.panes.restoreState(settings.blob("window/articles")):
        window.panes.setSizes(list(_PANES))
    if not window.right.restoreState(settings.blob("window/right")):
        window.right.setSizes(list(_RIGHT))

    if window.list_pane.table.on:
        make_room(window, wide=True)


def enter_room(window: "MainWindow") -> None:
    """Go where the last window on this archive was left: to its table, page or list."""
    try:
        found = json.loads(settings.value(_room(window), "{}"))
        room = Room(found["name"], found["kind"], int(found["entity"]))
    except (ValueError, KeyError, TypeError):
        return
    if room.name in _LASTING:
        window.desk.enter(room)


def _room(window: "MainWindow") -> str:
    return f"room/{sha256(str(window.desk.archive.path).encode()).hexdigest()[:16]}"


def make_room(window: "MainWindow", *, wide: bool) -> None:
    """Give the middle the width that a concordance needs, at the cost of the reader, or take it back."""
    middle, right = window.panes.sizes()
    if wide:
        window.setProperty(_NARROW, middle)
        wish = max(middle, min(_CONCORDANCE, middle + right - _READER_LEAST))
    else:
        wish = min(int(window.property(_NARROW) or middle), middle)
    window.panes.setSizes([wish, middle + right - wish])


def remember(window: "MainWindow") -> None:
    """Keep the window's layout for the next start."""
    if window.list_pane.in_concordance or window.list_pane.table.on:
        make_room(window, wide=False)
    room = window.desk.room
    settings.put(_room(window), json.dumps({"name": room.name, "kind": room.kind, "entity": room.entity}))
    settings.put_blob("window/geometry", window.saveGeometry())
    settings.put_blob("window/sides", window.sides.saveState())
    settings.put_blob("window/articles", window.panes.saveState())
    settings.put_blob("window/right", window.right.saveState())
