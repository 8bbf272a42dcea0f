"""Sets words into a page's document, as many at a time as is asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from desktop_app.gui import type_setting as setting
from desktop_app.gui.page_map import PageMap
from desktop_app.gui.page_text import Paragraph, harmless

PARAGRAPH_COST = 80  # what a block costs beyond its characters, in characters


@dataclass(frozen=True, slots=True)
class Headline:
    """A line above the text: words of ours, behind a span of the text that has moved up into it."""

    role: str
    words: str
    span: tuple[int, int] = (0, 0)


class PageSetter:
    """One text in one document. `map` says what stands where."""

    def __init__(
        self, document: QTextDocument, text: str, paragraphs: Iterable[Paragraph], head: Sequence[Headline] = ()
    ) -> None:
        self.map = PageMap(text)
        self._document = document
        self._text = text
        self._head = head
        self._formats: dict[tuple[str, bool], tuple[QTextBlockFormat, QTextCharFormat]] = {}
        self._coming = iter(paragraphs)
        self._next = next(self._coming, None)

    @property
    def limit(self) -> int | None:
        """The offset at which the words begin that are not set yet; None once all are."""
        return self._next.start if self._next is not None else None

    def begin(self, budget: int) -> None:
        """Set the head and the first words at once, so that they are laid out in one go."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for line in self._head:
            self._block(cursor, line.role, joined=False)
            self._piece(cursor, *line.span)
            cursor.insertText(line.words)
        self._set(cursor, budget)
        cursor.endEditBlock()

    def go_on(self, budget: int) -> None:
        """Set further paragraphs that cost about `budget` characters; at least one, where there is any."""
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        self._set(cursor, budget)
        cursor.endEditBlock()

    def _set(self, cursor: QTextCursor, budget: int) -> None:
        while self._next is not None and budget > 0:
            self._paragraph(cursor, self._next)
            budget -= _cost(self._text[self._next.start : self._next.end])
            self._next = next(self._coming, None)

    def _paragraph(self, cursor: QTextCursor, paragraph: Paragraph) -> None:
        self._block(cursor, paragraph.role, joined=paragraph.joined)
        plain = cursor.charFormat()
        at = paragraph.start
        for part in paragraph.parts:
            self._piece(cursor, at, part.start)
            cursor.setCharFormat(setting.inline_format(part.role))
            self._piece(cursor, max(at, part.start), part.end)
            cursor.setCharFormat(plain)
            at = part.end
        self._piece(cursor, at, paragraph.end)

    def _block(self, cursor: QTextCursor, role: str, *, joined: bool) -> None:
        if (role, joined) not in self._formats:
            style = setting.STYLES.get(role, setting.STYLES[""])
            self._formats[role, joined] = setting.block_format(style, joined=joined), setting.char_format(style)
        block, chars = self._formats[role, joined]
        if cursor.atStart():
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(chars)
            cursor.setCharFormat(chars)
        else:
            cursor.insertBlock(block, chars)

    def _piece(self, cursor: QTextCursor, start: int, end: int) -> None:
        if start < end:
            self.map.add(cursor.position(), start, end)
            cursor.insertText(harmless(self._text[start:end]))


def _cost(words: str) -> int:
    """What a paragraph costs; letters for which several fonts are asked cost several of the others."""
    foreign = 0 if words.isascii() else len(words.encode("utf-8", "surrogatepass")) - len(words)
    return len(words) + 2 * max(0, foreign - len(words) // 20) + PARAGRAPH_COST
