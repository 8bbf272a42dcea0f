"""A button that shows the key that does the same."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from desktop_app.gui import theme
from desktop_app.gui.type_setting import blend

_SIDE, _GAP, _HEIGHT = 14, 10, 32


class KeyButton(QPushButton):
    """Its text, and behind it the key in a quieter ink. The key itself is a shortcut of the window."""

    def __init__(self, name: str, text: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.key = key
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if key:
            self.setAccessibleDescription(key)

    def _fonts(self) -> tuple[QFont, QFont]:
        return theme.font("ui"), theme.font("meta")

    def sizeHint(self) -> QSize:
        font, small = self._fonts()
        width = QFontMetrics(font).horizontalAdvance(_plain(self.text())) + 2 * _SIDE
        if self.key:
            width += QFontMetrics(small).horizontalAdvance(self.key) + _GAP
        return QSize(width, max(_HEIGHT, super().sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QPainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        palette = theme.current()
        primary = bool(self.property("primary")) and self.isEnabled()
        ground = palette.accent if primary else palette.sheet
        ink = palette.sheet if primary else palette.ink if self.isEnabled() else palette.muted
        font, small = self._fonts()
        text = _plain(self.text())
        wide = QFontMetrics(font).horizontalAdvance(text)
        whole = wide + (QFontMetrics(small).horizontalAdvance(self.key) + _GAP if self.key else 0)
        left = (self.width() - whole) // 2
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRect(left, 0, wide + 2, self.height()), side, text)
        if self.key:
            painter.setFont(small)
            painter.setPen(blend(ink, ground, 0.75) if primary else palette.muted)
            painter.drawText(QRect(left + wide + _GAP, 1, self.width(), self.height()), side, self.key)


def _plain(text: str) -> str:
    """The text without the mark of a mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
