"""Opening and closing the rows of families, by mouse and by key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.gui.models.article_list import ID_ROLE

if TYPE_CHECKING:
    from desktop_app.gui.desk import Desk
    from desktop_app.gui.widgets.article_view import ArticleView


class FoldControl(QObject):
    """Watches the list: a click on a family's chip opens or closes it, Right opens, Left closes."""

    def __init__(self, desk: "Desk", view: "ArticleView") -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        desk.listing_changed.connect(self._on_listing)  # after the list has taken it over

    def _on_listing(self) -> None:
        self._desk.folding.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and watched is self._view.viewport():
            return self._on_mouse(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._view:
            return self._on_key(event)
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        pressed = event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if not pressed or event.button() != Qt.MouseButton.LeftButton:
            return False
        article = self._chip_at(event.position().toPoint())
        fold = self._desk.folding.of(article) if article else None
        return fold is not None and self._desk.folding.unfold(article, not fold.unfolded)

    def _chip_at(self, point: QPoint) -> int:
        """The article whose chip is there; 0 where none is."""
        index = self._view.indexAt(point)
        if not index.isValid():
            return 0
        option = QStyleOptionViewItem()
        option.rect = self._view.visualRect(index)
        box = self._view.delegate.chip_box(option, index)
        return int(index.data(ID_ROLE)) if box.contains(point) else 0

    def _on_key(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        index = self._view.currentIndex()
        if not plain or event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or not index.isValid():
            return False
        folding, article = self._desk.folding, int(index.data(ID_ROLE))
        if event.key() == Qt.Key.Key_Right:
            return folding.unfold(article, True)
        first = folding.first_of(article)
        if first != article:
            self._view.go_to(self._view.articles.row_of(first))
        return folding.unfold(first, False)
