"""A note: the words it is about, what the reader writes, and its colour."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui import type_setting as setting
from desktop_app.gui.annotating.colours import ColourRow, last_colour, remember_colour
from desktop_app.gui.annotating.writing import NoteWords
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr
from desktop_app.gui.page_text import one_line
from desktop_app.model.article import Article, Note
from desktop_app.model.changes import Changes
from desktop_app.model.drafts import Draft
from desktop_app.model.errors import LesesaalError

Work = Callable[[], Changes]
_KEPT_MS = 1000
_QUOTED = 240  # code points of the quote that are shown


class NoteEditor(QDialog):
    """Writes a new note on a span (or the whole article), or changes one. Ctrl+Enter saves.

    With a `draft` it goes on with words that were begun elsewhere. What is typed is kept as a draft every second.
    """

    def __init__(
        self,
        desk: Desk,
        article: Article,
        note: Note | None = None,
        span: tuple[int, int] | None = None,
        parent: QWidget | None = None,
        *,
        draft: Draft | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("note_editor")
        self.setWindowTitle(tr("Note") if note is None else tr("Edit note"))
        self.resize(460, 340)
        self._desk = desk
        self._article = article
        self._note = note
        self._span = span
        self._warned = False
        self.quote = QLabel(self)
        body = draft.body if draft is not None else note.body if note is not None else ""
        self.body = NoteWords(desk, body, self, fitted=False)
        self.state = QLabel(self)
        self._row = ColourRow(self)
        self.colours = self._row.dots
        colour = draft.colour if draft is not None else note.colour if note is not None else last_colour()
        self._row.show_colour(colour % setting.NOTE_COLOURS)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEPT_MS)
        self._keeping.timeout.connect(self._keep_draft)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.save = self.buttons.addButton(tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setObjectName("note_save")
        self.save.setToolTip(tr("Save (Ctrl+Enter)"))
        self.save.setDefault(True)
        self.remove = self.buttons.addButton(tr("Remove"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.remove.setObjectName("note_remove")
        self.remove.setVisible(note is not None)
        self._name_parts()
        self._lay_out()
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        self.remove.clicked.connect(self._remove)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._save)
        self._row.chosen.connect(lambda _colour: self._dress())
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self.body.textChanged.connect(self._on_words)
        self.body.setFocus()

    def _name_parts(self) -> None:
        self.quote.setObjectName("note_quote")
        self.quote.setTextFormat(Qt.TextFormat.PlainText)
        self.quote.setWordWrap(True)
        self.quote.setFont(theme.font("caption"))
        self.quote.setText(self._about())
        self.body.setObjectName("note_body")
        self.body.setAccessibleName(tr("Note"))
        self.body.setTabChangesFocus(True)
        self.body.setFont(theme.font("ui"))
        self.body.setPlaceholderText(
            tr("What you want to remember. Left empty, the words are only highlighted.")
            if self._on_span
            else tr("What you want to remember")
        )
        self.state.setObjectName("note_state")
        self.state.setWordWrap(True)
        self.state.hide()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.quote)
        layout.addWidget(self.body, 1)
        layout.addWidget(self._row, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.state)
        layout.addWidget(self.buttons)

    def _dress(self) -> None:
        """The quote stands behind a line in the note's colour, as its card will."""
        bar, muted = setting.note_bar(self._colour()).name(), theme.current().muted.name()
        self.quote.setStyleSheet(
            f"QLabel {{ color: {muted}; border: 0; border-left: 3px solid {bar}; padding: 1px 0 1px 10px }}"
        )
        self.state.setStyleSheet(f"color: {theme.current().warning.name()}")

    def _colour(self) -> int:
        return max(0, self._row.colour)

    @property
    def _on_span(self) -> bool:
        return self._span is not None or (self._note is not None and self._note.start is not None)

    def _about(self) -> str:
        """The words that the note is about, or the article's title."""
        if self._note is not None and self._note.start is not None:
            words = self._note.quote
        elif self._span is not None:
            words = self._article.text[self._span[0] : min(self._span[1], self._span[0] + 4 * _QUOTED)]
        else:
            title = one_line(self._article.title) or tr("this article")
            return tr("On the whole of {title}", title=title)
        words = " ".join(words.split())
        return one_line(words if len(words) <= _QUOTED else words[:_QUOTED].rstrip() + " …")

    def _tell(self, text: str) -> None:
        self._warned = False
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def _save(self) -> None:
        archive, body, colour = self._desk.archive, self.body.toPlainText(), self._colour()
        remember_colour(colour)
        if self._note is not None:
            note = self._note
            self._write(lambda: archive.change_note(note.id, body, colour))
            return
        number, draft = self._article.id, self._draft()

        def write() -> Changes:
            start, end = draft.span_in(archive.text_of(number)) or (None, None)  # the text may have changed meanwhile
            return archive.note(number, body, start, end, colour)

        self._write(write)

    def _remove(self) -> None:
        if self._note is not None:
            archive, number = self._desk.archive, self._note.id
            self._write(lambda: archive.remove_note(number))

    def _write(self, work: Work) -> None:
        """Do it in the write lane; the words stay on the screen until they are kept."""
        self.buttons.setEnabled(False)
        self._desk.jobs.write(self, work, self._kept, failed=self._refused)

    def _on_words(self) -> None:
        self._tell("")
        if not self._keeping.isActive():
            self._keeping.start()

    def _keep_draft(self) -> None:
        draft = self._draft()
        self._desk.jobs.write(self, lambda: self._desk.archive.keep_draft(draft), failed=lambda _error: None)

    def _draft(self) -> Draft:
        number, body = self._note.id if self._note is not None else 0, self.body.toPlainText()
        return Draft.on(self._place, body, self._article.text, self._span, note=number, colour=self._colour())

    @property
    def _place(self) -> str:
        return f"article:{self._article.id}"

    def _drop_draft(self) -> None:
        self._keeping.stop()
        place = self._place
        self._desk.jobs.write(self._desk, lambda: self._desk.archive.drop_draft(place), failed=lambda _error: None)

    def _kept(self, changes: Changes) -> None:
        self._drop_draft()
        self._desk.tell_done(changes)
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.buttons.setEnabled(True)
        if isinstance(error, LesesaalError):
            self._tell(retold(error.template, error.fields))
        else:
            self._desk.failed(error)

    def reject(self) -> None:
        """Esc leaves; what was written is not lost by a slip of the hand."""
        written = self.body.toPlainText() != (self._note.body if self._note else "")
        if written and not self._warned:
            self._tell(tr("This is not saved yet. Press Esc again to discard it, or Ctrl+Enter to save."))
            self._warned = True
            return
        self._drop_draft()
        super().reject()
