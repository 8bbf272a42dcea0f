"""What the sidebar does with dossiers and screenings: open, fold, nest and put them in order."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.gui.clauses import chosen
from desktop_app.gui.desk import Desk
from desktop_app.gui.dossiers.deeds import DossierDeeds
from desktop_app.gui.dossiers.screening_deeds import ScreeningDeeds
from desktop_app.gui.i18n import tr
from desktop_app.gui.models.sidebar_entries import Entry
from desktop_app.gui.widgets.sidebar_view import SidebarView
from desktop_app.model.changes import Changes
from desktop_app.model.dossiers import Dossier


class SidebarDossiers(QObject):
    """Carries out what is asked of the entries of dossiers and screenings."""

    fold_wanted = Signal(int, bool)  # dossier, whether it is to hide those in it

    def __init__(self, desk: Desk, view: SidebarView, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent
        self.deeds = DossierDeeds(desk, parent)
        self.screenings = ScreeningDeeds(desk, parent)
        view.add_wanted.connect(lambda _section: self.deeds.make())
        view.folded.connect(self._fold)
        view.moved.connect(self._drop)
        view.key_wanted.connect(self._on_key)

    def choose(self, entry: Entry, *, exclude: bool, more: bool) -> None:
        """Open a dossier, or go on with a screening; with the keys of a filter, filter by it beside others."""
        if exclude or more:
            self._desk.set_filters(chosen(self._desk.filters, entry.value, exclude=exclude))
        elif entry.kind == "screening":
            self.screenings.resume(entry.number)
        else:
            self._desk.open_query(entry.value)

    def menu_of(self, entry: Entry) -> QMenu:
        """What can be done with a dossier or screening."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry.kind == "screening":
            self.screenings.fill_menu(menu, entry.number, entry.label)
        else:
            self._fill_dossier(menu, entry.number, entry.label)
        return menu

    def _fill_dossier(self, menu: QMenu, number: int, name: str) -> None:
        desk, deeds = self._desk, self.deeds
        add = menu.addAction(tr("Put the selected articles into it"))
        add.setEnabled(bool(desk.targets()))
        add.triggered.connect(lambda: desk.edit(desk.archive.add_to_dossier, number, desk.targets()))
        menu.addAction(tr("Read them all …")).triggered.connect(lambda: self.screenings.start_in(number))
        menu.addSeparator()
        menu.addAction(tr("New dossier in it …")).triggered.connect(lambda: deeds.make(number))
        menu.addAction(tr("Rename …")).triggered.connect(lambda: deeds.rename(number, name))
        menu.addAction(tr("Move …")).triggered.connect(lambda: deeds.move(number))
        menu.addAction(tr("Move up")).triggered.connect(lambda: deeds.shift(number, -1))
        menu.addAction(tr("Move down")).triggered.connect(lambda: deeds.shift(number, 1))
        menu.addSeparator()
        menu.addAction(tr("Export …")).triggered.connect(lambda: deeds.export(number))
        menu.addAction(tr("Delete …")).triggered.connect(lambda: deeds.delete(number, name))

    def _fold(self, entry: Entry) -> None:
        if entry.unfolded is not None:
            self.fold_wanted.emit(entry.number, entry.unfolded)

    def _on_key(self, entry: Entry, key: int, modifiers: Qt.KeyboardModifier) -> None:
        """Left and Right fold and unfold, Alt with Up and Down moves among the neighbours, F2 renames, Del deletes."""
        if entry.kind == "screening":
            if key == Qt.Key.Key_F2:
                self.screenings.rename(entry.number, entry.label)
            elif key == Qt.Key.Key_Delete:
                self.screenings.delete(entry.number)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if entry.unfolded is (key == Qt.Key.Key_Left):
                self._fold(entry)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.deeds.shift(entry.number, 1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_F2:
            self.deeds.rename(entry.number, entry.label)
        elif key == Qt.Key.Key_Delete:
            self.deeds.delete(entry.number, entry.label)

    def _drop(self, number: int, onto: Entry, zone: str) -> None:
        """A dossier was dropped into another one, or before or behind it."""
        archive = self._desk.archive

        def move() -> Changes:
            lines = archive.dossiers()
            if zone == "into":
                return archive.move_dossier(number, onto.number)
            before = onto.number if zone == "before" else _behind(lines, onto.number, number)
            return archive.move_dossier(number, onto.parent, before)

        if number != onto.number:
            self._desk.edit(move)


def _behind(lines: Sequence[Dossier], number: int, moved: int) -> int:
    """The neighbour that follows a dossier, leaving out the one that is moved; 0 where it is the last."""
    parent = next((line.parent for line in lines if line.id == number), 0)
    mates = [line.id for line in lines if line.parent == parent and line.id != moved]
    at = mates.index(number) + 1 if number in mates else len(mates)
    return mates[at] if at < len(mates) else 0
