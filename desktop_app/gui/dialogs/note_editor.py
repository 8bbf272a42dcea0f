"""A note: the words it is about, what the reader writes, and its colour."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui import type_setting as setting
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr
from desktop_app.gui.page_text import one_line
from desktop_app.model.article import Article, Note
from desktop_app.model.changes import Changes
from desktop_app.model.errors import LesesaalError

Work = Callable[[], Changes]
_QUOTED = 240  # code points of the quote that are shown


class NoteEditor(QDialog):
    """Writes a new note on a span (or the whole article), or changes one. Ctrl+Enter saves."""

    def __init__(
        self,
        desk: Desk,
        article: Article,
        note: Note | None = None,
        span: tuple[int, int] | None = None,
        parent: QWidget | None = None,
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
        self.body = QPlainTextEdit(note.body if note else "", self)
        self.state = QLabel(self)
        self.colours = [_Swatch(number, self) for number in range(setting.NOTE_COLOURS)]
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
        for swatch in self.colours:
            swatch.toggled.connect(lambda _on: self._dress())
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self.body.textChanged.connect(lambda: self._tell(""))
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
        swatches = QWidget(self)
        row = QHBoxLayout(swatches)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        group = QButtonGroup(self)
        for swatch in self.colours:
            group.addButton(swatch)
            row.addWidget(swatch)
        row.addStretch(1)
        chosen = self._note.colour if self._note is not None else 0
        self.colours[chosen % len(self.colours)].setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.quote)
        layout.addWidget(self.body, 1)
        layout.addWidget(swatches)
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
        return next((swatch.colour for swatch in self.colours if swatch.isChecked()), 0)

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
        if self._note is not None:
            note = self._note
            self._write(lambda: archive.change_note(note.id, body, colour))
            return
        start, end = self._span or (None, None)
        number = self._article.id
        self._write(lambda: archive.note(number, body, start, end, colour))

    def _remove(self) -> None:
        if self._note is not None:
            archive, number = self._desk.archive, self._note.id
            self._write(lambda: archive.remove_note(number))

    def _write(self, work: Work) -> None:
        """Do it in the write lane; the words stay on the screen until they are kept."""
        self.buttons.setEnabled(False)
        self._desk.jobs.write(self, work, self._kept, failed=self._refused)

    def _kept(self, changes: Changes) -> None:
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
        super().reject()


class _Swatch(QAbstractButton):
    """One of the note colours."""

    def __init__(self, colour: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setCheckable(True)
        self.setObjectName(f"note_colour_{colour}")
        self.setAccessibleName(tr("Colour {number}", number=colour + 1))
        self.setToolTip(tr("Colour {number}", number=colour + 1))
        self.setFixedSize(24, 24)

    def sizeHint(self) -> QSize:
        return QSize(24, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(setting.note_bar(self.colour))
        painter.drawEllipse(5, 5, 14, 14)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ink = theme.current().accent if self.hasFocus() else theme.current().ink
            painter.setPen(QColor(ink))
            painter.drawEllipse(2, 2, 20, 20)
