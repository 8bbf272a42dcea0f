"""What the table of people shows: words of a name, a tag, only checked ones, none of whom only a surname is known."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr
from desktop_app.model.listing import FacetCount
from desktop_app.model.people import Kind

_TYPING_MS = 90


@dataclass(frozen=True, slots=True)
class Wanted:
    """The choice of rows."""

    text: str = ""
    tag: str = ""
    checked: bool = False
    bare: bool = True  # also those of whom only a surname is known

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()


class EntityFilters(QWidget):
    """A line of fields; `changed` comes when the reader has stopped typing for a moment."""

    changed = Signal()
    left = Signal()  # Enter or the down key: the keyboard goes to the rows

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entity_filters")
        self.words = QLineEdit(self)
        self.words.setObjectName("entity_words")
        self.words.setClearButtonEnabled(True)
        self.words.setMaxLength(200)
        self.tag = QComboBox(self)
        self.tag.setObjectName("entity_tag")
        self.tag.setAccessibleName(tr("Tag"))
        self.tag.setMinimumWidth(150)
        self.checked = QCheckBox(tr("Only checked"), self)
        self.checked.setObjectName("entity_checked")
        self.checked.setToolTip(tr("Only whom a person has confirmed or corrected"))
        self.full = QCheckBox(tr("Without mere surnames"), self)
        self.full.setObjectName("entity_full")
        self.full.setToolTip(tr("Leave out people of whom no article gives more than a surname"))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 10)
        row.setSpacing(14)
        row.addWidget(self.words, 1)
        for widget in (self.tag, self.checked, self.full):
            row.addWidget(widget)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self.words.textChanged.connect(lambda _text: self._typing.start())
        self.words.returnPressed.connect(self.left)
        self.tag.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.checked.toggled.connect(lambda _on: self.changed.emit())
        self.full.toggled.connect(lambda _on: self.changed.emit())
        self.show_tags([])
        self.dress()

    def dress(self) -> None:
        """Take the fonts of the theme."""
        for widget in (self.words, self.tag, self.checked, self.full):
            widget.setFont(theme.font("small"))

    def name_kind(self, kind: Kind) -> None:
        """Say whom the fields are about."""
        person = kind == "person"
        text = tr("Filter by a form of the name") if person else tr("Filter by a form of the organisation’s name")
        self.words.setPlaceholderText(text)
        self.words.setAccessibleName(text)
        self.full.setVisible(person)

    def show_tags(self, tags: list[FacetCount]) -> None:
        """Offer these tags; the chosen one stays chosen."""
        chosen = self.wanted().tag
        with QSignalBlocker(self.tag):
            self.tag.clear()
            self.tag.addItem(tr("All tags"), "")
            for tag in tags:
                self.tag.addItem(tag.value, tag.value)
            self.tag.setCurrentIndex(max(0, self.tag.findData(chosen)))
        self.tag.setEnabled(bool(tags))

    def wanted(self) -> Wanted:
        """What is chosen now."""
        return Wanted(
            self.words.text().strip(),
            str(self.tag.currentData() or ""),
            self.checked.isChecked(),
            self.full.isHidden() or not self.full.isChecked(),
        )

    def clear(self) -> None:
        """Leave nothing out."""
        self.words.clear()
        self.tag.setCurrentIndex(0)
        self.checked.setChecked(False)
        self.full.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.words.hasFocus():
            self.left.emit()
        else:
            super().keyPressEvent(event)
