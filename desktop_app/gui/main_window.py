"""The window: three panes and a status strip over one archive."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMessageBox,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.archive.archive import Archive
from desktop_app.gui import drop, layout
from desktop_app.gui.actions import Action
from desktop_app.gui.annotations.wiring import annotations_pane
from desktop_app.gui.commands import Commands
from desktop_app.gui.desk import Desk
from desktop_app.gui.dossiers.strips import ReaderStrips
from desktop_app.gui.families.finder import FamilyFinder
from desktop_app.gui.families.finder_state import FinderState
from desktop_app.gui.families.wiring import versions_pane
from desktop_app.gui.hub import Hub
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.indexer import Indexer
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.mouse_keys import MouseKeys
from desktop_app.gui.name_finder import NameFinder
from desktop_app.gui.name_follower import NameFollower
from desktop_app.gui.panes.entity_table import EntityTable
from desktop_app.gui.panes.inspector import Inspector
from desktop_app.gui.panes.list_pane import ListPane
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.gui.panes.sidebar import Sidebar
from desktop_app.gui.people.wiring import entity_pane, review_pane
from desktop_app.gui.places import ARTICLES, Room
from desktop_app.gui.rooms import Rooms
from desktop_app.gui.search_logger import SearchLogger
from desktop_app.gui.tags.rule_follower import RuleFollower
from desktop_app.gui.widgets.names_state import NamesState
from desktop_app.gui.widgets.search_box import SearchBox
from desktop_app.gui.widgets.status_strip import StatusStrip
from desktop_app.gui.window_actions import WindowActions
from desktop_app.model.article import Article
from desktop_app.model.listing import Listing

_SEEN_MS = 1500  # an article that stays open this long has been read


class MainWindow(QMainWindow):
    """Wires the panes to the desk and the actions to the commands."""

    open_wanted = Signal(object, bool)  # Path, whether to make a new archive there
    demo_wanted = Signal()
    closed = Signal()
    closing = Signal()  # the archive is still open

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(f"{archive.path.name} – Lesesaal")
        self.jobs = Jobs(self)
        self.hub = Hub(archive, self)
        self.desk = Desk(archive, self.jobs, self.hub, self)
        self.indexer = Indexer(self.desk)
        self.finder = NameFinder(self.desk)
        self.families = FamilyFinder(self.desk)
        self.follower = NameFollower(self.desk)
        self.logger = SearchLogger(self.desk)
        self.rules = RuleFollower(self.desk, self.indexer, self.finder)
        self.commands = Commands(self, self.desk)
        self.sidebar = Sidebar(self.desk)
        self.list_pane = ListPane(self.desk)
        self.reader = ReaderPane(self.desk)
        self.inspector = Inspector(self.desk)
        self.search_box = SearchBox(self.desk)
        self.strip = StatusStrip(self.desk)
        self.strip.add_state(NamesState(self.finder))
        self.strip.add_state(FinderState(self.families))
        self.actions_table = WindowActions(self, self.desk, self.commands)
        self._name()
        self._build_panes()
        self._connect()
        MouseKeys(self, self.action("back"), self.action("forward"))
        layout.restore(self)
        self._refresh_actions()
        self.desk.search()
        self.desk.refresh_counts()
        self.list_pane.view.setFocus()
        layout.enter_room(self)

    def _name(self) -> None:
        """Write the program's and the archive's name beside the menus."""
        label = QLabel(self.desk.archive.path.name, self.menuBar())
        label.setObjectName("archive_name")
        self.menuBar().setCornerWidget(label)
        program = QLabel("Lesesaal", self.menuBar())
        program.setObjectName("program_name")
        self.menuBar().setCornerWidget(program, Qt.Corner.TopLeftCorner)

    def action(self, name: str) -> QAction:
        """The QAction of an entry of the table."""
        return self.actions_table.action(name)

    def table(self) -> list[tuple[Action, QAction]]:
        """All actions, as the table has them and as Qt has them."""
        return self.actions_table.table()

    def _button(self, text: str, action: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"button_{action}")
        # Otherwise the button holds the keyboard of an empty archive, and a Space would open a dialog.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.action(action).trigger)
        return button

    def _build_panes(self) -> None:
        self._import = self._button(tr("Import"), "import_files")
        self._export = self._button(tr("Export"), "export")
        bar = QWidget(self)
        bar.setObjectName("top_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(10)
        row.addWidget(self.search_box, 1)
        row.addWidget(self._import)
        row.addWidget(self._export)
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.reader_strips = ReaderStrips(self.desk)
        self.reader_strips.stand_in(self.reader)
        self.right.addWidget(self.reader)
        self.right.addWidget(self.inspector)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.addWidget(self.list_pane)
        self.panes.addWidget(self.right)
        self.rooms = Rooms(self.desk, self.panes)
        self.rooms.offer("people", lambda: EntityTable(self.desk))
        self.rooms.offer("review", lambda: review_pane(self))
        self.rooms.offer("entity", lambda: entity_pane(self))
        self.rooms.offer("versions", lambda: versions_pane(self))
        self.rooms.offer("annotations", lambda: annotations_pane(self))
        self.rooms.targets_changed.connect(self._refresh_actions)
        for words in (self.list_pane.dossier, self.reader_strips.comment):
            self.closing.connect(words.end)
        self.desk.collected.dossier_changed.connect(self._refresh_actions)
        self.desk.collected.screening_changed.connect(self._refresh_actions)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.addWidget(self.sidebar)
        self.sides.addWidget(self.rooms)
        self.right.setStretchFactor(0, 1)
        for splitter in (self.sides, self.panes):
            splitter.setStretchFactor(1, 1)
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.sides, 1)
        column.addWidget(self.strip)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        desk, reader = self.desk, self.reader
        desk.article_changed.connect(self._on_article)
        desk.selection_changed.connect(lambda _ids: self._refresh_actions())
        desk.listing_changed.connect(self._on_listing)
        desk.refused.connect(self.tell)
        desk.message.connect(self.strip.say)
        desk.room_changed.connect(self._on_room)
        self.indexer.progressed.connect(self.strip.show_progress)
        self.indexer.caught_up.connect(self._on_caught_up)
        self.search_box.to_list.connect(self.logger.confirm)
        self.search_box.to_list.connect(self.list_pane.enter)
        self.list_pane.import_wanted.connect(self.commands.import_folder)
        self.list_pane.concordance_shown.connect(self._on_concordance)
        self.list_pane.doctor.toggled.connect(self.action("examine").setChecked)
        self.list_pane.concordance.hit_wanted.connect(reader.go_to)
        self.list_pane.concordance.reading_wanted.connect(reader.setFocus)
        reader.quote_wanted.connect(self.commands.copy_quote)
        reader.note_window_wanted.connect(self.commands.write_draft)
        reader.tag_wanted.connect(self.commands.edit_tags)
        reader.export_wanted.connect(self.commands.export)
        self.inspector.tag_wanted.connect(self.commands.edit_tags)
        self.inspector.related_wanted.connect(self.commands.more_like_this)
        self.inspector.link_opened.connect(reader.marking.links.open)
        self.inspector.versions_wanted.connect(self.commands.text_versions)
        for written in (self.list_pane.dossier, self.reader_strips.comment):
            written.link_wanted.connect(reader.marking.links.open)
        drop.install(self, self.commands.import_paths)
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(_SEEN_MS)
        self._seen.timeout.connect(self._mark_seen)
        self.finder.changed.connect(lambda: self.action("pause_names").setChecked(self.finder.paused))
        self.action("pause_names").setChecked(self.finder.paused)
        self.action("find_versions").setChecked(not self.families.off)
        self.action("relate_languages").setChecked(self.desk.archive.meanings.relates_by_meaning())
        self.action("table").setChecked(self.list_pane.table.on)
        self.action("underline_names").setChecked(reader.names.lines.underlined)
        self.actions_table.refresh_undo()

    def _on_listing(self, listing: Listing) -> None:
        self._refresh_actions()
        # An empty list cannot take the keyboard; once there is something in it, nothing else should have it.
        if len(listing) and self.focusWidget() in (None, self._import, self._export):
            self.list_pane.setFocus()

    def _on_room(self, room: Room) -> None:
        self.rooms.show_room(room)
        self._refresh_actions()
        if room.name == "articles" and self.focusWidget() in (None, self._import, self._export):
            self.list_pane.setFocus()

    def _on_concordance(self, on: bool) -> None:
        self.action("concordance").setChecked(on)
        if not self.list_pane.table.on:
            layout.make_room(self, wide=on)

    def _on_article(self, article: Article | None) -> None:
        self._refresh_actions()
        self._seen.stop()
        if article is not None and not article.read and not self.desk.archive.read_only:
            self._seen.start()

    def _mark_seen(self) -> None:
        article = self.desk.article
        if article is not None and not article.read:
            self.desk.edit(self.desk.archive.seen, article.id)

    def _on_caught_up(self) -> None:
        self.strip.refresh()
        self.sidebar.refresh()
        self.desk.search()
        self.follower.follow()

    def _refresh_actions(self) -> None:
        listing, reading = self.desk.listing, self.desk.room == ARTICLES
        people = 0 if reading else len(self.rooms.targets())
        there = {
            "": True,
            "reading": reading,
            "articles": reading and bool(self.desk.targets()),
            "article": reading and self.desk.article is not None,
            "listing": listing is not None and len(listing) > 0,
            "trashed": reading and self.list_pane.any_trashed(),
            **self.reader_strips.needs(reading=reading),
            "entities": people > 0,
            "entity": people == 1,
            "page": people == 1 or (reading and self.desk.article is not None),
            "suggestion": self.rooms.asks(),
        }
        self.actions_table.refresh(there)
        count = listing.total if listing is not None else 0
        self._export.setText(trn("Export %n", count) if count else tr("Export"))
        # It does not shrink again: the search box beside it would jump with every key.
        self._export.setMinimumWidth(max(self._export.minimumWidth(), self._export.sizeHint().width()))
        self._export.setEnabled(count > 0)

    def focus_next_pane(self) -> None:
        """Give the keyboard to the next of search box, sidebar, and list and reader or what stands in their place."""
        here = [self.list_pane, self.reader] if self.desk.room == ARTICLES else [self.rooms.currentWidget()]
        panes = [self.search_box, self.sidebar, *here]
        focus = self.focusWidget()
        at = next((i for i, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus)), -1)
        panes[(at + 1) % len(panes)].setFocus()

    def tell(self, sentence: str) -> None:
        """Show a sentence that must be seen; one that is on the screen already is not shown twice."""
        if any(box.text() == sentence for box in self.findChildren(QMessageBox, "refusal")):
            return
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Lesesaal", sentence, QMessageBox.StandardButton.Ok, self)
        box.setObjectName("refusal")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closing.emit()
        try:
            layout.remember(self)
            self.reader.place.keep()
            self.hub.stop()
        finally:
            # Whatever failed above: what the reader wrote is finished, and no thread outlives the window.
            self.jobs.shutdown()
            self.desk.archive.close()
            self.closed.emit()
