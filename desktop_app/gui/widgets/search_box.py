"""The search box: words, filters as chips, and how the query was read."""

import datetime as dt
import re

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from desktop_app.gui import settings, theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr
from desktop_app.gui.widgets.filter_chips import FilterChips
from desktop_app.gui.widgets.save_search import SaveSearch
from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.listing import Listing
from desktop_app.model.query import parse
from desktop_app.model.query_notices import Notice

SOON_MS = 5  # after a key, while searches are fast
FAST_MS = 45  # a search in this time need not wait for the next key
LATE_MS = 250  # the longest wait for the next key
REMEMBERED = 20
HEIGHT = 34
HISTORY_KEY = "search/history"
_WINDOW_KEYS = (Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_K)


class _Words(QLineEdit):
    """As wide as its words, so that the chips stand right behind them."""

    leave = Signal()  # to the list
    cancel = Signal()
    backspace_at_start = Signal()
    history = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_the_window_s(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (key == Qt.Key.Key_Down and not plain):
            self.leave.emit()
        elif key == Qt.Key.Key_Down:
            self.history.emit()
        elif key == Qt.Key.Key_Escape:
            self.cancel.emit()
        elif key == Qt.Key.Key_Backspace and self.cursorPosition() == 0 and not self.hasSelectedText():
            self.backspace_at_start.emit()
        else:
            super().keyPressEvent(event)


class SearchBox(QWidget):
    """Searches while the reader types. `to_list` asks for the keyboard to go to the list."""

    to_list = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_box")
        self.setAccessibleName(tr("Search"))
        self._desk = desk
        self._understood = ""
        self._notices: list[str] = []
        self.words = _Words(self)
        self.chips = FilterChips(self)
        self._echo = QLabel(self)
        self._lens = QToolButton(self)
        self.save = SaveSearch(desk, self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self.search_now)
        self._build()
        self._connect()
        self._dress()
        self._on_query()

    # --- building

    def _build(self) -> None:
        self.words.setObjectName("search_words")
        self.words.setAccessibleName(tr("Search words"))
        self.words.setPlaceholderText(tr("Search titles, texts and notes"))
        self.words.setFrame(False)
        self.words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._lens.setObjectName("search_history")
        self._lens.setAccessibleName(tr("Recent searches"))
        self._lens.setToolTip(tr("Recent searches (Ctrl+Down)"))
        self._lens.setAutoRaise(True)
        self._lens.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lens.setIconSize(QSize(16, 16))
        self._echo.setObjectName("search_echo")
        self._echo.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._echo.setTextFormat(Qt.TextFormat.PlainText)
        self._echo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 2)
        row.setSpacing(6)
        row.addWidget(self._lens)
        row.addWidget(self.words)
        row.addWidget(self.chips)
        row.addWidget(self._echo, 1)
        row.addWidget(self.save)
        self.setFocusProxy(self.words)
        self.setFixedHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        for child in (self._lens, self._echo, self.save):
            child.setCursor(Qt.CursorShape.ArrowCursor)

    def _connect(self) -> None:
        self.words.textEdited.connect(self._on_typed)
        self.words.textChanged.connect(self._fit)
        self.words.textChanged.connect(self._show_echo)
        self.words.leave.connect(self._leave)
        self.words.cancel.connect(self._cancel)
        self.words.history.connect(self.show_history)
        self.words.backspace_at_start.connect(self._drop_last_chip)
        self.words.installEventFilter(self)
        self.chips.removed.connect(self._remove_chip)
        self.chips.change_wanted.connect(self._desk.facet_wanted)
        self._lens.clicked.connect(self.show_history)
        self._desk.query_changed.connect(self._on_query)
        self._desk.listing_changed.connect(self._on_listing)
        theme.notifier().changed.connect(self._dress)

    def _dress(self) -> None:
        self._lens.setIcon(theme.icon("search"))
        font = theme.font("ui")
        font.setPixelSize(14)
        self.words.setFont(font)
        self._echo.setFont(theme.font("small"))
        self._fit()
        self._show_echo()
        self.update()

    # --- typing

    def _on_typed(self) -> None:
        pace = self._desk.pace
        self._typing.start(SOON_MS if pace <= FAST_MS else min(LATE_MS, round(pace)))

    def search_now(self) -> None:
        """Search for what the box says, without waiting for the next key."""
        self._typing.stop()
        if self.words.text() != self._desk.text:
            self._desk.set_text(self.words.text())

    def _leave(self) -> None:
        self.search_now()
        self.remember()
        self.to_list.emit()

    def _cancel(self) -> None:
        """Esc clears the words; once they are gone it goes back to the list."""
        if self.words.text():
            self.words.clear()
            self.search_now()
        else:
            self.to_list.emit()

    def _remove_chip(self, clause: str) -> None:
        """The keyboard goes on to the next chip, or back to the words."""
        by_key = any(chip.hasFocus() for chip in self.chips.chips())
        at = [chip.clause for chip in self.chips.chips()].index(clause)
        self._desk.remove_filter(clause)
        left = self.chips.chips()
        if by_key:
            (left[min(at, len(left) - 1)] if left else self.words).setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_last_chip(self) -> None:
        if self._desk.filters:
            self._desk.remove_filter(self._desk.filters[-1])

    # --- the desk changes

    def _on_query(self) -> None:
        if not self._typing.isActive() and self.words.text() != self._desk.text:
            self.words.setText(self._desk.text)
        self.chips.show_clauses(list(self._desk.filters))
        # Beside chips there is room for a word only.
        filtered = bool(self._desk.filters)
        self.words.setPlaceholderText(tr("Search") if filtered else tr("Search titles, texts and notes"))
        self._fit()

    def _on_listing(self, listing: Listing | None) -> None:
        self._understood = understood(self._desk.text) if listing is not None else ""
        self._notices = list(listing.notices) if listing is not None else []
        self._show_echo()

    def _show_echo(self) -> None:
        asked = self._desk.text.strip()
        notice = " ".join(map(retold_notice, self._notices))
        read_as = tr("read as: {query}", query=self._understood) if asked and self._understood else ""
        key = "" if self.words.text() or self._desk.filters else self._key_hint()
        text = notice or read_as or key
        if self._echo.property("notice") != bool(notice):
            self._echo.setProperty("notice", bool(notice))
            self._echo.style().polish(self._echo)
        self._echo.setToolTip("\n".join(part for part in (notice, read_as) if part))
        self._echo.setAccessibleName(text)
        metrics = QFontMetrics(self._echo.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, self._echo.width() - 4))
        self._echo.setText(shown if self._echo.width() > 80 else "")

    @staticmethod
    def _key_hint() -> str:
        return QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)

    # --- recent searches

    def remember(self) -> None:
        """Put what is searched now at the top of the recent searches."""
        query = self._desk.full_query.strip()
        if query:
            history = [query, *(old for old in self.recent() if old != query)]
            settings.put(HISTORY_KEY, "\n".join(history[:REMEMBERED]))

    def recent(self) -> list[str]:
        """The recent searches, latest first."""
        return [line for line in settings.value(HISTORY_KEY, "").split("\n") if line]

    def history_menu(self) -> QMenu:
        """A menu of the recent searches; the caller owns it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        recent = self.recent()
        for query in recent:
            action = menu.addAction(query.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, query=query: self._desk.open_query(query))
        if recent:
            menu.addSeparator()
            menu.addAction(tr("Forget recent searches")).triggered.connect(lambda: settings.put(HISTORY_KEY, ""))
        else:
            menu.addAction(tr("No recent searches")).setEnabled(False)
        return menu

    def show_history(self) -> None:
        """Open the recent searches below the box."""
        self.history_menu().popup(self.mapToGlobal(self.rect().bottomLeft()))

    # --- looks

    def _fit(self) -> None:
        """Make the words' field as wide as the words, as far as there is room."""
        metrics = QFontMetrics(self.words.font())
        text = self.words.text()
        empty = metrics.horizontalAdvance(self.words.placeholderText()) if not self._desk.filters else 60
        wish = metrics.horizontalAdvance(text) + 18 if text else empty + 18
        chips = min(self.chips.sizeHint().width(), self.width() // 2) if self._desk.filters else 0
        self.words.setFixedWidth(max(60, min(wish, self.width() - chips - 120)))

    def resizeEvent(self, event: QEvent) -> None:
        self._fit()
        self._show_echo()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.words.setFocus(Qt.FocusReason.MouseFocusReason)
        self.words.end(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.words.hasFocus()
        painter.setPen(QPen(QColor(palette.accent if focused else palette.line), 1.4 if focused else 1.0))
        painter.setBrush(palette.sheet)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.7, 0.7, -0.7, -0.7), 7, 7)


def _is_the_window_s(event: QKeyEvent) -> bool:
    # As in Emacs, Qt's line edits take some of these for themselves on X11.
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in _WINDOW_KEYS


def retold_notice(notice: str) -> str:
    """A notice about the query, in the window's language."""
    return retold(notice.template, notice.fields) if isinstance(notice, Notice) else notice


def understood(text: str) -> str:
    """How the words are read, without the filters of the chips, with the operators in the window's language."""
    try:
        query = parse(text, dt.datetime.now().astimezone().date()).understood
    except QueryRefusedError:
        return ""
    names = {"AND": tr("AND"), "OR": tr("OR"), "NOT": tr("NOT")}
    pieces = re.split(r'("[^"]*")', query)
    pieces[::2] = [re.sub(r"\b(AND|OR|NOT)\b", lambda match: names[match[0]], piece) for piece in pieces[::2]]
    return "".join(pieces)
