"""A set of synonyms in a list: a chip a word."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import faded

Index = QModelIndex | QPersistentModelIndex

WORDS_ROLE = Qt.ItemDataRole.UserRole + 1  # tuple[str, ...]
ROW_HEIGHT = 36
_EDGE, _PADDING, _SPACE, _CHIP = 12, 9, 6, 24
_BAR = 3


class SynonymDelegate(QStyledItemDelegate):
    """Draws as many words as there is room for, then how many are left; the editor shows them as text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect = theme.current(), option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, palette.selection)
            painter.fillRect(rect.left(), rect.top(), _BAR, rect.height(), palette.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, faded(palette.selection, 0.35))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("ui"))
        metrics = QFontMetrics(theme.font("ui"))
        left, words = rect.left() + _EDGE, index.data(WORDS_ROLE) or ()
        for number, word in enumerate(words):
            more = f"+{len(words) - number - 1}" if number + 1 < len(words) else ""
            spare = metrics.horizontalAdvance(more) + _SPACE if more else 0
            room = rect.right() - _EDGE - left - spare - 2 * _PADDING
            width = metrics.horizontalAdvance(word)
            if width > room and number:
                painter.setPen(palette.muted)
                rest = QRect(left, rect.top(), rect.right() - left, rect.height())
                painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, f"+{len(words) - number}")
                break
            box = QRect(left, rect.top() + (rect.height() - _CHIP) // 2, min(width, room) + 2 * _PADDING, _CHIP)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.sheet if selected else palette.chip)
            painter.drawRoundedRect(box, _CHIP / 2, _CHIP / 2)
            painter.setPen(palette.ink)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignCenter, metrics.elidedText(word, Qt.TextElideMode.ElideRight, room)
            )
            left = box.right() + 1 + _SPACE
        painter.restore()
