"""The query language on one sheet: what can be written, in the window's language and the other one."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import retold, tr
from desktop_app.model.query_help import FIELDS, OPERATORS, WORDS, Form


class LanguageHelp(QFrame):
    """A popup; a click on an example puts it into the search box."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("language_help")
        self.setAccessibleName(tr("What can be searched"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._german = QLocale().name().startswith("de")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(32)
        row.addLayout(self._column((tr("Words"), WORDS), (tr("Together"), OPERATORS)))
        row.addLayout(self._column((tr("Fields"), FIELDS)))
        if self._german:
            other = tr("English names are understood as well, and the other way round.")
        else:
            other = tr("German names are understood as well, and the other way round.")
        self.setToolTip(other)

    def _column(self, *tables: tuple[str, Sequence[Form]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        for number, (title, forms) in enumerate(tables):
            heading = QLabel(title.upper(), self)
            heading.setObjectName("help_heading")
            heading.setFont(theme.font("label"))
            if number:
                column.addSpacing(10)
            column.addWidget(heading)
            column.addLayout(self._table(forms))
        column.addStretch(1)
        return column

    def _table(self, forms: Sequence[Form]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        palette = theme.current()
        for row, form in enumerate(forms):
            example = form.german_example if self._german else form.example
            other = form.english if self._german else form.german
            mine = form.german if self._german else form.english
            link = QLabel(self)
            link.setTextFormat(Qt.TextFormat.RichText)
            shown = example.replace("&", "&amp;").replace("<", "&lt;")
            link.setText(f'<a style="color:{palette.ink.name()}; text-decoration:none" href="{row}">{shown}</a>')
            link.setProperty("example", example)
            link.setToolTip(tr("Search for this"))
            link.linkActivated.connect(lambda _href, example=example: self._choose(example))
            font = theme.font("ui")
            font.setWeight(font.Weight.Medium)
            link.setFont(font)
            meaning = QLabel(retold(form.meaning.template, form.meaning.fields), self)
            also = QLabel(other if other and other != mine else "", self)
            for label in (meaning, also):
                label.setFont(theme.font("small"))
            also.setObjectName("help_other")
            for at, label in enumerate((link, meaning, also)):
                grid.addWidget(label, row, at)
        grid.setColumnMinimumWidth(0, 178)
        grid.setColumnStretch(1, 1)
        return grid

    def examples(self) -> list[QLabel]:
        """The examples, from top to bottom."""
        return [label for label in self.findChildren(QLabel) if label.property("example")]

    def _choose(self, example: str) -> None:
        self.close()
        self.chosen.emit(example)

    def open_below(self, box: QWidget) -> None:
        """Show it below a widget, right edges in line, but within the window and the screen as far as it fits."""
        self.adjustSize()
        corner = box.mapToGlobal(QPoint(box.width() - self.width(), box.height() + 6))
        window, screen = box.window().mapToGlobal(QPoint(0, 0)), box.screen().availableGeometry()
        left = min(max(corner.x(), window.x()), screen.right() - self.width())
        self.move(max(left, screen.left()), corner.y())
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
