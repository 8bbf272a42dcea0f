"""The search box: words, filters as chips, and how the query was read."""

import re
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from desktop_app.gui import theme
from desktop_app.gui.clauses import forget_titles, like_clause, name_entity, nameless, unnamed
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import one_line
from desktop_app.gui.widgets.completer import Completer
from desktop_app.gui.widgets.filter_chips import FilterChips
from desktop_app.gui.widgets.language_help import LanguageHelp
from desktop_app.gui.widgets.query_echo import QueryEcho
from desktop_app.gui.widgets.save_search import SaveSearch
from desktop_app.model.article import ArticleRow
from desktop_app.model.people import EntityRow
from desktop_app.model.query_completion import begun

SOON_MS = 5  # after a key, while searches are fast
FAST_MS = 45  # a search in this time need not wait for the next key
LATE_MS = 250  # the longest wait for the next key
HEIGHT = 34
WIDEST_QUERY = 520  # in the menu of recent searches
_BREAKS = re.compile(r"[^\S\n\r\u2028\u2029]*[\n\r\u2028\u2029]\s*")
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
        forget_titles()
        self.words = _Words(self)
        self.chips = FilterChips(self)
        self.completer = Completer(desk, self.words)
        self.echo = QueryEcho(desk, self)
        self.help = QToolButton(self)
        self._lens = QToolButton(self)
        self.save = SaveSearch(desk, self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self._search_typed)
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
        self.help.setObjectName("search_help")
        self.help.setText("?")
        self.help.setAccessibleName(tr("What can be searched"))
        self.help.setToolTip(tr("What can be searched (Alt+?)"))
        self.help.setAutoRaise(True)
        self.help.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 2)
        row.setSpacing(6)
        row.addWidget(self._lens)
        row.addWidget(self.words)
        row.addWidget(self.chips)
        row.addWidget(self.echo, 1)
        row.addWidget(self.save)
        row.addWidget(self.help)
        self.setFocusProxy(self.words)
        self.setFixedHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        for child in (self._lens, self.save, self.help):
            child.setCursor(Qt.CursorShape.ArrowCursor)

    def _connect(self) -> None:
        self.words.textEdited.connect(self._on_typed)
        self.words.textChanged.connect(self._fit)
        self.words.textChanged.connect(self._show_hint)
        self.words.leave.connect(self._leave)
        self.words.cancel.connect(self._cancel)
        self.words.history.connect(self.show_history)
        self.words.backspace_at_start.connect(self._drop_last_chip)
        self.words.installEventFilter(self)
        self.chips.removed.connect(self._remove_chip)
        self.chips.change_wanted.connect(self._desk.facet_wanted)
        self._lens.clicked.connect(self.show_history)
        self._desk.query_changed.connect(self._on_query)
        self.completer.taken.connect(self._on_typed)
        self.help.clicked.connect(self.show_help)
        theme.notifier().changed.connect(self._dress)

    def _dress(self) -> None:
        self._lens.setIcon(theme.icon("search"))
        font = theme.font("ui")
        font.setPixelSize(14)
        self.words.setFont(font)
        self.help.setFont(theme.font("small"))
        self._fit()
        self._show_hint()
        self.update()

    # --- typing

    def _on_typed(self) -> None:
        if _BREAKS.search(self.words.text()):
            self._join_lines()
        pace = self._desk.pace
        self._typing.start(SOON_MS if pace <= FAST_MS else min(LATE_MS, round(pace)))

    def _join_lines(self) -> None:
        """What was pasted from several lines becomes one; a list of names has a place of its own."""
        before = _BREAKS.sub(" ", self.words.text()[: self.words.cursorPosition()])
        self.words.setText(_BREAKS.sub(" ", self.words.text()).rstrip())
        self.words.setCursorPosition(len(before))
        self._desk.message.emit(tr("The lines were joined. “Search for a list …” looks for each of them alone."))

    def search_now(self) -> None:
        """Search for what the box says, without waiting for the next key.

        Where beginnings of words are shown, that is what the reader takes over, and the box says so from then on.
        """
        self._typing.stop()
        if self._desk.begins and self.words.text() == self._desk.text:
            self.words.setText(begun(self._desk.text))
        self._desk.set_text(self.words.text())

    def _search_typed(self) -> None:
        self._desk.set_text(self.words.text(), typing=True)

    def _leave(self) -> None:
        self.completer.close()
        self.search_now()
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
        self._name_articles()
        # Beside chips there is room for a word only.
        filtered = bool(self._desk.filters)
        self.words.setPlaceholderText(tr("Search") if filtered else tr("Search titles, texts and notes"))
        self._fit()
        self._show_hint()

    def _name_articles(self) -> None:
        """Look up whom and what a chip knows by its number only, as in a search that was saved."""
        archive = self._desk.archive
        numbers, entities = unnamed(self._desk.filters), nameless(self._desk.filters)

        def look_up() -> tuple[list[ArticleRow], list[EntityRow]]:
            return archive.rows(numbers), archive.entity_rows(entities)

        def show(found: tuple[list[ArticleRow], list[EntityRow]]) -> None:
            for row in found[0]:
                like_clause(f"like:{row.id}", one_line(row.heading))
            for entity in found[1]:
                name_entity(entity.id, entity.name)
            self.chips.retell()
            self._fit()

        if numbers or entities:
            self._desk.jobs.read(self, look_up, show, key="titles", failed=lambda _error: None)

    def _show_hint(self) -> None:
        """The key that leads here, while nothing is searched."""
        key = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self.echo.show_hint("" if self.words.text() or self._desk.filters else key)

    # --- recent searches and help

    def history_menu(self, recent: list[str]) -> QMenu:
        """A menu of these searches; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for query in recent:
            short = self.fontMetrics().elidedText(query, Qt.TextElideMode.ElideRight, WIDEST_QUERY)
            action = menu.addAction(short.replace("&", "&&"))
            action.setToolTip(query)
            action.triggered.connect(partial(self._open_recent, query))
        if not recent:
            menu.addAction(tr("No recent searches")).setEnabled(False)
        protocol = self.window().findChild(QAction, "action_search_protocol")
        if isinstance(protocol, QAction):
            menu.addSeparator()
            menu.addAction(protocol)
        return menu

    def _open_recent(self, query: str, _checked: bool = False) -> None:
        self._desk.open_query(query)

    def show_history(self) -> None:
        """Open the recent searches below the box."""

        def show(recent: list[str]) -> None:
            self.history_menu(recent).popup(self.mapToGlobal(self.rect().bottomLeft()))

        self._desk.jobs.read(self, self._desk.archive.recent_queries, show, key="recent", failed=self._desk.failed)

    def show_help(self) -> None:
        """Open the sheet of the query language."""
        sheet = LanguageHelp(self)
        sheet.chosen.connect(self._insert)
        sheet.open_below(self)

    def _insert(self, example: str) -> None:
        """Put an example behind the words and search for it."""
        self.words.setText(f"{self.words.text().rstrip()} {example}".strip())
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search_now()

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
