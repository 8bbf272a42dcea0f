"""A cell of the table of people or organisations."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import draw_tags, faded
from desktop_app.gui.models.entity_model import (
    CHECKED,
    ENTITY_ROLE,
    NAME,
    NUMBERS,
    ROLE,
    TAGS,
    TEXTS,
)
from desktop_app.model.article import TagLabel
from desktop_app.model.people import EntityRow

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 31
EDGE = 18  # of the pane
_BAR, _DOT, _SIDE, _ICON = 3, 9, 8, 14


class EntityDelegate(QStyledItemDelegate):
    """Draws an `EntityRow`; never touches the archive. A row that is on its way is a quiet stroke."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refresh()

    def refresh(self) -> None:
        """Read fonts and colours again, after a change of theme."""
        self._palette = theme.current()
        self._name = theme.font("ui")
        self._name.setWeight(QFont.Weight.Medium)
        self._bare = theme.font("ui")
        self._bare.setItalic(True)
        self._text = theme.font("snippet")
        self._number = theme.font("number")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, column = option.rect, index.column()
        self._draw_ground(painter, option, column)
        row: EntityRow | None = index.data(ENTITY_ROLE)
        if row is None:
            self._draw_waiting(painter, rect, column)
        elif column == NAME:
            self._draw_name(painter, rect, row)
        elif column == TAGS:
            tags = [TagLabel(0, name, colour) for name, colour in row.tags]
            draw_tags(painter, rect.adjusted(_SIDE, 0, -_SIDE, 0), tags)
        elif column == CHECKED:
            self._draw_checked(painter, rect, row)
        else:
            self._draw_text(painter, rect, TEXTS[column](row), column)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, column: int) -> None:
        rect, palette = option.rect, self._palette
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.selection)
            if column == NAME:
                painter.fillRect(rect.left(), rect.top(), _BAR, rect.height(), palette.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, faded(palette.selection, 0.35))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, faded(palette.line, 0.55))

    def _draw_waiting(self, painter: QPainter, rect: QRect, column: int) -> None:
        if column in (NAME, ROLE):
            left = rect.left() + (EDGE + _DOT + _SIDE if column == NAME else _SIDE)
            stroke = QRect(left, rect.center().y() - 3, min(140, rect.width() // 2), 7)
            painter.fillRect(stroke, faded(self._palette.line, 0.6))

    def _draw_name(self, painter: QPainter, rect: QRect, row: EntityRow) -> None:
        palette = self._palette
        colour = palette.person if row.kind == "person" else palette.organisation
        middle = rect.center().y() + 0.5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(colour, 0.45) if row.bare else colour)
        painter.drawEllipse(QPointF(rect.left() + EDGE + _DOT / 2, middle), _DOT / 2, _DOT / 2)
        font = self._bare if row.bare else self._name
        left = rect.left() + EDGE + _DOT + _SIDE
        room = QRect(left, rect.top(), rect.right() - left - _SIDE - (_ICON + 6 if row.noted else 0), rect.height())
        text = QFontMetrics(font).elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(palette.muted if row.bare else palette.ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        if row.noted:
            end = left + QFontMetrics(font).horizontalAdvance(text) + 6
            box = QRect(end, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            theme.icon("note", palette.muted).paint(painter, box)

    def _draw_checked(self, painter: QPainter, rect: QRect, row: EntityRow) -> None:
        if row.checked:
            box = QRect(rect.left() + _SIDE, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            theme.icon("check", self._palette.accent).paint(painter, box)

    def _draw_text(self, painter: QPainter, rect: QRect, text: str, column: int) -> None:
        number = column in NUMBERS
        font = self._text if column == ROLE else self._number
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(self._palette.ink if number else self._palette.muted)
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
