"""A tag as a chip of its own, outside lists."""

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import draw_chip
from desktop_app.gui.i18n import tr
from desktop_app.model.article import TagLabel

_PADDING, _HEIGHT, _WIDEST = 7, 22, 180


class TagChip(QAbstractButton):
    """A click or Space shows the tag's articles; without a colour it is a quiet button such as “+ T”."""

    def __init__(self, tag: TagLabel | None, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag = tag
        self.setObjectName("tag_chip")
        self.setText(tag.name.rpartition("/")[2] if tag else text)
        if tag:
            self.setToolTip(tag.name)
            self.setAccessibleName(tr("Tag {name}, show its articles", name=tag.name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        font = theme.font("meta")
        font.setWeight(font.Weight.Medium)
        width = math.ceil(QFontMetricsF(font).horizontalAdvance(self.text())) + 2 * _PADDING
        return QSize(min(_WIDEST, width), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = theme.tag_colour(self.tag.colour) if self.tag else None
        draw_chip(painter, self.rect(), self.text(), colour)
        if self.hasFocus():
            painter.setPen(theme.current().accent)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
