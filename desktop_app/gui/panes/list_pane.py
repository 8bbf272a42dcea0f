"""The middle: histogram, how many articles there are, and the list of them or the concordance of their hits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui.desk import Desk
from desktop_app.gui.dossiers.head import DossierHead
from desktop_app.gui.panes.concordance_pane import ConcordancePane
from desktop_app.gui.panes.doctor_panel import DoctorPanel
from desktop_app.gui.panes.nothing_found import NothingFound
from desktop_app.gui.table.table_mode import TableMode
from desktop_app.gui.widgets.article_view import ArticleView
from desktop_app.gui.widgets.empty_state import EmptyState
from desktop_app.gui.widgets.histogram import Histogram
from desktop_app.gui.widgets.result_line import ResultLine
from desktop_app.model.listing import Counts, Listing


class ListPane(QWidget):
    """Shows the desk's listing; `import_wanted` asks the window for its import dialog."""

    import_wanted = Signal()
    concordance_shown = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list_pane")
        self.setMinimumWidth(280)
        self._desk = desk
        self._all = -1  # articles in the archive, -1 while unknown
        self.dossier = DossierHead(desk, self)
        self.histogram = Histogram(desk, self)
        self.line = ResultLine(desk, self)
        self.doctor = DoctorPanel(desk, self)
        self.view = ArticleView(desk, self)
        self.table = TableMode(desk, self.view)
        self.concordance = ConcordancePane(desk, self)
        self.empty = EmptyState(self)
        self._nothing = NothingFound(desk, self.empty, self.doctor)
        self._stack = QStackedWidget(self)
        for page in (self.view, self.concordance, self.empty):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.dossier, self.histogram, self.line, self.doctor):
            layout.addWidget(part)
        layout.addWidget(self.table.heading)
        layout.addWidget(self._stack, 1)
        self._connect()
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.line.doctor_wanted.connect(self.show_doctor)
        self.line.concordance_wanted.connect(self.show_concordance)
        self.line.order_wanted.connect(self.concordance.set_order)
        self.concordance.ordered.connect(lambda: self.line.show_order(self.concordance.order))
        self.doctor.closed.connect(self._on_doctor_closed)
        self.doctor.toggled.connect(lambda _open: self._show_stack())
        self._nothing.import_wanted.connect(self.import_wanted)
        self._nothing.doctor_wanted.connect(lambda: self.show_doctor(True))
        self._desk.listing_changed.connect(self._on_listing)
        self._desk.counts_changed.connect(self._on_counts)

    # --- what is shown

    def show_doctor(self, on: bool) -> None:
        """Open or close the query doctor."""
        self.line.doctor.setChecked(on)
        if on:
            self.doctor.enter()
        elif not self.doctor.isHidden():
            self.doctor.leave()

    def _on_doctor_closed(self) -> None:
        self.line.doctor.setChecked(False)
        self.setFocus()

    def show_concordance(self, on: bool) -> None:
        """Show each hit in its context instead of the articles, or the articles again."""
        self.line.concordance.setChecked(on)
        if on:
            self.concordance.wake()
        else:
            self.concordance.sleep()
        self.line.show_order(self.concordance.order)
        self._show_stack()
        self.setFocusProxy(self.concordance.table if on else self.view)
        self.concordance_shown.emit(on)
        self.setFocus()

    @property
    def in_concordance(self) -> bool:
        """Whether the concordance stands in the list's place."""
        return self.line.concordance.isChecked()

    def enter(self) -> None:
        """Take the keyboard; the first article, or the first hit, begins."""
        if self.in_concordance:
            self.concordance.enter()
        else:
            self.view.enter()

    # --- the desk changes

    def _on_counts(self, counts: Counts | None) -> None:
        before, self._all = self._all, counts.all if counts is not None else -1
        if self._all != before:  # not with each star: an empty list examines its search anew
            self._show_stack()

    def _on_listing(self, _listing: Listing | None) -> None:
        self._show_stack()

    def _show_stack(self) -> None:
        listing = self._desk.listing
        if listing is not None and not len(listing):
            self._nothing.tell(self._all)
            self._stack.setCurrentWidget(self.empty)
        else:
            self._nothing.leave()
            self._stack.setCurrentWidget(self.concordance if self.in_concordance else self.view)
        self.table.heading.setVisible(self.table.on and self._stack.currentWidget() is self.view)

    def any_trashed(self) -> bool:
        """Whether one of the articles that a verb is meant for lies in the trash."""
        article, targets = self._desk.article, self._desk.targets()
        if article is not None and article.trashed and article.id in targets:
            return True
        return self.view.articles.any_trashed(targets)
