"""How two are connected: from one to the next of those who appear together, each link with a sentence."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.page_text import one_line
from desktop_app.gui.people.lines import Line, draw_mark
from desktop_app.gui.people.page_head import EDGE
from desktop_app.gui.people.quote_view import QuoteView
from desktop_app.gui.people.section import INSET, link, quiet
from desktop_app.model.people import Node, PathStep

LONGEST = 4
_WIDEST, _MARK = 720, 18


class Stop(Line):
    """Somebody on the way; a click opens the page."""

    height_px = 40

    def __init__(self, node: Node, parent: QWidget) -> None:
        super().__init__(parent)
        self.node = node
        self.setObjectName("stop")
        self.setText(one_line(node.name))
        font = theme.font("list-title")
        font.setPixelSize(16)
        self.setFont(font)
        self.setAccessibleName(f"{self.text()}, " + trn("%n article(s)", node.articles))
        self.setToolTip(tr("Open the page of {name}", name=self.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._ground(painter)
        draw_mark(painter, self.node.kind, QPointF(INSET + _MARK / 2, self.height() / 2), _MARK)
        self._write(painter, self.text(), "", INSET + _MARK + 14, theme.current().ink)


class Link(QWidget):
    """The line between two, as strong as they have in common, and a sentence beside it."""

    opened = Signal(object)  # Quote

    def __init__(self, step: PathStep, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._width = 1.5 + 4 * (step.articles / max(1, most)) ** 0.5
        self.setObjectName("path_link")
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARK + 14, 4, 0, 8)
        column.setSpacing(1)
        column.addWidget(quiet(trn("%n article(s) in common", step.articles), self))
        if step.quote is not None:
            view = QuoteView(step.quote, "accent", self)
            view.opened.connect(self.opened)
            column.addWidget(view)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = INSET + _MARK / 2
        painter.setPen(QPen(theme.current().line.darker(115), self._width))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))


class PathView(QScrollArea):
    """The chain from one to another."""

    opened = Signal(object)  # Quote
    page_wanted = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("path_view")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_path(self, steps: Sequence[PathStep], names: tuple[str, str]) -> None:
        """Show the steps; without any, say that there is no chain between these two."""
        inner = QWidget()
        inner.setObjectName("path_inner")
        column = QVBoxLayout(inner)
        column.setContentsMargins(EDGE - INSET, 16, EDGE - INSET, 30)
        column.setSpacing(0)
        back = link(tr("Back to the page of {name}", name=one_line(names[0])), "leave_path", inner)
        back.clicked.connect(self.closed)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        title = QLabel(tr("From {a} to {b}", a=one_line(names[0]), b=one_line(names[1])), inner)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        title.setFont(theme.font("article-title"))
        title.setContentsMargins(INSET, 6, INSET, 2)
        column.addWidget(title)
        if steps:
            told = trn("%n step(s); each joins two whom the same articles name.", len(steps) - 1)
        else:
            told = tr(
                "No chain of at most {count} steps leads from one to the other. Two are joined when an article names"
                " both.",
                count=LONGEST,
            )
        column.addWidget(quiet(told, inner))
        column.addSpacing(14)
        most = max((step.articles for step in steps), default=1)
        for step in steps:
            if step.articles:
                joint = Link(step, most, inner)
                joint.opened.connect(self.opened)
                joint.setMaximumWidth(_WIDEST)
                column.addWidget(joint)
            stop = Stop(step.entity, inner)
            stop.setMaximumWidth(_WIDEST)
            stop.clicked.connect(lambda _=False, number=step.entity.id: self.page_wanted.emit(number))
            column.addWidget(stop)
        column.addStretch(1)
        self.setAccessibleName(title.text())
        self.setWidget(inner)
        back.setFocus()
