"""Notes on a person or organisation: cards that are written and changed where they stand."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui import type_setting as setting
from desktop_app.gui.annotating.rich_note import as_html
from desktop_app.gui.annotating.writing import NoteWords
from desktop_app.gui.dates import when
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.people.section import INSET, Section
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.links import without_links
from desktop_app.model.people import EntityNote

KEPT_MS = 1000
_BAR = 3
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class _Card(QFrame):
    """A sheet of the notes' colour with a strong edge."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 9, 12, 9)
        self.column.setSpacing(5)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.current().accent if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().note)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.fillRect(0, 0, _BAR, self.height(), setting.note_bar(0))


class NoteView(_Card):
    """One note. A click or Enter changes it, Delete removes it; links open on click and by Tab and Enter."""

    edit_wanted = Signal(object)  # EntityNote
    remove_wanted = Signal(object)  # EntityNote
    link_opened = Signal(str)  # such as "article:12"

    def __init__(self, note: EntityNote, parent: QWidget, *, writable: bool) -> None:
        super().__init__("entity_note", parent)
        self.note = note
        self._writable = writable
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Note: {words}", words=without_links(note.body[:200])))
        if writable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAccessibleDescription(tr("Enter edits the note, Delete removes it."))
        self.body = QLabel(as_html(note.body), self)
        self.body.setTextFormat(Qt.TextFormat.RichText)
        self.body.setWordWrap(True)
        self.body.setFont(theme.font("snippet"))
        self.body.setAccessibleName(tr("Words of the note"))
        if "<a " in self.body.text():
            reach = Qt.TextInteractionFlag
            self.body.setTextInteractionFlags(reach.LinksAccessibleByMouse | reach.LinksAccessibleByKeyboard)
            self.body.linkActivated.connect(self.link_opened)
        dated = QLabel(when(note.changed_at), self)
        dated.setFont(theme.font("meta"))
        dated.setProperty("muted", True)
        remove = QToolButton(self)
        remove.setObjectName("remove_note")
        remove.setProperty("link", True)
        remove.setText(tr("Remove"))
        remove.setAccessibleName(tr("Remove this note"))
        remove.setFont(theme.font("meta"))
        remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete on the card does the same
        remove.setVisible(writable)
        remove.clicked.connect(lambda: self.remove_wanted.emit(self.note))
        foot = QHBoxLayout()
        foot.addWidget(dated)
        foot.addStretch(1)
        foot.addWidget(remove)
        self.column.addWidget(self.body)
        self.column.addLayout(foot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._writable and event.button() == Qt.MouseButton.LeftButton and inside:
            self.edit_wanted.emit(self.note)

    def event(self, event: QEvent) -> bool:
        return keeps(event, *_KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._writable:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit(self.note)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit(self.note)
        else:
            super().keyPressEvent(event)


class NoteEdit(_Card):
    """A note being written. Ctrl+Enter and Esc keep it, the button leaves it as it was."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, body: str, parent: QWidget) -> None:
        super().__init__("entity_note_edit", parent)
        self.words = NoteWords(desk, body, self)
        self.words.setObjectName("entity_note_words")
        self.words.setPlaceholderText(tr("What you know, and where from"))
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.keep = QPushButton(tr("Keep"), self)
        self.keep.setObjectName("keep_note")
        self.keep.setProperty("primary", True)
        self.keep.setToolTip(tr("Keep the note (Ctrl+Enter)"))
        self.keep.clicked.connect(self.finish)
        leave = QPushButton(tr("Cancel"), self)
        leave.setObjectName("leave_note")
        leave.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.keep)
        self.column.addWidget(self.words)
        self.column.addLayout(foot)
        self.words.textChanged.connect(self._judge)
        self.setFocusProxy(self.words)
        self._body = body
        self._judge()

    @property
    def differs(self) -> bool:
        """Whether there are words that are not kept yet."""
        words = self.words.toPlainText().strip()
        return bool(words) and words != self._body.strip()

    def _judge(self) -> None:
        self.keep.setEnabled(bool(self.words.toPlainText().strip()))

    def finish(self) -> None:
        """Keep the words, if there are any."""
        if self.keep.isEnabled():
            self.kept.emit(self.words.toPlainText().strip())

    def event(self, event: QEvent) -> bool:
        return keeps(event, Qt.Key.Key_Escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Both keys come here from the words, which have no use for them.
        if event.key() == Qt.Key.Key_Escape and not self.keep.isEnabled():
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        else:
            super().keyPressEvent(event)


class NoteList(Section):
    """All notes on somebody, the newest first.

    What is typed is told every second; when another page is shown or the window closes, it is kept. Until the archive
    has it, it stays on the screen.
    """

    written = Signal(int, str)  # a note that is to be changed, or 0 for a new one; and its words
    removed = Signal(int)
    typed = Signal(int, str)  # of which note, 0 for a new one; and what stands there
    settled = Signal()  # what was being written is to be forgotten
    link_opened = Signal(str)  # such as "article:12"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("entity_notes", tr("Notes"), parent, spacing=8)
        self._desk = desk
        self._notes: tuple[EntityNote, ...] = ()
        self._editing: NoteEdit | None = None
        self._of = 0  # the note that is being changed
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(KEPT_MS)
        self._typing.timeout.connect(self._tell_typed)
        self._writable = True
        self.add_note = QToolButton(self)
        self.add_note.setObjectName("add_note")
        self.add_note.setText("+")
        self.add_note.setAccessibleName(tr("Write a note"))
        self.add_note.setToolTip(tr("Write a note"))
        self.add_note.setFont(theme.font("list-title"))
        self.add_note.setFixedSize(20, 18)
        self.add_note.setProperty("flat", True)
        self.add_note.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add_note.clicked.connect(lambda: self.edit(None))
        self.add_tool(self.add_note)

    def show_notes(self, notes: tuple[EntityNote, ...], *, writable: bool) -> None:
        """Show these; a note that is just being written stays."""
        self._writable = writable
        self.add_note.setVisible(writable)
        if self._editing is None or notes != self._notes:
            editing, self._editing, self._notes = self._editing, None, notes
            if editing is not None and editing.isEnabled():
                self._write_on(editing)
            else:
                self._fill()

    @property
    def editing(self) -> NoteEdit | None:
        """The note that is being written."""
        return self._editing

    def edit(self, note: EntityNote | None, body: str | None = None) -> None:
        """Begin a new note, or change one; `body` is what was typed already."""
        kept = note.body if note is not None else ""
        self._of = note.id if note is not None else 0
        self._editing = NoteEdit(self._desk, kept, self)
        if body is not None:
            self._editing.words.setPlainText(body)
            self._editing.words.moveCursor(self._editing.words.textCursor().MoveOperation.End)
        self._fill(note)
        self._editing.kept.connect(self._keep)
        self._editing.left.connect(self.leave)
        self._editing.words.textChanged.connect(self._on_words)
        self.window().installEventFilter(self)
        self._put(self._editing)
        self._editing.setFocus()

    def go_on(self, number: int, body: str) -> None:
        """Write on what an earlier run left unfinished, or what the archive refused."""
        if self._editing is None:
            self.edit(next((note for note in self._notes if note.id == number), None), body)
        elif not self._editing.isEnabled():
            self._editing.setEnabled(True)
            self._editing.setFocus()

    def _write_on(self, editing: NoteEdit) -> None:
        """Other notes have changed meanwhile; if it is the one that is being written, it is written anew."""
        held = editing.words.hasFocus()
        self.edit(next((note for note in self._notes if note.id == self._of), None), editing.words.toPlainText())
        if not held:
            self.add_note.setFocus()

    def _keep(self, words: str) -> None:
        """Hand the words on; they stay here until the notes are shown anew."""
        editing = self._editing
        if editing is None or not editing.differs:
            self.leave()
            return
        self._typing.stop()
        self.add_note.setFocus()
        editing.setEnabled(False)
        self.written.emit(self._of, words)

    def _on_words(self) -> None:
        if not self._typing.isActive():
            self._typing.start()

    def _tell_typed(self) -> None:
        if self._editing is not None and self._editing.differs:
            self.typed.emit(self._of, self._editing.words.toPlainText())

    def _settle(self) -> None:
        self._typing.stop()
        self.settled.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.finish()
        return False

    def leave(self) -> None:
        """Stop writing without keeping anything."""
        self._editing = None
        self._settle()
        self._fill()
        self.add_note.setFocus()

    def finish(self) -> None:
        """Keep what is being written, before somebody else's page is shown."""
        editing, self._editing = self._editing, None
        self._typing.stop()
        if editing is not None and editing.isEnabled():
            if editing.differs:
                self.written.emit(self._of, editing.words.toPlainText().strip())
            else:
                self._settle()
        self._notes = ()

    def _fill(self, without: EntityNote | None = None) -> None:
        self.clear()
        for note in self._notes:
            if note != without:
                card = NoteView(note, self, writable=self._writable)
                card.edit_wanted.connect(self.edit)
                card.remove_wanted.connect(lambda gone: self.removed.emit(gone.id))
                card.link_opened.connect(self.link_opened)
                self._put(card)
        if not self._notes and without is None and self._editing is None:
            begin = tr("Nothing is noted yet. The plus sign begins a note.")
            self.say(begin if self._writable else tr("Nothing is noted."))

    def _put(self, card: QWidget) -> None:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(INSET, 0, INSET, 0)
        row.addWidget(card)
        self.add(holder)
