"""All tags: the tree, and beside it what can be set of one. Every change is a step that undo takes back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.clauses import clause
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.tags.asking import TagChangeDialog
from desktop_app.gui.tags.details import TagDetails
from desktop_app.gui.tags.tree import TagTree
from desktop_app.gui.widgets.empty_state import EmptyState
from desktop_app.model.changes import Changes
from desktop_app.model.tags import Tag, TagRule, Verb

_SIZE = (940, 560)
_TABLES = ("tags", "taggings", "tag_rules", "annotation_taggings", "entity_taggings", "articles")


class TagsDialog(QDialog):
    """Stays open beside the window and follows what changes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("tags_dialog")
        self.setWindowTitle(tr("Tags"))
        self.resize(*_SIZE)
        self._desk = desk
        self._tags: list[Tag] = []
        self._rules: list[TagRule] = []
        self.words = QLineEdit(self)
        self.tree = TagTree(self)
        self.details = TagDetails(desk, self)
        self.empty = EmptyState(self)
        self._shown = QStackedWidget(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.new = self._button("tag_new", tr("New …"), self.make)
        self.rename = self._button("tag_rename", tr("Rename …"), lambda: self.ask("rename"))
        self.merge = self._button("tag_merge", tr("Merge …"), lambda: self.ask("merge"))
        self.delete = self._button("tag_delete", tr("Delete …"), lambda: self.ask("delete"))
        self._lay_out()
        self.words.textChanged.connect(lambda _text: self._show())
        self.tree.chosen.connect(self._on_chosen)
        self.tree.opened.connect(self._open)
        self.tree.moved.connect(self._move)
        self.tree.rename_wanted.connect(lambda: self.ask("rename"))
        self.tree.delete_wanted.connect(lambda: self.ask("delete"))
        desk.hub.changed.connect(self._on_changed)
        theme.notifier().changed.connect(self._show)
        self._load()

    def _button(self, name: str, text: str, act: object) -> QPushButton:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        self.words.setObjectName("tags_words")
        self.words.setAccessibleName(tr("Find a tag"))
        self.words.setPlaceholderText(tr("Find a tag"))
        self.words.setClearButtonEnabled(True)
        self._shown.addWidget(self.tree)
        self._shown.addWidget(self.empty)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.words)
        left.addWidget(self._shown, 1)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addWidget(self.details)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(14)
        layout.addLayout(row, 1)
        layout.addWidget(self.buttons)
        self.buttons.rejected.connect(self.close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.tree.setFocus()

    # --- what is shown

    def _load(self) -> None:
        archive = self._desk.archive
        self._desk.jobs.read(
            self, lambda: (archive.all_tags(), archive.tag_rules()), self._take, key="tags", failed=self._desk.failed
        )

    def _take(self, found: tuple[list[Tag], list[TagRule]]) -> None:
        self._tags, self._rules = found
        self._show()

    def _show(self) -> None:
        self.tree.show_tags(self._tags, self.words.text())
        self._shown.setCurrentWidget(self.tree if self._tags else self.empty)
        self.empty.tell(
            tr("No tags yet"),
            tr("Press T among the articles to tag them, or make the first tag here. “Trade/Fairs” nests one below"
               " another."),
            [],
        )  # fmt: skip

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_TABLES):
            self._load()

    def _on_chosen(self) -> None:
        node, writable = self.tree.node(), not self._desk.archive.read_only
        self.details.show_node(node, self._tags, self._rules)
        self.new.setEnabled(writable)
        for button in (self.rename, self.merge, self.delete):
            button.setEnabled(writable and node is not None)

    # --- what is done

    def make(self) -> None:
        """Ask for the name of a new tag, below the chosen one if it is left so."""
        name = self.tree.current_name()
        text, done = QInputDialog.getText(
            self, tr("New tag"), tr("Name (a “/” puts it below another):"), text=f"{name}/" if name else ""
        )
        if done and text.strip().rstrip("/"):
            self._desk.edit(self._desk.archive.make_tag, text.strip())

    def ask(self, verb: Verb, new: str = "") -> TagChangeDialog | None:
        """Tell what a change of the chosen tag would change, and do it if that is wanted."""
        if not self.tree.current_name() or self._desk.archive.read_only:
            return None
        dialog = TagChangeDialog(self._desk, verb, self.tree.current_name(), self)
        if new:
            dialog.name.setText(new)
        dialog.open()
        return dialog

    def _move(self, _name: str, new: str) -> None:
        self.ask("rename", new)

    def _open(self, name: str) -> None:
        self._desk.open_query(clause("tag", name))
