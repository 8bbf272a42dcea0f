"""What each action of the search menu does."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog

from desktop_app.gui.clauses import like_clause
from desktop_app.gui.name_commands import NameCommands
from desktop_app.gui.page_text import one_line

D = TypeVar("D", bound=QDialog)


class SearchCommands(NameCommands):
    """The verbs of searching. Each public method is the slot of the action of its name."""

    def search(self) -> None:
        self._window.search_box.words.setFocus()
        self._window.search_box.words.selectAll()

    def find(self) -> None:
        self._window.reader.find()

    def next_hit(self) -> None:
        self._window.reader.next_hit(1)

    def previous_hit(self) -> None:
        self._window.reader.next_hit(-1)

    def clear_search(self) -> None:
        self._desk.open_query("")

    def save_search(self) -> None:
        self._window.search_box.save.ask()

    def search_language(self) -> None:
        self._window.search_box.show_help()

    def concordance(self) -> None:
        pane = self._window.list_pane
        pane.show_concordance(not pane.in_concordance)

    def examine(self) -> None:
        pane = self._window.list_pane
        pane.show_doctor(pane.doctor.isHidden())

    def more_like_this(self) -> None:
        article = self._desk.article
        if article is not None:
            query = self._desk.archive.like(article.id)
            self._desk.open_query(like_clause(query, one_line(article.title or article.text[:80])), "relevance")

    def batch_search(self) -> None:
        from desktop_app.gui.dialogs.batch_search import BatchDialog

        self._show_one(BatchDialog)

    def synonyms(self) -> None:
        from desktop_app.gui.dialogs.synonyms import SynonymsDialog

        self._show_one(SynonymsDialog)

    def search_protocol(self) -> None:
        from desktop_app.gui.dialogs.search_protocol import ProtocolDialog

        there = self._window.findChild(ProtocolDialog) is not None
        dialog = self._show_one(ProtocolDialog)
        if not there:
            self._window.logger.logged.connect(dialog.reload)

    def _show_one(self, kind: type[D]) -> D:
        """Show the dialog of a kind: the one that is open, or a new one."""
        dialog = self._window.findChild(kind) or kind(self._desk, self._window)  # type: ignore[arg-type]
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog
