"""Importing: what, how it goes, and what became of each file. The window stays usable meanwhile."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.archive.importing import ImportReport
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr, trn
from desktop_app.gui.models.import_report import ReportFilter, ReportModel
from desktop_app.gui.page_text import one_line
from desktop_app.model.changes import Changes
from desktop_app.model.errors import LesesaalError
from desktop_app.model.progress import Control, Progress

ENCODINGS = ("utf-8", "cp1252", "iso8859-15", "mac-roman", "cp850", "utf-16", "cp932", "euc-jp", "iso2022_jp")

_NARROW, _WIDE, _TALL = 560, 760, 480  # pixels: before and while, and with the report


class ImportDialog(QDialog):
    """Starts an import of `paths`; afterwards shows its report and offers to retry or take it back."""

    running_changed = Signal(bool)

    def __init__(self, desk: Desk, paths: list[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("import_dialog")
        self.setWindowTitle(tr("Import"))
        self.setMinimumWidth(_NARROW)
        self._desk = desk
        self._paths = paths
        self._control: Control | None = None
        self._report: ImportReport | None = None
        self.source = QLineEdit(self)
        self.encoding = QComboBox(self)
        self.state = QLabel(self)
        self.bar = QProgressBar(self)
        self.table = QTableView(self)
        self.filter = QComboBox(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.start = self._button("import_start", tr("Import"), self._start)
        self.pause = self._button("import_pause", tr("Pause"), self._pause)
        self.cancel = self._button("import_cancel", tr("Cancel"), self._cancel)
        self.retry = self._button("import_retry", tr("Try the failed ones again"), self._retry)
        self.take_back = self._button("import_take_back", tr("Take this import back"), self._take_back)
        self._name_parts()
        self._lay_out()
        self._show_stage()

    def _button(self, name: str, text: str, act: object) -> QPushButton:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setAutoDefault(False)  # Enter must not cancel or take back by chance
        button.clicked.connect(act)
        return button

    def _name_parts(self) -> None:
        self.source.setObjectName("import_source")
        self.source.setAccessibleName(tr("Source"))
        self.source.setPlaceholderText(tr("as the files or folders say"))
        self.encoding.setObjectName("import_encoding")
        self.encoding.setAccessibleName(tr("Encoding"))
        self.encoding.addItem(tr("Detect"), "")
        for name in ENCODINGS:
            self.encoding.addItem(name, name)
        self.state.setObjectName("import_state")
        self.state.setWordWrap(True)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(tr("Progress"))
        self.filter.setObjectName("import_filter")
        self.filter.setAccessibleName(tr("Show"))
        self.table.setObjectName("import_report")
        self.table.setAccessibleName(tr("What became of each file"))
        self.start.setDefault(True)
        self.model = ReportModel(self)
        self.shown = ReportFilter(self)
        self.shown.setSourceModel(self.model)
        self.table.setModel(self.shown)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)

    def _lay_out(self) -> None:
        self._options = QWidget(self)
        self._form = form = QFormLayout(self._options)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(18)
        form.addRow(tr("Source"), self.source)
        form.addRow(tr("Encoding of texts"), self.encoding)
        self._filter_line = QWidget(self)
        line = QHBoxLayout(self._filter_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(QLabel(tr("Show"), self))
        line.addWidget(self.filter)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(self.state)
        layout.addWidget(self._options)
        layout.addWidget(self.bar)
        layout.addWidget(self._filter_line)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        layout.addWidget(self.buttons)
        self.buttons.rejected.connect(self.close)
        self.filter.currentIndexChanged.connect(lambda _at: self.shown.show_only(self.filter.currentData() or ""))
        names = ", ".join(one_line(path.name or str(path)) for path in self._paths[:4]) + (
            " …" if len(self._paths) > 4 else ""
        )
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setText(
            tr(
                "{names} will be read and added to the archive. The files stay where they are, unchanged; copies are"
                " kept with the archive. What is there already is not added twice.",
                names=names,
            )
        )

    def _show_stage(self) -> None:
        """Show what belongs to the stage: before, while, or after the import."""
        running, report = self._control is not None, self._report
        self.running_changed.emit(running)
        before = not running and report is None
        again = not running and report is not None and report.failed > 0
        self._options.setVisible(before or again)
        self._form.setRowVisible(self.source, before)
        self.bar.setVisible(running)
        self.table.setVisible(report is not None)
        self._filter_line.setVisible(report is not None)
        self.start.setVisible(before)
        self.pause.setVisible(running)
        self.cancel.setVisible(running)
        self.retry.setVisible(again)
        self.take_back.setVisible(not running and report is not None and report.added > 0)
        if report is None:
            self.resize(_NARROW, self.heightForWidth(_NARROW))
        elif self.height() < _TALL:
            self.resize(_WIDE, _TALL)

    def _start(self) -> None:
        archive, paths = self._desk.archive, self._paths
        source, encoding = self.source.text().strip(), str(self.encoding.currentData() or "")
        self._run(
            lambda control, report: archive.importing(
                paths, encoding=encoding, source=source, control=control, report=report
            )
        )

    def _retry(self) -> None:
        if self._report is not None:
            archive, number = self._desk.archive, self._report.import_id
            encoding = str(self.encoding.currentData() or "")
            self._run(lambda control, report: archive.retry(number, encoding=encoding, control=control, report=report))

    def _run(self, work: object) -> None:
        self.bar.setRange(0, 0)
        self.pause.setText(tr("Pause"))
        self.state.setText(tr("Looking for files …"))
        self.pause.setFocus()  # not Cancel, for a Space too many
        self._control = self._desk.jobs.long(
            self,
            work,  # type: ignore[arg-type]
            self._done,
            progress=self._progressed,
            failed=self._failed,
        )
        self._show_stage()

    def _progressed(self, state: Progress) -> None:
        self.bar.setRange(0, state.total or 0)
        self.bar.setValue(state.done)
        if state.total is None or self._control is None or self._control.paused or self._control.cancelled:
            return
        text = tr("{done} of {total} files", done=state.done, total=state.total)
        if state.rate >= 1:
            text += "  ·  " + trn("%n a second", round(state.rate))
        if state.remaining_s is not None:
            text += "  ·  " + _remaining(state.remaining_s)
        self.state.setText(text)

    def _pause(self) -> None:
        if self._control is None:
            return
        if self._control.paused:
            self._control.resume()
            self.pause.setText(tr("Pause"))
        else:
            self._control.pause()
            self.pause.setText(tr("Go on"))
            self.state.setText(tr("Paused. What has been read is kept."))

    def _cancel(self) -> None:
        if self._control is not None:
            self._control.cancel()
            self.pause.hide()
            self.cancel.hide()
            self.state.setText(tr("Stopping …"))

    def _done(self, report: ImportReport) -> None:
        self._control = None
        self._report = report
        self.model.show(report.files)
        self._fill_filter(report)
        text = [trn("%n article(s) added", report.added)]
        if report.updated:
            text.append(trn("%n with a new version", report.updated))
        if report.duplicates:
            text.append(trn("%n already there", report.duplicates))
        if report.skipped:
            text.append(trn("%n file(s) skipped", report.skipped))
        if report.failed:
            text.append(trn("%n file(s) could not be read", report.failed))
        end = tr("Cancelled; what was read before is kept.") + "  " if report.cancelled else ""
        self.state.setText(end + "  ·  ".join(text))
        self._show_stage()
        self.show()

    def _fill_filter(self, report: ImportReport) -> None:
        self.filter.clear()
        self.filter.addItem(tr("All files"), "")
        titles = {
            "failed": tr("Could not be read"),
            "skipped": tr("Skipped"),
            "duplicate": tr("Already there"),
            "added": tr("Added"),
            "updated": tr("With a new version"),
        }
        for status, title in titles.items():
            count = sum(file.status == status for file in report.files)
            if count:
                self.filter.addItem(f"{title} ({count})", status)
        if report.failed:
            self.filter.setCurrentIndex(1)

    def _failed(self, error: BaseException) -> None:
        self._control = None
        self._show_stage()
        self.show()
        if isinstance(error, LesesaalError):
            self.state.setText(retold(error.template, error.fields))
        else:
            self.state.setText(tr("The import ended early; what was read before is kept."))
            self._desk.failed(error)

    def _take_back(self) -> None:
        archive, report = self._desk.archive, self._report
        if report is None:
            return

        def take_back() -> Changes | None:
            entry = archive.next_undo()  # in the write lane, where nothing can come in between
            return archive.undo() if entry is not None and entry.id == report.changes.operation else None

        self._desk.jobs.write(self, take_back, self._taken_back, failed=self._desk.failed)

    def _taken_back(self, changes: Changes | None) -> None:
        if changes is None:
            self.state.setText(tr("Something was done since. Undo that first, then this import can be taken back."))
            return
        self.take_back.hide()
        self.state.setText(tr("The import was taken back. Redo brings it back."))

    def reject(self) -> None:
        """Esc and Close leave an import running: the dialog goes out of sight and comes back with the report."""
        if self._control is None:
            super().reject()
        else:
            self._desk.message.emit(tr("The import goes on. Its report will come when it has ended."))
            self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._control is None:
            super().closeEvent(event)
        else:
            event.ignore()
            self.reject()


def _remaining(seconds: float) -> str:
    if seconds < 60:
        return trn("%n second(s) left", max(1, round(seconds)))
    return trn("%n minute(s) left", round(seconds / 60))
