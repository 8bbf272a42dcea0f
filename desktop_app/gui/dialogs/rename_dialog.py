"""Another name for a person or an organisation: one of its forms, or any."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QListWidget, QVBoxLayout, QWidget

from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import one_line
from desktop_app.gui.people.section import quiet
from desktop_app.model.people import EntityPage

_LONGEST = 200
_SIZE = (420, 360)


class RenameDialog(QDialog):
    """The forms in which the articles write the name are offered below the line."""

    def __init__(self, desk: Desk, entity: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("rename_dialog")
        self.setWindowTitle(tr("Rename"))
        self.resize(*_SIZE)
        self._desk = desk
        self._entity = entity
        self._before = ""
        self.name = QLineEdit(self)
        self.name.setObjectName("rename_name")
        self.name.setAccessibleName(tr("Name"))
        self.name.setMaxLength(_LONGEST)
        self.forms = QListWidget(self)
        self.forms.setObjectName("rename_forms")
        self.forms.setAccessibleName(tr("As the articles write it"))
        self.forms.itemClicked.connect(lambda item: self.name.setText(item.text()))
        self.forms.itemActivated.connect(lambda item: self.name.setText(item.text()))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.apply = self.buttons.addButton(tr("Rename"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply.setObjectName("rename_apply")
        self.apply.setDefault(True)
        heading = QLabel(tr("As the articles write it"), self)
        heading.setProperty("muted", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(8)
        layout.addWidget(self.name)
        layout.addSpacing(4)
        layout.addWidget(heading)
        layout.addWidget(self.forms, 1)
        told = quiet(tr("The name is yours from then on: no later run changes it."), self)
        told.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(told)
        layout.addSpacing(4)
        layout.addWidget(self.buttons)
        self.name.textChanged.connect(lambda _text: self._refresh())
        self.buttons.accepted.connect(self._apply)
        self.buttons.rejected.connect(self.reject)
        self._refresh()
        archive = desk.archive
        desk.jobs.read(self, lambda: archive.entity(entity), self._show, failed=desk.failed)

    def _show(self, page: EntityPage) -> None:
        self._before = page.row.name
        self.name.setText(page.row.name)
        self.name.selectAll()
        self.name.setFocus()
        for form in page.forms:
            self.forms.addItem(one_line(form.form))

    def _refresh(self) -> None:
        name = self.name.text().strip()
        self.apply.setEnabled(bool(name) and name != self._before and not self._desk.archive.read_only)

    def _apply(self) -> None:
        self._desk.edit(self._desk.archive.rename_entity, self._entity, self.name.text().strip())
        self.accept()
