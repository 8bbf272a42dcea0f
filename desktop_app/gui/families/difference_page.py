"""Two texts as one: what only the first has is struck out, what only the second has is underlined."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import faded
from desktop_app.gui.i18n import tr
from desktop_app.model.differences import Piece

_AROUND: Final = 160  # code points of what is the same, on either side of a difference
_WIDEST: Final = 760  # pixels of a column that is easily read
_EDGE: Final = 28


class DifferencePage(QTextEdit):
    """Shows the pieces of a comparison; F3 and Shift+F3 go from one difference to the next."""

    counted = Signal(int, int)  # the difference that the reader is at, from 1; how many there are

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("difference_page")
        self.setAccessibleName(tr("Differences"))
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._texts = ("", "")
        self._pieces: Sequence[Piece] = ()
        self._whole = True
        self._spans: list[tuple[int, int]] = []  # of the differences, in the document
        self._at = -1
        self._side = 0  # margin of the column
        theme.notifier().changed.connect(self._write)

    def compare(self, one: str, other: str, pieces: Sequence[Piece]) -> None:
        """Show two texts and what differs; the first difference is the one that the reader is at."""
        self._texts, self._pieces, self._at = (one, other), pieces, -1
        self._write()
        self.go(1)

    def show_whole(self, on: bool) -> None:
        """Show all that is the same, or little of it around each difference."""
        self._whole = on
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(_EDGE, (self.width() - _WIDEST) // 2)  # the viewport's own width would change with its margins
        if side != self._side:
            self._side = side
            self.setViewportMargins(side, 18, side, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F3:
            self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def go(self, step: int) -> None:
        """Go to the next difference, or (-1) the one before; behind the last comes the first."""
        if not self._spans:
            self._at = -1
            self.counted.emit(0, 0)
            return
        self._at = (self._at + step) % len(self._spans) if self._at >= 0 else 0
        start, end = self._spans[self._at]
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.counted.emit(self._at + 1, len(self._spans))

    # --- writing

    def _write(self) -> None:
        self.clear()
        self.setFont(theme.font("reading"))
        palette = theme.current()
        ground, ink = palette.sheet.name(), palette.ink.name()
        self.setStyleSheet(f"#difference_page {{ background: {ground}; color: {ink}; border: 0; border-radius: 0 }}")
        self._spans, at = [], self._at
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        block.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setBottomMargin(4)
        cursor.setBlockFormat(block)
        plain, removed, added = self._formats()
        one, other = self._texts
        for number, piece in enumerate(self._pieces):
            start = cursor.position()
            if piece.kind == "same":
                self._write_same(cursor, other[piece.new_start : piece.new_end], plain, number)
                continue
            for text, begin, end, form in (
                (one, piece.old_start, piece.old_end, removed),
                (other, piece.new_start, piece.new_end, added),
            ):
                if end > begin:
                    _keep_apart(cursor, text[begin], plain)
                    cursor.insertText(_shown(text[begin:end]), form)
            self._spans.append((start, cursor.position()))
        self._at = min(at, len(self._spans) - 1)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write_same(self, cursor: QTextCursor, text: str, plain: QTextCharFormat, number: int) -> None:
        first, last = number == 0, number == len(self._pieces) - 1
        room = _AROUND * (2 - first - last)
        if self._whole or len(text) <= room + 40:
            cursor.insertText(text, plain)
            return
        quiet = QTextCharFormat(plain)
        quiet.setForeground(theme.current().muted)
        if not first:
            cursor.insertText(text[:_AROUND].rsplit(" ", 1)[0], plain)
        cursor.insertText(" […] ", quiet)
        if not last:
            cursor.insertText(text[-_AROUND:].split(" ", 1)[-1], plain)

    def _formats(self) -> tuple[QTextCharFormat, QTextCharFormat, QTextCharFormat]:
        """How to write what both have, what only the first has, what only the second has; colour is not needed."""
        palette = theme.current()
        plain = QTextCharFormat()
        plain.setFont(theme.font("reading"))  # the style sheet of the window has a font of its own
        plain.setForeground(palette.ink)
        removed, added = QTextCharFormat(plain), QTextCharFormat(plain)
        removed.setFontStrikeOut(True)
        removed.setForeground(palette.warning)
        removed.setBackground(faded(palette.warning, 0.12))
        added.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        added.setUnderlineColor(palette.accent)
        added.setFontWeight(600)
        added.setBackground(faded(palette.accent, 0.16))
        return plain, removed, added


def _keep_apart(cursor: QTextCursor, following: str, form: QTextCharFormat) -> None:
    """A space between two words that stand side by side only here, one struck out and the other not."""
    before = cursor.document().characterAt(cursor.position() - 1) if cursor.position() else " "
    if (before.isalnum() or before in ".,;:!?)”“") and (following.isalnum() or following in "(„“"):
        cursor.insertText(" ", form)


def _shown(text: str) -> str:
    """A difference that is nothing but the end of a line must be seen as well."""
    return text.replace("\n", "¶\n") if not text.strip() else text
