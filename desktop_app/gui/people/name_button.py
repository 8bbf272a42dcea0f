"""A name within the page that leads somewhere: it looks like text until the mouse or the keyboard is on it."""

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.gui import theme
from desktop_app.gui.widgets.keys import keeps


class NameButton(QAbstractButton):
    """One line, cut short where there is no room."""

    def __init__(
        self, name: str, text: str, font: QFont, parent: QWidget, *, tip: str = "", accent: bool = False
    ) -> None:
        """With `accent` it is seen to lead somewhere even at rest."""
        super().__init__(parent)
        self._accent = accent
        self.setObjectName(name)
        self.setFont(font)
        self.say(text, tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tip: str = "") -> None:
        """Show another text."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        return QSize(math.ceil(metrics.horizontalAdvance(self.text())) + 1, math.ceil(metrics.height()) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, lit = QPainter(self), self.underMouse() or self.hasFocus()
        font = self.font()
        font.setUnderline(lit)
        painter.setFont(font)
        painter.setPen(theme.current().accent if lit or self._accent else theme.current().ink)
        text = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(self.rect()), side | Qt.TextFlag.TextSingleLine, text)

    def event(self, event: QEvent) -> bool:
        return keeps(event, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
