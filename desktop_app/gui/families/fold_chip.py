"""The mark of a family in the list: how many versions a row stands for, and where its versions stand below it."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import draw_fold
from desktop_app.gui.families.folding import Fold
from desktop_app.gui.i18n import trn

INDENT: Final = 20
_PADDING, _ARROW, _RADIUS, _AIR = 7, 14, 4, 10


def words(fold: Fold) -> str:
    """What the chip says."""
    return trn("%n version(s)", fold.versions)


def box(heading: QRect, fold: Fold | None) -> QRect:
    """Where the chip stands at the right of a row's heading; empty where there is none."""
    if fold is None or fold.inside:
        return QRect()
    metrics = QFontMetricsF(_font())
    width = math.ceil(metrics.horizontalAdvance(words(fold))) + _ARROW + 2 * _PADDING
    height = round(metrics.height()) + 4
    return QRect(heading.right() + 1 - width, heading.top() + (heading.height() - height) // 2, width, height)


def beside(heading: QRect, fold: Fold | None) -> QRect:
    """The room that a chip leaves to the words of a heading."""
    chip = box(heading, fold)
    return heading if chip.isEmpty() else heading.adjusted(0, 0, -chip.width() - _AIR, 0)


def draw(painter: QPainter, heading: QRect, fold: Fold) -> None:
    """Draw the chip of a row that stands for several: outlined, with a triangle that says whether it is open."""
    chip = box(heading, fold)
    if chip.isEmpty():
        return
    palette = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.accent if fold.unfolded else palette.muted, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    draw_fold(painter, QPointF(chip.left() + _PADDING + 4, chip.center().y() + 0.5), unfolded=fold.unfolded)
    painter.setFont(_font())
    painter.setPen(palette.ink)
    text = chip.adjusted(_PADDING + _ARROW, 0, -_PADDING, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words(fold))
    painter.restore()


def draw_inside(painter: QPainter, row: QRect, left: int) -> None:
    """Draw the line that leads from a family's first row past the others."""
    painter.fillRect(left, row.top(), 2, row.height(), theme.current().accent)


def _font() -> QFont:
    font = theme.font("meta")
    font.setWeight(QFont.Weight.Medium)
    return font
