"""A part of the page: a heading in small capitals, what belongs to it, and what stands below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.widgets.elided_label import ElidedLabel

BETWEEN = 22  # pixels between two parts
_HEADING = 18  # the same height with and without buttons beside it
INSET = 8  # lines that light up under the mouse reach as far beyond their text


def quiet(text: str, parent: QWidget, *, wrap: bool = True) -> QLabel:
    """A sentence in small muted type, as plain text."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setFont(theme.font("small"))
    label.setProperty("muted", True)
    label.setContentsMargins(INSET, 0, INSET, 0)
    return label


def link(text: str, name: str, parent: QWidget, *, flush: bool = False) -> QToolButton:
    """A button that looks like words in the accent; `flush` with the widget's edge, otherwise inset as lines are."""
    button = QToolButton(parent)
    button.setProperty("flush", flush)
    button.setObjectName(name)
    button.setProperty("link", True)
    button.setText(text.replace("&", "&&"))
    button.setAccessibleName(text)
    button.setFont(theme.font("small"))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


class Section(QWidget):
    """Shows widgets one below the other; hides itself only when it is told to."""

    def __init__(self, name: str, heading: str, parent: QWidget | None = None, *, spacing: int = 4) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._heading = ElidedLabel("", self)
        self._heading.setFont(theme.font("label"))
        self._heading.setProperty("muted", True)
        self._heading.setMinimumHeight(_HEADING)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(INSET, 0, INSET, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._heading, 1)
        self._lines: list[QWidget] = []
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(spacing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, BETWEEN)
        layout.setSpacing(8)
        layout.addLayout(self._row)
        layout.addLayout(self._body)
        self.retitle(heading)

    def retitle(self, heading: str) -> None:
        """Head the part otherwise."""
        self._heading.setText(heading)
        self.setAccessibleName(heading)

    @property
    def heading(self) -> str:
        """What it is headed with."""
        return self._heading.text()

    def add_tool(self, widget: QWidget) -> None:
        """Put something at the right of the heading."""
        self._row.addWidget(widget)

    def clear(self) -> None:
        """Remove what stands below the heading."""
        for line in self._lines:
            self._body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []

    def add(self, line: QWidget) -> None:
        """Put a widget below the others."""
        self._lines.append(line)
        self._body.addWidget(line)

    def say(self, text: str) -> None:
        """One quiet sentence instead of everything else."""
        self.clear()
        self.add(quiet(text, self))

    def lines(self) -> list[QWidget]:
        """What stands below the heading, from top to bottom."""
        return list(self._lines)
