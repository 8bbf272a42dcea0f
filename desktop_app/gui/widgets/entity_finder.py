"""A sheet that finds somebody of the archive by a few letters of the name."""

from PySide6.QtCore import (
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import draw_kind
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.mentions import kind_name
from desktop_app.gui.page_text import one_line
from desktop_app.model.people import EntityRow, Kind

SHOWN = 8
WIDTH, ROW, SIDE = 360, 27, 12
_ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class EntityFinder(QFrame):
    """A popup. `chosen` and `taken` tell of the one that was taken, `new_wanted` of the offer below them."""

    chosen = Signal(int)
    taken = Signal(object)  # EntityRow
    new_wanted = Signal()

    def __init__(self, desk: Desk, kind: Kind | None, parent: QWidget, *, besides: int = 0) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("entity_finder")
        self.setAccessibleName(tr("Who is it?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._kind = kind
        self._besides = besides
        self._offer = ""
        self.words = QLineEdit(self)
        self.words.setObjectName("entity_words")
        self.words.setAccessibleName(tr("Name"))
        self.words.setPlaceholderText(tr("A few letters of the name"))
        self.found = QListWidget(self)
        self.found.setObjectName("entities_found")
        self.found.setAccessibleName(tr("Who is it?"))
        self.found.setFrameShape(QFrame.Shape.NoFrame)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setItemDelegate(_Rows(self.found))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.found)
        self.setFixedWidth(WIDTH)
        self.words.textChanged.connect(self._ask)
        self.words.installEventFilter(self)
        self.found.itemClicked.connect(self._take)
        self._ask("")

    def offer_new(self, text: str) -> None:
        """Offer to make somebody new as well."""
        self._offer = text
        self._show([])

    def open_at(self, corner: QPoint) -> None:
        """Show it below a point of the screen, within the screen."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = max(screen.left() + 8, min(corner.x() - 12, screen.right() - WIDTH - 8))
        below = corner.y() + 6
        y = below if below + self.height() < screen.bottom() else corner.y() - self.height() - 28
        self.move(x, max(screen.top() + 8, y))
        self.show()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    def rows(self) -> list[EntityRow]:
        """Who is offered now."""
        found = (self.found.item(number).data(_ROW) for number in range(self.found.count()))
        return [row for row in found if isinstance(row, EntityRow)]

    def _ask(self, words: str) -> None:
        archive, kind, besides = self._desk.archive, self._kind, self._besides

        def find() -> list[EntityRow]:
            ids = [number for number in archive.entity_ids(kind, words)[: SHOWN + 1] if number != besides]
            return archive.entity_rows(ids[:SHOWN])

        self._desk.jobs.read(self, find, self._show, key="entity-finder")

    def _show(self, rows: list[EntityRow]) -> None:
        self.found.clear()
        for row in rows:
            item = QListWidgetItem(one_line(row.name))
            item.setData(_ROW, row)
            told = ", ".join(
                part for part in (row.name, kind_name(row.kind), row.role, trn("%n article(s)", row.articles)) if part
            )
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            self.found.addItem(item)
        if self._offer:
            self.found.addItem(QListWidgetItem(self._offer))
        self.found.setCurrentRow(0 if self.words.text().strip() and rows else -1)
        self.found.setFixedHeight(max(1, self.found.count()) * ROW + 4)
        self.adjustSize()

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        row = item.data(_ROW)
        self.close()
        if isinstance(row, EntityRow):
            self.chosen.emit(row.id)
            self.taken.emit(row)
        else:
            self.new_wanted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down choose while the letters are typed; Enter takes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.found.count():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.found.setCurrentRow((max(self.found.currentRow(), -1) + step) % self.found.count())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.found.currentItem())
        else:
            return False
        return True


class _Rows(QStyledItemDelegate):
    """The dot of the kind, the name, the role in grey, and the number of articles."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH - 40, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect, row = theme.current(), option.rect, index.data(_ROW)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.selection)
            painter.drawRoundedRect(QRectF(rect), 4, 4)
        left, right = rect.left() + SIDE, rect.right() - SIDE
        if isinstance(row, EntityRow):
            draw_kind(painter, row.kind, left, rect.center().y() + 0.5)
            left += 18
            count, number = QLocale().toString(row.articles), theme.font("number")
            painter.setFont(number)
            painter.setPen(palette.muted)
            painter.drawText(rect.adjusted(0, 0, -SIDE, 0), middle | Qt.AlignmentFlag.AlignRight, count)
            right -= QFontMetrics(number).horizontalAdvance(count) + 12
        font = theme.font("ui" if isinstance(row, EntityRow) else "small")
        metrics = QFontMetrics(font)
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, right - left)
        painter.setFont(font)
        painter.setPen(palette.ink if isinstance(row, EntityRow) else palette.accent)
        painter.drawText(rect.adjusted(left - rect.left(), 0, 0, 0), middle, name)
        left += metrics.horizontalAdvance(name) + 8
        if isinstance(row, EntityRow) and row.role and right - left > 40:
            small = theme.font("meta")
            painter.setFont(small)
            painter.setPen(palette.muted)
            role = QFontMetrics(small).elidedText(one_line(row.role), Qt.TextElideMode.ElideRight, right - left)
            painter.drawText(rect.adjusted(left - rect.left(), 0, 0, 0), middle, role)
        painter.restore()
