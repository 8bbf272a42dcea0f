"""Notes as cards: beside the text where there is room, below it where there is not."""

import datetime as dt
import re

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from desktop_app.gui import theme
from desktop_app.gui import type_setting as setting
from desktop_app.gui.dates import format_date
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.page_text import harmless
from desktop_app.gui.widgets.article_page import LEFT, TOP, ArticlePage
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.article import Article, Note

CARD, GAP, EDGE = 178, 28, 20
NARROWEST = 380  # a column narrower than this leaves no room for a margin
_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BETWEEN = 12
_SHOWN = 420  # code points of a note on its card; the editor shows the rest
_BREAKS = re.compile(r"(?<=\S)([/._=&?-]|[^\s/._=&?-]{20})(?=\S)")  # where a web address may be broken


class NoteCard(QFrame):
    """One note. Enter or a click edits it, Delete removes it."""

    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    focused = Signal(object)

    def __init__(self, note: Note, parent: ArticlePage) -> None:
        super().__init__(parent.viewport())
        self.note = note
        self.setObjectName("note_card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Note: {words}", words=note.body[:200]))
        self.setAccessibleDescription(tr("Enter edits the note, Delete removes it."))
        body = harmless(note.body[:_SHOWN]).replace("\u2028", "\n")
        if len(note.body) > _SHOWN:
            body = body.rstrip() + " …"
        self._body = QLabel(_BREAKS.sub("\\1\u200b", body), self)
        self._when = QLabel(when(note.changed), self)
        for label in (self._body, self._when):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._body.setFont(theme.font("snippet"))
        self._when.setFont(theme.font("meta"))
        self._when.setStyleSheet(f"color: {theme.current().muted.name()}")
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 9, 12, 9)
        layout.setSpacing(4)
        layout.addWidget(self._body)
        layout.addWidget(self._when)

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
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.edit_wanted.emit(self.note)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)

    def event(self, event: QEvent) -> bool:
        # Delete here means the note, not the article.
        return keeps(event, *_KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit(self.note)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit(self.note)
        else:
            super().keyPressEvent(event)


class NoteMargin(QObject):
    """Keeps the cards beside the words they are about, one below the other."""

    edit_wanted = Signal(object)  # Note
    remove_wanted = Signal(object)  # Note

    def __init__(self, page: ArticlePage) -> None:
        super().__init__(page)
        self._page = page
        self.cards: list[NoteCard] = []
        self._tops: list[int] = []  # in the document, aligned with the cards
        self._heading = QLabel(page.viewport())
        self._heading.setObjectName("note_heading")
        self._heading.hide()
        self._heading_top = 0
        self._later = QTimer(self)  # layout is asked for in bursts while a text is set or a pane is dragged
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.arrange)
        page.laid_out.connect(self._later.start)
        page.scrolled.connect(self._follow)

    def show_notes(self, article: Article | None) -> None:
        """Make cards for the notes that have words; a bare highlight needs none."""
        focused = next((card.note.id for card in self.cards if card.hasFocus()), None)
        for card in self.cards:
            card.hide()
            card.deleteLater()
        notes = [note for note in article.notes if note.body or note.start is None] if article else []
        notes.sort(key=lambda note: (note.start is not None, note.start or 0, note.id))
        self.cards = [NoteCard(note, self._page) for note in notes]
        for card in self.cards:
            card.edit_wanted.connect(self.edit_wanted)
            card.remove_wanted.connect(self.remove_wanted)
            card.focused.connect(self._bring)
            if card.note.id == focused:
                card.setFocus()
        self._heading.setFont(theme.font("meta"))
        self._heading.setStyleSheet(f"color: {theme.current().muted.name()}")
        self.arrange()

    @property
    def beside(self) -> bool:
        """Whether there is room beside the text."""
        return self._page.viewport().width() >= LEFT + NARROWEST + GAP + CARD + EDGE

    def arrange(self) -> None:
        """Place every card, after the notes or the layout changed."""
        self._later.stop()
        if not self.cards:
            self._heading.hide()
            self._page.set_margin(0, 0)
        elif self.beside:
            self._page.set_margin(GAP + CARD + EDGE, self._page.below)
            self._place_beside()
        else:
            self._page.set_margin(0, self._page.below)
            self._place_below()
        self._follow()

    def _place_beside(self) -> None:
        whole = sum(card.note.start is None for card in self.cards)
        self._show_heading(trn("%n note(s) on this article", whole) if whole > 1 else "", TOP)
        at = TOP + (self._heading.sizeHint().height() + 6 if whole > 1 else 0)
        self._tops = []
        for card in self.cards:
            wanted = TOP if card.note.start is None else self._page.top_of(card.note.start)
            at = max(at, wanted)
            at = self._put(card, at, CARD)
        self._page.set_margin(GAP + CARD + EDGE, max(0, at - self._page.text_bottom() - 20))

    def _place_below(self) -> None:
        left, right = self._page.column()
        start = self._page.text_bottom() + 20
        self._show_heading(trn("%n note(s)", len(self.cards)), start)
        at = start + self._heading.sizeHint().height() + 8
        self._tops = []
        for card in self.cards:
            at = self._put(card, at, right - left)
        self._page.set_margin(0, at - start + 12)

    def _show_heading(self, text: str, top: int) -> None:
        self._heading.setText(text)
        self._heading.setVisible(bool(text))
        self._heading.adjustSize()
        self._heading_top = top

    def _put(self, card: NoteCard, top: int, width: int) -> int:
        """Size a card and note its place; returns where the next may begin."""
        card.resize(width, card.height_for(width))
        self._tops.append(top)
        return top + card.height() + _BETWEEN

    def _bring(self, card: NoteCard) -> None:
        """Scroll until a card that took the keyboard is seen."""
        bar, height = self._page.verticalScrollBar(), self._page.viewport().height()
        if card in self.cards and not (card.y() >= 0 and card.geometry().bottom() < height):
            bar.setValue(self._tops[self.cards.index(card)] - height // 3)

    def _follow(self) -> None:
        """Move the cards with the text."""
        scrolled = self._page.verticalScrollBar().value()
        left, right = self._page.column()
        x = right + GAP if self.beside else left
        self._heading.move(x, self._heading_top - scrolled)
        for card, top in zip(self.cards, self._tops, strict=False):
            card.move(x, top - scrolled)
            card.show()


def when(stamp: str) -> str:
    """A time in UTC as a reader says it: "today", "yesterday", or the date."""
    try:
        day = dt.datetime.fromisoformat(stamp).astimezone().date()
    except ValueError:
        return ""
    ago = (dt.datetime.now().astimezone().date() - day).days
    if ago == 0:
        return tr("today")
    return tr("yesterday") if ago == 1 else format_date(day.isoformat())
