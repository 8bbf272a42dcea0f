"""The words of a whole article as plain text, to be corrected."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr
from desktop_app.gui.offsets import Offsets
from desktop_app.model.text import normalise

_WIDEST = 760  # pixels of a column that is easily read
_EDGE = 24


class TextWords(QPlainTextEdit):
    """Only the lines that can be seen are laid out. Offsets that go in and out are code points."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("text_words")
        self.setAccessibleName(tr("Text of the article"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One that comes and goes would have every line broken twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each paragraph has its own
        self.document().setDefaultTextOption(option)
        self._side = 0
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self.setPlainText(text)
        self.document().setModified(False)

    def _dress(self) -> None:
        font, palette = theme.font("reading"), theme.current()
        self.setStyleSheet(
            f"#text_words {{ background: {palette.sheet.name()}; color: {palette.ink.name()}; border: 0;"
            " border-radius: 0; padding: 0 }"
        )
        self.setFont(font)
        self.document().setDefaultFont(font)  # the style sheet of the window has a font of its own

    @property
    def differs(self) -> bool:
        """Whether anything was changed."""
        return self.document().isModified()

    @property
    def text(self) -> str:
        """As the archive would keep it; a hard space stays one, which `toPlainText` would not let it."""
        return normalise(self.document().toRawText())

    def mark(self, text: str, start: int, end: int) -> None:
        """Select [start, end) of `text`, which is what stands here."""
        offsets = Offsets(text)
        cursor = self.textCursor()
        cursor.setPosition(offsets.to_utf16(start))
        cursor.setPosition(offsets.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(_EDGE, (self.width() - _WIDEST) // 2)
        if side != self._side:
            self._side = side
            self.setViewportMargins(side, 14, side, 0)
            # Qt breaks the lines at the width of before unless it is told to do it anew.
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
