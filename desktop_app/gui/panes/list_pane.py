"""The middle: histogram, how many articles there are, and the list of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop_app.archive.browse import View
from desktop_app.gui import theme
from desktop_app.gui.clauses import describe, joined
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.widgets.article_view import ArticleView
from desktop_app.gui.widgets.empty_state import EmptyState, Offer
from desktop_app.gui.widgets.histogram import Histogram
from desktop_app.model.listing import Counts, Listing, Sort

SLOW_MS = 300  # a search that takes longer says that it is under way
OFFERS_AT_MOST = 5


class ListPane(QWidget):
    """Shows the desk's listing; `import_wanted` asks the window for its import dialog."""

    import_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list_pane")
        self.setMinimumWidth(280)
        self._desk = desk
        self._all = -1  # articles in the archive, -1 while unknown
        self.histogram = Histogram(desk, self)
        self.view = ArticleView(desk, self)
        self.empty = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._count = QLabel(self)
        self._count.setObjectName("result_count")
        self._count.setTextFormat(Qt.TextFormat.RichText)
        self._sort = QToolButton(self)
        self._build_sort()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(lambda: self._count.setText(tr("Searching …")))
        self._lay_out()
        desk.listing_changed.connect(self._on_listing)
        desk.counts_changed.connect(self._on_counts)
        desk.searching_changed.connect(self._on_searching)
        desk.selection_changed.connect(lambda _ids: self._show_count())
        self.setFocusProxy(self.view)

    # --- building

    def _lay_out(self) -> None:
        line = QWidget(self)
        line.setObjectName("result_line")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(line)
        row.setContentsMargins(18, 0, 10, 0)
        row.addWidget(self._count, 1)
        row.addWidget(self._sort)
        line.setFixedHeight(32)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.histogram)
        layout.addWidget(line)
        layout.addWidget(self._stack, 1)
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _build_sort(self) -> None:
        self._sort.setObjectName("sort_button")
        self._sort.setAccessibleName(tr("Sort order"))
        self._sort.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._sort.setAutoRaise(True)
        self.sort_menu = menu = QMenu(self._sort)
        group = QActionGroup(menu)
        self._orders: dict[str, QAction] = {}
        names: dict[Sort, str] = {
            "relevance": tr("Relevance"),
            "-date": tr("Newest first"),
            "date": tr("Oldest first"),
        }
        for order, text in names.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(partial(self._set_sort, order))
            self._orders[order] = action
        # Not setMenu: the style would draw an arrow of its own beside ours.
        self._sort.clicked.connect(lambda: menu.popup(self._sort.mapToGlobal(self._sort.rect().bottomLeft())))

    def _set_sort(self, order: Sort, _checked: bool = False) -> None:
        self._desk.set_sort(order)

    # --- the desk changes

    def _on_searching(self, busy: bool) -> None:
        if busy:
            self._slow.start()
        else:
            self._slow.stop()
            self._show_count()

    def _on_counts(self, counts: Counts | None) -> None:
        self._all = counts.all if counts is not None else -1
        self._show_stack()

    def _on_listing(self, listing: Listing | None) -> None:
        self._slow.stop()
        self._show_count()
        if listing is not None:
            self._orders[listing.sort].setChecked(True)
            self._orders["relevance"].setEnabled(listing.scores is not None or bool(self._desk.text.strip()))
            self._sort.setText(f"{self._orders[listing.sort].text()} ▾")
        self._show_stack()

    def _show_count(self) -> None:
        listing = self._desk.listing
        if listing is None:
            self._count.setText("")
            return
        number = QLocale().toString(len(listing))
        ink, muted = theme.current().ink, theme.current().muted
        words = trn("%n article(s)", len(listing)).replace(str(len(listing)), number)
        words = words.replace(number, f"<b style='color:{ink.name()}'>{number}</b>", 1)
        parts = [words, tr("{ms} ms", ms=max(1, round(listing.took_ms)))]
        if len(self._desk.selected) > 1:
            parts.append(tr("{n} selected", n=QLocale().toString(len(self._desk.selected))))
        self._count.setText(f"<span style='color:{muted.name()}'>{' · '.join(parts)}</span>")

    # --- nothing to list

    def _show_stack(self) -> None:
        listing = self._desk.listing
        if listing is None or len(listing):
            self._stack.setCurrentWidget(self.view)
            return
        if self._all == 0 and self._desk.view == "all":
            self._tell_empty_archive()
        elif self._desk.text.strip() or self._desk.filters:
            self._tell_no_hits()
        else:
            self._tell_empty_view()
        self._stack.setCurrentWidget(self.empty)

    def _tell_empty_archive(self) -> None:
        self.empty.tell(
            tr("No articles yet"),
            tr("Import files or a whole folder of press texts, or drop them here. The originals stay as they are."),
            [Offer(tr("Import …"), self.import_wanted.emit, primary=True)],
        )

    def _tell_empty_view(self) -> None:
        heading, text = {
            "unread": (tr("Everything is read"), tr("New articles appear here after an import.")),
            "starred": (tr("Nothing starred"), tr("Press S on an article to find it here again.")),
            "undated": (tr("Every article has a date"), ""),
            "duplicates": (tr("No duplicates"), tr("Articles that were found in several files would be here.")),
            "trash": (tr("The trash is empty"), ""),
        }.get(self._desk.view, (tr("No articles"), ""))
        self.empty.tell(heading, text, [Offer(tr("Show all articles"), lambda: self._desk.set_view("all"))])

    def _tell_no_hits(self) -> None:
        ways = self._ways_out()
        text = tr("No article fits all of this at once.")
        if not self._desk.filters and self._desk.view == "all":
            text = tr("No article contains all of this. Try fewer words, another spelling, or an ending such as word*.")
        self.empty.tell(tr("Nothing found"), text, [Offer(way.label, way.act) for way in ways])
        self._count_ways_out(ways)

    def _ways_out(self) -> list["Way"]:
        """Without each filter, without the words, everywhere."""
        desk = self._desk
        text, filters, view = desk.text.strip(), list(desk.filters), desk.view
        ways = []
        several = len(filters) + bool(text) + (view != "all") > 1
        for clause in filters[:OFFERS_AT_MOST] if several else []:
            rest = [other for other in filters if other != clause]
            label = tr("Without “{filter}”", filter=describe(clause))
            ways.append(Way(label, joined(text, rest), view, partial(desk.remove_filter, clause)))
        if text and filters:
            label = tr("Without the words “{words}”", words=text)
            ways.append(Way(label, joined("", filters), view, partial(desk.set_text, "")))
        if text and (filters or view != "all"):
            ways.append(Way(tr("Search everywhere"), text, "all", self._search_everywhere))
        elif not text:
            ways.append(Way(tr("Show all articles"), "", "all", self._search_everywhere))
        else:
            ways.append(Way(tr("Clear the search"), "", "all", partial(desk.set_text, "")))
        return ways

    def any_trashed(self) -> bool:
        """Whether one of the articles that a verb is meant for lies in the trash."""
        article, targets = self._desk.article, self._desk.targets()
        if article is not None and article.trashed and article.id in targets:
            return True
        return self.view.articles.any_trashed(targets)

    def _search_everywhere(self) -> None:
        self._desk.set_filters([])
        self._desk.set_view("all")

    def _count_ways_out(self, ways: list["Way"]) -> None:
        """Say beside each way out how many articles it leads to, once that is known."""
        archive = self._desk.archive

        def count() -> list[int]:
            return [len(archive.find(way.query, view=way.view)) for way in ways]

        def show(counts: list[int]) -> None:
            if self._stack.currentWidget() is not self.empty:
                return
            best = max(counts)
            offers = [
                Offer(f"{way.label}  ·  {QLocale().toString(found)}", way.act, primary=found == best)
                for way, found in zip(ways, counts, strict=True)
                if found
            ]
            self.empty.offer(offers or [Offer(ways[-1].label, ways[-1].act)])

        # Where a count is refused or fails, the buttons stay as they are, without it.
        self._desk.jobs.read(self, count, show, key="ways-out", failed=lambda _error: None)


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of an empty list: its button, the search it leads to, and what the button does."""

    label: str
    query: str
    view: View
    act: Callable[[], None]
