"""All commands, and what is in the archive, found by typing a part of a name."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from desktop_app.gui import theme
from desktop_app.gui.dialogs.palette_entries import Offer, Things, look_for, of_commands, of_things
from desktop_app.gui.i18n import tr

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow

AFTER_MS = 60  # the archive is asked once no further key has been pressed
_SIZE = QSize(600, 424)
_ROW, _HINT = QSize(0, 28), 216
_FIRST = 5  # commands above what was read last, and articles there
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class CommandPalette(QDialog):
    """Type, choose with the arrows, Enter runs. Commands used last and articles read last stand first."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("command_palette")
        self.setAccessibleName(tr("All commands"))
        self.setFixedSize(_SIZE)
        self._desk = window.desk
        self._actions = [(action.name, item) for action, item in window.table() if action.name != "palette"]
        self.words = QLineEdit(self)
        self.words.setObjectName("palette_words")
        self.words.setAccessibleName(tr("Command"))
        self.words.setPlaceholderText(tr("A command, an article, a person, a tag …"))
        self.list = QTreeWidget(self)
        self._build_list()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_MS)
        self._soon.timeout.connect(self._ask)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addWidget(self.list)
        self.words.textChanged.connect(self._fill)
        self.words.returnPressed.connect(self._run)
        self.list.itemActivated.connect(lambda _item, _column: self._run())
        self.list.itemClicked.connect(lambda _item, _column: self._run())
        self.words.installEventFilter(self)
        self._fill("")
        centre = window.geometry().center()
        self.move(centre.x() - _SIZE.width() // 2, window.geometry().top() + 90)
        self.words.setFocus()

    def _build_list(self) -> None:
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName(tr("Commands"))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, _HINT)

    # --- filling

    def _fill(self, words: str) -> None:
        self.list.clear()
        self._show(of_commands(self._actions, words))
        self._choose_first()
        self._soon.start()

    def _show(self, offers: list[Offer]) -> None:
        for offer in offers:
            if offer.heading:
                self.list.addTopLevelItem(_heading(offer.heading))
            self.list.addTopLevelItem(_item(offer))

    def _ask(self) -> None:
        archive, words = self._desk.archive, self.words.text()
        self._desk.jobs.read(
            self, lambda: look_for(archive, words), lambda found: self._add(words, found), key="palette"
        )

    def _add(self, words: str, found: Things) -> None:
        if words != self.words.text():
            return
        offers = of_things(self._desk, found, recent=not words.strip())
        if words.strip():
            self._show(offers)
        else:
            at = min(_FIRST, len(self._items()))
            for offer in reversed(offers[:_FIRST]):
                self.list.insertTopLevelItem(at, _item(offer))
            if offers:
                self.list.insertTopLevelItem(at, _heading(offers[0].heading))
                self.list.insertTopLevelItem(at + 1 + len(offers[:_FIRST]), _heading(tr("All commands")))
        if self.list.currentItem() is None:
            self._choose_first()

    def _choose_first(self) -> None:
        first = next((item for item in self._items() if not item.isDisabled()), None)
        if first is not None:
            self.list.setCurrentItem(first)

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [item for item in found if item is not None and item.data(0, Qt.ItemDataRole.UserRole) is not None]

    # --- using

    def _run(self) -> None:
        item = self.list.currentItem()
        offer: Offer | None = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        if offer is None or not offer.enabled:
            return
        self.close()
        offer.run()

    def _step(self, step: int) -> None:
        items = [item for item in self._items() if not item.isDisabled()]
        if items:
            current = self.list.currentItem()
            at = items.index(current) if current in items else 0
            self.list.setCurrentItem(items[max(0, min(len(items) - 1, at + step))])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.words and isinstance(event, QKeyEvent) and event.key() in _STEPS:
            if event.type() == QEvent.Type.KeyPress:
                self._step(_STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)


def _item(offer: Offer) -> QTreeWidgetItem:
    item = QTreeWidgetItem([offer.text, offer.hint])
    item.setData(0, Qt.ItemDataRole.UserRole, offer)
    item.setSizeHint(0, _ROW)
    item.setToolTip(0, offer.text)
    item.setForeground(1, theme.current().muted)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setDisabled(not offer.enabled)
    return item


def _heading(text: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([text, ""])
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setSizeHint(0, _ROW)
    item.setFont(0, theme.font("label"))
    return item
