"""The rows of annotations: they are chosen, opened, tagged, coloured and removed by keys."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop_app.gui.annotations.delegate import AnnotationDelegate
from desktop_app.gui.annotations.model import ANNOTATION_ROLE
from desktop_app.gui.i18n import tr
from desktop_app.gui.type_setting import NOTE_COLOURS
from desktop_app.gui.widgets.keys import keeps
from desktop_app.gui.widgets.rows_view import RowsView

_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COLOURS = {Qt.Key(Qt.Key.Key_1.value + colour): colour for colour in range(NOTE_COLOURS)}
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_KEYS = (*_STEPS, *_ENTER, *_COLOURS, *_REMOVE, Qt.Key.Key_T, Qt.Key.Key_E, Qt.Key.Key_Escape)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class AnnotationView(RowsView):
    """A double click, Enter, or a click on the title opens a row."""

    opened = Signal(int)  # row
    tags_wanted = Signal()
    colour_wanted = Signal(int)
    remove_wanted = Signal()
    export_wanted = Signal()
    cleared = Signal()  # Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotation_rows")
        self.setAccessibleName(tr("Annotations"))
        self._delegate = AnnotationDelegate(self)
        self.setItemDelegate(self._delegate)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def dress(self) -> None:
        """Take fonts and colours of the theme."""
        self._delegate.refresh()
        self.row_height_changed()

    def chosen(self) -> list[int]:
        """The selected rows from top to bottom."""
        ranges = ((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())
        return [row for top, bottom in sorted(ranges) for row in range(top, bottom + 1)]

    # --- the title as a link

    def _titled(self, event: QMouseEvent) -> int:
        """The row the title of which is pointed at, or -1."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = index.data(ANNOTATION_ROLE) if index.isValid() else None
        there = row is not None and self._delegate.title_rect(self.visualRect(index), row).contains(point)
        return index.row() if there else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():
            self._point_at(self._titled(event))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)
        super().leaveEvent(event)

    def _point_at(self, row: int) -> None:
        if row != self._delegate.pointed:
            self._delegate.pointed = row
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor
            )  # fmt: skip
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self._titled(event)
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            self.opened.emit(row)

    # --- keys

    def event(self, event: QEvent) -> bool:
        """Letters and digits mean annotations here, not articles."""
        plain = isinstance(event, QKeyEvent) and not event.modifiers() & _HELD
        return (plain and keeps(event, *_KEYS)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = Qt.Key(event.key()), self.currentIndex().row()
        if event.modifiers() & _HELD:
            super().keyPressEvent(event)
        elif key in _ENTER and row >= 0:
            self.opened.emit(row)
        elif key in _STEPS and self.row_count():
            # With nothing chosen yet, the first step begins where the keyboard is.
            step = _STEPS[key] if self.selectionModel().hasSelection() else 0
            self.select_row(max(0, min(self.row_count() - 1, row + step)))
        elif key in _COLOURS:
            self.colour_wanted.emit(_COLOURS[key])
        elif not self._asked(key):
            super().keyPressEvent(event)

    def _asked(self, key: Qt.Key) -> bool:
        signals = {Qt.Key.Key_T: self.tags_wanted, Qt.Key.Key_E: self.export_wanted, Qt.Key.Key_Escape: self.cleared}
        signals |= dict.fromkeys(_REMOVE, self.remove_wanted)
        if key in signals:
            signals[key].emit()
        return key in signals
