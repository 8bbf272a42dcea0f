"""What each action about the look of list and windows is for: pressed on the real window, it does what it says."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from tests.gui.scene import Scene


def _table(scene: Scene) -> None:
    scene.do("table")
    assert scene.window.list_pane.table.heading.isVisible()
    assert scene.window.action("table").isChecked()
    scene.do("table")
    assert not scene.window.list_pane.table.on
    assert not scene.window.action("table").isChecked()


def _columns(scene: Scene) -> None:
    scene.do("columns")
    menu = scene.dialog(QMenu)
    assert menu.objectName() == "columns_menu"
    assert "Author" in [action.text() for action in menu.actions()]
    menu.close()


COMFORT: dict[str, Callable[[Scene], None]] = {"table": _table, "columns": _columns}
