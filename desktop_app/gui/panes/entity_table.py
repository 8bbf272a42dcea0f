"""All people, or all organisations, as a table: to be sorted, filtered, and put right in bulk."""

from array import array
from collections.abc import Sequence
from functools import partial
from typing import Final, Literal

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.delegates.entity_delegate import EDGE, ROW_HEIGHT, EntityDelegate
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.models.entity_model import (
    ARTICLES,
    CHECKED,
    FIRST,
    FORMS,
    LAST,
    MENTIONS,
    NAME,
    PAGE,
    ROLE,
    TAGS,
    EntityModel,
)
from desktop_app.gui.places import Room
from desktop_app.gui.rooms import RoomPane
from desktop_app.gui.widgets.elided_label import ElidedLabel
from desktop_app.gui.widgets.empty_state import EmptyState, Offer
from desktop_app.gui.widgets.entity_filters import EntityFilters, Wanted
from desktop_app.gui.widgets.key_button import KeyButton
from desktop_app.gui.widgets.line_table import LineTable
from desktop_app.model.changes import Changes
from desktop_app.model.listing import FacetCount
from desktop_app.model.people import KINDS, EntityRow, Kind

Sort = Literal["articles", "name", "mentions", "first", "last"]
SORTS: Final[dict[int, Sort]] = {
    NAME: "name", ARTICLES: "articles", MENTIONS: "mentions", FIRST: "first", LAST: "last",
}  # fmt: skip
BULK = ("merge_people", "tag_people", "confirm_people", "reject_people")  # of the window's actions, as buttons
MENU = ("second_window", *BULK, "rename_person", "turn_people", "split_person", "part_person")
_RUN_MS = 2_500  # while a run finds more and more names, they are listed this often
_AFTER_MS = 40
_TABLES = ("entities", "identities", "names", "mentions", "entity_taggings", "entity_notes", "articles", "tags")
_WIDTHS = {ARTICLES: 76, MENTIONS: 92, FORMS: 76, FIRST: 100, LAST: 100, TAGS: 150, CHECKED: 84}
_LEAST = 420  # pixels that name and role have before the columns of `_DROPPED` are shown
_DROPPED = (FORMS, TAGS, FIRST, CHECKED, LAST, MENTIONS)  # the first of these goes first

Found = tuple[Sequence[int], list[EntityRow], list[FacetCount]]


