"""The left pane: views, saved searches and facets; every click is a filter on the desk."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.archive.browse import View
from desktop_app.gui import theme
from desktop_app.gui.clauses import chosen, field_of, name_entity, without
from desktop_app.gui.delegates.sidebar_delegate import HEADER, SIDE
from desktop_app.gui.desk import Desk
from desktop_app.gui.dossiers.in_sidebar import SidebarDossiers
from desktop_app.gui.i18n import tr
from desktop_app.gui.mentions import NAME_TABLES
from desktop_app.gui.models.sidebar_entries import (
    ANNOTATIONS,
    FIELDS,
    NAMED,
    NEW_DOSSIER,
    REVIEW,
    STEP,
    Contents,
    Entry,
)
from desktop_app.gui.models.sidebar_model import SidebarModel
from desktop_app.gui.panes.sidebar_loading import Loaded, load, value_of
from desktop_app.gui.panes.sidebar_menu import SidebarMenu
from desktop_app.gui.places import Room
from desktop_app.gui.widgets.sidebar_view import SidebarView
from desktop_app.model.changes import Changes
from desktop_app.model.dossiers import Screening
from desktop_app.model.listing import Counts, FacetCount, Facets

FOUND = 50  # people that the filter box looks up beyond those of the list
LIVE_MS = 150  # saved searches are counted again this long after the last change


class Sidebar(QWidget):
    """Shows where the reader is and what there is to filter by."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Views and filters"))
        self.setMinimumWidth(172)
        self._desk = desk
        self._contents = Contents()
        self._finding = ""  # the section whose filter box is open
        self.model = SidebarModel(self)
        self.view = SidebarView(self.model, self)
        self.dossiers = SidebarDossiers(desk, self.view, self)
        self.menu = SidebarMenu(desk, self, self.dossiers)
        self.finder = QLineEdit(self.view.viewport())
        self._build()
        self._live = QTimer(self)
        self._live.setSingleShot(True)
        self._live.setInterval(LIVE_MS)
        self._live.timeout.connect(self._load)
        self._load_number = 0
        self._counted = False  # whether the saved searches have been counted
        self._connect()
        self._load()
        self._on_query()

    def _build(self) -> None:
        self.finder.setObjectName("facet_filter")
        self.finder.setAccessibleName(tr("Filter this section"))
        self.finder.setPlaceholderText(tr("Filter …"))
        self.finder.setClearButtonEnabled(True)
        self.finder.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        desk = self._desk
        desk.counts_changed.connect(self._on_counts)
        desk.facets_changed.connect(self._on_facets)
        desk.query_changed.connect(self._on_query)
        desk.room_changed.connect(lambda _room: self._on_query())
        desk.hub.changed.connect(self._on_changed)
        self.view.chosen.connect(self._choose)
        self.view.dropped_filter.connect(self._drop)
        desk.facet_wanted.connect(self.show_facet)
        self.view.filter_wanted.connect(self.open_filter)
        self.view.menu_wanted.connect(self.menu.open)
        self.view.opened.connect(self.open_page)
        self.view.dropped.connect(self._on_dropped)
        self.dossiers.fold_wanted.connect(self._fold)
        self.view.verticalScrollBar().valueChanged.connect(self._place_find)
        self.finder.textChanged.connect(self._on_find)
        self.finder.installEventFilter(self)
        self.view.viewport().installEventFilter(self)

    # --- what is shown

    def _load(self) -> None:
        archive, counted = self._desk.archive, self._counted
        self._load_number += 1
        number = self._load_number

        def outdated() -> bool:
            return number != self._load_number

        self._desk.jobs.read(
            self, lambda: load(archive, counted=counted, outdated=outdated), self._on_loaded, key="sidebar"
        )

    def _load_screenings(self) -> None:
        def show(screenings: list[Screening]) -> None:
            if [each.total for each in screenings] != [each.total for each in self._contents.screenings]:
                self._live.start()  # new hits were added, so that fewer are new
            self._contents.screenings = screenings
            self._show()

        self._desk.jobs.read(self, self._desk.archive.screenings, show, key="sidebar-screenings")

    def refresh(self) -> None:
        """Count again what the index knows: it has caught up."""
        self._live.start()

    def _on_loaded(self, loaded: Loaded) -> None:
        loaded.put_into(self._contents)
        self._show()

    def _on_changed(self, changes: Changes) -> None:
        if set(changes.rows) == {"screening_items"}:
            self._load_screenings()  # one after the other is decided about; nothing else looks different for that
            return
        # A run that looks for names tells of every few articles; what it changed is counted at its own pace.
        if changes.operation or not changes.touches(*NAME_TABLES):
            self._live.start()

    def _on_counts(self, counts: Counts | None) -> None:
        self._contents.counts = counts
        self._show()

    def _on_facets(self, facets: Facets | None) -> None:
        self._contents.facets = facets or Facets()
        for count in (*self._contents.facets.people, *self._contents.facets.organisations):
            if count.value.startswith("#"):
                name_entity(count.id, count.label)
        self._show()
        if not self._counted:
            self._counted = True
            self._live.start()

    def _on_query(self) -> None:
        self._contents.view = self._desk.view
        self._contents.room = self._desk.room.name
        self._contents.filters = list(self._desk.filters)
        self._contents.query = self._desk.full_query
        self._show()

    def _show(self) -> None:
        bar = self.view.verticalScrollBar()
        offset, current = bar.value(), self.model.entry(self.view.currentIndex().row())
        if self.model.show(self._contents):
            self.view.doItemsLayout()
            bar.setValue(offset)
        if current is not None and (row := self.model.row_of(current.key)) >= 0:
            index = self.model.index(row)
            if index != self.view.currentIndex():
                self.view.selectionModel().setCurrentIndex(index, self.view.selectionModel().SelectionFlag.NoUpdate)
        self._place_find()

    # --- choosing

    def _choose(self, entry: Entry, exclude: bool, more: bool) -> None:
        act: dict[str, Callable[[], None]] = {
            "view": lambda: self._open_view(entry.value),
            "search": lambda: self._open_search(int(entry.value)),
            "dossier": lambda: self.dossiers.choose(entry, exclude=exclude, more=more),
            "screening": lambda: self.dossiers.choose(entry, exclude=exclude, more=more),
            "facet": lambda: self._filter(entry, exclude, more),
            "more": lambda: self._show_more(entry.section),
            "fewer": lambda: self._show_fewer(entry.section),
            "link": lambda: self._follow_link(entry.value),
        }
        act[entry.kind]()

    def _open_view(self, value: str) -> None:
        if value == ANNOTATIONS:
            self._desk.enter(Room(ANNOTATIONS))
        else:
            self._desk.set_view(cast("View", value))

    def _filter(self, entry: Entry, exclude: bool, more: bool) -> None:
        self._desk.set_filters(chosen(self._desk.filters, entry.value, exclude=exclude, more=more))

    def _follow_link(self, value: str) -> None:
        if value == REVIEW:
            self._desk.open_review()
        elif value == NEW_DOSSIER:
            self.dossiers.deeds.make()
        else:
            self._desk.open_people(NAMED[value])

    def _on_dropped(self, entry: Entry, ids: list[int]) -> None:
        if entry.kind == "dossier":
            self._desk.edit(self._desk.archive.add_to_dossier, entry.number, ids)
        else:
            self._desk.edit(self._desk.archive.tag, ids, entry.name)

    def _fold(self, number: int, folded: bool) -> None:
        (self._contents.folded.add if folded else self._contents.folded.discard)(number)
        self._show()

    def open_page(self, entry: Entry) -> None:
        """Open the page of the person or organisation of an entry."""
        if entry.entity:
            self._desk.open_entity(entry.entity)

    def _drop(self, entry: Entry) -> None:
        self._desk.set_filters(without(self._desk.filters, entry.value))

    def _open_search(self, number: int) -> None:
        search = next((s for s in self._contents.searches if s.id == number), None)
        if search is None:
            return
        self._desk.open_query(search.query, search.sort or None)
        if self._contents.news.pop(number, 0):
            archive = self._desk.archive
            if not archive.read_only:
                self._desk.jobs.write(self, lambda: archive.seen_search(number), failed=self._desk.failed)
            self._show()

    def _show_more(self, section: str) -> None:
        self._contents.expanded[section] = self._contents.expanded.get(section, 0) + STEP
        self._show()

    def _show_fewer(self, section: str) -> None:
        self._contents.expanded.pop(section, None)
        self._show()
        self.view.scrollTo(self.model.index(self.model.row_of(f"header:{section}")))

    def show_facet(self, clause: str) -> None:
        """Bring the facet of a filter into view with the keyboard in it, so that the filter can be changed."""
        section = next((name for name, its in FIELDS.items() if its == field_of(clause)), "")
        header = self.model.entry(self.model.row_of(f"header:{section}"))
        if header is None or section == "years":
            return
        filtered = next((each for each in self.model.entries() if each.section == section and each.state), None)
        self.view.scrollTo(self.model.index(self.model.row_of(header.key)), self.view.ScrollHint.PositionAtTop)
        if header.can_filter:
            self.open_filter(section)
        elif filtered is not None:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.view.setCurrentIndex(self.model.index(self.model.row_of(filtered.key)))

    # --- the filter box of a section

    def open_filter(self, section: str) -> None:
        """Open the filter box in a section's header."""
        if self.model.row_of(f"header:{section}") < 0 or section in ("searches", "screenings"):
            return
        if section != self._finding:
            self._contents.wanted.pop(self._finding, None)
            self._finding = section
            self.finder.clear()
        self.finder.setFont(theme.font("ui"))
        self._place_find()
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_filter(self) -> None:
        """Close it and show the whole section again."""
        self._contents.wanted.pop(self._finding, None)
        self._finding = ""
        self.finder.hide()
        self.view.setFocus()
        self._show()

    def _on_find(self, text: str) -> None:
        section = self._finding
        if section:
            self._contents.wanted[section] = text.strip()
            self._show()
        if section in NAMED and text.strip():
            self._find_named(section, text.strip())

    def _find_named(self, section: str, text: str) -> None:
        """Look for those, too, who are not among the most frequent of the list."""
        archive, kind = self._desk.archive, NAMED[section]

        def find() -> list[FacetCount]:
            rows = archive.entity_rows(archive.entity_ids(kind, text)[:FOUND])
            return [FacetCount(value_of(archive, row), row.name, 0, row.id) for row in rows]

        def show(found: list[FacetCount]) -> None:
            if self._contents.wanted.get(section) == text:
                self._contents.found[section] = found
                self._show()

        self._desk.jobs.read(self, find, show, key="sidebar-names", failed=self._desk.failed)

    def _place_find(self) -> None:
        row = self.model.row_of(f"header:{self._finding}")
        if row < 0:
            self.finder.hide()
            return
        rect = self.view.visualRect(self.model.index(row))
        self.finder.setGeometry(SIDE - 8, rect.bottom() - HEADER + 7, rect.width() - 2 * SIDE + 16, HEADER - 8)
        self.finder.setVisible(self.view.viewport().rect().intersects(rect))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.finder and event.type() == QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._find_key(event)
        if watched is self.view.viewport() and event.type() == QEvent.Type.Resize:
            self._place_find()
        return False

    def _find_key(self, event: QKeyEvent) -> bool:
        """Esc closes the box; Enter takes the first entry, as a click with the same keys does; Down goes to it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_filter()
            return True
        first = self.model.entry(self.model.row_of(f"header:{self._finding}") + 1)
        if first is None or first.section != self._finding or first.kind != "facet":
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            more = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
            self._filter(first, bool(event.modifiers() & Qt.KeyboardModifier.AltModifier), bool(more))
            self.close_filter()
            return True
        if event.key() == Qt.Key.Key_Down:
            self.view.setFocus()
            self.view.setCurrentIndex(self.model.index(self.model.row_of(first.key)))
            return True
        return False
