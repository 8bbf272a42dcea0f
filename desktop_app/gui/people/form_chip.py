"""A form of a name as a chip with its count; a click switches it off, and on again."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import faded
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.page_text import one_line
from desktop_app.model.people import NameForm

HEIGHT, _SIDE, _GAP, _WIDEST = 23, 10, 6, 280


class FormChip(QAbstractButton):
    """Checked while the form counts."""

    def __init__(self, form: NameForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self.setObjectName("name_form")
        self.setCheckable(True)
        self.setChecked(form.active)
        self.setText(one_line(form.form))
        counts = trn("%n mention(s)", form.mentions)
        if form.active:
            tip = tr("{counts}. A click: this form means somebody else.", counts=counts)
        else:
            tip = tr("Switched off ({counts}). A click counts it again.", counts=counts)
        self.setToolTip(tip)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @staticmethod
    def _fonts() -> tuple[QFont, QFont]:
        return theme.font("small"), theme.font("number")

    def sizeHint(self) -> QSize:
        words, number = self._fonts()
        width = QFontMetricsF(words).horizontalAdvance(self.text())
        width += QFontMetricsF(number).horizontalAdvance(str(self.form.mentions))
        return QSize(min(_WIDEST, math.ceil(width) + 2 * _SIDE + _GAP + 1), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, on = theme.current(), self.form.active
        words, number = self._fonts()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.accent if self.underMouse() or self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(palette.chip if on else faded(palette.chip, 0.5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
        room = QRectF(self.rect()).adjusted(_SIDE, 0, -_SIDE, 0)
        words.setStrikeOut(not on)
        number.setStrikeOut(not on)
        painter.setFont(number)
        painter.setPen(palette.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self.form.mentions))
        room.setRight(room.right() - QFontMetricsF(number).horizontalAdvance(str(self.form.mentions)) - _GAP)
        painter.setFont(words)
        painter.setPen(palette.ink if on else palette.muted)
        text = QFontMetricsF(words).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
