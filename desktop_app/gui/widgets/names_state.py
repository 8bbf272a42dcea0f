"""How many articles are still to be read for names, in the status strip, with the button that halts it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.name_finder import NameFinder, State

_ICONS: dict[State, str] = {"reading": "pause", "paused": "resume", "stopped": "refresh"}


class NamesState(QWidget):
    """Hidden while there is nothing to tell."""

    def __init__(self, finder: NameFinder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("names_state")
        self.setAccessibleName(tr("Names"))
        self._finder = finder
        self.label = QLabel(self)
        self.label.setObjectName("status_names")
        self._bar = _Bar(self)
        self.button = QToolButton(self)
        self.button.setObjectName("names_button")
        self.button.setAutoRaise(True)
        self.button.setIconSize(QSize(12, 12))
        self.button.setFixedSize(20, 20)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.button, self.label, self._bar):  # the button stays where it is, however long the number
            row.addWidget(widget)
        finder.changed.connect(self._show)
        theme.notifier().changed.connect(self._show)
        self._show()

    def _press(self) -> None:
        self._finder.pause(self._finder.state == "reading")

    def _show(self) -> None:
        finder = self._finder
        state = finder.state
        self.setVisible(state not in ("off", "resting"))
        self.label.setFont(theme.font("small"))
        left = trn("%n article(s)", finder.left)
        told: dict[State, str] = {
            "reading": tr("Names: {articles} to go", articles=left),
            "comparing": tr("Names: being compared"),
            "paused": tr("Names: paused, {articles} to go", articles=left),
            "held": tr("Names: waiting for the import"),
            "stopped": tr("Names: stopped"),
        }
        self.label.setText(told.get(state, ""))
        self.label.setToolTip(finder.trouble or tr("Articles that are still to be read for people and organisations"))
        self._bar.show_share(finder.done / (finder.done + finder.left) if finder.done + finder.left else 0.0)
        self._bar.setVisible(state == "reading")
        self.button.setVisible(state in _ICONS)
        ways: dict[State, str] = {
            "reading": tr("Stop looking for names for now"),
            "paused": tr("Go on looking for names"),
            "stopped": tr("Try again"),
        }
        if state in _ICONS:
            self.button.setIcon(theme.icon(_ICONS[state], theme.current().muted))
            self.button.setToolTip(ways[state])
            self.button.setAccessibleName(ways[state])


class _Bar(QWidget):
    """A bar as small as a word."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(44, 12)
        self._share = 0.0

    def show_share(self, share: float) -> None:
        """How much is done, 0 to 1."""
        if share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(0, 4, self.width(), 4)
        painter.setBrush(palette.line)
        painter.drawRoundedRect(box, 2, 2)
        painter.setBrush(palette.accent)
        painter.drawRoundedRect(QRectF(0, 4, max(4.0, self.width() * self._share), 4), 2, 2)
