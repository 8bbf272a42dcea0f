"""The colours that a tag can have, side by side."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr
from desktop_app.gui.widgets.flow_layout import FlowLayout
from desktop_app.model.tags import COLOURS

_SIZE = 22


class _Swatch(QAbstractButton):
    """A dot; a ring around it marks the one that is chosen, so that no colour has to be told from another."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.setObjectName(f"swatch_{number}")
        self.setAccessibleName(tr("Colour {n}", n=number + 1))
        self.setToolTip(self.accessibleName())
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(_SIZE, _SIZE)

    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, middle = theme.current(), QPointF(self.rect().center()) + QPointF(0.5, 0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tag_colour(self._number) if self.isEnabled() else palette.line)
        painter.drawEllipse(middle, 6.5, 6.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked() and self.isEnabled():
            painter.setPen(QPen(palette.ink, 1.6))
            painter.drawEllipse(middle, 9.2, 9.2)
        elif self.hasFocus():
            painter.setPen(QPen(palette.accent, 1.2, Qt.PenStyle.DotLine))
            painter.drawEllipse(middle, 9.2, 9.2)


class Swatches(QWidget):
    """The arrow keys go from colour to colour, Space chooses."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("swatches")
        self.setAccessibleName(tr("Colour"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        flow = FlowLayout(self, 2)
        for number in range(COLOURS):
            swatch = _Swatch(number, self)
            self._group.addButton(swatch, number)
            flow.addWidget(swatch)
        self._group.idClicked.connect(self.chosen)

    def show_colour(self, colour: int) -> None:
        """Mark a colour; -1 marks none."""
        self._group.setExclusive(False)
        for number in range(COLOURS):
            self._group.button(number).setChecked(number == colour)
        self._group.setExclusive(True)

    def colour(self) -> int:
        """The marked colour; -1 for none."""
        return self._group.checkedId()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        focused = next((number for number in range(COLOURS) if self._group.button(number).hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
        else:
            self._group.button((focused + step) % COLOURS).setFocus(Qt.FocusReason.TabFocusReason)
