"""The sidebar's context menus: filters, and what can be done with tags and saved searches."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox, QWidget

from desktop_app.gui import theme
from desktop_app.gui.clauses import chosen, field_of, without
from desktop_app.gui.desk import Desk
from desktop_app.gui.dossiers.in_sidebar import SidebarDossiers
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.models.sidebar_entries import Entry
from desktop_app.gui.tags.asking import TagChangeDialog
from desktop_app.gui.tags.rule_dialog import RuleDialog
from desktop_app.model.tags import COLOURS, Verb


class SidebarMenu(QObject):
    """Builds the menu of an entry and carries out what is chosen."""

    def __init__(self, desk: Desk, parent: QWidget, dossiers: SidebarDossiers) -> None:
        super().__init__(parent)
        self._dossiers = dossiers
        self._desk = desk
        self._parent = parent

    def open(self, entry: Entry, where: QPoint) -> None:
        """Show the menu of an entry, if it has one."""
        menu = self.menu_of(entry)
        if menu is not None:
            menu.popup(where)

    def menu_of(self, entry: Entry) -> QMenu | None:
        """The menu of an entry; it deletes itself when it closes."""
        if entry.kind in ("dossier", "screening"):
            return self._dossiers.menu_of(entry)
        if entry.kind not in ("facet", "search") and entry.value != "trash":
            return None
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry.entity:
            page = menu.addAction(tr("Open the page of “{name}”", name=entry.label.replace("&", "&&")))
            page.triggered.connect(lambda: self._desk.open_entity(entry.entity))
            beside = menu.addAction(tr("In a window of its own"))
            beside.triggered.connect(lambda: self._open_beside(entry.entity))
            menu.addSeparator()
        if entry.kind == "facet":
            self._add_filters(menu, entry)
        if entry.section == "tags":
            menu.addSeparator()
            self._add_tag(menu, entry)
        elif entry.kind == "search":
            self._add_search(menu, entry)
        elif entry.value == "trash":
            action = menu.addAction(tr("Empty the trash …"))
            action.setEnabled(bool(entry.count))
            action.triggered.connect(lambda: self.empty_trash(entry.count or 0))
        return menu

    def _open_beside(self, entity: int) -> None:
        from desktop_app.gui.side_window import page_beside

        page_beside(self._parent, entity)

    def _add_filters(self, menu: QMenu, entry: Entry) -> None:
        desk = self._desk
        mates = [text for text in desk.filters if not text.startswith("-") and field_of(text) == field_of(entry.value)]
        ways = [(tr("Show only these"), "include", False, False), (tr("Leave these out"), "exclude", True, False)]
        if mates and entry.state != "include":
            ways.insert(1, (tr("Show these too"), "", False, True))
        for text, state, exclude, more in ways:
            action = menu.addAction(text)
            action.setCheckable(bool(state))
            action.setChecked(entry.state == state != "")
            action.triggered.connect(partial(self._filter, entry.value, exclude, more))
        if entry.state:
            drop = menu.addAction(tr("Drop this filter"))
            drop.triggered.connect(lambda: desk.set_filters(without(desk.filters, entry.value)))
        if desk.filters:
            menu.addAction(tr("Drop all filters")).triggered.connect(lambda: desk.set_filters([]))

    def _filter(self, single: str, exclude: bool, more: bool, _checked: bool = False) -> None:
        self._desk.set_filters(chosen(self._desk.filters, single, exclude=exclude, more=more))

    # --- tags

    def _add_tag(self, menu: QMenu, entry: Entry) -> None:
        if entry.colour >= 0:  # otherwise it is only what the names of tags begin with
            menu.addAction(tr("Tag the selected articles")).triggered.connect(lambda: self._tag_selected(entry))
            menu.addAction(tr("Rule for this tag …")).triggered.connect(lambda: self.add_rule(entry))
            self._add_colours(menu, entry)
        menu.addAction(tr("Rename …")).triggered.connect(lambda: self.rename_tag(entry))
        menu.addAction(tr("Merge into …")).triggered.connect(lambda: self.merge_tag(entry))
        menu.addSeparator()
        menu.addAction(tr("Delete …")).triggered.connect(lambda: self.delete_tag(entry))

    def _add_colours(self, menu: QMenu, entry: Entry) -> None:
        colours = menu.addMenu(tr("Colour"))
        for number in range(COLOURS):
            action = colours.addAction(colour_icon(theme.tag_colour(number)), tr("Colour {n}", n=number + 1))
            action.setCheckable(True)
            action.setChecked(number == entry.colour)
            action.triggered.connect(lambda _checked=False, number=number: self._colour(entry, number))

    def _tag_selected(self, entry: Entry) -> None:
        if targets := self._desk.targets():
            self._desk.edit(self._desk.archive.tag, targets, entry.name)

    def _colour(self, entry: Entry, number: int) -> None:
        self._desk.edit(self._desk.archive.colour_tag, entry.name, number)

    def rename_tag(self, entry: Entry) -> None:
        """Ask for the new name; a slash puts it below another tag."""
        self._change_tag("rename", entry)

    def merge_tag(self, entry: Entry) -> None:
        """Ask for the tag that takes this one over."""
        self._change_tag("merge", entry)

    def delete_tag(self, entry: Entry) -> None:
        """Ask, then take the tag off whatever carries it; undo brings it back."""
        self._change_tag("delete", entry)

    def add_rule(self, entry: Entry) -> None:
        """Open the dialog for a rule that puts the tag on; the present search is offered."""
        if not self._desk.archive.read_only:
            RuleDialog(self._desk, entry.name, self._desk.full_query, parent=self._parent).show()

    def _change_tag(self, verb: Verb, entry: Entry) -> None:
        if not self._desk.archive.read_only:
            TagChangeDialog(self._desk, verb, entry.name, self._parent).open()

    # --- saved searches and trash

    def _add_search(self, menu: QMenu, entry: Entry) -> None:
        menu.addAction(tr("Rename …")).triggered.connect(lambda: self.rename_search(entry))
        menu.addAction(tr("Delete")).triggered.connect(
            lambda: self._desk.edit(self._desk.archive.delete_search, int(entry.value))
        )

    def rename_search(self, entry: Entry) -> None:
        """Ask for the saved search's new name."""
        name, done = QInputDialog.getText(self._parent, tr("Rename saved search"), tr("New name:"), text=entry.label)
        if done and name.strip():
            self._desk.edit(self._desk.archive.rename_search, int(entry.value), name.strip())

    def empty_trash(self, count: int) -> None:
        """Ask, then delete for good what is in the trash."""
        question = trn("Delete %n article(s) in the trash for good? This cannot be undone.", count)
        if self._agreed(tr("Empty the trash"), question, tr("Delete for good")):
            self._desk.edit(self._desk.archive.empty_trash)

    def _agreed(self, title: str, question: str, yes: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, question, parent=self._parent)
        button = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is button


def colour_icon(colour: QColor) -> QIcon:
    """A dot, for a menu."""
    picture = QPixmap(QSize(32, 32))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(4, 4, 24, 24)
    painter.end()
    picture.setDevicePixelRatio(2)
    return QIcon(picture)
