"""Names in the reader: stepped through, opened, filtered by, and corrected where they are read."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QMenu

from desktop_app.gui import settings
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.mentions import NOWHERE, filter_by
from desktop_app.gui.page_text import one_line
from desktop_app.gui.widgets.article_page import ArticlePage
from desktop_app.gui.widgets.entity_finder import EntityFinder
from desktop_app.gui.widgets.name_lines import NameLines
from desktop_app.model.changes import Changes
from desktop_app.model.people import KINDS, Kind, Mention

LONGEST = 200  # code points of words that can be marked as a name
_IN_A_MENU = 32  # code points of a name on a menu

Span = tuple[int, int]


class ReaderNames(QObject):
    """The verbs of the mentions on a page."""

    def __init__(self, desk: Desk, page: ArticlePage) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.lines = NameLines(page, desk.mentions)
        self.lines.underline(settings.value("names/underlined", "1") == "1")
        self.lines.opened.connect(self.open_page)
        self.lines.filtered.connect(self.filter)
        desk.mentions.current_changed.connect(self._show)
        page.installEventFilter(self)

    # --- looking

    def underline(self, on: bool) -> None:
        """Underline the names from now on, or leave the page plain."""
        settings.put("names/underlined", int(on))
        self.lines.underline(on)

    def step(self, step: int, *, same: bool = False) -> None:
        """Go to the next name of the article, or the one before; with `same` to that of the same person.

        The keyboard goes with it, so that Enter opens the page of whom it means.
        """
        if self._desk.article is None:
            return
        self._page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        mentions = self._desk.mentions
        before = mentions.current
        if not mentions.step(step, after=self._page.first_visible(), same=same):
            self._desk.message.emit(tr("No names have been found in this article."))
        elif mentions.current == before:
            self._desk.message.emit(tr("There is no other mention in this article."))

    def _show(self, number: int) -> None:
        """Bring a mention into view; the caret goes there, so that the keys act on it."""
        mention = self._desk.mentions.all[number]
        self._page.scroll_to(mention.start)
        caret = QTextCursor(self._page.document())
        caret.setPosition(self._page.position_of(mention.start))
        self._page.setTextCursor(caret)

    def open_page(self, number: int) -> None:
        """Open the page of whom a mention means."""
        self._desk.open_entity(self._desk.mentions.all[number].entity)

    def filter(self, number: int) -> None:
        """Show only articles with whom a mention means."""
        mention = self._desk.mentions.all[number]
        filter_by(self._desk, mention.entity, mention.kind, mention.name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on the current name opens its page, with Ctrl it filters by it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            number = self._desk.mentions.current
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and number != NOWHERE:
                wide = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                (self.filter if wide else self.open_page)(number)
                return True
        return False

    # --- the menu

    def add_to(self, menu: QMenu, point: QPoint, span: Span | None) -> None:
        """What can be done with the name under a point of the page, or with selected words."""
        number = self.lines.at(point)
        if number == NOWHERE and span is None:
            number = self._under_the_caret(point)
        if number != NOWHERE and span is None:
            self._add_mention(menu, number)
            menu.addSeparator()
        elif span is not None and not self._desk.archive.read_only:
            self._add_marking(menu, span)

    def _under_the_caret(self, point: QPoint) -> int:
        """The current mention, where the menu was opened by a key: that is at the caret."""
        number = self._desk.mentions.current
        return number if number != NOWHERE and self._page.cursorRect().contains(point) else NOWHERE

    def _add_mention(self, menu: QMenu, number: int) -> None:
        mention = self._desk.mentions.all[number]
        name = _short(mention.name)
        menu.addAction(tr("Open the page of “{name}”", name=name), partial(self.open_page, number))
        menu.addAction(tr("In a window of its own"), partial(self._open_beside, mention.entity))
        menu.addAction(tr("Only articles with “{name}”", name=name), partial(self.filter, number))
        following = menu.addAction(tr("Next mention of the same"), partial(self._next_same, number))
        following.setEnabled(sum(each.entity == mention.entity for each in self._desk.mentions.all) > 1)
        if self._desk.archive.read_only:
            return
        menu.addSeparator()
        if not mention.checked:
            menu.addAction(tr("Confirm “{name}”", name=name), partial(self._confirm, mention))
        menu.addAction(tr("Is somebody else …"), partial(self._choose_other, number))
        text = tr("Is an organisation") if mention.kind == "person" else tr("Is a person")
        menu.addAction(text, partial(self._change_kind, mention))
        menu.addAction(tr("Is not a name here"), partial(self._reject_here, mention))
        menu.addAction(tr("Is not a name anywhere"), partial(self._reject_everywhere, mention))

    def _add_marking(self, menu: QMenu, span: Span) -> None:
        words = self._words(span)
        if not words:
            return
        marking = menu.addMenu(tr("Mark “{words}” as a name", words=_short(words)))
        texts: dict[tuple[Kind, bool], str] = {
            ("person", False): tr("A person, here"),
            ("person", True): tr("A person, in every article"),
            ("organisation", False): tr("An organisation, here"),
            ("organisation", True): tr("An organisation, in every article"),
        }
        for kind in KINDS:
            for everywhere in (False, True):
                marking.addAction(texts[kind, everywhere], partial(self.mark, span, kind, everywhere))
        marking.addSeparator()
        marking.addAction(tr("Somebody who is known …"), partial(self._choose_for, span))
        menu.addSeparator()

    def _words(self, span: Span) -> str:
        """The selected words, if they can be a name: on one line, and not too many."""
        article = self._desk.article
        if article is None or span[1] - span[0] > LONGEST:
            return ""
        words = article.text[slice(*span)]
        return words if words.strip() and "\n\n" not in words else ""

    # --- the verbs

    def _open_beside(self, entity: int) -> None:
        from desktop_app.gui.side_window import page_beside

        page_beside(self._page, entity)

    def _next_same(self, number: int) -> None:
        self._desk.mentions.current = number
        self.step(1, same=True)

    def mark(self, span: Span, kind: Kind, everywhere: bool) -> None:
        """Mark words of the article as a name."""
        if self._desk.article is not None:
            number = self._desk.article.id
            self._desk.edit(self._desk.archive.add_mention, number, *span, kind, everywhere=everywhere)
            self._page.setTextCursor(QTextCursor(self._page.document().findBlock(self._page.position_of(span[0]))))

    def _confirm(self, mention: Mention) -> None:
        self._desk.edit(self._desk.archive.confirm_entities, [mention.entity])

    def _change_kind(self, mention: Mention) -> None:
        kind: Kind = "organisation" if mention.kind == "person" else "person"
        self._desk.edit(self._desk.archive.change_kind, [mention.entity], kind)

    def _reject_here(self, mention: Mention) -> None:
        if self._desk.article is not None:
            number = self._desk.article.id
            self._desk.edit(self._desk.archive.reject_mention, number, mention.start, mention.end)

    def _reject_everywhere(self, mention: Mention) -> None:
        """The form alone, where somebody is called otherwise too: "Hafen" is no name, "Hafen AG" stays one."""
        archive = self._desk.archive

        def reject() -> Changes:
            rows = archive.entity_rows([mention.entity])
            if rows and rows[0].forms > 1:
                return archive.switch_name(mention.entity, mention.form, False)
            return archive.reject_entities([mention.entity])

        self._desk.edit(reject)

    def _choose_other(self, number: int) -> None:
        article, mention = self._desk.article, self._desk.mentions.all[number]
        if article is None:
            return
        finder = EntityFinder(self._desk, mention.kind, self._page, besides=mention.entity)
        finder.offer_new(tr("Somebody new called “{name}”", name=one_line(mention.form)))
        archive, at = self._desk.archive, article.id
        finder.chosen.connect(lambda entity: self._desk.edit(archive.assign_mention, at, mention.start, entity))
        finder.new_wanted.connect(
            lambda: self._desk.edit(archive.split_entity, mention.entity, articles=[at], name=mention.form)
        )
        finder.open_at(self._page.viewport().mapToGlobal(self.lines.boxes(number)[0].bottomLeft().toPoint()))

    def _choose_for(self, span: Span) -> None:
        """Mark words as the name of somebody who is known."""
        if self._desk.article is None:
            return
        archive, at = self._desk.archive, self._desk.article.id
        finder = EntityFinder(self._desk, None, self._page)
        finder.taken.connect(lambda row: self._desk.edit(archive.add_mention, at, *span, row.kind, entity=row.id))
        finder.open_at(self._page.viewport().mapToGlobal(self._page.cursorRect().bottomLeft()))


def _short(name: str) -> str:
    """A name for a menu."""
    line = one_line(name).replace("&", "&&")
    return line if len(line) <= _IN_A_MENU else line[: _IN_A_MENU - 1].rstrip() + "…"
