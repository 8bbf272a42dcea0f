"""The search protocol: what was searched when, with what result, and what has come since."""

from functools import partial
from pathlib import Path
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.archive.browse import View
from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.finding import fold
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.models.protocol_model import COUNT, NEW, OF, QUERY, WHEN, ProtocolModel, told_time
from desktop_app.gui.widgets.empty_state import EmptyState, Offer
from desktop_app.gui.widgets.line_table import LineTable
from desktop_app.model.changes import Changes
from desktop_app.model.searching import LoggedSearch

SHOWN = 500
AT_ONCE = 8  # entries looked up between two looks at whether anybody still waits
_WIDTHS = {WHEN: 140, COUNT: 88, NEW: 96, OF: 104}
_SIZE = (820, 560)


class ProtocolDialog(QDialog):
    """Enter or a double click searches again; the window stays usable beside it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("search_protocol")
        self.setWindowTitle(tr("Search protocol"))
        self.resize(*_SIZE)
        self._desk = desk
        self._loaded = False
        self.explained = QLabel(self)
        self.filter = QLineEdit(self)
        self.model = ProtocolModel(self)
        self.table = LineTable("protocol_table", tr("Searches, the latest first"), self)
        self.empty = EmptyState(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.again = self._button("protocol_again", tr("Search again"), self._search_again)
        self.export = self._button("protocol_export", tr("Export …"), self.ask_export)
        self.forget = self._button("protocol_forget", tr("Forget all …"), self.ask_to_forget)
        self._stack = QStackedWidget(self)
        self._name_parts()
        self._lay_out()
        desk.hub.changed.connect(self._on_changed)
        self.reload()

    def _button(self, name: str, text: str, act: object) -> QPushButton:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _name_parts(self) -> None:
        self.explained.setObjectName("protocol_explained")
        self.explained.setWordWrap(True)
        self.explained.setText(
            tr("Every search that you stayed with: what you looked for and when, what it found, and what is new since.")
        )
        self.filter.setObjectName("protocol_filter")
        self.filter.setAccessibleName(tr("Show only searches with"))
        self.filter.setPlaceholderText(tr("Show only searches with …"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self._choose())
        self.filter.returnPressed.connect(self.table.setFocus)
        self.table.setModel(self.model)
        self.table.setSortingEnabled(True)
        self.table.setFont(theme.font("ui"))
        self.table.verticalHeader().setDefaultSectionSize(28)
        header = self.table.horizontalHeader()
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)
        header.setSectionResizeMode(QUERY, header.ResizeMode.Stretch)
        self.table.opened.connect(self._open)
        self.table.copied.connect(self._copy)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(self.explained)
        layout.addWidget(self.filter)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.buttons)
        self.buttons.rejected.connect(self.close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)

    # --- filling

    def reload(self) -> None:
        """Read the protocol again."""
        archive = self._desk.archive
        self._desk.jobs.read(self, lambda: archive.search_log(SHOWN), self._show, key="protocol")

    def _show(self, entries: list[LoggedSearch]) -> None:
        self.model.show(entries)
        if not self._loaded and entries:
            self.table.setFocus()
            self.table.choose(0)
        self._loaded = True
        self._show_stack()
        self._ask_news()

    def _show_stack(self) -> None:
        entries, shown = len(self.model.rows), self.model.rowCount()
        for button in (self.again, self.export):
            button.setEnabled(bool(entries))
        self.forget.setEnabled(bool(entries) and not self._desk.archive.read_only)
        if shown:
            self._stack.setCurrentWidget(self.table)
            return
        if entries:
            offer = Offer(tr("Show all searches"), self.filter.clear)
            self.empty.tell(tr("No search holds that"), "", [offer])
        else:
            text = tr("A search is written down when you open one of its hits, press Enter, or look at it for a while.")
            self.empty.tell(tr("Nothing searched yet"), text, [])
        self._stack.setCurrentWidget(self.empty)

    def _ask_news(self) -> None:
        """Count what is new, a few entries at a time, from the top."""
        archive, news = self._desk.archive, self.model.news
        entries = [entry for entry in self.model.shown() if entry.id not in news][:AT_ONCE]
        if entries:
            self._desk.jobs.read(
                self,
                lambda: {entry.id: archive.new_since(entry) for entry in entries},
                self._add_news,
                key="protocol-news",
                failed=lambda _error: self._add_news({entry.id: 0 for entry in entries}),
            )

    def _add_news(self, news: dict[int, int]) -> None:
        self.model.add_news(news)
        self._ask_news()

    def _choose(self) -> None:
        words = fold(self.filter.text().strip())
        self.model.choose(partial(_holds, words) if words else None)
        self._show_stack()
        self._ask_news()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("articles"):
            self.model.news.clear()
        if changes.touches("articles", "searches"):
            self.reload()

    # --- using it

    def _open(self, row: int) -> None:
        entry: LoggedSearch = self.model.row_at(row)
        self._desk.open_query(entry.query)
        self._desk.set_view(_view(entry.view))

    def _search_again(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self._open(row)

    def _copy(self) -> None:
        entries = [self.model.row_at(row) for row in self.table.chosen()]
        lines = (f"{told_time(entry.at)}\t{entry.query}\t{entry.count}" for entry in entries)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def ask_export(self) -> None:
        """Ask for a file and write the whole protocol into it."""
        kinds = {tr("Table (*.csv)"): "csv", tr("Markdown (*.md)"): "md", tr("Text (*.txt)"): "txt"}
        name, kind = QFileDialog.getSaveFileName(self, tr("Export the search protocol"), "", ";;".join(kinds))
        if not name:
            return
        path = Path(name)
        known = path.suffix.lower().removeprefix(".")
        form = known if known in kinds.values() else kinds.get(kind, "csv")
        path = path if path.suffix else path.with_suffix(f".{form}")
        archive = self._desk.archive
        self._desk.jobs.long(
            self,
            lambda _control, _report: archive.export_search_log(path, form),
            lambda count: self.explained.setText(trn("%n line(s) written to {path}.", count, path=path)),
            failed=self._desk.failed,
        )

    def ask_to_forget(self) -> None:
        """Ask, then empty the protocol."""
        question = tr("Forget every search of the protocol? This cannot be undone.")
        if QMessageBox.question(self, tr("Search protocol"), question) == QMessageBox.StandardButton.Yes:
            archive = self._desk.archive
            self._desk.jobs.write(self, archive.forget_searches, lambda _count: self.reload(), failed=self._desk.failed)


def _holds(words: str, entry: LoggedSearch) -> bool:
    return words in fold(f"{entry.query} {told_time(entry.at)}")


def _view(name: str) -> View:
    """A view as it was written down; all articles for one that there is no more."""
    return next((view for view in get_args(View) if view == name), "all")
