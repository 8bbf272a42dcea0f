"""A line about somebody in the article: dot, name, role, how often; the inspector lists them."""

from PySide6.QtCore import QLocale, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import draw_kind
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.mentions import Named, kind_name, why
from desktop_app.gui.page_text import one_line

_DOT, _GAP = 18, 8
_NARROWEST_ROLE = 44  # pixels


class NamedLine(QToolButton):
    """A click goes to the first mention; a second one, or Enter, opens the page; Ctrl+click filters."""

    shown = Signal()
    opened = Signal()
    filtered = Signal()

    def __init__(self, named: Named, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("named_line")
        self.setAccessibleDescription(tr("Enter opens the page, Space goes to the first mention"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)
        self.setFixedHeight(24)
        self.clicked.connect(self._act)
        self.tell(named)

    def tell(self, named: Named) -> None:
        """Be about somebody else: an article names many, and new lines cost more than other words."""
        self.named = named
        self.current = False  # the reader is at one of the mentions
        self._name = one_line(named.first.name)
        self._aside = one_line(named.role) or ("" if named.certain else tr("uncertain"))
        count = trn("%n mention(s)", len(named.mentions))
        parts = (self._name, kind_name(named.first.kind), self._aside, count)
        self.setAccessibleName(", ".join(part for part in parts if part))
        head = " · ".join(part for part in (self._name, one_line(named.role)) if part)
        self.setToolTip(
            f"{head}\n{why(named.first)}\n{tr('Click shows it in the text, a second click opens the page')}"
        )
        self.update()

    def _act(self) -> None:
        (self.opened if self.current else self.shown).emit()

    def mark(self, on: bool) -> None:
        """Whether the reader is at one of the mentions."""
        if on != self.current:
            self.current = on
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        wide = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if wide and event.button() == Qt.MouseButton.LeftButton and self.isDown():
            self.setDown(False)
            self.filtered.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            wide = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.filtered if wide else self.opened).emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_of().popup(event.globalPos())

    def menu_of(self) -> QMenu:
        """What a click does with and without keys, and a window for the page; it deletes itself when it closes."""
        menu, name = QMenu(self), self._name.replace("&", "&&")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open the page of “{name}”", name=name), self.opened.emit)
        menu.addAction(tr("In a window of its own"), self._open_beside)
        menu.addAction(tr("Only articles with “{name}”", name=name), self.filtered.emit)
        return menu

    def _open_beside(self) -> None:
        from desktop_app.gui.side_window import page_beside

        page_beside(self, self.named.first.entity)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, middle = theme.current(), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus() or self.current:
            painter.fillRect(self.rect(), palette.selection)
        draw_kind(painter, self.named.first.kind, 0, self.height() / 2, faint=not self.named.certain)
        right = self._draw_count(painter)
        font = theme.font("small")
        metrics = QFontMetrics(font)
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, right - _DOT)
        painter.setFont(font)
        painter.setPen(palette.ink)
        painter.drawText(QRect(_DOT, 0, right - _DOT, self.height()), middle, name)
        left = _DOT + metrics.horizontalAdvance(name) + _GAP
        if self._aside and right - left > _NARROWEST_ROLE:
            meta = theme.font("meta")
            aside = QFontMetrics(meta).elidedText(self._aside, Qt.TextElideMode.ElideRight, right - left)
            painter.setFont(meta)
            painter.setPen(palette.muted)
            painter.drawText(QRect(left, 0, right - left, self.height()), middle, aside)

    def _draw_count(self, painter: QPainter) -> int:
        """At the right edge; returns where the rest must end."""
        count, number = QLocale().toString(len(self.named.mentions)), theme.font("number")
        painter.setFont(number)
        painter.setPen(theme.current().muted)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        return self.width() - QFontMetrics(number).horizontalAdvance(count) - 12
