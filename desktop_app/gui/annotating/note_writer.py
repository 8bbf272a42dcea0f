"""Writing a note in its place: what is typed is kept every second, and becomes the note when it is left.

A note is left by Esc, by opening another article, by writing another note and by closing the window. If the archive
refuses it, the words stand there again.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from desktop_app.archive.archive import Archive
from desktop_app.gui.annotating.colours import last_colour, remember_colour
from desktop_app.gui.annotating.note_edit import NoteEdit
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.widgets.article_page import ArticlePage
from desktop_app.model.anchors import anchor_at, place
from desktop_app.model.article import Article, Note
from desktop_app.model.changes import Changes
from desktop_app.model.drafts import Draft
from desktop_app.model.errors import LesesaalError, NotFoundError

KEPT_MS = 1000
Span = tuple[int, int]
Then = Callable[[int], None]  # takes the number of the note


@dataclass
class Writing:
    """What is being written: a note that is there, or a new one on a span or on the whole article."""

    article: int
    text: str  # in which the span counts
    note: Note | None
    span: Span | None
    editor: NoteEdit
    drafted: bool = False

    @property
    def draft(self) -> Draft:
        """As it stands now."""
        number = self.note.id if self.note is not None else 0
        where, body, colour = _place(self.article), self.editor.body, self.editor.colour
        return Draft.on(where, body, self.text, self.span, note=number, colour=colour)

    @property
    def differs(self) -> bool:
        """Whether there is anything to keep."""
        if self.note is None:
            return bool(self.editor.body.strip())
        return self.editor.body.strip() != self.note.body or self.editor.colour != self.note.colour


class NoteWriter(QObject):
    """One note at a time."""

    changed = Signal()  # another note is being written, or none
    tags_wanted = Signal(int)  # the number of a note
    larger_wanted = Signal(object)  # Draft

    def __init__(self, desk: Desk, page: ArticlePage) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._now: Writing | None = None
        self._refused: dict[int, Draft] = {}  # by article
        self._asked: set[int] = set()  # articles whose drafts of earlier runs were asked for
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEPT_MS)
        self._keeping.timeout.connect(self._keep_draft)

    @property
    def now(self) -> Writing | None:
        """What is being written."""
        return self._now

    # --- beginning

    def begin(self, article: Article, note: Note | None = None, span: Span | None = None) -> None:
        """Write a note that is there, or a new one; one that is being written is kept first."""
        if self._desk.archive.read_only:
            self._desk.refused.emit(tr("This archive is open for reading only."))
            return
        now = self._now
        if now is not None and now.article == article.id and now.note == note and now.span == span:
            now.editor.setFocus()
            return
        self.finish()
        if note is not None:
            span = _span(note)
        colour = note.colour if note is not None else last_colour()
        editor = self._editor(note.body if note is not None else "", colour)
        self._open(Writing(article.id, article.text, note, span, editor))

    def _editor(self, body: str, colour: int) -> NoteEdit:
        editor = NoteEdit(self._desk, body, colour, self._page.viewport())
        editor.changed.connect(self._on_words)
        editor.left.connect(self._leave)
        editor.tags_wanted.connect(self._tag)
        editor.larger_wanted.connect(self.enlarge)
        return editor

    def _open(self, writing: Writing) -> None:
        self._now = writing
        self._page.window().installEventFilter(self)
        self.changed.emit()
        writing.editor.setFocus()

    def _begin_again(self, article: Article, draft: Draft) -> None:
        """With the words of a draft."""
        note = next((each for each in article.notes if each.id == draft.note), None)
        span = _span(note) if note is not None else draft.span_in(article.text)
        editor = self._editor(draft.body, draft.colour)
        self._open(Writing(article.id, article.text, note, span, editor, drafted=True))

    # --- what happens meanwhile

    def show_article(self, article: Article | None) -> None:
        """The desk shows this now; what was being written in another is kept."""
        now = self._now
        if now is not None and (article is None or article.id != now.article):
            self.finish()
        elif now is not None and article is not None:
            self._keep_up(now, article)
        if article is not None and self._now is None and not self._desk.archive.read_only:
            self._look_for_words(article)

    def _keep_up(self, now: Writing, article: Article) -> None:
        """The note may have been changed elsewhere, or be gone: then it is written anew. Its words may have moved."""
        if now.note is not None:
            now.note = next((note for note in article.notes if note.id == now.note.id), None)
        if article.text != now.text:
            if now.span is not None:
                now.span = place(anchor_at(now.text, *now.span), article.text, now.text)
                if now.span is None and now.note is None:
                    self._desk.message.emit(tr("These words are no longer in the text; the note is on the whole now."))
            now.text = article.text

    def _look_for_words(self, article: Article) -> None:
        refused = self._refused.pop(article.id, None)
        if refused is not None:
            self._begin_again(article, refused)
        elif article.id not in self._asked:
            self._asked.add(article.id)
            archive = self._desk.archive

            def show(draft: Draft | None) -> None:
                here = self._desk.article
                if draft is None or self._now is not None or here is None or here.id != article.id:
                    return
                self._begin_again(here, draft)
                self._desk.message.emit(tr("What you were writing when the program ended is here again."))

            self._desk.jobs.read(self, lambda: archive.left_draft(_place(article.id)), show, failed=self._desk.failed)

    def _on_words(self) -> None:
        if not self._keeping.isActive():
            self._keeping.start()

    def _keep_draft(self) -> None:
        now, archive = self._now, self._desk.archive
        if now is not None and now.differs:
            draft, now.drafted = now.draft, True
            self._desk.jobs.write(self, lambda: archive.keep_draft(draft), failed=lambda _error: None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.finish()
        return False

    # --- leaving

    def _leave(self) -> None:
        self.finish()
        self._page.setFocus()

    def _tag(self) -> None:
        if self._now is not None and self._now.note is None and not self._now.differs:
            self._desk.message.emit(tr("Write some words first; then the note can be tagged."))
        else:
            self.finish(self.tags_wanted.emit)

    def enlarge(self) -> None:
        """Go on in a window of its own."""
        if self._now is not None:
            draft = self._now.draft
            self._close()
            self.larger_wanted.emit(draft)

    def finish(self, then: Then | None = None) -> None:
        """Keep what was written, as one step; `then` gets the note's number."""
        now = self._now
        if now is None:
            return
        draft, note, differs = now.draft, now.note, now.differs
        self._close()
        archive, jobs = self._desk.archive, self._desk.jobs
        if differs:
            remember_colour(draft.colour)
            jobs.write(
                self,
                lambda: _kept(archive, now.article, note, draft, drafted=now.drafted),
                lambda changes: self._tell_kept(changes, note, then),
                failed=lambda error: self._bring_back(now.article, draft, error),
            )
            return
        if now.drafted:
            jobs.write(self, lambda: archive.drop_draft(draft.place), failed=lambda _error: None)
        if note is not None and then is not None:
            then(note.id)

    def _close(self) -> None:
        now, self._now = self._now, None
        self._keeping.stop()
        if now is not None:
            self._page.window().removeEventFilter(self)
            now.editor.hide()
            now.editor.deleteLater()
            self.changed.emit()

    def _tell_kept(self, changes: Changes, note: Note | None, then: Then | None) -> None:
        self._desk.tell_done(changes)
        if then is not None:
            then(note.id if note is not None else int(changes.result))

    def _bring_back(self, article: int, draft: Draft, error: BaseException) -> None:
        """The archive refused: no word is lost for that."""
        self._desk.failed(error)
        here = self._desk.article
        if here is not None and here.id == article and self._now is None:
            self._begin_again(here, draft)
        else:
            self._refused[article] = draft


