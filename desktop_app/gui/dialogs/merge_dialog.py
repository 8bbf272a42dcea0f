"""Making one of several: which of them stays, and what comes of it, before anything is done."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.page_text import one_line
from desktop_app.gui.people.section import link, quiet
from desktop_app.gui.places import Room
from desktop_app.gui.widgets.entity_finder import EntityFinder
from desktop_app.gui.widgets.flow_layout import FlowLayout
from desktop_app.gui.widgets.kind_dot import KindDot
from desktop_app.model.people import EntityRow, MergePreview

SHOWN = 60  # lines of those to be merged; more are counted
FORMS = 18  # name forms in the preview
_WIDTH = 560


class MergeDialog(QDialog):
    """The first of `ids` that is named most often stays at first; a click on another turns the direction round."""

    def __init__(self, desk: Desk, ids: list[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("merge_dialog")
        self.setWindowTitle(tr("Merge"))
        self._desk = desk
        self.ids = list(dict.fromkeys(ids))
        self.into = 0
        self.rows: dict[int, EntityRow] = {}
        self.preview: MergePreview | None = None
        self._group = QButtonGroup(self)
        self._lines: list[QWidget] = []
        self.question = QLabel(tr("Who stays? The others’ names, notes and tags go there."), self)
        self.more = quiet("", self)
        self.add = link(tr("Add another …"), "merge_add", self)
        self.becomes = QLabel(tr("Becomes"), self)
        self.name = QLabel(self)
        self.counts = QLabel(self)
        self.warning = QLabel(self)
        self._forms = QWidget(self)
        self._flow = FlowLayout(self._forms, 5)
        self._chips: list[QLabel] = []
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.swap = self._button("merge_swap", tr("Swap"), QDialogButtonBox.ButtonRole.ActionRole)
        self.merge = self._button("merge_now", tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._name_parts()
        self._lay_out()
        self._load(self.ids)

    def _button(self, name: str, text: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = self.buttons.addButton(text, role)
        button.setObjectName(name)
        return button

    def _name_parts(self) -> None:
        self.name.setObjectName("merge_name")
        self.counts.setObjectName("merge_counts")
        self.warning.setObjectName("merge_warning")
        for label in (self.name, self.counts, self.warning):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.becomes.setFont(theme.font("label"))
        font = theme.font("article-title")
        font.setPointSizeF(15)
        self.name.setFont(font)
        self.counts.setFont(theme.font("small"))
        self.warning.setFont(theme.font("small"))
        for label in (self.becomes, self.counts):
            label.setProperty("muted", True)
        self.add.clicked.connect(self._find_another)
        self.swap.clicked.connect(self.turn_round)
        self.merge.setDefault(True)
        self.merge.setEnabled(False)
        self.buttons.accepted.connect(self._apply)
        self.buttons.rejected.connect(self.reject)
        self._group.idToggled.connect(self._on_chosen)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        self._list.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setObjectName("merge_list")
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addWidget(self.more, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(8)
        layout.addWidget(self.question)
        layout.addWidget(self._area, 1)
        layout.addLayout(below)
        layout.addSpacing(8)
        for widget in (self.becomes, self.name, self.counts, self._forms, self.warning):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addWidget(self.buttons)
        self.resize(_WIDTH, 420)

    # --- who

    def _load(self, ids: list[int]) -> None:
        archive = self._desk.archive
        self._desk.jobs.read(self, lambda: archive.entity_rows(ids), self._take, failed=self._desk.failed)

    def _take(self, rows: list[EntityRow]) -> None:
        self.rows.update((row.id, row) for row in rows)
        self.ids = [number for number in self.ids if number in self.rows]
        self.ids.sort(key=lambda number: (self.rows[number].bare, -self.rows[number].mentions))
        if self.into not in self.rows and self.ids:
            self.into = self.ids[0]
        self._show_lines()
        if (button := self._group.button(self.into)) is not None:
            button.setFocus()
        self._ask()

    def _show_lines(self) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        for button in self._group.buttons():
            self._group.removeButton(button)
        self._lines = [self._line(self.rows[number]) for number in self.ids[:SHOWN]]
        for at, line in enumerate(self._lines):
            self._list.insertWidget(at, line)
        rest = len(self.ids) - SHOWN
        self.more.setText(trn("and %n more", rest) if rest > 0 else "")
        height = sum(line.sizeHint().height() + 2 for line in self._lines)
        self._area.setMinimumHeight(min(220, height + 4))
        self.swap.setVisible(len(self.ids) == 2)

    def _line(self, row: EntityRow) -> QWidget:
        line = QWidget(self)
        choice = QRadioButton(one_line(row.name).replace("&", "&&"), line)
        choice.setObjectName("merge_choice")
        choice.setChecked(row.id == self.into)
        choice.setMinimumHeight(26)
        if row.bare:
            font = theme.font("ui")
            font.setItalic(True)
            choice.setFont(font)
        self._group.addButton(choice, row.id)
        facts = " · ".join(part for part in (one_line(row.role), trn("%n article(s)", row.articles)) if part)
        choice.setAccessibleDescription(facts)
        told = quiet(facts, line, wrap=False)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(KindDot(row.kind, line, faint=row.bare))
        layout.addWidget(choice)
        layout.addWidget(told, 1)
        if len(self.ids) > 1:
            drop = QToolButton(line)
            drop.setObjectName("merge_drop")
            drop.setIcon(theme.icon("close", theme.current().muted))
            drop.setAccessibleName(tr("Leave {name} out", name=row.name))
            drop.setToolTip(tr("Leave out"))
            drop.clicked.connect(lambda: self.drop(row.id))
            layout.addWidget(drop)
        return line

    def _find_another(self) -> None:
        kind = self.rows[self.into].kind if self.into in self.rows else None
        finder = EntityFinder(self._desk, kind, self, besides=self.into)
        finder.chosen.connect(self.include)
        finder.open_at(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def include(self, entity: int) -> None:
        """Merge this one as well."""
        if entity not in self.ids:
            self.ids.append(entity)
            self._load([entity])

    def drop(self, entity: int) -> None:
        """Leave one out."""
        self.ids.remove(entity)
        if self.into == entity:
            self.into = self.ids[0]
        self._show_lines()
        self._ask()

    # --- in which direction

    def _on_chosen(self, entity: int, on: bool) -> None:
        if on and entity != self.into:
            self.into = entity
            self._ask()

    def turn_round(self) -> None:
        """Let the other one of two stay."""
        other = next(number for number in self.ids if number != self.into)
        button = self._group.button(other)
        if button is not None:
            button.setChecked(True)

    def _ask(self) -> None:
        self.preview = None
        self.merge.setEnabled(False)
        if len(self.ids) < 2:
            self._tell_alone()
            return
        archive, ids, into = self._desk.archive, list(self.ids), self.into
        self._desk.jobs.read(
            self, lambda: archive.merge_preview(ids, into), self._show, key="merge-preview", failed=self._desk.failed
        )

    def _tell_alone(self) -> None:
        self.becomes.setVisible(False)
        self._forms.setVisible(False)
        self.name.setText("")
        self.warning.setText("")
        self.counts.setText(tr("Add who is the same. It takes two to be merged."))

    def _show(self, preview: MergePreview) -> None:
        self.preview = preview
        self.becomes.setVisible(True)
        self._forms.setVisible(True)
        self.name.setText(one_line(preview.name))
        counted = (
            trn("%n article(s)", preview.articles),
            trn("%n mention(s)", preview.mentions),
            trn("%n name form(s)", len(preview.forms)),
        )
        self.counts.setText(" · ".join(counted))
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for form in preview.forms[:FORMS]:
            self._add_chip(one_line(form))
        if len(preview.forms) > FORMS:
            self._add_chip(f"+{len(preview.forms) - FORMS}")
        self.warning.setText(self._warned(preview))
        self.warning.setVisible(bool(self.warning.text()))
        self.merge.setEnabled(not self._desk.archive.read_only)
        self.adjustSize()
        self.resize(max(_WIDTH, self.width()), self.height())

    def _add_chip(self, text: str) -> None:
        chip = QLabel(text, self._forms)
        chip.setProperty("chip", True)
        chip.setTextFormat(Qt.TextFormat.PlainText)
        chip.setFont(theme.font("small"))
        chip.setVisible(True)
        self._flow.addWidget(chip)
        self._chips.append(chip)

    @staticmethod
    def _warned(preview: MergePreview) -> str:
        kinds = {row.kind for row in (preview.into, *preview.others)}
        if len(kinds) > 1:
            return tr("People and organisations are mixed here. All become what “{name}” is.", name=preview.name)
        return ""

    # --- doing it

    def _apply(self) -> None:
        if self.preview is not None:
            self._desk.edit(
                self._desk.archive.merge_entities, [each for each in self.ids if each != self.into], self.into
            )
            room = self._desk.room
            if room.name == "entity" and room.entity in self.ids and room.entity != self.into:
                self._desk.enter(Room("entity", entity=self.into))
            self.accept()
