"""The dossiers of one or many articles: type to find or make one, tick what is meant, apply as one step."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.finding import fold
from desktop_app.gui.i18n import tr, trn
from desktop_app.model.dossiers import Dossier

State = Qt.CheckState
_PATH = Qt.ItemDataRole.UserRole
_INDENT = "    "


@dataclass(slots=True)
class _Choice:
    """A dossier, whether the articles were in it, and whether they shall be."""

    path: str
    depth: int
    was: State
    state: State

    def turn(self) -> None:
        """In, out, and back to mixed where it was mixed."""
        if self.state == State.PartiallyChecked:
            self.state = State.Checked
        elif self.state == State.Checked:
            self.state = State.Unchecked
        else:
            self.state = State.PartiallyChecked if self.was == State.PartiallyChecked else State.Checked


class _Dossiers(QListWidget):
    """Space and a click tick a dossier; letters go on typing above."""

    turned = Signal(int)  # row
    typed = Signal(QKeyEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        printable = event.text() and event.text().isprintable()
        if event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            self.turned.emit(self.currentRow())
        elif printable and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)


class DossierChooser(QDialog):
    """For the articles `ids`; a dossier that only some of them lie in stays so unless it is touched."""

    def __init__(self, desk: Desk, ids: list[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("dossier_chooser")
        self.setWindowTitle(trn("Dossiers of %n article(s)", len(ids)))
        self.resize(420, 440)
        self._desk = desk
        self._ids = list(ids)
        self._choices: list[_Choice] = []
        self.words = QLineEdit(self)
        self.words.setObjectName("chooser_words")
        self.words.setAccessibleName(tr("Find or make a dossier"))
        self.words.setPlaceholderText(tr("Find or make a dossier"))
        self.words.setMaxLength(400)
        self.words.setClearButtonEnabled(True)
        self.words.installEventFilter(self)
        self.hint = QLabel(self)
        self.hint.setObjectName("chooser_hint")
        self.hint.setWordWrap(True)
        self.list = _Dossiers(self)
        self.list.setObjectName("chooser_list")
        self.list.setAccessibleName(tr("Dossiers"))
        self.list.setIconSize(QSize(16, 16))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.apply = self.buttons.addButton(tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply.setObjectName("chooser_apply")
        self.apply.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(8)
        for widget in (self.words, self.hint):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addSpacing(4)
        layout.addWidget(self.buttons)
        self._connect()
        self.words.setFocus()
        self._load()

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _text: self._show())
        self.list.itemClicked.connect(lambda item: self._turn(self.list.row(item)))
        self.list.turned.connect(self._turn)
        self.list.typed.connect(self._type)
        self.buttons.accepted.connect(self._apply)
        self.buttons.rejected.connect(self.reject)
        theme.notifier().changed.connect(self._show)

    def _load(self) -> None:
        archive, ids = self._desk.archive, self._ids
        self._desk.jobs.read(self, lambda: (archive.dossiers(), archive.dossiers_of(ids)), self._take)
        self._show()

    def _take(self, found: tuple[list[Dossier], dict[int, int]]) -> None:
        lines, counts = found
        typed = [choice.path for choice in self._choices]  # before the list came
        self._choices = []
        for line in lines:
            count = counts.get(line.id, 0)
            state = State.Unchecked if not count else State.Checked
            if 0 < count < len(self._ids):
                state = State.PartiallyChecked
            self._choices.append(_Choice(line.path, line.depth, state, state))
        for path in typed:
            self._put_into(path)
        self._show()

    # --- what is shown

    def _shown(self) -> list[_Choice]:
        """The dossiers whose paths hold the typed words; those of which a name begins so come first."""
        words = fold(self._typed_path())
        found = [choice for choice in self._choices if words in fold(choice.path)]
        return sorted(found, key=lambda choice: f"/{words}" not in "/" + fold(choice.path)) if words else found

    def _show(self) -> None:
        current = self.list.currentItem()
        path = str(current.data(_PATH)) if current is not None else ""
        flat = bool(self._typed_path())
        self.list.clear()
        for choice in self._shown():
            name = choice.path.replace("/", " › ") if flat else choice.path.rpartition("/")[2]
            item = QListWidgetItem(theme.icon("dossier"), name if flat else _INDENT * choice.depth + name)
            item.setData(_PATH, choice.path)
            item.setToolTip(choice.path)
            item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            item.setCheckState(choice.state)
            item.setSizeHint(QSize(0, 27))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, _told(choice.state))
            self.list.addItem(item)
            if choice.path == path:
                self.list.setCurrentItem(item)
        self._tell()

    def _tell(self) -> None:
        self.hint.setFont(theme.font("small"))
        self.hint.setStyleSheet(f"color: {theme.current().muted.name()}")
        path, meant = self._typed_path(), self._meant()
        if not path:
            text = tr("Space or a click ticks a dossier; Enter applies.")
            if not self._choices:
                text = tr("There are no dossiers yet. Type the first one and press Enter.")
        elif meant is not None:
            text = tr("Enter puts them into “{name}”.", name=meant.path)
        else:
            text = tr("Enter makes the new dossier “{name}”. A “/” puts it into another one.", name=path)
        self.hint.setText(text)

    # --- what is done

    def _typed_path(self) -> str:
        return "/".join(part.strip() for part in self.words.text().split("/") if part.strip())

    def _meant(self) -> _Choice | None:
        """The dossier of the typed path, else the one of that name if there is but one."""
        path = self._typed_path().casefold()
        exact = [choice for choice in self._choices if choice.path.casefold() == path]
        named = [choice for choice in self._choices if choice.path.casefold().rpartition("/")[2] == path]
        return exact[0] if exact else named[0] if len(named) == 1 else None

    def _turn(self, row: int) -> None:
        shown = self._shown()
        if 0 <= row < len(shown):
            shown[row].turn()
            self._show()
            self.list.setCurrentRow(row)

    def _put_into(self, path: str) -> None:
        choice = next((each for each in self._choices if each.path.casefold() == path.casefold()), None)
        if choice is None:
            choice = _Choice(path, 0, State.Unchecked, State.Unchecked)
            self._choices.insert(0, choice)
        choice.state = State.Checked

    def _type(self, event: QKeyEvent) -> None:
        self.words.setFocus()
        self.words.insert(event.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._apply()
                return True
            if event.key() == Qt.Key.Key_Down and self.list.count():
                self.list.setFocus()
                self.list.setCurrentRow(max(0, self.list.currentRow()))
                return True
        return super().eventFilter(watched, event)

    def _apply(self) -> None:
        """Also what is only typed is meant."""
        if path := self._typed_path():
            meant = self._meant()
            self._put_into(meant.path if meant is not None else path)
        add = [c.path for c in self._choices if c.state == State.Checked and c.was != State.Checked]
        remove = [c.path for c in self._choices if c.state == State.Unchecked and c.was != State.Unchecked]
        if (add or remove) and self._ids:
            self._desk.edit(self._desk.archive.file_articles, self._ids, add=add, remove=remove)
        self.accept()


def _told(state: State) -> str:
    if state == State.PartiallyChecked:
        return tr("some of the articles are in it")
    return tr("in it") if state == State.Checked else tr("not in it")
