"""The panes about people within the window: their verbs are its actions, their sentences open in its reader."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow
    from desktop_app.gui.panes.review_pane import ReviewPane
    from desktop_app.gui.people.page import EntityPane

_MENU = ("second_window", "", "rename_person", "confirm_people", "tag_people", "turn_people", "",
         "split_person", "part_person", "", "reject_people")  # fmt: skip


def entity_pane(window: "MainWindow") -> "EntityPane":
    """Make the page and connect it with the window."""
    from desktop_app.gui.people.arrival import Arrival
    from desktop_app.gui.people.page import EntityPane

    pane, arrival = EntityPane(window.desk), Arrival(window.desk, window.reader)
    pane.verb_wanted.connect(lambda name: window.action(name).trigger())
    pane.menu_wanted.connect(lambda corner: _open_menu(window, corner))
    pane.sentence_wanted.connect(arrival.go_to)
    pane.link_opened.connect(window.reader.marking.links.open)
    pane.export_wanted.connect(lambda ids, name: _export(window, ids, name))
    return pane


def review_pane(window: "MainWindow") -> "ReviewPane":
    """Make the review and connect it with the window."""
    from desktop_app.gui.panes.review_pane import ReviewPane
    from desktop_app.gui.people.arrival import Arrival

    pane = ReviewPane(window.desk)
    pane.sentence_wanted.connect(Arrival(window.desk, window.reader).go_to)
    return pane


def _open_menu(window: "MainWindow", corner: QPoint) -> None:
    menu = QMenu(window)
    menu.setObjectName("entity_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name in _MENU:
        if name:
            menu.addAction(window.action(name))
        else:
            menu.addSeparator()
    menu.popup(corner)


def _export(window: "MainWindow", ids: list[int], name: str) -> None:
    from desktop_app.gui.dialogs.export_dialog import ExportDialog

    ExportDialog(window.desk, window, articles=ids, name=name).show()
