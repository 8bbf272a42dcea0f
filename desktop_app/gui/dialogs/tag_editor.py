"""Tags of one or many articles: type to find or make one, tick what is meant, apply as one step."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.finding import fold
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.panes.sidebar_menu import colour_icon
from desktop_app.gui.tags.suggested import SuggestedChip
from desktop_app.gui.widgets.flow_layout import FlowLayout
from desktop_app.model.listing import FacetCount
from desktop_app.model.tags import COLOURS, TagSuggestion

State = Qt.CheckState
_NAME = Qt.ItemDataRole.UserRole
_KEY = Qt.ItemDataRole.UserRole + 1
_CONTROL = Qt.KeyboardModifier.ControlModifier
_TAKE = "Ctrl+T"
_DIGITS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)


@dataclass(slots=True)
class _Choice:
    """A tag, how it was, and how it shall be."""

    name: str
    colour: int
    was: State
    state: State
    kept: bool = True  # False for one that this editor is about to make
    key: int = 0  # the number key; 0: none

    def turn(self) -> None:
        """On, off, and back to mixed where it was mixed."""
        if self.state == State.PartiallyChecked:
            self.state = State.Checked
        elif self.state == State.Checked:
            self.state = State.Unchecked
        else:
            self.state = State.PartiallyChecked if self.was == State.PartiallyChecked else State.Checked


class _TagList(QListWidget):
    """Space and a click turn a tag, 1 to 9 the one with that key; letters go on typing above."""

    turned = Signal(int)  # row
    key_pressed = Signal(int)  # 1 to 9
    typed = Signal(QKeyEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space and self.currentRow() >= 0:
            self.turned.emit(self.currentRow())
        elif key in _DIGITS:
            self.key_pressed.emit(key - Qt.Key.Key_0.value)
        elif (
            event.text() and event.text().isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)


class _Numbers(QStyledItemDelegate):
    """Shows beside tags the key that turns them."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if key := index.data(_KEY):
            box = option.rect.adjusted(0, 0, -10, 0)
            painter.save()
            painter.setFont(theme.font("number"))
            painter.setPen(theme.current().muted)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(key))
            painter.restore()


