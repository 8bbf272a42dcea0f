"""Exporting annotations: in which format, where to."""

from collections.abc import Sequence
from pathlib import Path

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
from desktop_app.gui import settings
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr, trn
from desktop_app.gui.page_text import one_line
from desktop_app.model.errors import LesesaalError
from desktop_app.model.progress import Control, Progress

Role = QDialogButtonBox.ButtonRole


def format_text(name: str) -> str:
    """What a format is for, in the interface's language."""
    return {
        "csv": tr("A table for spreadsheets and scripts. Cells that would run as formulas get an apostrophe."),
        "jsonl": tr("Everything that is known of each annotation, for programs and for keeping."),
        "markdown": tr("Quotes and notes to be read, below the titles of their articles."),
        "w3c": tr("JSON-LD after the W3C’s Web Annotation Data Model, which other annotation tools read."),
    }[name]


class AnnotationExport(QDialog):
    """Asks, shows how far it is, and opens the place when it is done."""

    def __init__(self, desk: Desk, ids: Sequence[int], parent: QWidget | None = None, *, chosen: bool = False) -> None:
        """`chosen`: these were selected; otherwise they are what the list shows."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("annotation_export")
        self.setWindowTitle(tr("Export annotations"))
        self.setMinimumWidth(540)
        self._desk = desk
        self._ids = list(ids)
        self._control: Control | None = None
        self._place = ""
        self._formats = desk.archive.annotation_formats()
        count = len(self._ids)
        selection, listed = trn("The selection: %n annotation(s)", count), trn("This list: %n annotation(s)", count)
        self.what = QLabel(selection if chosen else listed, self)
        self.what.setObjectName("annotation_export_what")
        self.format = QComboBox(self)
        self.format.setObjectName("annotation_export_format")
        self.format.setAccessibleName(tr("Format"))
        self.explained = QLabel(self)
        self.explained.setObjectName("annotation_export_explained")
        self.explained.setWordWrap(True)
        self.bom = QCheckBox(tr("Mark as UTF-8 for spreadsheets"), self)
        self.bom.setObjectName("annotation_export_bom")
        self.target = QLineEdit(self)
        self.target.setObjectName("annotation_export_target")
        self.target.setAccessibleName(tr("Where to"))
        self.choose = QPushButton(tr("Choose …"), self)
        self.choose.setObjectName("annotation_export_choose")
        self.bar = QProgressBar(self)
        self.bar.setObjectName("annotation_export_bar")
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.hide()
        self.state = QLabel(self)
        self.state.setObjectName("annotation_export_state")
        self.state.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.start = self.buttons.addButton(tr("Export"), Role.AcceptRole)
        self.start.setObjectName("annotation_export_start")
        self.start.setDefault(True)
        self.show_place = self.buttons.addButton(tr("Show the folder"), Role.ActionRole)
        self.show_place.setObjectName("annotation_export_folder")
        self.show_place.hide()
        self._lay_out()
        self._fill()
        self._connect()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(18)
        form.addRow(tr("What"), self.what)
        form.addRow(tr("Format"), self.format)
        form.addRow("", self.explained)
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
        for each in self._formats:
            self.format.addItem(each.label, each.name)
        known = self.format.findData(settings.value("annotations/format", "markdown"))
        self.format.setCurrentIndex(max(0, known))
        self._explain()

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(lambda _at: self._explain())
        self.choose.clicked.connect(self._choose)
        self.start.clicked.connect(self._export)
        self.show_place.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(self._place)))
        self.buttons.rejected.connect(self.reject)

    def _explain(self) -> None:
        chosen = self._formats[max(0, self.format.currentIndex())]
        self.explained.setText(format_text(chosen.name))
        self.bom.setVisible(chosen.name == "csv")
        folder = Path(settings.value("export/folder", str(Path.home())))
        name = tr("{archive} – annotations", archive=self._desk.archive.path.name)
        place = self.target.text().strip() or str(folder / name)
        for each in self._formats:  # another format keeps the place and the name that were chosen
            place = place.removesuffix(each.suffix)
        self.target.setText(place + chosen.suffix)

    def _choose(self) -> None:
        path = QFileDialog.getSaveFileName(self, tr("Export to"), self.target.text())[0]
        if path:
            self.target.setText(path)

    def _export(self) -> None:
        target = self.target.text().strip()
        if not target:
            self.state.setText(tr("Say where to export to."))
            return
        out, name, archive, ids = Path(target).expanduser(), self.format.currentData(), self._desk.archive, self._ids
        settings.put("export/folder", str(out.parent))
        settings.put("annotations/format", name)
        bom = self.bom.isChecked() and name == "csv"
        self.start.setEnabled(False)
        self.bar.setRange(0, len(ids))
        self.bar.show()
        self._control = self._desk.jobs.long(
            self,
            lambda control, report: archive.export_annotations(
                out, name, ids, bom=bom, control=control, report=report
            ),
            self._done,
            progress=self._progressed,
            failed=self._failed,
        )  # fmt: skip

    def _progressed(self, progress: Progress) -> None:
        self.bar.setValue(progress.done)

    def _done(self, report: ExportReport) -> None:
        self._ended()
        self._place = str(Path(report.path).parent)
        self.state.setText(trn("%n annotation(s) exported to {path}.", report.count, path=one_line(report.path)))
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
