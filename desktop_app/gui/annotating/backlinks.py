"""What links to an article, a person or an organisation: a heading, and a line for each note and introduction."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import one_line
from desktop_app.model.changes import Changes
from desktop_app.model.links import Backlink, LinkKind

AT_MOST = 50
_TABLES = ("annotations", "entity_notes", "dossiers", "dossier_articles")
_LINE = 24


class Backlinks(QWidget):
    """Asks by itself, again after each change of what can hold links; hidden where nothing links here."""

    opened = Signal(str)  # such as "note:7"
    found = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, inset: int = 0, below: int = 0) -> None:
        super().__init__(parent)
        self.setObjectName("backlinks")
        self.setAccessibleName(tr("Linked from"))
        self._desk = desk
        self._of: tuple[LinkKind, int] | None = None
        self.lines: list[BacklinkLine] = []
        self._heading = QLabel(tr("Linked from"), self)
        self._heading.setObjectName("backlinks_heading")
        self._heading.setFont(theme.font("label"))
        self._heading.setProperty("muted", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(inset, 0 if below else 6, inset, below)
        self._column.setSpacing(2)
        self._column.addWidget(self._heading)
        self.hide()
        desk.hub.changed.connect(self._on_changed)

    def ask(self, kind: LinkKind, number: int) -> None:
        """Show what links to this."""
        if (kind, number) != self._of:
            self._show([])
        self._of = (kind, number)
        archive = self._desk.archive

        def show(links: list[Backlink]) -> None:
            if self._of == (kind, number):
                self._show(links[:AT_MOST])

        self._desk.jobs.read(self, lambda: archive.backlinks(kind, number), show, failed=self._desk.failed)

    def _on_changed(self, changes: Changes) -> None:
        if self._of is not None and changes.touches(*_TABLES):
            self.ask(*self._of)

    def _show(self, links: list[Backlink]) -> None:
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [BacklinkLine(link, self) for link in links]
        for line in self.lines:
            line.opened.connect(self.opened)
            self._column.addWidget(line)
            line.show()
        self.setVisible(bool(links))
        self.found.emit()


class BacklinkLine(QToolButton):
    """Where the link stands, and behind it the words around it. A click or Enter goes there."""

    opened = Signal(str)

    def __init__(self, link: Backlink, parent: QWidget) -> None:
        super().__init__(parent)
        self.link = link
        self.setObjectName("backlink")
        words, title = one_line(link.words), one_line(link.title)
        self._title, self._words = title, words
        self.setAccessibleName(tr("{title}: {words}", title=title, words=words))
        self.setToolTip(f"{title}\n{words}" if words else title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)
        self.setFixedHeight(_LINE)
        self.clicked.connect(lambda: self.opened.emit(self.target))

    @property
    def target(self) -> str:
        """Where the line leads."""
        if self.link.written == "entity_note":
            return f"entity:{self.link.entity}"
        return f"{self.link.written}:{self.link.id}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, painter = theme.current(), QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), palette.selection)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(theme.font("small"))
        metrics = painter.fontMetrics()
        room = self.width()
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room * 2 // 3 if self._words else room)
        painter.setPen(palette.ink)
        painter.drawText(self.rect(), middle, title)
        left = metrics.horizontalAdvance(title) + 10
        if self._words and left < room - 40:
            painter.setFont(theme.font("meta"))
            painter.setPen(palette.muted)
            words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room - left)
            painter.drawText(QRect(left, 0, room - left, self.height()), middle, words)
