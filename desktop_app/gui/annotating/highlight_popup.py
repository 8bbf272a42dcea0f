"""What a click or Enter on a highlight opens: another colour, a note, tags, all places, removal."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.annotating.colours import ColourRow
from desktop_app.gui.annotating.sheet import Sheet, verb
from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import one_line
from desktop_app.gui.widgets.article_page import ArticlePage
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.article import Note

_QUOTED = 48  # code points of the words, where several highlights lie there
_COLOURS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
_NUMBER = "#"


class HighlightPopup(Sheet):
    """Has the keyboard while it is open. Where several highlights overlap, Up and Down go from one to the next."""

    recoloured = Signal(object, int)  # Note
    note_wanted = Signal(object)
    tags_wanted = Signal(object)
    everywhere_wanted = Signal(object)
    remove_wanted = Signal(object)
    shown = Signal(int)  # the number of the note that it is about now; 0 when it closes

    def __init__(self, page: ArticlePage) -> None:
        super().__init__("highlight_popup", page)
        self._notes: list[Note] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(tr("1 to 5 change the colour, N writes a note, # tags, Delete removes."))
        self.which = QLabel(self)
        self.which.setObjectName("popup_which")
        self.which.setTextFormat(Qt.TextFormat.PlainText)
        self.which.setProperty("muted", True)
        self.which.setFont(theme.font("meta"))
        self.colours = ColourRow(self)
        self.note = verb("popup_note", tr("Note"), "N", self)
        self.tags = verb("popup_tags", tr("Tags"), _NUMBER, self)
        self.everywhere = verb("popup_everywhere", tr("Everywhere"), "E", self)
        self.remove = verb("popup_remove", tr("Remove"), "Del", self, icon="trash")
        verbs = (self.note, self.tags, self.everywhere, self.remove)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.colours)
        row.addSpacing(6)
        for button in verbs:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 6, 4)
        column.setSpacing(2)
        column.addWidget(self.which)
        column.addLayout(row)
        self.colours.chosen.connect(self._recolour)
        wanted = (self.note_wanted, self.tags_wanted, self.everywhere_wanted, self.remove_wanted)
        for button, signal in zip(verbs, wanted, strict=True):
            button.clicked.connect(lambda _on=False, signal=signal: self._want(signal))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @property
    def shown_note(self) -> Note | None:
        """The highlight that the keys and buttons act on."""
        return self._notes[self._at] if not self.isHidden() and self._notes else None

    def open(self, notes: Sequence[Note]) -> None:
        """Offer what can be done with highlights that lie on one letter; `place` shows the popup."""
        self._notes, self._at = list(notes), 0
        self._tell()
        self.remove.setIcon(theme.icon("trash"))

    def refresh(self, notes: Sequence[Note]) -> None:
        """The article's notes are these now."""
        if self.isHidden():
            return
        present = {note.id: note for note in notes}
        here = self._notes[self._at].id if self._notes else 0
        self._notes = [present[note.id] for note in self._notes if note.id in present]
        if not self._notes:
            self.leave()
            return
        self._at = next((number for number, note in enumerate(self._notes) if note.id == here), 0)
        self._tell()

    def _tell(self) -> None:
        note, count = self._notes[self._at], len(self._notes)
        words = " ".join(note.quote.split())
        words = one_line(words if len(words) <= _QUOTED else words[:_QUOTED].rstrip() + " …")
        self.setAccessibleName(tr("Highlight: {words}", words=words))
        self.which.setText(tr("{number} of {count}: “{words}”", number=self._at + 1, count=count, words=words))
        self.which.setVisible(count > 1)
        self.colours.show_colour(note.colour)
        self.note.setText(tr("Edit note") if note.body else tr("Note"))
        self.shown.emit(note.id)

    def _recolour(self, colour: int) -> None:
        if self._notes:
            self.recoloured.emit(self._notes[self._at], colour)

    def _want(self, signal: Signal) -> None:
        if not self._notes:
            return
        note = self._notes[self._at]
        self.leave()
        signal.emit(note)  # type: ignore[attr-defined]

    def leave(self) -> None:
        """Close, and give the keyboard back to the page if it is here."""
        if self.isHidden():
            return
        here = self.isAncestorOf(QApplication.focusWidget() or self._page) or self.hasFocus()
        self._notes = []
        self.hide()
        self.shown.emit(0)
        if here:
            self._page.setFocus()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not self and not self.isAncestorOf(new):
            self.leave()

    # --- keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._verb(event):
            event.accept()
            return True
        return keeps(event, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, *_COLOURS) or super().event(event)

    def _verb(self, event: QKeyEvent) -> QToolButton | None:
        """The button that a key stands for."""
        if event.text() == _NUMBER:
            return self.tags
        keys = {
            Qt.Key.Key_N: self.note,
            Qt.Key.Key_T: self.tags,
            Qt.Key.Key_E: self.everywhere,
            Qt.Key.Key_Delete: self.remove,
            Qt.Key.Key_Backspace: self.remove,
        }
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return keys.get(Qt.Key(event.key())) if plain else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self._verb(event)
        if button is not None:
            button.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._notes:
            self._at = (self._at + (1 if event.key() == Qt.Key.Key_Down else -1)) % len(self._notes)
            self._tell()
        elif event.key() in _COLOURS:
            self._recolour(_COLOURS.index(Qt.Key(event.key())))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            self.note.click()
        else:
            super().keyPressEvent(event)
