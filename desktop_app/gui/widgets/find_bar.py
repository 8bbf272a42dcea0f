"""Find in the open article: a line to type in, how many matches, next and previous."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr


class _Words(QLineEdit):
    """Enter and Shift+Enter step, Esc leaves."""

    step = Signal(int)
    leave = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Asks for a search with each key; the pane answers with `show_count`."""

    words_changed = Signal(str)
    step = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.setAccessibleName(tr("Find in this article"))
        self.words = _Words(self)
        self.words.setObjectName("find_words")
        self.words.setAccessibleName(tr("Find in this article"))
        self.words.setPlaceholderText(tr("Find in this article"))
        self.words.setMaxLength(500)
        self.words.setMaximumWidth(280)
        self._count = QLabel(self)
        self._count.setObjectName("find_count")
        self._buttons = [
            self._button("find_previous", "previous", tr("Previous match")),
            self._button("find_next", "next", tr("Next match")),
            self._button("find_close", "close", tr("Close")),
        ]
        self._buttons[0].clicked.connect(lambda: self.step.emit(-1))
        self._buttons[1].clicked.connect(lambda: self.step.emit(1))
        self._buttons[2].clicked.connect(self.close_bar)
        self.words.textChanged.connect(self.words_changed)
        self.words.step.connect(self.step)
        self.words.leave.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 14, 6)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addSpacing(6)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in self._buttons:
            row.addWidget(button)
        self.dress()
        self.hide()

    def _button(self, name: str, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("icon_name", icon)
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setAutoRaise(True)
        button.setIconSize(QSize(16, 16))
        return button

    def open(self, words: str = "") -> None:
        """Show the bar with the keyboard in it; a selection is looked for at once."""
        self.show()
        if words:
            self.words.setText(words)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and forget its matches; the words stay for the next time."""
        self.hide()
        self.closed.emit()

    def show_count(self, current: int, count: int) -> None:
        """Say which match is marked, from 1."""
        if not self.words.text().strip():
            self._count.setText("")
        elif count == 0:
            self._count.setText(tr("No match"))
        else:
            self._count.setText(tr("{current} of {count}", current=current, count=count))
        for button in self._buttons[:2]:
            button.setEnabled(count > 0)

    def dress(self) -> None:
        """Take colours and fonts from the theme."""
        self._count.setFont(theme.font("small"))
        self._count.setStyleSheet(f"color: {theme.current().muted.name()}")
        for button in self._buttons:
            button.setIcon(theme.icon(str(button.property("icon_name"))))
