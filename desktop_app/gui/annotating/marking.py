"""Highlights and notes of the open article: made at the selection, changed where they are, written in the margin."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.archive.noting import same_words
from desktop_app.gui.annotating.colours import last_colour, remember_colour
from desktop_app.gui.annotating.highlight_popup import HighlightPopup
from desktop_app.gui.annotating.highlights import NOTHING, Highlights
from desktop_app.gui.annotating.links import LinkOpener
from desktop_app.gui.annotating.margin import NoteMargin
from desktop_app.gui.annotating.note_writer import NoteWriter
from desktop_app.gui.annotating.selection_bar import SelectionBar
from desktop_app.gui.annotating.tag_field import TagField
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.panes.reader_names import ReaderNames
from desktop_app.gui.widgets.article_page import ArticlePage
from desktop_app.model.article import Article, Note

_COLOURS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Span = tuple[int, int]


class Marking(QObject):
    """The verbs of highlights and notes on a page."""

    quote_wanted = Signal()
    larger_wanted = Signal(object)  # Draft

    def __init__(self, desk: Desk, page: ArticlePage, names: ReaderNames) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._names = names
        self._pressed: tuple[int, QPoint] | None = None
        self._wish: tuple[int, int] | None = None  # an article, and the note in it that is to be shown
        writable = not desk.archive.read_only
        self.links = LinkOpener(desk, self)
        self.highlights = Highlights(page)
        self.writer = NoteWriter(desk, page)
        self.margin = NoteMargin(page, self.writer, writable=writable)
        self.bar = SelectionBar(page, writable=writable)
        self.popup = HighlightPopup(page)
        self.tags = TagField(desk, page)
        self._later = QTimer(self)  # a selection is told of with every letter that it takes in
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_bar)
        self._connect()
        page.installEventFilter(self)
        page.viewport().installEventFilter(self)

    def _connect(self) -> None:
        page, bar, popup, margin = self._page, self.bar, self.popup, self.margin
        page.selectionChanged.connect(self._later.start)
        page.scrolled.connect(self._follow)
        self._desk.mentions.current_changed.connect(self._on_name)
        bar.colour_chosen.connect(self.highlight)
        bar.note_wanted.connect(self.write)
        bar.everywhere_wanted.connect(self.highlight_everywhere)
        bar.quote_wanted.connect(self.quote_wanted)
        popup.recoloured.connect(self._recolour)
        popup.note_wanted.connect(self.edit)
        popup.tags_wanted.connect(self.tag)
        popup.everywhere_wanted.connect(self.spread)
        popup.remove_wanted.connect(self.remove)
        popup.shown.connect(self._on_popup)
        self.tags.toggled.connect(self._put_tag)
        self.tags.left.connect(lambda note: self.margin.focus_on(note.id))
        margin.edit_wanted.connect(self.edit)
        margin.remove_wanted.connect(self.remove)
        margin.tags_wanted.connect(self.tag)
        margin.put_back_wanted.connect(self.put_back)
        margin.link_opened.connect(self.links.open)
        self.links.note_wanted.connect(self.open_note)
        margin.focused.connect(lambda note: setattr(self.highlights, "current", note.id))
        self.writer.changed.connect(self._on_writing)
        self.writer.tags_wanted.connect(self._tag_when_there)
        self.writer.larger_wanted.connect(self.larger_wanted)

    # --- the article

    def show_article(self, article: Article | None) -> None:
        """The page shows this now; called again after each change of the article."""
        notes = article.notes if article is not None else ()
        self.highlights.show_notes(notes)
        self.writer.show_article(article)
        self.margin.show_notes(article)
        self.popup.refresh(notes)
        self.tags.refresh(notes)
        self._let_put_back()
        self._grant_wish()

    def open_note(self, article: int, note: int) -> None:
        """Open an article at one of its notes or highlights."""
        self._wish = (article, note)
        here = self._desk.article
        self._desk.read_article(article)
        if here is not None and here.id == article:
            self._grant_wish()

    def _grant_wish(self) -> None:
        article, wish = self._desk.article, self._wish
        if wish is None or article is None:
            return
        self._wish = None
        note = next((note for note in article.notes if note.id == wish[1]), None)
        if article.id == wish[0] and note is not None:
            self._bring(note)

    def _bring(self, note: Note) -> None:
        laid = self.highlights.lanes.find(note.id)
        if laid is not None:
            self._page.scroll_to(laid.start)
            self._put_caret(laid.start)
        if not self.margin.focus_on(note.id):
            self._page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.highlights.current = note.id

    def _put_caret(self, offset: int) -> None:
        caret = QTextCursor(self._page.document())
        caret.setPosition(self._page.position_of(offset))
        self._page.setTextCursor(caret)

    def step(self, step: int) -> None:
        """Go to the next highlight or note of the article, or the one before; Enter acts on it then."""
        article, lanes = self._desk.article, self.highlights.lanes
        if article is None:
            return
        here = lanes.find(self.highlights.current)
        if here is not None:
            at = lanes.all.index(here) + step
            found = lanes.all[at] if 0 <= at < len(lanes.all) else None
        else:
            top = self._page.first_visible()
            found = lanes.beside(top - 1 if step > 0 else top, step)
        if found is not None:
            self._bring(found.note)
        elif not lanes.all:
            self._desk.message.emit(tr("Nothing is highlighted or noted in this article."))
        else:
            self._desk.message.emit(tr("This is the last note.") if step > 0 else tr("This is the first note."))

    # --- verbs

    def _span(self) -> Span | None:
        span = self._page.selection()
        if span is None:
            self._desk.message.emit(tr("Select some words first."))
        return span

    def highlight(self, colour: int | None = None) -> None:
        """Highlight the selection in a colour, else in the one used last."""
        article, span = self._desk.article, self._span()
        if article is None or span is None:
            return
        colour = last_colour() if colour is None else colour
        remember_colour(colour)
        there = next((note for note in article.notes if (note.start, note.end) == span and not note.orphaned), None)
        if there is None:
            self._desk.edit(self._desk.archive.note, article.id, "", *span, colour)
        elif there.colour != colour:
            self._recolour(there, colour)
        else:
            self._desk.message.emit(tr("These words are highlighted already."))
        self._put_caret(span[0])

    def highlight_everywhere(self) -> None:
        """Highlight the selected words wherever they stand in the article."""
        article, span = self._desk.article, self._span()
        if article is not None and span is not None:
            self._desk.edit(self._desk.archive.note, article.id, "", *span, last_colour(), everywhere=True)
            self._put_caret(span[0])

    def spread(self, note: Note) -> None:
        """Highlight the words of a highlight wherever else they stand, in its colour and with its tags."""
        article, laid = self._desk.article, self.highlights.lanes.find(note.id)
        if article is None or laid is None:
            return
        archive, number, text, tags = self._desk.archive, article.id, article.text, [tag.name for tag in note.tags]
        taken = {(each.start, each.end) for each in self.highlights.lanes.all}
        others = [span for span in same_words(text, (laid.start, laid.end)) if span not in taken]
        if others:
            self._desk.edit(archive.note, number, "", *others[0], note.colour, tags=tags, everywhere=True)
        else:
            self._desk.message.emit(tr("These words stand nowhere else in the article, or are highlighted there."))

    def write(self) -> None:
        """Write a note on the selection, or on the whole article."""
        article = self._desk.article
        if article is not None:
            span = self._page.selection()
            self.writer.begin(article, None, span)
            if span is not None and self.writer.now is not None:
                self._put_caret(span[0])

    def _on_writing(self) -> None:
        now = self.writer.now
        self.highlights.begin(now.span if now is not None and now.note is None else None)
        if now is not None and now.note is not None:
            self.highlights.current = now.note.id

    def edit(self, note: Note) -> None:
        """Write a note that is there, or the first words to a highlight."""
        article = self._desk.article
        if article is not None:
            self.writer.begin(article, note)

    def remove(self, note: Note) -> None:
        """Remove a note or highlight; undo brings it back."""
        self._desk.edit(self._desk.archive.remove_note, note.id)

    def _recolour(self, note: Note, colour: int) -> None:
        remember_colour(colour)
        self._desk.edit(self._desk.archive.recolour_annotations, [note.id], colour)

    def put_back(self, note: Note) -> None:
        """Give a note that lost its place the selected words."""
        span = self._span()
        if span is not None:
            self._desk.edit(self._desk.archive.reanchor, note.id, *span)

    # --- tags

    def tag(self, note: Note) -> None:
        """Open the field for a note's tags, beside its card or its words."""
        card = self.margin.card_of(note.id)
        box = QRectF(card.geometry()) if card is not None and not card.isHidden() else self._box(note)
        self.tags.open(note)
        self.tags.place(box, above=False)
        self.tags.take_keyboard()

    def _tag_when_there(self, number: int) -> None:
        article = self._desk.article
        note = next((note for note in article.notes if note.id == number), None) if article is not None else None
        if note is not None:
            self.tag(note)
        elif article is not None:
            archive = self._desk.archive
            self._desk.jobs.read(
                self, lambda: archive.notes(article.id), partial(self._tag_new, article.id, number), key="new-note"
            )

    def _tag_new(self, article: int, number: int, notes: list[Note]) -> None:
        note = next((note for note in notes if note.id == number), None)
        if note is not None and self._desk.article is not None and self._desk.article.id == article:
            self.tag(note)

    def _put_tag(self, note: Note, name: str, on: bool) -> None:
        put, taken = ([name], []) if on else ([], [name])
        self._desk.edit(self._desk.archive.tag_annotations, [note.id], put, taken)

    # --- the bar and the popup

    def _show_bar(self) -> None:
        """At the selection, once the mouse has let go of it."""
        span = None if _dragging() else self._page.selection()
        self._let_put_back()
        if span is None or not self._page.isVisible():
            self.bar.hide()
            return
        self.popup.leave()
        self.bar.refresh()
        self._place_bar()

    def _place_bar(self) -> None:
        cursor = self._page.textCursor()
        first, last = QTextCursor(cursor), QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        last.setPosition(cursor.selectionEnd())
        box = QRectF(self._page.cursorRect(first)).united(QRectF(self._page.cursorRect(last)))
        height = self._page.viewport().height()
        if box.bottom() < 0 or box.top() > height:
            self.bar.hide()
            return
        upper, lower = max(0.0, box.top()), min(float(height), box.bottom())
        left = box.left() if box.height() < 2 * self._page.cursorRect(first).height() else self._page.column()[0]
        self.bar.place(QRectF(left, upper, 1, lower - upper), above=True)

    def _let_put_back(self) -> None:
        self.margin.let_put_back(self._page.selection() is not None)

    def open_popup(self, notes: list[Note], at: QPoint | None = None) -> None:
        """Offer what can be done with highlights that lie on one letter."""
        if not notes or self._desk.archive.read_only:
            return
        self.bar.hide()
        self.popup.open(notes)
        boxes = self.highlights.boxes(notes[0].id)
        box = next((box for box in boxes if at is not None and box.contains(at)), boxes[-1] if boxes else QRectF())
        if at is not None:
            box = QRectF(at.x() - 20, box.top(), 1, box.height())
        self.popup.place(box, above=False)
        self.popup.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_popup(self, note: int) -> None:
        self.highlights.current = note or self.highlights.current

    def _on_name(self, number: int) -> None:
        if number >= 0:
            self.highlights.current = NOTHING  # Enter means the name now

    def _box(self, note: Note) -> QRectF:
        boxes = self.highlights.boxes(note.id)
        return boxes[-1] if boxes else QRectF(self._page.column()[0], 40, 1, 1)

    def _follow(self) -> None:
        if not self.bar.isHidden():
            self._place_bar()
        note = self.popup.shown_note
        if note is not None:
            self.popup.place(self._box(note), above=False)

    # --- keys and mouse on the page

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self._page:
            if event.type() == QEvent.Type.ShortcutOverride and self._colour_of(event) is not None:
                event.accept()
                return True
            return event.type() == QEvent.Type.KeyPress and self._key(event)
        if isinstance(event, QMouseEvent) and watched is self._page.viewport():
            self._mouse(event)
        return False

    def _colour_of(self, event: QKeyEvent) -> int | None:
        """The colour that a digit means while words are selected."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or event.key() not in _COLOURS or not self._page.textCursor().hasSelection():
            return None
        return _COLOURS.index(Qt.Key(event.key()))

    def _key(self, event: QKeyEvent) -> bool:
        colour = self._colour_of(event)
        if colour is not None:
            self.highlight(colour)
            return True
        laid = self.highlights.lanes.find(self.highlights.current)
        if event.key() in _ENTER and laid is not None and not self._page.textCursor().hasSelection():
            self.open_popup([laid.note, *(note for note in self.highlights.lanes.at(laid.start) if note != laid.note)])
            return True
        if event.key() == Qt.Key.Key_Escape and self.highlights.current:
            self.highlights.current = NOTHING
            return True
        return False

    def _mouse(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonPress:
            # A click that lets go of selected words is not meant for the highlight below it.
            free = left and not self._page.textCursor().hasSelection()
            here = self.highlights.at(point) if free and self._names.lines.at(point) < 0 else []
            self._pressed = (here[0].id, point) if here else None
            self.highlights.current = NOTHING
        elif event.type() == QEvent.Type.MouseButtonRelease and left:
            pressed, self._pressed = self._pressed, None
            self._later.start()
            still = pressed is not None and (point - pressed[1]).manhattanLength() < QApplication.startDragDistance()
            notes = self.highlights.at(point) if still else []
            if pressed is not None and any(note.id == pressed[0] for note in notes):
                # After the page has dealt with the click, which takes the keyboard.
                QTimer.singleShot(0, self, lambda: self.open_popup(notes, point))

    # --- the menu

    def add_to(self, menu: QMenu, point: QPoint, span: Span | None) -> None:
        """What can be done with the selection and with the notes under a point of the page."""
        if self._desk.archive.read_only:
            return
        if span is not None:
            menu.addAction(tr("Highlight"), self.highlight)
            menu.addAction(tr("Highlight everywhere"), self.highlight_everywhere)
            menu.addAction(tr("Note on the selection"), self.write)
        else:
            menu.addAction(tr("Note on the article"), self.write)
        for note in self.highlights.at(point):
            menu.addSeparator()
            menu.addAction(tr("Edit note") if note.body else tr("Write a note"), partial(self.edit, note))
            menu.addAction(tr("Tags of the note …"), partial(self.tag, note))
            menu.addAction(tr("Highlight these words everywhere"), partial(self.spread, note))
            menu.addAction(tr("Remove note") if note.body else tr("Remove highlight"), partial(self.remove, note))


def _dragging() -> bool:
    return bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton)
