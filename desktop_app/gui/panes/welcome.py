"""The first-run page: what this is, and the ways in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui import settings, theme
from desktop_app.gui.i18n import tr
from desktop_app.gui.widgets.elided_label import ElidedLabel

WELCOME_SIZE = QSize(760, 720)
_WIDTH = 440
_ICON = 64


class Welcome(QWidget):
    """Offers the demo, an import, the archives opened before, a new one, and one elsewhere."""

    open_wanted = Signal(object, bool)  # Path, whether to make it
    demo_wanted = Signal()
    import_wanted = Signal(object, object)  # archive, folder

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("welcome")
        self.setWindowTitle("Lesesaal")
        self.setAccessibleName(tr("Welcome"))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(40, 40, 40, 40)
        page = QWidget(self)
        page.setFixedWidth(_WIDTH)
        outer.addWidget(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(1)
        self._greet(column)
        column.addSpacing(20)
        demo = self._offer(column, tr("Open the demo archive"), self.demo_wanted.emit)
        demo.setProperty("primary", True)
        demo.setFocus()
        self._offer(column, tr("Import a folder …"), self._import)
        self._offer(column, tr("New archive …"), self._new)
        self._offer(column, tr("Open archive …"), self._open)
        self._offer_recent(column)
        column.addStretch(2)

    def _greet(self, column: QVBoxLayout) -> None:
        sign = QLabel(self)
        sign.setPixmap(theme.application_icon().pixmap(_ICON, _ICON))
        column.addWidget(sign)
        title = QLabel("Lesesaal", self)
        title.setFont(theme.font("article-title"))
        column.addWidget(title)
        words = QLabel(
            tr(
                "A reading room for press archives. Give it a folder of articles: it reads them, makes them searchable,"
                " and keeps your tags and notes. Everything stays on this computer."
            ),
            self,
        )
        words.setWordWrap(True)
        column.addWidget(words)
        self._sentence = QLabel(self)
        self._sentence.setObjectName("welcome_sentence")
        self._sentence.setWordWrap(True)
        self._sentence.hide()
        column.addWidget(self._sentence)

    def _offer_recent(self, column: QVBoxLayout) -> None:
        recent = settings.recent()
        if not recent:
            return
        label = QLabel(tr("Opened before"), self)
        label.setFont(theme.font("label"))
        label.setProperty("muted", True)
        column.addSpacing(20)
        column.addWidget(label)
        for path in recent:
            button = QPushButton(path.name, self)
            button.setObjectName("recent")
            button.setAccessibleName(path.name)
            button.setToolTip(str(path))
            button.setAutoDefault(True)
            button.clicked.connect(partial(self.open_wanted.emit, path, False))
            place = ElidedLabel(str(path.parent), self)
            place.setFont(theme.font("small"))
            place.setProperty("muted", True)
            row = QHBoxLayout()
            row.addWidget(button)
            row.addWidget(place, 1)
            column.addLayout(row)

    def say(self, sentence: str, *, busy: bool = False) -> None:
        """Show why the last try was refused; or, while it is busy, what is being done: nothing is offered then."""
        self._sentence.setProperty("busy", busy)
        self._sentence.style().polish(self._sentence)
        for button in self.findChildren(QPushButton):
            button.setEnabled(not busy)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def _offer(self, column: QVBoxLayout, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("offer")
        button.setAccessibleName(text)
        button.setAutoDefault(True)  # Enter presses it too
        button.clicked.connect(act)
        column.addWidget(button)
        return button

    def _import(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Import a folder"))
        if folder:
            archive = self._name_archive(Path(folder).name)
            if archive is not None:
                self.import_wanted.emit(archive, Path(folder))

    def _name_archive(self, suggestion: str) -> Path | None:
        start = str(Path.home() / suggestion)
        path = QFileDialog.getSaveFileName(self, tr("Where shall the archive be kept? Name its folder"), start)[0]
        return Path(path) if path else None

    def _new(self) -> None:
        path = self._name_archive(tr("Archive"))
        if path is not None:
            self.open_wanted.emit(path, True)

    def _open(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Open archive"))
        if path:
            self.open_wanted.emit(Path(path), False)
