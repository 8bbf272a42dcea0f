"""Who somebody appears with: a list, and the network drawn, with the time they are looked at below it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.people.lines import CompanionLine
from desktop_app.gui.people.network_view import NetworkView
from desktop_app.gui.people.section import Section, link, quiet
from desktop_app.gui.people.span import Span, span_name
from desktop_app.gui.people.span_slider import SpanSlider
from desktop_app.model.people import EntityPage, Network

SHOWN = 6
_MANY = 40


class Together(Section):
    """The part of the page about companions."""

    chosen = Signal(object)  # Node | Edge | Companion | None
    page_wanted = Signal(int)
    span_chosen = Signal(object)  # Span

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("together", tr("Together with"), parent)
        self.network = NetworkView(self)
        self.slider = SpanSlider(self)
        self._grid = QWidget(self)
        self._cells = QGridLayout(self._grid)
        self._cells.setContentsMargins(0, 0, 0, 0)
        self._cells.setHorizontalSpacing(16)
        self._cells.setVerticalSpacing(0)
        self._companions: list[CompanionLine] = []
        self._nobody = quiet("", self)
        self._more = link("", "more_companions", self)
        self._page: EntityPage | None = None
        self._all = False
        for widget in (self._nobody, self.network, self.slider, self._grid, self._more):
            self.add(widget)
        self._more.clicked.connect(self._show_all)
        self.network.chosen.connect(self.chosen)
        self.network.page_wanted.connect(self.page_wanted)
        self.slider.span_chosen.connect(self.span_chosen)

    def show_page(self, page: EntityPage, network: Network, span: Span) -> None:
        """Show who somebody appears with in a time."""
        if self._page is None or self._page.row.id != page.row.id:
            self._all = False
        self._page = page
        chosen = span.within(page.periods)
        name = span_name(page.periods, chosen) if chosen else ""
        self.retitle(tr("Together with · {span}", span=name) if name else tr("Together with"))
        someone = bool(page.companions)
        self._nobody.setVisible(not someone)
        self._nobody.setText(
            tr("In this time nobody else is named in the same articles.")
            if chosen
            else tr("Nobody else is named in the same articles.")
        )
        self.network.setVisible(someone)
        self._grid.setVisible(someone)
        self.slider.setVisible(len(page.periods) > 1 and (someone or bool(chosen)))
        self.slider.show_periods(page.periods, span)
        self.network.show_network(network, page.row.id)
        self._fill()

    def _fill(self) -> None:
        page = self._page
        if page is None:
            return
        for old in self._companions:
            self._cells.removeWidget(old)
            old.hide()
            old.deleteLater()
        shown = page.companions[: _MANY if self._all else SHOWN]
        self._companions = [CompanionLine(companion, self._grid) for companion in shown]
        rows = (len(shown) + 1) // 2
        for number, line in enumerate(self._companions):
            line.chosen.connect(self.chosen)
            line.page_wanted.connect(self.page_wanted)
            self._cells.addWidget(line, number % rows, number // rows)
            line.show()
        left = len(page.companions) - len(shown)
        self._more.setVisible(left > 0)
        self._more.setText(trn("%n more", left))
        self._more.setAccessibleName(tr("Show more of those who appear in the same articles"))

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def companions(self) -> list[CompanionLine]:
        """The list, by articles in common."""
        return list(self._companions)
