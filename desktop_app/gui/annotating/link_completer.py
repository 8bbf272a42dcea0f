"""What can be linked to, offered while a note is written: two opening brackets begin, Enter takes."""

import re

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import one_line
from desktop_app.model.links import LinkTarget

AFTER_MS = 90
SHOWN = 8
_BEGUN = re.compile(r"\[\[([^\[\]]{0,80})$")
_ROLE = Qt.ItemDataRole.UserRole
_ROW, _SIDE, _ICON, _WIDTH = 28, 10, 22, 380
_CENTRE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
Index = QModelIndex | QPersistentModelIndex


class LinkCompleter(QObject):
    """Watches the words of a note."""

    def __init__(self, desk: Desk, words: QPlainTextEdit) -> None:
        super().__init__(words)
        self._desk = desk
        self._words = words
        self._asked: str | None = None  # what stands behind the brackets
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(AFTER_MS)
        self._waiting.timeout.connect(self._ask)
        self._popup: QListWidget | None = None
        words.textChanged.connect(self._on_words)
        words.cursorPositionChanged.connect(self._on_cursor)
        words.installEventFilter(self)

    @property
    def popup(self) -> QListWidget | None:
        """The list while it is open."""
        return self._popup if self._popup is not None and not self._popup.isHidden() else None

    def begin(self) -> None:
        """Write the brackets, for who does not know them."""
        self._words.insertPlainText("[[")
        self._words.setFocus()

    def _begun(self) -> str | None:
        """What is written behind two brackets before the cursor; None where there are none."""
        cursor = self._words.textCursor()
        found = _BEGUN.search(cursor.block().text()[: cursor.positionInBlock()])
        return found[1] if found and not cursor.hasSelection() else None

    def _on_words(self) -> None:
        if self._begun() is None:
            self.close()
        else:
            self._waiting.start()

    def _on_cursor(self) -> None:
        if self._begun() is None:
            self.close()

    def _ask(self) -> None:
        words, archive = self._begun(), self._desk.archive
        if words is None:
            return

        def show(found: list[LinkTarget]) -> None:
            if words == self._begun():
                self._asked = words
                self._show(found)

        self._desk.jobs.read(
            self,
            lambda: archive.link_targets(words, SHOWN),
            show,
            key="link-targets",
            failed=lambda _error: self.close(),  # the note can be written without it
        )

    def _show(self, found: list[LinkTarget]) -> None:
        if not found:
            self.close()
            return
        popup = self._popup or self._build()
        popup.clear()
        for target in found:
            item = QListWidgetItem(one_line(target.title))
            item.setData(_ROLE, target)
            told = ", ".join(filter(None, (one_line(target.title), kind_name(target), one_line(target.detail))))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            popup.addItem(item)
        popup.setCurrentRow(0)
        self._place(popup)
        popup.show()
        popup.raise_()

    def _build(self) -> QListWidget:
        # A child of the window, no window of its own: it can neither take the keyboard nor be left behind.
        popup = self._popup = QListWidget(self._words.window())
        popup.setObjectName("completions")
        popup.setAccessibleName(tr("What can be linked to"))
        popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setItemDelegate(_Rows(self))
        popup.itemClicked.connect(self._take)
        self.destroyed.connect(popup.deleteLater)
        return popup

    def _place(self, popup: QListWidget) -> None:
        words, window = self._words, self._words.window()
        rect = words.cursorRect()
        corner = words.viewport().mapTo(window, rect.bottomLeft())
        height = popup.count() * _ROW + 2 * popup.frameWidth() + 6
        width = min(_WIDTH, window.width() - 16)
        y = corner.y() + 4
        if y + height > window.height() - 8:
            y = max(8, corner.y() - rect.height() - 4 - height)
        popup.setGeometry(max(8, min(corner.x(), window.width() - width - 8)), y, width, height)

    def close(self) -> None:
        """Offer nothing until the next key."""
        self._waiting.stop()
        if self._popup is not None:
            self._popup.hide()

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None or self._asked is None or self._asked != self._begun():
            return
        target: LinkTarget = item.data(_ROLE)
        cursor = self._words.textCursor()
        begun = QTextCursor.MoveOperation.PreviousCharacter
        units = len(self._asked.encode("utf-16-le")) // 2 + 2
        cursor.movePosition(begun, QTextCursor.MoveMode.KeepAnchor, units)
        self.close()
        cursor.insertText(target.link)
        self._words.setTextCursor(cursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        popup = self.popup
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.close()
        elif popup is not None and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(popup, event)
        return False

    def _key(self, popup: QListWidget, event: QKeyEvent) -> bool:
        """Whether a key was for the open list."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            popup.setCurrentRow((popup.currentRow() + (1 if key == Qt.Key.Key_Down else -1)) % popup.count())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(popup.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True


def kind_name(target: LinkTarget) -> str:
    """What a target is, in a word."""
    if target.kind == "entity":
        return tr("Organisation") if target.who == "organisation" else tr("Person")
    return {"article": tr("Article"), "note": tr("Note"), "dossier": tr("Dossier")}[target.kind]


class _Rows(QStyledItemDelegate):
    """An icon for what it is, the title, and at the right what tells it from others."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_WIDTH, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        target: LinkTarget = index.data(_ROLE)
        palette, rect = theme.current(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.selection)
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), palette.accent)
        icon = {"article": "file", "note": "note", "dossier": "dossier"}.get(target.kind, target.who or "person")
        box = rect.adjusted(_SIDE, 6, 0, -6)
        box.setWidth(16)
        theme.icon(icon, palette.muted).paint(painter, box)
        small, plain = theme.font("meta"), theme.font("ui")
        room = rect.width() - 2 * _SIDE - _ICON
        detail = QFontMetrics(small).elidedText(one_line(target.detail), Qt.TextElideMode.ElideRight, room // 2)
        painter.setFont(small)
        painter.setPen(palette.muted)
        painter.drawText(rect.adjusted(0, 0, -_SIDE, 0), _CENTRE | Qt.AlignmentFlag.AlignRight, detail)
        room -= QFontMetrics(small).horizontalAdvance(detail) + 10
        painter.setFont(plain)
        painter.setPen(palette.ink)
        title = QFontMetrics(plain).elidedText(one_line(target.title), Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect.adjusted(_SIDE + _ICON, 0, 0, 0), _CENTRE, title)
        painter.restore()
