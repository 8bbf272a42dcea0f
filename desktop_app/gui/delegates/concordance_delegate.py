"""A line of the concordance: both contexts run out from the hit, which stands out by its colour."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import faded
from desktop_app.gui.models.concordance_model import HIT, LEFT, RIGHT

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 28
GAP = 6  # on either side of the hit
BAR = 3
_EDGE = 18


class ConcordanceDelegate(QStyledItemDelegate):
    """Draws cells of a `ConcordanceModel`; never touches the archive."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refresh()

    def refresh(self) -> None:
        """Read fonts and colours again, after a change of theme."""
        self._palette = theme.current()
        self._text = theme.font("snippet")
        self._hit = theme.font("snippet")
        self._hit.setWeight(QFont.Weight.DemiBold)
        self._meta = theme.font("meta")

    def hit_width(self, hits: list[str]) -> int:
        """Room for the widest of some hits."""
        metrics = QFontMetrics(self._hit)
        return max((metrics.horizontalAdvance(hit) for hit in hits), default=0) + 2 * GAP

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect, column, palette = option.rect, index.column(), self._palette
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.selection)
            if column == LEFT:
                painter.fillRect(rect.left(), rect.top(), BAR, rect.height(), palette.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, faded(palette.selection, 0.35))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if column == HIT:
            painter.setPen(palette.accent)
            self._draw(painter, rect.adjusted(1, 0, -1, 0), text, self._hit, Qt.AlignmentFlag.AlignHCenter)
        elif column == LEFT:
            painter.setPen(faded(palette.ink, 0.86))
            room = rect.adjusted(_EDGE, 0, -GAP, 0)
            self._draw(painter, room, text, self._text, Qt.AlignmentFlag.AlignRight, Qt.TextElideMode.ElideLeft)
        elif column == RIGHT:
            painter.setPen(faded(palette.ink, 0.86))
            self._draw(painter, rect.adjusted(GAP, 0, -GAP, 0), text, self._text)
        else:
            painter.setPen(palette.muted)
            self._draw(painter, rect.adjusted(8, 0, -4, 0), text, self._meta)
        painter.restore()

    @staticmethod
    def _draw(
        painter: QPainter,
        rect: QRect,
        text: str,
        font: QFont,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, elide, rect.width())
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
