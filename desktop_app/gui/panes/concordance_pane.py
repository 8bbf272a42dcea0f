"""All hits of the search one below the other, each in its context (keyword in context)."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.delegates.concordance_delegate import ROW_HEIGHT, ConcordanceDelegate
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.models.concordance_model import (
    DATE,
    HIT,
    LEFT,
    ORDERS,
    RIGHT,
    SOURCE,
    ConcordanceModel,
    Order,
    as_text,
    ordered,
)
from desktop_app.gui.widgets.empty_state import EmptyState, Offer
from desktop_app.gui.widgets.line_table import LineTable
from desktop_app.model.listing import Listing
from desktop_app.model.progress import Control, Progress, Report
from desktop_app.model.searching import Concordance, ConcordanceLine

STAGES = (200, 4_000, 100_000)  # lines: the first are on the screen at once, the rest follows
CONTEXT = 12  # words on either side: as many as a wide window has room for
MENU = ("star", "toggle_read", "edit_tags", "more_like_this")  # of the window's actions
_SAMPLE = 400  # hits that the width of their column is taken from
_WITH_SOURCE, _WITH_DATE = 620, 540  # pixels from which on there is room for them
_SOURCE_WIDTH, _DATE_WIDTH, _HIT_WIDTH = 128, 84, 76


class ConcordancePane(QWidget):
    """Follows the desk's listing while it is awake. `hit_wanted` names an article and where in it a hit begins."""

    hit_wanted = Signal(int, int)
    reading_wanted = Signal()  # the keyboard is to go to the article
    ordered = Signal()  # the lines have come into another order

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("concordance_pane")
        self.setAccessibleName(tr("Concordance"))
        self._desk = desk
        self._awake = False
        self._asked: tuple[object, ...] | None = None  # query, view, sort of what is shown or coming
        self._control: Control | None = None
        self.concordance = Concordance("")
        self.order: Order = "rank"
        self.descending = False
        self.lines = ConcordanceModel(self)
        self.table = LineTable("concordance", tr("Hits in their context"), self)
        self._delegate = ConcordanceDelegate(self)
        self.filter = QLineEdit(self)
        self.state = QLabel(self)
        self.cancel = QToolButton(self)
        self.export = QToolButton(self)
        self.bar = QProgressBar(self)
        self.empty = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._build()
        self._lay_out()
        desk.listing_changed.connect(self._on_listing)
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self.setFocusProxy(self.table)

    # --- building

    def _build(self) -> None:
        self.table.setModel(self.lines)
        self.table.setItemDelegate(self._delegate)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(header.ResizeMode.Fixed)
        header.sortIndicatorChanged.connect(self._on_heading)
        self.table.opened.connect(lambda _row: self.reading_wanted.emit())
        self.table.copied.connect(self.copy)
        self.table.resized.connect(self._fit)  # not ours: behind an empty state the table keeps a size of its own
        self.table.selectionModel().selectionChanged.connect(self._open_chosen)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.filter.setObjectName("concordance_filter")
        self.filter.setAccessibleName(tr("Show only lines with"))
        self.filter.setPlaceholderText(tr("Show only lines with …"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self._arrange())
        self.filter.returnPressed.connect(self.table.setFocus)
        self.state.setObjectName("concordance_state")
        self.state.setProperty("muted", True)
        self.cancel.setObjectName("concordance_cancel")
        self.cancel.setText(tr("Stop"))
        self.cancel.setAccessibleName(tr("Stop collecting hits"))
        self.cancel.clicked.connect(self._stop)
        self.export.setObjectName("concordance_export")
        self.export.setAccessibleName(tr("Export the concordance"))
        self.export.setToolTip(tr("Export the concordance …"))
        self.export.clicked.connect(self.ask_export)
        self.bar.setObjectName("concordance_progress")
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(2)
        self._rest(resting=True)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(18, 6, 10, 6)
        row.setSpacing(10)
        row.addWidget(self.filter, 1)
        row.addWidget(self.state)
        row.addWidget(self.cancel)
        row.addWidget(self.export)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)

    def _dress(self) -> None:
        self._delegate.refresh()
        self.state.setFont(theme.font("small"))
        self.filter.setFont(theme.font("small"))
        self.table.horizontalHeader().setFont(theme.font("small"))
        self.export.setIcon(theme.icon("export"))
        self._fit()

    def enter(self) -> None:
        """Take the keyboard; with no line chosen, begin at the first."""
        self.table.setFocus()
        if self.current() is None and self.lines.rowCount():
            self.table.choose(0)

    # --- asking for the lines

    def wake(self) -> None:
        """Follow the desk's searches from now on."""
        self._awake = True
        self._on_listing(self._desk.listing)

    def sleep(self) -> None:
        """Ask for nothing while nobody looks."""
        self._awake = False
        self._stop()

    def _on_listing(self, listing: Listing | None) -> None:
        if not self._awake or listing is None:
            return
        asked = (listing.query, self._desk.view, listing.sort, len(listing), listing.ids[:1].tolist())
        if asked != self._asked:
            self._stop()
            self._asked = asked
            if len(listing):
                self._ask(0)
            else:
                self._show(Concordance(listing.query), len(STAGES) - 1)

    def _ask(self, stage: int) -> None:
        archive, asked = self._desk.archive, self._asked
        listing, view, limit = self._desk.listing, self._desk.view, STAGES[stage]
        if listing is None:
            return
        query, sort = listing.query, listing.sort
        control = self._control = Control()

        def collect(_control: Control, report: Report) -> Concordance:
            return archive.concordance(
                query,
                view=view,
                sort=sort,
                limit=limit,
                before=CONTEXT,
                cancelled=lambda: control.cancelled or _control.cancelled,
                report=report,
            )

        def show(concordance: Concordance) -> None:
            if asked == self._asked and not control.cancelled:
                self._show(concordance, stage)

        self._rest(resting=False)
        self._desk.jobs.long(self, collect, show, progress=partial(self._on_progress, control), failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        self._rest(resting=True)
        self._asked = None
        self._desk.failed(error)

    def _on_progress(self, control: Control, state: Progress) -> None:
        if not control.cancelled:
            self.bar.setRange(0, state.total or 0)
            self.bar.setValue(state.done)

    def _show(self, concordance: Concordance, stage: int) -> None:
        self.concordance = concordance
        self._rest(resting=True)
        self._arrange()
        if not concordance.complete and stage + 1 < len(STAGES):
            self._ask(stage + 1)

    def _stop(self) -> None:
        if self._control is not None:
            self._control.cancel()
        self._rest(resting=True)
        self._tell()

    def _rest(self, *, resting: bool) -> None:
        if resting:
            self._control = None
        self.bar.setRange(0, 1 if resting else 0)
        self.bar.reset()
        self.cancel.setVisible(not resting)

    # --- order and choice

    def set_order(self, order: Order, *, descending: bool = False) -> None:
        """Sort the lines otherwise; "rank" is the order of the list of articles."""
        self.order, self.descending = order, descending
        header = self.table.horizontalHeader()
        header.blockSignals(True)
        direction = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(ORDERS.index(order) if order != "rank" else -1, direction)
        header.blockSignals(False)
        header.viewport().update()
        self._arrange()

    def _on_heading(self, section: int, direction: Qt.SortOrder) -> None:
        order: Order = ORDERS[section] if section >= 0 else "rank"
        self.set_order(order, descending=section >= 0 and direction == Qt.SortOrder.DescendingOrder)

    def _arrange(self) -> None:
        lines, order, descending, words = self.concordance.lines, self.order, self.descending, self.filter.text()
        self._desk.jobs.read(
            self,
            lambda: ordered(lines, order, words, descending=descending),
            partial(self._show_order, lines),
            key="concordance-order",
        )

    def _show_order(self, lines: list[ConcordanceLine], order: list[int]) -> None:
        chosen = self.table.selectionModel().hasSelection()  # where the keyboard is, is no choice yet
        before = self.current() if chosen else None
        self.table.selectionModel().blockSignals(True)
        self.lines.show_order(order, lines)
        if before is not None:
            row = next((at for at, number in enumerate(order) if _same(lines[number], before)), -1)
            if row >= 0:
                self.table.choose(row)
        self.table.selectionModel().blockSignals(False)
        if before is None:
            self.table.scrollToTop()
        self._fit()
        self._tell()
        self.ordered.emit()

    # --- what is said

    def _tell(self) -> None:
        all_, shown = len(self.concordance.lines), self.lines.rowCount()
        text = trn("%n hit(s)", all_)
        if shown < all_:
            text = tr("{shown} of {all}", shown=QLocale().toString(shown), all=text)
        elif not self.concordance.complete and self._control is None:
            text = tr("the first {hits}", hits=text)
        self.state.setText(text if all_ else "")
        self.export.setEnabled(bool(all_))
        if shown:
            self._stack.setCurrentWidget(self.table)
        elif self._control is None:
            self._tell_nothing(all_)
            self._stack.setCurrentWidget(self.empty)

    def _tell_nothing(self, hits: int) -> None:
        if hits:
            self.empty.tell(
                tr("No line holds that"),
                tr("The filter leaves none of the {count} lines.", count=QLocale().toString(hits)),
                [Offer(tr("Show all lines"), self.filter.clear)],
            )
        elif self._desk.text.strip():
            self.empty.tell(
                tr("No hits in the texts"), tr("What was found stands in titles or notes, or is a filter."), []
            )
        else:
            self.empty.tell(
                tr("Search for a word first"),
                tr("The concordance shows every place where it stands, with the words before and after it."),
                [],
            )

    def current(self) -> ConcordanceLine | None:
        """The line that has the keyboard."""
        row = self.table.currentIndex().row()
        return self.lines.row_at(row) if 0 <= row < self.lines.rowCount() else None

    # --- using them

    def _open_chosen(self) -> None:
        line = self.current()
        if line is None:
            return
        chosen = [self.lines.row_at(row).article for row in self.table.chosen()]
        self.hit_wanted.emit(line.article, line.start)
        self._desk.select(list(dict.fromkeys(chosen)) or [line.article], line.article)

    def copy(self) -> None:
        """Put the selected lines on the clipboard."""
        lines = [self.lines.row_at(row) for row in self.table.chosen()]
        if lines:
            QGuiApplication.clipboard().setText(as_text(lines))
            self._desk.message.emit(trn("%n line(s) copied.", len(lines)))

    def _open_menu(self, point: QPoint) -> None:
        if self.table.chosen():
            self.actions_menu().popup(self.table.viewport().mapToGlobal(point))

    def actions_menu(self) -> QMenu:
        """What can be done with the chosen lines and their articles; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy lines"), self.copy)
        menu.addAction(tr("Export the concordance …"), self.ask_export)
        menu.addSeparator()
        for name in MENU:
            action = self.window().findChild(QAction, f"action_{name}")
            if isinstance(action, QAction):
                menu.addAction(action)
        return menu

    def ask_export(self) -> None:
        """Ask for a file and write the lines into it, as they are shown."""
        kinds = {tr("Table (*.csv)"): "csv", tr("Text (*.txt)"): "txt"}
        name, kind = QFileDialog.getSaveFileName(self, tr("Export the concordance"), "", ";;".join(kinds))
        if not name:
            return
        form = kinds.get(kind, "csv")
        path = Path(name) if Path(name).suffix else Path(name).with_suffix(f".{form}")
        form = "txt" if path.suffix.lower() == ".txt" else "csv"
        shown = Concordance(
            self.concordance.query, self.lines.shown(), self.concordance.articles, self.concordance.complete
        )
        archive = self._desk.archive
        self._desk.jobs.long(
            self,
            lambda _control, _report: archive.export_concordance(shown, path, form),
            lambda _result: self._desk.message.emit(tr("Written to {path}.", path=path)),
            failed=self._desk.failed,
        )

    # --- looks

    def _fit(self) -> None:
        """Share the width: the hit in the middle of what source and date leave."""
        width = self.table.viewport().width()
        self.table.setColumnHidden(SOURCE, width < _WITH_SOURCE)
        self.table.setColumnHidden(DATE, width < _WITH_DATE)
        rest = width - (_SOURCE_WIDTH if width >= _WITH_SOURCE else 0) - (_DATE_WIDTH if width >= _WITH_DATE else 0)
        count = min(_SAMPLE, self.lines.rowCount())
        wish = self._delegate.hit_width([self.lines.row_at(row).hit for row in range(count)])
        hit = max(_HIT_WIDTH, min(wish, rest * 3 // 10))
        for column, room in ((LEFT, (rest - hit) // 2), (HIT, hit), (RIGHT, rest - hit - (rest - hit) // 2)):
            self.table.setColumnWidth(column, room)
        self.table.setColumnWidth(SOURCE, _SOURCE_WIDTH)
        self.table.setColumnWidth(DATE, _DATE_WIDTH)


def _same(line: ConcordanceLine, other: ConcordanceLine) -> bool:
    return (line.article, line.start) == (other.article, other.start)
