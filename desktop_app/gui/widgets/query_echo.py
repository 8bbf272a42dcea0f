"""How the query was read, what was odd about it, and what may have been meant: one quiet line, and a sheet below it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.clauses import unfold
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.listing import Listing
from desktop_app.model.query_german import in_german
from desktop_app.model.query_notices import Notice
from desktop_app.model.searching import Repair

FEW = 3  # hits: with more, the words were not misspelt
CALM_MS = 350  # without a key
NARROWEST = 80  # a shorter echo says nothing
WIDEST_SHEET = 460


class QueryEcho(QAbstractButton):
    """Shows the most important of its sentences. A click follows it where it leads somewhere, or opens the sheet."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_echo")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._desk = desk
        self._hint = ""
        self._read_as = ""
        self._plain = False  # the query was read just as it is written
        self._notices: list[str] = []
        self._repairs: list[Repair] = []
        self.sheet: EchoSheet | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._correct)
        self.clicked.connect(self._on_click)
        desk.listing_changed.connect(self._on_listing)
        desk.query_changed.connect(self._calm.stop)
        theme.notifier().changed.connect(self.update)
        self._refresh()

    # --- what is told

    def show_hint(self, text: str) -> None:
        """What stands there while nothing is searched."""
        self._hint = text
        self._refresh()

    def _on_listing(self, listing: Listing | None) -> None:
        asked = " ".join(self._desk.text.split())
        self._read_as = in_window_s_words(self._desk.understood) if asked else ""
        self._plain = self._read_as == asked
        waiting = asked.endswith(":")  # for the value that is being typed
        told = listing.notices if listing is not None and not waiting else []
        self._notices = [retold_notice(notice) for notice in told]
        self._repairs = []
        self._refresh()
        if asked and listing is not None and len(listing) <= FEW:
            self._calm.start()

    def _correct(self) -> None:
        """Ask what may have been meant, once the reader has stopped typing."""
        desk, query, view = self._desk, self._desk.full_query, self._desk.view

        def outdated() -> bool:
            return query != desk.full_query

        def show(repairs: list[Repair]) -> None:
            if not outdated():
                self._repairs = repairs
                self._refresh()

        # A query that is refused has its notice already.
        desk.jobs.read(
            self,
            lambda: desk.archive.correct(query, view=view, cancelled=outdated),
            show,
            key="correct",
            failed=lambda _error: show([]),
        )

    @property
    def sentences(self) -> list[str]:
        """All that is told, the most important first."""
        read_as = [tr("read as: {query}", query=self._read_as)] if self._read_as else []
        return [*map(self.question, self._repairs[:1]), *self._notices, *read_as]

    @staticmethod
    def question(repair: Repair) -> str:
        """A repair as a question, without the filters of the chips."""
        return tr("Did you mean “{query}”?", query=in_window_s_words(unfold(repair.query)[0]))

    def _refresh(self) -> None:
        sentences = self.sentences
        only_plain = self._plain and not self._repairs and not self._notices
        self.setText(sentences[0] if sentences and not only_plain else "" if sentences else self._hint)
        self.setAccessibleName(" ".join(sentences) or self._hint)
        self.setToolTip("\n".join(sentences))
        live = bool(self._repairs or self._notices)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if live else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if live else Qt.CursorShape.ArrowCursor)
        self.update()

    # --- what is done

    def _on_click(self) -> None:
        if len(self._repairs) == 1 and not self._notices:
            self._desk.mend(self._repairs[0].query)
        elif self._repairs or self._notices:
            self.open_sheet()

    def open_sheet(self) -> None:
        """Show everything below the box."""
        self.sheet = EchoSheet(self.sentences[len(self._repairs[:1]) :], self._repairs, self._desk.mend, self)
        self.sheet.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width(), self.height() + 8))
        self.sheet.move(corner - QPoint(self.sheet.width(), 0))
        self.sheet.show()

    def event(self, event: QEvent) -> bool:
        """The space bar presses the button that has the keyboard; elsewhere it is the window's."""
        if keeps(event, Qt.Key.Key_Space):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    # --- looks

    def sizeHint(self) -> QSize:
        return QSize(NARROWEST, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() < NARROWEST or not self.text():
            return
        palette, font = theme.current(), theme.font("small")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(font)
        more = len(self._notices) > 1 or (self._repairs and self._notices)
        tail = "  ⌄" if more else ""
        room = self.width() - 8 - metrics.horizontalAdvance(tail)
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text + tail)
        box = QRect(self.width() - width - 4, 0, width + 2, self.height())
        if self._repairs:
            font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(palette.accent if self._repairs else palette.warning if self._notices else palette.muted)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text + tail)
        if self.hasFocus():
            painter.setPen(QPen(palette.accent, 1))
            painter.drawRoundedRect(box.adjusted(-4, 2, 3, -3), 4, 4)


class EchoSheet(QFrame):
    """A popup with every sentence on a line of its own, and every repair as a button."""

    def __init__(
        self, sentences: Sequence[str], repairs: Sequence[Repair], mend: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("echo_sheet")
        self.setAccessibleName(tr("How the search was read"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._mend = mend
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        for repair in repairs:
            button = QPushButton(f"{QueryEcho.question(repair)}  ·  {QLocale().toString(repair.count)}", self)
            button.setAccessibleName(QueryEcho.question(repair))
            button.clicked.connect(partial(self._choose, repair.query))
            column.addWidget(button)
        for sentence in sentences:
            label = QLabel(sentence, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFixedWidth(min(WIDEST_SHEET, label.fontMetrics().horizontalAdvance(sentence) + 4))
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)

    def _choose(self, query: str, _checked: bool = False) -> None:
        self.close()
        self._mend(query)


def retold_notice(notice: str) -> str:
    """A notice about the query, in the window's language."""
    return retold(notice.template, notice.fields) if isinstance(notice, Notice) else notice


def in_window_s_words(understood: str) -> str:
    """The echo of a query with the names of operators and fields in the window's language."""
    return in_german(understood) if QLocale().name().startswith("de") else understood
