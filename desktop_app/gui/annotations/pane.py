"""All annotations in one list: filtered, opened in place, and changed in bulk."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui import type_setting as setting
from desktop_app.gui.annotating.colours import ColourDot, colour_name
from desktop_app.gui.annotations.filters import AnnotationFilters, Order
from desktop_app.gui.annotations.model import PAGE, AnnotationModel
from desktop_app.gui.annotations.view import AnnotationView
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.panes.sidebar_menu import colour_icon
from desktop_app.gui.places import Room
from desktop_app.gui.rooms import RoomPane
from desktop_app.gui.widgets.elided_label import ElidedLabel
from desktop_app.gui.widgets.empty_state import EmptyState, Offer
from desktop_app.gui.widgets.key_button import KeyButton
from desktop_app.model.annotations import AnnotationCounts, AnnotationFilter, AnnotationRow
from desktop_app.model.changes import Changes

_AFTER_MS = 40
_TABLES = ("annotations", "annotation_taggings", "entity_notes", "entities", "articles", "tags", "sources")
_DOT = 22

Found = tuple[Sequence[int], list[AnnotationRow], AnnotationCounts]
Question = tuple[AnnotationFilter, Order]


class AnnotationsPane(RoomPane):
    """The rows come by pages, as they are scrolled to; the selection stays with its annotations."""

    open_wanted = Signal(int, int)  # an article, and the annotation in it
    export_wanted = Signal(object, bool)  # numbers of annotations, whether they are chosen ones

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotations_pane")
        self._desk = desk
        self._loaded = False
        self._question: Question | None = None  # what the rows on the screen answer
        self._counts = AnnotationCounts()
        self.model = AnnotationModel(desk, self)
        self.view = AnnotationView(self)
        self.filters = AnnotationFilters(desk, self)
        self.head = QLabel(tr("Annotations"), self)
        self.state = QLabel(self)
        self.chosen_line = ElidedLabel(parent=self)
        self.tag_button = KeyButton("annotations_tag", tr("Tag …"), "T", self)
        self.remove_button = KeyButton("annotations_remove", tr("Remove"), tr("Del"), self)
        self.export_button = KeyButton("annotations_export", tr("Export …"), "E", self)
        self.dots = [ColourDot(colour, self, _DOT) for colour in range(setting.NOTE_COLOURS)]
        self.empty = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._bar = QWidget(self)
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self.reload)
        self._connect()
        self._dress()
        self.setFocusProxy(self.view)

    # --- building

    def _lay_out(self) -> None:
        self.head.setObjectName("annotations_head")
        self.state.setObjectName("annotations_state")
        self.chosen_line.setObjectName("annotations_chosen")
        for label in (self.state, self.chosen_line):
            label.setProperty("muted", True)
        top = QHBoxLayout()
        top.setContentsMargins(18, 14, 18, 8)
        top.addWidget(self.head)
        top.addStretch(1)
        top.addWidget(self.state, 0, Qt.AlignmentFlag.AlignBottom)
        self._bar.setObjectName("annotations_bar")
        self._stack.setObjectName("annotations_stack")
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(18, 8, 18, 8)
        bar.setSpacing(8)
        bar.addWidget(self.chosen_line, 1)
        for dot in self.dots:
            dot.setCheckable(False)
            bar.addWidget(dot)
        bar.addSpacing(6)
        for button in (self.tag_button, self.remove_button, self.export_button):
            bar.addWidget(button)
        self.view.setModel(self.model)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.filters)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._bar)

    def _connect(self) -> None:
        view = self.view
        view.opened.connect(self._open)
        view.tags_wanted.connect(self.tag)
        view.colour_wanted.connect(self.recolour)
        view.remove_wanted.connect(self.remove)
        view.export_wanted.connect(self.export)
        view.cleared.connect(self.filters.clear)
        view.selectionModel().selectionChanged.connect(lambda _new, _old: self._on_selection())
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        self.filters.changed.connect(self.reload)
        self.filters.left.connect(self._enter_rows)
        for dot in self.dots:
            dot.clicked.connect(partial(self.recolour, dot.colour))
        self.tag_button.clicked.connect(self.tag)
        self.remove_button.clicked.connect(self.remove)
        self.export_button.clicked.connect(self.export)
        self._desk.hub.changed.connect(self._on_changed)
        theme.notifier().changed.connect(self._dress)

    def _dress(self) -> None:
        font = theme.font("article-title")
        font.setPointSizeF(16.5)
        self.head.setFont(font)
        for label in (self.state, self.chosen_line):
            label.setFont(theme.font("small"))
        self.view.dress()
        self.filters.dress()

    # --- the room

    def enter(self, room: Room) -> None:
        """Show the list, anew where something has changed meanwhile, and take the keyboard."""
        if not self._loaded:
            self._loaded = True
            self.reload()
        self.view.setFocus()

    def chosen(self) -> list[int]:
        """The numbers of the selected annotations, in the list's order."""
        return [self.model.ids[row] for row in self.view.chosen()]

    # --- asking

    def reload(self) -> None:
        """Ask what is to be listed; what is known already stays on the screen until the answer comes."""
        self._soon.stop()
        archive, wanted, order = self._desk.archive, self.filters.wanted(), self.filters.sort()
        top = self.view.visible_rows().start

        def find() -> Found:
            ids = archive.annotations(wanted, sort=order[0], descending=order[1])
            return ids, archive.annotation_rows(ids[top : top + PAGE // 2]), archive.annotation_counts()

        self._desk.jobs.read(
            self, find, partial(self._show, (wanted, order)), key="annotations", failed=self._desk.failed
        )

    def _show(self, question: Question, found: Found) -> None:
        ids, rows, self._counts = found
        chosen, current = self.chosen(), self.view.currentIndex().row()
        keyboard = self.model.ids[current] if 0 <= current < len(self.model.ids) else 0
        same = question == self._question
        offset = self.view.verticalScrollBar().value() if same else 0
        self._question = question
        chooser = self.view.selectionModel()
        chooser.blockSignals(True)
        self.model.show(ids, rows)
        self._choose(chosen, keyboard, current if same else -1)
        chooser.blockSignals(False)
        self.view.updateGeometries()
        self.view.verticalScrollBar().setValue(offset)
        self.filters.show_counts(self._counts)
        self._tell(everything=question[0].everything)
        self._on_selection()

    def choose(self, annotations: Sequence[int]) -> None:
        """Select these, as far as they are listed."""
        self._choose(annotations, annotations[0] if annotations else 0, -1)

    def _choose(self, annotations: Sequence[int], keyboard: int, row: int) -> None:
        """Select these; where all of them have left, the keyboard goes to what stands in their place."""
        selection = QItemSelection()
        for first, last in self.model.runs_of(annotations):
            selection.select(self.model.index(first), self.model.index(last))
        at = self.model.row_of(keyboard)
        if at < 0 and row >= 0 and self.model.rowCount():
            at = min(row, self.model.rowCount() - 1)
            if annotations and selection.isEmpty():
                selection.select(self.model.index(at), self.model.index(at))
        chooser, flag = self.view.selectionModel(), QItemSelectionModel.SelectionFlag
        chooser.select(selection, flag.ClearAndSelect)
        if at >= 0:
            chooser.setCurrentIndex(self.model.index(at), flag.NoUpdate)

    def _on_changed(self, changes: Changes) -> None:
        if self._loaded and changes.touches(*_TABLES):
            self.model.doubt()
            self._soon.start()

    # --- what is said

    def _tell(self, *, everything: bool) -> None:
        count, total = self.model.rowCount(), self._counts.total
        all_of_them = trn("%n annotation(s)", total)
        self.state.setText(all_of_them if everything else tr("{count} of {all}", count=count, all=all_of_them))
        self._stack.setCurrentWidget(self.view if count else self.empty)
        self._bar.setVisible(bool(count))
        if count:
            return
        if everything:
            self.empty.tell(
                tr("No annotations yet"),
                tr("Select words in an article and press H to highlight them, or N to write a note on them."),
                [],
            )
        else:
            offer = Offer(tr("Show all"), self.filters.clear)
            self.empty.tell(tr("No annotation fits that"), tr("The filter leaves none of them."), [offer])

    def _on_selection(self) -> None:
        count = sum(part.height() for part in self.view.selectionModel().selection().toList())
        self.chosen_line.setText(trn("%n selected", count) if count else tr("Enter opens what is chosen in its place."))
        change = bool(count) and not self._desk.archive.read_only
        for widget in (self.tag_button, self.remove_button, *self.dots):
            widget.setEnabled(change)

    # --- using them

    def _open(self, number: int) -> None:
        row = self.model.row_at(number)
        if row is not None and row.entity:
            self._desk.open_entity(row.entity)
        elif row is not None:
            self.open_wanted.emit(row.article, row.id)

    def tag(self) -> None:
        """Open the sheet of tags for the chosen ones; notes on people have the tags of the people."""
        from desktop_app.gui.annotations.tagging import AnnotationTagEditor

        ids = [number for number in self.chosen() if number > 0]
        if ids:
            AnnotationTagEditor(self._desk, ids, self.window()).show()
        elif self.chosen():
            self._desk.message.emit(tr("Notes on people and organisations have no tags of their own."))

    def recolour(self, colour: int) -> None:
        """Give the chosen ones a colour."""
        if ids := self.chosen():
            self._desk.edit(self._desk.archive.recolour_annotations, ids, colour)

    def remove(self) -> None:
        """Remove the chosen ones; undo brings them back."""
        if ids := self.chosen():
            self._desk.edit(self._desk.archive.remove_annotations, ids)

    def export(self) -> bool:
        """Export the chosen ones, or all that are listed."""
        if self.model.rowCount():
            chosen = self.chosen()
            several = len(chosen) > 1
            self.export_wanted.emit(chosen if several else list(self.model.ids), several)
        return True

    def _enter_rows(self) -> None:
        self.view.setFocus()
        if not self.view.selectionModel().hasSelection() and self.model.rowCount():
            self.view.select_row(0)

    def _open_menu(self, point: QPoint) -> None:
        if self.view.chosen():
            self.actions_menu().popup(self.view.viewport().mapToGlobal(point))

    def actions_menu(self) -> QMenu:
        """What can be done with the chosen ones; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setObjectName("annotations_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows, writable = self.view.chosen(), not self._desk.archive.read_only
        if len(rows) == 1:
            menu.addAction(tr("Open in its place"), lambda: self._open(rows[0]))
            menu.addSeparator()
        menu.addAction(tr("Tag …"), self.tag).setEnabled(writable)
        colours = menu.addMenu(tr("Colour"))
        colours.setEnabled(writable)
        for dot in self.dots:
            icon = colour_icon(setting.note_bar(dot.colour))
            colours.addAction(icon, colour_name(dot.colour), partial(self.recolour, dot.colour))
        menu.addAction(tr("Remove"), self.remove).setEnabled(writable)
        menu.addSeparator()
        menu.addAction(tr("Export …"), self.export)
        return menu
