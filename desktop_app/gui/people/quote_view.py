"""A sentence as an article prints it, the name underlined, and its source and date; a click opens the article there."""

import math
import re

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.gui import theme
from desktop_app.gui.dates import format_date
from desktop_app.gui.delegates.chips import faded
from desktop_app.gui.i18n import tr
from desktop_app.gui.offsets import to_utf16
from desktop_app.gui.page_text import harmless, one_line
from desktop_app.gui.people.section import INSET
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.people import Kind, Quote

LONGEST = 320  # code points of a sentence that are shown
_EDGE = 3
_SIZE = 14.5  # pixels, at the reader's normal size
_LEADING = 1.5
_WIDTHS = 4  # that a layout is kept for: a column is asked for its height at several
_KANA = re.compile("[\u3041-\u30ff]")
_MARKS = tuple('„“”‟»«‚‘’›‹"「」『』')


def ink_of(kind: Kind) -> str:
    """The name of the kind's colour in the palette."""
    return "person" if kind == "person" else "organisation"


def where(quote: Quote) -> str:
    """Source and date of the article, or its title where neither is known."""
    parts = [one_line(quote.source), format_date(quote.date)]
    return ", ".join(part for part in parts if part) or one_line(quote.title)


def quoted(words: str) -> str:
    """The words in quotation marks: Japanese ones around Japanese, else those of the window's language."""
    return f"「{words}」" if _KANA.search(words) else QLocale().quoteString(words)


def shortened(quote: Quote, longest: int = LONGEST) -> tuple[str, list[tuple[int, int]]]:
    """The sentence on one line, cut around its first name if it is long, and the names' places in it."""
    text = harmless(quote.text).replace("\u2028", " ")
    if len(text) <= longest:
        return text, list(quote.spans)
    first = quote.spans[0][0] if quote.spans else 0
    start = max(0, min(first - longest // 3, len(text) - longest))
    if start:
        start = text.find(" ", start, first) + 1 or start
    end = min(len(text), start + longest)
    if end < len(text):
        end = max(text.rfind(" ", start + longest // 2, end), start + longest // 2)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = start - len(before)
    spans = [(left - shift, right - shift) for left, right in quote.spans if left >= start and right <= end]
    return before + text[start:end] + after, spans


class QuoteView(QAbstractButton):
    """One sentence, as high as its lines need."""

    opened = Signal(object)  # Quote

    def __init__(
        self, quote: Quote, ink: str, parent: QWidget | None = None, *, longest: int = LONGEST, placed: bool = True
    ) -> None:
        """`ink` names the colour of the palette that underlines the names; `placed`: source and date stand behind."""
        super().__init__(parent)
        self.quote = quote
        self._ink = ink
        words, spans = shortened(quote, longest)
        # Marks that the sentence has of its own are enough.
        shown = words if words[:1] in _MARKS or words[-1:] in _MARKS else quoted(words)
        inner = shown.index(words)
        self._spans = [(left + inner, right + inner) for left, right in spans]
        self._words = to_utf16(shown, len(shown))
        self._text = f"{shown}\u2002{where(quote)}" if placed else shown
        self._layouts: dict[tuple[object, ...], QTextLayout] = {}
        self.setObjectName("quote")
        self.setText(words)
        self.setAccessibleName(f"{words} {where(quote)}")
        self.setAccessibleDescription(tr("Opens the article at this sentence."))
        self.setToolTip(one_line(quote.title))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: self.opened.emit(self.quote))

    # --- layout

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout, height = self._laid_out(width), self._line_height()
        return math.ceil(layout.lineCount() * height) + 2 * _EDGE

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 100 else 360
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, math.ceil(self._line_height()) + 2 * _EDGE)  # it is as high as its width asks for

    def _line_height(self) -> float:
        return _LEADING * self._font().pointSizeF() * 96 / 72

    @staticmethod
    def _font() -> QFont:
        font = theme.font("reading")
        font.setPointSizeF(font.pointSizeF() * _SIZE / 16.5)
        return font

    def _laid_out(self, width: int) -> QTextLayout:
        palette, font = theme.current(), self._font()
        key = (width, font.pointSizeF(), font.family(), palette.ink.name(), palette.muted.name())
        if key not in self._layouts:
            if len(self._layouts) >= _WIDTHS:
                self._layouts.clear()
            self._layouts[key] = self._break(width, font)
        return self._layouts[key]

    def _break(self, width: int, font: QFont) -> QTextLayout:
        layout = QTextLayout(self._text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        quieter = QTextCharFormat()
        small = theme.font("meta")
        quieter.setFont(small)
        quieter.setForeground(theme.current().muted)
        tail = QTextLayout.FormatRange()
        tail.start, tail.length, tail.format = self._words, len(self._text.encode("utf-16-le")) // 2, quieter
        layout.setFormats([tail])
        layout.beginLayout()
        number, height = 0, self._line_height()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, width - 2 * INSET))
            line.setPosition(QPointF(INSET, _EDGE + number * height + (height - line.height()) / 2))
            number += 1
        layout.endLayout()
        return layout

    # --- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(palette.accent if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(faded(palette.selection, 0.6))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        layout = self._laid_out(self.width())
        painter.setPen(faded(palette.ink, 0.92))
        layout.draw(painter, QPointF(0, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(getattr(palette, self._ink))
        for box in self.underlines():
            painter.drawRect(box)

    def underlines(self) -> list[QRectF]:
        """The lines below the names."""
        layout, boxes = self._laid_out(self.width()), []
        descent = QFontMetricsF(self._font()).descent()
        for start, end in self._spans:
            first, last = to_utf16(self._text, start), to_utf16(self._text, end)
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                left = max(first, line.textStart())
                right = min(last, line.textStart() + line.textLength())
                if left < right:
                    x1, x2 = line.cursorToX(left)[0], line.cursorToX(right)[0]  # type: ignore[index]
                    x2 = min(x2, line.x() + line.naturalTextWidth())  # without the space at the line's end
                    boxes.append(QRectF(x1, line.y() + line.ascent() + descent * 0.45, x2 - x1, 1.6))
        return boxes

    # --- keys

    def event(self, event: QEvent) -> bool:
        return keeps(event, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
