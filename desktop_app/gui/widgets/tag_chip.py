"""A tag as a chip of its own, outside lists."""

import math

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import draw_chip
from desktop_app.gui.i18n import tr
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.article import TagLabel

_PADDING, _HEIGHT, _WIDEST = 7, 22, 180


class TagChip(QAbstractButton):
    """A click or Space shows the tag's articles, Delete takes it off. Without a tag it is a quiet button such as “+ T”.

    A tag that a file or a rule put on has its colour around it alone.
    """

    removed = Signal(str)  # the tag's name

    def __init__(self, tag: TagLabel | None, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag = tag
        self.setObjectName("tag_chip")
        self.setText(tag.name.rpartition("/")[2] if tag else text)
        if tag:
            by = {"file": tr("stated by the file"), "rule": tr("put on by a rule")}.get(tag.origin, "")
            self.setToolTip("\n".join(part for part in (tag.name, by) if part))
            self.setAccessibleName(tr("Tag {name}, show its articles", name=tag.name))
            self.setAccessibleDescription(by)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        font = theme.font("meta")
        font.setWeight(font.Weight.Medium)
        width = math.ceil(QFontMetricsF(font).horizontalAdvance(self.text())) + 2 * _PADDING
        return QSize(min(_WIDEST, width), _HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Delete is the chip's own here; elsewhere it is the article's."""
        return keeps(event, Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.tag is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.tag.name)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = theme.tag_colour(self.tag.colour) if self.tag else None
        machine = self.tag is not None and self.tag.origin != "reader"
        draw_chip(painter, self.rect(), self.text(), colour, outlined=machine)
        if self.hasFocus():
            painter.setPen(theme.current().accent)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
