"""The versions of one article's text: from when and where they are, and what differs, word by word."""

from functools import partial

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.dates import when
from desktop_app.gui.desk import Desk
from desktop_app.gui.families.difference_page import DifferencePage
from desktop_app.gui.i18n import tr
from desktop_app.model.article import TextVersion
from desktop_app.model.changes import Changes
from desktop_app.model.differences import Piece

_SIZE = (920, 620)
_LIST_WIDTH = 230
_LONG = 40_000  # code points from which only the differences are shown, until the reader asks for all
Compared = tuple[str, str, list[Piece]]


class TextVersions(QDialog):
    """The list at the left, the differences at the right; any version can be made the present text again."""

    def __init__(self, desk: Desk, article: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("text_versions")
        self.setWindowTitle(tr("Versions of the text of {title}", title=title))
        self.resize(*_SIZE)
        self._desk = desk
        self.article = article
        self._versions: list[TextVersion] = []
        self.list = QListWidget(self)
        self.told = QLabel(self)
        self.count = QLabel(self)
        self.page = DifferencePage(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.restore = self.buttons.addButton(
            tr("Make this the present text again"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._name_parts()
        self._tools = self._tool_row()
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._compare())
        self.page.counted.connect(self._on_counted)
        self.restore.clicked.connect(self._restore)
        self.buttons.rejected.connect(self.close)
        desk.hub.changed.connect(self._on_changed)
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self.list.setFocus()
        self._load()

    # --- parts

    def _name_parts(self) -> None:
        self.list.setObjectName("text_version_list")
        self.list.setAccessibleName(tr("Versions of the text"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setWordWrap(True)
        self.told.setObjectName("text_versions_told")
        self.told.setWordWrap(True)
        self.count.setObjectName("text_difference_count")
        self.restore.setObjectName("restore_version")
        self.restore.setEnabled(False)
        self.restore.setHidden(self._desk.archive.read_only)
        for button in self.buttons.buttons():
            button.setProperty("autoDefault", False)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setAutoRaise(True)
        button.setIconSize(QSize(14, 14))
        return button

    def _tool_row(self) -> QHBoxLayout:
        self.before = self._button("previous_text_difference", tr("Previous difference (Shift+F3)"))
        self.after = self._button("next_text_difference", tr("Next difference (F3)"))
        self.only = self._button("only_text_differences", tr("Only the differences"))
        self.only.setText(tr("Only the differences"))
        self.only.setCheckable(True)
        self.before.clicked.connect(partial(self._go, -1))
        self.after.clicked.connect(partial(self._go, 1))
        self.only.toggled.connect(lambda on: self.page.show_whole(not on))
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 0, 0)
        row.addWidget(self.told, 1)
        for widget in (self.before, self.count, self.after, self.only):
            row.addWidget(widget)
        return row

    def _lay_out(self) -> None:
        beside, right, column = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        right.setSpacing(8)
        right.addLayout(self._tools)
        right.addWidget(self.page, 1)
        beside.setSpacing(0)
        beside.addWidget(self.list)
        beside.addLayout(right, 1)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(beside, 1)
        column.addWidget(self.buttons)

    def _dress(self) -> None:
        for label in (self.told, self.count):
            label.setFont(theme.font("small"))
            label.setStyleSheet(f"color: {theme.current().muted.name()}")
        self.before.setIcon(theme.icon("previous"))
        self.after.setIcon(theme.icon("next"))

    # --- the list

    def _load(self) -> None:
        archive, number = self._desk.archive, self.article
        self._desk.jobs.read(
            self, lambda: archive.versions(number), self._show, key="text-versions", failed=self._desk.failed
        )

    def _show(self, versions: list[TextVersion]) -> None:
        """The newest first; the newest that is not the present one is chosen, unless one was."""
        chosen = self.chosen
        self._versions = versions[::-1]
        self.list.blockSignals(True)
        self.list.clear()
        for version in self._versions:
            self.list.addItem(QListWidgetItem(_named(version)))
        wanted = [n for n, each in enumerate(self._versions) if chosen is not None and each.version == chosen.version]
        others = [n for n, each in enumerate(self._versions) if not each.present]
        self.list.setCurrentRow((wanted or others or [0])[0])
        self.list.blockSignals(False)
        self._compare()

    @property
    def chosen(self) -> TextVersion | None:
        """The version that is chosen in the list."""
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    # --- what differs

    def _compare(self) -> None:
        """The chosen version beside the present one; of the present one, what it changed in the one before it."""
        chosen = self.chosen
        self.restore.setEnabled(chosen is not None and not chosen.present)
        if chosen is None:
            return
        archive, number, old = self._desk.archive, self.article, chosen.version
        if chosen.present:
            others = [each.version for each in self._versions if not each.present]
            old = max((each for each in others if each < old), default=max(others, default=old))

        def compare() -> Compared:
            return archive.text_of(number, old), archive.text_of(number), archive.compare_versions(number, old)

        def show(found: Compared) -> None:
            one, other, pieces = found
            self.told.setText(
                tr("Struck out: only in version {number}.", number=old)
                + " "
                + tr("Underlined: only in the present text.")
            )
            self.only.setChecked(max(len(one), len(other)) > _LONG)
            self.page.compare(one, other, pieces)

        self._desk.jobs.read(self, compare, show, key="text-differences", failed=self._desk.failed)

    def _go(self, step: int, _checked: bool = False) -> None:
        self.page.go(step)

    def _on_counted(self, at: int, count: int) -> None:
        number = QLocale().toString
        told = tr("{at} of {count}", at=number(at), count=number(count))
        self.count.setText(told if count else tr("no difference"))
        self.before.setEnabled(count > 0)
        self.after.setEnabled(count > 0)

    # --- taking one up again

    def _restore(self) -> None:
        chosen, archive, number = self.chosen, self._desk.archive, self.article
        if chosen is None or chosen.present:
            return
        version = chosen.version
        self.restore.setEnabled(False)
        self.list.setFocus()

        def take_up() -> Changes:
            return archive.revise(number, archive.text_of(number, version))

        self._desk.edit(take_up)

    def _on_changed(self, changes: Changes) -> None:
        if self.article in changes.articles | changes.rows.get("articles", set()):
            self._load()


def _named(version: TextVersion) -> str:
    """On two lines: which one it is; from when and where."""
    first = tr("Version {number}", number=version.version)
    origin = tr("corrected here") if version.origin == "reader" else tr("from the file")
    length = tr("{count} characters", count=QLocale().toString(version.characters))
    present = " · " + tr("present") if version.present else ""
    return f"{first}{present}\n{when(version.created)} · {origin}\n{length}"
