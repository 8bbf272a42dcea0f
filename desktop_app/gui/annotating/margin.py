"""Notes as cards: beside the text where there is room, below it where there is not.

Cards are made when they come near what is seen: an article may carry thousands of notes.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel

from desktop_app.gui import theme
from desktop_app.gui.annotating.card import SHOWN, NoteCard
from desktop_app.gui.annotating.note_edit import NoteEdit
from desktop_app.gui.annotating.note_writer import NoteWriter
from desktop_app.gui.i18n import trn
from desktop_app.gui.widgets.article_page import LEFT, TOP, ArticlePage
from desktop_app.model.article import Article, Note

CARD, GAP, EDGE = 178, 28, 20
WIDEST = 250  # of a card, where the window has room to spare
NARROWEST = 380  # a column narrower than this leaves no room for a margin
_BETWEEN = 12
_LINE, _LETTER, _FRAME = 16, 8, 38  # pixels, to guess how high a card will be
_AHEAD_MS, _AT_ONCE = 40, 6
_FEW, _EVERYWHERE = 80, 10_000  # of so many notes all have cards; screens
_WHOLE = -1  # where a note on the whole article stands in the order


@dataclass(slots=True)
class _Slot:
    """The place of one note. Its card is made when it comes near what is seen."""

    note: Note | None  # None for a new one that is being written
    start: int  # code points; _WHOLE for none
    card: NoteCard | None = None
    edit: NoteEdit | None = None
    height: int = 0
    width: int = 0  # for which the height holds
    top: int | None = None  # in the document; None while its words are not set yet

    @property
    def widget(self) -> NoteCard | NoteEdit | None:
        return self.edit or self.card


class NoteMargin(QObject):
    """Keeps the cards beside the words they are about, one below the other."""

    edit_wanted = Signal(object)  # Note
    remove_wanted = Signal(object)
    tags_wanted = Signal(object)
    put_back_wanted = Signal(object)
    link_opened = Signal(str)
    focused = Signal(object)  # the note whose card took the keyboard

    def __init__(self, page: ArticlePage, writer: NoteWriter, *, writable: bool) -> None:
        super().__init__(page)
        self._page = page
        self._writer = writer
        self._writable = writable
        self._slots: list[_Slot] = []
        self._notes: tuple[Note, ...] = ()
        self._heading = QLabel(page.viewport())
        self._heading.setObjectName("note_heading")
        self._heading.setWordWrap(True)
        self._heading.hide()
        self._heading_top = 0
        self._dressed: object = None
        self._later = QTimer(self)  # layout is asked for in bursts while a text is set or a pane is dragged
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.arrange)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_AHEAD_MS)
        self._ahead.timeout.connect(self._make_ahead)
        page.laid_out.connect(self._later.start)
        page.scrolled.connect(self._follow)
        writer.changed.connect(self._on_writing)

    @property
    def cards(self) -> list[NoteCard]:
        """The cards that are made, from top to bottom."""
        return [slot.card for slot in self._slots if slot.card is not None and slot.edit is None]

    @property
    def heading(self) -> str:
        """What stands above the cards; "" for nothing."""
        return "" if self._heading.isHidden() else self._heading.text()

    def show_notes(self, article: Article | None) -> None:
        """Make room for the notes that have words; a bare highlight needs no card."""
        notes = [note for note in article.notes if note.body or note.start is None or note.orphaned] if article else []
        notes.sort(key=lambda note: (not note.orphaned, note.start is not None, note.start or 0, note.id))
        look = (theme.current(), theme.font("snippet").toString())
        kept = {slot.note: slot for slot in self._slots if slot.note is not None} if look == self._dressed else {}
        focused = next((slot.note.id for slot in self._slots if slot.note and slot.card and slot.card.hasFocus()), 0)
        self._dressed, self._notes = look, tuple(notes)
        before, self._slots = self._slots, [kept.get(note) or _Slot(note, _start(note)) for note in notes]
        for slot in before:
            if slot.card is not None and slot not in self._slots:
                slot.card.hide()
                slot.card.deleteLater()
        self._heading.setFont(theme.font("meta"))
        self._heading.setStyleSheet(f"color: {theme.current().muted.name()}")
        self._seat_writer()
        self.arrange()
        self.focus_on(focused)

    def focus_on(self, note: int) -> bool:
        """Give the keyboard to the card of a note; False where it has none."""
        card = self.card_of(note)
        if card is None or card.isHidden():
            return False
        card.setFocus()
        return True

    def card_of(self, note: int) -> NoteCard | None:
        """The card of a note, if it has one."""
        for slot in self._slots:
            if slot.note is not None and slot.note.id == note and slot.edit is None:
                self._make(slot, slot.note)
                self._follow()
                return slot.card
        return None

    def let_put_back(self, possible: bool) -> None:
        """Whether words are selected at which a note that lost its place can be put back."""
        for card in self.cards:
            if card.put_back is not None:
                card.put_back.setEnabled(possible)

    # --- the note that is being written

    def _on_writing(self) -> None:
        self._seat_writer()
        self.arrange()
        now = self._writer.now
        if now is not None:
            slot = next(slot for slot in self._slots if slot.edit is now.editor)
            self._show_slot(slot)

    def _seat_writer(self) -> None:
        """Put the editor in place of the card of its note, or in a place of its own."""
        now = self._writer.now
        self._slots = [slot for slot in self._slots if slot.note is not None]
        for slot in self._slots:
            slot.edit, slot.width = None, slot.width if slot.edit is None else 0
        if now is None:
            return
        number = now.note.id if now.note is not None else 0
        seats = [slot for slot in self._slots if slot.note is not None and slot.note.id == number]
        slot = seats[0] if seats else _Slot(None, now.span[0] if now.span is not None else _WHOLE)
        if not seats:
            at = sum(1 for each in self._slots if _orphaned(each) or each.start <= slot.start)
            self._slots.insert(at, slot)
        slot.edit = now.editor
        now.editor.grown.connect(self._later.start)
        if slot.card is not None:
            slot.card.hide()

    # --- places

    @property
    def beside(self) -> bool:
        """Whether there is room beside the text."""
        return self._page.viewport().width() >= LEFT + NARROWEST + GAP + CARD + EDGE

    def arrange(self) -> None:
        """Place every card, after the notes or the layout changed."""
        self._later.stop()
        if not self._slots:
            self._heading.hide()
            self._page.set_margin(0, 0)
        elif self.beside:
            self._page.set_margin(GAP + CARD + EDGE, self._page.below)
            self._place()
        else:
            self._page.set_margin(0, self._page.below)
            self._place()
        self._follow()

    def _card_width(self) -> int:
        left, right = self._page.column()
        if not self.beside:
            return right - left
        return max(CARD, min(WIDEST, self._page.viewport().width() - right - GAP - EDGE))

    def _place_beside(self) -> None:
        whole = sum(slot.start == _WHOLE and not _orphaned(slot) for slot in self._slots)
        lost = sum(_orphaned(slot) for slot in self._slots)
        headed = whole > 1 or (whole > 0 and lost > 0) or lost > 1
        self._show_heading(self._counted(whole, lost) if headed else "", TOP)
        at = TOP + (self._heading.height() + 6 if headed else 0)
        width, limit = self._card_width(), self._page.set_so_far()
        for slot in self._slots:
            placed = slot.start != _WHOLE and not _orphaned(slot)
            if placed and limit is not None and slot.start >= limit:
                slot.top = None  # the page sets its words when they come near
                continue
            at = max(at, self._page.top_of(slot.start) if placed else TOP)
            at = self._put(slot, at, width)
        self._page.set_margin(GAP + CARD + EDGE, max(0, at - self._page.text_bottom() - 20))

    def _counted(self, whole: int, lost: int) -> str:
        parts = [trn("%n note(s) lost their place", lost)] if lost else []
        return " · ".join([*parts, *([trn("%n note(s) on this article", whole)] if whole else [])])

    def _place_below(self) -> None:
        width = self._card_width()
        start = self._page.text_bottom() + 20
        listed = [slot for slot in self._slots if not _floats(slot)]
        self._show_heading(trn("%n note(s)", len(listed)) if listed else "", start)
        at = start + self._heading.height() + 8
        for slot in self._slots:
            if _floats(slot):
                # Written at its words: below the text it would be far from them.
                now = self._writer.now
                end = now.span[1] - 1 if now is not None and now.span is not None else slot.start
                self._put(slot, self._page.top_of(end) + 30, width)
            else:
                at = self._put(slot, at, width)
        self._page.set_margin(0, at - start + 12 if listed else 0)

    def _show_heading(self, text: str, top: int) -> None:
        self._heading.setText(text)
        self._heading.setVisible(bool(text))
        self._heading.resize(self._card_width(), self._heading.heightForWidth(self._card_width()))
        self._heading_top = top

    def _put(self, slot: _Slot, top: int, width: int) -> int:
        """Note a place, and how high the card is or may be; returns where the next may begin."""
        slot.top = top
        if slot.edit is not None:
            slot.height = slot.edit.height_for(width)
        elif slot.width != width:
            slot.height, slot.width = (
                _guessed(slot.note, width) if slot.card is None else slot.card.height_for(width),
                width,
            )
        return top + slot.height + _BETWEEN

    # --- what is seen

    def _make(self, slot: _Slot, note: Note) -> NoteCard:
        if slot.card is None:
            card = slot.card = NoteCard(note, self._page.viewport(), writable=self._writable)
            card.edit_wanted.connect(self.edit_wanted)
            card.remove_wanted.connect(self.remove_wanted)
            card.tags_wanted.connect(self.tags_wanted)
            card.put_back_wanted.connect(self.put_back_wanted)
            card.link_opened.connect(self.link_opened)
            card.focused.connect(self._on_focus)
            slot.width = 0
        return slot.card

    def _make_near(self, screens: int, at_most: int) -> tuple[bool, bool]:
        """Make cards up to `screens` away; whether one is of another height than was thought, and whether all are."""
        scrolled, height = self._page.verticalScrollBar().value(), self._page.viewport().height()
        top, bottom = scrolled - screens * height, scrolled + (1 + screens) * height
        width, other = self._card_width(), False
        for slot in self._slots:
            near = slot.top is not None and top < slot.top + slot.height and slot.top < bottom
            if near and slot.note is not None and slot.card is None and slot.edit is None:
                if not at_most:
                    return other, False
                at_most -= 1
                found, slot.width = self._make(slot, slot.note).height_for(width), width
                other = other or found != slot.height
                slot.height = found
        return other, True

    def _follow(self) -> None:
        """Move the cards with the text; those that are not seen yet are made a moment later."""
        for _ in range(3):  # each round may bring others near
            if not self._make_near(0, len(self._slots))[0]:
                break
            self._place()
        self._move()
        self._ahead.start()

    def _make_ahead(self) -> None:
        """A few at a time, so that nobody waits; of few notes all, so that the keyboard finds them."""
        other, all_made = self._make_near(_EVERYWHERE if len(self._slots) <= _FEW else 1, _AT_ONCE)
        if other:
            self._place()
        self._move()
        if not all_made:
            self._ahead.start()

    def _place(self) -> None:
        if self.beside:
            self._place_beside()
        else:
            self._place_below()

    def _move(self) -> None:
        scrolled = self._page.verticalScrollBar().value()
        left, right = self._page.column()
        x = right + GAP if self.beside else left
        width = self._card_width()
        self._heading.move(x, self._heading_top - scrolled)
        for slot in self._slots:
            widget = slot.widget
            if widget is None:
                continue
            if slot.top is None:
                widget.hide()
                continue
            widget.setGeometry(x, slot.top - scrolled, width, slot.height)
            widget.show()
            if slot.edit is not None:
                widget.raise_()

    def _on_focus(self, card: NoteCard) -> None:
        slot = next((slot for slot in self._slots if slot.card is card), None)
        if slot is not None:
            self._show_slot(slot)
            self.focused.emit(slot.note)

    def _show_slot(self, slot: _Slot) -> None:
        """Scroll until a card is seen."""
        bar, height = self._page.verticalScrollBar(), self._page.viewport().height()
        if slot.top is None:
            return
        if slot.top < bar.value() or slot.top + slot.height > bar.value() + height:
            bar.setValue(slot.top - height // 3)


def _start(note: Note) -> int:
    return _WHOLE if note.start is None else note.start


def _orphaned(slot: _Slot) -> bool:
    return slot.note is not None and slot.note.orphaned


def _floats(slot: _Slot) -> bool:
    """Whether an editor stands at its words though there is no margin."""
    return slot.edit is not None and slot.start != _WHOLE and not _orphaned(slot)


def _guessed(note: Note | None, width: int) -> int:
    """How high a card may be, before it is made."""
    letters = min(len(note.body), SHOWN) if note is not None else 0
    return _FRAME + _LINE * max(1, math.ceil(letters * _LETTER / max(60, width - 26)))
