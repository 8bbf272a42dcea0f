"""A note as a card: its words as type, its tags, when it was written; one that lost its place says so."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui import type_setting as setting
from desktop_app.gui.annotating.rich_note import as_html
from desktop_app.gui.dates import when
from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import one_line
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.article import Note, TagLabel
from desktop_app.model.links import without_links

SHOWN = 420  # code points of a note on its card; writing shows the rest
_QUOTED = 140
_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DOT = 7


class NoteFoot(QWidget):
    """A note's tags, each with its dot, and when it was changed; in as many lines as they need."""

    def __init__(self, tags: tuple[TagLabel, ...], stamp: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note_foot")
        self.tags = tags
        self._day = when(stamp)
        names = [one_line(tag.name) for tag in tags]
        self.setAccessibleName(", ".join([*names, self._day]))
        self.setToolTip("\n".join(names))
        self.setMinimumHeight(14)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._run(None, width)

    def sizeHint(self) -> QSize:
        return QSize(80, self.heightForWidth(max(80, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._run(painter, self.width())

    def _run(self, painter: QPainter | None, width: int) -> int:
        """Set the parts from left to right; returns the height. Without a painter it is only measured."""
        font = theme.font("meta")
        metrics = QFontMetrics(font)
        height = metrics.height() + 1
        x = y = 0
        parts: list[tuple[str, int | None]] = [(one_line(tag.name.rpartition("/")[2]), tag.colour) for tag in self.tags]
        parts.append((self._day, None))
        for number, (text, colour) in enumerate(parts):
            dot = 0 if colour is None else _DOT + 5
            gap = "" if number == 0 or x == 0 else " · "
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(20, width - dot))
            wide = dot + metrics.horizontalAdvance(text)
            if x and x + metrics.horizontalAdvance(gap) + wide > width:
                x, y, gap = 0, y + height, ""
            if painter is not None:
                painter.setFont(font)
                painter.setPen(theme.current().muted)
                left = x + metrics.horizontalAdvance(gap)
                painter.drawText(QPointF(x, y + metrics.ascent()), gap)
                painter.drawText(QPointF(left + dot, y + metrics.ascent()), text)
                if colour is not None:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(theme.tag_colour(colour))
                    painter.drawEllipse(QRectF(left, y + (height - _DOT) / 2, _DOT, _DOT))
            x += metrics.horizontalAdvance(gap) + wide
        return y + height


class NoteCard(QFrame):
    """One note. Enter or a click writes it, # tags it, Delete removes it; links open on click and by Tab and Enter."""

    edit_wanted = Signal(object)  # Note
    remove_wanted = Signal(object)
    tags_wanted = Signal(object)
    put_back_wanted = Signal(object)
    link_opened = Signal(str)  # such as "article:12"
    focused = Signal(object)  # the card

    def __init__(self, note: Note, parent: QWidget, *, writable: bool = True) -> None:
        super().__init__(parent)
        self.note = note
        self._writable = writable
        self.setObjectName("note_card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = without_links(note.body[:200]) or one_line(note.quote[:200])
        name = tr("Note that lost its place: {words}") if note.orphaned else tr("Note: {words}")
        self.setAccessibleName(name.format(words=words))
        if writable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAccessibleDescription(tr("Enter edits the note, # changes its tags, Delete removes it."))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 9, 12, 9)
        self._column.setSpacing(4)
        self.put_back: QPushButton | None = None
        if note.orphaned:
            self._add_quote()
        self.body = QLabel(self)
        self.body.setObjectName("note_words")
        self.body.setAccessibleName(tr("Words of the note"))
        self.body.setTextFormat(Qt.TextFormat.RichText)
        self.body.setText(as_html(note.body, SHOWN))
        self.body.setWordWrap(True)
        self.body.setFont(theme.font("snippet"))
        self.body.setVisible(bool(note.body))
        if "<a " in self.body.text():
            reach = Qt.TextInteractionFlag
            self.body.setTextInteractionFlags(reach.LinksAccessibleByMouse | reach.LinksAccessibleByKeyboard)
            self.body.linkActivated.connect(self.link_opened)
        self.foot = NoteFoot(note.tags, note.changed, self)
        self._column.addWidget(self.body)
        self._column.addWidget(self.foot)
        if note.orphaned and writable:
            self._add_put_back()

    def _add_quote(self) -> None:
        head = QLabel(tr("No longer in the text"), self)
        head.setFont(theme.font("label"))
        head.setStyleSheet(f"color: {theme.current().warning.name()}")
        head.setWordWrap(True)
        quote = " ".join(self.note.quote.split())
        quote = quote if len(quote) <= _QUOTED else quote[:_QUOTED].rstrip() + " …"
        words = QLabel(tr("“{words}”", words=one_line(quote)), self)
        words.setObjectName("note_quote")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setProperty("muted", True)
        words.setFont(theme.font("snippet"))
        self._column.addWidget(head)
        self._column.addWidget(words)

    def _add_put_back(self) -> None:
        button = self.put_back = QPushButton(tr("Put back"), self)
        button.setObjectName("put_back")
        button.setStyleSheet("QPushButton { padding: 3px 10px }")
        button.setFont(theme.font("meta"))
        button.setAccessibleName(tr("Put the note back at the selected words"))
        button.setToolTip(tr("Select the words in the text, then put the note back there"))
        button.clicked.connect(lambda: self.put_back_wanted.emit(self.note))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def height_for(self, width: int) -> int:
        """How high the card is at a width."""
        return max(36, self._column.totalHeightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(palette.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(palette.note)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 6, 6)
        painter.fillRect(QRectF(0, 0, 3, self.height()), setting.note_bar(self.note.colour))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._writable and event.button() == Qt.MouseButton.LeftButton and inside:
            self.edit_wanted.emit(self.note)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)

    def event(self, event: QEvent) -> bool:
        # Delete here means the note, not the article.
        return keeps(event, *_KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._writable:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit(self.note)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit(self.note)
        elif event.text() == "#":
            self.tags_wanted.emit(self.note)
        else:
            super().keyPressEvent(event)
