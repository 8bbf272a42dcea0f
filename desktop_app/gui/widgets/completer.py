"""Completions below the search words: offered while the reader types, taken only when asked for."""

from PySide6.QtCore import (
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app.gui import theme
from desktop_app.gui.clauses import ENTITY_FIELDS
from desktop_app.gui.delegates.chips import draw_kind
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.offsets import from_utf16, to_utf16
from desktop_app.model.people import Kind
from desktop_app.model.query_completion import Completion, inserted
from desktop_app.model.searching import Suggestion

AFTER_MS = 90  # the articles come first
SHOWN = 8
ROW, SIDE, MARGIN = 26, 12, 5
DOT = 16  # what the dot of a person or organisation takes
NARROWEST, WIDEST = 220, 420

_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class _Rows(QStyledItemDelegate):
    """The value, with what is still to be typed a little stronger, and how many articles have it."""

    typed = ""
    kind: Kind | None = None  # of people or organisations

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(NARROWEST, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        suggestion: Suggestion = index.data(_ROLE)
        palette, rect = theme.current(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.selection)
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), palette.accent)
        count = "" if suggestion.count is None else QLocale().toString(suggestion.count)
        small = theme.font("number")
        painter.setFont(small)
        painter.setPen(palette.muted)
        painter.drawText(rect.adjusted(0, 0, -SIDE, 0), _CENTRE | Qt.AlignmentFlag.AlignRight, count)
        room = rect.width() - 2 * SIDE - QFontMetrics(small).horizontalAdvance(count) - 12
        left = rect.left() + SIDE
        if self.kind:
            draw_kind(painter, self.kind, left, rect.center().y() + 0.5)
            left, room = left + DOT, room - DOT
        self._draw_value(painter, QRect(left, rect.top(), room, rect.height()), suggestion.value)
        painter.restore()

    def _draw_value(self, painter: QPainter, rect: QRect, value: str) -> None:
        plain, strong = theme.font("ui"), theme.font("ui")
        strong.setWeight(QFont.Weight.Medium)
        painter.setPen(theme.current().ink)
        cut = len(self.typed) if value.casefold().startswith(self.typed.casefold()) else 0
        left = rect.left()
        for text, font in ((value[:cut], plain), (value[cut:], strong)):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.right() - left)
            painter.drawText(QRect(left, rect.top(), rect.right() - left + 1, rect.height()), _CENTRE, text)
            left += metrics.horizontalAdvance(text)


_CENTRE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class Completer(QObject):
    """Watches a line of words. Nothing is chosen until Down, Tab or the mouse chooses it: Enter goes on searching."""

    taken = Signal()  # the words have been completed

    def __init__(self, desk: Desk, words: QLineEdit) -> None:
        super().__init__(words)
        self._desk = desk
        self._words = words
        self._asked = ""  # the words that the completions are for
        self._at: Completion | None = None
        self._number = 0
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(AFTER_MS)
        self._waiting.timeout.connect(self._ask)
        self._rows = _Rows(self)
        self._popup: QListWidget | None = None
        words.textEdited.connect(self._on_typed)
        words.installEventFilter(self)

    @property
    def popup(self) -> QListWidget | None:
        """The list while it is open."""
        return self._popup if self._popup is not None and not self._popup.isHidden() else None

    def values(self) -> list[str]:
        """What is offered now."""
        popup = self.popup
        return [popup.item(row).text() for row in range(popup.count())] if popup else []

    # --- asking

    def _on_typed(self) -> None:
        self._number += 1  # what is under way is for older words
        self._waiting.start()

    def _ask(self) -> None:
        text, archive, number = self._words.text(), self._desk.archive, self._number
        cursor = from_utf16(text, self._words.cursorPosition())
        german = QLocale().name().startswith("de")
        if not text.strip() or not self._words.hasFocus():
            self.close()
            return

        def show(found: tuple[Completion, list[Suggestion]]) -> None:
            if not outdated() and text == self._words.text() and self._words.hasFocus():
                self._asked, self._at = text, found[0]
                self._show(found[0], found[1])

        def outdated() -> bool:
            return number != self._number

        self._desk.jobs.read(
            self,
            lambda: archive.complete(text, cursor, german=german, limit=SHOWN, cancelled=outdated),
            show,
            key="complete",
            failed=lambda _error: self.close(),  # the search itself tells what is wrong
        )

    def _show(self, at: Completion, found: list[Suggestion]) -> None:
        if not found:
            self.close()
            return
        popup = self._popup or self._build()
        popup.clear()
        self._rows.typed = at.prefix
        self._rows.kind = ENTITY_FIELDS.get(at.kind)
        for suggestion in found:
            item = QListWidgetItem(suggestion.value)
            item.setData(_ROLE, suggestion)
            told = "" if suggestion.count is None else ", " + trn("%n article(s)", suggestion.count)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, suggestion.value + told)
            popup.addItem(item)
        popup.setCurrentRow(-1)
        self._place(popup, at)
        popup.show()
        popup.raise_()

    def _build(self) -> QListWidget:
        # A child of the window, no window of its own: it can neither take the keyboard nor be left behind.
        popup = self._popup = QListWidget(self._words.window())
        popup.setObjectName("completions")
        popup.setAccessibleName(tr("Suggestions"))
        popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setMouseTracking(True)
        popup.setItemDelegate(self._rows)
        popup.itemClicked.connect(self._take)
        popup.itemEntered.connect(popup.setCurrentItem)
        return popup

    def _place(self, popup: QListWidget, at: Completion) -> None:
        """Below the beginning of what is being typed."""
        words, window = self._words, self._words.window()
        metrics = QFontMetrics(theme.font("ui"))
        widest = max(metrics.horizontalAdvance(popup.item(row).text()) for row in range(popup.count()))
        width = min(WIDEST, max(NARROWEST, widest + 2 * SIDE + 80))
        left = words.cursorRect().center().x() - words.fontMetrics().horizontalAdvance(
            words.text()[at.start : from_utf16(words.text(), words.cursorPosition())]
        )
        corner = words.mapTo(window, words.rect().bottomLeft())
        x = max(8, min(corner.x() + max(0, left) - SIDE, window.width() - width - 8))
        popup.setGeometry(x, corner.y() + MARGIN, width, popup.count() * ROW + 2 * popup.frameWidth() + 8)

    def close(self) -> None:
        """Offer nothing until the next key."""
        self._number += 1
        self._waiting.stop()
        if self._popup is not None:
            self._popup.hide()

    # --- choosing

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None or self._at is None or self._words.text() != self._asked:
            return
        text, cursor = inserted(self._asked, self._at, item.text())
        self.close()
        # Not setText: the words before can be brought back with Ctrl+Z.
        self._words.selectAll()
        self._words.insert(text)
        self._words.setCursorPosition(to_utf16(text, cursor))
        self.taken.emit()
        if text.endswith(":"):
            self._waiting.start()  # the field's values are next

    def _step(self, popup: QListWidget, step: int) -> None:
        """Through the rows and, after the last, back to none."""
        popup.setCurrentRow((popup.currentRow() + 1 + step) % (popup.count() + 1) - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        popup = self.popup
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.close()
        elif popup is not None and event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self.close()  # the cursor goes elsewhere
        elif popup is not None and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(popup, event)
        return False

    def _key(self, popup: QListWidget, event: QKeyEvent) -> bool:
        """Whether a key was for the open list."""
        key, plain = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(popup, 1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Tab:
            self._take(popup.item(max(0, popup.currentRow())))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and popup.currentRow() >= 0:
            self._take(popup.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True
