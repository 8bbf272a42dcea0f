"""Who is named in the open article: read beside the window, and which mention the reader is at; the panes share it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.gui.clauses import entity_clause
from desktop_app.gui.i18n import retold, tr
from desktop_app.model.article import Article
from desktop_app.model.changes import Changes
from desktop_app.model.people import REASONS, Kind, Mention

if TYPE_CHECKING:
    from desktop_app.gui.desk import Desk

NOWHERE = -1
CERTAIN = 0.8  # confidence from which on a mention counts as certain
NAME_TABLES = ("mentions", "names", "identities", "entities")  # what a mention is made of


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in the article: the first mention stands for all, `mentions` are their numbers."""

    first: Mention
    mentions: tuple[int, ...]
    role: str = ""  # said in this article

    @property
    def certain(self) -> bool:
        """Whether any mention is."""
        return self.first.checked or self.first.confidence >= CERTAIN


class Mentions(QObject):
    """The mentions in the desk's article, by where they stand."""

    changed = Signal()
    current_changed = Signal(int)  # the number of the mention, to be brought into view

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.all: list[Mention] = []
        self.roles: dict[int, str] = {}
        self.current = NOWHERE
        self.read = False  # those of the open article are here
        self._article: int | None = None
        self._text = ""
        desk.article_changed.connect(self._on_article)
        desk.hub.changed.connect(self._on_changed)

    def _on_article(self, article: Article | None) -> None:
        if article is None or article.id != self._article or article.text != self._text:
            self.read = False
            self._show([], {})
            self.current = NOWHERE
        self._article = article.id if article is not None else None
        self._text = article.text if article is not None else ""
        if article is not None:
            self._read(article.id)

    def _on_changed(self, changes: Changes) -> None:
        """A ruling may concern any article; what a run has read, only those that it names."""
        if self._article is None or not changes.touches(*NAME_TABLES):
            return
        if changes.operation or self._article in changes.articles:
            self._read(self._article)

    def _read(self, number: int) -> None:
        archive = self._desk.archive

        def show(found: tuple[list[Mention], dict[int, str]]) -> None:
            if number == self._article:
                first, self.read = not self.read, True
                self._show(*found)
                if first and not self.all:
                    self.changed.emit()  # nobody is named, which was not known before

        self._desk.jobs.read(self, lambda: (archive.mentions(number), archive.roles_in(number)), show, key="mentions")

    def _show(self, found: list[Mention], roles: dict[int, str]) -> None:
        if (found, roles) == (self.all, self.roles):
            return
        at = self.all[self.current] if self.current != NOWHERE else None
        self.all, self.roles = found, roles
        self.current = next((n for n, each in enumerate(found) if at is not None and each.start == at.start), NOWHERE)
        self.changed.emit()

    # --- looking

    def at(self, offset: int) -> int:
        """The number of the mention that holds an offset of the text, or `NOWHERE`."""
        number = bisect_right(self.all, offset, key=lambda each: each.start) - 1
        return number if number >= 0 and offset < self.all[number].end else NOWHERE

    def within(self, start: int, end: int) -> range:
        """The numbers of the mentions that stand in a span, or reach into it."""
        first = bisect_right(self.all, start, key=lambda each: each.start)
        if first and self.all[first - 1].end > start:
            first -= 1
        return range(first, bisect_left(self.all, end, key=lambda each: each.start))

    def cast(self) -> list[Named]:
        """Everybody in the article, people first, those who are named most before others."""
        numbers: dict[int, list[int]] = {}
        for number, mention in enumerate(self.all):
            numbers.setdefault(mention.entity, []).append(number)
        found = [
            Named(self._surest(where), tuple(where), self.roles.get(entity, "")) for entity, where in numbers.items()
        ]
        return sorted(found, key=lambda each: (each.first.kind != "person", -len(each.mentions), each.mentions))

    def _surest(self, numbers: list[int]) -> Mention:
        if len(numbers) == 1:
            return self.all[numbers[0]]
        return max((self.all[number] for number in numbers), key=_certainty)

    # --- going

    def go_to(self, number: int) -> None:
        """Make a mention the current one."""
        self.current = number
        self.current_changed.emit(number)

    def step(self, step: int, *, after: int, same: bool = False) -> bool:
        """Go to the next mention (1) or the one before (-1), with `same` of the same person or organisation.

        The first step looks from the offset `after` on. Behind the last comes the first. False where there is none.
        """
        if self.current == NOWHERE:
            start = bisect_left(self.all, after, key=lambda each: each.start)
            first, entity = start if step > 0 else start - 1, 0
        else:
            first, entity = self.current + step, self.all[self.current].entity if same else 0
        wanted = range(first, first + step * len(self.all), step)
        for number in wanted:
            if not entity or self.all[number % len(self.all)].entity == entity:
                self.go_to(number % len(self.all))
                return True
        return False


def _certainty(mention: Mention) -> tuple[bool, float]:
    return mention.checked, mention.confidence


def kind_name(kind: Kind) -> str:
    """A kind in the interface's language."""
    return tr("Person") if kind == "person" else tr("Organisation")


def why(mention: Mention) -> str:
    """Why the words are taken for this name, in a sentence part: "a title or role stands before it, 93 %"."""
    if mention.origin == "reader":
        return tr("marked by you")
    notice = REASONS.get(mention.reason, REASONS["recognised"])
    reason = retold(notice.template, notice.fields)
    sure = tr("checked by you") if mention.checked else f"{round(100 * mention.confidence)} %"
    return f"{reason}, {sure}"


def filter_by(desk: "Desk", entity: int, kind: Kind, name: str) -> None:
    """Show only articles with somebody, or no longer; by number where others are called the same."""

    def toggle(meant: list[int]) -> None:
        desk.toggle_filter(entity_clause(kind, name, entity, shared=meant != [entity]))

    desk.jobs.read(desk, lambda: desk.archive.entity_named(name, kind), toggle, failed=desk.failed)
