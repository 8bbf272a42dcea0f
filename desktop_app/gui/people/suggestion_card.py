"""Somebody who may be the same: the sentence, why, and three answers."""

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import retold, tr, trn
from desktop_app.gui.page_text import one_line
from desktop_app.gui.people.name_button import NameButton
from desktop_app.gui.people.quote_view import QuoteView, ink_of, where
from desktop_app.gui.people.section import INSET, Section, link, quiet
from desktop_app.gui.widgets.key_button import KeyButton
from desktop_app.model.people import Decision, EntityRow, Quote, Suggestion

SHOWN = 2
_LINES = 1.9  # of the reason, that may stand beside the answers


def other_side(suggestion: Suggestion, entity: int) -> tuple[EntityRow, tuple[Quote, ...]]:
    """Who the page's entity may be, with sentences; in a suggestion about an article, the sentences there."""
    mine = suggestion.b.id == entity
    return (suggestion.a, suggestion.quotes_a) if mine else (suggestion.b, suggestion.quotes_b)


class _Foot(QWidget):
    """The answers, and why it is asked: beside them where two lines are enough, else below."""

    def __init__(self, answers: list[KeyButton], why: QLabel, parent: QWidget) -> None:
        super().__init__(parent)
        self._why = why
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        for answer in answers:
            self._buttons.addWidget(answer)
        self._buttons.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(INSET, 3, INSET, 0)
        self._box.setSpacing(10)
        self._box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)  # or it could not become narrow
        self._box.addLayout(self._buttons)
        self._box.addWidget(why, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 30)

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.width() - self._buttons.sizeHint().width() - 3 * INSET
        beside = self._why.fontMetrics().horizontalAdvance(self._why.text()) < _LINES * room
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)


class SuggestionCard(QFrame):
    """One suggestion, seen from somebody's page."""

    decided = Signal(object, str)  # Suggestion, Decision
    opened = Signal(object)  # Quote
    page_wanted = Signal(int)

    def __init__(
        self, suggestion: Suggestion, entity: int, parent: QWidget | None = None, *, keys: bool, writable: bool
    ) -> None:
        """With `keys` the buttons show the keys that answer it."""
        super().__init__(parent)
        self.suggestion = suggestion
        self.setObjectName("suggestion")
        other, quotes = other_side(suggestion, entity)
        self.setAccessibleName(tr("Is {name} the same?", name=one_line(other.name)))
        column = QVBoxLayout(self)
        column.setContentsMargins(14 - INSET, 11, 14 - INSET, 12)
        column.setSpacing(5)
        column.addLayout(self._head(other, quotes))
        for quote in quotes[:1]:
            view = QuoteView(quote, ink_of(other.kind), self, placed=not self.suggestion.article)
            view.opened.connect(self.opened)
            column.addWidget(view)
        column.addWidget(self._foot(keys=keys, writable=writable))

    def _head(self, other: EntityRow, quotes: tuple[Quote, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(INSET, 0, INSET, 0)
        row.setSpacing(7)
        strong = theme.font("ui")
        strong.setWeight(strong.Weight.DemiBold)
        tip = tr("Open the page of {name}", name=one_line(other.name))
        name = NameButton("suggested_name", one_line(other.name), strong, self, tip=tip)
        name.clicked.connect(lambda: self.page_wanted.emit(other.id))
        row.addWidget(name)
        here = self.suggestion.article and quotes
        told = where(quotes[0]) if here else trn("%n article(s)", other.articles)
        meta = quiet(told, self, wrap=False)
        meta.setContentsMargins(0, 1, 0, 0)
        meta.setFont(theme.font("meta"))
        row.addWidget(meta, 1)
        return row

    def _foot(self, *, keys: bool, writable: bool) -> QWidget:
        answers: tuple[tuple[Decision, str, str], ...] = (
            ("same", tr("Same"), "J"),
            ("different", tr("Different"), "N"),
            ("unsure", tr("Unsure"), "U"),
        )
        buttons = []
        for decision, text, key in answers:
            button = KeyButton(f"decide_{decision}", text, key if keys else "", self)
            button.clicked.connect(lambda _=False, answer=decision: self.decided.emit(self.suggestion, answer))
            button.setEnabled(writable)
            buttons.append(button)
        notice = self.suggestion.reason
        reason = retold(notice.template, notice.fields)
        score = QLocale().toString(self.suggestion.score, "f", 2)
        why = quiet(f"{reason} · {score}", self)
        why.setObjectName("suggestion_reason")
        why.setContentsMargins(0, 0, 0, 0)
        why.setFont(theme.font("meta"))
        why.setAccessibleName(tr("{reason}, {score} of 1", reason=reason, score=score))
        return _Foot(buttons, why, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.current().line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class SuggestionList(Section):
    """The suggestions about somebody that wait for an answer; hidden where there are none."""

    decided = Signal(object, str)
    opened = Signal(object)
    page_wanted = Signal(int)
    review_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("suggestions", tr("Suggestions to check"), parent, spacing=8)
        self._shown: list[Suggestion] = []
        self.hide()

    @property
    def first(self) -> Suggestion | None:
        """The one that the keys answer."""
        return self._shown[0] if self._shown else None

    def show_suggestions(self, found: list[Suggestion], entity: int, count: int, *, writable: bool) -> None:
        """Show the first few of `count`."""
        self._shown = found if writable else []
        self.setVisible(bool(found))
        self.retitle(tr("Suggestions to check · {count}", count=QLocale().toString(max(count, len(found)))))
        self.clear()
        for number, suggestion in enumerate(found[:SHOWN]):
            holder = QWidget(self)
            row = QHBoxLayout(holder)
            row.setContentsMargins(INSET, 0, INSET, 0)
            card = SuggestionCard(suggestion, entity, holder, keys=writable and number == 0, writable=writable)
            card.decided.connect(self.decided)
            card.opened.connect(self.opened)
            card.page_wanted.connect(self.page_wanted)
            row.addWidget(card)
            self.add(holder)
        if max(count, len(found)) > SHOWN:
            more = link(tr("Check all of them side by side"), "review_all", self)
            more.clicked.connect(self.review_wanted)
            self.add(more)
