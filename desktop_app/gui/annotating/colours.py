"""The five colours of highlights and notes: their names, the one used last, and the row of dots to choose from."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from desktop_app.gui import settings, theme
from desktop_app.gui import type_setting as setting
from desktop_app.gui.i18n import tr

_LAST = "notes/colour"


def colour_name(colour: int) -> str:
    """What a note's colour is called."""
    names = (tr("Yellow"), tr("Teal"), tr("Plum"), tr("Blue"), tr("Green"))
    return names[colour % len(names)]


def last_colour() -> int:
    """The colour that was used last."""
    return settings.number(_LAST, 0) % setting.NOTE_COLOURS


def remember_colour(colour: int) -> None:
    """The next highlight takes this colour."""
    settings.put(_LAST, colour)


class ColourDot(QAbstractButton):
    """One of the colours. The ring says that it is the one in use."""

    def __init__(self, colour: int, parent: QWidget, size: int) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setObjectName(f"note_colour_{colour}")
        self.setAccessibleName(tr("{colour}, key {number}", colour=colour_name(colour), number=colour + 1))
        self.setToolTip(f"{colour_name(colour)} ({colour + 1})")
        self.setCheckable(True)
        self.setFixedSize(size, size)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(setting.note_bar(self.colour))
        inner = 4.5 if self.underMouse() else 5.0
        painter.drawEllipse(QRectF(self.rect()).adjusted(inner, inner, -inner, -inner))
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(theme.current().accent if self.hasFocus() else theme.current().ink))
            painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))


class ColourRow(QWidget):
    """The colours side by side; a click chooses one."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None, size: int = 24) -> None:
        super().__init__(parent)
        self.setObjectName("note_colours")
        self.setAccessibleName(tr("Colour"))
        self.dots = [ColourDot(number, self, size) for number in range(setting.NOTE_COLOURS)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for dot in self.dots:
            row.addWidget(dot)
            dot.clicked.connect(lambda _on=False, colour=dot.colour: self._choose(colour))

    @property
    def colour(self) -> int:
        """The colour in use; -1 for none."""
        return next((dot.colour for dot in self.dots if dot.isChecked()), -1)

    def show_colour(self, colour: int) -> None:
        """Mark the colour in use."""
        for dot in self.dots:
            dot.setChecked(dot.colour == colour)

    def _choose(self, colour: int) -> None:
        self.show_colour(colour)
        self.chosen.emit(colour)
