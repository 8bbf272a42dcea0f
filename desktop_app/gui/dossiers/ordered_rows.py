"""Rows that can be put in another order by hand, where the list shows a dossier."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from desktop_app.gui import theme
from desktop_app.gui.dossiers.collected import Collected
from desktop_app.gui.models.article_list import ID_ROLE
from desktop_app.gui.widgets.rows_view import RowsView

IDS_MIME = "application/x-lesesaal-articles"  # article ids as decimal numbers, joined by spaces


class OrderedRows(RowsView):
    """Articles of the dossier that are dropped between two rows move there."""

    def __init__(self, collected: Collected, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._collected = collected
        self._gap = -1  # the row before which a drop would put what is dragged
        self.setAcceptDrops(True)

    def _gap_at(self, point: QPoint) -> int:
        height = self.row_height()
        return max(0, min(self.row_count(), (point.y() + self.verticalOffset() + height // 2) // height))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.source() is self and self._collected.can_order)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        fits = event.source() is self and self._collected.can_order
        self._aim(self._gap_at(event.position().toPoint()) if fits else -1)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(fits)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        ids, gap = ids_of(event.mimeData()), self._gap_at(event.position().toPoint())
        self._aim(-1)
        if ids and self._collected.can_order:
            event.acceptProposedAction()
            self.put(ids, gap)

    def put(self, ids: Sequence[int], gap: int) -> None:
        """Move articles before the row `gap`; those of dossiers below are left where they are."""
        own = set(self._collected.own())
        moved = [article for article in ids if article in own]
        behind = (self.model().index(row, 0).data(ID_ROLE) for row in range(gap, self.row_count()))
        before = next((article for article in behind if article in own and article not in moved), 0)
        if moved:
            self._collected.move(moved, before)

    def _aim(self, gap: int) -> None:
        self._gap = gap
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap >= 0:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.current().accent, 2))
            y = max(1, self._gap * self.row_height() - self.verticalOffset())
            painter.drawLine(12, y, self.viewport().width() - 12, y)


def mime_of(ids: Sequence[int]) -> QMimeData:
    """What a drag of articles carries."""
    data = QMimeData()
    data.setData(IDS_MIME, " ".join(map(str, ids)).encode("ascii"))
    return data


def ids_of(data: QMimeData) -> list[int]:
    """The articles of a drag; [] where it carries something else."""
    if not data.hasFormat(IDS_MIME):
        return []
    return [int(word) for word in bytes(data.data(IDS_MIME).data()).split()]
