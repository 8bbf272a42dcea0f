"""The filters of a search as chips that can be changed, and taken away one by one."""

import math
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.gui import theme
from desktop_app.gui.clauses import describe, kind_of
from desktop_app.gui.delegates.chips import draw_kind
from desktop_app.gui.i18n import tr
from desktop_app.gui.widgets.keys import keeps

PADDING, CROSS, HEIGHT = 10, 7, 24
WIDEST = 260
DOT = 14  # what the dot of a person or organisation takes


class FilterChip(QAbstractButton):
    """One filter. Its cross, Delete or Backspace takes it away; a click beside the cross, or Enter, changes it."""

    removed = Signal()

    def __init__(self, clause: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clause = clause
        self._kind = kind_of(clause)
        self._aimed = False  # the mouse is over the cross
        self.setMouseTracking(True)
        self.setObjectName("filter_chip")
        self.retell()
        self.setAccessibleDescription(tr("Enter changes it, Delete removes it"))
        self.setToolTip(tr("{clause}\nClick to change it, × or Delete to remove it", clause=clause))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def retell(self) -> None:
        """Say again what the filter is, now that more may be known of it."""
        self.setText(describe(self.clause))
        self.setAccessibleName(tr("Filter {filter}", filter=self.text()))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = math.ceil(QFontMetricsF(theme.font("small")).horizontalAdvance(self.text()))
        return QSize(min(WIDEST, self._before + width + PADDING + CROSS + 7), HEIGHT)

    @property
    def _before(self) -> int:
        """Where the words begin."""
        return PADDING + (DOT if self._kind else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(56, self.sizeHint().width()), HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Delete takes the filter away, not an article."""
        if keeps(event, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """On the cross the filter goes; the cross is larger than it looks, to be easy to hit."""
        if event.button() == Qt.MouseButton.LeftButton and self.isDown() and self.cross().contains(event.position()):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._over_cross(self.cross().contains(event.position()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._over_cross(False)
        super().leaveEvent(event)

    def _over_cross(self, over: bool) -> None:
        if over != self._aimed:
            self._aimed = over
            self.update()

    def cross(self) -> QRectF:
        """Where a click takes the filter away."""
        return QRectF(self.width() - PADDING - CROSS - 6, 0, PADDING + CROSS + 6, self.height())

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
        if self._kind:
            draw_kind(painter, self._kind, PADDING - 1, self.height() / 2)
            painter.setPen(palette.ink)
        room = self.width() - self._before - PADDING - CROSS - 7
        text = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(self.rect().adjusted(self._before, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        self._draw_cross(painter, QColor(palette.ink if self._aimed else palette.muted))

    def _draw_cross(self, painter: QPainter, colour: QColor) -> None:
        right, middle = self.width() - PADDING, self.height() / 2
        box = QRectF(right - CROSS, middle - CROSS / 2, CROSS, CROSS)
        painter.setPen(QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())


class FilterChips(QWidget):
    """A row of chips; the signals name the clause that is to go or to be changed."""

    removed = Signal(str)
    change_wanted = Signal(str)

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
            chip.clicked.connect(partial(self._change, chip.clause))
            chip.removed.connect(partial(self.removed.emit, chip.clause))
            self._row.addWidget(chip)
            chip.show()  # now, not when the loop comes round: the box measures us
        self.setVisible(bool(clauses))

    def retell(self) -> None:
        """Say again what the filters are."""
        for chip in self._chips:
            chip.retell()

    def _change(self, clause: str, _checked: bool = False) -> None:
        self.change_wanted.emit(clause)

    def chips(self) -> list[FilterChip]:
        """The chips from left to right."""
        return list(self._chips)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            for chip in self._chips:
                chip.updateGeometry()
        super().changeEvent(event)
