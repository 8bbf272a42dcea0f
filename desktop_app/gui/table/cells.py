"""One article as a row of the table, below the headings."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desktop_app.gui import theme
from desktop_app.gui.delegates.article_delegate import ArticleDelegate
from desktop_app.gui.delegates.chips import draw_tags, faded
from desktop_app.gui.families import fold_chip
from desktop_app.gui.i18n import tr
from desktop_app.gui.lines import Line
from desktop_app.gui.models.article_list import FOLD_ROLE, LINE_ROLE
from desktop_app.gui.table.columns import Column
from desktop_app.model.article import ArticleRow

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 31
_SIDE, _BAR = 8, 3


class CellsDelegate(ArticleDelegate):
    """Draws a `Line` in the columns that `shown` names; never touches the archive."""

    def __init__(self, shown: Callable[[], list[tuple[Column, int, int]]], parent: QWidget | None = None) -> None:
        self._shown = shown
        super().__init__(parent)

    def refresh(self) -> None:
        """Read fonts and colours again, after a change of theme."""
        super().refresh()
        self._strong = theme.font("ui")
        self._strong.setWeight(QFont.Weight.Medium)
        self._plain = theme.font("ui")
        self._small = theme.font("number")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def chip_box(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        """Where the chip of a family is; empty where a row stands for one article."""
        return fold_chip.box(self._title_room(option.rect), index.data(FOLD_ROLE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        self._draw_ground(painter, option)
        line: Line | None = index.data(LINE_ROLE)
        if line is None:
            title = self._title_room(option.rect)
            stroke = QRect(title.left(), title.center().y() - 3, title.width() // 2, 7)
            painter.fillRect(stroke, faded(self._palette.line, 0.6))
        elif line.row is None:
            self._write(
                painter, self._title_room(option.rect), tr("This article is no longer in the archive."), self._small
            )
        else:
            for column, left, width in self._shown():
                room = QRect(option.rect.left() + left + _SIDE, option.rect.top(), width - 2 * _SIDE, ROW_HEIGHT)
                self._draw_cell(painter, room, column, line.row, index)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        super()._draw_ground(painter, option)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(option.rect.left(), option.rect.top(), _BAR, ROW_HEIGHT - 1, self._palette.accent)

    def _draw_cell(self, painter: QPainter, room: QRect, column: Column, row: ArticleRow, index: Index) -> None:
        if column.name == "tags":
            draw_tags(painter, room, row.tags)
        elif column.name == "title":
            self._draw_title(painter, room, row, index)
        else:
            colour = self._palette.accent if column.name == "starred" else self._palette.muted
            self._write(painter, room, column.text(row), self._small, colour, right=column.right)

    def _draw_title(self, painter: QPainter, room: QRect, row: ArticleRow, index: Index) -> None:
        fold = index.data(FOLD_ROLE)
        if fold is not None and fold.inside:
            fold_chip.draw_inside(painter, room, room.left() + 4)
            room = room.adjusted(fold_chip.INDENT, 0, 0, 0)
        elif fold is not None:
            fold_chip.draw(painter, room, fold)
            room = fold_chip.beside(room, fold)
        muted = row.trashed or not row.title
        colour = self._palette.muted if muted else self._palette.ink
        self._write(painter, room, row.heading, self._plain if row.read else self._strong, colour)

    def _title_room(self, rect: QRect) -> QRect:
        for column, left, width in self._shown():
            if column.name == "title":
                return QRect(rect.left() + left + _SIDE, rect.top(), width - 2 * _SIDE, ROW_HEIGHT)
        return rect

    def _write(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        font: QFont,
        colour: QColor | None = None,
        *,
        right: bool = False,
    ) -> None:
        if not text or room.width() <= 0:
            return
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(colour or self._palette.muted)
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
