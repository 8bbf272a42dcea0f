"""The review queue: two who may be the same, side by side, answered by one key; the next stands there at once."""

from functools import partial

from PySide6.QtCore import QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr, trn
from desktop_app.gui.page_text import one_line
from desktop_app.gui.people.section import INSET, link, quiet
from desktop_app.gui.places import Room
from desktop_app.gui.rooms import RoomPane
from desktop_app.gui.taking_back import take_back
from desktop_app.gui.widgets.empty_state import EmptyState, Offer
from desktop_app.gui.widgets.key_button import KeyButton
from desktop_app.gui.widgets.suggestion_side import SuggestionSide, unquoted
from desktop_app.model.changes import Changes
from desktop_app.model.people import Decision, Suggestion

AHEAD = 30  # suggestions with their sentences that are at hand
_AFTER_MS = 30
_PAIR_HEIGHT = 270
_LINE, _LINES = 27, 8  # of the list of what comes next
_TABLES = ("suggestions", "rulings", "entities", "identities", "names")
_KEYS: tuple[Decision, ...] = ("same", "different", "unsure")
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
}

Found = tuple[list[Suggestion], int]


class ReviewPane(RoomPane):
    """What is decided is a step like any other: Z takes it back, and the pair stands there again."""

    sentence_wanted = Signal(object)  # Quote, to be read in its article

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_pane")
        self.setAccessibleName(tr("Review suggestions"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk = desk
        self._entity = 0
        self._entered = False
        self.queue: list[Suggestion] = []
        self.at = 0
        self.left = 0  # that nobody has looked at
        self.answered: list[int] = []  # suggestions, in this sitting
        self._flying: set[int] = set()  # answers on their way into the archive, until what waits was asked anew
        self._landed: set[int] = set()  # those of them that are written
        self._returning = 0  # the suggestion whose answer is being taken back
        self._sides: list[SuggestionSide] = []
        self.title = QLabel(tr("Are they the same?"), self)
        self.state = QLabel(self)
        self.all = link(tr("Show all"), "review_all", self)
        self.bar = QProgressBar(self)
        self.reason = QLabel(self)
        self.buttons: dict[Decision, KeyButton] = {}
        self.back = KeyButton("review_back", tr("Take back"), "Z", self)
        self.next = QListWidget(self)
        self.empty = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._build()
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self.reload)
        desk.hub.changed.connect(self._on_changed)
        theme.notifier().changed.connect(self._dress)
        self._dress()

    # --- building

    def _build(self) -> None:
        texts = {"same": tr("The same"), "different": tr("Different"), "unsure": tr("Unsure")}
        keys = {"same": "J", "different": "N", "unsure": "U"}
        for decision in _KEYS:
            button = KeyButton(f"review_{decision}", texts[decision], keys[decision], self)
            button.clicked.connect(partial(self.answer, decision))
            self.buttons[decision] = button
        self.back.setToolTip(tr("Take back the last step"))
        self.back.clicked.connect(self.take_back)
        self.all.clicked.connect(self._show_all)
        self.state.setObjectName("review_state")
        self.state.setProperty("muted", True)
        self.reason.setObjectName("review_reason")
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setWordWrap(True)
        self.bar.setObjectName("review_progress")
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(2)
        self.next.setObjectName("review_next")
        self.next.setAccessibleName(tr("Next"))
        self.next.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.next.setFrameShape(QFrame.Shape.NoFrame)
        self.next.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.next.itemClicked.connect(lambda item: self.go_to(int(item.data(Qt.ItemDataRole.UserRole))))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(26, 18, 26, 10)
        top.setSpacing(12)
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.all, 0, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self.state, 0, Qt.AlignmentFlag.AlignBottom)
        self._pair = QHBoxLayout()
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(32)
        answers = QHBoxLayout()
        answers.setContentsMargins(INSET, 0, INSET, 0)
        answers.setSpacing(10)
        for button in self.buttons.values():
            answers.addWidget(button)
        answers.addStretch(1)
        answers.addWidget(self.back)
        self._next_title = QLabel(tr("Next"), self)
        self._next_title.setProperty("muted", True)
        self._next_title.setContentsMargins(INSET, 0, INSET, 0)
        self.hint = quiet(tr("The arrow keys leave one for later."), self, wrap=False)
        inside = QWidget(self)
        inside.setObjectName("review_inside")
        body = QVBoxLayout(inside)
        body.setContentsMargins(18, 20, 18, 16)
        body.setSpacing(10)
        pair = QWidget(inside)
        pair.setLayout(self._pair)
        pair.setMinimumHeight(_PAIR_HEIGHT)  # so that the answers stay where they are
        body.addWidget(pair)
        body.addSpacing(8)
        body.addWidget(self.reason)
        body.addLayout(answers)
        body.addSpacing(18)
        body.addWidget(self._next_title)
        body.addWidget(self.next)
        body.addWidget(self.hint)
        body.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("review_area")
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.addWidget(area)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)

    def _dress(self) -> None:
        font = theme.font("article-title")
        font.setPointSizeF(16.5)
        self.title.setFont(font)
        self.state.setFont(theme.font("small"))
        self.reason.setFont(theme.font("ui"))
        self.next.setFont(theme.font("small"))
        self._next_title.setFont(theme.font("label"))
        self.reason.setContentsMargins(INSET, 0, INSET, 0)
        self._show()

    # --- the room

    def enter(self, room: Room) -> None:
        """Show the suggestions of the room's entity, or all, and take the keyboard."""
        if room.entity != self._entity or not self._entered:
            self.queue, self.at, self._entity = [], 0, room.entity
            self.answered.clear()
        if not self._entered:
            self._entered = True
            self._dress()  # what a scroll area takes in loses its fonts
        self.all.setVisible(bool(room.entity))
        self.reload()
        self.setFocus()

    def asks(self) -> bool:
        """Whether a suggestion stands there."""
        return self.current() is not None

    def targets(self) -> list[int]:
        """None: letters answer here."""
        return []

    def current(self) -> Suggestion | None:
        """The suggestion that is shown."""
        return self.queue[self.at] if 0 <= self.at < len(self.queue) else None

    # --- asking

    def reload(self) -> None:
        """Ask what waits; the pair that is shown stays."""
        self._soon.stop()
        archive, entity, landed = self._desk.archive, self._entity, set(self._landed)
        self._desk.jobs.read(
            self,
            lambda: (archive.suggestions(entity=entity, limit=AHEAD), archive.suggestion_count()),
            partial(self._take, landed),
            key="review",
            failed=self._desk.failed,
        )

    def _take(self, landed: set[int], found: Found) -> None:
        shown = self.current()
        self._flying -= landed
        self._landed -= landed
        suggestions, left = found
        self.left = left - sum(each.id in self._flying and not each.unsure for each in suggestions)
        self.queue = [each for each in suggestions if each.id not in self._flying]
        ids = [each.id for each in self.queue]
        if self._returning in ids:
            self.at = ids.index(self._returning)
            self._returning = 0
        elif shown is not None and shown.id in ids:
            self.at = ids.index(shown.id)
        else:
            self.at = max(0, min(self.at, len(ids) - 1))
        self.answered = [number for number in self.answered if number not in ids]
        self._show(kept=self.current() == shown)

    def _on_changed(self, changes: Changes) -> None:
        if self._entered and changes.touches(*_TABLES):
            self._soon.start()

    # --- showing

    def _show(self, *, kept: bool = False) -> None:
        suggestion = self.current()
        if not kept or not self._sides:
            self._show_pair(suggestion)
        self._show_next()
        self._tell()
        self.targets_changed.emit()

    def _show_pair(self, suggestion: Suggestion | None) -> None:
        for side in self._sides:
            self._pair.removeWidget(side)
            side.hide()
            side.deleteLater()
        self._sides = []
        if suggestion is None:
            return
        here = bool(suggestion.article)
        self._sides = [
            SuggestionSide(suggestion.a, suggestion.quotes_a, here=here, parent=self),
            SuggestionSide(suggestion.b, suggestion.quotes_b, here=False, parent=self),
        ]
        for side in self._sides:
            side.opened.connect(self._desk.open_entity)
            side.quote_opened.connect(self.sentence_wanted)
            self._pair.addWidget(side, 1)
        reason = retold(suggestion.reason.template, suggestion.reason.fields)
        share = QLocale().toString(suggestion.score, "f", 2)
        told = [f"{likely(suggestion.score)} ({share})", reason, tr("left open before") if suggestion.unsure else ""]
        self.reason.setText(" · ".join(part for part in told if part))

    def _show_next(self) -> None:
        self.next.clear()
        later = [*range(self.at + 1, len(self.queue)), *range(min(self.at, len(self.queue)))]
        for number in later[:_LINES]:
            each = self.queue[number]
            item = QListWidgetItem(_told(each), self.next)
            item.setData(Qt.ItemDataRole.UserRole, number)
            item.setSizeHint(QSize(0, _LINE))
            item.setToolTip(retold(each.reason.template, each.reason.fields))
        self.next.setFixedHeight(_LINE * min(_LINES, len(later)) + 2)
        for widget in (self._next_title, self.next, self.hint):
            widget.setVisible(bool(later))

    def _tell(self) -> None:
        there = self.current() is not None
        self._stack.setCurrentIndex(0 if there else 1)
        self.title.setVisible(there)
        waiting = self.left if not self._entity else sum(not each.unsure for each in self.queue)
        open_ = sum(each.unsure for each in self.queue)
        self.state.setText(trn("%n left", waiting) if waiting else trn("%n left open", open_) if open_ else "")
        done = len(self.answered)
        self.bar.setRange(0, max(1, done + waiting))
        self.bar.setValue(done)
        self.back.setEnabled(not self._desk.archive.read_only)
        for button in self.buttons.values():
            button.setEnabled(there and not self._desk.archive.read_only)
        if not there:
            offers = [Offer(tr("All people"), partial(self._desk.open_people, "person"), primary=True)]
            if self._entity:
                offers = [Offer(tr("All suggestions"), self._desk.open_review, primary=True), *offers]
            if done:
                offers.append(Offer(tr("Take back the last step"), self.take_back))
            text = tr("Whoever looks alike has been decided about. New articles may bring new suggestions.")
            self.empty.tell(tr("Nothing to review"), text, offers)

    # --- answering

    def answer(self, decision: Decision) -> None:
        """Answer the suggestion on the screen; the next one takes its place without waiting."""
        suggestion = self.current()
        if suggestion is None:
            return
        archive, number = self._desk.archive, suggestion.id
        self._flying.add(number)
        self.answered.append(number)
        self.queue.pop(self.at)
        self.at = self.at if self.at < len(self.queue) else 0
        self.left -= not suggestion.unsure
        self._show()

        def landed(changes: Changes) -> None:
            self._landed.add(number)
            self._desk.tell_done(changes)
            self._soon.start()

        def refused(error: BaseException) -> None:
            self._landed.add(number)
            self._desk.failed(error)
            self._soon.start()

        self._desk.jobs.write(self, lambda: archive.decide(number, decision), landed, failed=refused)

    def take_back(self) -> None:
        """Undo the last step; if that was an answer, its pair comes back."""
        self._returning = self.answered[-1] if self.answered else 0
        take_back(self._desk)

    def go_to(self, number: int) -> None:
        """Show another one of those that wait."""
        if 0 <= number < len(self.queue) and number != self.at:
            self.at = number
            self._show()

    def _show_all(self) -> None:
        self._desk.open_review()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _STEPS and self.queue:
            self.go_to((self.at + _STEPS[key]) % len(self.queue))
        elif plain and key == Qt.Key.Key_Z:
            self.take_back()
        elif plain and key == Qt.Key.Key_Escape:
            self._desk.back()
        else:
            super().keyPressEvent(event)


def _told(each: Suggestion) -> str:
    """A pair in a line; one article alone is named."""
    names = f"{one_line(each.a.name)} – {one_line(each.b.name)}"
    if not each.article or not each.quotes_a:
        return names
    return tr("{names} in “{title}”", names=names, title=unquoted(each.quotes_a[0].title))


def likely(score: float) -> str:
    """A confidence in words."""
    if score >= 0.9:
        return tr("very likely the same")
    if score >= 0.75:
        return tr("probably the same")
    return tr("perhaps the same") if score >= 0.6 else tr("hardly the same")
