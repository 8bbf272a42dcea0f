"""Renaming, merging and deleting a tag: what it would change is told before it is done."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr, trn
from desktop_app.gui.tags.following import follow
from desktop_app.model.changes import Changes
from desktop_app.model.errors import LesesaalError
from desktop_app.model.tags import Tag, TagPreview, Verb, is_in

SHOWN = 8  # tags and searches in the preview; more are counted
_WIDTH = 460


class TagChangeDialog(QDialog):
    """Asks what is still to be known, tells what would change, and does it as one step."""

    def __init__(self, desk: Desk, verb: Verb, tag: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("tag_change")
        titles = {"rename": tr("Rename tag"), "merge": tr("Merge tag"), "delete": tr("Delete tag")}
        self.setWindowTitle(titles[verb])
        self._desk = desk
        self.verb: Verb = verb
        self.tag = tag
        self.preview: TagPreview | None = None
        self._waiting = False  # Enter was pressed before the preview came
        self.question = QLabel(self._question(), self)
        self.name = QLineEdit(tag, self)
        self.into = QComboBox(self)
        self.counts = QLabel(self)
        self.details = QLabel(self)
        self.problem = QLabel(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        words = {"rename": tr("Rename"), "merge": tr("Merge"), "delete": tr("Delete")}
        self.apply = self.buttons.addButton(words[verb], QDialogButtonBox.ButtonRole.AcceptRole)
        self._name_parts()
        self._lay_out()
        self.name.textChanged.connect(lambda _text: self._ask())
        self.into.currentIndexChanged.connect(lambda _row: self._ask())
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        if verb == "merge":
            desk.jobs.read(self, desk.archive.all_tags, self._offer, failed=desk.failed)
        self._ask()

    def _question(self) -> str:
        if self.verb == "rename":
            return tr("New name; a “/” puts it below another.")
        if self.verb == "merge":
            return tr("What carries “{tag}” goes to:", tag=self.tag)
        return tr("Take “{tag}” off everything that carries it? Undo brings it back.", tag=self.tag)

    def _name_parts(self) -> None:
        self.name.setObjectName("tag_name")
        self.name.setAccessibleName(tr("New name"))
        self.name.setMaxLength(200)
        self.name.selectAll()
        self.into.setObjectName("tag_into")
        self.into.setAccessibleName(tr("The tag that takes it over"))
        self.into.setMaxVisibleItems(16)
        self.apply.setObjectName("tag_change_apply")
        self.apply.setDefault(True)
        self.apply.setEnabled(False)
        self.counts.setObjectName("tag_counts")
        self.details.setObjectName("tag_details")
        self.problem.setObjectName("tag_problem")
        for text in (self.question, self.counts, self.details, self.problem):
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
        self.details.setProperty("muted", True)
        self.problem.setProperty("warning", True)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(8)
        layout.addWidget(self.question)
        self.name.setVisible(self.verb == "rename")
        self.into.setVisible(self.verb == "merge")
        layout.addWidget(self.name)
        layout.addWidget(self.into)
        layout.addSpacing(6)
        for label in (self.counts, self.details, self.problem):
            layout.addWidget(label)
        layout.addStretch(1)
        layout.addSpacing(8)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)
        (self.name if self.verb == "rename" else self.into if self.verb == "merge" else self.apply).setFocus()

    def _offer(self, tags: list[Tag]) -> None:
        self.into.addItems([tag.name for tag in tags if not is_in(tag.name, self.tag)])
        if not self.into.count():
            self._tell_problem(tr("There is no other tag to merge into."))

    # --- what would change

    @property
    def new(self) -> str:
        """The name or the tag that was given."""
        return {"rename": self.name.text().strip(), "merge": self.into.currentText(), "delete": ""}[self.verb]

    def _ask(self) -> None:
        self.preview = None
        self.apply.setEnabled(False)
        self.problem.setText("")
        if self.verb != "delete" and self.new in ("", self.tag):
            self.counts.setText("")
            self.details.setText("")
            self._fit()
            return
        archive = self._desk.archive
        self._desk.jobs.read(
            self,
            partial(archive.tag_preview, self.verb, self.tag, self.new),
            self._show,
            key="tag-preview",
            failed=self._refused,
        )

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, LesesaalError):
            self.counts.setText("")
            self.details.setText("")
            self._tell_problem(retold(error.template, error.fields))
        else:
            self._desk.failed(error)

    def _tell_problem(self, text: str) -> None:
        self._waiting = False
        self.problem.setText(text)
        self._fit()

    def _show(self, preview: TagPreview) -> None:
        self.preview = preview
        self.counts.setText(counted(preview))
        self.details.setText("\n".join(self._lines(preview)))
        self.apply.setEnabled(not self._desk.archive.read_only)
        if self.verb == "delete":
            self.apply.setFocus()  # it could not have the keyboard before
        self._fit()
        if self._waiting:
            self._accept()

    def _fit(self) -> None:
        for label in (self.counts, self.details, self.problem):
            label.setVisible(bool(label.text()))
        self.adjustSize()

    def _lines(self, preview: TagPreview) -> list[str]:
        """The other tags that go along, the queries that are written anew, and what stays behind."""
        lines = []
        tags = [pair for pair in preview.names if pair[0] != self.tag]
        for name, new in tags[:SHOWN]:
            words = tr("{tag} becomes {new}", tag=name, new=new) if new else tr("{tag} goes along", tag=name)
            lines.append(tr("{words}, joined with the one there", words=words) if new in preview.joined else words)
        if len(tags) > SHOWN:
            lines.append(trn("and %n more tag(s)", len(tags) - SHOWN))
        for search, _query, new in preview.searches[:SHOWN]:
            if preview.verb == "delete":
                lines.append(tr("The saved search “{name}” will ask for a tag that is gone.", name=search))
            else:
                lines.append(tr("The saved search “{name}” becomes: {query}", name=search, query=new))
        if len(preview.searches) > SHOWN:
            lines.append(trn("and %n more saved search(es)", len(preview.searches) - SHOWN))
        return lines

    # --- doing it

    def _accept(self) -> None:
        if self.preview is None:
            self._waiting = self.verb == "delete" or self.new not in ("", self.tag)
            return
        archive, tag, new, verb = self._desk.archive, self.tag, self.new, self.verb

        def done(changes: Changes) -> None:
            self._desk.tell_done(changes)
            follow(self._desk, tag, str(changes.fields.get("new") or changes.fields.get("into") or ""))

        def act() -> Changes:
            if verb == "delete":
                return archive.delete_tag(tag)
            return archive.rename_tag(tag, new) if verb == "rename" else archive.merge_tags(tag, new)

        self._desk.jobs.write(self._desk, act, done, failed=self._desk.failed)
        self.accept()


def counted(preview: TagPreview) -> str:
    """What carries the tags that would change, in words."""
    parts = [
        trn("%n article(s)", preview.articles) if preview.articles else "",
        trn("%n note(s)", preview.annotations) if preview.annotations else "",
        trn("%n person(s)", preview.people) if preview.people else "",
        trn("%n organisation(s)", preview.organisations) if preview.organisations else "",
        trn("%n rule(s)", preview.rules) if preview.rules else "",
    ]
    told = ", ".join(part for part in parts if part)
    return tr("Changes: {what}", what=told) if told else tr("Nothing carries it.")
