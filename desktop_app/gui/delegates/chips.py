"""Small marks that several delegates draw: tag chips, a star, a quiet label."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop_app.gui import theme
from desktop_app.model.article import TagLabel
from desktop_app.model.people import Kind

PADDING = 6
RADIUS = 3
SPACE = 6
NARROWEST = 34  # a chip cut shorter says nothing


def draw_fold(painter: QPainter, middle: QPointF, *, unfolded: bool) -> None:
    """A small triangle that points down at what is unfolded, or right."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().muted)
    x, y = middle.x(), middle.y()
    corners = [(-3.5, -2), (3.5, -2), (0, 2.5)] if unfolded else [(-2, -3.5), (-2, 3.5), (2.5, 0)]
    painter.drawPolygon([QPointF(x + dx, y + dy) for dx, dy in corners])


def faded(colour: QColor, share: float) -> QColor:
    """The same colour, letting the ground shine through; `share` is 0 (nothing left) to 1."""
    colour = QColor(colour)
    colour.setAlphaF(share)
    return colour


def draw_kind(painter: QPainter, kind: Kind, left: float, middle: float, *, faint: bool = False) -> None:
    """The dot of a person or an organisation, 9 pixels wide; faint where nobody is sure of them."""
    palette = theme.current()
    colour = palette.person if kind == "person" else palette.organisation
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(colour, 0.4) if faint else colour)
    painter.drawEllipse(QPointF(left + 4.5, middle), 4.5, 4.5)


def _chip_font() -> QFont:
    font = theme.font("meta")
    font.setWeight(QFont.Weight.Medium)
    return font


def draw_chip(
    painter: QPainter, rect: QRect, text: str, colour: QColor | None = None, *, outlined: bool = False
) -> int:
    """Draw a chip at the left of `rect`, elided to its width; returns the x where it ends.

    Without a colour it is a quiet label in the muted ink; `outlined` has its colour around it alone.
    """
    font = _chip_font()
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width() - 2 * PADDING))
    width = math.ceil(metrics.horizontalAdvance(text)) + 2 * PADDING
    height = round(metrics.height()) + 1
    box = QRectF(rect.left(), rect.top() + (rect.height() - height) / 2, width, height)
    palette = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if outlined and colour is not None:
        painter.setPen(QPen(colour.lighter(150) if palette.dark else colour, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), RADIUS, RADIUS)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour if colour is not None else palette.chip)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.setFont(font)
    filled = QColor(Qt.GlobalColor.white) if colour is not None else palette.muted
    painter.setPen(palette.ink if outlined else filled)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return rect.left() + width


def draw_tags(painter: QPainter, rect: QRect, tags: Sequence[TagLabel]) -> None:
    """Draw as many chips as fit, the last of them cut short if need be, and how many are left over."""
    metrics = QFontMetricsF(_chip_font())
    left = rect.left()
    for number, tag in enumerate(tags):
        others = len(tags) - number - 1
        reserve = math.ceil(metrics.horizontalAdvance(f"+{others}")) + 2 * PADDING + SPACE if others else 0
        room = rect.right() + 1 - left - reserve
        name = tag.name.rpartition("/")[2]
        wish = math.ceil(metrics.horizontalAdvance(name)) + 2 * PADDING
        if room < min(wish, NARROWEST):
            draw_chip(painter, QRect(left, rect.top(), rect.right() + 1 - left, rect.height()), f"+{others + 1}")
            return
        box = QRect(left, rect.top(), min(wish, room), rect.height())
        machine = tag.origin != "reader"
        left = draw_chip(painter, box, name, theme.tag_colour(tag.colour), outlined=machine) + SPACE


def draw_star(painter: QPainter, left: int, rect: QRect, colour: QColor) -> int:
    """Draw a filled star in the middle of the line; returns the x where it ends."""
    radius = rect.height() * 0.4
    centre = QPointF(left + radius, rect.center().y() + 1)
    points = QPolygonF()
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.42
        angle = math.pi * corner / 5 - math.pi / 2
        points.append(QPointF(centre.x() + reach * math.cos(angle), centre.y() + reach * math.sin(angle)))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(points)
    painter.restore()
    return math.ceil(left + 2 * radius) + 2
