"""The line above the list: how many articles, the query doctor, list or concordance, and the sort order."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.models.concordance_model import Order
from desktop_app.gui.table.columns import told
from desktop_app.model.listing import Listing, Sort

K = TypeVar("K", bound=str)

SLOW_MS = 300  # a search that takes longer says that it is under way


class ResultLine(QWidget):
    """Says what was found; the buttons ask the pane."""

    doctor_wanted = Signal(bool)
    concordance_wanted = Signal(bool)
    order_wanted = Signal(object)  # an `Order` of the concordance

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result_line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(32)
        self._desk = desk
        self._order: Order = "rank"
        self.count = QLabel(self)
        self.count.setObjectName("result_count")
        self.count.setTextFormat(Qt.TextFormat.RichText)
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.doctor = self._button("doctor_button", tr("Query doctor"), tr("What each word and filter finds"))
        self.doctor.clicked.connect(self.doctor_wanted)
        self.concordance = self._button(
            "concordance_button", tr("Concordance"), tr("All hits in their context (Ctrl+L)")
        )
        self.concordance.clicked.connect(self.concordance_wanted)
        self.families = self._button(
            "families_button", tr("Versions as one row"), tr("Show versions of one article as one row")
        )
        self.families.clicked.connect(desk.folding.show_by_family)
        desk.folding.changed.connect(self._show_families)
        self.sort = QToolButton(self)
        self.sort.setObjectName("sort_button")
        self.sort.setAccessibleName(tr("Sort order"))
        self.sort.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.sort.setAutoRaise(True)
        self.sort.clicked.connect(self._open_menu)
        self._build_menus()
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 10, 0)
        row.setSpacing(2)
        row.addWidget(self.count, 1)
        row.addWidget(self.families)
        row.addWidget(self.doctor)
        row.addWidget(self.concordance)
        row.addSpacing(4)
        row.addWidget(self.sort)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(lambda: self.count.setText(tr("Searching …")))
        desk.listing_changed.connect(self._on_listing)
        desk.searching_changed.connect(self._on_searching)
        desk.selection_changed.connect(lambda _ids: self._show_count())
        theme.notifier().changed.connect(self._dress)
        self._dress()

    def _button(self, name: str, accessible: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(accessible)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _dress(self) -> None:
        self.doctor.setIcon(theme.icon("examine"))
        self.concordance.setIcon(theme.icon("concordance"))
        self.families.setIcon(theme.icon("versions"))
        self._show_families()
        self._show_count()

    def _show_families(self) -> None:
        self.families.setVisible(self._desk.folding.any)
        self.families.setChecked(self._desk.folding.by_family)

    # --- sort orders

    def _build_menus(self) -> None:
        names: Mapping[Sort, str] = {
            "relevance": tr("Relevance"),
            "-date": tr("Newest first"),
            "date": tr("Oldest first"),
            "title": tr("Title"),
            "source,-date": tr("Source"),
            "author,-date": tr("Author"),
            "-words": tr("Longest first"),
            "-added": tr("Added last"),
            "hand": tr("In my order"),
        }
        self.sort_menu, self.orders = self._menu(names, self._desk.set_sort)
        contexts: Mapping[Order, str] = {
            "rank": tr("As in the list"),
            "left": tr("By the words before"),
            "hit": tr("By the hit"),
            "right": tr("By the words after"),
            "source": tr("By source"),
            "date": tr("By date"),
        }
        self.context_menu, self.contexts = self._menu(contexts, self.order_wanted.emit)

    def _menu(self, names: Mapping[K, str], act: Callable[[K], None]) -> tuple[QMenu, dict[K, QAction]]:
        menu = QMenu(self.sort)
        group = QActionGroup(menu)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        actions: dict[K, QAction] = {}
        for order, text in names.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(partial(_call, act, order))
            actions[order] = action
        return menu, actions

    def _open_menu(self) -> None:
        # Not setMenu: the style would draw an arrow of its own beside ours.
        menu = self.context_menu if self.concordance.isChecked() else self.sort_menu
        as_table = self.window().findChild(QAction, "action_table")
        if as_table is not None and as_table not in menu.actions():
            self.sort_menu.addSeparator()
            self.sort_menu.addAction(as_table)
        menu.popup(self.sort.mapToGlobal(self.sort.rect().bottomLeft()))

    def show_order(self, order: Order) -> None:
        """Name the order of the concordance, or the list's where that is shown."""
        listing, self._order = self._desk.listing, order
        if self.concordance.isChecked():
            action = self.contexts[order]
        elif listing is not None:
            self._show_sort(listing.sort)
            return
        else:
            return
        action.setChecked(True)
        self.sort.setText(f"{action.text()} ▾")

    def _show_sort(self, sort: Sort) -> None:
        for order, action in self.orders.items():
            action.setChecked(order == sort)
        text = self.orders[sort].text() if sort in self.orders else told(sort)
        self.sort.setText(f"{text} ▾")

    # --- the desk changes

    def _on_searching(self, busy: bool) -> None:
        if busy:
            self._slow.start()
        else:
            self._slow.stop()
            self._show_count()

    def _on_listing(self, listing: Listing | None) -> None:
        self._slow.stop()
        self._show_count()
        if listing is not None:
            self.orders["relevance"].setEnabled(listing.scores is not None or bool(self._desk.text.strip()))
            by_hand = self._desk.full_query
            self.orders["hand"].setVisible("dossier:" in by_hand or "screening:" in by_hand)
            self.show_order(self._order)

    def _show_count(self) -> None:
        listing = self._desk.listing
        if listing is None:
            self.count.setText("")
            return
        ink, muted = theme.current().ink, theme.current().muted
        articles, rows = trn("%n article(s)", listing.total), len(listing) - len(listing.inside)
        parts = [articles, tr("{ms} ms", ms=max(1, round(listing.took_ms)))]
        if listing.total != rows:  # there is no room for the time as well
            parts = [tr("{articles} in {rows}", articles=articles, rows=trn("%n row(s)", rows))]
        selected = len(self._desk.targets()) if self._desk.selected else 0
        if selected > 1:
            parts.append(tr("{n} selected", n=QLocale().toString(selected)))
        text = " · ".join(parts)
        self.count.setToolTip(text)
        if QFontMetrics(self.count.font()).horizontalAdvance(f"{text}  ") > self.count.width():
            text = " · ".join([articles, *parts[2 if listing.total == rows else 1 :]])
        number = QLocale().toString(listing.total)
        text = text.replace(number, f"<b style='color:{ink.name()}'>{number}</b>", 1)
        self.count.setText(f"<span style='color:{muted.name()}'>{text}</span>")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_count()


def _call(act: Callable[[K], None], order: K, _checked: bool = False) -> None:
    act(order)
