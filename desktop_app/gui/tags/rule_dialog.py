"""A rule: whatever a search finds gets a tag. How much that is, is told while it is written."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr, trn
from desktop_app.gui.people.section import quiet
from desktop_app.model.changes import Changes
from desktop_app.model.errors import LesesaalError
from desktop_app.model.tags import RulePreview, Tag, TagRule

_WIDTH = 520
_PAUSE_MS = 200  # after the last key


class RuleDialog(QDialog):
    """For a new rule, or for another search of one that is there."""

    def __init__(
        self, desk: Desk, tag: str = "", query: str = "", rule: TagRule | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("rule_dialog")
        self.setWindowTitle(tr("Rule for a tag") if rule is None else tr("Change the rule"))
        self._desk = desk
        self._rule = rule
        self.preview: RulePreview | None = None
        self.tag = QLineEdit(rule.tag if rule else tag, self)
        self.query = QLineEdit(rule.query if rule else query, self)
        self.told = QLabel(self)
        self.problem = QLabel(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        words = tr("Make the rule") if rule is None else tr("Change the rule")
        self.apply = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._typing.timeout.connect(self._ask)
        self._name_parts()
        self._lay_out()
        for line in (self.tag, self.query):
            line.textChanged.connect(lambda _text: self._wait())
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        desk.jobs.read(self, desk.archive.all_tags, self._complete, failed=desk.failed)
        self._ask()

    def _name_parts(self) -> None:
        self.tag.setObjectName("rule_tag")
        self.tag.setAccessibleName(tr("Tag"))
        self.tag.setPlaceholderText(tr("A tag, new or old"))
        self.tag.setMaxLength(200)
        self.tag.setEnabled(self._rule is None)
        self.query.setObjectName("rule_query")
        self.query.setAccessibleName(tr("What the articles are found by"))
        self.query.setPlaceholderText(tr("source:Bote harbour"))
        self.apply.setObjectName("rule_apply")
        self.apply.setDefault(True)
        self.told.setObjectName("rule_told")
        self.problem.setObjectName("rule_problem")
        self.problem.setProperty("warning", True)
        for label in (self.told, self.problem):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Tag"), self.tag)
        form.addRow(tr("Query"), self.query)
        explained = quiet(
            tr(
                "Whatever the search finds gets the tag, now and whenever articles come. Where you take it off, it"
                " stays off."
            ),
            self,
        )
        explained.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(explained)
        layout.addSpacing(2)
        layout.addWidget(self.told)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addSpacing(6)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)
        (self.query if self.tag.text() else self.tag).setFocus()

    def _complete(self, tags: list[Tag]) -> None:
        completer = QCompleter([tag.name for tag in tags], self.tag)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.tag.setCompleter(completer)

    # --- what it would do

    def _wait(self) -> None:
        self.preview = None
        self.apply.setEnabled(False)
        self._typing.start()

    def _ask(self) -> None:
        self.preview = None
        self.apply.setEnabled(False)
        tag, query = self.tag.text().strip(), self.query.text().strip()
        if not tag or not query:
            self._tell("", "")
            return
        self._desk.jobs.read(
            self,
            partial(self._desk.archive.rule_preview, tag, query),
            self._show,
            key="rule-preview",
            failed=self._refused,
        )

    def _show(self, preview: RulePreview) -> None:
        self.preview = preview
        there = preview.found - preview.new - preview.refused
        parts = [
            trn("Finds %n article(s)", preview.found),
            trn("%n of them would get the tag now", preview.new) if preview.new else "",
            trn("%n have it already", there) if there > 0 else "",
            trn("from %n you took it off", preview.refused) if preview.refused else "",
        ]
        self._tell("; ".join(part for part in parts if part) + ".", "")
        self.apply.setEnabled(not self._desk.archive.read_only)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, LesesaalError):
            self._tell("", retold(error.template, error.fields))
        else:
            self._desk.failed(error)

    def _tell(self, told: str, problem: str) -> None:
        self.told.setText(told)
        self.problem.setText(problem)
        self.told.setVisible(not problem)
        self.problem.setVisible(bool(problem))

    # --- doing it

    def _accept(self) -> None:
        """Make or change the rule; a refusal is told here, and the dialog stays."""
        tag, query, rule, archive = self.tag.text().strip(), self.query.text().strip(), self._rule, self._desk.archive
        if not tag or not query or archive.read_only:
            return

        def done(changes: Changes) -> None:
            self._desk.tell_done(changes)
            self.accept()

        def act() -> Changes:
            return archive.add_tag_rule(tag, query) if rule is None else archive.change_tag_rule(rule.id, query)

        self._desk.jobs.write(self, act, done, failed=self._refused)
