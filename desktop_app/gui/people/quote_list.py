"""The sentences that name two together, or one under a certain form."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import faded
from desktop_app.gui.i18n import tr
from desktop_app.gui.people.quote_view import QuoteView
from desktop_app.gui.people.section import BETWEEN, INSET, link, quiet
from desktop_app.model.people import Quote

STEP = 12  # sentences that are asked for at once


class QuoteList(QFrame):
    """A panel that comes when it is asked for, and can be closed."""

    opened = Signal(object)  # Quote
    more_wanted = Signal(int)  # from which sentence on
    page_wanted = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quote_list")
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        strong = theme.font("ui")
        strong.setWeight(strong.Weight.DemiBold)
        self._title.setFont(strong)
        self._told = quiet("", self)
        self._told.setContentsMargins(0, 0, 0, 0)
        self._told.setFont(theme.font("meta"))
        self._close = QToolButton(self)
        self._close.setObjectName("close_quotes")
        self._close.setAccessibleName(tr("Close the sentences"))
        self._close.setToolTip(tr("Close (Esc)"))
        self._close.setIconSize(QSize(14, 14))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(INSET, 0, 2, 0)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._told)
        head.addLayout(words, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._links = QHBoxLayout()
        self._links.setContentsMargins(INSET, 0, INSET, 0)
        self._links.setSpacing(14)
        self._body = QVBoxLayout()
        self._body.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(INSET + 6, 10, INSET + 2, 10 + BETWEEN)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(self._body)
        layout.addLayout(self._links)
        self._pages: list[QWidget] = []
        self._lines: list[QWidget] = []
        self._ink = "person"
        self.hide()
        self._dress()
        theme.notifier().changed.connect(self._dress)

    def _dress(self) -> None:
        self._close.setIcon(theme.icon("close", theme.current().muted))

    def begin(self, title: str, told: str, ink: str, pages: Sequence[tuple[int, str]]) -> None:
        """Head the panel; the sentences come later. `pages`: (number, name) of those whose pages can be opened."""
        self._title.setText(title)
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self._ink = ink
        self.setAccessibleName(title)
        for old in self._pages:
            old.deleteLater()
        self._pages = []
        while self._links.count():
            self._links.takeAt(0)
        for number, name in pages:
            button = link(tr("Page of {name}", name=name), "page_of", self, flush=True)
            button.clicked.connect(lambda _=False, number=number: self.page_wanted.emit(number))
            self._pages.append(button)
            self._links.addWidget(button)
        self._links.addStretch(1)
        self._clear()
        self.show()

    def add_quotes(self, quotes: Sequence[Quote], *, offset: int) -> None:
        """Show sentences, below those that are there if `offset` is more than 0."""
        if not offset:
            self._clear()
        if self._lines and self._lines[-1].objectName() == "more_sentences":
            self._lines.pop().deleteLater()
        for quote in quotes:
            view = QuoteView(quote, self._ink, self)
            view.opened.connect(self.opened)
            self._put(view)
        if not self._lines:
            self._put(quiet(tr("In this time no article names them together."), self))
        if len(quotes) == STEP:
            more = link(tr("More sentences"), "more_sentences", self)
            more.clicked.connect(lambda: self.more_wanted.emit(offset + STEP))
            self._put(more)

    def quotes(self) -> list[QuoteView]:
        """The sentences from top to bottom."""
        return [line for line in self._lines if isinstance(line, QuoteView)]

    def _put(self, line: QWidget) -> None:
        self._lines.append(line)
        self._body.addWidget(line)

    def _clear(self) -> None:
        for line in self._lines:
            self._body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(palette.selection, 0.5))
        box = QRectF(INSET, 0, self.width() - 2 * INSET, self.height() - BETWEEN)
        painter.drawRoundedRect(box, 6, 6)
        painter.fillRect(QRectF(INSET, 0, 3, box.height()), palette.accent)
