"""“Version 2 of 3”: that an article's text has several versions, and the way to them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.model.article import TextVersion


class VersionLink(QToolButton):
    """Hidden where there is but one."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("version_link")
        self.setProperty("link", True)
        self.setProperty("flush", True)
        self.setFont(theme.font("meta"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Versions of the text"))
        self.setToolTip(tr("Versions of the text"))

    def ask(self, article: int) -> None:
        """Count the versions of an article's text; until that is done nothing is shown."""
        self.hide()
        archive = self._desk.archive
        self._desk.jobs.read(
            self, lambda: archive.versions(article), self._show, key="version-link", failed=lambda _error: None
        )

    def _show(self, versions: list[TextVersion]) -> None:
        present = next((each.version for each in versions if each.present), 0)
        told = tr("Version {number} of {count}", number=present, count=len(versions))
        self.setText(told)
        self.setAccessibleName(told)
        self.setVisible(len(versions) > 1)
