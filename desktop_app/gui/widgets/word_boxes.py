"""Where words stand on the page: the boxes of a span, and the letter under a point."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextLine

from desktop_app.gui.widgets.article_page import ArticlePage


def line_boxes(page: ArticlePage, block: QTextBlock, start: int, end: int) -> Iterator[tuple[float, QRectF]]:
    """(baseline, box) of each line on which a span of the text stands in a block, in the viewport."""
    layout = block.layout()
    begin = block.position()
    first = max(page.position_of(start) - begin, 0)
    last = min(page.position_of(end) - begin, block.length() - 1)
    if first >= last:
        return
    origin = layout.position() - QPointF(0, page.verticalScrollBar().value())
    line = layout.lineForTextPosition(first)
    while line.isValid() and line.textStart() < last:
        broken = line.textStart() + line.textLength()
        here, there = max(first, line.textStart()), min(last, broken)
        if there == broken:  # the space at which the line was broken is no word
            text = block.text()
            while there > here and text[there - 1 : there].isspace():
                there -= 1
        left, right = sorted((_x(line, here), _x(line, there)))
        baseline = origin.y() + line.y() + line.ascent()
        height = line.ascent() + line.descent()
        yield baseline, QRectF(origin.x() + left, origin.y() + line.y(), right - left, height)
        following = line.lineNumber() + 1
        if following >= layout.lineCount():
            return
        line = layout.lineAt(following)


def boxes_of(page: ArticlePage, start: int, end: int) -> list[QRectF]:
    """Where a span of the text stands in the viewport, a box a line, in all its paragraphs."""
    found: list[QRectF] = []
    block = page.document().findBlock(page.position_of(start))
    last = page.position_of(end)
    while block.isValid() and block.position() <= last:
        found += [box for _baseline, box in line_boxes(page, block, start, end)]
        block = block.next()
    return found


def letter_at(page: ArticlePage, point: QPoint) -> int | None:
    """The offset of the letter under a point of the viewport; None where there is none."""
    place = QPointF(point.x(), point.y() + page.verticalScrollBar().value())
    document = page.document()
    hit = document.documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
    if hit < 0:
        return None
    # That is the gap between two letters nearest to it; the letter itself is asked of the line.
    block = document.findBlock(hit)
    layout, within = block.layout(), place - block.layout().position()
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    line = next((each for each in lines if within.y() < each.y() + each.height()), None)
    if line is None:
        return None
    letter = line.xToCursor(within.x(), QTextLine.CursorPosition.CursorOnCharacter)
    return page.letter_at(block.position() + letter)


def _x(line: QTextLine, position: int) -> float:
    # PySide's stub leaves out that the position it took comes with it.
    found = cast("tuple[float, int]", line.cursorToX(position))
    return found[0]
