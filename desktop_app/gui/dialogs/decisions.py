"""What the reader has decided about people and organisations: newest first, and the last step can be taken back."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui.desk import Desk
from desktop_app.gui.finding import fold
from desktop_app.gui.i18n import retold, tr
from desktop_app.gui.models.protocol_model import told_time
from desktop_app.gui.models.rows_model import Column, RowsModel
from desktop_app.gui.people.section import quiet
from desktop_app.gui.widgets.empty_state import EmptyState
from desktop_app.gui.widgets.line_table import LineTable
from desktop_app.model.changes import Changes
from desktop_app.model.people import Ruling
from desktop_app.store.history import HistoryEntry

SHOWN = 1_000
_SIZE = (680, 520)
_WHEN_WIDTH = 150

Found = tuple[list[Ruling], HistoryEntry | None]


class DecisionsDialog(QDialog):
    """Enter or a double click opens the page of the one concerned; the window stays usable beside it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("decisions")
        self.setWindowTitle(tr("Decisions about people and organisations"))
        self.resize(*_SIZE)
        self._desk = desk
        self._last: HistoryEntry | None = None
        self._rulings: list[Ruling] = []
        self.filter = QLineEdit(self)
        self.filter.setObjectName("decisions_filter")
        self.filter.setAccessibleName(tr("Show only decisions with"))
        self.filter.setPlaceholderText(tr("Show only decisions with …"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self._choose())
        self.model = RowsModel(
            (
                Column(tr("Decision"), _words, lambda ruling: fold(_words(ruling)), tip=_words),
                Column(tr("When"), lambda ruling: told_time(ruling.decided_at), lambda ruling: ruling.decided_at),
            ),
            self,
        )
        self.table = LineTable("decisions_table", tr("Decisions, the latest first"), self)
        self.table.setModel(self.model)
        self.table.setSortingEnabled(False)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        self.table.horizontalHeader().setSectionResizeMode(0, self.table.horizontalHeader().ResizeMode.Stretch)
        self.table.setColumnWidth(1, _WHEN_WIDTH)
        self.table.opened.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._refresh())
        self.empty = EmptyState(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.back = self._button("decisions_back", tr("Take back"), self.take_back)
        self.page = self._button("decisions_open", tr("Open the page"), lambda: self._open(self._row()))
        self._stack = QStackedWidget(self)
        self._lay_out()
        desk.hub.changed.connect(self._on_changed)
        self.reload()

    def _button(self, name: str, text: str, act: object) -> QPushButton:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.empty.tell(
            tr("Nothing decided yet"),
            tr("Merging, splitting, renaming, rejecting: every step is written down here."),
            [],
        )
        explained = tr("They hold for later articles too. The last step is taken back here, each of them with undo.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(self.filter)
        layout.addWidget(self._stack, 1)
        told = quiet(explained, self)
        told.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(told)
        layout.addWidget(self.buttons)
        self.buttons.rejected.connect(self.close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)

    # --- filling

    def reload(self) -> None:
        """Read the decisions again."""
        archive = self._desk.archive
        self._desk.jobs.read(
            self, lambda: (archive.rulings(limit=SHOWN), archive.next_undo()), self._show, key="decisions"
        )

    def _show(self, found: Found) -> None:
        rulings, self._last = found
        self._rulings = _steps(rulings)
        self.model.show(self._rulings)
        self._choose()

    def _choose(self) -> None:
        words = fold(self.filter.text().strip())
        self.model.choose((lambda ruling: words in fold(_words(ruling))) if words else None)
        self._stack.setCurrentWidget(self.table if self._rulings else self.empty)
        if self.model.rowCount():
            self.table.choose(0)
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.operation or changes.touches("rulings"):
            self.reload()

    # --- using

    def _row(self) -> int:
        chosen = self.table.chosen()
        return chosen[0] if chosen else -1

    def _refresh(self) -> None:
        row = self._row()
        ruling = self.model.row_at(row) if 0 <= row < self.model.rowCount() else None
        self.page.setEnabled(ruling is not None and bool(ruling.entities))
        self.back.setEnabled(ruling is not None and self.is_last(ruling) and not self._desk.archive.read_only)

    def is_last(self, ruling: Ruling) -> bool:
        """Whether undo would take back this decision, and no later step."""
        last = self._last
        if last is None or not self._rulings or ruling.decided_at != self._rulings[0].decided_at:
            return False
        return (ruling.words.template, ruling.words.fields) == (last.label, last.fields)

    def take_back(self) -> None:
        """Undo the last step; it is the chosen decision."""
        self._desk.edit(self._desk.archive.undo)

    def _open(self, row: int) -> None:
        if 0 <= row < self.model.rowCount() and self.model.row_at(row).entities:
            self._desk.open_entity(self.model.row_at(row).entities[0])


def _steps(rulings: Sequence[Ruling]) -> list[Ruling]:
    """One line a step: several who were confirmed or rejected at once are a decision each."""
    steps: list[Ruling] = []
    for each in rulings:
        before = steps[-1] if steps else None
        if before is not None and (before.words, before.decided_at) == (each.words, each.decided_at):
            steps[-1] = replace(before, entities=(*before.entities, *each.entities))
        else:
            steps.append(each)
    return steps


def _words(ruling: Ruling) -> str:
    return retold(ruling.words.template, ruling.words.fields)
