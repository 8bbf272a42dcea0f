"""One line of the sidebar: icon or dot, name, count; small capitals for the headers."""

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import draw_fold, draw_kind, faded
from desktop_app.gui.i18n import trn
from desktop_app.gui.models.sidebar_entries import CHECKED, ENTRY_ROLE, NAMED, Entry

Index = QModelIndex | QPersistentModelIndex

ROW, HEADER = 27, 34
SIDE, ICON, INDENT = 16, 16, 18
BAR = 3
LENS = 14
VIEW_ICONS = {
    "all": "all-articles",
    "unread": "unread",
    "starred": "star-filled",
    "undated": "undated",
    "duplicates": "duplicates",
    "trash": "trash",
    "annotations": "highlight",
}


def lens_rect(rect: QRect) -> QRect:
    """Where a header's magnifier is; larger than it looks, to be easy to hit."""
    return QRect(rect.right() - SIDE - LENS - 3, rect.bottom() - LENS - 10, LENS + 10, LENS + 10)


def plus_rect(rect: QRect, entry: Entry) -> QRect:
    """Where a header's plus is: beside its magnifier, or in its place."""
    lens = lens_rect(rect)
    return lens.translated(-lens.width() + 2, 0) if entry.can_filter else lens


def fold_rect(rect: QRect, entry: Entry) -> QRect:
    """Where the triangle of a dossier with others in it is; larger than it looks."""
    return QRect(rect.left() + SIDE + entry.depth * INDENT - 14, rect.top(), 15, rect.height())


class SidebarDelegate(QStyledItemDelegate):
    """Draws an `Entry`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(ENTRY_ROLE)
        return QSize(160, HEADER if entry is not None and entry.kind == "header" else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry | None = index.data(ENTRY_ROLE)
        if entry is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.kind == "header":
            self._draw_header(painter, option, entry)
        else:
            self._draw_ground(painter, option, entry)
            pointed = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
            self._draw_entry(painter, option.rect, entry, whole=bool(pointed))
        painter.restore()

    def _draw_header(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        rect = option.rect.adjusted(SIDE, HEADER - ROW, -SIDE, 0)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.current().muted)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, entry.label.upper())
        if entry.can_filter:
            box = lens_rect(option.rect).adjusted(5, 5, -5, -5)
            theme.icon("search").paint(painter, box)
        if entry.can_add:
            theme.icon("plus").paint(painter, plus_rect(option.rect, entry).adjusted(5, 5, -5, -5))
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._draw_focus(painter, option.rect)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        rect, palette = option.rect, theme.current()
        if entry.state == "include":
            painter.fillRect(rect, palette.selection)
            painter.fillRect(rect.left(), rect.top(), BAR, rect.height(), palette.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, faded(palette.selection, 0.5))
        if entry.state == "exclude":
            painter.fillRect(rect.left(), rect.top(), BAR, rect.height(), palette.muted)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._draw_focus(painter, rect)

    @staticmethod
    def _draw_focus(painter: QPainter, rect: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.current().accent, 1.0))
        painter.drawRoundedRect(QRectF(rect).adjusted(5.5, 1.5, -5.5, -1.5), 4, 4)

    def _draw_entry(self, painter: QPainter, rect: QRect, entry: Entry, *, whole: bool) -> None:
        palette = theme.current()
        left = rect.left() + SIDE + entry.depth * INDENT
        left = self._draw_mark(painter, rect, entry, left)
        right = self._draw_count(painter, rect, entry, whole=whole)
        link = entry.kind in ("more", "fewer", "link")
        font = theme.font("small" if link else "ui")
        if entry.state == "include":
            font.setWeight(QFont.Weight.Medium)
        font.setStrikeOut(entry.state == "exclude")
        quiet = link or entry.state == "exclude" or (entry.kind == "facet" and entry.count == 0)
        painter.setFont(font)
        painter.setPen(QColor(palette.muted if quiet else palette.ink))
        box = QRect(left, rect.top(), right - left - 8, rect.height())
        text = QFontMetrics(font).elidedText(entry.label, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)

    @staticmethod
    def _draw_mark(painter: QPainter, rect: QRect, entry: Entry, left: int) -> int:
        """The icon of a view, the dot of a tag; returns where the name begins."""
        middle = rect.center().y() + 0.5
        if entry.kind == "view":
            box = QRect(left, int(middle - ICON / 2), ICON, ICON)
            theme.icon(VIEW_ICONS[entry.value]).paint(painter, box)
            return left + ICON + 8
        if entry.kind in ("dossier", "screening"):
            name = "dossier" if entry.kind == "dossier" else "screening"
            box = QRect(left, int(middle - ICON / 2), ICON, ICON)
            theme.icon(name, theme.current().muted).paint(painter, box)
            if entry.unfolded is not None:
                draw_fold(painter, QPointF(left - 6, middle), unfolded=entry.unfolded)
            return left + ICON + 6
        if entry.section in NAMED and entry.kind == "facet":
            draw_kind(painter, NAMED[entry.section], left, middle)
            return left + 18
        if entry.key == CHECKED:
            box = QRect(left - 3, int(middle - ICON / 2), ICON, ICON)
            theme.icon("check", None if entry.state else theme.current().muted).paint(painter, box)
            return left + 18
        if entry.section == "tags" and entry.kind == "facet":
            painter.setPen(Qt.PenStyle.NoPen)
            if entry.colour >= 0:
                painter.setBrush(theme.tag_colour(entry.colour))
            else:
                painter.setBrush(theme.current().line)
            painter.drawEllipse(QPointF(left + 4.5, middle), 4.5, 4.5)
            return left + 18
        return left

    @staticmethod
    def _draw_count(painter: QPainter, rect: QRect, entry: Entry, *, whole: bool) -> int:
        """The count at the right edge, what is new before it; returns where they begin.

        Where the line is pointed at, the count in the whole archive stands behind it.
        """
        nothing = entry.kind in ("facet", "dossier") and entry.count == 0
        if entry.count is None or (nothing and not (whole and entry.whole)):
            return rect.right() - SIDE
        palette, right = theme.current(), rect.right() - SIDE + 1
        font = theme.font("number")
        new = QFont(font)
        new.setWeight(QFont.Weight.Medium)
        parts = [(QLocale().toString(entry.count), palette.muted, font)]
        if entry.kind == "screening":
            parts.append((f"/{QLocale().toString(entry.whole or 0)}", faded(palette.muted, 0.7), font))
        elif whole and entry.whole is not None and entry.whole > entry.count:
            parts.append((f" / {QLocale().toString(entry.whole)}", faded(palette.muted, 0.7), font))
        if entry.new:
            parts.append((f" · {trn('%n new', entry.new)}", palette.accent, new))
        for text, colour, face in reversed(parts):
            width = QFontMetrics(face).horizontalAdvance(text)
            painter.setFont(face)
            painter.setPen(colour)
            right -= width
            painter.drawText(QRect(right, rect.top(), width + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)
        return right
