"""The table of actions as Qt has it: menus, keys, and what can be done just now."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from desktop_app.gui import settings, theme
from desktop_app.gui.actions import Action, actions, menus
from desktop_app.gui.commands import Commands
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr
from desktop_app.store.history import HistoryEntry

_TAG_KEYS = range(1, 10)


class WindowActions(QObject):
    """Fills a window's menu bar and keeps its actions in step with the desk."""

    def __init__(self, window: QMainWindow, desk: Desk, commands: Commands) -> None:
        super().__init__(window)
        self._desk = desk
        self._table: dict[str, tuple[Action, QAction]] = {}
        bars = {name: window.menuBar().addMenu(title) for name, title in menus()}
        for action in actions():
            item = QAction(action.text, window)
            item.setObjectName(f"action_{action.name}")
            item.setShortcuts([QKeySequence(key) for key in action.keys])
            item.setCheckable(action.checkable)
            item.triggered.connect(getattr(commands, action.name))
            self._table[action.name] = (action, item)
            window.addAction(item)
            if action.menu:
                if action.separated:
                    bars[action.menu].addSeparator()
                bars[action.menu].addAction(item)
        themes = QActionGroup(window)
        for name in theme.THEMES:
            themes.addAction(self.action(name))
        for number in _TAG_KEYS:
            shortcut = QShortcut(QKeySequence(str(number)), window)
            shortcut.activated.connect(lambda number=number: commands.toggle_tag(number))
        desk.hub.changed.connect(self.refresh_undo)
        theme.notifier().changed.connect(self.dress)
        self.dress()

    def action(self, name: str) -> QAction:
        """The QAction of an entry of the table."""
        return self._table[name][1]

    def table(self) -> list[tuple[Action, QAction]]:
        """All actions, as the table has them and as Qt has them."""
        return list(self._table.values())

    def dress(self) -> None:
        """Take icons from the theme, and mark the theme that is in use."""
        for name in theme.THEMES:
            self.action(name).setChecked(settings.value("theme", "system") == name)
        for action, item in self._table.values():
            if action.icon:
                item.setIcon(theme.icon(action.icon))

    def refresh(self, there: Mapping[str, bool]) -> None:
        """Switch on what can be done: `there` says for each need of the table whether it is met."""
        for action, item in self._table.values():
            if action.name not in ("undo", "redo"):
                item.setEnabled(there[action.needs])

    def refresh_undo(self) -> None:
        """Name the steps that undo and redo would take."""
        archive = self._desk.archive

        def show(found: tuple[HistoryEntry | None, HistoryEntry | None]) -> None:
            for name, text, entry in (("undo", tr("Undo"), found[0]), ("redo", tr("Redo"), found[1])):
                item = self.action(name)
                label = retold(entry.label, entry.fields).replace("&", "&&") if entry else ""
                item.setText(f"{text}: {label}" if entry else text)
                item.setEnabled(entry is not None and not archive.read_only)

        self._desk.jobs.read(self, lambda: (archive.next_undo(), archive.next_redo()), show, key="undo")
