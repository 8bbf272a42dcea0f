"""Beside the tree: one tag's colour, number key and rules."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.people.section import quiet
from desktop_app.gui.tags.rule_dialog import RuleDialog
from desktop_app.gui.tags.swatches import Swatches
from desktop_app.gui.tags.tree import Node
from desktop_app.gui.widgets.elided_label import ElidedLabel
from desktop_app.model.tags import KEYS, Tag, TagRule

_RULE = Qt.ItemDataRole.UserRole
_WIDTH = 300
_MOST = 100  # of the height that is left goes to the rules


class TagDetails(QWidget):
    """What can be set of the chosen tag; each change is a step of its own."""

    rule_chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tag_details_pane")
        self.setAccessibleName(tr("The chosen tag"))
        self.setFixedWidth(_WIDTH)
        self._desk = desk
        self._node: Node | None = None
        self._tags: Sequence[Tag] = ()
        self._rules: list[TagRule] = []
        self.name = ElidedLabel("", self)
        self.counts = quiet("", self)
        self.swatches = Swatches(self)
        self.below = QCheckBox(tr("and all below it"), self)
        self.key = QComboBox(self)
        self.list = QListWidget(self)
        self.hint = quiet("", self)
        self.add = self._button("rule_add", tr("Add …"), self.add_rule)
        self.change = self._button("rule_change", tr("Change …"), self.change_rule)
        self.pause = self._button("rule_pause", tr("Pause"), self.pause_rule)
        self.remove = self._button("rule_remove", tr("Remove"), self.remove_rule)
        self._name_parts()
        self._lay_out()
        self.swatches.chosen.connect(self._colour)
        self.key.activated.connect(self._give_key)
        self.list.currentRowChanged.connect(lambda _row: self._refresh())
        self.list.itemActivated.connect(lambda _item: self.change_rule())

    def _button(self, name: str, text: str, act: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _name_parts(self) -> None:
        font = theme.font("article-title")
        font.setPointSizeF(13.5)
        self.name.setFont(font)
        self.name.setObjectName("tag_chosen")
        self.counts.setContentsMargins(0, 0, 0, 0)
        self.hint.setContentsMargins(0, 0, 0, 0)
        self.below.setObjectName("tag_colour_below")
        self.key.setObjectName("tag_key")
        self.key.setAccessibleName(tr("Number key"))
        self.list.setObjectName("tag_rules")
        self.list.setAccessibleName(tr("Rules that put it on"))
        self.list.setWordWrap(True)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.name)
        layout.addWidget(self.counts)
        for heading, widgets in (
            (tr("Colour"), (self.swatches, self.below)),
            (tr("Number key"), (self.key,)),
            (tr("Rules that put it on"), (self.list, self.hint)),
        ):
            label = QLabel(heading, self)
            label.setFont(theme.font("label"))
            label.setProperty("muted", True)
            layout.addSpacing(8)
            layout.addWidget(label)
            for widget in widgets:
                layout.addWidget(widget, _MOST if widget is self.list else 0)
        for pair in ((self.add, self.change), (self.pause, self.remove)):
            row = QHBoxLayout()
            row.setSpacing(6)
            for button in pair:
                row.addWidget(button, 1)
            layout.addLayout(row)
        layout.addStretch(1)

    # --- what is shown

    def show_node(self, node: Node | None, tags: Sequence[Tag], rules: Sequence[TagRule]) -> None:
        """Show a step of the tree; None: nothing is chosen."""
        self._node, self._tags = node, tags
        tag = node.tag if node else None
        self.name.setText(node.name.replace("/", " › ") if node else tr("No tag is chosen"))
        self.counts.setText(_counted(tag) if tag else tr("No tag itself: names of tags begin so.") if node else "")
        self.swatches.show_colour(tag.colour if tag else -1)
        self._show_keys(tag)
        self._show_rules([rule for rule in rules if tag is not None and rule.tag == tag.name])
        self._refresh()

    def _show_keys(self, tag: Tag | None) -> None:
        holders = {each.key: each.name for each in self._tags if each.key}
        self.key.clear()
        self.key.addItem(tr("none"), 0)
        for key in KEYS:
            mine = tag is not None and tag.key == key
            self.key.addItem(f"{key}" if mine or key not in holders else f"{key} · {holders[key]}", key)
        self.key.setCurrentIndex(tag.key if tag else 0)

    def _show_rules(self, rules: list[TagRule]) -> None:
        current = self.rule()
        self._rules = rules
        self.list.clear()
        for rule in rules:
            told = trn("%n article(s)", rule.articles) if rule.active else tr("paused")
            item = QListWidgetItem(f"{rule.query}\n{told}", self.list)
            item.setData(_RULE, rule.id)
            item.setToolTip(rule.query)
            if not rule.active:
                item.setForeground(theme.current().muted)
            if current is not None and rule.id == current.id:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and rules:
            self.list.setCurrentRow(0)
        self.list.setVisible(bool(rules))
        self.hint.setVisible(not rules)
        self.hint.setText(tr("None yet. A rule puts the tag on whatever a search finds."))

    def rule(self) -> TagRule | None:
        """The chosen rule."""
        item = self.list.currentItem()
        number = item.data(_RULE) if item is not None else 0
        return next((rule for rule in self._rules if rule.id == number), None)

    def _refresh(self) -> None:
        writable = not self._desk.archive.read_only
        tag = self._node.tag if self._node else None
        rule = self.rule()
        has_below = self._node is not None and any(each.name.startswith(f"{self._node.name}/") for each in self._tags)
        for widget in (self.swatches, self.key, self.add):
            widget.setEnabled(writable and tag is not None)
        self.below.setEnabled(writable and has_below)
        for button in (self.change, self.pause, self.remove):
            button.setEnabled(writable and rule is not None)
        self.pause.setText(tr("Resume") if rule is not None and not rule.active else tr("Pause"))

    # --- changing it

    def _tag(self) -> Tag | None:
        return self._node.tag if self._node else None

    def _colour(self, colour: int) -> None:
        if tag := self._tag():
            below = self.below.isChecked() and self.below.isEnabled()
            self._desk.edit(self._desk.archive.colour_tag, tag.name, colour, below=below)

    def _give_key(self, row: int) -> None:
        if tag := self._tag():
            self._desk.edit(self._desk.archive.key_tag, tag.name, int(self.key.itemData(row)))

    def add_rule(self) -> None:
        """Open the dialog for a new rule of the tag; the present search is offered."""
        if tag := self._tag():
            RuleDialog(self._desk, tag.name, self._desk.full_query, parent=self).show()

    def change_rule(self) -> None:
        """Open the dialog on the chosen rule."""
        if (rule := self.rule()) is not None:
            RuleDialog(self._desk, rule=rule, parent=self).show()

    def pause_rule(self) -> None:
        """Let the chosen rule rest, or work again."""
        if (rule := self.rule()) is not None:
            self._desk.edit(self._desk.archive.pause_tag_rule, rule.id, rule.active)

    def remove_rule(self) -> None:
        """Remove the chosen rule with what it put on; undo brings both back."""
        if (rule := self.rule()) is not None:
            self._desk.edit(self._desk.archive.remove_tag_rule, rule.id)


def _counted(tag: Tag) -> str:
    parts = [trn("%n article(s)", tag.articles)]
    if tag.machine:
        parts.append(trn("%n of them by a machine", tag.machine))
    if tag.annotations:
        parts.append(trn("%n note(s)", tag.annotations))
    if tag.people:
        parts.append(trn("%n person(s)", tag.people))
    if tag.organisations:
        parts.append(trn("%n organisation(s)", tag.organisations))
    return ", ".join(parts)
