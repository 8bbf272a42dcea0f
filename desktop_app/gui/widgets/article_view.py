"""The list of articles: a million rows, a selection that stays with its articles."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDrag,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.gui import theme
from desktop_app.gui.delegates.article_delegate import ArticleDelegate
from desktop_app.gui.desk import Desk
from desktop_app.gui.dossiers.ordered_rows import OrderedRows, mime_of
from desktop_app.gui.families.fold_control import FoldControl
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.models.article_list import ArticleListModel, as_line
from desktop_app.model.article import Article, ArticleRow
from desktop_app.model.listing import Listing

MENU = (
    *("star", "toggle_read", "edit_tags", "dossier", "note", ""),
    *("second_window", "more_like_this", "article_history", "export", "", "trash", "restore"),
)
DRAGGED_AT_MOST = 100_000
COPIED_AT_MOST = 10_000

_SHIFT = Qt.KeyboardModifier.ShiftModifier
Flag = QItemSelectionModel.SelectionFlag


class ArticleView(OrderedRows):
    """Rows of the desk's listing; what is selected here is on the desk."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.collected, parent)
        self.setObjectName("article_list")
        self.setAccessibleName(tr("Articles"))
        self.setDragEnabled(True)
        self._desk = desk
        self.articles = ArticleListModel(desk, self)
        self.delegate = ArticleDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setModel(self.articles)
        self._query: tuple[object, ...] | None = None
        self._selected = array("q")  # ids, in the listing's order
        self._current: int | None = None
        self._quiet = False  # while the selection is only being put back
        self._searching = False
        self._entering = False  # the reader waits for the hits with the keyboard in the list
        self._telling = QTimer(self)  # a drag over many rows is told once
        self._telling.setSingleShot(True)
        self._telling.setInterval(0)
        self._telling.timeout.connect(self._tell)
        self.selectionModel().selectionChanged.connect(self._note_selection)
        self.selectionModel().currentChanged.connect(self._note_selection)
        desk.listing_changed.connect(self._on_listing)
        desk.article_changed.connect(self._on_article)
        desk.goto_row.connect(self.go_to)
        desk.searching_changed.connect(self._on_searching)
        desk.collected.dossier_changed.connect(self.viewport().update)
        desk.collected.screening_changed.connect(self.viewport().update)
        FoldControl(desk, self)
        theme.notifier().changed.connect(self._on_theme)

    # --- the listing changes

    def _on_listing(self, listing: Listing | None) -> None:
        """Show it with the same articles selected; a new question starts at the top."""
        if self._telling.isActive():
            self._tell()
        identity = None if listing is None else (listing.query, listing.sort, self._desk.view)
        same_question = identity == self._query
        self._query = identity
        offset = self.verticalScrollBar().value()
        anchor, shift = self._anchor()
        before = self.articles.row_of(self._selected[0] if self._selected else None)
        wanted = self._selected or self._open_article()
        self._quiet = True
        self.articles.set_listing(listing)
        self.executeDelayedItemsLayout()
        kept = self._select_articles(wanted, self._current)
        self._quiet = False
        if not same_question:
            self.scrollToTop()
        elif (row := self.articles.row_of(anchor)) >= 0:
            self.verticalScrollBar().setValue(row * self.row_height() + shift)
        else:
            self.verticalScrollBar().setValue(offset)
        if kept < len(self._selected):
            self._after_loss(before if same_question else -1, kept)
        elif kept > len(self._selected):  # the open article is listed again
            self._telling.start()
        if self._entering:
            self._entering = False
            self._begin()

    def _on_searching(self, busy: bool) -> None:
        self._searching = busy

    def _open_article(self) -> "array[int]":
        article = self._desk.article
        return array("q", [article.id] if article is not None else [])

    def _anchor(self) -> tuple[int | None, int]:
        """The article that stays where it is on the screen, and how far above the edge it begins."""
        rows = self.visible_rows()
        if not rows:
            return None, 0
        return self.articles.ids[rows[0]], self.verticalOffset() - rows[0] * self.row_height()

    def _after_loss(self, row: int, kept: int) -> None:
        """Articles left the selection. Where all did by an edit, the next one is at hand for the keyboard."""
        if not kept and row >= 0 and self.articles.rowCount():
            index = self.articles.index(min(row, self.articles.rowCount() - 1))
            # Reading an unread article takes it out of that view: going on to the next by itself would
            # mark the whole list as read, one by one.
            leave_open = self._desk.view == "unread"
            self.setCurrentIndex(index)
            if not leave_open:
                return
            self.selectionModel().clearSelection()
            self._desk.gap = index.row()
        self._selected = self.selected_ids()
        self._desk.select(self._selected.tolist(), None)

    def _select_articles(self, articles: Sequence[int], current: int | None) -> int:
        """Select these; returns how many of them are listed."""
        selection, found = QItemSelection(), 0
        for first, last in self.articles.runs_of(articles):
            selection.select(self.articles.index(first), self.articles.index(last))
            found += last - first + 1
        self.selectionModel().select(selection, Flag.ClearAndSelect)
        row = self.articles.row_of(current)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self.articles.index(row), Flag.NoUpdate)
        return found

    # --- the selection changes

    def selected_ids(self) -> "array[int]":
        """The ids of the selected articles, in the listing's order."""
        ids = array("q")
        ranges = sorted((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())
        for top, bottom in ranges:
            ids.extend(self.articles.ids[top : bottom + 1])
        return ids

    def _note_selection(self) -> None:
        if not self._quiet:
            self._telling.start()

    def _tell(self) -> None:
        self._selected = self.selected_ids()
        index = self.currentIndex()
        self._current = self.articles.ids[index.row()] if index.isValid() else None
        is_selected = index.isValid() and self.selectionModel().isSelected(index)
        self._desk.select(self._selected.tolist(), self._current if is_selected else None)

    def _on_article(self, article: Article | None) -> None:
        """Another pane has opened an article: select it here if it is listed, so that verbs mean what is read."""
        if article is None or article.id == self._current or self._telling.isActive():
            return
        row = self.articles.row_of(article.id)
        if row < 0 and not self._selected:
            return
        self._quiet = True
        if row >= 0:
            self.select_row(row)
        else:
            self.selectionModel().clearSelection()
        self._quiet = False
        self._selected = array("q", [article.id] if row >= 0 else [])
        self._current = article.id if row >= 0 else None
        self._desk.select(self._selected.tolist())

    def go_to(self, row: int) -> None:
        """Select one row and show it; rows beyond the ends are the first and the last."""
        if last := self.articles.rowCount():
            self.select_row(min(max(0, row), last - 1))

    def enter(self) -> None:
        """Take the keyboard; with nothing selected, begin at the first row of what is being searched."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._searching:
            self._entering = True
        else:
            self._begin()

    def _begin(self) -> None:
        if not self.selectionModel().hasSelection():
            self.go_to(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As in every list; with nothing selected, Down begins at the row where the keyboard is."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        unselected = plain and not self.selectionModel().hasSelection()
        if plain and event.key() in (Qt.Key.Key_J, Qt.Key.Key_K):
            self._desk.next_article(1 if event.key() == Qt.Key.Key_J else -1)
        elif unselected and event.key() == Qt.Key.Key_Down:
            self.go_to(self.currentIndex().row())
        elif unselected and event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & _SHIFT:
            self._open_beside()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_lines()
        elif plain and event.key() == Qt.Key.Key_Space:
            event.ignore()  # pages the reader
        else:
            super().keyPressEvent(event)

    def copy_lines(self) -> None:
        """Put the selected articles on the clipboard, a line each: title, paper, date."""
        archive, ids = self._desk.archive, self._selected[:COPIED_AT_MOST].tolist()

        def put(rows: list[ArticleRow]) -> None:
            QGuiApplication.clipboard().setText("\n".join(map(as_line, rows)))
            self._desk.message.emit(trn("%n article(s) copied", len(rows)))

        if ids:
            self._desk.jobs.read(self, lambda: archive.rows(ids), put, key="copy")

    def _open_beside(self) -> None:
        action = self.window().findChild(QAction, "action_second_window")
        if isinstance(action, QAction):
            action.trigger()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The window's own actions for articles."""
        if not self.selectionModel().hasSelection():
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        here = self.visualRect(self.currentIndex()).center()
        self.actions_menu().popup(self.viewport().mapToGlobal(here) if by_key else event.globalPos())

    def actions_menu(self) -> QMenu:
        """A menu of what can be done with the selected articles; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in MENU:
            action = self.window().findChild(QAction, f"action_{name}") if name else menu.addSeparator()
            if isinstance(action, QAction):
                menu.addAction(action)
        return menu

    # --- dragging articles onto a tag

    def startDrag(self, actions: Qt.DropAction) -> None:
        ids = array("q", self._desk.targets()[:DRAGGED_AT_MOST])
        if not self._selected:
            return
        drag = QDrag(self)
        drag.setMimeData(mime_of(ids))
        drag.setPixmap(self._drag_picture(len(ids)))
        drag.setHotSpot(QPoint(-12, -8))
        drag.exec(Qt.DropAction.CopyAction)

    def _drag_picture(self, count: int) -> QPixmap:
        text = trn("%n article(s)", count)
        font = theme.font("small")
        metrics = QFontMetrics(font)
        ratio = self.devicePixelRatioF()
        width, height = metrics.horizontalAdvance(text) + 20, metrics.height() + 8
        picture = QPixmap(int(width * ratio), int(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().accent)
        painter.drawRoundedRect(0, 0, width, height, 4, 4)
        painter.setFont(font)
        painter.setPen(theme.current().page)
        painter.drawText(0, 0, width, height, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return picture

    def _on_theme(self) -> None:
        self.delegate.refresh()
        self.row_height_changed()
