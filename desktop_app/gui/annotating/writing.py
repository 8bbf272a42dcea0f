"""The words of a note while they are written: as high as they need, with links completed and marks by key."""

import math

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_app.gui import theme
from desktop_app.gui.annotating.link_completer import LinkCompleter
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr

_MARKS = {Qt.Key.Key_B: "**", Qt.Key.Key_I: "*"}
_LEAST, _MOST = 3, 16  # lines


class NoteWords(QPlainTextEdit):
    """Plain Markdown. Ctrl+B and Ctrl+I mark the selection, [[ begins a link."""

    grown = Signal()  # it wants another height

    def __init__(self, desk: Desk, body: str, parent: QWidget, *, fitted: bool = True) -> None:
        super().__init__(body, parent)
        self._fitted = fitted
        self.setAccessibleName(tr("Words of the note"))
        self.setAccessibleDescription(tr("Markdown; two opening brackets begin a link."))
        self.setFont(theme.font("snippet"))
        self.setTabChangesFocus(True)
        self.links = LinkCompleter(desk, self)
        if fitted:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            self.textChanged.connect(self._fit)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def _wanted_height(self) -> int:
        line = self.fontMetrics().lineSpacing()
        high, block = 0.0, self.document().begin()
        while block.isValid() and high < _MOST * line:
            high += self.blockBoundingRect(block).height()
            block = block.next()
        wanted = max(_LEAST * line, min(_MOST * line, math.ceil(high)))
        return wanted + 2 * math.ceil(self.document().documentMargin()) + self.height() - self.viewport().height()

    def _fit(self) -> None:
        if self._fitted and self._wanted_height() != self.height():
            self.setFixedHeight(self._wanted_height())
            self.grown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        # Ctrl+B and Ctrl+I are other things in the window.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _mark(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mark = _mark(event)
        if mark:
            self._surround(mark)
        else:
            super().keyPressEvent(event)

    def _surround(self, mark: str) -> None:
        """Put a mark around the selection, or take it off."""
        cursor = self.textCursor()
        words = cursor.selectedText()
        marked = words.startswith(mark) and words.endswith(mark) and len(words) > 2 * len(mark)
        cursor.insertText(words[len(mark) : -len(mark)] if marked else f"{mark}{words}{mark}")
        if not words:
            cursor.setPosition(cursor.position() - len(mark))
            self.setTextCursor(cursor)


def _mark(event: QKeyEvent) -> str:
    plain = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return _MARKS.get(Qt.Key(event.key()), "") if plain else ""
