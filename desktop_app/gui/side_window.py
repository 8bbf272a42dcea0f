"""A window beside the main one: a second reader, or the page of a person, over the same archive."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QMessageBox, QWidget

from desktop_app.gui import settings
from desktop_app.gui.actions import actions
from desktop_app.gui.commands import Commands
from desktop_app.gui.desk import Desk
from desktop_app.gui.hub import Hub
from desktop_app.gui.i18n import tr
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.mouse_keys import MouseKeys
from desktop_app.gui.page_text import one_line
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.gui.people.wiring import entity_pane
from desktop_app.gui.places import ARTICLES, Room
from desktop_app.gui.rooms import Rooms
from desktop_app.model.article import Article

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow

# What can be done here; everything else is done in the main window.
READING = (
    "copy_quote", "note", "note_window", "highlight", "highlight_everywhere", "next_note", "previous_note", "star",
    "toggle_read", "trash", "restore", "edit_tags", "find", "next_hit", "previous_hit", "next_name", "previous_name",
    "next_same_name",
)  # fmt: skip
PEOPLE = (
    "merge_people", "tag_people", "confirm_people", "reject_people", "turn_people", "rename_person", "split_person",
    "part_person",
)  # fmt: skip
ALWAYS = (
    "undo", "redo", "previous_article", "next_article", "page", "back", "forward", "larger", "smaller", "normal_size",
    "underline_names", "full_screen", "second_window",
)  # fmt: skip
_SIZE = (820, 880)
_SEEN_MS = 1500  # an article that stays open this long has been read


class SideWindow(QMainWindow):
    """Has a desk of its own, so that what is read here leaves the main window as it is."""

    def __init__(self, main: "MainWindow") -> None:
        super().__init__()
        self.setObjectName("side_window")
        self.main = main
        archive = main.desk.archive
        self.jobs = Jobs(self)
        self.jobs.failed.connect(main.jobs.failed)
        self.hub = Hub(archive, self)
        self.desk = Desk(archive, self.jobs, self.hub, self)
        self.commands = Commands(self, self.desk)  # type: ignore[arg-type]  # as much of a window as they need here
        self._actions = self._make_actions()
        self.reader = ReaderPane(self.desk)
        self.rooms = Rooms(self.desk, self.reader)
        self.rooms.offer("entity", lambda: entity_pane(self))  # type: ignore[arg-type]
        self.setCentralWidget(self.rooms)
        self.setWindowTitle("Lesesaal")
        self.resize(*_SIZE)
        self.restoreGeometry(settings.blob("window/side"))
        MouseKeys(self, self._actions["back"], self._actions["forward"])
        self._returning = QTimer(self)  # once the desk has remembered where it was
        self._returning.setSingleShot(True)
        self._returning.setInterval(0)
        self._returning.timeout.connect(self.desk.back)
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(_SEEN_MS)
        self._seen.timeout.connect(self._mark_seen)
        self._connect()
        self._take_over(main.desk)

    def _make_actions(self) -> dict[str, QAction]:
        found: dict[str, QAction] = {}
        table = {action.name: action for action in actions()}
        for name in (*READING, *PEOPLE, *ALWAYS):
            item = QAction(table[name].text, self)
            item.setObjectName(f"action_{name}")
            item.setShortcuts([QKeySequence(key) for key in table[name].keys])
            item.triggered.connect(getattr(self.commands, name))
            self.addAction(item)
            found[name] = item
        close = QAction(tr("Close the window"), self)
        close.setObjectName("action_close")
        close.setShortcut(QKeySequence("Ctrl+W"))
        close.triggered.connect(self.close)
        self.addAction(close)
        for number in range(1, 10):
            shortcut = QShortcut(QKeySequence(str(number)), self)
            shortcut.activated.connect(lambda number=number: self.commands.toggle_tag(number))
        return found

    def action(self, name: str) -> QAction:
        """The QAction of an entry of the table that can be done here."""
        return self._actions[name]

    def _connect(self) -> None:
        desk, reader = self.desk, self.reader
        desk.article_changed.connect(self._on_article)
        desk.room_changed.connect(self._on_room)
        desk.goto_row.connect(self._go_to)
        desk.query_changed.connect(self._on_query)
        desk.refused.connect(self.tell)
        desk.message.connect(lambda sentence: self.statusBar().showMessage(sentence, 6000))
        self.rooms.targets_changed.connect(self._refresh)
        reader.quote_wanted.connect(self.commands.copy_quote)
        reader.note_window_wanted.connect(self.commands.write_draft)
        reader.tag_wanted.connect(self.commands.edit_tags)
        reader.export_wanted.connect(self._export)

    def _take_over(self, other: Desk) -> None:
        """Go through the same list as the main window does now, with the same hits."""
        desk = self.desk
        desk.text, desk.filters, desk.view, desk.sort = other.text, list(other.filters), other.view, other.sort
        desk.listing = other.listing
        self._query = desk.full_query
        self._refresh()

    def show_article(self, number: int) -> None:
        """Read an article here."""
        self.desk.read_article(number)

    def show_entity(self, number: int) -> None:
        """Show the page of a person or organisation here."""
        self.desk.open_entity(number)

    def _go_to(self, row: int) -> None:
        if self.desk.listing is not None:
            self.desk.open_article(self.desk.listing.ids[row])

    def _on_article(self, article: Article | None) -> None:
        if article is not None:
            self.setWindowTitle(f"{one_line(article.title) or tr('Article {number}', number=article.id)} – Lesesaal")
            if not article.read and not self.desk.archive.read_only:
                self._seen.start()
        self._refresh()

    def _mark_seen(self) -> None:
        article = self.desk.article
        if article is not None and not article.read:
            self.desk.edit(self.desk.archive.seen, article.id)

    def _on_query(self) -> None:
        """What is looked for here is shown where there is a list."""
        if self.desk.full_query != self._query:
            self._query = self.desk.full_query
            self.main.desk.open_query(self._query, self.desk.sort)
            self.main.activateWindow()

    def _on_room(self, room: Room) -> None:
        if room.name not in ("articles", "entity"):  # tables and the like have their place in the main window
            self.main.desk.enter(room)
            self.main.activateWindow()
            self._returning.start()
            return
        self.rooms.show_room(room)
        self._refresh()
        if room != ARTICLES:
            self._name_entity(room.entity)
        else:
            self._on_article(self.desk.article)

    def _name_entity(self, number: int) -> None:
        archive = self.desk.archive
        self.jobs.read(
            self,
            lambda: archive.entity_rows([number]),
            lambda rows: self.setWindowTitle(f"{rows[0].name} – Lesesaal") if rows else None,
            key="title",
        )

    def _refresh(self) -> None:
        reading, people = self.desk.room == ARTICLES, self.desk.room.name == "entity"
        for name in READING:
            self._actions[name].setEnabled(reading and self.desk.article is not None)
        for name in PEOPLE:
            self._actions[name].setEnabled(people)

    def _export(self) -> None:
        from desktop_app.gui.dialogs.export_dialog import ExportDialog

        article = self.desk.article
        if article is not None:
            ExportDialog(self.desk, self, articles=[article.id], name=article.title).show()

    def tell(self, sentence: str) -> None:
        """Show a sentence that must be seen."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Lesesaal", sentence, QMessageBox.StandardButton.Ok, self)
        box.setObjectName("refusal")
        box.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        settings.put_blob("window/side", self.saveGeometry())
        self.reader.place.keep()
        self.hub.stop()
        self.jobs.shutdown()
        self.deleteLater()


def open_beside(window: "MainWindow | SideWindow") -> SideWindow:
    """Open another window on the archive of this one; it closes with the main one."""
    main = window.main if isinstance(window, SideWindow) else window
    window = SideWindow(main)
    main.closing.connect(window.close)
    window.show()
    return window


def page_beside(widget: QWidget, entity: int) -> None:
    """Show the page of a person or organisation in a window beside the one that a widget stands in."""
    from desktop_app.gui.main_window import MainWindow

    window = widget.window()
    if isinstance(window, MainWindow | SideWindow):
        open_beside(window).show_entity(entity)
