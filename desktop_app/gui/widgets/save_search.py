"""The bookmark in the search box: keep a search under a name."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.clauses import describe
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr


class SaveSearch(QToolButton):
    """Opens a small sheet that asks for the search's name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("save_search")
        self.setAccessibleName(tr("Save this search"))
        self.setToolTip(tr("Save this search"))
        self.setAutoRaise(True)
        self.setIconSize(QSize(16, 16))
        self._desk = desk
        self.sheet: SaveSheet | None = None
        self.clicked.connect(self.ask)
        desk.query_changed.connect(self._refresh)
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self._refresh()

    def _dress(self) -> None:
        self.setIcon(theme.icon("saved-search"))

    def _refresh(self) -> None:
        self.setVisible(bool(self._desk.full_query.strip()))

    def ask(self) -> None:
        """Open the sheet below the button."""
        if not self._desk.full_query.strip():
            self._desk.message.emit(tr("Search for something first; then it can be saved."))
            return
        words = [self._desk.text.strip(), *map(describe, self._desk.filters)]
        self.sheet = SaveSheet(" · ".join(word for word in words if word), self)
        self.sheet.accepted.connect(self._save)
        self.sheet.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width(), self.height() + 6))
        self.sheet.move(corner - QPoint(self.sheet.width(), 0))
        self.sheet.show()
        self.sheet.name.setFocus(Qt.FocusReason.PopupFocusReason)
        self.sheet.name.selectAll()

    def _save(self) -> None:
        archive, sheet = self._desk.archive, self.sheet
        if sheet is None or not sheet.name.text().strip():
            return
        name, query, sort = sheet.name.text().strip(), self._desk.full_query, self._desk.sort
        sheet.close()
        self._desk.edit(archive.save_search, name, query, sort)


class SaveSheet(QFrame):
    """A popup with one field; Enter saves, Esc closes."""

    def __init__(self, suggestion: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("save_sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        label = QLabel(tr("Save this search as"), self)
        label.setFont(theme.font("small"))
        self.name = QLineEdit(suggestion, self)
        self.name.setObjectName("search_name")
        self.name.setAccessibleName(tr("Name of the saved search"))
        self.name.setMaxLength(200)
        self.name.setMinimumWidth(260)
        label.setBuddy(self.name)
        button = QPushButton(tr("Save"), self)
        button.setObjectName("save_button")
        button.setProperty("primary", True)
        self.accepted = button.clicked
        self.name.returnPressed.connect(button.click)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(6)
        layout.addWidget(label)
        layout.addLayout(row)
