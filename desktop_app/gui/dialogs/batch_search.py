"""Searching for a whole list: each line is a name or a query, and each gets its number of articles."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import settings, theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.finding import fold
from desktop_app.gui.i18n import retold, tr, trn
from desktop_app.gui.models.batch_model import COUNT, FIRST, LAST, NAME, BatchModel, as_csv, read_list
from desktop_app.gui.widgets.line_table import LineTable
from desktop_app.model.errors import LesesaalError
from desktop_app.model.progress import Control, Progress, Report
from desktop_app.model.searching import BatchRow

BIGGEST = 4_000_000  # bytes of a file that is taken for a list
_WIDTHS = {NAME: 220, COUNT: 72, FIRST: 104, LAST: 104}
_SIZE = (760, 560)


class BatchDialog(QDialog):
    """First the list, then what it found; the window stays usable beside it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("batch_search")
        self.setWindowTitle(tr("Search for a list"))
        self.resize(*_SIZE)
        self._desk = desk
        self._control: Control | None = None
        self._rows: list[BatchRow] = []
        self.explained = QLabel(self)
        self.names = QPlainTextEdit(self)
        self.bar = QProgressBar(self)
        self.model = BatchModel(self)
        self.table = LineTable("batch_table", tr("What each line found"), self)
        self.show_only = QComboBox(self)
        self.filter = QLineEdit(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.open_file = self._button("batch_open", tr("Open a file …"), self.ask_file)
        self.search = self._button("batch_search_start", tr("Search"), self.start)
        self.cancel = self._button("batch_cancel", tr("Cancel"), self._cancel)
        self.back = self._button("batch_back", tr("Back to the list"), self._go_back)
        self.export = self._button("batch_export", tr("Export …"), self.ask_export)
        self._stack = QStackedWidget(self)
        self._name_parts()
        self._lay_out()
        self._show_stage()
        self.names.setFocus()

    def _button(self, name: str, text: str, act: object) -> QPushButton:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _name_parts(self) -> None:
        self.explained.setObjectName("batch_explained")
        self.explained.setWordWrap(True)
        self.explained.setTextFormat(Qt.TextFormat.PlainText)
        self.names.setObjectName("batch_names")
        self.names.setAccessibleName(tr("Names or queries, one a line"))
        self.names.setPlaceholderText(tr('Renate Hollkamp\nTerhorst, Uwe\n"Kansai Robotics" AND Hafen'))
        self.names.setTabChangesFocus(True)
        self.names.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.names.textChanged.connect(self._show_stage)
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.table.setModel(self.model)
        self.table.setSortingEnabled(True)
        self.table.setFont(theme.font("ui"))
        self.table.verticalHeader().setDefaultSectionSize(28)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)
        self.table.opened.connect(self._open)
        self.table.copied.connect(self._copy)
        self.show_only.setObjectName("batch_show")
        self.show_only.setAccessibleName(tr("Show"))
        self.show_only.currentIndexChanged.connect(lambda _at: self._choose())
        self.filter.setObjectName("batch_filter")
        self.filter.setAccessibleName(tr("Show only lines with"))
        self.filter.setPlaceholderText(tr("Show only lines with …"))
        self.filter.setClearButtonEnabled(True)
        self._filtering = QTimer(self)
        self._filtering.setSingleShot(True)
        self._filtering.setInterval(60)
        self._filtering.timeout.connect(self._choose)
        self.filter.textChanged.connect(lambda _text: self._filtering.start())

    def _lay_out(self) -> None:
        found = QWidget(self)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.show_only)
        line.addWidget(self.filter, 1)
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        self._stack.addWidget(self.names)
        self._stack.addWidget(found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(self.explained)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.buttons)
        self.buttons.rejected.connect(self.close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.search.setDefault(True)

    # --- the stages

    def _show_stage(self) -> None:
        running, found = self._control is not None, self._stack.currentIndex() == 1
        lines = self.lines()
        self.names.setEnabled(not running)
        self.bar.setVisible(running)
        self.cancel.setVisible(running)
        self.open_file.setVisible(not running and not found)
        self.search.setVisible(not running and not found)
        self.search.setEnabled(bool(lines))
        self.back.setVisible(found)
        self.export.setVisible(found)
        if not running and not found:
            text = tr(
                "Paste a list: one name or query a line. Several words are searched as a phrase, “Surname, Name” in"
                " either order; operators and fields work as in the search box."
            )
            self.explained.setText(text + ("  " + trn("%n line(s).", len(lines)) if lines else ""))

    def lines(self) -> list[str]:
        """The lines of the list that are not blank."""
        return [line for line in self.names.toPlainText().splitlines() if line.strip()]

    def ask_file(self) -> None:
        """Ask for a file and put its lines into the list."""
        name = QFileDialog.getOpenFileName(
            self, tr("Open a list"), settings.value("batch/folder", ""), tr("Lists (*.txt *.csv *.tsv);;All files (*)")
        )[0]
        if name:
            settings.put("batch/folder", str(Path(name).parent))
            self.load(Path(name))

    def load(self, path: Path) -> None:
        """Put the lines of a file into the list."""
        if path.stat().st_size > BIGGEST:
            self.explained.setText(tr("{name} is too large for a list. Divide it.", name=path.name))
            return
        self._desk.jobs.read(
            self, lambda: read_list(path), self.names.setPlainText, key="batch-file", failed=self._desk.failed
        )

    def start(self) -> None:
        """Search for each line."""
        archive, lines = self._desk.archive, self.lines()
        if not lines:
            return

        def search(control: Control, report: Report) -> list[BatchRow]:
            return archive.batch_search(lines, cancelled=lambda: control.cancelled, report=report)

        self.bar.setRange(0, len(lines))
        self.bar.setValue(0)
        control = self._desk.jobs.long(self, search, self._done, progress=self._progressed, failed=self._failed)
        self._control = control
        self._show_stage()
        self.cancel.setFocus()

    def _progressed(self, state: Progress) -> None:
        if self._control is None:
            return
        self.bar.setRange(0, state.total or 0)
        self.bar.setValue(state.done)
        done, total = QLocale().toString(state.done), QLocale().toString(state.total or 0)
        self.explained.setText(tr("{done} of {total} lines", done=done, total=total))

    def _cancel(self) -> None:
        if self._control is not None:
            self._control.cancel()
        self._control = None
        self._show_stage()
        self.names.setFocus()

    def _failed(self, error: BaseException) -> None:
        self._control = None
        self._show_stage()
        if isinstance(error, LesesaalError):
            self.explained.setText(retold(error.template, error.fields))
        else:
            self._desk.failed(error)

    def _done(self, rows: list[BatchRow]) -> None:
        if self._control is None:
            return  # cancelled while the answer was on its way
        self._control = None
        self._rows = rows
        self._stack.setCurrentIndex(1)
        self._fill_choice()
        self.model.show(rows)
        hits = sum(1 for row in rows if row.count)
        self.explained.setText(
            tr("{hits} of {lines} have articles. Enter opens the search of a line in the window.",
               hits=QLocale().toString(hits), lines=trn("%n line(s)", len(rows)))
        )  # fmt: skip
        self._show_stage()
        self.table.setFocus()
        if rows:
            self.table.choose(0)

    def _fill_choice(self) -> None:
        hits = sum(1 for row in self._rows if row.count)
        self.show_only.blockSignals(True)
        self.show_only.clear()
        for value, text, count in (
            ("", tr("All lines"), len(self._rows)),
            ("with", tr("With articles"), hits),
            ("without", tr("Without articles"), len(self._rows) - hits),
        ):
            self.show_only.addItem(f"{text}  ({QLocale().toString(count)})", value)
        self.show_only.blockSignals(False)
        self.filter.clear()
        self.model.choose(None)

    def _choose(self) -> None:
        which, words = str(self.show_only.currentData() or ""), fold(self.filter.text().strip())
        self.model.choose(partial(_fits, which, words))

    def _go_back(self) -> None:
        self._stack.setCurrentIndex(0)
        self._show_stage()
        self.names.setFocus()

    # --- using what was found

    def _open(self, row: int) -> None:
        self._desk.open_query(self.model.row_at(row).query)

    def _copy(self) -> None:
        rows = [self.model.row_at(row) for row in self.table.chosen()]
        QGuiApplication.clipboard().setText("\n".join(f"{row.line}\t{row.count}" for row in rows))

    def ask_export(self) -> None:
        """Ask for a file and write the shown lines into it."""
        name = QFileDialog.getSaveFileName(self, tr("Export"), "", tr("Table (*.csv)"))[0]
        if not name:
            return
        path, data = Path(name), as_csv(self.model.shown())
        path = path if path.suffix else path.with_suffix(".csv")
        self._desk.jobs.long(
            self,
            lambda _control, _report: path.write_bytes(data),
            lambda _size: self.explained.setText(tr("Written to {path}.", path=path)),
            failed=self._desk.failed,
        )

    def reject(self) -> None:
        """Esc stops a search that runs; the second one closes."""
        if self._control is not None:
            self._cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._control is not None:
            self._control.cancel()
        self._filtering.stop()
        super().closeEvent(event)


def _fits(which: str, words: str, row: BatchRow) -> bool:
    if which and bool(row.count) != (which == "with"):
        return False
    return not words or words in fold(row.line)
