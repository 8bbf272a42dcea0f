"""Begin a screening: what it is called, and how many articles will be read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr, trn

_NAME_AT_MOST = 200  # code points


class StartSheet(QDialog):
    """Asks for the name of a screening of `count` articles."""

    named = Signal(str)

    def __init__(self, suggestion: str, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("start_screening")
        self.setWindowTitle(tr("Read them all"))
        self.setMinimumWidth(420)
        told = QLabel(
            trn(
                "Go through %n article(s) one by one: seen, kept or dropped. Stop whenever you like; the screening"
                " waits in the sidebar and goes on where you stopped.",
                count,
            ),
            self,
        )
        told.setWordWrap(True)
        label = QLabel(tr("Name of the screening"), self)
        label.setFont(theme.font("small"))
        self.name = QLineEdit(suggestion[:_NAME_AT_MOST], self)
        self.name.setObjectName("screening_name")
        self.name.setAccessibleName(tr("Name of the screening"))
        self.name.setMaxLength(_NAME_AT_MOST)
        self.name.selectAll()
        label.setBuddy(self.name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.begin = buttons.addButton(tr("Begin"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.begin.setObjectName("begin_screening")
        self.begin.setDefault(True)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(lambda text: self.begin.setEnabled(bool(text.strip())))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        for widget in (told, label, self.name):
            layout.addWidget(widget)
        layout.addSpacing(6)
        layout.addWidget(buttons)
        self.name.setFocus()

    def _accept(self) -> None:
        if self.name.text().strip():
            self.named.emit(self.name.text().strip())
            self.accept()