def _span(note: Note) -> Span | None:
    """Where a note stands in the present text; the offsets of an orphan count in an older one."""
    placed = note.start is not None and note.end is not None and not note.orphaned
    return (note.start or 0, note.end or 0) if placed else None


def _place(article: int) -> str:
    return f"article:{article}"


def _kept(archive: Archive, article: int, note: Note | None, draft: Draft, *, drafted: bool) -> Changes:
    changes = _written(archive, article, note, draft)
    if drafted:
        with suppress(LesesaalError):  # the note is there; the draft would only be shown once more
            archive.drop_draft(draft.place)
    return changes


def _written(archive: Archive, article: int, note: Note | None, draft: Draft) -> Changes:
    """A note without words goes, unless it marks some."""
    body = draft.body.strip()
    if note is None:
        return _noted(archive, article, draft)
    try:
        if not body and note.start is None:
            return archive.remove_note(note.id)
        return archive.change_note(note.id, body, draft.colour)
    except NotFoundError:  # it was taken back meanwhile
        return _noted(archive, article, draft)


def _noted(archive: Archive, article: int, draft: Draft) -> Changes:
    """On its words, wherever they are by now; the page may not show the present text yet."""
    start, end = draft.span_in(archive.text_of(article)) or (None, None)
    return archive.note(article, draft.body.strip(), start, end, draft.colour)
