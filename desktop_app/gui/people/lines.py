"""Lines of the page that can be chosen: an article, somebody they appear with, a place or a source."""

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.gui import theme
from desktop_app.gui.dates import format_date
from desktop_app.gui.delegates.chips import faded
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.page_text import one_line
from desktop_app.gui.people.quote_view import ink_of
from desktop_app.gui.people.section import INSET
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.article import ArticleRow
from desktop_app.model.listing import FacetCount
from desktop_app.model.people import Companion, Kind

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def draw_mark(painter: QPainter, kind: Kind, centre: QPointF, size: float) -> None:
    """A disc for a person, a square for an organisation, in the kind's colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(getattr(theme.current(), ink_of(kind)))
    box = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    if kind == "person":
        painter.drawEllipse(box)
    else:
        painter.drawRoundedRect(box.adjusted(0.4, 0.4, -0.4, -0.4), 1.5, 1.5)
    painter.restore()


class Line(QAbstractButton):
    """One line that lights up; Enter or a click chooses it."""

    height_px = 24

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)

    def sizeHint(self) -> QSize:
        return QSize(160, self.height_px)

    def event(self, event: QEvent) -> bool:
        return keeps(event, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _ground(self, painter: QPainter) -> None:
        palette = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(palette.accent if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(faded(palette.selection, 0.7))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -1.5), 4, 4)

    def _write(self, painter: QPainter, text: str, end: str, left: int, ink: QColor) -> None:
        """`text` from `left` on, cut where `end` begins, which stands at the right in small figures."""
        room = self.rect().adjusted(left, 0, -INSET, 0)
        if end:
            painter.setFont(theme.font("number"))
            painter.setPen(theme.current().muted)
            painter.drawText(room, _RIGHT, end)
            room.setRight(room.right() - QFontMetrics(theme.font("number")).horizontalAdvance(end) - 10)
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(room, _LEFT, self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width()))


class ArticleLine(Line):
    """An article: its title, and source and date at the right; a hairline below."""

    height_px = 30
    opened = Signal(int)

    def __init__(self, row: ArticleRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self._date = format_date(row.date, row.language) or tr("undated")
        self.setObjectName("article_line")
        self.setText(one_line(row.heading))
        told = " · ".join(part for part in (one_line(row.source), self._date) if part)
        self._told = told
        self.setAccessibleName(tr("Open {title}, {date}", title=self.text(), date=told))
        self.setToolTip(f"{self.text()}\n{told}")
        self.clicked.connect(lambda: self.opened.emit(row.id))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        painter = QPainter(self)
        painter.fillRect(INSET, self.height() - 1, self.width() - 2 * INSET, 1, palette.line)
        self._ground(painter)
        metrics = QFontMetrics(theme.font("meta"))
        room = self.rect().adjusted(INSET, 0, -INSET, -1)
        told = self._fitting(metrics, round(room.width() * 0.45))
        painter.setFont(theme.font("meta"))
        painter.setPen(palette.muted)
        painter.drawText(room, _RIGHT, told)
        room.setRight(room.right() - metrics.horizontalAdvance(told) - 12)
        title = theme.font("ui")
        title.setWeight(title.Weight.Medium)
        painter.setFont(title)
        painter.setPen(palette.ink)
        words = QFontMetrics(title).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, words)

    def _fitting(self, metrics: QFontMetrics, width: int) -> str:
        """Source and date; in a narrow column the source gives way."""
        if metrics.horizontalAdvance(self._told) <= width:
            return self._told
        date = f" · {self._date}"
        source = metrics.elidedText(
            one_line(self._row.source), Qt.TextElideMode.ElideRight, width - metrics.horizontalAdvance(date)
        )
        return source + date if len(source) > 3 else self._date


class CompanionLine(Line):
    """Somebody they appear with. A click shows where; a double click or Enter opens the page."""

    chosen = Signal(object)  # Companion
    page_wanted = Signal(int)

    def __init__(self, companion: Companion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.companion = companion
        self.setObjectName("companion")
        self.setText(one_line(companion.name))
        self.setFont(theme.font("ui"))
        shared = trn("%n article(s) in common", companion.articles)
        self.setAccessibleName(f"{self.text()}, {shared}")
        self.setAccessibleDescription(tr("Space shows where, Enter opens the page."))
        self.setToolTip(tr("{name}: {shared}. A double click opens the page.", name=self.text(), shared=shared))
        self.clicked.connect(lambda: self.chosen.emit(self.companion))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.page_wanted.emit(self.companion.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.page_wanted.emit(self.companion.id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._ground(painter)
        draw_mark(painter, self.companion.kind, QPointF(INSET + 5, self.height() / 2), 9)
        count = QLocale().toString(self.companion.articles)
        self._write(painter, self.text(), count, INSET + 18, theme.current().ink)


class CountLine(Line):
    """A place or a source with its count; checked while the articles are filtered by it."""

    def __init__(self, facet: FacetCount, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facet = facet
        self.setObjectName("count_line")
        self.setCheckable(True)
        self.setText(one_line(facet.label))
        self.setFont(theme.font("ui"))
        self.setAccessibleName(f"{self.text()}, " + trn("%n article(s)", facet.count))
        self.setToolTip(tr("{name}: list only these articles", name=self.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        painter = QPainter(self)
        self._ground(painter)
        if self.isChecked():
            painter.fillRect(0, 3, 3, self.height() - 7, palette.accent)
        ink = palette.accent if self.isChecked() else palette.ink
        self._write(painter, self.text(), QLocale().toString(self.facet.count), INSET, ink)
