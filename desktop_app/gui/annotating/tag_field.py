"""Tags of a highlight or note: written or chosen from those there are, put on and taken off at once."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.gui.annotating.sheet import Sheet
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import one_line
from desktop_app.gui.widgets.article_page import ArticlePage
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.article import Note
from desktop_app.model.listing import FacetCount

_ROWS, _ROW, _WIDTH = 8, 24, 232
_NAME = Qt.ItemDataRole.UserRole


class TagField(Sheet):
    """A line and the tags that begin so. Enter puts one on or takes it off, Esc leaves."""

    toggled = Signal(object, str, bool)  # Note, the tag's name, whether it is put on
    left = Signal(object)  # Note

    def __init__(self, desk: Desk, page: ArticlePage) -> None:
        super().__init__("note_tags", page)
        self._desk = desk
        self._note: Note | None = None
        self._known: list[FacetCount] = []
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(tr("Tags of the note"))
        self.words = QLineEdit(self)
        self.words.setObjectName("note_tag_words")
        self.words.setAccessibleName(tr("Tag"))
        self.words.setPlaceholderText(tr("Tag, old or new"))
        self.words.setMaxLength(200)
        self.list = QListWidget(self)
        self.list.setObjectName("note_tag_list")
        self.list.setAccessibleName(tr("Tags"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setStyleSheet("QListWidget { background: transparent; border: 0 }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda item: self._toggle(item.data(_NAME)))
        self.words.textChanged.connect(lambda _text: self._fill())
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.list)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def open(self, note: Note) -> None:
        """Ask for the tags of a note; `place` shows the field."""
        self._note = note
        self.words.clear()
        self._fill()
        archive = self._desk.archive
        self._desk.jobs.read(self, archive.tags, self._show, key="note-tags", failed=self._desk.failed)

    def take_keyboard(self) -> None:
        """The reader writes now."""
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    def refresh(self, notes: Sequence[Note]) -> None:
        """The article's notes are these now."""
        if self._note is None or self.isHidden():
            return
        self._note = next((note for note in notes if note.id == self._note.id), None)
        if self._note is None:
            self.leave()
        else:
            self._fill()

    def _show(self, known: list[FacetCount]) -> None:
        self._known = known
        self._fill()

    def _fill(self) -> None:
        """Those that it carries first, then those that contain what is written."""
        carried = {tag.name for tag in self._note.tags} if self._note else set()
        sought = self.words.text().strip().casefold()
        names = sorted(carried, key=str.casefold) + [tag.value for tag in self._known if tag.value not in carried]
        names = [name for name in names if sought in name.casefold()]
        names.sort(key=lambda name: not name.casefold().rpartition("/")[2].startswith(sought))
        self.list.clear()
        for name in names[:100]:
            self._add(one_line(name), name, on=name in carried)
        typed = self.words.text().strip()
        if typed and sought not in {name.casefold() for name in names}:
            self._add(tr("New tag “{name}”", name=one_line(typed)), typed, on=None)
        self.list.setVisible(self.list.count() > 0)
        self.list.setFixedHeight(min(_ROWS, max(1, self.list.count())) * _ROW + 8)
        if self.list.count():
            self.list.setCurrentRow(0 if typed else -1)
        self.place_again()

    def _add(self, text: str, name: str, *, on: bool | None) -> None:
        item = QListWidgetItem(text)
        item.setData(_NAME, name)
        item.setSizeHint(QSize(0, _ROW))
        if on is not None:
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.list.addItem(item)

    def _toggle(self, name: str) -> None:
        if self._note is not None and name:
            carried = {tag.name for tag in self._note.tags}
            self.toggled.emit(self._note, name, name not in carried)
            self.words.clear()

    def leave(self) -> None:
        """Close; the keyboard goes back to where it came from."""
        if self.isHidden():
            return
        note, self._note = self._note, None
        here = self.isAncestorOf(QApplication.focusWidget() or self._page)
        self.hide()
        if here:
            self._page.setFocus()
            if note is not None:
                self.left.emit(note)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self.isAncestorOf(new):
            self.leave()

    # --- keys

    def event(self, event: QEvent) -> bool:
        return keeps(event, Qt.Key.Key_Escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item is not None:
                self._toggle(item.data(_NAME))
            elif not self.words.text().strip():
                self.leave()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.list.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
        else:
            super().keyPressEvent(event)
