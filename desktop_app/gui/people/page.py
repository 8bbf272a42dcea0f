"""The page of a person or organisation: everything the archive knows of them, and what the reader keeps of them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.clauses import entity_clause
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.page_text import one_line
from desktop_app.gui.people.chain import LONGEST, PathView
from desktop_app.gui.people.columns import Columns
from desktop_app.gui.people.comparison import ComparisonView
from desktop_app.gui.people.loading import Loaded, Wish, compared, connected, load
from desktop_app.gui.people.page_head import PageHead
from desktop_app.gui.people.quote_list import STEP
from desktop_app.gui.people.quote_view import ink_of
from desktop_app.gui.people.span import Span
from desktop_app.gui.places import ARTICLES, Room
from desktop_app.gui.rooms import RoomPane
from desktop_app.gui.widgets.empty_state import EmptyState, Offer
from desktop_app.gui.widgets.entity_finder import EntityFinder
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.changes import Changes
from desktop_app.model.errors import NotFoundError
from desktop_app.model.people import Companion, Comparison, Decision, Edge, Node, PathStep, Quote, Suggestion

TABLES = (
    "entities", "identities", "names", "mentions", "rulings", "suggestions", "entity_notes", "entity_taggings",
    "tags", "articles", "imports",
)  # fmt: skip
_PATIENCE_MS = 400  # a run that reads names commits again and again


class EntityPane(RoomPane):
    """Shows one at a time; what is asked for is read beside the window."""

    verb_wanted = Signal(str)  # the name of an action of the window
    menu_wanted = Signal(object)  # QPoint of the screen: what else can be done
    sentence_wanted = Signal(object)  # Quote, to be read in its article
    export_wanted = Signal(object, str)  # list[int], the articles, and whose they are
    link_opened = Signal(str)  # in a note, such as "article:12"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entity_page")
        self.setAccessibleName(tr("Page of a person or organisation"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._wish = Wish()
        self._loaded: Loaded | None = None
        self._pair: tuple[int, int] = (0, 0)  # whose sentences are shown
        self.head = PageHead(self)
        self.columns = Columns(desk, self)
        self.comparison = ComparisonView(self)
        self.path = PathView(self)
        self.empty = EmptyState(self)
        self.stack = QStackedWidget(self)
        for each in (self.columns, self.comparison, self.path, self.empty):
            self.stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)
        self.head.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PATIENCE_MS)
        self._later.timeout.connect(self.reload)
        self._connect_head()
        self._connect_columns()
        self._connect_others()

    def _connect_head(self) -> None:
        head, verb = self.head, self.verb_wanted.emit
        head.step.connect(lambda step: self._desk.back() if step < 0 else self._desk.forward())
        head.compare_wanted.connect(self._find_other)
        head.merge_wanted.connect(partial(verb, "merge_people"))
        head.tag_wanted.connect(partial(verb, "tag_people"))
        head.export_wanted.connect(self._export)
        head.more_wanted.connect(self._open_menu)
        head.form_switched.connect(self._switch)

    def _connect_columns(self) -> None:
        columns, desk = self.columns, self._desk
        columns.times.opened.connect(self.sentence_wanted)
        columns.together.page_wanted.connect(self._go_to)
        for part in (columns.roles, columns.suggestions, columns.quotes):
            part.opened.connect(self.sentence_wanted)
            part.page_wanted.connect(self._go_to)
        columns.times.chart.span_chosen.connect(self.keep_to)
        columns.together.span_chosen.connect(self.keep_to)
        columns.together.chosen.connect(self._show_link)
        columns.quotes.more_wanted.connect(self._read_sentences)
        columns.quotes.closed.connect(self.close_sentences)
        columns.notes.removed.connect(lambda note: self._edit(desk.archive.remove_entity_note, note))
        for linked in (columns.notes.link_opened, columns.backlinks.opened):
            linked.connect(self.link_opened)
        columns.suggestions.decided.connect(self._decide)
        columns.suggestions.review_wanted.connect(lambda: desk.open_review(self._wish.entity))
        columns.counts.place_chosen.connect(lambda value: self._narrow(place=value))
        columns.counts.source_chosen.connect(lambda value: self._narrow(source=value))
        columns.articles.opened.connect(desk.read_article)
        columns.articles.more_wanted.connect(lambda rows: self._ask(replace(self._wish, rows=rows)))
        columns.articles.listing_wanted.connect(self._list)
        columns.articles.cleared.connect(lambda: self._ask(self._wish.widened()))

    def _connect_others(self) -> None:
        for view in (self.comparison, self.path):
            view.opened.connect(self.sentence_wanted)
            view.page_wanted.connect(self._go_to)
            view.closed.connect(self.show_columns)
        self.comparison.path_wanted.connect(self._path_of_compared)
        self.comparison.merge_wanted.connect(partial(self.verb_wanted.emit, "merge_people"))
        self._desk.hub.changed.connect(self._on_changed)
        theme.notifier().changed.connect(self._dress)

    # --- the room

    def enter(self, room: Room) -> None:
        if room.entity != self._wish.entity:
            self.close_sentences()
            self.columns.notes.finish()
            self._ask(Wish(room.entity, nodes=self.columns.together.network.room_for()))
        else:
            self.reload()
        self.show_columns()

    def _go_to(self, entity: int) -> None:
        """Open somebody's page, which may be the one below a comparison or a path."""
        if entity == self._wish.entity:
            self.show_columns()
        else:
            self._desk.open_entity(entity)

    def targets(self) -> list[int]:
        here = self._loaded is not None and self._loaded.page.row.id == self._wish.entity
        if here and self.stack.currentWidget() is self.comparison and self.comparison.comparison is not None:
            found = self.comparison.comparison
            return [found.a.row.id, found.b.row.id]
        return [self._wish.entity] if here else []

    def asks(self) -> bool:
        return self.stack.currentWidget() is self.columns and self.columns.suggestions.first is not None

    def answer(self, decision: Decision) -> None:
        suggestion = self.columns.suggestions.first
        if suggestion is not None:
            self._decide(suggestion, decision)

    # --- reading

    @property
    def loaded(self) -> Loaded | None:
        """What is shown."""
        return self._loaded

    def reload(self) -> None:
        """Read everything again."""
        self._later.stop()
        if self._wish.entity:
            self._ask(self._wish)

    def _ask(self, wish: Wish) -> None:
        self._wish = wish
        archive = self._desk.archive
        self._desk.jobs.read(self, lambda: load(archive, wish), self._show, key="entity-page", failed=self._gone)

    def _show(self, loaded: Loaded) -> None:
        other = self._loaded is None or self._loaded.page.row.id != loaded.page.row.id
        self._loaded = loaded
        writable = not self._desk.archive.read_only
        self.setAccessibleName(one_line(loaded.page.row.name))
        self.head.show_page(loaded.page, writable=writable, listed=len(loaded.articles))
        self.columns.show_loaded(loaded, writable=writable)
        if self.stack.currentWidget() is self.empty:
            self.show_columns()
        self.head.setVisible(self.stack.currentWidget() is self.columns)
        if other:
            self.columns.to_the_top()
        self.targets_changed.emit()

    def _gone(self, error: BaseException) -> None:
        if not isinstance(error, NotFoundError):
            self._desk.failed(error)
            return
        self._loaded = None
        self.head.hide()
        self.empty.tell(
            tr("Nobody is here any more"),
            tr("This person or organisation was merged with another, or taken back."),
            [
                Offer(tr("Back"), self._desk.back, primary=True),
                Offer(tr("All people"), partial(self._desk.open_people, "person")),
            ],
        )
        self.stack.setCurrentWidget(self.empty)
        self.targets_changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if not self._wish.entity or not self.isVisible() or not changes.touches(*TABLES):
            return
        if changes.operation:
            self.reload()
        elif not self._later.isActive():
            self._later.start()

    def _dress(self) -> None:
        """Labels took their fonts when they were made."""
        if self._loaded is not None and self.isVisible():
            self._show(self._loaded)

    # --- narrowing

    def keep_to(self, span: Span) -> None:
        """Look only at what was printed in this time."""
        self._ask(replace(self._wish, span=span))
        if self._pair[0] and not self.columns.quotes.isHidden():
            self._read_sentences(0)

    def _narrow(self, **what: str) -> None:
        self._ask(replace(self._wish, rows=30, **what))  # type: ignore[arg-type]

    def _list(self) -> None:
        """Look at the articles in the list, where they can be searched, tagged and exported."""
        loaded, desk = self._loaded, self._desk
        if loaded is None:
            return
        wish, row = loaded.wish, loaded.page.row

        def show(meant: list[int]) -> None:
            mine = entity_clause(row.kind, row.name, row.id, shared=meant != [row.id])
            rest = wish.query(row.kind).partition(" ")[2]
            desk.open_query(f"{mine} {rest}".strip())

        desk.jobs.read(self, lambda: desk.archive.entity_named(row.name, row.kind), show, failed=desk.failed)

    def _export(self) -> None:
        if self._loaded is not None:
            self.export_wanted.emit(list(self._loaded.articles), one_line(self._loaded.page.row.name))

    # --- sentences of two

    def _show_link(self, what: Node | Edge | Companion | None) -> None:
        """Show the sentences of a line of the network, or of somebody with the one whose page it is."""
        loaded = self._loaded
        if loaded is None:
            return
        me = loaded.page.row.id
        if what is None or (isinstance(what, Node) and what.id == me):
            self._put_sentences_away()  # the one in the middle stays chosen: the arrow keys go on from there
            return
        known = {node.id: (node.kind, node.name) for node in loaded.network.nodes}
        known |= {each.id: (each.kind, each.name) for each in loaded.page.companions}
        known[me] = (loaded.page.row.kind, loaded.page.row.name)
        a, b = (what.a, what.b) if isinstance(what, Edge) else (me, what.id)
        if a not in known or b not in known:
            return
        if b == me:
            a, b = b, a
        shared = {frozenset((edge.a, edge.b)): edge.articles for edge in loaded.network.edges}
        shared |= {frozenset((me, each.id)): each.articles for each in loaded.page.companions}
        ink = ink_of(known[a][0]) if known[a][0] == known[b][0] else "accent"
        names = one_line(known[a][1]), one_line(known[b][1])
        count = shared.get(frozenset((a, b)), 0)
        pages = [(number, one_line(known[number][1])) for number in (a, b) if number != me]
        told = trn("%n article(s) in common", count) if count else ""
        self.columns.quotes.begin(tr("{a} and {b}", a=names[0], b=names[1]), told, ink, pages)
        self._pair = (a, b)
        self.columns.right.verticalScrollBar().setValue(0)
        self._read_sentences(0)

    def _read_sentences(self, offset: int) -> None:
        archive, pair, span = self._desk.archive, self._pair, self._wish.span

        def read() -> list[Quote]:
            return archive.entity_quotes(
                pair[0], beside=pair[1], first=span.first, last=span.last, limit=STEP, offset=offset
            )

        def show(quotes: list[Quote]) -> None:
            if pair == self._pair:
                self.columns.quotes.add_quotes(quotes, offset=offset)

        self._desk.jobs.read(self, read, show, key="entity-sentences", failed=self._desk.failed)

    def close_sentences(self) -> None:
        """Put the panel of sentences away, and choose nobody."""
        self._put_sentences_away()
        self.columns.together.network.choose(None, tell=False)

    def _put_sentences_away(self) -> None:
        self._pair = (0, 0)
        self.columns.quotes.hide()

    # --- verbs

    def _edit(self, work: Callable[..., Any], *args: Any) -> None:
        self._desk.edit(work, *args)

    def _switch(self, form: str, on: bool) -> None:
        self._edit(self._desk.archive.switch_name, self._wish.entity, form, on)

    def _decide(self, suggestion: Suggestion, decision: Decision) -> None:
        self._edit(self._desk.archive.decide, suggestion.id, decision)

    def _open_menu(self) -> None:
        button = self.head.more
        self.menu_wanted.emit(button.mapToGlobal(QPoint(0, button.height())))

    # --- two

    def _find_other(self) -> None:
        """Ask who is to be put beside."""
        finder = EntityFinder(self._desk, None, self, besides=self._wish.entity)
        finder.chosen.connect(self.compare_with)
        button = self.head.compare
        finder.open_at(button.mapToGlobal(QPoint(12, button.height())))

    def compare_with(self, other: int) -> None:
        """Put somebody beside the one whose page it is."""
        archive, me = self._desk.archive, self._wish.entity

        def show(found: tuple[Comparison, list[Quote]]) -> None:
            if me == self._wish.entity:
                self.comparison.show_comparison(*found, writable=not archive.read_only)
                self._bring(self.comparison)

        self._desk.jobs.read(
            self, lambda: compared(archive, me, other), show, key="entity-comparison", failed=self._desk.failed
        )

    def _path_of_compared(self) -> None:
        if self.comparison.comparison is not None:
            self.path_to(self.comparison.comparison.b.row.id)

    def path_to(self, other: int) -> None:
        """Show how somebody is connected with the one whose page it is."""
        archive, me = self._desk.archive, self._wish.entity

        def show(found: tuple[list[PathStep], tuple[str, str]]) -> None:
            if me == self._wish.entity:
                self.path.show_path(*found)
                self._bring(self.path)

        self._desk.jobs.read(
            self, lambda: connected(archive, me, other, LONGEST), show, key="entity-path", failed=self._desk.failed
        )

    def _bring(self, view: QWidget) -> None:
        self.head.hide()
        self.stack.setCurrentWidget(view)
        self.targets_changed.emit()

    def show_columns(self) -> None:
        """Show the page itself."""
        self.stack.setCurrentWidget(self.columns)
        self.head.setVisible(self._loaded is not None)
        self.setFocus()
        self.targets_changed.emit()

    # --- keys

    def event(self, event: QEvent) -> bool:
        return keeps(event, Qt.Key.Key_Escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what was opened last: sentences, a comparison, what narrows the page, then the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.stack.currentWidget() not in (self.columns, self.empty):
            self.show_columns()
        elif not self.columns.quotes.isHidden():
            self.close_sentences()
        elif self._wish != self._wish.widened():
            self._ask(self._wish.widened())
        else:
            self._desk.enter(ARTICLES)
