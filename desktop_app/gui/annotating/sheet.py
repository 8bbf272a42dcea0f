"""A small sheet that floats over the page, beside the words it is about."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from desktop_app.gui import theme
from desktop_app.gui.widgets.article_page import ArticlePage

_AWAY = 7  # pixels between the words and the sheet
_EDGE = 6


class Sheet(QFrame):
    """A child of the page's viewport: it cannot be left behind, and goes with the page."""

    def __init__(self, name: str, page: ArticlePage) -> None:
        super().__init__(page.viewport())
        self._page = page
        self._placed: tuple[QRectF, bool] | None = None
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def place(self, words: QRectF, *, above: bool) -> None:
        """Show the sheet above or below words in the viewport, on the other side where there is no room."""
        self._placed = (words, above)
        self.show()  # what is hidden does not hear that its words have become longer
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        self.adjustSize()
        view = self._page.viewport().rect()
        over, under = words.top() - _AWAY - self.height(), words.bottom() + _AWAY
        fits_over, fits_under = over >= _EDGE, under + self.height() <= view.height() - _EDGE
        y = over if (above and fits_over) or not fits_under else under
        y = max(_EDGE, min(y, view.height() - _EDGE - self.height()))
        x = max(_EDGE, min(words.left(), view.width() - self.width() - _EDGE))
        self.move(round(x), round(y))
        self.raise_()

    def place_again(self) -> None:
        """After it has become larger or smaller."""
        if self._placed is not None and not self.isHidden():
            self.place(self._placed[0], above=self._placed[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.current().line)
        painter.setBrush(theme.current().sheet)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    # A click on the sheet is not meant for the words below it.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


def verb(name: str, text: str, key: str, parent: QWidget, icon: str = "") -> QToolButton:
    """A button on a sheet; its tool tip names the key that does the same. With an icon it has no words."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setAccessibleName(text)
    button.setToolTip(f"{text} ({key})" if key else text)
    button.setFont(theme.font("small"))
    if icon:
        button.setIcon(theme.icon(icon))
    else:
        button.setText(text.replace("&", "&&"))
    return button
