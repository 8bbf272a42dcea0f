"""A card on which a note is being written."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui import type_setting as setting
from desktop_app.gui.annotating.colours import ColourRow
from desktop_app.gui.annotating.sheet import verb
from desktop_app.gui.annotating.writing import NoteWords
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.widgets.keys import keeps

_TOOL = 20


class NoteEdit(QFrame):
    """Its words, colour and tools. Esc and Ctrl+Enter leave it, and what is written stays."""

    changed = Signal()  # words or colour
    grown = Signal()  # it wants another height
    left = Signal()
    tags_wanted = Signal()
    larger_wanted = Signal()  # in a window of its own

    def __init__(self, desk: Desk, body: str, colour: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note_edit")
        self.setAccessibleName(tr("Note"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.words = NoteWords(desk, body, self)
        self.words.setObjectName("margin_note_words")
        self.words.setStyleSheet("QPlainTextEdit { background: transparent; border: 0; padding: 0 }")
        self.words.setPlaceholderText(tr("What you want to remember. Esc keeps it."))
        self.colours = ColourRow(self, size=_TOOL)
        self.colours.show_colour(colour)
        self.link = self._tool("note_link", tr("Link to an article, a person, a note"), "[[", "link")
        self.tags = self._tool("note_tag", tr("Tags"), "", "tag")
        self.larger = self._tool("note_larger", tr("Write in a window of its own"), "Ctrl+Shift+N", "note")
        tools = QHBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self.colours)
        tools.addStretch(1)
        for button in (self.link, self.tags, self.larger):
            tools.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(9, 6, 6, 4)
        self._column.setSpacing(4)
        self._column.addWidget(self.words)
        self._column.addLayout(tools)
        self.setFocusProxy(self.words)
        self.words.textChanged.connect(self.changed)
        self.words.grown.connect(self.grown)
        self.colours.chosen.connect(self._recolour)
        self.link.clicked.connect(self.words.links.begin)
        self.tags.clicked.connect(self.tags_wanted)
        self.larger.clicked.connect(self.larger_wanted)

    def _tool(self, name: str, text: str, key: str, icon: str) -> QToolButton:
        button = verb(name, text, key, self, icon)
        button.setIconSize(QSize(14, 14))
        button.setFixedSize(_TOOL, _TOOL)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @property
    def body(self) -> str:
        """What is written."""
        return self.words.toPlainText()

    @property
    def colour(self) -> int:
        """The colour that is chosen."""
        return self.colours.colour

    def _recolour(self, _colour: int) -> None:
        self.words.setFocus()
        self.update()
        self.changed.emit()

    def height_for(self, width: int) -> int:
        """How high the card is at a width."""
        if width != self.width():
            self.resize(width, self.height())
        return self._column.sizeHint().height()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.accent)
        painter.setBrush(palette.note)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.fillRect(QRectF(0, 0, 3, self.height()), setting.note_bar(self.colour))

    def event(self, event: QEvent) -> bool:
        return keeps(event, Qt.Key.Key_Escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Both come here from the words, which have no use for them.
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            self.left.emit()
        else:
            super().keyPressEvent(event)
