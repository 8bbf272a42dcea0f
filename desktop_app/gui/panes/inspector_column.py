"""What the inspector is made of: columns of lines, each with a heading, and hairlines between them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.dates import format_date
from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import one_line
from desktop_app.model.article import ArticleRow

DATED = 150  # pixels of a line from which on there is room for its date
_SOFT_HYPHEN = "\u00ad"  # where a heading may be parted: a column may be narrower than a long word


class Column(QScrollArea):
    """A heading and lines below it; scrolls where there are more than fit."""

    def __init__(self, name: str, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._titled = heading
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._inner = QWidget(self)
        self._inner.setAutoFillBackground(False)
        self._heading = QLabel(self._inner)
        self._heading.setWordWrap(True)
        self._lines: list[QWidget] = []
        self._layout = QVBoxLayout(self._inner)
        self._layout.setContentsMargins(18, 11, 16, 10)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._heading)
        self._layout.addSpacing(3)
        self._layout.addStretch(1)
        self.setWidget(self._inner)
        self.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent }")
        self.dress()

    def dress(self) -> None:
        """Take colours and fonts from the theme."""
        self._heading.setFont(theme.font("label"))
        self._heading.setStyleSheet(f"color: {theme.current().muted.name()}")
        self.retitle(self._titled)

    def retitle(self, heading: str) -> None:
        """Head the column otherwise."""
        self._titled = heading
        self.setAccessibleName(heading.replace(_SOFT_HYPHEN, ""))
        # Qt parts words at soft hyphens too, but the font has none: another's makes the lines higher.
        margins, metrics = self._layout.contentsMargins(), QFontMetrics(theme.font("label"))
        room = self.viewport().width() - margins.left() - margins.right()
        words = [word.split(_SOFT_HYPHEN) for word in heading.split()]
        fitting = (("" if metrics.horizontalAdvance("".join(word)) <= room else "-\n").join(word) for word in words)
        self._heading.setText(" ".join(fitting))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.retitle(self._titled)

    def clear(self, but: Sequence[QWidget] = ()) -> None:
        """Remove all lines, or all but some."""
        for line in self._lines:
            if line not in but:
                self._layout.removeWidget(line)
                line.hide()
                line.deleteLater()
        self._lines = list(but)

    def rest(self, line: QWidget) -> None:
        """Hide a line where it is, to be woken later: making and placing one anew costs more."""
        self._lines.remove(line)
        line.hide()

    def wake(self, line: QWidget) -> None:
        """Show a line that rested, below those that are shown; call it in the order of the lines."""
        self._lines.append(line)
        line.show()

    def add(self, line: QWidget) -> None:
        """Put a line below the others."""
        self._lines.append(line)
        self._layout.insertWidget(self._layout.count() - 1, line)
        line.show()

    def say(self, text: str) -> None:
        """One quiet sentence instead of lines."""
        self.clear()
        if text:
            label = QLabel(text, self._inner)
            label.setWordWrap(True)
            label.setFont(theme.font("small"))
            label.setStyleSheet(f"color: {theme.current().muted.name()}")
            self.add(label)

    def lines(self) -> list[QWidget]:
        """The lines from top to bottom."""
        return list(self._lines)


class Neighbour(QToolButton):
    """A line that opens an article: its title, and its date at the right."""

    opened = Signal(int)

    def __init__(self, row: ArticleRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self._title = one_line(row.heading)
        self._date = format_date(row.date, row.language)
        self.setObjectName("neighbour")
        self.setAccessibleName(tr("Open {title}, {date}", title=row.heading, date=self._date))
        self.setToolTip(row.heading)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)
        self.setFixedHeight(24)
        self.clicked.connect(lambda: self.opened.emit(row.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), palette.selection)
        painter.setFont(theme.font("meta"))
        painter.setPen(palette.muted)
        room = self.width()
        if room >= DATED:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._date)
            room -= painter.fontMetrics().horizontalAdvance(self._date) + 12
        painter.setFont(theme.font("small"))
        painter.setPen(palette.ink)
        text = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


class Rule(QWidget):
    """A vertical hairline."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().line)
