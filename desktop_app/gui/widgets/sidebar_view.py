"""The sidebar's list: what the mouse and the keys do in it, and where articles are dropped."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop_app.gui import theme
from desktop_app.gui.delegates.sidebar_delegate import SidebarDelegate, lens_rect
from desktop_app.gui.i18n import tr
from desktop_app.gui.models.sidebar_entries import Entry
from desktop_app.gui.models.sidebar_model import SidebarModel
from desktop_app.gui.widgets.article_view import ids_of
from desktop_app.gui.widgets.keys import keeps


class SidebarView(QListView):
    """Tells what was asked of an entry; does nothing by itself."""

    chosen = Signal(object, bool, bool)  # Entry, left out (Alt held), beside others (Ctrl or Shift held)
    dropped_filter = Signal(object)  # Entry
    filter_wanted = Signal(str)  # a section's magnifier
    menu_wanted = Signal(object, QPoint)  # Entry, global position
    opened = Signal(object)  # Entry that the middle button was pressed on
    dropped = Signal(object, list)  # Entry of a tag, article ids

    def __init__(self, model: SidebarModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar_list")
        self.setAccessibleName(tr("Views and filters"))
        self._model = model
        self._target = QModelIndex()
        self.setModel(model)
        self.setItemDelegate(SidebarDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.verticalScrollBar().setSingleStep(27)
        theme.notifier().changed.connect(self.viewport().update)

    def entry_at(self, point: QPoint) -> Entry | None:
        """The entry under a point of the viewport."""
        index = self.indexAt(point)
        return self._model.entry(index.row()) if index.isValid() else None

    # --- mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        entry = self.entry_at(point)
        if entry is not None and event.button() == Qt.MouseButton.MiddleButton:
            self.opened.emit(entry)
        if entry is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if entry.kind != "header":
            self.chosen.emit(entry, *_wish(event.modifiers()))
        elif entry.can_filter and lens_rect(self.visualRect(self.indexAt(point))).contains(point):
            self.filter_wanted.emit(entry.section)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        entry = self.entry_at(point)
        hand = entry is not None and (
            entry.kind != "header"
            or (entry.can_filter and lens_rect(self.visualRect(self.indexAt(point))).contains(point))
        )
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        entry = self._model.entry(index.row()) if index.isValid() else None
        if entry is not None:
            point = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            self.menu_wanted.emit(entry, point)

    # --- keyboard

    def event(self, event: QEvent) -> bool:
        """The space bar chooses here, and Delete drops a filter; elsewhere they are the window's."""
        if keeps(event, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space include, with Ctrl beside others, with Alt leave out; on a header they open its filter box."""
        entry = self._model.entry(self.currentIndex().row())
        key = event.key()
        if entry is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if entry.kind == "header":
                self.filter_wanted.emit(entry.section)
            else:
                self.chosen.emit(entry, *_wish(event.modifiers()))
        elif entry is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if entry.kind == "facet" and entry.state:
                self.dropped_filter.emit(entry)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are shortcuts of the window; the filter boxes find entries."""

    # --- articles dropped on a tag

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if ids_of(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()  # files are the window's

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        point = event.position().toPoint()
        entry = self.entry_at(point)
        fits = entry is not None and entry.section == "tags" and entry.kind == "facet"
        self._aim(self.indexAt(point) if fits else QModelIndex())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(fits)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        entry = self.entry_at(event.position().toPoint())
        ids = ids_of(event.mimeData())
        self._aim(QModelIndex())
        if entry is not None and entry.section == "tags" and entry.kind == "facet" and ids:
            event.acceptProposedAction()
            self.dropped.emit(entry, ids)

    def _aim(self, index: QModelIndex) -> None:
        self._target = index
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target.isValid():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().accent, 2))
            painter.drawRoundedRect(self.visualRect(self._target).adjusted(4, 1, -5, -2), 4, 4)


def _wish(modifiers: Qt.KeyboardModifier) -> tuple[bool, bool]:
    """Whether a value is to be left out, and whether it joins others."""
    several = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return bool(modifiers & Qt.KeyboardModifier.AltModifier), bool(modifiers & several)
