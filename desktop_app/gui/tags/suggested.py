"""A suggested tag: a chip with a broken edge that puts it on."""

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr, trn
from desktop_app.model.tags import TagSuggestion

_PADDING, _HEIGHT, _WIDEST = 7, 22, 180


class SuggestedChip(QAbstractButton):
    """A click or Space puts the tag on; `key` is told beside the first one."""

    taken = Signal(str)

    def __init__(self, suggestion: TagSuggestion, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.suggestion = suggestion
        self.setObjectName("suggested_chip")
        self.setText(f"+ {suggestion.name.rpartition('/')[2]}")
        because = trn("%n article(s) like this carry it", len(suggestion.articles))
        self.setToolTip("\n".join(part for part in (suggestion.name, because, key) if part))
        self.setAccessibleName(tr("Put the suggested tag {name} on", name=suggestion.name))
        self.setAccessibleDescription(because)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.taken.emit(self.suggestion.name))

    def sizeHint(self) -> QSize:
        width = math.ceil(QFontMetricsF(theme.font("meta")).horizontalAdvance(self.text())) + 2 * _PADDING
        return QSize(min(_WIDEST, width), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.7, 2.7, -0.7, -2.7)
        pointed = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(palette.accent if pointed else palette.muted, 1.1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(theme.font("meta"))
        painter.setPen(palette.ink if pointed else palette.muted)
        metrics = QFontMetricsF(theme.font("meta"))
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 2 * _PADDING)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
