"""The reader's synonyms: sets of words that mean the same, one a line. Every change is a step that undo takes back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.delegates.synonym_delegate import WORDS_ROLE, SynonymDelegate
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr
from desktop_app.gui.widgets.empty_state import EmptyState
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.changes import Changes
from desktop_app.model.errors import LesesaalError
from desktop_app.model.searching import SynonymSet

_ID_ROLE = Qt.ItemDataRole.UserRole + 2
_SIZE = (600, 500)


class _Sets(QListWidget):
    """Delete removes a set, not an article."""

    def event(self, event: "QKeyEvent") -> bool:  # type: ignore[override]
        if keeps(event, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return True
        return super().event(event)


class SynonymsDialog(QDialog):
    """Sets as chips that are edited in place, or all of them as text."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("synonyms")
        self.setWindowTitle(tr("Synonyms"))
        self.resize(*_SIZE)
        self._desk = desk
        self._sets: list[SynonymSet] = []
        self._filling = False
        self.explained = QLabel(self)
        self.list = _Sets(self)
        self.words = QLineEdit(self)
        self.add = QPushButton(tr("Add"), self)
        self.text = QPlainTextEdit(self)
        self.problem = QLabel(self)
        self.empty = EmptyState(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.remove = self._button("synonyms_remove", tr("Remove"), self.remove_chosen)
        self.as_text = self._button("synonyms_as_text", tr("Edit as text"), self._to_text)
        self.apply = self._button("synonyms_apply", tr("Apply"), self.apply_text)
        self.discard = self._button("synonyms_discard", tr("Back without changes"), self._to_list)
        self._shown = QStackedWidget(self)
        self._line = QWidget(self)
        self._name_parts()
        self._lay_out()
        desk.hub.changed.connect(self._on_changed)
        self._load()
        self._to_list()

    def _button(self, name: str, text: str, act: object) -> QPushButton:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _name_parts(self) -> None:
        writable = not self._desk.archive.read_only
        self.explained.setObjectName("synonyms_explained")
        self.explained.setWordWrap(True)
        self.explained.setText(
            tr(
                "A search for one word of a set finds all of them. To find a word alone, write an equals sign before"
                " it: =Wagen."
            )
        )
        self.list.setObjectName("synonym_sets")
        self.list.setAccessibleName(tr("Sets of synonyms"))
        self.list.setItemDelegate(SynonymDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._change)
        self.list.itemSelectionChanged.connect(self._refresh)
        self.list.installEventFilter(self)
        self.words.setObjectName("synonym_words")
        self.words.setAccessibleName(tr("Words of a new set, divided by commas"))
        self.words.setPlaceholderText(tr("A new set: Auto, Pkw, Kraftwagen"))
        self.words.returnPressed.connect(self.add_words)
        self.words.setEnabled(writable)
        self.add.setObjectName("synonyms_add")
        self.add.setAccessibleName(tr("Add this set"))
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.add_words)
        self.add.setEnabled(writable)
        self.as_text.setEnabled(writable)
        self.text.setObjectName("synonyms_text")
        self.text.setAccessibleName(tr("All sets as text, one a line, the words divided by commas"))
        self.problem.setObjectName("synonyms_problem")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.add)
        for page in (self.list, self.text, self.empty):
            self._shown.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(self.explained)
        layout.addWidget(self._shown, 1)
        layout.addWidget(self._line)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        self.buttons.rejected.connect(self.close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)

    # --- filling

    def _load(self) -> None:
        self._desk.jobs.read(self, self._desk.archive.synonyms, self._show, key="synonyms")

    def _show(self, sets: list[SynonymSet]) -> None:
        row = self.list.currentRow()
        self._sets, self._filling = sets, True
        self.list.clear()
        for each in sets:
            item = QListWidgetItem(", ".join(each.words), self.list)
            item.setData(WORDS_ROLE, each.words)
            item.setData(_ID_ROLE, each.id)
            item.setToolTip(", ".join(each.words))
            if not self._desk.archive.read_only:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.list.setCurrentRow(min(max(row, 0), len(sets) - 1))
        self._filling = False
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("synonym_sets"):
            self._load()

    def _refresh(self) -> None:
        in_text = self._shown.currentWidget() is self.text
        self.remove.setEnabled(bool(self.list.selectedItems()) and not self._desk.archive.read_only)
        for widget, there in (
            (self._line, not in_text),
            (self.remove, not in_text),
            (self.as_text, not in_text),
            (self.apply, in_text),
            (self.discard, in_text),
        ):
            widget.setVisible(there)
        self.problem.setVisible(bool(self.problem.text()))
        if not in_text:
            self.empty.tell(
                tr("No synonyms yet"),
                tr("Write words that mean the same into the line below, divided by commas, and press Enter."),
                [],
            )
            self._shown.setCurrentWidget(self.list if self._sets else self.empty)

    # --- changing

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, LesesaalError):
            self._tell(retold(error.template, error.fields))
        else:
            self._desk.failed(error)
        self._load()

    def _edit(self, work: object, done: object) -> None:
        self._tell("")

        def told(changes: Changes) -> None:
            self._desk.tell_done(changes)
            done()  # type: ignore[operator]

        self._desk.jobs.write(self, work, told, failed=self._refused)  # type: ignore[arg-type]

    def add_words(self) -> None:
        """Make a set of the words in the line."""
        archive, words = self._desk.archive, _words(self.words.text())
        if words:
            self._edit(lambda: archive.add_synonyms(words), self._added)

    def _added(self) -> None:
        self.words.clear()
        self.words.setFocus()

    def _change(self, item: QListWidgetItem) -> None:
        words, number = _words(item.text()), int(item.data(_ID_ROLE) or 0)
        if self._filling or tuple(words) == tuple(item.data(WORDS_ROLE) or ()):
            return
        archive = self._desk.archive
        if words:
            self._edit(lambda: archive.change_synonyms(number, words), self.list.setFocus)
        else:
            self._edit(lambda: archive.remove_synonyms(number), self.list.setFocus)

    def remove_chosen(self) -> None:
        """Remove the selected set."""
        item = self.list.currentItem()
        if item is not None and not self._desk.archive.read_only:
            archive, number = self._desk.archive, int(item.data(_ID_ROLE))
            self._edit(lambda: archive.remove_synonyms(number), self.list.setFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.list.hasFocus() and event.key() == Qt.Key.Key_Delete:
            self.remove_chosen()
        elif self.list.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item is not None:
                self.list.editItem(item)
        elif event.key() == Qt.Key.Key_Escape and self._shown.currentWidget() is self.text:
            self._to_list()
        else:
            super().keyPressEvent(event)

    # --- as text

    def _to_text(self) -> None:
        self._desk.jobs.read(self, self._desk.archive.synonyms_text, self._show_text, key="synonyms-text")

    def _show_text(self, text: str) -> None:
        self.text.setPlainText(text)
        self._shown.setCurrentWidget(self.text)
        self._tell("")
        self._refresh()
        self.text.setFocus()

    def apply_text(self) -> None:
        """Replace all sets by those of the text."""
        archive, text = self._desk.archive, self.text.toPlainText()
        self._edit(lambda: archive.set_synonyms_text(text), self._to_list)

    def _to_list(self) -> None:
        self._shown.setCurrentWidget(self.list)
        self._tell("")
        self._refresh()
        (self.list if self._sets else self.words).setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._filling = True  # an editor that closes with the dialog changes nothing
        super().closeEvent(event)


def _words(text: str) -> list[str]:
    """The words of a line, divided by commas or semicolons."""
    return [word.strip() for word in text.replace(";", ",").split(",") if word.strip()]
