"""The dot in the colour of a person or of an organisation, as a widget."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.delegates.chips import draw_kind
from desktop_app.model.people import Kind


class KindDot(QWidget):
    """Nine pixels wide; faint where only a surname is known."""

    def __init__(self, kind: Kind, parent: QWidget | None = None, *, faint: bool = False) -> None:
        super().__init__(parent)
        self._kind = kind
        self._faint = faint
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(10, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_kind(painter, self._kind, 0, self.height() / 2, faint=self._faint)
