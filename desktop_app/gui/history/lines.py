"""The steps as a list: one line what was done, one when, and whether it still counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import faded
from desktop_app.gui.i18n import retold, tr
from desktop_app.gui.models.protocol_model import told_time
from desktop_app.model.query_notices import Notice
from desktop_app.model.steps import ArticleEvent, FieldChange
from desktop_app.store.history import HistoryEntry

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_EDGE, _ROW, _BAR = 16, 46, 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the history."""

    words: Notice
    at: str
    step: int = 0  # 0: the log alone remembers it
    gone: str = ""  # "undone", "taken back" or ""
    fields: tuple[FieldChange, ...] = ()

    @property
    def text(self) -> str:
        """What was done, in the window's language."""
        return retold(self.words.template, self.words.fields)

    @property
    def when(self) -> str:
        """When, and what became of it."""
        state = {"undone": tr("undone"), "taken back": tr("taken back")}.get(self.gone, "")
        return " · ".join(filter(None, (told_time(self.at), state)))


def of_archive(entries: Sequence[HistoryEntry]) -> list[Line]:
    """Steps of the archive as lines."""
    return [Line(entry.words, entry.at, entry.id, _gone(entry)) for entry in entries]


def of_article(events: Sequence[ArticleEvent]) -> list[Line]:
    """What became of an article as lines."""
    return [
        Line(event.words, event.at, event.step, "taken back" if event.undone else "", event.fields) for event in events
    ]


def _gone(entry: HistoryEntry) -> str:
    return "undone" if entry.undone else "taken back" if entry.taken_back else ""


class LinesModel(QAbstractListModel):
    """The lines that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show(self, lines: list[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def row_of(self, step: int) -> int:
        """The row of a step; -1 where it is not shown."""
        return next((row for row, line in enumerate(self.lines) if step and line.step == step), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.text}, {line.when}"
        return None


class LineDelegate(QStyledItemDelegate):
    """Draws a line; what no longer counts is struck through."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line | None = index.data(LINE_ROLE)
        if line is None:
            return
        palette, rect = theme.current(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.selection)
            painter.fillRect(rect.left(), rect.top(), _BAR, rect.height(), palette.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, faded(palette.selection, 0.35))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, faded(palette.line, 0.55))
        font = theme.font("ui")
        font.setStrikeOut(bool(line.gone))
        room = QRect(rect.left() + _EDGE, rect.top() + 5, rect.width() - 2 * _EDGE, 20)
        self._write(painter, room, line.text, font, palette.muted if line.gone or not line.step else palette.ink)
        room.translate(0, 19)
        self._write(painter, room, line.when, theme.font("meta"), palette.muted)
        painter.restore()

    @staticmethod
    def _write(painter: QPainter, room: QRect, text: str, font: Any, colour: Any) -> None:
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
