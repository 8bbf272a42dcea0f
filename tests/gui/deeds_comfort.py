"""What each action about the look of list and windows is for: pressed on the real window, it does what it says."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.gui.side_window import SideWindow
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


def _read_last(scene: Scene) -> None:
    scene.archive.remember_place(3, 0)
    title = scene.archive.article(3).title
    scene.do("read_last")
    menu = scene.dialog(QMenu)
    (action,) = [action for action in menu.actions() if action.text().startswith(title[:12])]
    action.trigger()
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == 3)
    menu.close()


def _second_window(scene: Scene) -> None:
    article = scene.read(1)
    scene.press("Shift+Return")
    (window,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, SideWindow) and each.isVisible()]
    scene.until(lambda: window.desk.article is not None and window.desk.article.id == article.id)
    window.close()
    scene.to_the_front()
    scene.do("second_window")
    (window,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, SideWindow) and each.isVisible()]
    window.close()


COMFORT: dict[str, Callable[[Scene], None]] = {
    "table": _table,
    "columns": _columns,
    "read_last": _read_last,
    "second_window": _second_window,
}
