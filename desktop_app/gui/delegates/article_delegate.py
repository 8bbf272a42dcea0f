"""One article in the list: title, source and date with tags, two lines of text around the hits."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.gui import theme
from desktop_app.gui.dates import format_date
from desktop_app.gui.delegates.chips import draw_star, draw_tags, faded
from desktop_app.gui.families import fold_chip
from desktop_app.gui.families.folding import Fold
from desktop_app.gui.i18n import tr
from desktop_app.gui.lines import Line
from desktop_app.gui.models.article_list import COMMENT_ROLE, DECISION_ROLE, FOLD_ROLE, LINE_ROLE
from desktop_app.gui.offsets import to_utf16
from desktop_app.model.article import ArticleRow
from desktop_app.model.dossiers import Decision
from desktop_app.model.listing import Snippet

Index = QModelIndex | QPersistentModelIndex

SIDE = 18
TOP, GAP, BOTTOM = 10, 3, 11
SNIPPET_LINES = 2
BAR = 3
KEPT_LAYOUTS = 64


@dataclass(slots=True)
class _Prose:
    """The snippet broken into lines, and where its hits are, in the layout's own coordinates."""

    line: Line  # held so that the key, which is its identity, stays its own
    layout: QTextLayout
    hits: list[QRectF]


class ArticleDelegate(QStyledItemDelegate):
    """Draws a `Line`; every row has the same height. Never touches the archive."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._prose: OrderedDict[tuple[int, int], _Prose] = OrderedDict()
        self._fold: Fold | None = None  # of the row that is being drawn
        self.refresh()

    def refresh(self) -> None:
        """Read fonts and colours again, after a change of theme."""
        self._palette = theme.current()
        self._title = theme.font("list-title")
        self._title_read = theme.font("list-title")
        self._title_read.setWeight(self._title_read.Weight.Normal)
        self._meta = theme.font("meta")
        self._text = theme.font("snippet")
        self._title_height = QFontMetrics(self._title).height()
        self._meta_height = QFontMetrics(self._meta).height()
        self._line_height = QFontMetrics(self._text).height() + 1
        self._prose.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = TOP + self._title_height + GAP + self._meta_height + GAP
        height += SNIPPET_LINES * self._line_height + BOTTOM + 1
        return QSize(200, (height + 3) // 4 * 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        self._draw_ground(painter, option)
        inner = option.rect.adjusted(SIDE, TOP, -SIDE, 0)
        self._fold = index.data(FOLD_ROLE)
        if self._fold is not None and self._fold.inside:
            fold_chip.draw_inside(painter, option.rect, inner.left() + 4)
            inner.adjust(fold_chip.INDENT, 0, 0, 0)
        line = index.data(LINE_ROLE)
        if line is None:
            self._draw_waiting(painter, inner)
        elif line.row is None:
            self._draw_gone(painter, inner)
        else:
            if decision := index.data(DECISION_ROLE):
                self._draw_decision(painter, inner, decision)
            self._draw_line(painter, inner, line, line.row, index.data(COMMENT_ROLE) or "")
        painter.restore()

    def chip_box(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        """Where the chip of a family is; empty where a row stands for one article."""
        top = option.rect.adjusted(SIDE, TOP, -SIDE, 0)
        return fold_chip.box(QRect(top.left(), top.top(), top.width(), self._title_height), index.data(FOLD_ROLE))

    # --- parts

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect, palette = option.rect, self._palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, palette.selection)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, faded(palette.selection, 0.35))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, palette.line)
        if selected:
            painter.fillRect(rect.left(), rect.top(), BAR, rect.height() - 1, palette.accent)
        elif option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(palette.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))

    def _draw_waiting(self, painter: QPainter, inner: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.line)
        for top, share in ((4, 0.62), (26, 0.34), (48, 0.92)):
            bar = QRectF(inner.left(), inner.top() + top, inner.width() * share, 8)
            painter.drawRoundedRect(bar, 3, 3)

    def _draw_gone(self, painter: QPainter, inner: QRect) -> None:
        painter.setFont(self._meta)
        painter.setPen(self._palette.muted)
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, tr("This article is no longer in the archive."))

    def _draw_line(self, painter: QPainter, inner: QRect, line: Line, row: ArticleRow, comment: str) -> None:
        ink = QColor(self._palette.muted if row.trashed else self._palette.ink)
        heading = QRect(inner.left(), inner.top(), inner.width(), self._title_height)
        rest = self._draw_heading(painter, fold_chip.beside(heading, self._fold), row, ink)
        if self._fold is not None:
            fold_chip.draw(painter, heading, self._fold)
        top = inner.top() + self._title_height + GAP
        self._draw_meta(painter, QRect(inner.left(), top, inner.width(), self._meta_height), row)
        snippet = line.snippet
        if comment:
            self._draw_comment(painter, inner.adjusted(0, top + self._meta_height + GAP - inner.top(), 0, 0), comment)
            return
        if rest is not None and not snippet.spans:
            snippet = Snippet(rest)
        prose = self._prose_of(line, snippet, inner.width())
        at = QPointF(inner.left(), top + self._meta_height + GAP)
        if prose.hits:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._palette.hit)
            for hit in prose.hits:
                painter.drawRoundedRect(hit.translated(at), 2, 2)
        painter.setPen(faded(ink, 0.86))
        prose.layout.draw(painter, at)

    def _draw_decision(self, painter: QPainter, inner: QRect, decision: Decision) -> None:
        """Beside the title, what a screening has decided about the article."""
        name, colour = {
            "kept": ("check", self._palette.accent),
            "dropped": ("close", self._palette.muted),
            "seen": ("read", self._palette.muted),
        }[decision]
        middle = inner.top() + self._title_height // 2
        theme.icon(name, colour).paint(painter, QRect(inner.left() - SIDE + 4, middle - 6, 12, 12))

    def _draw_comment(self, painter: QPainter, box: QRect, comment: str) -> None:
        """What the reader wrote beside an article of a dossier, in the place of its words."""
        height = SNIPPET_LINES * self._line_height
        painter.fillRect(box.left(), box.top() + 1, 2, height - 2, self._palette.accent)
        font = QFont(self._text)
        font.setItalic(True)
        layout = QTextLayout(comment, font)
        width = box.width() - 10
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(width)
        layout.endLayout()
        cut = line.textLength() if line.isValid() else 0
        units = comment.encode("utf-16-le")
        parts = (units[: cut * 2].decode("utf-16-le"), units[cut * 2 :].decode("utf-16-le"))
        painter.setFont(font)
        painter.setPen(self._palette.ink)
        for number, part in enumerate(parts):
            room = QRect(box.left() + 10, box.top() + number * self._line_height, width, self._line_height)
            if number == len(parts) - 1:
                self._draw_elided(painter, room, part, QFontMetrics(font))
            else:
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, part.rstrip())

    def _draw_heading(self, painter: QPainter, inner: QRect, row: ArticleRow, ink: QColor) -> str | None:
        """Draw the title; where the paper printed none, the first words, and return those that are left."""
        font = self._title_read if row.read or not row.title else self._title
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(ink if row.title else self._palette.muted)
        line = QRect(inner.left(), inner.top(), inner.width(), self._title_height)
        if row.title:
            self._draw_elided(painter, line, row.title, metrics)
            return None
        layout = QTextLayout(row.excerpt, font)
        layout.beginLayout()
        first = layout.createLine()
        if first.isValid():
            first.setLineWidth(inner.width())
        layout.endLayout()
        cut = first.textLength() if first.isValid() else 0
        units = row.excerpt.encode("utf-16-le")
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, units[: cut * 2].decode("utf-16-le").rstrip())
        return units[cut * 2 :].decode("utf-16-le").lstrip()

    @staticmethod
    def _draw_elided(painter: QPainter, rect: QRect, text: str, metrics: QFontMetrics) -> None:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)

    def _draw_meta(self, painter: QPainter, rect: QRect, row: ArticleRow) -> None:
        """Source · date · star, then the tags; a long source gives way to the rest."""
        metrics = QFontMetrics(self._meta)
        date = format_date(row.date, row.language) or tr("undated")
        tail = f" · {date}" if row.source else date
        tags_room = min(rect.width() // 3, 90) if row.tags else 0
        star_room = metrics.height() + 8 if row.starred else 0
        source_room = max(40, rect.width() - metrics.horizontalAdvance(tail) - star_room - tags_room)
        source = metrics.elidedText(row.source, Qt.TextElideMode.ElideRight, source_room)
        painter.setFont(self._meta)
        painter.setPen(self._palette.muted)
        text = source + tail + (" ·" if row.starred else "")
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        left = rect.left() + metrics.horizontalAdvance(text) + 4
        if row.starred:
            left = draw_star(painter, left, rect, self._palette.ink)
        if row.notes:
            left = self._draw_notes(painter, QRect(left + 4, rect.top(), 60, rect.height()), row.notes)
        if row.tags:
            draw_tags(painter, rect.adjusted(left + 4 - rect.left(), 0, 0, 0), row.tags)

    def _draw_notes(self, painter: QPainter, rect: QRect, count: int) -> int:
        """A sheet of paper, and how many notes if there are several; returns the x where it ends."""
        box = QRect(rect.left(), rect.center().y() - 6, 13, 13)
        theme.icon("note", self._palette.muted).paint(painter, box)
        if count == 1:
            return box.right() + 2
        text = str(count)
        painter.drawText(rect.adjusted(16, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        return rect.left() + 16 + QFontMetrics(self._meta).horizontalAdvance(text)

    # --- the snippet

    def _prose_of(self, line: Line, snippet: Snippet, width: int) -> _Prose:
        key = (id(line), width)
        prose = self._prose.get(key)
        if prose is None:
            prose = self._prose[key] = self._break(line, snippet, width)
            if len(self._prose) > KEPT_LAYOUTS:
                self._prose.popitem(last=False)
        return prose

    def _break(self, line: Line, snippet: Snippet, width: int) -> _Prose:
        metrics = QFontMetrics(self._text)
        snippet = bring_into_view(snippet, SNIPPET_LINES * width // max(1, metrics.averageCharWidth()))
        layout = self._lay_out(snippet.text, width)
        ends = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
        text = snippet.text
        if ends is not None and ends.textStart() + ends.textLength() < to_utf16(text, len(text)):
            units = text.encode("utf-16-le")
            start = ends.textStart() * 2
            tail = units[start:].decode("utf-16-le")
            tail = metrics.elidedText(tail, Qt.TextElideMode.ElideRight, width)
            text = units[:start].decode("utf-16-le") + tail
            layout = self._lay_out(text, width)
        return _Prose(line, layout, self._hit_boxes(layout, snippet, text))

    def _lay_out(self, text: str, width: int) -> QTextLayout:
        layout = QTextLayout(text, self._text)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        for number in range(SNIPPET_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * self._line_height))
        layout.endLayout()
        return layout

    def _hit_boxes(self, layout: QTextLayout, snippet: Snippet, shown: str) -> list[QRectF]:
        boxes = []
        for start, end in snippet.spans:
            first, last = to_utf16(snippet.text, start), to_utf16(snippet.text, min(end, len(shown)))
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                left = max(first, line.textStart())
                right = min(last, line.textStart() + line.textLength())
                if left < right:
                    x1, x2 = _x(line, left), _x(line, right)
                    boxes.append(QRectF(x1 - 1, line.y() + 0.5, x2 - x1 + 2, self._line_height - 1))
        return boxes


def _x(line: QTextLine, position: int) -> float:
    x, _cursor = cast("tuple[float, int]", line.cursorToX(position))  # PySide's stub says object
    return x


def bring_into_view(snippet: Snippet, room: int) -> Snippet:
    """Cut the front of a snippet whose first hit would fall outside `room` characters."""
    if not snippet.spans or snippet.spans[0][1] <= room:
        return snippet
    first = snippet.spans[0][0]
    start = max(0, first - room // 3)
    space = snippet.text.rfind(" ", start, first)
    start = space + 1 if space >= 0 else start
    shift = start - 2
    return Snippet(
        "… " + snippet.text[start:],
        [(left - shift, right - shift) for left, right in snippet.spans if left >= start],
    )
