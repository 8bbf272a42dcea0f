"""What the list shows when there is nothing to list: why, and what to do."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui import theme


@dataclass(frozen=True, slots=True)
class Offer:
    """A way out, as a button."""

    text: str
    act: Callable[[], None]
    primary: bool = False


class EmptyState(QWidget):
    """A heading, a sentence, and buttons; all replaced at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self._heading = QLabel(self)
        self._heading.setObjectName("empty_heading")
        self._text = QLabel(self)
        self._text.setObjectName("empty_text")
        self._buttons: list[QPushButton] = []
        for label in (self._heading, self._text):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._heading)
        layout.addWidget(self._text)
        layout.addSpacing(8)
        layout.addLayout(self._column)
        layout.addStretch(3)
        self._dress()
        theme.notifier().changed.connect(self._dress)

    def _dress(self) -> None:
        font = theme.font("list-title")
        font.setPixelSize(16)
        self._heading.setFont(font)
        self._text.setFont(theme.font("ui"))

    def tell(self, heading: str, text: str, offers: list[Offer]) -> None:
        """Show this and nothing else."""
        self._heading.setText(heading)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.offer(offers)

    def offer(self, offers: list[Offer]) -> None:
        """Replace the buttons only, e.g. once their counts are known."""
        focused = next((n for n, button in enumerate(self._buttons) if button.hasFocus()), -1)
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(offer) for offer in offers]
        if 0 <= focused < len(self._buttons):
            self._buttons[focused].setFocus()

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(offer.text.replace("&", "&&"), self)
        button.setProperty("primary", offer.primary)
        button.setAccessibleName(offer.text)
        button.setAutoDefault(True)
        button.clicked.connect(lambda _checked=False: offer.act())
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def buttons(self) -> list[QPushButton]:
        """The ways out, in order."""
        return list(self._buttons)
