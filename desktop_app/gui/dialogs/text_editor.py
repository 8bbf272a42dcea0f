"""Correcting the words of an article: what is saved is a new version of its text, as one step."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.dialogs.text_words import TextWords
from desktop_app.gui.finding import find_all
from desktop_app.gui.i18n import retold, tr, trn
from desktop_app.gui.offsets import Offsets
from desktop_app.gui.page_text import one_line
from desktop_app.gui.widgets.elided_label import ElidedLabel
from desktop_app.gui.widgets.find_bar import FindBar
from desktop_app.model.anchors import Alignment
from desktop_app.model.article import Article, Note
from desktop_app.model.changes import Changes
from desktop_app.model.errors import LesesaalError

_REST_MS = 400  # after the last key, before notes are looked for
_SIZE = (820, 680)
_EDGE = 20


class TextEditor(QDialog):
    """Ctrl+Enter saves, Ctrl+F finds, Esc leaves. The window stays usable beside it."""

    def __init__(self, desk: Desk, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("text_editor")
        self.setWindowTitle(tr("Correct the text"))
        self.resize(*_SIZE)
        self._desk = desk
        self.article = article.id
        self._known = article.text  # what a new version would take the place of
        self._notes = [note for note in article.notes if note.start is not None and not note.orphaned]
        self._lost = 0
        self._warned = False
        self._counting = False  # the archive's notes are being looked for in the words
        self._matches: tuple[str, list[tuple[int, int]]] | None = None  # in which text; None while not known
        self.title = ElidedLabel(one_line(article.title or article.text[:80]), self)
        self.words = TextWords(article.text, self)
        self.finder = FindBar(self)
        self.notes = QLabel(self)
        self.state = QLabel(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.save = self.buttons.addButton(tr("Save as a new version"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._find = QToolButton(self)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST_MS)
        self._name_parts()
        self._lay_out()
        self._connect()
        self._dress()
        self._tell_notes((len(self._notes), 0))
        self.words.setFocus()

    # --- parts

    def _name_parts(self) -> None:
        self.title.setObjectName("text_title")
        self.notes.setObjectName("text_notes")
        self.state.setObjectName("text_state")
        for label in (self.notes, self.state):
            label.setWordWrap(True)
            label.setFont(theme.font("small"))
        self.state.hide()
        self.save.setObjectName("text_save")
        self.save.setProperty("primary", True)
        self.save.setToolTip(tr("Save (Ctrl+Enter)"))
        self.save.setEnabled(False)
        for button in self.buttons.buttons():
            button.setProperty("autoDefault", False)  # Enter belongs to the text
        self._find.setObjectName("text_find")
        self._find.setAutoRaise(True)
        self._find.setIconSize(QSize(16, 16))
        self._find.setAccessibleName(tr("Find in this article"))
        self._find.setToolTip(tr("Find (Ctrl+F)"))

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QVBoxLayout()
        head.setContentsMargins(_EDGE, 12, _EDGE - 6, 8)
        head.addWidget(self.title, 1)
        head.addWidget(self._find)
        foot.setContentsMargins(_EDGE, 10, _EDGE, 14)
        foot.setSpacing(6)
        for widget in (self.notes, self.state, self.buttons):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.finder)
        column.addWidget(self.words, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._on_words)
        self.words.document().modificationChanged.connect(self.save.setEnabled)
        self._resting.timeout.connect(self._rest)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        self._find.clicked.connect(self._open_finder)
        self.finder.words_changed.connect(lambda _words: self._look())
        self.finder.step.connect(self._step)
        self.finder.closed.connect(self.words.setFocus)
        for keys, act in (
            ("Ctrl+Return", self._save),
            ("Ctrl+Enter", self._save),
            ("Ctrl+F", self._open_finder),
            ("F3", lambda: self._step(1)),
            ("Shift+F3", lambda: self._step(-1)),
        ):
            QShortcut(QKeySequence(keys), self, act)
        theme.notifier().changed.connect(self._dress)
        parent = self.parentWidget()
        if parent is not None:
            parent.window().installEventFilter(self)

    def _dress(self) -> None:
        self.title.setFont(theme.font("list-title"))
        self._find.setIcon(theme.icon("find"))
        self.state.setStyleSheet(f"color: {theme.current().warning.name()}")
        self._dress_notes()
        self.finder.dress()

    def _dress_notes(self) -> None:
        palette = theme.current()
        self.notes.setStyleSheet(f"color: {(palette.warning if self._lost else palette.muted).name()}")

    def _tell(self, text: str) -> None:
        self._warned = False
        self.state.setText(text)
        self.state.setVisible(bool(text))

    # --- what becomes of the notes

    def _on_words(self) -> None:
        self._matches = None
        self._tell("")
        self._resting.start()

    def _rest(self) -> None:
        """The reader has stopped typing: look for the notes' words, beside the window, and one time at once."""
        if self.finder.isVisible():
            self._look(go=False)
        if self._counting or not self._notes:
            return
        self._counting = True
        old, new, notes = self._known, self.words.text, self._notes
        self._desk.jobs.read(self, lambda: carried(old, new, notes), self._on_counted, failed=self._desk.failed)

    def _on_counted(self, found: tuple[int, int]) -> None:
        self._counting = False
        if not self._resting.isActive():
            self._tell_notes(found)
        else:
            self._resting.start()

    def _tell_notes(self, found: tuple[int, int]) -> None:
        kept, lost = found
        self._lost = lost
        if not self._notes:
            self.notes.setText(tr("No highlights and no notes stand on these words."))
        elif not lost:
            self.notes.setText(trn("Highlights and notes on these words: %n. They go along.", kept))
        else:
            told = trn("Highlights and notes that go along: %n.", kept)
            self.notes.setText(told + " " + trn("Orphaned, because their words are gone: %n.", lost))
        self._dress_notes()

    # --- finding

    def _open_finder(self) -> None:
        selected = self.words.textCursor().selectedText()
        self.finder.open(selected if len(selected) < 100 and "\u2029" not in selected else "")
        self._look()

    def _look(self, step: int = 1, *, go: bool = True) -> None:
        """Look for the words, beside the window; then go to the next match, or stay."""
        text, words = self.words.text, self.finder.words.text()

        def show(found: list[tuple[int, int]]) -> None:
            self._matches = (text, found)
            if go:
                self._go(step, stay=True)
            else:
                self.finder.show_count(self._at(text, found), len(found))

        self._desk.jobs.read(self, lambda: find_all(text, words), show, key="find-to-correct", failed=self._desk.failed)

    def _step(self, step: int) -> None:
        if self._matches is None:
            self._look(step)
        else:
            self._go(step)

    def _go(self, step: int, *, stay: bool = False) -> None:
        """To the next match behind the selection, or (-1) before it; behind the last comes the first."""
        text, found = self._matches or ("", [])
        if not found or text != self.words.text:
            self.finder.show_count(0, len(found))
            return
        cursor, offsets = self.words.textCursor(), Offsets(text)
        first, last = offsets.from_utf16(cursor.selectionStart()), offsets.from_utf16(cursor.selectionEnd())
        if step > 0:
            at = _first(found, first if stay else max(last, first + 1) if cursor.hasSelection() else last)
        else:
            at = _first(found, first) - 1
        at %= len(found)
        self.words.mark(text, *found[at])
        self.finder.show_count(at + 1, len(found))

    def _at(self, text: str, found: Sequence[tuple[int, int]]) -> int:
        """Which match is selected, from 1; 0 where none is."""
        cursor, offsets = self.words.textCursor(), Offsets(text)
        span = offsets.from_utf16(cursor.selectionStart()), offsets.from_utf16(cursor.selectionEnd())
        return found.index(span) + 1 if span in found else 0

    # --- keeping

    def _save(self) -> None:
        """Make a new version, in the write lane; the words stay on the screen until they are kept."""
        if not (self.words.differs and self.buttons.isEnabled()):
            return
        self.buttons.setEnabled(False)
        self.words.setReadOnly(True)
        archive, number, known, text = self._desk.archive, self.article, self._known, self.words.text

        def correct() -> Changes | str:
            there = archive.text_of(number)
            return archive.revise(number, text) if there == known else there

        self._desk.jobs.write(self, correct, self._on_saved, failed=self._refused)

    def _on_saved(self, result: Changes | str) -> None:
        if isinstance(result, str):  # another step has changed the text meanwhile
            self._wait()
            self._known = result
            self._tell(
                tr("The text was changed elsewhere meanwhile. Saving again makes your words the present ones;")
                + " "
                + tr("the others stay among the versions.")
            )
            return
        self.words.document().setModified(False)
        self._desk.tell_done(result)
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self._wait()
        if isinstance(error, LesesaalError):
            self._tell(retold(error.template, error.fields))
        else:
            self._desk.failed(error)

    def _wait(self) -> None:
        self.buttons.setEnabled(True)
        self.words.setReadOnly(False)
        self.words.setFocus()

    # --- leaving

    def _warn(self) -> bool:
        """Whether the reader had yet to be told that words would be lost."""
        if not self.words.differs or self._warned:
            return False
        self._tell(tr("This is not saved yet. Press Esc again to discard it, or Ctrl+Enter to save."))
        self._warned = True
        return True

    def reject(self) -> None:
        """Esc leaves; what was corrected is not lost by a slip of the hand."""
        if self.buttons.isEnabled() and not self._warn():
            super().reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The window must not take the words along when it closes.
        if event.type() == QEvent.Type.Close and self.isVisible() and self._warn():
            event.ignore()
            self.raise_()
            self.activateWindow()
            return True
        return False


def carried(old: str, new: str, notes: Sequence[Note]) -> tuple[int, int]:
    """How many notes on words of the old text go along to the new one, and how many lose their words."""
    alignment = Alignment(old, new)
    places = [
        alignment.place(note.start, note.end) for note in notes if note.start is not None and note.end is not None
    ]
    lost = places.count(None)
    return len(places) - lost, lost


def _first(found: Sequence[tuple[int, int]], offset: int) -> int:
    """The first match that begins at an offset or behind it; how many there are where none does."""
    return next((number for number, (start, _) in enumerate(found) if start >= offset), len(found))
