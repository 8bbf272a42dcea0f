"""The tags as a tree with what carries them; one that is dragged onto another goes below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop_app.gui import theme
from desktop_app.gui.finding import fold
from desktop_app.gui.i18n import tr
from desktop_app.gui.panes.sidebar_menu import colour_icon
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.tags import Tag, is_in

_NAME: Final = Qt.ItemDataRole.UserRole
_COUNTS: Final = 5  # columns behind the name
_ROW: Final = 27


@dataclass(frozen=True, slots=True)
class Node:
    """A step of the tree: a tag, or what several tags' names begin with."""

    name: str
    tag: Tag | None


class TagTree(QTreeWidget):
    """Enter shows the articles, F2 renames, Delete deletes; dropping a tag asks to put it below another."""

    chosen = Signal()
    opened = Signal(str)  # a tag whose articles are wanted
    moved = Signal(str, str)  # a tag, and its new name
    rename_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tag_tree")
        self.setAccessibleName(tr("Tags"))
        self.setColumnCount(1 + _COUNTS)
        self.setHeaderLabels([tr("Tag"), tr("Key"), tr("Articles"), tr("Notes"), tr("Names"), tr("Rules")])
        self.setIconSize(QSize(14, 14))
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, 1 + _COUNTS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._nodes: dict[str, Node] = {}
        self._closed: set[str] = set()  # steps that the reader has folded
        self.currentItemChanged.connect(lambda _new, _old: self.chosen.emit())
        self.itemActivated.connect(lambda item, _column: self.opened.emit(str(item.data(0, _NAME))))
        self.itemCollapsed.connect(lambda item: self._closed.add(str(item.data(0, _NAME))))
        self.itemExpanded.connect(lambda item: self._closed.discard(str(item.data(0, _NAME))))

    # --- what is shown

    def show_tags(self, tags: Sequence[Tag], words: str = "") -> None:
        """Show these tags, or those that hold the words with the steps above them; what is chosen stays chosen."""
        current = self.current_name()
        self._nodes = {node.name: node for node in _nodes(tags)}
        wanted = fold(words.strip())
        self.blockSignals(True)
        self.clear()
        items: dict[str, QTreeWidgetItem] = {}
        shown = [node for node in self._nodes.values() if wanted in fold(node.name)]
        names = {
            "/".join(node.name.split("/")[:depth]) for node in shown for depth in range(1, node.name.count("/") + 2)
        }
        for name in sorted(names, key=lambda each: [part.casefold() for part in each.split("/")]):
            parent = items.get(name.rpartition("/")[0])
            item = QTreeWidgetItem(parent) if parent is not None else QTreeWidgetItem(self)
            items[name] = item
            self._fill(item, self._nodes[name])
        for name, item in items.items():
            item.setExpanded(bool(wanted) or name not in self._closed)
        chosen = items.get(current) or self.topLevelItem(0)
        if chosen is not None:
            self.setCurrentItem(chosen)
        self.blockSignals(False)
        self.chosen.emit()

    def _fill(self, item: QTreeWidgetItem, node: Node) -> None:
        tag = node.tag
        item.setText(0, node.name.rpartition("/")[2])
        item.setData(0, _NAME, node.name)
        item.setSizeHint(0, QSize(0, _ROW))
        item.setToolTip(0, node.name)
        colour = theme.tag_colour(tag.colour) if tag else theme.current().line
        item.setIcon(0, colour_icon(colour))
        if tag is None:
            item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, tr("no tag itself"))
            return
        item.setToolTip(2, tr("Its own articles; those of tags below it are not counted here"))
        locale = QLocale()
        counts = (tag.key, tag.articles, tag.annotations, tag.people + tag.organisations, tag.rules)
        for column, count in enumerate(counts, 1):
            if not count:  # most: of ten thousand tags that would be the larger part of the work
                continue
            item.setText(column, locale.toString(count))
            item.setFont(column, theme.font("number"))
            item.setForeground(column, theme.current().muted)
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def current_name(self) -> str:
        """The whole name of what is chosen; "" where nothing is."""
        item = self.currentItem()
        return str(item.data(0, _NAME)) if item is not None else ""

    def node(self) -> Node | None:
        """What is chosen."""
        return self._nodes.get(self.current_name())

    def choose(self, name: str) -> None:
        """Choose a tag, if it is shown."""
        for item in self.items():
            if item.data(0, _NAME) == name:
                self.setCurrentItem(item)

    def items(self) -> Iterator[QTreeWidgetItem]:
        """All items from top to bottom."""
        stack = [self.invisibleRootItem()]
        while stack:
            item = stack.pop()
            if item is not self.invisibleRootItem():
                yield item
            stack += [child for row in reversed(range(item.childCount())) if (child := item.child(row)) is not None]

    # --- keys and dragging

    def event(self, event: QKeyEvent) -> bool:  # type: ignore[override]
        if keeps(event, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_name():
            self.opened.emit(self.current_name())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.source() is self)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        event.setAccepted(self._target(event) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Only ask: the tree is drawn anew once the tags have other names."""
        target = self._target(event)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if target is not None:
            self.move_below(target)

    def move_below(self, target: str) -> None:
        """Ask to put what is chosen below a tag, or at the top for ""."""
        name = self.current_name()
        self.moved.emit(name, "/".join(part for part in (target, name.rpartition("/")[2]) if part))

    def _target(self, event: QDropEvent) -> str | None:
        """Below which tag the chosen one would go; "" for the top, None where it cannot or stands there already."""
        name, item = self.current_name(), self.itemAt(event.position().toPoint())
        target = str(item.data(0, _NAME)) if item is not None else ""
        if not name or is_in(target, name) or target == name.rpartition("/")[0]:
            return None
        return target


def _nodes(tags: Sequence[Tag]) -> Iterator[Node]:
    """A node for each tag and for each step above it that is none."""
    known = {tag.name: tag for tag in tags}
    steps = dict.fromkeys(
        "/".join(tag.name.split("/")[:depth]) for tag in tags for depth in range(1, tag.name.count("/") + 2)
    )
    return (Node(name, known.get(name)) for name in steps)
