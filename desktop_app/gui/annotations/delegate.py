"""One annotation in the list: its words in its colour, the note, and what it is on."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.gui import theme
from desktop_app.gui import type_setting as setting
from desktop_app.gui.annotations.model import ANNOTATION_ROLE
from desktop_app.gui.annotations.words import plain
from desktop_app.gui.dates import format_date, when
from desktop_app.gui.delegates.chips import draw_chip, draw_kind, draw_tags, faded
from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import one_line
from desktop_app.model.annotations import AnnotationRow

Index = QModelIndex | QPersistentModelIndex

SIDE = 18
TOP, GAP, BOTTOM = 11, 4, 12
BAR = 4
_INDENT = 16  # from the bar to the words
_LONGEST = 400  # code points of which two lines are made
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class AnnotationDelegate(QStyledItemDelegate):
    """Draws an `AnnotationRow`; every row has the same height. Never touches the archive."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pointed = -1  # the row of which the title is pointed at
        self.refresh()

    def refresh(self) -> None:
        """Read fonts and colours again, after a change of theme."""
        self._palette = theme.current()
        self._text = theme.font("ui")
        self._meta = theme.font("meta")
        self._line = QFontMetrics(self._text).height() + 3
        self._meta_height = QFontMetrics(self._meta).height() + 2

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, TOP + 2 * self._line + GAP + self._meta_height + BOTTOM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option)
        inner = self._inner(option.rect)
        row: AnnotationRow | None = index.data(ANNOTATION_ROLE)
        if row is None:
            self._draw_waiting(painter, inner)
        else:
            self._draw_mark(painter, inner, row)
            self._draw_words(painter, inner.adjusted(_INDENT, 0, 0, 0), row)
            pointed = index.row() == self.pointed
            self._draw_meta(painter, self._meta_rect(option.rect), row, pointed=pointed)
        painter.restore()

    def title_rect(self, rect: QRect, row: AnnotationRow) -> QRect:
        """Where the title of what a row is on stands: a click there opens it."""
        room = self._meta_rect(rect)
        return QRect(room.left(), room.top(), self._title(row, room.width() // 2)[1], room.height())

    # --- parts

    def _inner(self, rect: QRect) -> QRect:
        return rect.adjusted(SIDE, TOP, -SIDE, -BOTTOM)

    def _meta_rect(self, rect: QRect) -> QRect:
        inner = self._inner(rect)
        top = inner.top() + 2 * self._line + GAP
        return QRect(inner.left() + _INDENT, top, inner.width() - _INDENT, self._meta_height)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect, palette = option.rect, self._palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, palette.selection)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, faded(palette.selection, 0.35))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, palette.line)
        if selected:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height() - 1, palette.accent)
        elif option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(palette.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))

    def _draw_waiting(self, painter: QPainter, inner: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.line)
        for top, share in ((4, 0.72), (26, 0.4), (48, 0.3)):
            painter.drawRoundedRect(QRectF(inner.left() + _INDENT, inner.top() + top, inner.width() * share, 8), 3, 3)

    def _draw_mark(self, painter: QPainter, inner: QRect, row: AnnotationRow) -> None:
        """A bar in the annotation's colour; the dot of a person or an organisation."""
        if row.kind == "person" or row.kind == "organisation":
            draw_kind(painter, row.kind, inner.left() - 2, inner.top() + self._line)
            return
        bar = QRectF(inner.left(), inner.top() + 1, BAR, 2 * self._line - 2)
        if row.orphaned:
            painter.setPen(QPen(setting.note_bar(row.colour), 2, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(bar.center().x(), bar.top()), QPointF(bar.center().x(), bar.bottom()))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(setting.note_bar(row.colour))
            painter.drawRoundedRect(bar, 2, 2)

    def _draw_words(self, painter: QPainter, box: QRect, row: AnnotationRow) -> None:
        """The quote above the note; either alone has both lines."""
        quote, body = one_line(row.quote[:_LONGEST]), one_line(plain(row.body)[:_LONGEST])
        ground = None if row.orphaned else setting.note_ground(row.colour)
        if quote and body:
            self._draw_lines(painter, box, quote, 1, ground, faint=row.orphaned)
            self._draw_lines(painter, box.adjusted(0, self._line, 0, 0), body, 1, None)
        elif quote:
            self._draw_lines(painter, box, quote, 2, ground, faint=row.orphaned)
        else:
            self._draw_lines(painter, box, body, 2, None)

    def _draw_lines(
        self, painter: QPainter, box: QRect, text: str, lines: int, ground: QColor | None, *, faint: bool = False
    ) -> None:
        metrics = QFontMetrics(self._text)
        painter.setFont(self._text)
        broken = self._broken(text, box.width(), lines)
        top = box.top() + (lines - len(broken)) * self._line // 2  # one line stands in the middle of two
        for number, line in enumerate(broken):
            room = QRect(box.left(), top + number * self._line, box.width(), self._line)
            if ground is not None:
                wide = min(metrics.horizontalAdvance(line) + 6, room.width() + 3)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(QRectF(room.left() - 3, room.top() + 1, wide, self._line - 2), 3, 3)
            painter.setPen(self._palette.muted if faint else self._palette.ink)
            painter.drawText(room, _MIDDLE, line)

    def _broken(self, text: str, width: int, lines: int) -> list[str]:
        """The text in so many lines at most, the last of them elided."""
        metrics = QFontMetrics(self._text)
        if lines == 1:
            return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
        layout = QTextLayout(text, self._text)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        first = layout.createLine()
        if first.isValid():
            first.setLineWidth(width)
        layout.endLayout()
        cut = 2 * (first.textLength() if first.isValid() else 0)
        units = text.encode("utf-16-le")
        head, rest = units[:cut].decode("utf-16-le").rstrip(), units[cut:].decode("utf-16-le")
        return [head, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)] if rest else [head]

    def _title(self, row: AnnotationRow, room: int) -> tuple[str, int]:
        metrics = QFontMetrics(self._meta)
        text = metrics.elidedText(one_line(row.title), Qt.TextElideMode.ElideRight, room)
        return text, metrics.horizontalAdvance(text)

    def _draw_meta(self, painter: QPainter, room: QRect, row: AnnotationRow, *, pointed: bool) -> None:
        """Title · source · date, then the tags; at the right edge, when it was changed."""
        metrics, palette = QFontMetrics(self._meta), self._palette
        changed = when(row.changed)
        painter.setFont(self._meta)
        painter.setPen(palette.muted)
        painter.drawText(room, _MIDDLE | Qt.AlignmentFlag.AlignRight, changed)
        room = room.adjusted(0, 0, -metrics.horizontalAdvance(changed) - 14, 0)
        title, wide = self._title(row, room.width() // 2)
        linked = QFont(self._meta)
        linked.setUnderline(pointed)
        painter.setFont(linked)
        painter.setPen(palette.accent)
        painter.drawText(room, _MIDDLE, title)
        painter.setFont(self._meta)
        painter.setPen(palette.muted)
        facts = "".join(f" · {fact}" for fact in (one_line(row.source), format_date(row.date, row.language)) if fact)
        facts = metrics.elidedText(facts, Qt.TextElideMode.ElideRight, max(0, room.width() - wide))
        rest = room.adjusted(wide, 0, 0, 0)
        painter.drawText(rest, _MIDDLE, facts)
        rest.adjust(metrics.horizontalAdvance(facts) + 10, 0, 0, 0)
        if row.orphaned and rest.width() > 60:
            rest.setLeft(draw_chip(painter, rest, tr("orphaned")) + 6)
        if row.tags and rest.width() > 0:
            draw_tags(painter, rest, row.tags)
