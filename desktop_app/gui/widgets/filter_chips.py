"""The filters of a search as chips that can be taken away one by one."""

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.gui import theme
from desktop_app.gui.clauses import describe
from desktop_app.gui.i18n import tr
from desktop_app.gui.widgets.keys import keeps

PADDING, CROSS, HEIGHT = 10, 7, 24
WIDEST = 260


class FilterChip(QAbstractButton):
    """One filter; a click, Delete or Backspace takes it away."""

    def __init__(self, clause: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clause = clause
        self.setText(describe(clause))
        self.setObjectName("filter_chip")
        self.setAccessibleName(tr("Filter {filter}, press to remove", filter=self.text()))
        self.setToolTip(tr("Remove the filter {clause}", clause=clause))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = math.ceil(QFontMetricsF(theme.font("small")).horizontalAdvance(self.text()))
        return QSize(min(WIDEST, width + 2 * PADDING + CROSS + 7), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(56, self.sizeHint().width()), HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Delete takes the filter away, not an article."""
        if keeps(event, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(palette.accent, 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.chip if not self.underMouse() else palette.selection))
        painter.drawRoundedRect(box, HEIGHT / 2, HEIGHT / 2)
        font = theme.font("small")
        painter.setFont(font)
        painter.setPen(palette.ink)
        room = self.width() - 2 * PADDING - CROSS - 7
        text = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(self.rect().adjusted(PADDING, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        self._draw_cross(painter, QColor(palette.ink if self.underMouse() else palette.muted))

    def _draw_cross(self, painter: QPainter, colour: QColor) -> None:
        right, middle = self.width() - PADDING, self.height() / 2
        box = QRectF(right - CROSS, middle - CROSS / 2, CROSS, CROSS)
        painter.setPen(QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())


class FilterChips(QWidget):
    """A row of chips; `removed` names the clause that is to go."""

    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_chips")
        self.setAccessibleName(tr("Filters"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._chips: list[FilterChip] = []

    def show_clauses(self, clauses: list[str]) -> None:
        """Show exactly these, in order."""
        if [chip.clause for chip in self._chips] == clauses:
            return
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [FilterChip(clause, self) for clause in clauses]
        for chip in self._chips:
            chip.clicked.connect(lambda _checked=False, clause=chip.clause: self.removed.emit(clause))
            self._row.addWidget(chip)
            chip.show()  # now, not when the loop comes round: the box measures us
        self.setVisible(bool(clauses))

    def chips(self) -> list[FilterChip]:
        """The chips from left to right."""
        return list(self._chips)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            for chip in self._chips:
                chip.updateGeometry()
        super().changeEvent(event)
