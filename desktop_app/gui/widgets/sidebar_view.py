"""The sidebar's list: what the mouse and the keys do in it, and where articles are dropped."""

from typing import Literal

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
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
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from desktop_app.gui import theme
from desktop_app.gui.delegates.sidebar_delegate import SidebarDelegate, fold_rect, lens_rect, plus_rect
from desktop_app.gui.dossiers.ordered_rows import ids_of
from desktop_app.gui.i18n import tr
from desktop_app.gui.models.sidebar_entries import Entry
from desktop_app.gui.models.sidebar_model import SidebarModel
from desktop_app.gui.widgets.keys import keeps

DOSSIER_MIME = "application/x-lesesaal-dossier"  # its number in decimal
Zone = Literal["before", "into", "after"]


class SidebarView(QListView):
    """Tells what was asked of an entry; does nothing by itself."""

    chosen = Signal(object, bool, bool)  # Entry, left out (Alt held), beside others (Ctrl or Shift held)
    dropped_filter = Signal(object)  # Entry
    filter_wanted = Signal(str)  # a section's magnifier
    menu_wanted = Signal(object, QPoint)  # Entry, global position
    opened = Signal(object)  # Entry that the middle button was pressed on
    dropped = Signal(object, list)  # Entry of a tag or dossier, article ids
    add_wanted = Signal(str)  # a section's plus
    folded = Signal(object)  # Entry whose triangle was pressed
    moved = Signal(int, object, str)  # dossier, Entry that it was dropped at, "before", "into" or "after"
    key_wanted = Signal(object, int, Qt.KeyboardModifier)  # Entry of a dossier or screening, key

    def __init__(self, model: SidebarModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar_list")
        self.setAccessibleName(tr("Views and filters"))
        self._model = model
        self._target = QModelIndex()
        self._zone: Zone = "into"
        self._pressed: QPoint | None = None  # where the mouse went down on a dossier
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        point = event.position().toPoint()
        entry = self.entry_at(point)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = point if left and entry is not None and entry.kind == "dossier" else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = None
        point = event.position().toPoint()
        entry = self.entry_at(point)
        if entry is not None and event.button() == Qt.MouseButton.MiddleButton:
            self.opened.emit(entry)
        if entry is None or event.button() != Qt.MouseButton.LeftButton:
            return
        rect = self.visualRect(self.indexAt(point))
        if entry.unfolded is not None and fold_rect(rect, entry).contains(point):
            self.folded.emit(entry)
        elif entry.kind != "header":
            self.chosen.emit(entry, *_wish(event.modifiers()))
        elif entry.can_add and plus_rect(rect, entry).contains(point):
            self.add_wanted.emit(entry.section)
        elif entry.can_filter and lens_rect(self.visualRect(self.indexAt(point))).contains(point):
            self.filter_wanted.emit(entry.section)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        entry = self.entry_at(point)
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_dossier(point)
            return
        rect = self.visualRect(self.indexAt(point))
        hand = entry is not None and (
            entry.kind != "header"
            or (entry.can_filter and lens_rect(rect).contains(point))
            or (entry.can_add and plus_rect(rect, entry).contains(point))
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
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_theirs(event):
            entry = self._model.entry(self.currentIndex().row())
            if entry is not None and entry.kind in ("dossier", "screening"):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space include, with Ctrl beside others, with Alt leave out; on a header they open its filter box."""
        entry = self._model.entry(self.currentIndex().row())
        key = event.key()
        if entry is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if entry.kind == "header" and entry.can_add and not entry.can_filter:
                self.add_wanted.emit(entry.section)
            elif entry.kind == "header":
                self.filter_wanted.emit(entry.section)
            else:
                self.chosen.emit(entry, *_wish(event.modifiers()))
        elif entry is not None and entry.kind in ("dossier", "screening") and _is_theirs(event):
            self.key_wanted.emit(entry, key, event.modifiers())
        elif entry is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if entry.kind == "facet" and entry.state:
                self.dropped_filter.emit(entry)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are shortcuts of the window; the filter boxes find entries."""

    # --- articles dropped on a tag or dossier, dossiers dropped on others

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if ids_of(event.mimeData()) or event.mimeData().hasFormat(DOSSIER_MIME):
            event.acceptProposedAction()
        else:
            event.ignore()  # files are the window's

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        point = event.position().toPoint()
        entry = self.entry_at(point)
        moving = event.mimeData().hasFormat(DOSSIER_MIME)
        fits = entry is not None and (entry.kind == "dossier" if moving else _takes_articles(entry))
        self._zone = _zone_of(self.visualRect(self.indexAt(point)), point) if moving else "into"
        self._aim(self.indexAt(point) if fits else QModelIndex())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(fits)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        point = event.position().toPoint()
        entry, data = self.entry_at(point), event.mimeData()
        ids = ids_of(data)
        self._aim(QModelIndex())
        if entry is None:
            return
        if data.hasFormat(DOSSIER_MIME) and entry.kind == "dossier":
            event.acceptProposedAction()
            zone = _zone_of(self.visualRect(self.indexAt(point)), point)
            self.moved.emit(int(bytes(data.data(DOSSIER_MIME).data())), entry, zone)
        elif ids and _takes_articles(entry):
            event.acceptProposedAction()
            self.dropped.emit(entry, ids)

    def _drag_dossier(self, point: QPoint) -> None:
        """Once the mouse has left the place where it went down, the dossier there is dragged."""
        start = self._pressed
        if start is None or (point - start).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        entry = self.entry_at(start)
        if entry is not None:
            drag = QDrag(self)
            drag.setMimeData(dossier_mime(entry.number))
            drag.setPixmap(theme.icon("dossier").pixmap(16, 16))
            drag.exec(Qt.DropAction.CopyAction)

    def _aim(self, index: QModelIndex) -> None:
        self._target = index
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target.isValid():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().accent, 2))
            rect = self.visualRect(self._target)
            if self._zone == "into":
                painter.drawRoundedRect(rect.adjusted(4, 1, -5, -2), 4, 4)
            else:
                y = rect.top() + 1 if self._zone == "before" else rect.bottom()
                painter.drawLine(rect.left() + 12, y, rect.right() - 12, y)


def dossier_mime(number: int) -> QMimeData:
    """What a drag of a dossier carries."""
    data = QMimeData()
    data.setData(DOSSIER_MIME, str(number).encode("ascii"))
    return data


def _zone_of(rect: QRect, point: QPoint) -> Zone:
    """Whether a point of a line means the place before it, behind it or in it."""
    edge = rect.height() // 4
    return "before" if point.y() < rect.top() + edge else "after" if point.y() > rect.bottom() - edge else "into"


def _takes_articles(entry: Entry) -> bool:
    return entry.kind == "dossier" or (entry.section == "tags" and entry.kind == "facet")


def _is_theirs(event: QKeyEvent) -> bool:
    """Whether a key does something to a dossier or screening in the sidebar."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_F2, Qt.Key.Key_Delete)
    return (plain and event.key() in keys) or (alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down))


def _wish(modifiers: Qt.KeyboardModifier) -> tuple[bool, bool]:
    """Whether a value is to be left out, and whether it joins others."""
    several = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return bool(modifiers & Qt.KeyboardModifier.AltModifier), bool(modifiers & several)