class EntityTable(RoomPane):
    """The rows come by pages, as they are scrolled to; the selection stays with its people, whatever else moves."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entity_table")
        self._desk = desk
        self.kind: Kind = "person"
        self.sorted_by = ARTICLES
        self.descending = True
        self._loaded = False
        self._question: tuple[object, ...] | None = None  # what the rows on the screen answer
        self.model = EntityModel(desk, self)
        self.table = LineTable("entities", tr("People"), self)
        self._delegate = EntityDelegate(self)
        self.filters = EntityFilters(self)
        self.heads = [self._head(kind) for kind in KINDS]
        self.state = QLabel(self)
        self.chosen_line = ElidedLabel(parent=self)
        self.buttons: list[KeyButton] = []
        self.empty = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._bar = QWidget(self)
        self._build()
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.reload)
        desk.hub.changed.connect(self._on_changed)
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self.setFocusProxy(self.table)

    # --- building

    def _head(self, kind: Kind) -> QToolButton:
        head = QToolButton(self)
        head.setObjectName(f"head_{kind}")
        head.setProperty("head", True)
        head.setText(tr("People") if kind == "person" else tr("Organisations"))
        head.setCheckable(True)
        head.setCursor(Qt.CursorShape.PointingHandCursor)
        head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head.clicked.connect(lambda: self._desk.open_people(kind))
        return head

    def _build(self) -> None:
        group = QButtonGroup(self)
        for head in self.heads:
            group.addButton(head)
        self.table.setModel(self.model)
        self.table.setItemDelegate(self._delegate)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.heading.edge = EDGE
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(header.ResizeMode.Fixed)
        header.setSortIndicatorClearable(False)
        header.sectionClicked.connect(self._on_heading)
        self.table.opened.connect(self._open)
        self.table.resized.connect(self._fit)
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._on_selection())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.filters.changed.connect(self.reload)
        self.filters.left.connect(self._enter_rows)
        for label in (self.state, self.chosen_line):
            label.setProperty("muted", True)
        self.state.setObjectName("entity_state")
        self.chosen_line.setObjectName("entity_chosen")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(4, 14, 18, 8)
        top.setSpacing(4)
        for head in self.heads:
            top.addWidget(head)
        top.addStretch(1)
        top.addWidget(self.state, 0, Qt.AlignmentFlag.AlignBottom)
        self._bar.setObjectName("entity_bar")
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(18, 8, 18, 8)
        bar.setSpacing(8)
        bar.addWidget(self.chosen_line, 1)  # a narrow window cuts it before the sidebar gives way
        self._buttons_row = bar
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.filters)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._bar)

    def _fill_bar(self) -> None:
        """Show the window's actions for whom is chosen as buttons; there are none before the window is."""
        for name in BULK if not self.buttons else ():
            action = self._action(name)
            if action is not None:
                keys = action.shortcuts()
                key = keys[0].toString(keys[0].SequenceFormat.NativeText) if keys else ""
                button = KeyButton(f"entity_{name}", action.text(), key, self)
                button.clicked.connect(action.trigger)
                self._buttons_row.addWidget(button)
                self.buttons.append(button)

    def _action(self, name: str) -> QAction | None:
        found = self.window().findChild(QAction, f"action_{name}")
        return found if isinstance(found, QAction) else None

    def _dress(self) -> None:
        self._delegate.refresh()
        self.state.setFont(theme.font("small"))
        self.chosen_line.setFont(theme.font("small"))
        self.table.horizontalHeader().setFont(theme.font("small"))
        self.filters.dress()
        for head in self.heads:
            font = theme.font("article-title")
            font.setPointSizeF(16.5)
            head.setFont(font)
        self._fit()

    # --- the room

    def enter(self, room: Room) -> None:
        """Show the table of the room's kind and take the keyboard."""
        changed = room.kind != self.kind
        self.kind = room.kind
        self.heads[KINDS.index(room.kind)].setChecked(True)
        self.filters.name_kind(room.kind)
        self.table.setAccessibleName(tr("People") if room.kind == "person" else tr("Organisations"))
        self._fill_bar()
        if changed or not self._loaded:
            self._loaded = True
            self._fit()
            self.model.show(array("q"))
            self.reload()
        self.table.setFocus()

    def targets(self) -> list[int]:
        """The selected ones, in the table's order."""
        return [self.model.ids[row] for row in self.table.chosen()]

    # --- asking

    def reload(self) -> None:
        """Ask who is to be listed; what is known already stays on the screen until the answer comes."""
        self._soon.stop()
        archive, kind, wanted, sort = self._desk.archive, self.kind, self.filters.wanted(), SORTS[self.sorted_by]
        top, descending = max(0, self.table.rowAt(0)), self.descending

        def find() -> Found:
            ids = archive.entity_ids(
                kind,
                wanted.text,
                sort=sort,
                descending=descending,
                checked=wanted.checked,
                bare=wanted.bare,
                tag=wanted.tag,
            )
            return ids, archive.entity_rows(ids[top : top + PAGE // 2]), archive.tags()

        self._desk.jobs.read(
            self, find, partial(self._show, (kind, sort, descending, wanted)), key="entities", failed=self._desk.failed
        )

    def _show(self, question: tuple[Kind, Sort, bool, Wanted], found: Found) -> None:
        ids, rows, tags = found
        chosen, current = self.targets(), self.table.currentIndex().row()
        keyboard = self.model.ids[current] if 0 <= current < len(self.model.ids) else 0
        same = question == self._question
        offset = self.table.verticalScrollBar().value() if same else 0
        self._question = question
        self.table.selectionModel().blockSignals(True)
        self.model.show(ids, rows)
        self._choose(chosen, keyboard, current if same else -1)
        self.table.selectionModel().blockSignals(False)
        self.table.verticalScrollBar().setValue(offset)
        self.filters.show_tags(tags)
        self._show_order()
        self._tell()
        self._on_selection()

    def choose(self, entities: Sequence[int]) -> None:
        """Select these, as far as they are listed."""
        self._choose(entities, entities[0] if entities else 0, -1)

    def _choose(self, entities: Sequence[int], keyboard: int, row: int) -> None:
        """Select these; where all of them have left, the keyboard goes to who stands in their place."""
        selection = QItemSelection()
        last = self.model.columnCount() - 1
        for first, end in self.model.runs_of(entities):
            selection.select(self.model.index(first, 0), self.model.index(end, last))
        chooser, flag = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
        at = self.model.row_of(keyboard) if keyboard else -1
        if at < 0 and row >= 0 and self.model.rowCount():
            at = min(row, self.model.rowCount() - 1)
            if entities and selection.isEmpty():
                selection.select(self.model.index(at, 0), self.model.index(at, last))
        chooser.select(selection, flag.ClearAndSelect)
        if at >= 0:
            chooser.setCurrentIndex(self.model.index(at, 0), flag.NoUpdate)

    def _on_changed(self, changes: Changes) -> None:
        if not self._loaded or not changes.touches(*_TABLES):
            return
        self.model.doubt()
        if changes.operation or not changes.touches("mentions"):
            self._soon.start(_AFTER_MS)  # a step of the reader's is seen at once
        elif not self._soon.isActive():
            self._soon.start(_RUN_MS)

    # --- order

    def set_order(self, column: int, *, descending: bool) -> None:
        """Sort by a column that can be sorted by."""
        self.sorted_by, self.descending = column, descending
        self._show_order()
        self.reload()

    def _on_heading(self, column: int) -> None:
        if column not in SORTS:
            self._show_order()
        elif column == self.sorted_by:
            self.set_order(column, descending=not self.descending)
        else:
            self.set_order(column, descending=column in (ARTICLES, MENTIONS, LAST))

    def _show_order(self) -> None:
        header = self.table.horizontalHeader()
        direction = Qt.SortOrder.DescendingOrder if self.descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(self.sorted_by, direction)
        header.viewport().update()

    # --- what is said

    def _tell(self) -> None:
        count = self.model.rowCount()
        person = self.kind == "person"
        self.state.setText(trn("%n person(s)", count) if person else trn("%n organisation(s)", count))
        self._stack.setCurrentWidget(self.table if count else self.empty)
        self._bar.setVisible(bool(count))
        if count:
            return
        if not self.filters.wanted().everything:
            heading = tr("Nobody fits that") if person else tr("No organisation fits that")
            self.empty.tell(heading, tr("The filter leaves none of them."), [Offer(tr("Show all"), self.filters.clear)])
        else:
            heading = tr("No people yet") if person else tr("No organisations yet")
            self.empty.tell(heading, tr("Names are looked for in the background, the newest articles first."), [])

    def _on_selection(self) -> None:
        count = sum(part.height() for part in self.table.selectionModel().selection().toList())
        text = trn("%n selected", count) if count else tr("Choose one or several; Enter opens the page.")
        self.chosen_line.setText(text)
        self.targets_changed.emit()
        for button in self.buttons:
            action = self._action(button.objectName().removeprefix("entity_"))
            button.setEnabled(action is not None and action.isEnabled())

    # --- using them

    def _open(self, row: int) -> None:
        self._desk.open_entity(self.model.ids[row])

    def _enter_rows(self) -> None:
        self.table.setFocus()
        if not self.table.selectionModel().hasSelection() and self.model.rowCount():
            self.table.choose(0)

    def _open_menu(self, point: QPoint) -> None:
        if self.table.chosen():
            self.actions_menu().popup(self.table.viewport().mapToGlobal(point))

    def actions_menu(self) -> QMenu:
        """What can be done with the chosen ones; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = self.table.chosen()
        if len(rows) == 1:
            menu.addAction(tr("Open the page"), lambda: self._open(rows[0]))
            menu.addSeparator()
        for name in MENU:
            action = self._action(name)
            if action is not None:
                menu.addAction(action)
        menu.addSeparator()
        orders = menu.addMenu(tr("Sort by"))
        for column in SORTS:
            entry = orders.addAction(self.model.titles[column], partial(self._on_heading, column))
            entry.setCheckable(True)
            entry.setChecked(column == self.sorted_by)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.filters.wanted().everything:
            self.filters.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self._desk.back()
        else:
            super().keyPressEvent(event)

    # --- looks

    def _fit(self) -> None:
        """Share the width: columns that have no room go, the rest is for name and role, or all for the name."""
        width = self.table.viewport().width()
        hidden: set[int] = set()
        for column in _DROPPED:
            if width - sum(room for each, room in _WIDTHS.items() if each not in hidden) >= _LEAST:
                break
            hidden.add(column)
        for column, room in _WIDTHS.items():
            self.table.setColumnHidden(column, column in hidden)
            self.table.setColumnWidth(column, room)
        rest = max(240, width - sum(room for column, room in _WIDTHS.items() if column not in hidden))
        roles = self.kind == "person"  # organisations hold no office
        name = max(150, min(380, rest * 46 // 100)) if roles else rest
        self.table.setColumnHidden(ROLE, not roles)
        self.table.setColumnWidth(NAME, name)
        self.table.setColumnWidth(ROLE, rest - name)
