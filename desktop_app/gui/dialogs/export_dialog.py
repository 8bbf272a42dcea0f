"""Exporting: what, in which format, where to."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.archive.exporting import ExportReport
from desktop_app.export.formats import ExportFormat
from desktop_app.gui import settings
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr, trn
from desktop_app.gui.models.sidebar_entries import CHECKED
from desktop_app.model.dossiers import Dossier
from desktop_app.model.errors import LesesaalError
from desktop_app.model.progress import Control, Progress, Report


def format_text(name: str, description: str) -> str:
    """What a format is for, in the interface's language."""
    told = {
        "csv": tr("A table for spreadsheets and scripts. Cells that would run as formulas get an apostrophe."),
        "jsonl": tr("Everything that is known of each article, for programs and for keeping. Loses nothing."),
        "markdown": tr(
            "Readable text with its facts on top. A folder with a file an article, or one file named “….md”."
        ),
        "html": tr("A folder of pages that any browser opens, without a network."),
    }
    return told.get(name, description)


class ExportDialog(QDialog):
    """Asks, shows how far it is, and opens the place when it is done."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        articles: Sequence[int] = (),
        name: str = "",
        dossier: Dossier | None = None,
    ) -> None:
        """`articles` are those of `name`, such as a person, to be chosen first; or `dossier` is, with what is in it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("export_dialog")
        self.setWindowTitle(tr("Export"))
        self.setMinimumWidth(560)
        self._desk = desk
        self._control: Control | None = None
        self._place = ""
        self._articles, self._name = articles, name
        page = desk.collected.page
        self._dossier = dossier or (page.dossier if page is not None else None)
        self._dossier_first = dossier is not None or not desk.text.strip()
        self._formats: list[ExportFormat] = desk.archive.formats()
        self.what = self._box("export_what", tr("What to export"))
        self.format = self._box("export_format", tr("Format"))
        self.explained = QLabel(self)
        self.explained.setWordWrap(True)
        self.notes = QCheckBox(tr("With my notes"), self)
        self.notes.setObjectName("export_notes")
        self.notes.setChecked(True)
        self.checked = QCheckBox(tr("Of people and organisations only those I have checked"), self)
        self.checked.setObjectName("export_checked")
        self.checked.setChecked(CHECKED in desk.filters)
        self.bom = QCheckBox(tr("Mark as UTF-8 for spreadsheets"), self)
        self.bom.setObjectName("export_bom")
        self.target = QLineEdit(self)
        self.target.setObjectName("export_target")
        self.target.setAccessibleName(tr("Where to"))
        self.choose = QPushButton(tr("Choose …"), self)
        self.choose.setObjectName("export_choose")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.hide()
        self.state = QLabel(self)
        self.state.setObjectName("export_state")
        self.state.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.start = self.buttons.addButton(tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.start.setDefault(True)
        self.show_place = self.buttons.addButton(tr("Show the folder"), QDialogButtonBox.ButtonRole.ActionRole)
        self.show_place.hide()
        self._lay_out()
        self._fill()
        self._connect()

    def _box(self, name: str, accessible: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(accessible)
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(18)
        form.addRow(tr("What"), self.what)
        form.addRow(tr("Format"), self.format)
        form.addRow("", self.explained)
        form.addRow("", self.notes)
        form.addRow("", self.checked)
        form.addRow("", self.bom)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.target, 1)
        place.addWidget(self.choose)
        form.addRow(tr("Where to"), place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self.bar)
        layout.addWidget(self.state)
        layout.addWidget(self.buttons)

    def _fill(self) -> None:
        listing, selected = self._desk.listing, self._desk.targets()
        if self._dossier is not None and self._dossier_first:
            self._offer_dossier(self._dossier)
        if self._articles:
            self.what.addItem(trn("{name}: %n article(s)", len(self._articles), name=self._name), "these")
        if len(selected) > 1:
            self.what.addItem(trn("The selection: %n article(s)", len(selected)), "selection")
        if listing is not None:
            self.what.addItem(trn("This list: %n article(s)", listing.total), "list")
        if self._desk.article is not None:
            self.what.addItem(tr("The open article"), "article")
        self.what.addItem(tr("Everything in the archive"), "all")
        for each in self._formats:
            self.format.addItem(each.label, each.name)
        self.format.setCurrentIndex(max(0, self.format.findData(settings.value("export/format", "csv"))))
        self._explain()

    def _offer_dossier(self, dossier: Dossier) -> None:
        text = trn(
            "The dossier “{name}”, with introductions and comments: %n article(s)", dossier.whole, name=dossier.name
        )
        self.what.addItem(text, "dossier")

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(lambda _at: self._explain())
        self.choose.clicked.connect(self._choose)
        self.start.clicked.connect(self._export)
        self.show_place.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(self._place)))
        self.buttons.rejected.connect(self.close)

    @property
    def chosen(self) -> ExportFormat:
        """The format that is chosen."""
        return self._formats[max(0, self.format.currentIndex())]

    def _explain(self) -> None:
        self.explained.setText(format_text(self.chosen.name, self.chosen.description))
        self.bom.setVisible(self.chosen.name == "csv")
        folder = Path(settings.value("export/folder", str(Path.home())))
        place = self.target.text().strip() or str(folder / self._desk.archive.path.name)
        for each in self._formats:  # another format keeps the place and the name that were chosen
            place = place.removesuffix(each.suffix) if each.suffix else place
        self.target.setText(place + self.chosen.suffix)

    def _choose(self) -> None:
        path = QFileDialog.getSaveFileName(self, tr("Export to"), self.target.text())[0]
        if path:
            self.target.setText(path)

    def _ids(self) -> list[int] | None:
        """The articles that are meant; None for all, which are asked for when they are written."""
        what = self.what.currentData()
        if what == "these":
            return list(self._articles)
        if what == "selection":
            return self._desk.targets()
        if what == "list" and self._desk.listing is not None:
            return self._desk.listing.with_hidden(self._desk.listing.ids)
        if what == "article" and self._desk.article is not None:
            return [self._desk.article.id]
        return None

    def _export(self) -> None:
        target = self.target.text().strip()
        if not target:
            self.state.setText(tr("Say where to export to."))
            return
        out = Path(target).expanduser()
        settings.put("export/folder", str(out.parent))
        settings.put("export/format", self.chosen.name)
        name, ids, archive = self.chosen.name, self._ids(), self._desk.archive
        options = {"bom": self.bom.isChecked()}
        with_notes, checked_only = self.notes.isChecked(), self.checked.isChecked()
        self.start.setEnabled(False)
        self.bar.setRange(0, len(ids) if ids is not None else 0)
        self.bar.show()
        dossier = self._dossier.id if self._dossier is not None and self.what.currentData() == "dossier" else 0

        def write(control: Control, report: Report) -> ExportReport:
            more: dict[str, Any] = {"with_notes": with_notes, "checked_only": checked_only, "options": options}
            more |= {"control": control, "report": report}
            if dossier:
                return archive.export_dossier(out, name, dossier, **more)
            return archive.export(out, name, ids if ids is not None else archive.find().ids, **more)

        self._control = self._desk.jobs.long(
            self,
            write,
            self._done,
            progress=self._progressed,
            failed=self._failed,
        )

    def _progressed(self, progress: Progress) -> None:
        self.bar.setMaximum(progress.total or 0)
        self.bar.setValue(progress.done)

    def _done(self, report: ExportReport) -> None:
        self._ended()
        self._place = str(Path(report.path).parent)
        self.state.setText(trn("%n article(s) exported to {path}.", report.count, path=report.path))
        self.show_place.show()

    def _failed(self, error: BaseException) -> None:
        self._ended()
        if isinstance(error, LesesaalError):
            self.state.setText(retold(error.template, error.fields))
        else:
            self._desk.failed(error)

    def _ended(self) -> None:
        self._control = None
        self.bar.hide()
        self.start.setEnabled(True)

    def reject(self) -> None:
        """Closing cancels what is under way; a file that was begun disappears."""
        if self._control is not None:
            self._control.cancel()
        super().reject()