class TagEditor(QDialog):
    """For the articles `ids`; a tag that only some of them carry stays so unless it is touched."""

    suggests = True  # tags that articles like these carry

    def __init__(self, desk: Desk, ids: list[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("tag_editor")
        self.setWindowTitle(self._title(len(ids)))
        self.resize(420, 460)
        self._desk = desk
        self._ids = list(ids)
        self._choices: list[_Choice] = []
        self.words = QLineEdit(self)
        self.words.setObjectName("tag_words")
        self.words.setAccessibleName(tr("Find or make a tag"))
        self.words.setPlaceholderText(tr("Find or make a tag"))
        self.words.setMaxLength(200)
        self.words.setClearButtonEnabled(True)
        self.words.installEventFilter(self)
        self.hint = QLabel(self)
        self.hint.setObjectName("tag_hint")
        self.hint.setWordWrap(True)
        self.suggested = QWidget(self)
        self.suggested.setObjectName("tag_suggested")
        self.suggested.setAccessibleName(tr("Suggested tags"))
        self.suggested.hide()
        FlowLayout(self.suggested)
        self._chips: list[SuggestedChip] = []
        self.list = _TagList(self)
        self.list.setObjectName("tag_list")
        self.list.setAccessibleName(tr("Tags"))
        self.list.setIconSize(QSize(14, 14))
        self.list.setItemDelegate(_Numbers(self.list))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.apply = self.buttons.addButton(tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply.setObjectName("tag_apply")
        self.apply.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(8)
        for widget in (self.words, self.hint, self.suggested):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addSpacing(4)
        layout.addWidget(self.buttons)
        self.words.textChanged.connect(lambda _text: self._show())
        self.list.itemClicked.connect(lambda item: self._turn(self.list.row(item)))
        self.list.turned.connect(self._turn)
        self.list.key_pressed.connect(self._turn_by_key)
        QShortcut(QKeySequence(_TAKE), self).activated.connect(self._take_first)
        self.list.typed.connect(self._type)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.buttons.accepted.connect(self._apply)
        self.buttons.rejected.connect(self.reject)
        theme.notifier().changed.connect(self._show)
        self.words.setFocus()
        self._load()

    def _load(self) -> None:
        archive = self._desk.archive

        def load() -> tuple[list[FacetCount], dict[int, int], dict[int, int]]:
            tags = archive.tags()
            return tags, self._counts(tags), {tag.id: tag.key for tag in archive.all_tags()}

        self._desk.jobs.read(self, load, self._take)
        if self.suggests:
            self._desk.jobs.read(
                self, lambda: archive.suggest_tags(self._ids), self._suggest, failed=lambda _error: None
            )
        self._show()

    # --- whose tags they are

    @staticmethod
    def _title(count: int) -> str:
        return trn("Tags on %n article(s)", count)

    def _counts(self, _tags: list[FacetCount]) -> dict[int, int]:
        """How many of them carry each tag; called in a job."""
        return self._desk.archive.tags_of(self._ids)

    def _retag(self, add: list[str], remove: list[str]) -> None:
        self._desk.edit(self._desk.archive.retag, self._ids, add=add, remove=remove)

    def _take(self, found: tuple[list[FacetCount], dict[int, int], dict[int, int]]) -> None:
        tags, counts, keys = found
        made = [choice for choice in self._choices if not choice.kept]  # before the list came
        self._choices = []
        for tag in tags:
            count = counts.get(tag.id, 0)
            state = State.Unchecked if not count else State.Checked
            if 0 < count < len(self._ids):
                state = State.PartiallyChecked
            self._choices.append(_Choice(tag.value, tag.colour, state, state, key=keys.get(tag.id, 0)))
        for choice in made:
            self._put_on(choice.name)
        self._show()

    # --- suggestions

    def _suggest(self, found: list[TagSuggestion]) -> None:
        """Offer tags above the list, the first by a key as well."""
        flow = self.suggested.layout()
        for number, suggestion in enumerate(found):
            chip = SuggestedChip(suggestion, tr("{key} puts it on", key=_TAKE) if not number else "", self.suggested)
            chip.taken.connect(self._take_suggested)
            self._chips.append(chip)
            if flow is not None:
                flow.addWidget(chip)
        self.suggested.setVisible(bool(found))

    def _take_first(self) -> None:
        if chip := next((chip for chip in self._chips if not chip.isHidden()), None):
            chip.click()

    def _take_suggested(self, name: str) -> None:
        self._put_on(name)
        for chip in self._chips:
            if chip.suggestion.name == name:
                chip.hide()
        self.suggested.setVisible(any(not chip.isHidden() for chip in self._chips))
        self._show()

    # --- what is shown

    def _shown(self) -> list[_Choice]:
        """The tags that hold the typed words; those of which a part begins so come first."""
        words = fold(self.words.text().strip())
        found = [choice for choice in self._choices if words in fold(choice.name)]
        return sorted(found, key=lambda choice: f"/{words}" not in "/" + fold(choice.name)) if words else found

    def _show(self) -> None:
        name = self._current_name()
        self.list.clear()
        for choice in self._shown():
            item = QListWidgetItem(colour_icon(theme.tag_colour(choice.colour)), choice.name)
            item.setData(_NAME, choice.name)
            item.setData(_KEY, choice.key)
            item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            item.setCheckState(choice.state)
            item.setSizeHint(QSize(0, 27))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, _told(choice.state))
            self.list.addItem(item)
            if choice.name == name:
                self.list.setCurrentItem(item)
        self._tell()

    def _current_name(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_NAME)) if item is not None else ""

    def _tell(self) -> None:
        self.hint.setFont(theme.font("small"))
        self.hint.setStyleSheet(f"color: {theme.current().muted.name()}")
        words = self._typed_name()
        if not words:
            text = tr("Space, a click or its number ticks a tag; Enter applies.")
            if not self._choices:
                text = tr("There are no tags yet. Type the first one and press Enter.")
        elif self._named(words) is not None:
            text = tr("Enter puts “{tag}” on.", tag=words)
        else:
            text = tr("Enter makes the new tag “{tag}”. A “/” puts it below another: Business/Start-up.", tag=words)
        self.hint.setText(text)

    # --- what is done

    def _typed_name(self) -> str:
        return "/".join(part.strip() for part in self.words.text().split("/") if part.strip())

    def _named(self, name: str) -> _Choice | None:
        return next((choice for choice in self._choices if choice.name.casefold() == name.casefold()), None)

    def _turn(self, row: int) -> None:
        shown = self._shown()
        if 0 <= row < len(shown):
            shown[row].turn()
            self._show()
            self.list.setCurrentRow(row)

    def _turn_by_key(self, key: int) -> None:
        for row, choice in enumerate(self._shown()):
            if choice.key == key:
                self._turn(row)

    def _put_on(self, name: str) -> None:
        choice = self._named(name)
        if choice is None:
            # The store gives the next colour; this one is only shown until then.
            choice = _Choice(name, len(self._choices) % COLOURS, State.Unchecked, State.Unchecked, kept=False)
            self._choices.insert(0, choice)
        choice.state = State.Checked

    def _type(self, event: QKeyEvent) -> None:
        self.words.setFocus()
        self.words.insert(event.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter()
                return True
            if event.key() == Qt.Key.Key_Tab and self._complete():
                return True
            if event.key() == Qt.Key.Key_Down and self.list.count():
                self.list.setFocus()
                self.list.setCurrentRow(max(0, self.list.currentRow()))
                return True
        return super().eventFilter(watched, event)

    def _complete(self) -> bool:
        """Tab writes out the first tag of the list."""
        shown = self._shown()
        if not self.words.text().strip() or not shown or self._named(self._typed_name()) is not None:
            return False
        self.words.setText(shown[0].name)
        return True

    def _open_menu(self, point: QPoint) -> None:
        if self.list.currentItem() is not None:
            menu = self.colour_menu(self._current_name())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(point))

    def colour_menu(self, name: str) -> QMenu:
        """The colours for a tag that is kept already; choosing one is a step of its own."""
        menu = QMenu(tr("Colour"), self)
        choice = self._named(name)
        for number in range(COLOURS):
            action = menu.addAction(colour_icon(theme.tag_colour(number)), tr("Colour {n}", n=number + 1))
            action.setCheckable(True)
            action.setChecked(choice is not None and choice.colour == number)
            action.setEnabled(choice is not None and choice.kept)
            action.triggered.connect(lambda _on=False, number=number: self._colour(name, number))
        return menu

    def _colour(self, name: str, colour: int) -> None:
        choice = self._named(name)
        if choice is not None:
            choice.colour = colour
            self._desk.edit(self._desk.archive.colour_tag, choice.name, colour)
            self._show()

    def _enter(self) -> None:
        """Enter puts the typed tag on; with nothing typed it applies."""
        name = self._typed_name()
        if not name:
            self._apply()
            return
        self._put_on(name)
        self.words.clear()

    def _apply(self) -> None:
        if name := self._typed_name():
            self._put_on(name)  # typed, but Enter was not pressed: it was meant
        add = [c.name for c in self._choices if c.state == State.Checked and c.was != State.Checked]
        remove = [c.name for c in self._choices if c.state == State.Unchecked and c.was != State.Unchecked]
        if (add or remove) and self._ids:
            self._retag(add, remove)
        self.accept()


class EntityTagEditor(TagEditor):
    """For people and organisations; their tags are the same as those of articles."""

    suggests = False

    @staticmethod
    def _title(count: int) -> str:
        return trn("Tags on %n selected", count)

    def _counts(self, tags: list[FacetCount]) -> dict[int, int]:
        carried = Counter(name for row in self._desk.archive.entity_rows(self._ids) for name, _ in row.tags)
        return {tag.id: carried[tag.value] for tag in tags}

    def _retag(self, add: list[str], remove: list[str]) -> None:
        self._desk.edit(self._desk.archive.tag_entities, self._ids, add=add, remove=remove)


def _told(state: State) -> str:
    if state == State.PartiallyChecked:
        return tr("on some of the articles")
    return tr("on") if state == State.Checked else tr("off")
