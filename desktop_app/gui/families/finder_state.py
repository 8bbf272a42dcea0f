"""How far the search for versions is, in the status strip."""

from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.gui import theme
from desktop_app.gui.families.finder import FamilyFinder
from desktop_app.gui.i18n import tr

_MANY: Final = 500  # articles; fewer are compared before anybody could read of it


class FinderState(QWidget):
    """Hidden while there is nothing to tell."""

    def __init__(self, finder: FamilyFinder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("families_state")
        self.setAccessibleName(tr("Versions"))
        self._finder = finder
        self.label = QLabel(self)
        self.label.setObjectName("status_families")
        self.label.setToolTip(tr("Articles are being compared, so that versions of one are shown as one row"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label)
        finder.changed.connect(self._show)
        theme.notifier().changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.setVisible(self._finder.running and self._finder.waiting >= _MANY)
        self.label.setFont(theme.font("small"))
        share = QLocale().toString(round(100 * self._finder.share))
        self.label.setText(tr("Versions: {share} %", share=share))
